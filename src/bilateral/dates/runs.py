"""Runs of days: sorted pairs of first and last day, as ordinals, that neither meet nor overlap."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from typing import TypeAlias

Run: TypeAlias = tuple[int, int]
Runs: TypeAlias = tuple[Run, ...]


def merged(runs: Iterable[Run]) -> Runs:
    """Return runs in order, with those that meet or overlap joined."""
    found: list[Run] = []
    for low, high in sorted(runs):
        if found and low <= found[-1][1] + 1:
            found[-1] = (found[-1][0], max(high, found[-1][1]))
        else:
            found.append((low, high))
    return tuple(found)


def common(a: Runs, b: Runs) -> Runs:
    """Return the days that are in both."""
    found: list[Run] = []
    i = j = 0
    while i < len(a) and j < len(b):
        low, high = max(a[i][0], b[j][0]), min(a[i][1], b[j][1])
        if low <= high:
            found.append((low, high))
        if a[i][1] < b[j][1]:
            i += 1
        else:
            j += 1
    return tuple(found)


# A date may have some hundred thousand runs: what follows looks them up and does not go through them.


def meet(a: Runs, b: Runs) -> bool:
    """Return whether a day is in both."""
    few, many = (a, b) if len(a) < len(b) else (b, a)
    return any((day := first_from(many, low)) is not None and day <= high for low, high in few)


def inside(a: Runs, b: Runs) -> bool:
    """Return whether all days of ``a`` are in ``b``."""
    return all((i := _from(b, low)) and high <= b[i - 1][1] for low, high in a)


def first_from(runs: Runs, day: int) -> int | None:
    """Return the first day of the runs that is not before a day."""
    i = _from(runs, day)
    if i and day <= runs[i - 1][1]:
        return day
    return runs[i][0] if i < len(runs) else None


def last_until(runs: Runs, day: int) -> int | None:
    """Return the last day of the runs that is not after a day."""
    i = _from(runs, day)
    return min(runs[i - 1][1], day) if i else None


def until(runs: Runs, day: int) -> Runs:
    """Return the days of the runs that are not after a day."""
    return tuple((low, min(high, day)) for low, high in runs[: _from(runs, day)])


def since(runs: Runs, day: int) -> Runs:
    """Return the days of the runs that are not before a day."""
    return tuple((max(low, day), high) for low, high in reaching(runs, day, runs[-1][1]))


def reaching(runs: Runs, first: int, last: int) -> Runs:
    """Return the runs, whole, that end on the first day or after it and begin on the last or before it."""
    i = _from(runs, first)
    return runs[i - bool(i and first <= runs[i - 1][1]) : _from(runs, last)]


def _from(runs: Runs, day: int) -> int:
    """Return the number of runs that begin on a day or before it."""
    return bisect_left(runs, (day + 1,))
