"""Texts coded by a dictionary, beside how people coded them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

import attrs

from bilateral.analysis.content.dictionary import Dictionary, dictionary
from bilateral.analysis.content.units import Unit, units
from bilateral.bars import bars
from bilateral.corpus import Corpus
from bilateral.errors import MissingExtraError
from bilateral.tabular import Tabular

if TYPE_CHECKING:
    from bilateral.tabular import Cell


class Coded(NamedTuple):
    """A text with both codings.

    Attributes:
        unit: the text, with the spheres by which people coded it.
        spheres: ids of the spheres for which it holds a term, and of all wider ones.
        terms: the terms, in the order in which they stand.

    Examples:
        >>> Coded(Unit("x", "title", "On oil", frozenset()), frozenset({"oil-gas"}), ("oil",)).terms
        ('oil',)
    """

    unit: Unit
    spheres: frozenset[str]
    terms: tuple[str, ...]


class Reliability(NamedTuple):
    """How far two codings of a sphere agree.

    Attributes:
        sphere: id of the sphere; ``"all"`` for the decisions on all spheres together.
        by_hand: texts that people coded so.
        by_dictionary: texts that hold a term for it.
        both: texts of which both is true.
        alpha: Krippendorff's alpha: 1 if they agree, 0 as much as by chance; None where it is not defined.

    Examples:
        >>> Reliability("energy", 10, 8, 8, 0.87).both
        8
    """

    sphere: str
    by_hand: int
    by_dictionary: int
    both: int
    alpha: float | None


@attrs.frozen(str=False)
class Reliabilities(Tabular, Sequence[Reliability]):
    """How far two codings agree, sphere by sphere and in all.

    Args:
        rows: a row for each sphere, the last one for all decisions together.

    Examples:
        >>> len(Reliabilities((Reliability("energy", 10, 8, 8, 0.87),)))
        1
    """

    caption = "Agreement of codes by hand and by dictionary"

    rows: tuple[Reliability, ...]

    def __getitem__(self, at: int) -> Reliability:  # type: ignore[override]  # slices are of no use here
        return self.rows[at]

    def __len__(self) -> int:
        return len(self.rows)

    def columns(self) -> dict[str, list[Cell]]:
        """Return sphere, counts and alpha."""
        return {name: [getattr(row, name) for row in self.rows] for name in Reliability._fields}

    def picture(self) -> str:
        """Return how many of the texts of each code by hand the dictionary found, as bars in SVG."""
        return bars(
            "Texts by hand; filled: found by dictionary",
            [(r.sphere, r.both, r.by_hand) for r in self.rows[:-1]],
        )


@attrs.frozen(str=False)
class Confusion(Tabular):
    """How texts coded by people as one sphere were coded by the dictionary.

    Args:
        counts: by hand, by dictionary, and number of texts; a text counts for each pair of its codes, and
            as ``"none"`` where one of the codings has none.

    Examples:
        >>> len(Confusion(()).counts)
        0
    """

    caption = "Codes by hand and by dictionary"

    counts: tuple[tuple[str, str, int], ...]

    def columns(self) -> dict[str, list[Cell]]:
        """Return both codes and the number of texts."""
        return {
            "by_hand": [row[0] for row in self.counts],
            "by_dictionary": [row[1] for row in self.counts],
            "texts": [row[2] for row in self.counts],
        }


@attrs.frozen(str=False)
class Coding(Tabular):
    """Texts coded by a dictionary, beside how people coded them.

    Args:
        each: the texts with both codings.

    Examples:
        >>> Coding(()).reliability().rows
        ()
    """

    caption = "Texts coded by hand and by dictionary"

    each: tuple[Coded, ...]

    def reliability(self) -> Reliabilities:
        """Return how far the codings agree, sphere by sphere and in all.

        Returns:
            A row for each sphere that any text has by either coding, the most frequent by hand first, and a
            last one for all decisions together.

        Raises:
            MissingExtraError: if krippendorff is not installed.

        References:
            K. Krippendorff, Content Analysis, 4th ed. (2018), ch. 12; A. F. Hayes, K. Krippendorff,
            "Answering the call for a standard reliability measure for coding data", Communication Methods
            and Measures 1 (2007), 77-89.
        """
        spheres = Counter(sphere for each in self.each for sphere in each.unit.spheres)
        known = [*spheres, *sorted({sphere for each in self.each for sphere in each.spheres} - {*spheres})]
        rows = [self._reliability(sphere) for sphere in known]
        rows.sort(key=lambda row: (-row.by_hand, -row.by_dictionary, row.sphere))
        return Reliabilities((*rows, self._in_all(known)) if rows else ())

    def _reliability(self, sphere: str) -> Reliability:
        hand = [sphere in each.unit.spheres for each in self.each]
        found = [sphere in each.spheres for each in self.each]
        return _agreement(sphere, hand, found)

    def _in_all(self, spheres: Sequence[str]) -> Reliability:
        hand = [sphere in each.unit.spheres for sphere in spheres for each in self.each]
        found = [sphere in each.spheres for sphere in spheres for each in self.each]
        return _agreement("all", hand, found)

    def confusion(self) -> Confusion:
        """Return how texts of one code by hand were coded by the dictionary.

        Examples:
            >>> unit = Unit("x", "title", "On oil", frozenset({"energy"}))
            >>> Coding((Coded(unit, frozenset({"oil-gas"}), ("oil",)),)).confusion().counts
            (('energy', 'oil-gas', 1),)
        """
        counts = Counter(
            (hand, found)
            for each in self.each
            for hand in (each.unit.spheres or {"none"})
            for found in (each.spheres or {"none"})
        )
        rows = [(hand, found, count) for (hand, found), count in counts.items()]
        return Confusion(tuple(sorted(rows, key=lambda row: (row[0], -row[2], row[1]))))

    def columns(self) -> dict[str, list[Cell]]:
        """Return record, part, text, both codings and terms."""
        return {
            "record": [each.unit.record for each in self.each],
            "part": [each.unit.part for each in self.each],
            "text": [each.unit.text for each in self.each],
            "by_hand": [", ".join(sorted(each.unit.spheres)) for each in self.each],
            "by_dictionary": [", ".join(sorted(each.spheres)) for each in self.each],
            "terms": [", ".join(each.terms) for each in self.each],
        }


def _agreement(sphere: str, hand: list[bool], found: list[bool]) -> Reliability:
    try:
        import krippendorff
    except ImportError:
        raise MissingExtraError("analysis", "the agreement of two codings") from None
    both = sum(a and b for a, b in zip(hand, found, strict=True))
    alpha = None
    # Where all decisions are the same there is no chance to compare them with.
    if len({*hand, *found}) > 1:
        data = [[int(each) for each in hand], [int(each) for each in found]]
        alpha = float(krippendorff.alpha(reliability_data=data, level_of_measurement="nominal"))
    return Reliability(sphere, sum(hand), sum(found), both, alpha)


def coding(corpus: Corpus, terms: Dictionary | None = None) -> Coding:
    """Code the titles and provisions of a corpus by a dictionary.

    A text is coded as every sphere for which it holds a term, and as all wider ones, as far as the corpus
    knows them.

    Args:
        corpus: the records.
        terms: the dictionary; the shipped one if None.

    Returns:
        Each text with both codings, to compare.

    Examples:
        >>> from bilateral.model import Agreement
        >>> found = coding(Corpus([Agreement("x", title="Agreement on visas", spheres=["tourism"])]))
        >>> found.each[0].spheres, found.each[0].unit.spheres
        (frozenset({'citizens-mobility'}), frozenset({'tourism'}))
    """
    chosen = dictionary() if terms is None else terms
    wider = {sphere.id: [each.id for each in sphere.lineage] for sphere in corpus.spheres}
    coded = []
    for unit in units(corpus):
        found = chosen.find(unit.text)
        spheres = frozenset(id for term in found for id in wider.get(term.sphere, [term.sphere]))
        coded.append(Coded(unit, spheres, tuple(dict.fromkeys(term.text for term in found))))
    return Coding(tuple(coded))
