"""Where stages begin: years in which the pace of a chronology changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from random import Random
from typing import TYPE_CHECKING, TypeAlias

import attrs

from bilateral.analysis.periods.activity import Count, by_year, years_of, years_within
from bilateral.analysis.periods.change import boundaries, deviance
from bilateral.bars import bars
from bilateral.corpus import Corpus
from bilateral.dates import DateLike, HistoricalDate
from bilateral.errors import InvalidValueError
from bilateral.tabular import Tabular

if TYPE_CHECKING:
    from bilateral.tabular import Cell

_Groups: TypeAlias = Mapping[tuple[int, ...], tuple[int, int]]
"""How many records, at least and at most, have their beginning in one of some years."""


@attrs.frozen
class Boundary:
    """A year with which a stage begins, and what speaks for it.

    Args:
        year: the first year of the new stage.
        before: records a year in the stage that it ends.
        after: records a year in the stage that it begins.
        deviance: by how much the counts fit worse without it: twice the difference of the log-likelihoods.
        support: in how many of the ways to settle what is uncertain it was found, from 0 to 1; None if none
            were tried.

    Examples:
        >>> Boundary(1996, before=0.5, after=4, deviance=20.1, support=1).year
        1996
    """

    year: int
    before: float
    after: float
    deviance: float
    support: float | None


@attrs.frozen(str=False)
class Stages(Tabular):
    """Stages of even pace, proposed from counts by year.

    Args:
        first: the first year counted.
        last: the last year counted.
        boundaries: where a new stage begins, in order.
        draws: how many ways to settle what is uncertain were tried.
        years: the counts by year, as bounds.

    Examples:
        >>> Stages(1992, 2013, (), 0).periods()
        {'1992–2013': '1992/2013'}
    """

    caption = "Years with which the pace changed"

    first: int
    last: int
    boundaries: tuple[Boundary, ...]
    draws: int
    years: tuple[Count, ...] = ()

    def periods(self) -> dict[str, str]:
        """Return the stages as ``Chronology.periods`` takes them.

        Examples:
            >>> boundary = Boundary(1996, before=0.5, after=4, deviance=20.1, support=1)
            >>> Stages(1992, 2013, (boundary,), 0).periods()
            {'1992–1995': '1992/1995', '1996–2013': '1996/2013'}
        """
        starts = [self.first, *(each.year for each in self.boundaries)]
        ends = [*(each.year - 1 for each in self.boundaries), self.last]
        stages = zip(starts, ends, strict=True)
        return {f"{start}–{end}": f"{start:04}/{end:04}" for start, end in stages}

    def columns(self) -> dict[str, list[Cell]]:
        """Return year, pace before and after, deviance and support."""
        return {name: [getattr(each, name) for each in self.boundaries] for name in _EVIDENCE}

    def notes(self) -> list[str]:
        """Return what is said beside the table."""
        if not self.boundaries:
            return [f"{self.first} to {self.last}: no change of pace stands out"]
        return [f"support: of {self.draws} ways to settle what is uncertain"] if self.draws else []

    def picture(self) -> str:
        """Return the counts by year as bars with a line where a stage begins, in SVG."""
        begins = {f"{each.year:04}" for each in self.boundaries}
        return bars("Records by year, and where stages begin", self.years, divided=begins)

    def beside(self, periods: Mapping[str, DateLike]) -> Comparison:
        """Return the proposed boundaries beside those that a historian drew.

        Args:
            periods: names and stretches, as ``Chronology.periods`` takes them; each but the first begins
                a stage.

        Returns:
            For each stage drawn by hand the nearest proposed boundary, and how many years lie between at
            least.

        Raises:
            InvalidDateError: if a stretch is no EDTF.

        Examples:
            >>> boundary = Boundary(1996, before=0.5, after=4, deviance=20.1, support=1)
            >>> drawn = {"Formation": "1992/1994", "Growth": "1995/2013"}
            >>> print(Stages(1992, 2013, (boundary,), 0).beside(drawn))
            stage   begins  proposed  years_apart
            Growth  1995        1996            1
        """
        stretches = {name: HistoricalDate.of(stretch) for name, stretch in periods.items()}
        begins = sorted(((when.start or when, name) for name, when in stretches.items()))
        return Comparison(tuple((name, start, self._nearest(start)) for start, name in begins[1:]))

    def _nearest(self, start: HistoricalDate) -> int | None:
        years = [each.year for each in self.boundaries]
        return min(years, key=lambda year: _apart(start, year), default=None)


_EVIDENCE = ("year", "before", "after", "deviance", "support")


@attrs.frozen(str=False)
class Comparison(Tabular):
    """Stages that a historian drew beside those that counts propose.

    Args:
        rows: name and beginning of each stage but the first, and the nearest proposed year, if there is any.

    Examples:
        >>> len(Comparison(()).rows)
        0
    """

    caption = "Stages drawn by hand beside those proposed"

    rows: tuple[tuple[str, HistoricalDate, int | None], ...]

    def columns(self) -> dict[str, list[Cell]]:
        """Return stage, beginning, the nearest proposal, and the years between."""
        return {
            "stage": [name for name, _, _ in self.rows],
            "begins": [str(start) for _, start, _ in self.rows],
            "proposed": [year for _, _, year in self.rows],
            "years_apart": [None if year is None else _apart(start, year) for _, start, year in self.rows],
        }


def _apart(start: HistoricalDate, year: int) -> int:
    """Return how many years lie at least between a beginning, which may not be fully known, and a year."""
    return max(start.earliest.year - year, year - start.latest.year, 0)


def stages(
    corpus: Corpus,
    *,
    within: DateLike | None = None,
    number: int | None = None,
    shortest: int = 2,
    draws: int = 200,
) -> Stages:
    """Propose stages: stretches of years in which about as much happened each year.

    Counts by year are taken to be Poisson, with one rate a stage. The stages are those of the greatest
    likelihood; their number is the one of the least Bayesian information criterion, unless it is given. A
    record of an uncertain year counts in equal parts in each that it may belong to. How much hangs on that is
    shown by ``Boundary.support``: each draw puts every such record into one of its years, and leaves out some
    of what may not match a query, at random; the share is a check, not a probability.

    Where records come in batches, as agreements do that are signed on one visit, or are many, counts vary
    more than Poisson counts do, and more boundaries are found than there is reason for: see whether they stay
    when occasions are counted. Without ``within``, the years before the first record and after the last are
    not seen.

    Args:
        corpus: the records; those without a year are left out.
        within: the years that are looked at, such as ``"1993/2013"``; those from the first to the last in
            which a record may have begun if None.
        number: how many stages; None to let the counts decide.
        shortest: the least number of years of a stage.
        draws: how many ways to settle what is uncertain are tried; 0 for none. They are the same each time.

    Returns:
        The boundaries, with the evidence for each.

    Raises:
        InvalidValueError: if a number is out of range, or there are too few years.
        MissingExtraError: if ruptures is not installed.

    Examples:
        >>> from bilateral.model import Event
        >>> years = [1990, 1993, 1996] + [year for year in range(2000, 2010) for _ in range(6)]
        >>> events = [Event(f"e{n}", date=f"{year}") for n, year in enumerate(years)]
        >>> [boundary.year for boundary in stages(Corpus(events)).boundaries]
        [2000]

    References:
        R. Killick, P. Fearnhead, I. A. Eckley, "Optimal detection of changepoints with a linear
        computational cost", Journal of the American Statistical Association 107 (2012), 1590-1598;
        C. Truong, L. Oudre, N. Vayatis, "Selective review of offline change point detection methods",
        Signal Processing 167 (2020).
    """
    groups = corpus.count_by_date(years_of)
    groups.pop((), None)
    span = years_within(within) if within is not None else _span(groups)
    _check(len(span), number, shortest, draws)
    counts = _counted(_spread(groups), span)
    found = boundaries(counts, number, shortest)
    random = Random(0)  # noqa: S311 - no secret, and the same each time
    # Where nothing is uncertain there is but one way to settle it.
    tried = (
        [boundaries(_counted(_settled(groups, random), span), number, shortest) for _ in range(draws)]
        if any(len(years) > 1 or low < high for years, (low, high) in groups.items())
        else [found] * draws
    )
    edges = [0, *found, len(counts)]
    return Stages(
        span[0],
        span[-1],
        tuple(
            Boundary(
                span[at],
                before=sum(counts[low:at]) / (at - low),
                after=sum(counts[at:high]) / (high - at),
                deviance=deviance(counts[low:high]) - deviance(counts[low:at]) - deviance(counts[at:high]),
                support=sum(at in each for each in tried) / draws if draws else None,
            )
            for low, at, high in zip(edges, edges[1:], edges[2:], strict=False)
        ),
        draws,
        by_year(corpus, within=within).years,
    )


def _span(groups: _Groups) -> range:
    if not groups:
        raise InvalidValueError("stages.corpus", "", "it must hold a record that has a year")
    return range(min(years[0] for years in groups), max(years[-1] for years in groups) + 1)


def _check(years: int, number: int | None, shortest: int, draws: int) -> None:
    if type(shortest) is not int or not 1 <= shortest <= years:
        reason = f"it must be a whole number of years from 1 to {years}"
        raise InvalidValueError("stages.shortest", shortest, reason)
    most = years // shortest
    if number is not None and (type(number) is not int or not 1 <= number <= most):
        reason = f"it must be a whole number from 1 to {most}: there are {years} years"
        raise InvalidValueError("stages.number", number, reason)
    if type(draws) is not int or draws < 0:
        raise InvalidValueError("stages.draws", draws, "it must be a whole number, 0 or more")


def _counted(counts: Mapping[int, float], span: range) -> list[float]:
    return [counts.get(year, 0.0) for year in span]


def _spread(groups: _Groups) -> dict[int, float]:
    """Return counts by year in which each record counts in equal parts in all its years."""
    counts: defaultdict[int, float] = defaultdict(float)
    for years, (at_least, at_most) in groups.items():
        for year in years:
            counts[year] += (at_least + at_most) / 2 / len(years)
    return counts


def _settled(groups: _Groups, random: Random) -> dict[int, float]:
    """Return counts by year in which each record counts in one of its years."""
    counts: defaultdict[int, float] = defaultdict(float)
    for years, (at_least, at_most) in groups.items():
        there = random.randint(at_least, at_most)
        if len(years) == 1:
            counts[years[0]] += there
        else:
            for year in random.choices(years, k=there):
                counts[year] += 1
    return counts
