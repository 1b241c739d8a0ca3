"""Frequencies against counting, keyness against the G-test of scipy."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilateral import Agreement, Corpus
from bilateral.analysis.content import frequencies, keyness

TEXTS = st.lists(st.sampled_from(["oil", "gas", "visa", "Visa"]), min_size=1, max_size=30).map(" ".join)


def corpus(text):
    return Corpus([Agreement("x", title=text)])


@given(TEXTS)
def test_words_are_counted(text):
    found = frequencies(corpus(text))

    assert dict(found.counts) == Counter(text.lower().split())
    assert found.total == len(text.split())
    assert sum(found.columns()["per_thousand"]) == pytest.approx(1000)
    assert frequencies(corpus(text), shortest=4).total == text.lower().split().count("visa")


@given(TEXTS, TEXTS)
def test_log_likelihood_is_that_of_the_g_test(ours, theirs):
    stats = pytest.importorskip("scipy").stats
    for key in keyness(corpus(ours), corpus(theirs)).words:
        here, there = len(ours.split()), len(theirs.split())
        # Of the contingency table only the row of the word counts, as Rayson and Garside have it.
        share = (key.here + key.there) / (here + there)
        expected = [share * here, share * there]
        statistic, _ = stats.power_divergence([key.here, key.there], expected, lambda_="log-likelihood")
        assert key.log_likelihood == pytest.approx(statistic, abs=1e-9)
        if key.here and key.there:
            assert 2**key.log_ratio == pytest.approx(key.here / here / (key.there / there))
        assert (key.log_ratio > 0) == (max(key.here, 0.5) / here > max(key.there, 0.5) / there)


def test_nothing_to_compare_with():
    assert keyness(Corpus(), Corpus()).words == ()
    assert keyness(corpus("oil"), Corpus()).words[0].word == "oil"
