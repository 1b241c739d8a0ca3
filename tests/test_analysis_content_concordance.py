"""Keyword in context, against reading the texts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import bilateral as bl
from bilateral import Agreement, Corpus, InvalidValueError
from bilateral.analysis.content import concordance, units

TEXTS = st.lists(
    st.sampled_from(["oil", "Oil", "oils", "and", "gas,", "(oil)"]), min_size=1, max_size=12
).map(" ".join)


@given(TEXTS, st.integers(0, 30))
def test_each_place_is_a_line_of_the_text(text, width):
    corpus = Corpus([Agreement("x", title=text)])
    lines = concordance(corpus, "oil", width=width).lines

    assert len(lines) == sum(word.strip("(),").lower() == "oil" for word in text.split())
    for line in lines:
        assert f"{line.before}{line.word}{line.after}" in text
        assert len(line.before) <= width
        assert len(line.after) <= width
    assert len(concordance(corpus, "oil*").lines) == len(lines) + text.split().count("oils")


def test_words_are_not_cut():
    (line,) = concordance(
        Corpus([Agreement("x", title="Agreement on oil transportation")]), "oil", width=8
    ).lines

    assert (line.before, line.after) == ("on ", "")


def test_the_dossier():
    found = concordance(bl.load(), "caspian")

    assert len(found.lines) == sum(unit.text.lower().count("caspian") for unit in units(bl.load()))
    assert concordance(bl.load(), "CASPIAN") == found


@pytest.mark.parametrize("word", ["", "*", "oil gas", "oil-gas", "*oil"])
def test_what_is_not_one_word_is_refused(word):
    with pytest.raises(InvalidValueError, match="one word"):
        concordance(bl.load(), word)
    with pytest.raises(InvalidValueError, match="0 or more"):
        concordance(bl.load(), "oil", width=-1)
