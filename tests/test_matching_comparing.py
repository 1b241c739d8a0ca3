"""Comparison of two corpora: nothing is counted twice or not at all, and bounds hold what is undecided."""

from xml.etree import ElementTree

import pytest
from hypothesis import given

from bilateral import (
    Agreement,
    Attestation,
    Corpus,
    Event,
    InvalidValueError,
    Kind,
    Label,
    Participation,
    Party,
    UnknownIdError,
    load,
    testing,
)
from bilateral.matching import Agreeing, Decision, Decisions, compare
from bilateral.matching.comparing import FIELDS, agreement

CORPORA = testing.corpora()


def compared(field, a, b):
    """Return how two agreements stand to each other on a field."""
    return agreement(field, Agreement("a", **{field: a}), Agreement("b", **{field: b})).value


@given(CORPORA, CORPORA)
def test_every_record_is_in_both_or_in_one(a, b):
    comparison = compare(a, b)
    ids = {record.id for record in a}, {record.id for record in b}

    assert {x.id for x, _ in comparison.pairs} == ids[0] & ids[1]
    assert {record.id for record in comparison.only_a} == ids[0] - ids[1]
    assert {record.id for record in comparison.only_b} == ids[1] - ids[0]
    assert [(each.at_least, each.at_most) for each in comparison.coverage().shares] == [
        (len(some), len(some)) for some in (ids[0] & ids[1], ids[0] - ids[1], ids[1] - ids[0])
    ]


@given(CORPORA, CORPORA)
def test_of_each_field_every_pair_is_counted_once(a, b):
    comparison = compare(a, b)
    columns = comparison.columns()
    for i, field in enumerate(columns["field"]):
        assert sum(columns[each.value][i] for each in Agreeing) == len(comparison.pairs)
        assert columns["slips"][i] <= columns["disagree"][i] == len(comparison.pairs_that("disagree", field))
    assert str(comparison).endswith(".")


@given(CORPORA, CORPORA)
def test_the_other_way_round_it_is_the_same(a, b):
    there, back = compare(a, b).columns(), compare(b, a).columns()
    assert there["only_a"] == back["only_b"]
    assert {key: values for key, values in there.items() if "only" not in key} == {
        key: values for key, values in back.items() if "only" not in key
    }


@given(CORPORA)
def test_what_is_compared_with_itself_agrees(corpus):
    columns = compare(corpus, corpus).columns()
    assert not any(columns["disagree"] + columns["compatible"] + columns["only_a"] + columns["only_b"])
    assert set(columns["at_least"]) <= {1.0}


@pytest.mark.parametrize(
    ("field", "a", "b", "expected"),
    [
        ("signed", "1996-09-16", "1996-09-16", "agree"),
        ("signed", "1996", "1996?", "agree"),
        ("signed", "1996", "1996-09-16", "compatible"),
        ("signed", "1996-09-15", "1996-09-16", "disagree"),
        ("signed", "1996", None, "only_a"),
        ("in_force", None, "1996", "only_b"),
        ("terminated", None, None, "neither"),
        ("title", "On trade", "On Trade", "compatible"),
        ("kind", "treaty", "protocol", "disagree"),
        ("place", "baku", "almaty", "disagree"),
        ("parties", ["AZE", "KAZ"], ["KAZ", "AZE"], "agree"),
        ("parties", ["AZE", "KAZ"], ["AZE", Participation("KAZ", "state")], "compatible"),
        ("parties", ["AZE", "KAZ"], ["AZE"], "disagree"),
        ("parties", [Participation("KAZ", "state")], [Participation("KAZ", "agency")], "disagree"),
        ("spheres", ["trade"], ["3TRADE"], "compatible"),
    ],
)
def test_how_two_records_agree(field, a, b, expected):
    assert compared(field, a, b) == expected


def test_a_kind_that_a_record_leaves_open_is_compatible_with_either():
    claims = [Attestation("kind", kind, "s") for kind in (Kind.TREATY, Kind.PROTOCOL)]
    open_ = Agreement("a", kind="treaty", attestations=claims)
    assert agreement("kind", open_, Agreement("b", kind="protocol")) == Agreeing.COMPATIBLE


def test_the_date_of_an_agreement_is_compared_as_that_of_its_signing():
    a = Corpus([Agreement("x", signed="1996"), Event("y", date="1997")])
    columns = compare(a, a).columns()
    assert dict(zip(columns["field"], columns["agree"], strict=True)) == {"signed": 1, "date": 1}


def test_decisions_pair_records_and_leave_bounds():
    a = Corpus([Agreement(f"a{i}", signed="1996-09-16") for i in range(4)])
    b = Corpus([Agreement(f"b{i}", signed="1996-09-18") for i in range(4)])
    decisions = Decisions(
        [Decision("a0", "b0", "same"), Decision("a1", "b1"), Decision("a1", "b2"), Decision("a2", "b0")]
    )
    comparison = compare(a, b, same=decisions)
    assert [tuple(each) for each in comparison.coverage().shares] == [
        ("both", 1, 2),
        ("only a", 2, 3),
        ("only b", 1, 3),
    ]
    assert comparison.columns()["slips"] == [1]
    assert str(comparison).splitlines()[-1] == "Both have 1 to 2, only a has 2 to 3, only b has 1 to 3."


def test_several_that_are_one_are_paired_each_with_each():
    a, b = Corpus([Agreement("a")]), Corpus([Agreement("b1"), Agreement("b2")])
    comparison = compare(a, b, same={"b1": "a", "b2": "a"})
    assert (len(comparison.pairs), comparison.both, len(comparison.only_b)) == (2, 1, 0)


def test_the_comparison_is_a_table_and_a_picture():
    comparison = compare(load(), load().where(before="2000"))
    frame = comparison.to_frame()
    assert frame["field"].to_list() == [field for field in FIELDS if field in frame["field"].to_list()]
    picture = ElementTree.fromstring(comparison.picture())  # noqa: S314 - it is the project's own
    titles = [element.text for element in picture.iter("{http://www.w3.org/2000/svg}title")]
    assert titles[0] == f"In how many of {comparison.both} pairs of records the two agree, by field"
    assert f"signed: {comparison.columns()['agree'][frame['field'].to_list().index('signed')]}" in titles
    assert f"<title>both: {comparison.both}</title>" in comparison.coverage().picture()
    assert picture.get("role") == "img"
    assert "<svg" in comparison._repr_html_()


def test_what_is_asked_is_checked():
    with pytest.raises(InvalidValueError, match="must be a Corpus"):
        compare(load(), [Agreement("x")])
    with pytest.raises(InvalidValueError, match="one of agree, compatible"):
        compare(load(), load()).pairs_that("agrees", "signed")
    with pytest.raises(UnknownIdError, match="no field that is compared 'urls'"):
        compare(load(), load()).pairs_that("agree", "urls")


def test_parties_agree_that_have_other_names_in_the_two():
    named = Party("FRA", [Label("en", "France")])

    assert compared("parties", [Participation(named)], ["FRA"]) == "agree"
    assert compared("parties", [Participation(named, "government")], ["FRA"]) == "compatible"
