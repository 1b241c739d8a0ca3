"""Dates as their sources give them: EDTF, with questions that have three answers."""

from __future__ import annotations

import datetime
import re
from calendar import monthrange
from collections.abc import Iterable
from enum import StrEnum
from functools import lru_cache
from typing import NoReturn

from bilateral.errors import InvalidDateError, UnsupportedDateError
from bilateral.truth import Truth

_LONGEST = 1_000
_FIRST, _LAST = 1, datetime.date.max.toordinal()
_MARK = "[?~%]?"
_POINT = re.compile(
    rf"(?P<year>{_MARK}[0-9X]{{4}}{_MARK})(?:-(?P<month>{_MARK}[0-9X]{{2}}{_MARK})(?:-(?P<day>{_MARK}[0-9X]{{2}}{_MARK}))?)?"
)
_BEYOND = re.compile(r"[-+Y]?-?[0-9]{5,}.*|-[0-9X]{4}.*|Y.*|[0-9-]+T.*")
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 14)}
_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]

Run = tuple[int, int]


class Precision(StrEnum):
    """How finely a date is known.

    Examples:
        >>> HistoricalDate("1993-01").precision
        <Precision.MONTH: 'month'>
    """

    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    MILLENNIUM = "millennium"


class HistoricalDate:
    """A date as its source gives it: a point, an interval or a one-of set, in EDTF.

    A point (day, month, season, year, decade, one of a set) is one day that is not fully known; an
    interval is a stretch of days whose ends are points. ``==`` compares the EDTF text; ``<`` orders by
    earliest day, latest day, text, for sorting; everything about uncertainty is in the methods that
    return a Truth.

    Args:
        text: EDTF, years 0001 to 9999, without times of day.

    Raises:
        InvalidDateError: if the text is no EDTF.
        UnsupportedDateError: if it is EDTF beyond the years 1 to 9999, or with a time of day.

    Examples:
        >>> embassy = HistoricalDate("1993-01")
        >>> embassy.before(HistoricalDate("1993-01-15"))
        Truth.UNKNOWN

    References:
        Library of Congress, *Extended Date/Time Format Specification*, 4 February 2019.
    """

    __slots__ = ("_ends", "_kind", "_starts", "_text", "end", "members", "precision", "start")

    _text: str
    _kind: str
    _starts: tuple[Run, ...]
    _ends: tuple[Run, ...]
    precision: Precision
    start: HistoricalDate | None
    end: HistoricalDate | None
    members: tuple[HistoricalDate, ...]

    def __new__(cls, text: str) -> HistoricalDate:  # noqa: D102, PYI034 - equal texts may share one object
        return _parsed(text)

    @classmethod
    def parse(cls, text: str) -> HistoricalDate:
        """Return the date that EDTF text stands for.

        Args:
            text: the EDTF text.

        Returns:
            The date.

        Raises:
            InvalidDateError: if the text is no EDTF.
            UnsupportedDateError: if it is EDTF beyond the years 1 to 9999, or with a time of day.

        Examples:
            >>> str(HistoricalDate.parse("1993-01"))
            '1993-01'
        """
        return _parsed(text)

    @classmethod
    def of(cls, value: HistoricalDate | datetime.date | str) -> HistoricalDate:
        """Return a date from EDTF text, a ``datetime.date`` or a HistoricalDate.

        Args:
            value: what stands for the date.

        Returns:
            The date.

        Raises:
            InvalidDateError: if the text is no EDTF.
            TypeError: if it is something else.

        Examples:
            >>> HistoricalDate.of(datetime.date(1996, 9, 16))
            HistoricalDate('1996-09-16')
        """
        if isinstance(value, HistoricalDate):
            return value
        if isinstance(value, datetime.datetime) or not isinstance(value, (datetime.date, str)):
            raise TypeError(f"a date is EDTF text, a datetime.date or a HistoricalDate, not {value!r}")
        return _parsed(value if isinstance(value, str) else value.isoformat())

    @classmethod
    def one_of(cls, dates: Iterable[HistoricalDate]) -> HistoricalDate:
        """Return the date that is one of several.

        Args:
            dates: points or one-of sets; at least one.

        Returns:
            The EDTF set of them in order; of one date, that date.

        Raises:
            InvalidDateError: if one of them is an interval, or there is none.

        Examples:
            >>> HistoricalDate.one_of([HistoricalDate("1992-08-30"), HistoricalDate("1992-08-27")])
            HistoricalDate('[1992-08-27,1992-08-30]')
        """
        flat = sorted({member for date in dates for member in (date.members or (date,))})
        return flat[0] if len(flat) == 1 else _parsed(f"[{','.join(map(str, flat))}]")

    @property
    def is_interval(self) -> bool:
        """Whether it is a stretch of days.

        Examples:
            >>> HistoricalDate("1992/2013").is_interval
            True
        """
        return self._kind == "interval"

    @property
    def open_start(self) -> bool:
        """Whether it has no beginning (``..``)."""
        return self.is_interval and self._text.startswith("..")

    @property
    def open_end(self) -> bool:
        """Whether it has no end (``..``)."""
        return self.is_interval and self._text.endswith("..")

    @property
    def unknown_start(self) -> bool:
        """Whether its beginning is not known (empty)."""
        return self.is_interval and self._text.startswith("/")

    @property
    def unknown_end(self) -> bool:
        """Whether its end is not known (empty)."""
        return self.is_interval and self._text.endswith("/")

    @property
    def is_uncertain(self) -> bool:
        """Whether any part is marked uncertain (``?`` or ``%``)."""
        return "?" in self._text or "%" in self._text

    @property
    def is_approximate(self) -> bool:
        """Whether any part is marked approximate (``~`` or ``%``)."""
        return "~" in self._text or "%" in self._text

    @property
    def earliest(self) -> datetime.date:
        """The first day it may cover; ``date.min`` if its beginning is open or unknown.

        Examples:
            >>> HistoricalDate("1993-01").earliest
            datetime.date(1993, 1, 1)
        """
        return datetime.date.fromordinal(self._starts[0][0])

    @property
    def latest(self) -> datetime.date:
        """The last day it may cover; ``date.max`` if its end is open or unknown.

        Examples:
            >>> HistoricalDate("1993-01").latest
            datetime.date(1993, 1, 31)
        """
        return datetime.date.fromordinal(self._ends[-1][1])

    @property
    def spans(self) -> tuple[tuple[datetime.date, datetime.date], ...]:
        """The runs of days it may be, or, for an interval, may touch; first and last day of each.

        Examples:
            >>> len(HistoricalDate("[1992-08-27,1992-08-30]").spans)
            2
        """
        if self.is_interval:
            return ((self.earliest, self.latest),)
        return tuple((datetime.date.fromordinal(a), datetime.date.fromordinal(b)) for a, b in self._starts)

    @property
    def cover(self) -> HistoricalDate:
        """The stretch it names, with days for ends; open and unknown ends stay so.

        Examples:
            >>> HistoricalDate("1996").cover
            HistoricalDate('1996-01-01/1996-12-31')
        """
        first = ".." if self.open_start else "" if self.unknown_start else self.earliest.isoformat()
        last = ".." if self.open_end else "" if self.unknown_end else self.latest.isoformat()
        return _parsed(f"{first}/{last}")

    def before(self, other: HistoricalDate) -> Truth:
        """Return whether it ended before another began.

        Args:
            other: another date.

        Returns:
            YES if so whatever the days were, NO if on no day that they may have been.

        Examples:
            >>> HistoricalDate("1992").before(HistoricalDate("1993-01"))
            Truth.YES
        """
        return Truth.bounded(
            certain=self._last_end < other._first_start, possible=self._first_end < other._last_start
        )

    def after(self, other: HistoricalDate) -> Truth:
        """Return whether it began after another had ended.

        Args:
            other: another date.

        Returns:
            As ``before``, the other way round.

        Examples:
            >>> HistoricalDate("1993").after(HistoricalDate("1992-08-30"))
            Truth.YES
        """
        return other.before(self)

    def overlaps(self, other: HistoricalDate) -> Truth:
        """Return whether it shares a day with another.

        Args:
            other: another date.

        Returns:
            YES if so whatever the days were, NO if on no day that they may have been.

        Examples:
            >>> HistoricalDate("1993/1995").overlaps(HistoricalDate("1994-05"))
            Truth.YES
        """
        certain = self._last_start <= other._first_end and other._last_start <= self._first_end
        return Truth.bounded(certain=certain, possible=_meet(self._touched, other._touched))

    def coincides(self, other: HistoricalDate) -> Truth:
        """Return whether it is of the same day or days as another.

        Args:
            other: another date.

        Returns:
            YES only if both are fully known and the same; NO if they cannot be the same.

        Examples:
            >>> HistoricalDate("1996").coincides(HistoricalDate("1996-09-16"))
            Truth.UNKNOWN
        """
        same = (self._first_start, self._first_end) == (other._last_start, other._last_end)
        exact = (self._first_start, self._first_end) == (self._last_start, self._last_end)
        exact = exact and (other._first_start, other._first_end) == (other._last_start, other._last_end)
        if self.is_interval != other.is_interval:
            point, interval = (other, self) if self.is_interval else (self, other)
            possible = _meet(_common(interval._starts, interval._ends), point._starts)
        else:
            possible = _meet(self._starts, other._starts) and _meet(self._ends, other._ends)
        return Truth.bounded(certain=same and exact, possible=possible)

    def within(self, frame: HistoricalDate) -> Truth:
        """Return whether it lies wholly in the stretch of days that another date names.

        Args:
            frame: the stretch: of a point all days it may be, of an interval all from its earliest day
                to its latest; an unknown end stays unknown.

        Returns:
            YES if so whatever the days were, NO if on no day that they may have been.

        Examples:
            >>> HistoricalDate("1996-09-16").within(HistoricalDate("1996/2006"))
            Truth.YES
        """
        runs = frame._touched
        sure = frame._surely_covered
        first, last = self._first_start, self._last_end
        possible = any(
            (a := _next(self._starts, low)) is not None
            and (b := _last_by(self._ends, high)) is not None
            and a <= b
            and a <= high
            and b >= low
            for low, high in runs
        )
        if not self.is_interval:
            certain = all(any(low <= a and b <= high for low, high in sure) for a, b in self._starts)
        else:
            certain = any(low <= first and last <= high for low, high in sure)
        return Truth.bounded(certain=certain, possible=possible)

    def contains(self, other: HistoricalDate) -> Truth:
        """Return whether another date lies wholly in the stretch of days that this one names.

        Args:
            other: the date that may lie inside.

        Returns:
            As ``other.within(self)``.

        Examples:
            >>> HistoricalDate("1996").contains(HistoricalDate("1996-09-16"))
            Truth.YES
        """
        return other.within(self)

    def touches(self, frame: HistoricalDate) -> Truth:
        """Return whether it shares a day with the stretch of days that another date names.

        Args:
            frame: the stretch, as for ``within``.

        Returns:
            For a point the same as ``within``; for an interval whether a day of it lies inside.

        Examples:
            >>> HistoricalDate("1992/1996").touches(HistoricalDate("1996"))
            Truth.YES
        """
        if not self.is_interval:
            return self.within(frame)
        sure = any(self._last_start <= high and low <= self._first_end for low, high in frame._surely_covered)
        return Truth.bounded(certain=sure, possible=_meet(self._touched, frame._touched))

    @property
    def _first_start(self) -> int:
        return self._starts[0][0]

    @property
    def _last_start(self) -> int:
        # A stretch begins no later than it may end.
        return min(self._starts[-1][1], self._ends[-1][1])

    @property
    def _first_end(self) -> int:
        return max(self._ends[0][0], self._starts[0][0])

    @property
    def _last_end(self) -> int:
        return self._ends[-1][1]

    @property
    def _touched(self) -> tuple[Run, ...]:
        return ((self._first_start, self._last_end),) if self.is_interval else self._starts

    @property
    def _surely_covered(self) -> tuple[Run, ...]:
        """The days of the stretch it names that are surely in it: none towards an unknown end."""
        if not self.is_interval:
            return self._starts
        low = self._ends[0][1] if self.unknown_start else self._first_start
        high = self._starts[-1][0] if self.unknown_end else self._last_end
        if self.unknown_start:
            low = self._ends[0][0]
        return ((low, high),) if low <= high and not (self.unknown_start and self.unknown_end) else ()

    def text(self, language: str = "en") -> str:
        """Return the date in words.

        Args:
            language: ``"en"``.

        Returns:
            Such as ``"24 February or 24 December 1993"``.

        Raises:
            ValueError: for another language.

        Examples:
            >>> HistoricalDate("1993-01~").text()
            'about January 1993'
        """
        if language != "en":
            raise ValueError(f"dates are put into words in English only, not in {language!r}")
        return _in_words(self)

    @classmethod
    def from_text(cls, text: str, *, dayfirst: bool | None = None) -> HistoricalDate:
        """Return the date that people's writing stands for.

        Args:
            text: such as ``"16 September 1996"``, ``"24.02.1993"``, ``"September 2008"`` or ``"16sep1996"``.
            dayfirst: how to read ``03/04/2005``; without it, such a text is refused.

        Returns:
            The date, as precise as the text.

        Raises:
            InvalidDateError: if it is no date, or has several readings, which it then carries as EDTF.

        Examples:
            >>> HistoricalDate.from_text("September 2008")
            HistoricalDate('2008-09')
            >>> HistoricalDate.from_text("24.12.1993")
            HistoricalDate('1993-12-24')
        """
        return _from_text(text, dayfirst=dayfirst)

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError("a HistoricalDate cannot be changed")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError("a HistoricalDate cannot be changed")

    def __reduce__(self) -> tuple[type[HistoricalDate], tuple[str]]:
        return HistoricalDate, (self._text,)

    def __copy__(self) -> HistoricalDate:
        return self

    def __deepcopy__(self, memo: object) -> HistoricalDate:
        return self

    def __eq__(self, other: object) -> bool:
        return self._text == other._text if isinstance(other, HistoricalDate) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._text)

    def _order(self) -> tuple[int, int, str]:
        return self._first_start, self._last_end, self._text

    def __lt__(self, other: HistoricalDate) -> bool:
        if not isinstance(other, HistoricalDate):
            return NotImplemented
        return self._order() < other._order()

    def __le__(self, other: HistoricalDate) -> bool:
        if not isinstance(other, HistoricalDate):
            return NotImplemented
        return self._order() <= other._order()

    def __gt__(self, other: HistoricalDate) -> bool:
        if not isinstance(other, HistoricalDate):
            return NotImplemented
        return self._order() > other._order()

    def __ge__(self, other: HistoricalDate) -> bool:
        if not isinstance(other, HistoricalDate):
            return NotImplemented
        return self._order() >= other._order()

    def __str__(self) -> str:
        return self._text

    def __repr__(self) -> str:
        return f"HistoricalDate({self._text!r})"


