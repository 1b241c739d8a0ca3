"""The corpus: an immutable body of records, and the questions it answers."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any, overload

from bilateral import query as q
from bilateral.dossier import KEYS, Dataset, decode_dossier
from bilateral.errors import InvalidValueError, UnknownIdError
from bilateral.index import matching
from bilateral.model import (
    Agreement,
    Conflict,
    Event,
    EventKind,
    Kind,
    Party,
    Person,
    Place,
    Record,
    Source,
    Sphere,
)
from bilateral.model.catalogue import Catalogue, Table
from bilateral.truth import Truth

# With os rather than pathlib, which would import urllib with it.
_DATA = os.path.join(os.path.dirname(__file__), "data")


class Corpus(Sequence[Record]):
    """An immutable body of records, in the order of their dates, with all that they name.

    Args:
        records: agreements and events, in any order.
        catalogue: parties, spheres, places, persons and sources to know besides those that the
            records name.
        dataset: what they are as a whole: title, licence, citation.

    Raises:
        InvalidValueError: if two records have one id, or name different things by one id.

    Examples:
        >>> corpus = Corpus([Event("visit", date="1996"), Agreement("treaty", signed="1993")])
        >>> [record.id for record in corpus], corpus["visit"].date
        (['treaty', 'visit'], HistoricalDate('1996'))
    """

    __slots__ = ("_by_id", "_catalogue", "_dataset", "_records", "_unsure", "_whole")

    _by_id: dict[str, Record]
    _catalogue: Catalogue
    _dataset: Dataset | None
    _records: tuple[Record, ...]
    _unsure: frozenset[str]
    _whole: Corpus

    def __init__(
        self,
        records: Iterable[Record] = (),
        *,
        catalogue: Catalogue | None = None,
        dataset: Dataset | None = None,
    ) -> None:
        if not isinstance(dataset, Dataset | None):
            raise InvalidValueError("Corpus.dataset", dataset, "it must be a Dataset or None")
        ordered = tuple(sorted(_checked(records), key=_place_in_time))
        by_id = {record.id: record for record in ordered}
        if len(by_id) < len(ordered):
            id, count = Counter(record.id for record in ordered).most_common(1)[0]
            raise InvalidValueError("Corpus.records", id, f"{count} records have this id; it must be unique")
        self._records = ordered
        self._by_id = by_id
        self._catalogue = (catalogue or Catalogue()).with_those_of(ordered)
        self._dataset = dataset
        self._unsure = frozenset()
        self._whole = self

    def _select(self, kept: Iterable[Record], unsure: Iterable[str] = ()) -> Corpus:
        """Return a selection: the records are in order and known, so nothing is checked again."""
        selection = object.__new__(Corpus)
        selection._records = tuple(kept)
        selection._by_id = {record.id: record for record in selection._records}
        selection._catalogue = self._catalogue
        selection._dataset = self._dataset
        selection._unsure = frozenset(unsure)
        selection._whole = self._whole
        return selection

    def where(
        self,
        *queries: q.Query,
        certain: bool = False,
        date: q.When | None = None,
        signed: q.When | None = None,
        in_force: q.When | None = None,
        before: q.When | None = None,
        after: q.When | None = None,
        party: str | Sequence[str] | None = None,
        bilateral: tuple[str, str] | None = None,
        sphere: str | None = None,
        kind: Kind | EventKind | str | None = None,
        place: str | None = None,
        person: str | None = None,
        source: str | None = None,
        text: str | None = None,
        id: str | Sequence[str] | None = None,
    ) -> Corpus:
        """Return the records that match all of the given queries.

        Args:
            queries: queries built by ``bilateral.query``.
            certain: keep only what surely matches; else also what is not ruled out.
            date: as ``query.date``; the other keywords likewise stand for the predicate of that
                name. A list for ``party``, ``bilateral`` or ``id`` gives it several arguments.
            signed: see ``query.signed``.
            in_force: see ``query.in_force``.
            before: see ``query.before``.
            after: see ``query.after``.
            party: see ``query.party``.
            bilateral: see ``query.bilateral``.
            sphere: see ``query.sphere``.
            kind: see ``query.kind``.
            place: see ``query.place``.
            person: see ``query.person``.
            source: see ``query.source``.
            text: see ``query.text``.
            id: see ``query.id``.

        Returns:
            A corpus. Its ``uncertain`` are the records that are there although the answer is UNKNOWN.

        Raises:
            UnknownIdError: if a party, sphere, place, person, source or record is not known to
                the corpus; near matches are suggested.
            InvalidDateError: if a date is no EDTF.

        Examples:
            >>> corpus = Corpus([Event("a", date="1993-01"), Event("b", date="1994")])
            >>> [record.id for record in corpus.where(date="1993-01-15")]
            ['a']
            >>> len(corpus.where(date="1993-01-15", certain=True))
            0
        """
        keywords = {
            "date": date,
            "signed": signed,
            "in_force": in_force,
            "before": before,
            "after": after,
            "party": party,
            "bilateral": bilateral,
            "sphere": sphere,
            "kind": kind,
            "place": place,
            "person": person,
            "source": source,
            "text": text,
            "id": id,
        }
        asked = [q.from_keyword(word, value) for word, value in keywords.items() if value is not None]
        query = q.conjunction([*queries, *asked])
        self._check_names(query)
        found = matching(query, self._records)
        if certain:
            found = [(record, truth) for record, truth in found if truth is Truth.YES]
        unsure = [record.id for record, truth in found if truth is Truth.UNKNOWN or record.id in self._unsure]
        return self._select((record for record, _ in found), unsure)

    def _check_names(self, query: q.Query) -> None:
        tables: dict[str, Table[Any]] = {
            "party": self.parties,
            "sphere": self.spheres,
            "source": self.sources,
            "place": self.places,
            "person": self.persons,
        }
        for what, name in query.names():
            if what == "record":
                self._whole._find(name)
            elif what in ("place", "person"):
                if not any(q.called(thing, name) for thing in tables[what]):
                    raise UnknownIdError(what, name, tables[what].near(name))
            else:
                tables[what][name]

    def _find(self, id: str) -> Record:
        try:
            return self._by_id[id]
        except KeyError:
            from difflib import get_close_matches

            raise UnknownIdError("record", id, get_close_matches(id, self._by_id, n=3)) from None

    @property
    def agreements(self) -> Corpus:
        """The agreements alone.

        Examples:
            >>> len(Corpus([Event("a"), Agreement("b")]).agreements)
            1
        """
        return self._of(Agreement)

    @property
    def events(self) -> Corpus:
        """The events alone.

        Examples:
            >>> len(Corpus([Event("a"), Agreement("b")]).events)
            1
        """
        return self._of(Event)

    def _of(self, cls: type[Record]) -> Corpus:
        kept = [record for record in self._records if isinstance(record, cls)]
        return self._select(kept, self._unsure & {record.id for record in kept})

    @property
    def uncertain(self) -> Corpus:
        """The records that are here only because the queries that led here do not rule them out.

        Examples:
            >>> corpus = Corpus([Event("a", date="1993-01"), Event("b", date="1993-01-15")])
            >>> [record.id for record in corpus.where(date="1993-01-15").uncertain]
            ['a']
        """
        return self._select((record for record in self._records if record.id in self._unsure), self._unsure)

    @property
    def parties(self) -> Table[Party]:
        """The parties the corpus knows, those of a selection's whole included.

        Examples:
            >>> Corpus([Event("a", parties=["KAZ"])]).parties["KAZ"].id
            'KAZ'
        """
        return self._catalogue.parties

    @property
    def spheres(self) -> Table[Sphere]:
        """The spheres the corpus knows.

        Examples:
            >>> "energy" in Corpus([Event("a", spheres=["energy"])]).spheres
            True
        """
        return self._catalogue.spheres

    @property
    def places(self) -> Table[Place]:
        """The places the corpus knows.

        Examples:
            >>> "baku" in Corpus([Event("a", place="baku")]).places
            True
        """
        return self._catalogue.places

    @property
    def persons(self) -> Table[Person]:
        """The persons the corpus knows.

        Examples:
            >>> len(Corpus().persons)
            0
        """
        return self._catalogue.persons

    @property
    def sources(self) -> Table[Source]:
        """The sources the corpus knows.

        Examples:
            >>> len(Corpus().sources)
            0
        """
        return self._catalogue.sources

    @property
    def catalogue(self) -> Catalogue:
        """Everything the corpus knows besides its records.

        Examples:
            >>> Corpus().catalogue == Catalogue()
            True
        """
        return self._catalogue

    @property
    def dataset(self) -> Dataset | None:
        """Title, licence and citation of the corpus, or of the one that a selection was taken from.

        Examples:
            >>> load().where(sphere="energy").dataset.title
            'Relations between Azerbaijan and Kazakhstan, 1992-2013'
        """
        return self._dataset

    def conflicts(self) -> tuple[Conflict, ...]:
        """Return every conflict among the attestations of its records.

        Returns:
            In the order of the records; also those that a rank has resolved, see ``Conflict.is_open``.

        Examples:
            >>> Corpus().conflicts()
            ()
        """
        return tuple(conflict for record in self._records for conflict in record.conflicts())

    def counts(self, facet: str) -> dict[str, int]:
        """Return how many records there are of each value of a facet.

        Args:
            facet: ``"sphere"`` (a record counts in its spheres and all wider ones, once in each),
                ``"party"``, ``"kind"``, ``"place"``, ``"person"`` or ``"source"``.

        Returns:
            Counts by id, the highest first, then by id.

        Raises:
            UnknownIdError: if there is no such facet.

        Examples:
            >>> Corpus([Event("a", kind="visit"), Event("b", kind="visit")]).counts("kind")
            {'visit': 2}
        """
        if facet not in _FACETS:
            raise UnknownIdError("facet", facet, _FACETS)
        counted = Counter(value for record in self._records for value in {*_FACETS[facet](record)})
        return dict(sorted(counted.items(), key=lambda item: (-item[1], item[0])))

    @overload
    def __getitem__(self, key: int | str) -> Record: ...
    @overload
    def __getitem__(self, key: slice) -> Corpus: ...
    def __getitem__(self, key: int | str | slice) -> Record | Corpus:
        if isinstance(key, str):
            return self._find(key)
        if isinstance(key, slice):
            # A selection stays in order of date, whatever the step.
            kept = sorted(self._records[key], key=_place_in_time)
            return self._select(kept, self._unsure & {record.id for record in kept})
        return self._records[key]

    def __contains__(self, item: object) -> bool:
        if isinstance(item, str):
            return item in self._by_id
        return isinstance(item, Record) and self._by_id.get(item.id) == item

    def __iter__(self) -> Iterator[Record]:
        return iter(self._records)

    def __len__(self) -> int:
        return len(self._records)

    def __eq__(self, other: object) -> bool:
        return self._records == other._records if isinstance(other, Corpus) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._records)

    def __repr__(self) -> str:
        agreements = sum(isinstance(record, Agreement) for record in self._records)
        return f"<Corpus of {agreements} agreements and {len(self) - agreements} events>"

    def __str__(self) -> str:
        from bilateral.overview import text

        return text(self, {record.id for record in self.uncertain})

    def _repr_html_(self) -> str:
        from bilateral.overview import table

        return str(table(self, {record.id for record in self.uncertain}))


def _checked(records: Iterable[Record]) -> Iterator[Record]:
    for record in records:
        if not isinstance(record, (Agreement, Event)):
            raise InvalidValueError("Corpus.records", record, "each must be an Agreement or an Event")
        yield record


def _place_in_time(record: Record) -> tuple[Any, ...]:
    """Sort by date, then id; what has no date comes last."""
    return (1, record.id) if record.date is None else (0, record.date, record.id)


_FACETS: dict[str, Any] = {
    "sphere": lambda record: (wider.id for sphere in record.spheres for wider in sphere.lineage),
    "party": lambda record: (each.party.id for each in record.parties),
    "kind": lambda record: () if record.kind is None else (record.kind.value,),
    "place": lambda record: () if record.place is None else (record.place.id,),
    "person": lambda record: (actor.person.id for actor in record.persons),
    "source": lambda record: (source.id for source in record.sources),
}


def datasets() -> tuple[str, ...]:
    """Return the names of the datasets that come with the library.

    Returns:
        The names that ``load`` takes, in alphabetical order.

    Examples:
        >>> datasets()
        ('aze-kaz',)
    """
    return tuple(
        sorted(
            name for name in os.listdir(_DATA) if os.path.exists(os.path.join(_DATA, name, "dataset.json"))
        )
    )


def load(name: str = "aze-kaz") -> Corpus:
    """Return a dataset that comes with the library; the same object each time.

    Args:
        name: one of ``datasets()``.

    Returns:
        The dataset as a corpus.

    Raises:
        UnknownIdError: if there is no such dataset.

    Examples:
        >>> load()["aze-kaz-1996-oil-gas"].place.name()
        'Baku'
    """
    if name not in datasets():
        raise UnknownIdError("dataset", name, datasets())
    return _loaded(name)


@cache
def _loaded(name: str) -> Corpus:
    files = {key: f"{name}/{key}.json" for key in KEYS}
    data = {}
    for key, file in files.items():
        with open(os.path.join(_DATA, file), encoding="utf-8") as text:
            data[key] = json.load(text)
    found = decode_dossier(data, files, whole=True)
    return Corpus(found.records, catalogue=found.catalogue, dataset=found.dataset)
