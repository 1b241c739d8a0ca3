"""The authority tables of a corpus: what its records name, found by id."""

from __future__ import annotations

from collections.abc import Collection, ItemsView, Iterable, Iterator, KeysView, ValuesView
from itertools import chain, islice
from typing import Generic, TypeVar

import attrs

from bilateral.errors import InvalidValueError, UnknownIdError
from bilateral.model.names import Named
from bilateral.model.records import Agreement, Record
from bilateral.model.sources import Source
from bilateral.model.things import Party, Person, Place, Sphere
from bilateral.model.values import ByValue, fields

Item = TypeVar("Item", bound=Named | Source)
Part = TypeVar("Part")

_MOST = 20
"""How many ids the repr of a table shows."""


class Table(Collection[Item], Generic[Item]):
    """An immutable table of things, iterated in order and found by id.

    Args:
        what: what they are, for messages, such as ``"sphere"``.
        items: the things; the same one may come twice.

    Raises:
        InvalidValueError: if two different things have one id.

    Examples:
        >>> spheres = Table("sphere", [Sphere("energy"), Sphere("trade")])
        >>> spheres["trade"].id, "energy" in spheres, [sphere.id for sphere in spheres]
        ('trade', True, ['energy', 'trade'])
        >>> spheres["enrgy"]
        Traceback (most recent call last):
        bilateral.errors.UnknownIdError: there is no sphere 'enrgy'; did you mean 'energy'?
    """

    __slots__ = ("_items", "_what")

    def __init__(self, what: str, items: Iterable[Item] = ()) -> None:
        found: dict[str, Item] = {}
        for item in items:
            known = found.setdefault(item.id, item)
            if known is not item and known != item:
                reason = f"two that differ have this id; it must stand for one {what}"
                raise InvalidValueError(f"{what.capitalize()}.id", item.id, reason)
        self._what = what
        self._items = found

    def __getitem__(self, id: str) -> Item:
        try:
            return self._items[id]
        except (KeyError, TypeError):
            raise UnknownIdError(self._what, id, self.near(id)) from None

    def near(self, id: object) -> list[str]:
        """Return the ids that come near a text, by themselves or by a name or code; nearest first.

        Args:
            id: what somebody wrote.

        Returns:
            At most three ids.

        Examples:
            >>> from bilateral.model import Label
            >>> Table("party", [Party("KAZ", [Label("en", "Kazakhstan")])]).near("Kazakstan")
            ['KAZ']
        """
        from difflib import get_close_matches

        known: dict[str, str] = {}
        for item in self._items.values():
            names = [label.text for label in item.labels] if isinstance(item, Named) else [item.title]
            codes = [item.alpha2, item.numeric] if isinstance(item, Party) else []
            for name in (item.id, *names, *codes):
                if name:
                    known.setdefault(name.casefold(), item.id)
        text = str(id).casefold()
        matches = [text] if text in known else get_close_matches(text, known, n=5, cutoff=0.6)
        return list(dict.fromkeys(known[match] for match in matches))[:3]

    def get(self, id: str) -> Item | None:
        """Return the thing with an id, or None.

        Examples:
            >>> Table("sphere", [Sphere("energy")]).get("trade") is None
            True
        """
        return self._items.get(id)

    def keys(self) -> KeysView[str]:
        """Return the ids, so that ``dict(table)`` works."""
        return self._items.keys()

    def values(self) -> ValuesView[Item]:
        """Return the things."""
        return self._items.values()

    def items(self) -> ItemsView[str, Item]:
        """Return pairs of id and thing."""
        return self._items.items()

    def _ipython_key_completions_(self) -> list[str]:
        return list(self._items)

    def __contains__(self, item: object) -> bool:
        return item in self._items if isinstance(item, str) else item in self._items.values()

    def __iter__(self) -> Iterator[Item]:
        return iter(self._items.values())

    def __len__(self) -> int:
        return len(self._items)

    def __eq__(self, other: object) -> bool:
        return self._items == other._items if isinstance(other, Table) else NotImplemented

    def __hash__(self) -> int:
        return hash(frozenset(self._items))

    def __repr__(self) -> str:
        ids = [*islice(self._items, _MOST), *(["..."] if len(self) > _MOST else [])]
        return f"<{len(self)} of {self._what}: {', '.join(ids)}>"

    def _repr_html_(self) -> str:
        from bilateral.model.listing import listed

        return str(listed(self._what, self))


