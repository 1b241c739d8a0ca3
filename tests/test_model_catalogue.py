"""Tables found by id, and the catalogue that has one of each kind."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilateral import InvalidValueError, UnknownIdError, testing
from bilateral.model import (
    Actor,
    Agreement,
    Attestation,
    Event,
    Label,
    Party,
    Place,
    Provision,
    Source,
    Sphere,
)
from bilateral.model.catalogue import Catalogue, Table

IDS = st.lists(st.sampled_from("abcdef"), unique=True)
KAZ = Party("KAZ", [Label("en", "Kazakhstan"), Label("kk", "Қазақстан")], alpha2="KZ", numeric="398")
TABLE = Table("party", [KAZ, Party("AZE", [Label("en", "Azerbaijan")])])


@given(IDS)
def test_a_table_is_in_order_and_answers_as_a_dict_does(ids):
    table = Table("sphere", map(Sphere, ids))
    plain = {id: Sphere(id) for id in ids}

    assert dict(table) == dict(table.items()) == plain
    assert [sphere.id for sphere in table] == list(table.keys()) == ids
    assert list(table.values()) == list(plain.values())
    assert len(table) == len(plain)
    for id in "abcdef":
        assert table.get(id) == plain.get(id)
        assert (id in table) == (Sphere(id) in table) == (id in plain)


@given(IDS)
def test_tables_are_equal_by_what_they_hold(ids):
    one, other = Table("sphere", map(Sphere, ids)), Table("sphere", map(Sphere, ids))

    assert one == other
    assert hash(one) == hash(other)
    assert one != Table("sphere", [*map(Sphere, ids), Sphere("z")])
    assert one != dict(one)


def test_one_thing_may_come_twice_and_two_things_may_not_share_an_id():
    assert len(Table("sphere", [Sphere("a"), Sphere("a")])) == 1
    with pytest.raises(InvalidValueError, match=r"Sphere\.id cannot be 'a': two that differ have this id"):
        Table("sphere", [Sphere("a"), Sphere("a", note="other")])


@pytest.mark.parametrize("asked", ["KAS", "Kazakstan", "kazakhstan", "KZ", "398", "қазақстан"])
def test_near_matches_go_by_id_name_and_code(asked):
    with pytest.raises(UnknownIdError, match=r"there is no party .*; did you mean 'KAZ'") as caught:
        TABLE[asked]

    assert caught.value.suggestions[0] == "KAZ"


@pytest.mark.parametrize("asked", ["", "zzzzz", 3, None])
def test_what_comes_near_nothing_gets_no_suggestion(asked):
    with pytest.raises(UnknownIdError) as caught:
        TABLE[asked]

    assert (caught.value.what, caught.value.id, caught.value.suggestions) == ("party", asked, ())


def test_a_repr_says_what_and_which():
    assert repr(TABLE) == "<2 of party: KAZ, AZE>"


def test_a_long_table_names_its_first_things():
    spheres = Table("sphere", [Sphere(f"s{i}") for i in range(21)])

    assert repr(spheres) == f"<21 of sphere: {', '.join(f's{i}' for i in range(20))}, ...>"


def test_a_catalogue_takes_in_all_that_records_name():
    energy = Sphere("energy", broader=Sphere("economic"))
    records = [
        Event("a", parties=["AZE"], place="baku", persons=[Actor("p-q")], spheres=[energy]),
        Agreement(
            "b",
            provisions=[Provision(1, "x", [Sphere("trade")], Source("two"))],
            attestations=[Attestation("title", "T", "one")],
        ),
    ]
    full = Catalogue(parties=[KAZ], places=[Place("astana")]).with_those_of(iter(records))

    assert list(full.parties.keys()) == ["KAZ", "AZE"]
    assert list(full.places.keys()) == ["astana", "baku"]
    assert list(full.spheres.keys()) == ["energy", "economic", "trade"]
    assert list(full.persons.keys()) == ["p-q"]
    assert list(full.sources.keys()) == ["one", "two"]


def test_a_catalogue_refuses_another_thing_of_one_id():
    with pytest.raises(InvalidValueError, match=r"Party\.id cannot be 'KAZ'"):
        Catalogue(parties=[KAZ]).with_those_of([Event("a", parties=["KAZ"])])


@given(testing.corpora())
def test_taking_in_again_changes_nothing(corpus):
    full = corpus.catalogue

    assert full.with_those_of(corpus) == full
    assert full.with_those_of([]) == full


def test_a_name_that_is_known_has_no_other_near_it():
    states = Table("party", [Party(id, [Label("en", name)]) for id, name in NEIGHBOURS.items()])

    assert states.near("Kazakhstan") == ["KAZ"]
    assert states.near("Kazakstan") == ["KAZ", "UZB"]


NEIGHBOURS = {"KAZ": "Kazakhstan", "UZB": "Uzbekistan"}
