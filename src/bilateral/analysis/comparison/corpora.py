"""Corpora side by side: dossiers, periods or sources, by what they hold and how fast it came."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import attrs

from bilateral.analysis.periods import Breakdown, Count, Waiting, activity, by_year, waiting
from bilateral.corpus import Corpus
from bilateral.dates import DateLike
from bilateral.errors import InvalidValueError
from bilateral.tabular import Tabular

if TYPE_CHECKING:
    from bilateral.tabular import Cell

_FACETS = ("sphere", "kind", "level", "party")
_WHAT = "what"
"""The column of what is counted, beside those of the corpora."""


@attrs.frozen
class Profile:
    """What a corpus holds and how fast it came.

    Args:
        name: the name under which it was given.
        size: how many records it has, with those that a selection holds only because they are not ruled out.
        surely: how many it surely has.
        facets: its activity by sphere, kind, level and party.
        rate: records a year, at least and at most; None without any year.
        waits: how long its instruments waited for entry into force.

    Examples:
        >>> corpora({"empty": Corpus()}).each[0].size
        0
    """

    name: str
    size: int
    surely: int
    facets: tuple[Breakdown, ...]
    rate: tuple[float, float] | None
    waits: Waiting


@attrs.frozen(str=False)
class Profiles(Tabular):
    """Corpora side by side.

    Args:
        each: a profile of each corpus.

    Examples:
        >>> from bilateral.model import Event
        >>> both = corpora({"early": Corpus([Event("a", date="1996", kind="visit")]), "late": Corpus()})
        >>> both.share("early", "kind", "visit"), both.share("late", "kind", "visit")
        ((1.0, 1.0), (0.0, 0.0))
    """

    caption = "Corpora side by side"

    each: tuple[Profile, ...]

    def share(self, name: str, facet: str, value: str) -> tuple[float, float]:
        """Return which share of the records of a corpus has a value, at least and at most.

        Args:
            name: the name of the corpus.
            facet: ``"sphere"``, ``"kind"``, ``"level"`` or ``"party"``.
            value: the value.

        Returns:
            From 0 to 1; of ``"level"`` it is a share of all records, events included. What a selection holds
            only because it is not ruled out may be no part of the whole: it widens the bounds.

        Raises:
            InvalidValueError: if there is no such corpus or facet.

        Examples:
            >>> from bilateral.model import Event
            >>> whole = Corpus([Event("a", date="1996", kind="visit"), Event("b", kind="approval")])
            >>> corpora({"1996": whole.where(date="1996")}).share("1996", "kind", "visit")
            (0.5, 1.0)
        """
        profile = next((each for each in self.each if each.name == name), None)
        if profile is None:
            known = ", ".join(each.name for each in self.each)
            raise InvalidValueError("Profiles.share", name, f"it must be one of {known}")
        if facet not in _FACETS:
            raise InvalidValueError("Profiles.share", facet, f"it must be one of {', '.join(_FACETS)}")
        count = _count(profile.facets[_FACETS.index(facet)], value)
        # With all that may belong the share is least; with what surely does and those of the value, greatest.
        return count.at_least / max(profile.size, 1), count.at_most / max(profile.surely, count.at_most, 1)

    def columns(self) -> dict[str, list[Cell]]:
        """Return what is counted, and a column for each corpus."""
        values = [(facet, value) for at, facet in enumerate(_FACETS) for value in self._values(at)]
        return {
            _WHAT: [
                "records",
                "records a year",
                "entries into force dated",
                "days to force (median)",
                *(f"{f}: {v}" for f, v in values),
            ],
            **{
                profile.name: [
                    _bounds(f"{profile.surely}", f"{profile.size}"),
                    "" if profile.rate is None else _bounds(*(f"{rate:.3g}" for rate in profile.rate)),
                    f"{len(profile.waits.waits)}",
                    _bounds(*("" if days is None else f"{days}" for days in profile.waits.median)),
                    *(_shown(_count(profile.facets[_FACETS.index(f)], v)) for f, v in values),
                ]
                for profile in self.each
            },
        }

    def _values(self, at: int) -> list[str]:
        """Return the values of a facet that any corpus has, those of the first corpus first."""
        return list(dict.fromkeys(value for profile in self.each for value in profile.facets[at]))


def corpora(named: Mapping[str, Corpus], *, within: Mapping[str, DateLike] | None = None) -> Profiles:
    """Return two or more corpora side by side: which spheres, kinds, levels and parties, and how fast.

    Args:
        named: names and corpora, such as two dossiers, or selections of one for two periods.
        within: for each name the years over which its records are counted a year, such as ``"1993/2003"``;
            those from the first year to the last that any may belong to, where it is not given.

    Returns:
        Counts with bounds; records a year; the median
        of the days from signature to entry into force, of those of which both are dated: how the others
        fared nobody knows, and few dated ones say little.

    Raises:
        InvalidValueError: if there is none, or one is named as the first column of the table, or ``within``
            names another, or a stretch without a first or last year.
        MissingExtraError: if scipy is not installed, which tells the median.

    Examples:
        >>> from bilateral.model import Event
        >>> records = [Event("a", date="1996", kind="visit"), Event("b", date="2004", kind="approval")]
        >>> whole = Corpus(records)
        >>> both = corpora({"1990s": whole.where(date="199X"), "2000s": whole.where(date="200X")})
        >>> both.columns()["what"][4:]
        ['kind: visit', 'kind: approval']
    """
    if not named:
        raise InvalidValueError("corpora", dict(named), "it takes at least one corpus, by its name")
    if _WHAT in named:
        raise InvalidValueError("corpora", _WHAT, "this is the name of the column of what is counted")
    stretches = {} if within is None else dict(within)
    if others := [name for name in stretches if name not in named]:
        raise InvalidValueError("corpora.within", others[0], f"it must be one of {', '.join(named)}")
    return Profiles(tuple(_profile(name, each, stretches.get(name)) for name, each in named.items()))


def _profile(name: str, corpus: Corpus, within: DateLike | None) -> Profile:
    years = by_year(corpus, within=within).years
    rate = None
    if years:
        dated = sum(count.at_least for count in years), len(corpus)
        rate = dated[0] / len(years), dated[1] / len(years)
    facets = tuple(activity(corpus, by=facet) for facet in _FACETS)
    return Profile(name, len(corpus), len(corpus) - len(corpus.uncertain), facets, rate, waiting(corpus))


def _count(facet: Breakdown, value: str) -> Count:
    return next((count for count in facet.totals if count.value == value), Count(value, 0, 0))


def _shown(count: Count) -> str:
    return _bounds(f"{count.at_least}", f"{count.at_most}")


def _bounds(low: str, high: str) -> str:
    return low if low == high else f"{low or '?'} to {high or '?'}"
