"""A chronology as HTML: every word there, no markup from data."""

from hypothesis import given

from bilateral import Chronology, Corpus, testing
from bilateral.chronology.html import fragment
from bilateral.chronology.layout import layout
from bilateral.model import Event
from test_model_cards import OURS, Page


def words(plan):
    """Return all that a layout says."""
    for title, lines in plan.sections:
        yield title
        for line in lines:
            yield from (line.date, line.title, *line.below)
    yield from (*plan.footnotes, *plan.legend)
    for id, reference in plan.sources:
        yield from (id, reference)


@given(testing.corpora(max_size=4), testing.queries())
def test_every_word_is_there_and_none_is_markup(corpus, query):
    book = Chronology(corpus.where(query)).by("sphere")
    page = Page(fragment(book))

    assert {tag for tag, _ in page.tags} <= OURS
    assert {name for _, attributes in page.tags for name in attributes} <= {"class", "title"}
    assert page.open == []
    for each in words(layout(book)):
        assert each in page.text


@given(testing.texts())
def test_hostile_text_stays_text(text):
    page = Page(fragment(Chronology(Corpus([Event("x", title=text)]))))

    assert text in page.text


def test_a_notebook_shows_a_chronology_as_picture_and_table():
    book = Chronology(Corpus([Event("x")]))

    assert book._repr_html_() == f"{book.svg()}{fragment(book)}"
    assert Chronology(Corpus())._repr_html_() == fragment(Chronology(Corpus()))
    assert type(book._repr_html_()) is str


def test_a_date_in_words_has_its_edtf_beside_it():
    assert '<time title="1996-09~">about September 1996</time>' in fragment(
        Chronology(Corpus([Event("x", date="1996-09~")]))
    )