def _meet(a: Iterable[Run], b: Iterable[Run]) -> bool:
    return any(low <= last and first <= high for low, high in a for first, last in b)


def _common(a: Iterable[Run], b: Iterable[Run]) -> tuple[Run, ...]:
    pairs = ((max(low, first), min(high, last)) for low, high in a for first, last in b)
    return tuple((low, high) for low, high in pairs if low <= high)


def _next(runs: Iterable[Run], day: int) -> int | None:
    return next((max(low, day) for low, high in runs if high >= day), None)


def _last_by(runs: tuple[Run, ...], day: int) -> int | None:
    return next((min(high, day) for low, high in reversed(runs) if low <= day), None)


def _make(
    text: str, kind: str, starts: Iterable[Run], ends: Iterable[Run], precision: Precision, **parts: object
) -> HistoricalDate:
    made = object.__new__(HistoricalDate)
    put = object.__setattr__
    put(made, "_text", text)
    put(made, "_kind", kind)
    put(made, "_starts", tuple(starts))
    put(made, "_ends", tuple(ends))
    put(made, "precision", precision)
    for name in ("start", "end"):
        put(made, name, parts.get(name))
    put(made, "members", parts.get("members", ()))
    return made


@lru_cache(maxsize=65_536)
def _parsed(text: str) -> HistoricalDate:
    if not isinstance(text, str):
        raise TypeError(f"EDTF is text, not {text!r}")
    if len(text) > _LONGEST:
        raise InvalidDateError(text, _LONGEST, f"it is longer than {_LONGEST} characters")
    if "/" in text:
        return _interval(text)
    if text[:1] == "[":
        return _set(text)
    return _point(text, text, 0)


