"""Tables of a source's own codes and names of parties, read as aliases, with what could not be read."""

from __future__ import annotations

import csv
import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from bilateral.errors import AmbiguousPartyError, DataError, Problem, UnknownIdError
from bilateral.model import Party

_Identify = Callable[[str], Party]
_Row = tuple[int, dict[str, str]]


def aliases(
    identify: _Identify,
    file: str | os.PathLike[str],
    *,
    code: str,
    names: Sequence[str],
    iso3: str | None,
    encoding: str,
) -> tuple[dict[str, str], list[Problem]]:
    """Return the codes of a table, each with the id of the party that its row names, and all problems.

    Args:
        identify: what tells which party a name means.
        file: a CSV file with a header.
        code: the column of the source's codes.
        names: the columns of names or codes to identify the party by, the first that succeeds.
        iso3: a column with ISO 3166-1 alpha-3 to compare with; None for none.
        encoding: that of the file.

    Returns:
        The aliases, and the problems.

    Raises:
        DataError: if the file is no table with these columns.
    """
    found: dict[str, str] = {}
    problems: list[Problem] = []
    wanted = [code, *names, *([iso3] if iso3 else [])]
    for line, row in _rows(file, wanted, encoding):
        alias = row[code]
        where = (os.fspath(file), alias)
        if not alias:
            problems.append(Problem(*where, code, "", "the code is missing", line, code, kind="no code"))
            continue
        party, problem = _party(identify, row, names, iso3)
        if party is None:
            column, value, reason, kind = problem
            problems.append(Problem(*where, column, value, reason, line, column, "warning", kind))
            continue
        if found.setdefault(alias, party.id) != party.id:
            reason = f"the code stands for {found[alias]} in an earlier row; the first is kept"
            problems.append(Problem(*where, code, party.id, reason, line, code, "warning", "code twice"))
        elif iso3 and row[iso3] and row[iso3] != (party.alpha3 or party.id):
            reason = f"the name means {party.id}; the name is followed"
            problems.append(Problem(*where, iso3, row[iso3], reason, line, iso3, "note", "another code"))
    return found, problems


def _party(
    identify: _Identify, row: dict[str, str], names: Sequence[str], iso3: str | None
) -> tuple[Party | None, tuple[str, str, str, str]]:
    """Return the party that a row names, or None and why there is none: column, value, reason, kind."""
    why = (names[0], "", "the name is missing", "no name")
    for column in names:
        value = row[column]
        if not value:
            continue
        try:
            return identify(value), why
        except AmbiguousPartyError as error:
            return None, (
                column,
                value,
                f"it {error.reason}: {', '.join(error.candidates)}",
                "several parties",
            )
        except UnknownIdError as error:
            near = list(error.suggestions)
            if iso3 and row[iso3]:
                near = [f"{row[iso3]} by its {iso3}", *near]
            reason = "no party has this name"
            reason = f"{reason}; it may be {' or '.join(near)}" if near else reason
            why = (column, value, reason, "unknown name")
    return None, why


def _rows(file: str | os.PathLike[str], wanted: Sequence[str], encoding: str) -> Iterator[_Row]:
    path = os.fspath(file)
    with Path(path).open(encoding=encoding, newline="") as lines:
        table = csv.DictReader(lines)
        try:
            missing = [column for column in wanted if column not in (table.fieldnames or ())]
            if missing:
                known = ", ".join(table.fieldnames or ()) or "none"
                raise DataError(
                    [
                        Problem(path, "", column, "", f"there is no such column; there are {known}")
                        for column in missing
                    ]
                )
            for row in table:
                yield table.line_num, {column: (row[column] or "").strip() for column in wanted}
        except (csv.Error, UnicodeDecodeError) as error:
            reason = f"the file is no CSV in {encoding}: {error}"
            raise DataError([Problem(path, f"line {table.line_num + 1}", "", "", reason)]) from None
