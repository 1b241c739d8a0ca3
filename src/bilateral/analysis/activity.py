"""How much happened when: counts that say how sure they are."""

from __future__ import annotations

import datetime
from typing import NamedTuple

import attrs

from bilateral.chronology.grouping import beginning
from bilateral.corpus import Corpus
from bilateral.dates import HistoricalDate


class Count(NamedTuple):
    """How many records there are of a value, between two bounds.

    Attributes:
        value: the value, such as ``"1996"``.
        at_least: how many surely have it.
        at_most: how many may have it.

    Examples:
        >>> Count("1996", 5, 6).at_most
        6
    """

    value: str
    at_least: int
    at_most: int


@attrs.frozen
class Activity:
    """How many records began in each year, and which cannot be counted in any.

    Args:
        years: a count for each year from the first to the last that a record may have begun in, also for
            those without any.
        unplaced: the records that are in none of these counts, since they have no date, or one that does
            not limit when they began, such as ``/1997``. Each may belong to any year: whoever cannot rule
            that out adds their number to every ``at_most``.

    Examples:
        >>> Activity((), Corpus()).years
        ()
    """

    years: tuple[Count, ...]
    unplaced: Corpus


def by_year(corpus: Corpus) -> Activity:
    """Return how many records began in each year, as bounds.

    A record whose year is not certain counts in the upper bound of each year that it may belong to. One of
    a selection's ``uncertain`` records may not match what was asked, so it counts in upper bounds alone.

    Args:
        corpus: the records.

    Returns:
        The counts by year, and the records that have no year.

    Examples:
        >>> from bilateral.model import Event
        >>> records = [Event("a", date="1996"), Event("b", date="[1996,1997]"), Event("c")]
        >>> activity = by_year(Corpus(records))
        >>> for count in activity.years:
        ...     print(count.value, count.at_least, count.at_most)
        1996 1 2
        1997 0 1
        >>> [record.id for record in activity.unplaced]
        ['c']
    """
    found = corpus.count_by_date(_years)
    found.pop((), None)
    surely = {years[0]: at_least for years, (at_least, _) in found.items() if len(years) == 1}
    maybe: dict[int, int] = {}
    for years, (_, at_most) in found.items():
        for year in years:
            maybe[year] = maybe.get(year, 0) + at_most
    span = range(min(maybe), max(maybe) + 1) if maybe else ()
    counts = tuple(Count(f"{year:04}", surely.get(year, 0), maybe.get(year, 0)) for year in span)
    return Activity(counts, corpus.by_date(_placed).get(False, corpus[:0]))


def _placed(date: HistoricalDate | None) -> bool:
    return bool(_years(date))


def _years(date: HistoricalDate | None) -> tuple[int, ...]:
    """Return the years in which what has a date may have begun; none if they have no limit."""
    if date is None:
        return ()
    began = beginning(date)
    first, last = began.earliest, began.latest
    # The first and last day of the calendar stand for a limit that nobody gives.
    if (first == datetime.date.min or last == datetime.date.max) and first.year < last.year:
        return ()
    return tuple(sorted({year for low, high in began.spans for year in range(low.year, high.year + 1)}))
