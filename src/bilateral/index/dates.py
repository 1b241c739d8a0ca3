"""The dates of a corpus in order of time: which rows lie before, in, or after a stretch of days."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple, TypeAlias

from bilateral.dates import HistoricalDate
from bilateral.index.answers import Answer
from bilateral.index.rows import Bitmap, Listed, Rows, Runs, packed
from bilateral.truth import Truth

Judge: TypeAlias = Callable[[HistoricalDate], Truth]
Stretch: TypeAlias = tuple[int, int, Truth]
"""Positions from the first up to, but without, the second, and the answer for all dates there."""


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

    __slots__ = ("_dates", "_firsts", "_order", "_size", "_starts", "_wide")

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
        # By the bits of their length: what reaches across a day began no earlier than its length allows.
        self._wide: dict[int, tuple[list[int], list[int], list[int]]] = {}
        for position, (date, first) in enumerate(zip(dates, self._firsts, strict=True)):
            last = date.latest.toordinal()
            if last > first:
                wide = self._wide.setdefault((last - first).bit_length(), ([], [], []))
                for kept, value in zip(wide, (first, last, position), strict=True):
                    kept.append(value)

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
        certain, possible = [], []
        for start, stop, truth in self._stretches(asked, judge, zones):
            if truth is not Truth.NO:
                possible.append((start, stop))
                if truth is Truth.YES:
                    certain.append((start, stop))
        surely = self._rows(certain)
        return Answer(surely, surely if certain == possible else self._rows(possible))

    def _stretches(self, asked: HistoricalDate, judge: Judge, zones: Zones) -> Iterator[Stretch]:
        first, last = asked.earliest.toordinal(), asked.latest.toordinal()
        low, high = bisect_left(self._firsts, first), bisect_right(self._firsts, last)
        single = {*self._across(first), *self._across(last + 1)}
        if asked.unknown_start or asked.unknown_end or len(asked.spans) > 1:
            single.update(range(low, high))
        edges = [low, high, len(self._dates), *chain.from_iterable((i, i + 1) for i in single)]
        start = 0
        for stop in sorted(set(edges)):
            if start in single:
                yield start, stop, judge(self._dates[start])
            elif start < stop:
                truth = zones.before if start < low else zones.within if start < high else zones.after
                yield start, stop, truth
            start = stop

    def _across(self, day: int) -> Iterator[int]:
        """Yield the positions of the dates that may be on a day or later, but also before it."""
        for bits, (firsts, lasts, positions) in self._wide.items():
            low = bisect_left(firsts, day - (1 << bits) + 1)
            for i in range(low, bisect_left(firsts, day)):
                if lasts[i] >= day:
                    yield positions[i]

    def _rows(self, stretches: Iterable[tuple[int, int]]) -> Rows:
        runs = [(self._starts[start], self._starts[stop]) for start, stop in stretches]
        if self._order is None:
            return Runs(self._size, runs)
        if sum(stop - start for start, stop in runs) * 16 > self._size:
            numbers = chain.from_iterable(self._order[start:stop] for start, stop in runs)
            return Bitmap(self._size, packed(numbers, self._size, dense=True))
        found = array("I")
        for start, stop in runs:
            found += self._order[start:stop]
        return Listed(self._size, array("I", sorted(found)))


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
