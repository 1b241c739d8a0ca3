"""Where each record stands in its lane, and its label, so that no two overlap."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from bilateral.chronology.book import Entry
from bilateral.chronology.picture.measure import fit, width, wrap
from bilateral.chronology.picture.scale import Scale
from bilateral.chronology.picture.shapes import Form, Shape, shapes

DAY, LEAST, TAIL = 5.5, 18.0, 26.0
"""Half the width of a mark; the least width of what is inexact; the width of an unknown end."""
SIZE, SMALL = 12.0, 10.5
_GAP = 5.0


class Drawn(NamedTuple):
    """A shape in units of the picture.

    Attributes:
        form: how it looks.
        left: where it begins.
        right: where it ends.
        cut: whether it goes on beyond the axis to the left, and to the right.
    """

    form: Form
    left: float
    right: float
    cut: tuple[bool, bool] = (False, False)


class Placed(NamedTuple):
    """A record in its row.

    Attributes:
        entry: the record.
        drawn: its shapes; none if it is undated.
        left: where its shapes and signs begin.
        right: where they end.
        row: its row in the lane, from 0.
        lines: its label; empty if there was no room.
        at: where the label begins, or ends if ``before``.
        before: whether the label stands before the shapes.
        shortened: whether the title is cut.
    """

    entry: Entry
    drawn: tuple[Drawn, ...]
    left: float
    right: float
    row: int
    lines: tuple[str, ...]
    at: float
    before: bool
    shortened: bool


class Room(NamedTuple):
    """How much there is for labels.

    Attributes:
        axis: the axis; None if nothing is dated.
        right: where the picture ends.
        undated: where the column of what is undated begins.
        label: how wide labels may be.
        tight: whether labels are one line and left out where they would need a row more.
        language: of dates.
    """

    axis: Scale | None
    right: float
    undated: float
    label: float
    tight: bool
    language: str


def place(entries: Sequence[Entry], room: Room, most_rows: int) -> list[Placed]:
    """Return where the records of a lane stand.

    Args:
        entries: the records, in order of time.
        room: the room for them.
        most_rows: how many rows labels may fill if the room is tight; marks may need more.

    Returns:
        As many, in the same order; no two of one row overlap.
    """
    rows = _Rows()
    return [_placed(entry, room, rows, most_rows) for entry in entries]


class _Rows:
    """The stretches of each row that are taken."""

    def __init__(self) -> None:
        self.taken: list[list[tuple[float, float]]] = []

    def first_free(self, left: float, right: float) -> int:
        for number, row in enumerate(self.taken):
            if all(right <= low or high <= left for low, high in reversed(row)):
                return number
        return len(self.taken)

    def take(self, number: int, left: float, right: float) -> None:
        if number == len(self.taken):
            self.taken.append([])
        self.taken[number].append((left, right))


def _placed(entry: Entry, room: Room, rows: _Rows, most_rows: int) -> Placed:
    drawn, left, right = _drawn(entry, room)
    lines, shortened = _lines(entry, room)
    sizes = (SIZE if entry.date is None or len(lines) == 1 else SMALL, SIZE)
    wide = max(map(width, lines, sizes), default=0.0) + _GAP
    before = right + wide > (room.right if entry.date is None else room.undated - _GAP)
    if before and left - wide < 0:
        lines = ()
    span = (left - wide if before else left, right if before else right + wide) if lines else (left, right)
    row = rows.first_free(span[0] - _GAP, span[1] + _GAP)
    if lines and room.tight and row >= most_rows:
        lines, span = (), (left, right)
        row = rows.first_free(left - _GAP, right + _GAP)
    rows.take(row, *span)
    at = left - _GAP if before else right + _GAP
    return Placed(entry, drawn, left, right, row, lines, at, before, shortened and bool(lines))


def _drawn(entry: Entry, room: Room) -> tuple[tuple[Drawn, ...], float, float]:
    """Return the shapes of a record, and where they and the signs after them begin and end."""
    if entry.date is None or room.axis is None:
        left = right = room.undated
        right += 2 * DAY
        drawn: tuple[Drawn, ...] = ()
    else:
        axis = room.axis
        drawn = tuple(_on(axis, shape) for shape in shapes(entry.date))
        left, right = min(each.left for each in drawn), max(each.right for each in drawn)
    right += 12 * bool(entry.conflicts) + 18 * entry.unsure
    return drawn, left, right


def _on(axis: Scale, shape: Shape) -> Drawn:
    form, first, last = shape
    left, right = axis.x(first), axis.x(last + 1)
    middle = (left + right) / 2
    if form in (Form.DAY, Form.QUALIFIED, Form.ONE_OF):
        return Drawn(form, middle - DAY, middle + DAY)
    if form in (Form.OPEN_START, Form.UNKNOWN_START):
        wide = TAIL if form is Form.UNKNOWN_START else 2 * DAY
        at = left + wide if form is Form.OPEN_START else left
        return Drawn(form, at - wide, at)
    if form in (Form.OPEN_END, Form.UNKNOWN_END):
        wide = TAIL if form is Form.UNKNOWN_END else 2 * DAY
        at = right - wide if form is Form.OPEN_END else right
        return Drawn(form, at, at + wide)
    least = {Form.STRETCH: LEAST, Form.SURE: 3.0}.get(form, 0.0)
    grown = max(least - (right - left), 0) / 2
    return Drawn(form, left - grown, right + grown, (first < axis.first, last > axis.last))


def _lines(entry: Entry, room: Room) -> tuple[tuple[str, ...], bool]:
    """Return the label of a record, and whether its title is cut."""
    full = " ".join(entry.record.label.split())
    limit = room.label
    if entry.date is None:
        limit = room.right - room.undated - 2 * DAY - 12 * bool(entry.conflicts) - 18 * entry.unsure - _GAP
    title = fit(full, SIZE, limit)
    if room.tight:
        return ((title,) if title else ()), title != full
    if entry.date is None:
        two = wrap(full, SIZE, limit)
        return two, " ".join(two) != full
    return (fit(entry.date.text(room.language, "short"), SMALL, limit), title), title != full
