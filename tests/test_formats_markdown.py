"""Markdown: a list with footnotes, in which data stays text."""

import re

import pytest
from hypothesis import given

from bilateral import Chronology, Corpus, testing
from bilateral.chronology.layout import layout
from bilateral.formats.markdown import dumps, escaped
from bilateral.model import Attestation, Event, Source

ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
ONE = Source("one", "The first")
ACTIVE = re.compile(r"(?<!\\)(?:\\\\)*[`*_{}\[\]<>#|~&!$]")


@given(testing.texts())
def test_escaping_is_undone_by_reading(text):
    assert ESCAPED.sub(r"\1", escaped(text)) == " ".join(text.split())


@given(testing.texts())
def test_nothing_active_is_left(text):
    line = escaped(text)

    assert not ACTIVE.search(line)
    assert "\n" not in line
    assert not re.match(r"([-+=]|\d+[.)])", line)


@given(testing.corpora(max_size=4))
def test_each_entry_is_an_item_and_each_footnote_is_called(corpus):
    book = Chronology(corpus).by("year")
    plan = layout(book)
    page = dumps(book)
    body, *_ = page.split("## Sources")

    assert len(re.findall(r"^- \*\*", body, re.MULTILINE)) == len(book)
    assert page.endswith("\n")
    for i in range(1, len(plan.footnotes) + 1):
        assert len(re.findall(rf"\[\^{i}\](?!:)", page)) == 1
        assert len(re.findall(rf"^\[\^{i}\]: ", page, re.MULTILINE)) == 1


def test_a_page():
    claims = [Attestation("place", place, ONE, quote="*there*") for place in ("baku", "almaty")]
    book = Chronology(Corpus([Event("x", title="Visit #1", date="1996", place="baku", attestations=claims)]))

    assert dumps(book.by("year")) == (
        "## 1996\n"
        "\n"
        "- **1996**[^1] — Visit \\#1\\\n"
        "  baku\\\n"
        "  one\n"
        "\n"
        "## Sources\n"
        "\n"
        "- one: The first.\n"
        "\n"
        "[^1]: Place: baku (one: “\\*there\\*”) against almaty (one: “\\*there\\*”). Left open.\n"
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\nb", "a b"),
        ("# x", "\\# x"),
        ("1. x", "1\\. x"),
        ("- x", "\\- x"),
        ("a - b", "a - b"),
        ("<b>&amp;", "\\<b\\>\\&amp;"),
        ("\\", "\\\\"),
    ],
)
def test_escaping(text, expected):
    assert escaped(text) == expected
