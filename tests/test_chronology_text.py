"""A chronology as text, of any width and with any characters."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilateral import Chronology, Corpus, testing
from bilateral.chronology.text import text
from bilateral.model import Attestation, Event

CLAIMS = [Attestation("place", place, "one") for place in ("baku", "almaty")]
BOOK = Chronology(
    Corpus(
        [
            Event("a", title="Visit of the President", date="1996-09", place="baku", attestations=CLAIMS),
            Event("b", title="Letter", date="1996-09-16", urls=["https://example.org/a/very/long/address"]),
        ]
    )
)


def test_a_page():
    assert text(BOOK.by("year"), width=60) == (
        "1996\n"
        "====\n"
        "\n"
        "September 1996 [1] ≈\n"
        "  Visit of the President\n"
        "  baku\n"
        "  one\n"
        "\n"
        "16 September 1996 ≈\n"
        "  Letter\n"
        "\n"
        "Where sources disagree\n"
        "----------------------\n"
        "\n"
        "[1] Place: baku (one) against almaty (one). Left open.\n"
        "\n"
        "≈ its date overlaps with that of another entry: which came\n"
        "  first is not certain\n"
        "\n"
        "Sources\n"
        "-------\n"
        "one:"
    )


@pytest.mark.parametrize("width", [24, 30, 60, 100])
def test_lines_are_no_longer_than_asked_but_for_words_that_are(width):
    for line in text(BOOK.by("year"), width=width).splitlines():
        assert len(line) <= width or " " not in line.strip()


@pytest.mark.parametrize("width", [-1, 0, 19])
def test_no_width_is_too_small(width):
    assert text(BOOK, width=width) == text(BOOK, width=20)


@given(testing.corpora(max_size=4), testing.queries(), st.integers(-5, 120))
def test_any_text_of_any_width_is_printed_without_terminal_codes(corpus, query, width):
    shown = text(Chronology(corpus.where(query)).by("sphere"), width=width)

    assert shown
    assert not [mark for mark in shown if unicodedata.category(mark) == "Cc" and mark != "\n"]
    shown.encode()


def test_control_codes_are_shown_and_not_sent():
    shown = text(Chronology(Corpus([Event("x", title="\x1b[31mred\x07\x9b")])))

    assert "\x1b" not in shown
    assert "\\x1b[31mred\\x07\\x9b" in shown


def test_addresses_are_never_broken():
    claim = Attestation("title", "T", "https-source-with-a-long-id-that-is-kept-whole")
    shown = text(Chronology(Corpus([Event("x", title="T", attestations=[claim])])), width=20)

    assert "https-source-with-a-long-id-that-is-kept-whole" in shown


def test_nothing_is_no_entries():
    assert str(Chronology(Corpus())) == "no entries"
