"""The axis of time: where a day stands, and which days are named along it."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import NamedTuple

from bilateral.dates import HistoricalDate

_BEFORE, _AFTER = datetime.date.min.toordinal(), datetime.date.max.toordinal()
_YEARS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)
_MONTHS = (1, 3, 6)
_DAYS = (1, 2, 7, 14)
_ROOM = {"year": 58.0, "month": 84.0, "day": 104.0}
"""The least room between two names of years, months and days."""


class Tick(NamedTuple):
    """A day that is named.

    Attributes:
        day: its ordinal.
        name: the year, month or day that begins with it.
    """

    day: int
    name: str


class Scale(NamedTuple):
    """Where days stand, in units of the picture.

    Attributes:
        first: the ordinal of the first day of the axis.
        last: that of its last day.
        left: where the first day begins.
        right: where the last day ends.
    """

    first: int
    last: int
    left: float
    right: float

    def x(self, day: float) -> float:
        """Return where a day begins; what lies beyond the axis stands at its end."""
        part = (min(max(day, self.first), self.last + 1) - self.first) / (self.last + 1 - self.first)
        return self.left + part * (self.right - self.left)

    def ticks(self, language: str) -> list[Tick]:
        """Return the days to be named, as many as there is room for, at least one."""
        room = self.right - self.left
        first, last = _day(self.first), _day(self.last)
        days = self.last - self.first + 1
        for step in _DAYS:
            if days / step * _ROOM["day"] <= room:
                return [_named(_day(day), "day", language) for day in range(self.first, self.last + 1, step)]
        months = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
        for step in _MONTHS:
            if len(months) / step * _ROOM["month"] <= room:
                starts = [datetime.date(n // 12, n % 12 + 1, 1) for n in months if n % step == 0]
                return [_named(day, "month", language) for day in starts if day >= first]
        count = last.year - first.year + 1
        wide = next((step for step in _YEARS if count / step * _ROOM["year"] <= room), _YEARS[-1])
        years = [year for year in range(first.year, last.year + 1) if year % wide == 0]
        found = [datetime.date(max(year, 1), 1, 1) for year in years]
        return [_named(day, "year", language) for day in found if day >= first]


def scale(dates: Iterable[HistoricalDate], left: float, right: float) -> Scale | None:
    """Return the axis on which all bounds of some dates stand.

    Args:
        dates: the dates.
        left: where the axis begins.
        right: where it ends.

    Returns:
        The axis, a little longer than needed; None if no date is bound to any day.

    Examples:
        >>> axis = scale([HistoricalDate("1993"), HistoricalDate("1995/..")], 0, 100)
        >>> [tick.name for tick in axis.ticks("en")]
        ['1995']
    """
    low, high = _AFTER, _BEFORE
    for date in dates:
        bounds = [day.toordinal() for day in date.bounds]
        known = [day for day in bounds if _BEFORE < day < _AFTER]
        low, high = min(low, *known, _AFTER), max(high, *known, _BEFORE)
    if low > high:
        return None
    margin = max((high - low) // 40, 1)
    return Scale(max(low - margin, _BEFORE), min(high + margin, _AFTER), left, right)


def _named(day: datetime.date, unit: str, language: str) -> Tick:
    if unit == "year":
        return Tick(day.toordinal(), str(day.year))
    text = day.isoformat() if unit == "day" else f"{day:%Y-%m}"
    return Tick(day.toordinal(), HistoricalDate(text.zfill(7)).text(language, "short"))


def _day(ordinal: int) -> datetime.date:
    return datetime.date.fromordinal(ordinal)
