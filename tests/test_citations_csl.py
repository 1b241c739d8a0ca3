"""CSL items, held against the vocabulary that CSL publishes."""

import re
from pathlib import Path

import pytest
from hypothesis import given

from bilateral import Agreement, HistoricalDate, Source, load, testing
from bilateral.citations.csl import TYPES, date, item
from bilateral.citations.references import references


@pytest.fixture(scope="module")
def vocabulary():
    """The quoted words of CSL's own schemas, as citeproc-py carries them."""
    citeproc = pytest.importorskip("citeproc", reason="needs citeproc-py")
    folder = Path(citeproc.__file__).parent / "data" / "schema" / "schemas" / "styles"
    return {
        name: set(re.findall(r'"([^"]+)"', (folder / f"csl-{name}.rnc").read_text(encoding="utf-8")))
        for name in ("types", "variables")
    }


def test_types_and_variables_are_those_of_csl(vocabulary):
    items = [item(reference) for reference in references(load())]
    named = {name for each in items for name in each} - {"id", "type", "custom"}

    assert set(TYPES.values()) | {"document"} <= vocabulary["types"]
    assert named <= vocabulary["variables"]
    assert {"title", "author", "issued", "event-place", "note", "page"} <= named


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("1996", {"date-parts": [[1996]]}),
        ("1996-09", {"date-parts": [[1996, 9]]}),
        ("1996-09-16", {"date-parts": [[1996, 9, 16]]}),
        ("0996-09", {"date-parts": [[996, 9]]}),
        ("1996-09/2006", {"date-parts": [[1996, 9], [2006]]}),
        ("1996~", {"date-parts": [[1996]], "circa": True}),
        ("1996~/1998~", {"date-parts": [[1996], [1998]], "circa": True}),
        ("1996-22", {"date-parts": [[1996]], "season": 2}),
        ("1996?", {"literal": "perhaps 1996"}),
        ("1996~/1998", {"literal": "from about 1996 to 1998"}),
        ("[1993-02-24,1993-12-24]", {"literal": "24 February or 24 December 1993"}),
        ("{1996,1998}", {"literal": "1996 and 1998"}),
        ("1996/..", {"literal": "from 1996 on"}),
        ("199X", {"literal": "1990s"}),
        ("1996-22~", {"literal": "about summer 1996"}),
        ("1996-33", {"literal": "quarter 1 of 1996"}),
    ],
)
def test_a_date_is_in_numbers_only_where_they_say_all_of_it(edtf, expected):
    assert date(HistoricalDate(edtf)) == expected


@given(testing.dates())
def test_numbers_can_be_read_back_to_the_date(value):
    made = date(value)
    if "literal" in made:
        assert made == {"literal": value.text()}
        assert item(references(Agreement("x", signed=value))[0])["custom"] == {"issued": str(value)}
        return
    mark = "~" if made.get("circa") else ""
    season = f"-2{made['season']}" if "season" in made else ""
    ends = [
        f"{year:04}{''.join(f'-{n:02}' for n in rest)}{season}{mark}" for year, *rest in made["date-parts"]
    ]

    assert HistoricalDate("/".join(ends)) == value


def test_names_are_literal_where_nobody_parted_them():
    authors = item(references(Source("x", authors=["S. Jabbarova", "UNCTAD"]))[0])["author"]

    assert authors == [{"family": "Jabbarova", "given": "S."}, {"literal": "UNCTAD"}]
