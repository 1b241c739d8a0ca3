"""What records are made of: participations, actors, relations and provisions."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import attrs

from bilateral.errors import InvalidValueError
from bilateral.model import checks
from bilateral.model.sources import Source
from bilateral.model.terms import Capacity, RelationKind, term
from bilateral.model.things import Party, Person, Sphere
from bilateral.model.values import ByValue, named, quoted


def _capacity(value: Capacity | str | None) -> Capacity | None:
    return None if value is None else term(Capacity, value, "Participation.capacity")


def _relation(value: RelationKind | str) -> RelationKind:
    return term(RelationKind, value, "Relation.kind")


def _party(value: Party | str) -> Party:
    return Party(value) if isinstance(value, str) else value


def _person(value: Person | str) -> Person:
    return Person(value) if isinstance(value, str) else value


def _spheres(value: Iterable[Sphere]) -> tuple[Sphere, ...]:
    return checks.listed(value)


@attrs.frozen(eq=False, repr=False)
class Participation(ByValue):
    """A party in a record, with the capacity in which it acts.

    Args:
        party: the party; an id stands for a party of which nothing else is known.
        capacity: the capacity; None where the source does not say.

    Raises:
        InvalidValueError: if it is no party, or no capacity.

    Examples:
        >>> Participation("KAZ", "government").capacity.value
        'government'

    References:
        Vienna Convention on the Law of Treaties (1969), articles 2.1(g) and 7.
    """

    party: Party = attrs.field(converter=_party, validator=checks.a(Party, "a Party or its id"))
    capacity: Capacity | None = attrs.field(default=None, converter=_capacity)

    def __repr__(self) -> str:
        return named(self, self.party.id, self.capacity)


@attrs.frozen(eq=False, repr=False)
class Actor(ByValue):
    """A person in a record, with the role in which they act.

    Args:
        person: the person; an id stands for a person of whom nothing else is known.
        role: the role, in the words of the source; None where it does not say.

    Raises:
        InvalidValueError: if it is no person, or the role is blank.

    Examples:
        >>> Actor("ilham-aliyev", "President of the Republic of Azerbaijan").role
        'President of the Republic of Azerbaijan'

    References:
        W3C PROV-O, ``prov:Agent`` and ``prov:hadRole``.
    """

    person: Person = attrs.field(converter=_person, validator=checks.a(Person, "a Person or an id"))
    role: str | None = attrs.field(default=None, validator=checks.maybe_text)

    def __repr__(self) -> str:
        return named(self, self.person.id, quoted(self.role))


@attrs.frozen(eq=False, repr=False)
class Relation(ByValue):
    """How the record that holds it stands to another record.

    Args:
        kind: the relation, read from the holder: the holder is a protocol to the target.
        target: id of the other record.

    Raises:
        InvalidValueError: if the kind is no relation, or the target no id.

    Examples:
        >>> Relation("protocol-to", "aze-kaz-2001-seabed").kind.value
        'protocol-to'
    """

    kind: RelationKind = attrs.field(converter=_relation)
    target: str = attrs.field(validator=checks.an_id)


@attrs.frozen(eq=False, repr=False)
class Provision(ByValue):
    """What a source says that an instrument provides: itself a claim, in the source's words.

    Args:
        number: its place in the list of the source, from 1; it stands once for each source.
        text: the words of the source, verbatim.
        spheres: the spheres it concerns, as coded by the editors of the data.
        source: who says so.
        locator: where in the source.

    Raises:
        InvalidValueError: if the number is not positive, or the text is blank.

    Examples:
        >>> Provision(1, "strengthening mutual trust between the parties").number
        1
    """

    number: int = attrs.field()
    text: str = attrs.field(validator=checks.some_text)
    spheres: tuple[Sphere, ...] = attrs.field(
        default=(), converter=_spheres, validator=checks.each(Sphere, "a Sphere")
    )
    source: Source | None = attrs.field(default=None)
    locator: str | None = attrs.field(default=None, validator=checks.maybe_text)

    def __repr__(self) -> str:
        return named(self, self.number, quoted(self.text))

    @number.validator
    def _counts(self, _: attrs.Attribute[int], value: Any) -> None:
        if type(value) is not int or value < 1:
            raise InvalidValueError("Provision.number", value, "it must be a whole number, counted from 1")

    @source.validator
    def _is_a_source(self, _: attrs.Attribute[Source | None], value: object) -> None:
        if value is not None and not isinstance(value, Source):
            raise InvalidValueError("Provision.source", value, "it must be a Source")
