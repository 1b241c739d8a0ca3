"""Names as they are compared."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilateral.authority.spelling import halves, key, spellings, without_form


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Côte d\u2019Ivoire", "COTE D'IVOIRE"),
        ("The Gambia", "Gambia, The"),
        ("Trinidad & Tobago", "Trinidad and Tobago"),
        ("St. Lucia", "Saint Lucia"),
        ("U.S.S.R.", "USSR"),
        ("Guinea-Bissau", "Guinea Bissau"),
        ("Объединённых", "Объединенных"),
        ("Azərbaycan", "AZƏRBAYCAN"),
        ("Bakı", "BAKI"),
        ("World Health Organisation", "World Health Organization"),
        ("Lao People\u2019s Democratic Republic", "Lao Peoples Dem. Rep."),
    ],
)
def test_spellings_of_one_name_are_one(one, other):
    assert set(spellings(one)) & set(spellings(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Niger", "Nigeria"),
        ("Казахстан", "Kazakhstan"),
        ("Guinea", "Guinea-Bissau"),
        ("Иран", "Ирак"),
        ("Сomoros", "Comoros"),
    ],
)
def test_what_differs_stays_different(one, other):
    assert not set(spellings(one)) & set(spellings(other))


@given(st.text())
def test_a_key_is_its_own_key(text):
    assert key(key(text)) == key(text)


@given(st.text(alphabet="ab ,()'.&", max_size=60))
def test_nothing_breaks_on_punctuation(text):
    assert all(isinstance(spelling, str) for spelling in spellings(text))
    assert all(a and b for a, b in halves(text))


@pytest.mark.parametrize("part", ["(", "( ", ")", ",", " ", "a ", "republic of ", "((a", "'", ".", "a."])
def test_long_texts_take_no_longer_than_their_length_asks(part):
    text = part * (200_000 // len(part))
    start = time.perf_counter()
    for spelling in spellings(text):
        list(without_form(spelling))
    list(halves(text))

    assert time.perf_counter() - start < 5
