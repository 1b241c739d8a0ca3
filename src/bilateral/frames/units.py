"""Days as calendar units: the fewest days, months, years, decades... that together are some days."""

from __future__ import annotations

import datetime
from calendar import monthrange
from collections.abc import Iterator

Run = tuple[datetime.date, datetime.date]


def units(first: datetime.date, last: datetime.date) -> Iterator[str]:
    """Yield the widest calendar units that together are the days from one to another.

    Args:
        first: the first day.
        last: the last day, not before the first.

    Yields:
        The units in order of time, as EDTF.

    Examples:
        >>> list(units(datetime.date(1989, 12, 31), datetime.date(2000, 2, 29)))
        ['1989-12-31', '199X', '2000-01', '2000-02']
    """
    day = first
    while True:
        unit = next(each for each in lineage(day.isoformat()) if _fits(_bounds(each), day, last))
        yield unit
        end = _bounds(unit)[1]
        if end >= last:
            return
        day = datetime.date.fromordinal(end.toordinal() + 1)


def _fits(unit: Run, first: datetime.date, last: datetime.date) -> bool:
    return unit[0] == first and unit[1] <= last


def lineage(unit: str) -> tuple[str, ...]:
    """Return the calendar units in which one lies, widest first, itself last.

    Args:
        unit: a day, month, year, decade, century or millennium as EDTF.

    Returns:
        The units as EDTF.

    Examples:
        >>> lineage("1996-09")
        ('1XXX', '19XX', '199X', '1996', '1996-09')
    """
    year, *rest = unit.split("-")
    known = len(year.rstrip("X"))
    years = [year[:length].ljust(4, "X") for length in range(1, known + 1)]
    return (*years, *("-".join([year, *rest[:length]]) for length in range(1, len(rest) + 1)))


def _bounds(unit: str) -> Run:
    year, *rest = unit.split("-")
    if len(rest) == 2:  # noqa: PLR2004 - month and day
        day = datetime.date.fromisoformat(unit)
        return day, day
    if rest:
        first = datetime.date(int(year), int(rest[0]), 1)
        return first, first.replace(day=monthrange(first.year, first.month)[1])
    # There is no year 0, so that the first millennium, century and decade are short of one.
    low, high = max(1, int(year.replace("X", "0"))), int(year.replace("X", "9"))
    return datetime.date(low, 1, 1), datetime.date(high, 12, 31)
