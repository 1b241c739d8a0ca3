"""Who stood in the middle of a network, and when."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

import attrs

from bilateral.analysis.network.modes import networkx
from bilateral.analysis.network.ties import ties
from bilateral.corpus import Corpus
from bilateral.dates import DateLike
from bilateral.errors import InvalidValueError
from bilateral.tabular import Tabular

if TYPE_CHECKING:
    from bilateral.tabular import Cell


class Score(NamedTuple):
    """How central a party was in a stretch of time.

    Attributes:
        period: the name of the stretch.
        party: id of the party.
        sure: the measure in the network of what surely happened in it.
        possible: the measure in the network of what may have; a network with more ties can make it less.

    Examples:
        >>> Score("1990s", "KAZ", 0.5, 0.4).sure
        0.5
    """

    period: str
    party: str
    sure: float
    possible: float


@attrs.frozen(str=False)
class Centrality(Tabular):
    """How central parties were in each of some stretches of time.

    Args:
        measure: what was measured.
        scores: a score for each party of each stretch, the most central of each first.

    Examples:
        >>> Centrality("degree", (Score("1990s", "KAZ", 0.5, 0.4),)).top("1990s")
        ('KAZ',)
    """

    caption = "Centrality of parties"

    measure: str
    scores: tuple[Score, ...]

    def top(self, period: str, number: int = 5) -> tuple[str, ...]:
        """Return the most central parties of a stretch.

        Args:
            period: its name.
            number: how many.

        Returns:
            Their ids, the most central first.
        """
        return tuple([score.party for score in self.scores if score.period == period][:number])

    def columns(self) -> dict[str, list[Cell]]:
        """Return stretch, party and both measures."""
        return {name: [getattr(score, name) for score in self.scores] for name in Score._fields}

    def notes(self) -> list[str]:
        """Return what is said beside the table."""
        return [f"measure: {self.measure}"]


def centrality(
    corpus: Corpus, *, periods: Mapping[str, DateLike] | None = None, measure: str = "degree"
) -> Centrality:
    """Return how central each party was in the network of records in common, over time.

    Args:
        corpus: the records.
        periods: names and stretches; the decades from the first to the last record if None.
        measure: ``"degree"`` (the share of the others to which it is tied), ``"strength"`` (records in common
            with others), ``"betweenness"`` (the share of shortest ways that lead through it) or
            ``"eigenvector"`` (ties with the central count more; weighted; within the largest part that is
            connected, 0 elsewhere).

    Returns:
        The measure, once with what surely belongs to a stretch, once with what may.

    Raises:
        InvalidValueError: if there is no such measure.
        InvalidDateError: if a stretch is no EDTF.
        MissingExtraError: if networkx is not installed.

    Examples:
        >>> from bilateral.model import Event
        >>> visits = [Event(f"to-{host}", date="1996", parties=["KAZ", host]) for host in ("AZE", "TUR")]
        >>> centrality(Corpus(visits)).top("1990s", 1)
        ('KAZ',)

    References:
        L. C. Freeman, "Centrality in social networks: conceptual clarification", Social Networks 1 (1978/79),
        215-239; P. Bonacich, "Power and centrality: a family of measures", American Journal of Sociology 92
        (1987), 1170-1182.
    """
    if measure not in _MEASURES:
        raise InvalidValueError("centrality.measure", measure, f"it must be one of {', '.join(_MEASURES)}")
    scores = []
    for name, stretch in (_decades(corpus) if periods is None else periods).items():
        found = ties(corpus.where(date=stretch))
        sure, possible = (_MEASURES[measure](found.graph(certain=certain)) for certain in (True, False))
        rows = [Score(name, party, sure[party], possible[party]) for party in found.members]
        scores += sorted(rows, key=lambda score: (-score.possible, -score.sure, score.party))
    return Centrality(measure, tuple(scores))


def _decades(corpus: Corpus) -> dict[str, str]:
    years = [
        day.year // 10
        for date in (record.date for record in corpus)
        if date is not None
        and not (date.open_start or date.unknown_start or date.open_end or date.unknown_end)
        for day in (date.earliest, date.latest)
    ]
    span = range(min(years), max(years) + 1) if years else ()
    return {f"{decade}0s": f"{decade:03}X" for decade in span}


def _degree(graph: Any) -> dict[str, float]:
    # Who is alone is tied to none; networkx gives it 1.
    return networkx().degree_centrality(graph) if len(graph) > 1 else dict.fromkeys(graph, 0.0)


def _strength(graph: Any) -> dict[str, float]:
    return dict(graph.degree(weight="weight"))


def _eigenvector(graph: Any) -> dict[str, float]:
    if graph.number_of_edges() == 0:
        return dict.fromkeys(graph, 0.0)
    nx = networkx()
    # Over parts that are not connected it is not defined.
    largest = max(nx.connected_components(graph), key=lambda part: (len(part), sorted(part)))
    if len(largest) == 2:  # noqa: PLR2004 - for so few networkx has no way to find it
        return {party: 0.5**0.5 if party in largest else 0.0 for party in graph}
    found = nx.eigenvector_centrality_numpy(graph.subgraph(largest), weight="weight")
    return {party: float(abs(found.get(party, 0.0))) for party in graph}


_MEASURES: dict[str, Callable[[Any], dict[str, float]]] = {
    "degree": _degree,
    "strength": _strength,
    "betweenness": lambda graph: networkx().betweenness_centrality(graph),
    "eigenvector": _eigenvector,
}
