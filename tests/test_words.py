"""Words are found whatever their case and diacritics."""

import unicodedata

import pytest
from hypothesis import given

from bilateral import testing
from bilateral.words import fold, words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Şəki", "ŞƏKİ"),
        ("Nazarbayev", "NAZARBAYEV"),
        ("Қазақстан", "ҚАЗАҚСТАН"),
        ("Алиев Гейдар", "АЛИЕВ ГЕЙДАР"),
        ("straße", "STRASSE"),
        ("ﬁeld", "field"),
        ("Élysée", "elysee"),
        ("e\u0301", "\u00e9"),
        ("tel", "\u2121"),
        ("Ⅳ", "iv"),
    ],
)
def test_spellings_of_one_word_are_equal(one, other):
    assert fold(one) == fold(other)


@given(testing.texts())
def test_folding_twice_is_folding_once(text):
    assert fold(fold(text)) == fold(text)


@given(testing.texts())
def test_normal_forms_fold_alike(text):
    assert fold(unicodedata.normalize("NFC", text)) == fold(unicodedata.normalize("NFD", text))


@given(testing.texts(), testing.texts())
def test_the_words_of_two_texts_are_those_of_both(one, other):
    assert words(f"{one}\n{other}") == words(one) | words(other)


def test_words_are_runs_of_letters_and_digits():
    assert words("A/51/529: Baku–Tbilisi–Ceyhan, «нефть»") == {
        "a", "51", "529", "baku", "tbilisi", "ceyhan", "нефть",
    }  # fmt: skip
    assert words("... !?") == frozenset()
