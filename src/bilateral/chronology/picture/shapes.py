"""What is drawn for a date: a mark for a day that is known, and shapes that look inexact for all else."""

from __future__ import annotations

import datetime
from enum import StrEnum
from typing import NamedTuple

from bilateral.dates import HistoricalDate

_MOST_RUNS = 8
"""More days or stretches of which it is one are drawn as one stretch from the first to the last."""


class Form(StrEnum):
    """How a shape looks; in the order in which they are drawn and explained."""

    CHOICE = "choice"  # a dotted line between days of which it is one
    JOINT = "joint"  # a line between days or stretches that all are meant
    STRETCH = "stretch"  # it is somewhere in here
    SURE = "sure"  # it lasted all this
    DAY = "day"
    QUALIFIED = "qualified"  # a day that is marked uncertain or approximate
    ONE_OF = "one-of"  # one of the days that it may be
    OPEN_START = "open-start"
    OPEN_END = "open-end"
    UNKNOWN_START = "unknown-start"
    UNKNOWN_END = "unknown-end"


class Shape(NamedTuple):
    """A shape on the axis of time.

    Attributes:
        form: how it looks.
        first: the ordinal of its first day.
        last: that of its last day.
    """

    form: Form
    first: int
    last: int


def shapes(date: HistoricalDate) -> list[Shape]:
    """Return the shapes of a date, those below first.

    Args:
        date: any date.

    Returns:
        At least one shape, none beyond ``date.earliest`` and ``date.latest``.

    Examples:
        >>> [(shape.form.value, shape.last - shape.first + 1) for shape in shapes(HistoricalDate("1996-09"))]
        [('stretch', 30)]
    """
    if date.is_interval:
        return _in_order(_interval(date))
    if str(date).startswith("{"):
        return _in_order(_all_of(date))
    return _in_order(_point(date))


_ORDER = {form: place for place, form in enumerate(Form)}


def _in_order(found: list[Shape]) -> list[Shape]:
    return sorted(found, key=lambda shape: (_ORDER[shape.form], shape.first, shape.last))


def _point(date: HistoricalDate) -> list[Shape]:
    runs = [(low.toordinal(), high.toordinal()) for low, high in date.spans]
    if len(runs) > _MOST_RUNS:
        runs = [(runs[0][0], runs[-1][1])]
    if len(runs) == 1:
        first, last = runs[0]
        if first < last:
            return [Shape(Form.STRETCH, first, last)]
        qualified = date.is_uncertain or date.is_approximate
        return [Shape(Form.QUALIFIED if qualified else Form.DAY, first, last)]
    found = [Shape(Form.ONE_OF if low == high else Form.STRETCH, low, high) for low, high in runs]
    return [Shape(Form.CHOICE, runs[0][0], runs[-1][1]), *found]


def _interval(date: HistoricalDate) -> list[Shape]:
    bounds = date.bounds
    nothing_known = date.start is None and date.end is None and (date.unknown_start or date.unknown_end)
    found = [] if nothing_known else _lasting(bounds.end_of_the_begin, bounds.begin_of_the_end)
    for end in (date.start, date.end):
        if end is not None:
            found += [shape for shape in _point(end) if shape.form is not Form.DAY]
    first, last = date.earliest.toordinal(), date.latest.toordinal()
    if nothing_known:
        found = [Shape(Form.STRETCH, first, last)]
    for there, form, at in (
        (date.open_start, Form.OPEN_START, first),
        (date.open_end, Form.OPEN_END, last),
        (date.unknown_start, Form.UNKNOWN_START, _from(date.end, date.earliest)),
        (date.unknown_end, Form.UNKNOWN_END, _until(date.start, date.latest)),
    ):
        if there:
            found.append(Shape(form, at, at))
    return found


def _from(end: HistoricalDate | None, otherwise: datetime.date) -> int:
    """Return before which day it began, if only its end is known."""
    return (end.earliest if end is not None else otherwise).toordinal()


def _until(start: HistoricalDate | None, otherwise: datetime.date) -> int:
    return (start.latest if start is not None else otherwise).toordinal()


def _all_of(date: HistoricalDate) -> list[Shape]:
    found: list[Shape] = []
    for member in date.members:
        inner = str(member)
        if inner.startswith("{"):
            begun, _, ended = inner[1:-1].partition("..")
            found += _interval(HistoricalDate(f"{begun or '..'}/{ended or '..'}"))
        else:
            found += _point(member)
    first, last = date.earliest.toordinal(), date.latest.toordinal()
    return [Shape(Form.JOINT, first, last), *found] if len(date.members) > 1 else found


def _lasting(begun: datetime.date, ended: datetime.date) -> list[Shape]:
    first, last = begun.toordinal(), ended.toordinal()
    return [Shape(Form.SURE, first, last)] if first <= last else []
