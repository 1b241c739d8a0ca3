"""HistoricalDate: a date as its source gives it, with questions that have three answers."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple, NoReturn, TypeAlias

from bilateral.dates import parts as relations
from bilateral.dates.calendar import MONTHS, PARTS_OF_YEAR, is_leap, length
from bilateral.dates.grammar import LONGEST, marks, parse
from bilateral.dates.parts import Parts, forget, parts_of
from bilateral.dates.precision import Precision, precision_of
from bilateral.dates.runs import Runs
from bilateral.errors import InvalidDateError, InvalidValueError
from bilateral.truth import Truth

if TYPE_CHECKING:
    from dateutil.relativedelta import relativedelta

_day = datetime.date.fromordinal


class Bounds(NamedTuple):
    """The four bounds of a date, as CIDOC CRM has them; each is a ``datetime.date``.

    Attributes:
        begin_of_the_begin: the earliest day on which it may begin (P82a).
        end_of_the_begin: the latest day on which it may begin (P81a).
        begin_of_the_end: the earliest day on which it may end (P81b).
        end_of_the_end: the latest day on which it may end (P82b).
    """

    begin_of_the_begin: datetime.date
    end_of_the_begin: datetime.date
    begin_of_the_end: datetime.date
    end_of_the_end: datetime.date


class HistoricalDate:
    """A date as its source gives it, in EDTF: a point, an interval, or a set of points.

    A point (day, month, season, year, decade, one of a set) is one day that is not fully known; an
    interval is a stretch of days whose ends are points; an all-of set (``{1996,1999}``) is one such day
    or stretch for each of its members. ``==`` compares the canonical EDTF text; ``<`` orders by
    earliest day, latest day, text, for sorting; everything about uncertainty is in the methods that
    return a Truth.

    Args:
        text: EDTF, levels 0 to 2, in the years 1 to 9999, without times of day.

    Raises:
        InvalidDateError: if the text is no EDTF.
        UnsupportedDateError: if it is EDTF beyond the years 1 to 9999, or with a time of day.

    Examples:
        >>> embassy = HistoricalDate("1993-01")
        >>> embassy.before(HistoricalDate("1993-01-15"))
        Truth.UNKNOWN

    References:
        Library of Congress, *Extended Date/Time Format (EDTF) Specification*, 4 February 2019.
    """

    __slots__ = ("_first", "_kind", "_last", "_text")

    # Ordinals and not dates, which take more room; what else there is to know is worked out from the text.
    _text: str
    _first: int
    _last: int
    _kind: str

    def __new__(cls, text: str) -> HistoricalDate:  # noqa: D102, PYI034 - equal texts may share one object
        try:
            return _cached(text) if len(text) <= _LONGEST_CACHED else parsed(text)
        except TypeError:
            raise TypeError(f"EDTF is text, not {text!r}") from None

    @classmethod
    def parse(cls, text: str) -> HistoricalDate:
        """Return the date that EDTF text stands for; ``str`` is its inverse.

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
        try:
            return _cached(text) if len(text) <= _LONGEST_CACHED else parsed(text)
        except TypeError:
            raise TypeError(f"EDTF is text, not {text!r}") from None

    @classmethod
    def of(cls, value: DateLike) -> HistoricalDate:
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
        return cls.parse(value if isinstance(value, str) else value.isoformat())

    @classmethod
    def one_of(cls, dates: Iterable[DateLike]) -> HistoricalDate:
        """Return the date that is one of several.

        Args:
            dates: points or one-of sets; at least one.

        Returns:
            The EDTF set of them in order; of one date, that date.

        Raises:
            InvalidDateError: if one of them is an interval or an all-of set, or there is none.

        Examples:
            >>> HistoricalDate.one_of([HistoricalDate("1992-08-30"), HistoricalDate("1992-08-27")])
            HistoricalDate('[1992-08-27,1992-08-30]')
        """
        texts = []
        for date in map(cls.of, dates):
            if date._kind in ("/", "{"):
                raise InvalidDateError(date._text, 0, "it is more than one day, and cannot be one of several")
            texts.append(date._text[1:-1] if date._kind == "[" else date._text)
        made = cls.parse(f"[{','.join(texts)}]")
        alone = made._text[1:-1]
        return made if "," in alone or ".." in alone else cls.parse(alone)

    @classmethod
    def from_text(cls, text: str, *, dayfirst: bool | None = None) -> HistoricalDate:
        """Return the date that people's writing stands for.

        Args:
            text: such as ``"16 September 1996"``, ``"24.02.1993"``, ``"September 2008"``, ``"16sep1996"``,
                ``"c. 1995"``, ``"before 1994"`` or ``"1990s"``, in English, Russian, Kazakh or
                Azerbaijani; of French, German and Spanish, days and months.
            dayfirst: how to read ``03/04/2005``; without it, such a text is refused.

        Returns:
            The date, as precise as the text; nothing is guessed or filled in.

        Raises:
            InvalidDateError: if it is no date, or has several readings, which it then carries as EDTF.

        Examples:
            >>> HistoricalDate.from_text("September 2008")
            HistoricalDate('2008-09')
            >>> HistoricalDate.from_text("24.12.1993")
            HistoricalDate('1993-12-24')
        """
        from bilateral.dates.reading import read

        return cls.parse(read(text, dayfirst=dayfirst))

    # --- what it says ---

    @property
    def precision(self) -> Precision:
        """How finely it is known; of an interval or a set, its coarsest point.

        Examples:
            >>> HistoricalDate("1993-01").precision.value
            'month'
        """
        return precision_of(self._text)

    @property
    def is_interval(self) -> bool:
        """Whether it is a stretch of days.

        Examples:
            >>> HistoricalDate("1992/2013").is_interval
            True
        """
        return self._kind == "/"

    @property
    def is_point(self) -> bool:
        """Whether it is one day, fully known or not, a one-of set included.

        Examples:
            >>> HistoricalDate("1993").is_point, HistoricalDate("{1993,1996}").is_point
            (True, False)
        """
        return self._kind not in ("/", "{")

    @property
    def start(self) -> HistoricalDate | None:
        """The beginning of an interval; None if it is open or unknown, and of what is no interval.

        Examples:
            >>> HistoricalDate("1992-08/2013").start
            HistoricalDate('1992-08')
        """
        text = self._text.partition("/")[0] if self.is_interval else ""
        return HistoricalDate.parse(text) if text.strip(".") else None

    @property
    def end(self) -> HistoricalDate | None:
        """The end of an interval; None if it is open or unknown, and of what is no interval.

        Examples:
            >>> HistoricalDate("1992/..").end is None
            True
        """
        text = self._text.partition("/")[2] if self.is_interval else ""
        return HistoricalDate.parse(text) if text.strip(".") else None

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
    def members(self) -> tuple[HistoricalDate, ...]:
        """What a set lists, in order; a range (``1670..1672``) stays a set of itself; else empty.

        Examples:
            >>> HistoricalDate("[1667,1670..1672]").members
            (HistoricalDate('1667'), HistoricalDate('[1670..1672]'))
        """
        if self._kind not in ("[", "{"):
            return ()
        opening, closing = self._text[0], self._text[-1]
        listed = self._text[1:-1].split(",")
        return tuple(
            HistoricalDate.parse(each if ".." not in each else f"{opening}{each}{closing}") for each in listed
        )

    @property
    def is_uncertain(self) -> bool:
        """Whether any part is marked uncertain (``?`` or ``%``)."""
        return "?" in self._text or "%" in self._text

    @property
    def is_approximate(self) -> bool:
        """Whether any part is marked approximate (``~`` or ``%``)."""
        return "~" in self._text or "%" in self._text

    def qualifier(self, component: str) -> str:
        """Return the mark that holds of one component of a point.

        Args:
            component: ``"year"``, ``"month"`` or ``"day"``.

        Returns:
            ``"?"`` (uncertain), ``"~"`` (approximate), ``"%"`` (both) or nothing.

        Raises:
            InvalidValueError: for another component, and of an interval or a set: ask its ends or members.

        Examples:
            >>> date = HistoricalDate("2004-06~-11")
            >>> date.qualifier("month"), date.qualifier("day")
            ('~', '')
        """
        names = ("year", "month", "day")
        if component not in names:
            raise InvalidValueError("component", component, f"it must be one of {', '.join(names)}")
        if self._kind in ("/", "[", "{"):
            raise InvalidValueError(
                "qualifier", self._text, "it must be one point; ask its start, end or members"
            )
        return marks(self._text)[names.index(component)]

    # --- its bounds ---

    @property
    def earliest(self) -> datetime.date:
        """The first day it may hold; ``date.min`` if its beginning is open or unknown.

        Examples:
            >>> HistoricalDate("1993-01").earliest
            datetime.date(1993, 1, 1)
        """
        return _day(self._first)

    @property
    def latest(self) -> datetime.date:
        """The last day it may hold; ``date.max`` if its end is open or unknown.

        Examples:
            >>> HistoricalDate("1993-01").latest
            datetime.date(1993, 1, 31)
        """
        return _day(self._last)

    @property
    def bounds(self) -> Bounds:
        """Between which days it begins, and between which it ends.

        Examples:
            >>> bounds = HistoricalDate("1992/1995-06").bounds
            >>> str(bounds.end_of_the_begin), str(bounds.begin_of_the_end)
            ('1992-12-31', '1995-06-01')

        References:
            CIDOC CRM 7.1, P81 *ongoing throughout* and P82 *at some time within*.
        """
        return Bounds(
            _day(self._first),
            _day(relations.last_start(self._parts)),
            _day(relations.first_end(self._parts)),
            _day(self._last),
        )

    @property
    def spans(self) -> tuple[tuple[datetime.date, datetime.date], ...]:
        """The runs of days it may hold; first and last day of each.

        Examples:
            >>> len(HistoricalDate("[1992-08-27,1992-08-30]").spans)
            2
        """
        return tuple((_day(low), _day(high)) for low, high in relations.touched(self._parts))

    @property
    def cover(self) -> HistoricalDate:
        """The stretch from its earliest to its latest day; open and unknown ends stay so.

        Examples:
            >>> HistoricalDate("1996").cover
            HistoricalDate('1996-01-01/1996-12-31')
        """
        first = ".." if self.open_start else "" if self.unknown_start else self.earliest.isoformat()
        last = ".." if self.open_end else "" if self.unknown_end else self.latest.isoformat()
        return HistoricalDate.parse(f"{first}/{last}")

    def to_date(self) -> datetime.date:
        """Return the day that it is.

        Returns:
            The day; ``HistoricalDate.of`` is the inverse.

        Raises:
            InvalidValueError: if it is not one day that is fully known.

        Examples:
            >>> HistoricalDate("1996-09-16").to_date()
            datetime.date(1996, 9, 16)
        """
        if self._first != self._last:
            raise InvalidValueError(
                "HistoricalDate", self._text, "it must be one day; ask for .earliest and .latest instead"
            )
        return self.earliest

    # --- questions with three answers ---

    def before(self, other: DateLike) -> Truth:
        """Return whether it ended before another began.

        Args:
            other: another date, or EDTF text or a ``datetime.date`` for it.

        Returns:
            YES if so whatever the days were, NO if on no day that they may have been.

        Examples:
            >>> HistoricalDate("1992").before(HistoricalDate("1993-01"))
            Truth.YES

        References:
            J. F. Allen, *Maintaining knowledge about temporal intervals*, 1983: "before" or "meets".
        """
        other = other if type(other) is HistoricalDate else HistoricalDate.of(other)
        if self._last < other._first:
            return Truth.YES
        possible = relations.first_end(self._parts) < relations.last_start(other._parts)
        return Truth.UNKNOWN if possible else Truth.NO

    def after(self, other: DateLike) -> Truth:
        """Return whether it began after another had ended.

        Args:
            other: another date, or EDTF text or a ``datetime.date`` for it.

        Returns:
            As ``before``, the other way round.

        Examples:
            >>> HistoricalDate("1993").after(HistoricalDate("1992-08-30"))
            Truth.YES
        """
        return HistoricalDate.of(other).before(self)

    def overlaps(self, other: DateLike) -> Truth:
        """Return whether it shares a day with another.

        Args:
            other: another date, or EDTF text or a ``datetime.date`` for it.

        Returns:
            YES if so whatever the days were, NO if on no day that they may have been; of two all-of sets
            YES only if one of the members alone makes it so.

        Examples:
            >>> HistoricalDate("1993/1995").overlaps(HistoricalDate("1994-05"))
            Truth.YES
        """
        return relations.overlap(self._parts, HistoricalDate.of(other)._parts)

    def coincides(self, other: DateLike) -> Truth:
        """Return whether it is of the same day or days as another.

        Args:
            other: another date, or EDTF text or a ``datetime.date`` for it.

        Returns:
            YES only if both are fully known and the same; NO if they cannot be the same. Of all-of sets
            that are not fully known UNKNOWN, too, where only trying every way would show NO.

        Examples:
            >>> HistoricalDate("1996").coincides(HistoricalDate("1996-09-16"))
            Truth.UNKNOWN
        """
        return relations.coincide(self._parts, HistoricalDate.of(other)._parts)

    def starts(self, other: DateLike) -> Truth:
        """Return whether it begins on the day on which another begins.

        Args:
            other: another date, or EDTF text or a ``datetime.date`` for it.

        Returns:
            YES if so whatever the days were, NO if on no day that they may have been.

        Examples:
            >>> HistoricalDate("1992-08-30/1992-09-02").starts(HistoricalDate("1992-08-30/.."))
            Truth.YES
        """
        theirs = relations.starts(HistoricalDate.of(other)._parts)
        return relations.same(relations.starts(self._parts), theirs)

    def ends(self, other: DateLike) -> Truth:
        """Return whether it ends on the day on which another ends.

        Args:
            other: another date, or EDTF text or a ``datetime.date`` for it.

        Returns:
            As ``starts``, for the ends.

        Examples:
            >>> HistoricalDate("1992/1996-09-16").ends(HistoricalDate("1996-09"))
            Truth.UNKNOWN
        """
        theirs = relations.ends(HistoricalDate.of(other)._parts)
        return relations.same(relations.ends(self._parts), theirs)

    def within(self, frame: DateLike) -> Truth:
        """Return whether it lies wholly in the stretch of days that another date names.

        Args:
            frame: the stretch: of a point or a set all days it may hold, of an interval all from its
                earliest day to its latest; an unknown end stays unknown.

        Returns:
            YES if so whatever the days were, NO if on no day that they may have been.

        Examples:
            >>> HistoricalDate("1996-09-16").within(HistoricalDate("1996/2006"))
            Truth.YES
        """
        frame = frame if type(frame) is HistoricalDate else HistoricalDate.of(frame)
        if self.is_point and frame._is_one_run:
            # Most questions are of this kind, and most of all dates show their answer by their ends.
            low, high = frame._first, frame._last
            if low <= self._first and self._last <= high:
                return Truth.YES
            if self._last < low or high < self._first:
                return Truth.NO
            if not self._kind or low <= self._first or self._last <= high:
                return Truth.UNKNOWN
        return relations.lie_within(self._parts, frame._surely_framed, relations.touched(frame._parts))

    def contains(self, other: DateLike) -> Truth:
        """Return whether another date lies wholly in the stretch of days that this one names.

        Args:
            other: the other date.

        Returns:
            As ``within``, the other way round.

        Examples:
            >>> HistoricalDate("1996").contains(HistoricalDate("1996-09"))
            Truth.YES
        """
        return HistoricalDate.of(other).within(self)

    def touches(self, frame: DateLike) -> Truth:
        """Return whether it shares a day with the stretch of days that another date names.

        Args:
            frame: the stretch, as for ``within``.

        Returns:
            For a point the same as ``within``; for an interval whether a day of it lies inside.

        Examples:
            >>> HistoricalDate("1992/1996").touches(HistoricalDate("1996"))
            Truth.YES
        """
        frame = frame if type(frame) is HistoricalDate else HistoricalDate.of(frame)
        if self.is_point:
            return self.within(frame)
        return relations.touch(self._parts, frame._surely_framed, relations.touched(frame._parts))

    @property
    def _is_one_run(self) -> bool:
        """Whether the stretch that it names is all days from the first to the last, for certain."""
        return not self._kind or (self._kind == "/" and "/" not in (self._text[0], self._text[-1]))

    @property
    def _parts(self) -> Parts:
        if not self._kind:
            return (relations.point(((self._first, self._last),)),)
        return parts_of(self._text, self._kind)

    @property
    def _surely_framed(self) -> Runs:
        """The days that the stretch it names surely holds: towards an unknown end only the other end."""
        if self.unknown_start:
            return ((self._last, self._last),)
        if self.unknown_end:
            return ((self._first, self._first),)
        return relations.touched(self._parts)

    # --- lengths of time ---

    def duration(self) -> tuple[datetime.timedelta, datetime.timedelta]:
        """Return how long it lasted, at least and at most, its first and its last day both counted.

        Returns:
            Two lengths in whole days; a point lasts one day; an open or unknown end counts up to
            ``date.min`` or ``date.max``.

        Examples:
            >>> [length.days for length in HistoricalDate("1993-01/1993-02-10").duration()]
            [11, 41]
        """
        if self.is_point:
            return datetime.timedelta(1), datetime.timedelta(1)
        parts = self._parts
        return datetime.timedelta(relations.shortest(parts)), datetime.timedelta(relations.longest(parts))

    def age(self, on: DateLike) -> tuple[relativedelta, relativedelta]:
        """Return how much time had passed since it began, at least and at most.

        Args:
            on: when the time is taken.

        Returns:
            Two ``dateutil.relativedelta.relativedelta`` in years, months and days; negative before it began.

        Examples:
            >>> least, most = HistoricalDate("1993-01").age(HistoricalDate("1996-09-16"))
            >>> (least.years, least.months, least.days), (most.years, most.months, most.days)
            ((3, 7, 16), (3, 8, 15))
        """
        from dateutil.relativedelta import relativedelta

        begun, taken = self.bounds, HistoricalDate.of(on).bounds
        return (
            relativedelta(taken.begin_of_the_begin, begun.end_of_the_begin),
            relativedelta(taken.end_of_the_end, begun.begin_of_the_begin),
        )

    def anniversaries(self, frame: DateLike, *, every: int = 1) -> Iterator[HistoricalDate]:
        """Yield the anniversaries of a day that lie in a frame.

        Args:
            frame: the stretch of days that is asked about.
            every: the number of years between two of them.

        Yields:
            Days, in order; of 29 February those of leap years alone, as in the rules of calendars.

        Raises:
            InvalidValueError: if it is not one day that is fully known, or ``every`` is no positive number.

        Examples:
            >>> treaty = HistoricalDate("1996-09-16")
            >>> [str(day) for day in treaty.anniversaries(HistoricalDate("2000/2010"), every=5)]
            ['2001-09-16', '2006-09-16']

        References:
            RFC 5545, 3.3.10: a rule that gives an invalid date skips it.
        """
        from dateutil.rrule import YEARLY, rrule

        frame = HistoricalDate.of(frame)
        _refuse_unless_whole("every", every, 1)
        midnight = datetime.datetime.combine(self.to_date(), datetime.time())
        last = datetime.datetime.combine(frame.latest, datetime.time())
        for moment in rrule(YEARLY, interval=every, dtstart=midnight, until=last):
            day = HistoricalDate.of(moment.date())
            if day != self and day.within(frame).possible:
                yield day

    def widened(self, *, years: int = 0, months: int = 0, days: int = 0) -> HistoricalDate:
        """Return the date with its bounds moved apart, for what a caller takes ``~`` or ``?`` to mean.

        Args:
            years: how many years to both sides, at least 0.
            months: how many months more.
            days: how many days more.

        Returns:
            Of a point the one-of set of all days in reach of one that it may be (or, where these are
            too many stretches to be listed, of all from the first to the last); of an interval or an
            all-of set the interval. It stops at the years 1 and 9999; open and unknown ends stay so; a
            month more than the end of February is the end of March.

        Raises:
            InvalidValueError: if a number is negative or not whole.

        Examples:
            >>> HistoricalDate("1995-06~").widened(months=3)
            HistoricalDate('[1995-03-01..1995-09-30]')
        """
        from dateutil.relativedelta import relativedelta

        for name, value in {"years": years, "months": months, "days": days}.items():
            _refuse_unless_whole(name, value, 0)
        reach = relativedelta(years=years, months=months, days=days)
        ends = [(_moved(low, -reach), _moved(high, reach)) for low, high in self.spans]
        if self.is_point:
            text = f"[{','.join(f'{low}..{high}' for low, high in ends)}]"
            if len(text) > LONGEST:
                text = f"[{ends[0][0]}..{ends[-1][1]}]"
            if self._text[:3] == "[..":
                text = f"[..{text.partition('..')[2]}"
            return HistoricalDate.parse(
                f"{text.rpartition('..')[0]}..]" if self._text[-3:] == "..]" else text
            )
        open_start, open_end = (
            self.open_start or self._text[:3] == "{..",
            self.open_end or self._text[-3:] == "..}",
        )
        begin = ".." if open_start else "" if self.unknown_start else ends[0][0]
        end = ".." if open_end else "" if self.unknown_end else ends[-1][1]
        return HistoricalDate.parse(f"{begin}/{end}")

    # --- for people ---

    def text(self, language: str = "en", style: str = "long") -> str:
        """Return the date in words.

        Args:
            language: ``"en"``, ``"ru"``, ``"kk"`` or ``"az"``; all but English need the extra
                ``languages``.
            style: ``"long"`` (24 February 1993) or ``"short"`` (24 Feb 1993).

        Returns:
            Such as ``"24 February or 24 December 1993"``.

        Raises:
            InvalidValueError: for another language or style.
            MissingExtraError: if the extra is not installed.

        Examples:
            >>> HistoricalDate("1993-01~").text()
            'about January 1993'
        """
        from bilateral.dates.wording import in_words

        return in_words(self, language, style)

    # --- as a value ---

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
        return self._first, self._last, self._text

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


