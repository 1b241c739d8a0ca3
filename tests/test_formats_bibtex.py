"""BibTeX files, read by bibtexparser and, where it is installed, by pandoc."""

import json
import re
import shutil
import subprocess
from urllib.parse import unquote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bilateral import Agreement, HistoricalDate, Source, load, testing
from bilateral.citations.csl import item
from bilateral.citations.references import references
from bilateral.formats.bibtex import dumps
from hostile import TEXTS
from test_tex import plain, seen

bibtexparser = pytest.importorskip("bibtexparser", minversion="2", reason="needs bibtexparser 2")


def parsed(text):
    library = bibtexparser.parse_string(text)
    assert library.failed_blocks == []
    assert "".join(library.comments) == ""
    return {entry.key: entry for entry in library.entries}


def fields(thing):
    (entry,) = parsed(dumps(thing)).values()
    return {"ENTRYTYPE": entry.entry_type} | {name: field.value for name, field in entry.fields_dict.items()}


@given(testing.corpora(max_size=4))
def test_every_entry_is_read_back_with_its_title_and_authors(corpus):
    found = parsed(dumps(corpus))
    expected = references(corpus)

    assert list(found) == [each.key for each in expected]
    for each in expected:
        title = found[each.key]["title"]
        assert title.startswith("{")
        assert plain(title[1:-1]) == seen(each.title)
        authors = found[each.key].get("author")
        assert (authors.value.count(" and ") + 1 if authors else 0) == len(each.authors)


HOSTILE = [
    "}, note = {taken over}",
    "{unbalanced",
    "\\write18{rm -rf}",
    '" # jan # "',
    "@article{x, title = {y}}",
    "% comment",
    "Agreement on R&D_x^2 ~ $5 #1",
    "Bakı–Қазақстан: «Әзербайжан»",
    "<img src=x onerror=alert(1)>",
    "a\nb\r\nc",
]


@pytest.mark.parametrize("title", HOSTILE)
def test_hostile_titles_are_titles(title):
    found = fields(Agreement("x", title=title, parties=["KAZ"], signed="1996"))

    assert found.keys() == {"ENTRYTYPE", "author", "title", "date"}
    assert plain(found["title"][1:-1]) == " ".join(title.split())


def test_persons_are_parted_and_bodies_are_braced():
    found = fields(Source("x", "T", authors=["S. Jabbarova", "Barnes and Noble", "A {Co}"]))

    assert found["author"] == (
        "Jabbarova, S. and {Barnes and Noble} and {A \\textbraceleft{}Co\\textbraceright{}}"
    )


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("1996", {"date": "1996"}),
        ("1996-09-16", {"date": "1996-09-16"}),
        ("1996?", {"date": "1996?"}),
        ("1996-09~", {"date": "1996-09~"}),
        ("199X", {"date": "199X"}),
        ("1996-09-XX", {"date": "1996-09-XX"}),
        ("1996-22", {"date": "1996-22"}),
        ("1996/2006-05", {"date": "1996/2006-05"}),
        ("1996~/..", {"date": "1996~/.."}),
        ("/1996", {"date": "/1996"}),
        ("[1993-02-24,1993-12-24]", {"year": "24 February or 24 December 1993", "sortyear": "1993"}),
        ("[..1993]", {"year": "1993 or earlier"}),
        ("1996-33", {"year": "quarter 1 of 1996", "sortyear": "1996"}),
        ("2004-06~-11", {"year": "about 11 June 2004", "sortyear": "2004"}),
    ],
)
def test_dates_are_edtf_of_level_1_or_words(edtf, expected):
    found = fields(Agreement("x", title="T", signed=edtf))

    assert {name: found[name] for name in ("date", "year", "sortyear") if name in found} == expected


@given(testing.dates())
def test_a_date_field_is_the_date_itself(value):
    found = fields(Agreement("x", title="T", signed=value))

    assert ("date" in found) != ("year" in found)
    assert HistoricalDate(found.get("date", str(value))) == value


@given(st.from_regex(r"\Ahttps?://[^\s<>\"]{1,20}\Z"))
def test_an_address_leads_to_the_same_place_and_ends_no_field(url):
    if any("\ud800" <= sign <= "\udfff" for sign in url):
        return
    found = fields(Agreement("x", title="T", urls=[url]))["url"]

    assert unquote(found) == unquote(url)
    assert found.isascii()
    assert not set(found) & set("{}\\ ")


def test_sources_are_of_the_types_of_biblatex():
    relations = load()
    types = {thing.kind.value: fields(thing)["ENTRYTYPE"] for thing in relations.sources}

    assert types["article"] == "article"
    assert types["legal-act"] == "legislation"
    assert fields(Source("x", kind="news"))["ENTRYTYPE"] == "misc"
    assert fields(Source("x", kind="news", url="https://example.org"))["ENTRYTYPE"] == "online"


# Pandoc reads BibLaTeX by a parser and into CSL by rules of its own; of these fields it must find the same.
SAME = ("id", "title", "author", "DOI", "volume", "issue", "page", "event-place", "genre", "note", "keyword")


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("pandoc") is None, reason="needs pandoc")
@settings(max_examples=5)
@given(testing.corpora())
def test_pandoc_finds_the_same_as_in_csl(corpus):
    same_by_pandoc(corpus)


@pytest.mark.skipif(shutil.which("pandoc") is None, reason="needs pandoc")
def test_pandoc_finds_the_same_in_the_dossier():
    same_by_pandoc(load())


def same_by_pandoc(corpus):
    command = ["pandoc", "-f", "biblatex", "-t", "csljson"]
    read = subprocess.run(command, input=dumps(corpus), capture_output=True, text=True, check=True)
    found = {each["id"]: each for each in json.loads(read.stdout)}
    for reference in references(corpus):
        expected = item(reference)
        entry = found[reference.key]
        for name in SAME:
            assert folded(entry.get(name)) == folded(expected.get(name)), name
        if expected["type"] == "treaty":
            assert entry["type"] == "treaty"
        if "date-parts" in expected.get("issued", {}) and "season" not in expected["issued"]:
            assert entry["issued"]["date-parts"] == expected["issued"]["date-parts"]


def folded(value):
    """Return a value without what pandoc writes in another way, and the signs whose LaTeX names it lacks."""
    if isinstance(value, list):
        return [{key: folded(part) for key, part in each.items()} for each in value]
    plain_text = re.sub("[{}|`]", "", seen((value or "").replace("\u2019", "'").replace("\u00a0", " ")))
    return " ".join(plain_text.split())


def visible(path, folder):
    """Return the values of all fields as bibtexparser reads them; no text has made an entry or a field."""
    found = parsed(path.read_bytes().decode())
    known = {
        *(
            "title",
            "author",
            "date",
            "year",
            "sortyear",
            "booktitle",
            "venue",
            "keywords",
            "annotation",
            "url",
        )
    }

    # An agreement and a source a text.
    assert len(found) == 2 * len(TEXTS)
    assert {field.key for entry in found.values() for field in entry.fields} <= known
    return "\n".join(plain(field.value) for entry in found.values() for field in entry.fields)
