"""What dates are made of, for questions: stretches of days of which each end is one of several days.

A completion of a date is one way in which it may turn out: for a point one of the days it may be, for an
interval one of its possible first days and one of its possible last days, for an all-of set a
completion of each member. A relation is YES if it holds for every completion, NO if for none.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from functools import lru_cache, reduce
from heapq import nlargest, nsmallest
from itertools import accumulate
from typing import NamedTuple, TypeAlias

from bilateral.dates.calendar import days
from bilateral.dates.grammar import FIRST, LAST, components
from bilateral.dates.runs import (
    Run,
    Runs,
    common,
    first_from,
    inside,
    last_until,
    meet,
    merged,
    reaching,
    since,
    until,
)
from bilateral.truth import Truth


class Part(NamedTuple):
    """A stretch of days, or, if ``is_point``, one day: then its start is its end.

    Attributes:
        starts: the days on which it may begin.
        ends: the days on which it may end; its end is never before its start.
        is_point: whether it is one day.
    """

    starts: Runs
    ends: Runs
    is_point: bool

    @property
    def last_start(self) -> int:
        """The latest day on which it may begin."""
        return last_until(self.starts, self.ends[-1][1]) or FIRST

    @property
    def first_end(self) -> int:
        """The earliest day on which it may end."""
        return first_from(self.ends, self.starts[0][0]) or LAST

    @property
    def touched(self) -> Runs:
        """The days that it may hold."""
        return self.starts if self.is_point else ((self.starts[0][0], self.ends[-1][1]),)


Parts: TypeAlias = tuple[Part, ...]


def point(runs: Runs) -> Part:
    """Return the part that is one day of some runs."""
    return Part(runs, runs, is_point=True)


def parts_of(text: str, kind: str) -> Parts:
    """Return the parts of a date in canonical text; more than one only of an all-of set."""
    # Days of very many years take much room: of those few are kept.
    return _kept_few(text, kind) if "X-" in text else _kept(text, kind)


def forget() -> None:
    """Forget the parts that are kept."""
    _kept.cache_clear()
    _kept_few.cache_clear()


def _parts_of(text: str, kind: str) -> Parts:
    if kind == "/":
        first, _, last = text.partition("/")
        # An end that is not known may be any day, one that is open is none.
        starts = _runs(first) if first.strip(".") else ((FIRST, LAST if not first else FIRST),)
        ends = _runs(last) if last.strip(".") else ((FIRST if not last else LAST, LAST),)
        return (Part(starts, ends, is_point=False),)
    if kind == "[":
        return (point(merged(run for member in text[1:-1].split(",") for run in _hull(member))),)
    if kind == "{":
        return tuple(map(_member, text[1:-1].split(",")))
    return (point(_runs(text)),)


_kept = lru_cache(maxsize=1024)(_parts_of)
_kept_few = lru_cache(maxsize=4)(_parts_of)


def _hull(member: str) -> Runs:
    if ".." not in member:
        return _runs(member)
    part = _member(member)
    return ((part.starts[0][0], part.ends[-1][1]),)


def _member(member: str) -> Part:
    if ".." not in member:
        return point(_runs(member))
    first, _, last = member.partition("..")
    starts = _runs(first) if first else ((FIRST, FIRST),)
    return Part(starts, _runs(last) if last else ((LAST, LAST),), is_point=False)


def _runs(text: str) -> Runs:
    return merged(days(*components(text)))


# --- bounds ---


def last_start(parts: Parts) -> int:
    """Return the latest day on which the first of the parts may begin."""
    return min(part.last_start for part in parts)


def first_end(parts: Parts) -> int:
    """Return the earliest day on which the last of the parts may end."""
    return max(part.first_end for part in parts)


def touched(parts: Parts) -> Runs:
    """Return the days that any of the parts may hold."""
    return parts[0].touched if len(parts) == 1 else merged(run for part in parts for run in part.touched)


def starts(parts: Parts) -> Runs:
    """Return the days on which the parts, all together, may begin."""
    limit = last_start(parts)
    return merged(run for part in parts for run in until(part.starts, limit))


def ends(parts: Parts) -> Runs:
    """Return the days on which the parts, all together, may end."""
    limit = first_end(parts)
    return merged(run for part in parts for run in since(part.ends, limit))


# --- relations between two dates, each of which may turn out in its own way ---


def overlap(a: Parts, b: Parts) -> Truth:
    """Return whether two dates share a day.

    Of two all-of sets the answer is YES only if one member alone makes it so.
    """
    possible = meet(touched(a), touched(b))
    certain = possible and any(
        any(_surely_meets(part, cores) for part in these)
        for these, cores in ((a, _Cores(_cores(b))), (b, _Cores(_cores(a))))
    )
    return Truth.bounded(certain=certain, possible=possible)


def _cores(parts: Parts) -> list[Run]:
    """Return what a stretch has to reach to meet each part surely: up to this day, and from that on."""
    return [(part.last_start, part.first_end) for part in parts]


class _Cores:
    """Stretches of which one is to be met; the first day of each may be after its last."""

    def __init__(self, stretches: Iterable[Run]) -> None:
        self.stretches = sorted(stretches)
        self.lows = [low for low, _ in self.stretches]
        self.highest = list(accumulate((high for _, high in self.stretches), max))

    def are_met_by(self, begin: int, end: int) -> bool:
        """Return whether a stretch meets one of them."""
        i = bisect_right(self.lows, end)
        return bool(i) and begin <= self.highest[i - 1]


def _surely_meets(part: Part, cores: _Cores) -> bool:
    """Return whether every completion of a part meets one of some stretches."""
    if part.is_point:
        return inside(part.starts, merged(core for core in cores.stretches if core[0] <= core[1]))
    # The shortest stretches are those to beware of; which stretches are escaped changes just after
    # each one's last day.
    for day in (part.starts[0][0], *(high + 1 for _, high in cores.stretches)):
        begin = first_from(part.starts, day)
        end = None if begin is None else first_from(part.ends, begin)
        if begin is not None and end is not None and not cores.are_met_by(begin, end):
            return False
    return True


def coincide(a: Parts, b: Parts) -> Truth:
    """Return whether two dates are of the same days.

    Whether several days or stretches can be the same as several others is judged by their ends and by what
    each can meet: the answer may be UNKNOWN where trying every way would show NO, but is never wrong.
    """
    if all(map(_is_fixed, (*a, *b))):
        return Truth.of(touched(a) == touched(b))
    if (len(a) == 1 and a[0].is_point) or (len(b) == 1 and b[0].is_point):
        # One day is the same as others only if all of them are that day.
        possible = bool(reduce(common, (runs for part in (*a, *b) for runs in (part.starts, part.ends))))
    elif len(a) == len(b) == 1:
        possible = _may_be_same(a[0], b[0])
    else:
        possible = meet(starts(a), starts(b)) and meet(ends(a), ends(b))
        for these, days in ((a, touched(b)), (b, touched(a))):
            possible = possible and all(meet(part.touched, days) for part in these)
    return Truth.bounded(certain=False, possible=possible)


def _is_fixed(part: Part) -> bool:
    return part.starts[0][0] == part.last_start and part.first_end == part.ends[-1][1]


def _may_be_same(a: Part, b: Part) -> bool:
    same_starts, same_ends = common(a.starts, b.starts), common(a.ends, b.ends)
    return bool(same_starts and same_ends) and same_starts[0][0] <= same_ends[-1][1]


def same(a: Runs, b: Runs) -> Truth:
    """Return whether a day that is one of some is the same as one of others."""
    certain = a == b and len(a) == 1 and a[0][0] == a[0][1]
    return Truth.bounded(certain=certain, possible=meet(a, b))


# --- relations to a frame: a stretch of days that is asked about ---


def lie_within(parts: Parts, sure: Runs, possible: Runs) -> Truth:
    """Return whether all days lie in a frame.

    Args:
        parts: the parts of a date.
        sure: the days that are surely in the frame.
        possible: the days that may be in it.

    Returns:
        YES if so whatever the days are, NO if on none that they may be.
    """
    return Truth.bounded(
        certain=all(inside(part.touched, sure) for part in parts),
        possible=all(_may_lie_within(part, possible) for part in parts),
    )


def _may_lie_within(part: Part, frame: Runs) -> bool:
    if part.is_point:
        return meet(part.starts, frame)
    for low, high in reaching(frame, part.ends[0][0], part.starts[-1][1]):
        begin, end = first_from(part.starts, low), last_until(part.ends, high)
        if begin is not None and end is not None and begin <= end:
            return True
    return False


def touch(parts: Parts, sure: Runs, possible: Runs) -> Truth:
    """Return whether any day lies in a frame; arguments and result as of ``lie_within``."""
    cores = _Cores(sure)
    return Truth.bounded(
        certain=any(_surely_meets(part, cores) for part in parts),
        possible=meet(touched(parts), possible),
    )


# --- lengths ---


def shortest(parts: Parts) -> int:
    """Return the least number of days from the first to the last of the parts, both counted."""
    changes = sorted(
        (high, i) for i, part in enumerate(parts) for runs in (part.starts, part.ends) for _, high in runs
    )
    end, found = first_end(parts), LAST
    # The day from which on the parts begin moves forward; the day by which all have ended follows it.
    for day, i in changes:
        found = min(found, max(day, end) - day + 1)
        begin = first_from(parts[i].starts, day + 1)
        after = None if begin is None else first_from(parts[i].ends, begin)
        if after is None:
            break
        end = max(end, after)
    return found


def longest(parts: Parts) -> int:
    """Return the greatest number of days from the first to the last of the parts, both counted."""
    alone = (1 if part.is_point else part.ends[-1][1] - part.starts[0][0] + 1 for part in parts)
    early = nsmallest(2, enumerate(parts), key=lambda each: each[1].starts[0][0])
    late = nlargest(2, enumerate(parts), key=lambda each: each[1].ends[-1][1])
    apart = (b.ends[-1][1] - a.starts[0][0] + 1 for i, a in early for j, b in late if i != j)
    return max(*alone, *apart, 1)
