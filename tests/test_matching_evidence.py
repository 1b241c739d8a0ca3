"""What speaks for and against two records being one."""

import pytest
from hypothesis import given

from bilateral import Agreement, Sphere, testing
from bilateral.matching.evidence import PRIOR, Reason, reasons, score
from bilateral.matching.features import featured
from bilateral.matching.titles import Vocabulary

PARTIES = ["AZE", "KAZ"]
OIL = Sphere("oil", broader=Sphere("energy"))


def found(a, b, **common):
    """Return by field what is found of two agreements."""
    common = {"parties": PARTIES, **common}
    first, second = (
        featured([Agreement(id, **{**common, **parts})], Vocabulary())[0]
        for id, parts in zip(["a", "b"], [a, b], strict=True)
    )
    return {reason.field: reason for reason in reasons(first, second)}


@pytest.mark.parametrize(
    ("a", "b", "finding"),
    [
        ("1996-09-16", "1996-09-16?", "the same day"),
        ("1996", "1996-09-16", "1996 may be 1996-09-16"),
        ("1996-09-16", "1996-09-17", "1996-09-16 for 1996-09-17: other-day"),
        ("1993-03-02", "1993-02-03", "1993-03-02 for 1993-02-03: day-month-swapped"),
        ("1996-09-28", "1996-10-01", "3 days apart"),
        ("1996-01-01", "1996-12-31", "365 days apart"),
        ("1995", "1996-09-16", "1995 is not 1996-09-16"),
    ],
)
def test_dates(a, b, finding):
    assert found({"signed": a}, {"signed": b})["signed"].finding == finding


def test_the_nearer_dates_are_the_more_they_speak_for_it():
    dates = ["1996-09-16", "1996-09", "1996-09-19", "1996-10-10", "1997-01-02", "1998-01-02"]
    bits = [found({"signed": "1996-09-16"}, {"signed": date})["signed"].bits for date in dates]
    assert bits == sorted(bits, reverse=True)
    assert bits[0] > 0 > bits[-1]


def test_what_one_does_not_say_is_no_reason():
    assert set(found({"signed": "1996", "place": "baku", "kind": "treaty"}, {"title": "On trade"})) == {
        "parties"
    }


def test_parties_that_only_one_has_are_named():
    assert found({}, {"parties": ["AZE"]})["parties"].finding == "without KAZ in one"
    assert found({}, {"parties": ["AZE", "RUS"]})["parties"].finding == "KAZ RUS only in one"


@pytest.mark.parametrize(
    ("a", "b", "shared", "bits"),
    [
        (["trade"], ["trade"], (), 2.0),
        ([OIL], [Sphere("gas", broader=OIL.broader)], (), 1.0),
        (["trade"], ["culture"], ["trade"], -2.0),
        (["trade"], ["7CULT"], (), None),
        (["trade"], [], ["trade"], None),
    ],
)
def test_other_spheres_speak_against_it_where_both_use_them(a, b, shared, bits):
    x, y = (featured([Agreement("x", spheres=spheres)], Vocabulary(), shared)[0] for spheres in (a, b))
    assert {each.field: each.bits for each in reasons(x, y)}.get("spheres") == bits


def test_in_force_at_once_tells_less():
    late = found({}, {}, signed="1996-09-16", in_force="1997-01-01")["in_force"]
    at_once = found({}, {}, signed="1996-09-16", in_force="1996-09-16")["in_force"]
    assert late.bits > at_once.bits > 0


def test_one_of_several_on_a_day_is_less_likely_than_the_only_one():
    same = {"signed": "1996-09-16", "parties": PARTIES}
    many = featured([Agreement(f"r{i}", **same) for i in range(8)], Vocabulary())
    alone = featured([Agreement("x", **same)], Vocabulary())
    assert {each.field: each.bits for each in reasons(alone[0], many[0])}["rivals"] == -3.0
    assert {each.field: each.bits for each in reasons(alone[0], alone[0])}["rivals"] > 0


def test_where_a_party_differs_those_of_the_other_on_that_day_are_rivals():
    lender = [Agreement(f"r{i}", signed="1998-06-08", parties=["IDA", f"P{i}"]) for i in range(4)]
    loans, other = (featured(some, Vocabulary()) for some in (lender, lender[:1]))
    assert {each.field: each.finding for each in reasons(loans[1], other[0])}["rivals"] == (
        "one of 4 of IDA on that day"
    )


def test_titles_are_compared_by_their_telling_words_and_any_of_them_counts():
    alike = found({"title": "Agreement on railway sleepers"}, {"title": "Treaty about railway sleepers"})
    assert alike["title"].bits > 4
    unlike = found({"title": "On railway sleepers"}, {"title": "On tuna fishing"})
    assert unlike["title"].bits < 0


def test_titles_in_different_scripts_are_not_compared():
    assert "title" not in found({"title": "On trade"}, {"title": "О торговле"})


def test_an_alias_or_address_in_common_tells_much():
    assert found({"aliases": ["UNTS 34567"]}, {"aliases": ["unts 34567"]})["aliases"].bits == 8.0


def test_the_odds_double_with_each_bit():
    one, two = (score([Reason("x", "y", bits - PRIOR)]) for bits in (1, 2))
    assert one / (1 - one) == pytest.approx(2)
    assert two / (1 - two) == pytest.approx(4)


@given(testing.agreements("a"), testing.agreements("b"))
def test_the_order_of_the_two_does_not_matter(a, b):
    x, y = featured([a, b], Vocabulary())
    assert score(reasons(x, y)) == pytest.approx(score(reasons(y, x)))
