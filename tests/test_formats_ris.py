"""RIS files, read by rispy."""

import pytest
from hypothesis import given

from bilateral import Agreement, Source, load, testing
from bilateral.citations.references import references
from bilateral.formats.ris import TYPES, dumps
from hostile import TEXTS

rispy = pytest.importorskip("rispy", reason="needs rispy")


@given(testing.corpora(max_size=4))
def test_every_reference_is_read_back(corpus):
    found = rispy.loads(dumps(corpus))
    expected = references(corpus)

    assert [each["id"] for each in found] == [each.key for each in expected]
    for read, each in zip(found, expected, strict=True):
        assert read["title"] == " ".join(each.title.split())
        assert read.get("authors", []) == [author.name for author in each.authors]
        assert read.get("urls", []) == list(each.urls)
        assert read.get("keywords", []) == list(each.keywords)


def test_types_are_those_of_ris():
    from rispy import TYPE_OF_REFERENCE_MAPPING

    assert set(TYPES.values()) <= set(TYPE_OF_REFERENCE_MAPPING)


@pytest.mark.parametrize(
    ("edtf", "year", "date"),
    [
        ("1996", "1996", "1996///"),
        ("1996-09", "1996", "1996/09//"),
        ("1996-09-16", "1996", "1996/09/16/"),
        ("1996?", "1996", "1996///perhaps 1996"),
        ("[1993-02-24,1993-12-24]", "1993", "1993///24 February or 24 December 1993"),
        ("[1993,1996]", None, "///1993 or 1996"),
        ("1996/..", None, "///from 1996 on"),
    ],
)
def test_a_date_is_no_more_exact_than_it_is(edtf, year, date):
    (found,) = rispy.loads(dumps(Agreement("x", title="T", signed=edtf)))

    assert (found.get("year"), found["date"]) == (year, date)


@pytest.mark.parametrize(
    "title", ["ER  - ", "T\r\nER  - \r\nTY  - BOOK", "T\u2028AU  - X", "Қазақстан – Bakı"]
)
def test_hostile_titles_are_titles(title):
    (found,) = rispy.loads(dumps(Agreement("x", title=title)))

    assert found["title"] == " ".join(title.split())
    assert found.keys() == {"type_of_reference", "id", "title"}


def test_an_article():
    (found,) = rispy.loads(dumps(load().sources["jabbarova-2025"]))

    assert found["type_of_reference"] == "JOUR"
    assert found["authors"] == ["Jabbarova, S."]
    assert (found["volume"], found["number"]) == ("153", "4")
    assert (found["start_page"], found["end_page"]) == ("59", "73")
    assert found["doi"] == "10.32523/3080-129X-2025-153-4-59-73"


def test_lines_end_as_the_specification_says():
    text = dumps(Source("x", "T"))

    assert text == "TY  - GEN\r\nID  - x\r\nTI  - T\r\nER  - \r\n\r\n"


def visible(path, folder):
    """Return the values that rispy reads; no text has made a reference."""
    found = rispy.loads(path.read_bytes().decode())

    # An agreement and a source a text.
    assert len(found) == 2 * len(TEXTS)
    return "\n".join(str(value) for each in found for value in each.values())
