"""How finely a date is known."""

from __future__ import annotations

import re
from enum import StrEnum

from bilateral.dates.grammar import components


class Precision(StrEnum):
    """How finely a date is known, from the finest to the coarsest.

    Examples:
        >>> from bilateral import HistoricalDate
        >>> HistoricalDate("1993-01").precision
        <Precision.MONTH: 'month'>
    """

    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    QUADRIMESTER = "quadrimester"
    SEMESTER = "semester"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    MILLENNIUM = "millennium"


_FINEST_FIRST = list(Precision)
_OF_YEARS = (Precision.YEAR, Precision.DECADE, Precision.CENTURY, Precision.MILLENNIUM, Precision.MILLENNIUM)


def precision_of(text: str) -> Precision:
    """Return the precision of a date by its text; of an interval or a set that of its coarsest point."""
    points = [point for point in re.split(r"/|,|\.\.", text.strip("[]{}")) if point]
    return max(map(_of_point, points), key=_FINEST_FIRST.index, default=Precision.MILLENNIUM)


def _of_point(text: str) -> Precision:
    year, month, day = components(text)
    if day and "X" not in day:
        return Precision.DAY
    if month.isdigit():
        return _of_month(int(month))
    return _OF_YEARS[len(year) - len(year.rstrip("X"))]


def _of_month(number: int) -> Precision:
    limits = {20: Precision.MONTH, 32: Precision.SEASON, 36: Precision.QUARTER, 39: Precision.QUADRIMESTER}
    return next((found for limit, found in limits.items() if number <= limit), Precision.SEMESTER)
