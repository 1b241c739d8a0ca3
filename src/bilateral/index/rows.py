"""Sets of rows of a corpus, in the form that is cheapest for each: runs, lists, or bitmaps."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, chain, repeat
from operator import and_, or_, sub, xor
from typing import ClassVar, TypeVar

from bilateral.index import pages
from bilateral.index.pages import Pages, Run

Item = TypeVar("Item")
_DENSE = 16
"""A list of more than one row of so many is packed row by row, a shorter one bit by bit."""
_FEW = 64
"""So many runs are made a bitmap one by one."""


class Rows:
    """A set of rows of a corpus of some size; never changed.

    Args:
        size: the number of rows of the whole corpus.

    Examples:
        >>> evens, run = Listed(8, array("I", [0, 2, 4, 6])), Runs(8, ((1, 5),))
        >>> list(evens & run), list(evens - run), list(evens | run), list(~run)
        ([2, 4], [0, 6], [0, 1, 2, 3, 4, 6], [0, 5, 6, 7])
    """

    __slots__ = ("_inverse", "_numbers", "_pages", "size")

    rank: ClassVar[int] = 0
    """The order in which several sets are best intersected: what is or soon will be a bitmap first."""

    def __init__(self, size: int) -> None:
        self.size = size
        self._pages: Pages | None = None
        self._numbers: array[int] | None = None
        self._inverse: Rows | None = None

    @property
    def numbers(self) -> array[int]:
        """The set as the numbers of its rows, in order."""
        if self._numbers is None:
            self._numbers = array("I", self)
        return self._numbers

    @property
    def pages(self) -> Pages:
        """The set as a bitmap."""
        if self._pages is None:
            self._pages = self._packed()
        return self._pages

    def _packed(self) -> Pages:
        raise NotImplementedError

    def __len__(self) -> int:
        raise NotImplementedError

    def __bool__(self) -> bool:
        return any(self.pages)

    def __iter__(self) -> Iterator[int]:
        return self.of(range(self.size))

    def __contains__(self, row: int) -> bool:
        return bool(self.pages[row // pages.PAGE] >> row % pages.PAGE & 1)

    def count(self, edges: Sequence[int]) -> list[int]:
        """Return how many of its rows lie between each edge and the next.

        Args:
            edges: rows, in order.
        """
        return Listed(self.size, self.numbers).count(edges)

    def holds(self, rows: Sequence[int]) -> Iterator[bool]:
        """Tell of each of some rows, in order, whether it is among these."""
        return Listed(self.size, self.numbers).holds(rows)

    def __getitem__(self, position: int) -> int:
        return self.numbers[position]

    def sliced(self, positions: slice) -> Rows:
        """Return the rows that stand at some positions of it."""
        chosen = self.numbers[positions]
        return Listed(self.size, array("I", sorted(chosen))) if chosen else nothing(self.size)

    def of(self, items: Sequence[Item]) -> Iterator[Item]:
        """Yield the items that stand in the rows, in order.

        Args:
            items: one item a row.
        """
        return pages.unpacked(self.pages, items)

    def __and__(self, other: Rows) -> Rows:
        if self is other:
            return self
        return Bitmap(self.size, list(map(and_, self.pages, other.pages)))

    def __or__(self, other: Rows) -> Rows:
        if self is other or not other:
            return self
        return Bitmap(self.size, list(map(or_, self.pages, other.pages))) if self else other

    def __sub__(self, other: Rows) -> Rows:
        # Not ``a & ~b``, which makes a negative number first and takes several times as long.
        if not other:
            return self
        return Bitmap(self.size, list(map(xor, self.pages, map(and_, self.pages, other.pages))))

    def __invert__(self) -> Rows:
        # Kept, since the rows of a value are: whoever asks for what has it not is answered as quickly.
        if self._inverse is None:
            self._inverse = Bitmap(self.size, list(map(xor, self.pages, pages.everything(self.size))))
        return self._inverse

    def __eq__(self, other: object) -> bool:
        return self.pages == other.pages if isinstance(other, Rows) else NotImplemented

    def __hash__(self) -> int:
        return hash(tuple(self.pages))


class Bitmap(Rows):
    """Rows as the bits of pages."""

    __slots__ = ("_count",)

    def __init__(self, size: int, bits: Pages) -> None:
        self.size = size
        self._pages: Pages | None = bits
        self._numbers = self._inverse = None
        self._count: int | None = None

    def __len__(self) -> int:
        if self._count is None:
            self._count = sum(map(int.bit_count, self.pages))
        return self._count

    def __and__(self, other: Rows) -> Rows:
        return other & self if isinstance(other, Runs) else super().__and__(other)


class Listed(Rows):
    """Rows as an array of their numbers, in order, or as some pieces of it.

    Args:
        size: the number of rows of the whole corpus.
        numbers: the array; it is not copied.
        pieces: the positions in it that count; None for all.
    """

    __slots__ = ("_count", "_pieces", "_source")

    rank: ClassVar[int] = 1

    def __init__(self, size: int, numbers: array[int], pieces: Sequence[Run] | None = None) -> None:
        self.size = size
        self._pages = self._inverse = None
        self._source = numbers
        self._pieces = pieces
        if pieces is None:
            self._numbers = numbers
            self._count = len(numbers)
        else:
            self._numbers = None
            self._count = 0
            for start, stop in pieces:
                self._count += stop - start

    @property
    def numbers(self) -> array[int]:
        """The numbers of its rows, in order; joined when they are first asked for."""
        if self._numbers is None:
            self._numbers = array("I")
            for start, stop in self._pieces or ():
                self._numbers += self._source[start:stop]
        return self._numbers

    def _packed(self) -> Pages:
        return pages.packed(self.numbers, self.size, dense=self._count * _DENSE > self.size)

    def __len__(self) -> int:
        return self._count

    def __bool__(self) -> bool:
        return self._count > 0

    def of(self, items: Sequence[Item]) -> Iterator[Item]:  # noqa: D102 - as in the base
        return map(items.__getitem__, self.numbers)

    def __contains__(self, row: int) -> bool:
        at = bisect_left(self.numbers, row)
        return at < len(self.numbers) and self.numbers[at] == row

    def count(self, edges: Sequence[int]) -> list[int]:  # noqa: D102 - as in the base
        at = list(map(bisect_left, repeat(self.numbers), edges))
        return list(map(sub, at[1:], at))

    def holds(self, rows: Sequence[int]) -> Iterator[bool]:  # noqa: D102 - as in the base
        numbers, number = self.numbers, self._count
        at = map(bisect_left, repeat(numbers), rows)
        return (i < number and numbers[i] == row for i, row in zip(at, rows, strict=True))

    def __and__(self, other: Rows) -> Rows:
        if isinstance(other, Runs):
            return self if other.is_all else self._cut(other.runs)
        return super().__and__(other)

    def _cut(self, runs: Iterable[Run]) -> Rows:
        """Return what of it lies in some runs, as pieces."""
        numbers, number = self.numbers, self._count
        pieces = []
        high = 0
        for start, stop in runs:
            low = bisect_left(numbers, start, high)
            high = bisect_left(numbers, stop, low) if stop < self.size else number
            if low < high:
                pieces.append((low, high))
        return Listed(self.size, numbers, pieces)

    def __sub__(self, other: Rows) -> Rows:
        return ~other & self if isinstance(other, Runs) else super().__sub__(other)


class Runs(Rows):
    """Rows as a few runs of neighbours, in order, that do not meet; see ``merged`` for those that may."""

    __slots__ = ("runs",)

    rank: ClassVar[int] = 2

    def __init__(self, size: int, runs: tuple[Run, ...]) -> None:
        self.size = size
        self._pages = self._numbers = self._inverse = None
        self.runs = runs

    @property
    def is_all(self) -> bool:
        """Whether it is all rows in one run."""
        return self.runs == ((0, self.size),)

    def _packed(self) -> Pages:
        if len(self.runs) > _FEW:
            every = chain.from_iterable(range(*run) for run in self.runs)
            return pages.packed(every, self.size, dense=True)
        return pages.cut(pages.everything(self.size), self.runs)

    def __len__(self) -> int:
        return sum(stop - start for start, stop in self.runs)

    def __bool__(self) -> bool:
        return bool(self.runs)

    def of(self, items: Sequence[Item]) -> Iterator[Item]:  # noqa: D102 - as in the base
        return chain.from_iterable(items[start:stop] for start, stop in self.runs)

    def __contains__(self, row: int) -> bool:
        return any(start <= row < stop for start, stop in self.runs)

    def count(self, edges: Sequence[int]) -> list[int]:  # noqa: D102 - as in the base
        starts = [start for start, _ in self.runs]
        before = [0, *accumulate(stop - start for start, stop in self.runs)]
        # Rows before an edge: all runs that began before it, but for what the last of them has beyond it.
        at = []
        for edge in edges:
            begun = bisect_left(starts, edge)
            at.append(before[begun] - max(0, self.runs[begun - 1][1] - edge) if begun else 0)
        return list(map(sub, at[1:], at))

    def holds(self, rows: Sequence[int]) -> Iterator[bool]:  # noqa: D102 - as in the base
        # An odd number of edges up to a row have begun a run, and not ended it.
        edges = list(chain.from_iterable(self.runs))
        return map(and_, map(bisect_right, repeat(edges), rows), repeat(1))

    def __getitem__(self, position: int) -> int:
        return range(*self.runs[0])[position] if len(self.runs) == 1 else self.numbers[position]

    def sliced(self, positions: slice) -> Rows:  # noqa: D102 - as in the base
        if len(self.runs) != 1 or positions.step not in (None, 1):
            return super().sliced(positions)
        kept = range(*self.runs[0])[positions]
        return Runs(self.size, ((kept.start, kept.stop),)) if kept else nothing(self.size)

    def __and__(self, other: Rows) -> Rows:
        if self.is_all:
            return other
        if isinstance(other, Runs):
            return Runs(self.size, _common(self.runs, other.runs))
        if isinstance(other, Listed):
            return other._cut(self.runs)
        if len(self.runs) > _FEW:
            return super().__and__(other)
        return Bitmap(self.size, pages.cut(other.pages, self.runs)) if self.runs else self

    def __or__(self, other: Rows) -> Rows:
        if isinstance(other, Runs):
            return merged(self.size, sorted(self.runs + other.runs))
        return super().__or__(other)

    def __sub__(self, other: Rows) -> Rows:
        return self & ~other if isinstance(other, Runs) else super().__sub__(other)

    def __invert__(self) -> Rows:
        edges = [0, *chain.from_iterable(self.runs), self.size]
        return merged(self.size, zip(edges[::2], edges[1::2], strict=True))


def everything(size: int) -> Rows:
    """Return the set of all rows."""
    return Runs(size, ((0, size),) if size else ())


def nothing(size: int) -> Rows:
    """Return the empty set."""
    return Runs(size, ())


def merged(size: int, runs: Iterable[Run]) -> Runs:
    """Return the set of runs that are in order, but may be empty or meet."""
    found: list[Run] = []
    for start, stop in runs:
        if start >= stop:
            continue
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(stop, found[-1][1]))
        else:
            found.append((start, stop))
    return Runs(size, tuple(found))


def listed(size: int, numbers: Iterable[int]) -> Rows:
    """Return the set of some rows, given in order."""
    return Listed(size, array("I", numbers))


def _common(a: Sequence[Run], b: Sequence[Run]) -> tuple[Run, ...]:
    found = []
    i = j = 0
    while i < len(a) and j < len(b):
        start, stop = max(a[i][0], b[j][0]), min(a[i][1], b[j][1])
        if start < stop:
            found.append((start, stop))
        if a[i][1] < b[j][1]:
            i += 1
        else:
            j += 1
    return tuple(found)
