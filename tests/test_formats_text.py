"""Plain text: the chronology as the terminal has it."""

import re
import unicodedata

from hypothesis import given

from bilateral import Chronology, testing
from bilateral.chronology.text import text
from bilateral.formats.text import dumps


@given(testing.corpora(max_size=3))
def test_it_is_the_text_of_the_chronology_by_year(corpus):
    book = Chronology(corpus)

    assert dumps(book) == f"{text(book)}\n"
    assert dumps(corpus) == f"{text(book.by('year'))}\n"


def visible(path, folder):
    """Return a text as a terminal shows it, which no control character of it reaches."""
    shown = path.read_bytes().decode()

    assert not any(unicodedata.category(sign) == "Cc" and sign != "\n" for sign in shown)
    return re.sub(r"\\x[0-9a-f]{2}", "", shown)
