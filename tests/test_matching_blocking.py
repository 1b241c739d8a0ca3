"""What is worth comparing: all that may be one, against comparing everything with everything."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilateral import Agreement, Event, near_misses, testing
from bilateral.matching.blocking import pairs
from bilateral.matching.features import featured
from bilateral.matching.titles import Vocabulary


def compared(a, b):
    a, b = (featured(records, Vocabulary()) for records in (a, b))
    return {(i, j) for i, rows in pairs(a, b) for j in rows}


def agreement(id, signed, *parties, **parts):
    return Agreement(id, signed=signed, parties=parties, **parts)


PAIR = ("AZE", "KAZ")
RECORDS = st.builds(
    agreement,
    st.just("x"),
    st.none() | testing.dates(),
    st.sampled_from(["AZE", "RUS"]),
    st.sampled_from(["KAZ", "OTS"]),
)


@given(st.lists(RECORDS, max_size=6), st.lists(RECORDS, max_size=6))
def test_all_of_the_same_parties_whose_dates_may_be_one_or_differ_by_a_slip_are_compared(a, b):
    """Also those of which one has no date; of slips, those that leave the year or the day as it was."""
    found = compared(a, b)
    for i, x in enumerate(a):
        for j, y in enumerate(b):
            if {p.party.id for p in x.parties} != {p.party.id for p in y.parties}:
                continue
            near = x.date is None or y.date is None or x.date.coincides(y.date).possible
            if near or near_misses(x.date, y.date):
                assert (i, j) in found, (x.date, y.date)


@given(st.lists(RECORDS, max_size=6), st.lists(RECORDS, max_size=6))
def test_what_a_is_compared_with_is_compared_with_a(a, b):
    assert compared(a, b) == {(i, j) for j, i in compared(b, a)}


@pytest.mark.parametrize(
    ("signed", "parties"),
    [
        ("1996-09-16", ["KAZ", "AZE"]),
        ("1996", PAIR),
        ("1997-01", PAIR),
        ("1969-09-16", PAIR),
        (None, PAIR),
        ("199X", PAIR),
        ("1996-09-16", ["KAZ"]),
        ("1996-09-16", ["KAZ", "RUS"]),
        ("1995-01-01", ["KAZ", "AZE", "RUS"]),
    ],
)
def test_near_dates_and_a_missing_party_are_found(signed, parties):
    assert compared([agreement("a", "1996-09-16", *PAIR)], [agreement("b", signed, *parties)])


@pytest.mark.parametrize(
    ("signed", "parties"),
    [("1999-01-01", PAIR), ("1996-09-17", ["KAZ", "RUS"]), ("1996-09-16", ["RUS", "UZB"]), ("1996", [])],
)
def test_what_has_too_little_in_common_is_not(signed, parties):
    assert not compared([agreement("a", "1996-09-16", *PAIR)], [agreement("b", signed, *parties)])


def test_agreements_are_compared_with_agreements():
    assert not compared([agreement("a", "1996", *PAIR)], [Event("b", date="1996", parties=PAIR)])


def test_many_parties_are_found_by_all_or_by_the_day():
    many = [f"P{i}" for i in range(150)]
    one = agreement("a", "1996-09-16", *many)
    assert compared([one], [agreement("b", "1997", *many)])
    assert compared([one], [agreement("b", "1996-09-16", *many[1:])])
    assert not compared([one], [agreement("b", "1997", *many[1:])])


def test_entry_into_force_stands_in_for_a_date_that_is_missing():
    undated = agreement("b", None, *PAIR, in_force="2005-01-01")
    assert not compared([undated], [agreement("a", "1996-09-16", *PAIR)])
    assert compared([undated], [agreement("a", "2004-09-16", *PAIR)])
