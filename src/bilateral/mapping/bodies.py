"""From what rows say to records, and from records to a body in which each id stands once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any, NamedTuple

import attrs

from bilateral.dates import HistoricalDate
from bilateral.errors import Problem
from bilateral.mapping.cells import Fault
from bilateral.mapping.givers import Derived
from bilateral.mapping.ids import digest
from bilateral.mapping.plan import Claim, Plan, Row, Said
from bilateral.model import Attestation, Rank, Record
from bilateral.model.claims import LISTS, resolve
from bilateral.model.values import draft, maker


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
    found: Iterable[tuple[Claim, list[int]]]
    if len(rows) == 1 and not plan.repeats:
        numbers = [first.row.number]
        found = [(claim, numbers) for claim in first.claims]
    else:
        found = _gathered(rows).items()
    attestation = maker(Attestation)
    attestations: list[Any] = []
    by_field: dict[str, list[Any]] = {}
    for (field, value, source, column, quote, note), numbers in found:
        locator = located(numbers, unit, column) if column else None
        made = attestation(field, value, source, locator, quote, Rank.NORMAL, note)
        attestations.append(made)
        by_field.setdefault(field, []).append(made)
    values: dict[str, Any] = {}
    for field, claimed in by_field.items():
        if len(claimed) == 1:
            value = claimed[0].value
            values[field] = (value,) if field in LISTS else value
        else:
            values[field] = resolve(field, claimed)
    cls: Any = first.cls
    raw = first.raw if len(rows) == 1 else dict.fromkeys(pair for said in rows for pair in said.raw)
    record: Any = draft(cls)(id=first.id, attestations=tuple(attestations), raw=tuple(raw), **values)
    record.__class__ = cls
    problems = [problem for said in rows for problem in said.problems]
    if "in_force" in values and "signed" in values and _too_early(values["in_force"], values["signed"]):
        column = next(claim.column for claim in first.claims if claim.field == "in_force")
        fault = Fault(
            "in force before signed",
            str(values["in_force"]),
            f"it lies before the signature on {values['signed']}",
            "note",
        )
        problems.append(plan.problem(first.row, first.id, "in_force", column, fault))
    line = first.row.number if first.row.line is None else first.row.line
    return Read(record, problems or (), tuple([said.row.number for said in rows]), line)


def _gathered(rows: Sequence[Said]) -> dict[Claim, list[int]]:
    found: dict[Claim, list[int]] = {}
    for said in rows:
        for claim in said.claims:
            numbers = found.setdefault(claim, [])
            if said.row.number not in numbers[-1:]:
                numbers.append(said.row.number)
    return found


def _too_early(in_force: HistoricalDate, signed: HistoricalDate) -> bool:
    return in_force.latest < signed.earliest


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
        renamed = Read(attrs.evolve(read.record, id=id), read.problems, read.rows, read.line)
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
