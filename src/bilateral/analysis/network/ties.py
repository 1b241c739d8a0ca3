"""Who has how much in common with whom: parties, persons or spheres that stand in the same records."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from itertools import combinations
from typing import TYPE_CHECKING, Any, NamedTuple

import attrs

from bilateral.analysis.network.drawing import drawn
from bilateral.analysis.network.modes import networkx
from bilateral.corpus import Corpus
from bilateral.dates import DateLike
from bilateral.errors import InvalidValueError
from bilateral.model import Record
from bilateral.tabular import Tabular

if TYPE_CHECKING:
    from bilateral.tabular import Cell


class Tie(NamedTuple):
    """How many records two parties, persons or spheres have in common.

    Attributes:
        a: id of one, the first in alphabetical order.
        b: id of the other.
        at_least: records that surely count.
        at_most: records that may count.

    Examples:
        >>> Tie("AZE", "KAZ", 20, 30).at_least
        20
    """

    a: str
    b: str
    at_least: int
    at_most: int


@attrs.frozen(str=False)
class Ties(Tabular):
    """How many records each two parties, persons or spheres have in common: a network projected on them.

    Args:
        members: ids of all of them, in alphabetical order, also of those that are tied to none.
        pairs: the ties, the strongest first.
        counted: what was counted.

    Examples:
        >>> Ties(("AZE", "KAZ"), (Tie("AZE", "KAZ", 1, 2),), "visits").between("KAZ", "AZE")
        Tie(a='AZE', b='KAZ', at_least=1, at_most=2)
    """

    caption = "Ties by records in common"

    members: tuple[str, ...]
    pairs: tuple[Tie, ...]
    counted: str

    def between(self, a: str, b: str) -> Tie:
        """Return the tie of two of them.

        Args:
            a: id of one.
            b: id of the other.

        Returns:
            The tie; of 0 records if they have none in common.
        """
        first, second = sorted((a, b))
        none = Tie(first, second, 0, 0)
        return next((tie for tie in self.pairs if tie[:2] == (first, second)), none)

    def graph(self, *, certain: bool = False) -> Any:
        """Return the ties as a graph.

        Args:
            certain: with what surely counts alone; else also with what may.

        Returns:
            A ``networkx.Graph`` with ``weight``, ``at_least`` and ``at_most`` on its edges.

        Raises:
            MissingExtraError: if networkx is not installed.

        Examples:
            >>> found = Ties(("AZE", "KAZ"), (Tie("AZE", "KAZ", 1, 2),), "visits")
            >>> [found.graph(certain=sure).edges["AZE", "KAZ"]["weight"] for sure in (False, True)]
            [2, 1]
        """
        found = networkx().Graph()
        found.add_nodes_from(self.members)
        for a, b, at_least, at_most in self.pairs:
            weight = at_least if certain else at_most
            if weight:
                found.add_edge(a, b, weight=weight, at_least=at_least, at_most=at_most)
        return found

    def columns(self) -> dict[str, list[Cell]]:
        """Return both and the bounds."""
        return {name: [getattr(tie, name) for tie in self.pairs] for name in Tie._fields}

    def notes(self) -> list[str]:
        """Return what is said beside the table."""
        return [self.counted]

    def picture(self) -> str:
        """Return them on a circle with their ties, in SVG; those that are not sure are dashed."""
        return drawn(self.counted, self.pairs)


def ties(corpus: Corpus, *, of: str = "party") -> Ties:
    """Return how many records each two parties, persons or spheres have in common.

    Args:
        corpus: the records; an agreement among several ties each two of them.
        of: ``"party"``, ``"person"`` or ``"sphere"`` (as records are coded, without wider ones).

    Returns:
        The ties. What a selection holds only because it is not ruled out counts in ``at_most`` alone.

    Raises:
        InvalidValueError: if they are to be of anything else.

    Examples:
        >>> from bilateral.model import Event
        >>> corpus = Corpus([Event("a", parties=["AZE", "KAZ", "TUR"]), Event("b", parties=["KAZ", "AZE"])])
        >>> ties(corpus).pairs[0]
        Tie(a='AZE', b='KAZ', at_least=2, at_most=2)
    """
    if of not in _MEMBERS:
        raise InvalidValueError("ties.of", of, f"it must be one of {', '.join(_MEMBERS)}")
    return _counted(corpus, "Records in common", _MEMBERS[of])


def in_force(corpus: Corpus, on: DateLike) -> Ties:
    """Return how many agreements were in force between each two parties.

    Args:
        corpus: the records; its agreements count.
        on: a day or a stretch of days; see ``query.in_force``.

    Returns:
        The ties; ``at_most`` counts also those of which no source says whether they were in force.

    Raises:
        InvalidDateError: if the date is no EDTF.

    Examples:
        >>> from bilateral.model import Agreement
        >>> corpus = Corpus(
        ...     [
        ...         Agreement("a", signed="1996", in_force="1999", parties=["AZE", "KAZ"]),
        ...         Agreement("b", signed="1997", parties=["AZE", "KAZ"]),
        ...     ]
        ... )
        >>> in_force(corpus, "2005-06-01").pairs
        (Tie(a='AZE', b='KAZ', at_least=1, at_most=2),)
    """
    return _counted(corpus.where(in_force=on), f"Agreements in force, {on}", _MEMBERS["party"])


_MEMBERS: dict[str, Callable[[Record], set[str]]] = {
    "party": lambda record: {each.party.id for each in record.parties},
    "person": lambda record: {each.person.id for each in record.persons},
    "sphere": lambda record: {each.id for each in record.spheres},
}


def _counted(corpus: Corpus, counted: str, members: Callable[[Record], set[str]]) -> Ties:
    unsure = {record.id for record in corpus.uncertain}
    surely: Counter[tuple[str, str]] = Counter()
    maybe: Counter[tuple[str, str]] = Counter()
    seen: set[str] = set()
    for record in corpus:
        codes = sorted(members(record))
        seen.update(codes)
        pairs = list(combinations(codes, 2))
        maybe.update(pairs)
        if record.id not in unsure:
            surely.update(pairs)
    found = [Tie(a, b, surely[a, b], count) for (a, b), count in maybe.items()]
    found.sort(key=lambda tie: (-tie.at_most, -tie.at_least, tie.a, tie.b))
    return Ties(tuple(sorted(seen)), tuple(found), counted)
