"""Plain text: the chronology as the terminal has it."""

from hypothesis import given

from bilateral import Chronology, testing
from bilateral.chronology.text import text
from bilateral.formats.text import dumps


@given(testing.corpora(max_size=3))
def test_it_is_the_text_of_the_chronology_by_year(corpus):
    book = Chronology(corpus)

    assert dumps(book) == f"{text(book)}\n"
    assert dumps(corpus) == f"{text(book.by('year'))}\n"