DateLike: TypeAlias = HistoricalDate | datetime.date | str
"""A date, or EDTF text or a ``datetime.date`` that stands for one."""

# --- parsing, where it is to be quick ---

_LONGEST_CACHED = 64
_new = object.__new__
_put_text = HistoricalDate.__dict__["_text"].__set__
_put_first = HistoricalDate.__dict__["_first"].__set__
_put_last = HistoricalDate.__dict__["_last"].__set__
_put_kind = HistoricalDate.__dict__["_kind"].__set__
_from_iso = datetime.date.fromisoformat


def parsed(text: str) -> HistoricalDate:
    """Return the date that a text stands for, made anew."""
    if type(text) is not str:
        # Of a class derived from str only the letters are kept; anything else is refused by this.
        text = str.__str__(text)
    size = len(text)
    try:
        if size == 10 and text[4] == text[7] == "-":
            first = last = _from_iso(text).toordinal()
        elif size == 7 and text[4] == "-":
            day = _from_iso(f"{text}-01")
            first = day.toordinal()
            last = first + length(day.year, day.month) - 1
        elif size == 4:
            day = _from_iso(f"{text}-01-01")
            first = day.toordinal()
            last = first + (365 if is_leap(day.year) else 364)
        else:
            return _made(*parse(text))
    except ValueError:
        # All but plain days, months and years; and what is wrong with those, in words.
        return _made(*parse(text))
    return _made(text, first, last, "")


