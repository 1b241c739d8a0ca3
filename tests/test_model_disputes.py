"""Conflicts in a notebook: every claim there, on its side, and none of it markup."""

import pickle
from html.parser import HTMLParser

import pytest
from hypothesis import given

import bilateral as bl
from bilateral import testing
from bilateral.model import Agreement, Attestation, Conflicts, Participation
from bilateral.model.disputes import counted, disputed, sides
from hostile import TEXTS
from test_model_cards import OURS, Page


class Sides(HTMLParser):
    """The text of each side, conflict by conflict."""

    def __init__(self, html):
        super().__init__()
        self.found, self.depth = [], 0
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        if tag == "div":
            kind = dict(attributes).get("class")
            self.depth += bool(self.depth)
            if kind == "sides":
                self.found.append([])
            elif kind == "side":
                self.found[-1].append("")
                self.depth = 1

    def handle_endtag(self, tag):
        self.depth -= bool(self.depth) and tag == "div"

    def handle_data(self, data):
        if self.depth:
            self.found[-1][-1] += data


def conflicts_of(field, *values, **more):
    claims = [Attestation(field, value, f"s{i}", **more) for i, value in enumerate(values)]
    return Agreement(
        "x", title="On trade", attestations=[Attestation("title", "On trade", "s0"), *claims]
    ).conflicts()


def test_claims_stand_on_their_sides():
    found = bl.load()["aze-kaz-1996-oil-gas"].conflicts()
    ((for_1996, for_1997),) = Sides(found._repr_html_()).found

    assert "16 September 1996" in for_1996
    assert "abstract ¶1" in for_1996
    assert "1997" in for_1997
    assert "literature review ¶2" in for_1997
    assert "abstract ¶1" not in for_1997


@given(testing.corpora())
def test_every_claim_is_told_and_nothing_is_let_through(corpus):
    found = corpus.conflicts()
    page = Page(found._repr_html_())

    assert {tag for tag, _ in page.tags} <= OURS
    for conflict in found[:30]:
        for claim in conflict.attestations:
            for text in filter(None, (claim.quote, claim.locator, claim.note)):
                assert text in page.text


@pytest.mark.parametrize("text", TEXTS)
def test_hostile_claims_are_text(text):
    found = conflicts_of("place", "baku", "almaty", quote=text, locator=text, note=text)
    page = Page(found._repr_html_())

    assert {tag for tag, _ in page.tags} <= OURS
    assert page.text.count(text) >= 6


def test_what_is_shown_is_told():
    open_, settled = conflicts_of("signed", "1993-02-24", "1993-12-24"), bl.load().conflicts("signed")[-1]

    assert (
        "Left open: the record shows nothing. The two differ by the month alone."
        in Page(open_._repr_html_()).text
    )
    assert "Settled: the record shows 16 September 1996." in Page(settled._repr_html_()).text


def test_of_parties_the_one_in_dispute_is_shown():
    record = bl.load()["aze-kaz-2001-seabed"]
    for conflict, name in zip(record.conflicts(), ("Azerbaijan", "Kazakhstan"), strict=True):
        assert f"Settled: the record shows {name} (state)." in Page(conflict._repr_html_()).text


def test_many_are_counted_and_not_all_shown():
    claims = [
        Attestation("parties", Participation(f"p{i}", capacity), "s")
        for i in range(35)
        for capacity in ("state", "government")
    ]
    found = Agreement("x", attestations=claims).conflicts()
    page = Page(found._repr_html_()).text

    assert "35 conflicts, 35 left open" in page
    assert "... and 5 more" in page
    assert page.count("Left open") == 30


def test_sides_are_of_what_can_hold_together():
    (conflict,) = conflicts_of("signed", "1996", "1997", "1996-09-16", "1997-05")
    assert [[str(each) for each in side] for side in sides(conflict)] == [
        ["1996", "1996-09-16"],
        ["1997", "1997-05"],
    ]


def test_none_is_said():
    assert counted([]) == "no conflicts"
    assert "no conflicts" in disputed(bl.Corpus().conflicts())


def test_conflicts_are_a_tuple():
    found = bl.load().conflicts()

    assert isinstance(found, tuple)
    assert type(found[:2]) is Conflicts
    assert tuple(found) == found
    assert hash(found[:2]) == hash(tuple(found)[:2])
    assert pickle.loads(pickle.dumps(found)) == found
    assert repr(found[:1]) == f"({found[0]!r},)"
