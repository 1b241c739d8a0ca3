"""How many records there had been by the end of each year."""

from __future__ import annotations

import attrs

from bilateral.analysis.periods.activity import Count, YearCounts, by_year, years_of
from bilateral.corpus import Corpus


@attrs.frozen(str=False)
class Cumulative(YearCounts):
    """How many records had begun by the end of each year.

    Args:
        years: a count for each year.
        unplaced: the records that are in none of these counts, as of ``Activity``.

    Examples:
        >>> Cumulative((), Corpus()).years
        ()
    """

    caption = "Records that had begun by the end of each year"


def cumulative(corpus: Corpus) -> Cumulative:
    """Return how many records had begun by the end of each year, as bounds.

    These are closer than sums of the bounds by year: a record of 1996 or 1997 is sure of neither year, but
    had surely begun by the end of 1997. Records without a year (see ``Activity.unplaced``) count in none.

    Args:
        corpus: the records.

    Returns:
        A count for each year from the first to the last in which a record may have begun.

    Examples:
        >>> from bilateral.model import Event
        >>> found = cumulative(Corpus([Event("a", date="1996"), Event("b", date="[1996,1997]")]))
        >>> [(count.value, count.at_least, count.at_most) for count in found.years]
        [('1996', 1, 2), ('1997', 2, 2)]
    """
    groups = corpus.count_by_date(years_of)
    groups.pop((), None)
    if not groups:
        return Cumulative((), corpus)
    first, last = min(years[0] for years in groups), max(years[-1] for years in groups)
    surely, maybe = dict.fromkeys(range(first, last + 1), 0), dict.fromkeys(range(first, last + 1), 0)
    for years, (at_least, at_most) in groups.items():
        surely[years[-1]] += at_least
        maybe[years[0]] += at_most
    counts = []
    begun = may_have_begun = 0
    for year in range(first, last + 1):
        begun += surely[year]
        may_have_begun += maybe[year]
        counts.append(Count(f"{year:04}", begun, may_have_begun))
    return Cumulative(tuple(counts), by_year(corpus).unplaced)
