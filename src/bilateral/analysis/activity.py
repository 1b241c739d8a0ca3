"""How much happened when: counts that say how sure they are."""

from __future__ import annotations

from collections import Counter

import attrs

from bilateral.chronology.grouping import beginning
from bilateral.corpus import Corpus
from bilateral.model import Record


@attrs.frozen
class Count:
    """How many records there are of a value, between two bounds.

    Args:
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


def by_year(corpus: Corpus) -> tuple[Count, ...]:
    """Return how many records began in each year, as bounds.

    Args:
        corpus: the records; those without a date, or whose beginning is open or unknown, are left out.

    Returns:
        A count for each year from the first to the last that may be meant, also those without any record. A
        record whose year is not certain counts in the upper bound of each year that it may belong to.

    Examples:
        >>> from bilateral.model import Event
        >>> by_year(Corpus([Event("a", date="1996"), Event("b", date="[1996,1998]")]))  # doctest: +ELLIPSIS
        (Count(value='1996', at_least=1, at_most=2), ..., Count(value='1998', at_least=0, at_most=1))
    """
    surely: Counter[int] = Counter()
    maybe: Counter[int] = Counter()
    for record in corpus:
        years = _years(record)
        maybe.update(years)
        if len(years) == 1:
            surely.update(years)
    if not maybe:
        return ()
    return tuple(Count(f"{year:04}", surely[year], maybe[year]) for year in range(min(maybe), max(maybe) + 1))


def _years(record: Record) -> set[int]:
    if record.date is None:
        return set()
    began = beginning(record.date)
    if began.open_start or began.unknown_start:
        return set()
    return {year for first, last in began.spans for year in range(first.year, last.year + 1)}