def _point(text: str, whole: str, at: int) -> HistoricalDate:
    match = _POINT.fullmatch(text)
    if match is None:
        if _BEYOND.fullmatch(text):
            raise UnsupportedDateError(whole, at, "only days, months and years from 0001 to 9999 are")
        raise InvalidDateError(whole, at, "EDTF is written like 1993, 1993-01, 1993-01-31, 199X or 1993~")
    year, month, day = (
        re.sub(f"{_MARK}", "", part) if part else None for part in match.group("year", "month", "day")
    )
    if year == "0000":
        raise UnsupportedDateError(whole, at, "only the years from 0001 to 9999 are")
    runs = _merged(_runs(year or "", month, day))
    if not runs:
        raise InvalidDateError(whole, at, "there is no such day in the calendar")
    if month and month.isdigit() and int(month) > 12:
        precision = Precision.SEASON
    elif day and "X" not in day:
        precision = Precision.DAY
    elif month and "X" not in month:
        precision = Precision.MONTH
    else:
        unspecified = len(year or "") - len((year or "").rstrip("X"))
        precision = (Precision.YEAR, Precision.DECADE, Precision.CENTURY, *[Precision.MILLENNIUM] * 2)[
            unspecified
        ]
    return _make(text, "point", runs, runs, precision)


