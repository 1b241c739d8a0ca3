"""The vocabularies: words of the data, each once, in a form that data can hold."""

import re
from enum import StrEnum
from pathlib import Path

import pytest

from bilateral import InvalidValueError
from bilateral.model import Capacity, EventKind, Kind, Rank, terms
from bilateral.model.terms import VOCABULARIES, term

MEMBERS = [member for vocabulary in VOCABULARIES for member in vocabulary]


def test_every_vocabulary_is_listed():
    own = {
        value
        for value in vars(terms).values()
        if isinstance(value, type) and issubclass(value, StrEnum) and value is not StrEnum
    }

    assert set(VOCABULARIES) == own


@pytest.mark.parametrize("member", MEMBERS, ids=repr)
def test_a_word_is_the_name_in_lower_case(member):
    assert re.fullmatch("[a-z]+(-[a-z]+)*", member.value)
    assert member.value == member.name.lower().replace("_", "-")


@pytest.mark.parametrize("member", MEMBERS, ids=repr)
def test_a_term_is_found_by_its_word_and_by_itself(member):
    assert term(type(member), member.value, "X.y") is member
    assert term(type(member), member, "X.y") is member


def test_kinds_of_instruments_and_events_are_told_apart_by_their_words():
    assert not {kind.value for kind in Kind} & {kind.value for kind in EventKind}


@pytest.mark.parametrize("word", ["", "Normal", "normal ", "best", 1, None])
def test_another_word_is_refused_with_those_that_are_right(word):
    with pytest.raises(InvalidValueError) as caught:
        term(Rank, word, "Attestation.rank")

    assert caught.value.field == "Attestation.rank"
    assert caught.value.value == word
    assert caught.value.reason == "it must be one of preferred, normal, deprecated"


def test_the_capacities_are_those_of_the_vocabulary():
    assert [capacity.value for capacity in Capacity] == [
        "state",
        "government",
        "head-of-state",
        "head-of-government",
        "agency",
        "organisation",
    ]


@pytest.mark.parametrize("vocabulary", VOCABULARIES, ids=lambda each: each.__name__)
def test_the_codebook_tells_what_each_word_means(vocabulary):
    codebook = Path(__file__).resolve().parents[1] / "docs" / "reference" / "codebook.md"
    text = codebook.read_text(encoding="utf-8").partition("## The words of the vocabularies")[2]
    part = re.split(r"\n`[A-Z]", text.partition(f"`{vocabulary.__name__}`:")[2])[0]
    assert [member.value for member in vocabulary if f"`{member.value}`" not in part] == []
