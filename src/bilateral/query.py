"""Questions to records: predicates by date, party, sphere and more, combined with ``& | ~``.

Import it as ``from bilateral import query as q``. A query is a value: equal, hashable, and printed as
the code that builds it. In a question a date names a stretch of days: ``q.date("1993-02")`` asks what
happened in February 1993. An answer is a Truth: UNKNOWN where what is recorded leaves it open.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any, ClassVar

import attrs

from bilateral.dates import DateLike, HistoricalDate
from bilateral.errors import InvalidValueError
from bilateral.model import (
    Agreement,
    Capacity,
    EventKind,
    Kind,
    Named,
    Party,
    Person,
    Place,
    Record,
    Source,
    Sphere,
    checks,
)
from bilateral.model.terms import term
from bilateral.model.values import ByValue
from bilateral.truth import Truth
from bilateral.words import words

__all__ = [
    "Query",
    "after",
    "anything",
    "before",
    "bilateral",
    "date",
    "id",
    "in_force",
    "kind",
    "nothing",
    "party",
    "person",
    "place",
    "signed",
    "source",
    "sphere",
    "text",
]


class Query(ByValue):
    """A question to a record; the functions of this module build them.

    Examples:
        >>> from bilateral import query as q
        >>> ~(q.sphere("energy") & q.party("KAZ", capacity="government"))
        ~q.sphere('energy') | ~q.party('KAZ', capacity='government')
        >>> ~~q.kind("treaty") == q.kind("treaty")
        True
    """

    __slots__ = ()

    def truth(self, record: Record) -> Truth:
        """Return whether a record matches.

        Args:
            record: an Agreement or Event.

        Returns:
            YES or NO where the record settles it, else UNKNOWN.

        Examples:
            >>> from bilateral.model import Event
            >>> from bilateral import query as q
            >>> q.date("1993-01-15").truth(Event("embassy", date="1993-01"))
            Truth.UNKNOWN
        """
        raise NotImplementedError

    def names(self) -> tuple[tuple[str, str], ...]:
        """Return ``(what, id)`` for everything the query refers to, such as ``("sphere", "energy")``."""
        return ()

    def __and__(self, other: Query) -> Query:
        if not isinstance(other, Query):
            return NotImplemented
        return _join(And, self, other)

    def __or__(self, other: Query) -> Query:
        if not isinstance(other, Query):
            return NotImplemented
        return _join(Or, self, other)

    def __invert__(self) -> Query:
        return Not(self)


def _join(kind: type[And | Or], *queries: Query) -> Query:
    """Return a conjunction or disjunction without nesting, so that both ways to bracket are equal."""
    flat: list[Query] = []
    for query in queries:
        flat.extend(query.operands if type(query) is kind else [query])
    return kind(tuple(flat))


@attrs.frozen(eq=False, repr=False)
class Constant(Query):
    """The same answer for every record."""

    answer: Truth

    def truth(self, record: Record) -> Truth:
        return self.answer

    def __invert__(self) -> Query:
        return Constant(~self.answer)

    def __repr__(self) -> str:
        return "q.anything" if self.answer is Truth.YES else "q.nothing"


@attrs.frozen(eq=False, repr=False)
class And(Query):
    """All of several queries."""

    operands: tuple[Query, ...]

    def truth(self, record: Record) -> Truth:
        return Truth.all_of(query.truth(record) for query in self.operands)

    def names(self) -> tuple[tuple[str, str], ...]:
        return tuple([name for query in self.operands for name in query.names()])

    # Negation goes inwards (De Morgan), so that queries that mean the same by it are equal.
    def __invert__(self) -> Query:
        return _join(Or, *(~query for query in self.operands))

    def __repr__(self) -> str:
        return " & ".join(f"({query})" if isinstance(query, Or) else repr(query) for query in self.operands)


@attrs.frozen(eq=False, repr=False)
class Or(Query):
    """Any of several queries."""

    operands: tuple[Query, ...]

    def truth(self, record: Record) -> Truth:
        return Truth.any_of(query.truth(record) for query in self.operands)

    def names(self) -> tuple[tuple[str, str], ...]:
        return tuple([name for query in self.operands for name in query.names()])

    def __invert__(self) -> Query:
        return _join(And, *(~query for query in self.operands))

    def __repr__(self) -> str:
        return " | ".join(map(repr, self.operands))


@attrs.frozen(eq=False, repr=False)
class Not(Query):
    """The opposite of a predicate."""

    operand: Query

    def truth(self, record: Record) -> Truth:
        return ~self.operand.truth(record)

    def names(self) -> tuple[tuple[str, str], ...]:
        return self.operand.names()

    def __invert__(self) -> Query:
        return self.operand

    def __repr__(self) -> str:
        return f"~{self.operand!r}"


@attrs.frozen(eq=False, repr=False)
class Predicate(Query):
    """A query about one thing; its class attribute ``word`` is the function that builds it."""

    word: ClassVar[str]
    refers_to: ClassVar[str | None] = None

    def names(self) -> tuple[tuple[str, str], ...]:
        if self.refers_to is None:
            return ()
        cls: Any = type(self)
        value = getattr(self, _first(cls))
        if type(value) is str:
            return ((self.refers_to, value),)
        return tuple([(self.refers_to, argument) for argument in value])

    def __repr__(self) -> str:
        _, *rest = attrs.fields(type(self))
        shown = [repr(str(argument)) for argument in _arguments(self)]
        shown += [
            f"{field.name}={str(value) if isinstance(value, bool) else repr(str(value))}"
            for field in rest
            if (value := getattr(self, field.name)) != field.default
        ]
        return f"q.{self.word}({', '.join(shown)})"


@cache
def _first(cls: Any) -> str:
    """Return the name of the field that a predicate is about; found once a class."""
    name: str = attrs.fields(cls)[0].name
    return name


def _arguments(predicate: Predicate) -> tuple[Any, ...]:
    cls: Any = type(predicate)
    value = getattr(predicate, _first(cls))
    return value if isinstance(value, tuple) else (value,)


@attrs.frozen(eq=False, repr=False)
class Dated(Predicate):
    """Built by ``q.date``."""

    word: ClassVar[str] = "date"
    when: HistoricalDate = attrs.field(converter=checks.a_date, validator=checks.dated)

    def truth(self, record: Record) -> Truth:
        return Truth.UNKNOWN if record.date is None else record.date.touches(self.when)


@attrs.frozen(eq=False, repr=False)
class Signed(Predicate):
    """Built by ``q.signed``."""

    word: ClassVar[str] = "signed"
    when: HistoricalDate = attrs.field(converter=checks.a_date, validator=checks.dated)

    def truth(self, record: Record) -> Truth:
        if not isinstance(record, Agreement):
            return Truth.NO
        return Truth.UNKNOWN if record.signed is None else record.signed.touches(self.when)


@attrs.frozen(eq=False, repr=False)
class InForce(Predicate):
    """Built by ``q.in_force``."""

    word: ClassVar[str] = "in_force"
    when: HistoricalDate = attrs.field(converter=checks.a_date, validator=checks.dated)

    def truth(self, record: Record) -> Truth:
        if not isinstance(record, Agreement):
            return Truth.NO
        asked = self.when.cover
        if record.in_force is None:
            unsigned = Truth.NO if record.signed is None else record.signed.after(asked)
            entered = ~unsigned & Truth.UNKNOWN
        else:
            entered = ~record.in_force.after(asked)
        ended = Truth.NO if record.terminated is None else record.terminated.before(asked)
        return entered & ~ended


@attrs.frozen(eq=False, repr=False)
class Before(Predicate):
    """Built by ``q.before``."""

    word: ClassVar[str] = "before"
    when: HistoricalDate = attrs.field(converter=checks.a_date, validator=checks.dated)

    def truth(self, record: Record) -> Truth:
        return Truth.UNKNOWN if record.date is None else record.date.before(self.when.cover)


@attrs.frozen(eq=False, repr=False)
class After(Predicate):
    """Built by ``q.after``."""

    word: ClassVar[str] = "after"
    when: HistoricalDate = attrs.field(converter=checks.a_date, validator=checks.dated)

    def truth(self, record: Record) -> Truth:
        return Truth.UNKNOWN if record.date is None else record.date.after(self.when.cover)


def _capacity(value: Capacity | str | None) -> Capacity | None:
    return None if value is None else term(Capacity, value, "q.party(capacity=)")


@attrs.frozen(eq=False, repr=False)
class HasParty(Predicate):
    """Built by ``q.party``."""

    word: ClassVar[str] = "party"
    refers_to: ClassVar[str] = "party"
    code: str = attrs.field(validator=checks.some_text)
    capacity: Capacity | None = attrs.field(default=None, converter=_capacity)

    def truth(self, record: Record) -> Truth:
        if all(each.party.id != self.code for each in record.parties):
            return Truth.NO
        return Truth.YES if self.capacity is None else self.among(record.capacities(self.code))

    def among(self, capacities: tuple[Capacity | None, ...]) -> Truth:
        """Return whether the party acts as asked, given the capacities that are left open."""
        return Truth.bounded(
            certain=all(capacity is self.capacity for capacity in capacities),
            possible=any(capacity in (self.capacity, None) for capacity in capacities),
        )


def _two_different(_owner: object, _attribute: attrs.Attribute[Any], value: tuple[str, ...]) -> None:
    if len(value) != len(("one", "other")):
        raise InvalidValueError("q.bilateral", value, "it takes two different parties")


@attrs.frozen(eq=False, repr=False)
class Bilateral(Predicate):
    """Built by ``q.bilateral``."""

    word: ClassVar[str] = "bilateral"
    refers_to: ClassVar[str] = "party"
    pair: tuple[str, str] = attrs.field(validator=[checks.each(str, "the id of a party"), _two_different])

    def truth(self, record: Record) -> Truth:
        return Truth.of({each.party.id for each in record.parties} == set(self.pair))


def _a_bool(owner: object, attribute: attrs.Attribute[Any], value: object) -> None:
    if not isinstance(value, bool):
        raise InvalidValueError(
            f"{checks.name_of(owner, attribute)}(exact=)", value, "it must be True or False"
        )


@attrs.frozen(eq=False, repr=False)
class InSphere(Predicate):
    """Built by ``q.sphere``."""

    word: ClassVar[str] = "sphere"
    refers_to: ClassVar[str] = "sphere"
    name: str = attrs.field(validator=checks.some_text)
    exact: bool = attrs.field(default=False, validator=_a_bool)

    def truth(self, record: Record) -> Truth:
        if self.exact:
            return Truth.of(any(sphere.id == self.name for sphere in record.spheres))
        return Truth.of(any(wider.id == self.name for sphere in record.spheres for wider in sphere.lineage))


def _any_kind(value: Kind | EventKind | str) -> Kind | EventKind:
    kinds: dict[str, Kind | EventKind] = {kind.value: kind for kind in (*Kind, *EventKind)}
    if value not in kinds:
        raise InvalidValueError("q.kind", value, f"it must be one of {', '.join(kinds)}")
    return kinds[value]


@attrs.frozen(eq=False, repr=False)
class OfKind(Predicate):
    """Built by ``q.kind``."""

    word: ClassVar[str] = "kind"
    which: Kind | EventKind = attrs.field(converter=_any_kind)

    def truth(self, record: Record) -> Truth:
        # Whatever its kind is, an event is no treaty and an agreement no visit.
        if isinstance(record, Agreement) is not isinstance(self.which, Kind):
            return Truth.NO
        return self.among(record.alternatives("kind"))

    def among(self, kinds: tuple[Any, ...]) -> Truth:
        """Return whether the kind is the one asked for, given those that are left open."""
        return _among(kinds, lambda kind: kind is self.which)


def _among(options: tuple[Any, ...], matches: Any) -> Truth:
    """Return YES if all options match, NO if none does, UNKNOWN between or if nothing is recorded."""
    if not options:
        return Truth.UNKNOWN
    found = [matches(option) for option in options]
    return Truth.bounded(certain=all(found), possible=any(found))


def called(thing: Named, name: str) -> bool:
    """Return whether a name is that of a thing: its id, or some or all words of one of its labels."""
    wanted = words(name)
    return thing.id == name or (bool(wanted) and any(wanted <= words(label.text) for label in thing.labels))


def lies_at(place: Place, name: str) -> bool:
    """Return whether a name is that of a place or of its country."""
    return called(place, name) or (place.country is not None and called(place.country, name))


def _a_name(owner: object, attribute: attrs.Attribute[Any], value: str) -> None:
    checks.some_text(owner, attribute, value)
    if not words(value):
        raise InvalidValueError(checks.name_of(owner, attribute), value, "it must hold a word")


@attrs.frozen(eq=False, repr=False)
class AtPlace(Predicate):
    """Built by ``q.place``."""

    word: ClassVar[str] = "place"
    refers_to: ClassVar[str] = "place"
    name: str = attrs.field(validator=_a_name)
    country: str | None = attrs.field(default=None, validator=checks.maybe_id)

    def truth(self, record: Record) -> Truth:
        return self.among(record.alternatives("place"))

    def names(self) -> tuple[tuple[str, str], ...]:
        place = ("place", self.name)
        return (place,) if self.country is None else (place, ("party", self.country))

    def among(self, places: tuple[Any, ...]) -> Truth:
        """Return whether the place is the one asked for, given those that are left open."""
        found = [self.at(place) for place in places]
        return found[0] if len({*found}) == 1 else Truth.UNKNOWN

    def at(self, place: Place) -> Truth:
        """Return whether what was done at a place was done at the one asked for."""
        if self.country is not None and place.country is not None and place.country.id != self.country:
            return Truth.NO
        if lies_at(place, self.name):
            return Truth.YES
        # Of the country no more is known than that it was somewhere in it.
        return Truth.UNKNOWN if place.is_country else Truth.NO


@attrs.frozen(eq=False, repr=False)
class WithPerson(Predicate):
    """Built by ``q.person``."""

    word: ClassVar[str] = "person"
    refers_to: ClassVar[str] = "person"
    name: str = attrs.field(validator=_a_name)

    def truth(self, record: Record) -> Truth:
        return Truth.of(any(called(actor.person, self.name) for actor in record.persons))


@attrs.frozen(eq=False, repr=False)
class FromSource(Predicate):
    """Built by ``q.source``."""

    word: ClassVar[str] = "source"
    refers_to: ClassVar[str] = "source"
    name: str = attrs.field(validator=checks.some_text)

    def truth(self, record: Record) -> Truth:
        return Truth.of(any(source.id == self.name for source in record.sources))


@attrs.frozen(eq=False, repr=False)
class WithText(Predicate):
    """Built by ``q.text``."""

    word: ClassVar[str] = "text"
    wanted: str = attrs.field(validator=_a_name)

    def truth(self, record: Record) -> Truth:
        return Truth.of(words(self.wanted) <= words(searchable(record)))


def searchable(record: Record) -> str:
    """Return the text of a record that ``q.text`` searches.

    Args:
        record: an Agreement or Event.

    Returns:
        All titles attested, the description, the provisions, and the names of the parties, persons
        and place in all languages, on lines of their own.

    Examples:
        >>> searchable(Agreement("x", title="Treaty on Friendship"))
        'Treaty on Friendship'
    """
    lines = own_texts(record) + [label.text for thing in named(record) for label in thing.labels]
    return "\n".join(dict.fromkeys(lines))


def own_texts(record: Record) -> list[str]:
    """Return the texts of a record itself: its titles, description and provisions."""
    texts = [record.title, record.description]
    texts += [str(each.value) for each in record.attested("title")]
    texts += [provision.text for provision in record.provisions] if isinstance(record, Agreement) else []
    return [text for text in texts if text]


def named(record: Record) -> list[Named]:
    """Return the parties, persons and place of a record, whose names it is found by, too."""
    found: list[Named] = [each.party for each in record.parties]
    found += [actor.person for actor in record.persons]
    return found if record.place is None else [*found, record.place]


@attrs.frozen(eq=False, repr=False)
class WithId(Predicate):
    """Built by ``q.id``."""

    word: ClassVar[str] = "id"
    refers_to: ClassVar[str] = "record"
    ids: tuple[str, ...] = attrs.field(validator=checks.each(str, "the id of a record"))

    def truth(self, record: Record) -> Truth:
        return Truth.of(record.id in self.ids)


def _id_of(kind: type[Named | Source | Record], thing: Any) -> Any:
    """Return the id of a thing of some kind; anything else is an id, or the predicate refuses it."""
    return thing.id if isinstance(thing, kind) else thing


def conjunction(queries: Sequence[Query]) -> Query:
    """Return the query that all of the given ones hold; of none it is ``anything``."""
    for query in queries:
        if not isinstance(query, Query):
            raise InvalidValueError("query", query, "it must be built by the functions of bilateral.query")
    if len(queries) == 1:
        return queries[0]
    return _join(And, *queries) if queries else anything


def disjunction(queries: Sequence[Query]) -> Query:
    """Return the query that any of the given ones holds; of none it is ``nothing``."""
    return ~conjunction([~query for query in queries])


def from_keyword(word: str, value: Any) -> Query:
    """Return the predicate that a keyword of ``Corpus.where`` stands for."""
    several = isinstance(value, (list, tuple))
    if word == "bilateral" and not (several and len(value) == len("ab")):
        raise InvalidValueError(f"where({word}=)", value, "it takes two parties, such as ('AZE', 'KAZ')")
    if several and word not in ("party", "bilateral", "id"):
        reason = "it takes one value; join predicates with | for any of several"
        raise InvalidValueError(f"where({word}=)", value, reason)
    return _BUILDERS[word](*value) if several else _BUILDERS[word](value)


anything: Query = Constant(Truth.YES)
"""Matches every record."""

nothing: Query = Constant(Truth.NO)
"""Matches no record."""


def date(when: DateLike) -> Query:
    """Ask for records dated within a stretch of days, or, if they lasted, that share a day with it.

    Args:
        when: EDTF text, a HistoricalDate or a ``datetime.date``; it names all the days it may cover.

    Returns:
        The query. UNKNOWN for a record whose date may lie inside or outside, or is not recorded.

    Raises:
        InvalidDateError: if the text is no EDTF.

    Examples:
        >>> date("1996/2006").truth(Agreement("x", signed="1996-09-16"))
        Truth.YES
    """
    return Dated(when)


def signed(when: DateLike) -> Query:
    """Ask for agreements signed within a stretch of days.

    Args:
        when: as for ``date``.

    Returns:
        The query. NO for events; UNKNOWN where the signature may lie inside or outside.

    Raises:
        InvalidDateError: if the text is no EDTF.

    Examples:
        >>> signed("1996").truth(Agreement("x", signed="[1996-09-16,1997]"))
        Truth.UNKNOWN
    """
    return Signed(when)


def in_force(when: DateLike) -> Query:
    """Ask for agreements that were in force on at least one day of a stretch.

    Once in force, an agreement stays so until a source says that it ended. Where no source says that it
    entered into force, it is UNKNOWN, but NO before its signature.

    Args:
        when: as for ``date``.

    Returns:
        The query; NO for events.

    Raises:
        InvalidDateError: if the text is no EDTF.

    Examples:
        >>> in_force("2005-06-01").truth(Agreement("x", in_force="1999-02-08", terminated="2005"))
        Truth.UNKNOWN

    References:
        Vienna Convention on the Law of Treaties (1969), articles 24 and 42(2).
    """
    return InForce(when)


def before(when: DateLike) -> Query:
    """Ask for records that ended before a stretch of days began.

    Args:
        when: as for ``date``; ``"1996"`` begins on 1 January 1996.

    Returns:
        The query.

    Raises:
        InvalidDateError: if the text is no EDTF.

    Examples:
        >>> from bilateral.model import Event
        >>> before("1996").truth(Event("x", date="1995-12"))
        Truth.YES
    """
    return Before(when)


def after(when: DateLike) -> Query:
    """Ask for records that began after a stretch of days had ended.

    Args:
        when: as for ``date``; ``"1996"`` ends on 31 December 1996.

    Returns:
        The query.

    Raises:
        InvalidDateError: if the text is no EDTF.

    Examples:
        >>> from bilateral.model import Event
        >>> after("1996").truth(Event("x", date="1996-12"))
        Truth.NO
    """
    return After(when)


def party(*codes: str | Party, capacity: Capacity | str | None = None) -> Query:
    """Ask for records in which all of the given parties take part.

    Args:
        codes: parties or their ids; each must take part, others may.
        capacity: the capacity in which each of them must act; None for any.

    Returns:
        The query. UNKNOWN where the capacity is not recorded or sources of equal rank disagree on it.

    Raises:
        InvalidValueError: if no code is given, or the capacity is none.

    Examples:
        >>> party("AZE", "KAZ")
        q.party('AZE') & q.party('KAZ')
    """
    if not codes:
        raise InvalidValueError("q.party", (), "it takes the id of at least one party")
    return conjunction([HasParty(_id_of(Party, code), capacity) for code in codes])


def bilateral(a: str | Party, b: str | Party) -> Query:
    """Ask for records between exactly two parties.

    Args:
        a: one party or its id.
        b: the other; the order does not matter to the answer.

    Returns:
        The query.

    Raises:
        InvalidValueError: if both are the same.

    Examples:
        >>> from bilateral.model import Event
        >>> bilateral("AZE", "KAZ").truth(Event("x", parties=["KAZ", "AZE", "RUS"]))
        Truth.NO
    """
    return Bilateral((_id_of(Party, a), _id_of(Party, b)))


def sphere(id: str | Sphere, *, exact: bool = False) -> Query:
    """Ask for records of a sphere of cooperation.

    Args:
        id: the sphere or its id.
        exact: leave out records that are only in a narrower sphere.

    Returns:
        The query.

    Examples:
        >>> from bilateral.model import Sphere
        >>> oil = Sphere("oil-gas", broader=Sphere("energy"))
        >>> sphere("energy").truth(Agreement("x", spheres=[oil]))
        Truth.YES
    """
    return InSphere(_id_of(Sphere, id), exact)


def kind(kind: Kind | EventKind | str) -> Query:
    """Ask for records of a kind of instrument or event.

    Args:
        kind: such as ``"protocol"`` or ``"visit"``.

    Returns:
        The query. UNKNOWN where the kind is not recorded or sources of equal rank disagree on it.

    Raises:
        InvalidValueError: if there is no such kind.

    Examples:
        >>> kind("protocol").truth(Agreement("x", kind="protocol"))
        Truth.YES
    """
    return OfKind(kind)


def place(name: str | Place, *, country: str | Party | None = None) -> Query:
    """Ask for records done at a place; what is done in a town is done in its country, too.

    Args:
        name: a place, or the id of a town or country, or its name or words of it in any of its languages.
        country: the country in which it lies, or its id; the keyword of ``Corpus.where`` adds it.

    Returns:
        The query. UNKNOWN where the place is not recorded or sources of equal rank disagree on it; also where
        only a country is recorded and a town is asked for that may lie in it: a name alone does not tell
        in which country it lies, so that without ``country`` this may be any.

    Examples:
        >>> from bilateral.model import Label, Party, Place
        >>> kazakhstan = Party("KAZ", [Label("en", "Kazakhstan")])
        >>> record = Agreement("x", place=Place("almaty", country=kazakhstan))
        >>> place("almaty").truth(record), place("Kazakhstan").truth(record), place("astana").truth(record)
        (Truth.YES, Truth.YES, Truth.NO)
        >>> somewhere = Agreement("x", place=Place("KAZ", country=kazakhstan))
        >>> place("astana").truth(somewhere), place("baku", country="AZE").truth(somewhere)
        (Truth.UNKNOWN, Truth.NO)
    """
    if country is None and isinstance(name, Place):
        country = name.country
    return AtPlace(_id_of(Place, name), _id_of(Party, country))


def person(name: str | Person) -> Query:
    """Ask for records in which a person acts.

    Args:
        name: a person, or the id, or the name or words of it in any of its languages.

    Returns:
        The query. The persons of a record are taken to be complete as listed, so NO where none is.

    Examples:
        >>> from bilateral.model import Actor, Event, Label, Person
        >>> visitor = Person("nn", [Label("en", "Nursultan Nazarbayev")])
        >>> person("nazarbayev").truth(Event("x", persons=[Actor(visitor)]))
        Truth.YES
    """
    return WithPerson(_id_of(Person, name))


def source(id: str | Source) -> Query:
    """Ask for records of which a source attests anything.

    Args:
        id: the source or its id.

    Returns:
        The query. It selects records as a whole, with what other sources say of them, too.

    Examples:
        >>> source("jabbarova-2025").truth(Agreement("x"))
        Truth.NO
    """
    return FromSource(_id_of(Source, id))


def text(words: str) -> Query:
    """Ask for records whose titles, description, provisions or names hold all of the given words.

    Args:
        words: words in any order; case and diacritics do not matter.

    Returns:
        The query.

    Raises:
        InvalidValueError: if there is no word in it.

    Examples:
        >>> text("caspian SEA").truth(Agreement("x", title="Joint Statement on the Caspian Sea"))
        Truth.YES
    """
    return WithText(words)


def id(*ids: str | Record) -> Query:
    """Ask for records by id.

    Args:
        ids: records or their ids; any of them.

    Returns:
        The query.

    Examples:
        >>> id("a", "b").truth(Agreement("b"))
        Truth.YES
    """
    return WithId(tuple(_id_of(Record, each) for each in ids))


_BUILDERS: dict[str, Callable[..., Query]] = {
    builder.__name__: builder
    for builder in (
        date,
        signed,
        in_force,
        before,
        after,
        party,
        bilateral,
        sphere,
        kind,
        place,
        person,
        source,
        text,
        id,
    )
}
