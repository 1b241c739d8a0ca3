"""Levels of instruments against every way in which their parties may act."""

from itertools import product

from hypothesis import given

from bilateral import Agreement, Capacity, Event, Participation, testing
from bilateral.analysis.levels import Level, levels

STATES = {"state", "head-of-state"}
GOVERNMENTS = {"government", "head-of-government"}


def level(capacities):
    """Return the level of one way in which all parties act, said by hand."""
    if set(capacities) <= STATES:
        return Level.INTERSTATE
    if set(capacities) <= GOVERNMENTS:
        return Level.INTERGOVERNMENTAL
    return Level.INTERAGENCY if set(capacities) == {"agency"} else Level.MIXED


@given(testing.agreements())
def test_each_level_is_reached_by_some_way_to_act(agreement):
    open_to = [
        list(Capacity) if None in (acting := agreement.capacities(each.party.id)) else acting
        for each in agreement.parties[:3]
    ]
    short = Agreement("x", parties=agreement.parties[:3], attestations=agreement.attested("parties"))

    assert levels(short) == ({level(way) for way in product(*open_to)} if open_to else set())


def test_levels_by_hand():
    def between(*capacities):
        return levels(Agreement("x", parties=[Participation(f"P{n}", c) for n, c in enumerate(capacities)]))

    assert between("state", "head-of-state") == {Level.INTERSTATE}
    assert between("government", "government") == {Level.INTERGOVERNMENTAL}
    assert between("agency", "agency") == {Level.INTERAGENCY}
    assert between("state", "government") == between("state", "organisation") == {Level.MIXED}
    assert between("state", None) == set(Level) - {Level.INTERGOVERNMENTAL, Level.INTERAGENCY}
    assert levels(Agreement("x")) == levels(Event("x", parties=["AZE"])) == set()
