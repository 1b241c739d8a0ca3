"""Parties, spheres, places and persons."""

import attrs
import pytest

from bilateral import InvalidValueError
from bilateral.model import Party, PartyKind, Person, Place, Sphere


def test_a_party_with_all_its_codes():
    party = Party("AZE", kind="state", alpha2="AZ", alpha3="AZE", numeric="031", cow=373, wikidata="Q227")

    assert party.kind is PartyKind.STATE
    assert (party.alpha2, party.alpha3, party.numeric, party.cow) == ("AZ", "AZE", "031", 373)


@pytest.mark.parametrize(
    ("cls", "field", "value"),
    [
        (Party, "alpha2", "az"),
        (Party, "alpha2", "AZE"),
        (Party, "alpha3", "AZ"),
        (Party, "alpha3", "A1E"),
        (Party, "numeric", "31"),
        (Party, "numeric", 31),
        (Party, "numeric", "٠٣١"),
        (Party, "cow", "373"),
        (Party, "cow", True),
        (Party, "cow", 0),
        (Party, "cow", 1000),
        (Party, "cow", 373.0),
        (Party, "wikidata", "227"),
        (Party, "wikidata", "Q0"),
        (Party, "kind", "country"),
        (Sphere, "broader", "economic"),
        (Sphere, "note", " "),
        (Place, "country", "AZ"),
        (Place, "country", "aze"),
        (Place, "wikidata", "P1"),
        (Person, "wikidata", "Q"),
    ],
)
def test_a_value_without_the_form_of_its_field_is_refused(cls, field, value):
    with pytest.raises(InvalidValueError) as caught:
        cls("x", **{field: value})

    assert (caught.value.field, caught.value.value) == (f"{cls.__name__}.{field}", value)


def test_the_lineage_of_a_sphere_goes_up_to_the_top():
    economic = Sphere("economic")
    energy = Sphere("energy", broader=economic)
    oil = Sphere("oil-gas", broader=energy)

    assert oil.lineage == (oil, energy, economic)
    assert economic.lineage == (economic,)


@pytest.mark.parametrize("thing", [Party("x"), Sphere("x"), Place("x"), Person("x")], ids=repr)
def test_things_are_frozen_and_slotted(thing):
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        thing.id = "y"
    with pytest.raises(AttributeError):
        thing.other = 1
    assert not hasattr(thing, "__dict__")
