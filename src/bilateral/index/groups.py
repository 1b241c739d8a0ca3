"""All rows of a corpus, divided into groups of neighbours."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

from bilateral.index.rows import Rows, Run, Runs, merged

Key = TypeVar("Key", bound=Hashable)


class Groups(Generic[Key]):
    """All rows of a corpus, divided into groups of one or more runs.

    Args:
        edges: where runs begin; and, last, where all end.
        keys: the group of each run.
        runs: the rows of each group.

    Examples:
        >>> groups = Groups.of(9, [(0, 2, "a"), (2, 5, "a"), (5, 6, "b"), (6, 9, "a")])
        >>> groups.runs["a"].runs, groups.counts(groups.runs["b"])
        (((0, 5), (6, 9)), {'b': 1})
    """

    __slots__ = ("_edges", "_keys", "runs")

    def __init__(self, edges: list[int], keys: list[Key], runs: dict[Key, Runs]) -> None:
        self._edges = edges
        self._keys = keys
        self.runs = runs

    @classmethod
    def of(cls, size: int, parts: Iterable[tuple[int, int, Key]]) -> Groups[Key]:
        """Return the groups of runs that follow on each other.

        Args:
            size: the number of rows of the whole corpus.
            parts: the first row of each run, the one after its last, and its group.
        """
        edges, keys, runs = [0], list[Key](), dict[Key, list[Run]]()
        for start, stop, key in parts:
            if keys and keys[-1] == key:
                edges[-1] = stop
            else:
                edges.append(stop)
                keys.append(key)
            runs.setdefault(key, []).append((start, stop))
        return cls(edges, keys, {key: merged(size, found) for key, found in runs.items()})

    def counts(self, rows: Rows) -> dict[Key, int]:
        """Return how many of some rows are in each group that has any.

        Args:
            rows: the rows.
        """
        counts: dict[Key, int] = {}
        for key, count in zip(self._keys, rows.count(self._edges), strict=True):
            if count:
                counts[key] = counts.get(key, 0) + count
        return counts
