"""The corpus: an immutable body of records, and the questions it answers."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from functools import cache, reduce
from operator import eq
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, Protocol, TypeVar, overload

from bilateral import query as q
from bilateral.dates import DateLike, HistoricalDate
from bilateral.dossier import KEYS, Dataset, Dossier
from bilateral.errors import InvalidValueError, UnknownIdError
from bilateral.index import FACETS, Answer, Index, Rows, listed, unknown_record
from bilateral.model import (
    Agreement,
    Conflicts,
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
from bilateral.model.claims import DISPUTABLE

if TYPE_CHECKING:
    from bilateral.policies import Chosen

Key = TypeVar("Key", bound=Hashable)

_KEYWORDS = (
    *("date", "signed", "in_force", "before", "after", "party", "bilateral"),
    *("sphere", "kind", "place", "person", "source", "text", "id"),
)

# With os rather than pathlib, which would import urllib with it.
_DATA = os.path.join(os.path.dirname(__file__), "data")


class Decided(Protocol):
    """What tells which records are the same, such as the decisions of ``bilateral.matching``."""

    @property
    def same(self) -> Mapping[str, str]:
        """From ids of records to the id of the record that they are taken to be."""
        raise NotImplementedError


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

    __slots__ = ("_dataset", "_found", "_index")

    _dataset: Dataset | None
    _found: Answer
    _index: Index

    def __init__(
        self,
        records: Iterable[Record] = (),
        *,
        catalogue: Catalogue | None = None,
        dataset: Dataset | None = None,
    ) -> None:
        if not isinstance(dataset, Dataset | None):
            raise InvalidValueError("Corpus.dataset", dataset, "it must be a Dataset or None")
        if not isinstance(catalogue, Catalogue | None):
            raise InvalidValueError("Corpus.catalogue", catalogue, "it must be a Catalogue or None")
        checked = _checked(records)
        self._index = Index(checked, (catalogue or Catalogue()).with_those_of(checked))
        self._found = self._index.every
        self._dataset = dataset

    @classmethod
    def _of(cls, dossier: Dossier) -> Corpus:
        """Return the corpus of a dossier, which has unique ids and knows all that its records name."""
        corpus = object.__new__(cls)
        corpus._index = Index(dossier.records, dossier.catalogue)
        corpus._found = corpus._index.every
        corpus._dataset = dossier.dataset
        return corpus

    def _select(self, found: Answer) -> Corpus:
        """Return a selection of the rows of the index that all selections share."""
        selection = object.__new__(Corpus)
        selection._index, selection._dataset, selection._found = self._index, self._dataset, found
        return selection

    @property
    def _rows(self) -> Rows:
        return self._found.possible

    def where(
        self,
        *queries: q.Query,
        certain: bool = False,
        date: DateLike | None = None,
        signed: DateLike | None = None,
        in_force: DateLike | None = None,
        before: DateLike | None = None,
        after: DateLike | None = None,
        party: str | Party | Sequence[str | Party] | None = None,
        bilateral: tuple[str | Party, str | Party] | None = None,
        sphere: str | Sphere | None = None,
        kind: Kind | EventKind | str | None = None,
        place: str | Place | None = None,
        person: str | Person | None = None,
        source: str | Source | None = None,
        text: str | None = None,
        id: str | Record | Sequence[str | Record] | None = None,
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
            place: see ``query.place``; the corpus adds in which country it lies.
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
        values = (
            *(date, signed, in_force, before, after, party, bilateral),
            *(sphere, kind, place, person, source, text, id),
        )
        index = self._index
        if values.count(None) < len(values):
            given = zip(_KEYWORDS, values, strict=True)
            queries += tuple([self._asked(word, value) for word, value in given if value is not None])
        query = queries[0] if len(queries) == 1 else q.conjunction(queries)
        answer = index.answer(query)
        index.check(query)
        if certain:
            answer = Answer.exactly(answer.certain)
        return self._select(answer if self._found is index.every else self._found & answer)

    def _asked(self, word: str, value: object) -> q.Query:
        """Return the query that a keyword stands for."""
        query = q.from_keyword(word, value)
        if isinstance(query, q.AtPlace) and query.country is None:
            # Which country is meant a name alone does not tell, but the corpus knows.
            return q.place(query.name, country=self._index.country(query.name))
        return query

    @property
    def agreements(self) -> Corpus:
        """The agreements alone.

        Examples:
            >>> len(Corpus([Event("a"), Agreement("b")]).agreements)
            1
        """
        return self._select(self._found.limited_to(self._index.agreements))

    @property
    def events(self) -> Corpus:
        """The events alone.

        Examples:
            >>> len(Corpus([Event("a"), Agreement("b")]).events)
            1
        """
        return self._select(self._found.limited_to(~self._index.agreements))

    @property
    def uncertain(self) -> Corpus:
        """The records that are here only because the queries that led here do not rule them out.

        Examples:
            >>> corpus = Corpus([Event("a", date="1993-01"), Event("b", date="1993-01-15")])
            >>> [record.id for record in corpus.where(date="1993-01-15").uncertain]
            ['a']
        """
        return self._select(self._found.unknown())

    @property
    def parties(self) -> Table[Party]:
        """The parties the corpus knows, those of a selection's whole included.

        Examples:
            >>> Corpus([Event("a", parties=["KAZ"])]).parties["KAZ"].id
            'KAZ'
        """
        return self._index.catalogue.parties

    @property
    def spheres(self) -> Table[Sphere]:
        """The spheres the corpus knows.

        Examples:
            >>> "energy" in Corpus([Event("a", spheres=["energy"])]).spheres
            True
        """
        return self._index.catalogue.spheres

    @property
    def places(self) -> Table[Place]:
        """The places the corpus knows.

        Examples:
            >>> "baku" in Corpus([Event("a", place="baku")]).places
            True
        """
        return self._index.catalogue.places

    @property
    def persons(self) -> Table[Person]:
        """The persons the corpus knows.

        Examples:
            >>> len(Corpus().persons)
            0
        """
        return self._index.catalogue.persons

    @property
    def sources(self) -> Table[Source]:
        """The sources the corpus knows.

        Examples:
            >>> len(Corpus().sources)
            0
        """
        return self._index.catalogue.sources

    @property
    def catalogue(self) -> Catalogue:
        """Everything the corpus knows besides its records.

        Examples:
            >>> Corpus().catalogue == Catalogue()
            True
        """
        return self._index.catalogue

    @property
    def dataset(self) -> Dataset | None:
        """Title, licence and citation of the corpus, or of the one that a selection was taken from.

        Examples:
            >>> load().where(sphere="energy").dataset.title
            'Relations between Azerbaijan and Kazakhstan, 1992-2013'
        """
        return self._dataset

    def conflicts(self, field: str | None = None) -> Conflicts:
        """Return every conflict among the attestations of its records.

        Args:
            field: the field in dispute, such as ``"signed"``; None for all.

        Returns:
            In the order of the records; also those that a rank has resolved, see ``Conflict.is_open``. In a
            notebook they show the claims side by side.

        Raises:
            UnknownIdError: if there can be no conflict about such a field.

        Examples:
            >>> from bilateral.model import Attestation
            >>> claims = [Attestation("signed", date, "a") for date in ("1993-02-24", "1993-12-24")]
            >>> conflicts = Corpus([Agreement("x", attestations=claims)]).conflicts(field="signed")
            >>> [str(slip) for slips in conflicts[0].slips.values() for slip in slips]
            ['other-month']
        """
        if field is not None and field not in DISPUTABLE:
            raise UnknownIdError("field in dispute", field, sorted(DISPUTABLE))
        disputed = (self._rows & self._index.disputed).of(self._index.records)
        found = (conflict for record in disputed for conflict in record.conflicts())
        return Conflicts(each for each in found if field in (None, each.field))

    def merge(
        self,
        *others: Corpus,
        same: Mapping[str, str] | Decided = MappingProxyType({}),
        clashes: Literal["refuse", "first"] = "refuse",
    ) -> Corpus:
        """Return one corpus of several, with every attestation of each.

        Records of one id, or taken to be the same, become one with the claims of all, each once, whose values
        are what these resolve to; what a record holds without saying who says so is attested by the source
        ``unattributed``. A record that no other is taken to be stays as it is.

        Args:
            others: the other corpora; none, to unite records of this one. Where something must come first,
                such as of several titles the one that is shown, what is of this corpus does.
            same: which records are the same instrument: from an id to the id of the record that it is taken
                to be, or decisions of ``bilateral.matching``. The id that is given up becomes an alias.
            clashes: what to do where two corpora describe a party, sphere, place, person or source of one id
                in ways that cannot both hold: ``"refuse"``, or keep what the ``"first"`` says.

        Returns:
            A corpus; its dataset names those of all.

        Raises:
            DataError: with every clash, and both its values; if an agreement and an event are to be one.
            UnknownIdError: if no record has an id of ``same``.
            InvalidValueError: if something else is given.

        Examples:
            >>> from bilateral.model import Attestation
            >>> dated = Attestation("signed", "1996", "x")
            >>> titled = Attestation("title", "On trade", "y")
            >>> a = Corpus([Agreement("a", signed="1996", attestations=[dated])])
            >>> b = Corpus([Agreement("b", title="On trade", attestations=[titled])])
            >>> one = a.merge(b, same={"b": "a"})["a"]
            >>> one.title, one.aliases, [source.id for source in one.sources]
            ('On trade', ('b',), ['x', 'y', 'unattributed'])
        """
        # What reads and queries alone need not wait for it.
        from bilateral.dossier import joined
        from bilateral.model.uniting import Body, merged

        for other in others:
            if not isinstance(other, Corpus):
                raise InvalidValueError("Corpus.merge", other, "it must be a Corpus; decisions go to same=")
        bodies = [Body(list(corpus), corpus.catalogue) for corpus in (self, *others)]
        pairs = same if isinstance(same, Mapping) else same.same
        records, catalogue = merged(bodies, pairs, clashes)
        datasets = [corpus.dataset for corpus in (self, *others) if corpus.dataset is not None]
        return Corpus(records, catalogue=catalogue, dataset=reduce(joined, datasets) if datasets else None)

    def resolve(self, policy: Chosen | Mapping[str, Chosen]) -> Corpus:
        """Return the same records, showing of several claims what a policy chooses; none is discarded.

        The claims that are chosen rank as preferred, and their notes say by which policy; others stay beside
        them, and so do conflicts. Ranks that are given count first. To resolve again takes the place of what
        was resolved before, and ``"set"`` gives back what it was without a policy.

        Args:
            policy: a policy of ``bilateral.policies`` or its name; several, of which each chooses among what
                those before it leave; or these for each field, which leaves other fields as they are.

        Returns:
            A corpus. A selection becomes a corpus of its own, in which nothing is uncertain.

        Raises:
            UnknownIdError: if no claim can be about such a field.
            InvalidValueError: if something is no policy.

        Examples:
            >>> from bilateral.model import Attestation
            >>> claims = [Attestation("signed", date, "a") for date in ("1993-02-24", "1993-12-24")]
            >>> corpus = Corpus([Agreement("x", attestations=claims)]).resolve("earliest")
            >>> corpus["x"].signed, len(corpus.conflicts())
            (HistoricalDate('1993-02-24'), 1)
        """
        from bilateral.model.merging import claimable
        from bilateral.policies import chains, resolved

        fields = dict.fromkeys([*claimable(Agreement), *claimable(Event)])
        chosen = chains(policy, list(fields))
        records = [resolved(record, chosen) for record in self]
        return Corpus(records, catalogue=self.catalogue, dataset=self.dataset)

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
        if facet not in list(FACETS):
            raise UnknownIdError("facet", facet, FACETS)
        counted = self._index.counts(facet, self._rows)
        return dict(sorted(counted.items(), key=lambda item: (-item[1], item[0])))

    def by_date(self, key: Callable[[HistoricalDate | None], Key]) -> dict[Key, Corpus]:
        """Return the records in groups by their dates.

        Args:
            key: from a date, or None for what has none, to its group; it is asked once for each different
                date, be there records of it in this selection or not.

        Returns:
            The records of each group that has any, in order of time.

        Examples:
            >>> corpus = Corpus([Event("a", date="1993-01"), Event("b", date="1993"), Event("c")])
            >>> groups = corpus.by_date(lambda date: date and date.earliest.year)
            >>> {year: len(records) for year, records in groups.items()}
            {1993: 2, None: 1}
        """
        groups = self._index.by_date(key).runs
        found = ((group, self._found.limited_to(rows)) for group, rows in groups.items())
        return {group: self._select(answer) for group, answer in found if answer.possible}

    def count_by_date(self, key: Callable[[HistoricalDate | None], Key]) -> dict[Key, tuple[int, int]]:
        """Return how many records there are in groups by their dates.

        Args:
            key: as for ``by_date``.

        Returns:
            For each group that has any, how many surely match the queries that led here, and how many are
            here.

        Examples:
            >>> corpus = Corpus([Event("a", date="1993-01"), Event("b", date="1993"), Event("c")])
            >>> corpus.where(before="1993-06").count_by_date(lambda date: date and date.earliest.year)
            {1993: (1, 2), None: (0, 1)}
        """
        groups = self._index.by_date(key)
        at_most = groups.counts(self._found.possible)
        if self._found.is_exact:
            return {group: (count, count) for group, count in at_most.items()}
        at_least = groups.counts(self._found.certain)
        return {group: (at_least.get(group, 0), count) for group, count in at_most.items()}

    def by_record(self, key: Callable[[Record], Key]) -> dict[Key, Corpus]:
        """Return the records in groups.

        Args:
            key: from a record to its group.

        Returns:
            The records of each group, in order of time; groups in the order in which they begin.

        Examples:
            >>> groups = Corpus([Event("a", kind="visit"), Event("b")]).by_record(lambda each: each.kind)
            >>> [len(records) for records in groups.values()]
            [1, 1]
        """
        found: dict[Key, list[int]] = {}
        for row, record in zip(self._rows, self, strict=True):
            found.setdefault(key(record), []).append(row)
        size = self._index.size
        return {
            group: self._select(self._found.limited_to(listed(size, rows))) for group, rows in found.items()
        }

    @overload
    def __getitem__(self, key: int | str) -> Record: ...
    @overload
    def __getitem__(self, key: slice) -> Corpus: ...
    def __getitem__(self, key: int | str | slice) -> Record | Corpus:
        if isinstance(key, str):
            row = self._index.rows.get(key)
            if row is None or row not in self._rows:
                raise unknown_record(key, (record.id for record in self))
            return self._index.records[row]
        if isinstance(key, slice):
            # A selection stays in order of date, whatever the step.
            return self._select(self._found.limited_to(self._rows.sliced(key)))
        try:
            return self._index.records[self._rows[key]]
        except IndexError:
            count = f"the corpus has {len(self)}, counted from 0"
            raise IndexError(f"there is no record {key}: {count}") from None
        except TypeError:
            raise TypeError(f"a record is found by its number or id, not by {key!r}") from None

    def _ipython_key_completions_(self) -> list[str]:
        return [record.id for record in self]

    def __contains__(self, item: object) -> bool:
        id = item.id if isinstance(item, Record) else item
        row = self._index.rows.get(id) if isinstance(id, str) else None
        if row is None or row not in self._rows:
            return False
        return item == id or self._index.records[row] == item

    def __iter__(self) -> Iterator[Record]:
        return self._rows.of(self._index.records)

    def __len__(self) -> int:
        return len(self._found.possible)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Corpus):
            return NotImplemented
        if self._index is other._index:
            return self._rows == other._rows
        return len(self) == len(other) and all(map(eq, self, other))

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        agreements = len(self.agreements)
        return f"<Corpus of {agreements} agreements and {len(self) - agreements} events>"

    def __str__(self) -> str:
        from bilateral.overview import text

        return text(self, {record.id for record in self.uncertain})

    def _repr_html_(self) -> str:
        from bilateral.overview import counted, table

        title = "" if self._dataset is None else self._dataset.title
        caption = counted(self, len(self.agreements), title)
        return str(table(self, {record.id for record in self.uncertain}, caption=caption))


def _checked(records: Iterable[Record]) -> list[Record]:
    if not isinstance(records, Iterable):
        raise InvalidValueError("Corpus.records", records, "it must be a list of agreements and events")
    checked = list(records)
    for record in checked:
        if not isinstance(record, (Agreement, Event)):
            raise InvalidValueError("Corpus.records", record, "each must be an Agreement or an Event")
    if len({record.id for record in checked}) < len(checked):
        id, count = Counter(record.id for record in checked).most_common(1)[0]
        raise InvalidValueError("Corpus.records", id, f"{count} records have this id; it must be unique")
    return checked


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
    # Reading takes the codec, and cattrs with it, which a corpus of one's own does not need.
    from bilateral.scanner import read_dossier

    files = {key: f"{name}/{key}.json" for key in KEYS}
    texts = {}
    for key, file in files.items():
        with open(os.path.join(_DATA, file), encoding="utf-8") as text:
            texts[key] = text.read()
    return Corpus._of(read_dossier(texts, files, whole=True))
