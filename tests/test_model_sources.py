"""Sources."""

import pytest

from bilateral import HistoricalDate, InvalidDateError, InvalidValueError
from bilateral.model import Source, SourceKind


@pytest.mark.parametrize(
    ("source", "cited"),
    [
        (Source("a"), "a"),
        (Source("a", "On treaties"), "On treaties"),
        (Source("a", "On treaties", authors=["A. Author"]), "On treaties"),
        (Source("a", "On treaties", date="2025"), "On treaties"),
        (Source("a", authors=["A. Author", "B. Other"], date="2025-08"), "A. Author, B. Other 2025-08"),
    ],
)
def test_a_short_reference(source, cited):
    assert source.cited == cited


def test_a_source_whole():
    source = Source(
        "jabbarova-2025",
        "Development of Bilateral Relations",
        kind="article",
        authors=["S. Jabbarova"],
        date="2025",
        container="Gumilyov Journal of History 153(4), 59-73",
        url="https://example.org/a",
        doi="10.32523/3080-129X-2025-153-4-59-73",
        language="en",
        note="read whole",
    )

    assert source.kind is SourceKind.ARTICLE
    assert source.authors == ("S. Jabbarova",)
    assert source.date == HistoricalDate("2025")


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("id", "no id"),
        ("title", 5),
        ("kind", "book"),
        ("authors", "S. Jabbarova"),
        ("authors", ["A", "A"]),
        ("authors", [3]),
        ("container", ""),
        ("url", "www.example.org"),
        ("url", "javascript:alert(1)"),
        ("url", "https://a b"),
        ("doi", "https://doi.org/10.1/2"),
        ("doi", "11.1/2"),
        ("language", " "),
        ("note", ""),
    ],
)
def test_what_does_not_fit_is_refused_by_name(field, value):
    with pytest.raises(InvalidValueError) as caught:
        Source(**{"id": "x", field: value})

    assert caught.value.field == f"Source.{field}"


def test_a_date_is_edtf():
    with pytest.raises(InvalidDateError):
        Source("a", date="August 2025")


def test_sources_are_equal_in_everything_and_hash_by_id():
    assert Source("a") != Source("a", "T")
    assert hash(Source("a")) == hash(Source("a", "T"))