def _no_parties() -> Table[Party]:
    return _parties(())


def _parties(items: Iterable[Party]) -> Table[Party]:
    return Table("party", items)


def _no_spheres() -> Table[Sphere]:
    return _spheres(())


def _spheres(items: Iterable[Sphere]) -> Table[Sphere]:
    return Table("sphere", items)


def _no_places() -> Table[Place]:
    return _places(())


def _places(items: Iterable[Place]) -> Table[Place]:
    return Table("place", items)


def _no_persons() -> Table[Person]:
    return _persons(())


def _persons(items: Iterable[Person]) -> Table[Person]:
    return Table("person", items)


def _no_sources() -> Table[Source]:
    return _sources(())


def _sources(items: Iterable[Source]) -> Table[Source]:
    return Table("source", items)


@attrs.frozen(eq=False, repr=False, kw_only=True)
class Catalogue(ByValue):
    """All that the records of a corpus name: parties, spheres, places, persons and sources.

    Args:
        parties: the parties.
        spheres: the spheres.
        places: the places.
        persons: the persons.
        sources: the sources.

    Raises:
        InvalidValueError: if two different things of one table have one id.

    Examples:
        >>> Catalogue(parties=[Party("AZE")]).parties["AZE"].id
        'AZE'
    """

    parties: Table[Party] = attrs.field(factory=_no_parties, converter=_parties)
    spheres: Table[Sphere] = attrs.field(factory=_no_spheres, converter=_spheres)
    places: Table[Place] = attrs.field(factory=_no_places, converter=_places)
    persons: Table[Person] = attrs.field(factory=_no_persons, converter=_persons)
    sources: Table[Source] = attrs.field(factory=_no_sources, converter=_sources)

    def __repr__(self) -> str:
        counts = ", ".join(f"{len(getattr(self, table))} {table}" for table in fields(type(self)))
        return f"<Catalogue of {counts}>"

    def with_those_of(self, records: Iterable[Record]) -> Catalogue:
        """Return the catalogue with what records name added at the end of each table.

        Args:
            records: agreements and events.

        Returns:
            A new catalogue.

        Raises:
            InvalidValueError: if a record names another thing by an id that is taken.

        Examples:
            >>> Catalogue().with_those_of([Agreement("x", parties=["AZE"])]).parties.get("AZE").id
            'AZE'
        """
        listed = list(records)
        parties = _flat(record.parties for record in listed)
        persons = _flat(record.persons for record in listed)
        provisions = _flat(record.provisions for record in listed if isinstance(record, Agreement))
        spheres = _flat([*(record.spheres for record in listed), *(each.spheres for each in provisions)])
        places = _places([*self.places, *filter(None, _different(record.place for record in listed))])
        return Catalogue(
            parties=[
                *self.parties,
                *(each.party for each in parties),
                *(place.country for place in places if place.country is not None),
            ],
            spheres=[*self.spheres, *(wider for sphere in spheres for wider in sphere.lineage)],
            places=places,
            persons=[*self.persons, *(actor.person for actor in persons)],
            sources=[
                *self.sources,
                *_different(each.source for record in listed for each in record.attestations),
                *(each.source for each in provisions if each.source is not None),
            ],
        )


def _flat(tuples: Iterable[tuple[Part, ...]]) -> Collection[Part]:
    """Return the members of tuples, each object once."""
    return _different(chain.from_iterable(_different(tuples)))


def _different(parts: Iterable[Part]) -> Collection[Part]:
    """Return parts of records, each object once: many records may share one, and to hash it costs more."""
    return {id(part): part for part in parts}.values()
