"""The dates of a corpus in order of time: which rows lie before, in, or after a stretch of days."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from typing import TypeAlias

from bilateral.dates import HistoricalDate
from bilateral.index.answers import Answer
from bilateral.index.pages import Run, packed
from bilateral.index.rows import Bitmap, Listed, Rows, Runs
from bilateral.truth import Truth

Judge: TypeAlias = Callable[[HistoricalDate], Truth]

BEFORE, DATED, AFTER = range(3)
"""Where a date surely is what is asked for: before the first day, from the first to the last, or after it."""

_YEAR = 366
"""Dates of several days are kept apart by their lengths: up to a year, up to two, up to four, and so on."""


class Dates:
    """Different dates in order, each with its rows.

    Most dates lie wholly before, between or after the days asked for; only those that reach across the first
    or last of these are looked at one by one. A point among them (a month, a year) may be on either side.

    Args:
        size: the number of rows of the corpus.
        dates: the different dates, in order.
        starts: where in ``order`` the rows of each begin; and, last, where all end.
        order: the rows, date by date; None if that is their own order: what has no date then comes last.

    Examples:
        >>> days = [HistoricalDate(text) for text in ("1993", "1993-05-01", "1994")]
        >>> found = Dates(3, days, [0, 1, 2, 3]).answer(
        ...     HistoricalDate("1993-05"), lambda date: date.touches(HistoricalDate("1993-05")), DATED
        ... )
        >>> list(found.certain), list(found.possible)
        ([1], [0, 1])
    """

    __slots__ = ("_dates", "_firsts", "_order", "_points", "_size", "_starts", "_undated", "_wide")

    def __init__(
        self,
        size: int,
        dates: Sequence[HistoricalDate],
        starts: Iterable[int],
        order: array[int] | None = None,
    ) -> None:
        self._size = size
        self._dates = dates
        self._starts = array("I", starts)
        self._order = order
        self._undated = [(self._starts[-1], size)] if order is None and self._starts[-1] < size else []
        self._firsts: list[int] = []
        self._points: set[int] = set()
        wide: dict[int, _Wide] = {}
        for position, date in enumerate(dates):
            first, last, _ = date._order()
            self._firsts.append(first)
            if last > first:
                if date.is_point:
                    self._points.add(position)
                grade = ((last - first) // _YEAR).bit_length()
                if grade not in wide:
                    wide[grade] = _Wide()
                wide[grade].add(first, last, position)
        self._wide = [*wide.values()]

    @property
    def recorded(self) -> Rows:
        """The rows that have a date."""
        return self._rows([(0, self._starts[-1])] if self._starts[-1] else [])

    def __iter__(self) -> Iterator[tuple[HistoricalDate, int, int]]:
        return zip(self._dates, self._starts, self._starts[1:], strict=False)

    def answer(self, asked: HistoricalDate, judge: Judge, zone: int) -> Answer:
        """Return the rows whose date surely, and whose date possibly, stands to some days as asked.

        Args:
            asked: the days.
            judge: the answer for one date.
            zone: BEFORE, DATED or AFTER: where it is surely YES; in the other two zones it is NO.

        Returns:
            The answer for the rows that have a date; UNKNOWN for what has none, if that comes last.
        """
        first, last = asked._first, asked._last
        low = bisect_left(self._firsts, first)
        high = bisect_right(self._firsts, last, low)
        edges = (0, low, high, len(self._dates))
        days = ((first,), (first, last + 1), (last + 1,))[zone]
        truths: dict[int, Truth] = {}
        for wide in self._wide:
            for day in days:
                for position in wide.across(day):
                    # A point that reaches across only one of the two days may be on either side of it.
                    known = position in self._points and position not in truths
                    truths[position] = Truth.UNKNOWN if known else judge(self._dates[position])
        if not asked._is_one_run and (asked.unknown_start or asked.unknown_end or len(asked.spans) > 1):
            each = {
                position for wide in self._wide for day in (first, last + 1) for position in wide.across(day)
            }
            truths = {position: judge(self._dates[position]) for position in each.union(range(low, high))}
        return self._answer(edges[zone], edges[zone + 1], truths)

    def _answer(self, start: int, stop: int, truths: dict[int, Truth]) -> Answer:
        """Return the answer that is YES from one position to another, but for those that were judged."""
        starts = self._starts
        if not truths and not self._undated:
            return Answer.exactly(self._rows([(starts[start], starts[stop])] if start < stop else []))
        certain: list[Run] = []
        possible: list[Run] = []
        at = start
        for position in sorted(truths):
            if at < position and at < stop:
                _extend(certain, starts[at], starts[min(position, stop)])
                _extend(possible, starts[at], starts[min(position, stop)])
            if at <= position:
                at = position + 1
            truth = truths[position]
            if truth is not Truth.NO:
                _extend(possible, starts[position], starts[position + 1])
                if truth is Truth.YES:
                    _extend(certain, starts[position], starts[position + 1])
        if at < stop:
            _extend(certain, starts[at], starts[stop])
            _extend(possible, starts[at], starts[stop])
        return Answer(self._rows(certain), self._rows(possible + self._undated))

    def _rows(self, runs: list[Run]) -> Rows:
        if self._order is None:
            return Runs(self._size, tuple(runs))
        if sum(stop - start for start, stop in runs) * 16 > self._size:
            numbers = chain.from_iterable(self._order[start:stop] for start, stop in runs)
            return Bitmap(self._size, packed(numbers, self._size, dense=True))
        found = array("I")
        for start, stop in runs:
            found += self._order[start:stop]
        return Listed(self._size, array("I", sorted(found)))


def _extend(runs: list[Run], start: int, stop: int) -> None:
    """Add a run that follows on the last one, or comes later."""
    if runs and runs[-1][1] == start:
        start, _ = runs.pop()
    runs.append((start, stop))


class _Wide:
    """Dates of several days each, of about one length: not many of those that began earlier reach a day."""

    __slots__ = ("_firsts", "_lasts", "_positions", "_reached")

    def __init__(self) -> None:
        self._firsts: list[int] = []
        self._lasts: list[int] = []
        self._reached: list[int] = []
        self._positions: list[int] = []

    def add(self, first: int, last: int, position: int) -> None:
        self._firsts.append(first)
        self._lasts.append(last)
        self._reached.append(max(last, self._reached[-1] if self._reached else last))
        self._positions.append(position)

    def across(self, day: int) -> list[int]:
        """Return the positions of the dates that began before a day and reach it."""
        found = []
        at = bisect_left(self._firsts, day) - 1
        # Back to where none so far had reached the day.
        while at >= 0 and self._reached[at] >= day:
            if self._lasts[at] >= day:
                found.append(self._positions[at])
            at -= 1
        return found


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
