"""Participations, actors, relations and provisions."""

import attrs
import pytest

from bilateral import InvalidValueError
from bilateral.model import (
    Actor,
    Capacity,
    Participation,
    Party,
    Person,
    Provision,
    Relation,
    RelationKind,
    Source,
    Sphere,
)


def test_ids_stand_for_what_is_not_known_better():
    assert Participation("KAZ") == Participation(Party("KAZ"), None)
    assert Participation("KAZ", "state").capacity is Capacity.STATE
    assert Actor("a-b") == Actor(Person("a-b"))
    assert Relation("amends", "x").kind is RelationKind.AMENDS


@pytest.mark.parametrize(
    ("make", "field"),
    [
        (lambda: Participation(3), "Participation.party"),
        (lambda: Participation(Person("a-b")), "Participation.party"),
        (lambda: Participation("no id"), "Party.id"),
        (lambda: Participation("KAZ", "king"), "Participation.capacity"),
        (lambda: Actor(Party("KAZ")), "Actor.person"),
        (lambda: Actor("a-b", " "), "Actor.role"),
        (lambda: Actor("a-b", 3), "Actor.role"),
        (lambda: Relation("friend-of", "x"), "Relation.kind"),
        (lambda: Relation("amends", "no id"), "Relation.target"),
        (lambda: Provision(0, "x"), "Provision.number"),
        (lambda: Provision("1", "x"), "Provision.number"),
        (lambda: Provision(True, "x"), "Provision.number"),
        (lambda: Provision(1.0, "x"), "Provision.number"),
        (lambda: Provision(1, " "), "Provision.text"),
        (lambda: Provision(1, "x", ["energy"]), "Provision.spheres"),
        (lambda: Provision(1, "x", [Sphere("energy")] * 2), "Provision.spheres"),
        (lambda: Provision(1, "x", source="one"), "Provision.source"),
        (lambda: Provision(1, "x", locator=""), "Provision.locator"),
    ],
)
def test_what_does_not_fit_is_refused_by_name(make, field):
    with pytest.raises(InvalidValueError) as caught:
        make()

    assert caught.value.field == field


@pytest.mark.parametrize(
    "part",
    [
        Participation("KAZ", "government"),
        Actor("a-b", "President"),
        Relation("part-of", "x"),
        Provision(1, "x", [Sphere("energy")], Source("one"), "p. 3"),
    ],
    ids=lambda part: type(part).__name__,
)
def test_parts_are_values(part):
    same = attrs.evolve(part)

    assert same == part
    assert hash(same) == hash(part)
    assert not hasattr(part, "__dict__")
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        setattr(part, attrs.fields(type(part))[0].name, None)
