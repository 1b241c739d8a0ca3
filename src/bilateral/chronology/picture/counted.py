"""Records too many to be drawn one by one: how many begin in each year, at least and at most."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import NamedTuple

from bilateral.chronology.book import Entry
from bilateral.chronology.grouping import beginning
from bilateral.chronology.picture.scale import Scale

_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
_MOST = 64


class Bin(NamedTuple):
    """The records that begin in some years.

    Attributes:
        first: the first year.
        last: the last year.
        surely: how many surely begin in them.
        perhaps: how many more may.
    """

    first: int
    last: int
    surely: int
    perhaps: int


def bins(entries: Iterable[Entry], axis: Scale) -> list[Bin]:
    """Return how many records begin in each stretch of years of an axis.

    Args:
        entries: records; what is undated is in no bin.
        axis: the axis.

    Returns:
        The bins that hold any, in order. A record whose beginning is not known to the bin may be in several.

    Examples:
        >>> from bilateral.chronology import Chronology
        >>> from bilateral.chronology.picture.scale import scale
        >>> from bilateral.corpus import Corpus
        >>> from bilateral.model import Event
        >>> book = Chronology(Corpus([Event("a", date="1993"), Event("b", date="[1993,1994]")]))
        >>> bins(book, scale([entry.date for entry in book], 0, 100))
        [Bin(first=1993, last=1993, surely=1, perhaps=1), Bin(first=1994, last=1994, surely=0, perhaps=1)]
    """
    low, high = (datetime.date.fromordinal(day).year for day in (axis.first, axis.last))
    step = next((step for step in _STEPS if (high - low + 1) / step <= _MOST), _STEPS[-1])
    start = low // step * step
    sure: dict[int, int] = {}
    changes: dict[int, int] = {}
    for entry in entries:
        if entry.date is None:
            continue
        began = beginning(entry.date)
        first = (max(began.earliest.year, low) - start) // step
        last = (min(began.latest.year, high) - start) // step
        if first == last:
            sure[first] = sure.get(first, 0) + 1
        else:
            changes[first] = changes.get(first, 0) + 1
            changes[last + 1] = changes.get(last + 1, 0) - 1
    found, perhaps = [], 0
    for i in range((high - start) // step + 1):
        perhaps += changes.get(i, 0)
        if perhaps or i in sure:
            found.append(Bin(start + i * step, start + i * step + step - 1, sure.get(i, 0), perhaps))
    return found
