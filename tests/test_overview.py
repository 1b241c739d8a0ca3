"""A corpus at a glance, as text and as a table."""

import pytest
from hypothesis import given

from bilateral import Corpus, Dataset, load, testing
from bilateral.model import Agreement, Attestation, Event, Place, Source
from hostile import TEXTS
from test_model_cards import OURS, Page

MANY = Corpus([Event(f"r{i:03}", title=f"Visit {i}", date="1996") for i in range(75)])


@given(testing.corpora(), testing.queries())
def test_a_glance_has_a_line_a_record_and_lets_nothing_through(corpus, query):
    selection = corpus.where(query)
    lines = str(selection).splitlines() if len(selection) else []
    page = Page(selection._repr_html_())

    assert {tag for tag, _ in page.tags} <= OURS
    assert [tag for tag, _ in page.tags].count("tr") == len(selection) + 1
    assert len(lines) == len(selection) + bool(selection.uncertain)
    for record in selection:
        assert record.label in page.text


@pytest.mark.parametrize("shown", [str(MANY), Page(MANY._repr_html_()).text])
def test_what_is_left_out_is_said(shown):
    assert "Visit 59" in shown
    assert "Visit 60" not in shown
    assert "... and 15 more" in shown


def test_a_table_is_small_whatever_the_records_hold():
    parties = [f"P{i}" for i in range(190)]
    vast = Corpus(Agreement(f"r{i}", title="word " * 2000, parties=parties) for i in range(1100))
    page = vast._repr_html_()

    assert len(page) < 60 * 1000
    assert "P3 and 186 more" in Page(page).text
    assert "P4" not in page
    assert "... and 1,040 more" in page


def test_a_caption_tells_what_it_is():
    energy = load().where(sphere="energy", party="KAZ")

    assert f"{load().dataset.title}: {len(energy.agreements)} agreements, 1 event" in energy._repr_html_()
    assert "1 agreement, 0 events" in Corpus([Agreement("a")])._repr_html_()


@pytest.mark.parametrize("text", TEXTS)
def test_hostile_texts_are_text(text):
    source = Source("s", text)
    claim = Attestation("title", text, source)
    corpus = Corpus([Agreement("a", title=text, attestations=[claim])], dataset=Dataset("x", text))
    page = Page(corpus._repr_html_())

    assert {tag for tag, _ in page.tags} <= OURS
    assert {name for _, attributes in page.tags for name in attributes} <= {"class", "scope", "title"}
    assert text in page.text


def test_nothing_is_said_to_be_nothing():
    assert str(Corpus()) == "no records"


def test_marks_are_explained():
    claims = [Attestation("place", Place(place), "one") for place in ("baku", "almaty")]
    corpus = Corpus([Event("x", title="Visit", date="1996", place="baku", attestations=claims)])
    unsure = corpus.where(date="1996-09")

    assert str(corpus) == "1996  Visit"
    assert str(unsure) == "1996  Visit ?\n? may not match: what is recorded leaves it open"
    assert "<td>Visit ? *</td>" in unsure._repr_html_()
    assert "sources disagree" in corpus._repr_html_()


def test_a_repr_counts():
    assert repr(MANY) == "<Corpus of 0 agreements and 75 events>"


def test_what_a_title_says_to_a_terminal_is_inert():
    told = str(Corpus([Event("a", title="a\x1b[31m\u202eb\nc")]))

    assert told == "undated  a\ufffd[31m\u202eb c\u202c"
