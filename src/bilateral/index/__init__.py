"""The answer to a query for all records of a corpus at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping
from functools import cached_property
from operator import attrgetter
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

from bilateral import query as q
from bilateral.dates import HistoricalDate
from bilateral.errors import InvalidValueError, UnknownIdError
from bilateral.index import dates
from bilateral.index.answers import Answer
from bilateral.index.dates import AFTER, BEFORE, DATED, Dates
from bilateral.index.groups import Groups
from bilateral.index.postings import Postings, gathered
from bilateral.index.rows import Rows, everything, listed, nothing
from bilateral.model import Agreement, Kind, Named, Record
from bilateral.model.catalogue import Catalogue, Table
from bilateral.words import words

__all__ = ["FACETS", "Answer", "Index", "Rows", "everything", "listed", "unknown_record"]

Key = TypeVar("Key", bound=Hashable)

_KEPT = 4096
"""So many words of queries are remembered with their answers."""


class Index:
    """Records in order of time, with what is needed to answer queries for all of them at once.

    What is needed is worked out when a query first asks for it. The answers are those of ``Query.truth``,
    record by record; for a query of a class of its own they are asked for in that way.

    Args:
        records: agreements and events, in any order; each id once.
        catalogue: all that they name.

    Examples:
        >>> from bilateral.model import Event
        >>> index = Index([Event("b", date="1994"), Event("a", date="1993-01")], Catalogue())
        >>> [record.id for record in index.records]
        ['a', 'b']
        >>> index.answer(q.date("1993-01-05")).truth(0)
        Truth.UNKNOWN
    """

    def __init__(self, records: Iterable[Record], catalogue: Catalogue) -> None:
        self.records = _in_time(records)
        self.catalogue = catalogue
        self.size = len(self.records)
        self._fields: dict[str, Postings[Any]] = {}
        self.every = Answer.exactly(everything(self.size))
        self._within: dict[str, Rows] = {}
        self._judged: dict[Hashable, Answer] = {}
        # Kept as long as the function is that groups.
        self._groups: WeakKeyDictionary[Any, Groups[Any]] = WeakKeyDictionary()
        self._known: set[tuple[str, str]] = set()
        self._countries: dict[str, str | None] = {}

    def __reduce__(self) -> tuple[Any, ...]:
        return Index, (self.records, self.catalogue)

    @property
    def agreements(self) -> Rows:
        """The rows of agreements."""
        return self.field("type").having("agreement")

    def check(self, query: q.Query) -> None:
        """Check that all is known that a query names.

        Args:
            query: the question.

        Raises:
            UnknownIdError: if something is not; near matches are suggested.
        """
        named = query.names()
        if not self._known.issuperset(named):
            for what, name in named:
                self._check(what, name)

    def _check(self, what: str, name: str) -> None:
        if what == "record":
            if name not in self.rows:
                raise unknown_record(name, self.rows)
        else:
            table: Table[Any] = getattr(self.catalogue, _TABLES[what])
            if what not in ("place", "person"):
                table[name]
            elif not any((q.lies_at if what == "place" else q.called)(thing, name) for thing in table):
                raise UnknownIdError(what, name, table.near(name))
        self._known.add((what, name))

    def country(self, name: str) -> str | None:
        """Return the country in which all places lie that have some name; None if there is not one.

        Args:
            name: the id or words of the name of places, or of their countries.
        """
        if name not in self._countries:
            found = {place.country for place in self.catalogue.places if q.lies_at(place, name)}
            country = found.pop() if len(found) == 1 else None
            self._countries[name] = None if country is None else country.id
        return self._countries[name]

    def answer(self, query: q.Query) -> Answer:
        """Return the answer to a query for every record.

        Args:
            query: the question.

        Returns:
            The rows that surely match, and those that are not ruled out.
        """
        answer = _ANSWERS.get(type(query))
        if answer is not None:
            return answer(self, query)
        if not isinstance(query, q.Query):
            raise InvalidValueError("query", query, "it must be built by the functions of bilateral.query")
        truths = [query.truth(record) for record in self.records]
        certain = listed(self.size, (row for row, truth in enumerate(truths) if truth.certain))
        return Answer(certain, listed(self.size, (row for row, truth in enumerate(truths) if truth.possible)))

    def field(self, name: str) -> Postings[Any]:
        """Return the rows of each value of a field.

        Args:
            name: one of the keys of ``FACETS``, or of what else is looked up.
        """
        found = self._fields.get(name)
        if found is None:
            found = self._fields[name] = gathered(self.size, self.records, _FIELDS[name])
        return found

    def by_date(self, key: Callable[[HistoricalDate | None], Key]) -> Groups[Key]:
        """Return the rows of each group of dates, in the order in which groups begin.

        Args:
            key: from a date, or None for what has none, to its group; called once for each different date.
        """
        if key not in self._groups:
            parts = [(start, stop, key(date)) for date, start, stop in self.dates]
            dated = len(self.dates.recorded)
            if dated < self.size:
                parts.append((dated, self.size, key(None)))
            self._groups[key] = Groups.of(self.size, parts)
        return self._groups[key]

    def counts(self, facet: str, rows: Rows) -> dict[str, int]:
        """Return how many of some rows have each value of a facet that any of them has.

        Args:
            facet: one of ``FACETS``; what is in a sphere is in all wider ones, too.
            rows: the rows to count.
        """
        having: Mapping[str, Rows] = self.field(facet)
        if len(having) > len(rows):
            # More values than records: of most there is none.
            each = (self._values(facet, record) for record in rows.of(self.records))
            return dict(Counter(value for values in each for value in {*values}))
        if facet == "sphere":
            having = {id: self.within(id) for id in self.narrower}
        counts = {value: len(found & rows) for value, found in having.items()}
        return {value: count for value, count in counts.items() if count}

    def _values(self, facet: str, record: Record) -> Iterable[str]:
        values = FACETS[facet](record)
        return (wider for id in values for wider in self.wider[id]) if facet == "sphere" else values

    # --- what is worked out when it is first asked for ---

    @cached_property
    def rows(self) -> dict[str, int]:
        """The row of each id."""
        return {record.id: row for row, record in enumerate(self.records)}

    @cached_property
    def disputed(self) -> Rows:
        """The rows of records about which claims disagree."""
        return listed(self.size, (row for row, record in enumerate(self.records) if record.conflicts()))

    @cached_property
    def dates(self) -> Dates:
        """The dates by which the records are ordered."""
        return dates.in_order(self.size, (each.date for each in self.records if each.date is not None))

    @cached_property
    def in_force(self) -> Dates:
        """The dates on which agreements entered into force."""
        return dates.gathered(self.size, (getattr(each, "in_force", None) for each in self.records))

    @cached_property
    def terminated(self) -> Dates:
        """The dates on which agreements ceased to be in force."""
        return dates.gathered(self.size, (getattr(each, "terminated", None) for each in self.records))

    @cached_property
    def wider(self) -> Mapping[str, list[str]]:
        """The ids of each sphere and all wider ones."""
        return {sphere.id: [wider.id for wider in sphere.lineage] for sphere in self.catalogue.spheres}

    @cached_property
    def narrower(self) -> Mapping[str, list[str]]:
        """The ids of each sphere and all narrower ones."""
        found: dict[str, list[str]] = {}
        for id, lineage in self.wider.items():
            for wider in lineage:
                found.setdefault(wider, []).append(id)
        return found

    @cached_property
    def _named_by(self) -> Mapping[str, list[tuple[str, str]]]:
        """The fields and ids of what has a word in one of its names."""
        tables: dict[str, Iterable[Named]] = {
            "party": self.catalogue.parties,
            "person": self.catalogue.persons,
            "place": self.catalogue.places,
        }
        found: dict[str, list[tuple[str, str]]] = {}
        for field, table in tables.items():
            for thing in table:
                for word in words("\n".join(label.text for label in thing.labels)):
                    found.setdefault(word, []).append((field, thing.id))
        return found

    # --- the answers of each predicate ---

    def within(self, sphere: str) -> Rows:
        """Return the rows of a sphere or of a narrower one."""
        found = self._within.get(sphere)
        if found is None:
            found = self._within[sphere] = self.field("sphere").any_of(self.narrower.get(sphere, ()))
        return found

    def _dated(self, query: q.Dated | q.Signed) -> Answer:
        asked = query.when
        return self.dates.answer(asked, lambda date: date.touches(asked), DATED)

    def _before(self, query: q.Before) -> Answer:
        asked = query.when
        return self.dates.answer(asked, lambda date: date.before(asked.cover), BEFORE)

    def _after(self, query: q.After) -> Answer:
        asked = query.when
        return self.dates.answer(asked, lambda date: date.after(asked.cover), AFTER)

    def _signed(self, query: q.Signed) -> Answer:
        return self._dated(query).limited_to(self.agreements)

    def _in_force(self, query: q.InForce) -> Answer:
        asked = query.when.cover
        unsigned = self.dates.answer(asked, lambda date: date.after(asked), AFTER)
        later = self.in_force.answer(asked, lambda date: date.after(asked), AFTER)
        recorded = self.in_force.recorded
        entered = Answer(
            recorded - later.possible, (recorded - later.certain) | (~recorded - unsigned.certain)
        )
        ended = self.terminated.answer(asked, lambda date: date.before(asked), BEFORE)
        return (entered & ~ended).limited_to(self.agreements)

    def _party(self, query: q.HasParty) -> Answer:
        if query.capacity is None:
            return Answer.exactly(self.field("party").having(query.code))
        return self._kept((query.code, query.capacity), lambda: self._in_capacity(query))

    def _in_capacity(self, query: q.HasParty) -> Answer:
        open_to = self.field("capacities")
        return open_to.judged({each: query.among(each[1]) for each in open_to if each[0] == query.code})

    def _bilateral(self, query: q.Bilateral) -> Answer:
        return Answer.exactly(self.field("pair").having(_pair(*query.pair)))

    def _sphere(self, query: q.InSphere) -> Answer:
        within = self.field("sphere").having if query.exact else self.within
        return Answer.exactly(within(query.name))

    def _kind(self, query: q.OfKind) -> Answer:
        return self._kept(query.which, lambda: self._of_kind(query))

    def _of_kind(self, query: q.OfKind) -> Answer:
        is_agreement = isinstance(query.which, Kind)
        kinds = self.field("kinds")
        return kinds.judged({each: query.among(each[1]) for each in kinds if each[0] is is_agreement})

    def _place(self, query: q.AtPlace) -> Answer:
        return self._kept(query, lambda: self._at_place(query))

    def _at_place(self, query: q.AtPlace) -> Answer:
        places = self.field("places")
        return places.judged({each: query.among(each) for each in places})

    def _person(self, query: q.WithPerson) -> Answer:
        return self._kept(query, lambda: self._with_person(query))

    def _with_person(self, query: q.WithPerson) -> Answer:
        ids = [each.id for each in self.catalogue.persons if q.called(each, query.name)]
        return Answer.exactly(self.field("person").any_of(ids))

    def _kept(self, key: Hashable, work: Callable[[], Answer]) -> Answer:
        """Return what was worked out before for a word: which kinds, capacities or names it stands for."""
        found = self._judged.get(key)
        if found is None:
            if len(self._judged) >= _KEPT:
                self._judged.clear()
            found = self._judged[key] = work()
        return found

    def _source(self, query: q.FromSource) -> Answer:
        return Answer.exactly(self.field("source").having(query.name))

    def _text(self, query: q.WithText) -> Answer:
        return Answer.all_of(Answer.exactly(self._with_word(word)) for word in sorted(words(query.wanted)))

    def _with_word(self, word: str) -> Rows:
        found = self.field("word").having(word)
        for field, id in self._named_by.get(word, ()):
            found |= self.field(field).having(id)
        return found

    def _id(self, query: q.WithId) -> Answer:
        rows = sorted(self.rows[id] for id in query.ids if id in self.rows)
        return Answer.exactly(listed(self.size, rows))

    def _constant(self, query: q.Constant) -> Answer:
        every, none = everything(self.size), nothing(self.size)
        certain = every if query.answer.certain else none
        return (
            Answer(certain, every) if query.answer.possible and certain is none else Answer.exactly(certain)
        )

    def _and(self, query: q.And) -> Answer:
        return Answer.all_of([self.answer(each) for each in query.operands])

    def _or(self, query: q.Or) -> Answer:
        return Answer.any_of(map(self.answer, query.operands))

    def _not(self, query: q.Not) -> Answer:
        return ~self.answer(query.operand)


_ANSWERS: dict[type[q.Query], Callable[[Index, Any], Answer]] = {
    q.Constant: Index._constant,
    q.And: Index._and,
    q.Or: Index._or,
    q.Not: Index._not,
    q.Dated: Index._dated,
    q.Signed: Index._signed,
    q.InForce: Index._in_force,
    q.Before: Index._before,
    q.After: Index._after,
    q.HasParty: Index._party,
    q.Bilateral: Index._bilateral,
    q.InSphere: Index._sphere,
    q.OfKind: Index._kind,
    q.AtPlace: Index._place,
    q.WithPerson: Index._person,
    q.FromSource: Index._source,
    q.WithText: Index._text,
    q.WithId: Index._id,
}
"""How each kind of query is answered."""

FACETS: dict[str, Callable[[Record], Iterable[str]]] = {
    "sphere": lambda record: [sphere.id for sphere in record.spheres],
    "party": lambda record: [each.party.id for each in record.parties],
    "kind": lambda record: () if record.kind is None else (record.kind.value,),
    "place": lambda record: () if record.place is None else (record.place.id,),
    "person": lambda record: {actor.person.id for actor in record.persons},
    "source": lambda record: [source.id for source in record.sources],
}
"""What records are counted by: the values of a record, each once; spheres without the wider ones."""

_TWO = 2


def _pair(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one < other else (other, one)


_FIELDS: dict[str, Callable[[Record], Iterable[Any]]] = {
    **FACETS,
    "type": lambda record: ("agreement" if isinstance(record, Agreement) else "event",),
    "pair": lambda record: (_pair(*FACETS["party"](record)),) if len(record.parties) == _TWO else (),
    "capacities": lambda record: [(code, record.capacities(code)) for code in FACETS["party"](record)],
    "kinds": lambda record: ((isinstance(record, Agreement), record.alternatives("kind")),),
    "places": lambda record: (record.alternatives("place"),),
    "word": lambda record: words("\n".join(q.own_texts(record))),
}


_TABLES = {
    "party": "parties",
    "sphere": "spheres",
    "source": "sources",
    "place": "places",
    "person": "persons",
}


def unknown_record(id: str, known: Iterable[str]) -> UnknownIdError:
    """Return the error of a record that is not among the known ones; it suggests near matches.

    Args:
        id: the unknown id.
        known: the ids that there are.
    """
    from difflib import get_close_matches

    return UnknownIdError("record", id, get_close_matches(id, known, n=3))


def _in_time(records: Iterable[Record]) -> tuple[Record, ...]:
    """Sort records by date, then id; what has no date comes last."""
    by_id = sorted(records, key=attrgetter("id"))
    dates = [record.date for record in by_id]
    # Many records share a date: each is hashed once and compared with others once, not for each record.
    objects = dict(zip(map(id, dates), dates, strict=True))
    different = sorted({date for date in objects.values() if date is not None}, key=HistoricalDate._order)
    ranks: dict[HistoricalDate | None, int] = {date: rank for rank, date in enumerate(different)}
    rank_of = {key: ranks.get(date, len(ranks)) for key, date in objects.items()}
    places = [rank_of[id(date)] for date in dates]
    return tuple([by_id[row] for row in sorted(range(len(places)), key=places.__getitem__)])