def _numbers(pattern: str, numbers: Iterable[int], width: int) -> list[int]:
    wanted = re.compile(pattern.replace("X", "[0-9]"))
    return [number for number in numbers if wanted.fullmatch(f"{number:0{width}}")]


def _runs(year: str, month: str | None, day: str | None) -> Iterable[Run]:
    years = _numbers(year, range(1, 10_000), 4) if "X" in year else [int(year)]
    for each in years:
        if month is None:
            yield datetime.date(each, 1, 1).toordinal(), datetime.date(each, 12, 31).toordinal()
        elif month.isdigit() and int(month) in _SEASONS and day is None:
            first, last = _SEASONS[int(month)]
            end = (each, last) if last <= 12 else (each + 1, last - 12)
            if end[0] > 9999:
                end = (9999, 12)
            low = datetime.date(each, first, 1).toordinal()
            yield low, datetime.date(*end, monthrange(*end)[1]).toordinal()
        else:
            for number in _numbers(month, range(1, 13), 2):
                days = range(1, monthrange(each, number)[1] + 1)
                for first, last in _stretches(_numbers(day, days, 2) if day else days):
                    low = datetime.date(each, number, 1).toordinal() - 1
                    yield low + first, low + last


def _stretches(numbers: Iterable[int]) -> Iterable[Run]:
    return _merged((number, number) for number in numbers)


