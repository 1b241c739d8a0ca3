"""Slips of the pen: whether two dates differ by one plausible mistake of a writer, printer or typist."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from enum import StrEnum

from bilateral.dates.calendar import ordinal
from bilateral.dates.grammar import unmarked
from bilateral.dates.historical import DateLike, HistoricalDate


class Slip(StrEnum):
    """A mistake that turns one date into another.

    Examples:
        >>> Slip.SWAPPED.value
        'day-month-swapped'
    """

    SWAPPED = "day-month-swapped"
    DAY = "other-day"
    MONTH = "other-month"
    YEAR = "other-year"
    TRANSPOSED = "digits-transposed"
    CENTURY = "other-century"
    CALENDAR = "julian-gregorian"


def near_misses(a: DateLike, b: DateLike) -> tuple[Slip, ...]:
    """Return by which single slips one date may have become another.

    Args:
        a: a day, month or year without unspecified digits; its marks do not count.
        b: another of the same precision.

    Returns:
        The slips, the most telling first. Day and month swapped; the calendars' difference; two
        neighbouring digits transposed; the same last two digits of the year; one component different.
        Empty for dates that are the same, that differ in more, or that are not of one precision.

    Examples:
        >>> near_misses(HistoricalDate("1993-02-24"), HistoricalDate("1993-12-24"))
        (<Slip.MONTH: 'other-month'>,)
        >>> near_misses(HistoricalDate("1917-10-25"), HistoricalDate("1917-11-07"))
        (<Slip.CALENDAR: 'julian-gregorian'>,)
    """
    first, second = _components(HistoricalDate.of(a)), _components(HistoricalDate.of(b))
    if len(first) != len(second) or not first or first == second:
        return ()
    return tuple(slip for slip, holds in _TESTS.items() if holds(first, second))


_Components = tuple[str, ...]


def _components(date: HistoricalDate) -> _Components:
    text = unmarked(str(date))
    parts = tuple(text.split("-"))
    plain = date.is_point and not date.members and text.replace("-", "").isdigit()
    return parts if plain and (len(parts) == 1 or int(parts[1]) <= 12) else ()


def _swapped(a: _Components, b: _Components) -> bool:
    return len(a) == 3 and a[1:] == (b[2], b[1]) and a[0] == b[0]


def _transposed(a: _Components, b: _Components) -> bool:
    """Two neighbouring digits of one component stand in each other's place."""
    different = [i for i, (x, y) in enumerate(zip(a, b, strict=True)) if x != y]
    if len(different) != 1:
        return False
    x, y = a[different[0]], b[different[0]]
    return any(x[:i] + x[i + 1] + x[i] + x[i + 2 :] == y for i in range(len(x) - 1))


def _one_other(index: int, a: _Components, b: _Components) -> bool:
    return len(a) > index and a[:index] + a[index + 1 :] == b[:index] + b[index + 1 :]


def _other_century(a: _Components, b: _Components) -> bool:
    return _one_other(0, a, b) and a[0][2:] == b[0][2:]


def _calendars(a: _Components, b: _Components) -> bool:
    """One is the other's day in the Julian calendar."""
    return len(a) == 3 and (_to_gregorian(a) == b or _to_gregorian(b) == a)


def _to_gregorian(julian: _Components) -> _Components:
    year, month, day = map(int, julian)
    # Since 1 March of the year 4, a century without a leap day in the one calendar has one in the other.
    centuries = year - (month <= 2)
    shift = centuries // 100 - centuries // 400 - 2
    shifted = ordinal(year, month, day) + shift
    if not 1 <= shifted <= datetime.date.max.toordinal():
        return ()
    return tuple(datetime.date.fromordinal(shifted).isoformat().split("-"))


_TESTS: dict[Slip, Callable[[_Components, _Components], bool]] = {
    Slip.SWAPPED: _swapped,
    Slip.CALENDAR: _calendars,
    Slip.TRANSPOSED: _transposed,
    Slip.CENTURY: _other_century,
    Slip.DAY: lambda a, b: _one_other(2, a, b),
    Slip.MONTH: lambda a, b: _one_other(1, a, b),
    Slip.YEAR: lambda a, b: _one_other(0, a, b),
}
