"""Which records stand beside which."""

import pytest
from hypothesis import given

from bilateral import Chronology, Corpus, Event, Sphere, UnknownIdError, load, testing
from bilateral.chronology.picture.lanes import FACETS, lanes

ECONOMIC = Sphere("economic")
ENERGY = Sphere("energy", broader=ECONOMIC)


def titles(book, facet=None, language="en"):
    return [lane.title for lane in lanes(book, facet, language)]


@given(testing.corpora())
@pytest.mark.parametrize("facet", FACETS)
def test_every_entry_is_in_one_lane_and_lanes_stand_in_the_order_in_which_they_begin(facet, corpus):
    book = Chronology(corpus)
    found = lanes(book, facet, "en")

    assert sorted(entry.record.id for lane in found for entry in lane.entries) == sorted(
        entry.record.id for entry in book
    )
    order = [entry.record.id for entry in book]
    firsts = [order.index(lane.entries[0].record.id) for lane in found]
    assert firsts == sorted(firsts)


def test_spheres_are_the_widest_that_differ():
    one = Event("a", date="1993", spheres=[Sphere("oil", broader=ENERGY)])
    two = Event("b", date="1994", spheres=[Sphere("trade", broader=ECONOMIC)])

    assert titles(Chronology(Corpus([one, two]))) == ["energy", "trade"]
    assert titles(Chronology(Corpus([one]))) == ["oil"]
    assert titles(Chronology(Corpus([one, Event("c")]))) == ["oil", "No sphere recorded"]


def test_lanes_are_those_of_the_sections_if_these_are_of_a_facet():
    book = Chronology(load())

    assert titles(book.by("kind")) == titles(book, "kind")
    assert titles(book.by("year")) == titles(book) == titles(book, "sphere")
    assert titles(book, language="ru")[0] == "политика"


def test_the_smallest_of_many_lanes_share_the_last():
    records = [Event(f"e{i}", date="1993", spheres=[Sphere(f"s{i % 20}")]) for i in range(60)]
    records += [Event(f"f{i}", date="1994", spheres=[Sphere("s19")]) for i in range(9)]
    found = lanes(Chronology(Corpus(records)), None, "en")

    assert len(found) == 12
    assert found[-1].title == "others (groups: 9)"
    assert "s19" in [lane.title for lane in found]
    assert sum(len(lane.entries) for lane in found) == 69


def test_an_unknown_facet_is_refused():
    with pytest.raises(UnknownIdError, match="there is no facet of lanes 'colour'"):
        lanes(Chronology(Corpus()), "colour", "en")
