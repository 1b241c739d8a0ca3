"""Centrality against what can be said of simple networks by hand, and of the powers of a century."""

import csv

import pytest
from hypothesis import given

from bilateral import Agreement, Corpus, Event, InvalidDateError, InvalidValueError, testing
from bilateral.analysis.network import Score, centrality

pytest.importorskip("networkx")

# KAZ stands between all others, who have nothing in common with each other.
STAR = Corpus(
    [Event(f"e{n}", date="1996", parties=["KAZ", other]) for n, other in enumerate(["AZE", "TUR", "UZB"])]
)


@pytest.mark.parametrize(
    ("measure", "middle", "others"),
    [("degree", 1, 1 / 3), ("strength", 3, 1), ("betweenness", 1, 0), ("eigenvector", 0.5**0.5, 6**-0.5)],
)
def test_the_middle_of_a_star(measure, middle, others):
    found = centrality(STAR, measure=measure)

    assert found.top("1990s", 1) == ("KAZ",)
    assert found.measure == measure
    for score in found.scores:
        assert score[2:] == (pytest.approx(middle if score.party == "KAZ" else others),) * 2


def test_stretches_are_named_by_whoever_asks():
    found = centrality(STAR, periods={"early": "1990/1994", "late": "1995/1999"})

    assert found.top("early") == ()
    assert len(found.top("late", 3)) == 3
    assert {score.period for score in found.scores} == {"late"}
    with pytest.raises(InvalidDateError):
        centrality(STAR, periods={"early": "once"})
    with pytest.raises(InvalidValueError, match="one of degree, strength, betweenness, eigenvector"):
        centrality(STAR, measure="charm")


def test_what_is_uncertain_is_not_sure():
    records = [
        Event("a", date="1996", parties=["KAZ", "AZE"]),
        Event("b", date="[1989,1991]", parties=["KAZ", "TUR"]),
    ]
    found = {score[:2]: score[2:] for score in centrality(Corpus(records), measure="strength").scores}

    assert found["1990s", "KAZ"] == (1, 2)
    assert found["1980s", "TUR"] == (0, 1)


def test_parts_that_are_not_connected():
    records = [
        *STAR,
        Event("far", date="1996", parties=["FRA", "DEU"]),
        Event("alone", date="1996", parties=["CHE"]),
    ]
    found = {score.party: score.sure for score in centrality(Corpus(records), measure="eigenvector").scores}

    assert found["FRA"] == found["DEU"] == found["CHE"] == 0
    assert found["KAZ"] > found["AZE"] > 0


@pytest.mark.parametrize(
    ("measure", "of_two", "of_one"),
    [("degree", 1, 0), ("strength", 1, 0), ("betweenness", 0, 0), ("eigenvector", 0.5**0.5, 0)],
)
def test_two_parties_and_one(measure, of_two, of_one):
    two = centrality(Corpus([Event("a", date="1996", parties=["AZE", "KAZ"])]), measure=measure)
    one = centrality(Corpus([Event("a", date="1996", parties=["KAZ"])]), measure=measure)

    assert [score[2:] for score in two.scores] == [(of_two, of_two)] * 2
    assert [score[2:] for score in one.scores] == [(of_one, of_one)]


@given(testing.corpora())
def test_each_party_of_a_stretch_is_scored(corpus):
    found = centrality(corpus, periods={"all": "0001/9999"})

    assert {score.party for score in found.scores} == set(corpus.where(date="0001/9999").counts("party"))
    assert all(isinstance(score, Score) and 0 <= score.sure <= 1 for score in found.scores)


@pytest.mark.slow
def test_the_powers_of_a_century(shared):
    """Between the wars Britain, after the second the United States, as histories of the period have it."""
    path = shared / "corpora" / "wti_bilateral.csv"
    if not path.exists():
        pytest.skip("needs the World Treaty Index in the folder 'shared/corpora' beside the repository")
    with path.open(encoding="utf-8", newline="") as file:
        rows = [(row["row"], row["Signed"], row["party1"], row["party2"]) for row in csv.DictReader(file)]
    corpus = Corpus(
        Agreement(f"r{row}", signed=signed, parties=[first, second])
        for row, signed, first, second in rows
        if first.isalnum() and second.isalnum() and first != second
    )
    found = centrality(corpus, periods={"wars": "1920/1938", "cold": "1946/1979"}, measure="strength")

    assert len(corpus) > 60_000
    assert found.top("wars", 1) == ("UK",)
    assert set(found.top("wars", 3)) == {"UK", "GERMAN", "FRANCE"}
    assert found.top("cold", 1) == ("USA",)