def _merged(runs: Iterable[Run]) -> tuple[Run, ...]:
    found: list[Run] = []
    for low, high in sorted(runs):
        if found and low <= found[-1][1] + 1:
            found[-1] = (found[-1][0], max(high, found[-1][1]))
        else:
            found.append((low, high))
    return tuple(found)


def _interval(text: str) -> HistoricalDate:
    first, _, last = text.partition("/")
    if "/" in last:
        raise InvalidDateError(text, text.rindex("/"), "an interval has one slash")
    if first in ("", "..") and last in ("", ".."):
        raise InvalidDateError(text, 0, "at least one end of an interval is given")
    start = None if first in ("", "..") else _point(first, text, 0)
    end = None if last in ("", "..") else _point(last, text, len(first) + 1)
    if start is not None and end is not None and start._first_start > end._last_end:
        raise InvalidDateError(text, len(first) + 1, "an interval ends after it begins")
    starts = start._starts if start else ((_FIRST, _FIRST),) if first else ((_FIRST, end._last_end),)  # type: ignore[union-attr]
    ends = end._ends if end else ((_LAST, _LAST),) if last else ((start._first_start, _LAST),)  # type: ignore[union-attr]
    precisions = [each.precision for each in (start, end) if each is not None]
    coarsest = max(precisions, key=list(Precision).index)
    return _make(text, "interval", starts, ends, coarsest, start=start, end=end)


