"""Runs of days: sorted pairs of first and last day, as ordinals, that neither meet nor overlap."""

from __future__ import annotations

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


def inside(a: Runs, b: Runs) -> bool:
    """Return whether all days of ``a`` are in ``b``."""
    return common(a, b) == a


def first_from(runs: Runs, day: int) -> int | None:
    """Return the first day of the runs that is not before a day."""
    return next((max(low, day) for low, high in runs if high >= day), None)


def last_until(runs: Runs, day: int) -> int | None:
    """Return the last day of the runs that is not after a day."""
    return next((min(high, day) for low, high in reversed(runs) if low <= day), None)


def until(runs: Runs, day: int) -> Runs:
    """Return the days of the runs that are not after a day."""
    return tuple((low, min(high, day)) for low, high in runs if low <= day)


def since(runs: Runs, day: int) -> Runs:
    """Return the days of the runs that are not before a day."""
    return tuple((max(low, day), high) for low, high in runs if high >= day)
