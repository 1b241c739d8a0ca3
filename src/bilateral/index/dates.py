"""The dates of a corpus in order of time: which rows lie before, in, or after a stretch of days."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple, TypeAlias

from bilateral.dates import HistoricalDate
from bilateral.index.answers import Answer
from bilateral.index.rows import Bitmap, Listed, Rows, Run, Runs, packed
from bilateral.truth import Truth

Judge: TypeAlias = Callable[[HistoricalDate], Truth]
Stretch: TypeAlias = tuple[int, int, Truth]
"""Positions from the first up to, but without, the second, and the answer for all dates there."""

_PLACES = 256
"""The days asked for last are remembered, up to so many."""

_GRADE = 3
"""Dates are kept apart by their lengths: up to so many times twice as long as the shortest."""


class Zones(NamedTuple):
    """The answers for dates that lie wholly before, in, or after the days that are asked for.

    Attributes:
        before: the answer for all that ended before the first day.
        within: the answer for all that lie between the first and the last day.
        after: the answer for all that began after the last day.
    """

    before: Truth
    within: Truth
    after: Truth


DATED = Zones(Truth.NO, Truth.YES, Truth.NO)
BEFORE = Zones(Truth.YES, Truth.NO, Truth.NO)
AFTER = Zones(Truth.NO, Truth.NO, Truth.YES)


class Dates:
    """Different dates in order, each with its rows.

    Most dates lie wholly in one of three zones around the days asked for, which one answer does for; only
    those that reach across its first or last day are judged one by one.

    Args:
        size: the number of rows of the corpus.
        dates: the different dates, in order.
        starts: where in ``order`` the rows of each begin; and, last, where all end.
        order: the rows, date by date; None if that is their own order.

    Examples:
        >>> days = [HistoricalDate(text) for text in ("1993", "1993-05-01", "1994")]
        >>> found = Dates(3, days, [0, 1, 2, 3]).answer(
        ...     HistoricalDate("1993-05"), lambda date: date.touches(HistoricalDate("1993-05")), DATED
        ... )
        >>> list(found.certain), list(found.possible)
        ([1], [0, 1])
    """

    __slots__ = ("_dates", "_firsts", "_order", "_places", "_size", "_starts", "_wide")

    def __init__(
        self,
        size: int,
        dates: Sequence[HistoricalDate],
        starts: Sequence[int],
        order: array[int] | None = None,
    ) -> None:
        self._size = size
        self._dates = dates
        self._starts = starts
        self._order = order
        self._firsts = [date.earliest.toordinal() for date in dates]
        wide: dict[int, _Wide] = {}
        for position, (date, first) in enumerate(zip(dates, self._firsts, strict=True)):
            last = date.latest.toordinal()
            if last > first:
                grade = (last - first).bit_length() // _GRADE
                wide.setdefault(grade, _Wide(1 << (grade + 1) * _GRADE)).add(first, last, position)
        self._wide = [*wide.values()]
        self._places: dict[HistoricalDate, tuple[int, int, list[int]]] = {}

    @property
    def recorded(self) -> Rows:
        """The rows that have a date."""
        return self._rows([(0, len(self._dates))])

    def __iter__(self) -> Iterator[tuple[HistoricalDate, int, int]]:
        return zip(self._dates, self._starts, self._starts[1:], strict=False)

    def answer(self, asked: HistoricalDate, judge: Judge, zones: Zones) -> Answer:
        """Return the rows whose date surely, and whose date possibly, stands to some days as asked.

        Args:
            asked: the days.
            judge: the answer for one date.
            zones: the answers for all dates of a zone; that within holds if the days are one run of known
                ends.

        Returns:
            The answer for the rows that have a date.
        """
        certain: list[Run] = []
        possible: list[Run] = []
        for start, stop, truth in self._stretches(asked, judge, zones):
            if truth is not Truth.NO:
                _extend(possible, start, stop)
                if truth is Truth.YES:
                    _extend(certain, start, stop)
        surely = self._rows(certain)
        return Answer(surely, surely if certain == possible else self._rows(possible))

    def _stretches(self, asked: HistoricalDate, judge: Judge, zones: Zones) -> Iterator[Stretch]:
        low, high, single = self._located(asked)
        start = 0
        for stop, truth in ((low, zones.before), (high, zones.within), (len(self._dates), zones.after)):
            for position in single:
                if start <= position < stop:
                    if start < position:
                        yield start, position, truth
                    yield position, position + 1, judge(self._dates[position])
                    start = position + 1
            if start < stop:
                yield start, stop, truth
                start = stop

    def _located(self, asked: HistoricalDate) -> tuple[int, int, list[int]]:
        """Return where the days asked for begin and end, and which dates must be judged one by one."""
        # The same years are asked for again and again.
        found = self._places.get(asked)
        if found is None:
            first, last = asked.earliest.toordinal(), asked.latest.toordinal()
            low, high = bisect_left(self._firsts, first), bisect_right(self._firsts, last)
            single = {
                position for wide in self._wide for day in (first, last + 1) for position in wide.across(day)
            }
            if asked.unknown_start or asked.unknown_end or len(asked.spans) > 1:
                return low, high, sorted(single.union(range(low, high)))
            if len(self._places) >= _PLACES:
                self._places.clear()
            found = self._places[asked] = low, high, sorted(single)
        return found

    def _rows(self, stretches: list[Run]) -> Rows:
        runs = tuple([(self._starts[start], self._starts[stop]) for start, stop in stretches])
        if self._order is None:
            return Runs(self._size, runs)
        if sum(stop - start for start, stop in runs) * 16 > self._size:
            numbers = chain.from_iterable(self._order[start:stop] for start, stop in runs)
            return Bitmap(self._size, packed(numbers, self._size, dense=True))
        found = array("I")
        for start, stop in runs:
            found += self._order[start:stop]
        return Listed(self._size, array("I", sorted(found)))


class _Wide:
    """Dates of several days each, of about one length: what reaches across a day began not long before it.

    Args:
        reach: more days than the longest of them has.
    """

    __slots__ = ("_firsts", "_lasts", "_positions", "_reach")

    def __init__(self, reach: int) -> None:
        self._reach = reach
        self._firsts: list[int] = []
        self._lasts: list[int] = []
        self._positions: list[int] = []

    def add(self, first: int, last: int, position: int) -> None:
        self._firsts.append(first)
        self._lasts.append(last)
        self._positions.append(position)

    def across(self, day: int) -> list[int]:
        high = bisect_left(self._firsts, day)
        low = bisect_left(self._firsts, day - self._reach, 0, high)
        return [self._positions[i] for i in range(low, high) if self._lasts[i] >= day]


def _extend(runs: list[Run], start: int, stop: int) -> None:
    if runs and runs[-1][1] == start:
        start, _ = runs.pop()
    runs.append((start, stop))


def in_order(size: int, dates: Iterable[HistoricalDate]) -> Dates:
    """Return the dates of rows that are themselves in order of time.

    Args:
        size: the number of rows of the corpus.
        dates: the dates of the first rows, in order.
    """
    different: list[HistoricalDate] = []
    starts: list[int] = []
    count = 0
    for count, date in enumerate(dates, 1):
        if not different or (date is not different[-1] and date != different[-1]):
            different.append(date)
            starts.append(count - 1)
    return Dates(size, different, [*starts, count])


def gathered(size: int, dates: Iterable[HistoricalDate | None]) -> Dates:
    """Return the dates of rows that are in any order.

    Args:
        size: the number of rows of the corpus.
        dates: the date of each row; None if it has none.
    """
    rows: dict[HistoricalDate, array[int]] = {}
    for row, date in enumerate(dates):
        if date is not None:
            rows.setdefault(date, array("I")).append(row)
    different = sorted(rows)
    order, starts = array("I"), [0]
    for date in different:
        order += rows[date]
        starts.append(len(order))
    return Dates(size, different, starts, order)
