"""All rows of a corpus, divided into groups of neighbours."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from itertools import compress
from typing import Generic, TypeVar

from bilateral.index.pages import Run
from bilateral.index.rows import Rows, Runs, merged

Key = TypeVar("Key", bound=Hashable)


class Groups(Generic[Key]):
    """All rows of a corpus, divided into groups of one or more runs.

    Most rows of most groups are neighbours, but for a few others between them: those of a year, for one, and
    those that may belong to two years. To count, the former are one stretch; the latter are looked up.

    Args:
        runs: the rows of each group.
        edges: where stretches begin; and, last, where all end.
        numbers: the number of the group of each stretch; groups are numbered as they begin.
        others: the rows, in order, that are not of the group of the stretch in which they lie.
        moves: for each of these the number of the group of its stretch, and of its own.

    Examples:
        >>> groups = Groups.of(9, [(0, 2, "a"), (2, 5, "a"), (5, 6, "b"), (6, 9, "a")])
        >>> groups.runs["a"].runs, groups.counts(groups.runs["b"])
        (((0, 5), (6, 9)), {'b': 1})
    """

    __slots__ = ("_edges", "_moves", "_numbers", "_others", "runs")

    def __init__(
        self,
        runs: dict[Key, Runs],
        edges: list[int],
        numbers: list[int],
        others: list[int],
        moves: list[tuple[int, int]],
    ) -> None:
        self.runs = runs
        self._edges = edges
        self._numbers = numbers
        self._others = others
        self._moves = moves

    @classmethod
    def of(cls, size: int, parts: Iterable[tuple[int, int, Key]]) -> Groups[Key]:
        """Return the groups of runs that follow on each other.

        Args:
            size: the number of rows of the whole corpus.
            parts: the first row of each run, the one after its last, and its group.
        """
        given = list(parts)
        runs: dict[Key, list[Run]] = {}
        for start, stop, key in given:
            runs.setdefault(key, []).append((start, stop))
        held = {key: sum(stop - start for start, stop in found) for key, found in runs.items()}
        number_of = {key: number for number, key in enumerate(runs)}
        edges, numbers, others, moves = [0], list[int](), list[int](), list[tuple[int, int]]()
        for start, stop, key in given:
            number = number_of[key]
            if start >= edges[-1]:
                # A group that is mostly elsewhere has no stretch of its own, only this run.
                whole = runs[key][-1][1]
                edges.append(whole if 2 * held[key] > whole - start else stop)
                numbers.append(number)
            elif number != numbers[-1]:
                others += range(start, stop)
                moves += [(numbers[-1], number)] * (stop - start)
        return cls({key: merged(size, found) for key, found in runs.items()}, edges, numbers, others, moves)

    def counts(self, rows: Rows) -> dict[Key, int]:
        """Return how many of some rows are in each group that has any.

        Args:
            rows: the rows.
        """
        counts = [0] * len(self.runs)
        for number, count in zip(self._numbers, rows.count(self._edges), strict=True):
            counts[number] += count
        for instead, number in compress(self._moves, rows.holds(self._others)):
            counts[instead] -= 1
            counts[number] += 1
        return {key: count for key, count in zip(self.runs, counts, strict=True) if count}
