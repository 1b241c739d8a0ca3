"""The units of content analysis: titles, descriptions and provisions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from bilateral.corpus import Corpus
from bilateral.model import Agreement, Record, Sphere


class Unit(NamedTuple):
    """A text that is coded as a whole.

    Attributes:
        record: id of the record.
        part: ``"title"``, ``"description"`` or ``"provision 1"`` and so on.
        text: the text.
        spheres: ids of the spheres by which people coded it, and of all wider ones.

    Examples:
        >>> Unit("x", "title", "Agreement on oil", frozenset({"oil-gas", "energy"})).part
        'title'
    """

    record: str
    part: str
    text: str
    spheres: frozenset[str]


def units(corpus: Corpus) -> tuple[Unit, ...]:
    """Return the texts of a corpus: the title of each record, else its description, and its provisions.

    A title is coded by the spheres of its record, a provision by its own.

    Args:
        corpus: the records.

    Returns:
        In the order of the records.

    Examples:
        >>> [unit.part for unit in units(Corpus([Agreement("x", title="Treaty", spheres=["energy"])]))]
        ['title']

    References:
        K. Krippendorff, Content Analysis, 4th ed. (2018), ch. 5, on units.
    """
    return tuple(unit for record in corpus for unit in _of(record))


def _of(record: Record) -> Iterator[Unit]:
    coded = _wider(record.spheres)
    if record.title is not None:
        yield Unit(record.id, "title", record.title, coded)
    elif record.description is not None:
        yield Unit(record.id, "description", record.description, coded)
    for each in record.provisions if isinstance(record, Agreement) else ():
        yield Unit(record.id, f"provision {each.number}", each.text, _wider(each.spheres))


def _wider(spheres: tuple[Sphere, ...]) -> frozenset[str]:
    return frozenset(wider.id for sphere in spheres for wider in sphere.lineage)
