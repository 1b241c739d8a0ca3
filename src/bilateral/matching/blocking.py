"""Which records are worth comparing: those of common parties and about the same time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from itertools import chain, combinations

from bilateral.dates import HistoricalDate
from bilateral.matching.features import Features

_MOST_IN_PAIRS = 4
"""Up to how many parties a record is found by each two of them; beyond, by all, or by one and the day."""
_MOST_YEARS = 12
"""Over how many years a date may extend to limit what is worth comparing."""

Key = tuple[Hashable, ...]


def pairs(a: Sequence[Features], b: Sequence[Features]) -> Iterator[tuple[int, list[int]]]:
    """Yield which records are worth comparing.

    Records are, that have two parties in common (all, if they have more than four, or only one) and dates in
    the same or neighbouring years, or on the same day of another year; and those that have one party in
    common and the same day. A record whose date says too little, or that has none, is compared with all of
    its parties.

    Args:
        a: what is compared of the records of one corpus.
        b: what is of the other.

    Yields:
        For each row of ``a``, the rows of ``b``, in order.

    Examples:
        >>> from bilateral.matching.features import featured
        >>> from bilateral.matching.titles import Vocabulary
        >>> from bilateral.model import Agreement
        >>> dates = ["1996-09-16", "1995", "1969-09-16", "1993-02-24"]
        >>> records = [Agreement(f"r{i}", signed=d, parties=["A", "B"]) for i, d in enumerate(dates)]
        >>> list(pairs(featured(records[:1], Vocabulary()), featured(records, Vocabulary())))
        [(0, [0, 1, 2])]
    """
    index: dict[Key, list[int]] = defaultdict(list)
    for row, each in enumerate(b):
        for key in set(_filed(each)):
            index[key].append(row)
    nothing: list[int] = []
    for row, each in enumerate(a):
        found = set(chain.from_iterable(index.get(key, nothing) for key in _sought(each)))
        if found:
            yield row, sorted(found)


def _filed(each: Features) -> Iterator[Key]:
    """Yield under which keys a record is filed."""
    years = _years(each)
    for group in _groups(each):
        yield (*group, "all")
        for year in years or ("no year",):
            yield *group, year
    yield from _days(each)


def _sought(each: Features) -> Iterator[Key]:
    """Yield under which keys records are filed that are worth comparing with one."""
    years = _years(each)
    for group in _groups(each):
        if years:
            yield (*group, "no year")
            for year in range(years[0] - 1, years[-1] + 2):
                yield *group, year
        else:
            yield (*group, "all")
    yield from _days(each)


def _groups(each: Features) -> list[Key]:
    type_name = type(each.record).__name__
    parties = sorted(each.parties)
    if 1 < len(parties) <= _MOST_IN_PAIRS:
        return [(type_name, *pair) for pair in combinations(parties, 2)]
    return [(type_name, *parties)] if parties else []


def _days(each: Features) -> Iterator[Key]:
    if each.day is None or each.date is None:
        return
    type_name = type(each.record).__name__
    for party in each.parties:
        yield type_name, party, "day", each.day
    # A year that was written wrongly leaves the day.
    for group in _groups(each):
        yield (*group, str(each.date.earliest)[5:])


def _years(each: Features) -> range:
    """Return the years of the date, or of the entry into force; none if they say too little."""
    date: HistoricalDate | None = each.date or each.in_force
    if date is None:
        return range(0)
    first, last = date.earliest.year, date.latest.year
    return range(first, last + 1) if last - first < _MOST_YEARS else range(0)
