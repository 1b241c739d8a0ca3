"""CSV: one row a record, read back by the csv module."""

import csv as plain
import io

import pytest
from hypothesis import given

from bilateral import Chronology, Corpus, testing
from bilateral.formats.csv import COLUMNS, dumps
from bilateral.model import Agreement, Attestation, Participation, Place


def rows(thing):
    return list(plain.DictReader(io.StringIO(dumps(thing), newline="")))


@given(testing.corpora(max_size=5))
def test_there_is_a_row_a_record_with_its_own_words(corpus):
    found = rows(corpus)

    assert [row["id"] for row in found] == [record.id for record in corpus]
    for row, record in zip(found, corpus, strict=True):
        assert set(row) == set(COLUMNS)
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
    assert dumps(Corpus()) == ",".join(COLUMNS) + "\r\n"
