"""The days that years, months and days with unspecified digits may be; the parts of a year.

Days are counted as ``datetime.date.toordinal`` does, proleptic Gregorian, also before the year 1.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import product

from bilateral.dates.runs import Run

PARTS_OF_YEAR: dict[int, tuple[int, int]] = {
    # Spring to winter, as in the north; said so (25 to 28), and of the south (29 to 32).
    21: (3, 3),
    22: (6, 3),
    23: (9, 3),
    24: (12, 3),
    25: (3, 3),
    26: (6, 3),
    27: (9, 3),
    28: (12, 3),
    29: (9, 3),
    30: (12, 3),
    31: (3, 3),
    32: (6, 3),
    # Quarters, quadrimesters, semesters.
    33: (1, 3),
    34: (4, 3),
    35: (7, 3),
    36: (10, 3),
    37: (1, 4),
    38: (5, 4),
    39: (9, 4),
    40: (1, 6),
    41: (7, 6),
}
"""First month and number of months of each part of a year; winter goes on into the next year.

EDTF leaves open which months a season has. Here they are the meteorological ones; this is the one place
that says so, and ``set_parts_of_year`` the one way to change it.
"""

MONTHS = 12
_BEFORE = (0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)
_LENGTHS = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def is_leap(year: int) -> bool:
    """Return whether a year has a 29 February."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def length(year: int, month: int) -> int:
    """Return the number of days of a month."""
    return 29 if month == 2 and is_leap(year) else _LENGTHS[month]


def ordinal(year: int, month: int, day: int) -> int:
    """Return the number of a day; 1 is the first of January of the year 1."""
    before = year - 1
    leap = 1 if month > 2 and is_leap(year) else 0
    return before * 365 + before // 4 - before // 100 + before // 400 + _BEFORE[month] + leap + day


def part_of_year(year: int, code: int) -> Run:
    """Return first and last day of a season, quarter, quadrimester or semester."""
    first, count = PARTS_OF_YEAR[code]
    further, last = divmod(first + count - 2, 12)
    last_year = min(year + further, 9999) if year > 0 else year + further
    last_month = last + 1 if last_year == year + further else 12
    return ordinal(year, first, 1), ordinal(last_year, last_month, length(last_year, last_month))


@lru_cache(maxsize=1024)
def numbers(pattern: str, highest: int) -> tuple[int, ...]:
    """Return the numbers from 1 to the highest whose digits fit a pattern with X for any digit."""
    # The digits are combined, and not all numbers tried, so that a year without X costs nothing.
    digits = ("0123456789" if digit == "X" else digit for digit in pattern)
    return tuple(n for n in map(int, map("".join, product(*digits))) if 1 <= n <= highest)


def days(years: str, months: str, day: str) -> Iterator[Run]:
    """Yield the runs of days of years, months and days with unspecified digits; empty text is all.

    Args:
        years: four digits or X, after a minus for years before 1.
        months: two digits or X, the number of a part of a year, or empty.
        day: two digits or X, or empty.

    Yields:
        Runs in order; those of neighbouring years and months are not joined.
    """
    sign = -1 if years.startswith("-") else 1
    found = numbers(years.removeprefix("-"), 9999) if years.strip("-0") else (0,)
    for year in found if sign > 0 else [-year for year in reversed(found)]:
        if not months:
            yield ordinal(year, 1, 1), ordinal(year, 12, 31)
        if months.isdigit() and int(months) in PARTS_OF_YEAR and not day:
            yield part_of_year(year, int(months))
        for month in numbers(months, 12) if months else ():
            if not day or day == "XX":
                yield ordinal(year, month, 1), ordinal(year, month, length(year, month))
                continue
            for low, high in _stretches(day, length(year, month)):
                yield ordinal(year, month, low), ordinal(year, month, high)


@lru_cache(maxsize=512)
def _stretches(day: str, highest: int) -> tuple[Run, ...]:
    fitting = numbers(day, highest)
    return (
        ((fitting[0], fitting[-1]),)
        if fitting and "X" not in day.rstrip("X")
        else tuple((n, n) for n in fitting)
    )


def pieces(years: str, months: str, day: str) -> int:
    """Return how many runs ``days`` yields at most, without yielding them."""
    count = len(numbers(years.removeprefix("-"), 9999)) if "X" in years else 1
    if "X" in months or day:
        count *= len(numbers(months, MONTHS)) or 1
    return count * (len(_stretches(day, 31)) or 1) if day else count


def extent(years: str, months: str, day: str) -> Run | None:
    """Return the first and last day of what ``days`` yields, without yielding it all; None of nothing."""
    first = next(days(years, months, day), None)
    if first is None:
        return None
    if "X" not in years:
        return first[0], list(days(years, months, day))[-1][1]
    sign = "-" if years.startswith("-") else ""
    found = numbers(years.removeprefix("-"), 9999)
    for year in found if sign else reversed(found):
        runs = list(days(f"{sign}{year:04}", months, day))
        if runs:
            return first[0], runs[-1][1]
    return None
