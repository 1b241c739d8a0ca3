"""From what rows say to records, and from records to a body in which each id stands once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any, NamedTuple

import attrs

from bilateral.dates import HistoricalDate
from bilateral.errors import Problem
from bilateral.mapping.givers import Derived
from bilateral.mapping.ids import digest
from bilateral.mapping.plan import Claim, Plan, Said
from bilateral.model import Record
from bilateral.model.attestations import trusted
from bilateral.model.claims import LISTS, resolve, subject
from bilateral.model.values import draft
from bilateral.tables import Fault, Row


class Read(NamedTuple):
    """A record that was read, and what is wrong with it.

    Attributes:
        record: the record.
        problems: the problems of its rows.
        rows: the rows that it stands in, as numbers.
        line: the line on which the first of them begins.
    """

    record: Record
    problems: Sequence[Problem]
    rows: tuple[int, ...]
    line: int


def record_of(plan: Plan, rows: Sequence[Said], unit: str = "row") -> Read:
    """Return the record that one row, or several together, stand for.

    Args:
        plan: what read the rows.
        rows: what each of them says.
        unit: what the numbers of rows count, for locators.

    Returns:
        The record. What rows say differently is attested by each of them.
    """
    first = rows[0]
    by_field: dict[str, list[Any]] = {}
    attestations = []
    for field, value, source, locator, quote, note in _claims(plan, rows, unit):
        made = trusted(field, value, source, locator, quote, note)
        attestations.append(made)
        if field in by_field:
            by_field[field].append(made)
        else:
            by_field[field] = [made]
    values = {field: _shown(field, claimed) for field, claimed in by_field.items()}
    raw = first.raw if len(rows) == 1 else dict.fromkeys(pair for said in rows for pair in said.raw)
    cls: Any = first.cls
    record: Any = draft(cls)(id=first.id, attestations=tuple(attestations), raw=tuple(raw), **values)
    record.__class__ = cls
    problems = [problem for said in rows for problem in said.problems]
    if "in_force" in values and "signed" in values:
        problems.extend(_order(plan, first, values["signed"], values["in_force"]))
    return Read(record, problems or (), tuple([said.row.number for said in rows]), first.row.place)


def _claims(plan: Plan, rows: Sequence[Said], unit: str) -> list[tuple[Any, ...]]:
    """Return what rows say, with where they say it: each once, if several say the same."""
    if len(rows) == 1 and not plan.repeats:
        where = f"{unit} {rows[0].row.number}, column "
        return [
            (field, value, source, where + column if column else None, quote, note)
            for field, value, source, column, quote, note in rows[0].claims
        ]
    return [
        (field, value, source, located(numbers, unit, column) if column else None, quote, note)
        for (field, value, source, column, quote, note), numbers in _gathered(rows).items()
    ]


def _shown(field: str, claimed: list[Any]) -> Any:
    """Return what the model resolves claims to, more quickly for the most usual of them."""
    value = claimed[0].value
    if len(claimed) == 1:
        return (value,) if field in LISTS else value
    if field in LISTS:
        values = [each.value for each in claimed]
        if len({subject(each) or each for each in values}) == len(values):
            return tuple(values)
    elif all(each.value == value for each in claimed):
        return value
    return resolve(field, claimed)


def _order(plan: Plan, said: Said, signed: HistoricalDate, in_force: HistoricalDate) -> Iterator[Problem]:
    """Note an entry into force before the signature, which may be right or a slip."""
    if in_force.latest < signed.earliest:
        column = next((claim[3] for claim in said.claims if claim[0] == "in_force"), "")
        reason = f"it lies before the signature on {signed}"
        fault = Fault("in force before signed", str(in_force), reason, "note")
        yield plan.problem(said.row, said.id, "in_force", column, fault)


def _gathered(rows: Sequence[Said]) -> dict[Claim, list[int]]:
    found: dict[Claim, list[int]] = {}
    for said in rows:
        for claim in said.claims:
            numbers = found.setdefault(claim, [])
            if said.row.number not in numbers[-1:]:
                numbers.append(said.row.number)
    return found


def located(numbers: Sequence[int], unit: str, column: str) -> str:
    """Return where in a table something stands.

    Examples:
        >>> located([12], "row", "Signed"), located([12, 13, 14, 20], "row", "Signed")
        ('row 12, column Signed', 'rows 12-14 and 20, column Signed')
    """
    if len(numbers) == 1:
        return f"{unit} {numbers[0]}, column {column}"
    runs = []
    for _, run in groupby(enumerate(sorted(set(numbers))), key=lambda pair: pair[1] - pair[0]):
        members = [number for _, number in run]
        runs.append(str(members[0]) if len(members) == 1 else f"{members[0]}-{members[-1]}")
    *most, last = runs
    told = f"{', '.join(most)} and {last}" if most else last
    return f"{unit}s {told}, column {column}"


class Body:
    """Records as they come, until all of them are there and each can have an id of its own.

    Args:
        plan: what reads the rows.
        unit: what the numbers of rows count.
    """

    def __init__(self, plan: Plan, unit: str = "row") -> None:
        self._plan = plan
        self._unit = unit
        self._read: dict[str, list[Read]] = {}
        self._groups: dict[Any, list[Said]] = {}

    def add(self, row: Row) -> None:
        """Take a row."""
        said = self._plan.said(row)
        group = self._plan.group(row)
        if group is None:
            self._take(record_of(self._plan, [said], self._unit))
        else:
            self._groups.setdefault(group, []).append(said)

    def _take(self, read: Read) -> None:
        self._read.setdefault(read.record.id, []).append(read)

    def finished(self) -> tuple[list[Record], list[Problem]]:
        """Return the records, each id once, and all problems in the order of lines."""
        for rows in self._groups.values():
            self._take(record_of(self._plan, rows, self._unit))
        self._groups = {}
        records: list[Record] = []
        problems: list[Problem] = []
        for same in self._read.values():
            for read in same if len(same) == 1 else self._told_apart(same, problems):
                records.append(read.record)
                problems.extend(read.problems)
        problems.sort(key=lambda each: each.line or 0)
        return records, problems

    def _told_apart(self, same: list[Read], problems: list[Problem]) -> list[Read]:
        """Return what has one id with an id for each content, and once where it is the same content."""
        contents: dict[str, list[Read]] = {}
        for read in same:
            contents.setdefault(_content(read.record), []).append(read)
        found = []
        for content, reads in contents.items():
            read = reads[0] if len(reads) == 1 else self._once(reads, problems)
            if len(contents) > 1:
                read = self._renamed(read, content, len(contents), problems)
            found.append(read)
        return found

    def _once(self, reads: list[Read], problems: list[Problem]) -> Read:
        """Return one record for rows that say the same, with all of them as locators."""
        rows = tuple(sorted(number for read in reads for number in read.rows))
        first = reads[0].record
        attestations = [
            attrs.evolve(each, locator=located(rows, self._unit, column))
            if each.locator and (column := each.locator.partition(", column ")[2])
            else each
            for each in first.attestations
        ]
        for read in reads[1:]:
            reason = f"it says what {self._unit} {reads[0].rows[0]} says, and is kept once"
            problems.append(self._problem(read, "", reason, "warning", "duplicate row"))
        told = [problem for read in reads for problem in read.problems]
        return Read(attrs.evolve(first, attestations=attestations), told, rows, reads[0].line)

    def _renamed(self, read: Read, content: str, number: int, problems: list[Problem]) -> Read:
        """Return a record with an id that its content alone has."""
        old, id = read.record.id, f"{read.record.id}-{content}"
        reason = f"{number} that differ have the id {old}; it must be unique, and is {id} here"
        # Where ids are derived, it is enough that some cells tell rows apart which the id leaves out.
        severity: Any = "note" if isinstance(self._plan.mapping.id, Derived) else "error"
        names = (
            [] if isinstance(self._plan.mapping.id, Derived) else [it.name for it in self._plan.mapping.id]
        )
        # Where the id was made of the cells, they are there already.
        is_kept = any(name in names for name, _ in read.record.raw)
        raw = dict.fromkeys([*([("-".join(names), old)] if names and not is_kept else ()), *read.record.raw])
        renamed = Read(attrs.evolve(read.record, id=id, raw=tuple(raw)), read.problems, read.rows, read.line)
        problems.append(self._problem(renamed, old, reason, severity, "repeated id"))
        return renamed

    def _problem(self, read: Read, value: str, reason: str, severity: Any, kind: str) -> Problem:
        field = "id" if value else ""
        return Problem(self._plan.file, read.record.id, field, value, reason, read.line, "", severity, kind)


def _content(record: Record) -> str:
    """Return a digest of the cells of a record, wherever they stand and however they are read."""
    quoted = {
        (claim.locator.partition(", column ")[2], claim.quote, claim.source.id)
        for claim in record.attestations
        if claim.locator and claim.quote
    }
    return digest(type(record).__name__, sorted(quoted), sorted(record.raw), length=8)
