"""A chronology as an SVG file."""

from bilateral import Chronology, load, write
from bilateral.formats.svg import dumps


def test_a_file_is_the_picture(tmp_path):
    book = Chronology(load()).by("party")
    write(book, tmp_path / "book.svg", language="en", width=900)

    assert (tmp_path / "book.svg").read_text(encoding="utf-8") == f"{book.svg(width=900)}\n"
    assert dumps(load()) == f"{Chronology(load()).by('year').svg()}\n"
