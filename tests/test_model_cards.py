"""A record as a card: everything of it there, nothing of it markup."""

from html.parser import HTMLParser

import pytest
from hypothesis import given

from bilateral import HistoricalDate, Slip, testing
from bilateral.model import Actor, Agreement, Attestation, Event, Label, Participation, Place, Relation
from bilateral.model.cards import _DIFFERENCES, card, differences, shown

OURS = {
    *(
        "a",
        "b",
        "caption",
        "code",
        "details",
        "div",
        "h3",
        "h4",
        "li",
        "ol",
        "p",
        "q",
        "span",
        "style",
        "summary",
        "sup",
    ),
    *("table", "tbody", "td", "th", "thead", "time", "tr", "ul", "br"),
}


class Page(HTMLParser):
    """Tags and text of a page, outside its style."""

    def __init__(self, html):
        super().__init__()
        self.tags, self.text, self.open = [], "", []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attributes):
        self.tags.append((tag, dict(attributes)))
        self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if self.open[-1:] != ["style"]:
            self.text += data


@given(testing.records())
def test_a_card_says_all_and_lets_nothing_through(record):
    page = Page(card(record))

    assert {tag for tag, _ in page.tags} <= OURS
    assert {name for _, attributes in page.tags for name in attributes} <= {"class", "href", "value"}
    assert page.open == []
    texts = [record.label, record.id, *record.aliases, *record.urls]
    texts += [text for claim in record.attestations for text in (claim.quote, claim.locator, claim.note)]
    texts += [provision.text for provision in getattr(record, "provisions", ())]
    for text in filter(None, texts):
        assert text in page.text


def test_addresses_are_links_apart_from_one_another():
    urls = ["https://a.b/?c&d", "https://e.f"]
    html = card(Event("x", urls=urls))

    assert [attributes["href"] for tag, attributes in Page(html).tags if tag == "a"] == urls
    assert "</a><a" not in html
    assert "</br>" not in html


def test_what_is_disputed_is_marked_and_explained():
    claims = [Attestation("place", Place(place), "one") for place in ("baku", "almaty")]
    disputed = Page(card(Agreement("x", place="baku", attestations=claims))).text
    agreed = Page(card(Agreement("x", place="baku", attestations=claims[:1]))).text

    assert "baku*" in disputed
    assert "* The claims about place cannot all hold." in disputed
    assert "*" not in agreed
    assert "2 attestations from 1 source" in disputed


@pytest.mark.parametrize(
    ("dates", "words"),
    [
        (["1993-02-24", "1993-12-24"], ["The two differ by the month alone."]),
        (["2006-04-07", "2006-07-04"], ["The two differ by the order of day and month alone."]),
        (["1917-10-25", "1917-11-07"], ["The two differ as the Julian and the Gregorian calendar do."]),
        (["1996-09", "1969-09"], ["The two differ by the order of two digits alone."]),
        (["1996-09-16", "1896-09-16"], ["The two differ by the century alone."]),
        (["1992-08-27", "1992-08-30"], ["The two differ by the day alone."]),
        (["1996-09-16", "1997-09-16"], ["The two differ by the year alone."]),
        (["1996", "1997"], []),
        (["1996-09-16", "1997-10"], []),
        (["1996-09-16", "2004-03-01"], []),
        (["1996-09-16", "1996-09-17", "1996"], ["The two differ by the day alone."]),
    ],
)
def test_by_how_little_dates_differ_is_said_in_words(dates, words):
    claims = [Attestation("signed", date, "one") for date in dates]
    record = Agreement("x", attestations=claims)

    assert [sentence for conflict in record.conflicts() for sentence in differences(conflict)] == words
    assert all(sentence in Page(card(record)).text for sentence in words)


def test_every_slip_has_its_words():
    assert set(_DIFFERENCES) == set(Slip)


def test_records_show_themselves_in_a_notebook():
    assert type(Event("x")._repr_html_()) is str
    assert Event("x")._repr_html_() == card(Event("x"))


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (HistoricalDate("1996-09-16"), "16 September 1996"),
        (Place("baku", [Label("en", "Baku")]), "Baku"),
        (Participation("KAZ"), "KAZ"),
        (Participation("KAZ", "head-of-government"), "KAZ (head of government)"),
        (Actor("a-b"), "a-b"),
        (Actor("a-b", "President"), "a-b, President"),
        (Relation("protocol-to", "x"), "protocol to x"),
        ("Treaty", "Treaty"),
    ],
)
def test_values_in_words(value, words):
    assert shown(value) == words
