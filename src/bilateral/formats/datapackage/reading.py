"""From a data package to the records that it holds."""

from __future__ import annotations

import csv
import json
import re
from collections import defaultdict
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from bilateral import dossier
from bilateral.dossier import Dossier, decode_dossier
from bilateral.errors import DataError, InvalidDateError, Problem, UnsupportedDateError
from bilateral.formats.datapackage.description import NAME, digest, file_of
from bilateral.formats.datapackage.tables import TABLES, Plain, Row, bound, parts_of, plain_of
from bilateral.problems import no_json
from bilateral.scanner import PLAIN, read_dossier

_PART = re.compile(r"(\w+)\[(\d+)\](?:\.(.+))?")
"""The path of a field in an item of a list."""


def package_of(folder: Path) -> Plain:
    """Return the description of a data package.

    Args:
        folder: the folder.

    Returns:
        The content of ``datapackage.json``.

    Raises:
        DataError: if it is no description of a package with the tables of this library.
        OSError: if it cannot be opened.
    """
    path = folder / NAME
    try:
        found = PLAIN.decode(path.read_bytes().decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise DataError([Problem(str(path), "", "", "", no_json(error))]) from None
    listed = found.get("resources") if isinstance(found, dict) else None
    files = {each.get("name"): each.get("path") for each in listed or () if isinstance(each, dict)}
    lacking = [name for name in TABLES if files.get(name) != file_of(name)]
    if lacking or not isinstance(found, dict):
        reason = (
            f"it must have the resource {lacking[0]} in {file_of(lacking[0])}, as what this library writes"
        )
        raise DataError([Problem(str(path), "", "resources", "", reason)])
    return found


def read_package(folder: Path) -> Dossier:
    """Return the body of records that a data package holds.

    Args:
        folder: the folder.

    Returns:
        What the records name, the records, and what they are as a whole.

    Raises:
        DataError: with every problem.
        OSError: if a file cannot be opened.
    """
    return _Package(folder).read()


class _Package:
    """Reads the tables of a package and gathers what is wrong with them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.problems: list[Problem] = []
        self.rows: dict[str, list[tuple[int, Row]]] = {}
        # Where the items of the lists of a record, or of what is named, stand: table and lines, by id.
        self.items: dict[tuple[str, str], tuple[str, list[int]]] = {}

    def read(self) -> Dossier:
        package = package_of(self.folder)
        self.check_whole(package)
        self.rows = {name: list(self.table(name)) for name in TABLES}
        data: Plain = {"dataset": package["dataset"]} if "dataset" in package else {}
        lines: dict[str, list[int]] = {}
        for key in dossier.TABLES:
            made = list(self.made(key))
            data[key], lines[key] = [plain for _, plain in made], [line for line, _ in made]
        of_types: dict[str, list[tuple[int, Plain]]] = {"agreement": [], "event": []}
        for line, plain in self.made("records"):
            kind = plain.pop("type", "")
            if kind in of_types:
                of_types[kind].append((line, plain))
            else:
                reason = "it must be agreement or event"
                self.say("records", line, reason, record=plain.get("id", ""), column="type", value=kind)
        for kind, made in of_types.items():
            data[f"{kind}s"], lines[f"{kind}s"] = [plain for _, plain in made], [line for line, _ in made]
        files = {"dataset": NAME} | {key: file_of(key) for key in dossier.TABLES} | {"": "records.csv"}
        named = {key: str(self.folder / file) for key, file in files.items()}
        if not self.problems:
            # Out of text records are made several times as quickly; if that fails, the reason is found below.
            with suppress(DataError):
                return read_dossier(json.dumps(data))
        unread = dossier.TABLES if self.problems else ()
        found = None
        try:
            found = decode_dossier(data, named, lines=lines, unread=unread)
        except DataError as error:
            self.problems.extend(map(self.placed, error.problems))
        if self.problems or found is None:
            raise DataError(self.problems)
        return found

    def say(
        self,
        table: str,
        line: int | None,
        reason: str,
        *,
        record: str = "",
        column: str = "",
        value: object = "",
    ) -> None:
        self.problems.append(Problem(self.path(table), record, column, value, reason, line))

    def path(self, table: str) -> str:
        return str(self.folder / file_of(table))

    def check_whole(self, package: Plain) -> None:
        """Report of files that are not what the package says they are: cut short, or changed since."""
        for each in package["resources"]:
            path = self.folder / str(each.get("path"))
            if each.get("name") in TABLES and "hash" in each and each["hash"] != digest(path)[1]:
                reason = (
                    "it is not the file that the package was made with; if the change is meant, take hash and"
                    f" bytes of this resource out of {NAME}"
                )
                self.say(each["name"], None, reason)

    def table(self, name: str) -> Iterator[tuple[int, Row]]:
        """Yield the rows of a table with the lines at which they begin."""
        columns = [column.name for column in TABLES[name].columns]
        with Path(self.path(name)).open(encoding="utf-8-sig", newline="") as file:
            reader = csv.reader(file, strict=True)
            try:
                header = next(reader, [])
                if sorted(header) != sorted(columns):
                    self.say(name, 1, f"its columns must be {', '.join(columns)}")
                    return
                begin = reader.line_num + 1
                for cells in reader:
                    if len(cells) == len(header):
                        yield begin, self.row(name, begin, dict(zip(header, cells, strict=True)))
                    elif cells:
                        reason = f"it has {len(cells)} cells; it must have {len(header)}"
                        self.say(name, begin, reason)
                    begin = reader.line_num + 1
            except (csv.Error, UnicodeDecodeError) as error:
                self.say(name, reader.line_num + 1, f"it is no CSV in UTF-8: {error}")

    def row(self, name: str, line: int, cells: dict[str, str]) -> Row:
        """Return the values of the cells of a row that are not empty."""
        owner = cells[TABLES[name].key[0]]
        found: Row = {}
        for column in TABLES[name].columns:
            cell = cells[column.name]
            if cell:
                try:
                    found[column.name] = _value(column.type, cell)
                except ValueError as error:
                    self.say(name, line, str(error), record=owner, column=column.name, value=cell)
            elif column.required:
                self.say(name, line, "it must not be empty", record=owner, column=column.name)
        for column in TABLES[name].columns:
            if column.type == "date":
                self.check_bound(name, line, owner, column.name, found)
        return found

    def check_bound(self, name: str, line: int, id: str, column: str, row: Row) -> None:
        """Report of a day that is not that of the date that it follows from."""
        dated, _, end = column.rpartition("_")
        try:
            expected = bound(row[dated], end) if dated in row else ""
        except (InvalidDateError, UnsupportedDateError):
            # It is told where the record is made.
            return
        if row.get(column, "") != expected:
            reason = (
                f"the column {dated} comes to {expected}"
                if expected
                else f"the column {dated} has no such day"
            )
            self.say(name, line, reason, record=id, column=column, value=row.get(column, ""))

    def made(self, name: str) -> Iterator[tuple[int, Plain]]:
        """Yield what the rows of a table, with those of its lists, stand for."""
        lists = {key: self.listed(part) for key, part in parts_of(name).items()}
        known = {row.get("id") for _, row in self.rows[name]}
        for key, part in parts_of(name).items():
            owner = TABLES[part].key[0]
            for id in lists[key].keys() - known:
                for line, _ in lists[key][id]:
                    reason = f"there is no such id in {file_of(name)}"
                    self.say(part, line, reason, record=id, column=owner, value=id)
        for line, row in self.rows[name]:
            id = row.get("id", "")
            own = {key: items[id] for key, items in lists.items() if id in items}
            for key, items in own.items():
                self.items[id, key] = parts_of(name)[key], [line for line, _ in items]
            yield line, plain_of(name, row, {key: [item for _, item in items] for key, items in own.items()})

    def listed(self, part: str) -> dict[str, list[tuple[int, Row]]]:
        """Return the rows of the lists of a table, in their order, by the id of what has the list."""
        owner = TABLES[part].key[0]
        found: defaultdict[str, dict[int, tuple[int, Row]]] = defaultdict(dict)
        for line, row in self.rows[part]:
            id, position = row.pop(owner, None), row.pop("position", None)
            if id is None or position is None:
                continue
            if position in found[id]:
                first = found[id][position][0]
                reason = f"it stands in line {first} already"
                self.say(part, line, reason, record=id, column="position", value=position)
            found[id].setdefault(position, (line, row))
        return {id: [rows[position] for position in sorted(rows)] for id, rows in found.items()}

    def placed(self, problem: Problem) -> Problem:
        """Return a problem of an item of a list with the file and line in which the item stands."""
        inside = _PART.fullmatch(problem.field)
        place = self.items.get((problem.record, inside[1])) if inside else None
        if inside is None or place is None:
            return problem
        table, lines = place
        line = lines[int(inside[2])]
        return problem._replace(file=self.path(table), line=line, field=inside[3] or "")


def _value(kind: str, cell: str) -> Any:
    if kind == "integer":
        if not re.fullmatch(r"-?[0-9]{1,9}", cell):
            raise ValueError("it must be a whole number")
        return int(cell)
    if kind == "array":
        try:
            found = json.loads(cell)
        except (ValueError, RecursionError):
            found = None
        if not isinstance(found, list):
            raise ValueError('it must be a list in JSON, such as ["a", "b"]')
        return found
    return cell