def _made(text: str, first: int, last: int, kind: str) -> HistoricalDate:
    made = _new(HistoricalDate)
    _put_text(made, text)
    _put_first(made, first)
    _put_last(made, last)
    _put_kind(made, kind)
    return made


_cached = lru_cache(maxsize=65_536)(parsed)


def _refuse_unless_whole(name: str, value: int, least: int) -> None:
    if type(value) is not int or value < least:
        raise InvalidValueError(name, value, f"it must be a whole number, at least {least}")


def _moved(day: datetime.date, reach: relativedelta) -> datetime.date:
    """Return a first or last day moved; as far as there are days."""
    forward = reach.years >= 0 and reach.months >= 0 and reach.days >= 0
    try:
        # Forward from the day after, so that the end of a month stays one.
        step = datetime.timedelta(1 if forward else 0)
        return day + step + reach - step
    except (ValueError, OverflowError):
        return datetime.date.max if forward else datetime.date.min


def set_parts_of_year(parts: Mapping[int, tuple[int, int]]) -> dict[int, tuple[int, int]]:
    """Set which months the seasons and other parts of a year have, for all dates made from now on.

    Set them before any date is made: dates that there are keep the bounds that they were made with.

    Args:
        parts: for each EDTF number from 21 to 41 that is to change, its first month (1 to 12) and its
            number of months (1 to 12), which may go on into the next year.

    Returns:
        What these numbers stood for before, to be set again.

    Raises:
        InvalidValueError: for another number, first month or number of months; then nothing is changed.

    Examples:
        >>> before = set_parts_of_year({24: (1, 3)})
        >>> HistoricalDate("1993-24").latest
        datetime.date(1993, 3, 31)
        >>> set_parts_of_year(before)
        {24: (1, 3)}
    """
    for number, months in parts.items():
        if number not in PARTS_OF_YEAR:
            raise InvalidValueError("set_parts_of_year", number, "it must be a number from 21 to 41")
        if not _are_months(months):
            reason = "it must be a first month and a number of months, each from 1 to 12, such as (1, 3)"
            raise InvalidValueError("set_parts_of_year", months, reason)
    before = {number: PARTS_OF_YEAR[number] for number in parts}
    PARTS_OF_YEAR.update(parts)
    _cached.cache_clear()
    forget()
    return before


def _are_months(value: object) -> bool:
    return (
        isinstance(value, tuple)
        and len(value) == 2
        and all(type(month) is int and 1 <= month <= MONTHS for month in value)
    )
