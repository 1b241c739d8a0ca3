"""CSV: one row a record or a participation, read back by the csv module and by pandas."""

import csv as plain
import io
import re

import pandas as pd
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import bilateral as bl
from bilateral import Chronology, Corpus, InvalidValueError, testing
from bilateral.formats.csv import COLUMNS, defused, dump, dumps, restored
from bilateral.model import Agreement, Attestation, Participation, Place

HOSTILE = [
    *(
        "=1+1",
        "+7 (727)",
        "-5",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        " =1",
        "\uff1d1",
        "'=1",
        "'tis",
        "x;=1",
        "x\n\t@a",
    ),
    *('=HYPERLINK("http://a.example","b")', "=cmd|' /C calc'!A0", ";", "'", "''", "';'=", "\t", "a\r\n-b"),
]
TEXTS = st.text(st.sampled_from("=+-@'\uff1d; \t\r\nab"), max_size=12)


def rows(thing, **options):
    return list(plain.DictReader(io.StringIO(dumps(thing, **options), newline="")))


@given(testing.corpora(max_size=5))
def test_there_is_a_row_a_record_with_its_own_words(corpus):
    found = rows(corpus)

    assert [row["id"] for row in found] == [record.id for record in corpus]
    for row, record in zip(found, corpus, strict=True):
        assert tuple(row) == COLUMNS["records"]
        assert row["title"] == (record.title or "")
        assert row["date"] == ("" if record.date is None else str(record.date))
        assert row["disputed"].split("; ") == [
            *(dict.fromkeys(conflict.field for conflict in record.conflicts()) or [""])
        ]
    assert rows(Chronology(corpus)) == found


def test_a_row_whole():
    claims = [Attestation("place", Place(place), "one") for place in ("baku", "almaty")]
    treaty = Agreement(
        "t",
        title='On "oil", gas',
        kind="joint-statement",
        signed="[1993-02-24,1993-12-24]",
        in_force="1999-02",
        terminated="2005",
        place="baku",
        parties=[Participation("AZE", "head-of-state"), "KAZ"],
        spheres=["energy", "trade"],
        attestations=claims,
    )

    assert rows(Corpus([treaty])) == [
        {
            "id": "t",
            "type": "agreement",
            "kind": "joint-statement",
            "title": 'On "oil", gas',
            "date": "[1993-02-24,1993-12-24]",
            "earliest": "1993-02-24",
            "latest": "1993-12-24",
            "in_force": "1999-02",
            "terminated": "2005",
            "place": "baku",
            "parties": "AZE; KAZ",
            "capacities": "head-of-state; ",
            "spheres": "energy; trade",
            "sources": "one",
            "disputed": "place",
        }
    ]


@pytest.mark.parametrize(
    "title",
    ["=1+1", "+7 (727)", "-5", "@SUM(A1)", "\t=1", "\r=1", " x ", "'=1", 'a "b", c;\nd', "Səfər — визит"],
)
def test_a_cell_holds_what_the_record_says_whatever_a_spreadsheet_would_make_of_it(title):
    (row,) = rows(Corpus([Agreement("t", title=title)]))

    assert row["title"] == title


def test_nothing_is_a_header():
    assert dumps(Corpus()) == ",".join(COLUMNS["records"]) + "\r\n"
    assert dumps(Corpus(), layout="tidy") == ",".join(COLUMNS["tidy"]) + "\r\n"


@given(testing.corpora(max_size=5))
def test_tidy_there_is_a_row_a_participation_and_no_record_is_lost(corpus):
    found = rows(corpus, layout="tidy")
    whole = {row["id"]: row for row in rows(corpus)}

    assert [(row["id"], row["party"], row["capacity"]) for row in found] == [
        (record.id, each.party.id if each else "", str(each.capacity or "") if each else "")
        for record in corpus
        for each in record.parties or [None]
    ]
    for row in found:
        assert tuple(row) == COLUMNS["tidy"]
        assert all(row[name] == whole[row["id"]][name] for name in row if name not in ("party", "capacity"))


@pytest.mark.parametrize(
    ("signed", "bounds"),
    [
        ("1996-09", ("1996-09-01", "1996-09-30")),
        ("../1997", ("", "1997-12-31")),
        ("/1997", ("", "1997-12-31")),
        ("1996/..", ("1996-01-01", "")),
        ("1996/", ("1996-01-01", "")),
        ("1996?/1997~", ("1996-01-01", "1997-12-31")),
    ],
)
def test_what_has_no_known_beginning_or_end_has_no_day_for_it(signed, bounds):
    (row,) = rows(Corpus([Agreement("t", signed=signed)]))

    assert (row["date"], row["earliest"], row["latest"]) == (signed, *bounds)


@given(TEXTS | testing.texts())
def test_a_defused_cell_begins_nowhere_with_a_formula_and_is_restored(text):
    safe = defused(text)

    assert restored(safe) == text
    assert not safe.startswith(("\t", "\r", "\n"))
    for part in re.split("[;\t\r\n]", safe):
        assert not part.lstrip().startswith(("=", "+", "-", "@", "\uff1d"))


@pytest.mark.parametrize(
    "text", ["1993-01", "Joint statement", "a-b", "a = b", "x; y", "[1993-02-24,1993-12-24]"]
)
def test_what_is_no_formula_stays_as_it_is(text):
    assert defused(text) == text


@given(testing.corpora(max_size=3))
@example(Corpus([Agreement(f"t{i}", title=text) for i, text in enumerate(HOSTILE) if text.strip()]))
def test_cells_that_a_spreadsheet_would_run_are_text_by_option(corpus):
    for layout in COLUMNS:
        safe = rows(corpus, layout=layout, formulas="text")

        assert [{name: restored(cell) for name, cell in row.items()} for row in safe] == rows(
            corpus, layout=layout
        )
        assert not any(
            cell.startswith(("=", "+", "-", "@", "\t", "\r")) for row in safe for cell in row.values()
        )


def test_pandas_reads_the_same(tmp_path):
    bl.write(bl.load(), tmp_path / "tidy.csv", layout="tidy")
    frame = pd.read_csv(tmp_path / "tidy.csv", parse_dates=["earliest", "latest"], keep_default_na=False)

    assert frame.astype({"title": str}).groupby("party").size().drop(
        "", errors="ignore"
    ).to_dict() == bl.load().counts("party")
    assert frame["latest"].max().date() == max(each.date.latest for each in bl.load() if each.date)


@pytest.mark.parametrize(("option", "value"), [("layout", "wide"), ("formulas", True), ("layout", ["tidy"])])
def test_an_option_has_one_of_its_values(tmp_path, option, value):
    with pytest.raises(InvalidValueError, match=rf"csv.{option} cannot be .*: it must be one of "):
        bl.write(bl.load(), tmp_path / "a.csv", **{option: value})
    assert list(tmp_path.iterdir()) == []


def test_a_spreadsheet_program_can_tell_how_it_is_written(tmp_path):
    dump(bl.load(), tmp_path / "a.csv", formulas="text")
    text = (tmp_path / "a.csv").read_bytes().decode()
    dialect = plain.Sniffer().sniff(text)

    assert (dialect.delimiter, dialect.quotechar) == (",", '"')
    assert plain.Sniffer().has_header(text)
    assert len({len(row) for row in plain.reader(io.StringIO(text, newline=""))}) == 1


def visible(path, folder):
    """Return the cells of a CSV file; each row has a cell a column."""
    found = list(plain.reader(io.StringIO(path.read_bytes().decode(), newline=""), strict=True))

    assert {len(row) for row in found} == {len(found[0])}
    return "\n".join(cell for row in found for cell in row)
