"""The page, read back by an HTML parser; how it behaves, a browser shows in test_formats_html_browser."""

import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from hypothesis import given

from bilateral import (
    Agreement,
    Attestation,
    Chronology,
    Corpus,
    Event,
    InvalidValueError,
    Relation,
    UnknownIdError,
    load,
    testing,
    write,
)
from bilateral.formats.html import dumps
from consumers import in_browser

VOID = {"meta", "input"}
SCRIPTS = (
    "</script><script>window.hurt=1</script>",
    "<img src=x onerror='window.hurt=1'>",
    "javascript:hurt()",
)


class Page(HTMLParser):
    """Elements with their attributes and text; every element that is opened is closed."""

    def __init__(self, html):
        super().__init__()
        self.found, self.open = [], []
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attributes):
        element = {"tag": tag, "text": "", **{name: value or "" for name, value in attributes}}
        self.found.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag):
        assert self.open.pop()["tag"] == tag

    def handle_data(self, data):
        for element in self.open:
            element["text"] += data

    def all(self, tag, **attributes):
        return [
            each
            for each in self.found
            if each["tag"] == tag and all(each.get(name) == value for name, value in attributes.items())
        ]


def plain(text):
    return " ".join(text.split())


def clean(text):
    # A parser reads a null, which HTML does not have, as a sign of its own.
    return text.replace("\x00", "\ufffd")


@given(testing.corpora(max_size=4), testing.queries())
def test_every_record_is_there_under_its_id_with_every_claim(corpus, query):
    book = Chronology(corpus.where(query)).by("sphere")
    page = Page(dumps(book))
    articles = {each["id"]: each for each in page.all("article")}

    assert sorted(articles) == sorted(entry.record.id for entry in book)
    for entry in book:
        text = clean(plain(articles[entry.record.id]["text"]))
        assert clean(plain(entry.record.label)) in text
        for claim in entry.record.attestations:
            for part in (claim.source.id, claim.locator, claim.quote, claim.note):
                assert clean(plain(part or "")) in text
        assert ("(?)" in text) >= entry.unsure
        assert text.count("sources disagree") >= len(entry.conflicts)


@given(testing.corpora(max_size=3))
def test_it_has_one_script_of_its_own_loads_nothing_and_every_id_once(corpus):
    page = Page(dumps(corpus))

    assert len(page.all("script")) == 1
    assert {"link", "img", "iframe", "object", "embed", "base"}.isdisjoint(each["tag"] for each in page.found)
    names = {name for each in page.found for name in each}
    assert not [
        name for name in names if name.startswith("on") or name in {"src", "style", "srcset", "action"}
    ]
    links = [each["href"] for each in page.found if "href" in each]
    assert all(link.startswith(("#", "http://", "https://")) for link in links)
    ids = [each["id"] for each in page.found if "id" in each]
    assert len(set(ids)) == len(ids)
    assert {link[1:] for link in links if link.startswith("#")} <= set(ids)


def test_its_policy_names_what_it_runs_and_nothing_else():
    page = Page(dumps(load()))
    (policy,) = page.all("meta", **{"http-equiv": "Content-Security-Policy"})
    rules = dict(rule.split(" ", 1) for rule in policy["content"].split("; "))

    assert rules["default-src"] == rules["base-uri"] == rules["form-action"] == "'none'"
    for tag, rule in (("script", "script-src"), ("style", "style-src")):
        hashes = [b64encode(sha256(each["text"].encode()).digest()).decode() for each in page.all(tag)]
        assert rules[rule] == " ".join(f"'sha256-{each}'" for each in hashes)
    assert page.found.index(policy) < min(page.found.index(each) for each in page.all("style"))


@pytest.mark.parametrize("hostile", SCRIPTS)
def test_what_is_hostile_stays_text(hostile):
    claim = Attestation("title", hostile, "a", quote=hostile, locator=hostile, note=hostile)
    record = Agreement("x", title=hostile, description=hostile, attestations=[claim])
    page = Page(dumps(Chronology(Corpus([record])), title=hostile))

    assert len(page.all("script")) == 1
    assert not page.all("img")
    assert page.all("title")[0]["text"] == page.all("h1")[0]["text"] == hostile
    assert page.all("article")[0]["text"].count(hostile) >= 4