def _set(text: str) -> HistoricalDate:
    if not text.endswith("]") or not text[1:-1]:
        raise InvalidDateError(text, len(text) - 1, "a set is written like [1993-02-24,1993-12-24]")
    members, at = [], 1
    for part in text[1:-1].split(","):
        members.append(_point(part.strip(), text, at))
        at += len(part) + 1
    runs = _merged(run for member in members for run in member._starts)
    coarsest = max((member.precision for member in members), key=list(Precision).index)
    canonical = f"[{','.join(map(str, members))}]"
    return _make(canonical, "set", runs, runs, coarsest, members=tuple(members))


def _in_words(date: HistoricalDate) -> str:
    if date.is_interval:
        return _interval_in_words(date)
    if date.members:
        words = [_in_words(member) for member in date.members]
        years = {word[-4:] for word in words}
        if len(years) == 1 and all(len(word) > len("1993") for word in words):
            words = [word[: -len(" 1993")] for word in words[:-1]] + words[-1:]
        return f"{', '.join(words[:-1])} or {words[-1]}" if len(words) > 1 else words[0]
    marks = ("about " if date.is_approximate else "") + ("perhaps " if date.is_uncertain else "")
    return marks + _point_in_words(re.sub("[?~%]", "", str(date)), date.precision)


def _interval_in_words(date: HistoricalDate) -> str:
    first = "" if date.start is None else _in_words(date.start)
    last = "" if date.end is None else _in_words(date.end)
    if date.start is None:
        return f"until {last}" if date.open_start else f"from an unknown day until {last}"
    if date.end is None:
        return f"from {first} on" if date.open_end else f"from {first} until an unknown day"
    return f"{first} to {last}"


def _point_in_words(plain: str, precision: Precision) -> str:
    year, *rest = plain.split("-")
    if precision is Precision.DECADE and not rest:
        return f"{year[:3]}0s"
    if "X" in plain:
        return plain
    if precision is Precision.SEASON:
        season = int(rest[0])
        return f"{('spring', 'summer', 'autumn', 'winter')[season - 21]} {year}"
    day = [str(int(rest[1]))] if len(rest) > 1 else []
    month = [_MONTHS[int(rest[0]) - 1].capitalize()] if rest else []
    return " ".join([*day, *month, year])


def _from_text(text: str, *, dayfirst: bool | None) -> HistoricalDate:
    plain = " ".join(text.split()).strip(" .")
    if re.fullmatch(r"[0-9]{4}(-[0-9]{2}){0,2}", plain):
        return _parsed(plain)
    if match := re.fullmatch(r"([0-9]{1,2})([./-])([0-9]{1,2})\2([0-9]{4})", plain):
        first, separator, second, year = match.groups()
        readings = {}
        for name, (month, day) in {"day": (second, first), "month": (first, second)}.items():
            try:
                readings[name] = _parsed(f"{year}-{int(month):02}-{int(day):02}")
            except InvalidDateError:
                continue
        order = "day" if dayfirst or separator == "." else None if dayfirst is None else "month"
        if order in readings:
            return readings[order]
        different = sorted({str(reading) for reading in readings.values()})
        if order is None and len(different) == 1:
            return HistoricalDate(different[0])
        raise InvalidDateError(text, 0, "it does not say which number is the day", different)
    if re.fullmatch(r"[0-9]{1,2} ?[A-Za-z]{3,9}\.? ?[0-9]{4}|[A-Za-z]{3,9}\.? [0-9]{1,2}, ?[0-9]{4}", plain):
        return _read(text, plain, "%Y-%m-%d")
    if re.fullmatch(r"[A-Za-z]{3,9}\.? [0-9]{4}", plain):
        return _read(text, plain, "%Y-%m")
    raise InvalidDateError(
        text, 0, "it is read if it is like 16 September 1996, 24.02.1993 or September 2008"
    )


def _read(text: str, plain: str, form: str) -> HistoricalDate:
    from dateutil import parser

    # Read over two different days: what the text does not say would differ, and is never filled in.
    defaults = (datetime.datetime(2000, 1, 1), datetime.datetime(2000, 1, 2))  # noqa: DTZ001 - only the day is used
    try:
        days = {parser.parse(plain, default=default, dayfirst=True).strftime(form) for default in defaults}
    except (ValueError, OverflowError):
        days = set()
    if len(days) != 1:
        raise InvalidDateError(text, 0, "there is no such day in the calendar")
    return _parsed(days.pop())
