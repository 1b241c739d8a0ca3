"""What dates are made of, for questions: stretches of days of which each end is one of several days.

A completion of a date is one way in which it may turn out: for a point one of the days it may be, for an
interval one of its possible first days and one of its possible last days, for an all-of set a
completion of each member. A relation is YES if it holds for every completion, NO if for none.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from bilateral.dates.calendar import days
from bilateral.dates.grammar import FIRST, LAST, unmarked
from bilateral.dates.runs import Run, Runs, common, first_from, inside, last_until, merged, since, until
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


@lru_cache(maxsize=1024)
def parts_of(text: str, kind: str) -> Parts:
    """Return the parts of a date in canonical text; more than one only of an all-of set."""
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
    year, _, rest = unmarked(text).partition("-")
    month, _, day = rest.partition("-")
    return merged(days(year, month, day))


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
    certain = any(_surely_meets(part, _cores(b)) for part in a) or any(
        _surely_meets(part, _cores(a)) for part in b
    )
    return Truth.bounded(certain=certain, possible=bool(common(touched(a), touched(b))))


def _cores(parts: Parts) -> list[Run]:
    """Return what a stretch has to reach to meet each part surely: up to this day, and from that on."""
    return [(part.last_start, part.first_end) for part in parts]


def _surely_meets(part: Part, cores: Iterable[Run]) -> bool:
    """Return whether every completion of a part meets one of some stretches."""
    listed = list(cores)
    if part.is_point:
        return inside(part.starts, merged(core for core in listed if core[0] <= core[1]))
    # The shortest stretches are those to beware of; which stretches are escaped changes just after
    # each one's last day.
    for day in (part.starts[0][0], *(high + 1 for _, high in listed)):
        begin = first_from(part.starts, day)
        end = None if begin is None else first_from(part.ends, begin)
        if (
            begin is not None
            and end is not None
            and not any(begin <= high and low <= end for low, high in listed)
        ):
            return False
    return True


def coincide(a: Parts, b: Parts) -> Truth:
    """Return whether two dates are of the same days."""
    if all(map(_is_fixed, (*a, *b))):
        return Truth.of(touched(a) == touched(b))
    possible = bool(common(starts(a), starts(b)) and common(ends(a), ends(b)))
    if possible and len(a) == len(b) == 1:
        possible = _may_be_same(a[0], b[0])
    elif possible:
        possible = all(common(part.touched, touched(b)) for part in a) and all(
            common(part.touched, touched(a)) for part in b
        )
    return Truth.bounded(certain=False, possible=possible)


def _is_fixed(part: Part) -> bool:
    return part.starts[0][0] == part.last_start and part.first_end == part.ends[-1][1]


def _may_be_same(a: Part, b: Part) -> bool:
    same_starts, same_ends = common(a.starts, b.starts), common(a.ends, b.ends)
    if a.is_point or b.is_point:
        return bool(common(same_starts, same_ends))
    return bool(same_starts and same_ends) and same_starts[0][0] <= same_ends[-1][1]


def same(a: Runs, b: Runs) -> Truth:
    """Return whether a day that is one of some is the same as one of others."""
    certain = a == b and len(a) == 1 and a[0][0] == a[0][1]
    return Truth.bounded(certain=certain, possible=bool(common(a, b)))


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
        return bool(common(part.starts, frame))
    for low, high in frame:
        begin, end = first_from(part.starts, low), last_until(part.ends, high)
        if begin is not None and end is not None and begin <= end:
            return True
    return False


def touch(parts: Parts, sure: Runs, possible: Runs) -> Truth:
    """Return whether any day lies in a frame; arguments and result as of ``lie_within``."""
    return Truth.bounded(
        certain=any(_surely_meets(part, sure) for part in parts),
        possible=bool(common(touched(parts), possible)),
    )


# --- lengths ---


def shortest(parts: Parts) -> int:
    """Return the least number of days from the first to the last of the parts, both counted."""
    return max(1, first_end(parts) - last_start(parts) + 1, *map(_shortest, parts))


def _shortest(part: Part) -> int:
    if part.is_point:
        return 1
    # Of the shortest stretches one begins as late as it can before some day on which it may end.
    found = [
        low - begin + 1 if begin < low else 1
        for low, high in part.ends
        if (begin := last_until(part.starts, high)) is not None
    ]
    return min(found)