def test_sides_of_a_conflict_stand_beside_each_other():
    claims = [
        Attestation("signed", date, source)
        for date, source in (("1993", "a"), ("1993-02-24", "b"), ("1993-12-24", "c"))
    ]
    record = Agreement("x", signed="[1993-02-24,1993-12-24]", attestations=claims)
    sides = Page(dumps(Corpus([record]))).all("li", **{"class": "side"})

    assert len(sides) == 2
    assert ["24 February 1993" in side["text"] for side in sides] == [True, False]
    assert "24 December 1993" in sides[1]["text"]


def test_related_records_of_the_page_are_linked():
    first = Event("visit", date="1996")
    second = Agreement("pact", relations=[Relation("same-visit", "visit"), Relation("amends", "elsewhere")])
    links = [each["href"] for each in Page(dumps(Corpus([first, second]))).all("a")]

    assert links.count("#visit") == 3
    assert "#elsewhere" not in links


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ["Undated", "Sphere", "signed", "16 September 1996"]),
        (
            "ru",
            ["Без даты", "Сфера", "Казахстан (правительство)", "16 сентября 1996 г.", "перевод редакторов"],
        ),
        ("kk", ["Күні белгісіз", "Сала", "Қазақстан (үкімет)", "редакторлардың аудармасы"]),
        (
            "az",
            ["Tarixsiz", "Sahə", "Qazaxıstan (hökumət)", "16 sentyabr 1996", "redaktorların tərcüməsidir"],
        ),
    ],
)
def test_languages(language, words):
    html = dumps(load(), language=language)

    assert Page(html).found[0]["lang"] == language
    for each in words:
        assert each in html


def test_periods_are_sections_and_a_filter():
    book = Chronology(load()).periods({"Formation": "1992/2003-09", "Partnership": "2003-10/2013"})
    page = Page(dumps(book))

    assert [each["text"] for each in page.all("h2")][1:3] == ["Formation", "Partnership"]
    (select,) = page.all("select", name="period")
    assert select["text"] == "AllFormationPartnership"
    assert "19920101-20030930" in [each.get("value") for each in page.all("option")]


def test_a_page_has_the_title_and_the_credits_of_the_dataset():
    dataset = load().dataset
    footer = Page(dumps(load())).all("footer")[0]["text"]

    assert all(words in footer for words in (dataset.title, dataset.citation, dataset.licence))
    assert not Page(dumps(Corpus([Event("x")]))).all("footer")


def test_a_page_without_records_says_so():
    page = Page(dumps(Corpus()))

    assert "Agreements: 0" in page.all("header")[0]["text"]
    assert not page.all("form")


def test_headings_follow_each_other():
    levels = [
        int(each["tag"][1]) for each in Page(dumps(load())).found if re.fullmatch("h[1-6]", each["tag"])
    ]

    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))


def test_options_are_checked(tmp_path):
    with pytest.raises(InvalidValueError, match="it must be one of en, ru, kk, az"):
        write(load(), tmp_path / "a.html", language="de")
    with pytest.raises(UnknownIdError, match="there is no facet of lanes"):
        write(load(), tmp_path / "a.html", lanes="colour")
    assert list(tmp_path.iterdir()) == []


def test_it_is_the_same_each_time():
    assert dumps(load()) == dumps(load())


PROBE = """<script>addEventListener("load", () => {
    const page = document.getElementById("page").contentDocument
    const find = path => [...page.querySelectorAll(path)]
    const result = document.createElement("pre")
    result.id = "result"
    result.textContent = JSON.stringify({
        ran, text: page.body.textContent, links: find("a").map(each => each.getAttribute("href")),
        active: find(
            "script:not(body > :last-child), img, iframe, object, embed, link, [onerror], [onmouseover]"
        ).map(each => each.outerHTML)})
    document.body.append(result)
})</script><iframe id=page src=made.html></iframe>"""


def visible(path, folder):
    """Return the text of a page as a browser shows it; it runs nothing, and no data is an element."""
    found = in_browser(PROBE, {"made.html": path.read_bytes()}, folder)

    assert found["ran"] == found["active"] == []
    assert all(link.startswith(("#", "http:", "https:")) for link in found["links"])
    return found["text"]
