"""Resolution and conflict, against answers worked out from plain data and days."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilateral import HistoricalDate, codec, testing
from bilateral.model import Actor, Agreement, Attestation, Kind, Participation, Place, Rank, claims
from oracles import days, resolved

DAY_TEXTS = st.sampled_from(
    ["1996", "1996-09", "1996-09-16", "1996-09-17", "1996-12", "1997", "1997-02-28", "199X", "2004-02-29"]
)
RANKS = st.sampled_from(Rank)
LISTED = ["parties", "spheres", "persons", "relations", "urls", "aliases"]


def claim(field, value, rank="normal"):
    return Attestation(field, HistoricalDate(value) if field in claims.DATES else value, "one", rank=rank)


def dated(*texts, rank="normal"):
    return [claim("signed", text, rank) for text in texts]


def shown(field, attestations):
    """Return what the library shows, as it would stand in the JSON."""
    value = claims.resolve(field, attestations)
    if isinstance(value, tuple):
        return [each.id if field == "spheres" else codec.encode(each) for each in value] or None
    return value.id if isinstance(value, Place) else codec.encode(value)


@given(st.lists(st.builds(claim, st.just("signed"), DAY_TEXTS, RANKS), max_size=5))
def test_dates_resolve_to_the_finest_or_to_the_set_of_those_left(attestations):
    assert shown("signed", attestations) == resolved("signed", list(map(codec.encode, attestations)))


@pytest.mark.parametrize("field", ["title", "kind", "place", "description", *LISTED])
@given(data=st.data())
def test_other_fields_resolve_as_the_long_way_says(field, data):
    attestations = data.draw(st.lists(testing.attestations(field), max_size=5))

    assert shown(field, attestations) == resolved(field, list(map(codec.encode, attestations)))


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (dated("1996"), "1996"),
        (dated("1996", "1996-09-16"), "1996-09-16"),
        (dated("1996-09", "1996", "199X"), "1996-09"),
        (dated("1993-12-24", "1993-02-24"), "[1993-02-24,1993-12-24]"),
        (dated("1993-12-24", "1993-02-24", "1993"), "[1993-02-24,1993-12-24]"),
        (dated("1996-09-16") + dated("1997", rank="deprecated"), "1996-09-16"),
        (dated("1996-09-16") + dated("1997", rank="preferred"), "1997"),
        (dated("1996-09-16", rank="preferred") + dated("1997", "1998"), "1996-09-16"),
        (dated("[1992-08-27,1992-08-30]", "1992-08-30"), "1992-08-30"),
        (dated("1996?", "1996"), "1996"),
    ],
)
def test_examples_of_resolution(given, expected):
    assert claims.resolve("signed", given) == HistoricalDate(expected)


def test_nothing_resolves_to_nothing():
    assert claims.resolve("signed", dated("1996", rank="deprecated")) is None
    assert claims.resolve("spheres", []) == ()


def test_a_party_shows_the_capacity_that_is_named():
    given = [claim("parties", Participation("KAZ")), claim("parties", Participation("KAZ", "state"))]

    assert claims.resolve("parties", given) == (Participation("KAZ", "state"),)


@given(st.lists(st.builds(claim, st.just("signed"), DAY_TEXTS, RANKS), max_size=5))
def test_dates_conflict_if_they_have_no_day_in_common(attestations):
    live = [each for each in attestations if each.rank is not Rank.DEPRECATED]
    expected = {
        i
        for pair in combinations(range(len(live)), 2)
        if not days(str(live[pair[0]].value)) & days(str(live[pair[1]].value))
        for i in pair
    }
    groups = claims.disagreements("signed", attestations)

    assert [list(group) for group in groups] == ([[live[i] for i in sorted(expected)]] if expected else [])


@pytest.mark.parametrize(
    ("field", "a", "b", "both"),
    [
        ("signed", "1996", "1996-09-16", True),
        ("signed", "1996", "1997", False),
        ("kind", Kind.TREATY, Kind.TREATY, True),
        ("kind", Kind.TREATY, Kind.AGREEMENT, False),
        ("place", Place("baku"), Place("almaty"), False),
        ("title", "On Oil", "On Oil and Gas", True),
        ("description", "one", "other", True),
        ("urls", "https://a.b", "https://c.d", True),
        ("parties", Participation("KAZ", "state"), Participation("KAZ", "government"), False),
        ("parties", Participation("KAZ", "state"), Participation("KAZ"), True),
        ("parties", Participation("KAZ", "state"), Participation("AZE", "government"), True),
        ("persons", Actor("a-b", "President"), Actor("c-d", "Minister"), True),
    ],
)
def test_which_claims_can_both_hold(field, a, b, both):
    one, other = claim(field, a), claim(field, b)
    record = Agreement("x", attestations=[one, other] if one != other else [one])

    assert claims.compatible(field, one.value, other.value) is both
    assert claims.compatible(field, other.value, one.value) is both
    assert (record.conflicts() == ()) is both


def test_a_conflict_names_those_that_are_contradicted_and_no_others():
    given = dated("1996-09-16", "1996", "1997") + dated("1998", rank="deprecated")
    (conflict,) = Agreement("x", signed="1996", attestations=given).conflicts()

    assert [str(value) for value in conflict.values] == ["1996-09-16", "1996", "1997"]
    assert conflict.is_open


@pytest.mark.parametrize(
    ("first", "second", "is_open"),
    [("normal", "normal", True), ("preferred", "normal", False), ("preferred", "preferred", True)],
)
def test_a_rank_resolves_a_conflict_and_does_not_hide_it(first, second, is_open):
    given = [claim("place", Place("baku"), first), claim("place", Place("almaty"), second)]
    (conflict,) = Agreement("x", attestations=given).conflicts()

    assert conflict.is_open is is_open


def test_each_party_is_a_conflict_of_its_own():
    given = [
        claim("parties", Participation(party, capacity), rank)
        for capacity in ("state", "government")
        for party, rank in (("AZE", "normal"), ("KAZ", "preferred" if capacity == "state" else "normal"))
    ]
    aze, kaz = Agreement("x", attestations=given).conflicts()

    assert {each.value.party.id for each in aze.attestations} == {"AZE"}
    assert {each.value.party.id for each in kaz.attestations} == {"KAZ"}
    assert (aze.is_open, kaz.is_open) == (True, False)
