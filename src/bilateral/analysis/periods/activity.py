"""How much happened when: counts that say how sure they are."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Sequence
from functools import cache
from itertools import groupby, repeat
from typing import TYPE_CHECKING, NamedTuple

import attrs

from bilateral.bars import bars
from bilateral.chronology.grouping import beginning
from bilateral.corpus import Corpus
from bilateral.dates import DateLike, HistoricalDate
from bilateral.errors import InvalidValueError
from bilateral.model import checks
from bilateral.tabular import Tabular

if TYPE_CHECKING:
    from bilateral.tabular import Cell


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
class Gap:
    """A stretch of years without any records of a known year.

    Args:
        stretch: the years.
        certain: whether surely none of those began in them; else some may have.

    Examples:
        >>> Gap(HistoricalDate("1994/1995"), certain=True).stretch.earliest.year
        1994
    """

    stretch: HistoricalDate
    certain: bool


@attrs.frozen(str=False)
class YearCounts(Tabular):
    """Counts by year with bounds: a table, and bars.

    Args:
        years: a count for each year.
        unplaced: the records that are in none of these counts.

    Examples:
        >>> YearCounts((Count("1996", 5, 6),), Corpus()).columns()
        {'year': [1996], 'at_least': [5], 'at_most': [6]}
    """

    years: tuple[Count, ...]
    unplaced: Corpus

    def columns(self) -> dict[str, list[Cell]]:
        """Return year and bounds."""
        return {
            "year": [int(count.value) for count in self.years],
            "at_least": [count.at_least for count in self.years],
            "at_most": [count.at_most for count in self.years],
        }

    def notes(self) -> list[str]:
        """Return what is said beside the table."""
        number = len(self.unplaced)
        return [f"{number} more in no year: no date, or one that does not limit when"] if number else []

    def picture(self) -> str:
        """Return the bounds of each year as bars, in SVG."""
        return bars(self.caption, self.years)


@attrs.frozen(str=False)
class Activity(YearCounts):
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

    caption = "Records that began in each year"

    def gaps(self) -> tuple[Gap, ...]:
        """Return the stretches of years in which nothing began, between the first and the last year.

        Returns:
            Each longest stretch in which surely none did, and each in which none surely did, if that is a
            longer one; in order. The unplaced are left aside: each of them may fill a gap.

        Examples:
            >>> from bilateral.model import Event
            >>> dates = ["1992", "[1993,1994]", "1997"]
            >>> activity = by_year(Corpus([Event(f"e{n}", date=date) for n, date in enumerate(dates)]))
            >>> [(str(gap.stretch), gap.certain) for gap in activity.gaps()]
            [('1993/1996', False), ('1995/1996', True)]
        """
        surely = {run: Gap(_stretch(run), certain=True) for run in _empty(self.years, "at_most")}
        maybe = {run: Gap(_stretch(run), certain=False) for run in _empty(self.years, "at_least")}
        return tuple(gap for _, gap in sorted((maybe | surely).items()))


def _empty(years: Sequence[Count], bound: str) -> list[tuple[int, int]]:
    """Return the longest runs of years of which a bound is 0."""
    runs = groupby(years, key=lambda count: bool(getattr(count, bound)))
    found = [[int(count.value) for count in run] for any_there, run in runs if not any_there]
    return [(run[0], run[-1]) for run in found]


def _stretch(run: tuple[int, int]) -> HistoricalDate:
    first, last = (f"{year:04}" for year in run)
    return HistoricalDate(first if first == last else f"{first}/{last}")


def by_year(corpus: Corpus, *, within: DateLike | None = None) -> Activity:
    """Return how many records began in each year, as bounds.

    A record whose year is not certain counts in the upper bound of each year that it may belong to. One of
    a selection's ``uncertain`` records may not match what was asked, so it counts in upper bounds alone.

    Args:
        corpus: the records.
        within: the years to tell, such as ``"1993/2013"``: a year of a study in which nothing happened is
            one, too, and others are not told. Those from the first to the last in which a record may have
            begun if None.

    Returns:
        The counts by year, and the records that have no year.

    Raises:
        InvalidValueError: if ``within`` has no first or no last year.

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
    surely: dict[int, int] = {}
    maybe: dict[int, int] = {}
    for years, (at_least, at_most) in corpus.count_by_date(years_of).items():
        if len(years) == 1:
            surely[years[0]] = at_least
        for year in years:
            maybe[year] = maybe.get(year, 0) + at_most
    span = years_within(within) if within is not None else _span(maybe)
    counts = zip(
        map(_named, span), map(surely.get, span, repeat(0)), map(maybe.get, span, repeat(0)), strict=True
    )
    return Activity(tuple(map(Count._make, counts)), corpus.by_date(_placed).get(False, corpus[:0]))


def _span(years: Collection[int]) -> range:
    return range(min(years), max(years) + 1) if years else range(0)


def years_within(stretch: DateLike) -> range:
    """Return the years of a stretch.

    Raises:
        InvalidValueError: if it has no first or no last year, or is no date.
        InvalidDateError: if it is no EDTF.
    """
    when = checks.read_date(stretch, "within")
    if when.open_start or when.unknown_start or when.open_end or when.unknown_end:
        raise InvalidValueError("within", str(stretch), "it must have a first and a last year")
    return range(when.earliest.year, when.latest.year + 1)


@cache
def _named(year: int) -> str:
    return f"{year:04}"


def _placed(date: HistoricalDate | None) -> bool:
    return bool(years_of(date))


def years_of(date: HistoricalDate | None) -> tuple[int, ...]:
    """Return the years in which what has a date may have begun; none if they have no limit."""
    if date is None:
        return ()
    began = beginning(date)
    first, last = began.earliest, began.latest
    # The first and last day of the calendar stand for a limit that nobody gives.
    if (first == datetime.date.min or last == datetime.date.max) and first.year < last.year:
        return ()
    return tuple(sorted({year for low, high in began.spans for year in range(low.year, high.year + 1)}))
