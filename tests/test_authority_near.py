"""Suggestions: ranked, with reasons, and nothing else."""

import difflib

import pytest
from hypothesis import given
from hypothesis import strategies as st

import bilateral as bl
from bilateral.authority.spelling import key

AUTHORITY = bl.Authority.default()
NAMES = [(entry.id, name.label.text) for entry in AUTHORITY for name in entry.names]


@pytest.mark.parametrize(
    ("written", "id"),
    [
        ("Khazakhstan", "KAZ"),
        ("Azerbaidjan", "AZE"),
        ("Kirghizstan ", "KGZ"),
        ("Казакстан", "KAZ"),
        ("Germny", "DEU"),
        ("Untied Nations", "UN"),
    ],
)
def test_a_slip_of_the_pen_is_near_what_was_meant(written, id):
    first = AUTHORITY.near(written)[0]

    assert first.id == id
    assert 0.8 < first.score <= 1
    assert "like '" in first.reason


@given(st.sampled_from(NAMES), st.randoms(use_true_random=False))
def test_what_lacks_a_letter_is_found_again_as_difflib_would(named, random):
    id, text = named
    spelling = key(text)
    at = random.randrange(len(spelling))
    if len(spelling) < 6 or spelling[at] == " ":
        return
    slip = spelling[:at] + spelling[at + 1 :]
    found = AUTHORITY.near(slip, 10)
    best = max(
        difflib.SequenceMatcher(None, key(other), key(slip), autojunk=False).ratio() for _, other in NAMES
    )

    assert found[0].score == pytest.approx(best, abs=0.05)
    assert id in {candidate.id for candidate in found}


def test_suggestions_are_ranked_and_each_party_stands_once():
    found = AUTHORITY.near("Republic of Congo", 20)

    assert [candidate.score for candidate in found] == sorted(
        (candidate.score for candidate in found), reverse=True
    )
    assert len({candidate.id for candidate in found}) == len(found)


@pytest.mark.parametrize("written", ["", "x", "qqqqqq", "1" * 1_000_000])
def test_what_is_like_nothing_is_near_nothing(written):
    assert AUTHORITY.near(written) == []
