"""Candidates: the same records found again after they were disturbed."""

import random
import sys

import attrs
import pytest

import bilateral as bl
from bilateral import Agreement, Corpus, HistoricalDate, InvalidValueError, MissingExtraError, Relation
from bilateral.matching import Candidates, candidates, duplicates
from bilateral.matching.proposing import summary

PENSIONS = {"signed": "1996-09-16", "parties": ["AZE", "KAZ"], "title": "Agreement on pension provision"}


def disturbed(record, chance):
    """Return a record under another id, as somebody else may have written it down."""
    changes = {"id": f"other-{record.id}", "attestations": (), "aliases": (), "urls": (), "relations": ()}
    change = chance.randrange(4)
    day = record.signed.earliest if record.signed.earliest == record.signed.latest else None
    if change == 0 and day is not None:
        changes["signed"] = HistoricalDate(f"{day:%Y-%m}")
    elif change == 1 and day is not None:
        changes["signed"] = HistoricalDate.of(day.replace(day=day.day % 28 + 1))
    elif change == 2 and record.title:
        changes["title"] = record.title.upper().replace("REPUBLIC OF ", "")
    elif change == 3:
        changes["place"] = None
    return attrs.evolve(record, **changes)


def test_the_dossier_is_found_again_after_it_was_disturbed():
    chance = random.Random(0)  # noqa: S311 - no secret
    known = bl.load().agreements.where(bilateral=("AZE", "KAZ"))
    dated = [record for record in known if record.title and record.signed and len(record.parties) > 1]
    other = Corpus([disturbed(record, chance) for record in dated])
    decisions = bl.matching.accept(candidates(known, other), at_least=0.8)
    accepted = decisions.same

    assert [b for b, a in accepted.items() if b != f"other-{a}"] == []
    assert len(accepted) >= 0.8 * len(dated)


def test_the_likeliest_come_first_and_say_why():
    near = Agreement("near", **{**PENSIONS, "signed": "1996-09-17"})
    found = candidates(Corpus([Agreement("a", **PENSIONS)]), Corpus([near, Agreement("same", **PENSIONS)]))
    assert [each.b.id for each in found] == ["same", "near"]
    assert "signed: 1996-09-16 for 1996-09-17: other-day (+2.0)" in str(found[1])
    assert [each.b.id for each in found[:1]] == [found[0].b.id]
    assert repr(found) == f"<2 candidates, from {found[0].score:.2f} to {found[1].score:.2f}>"


def test_the_lowest_score_is_kept_to():
    a, b = (Corpus([Agreement(id, signed="1996", parties=["AZE", "KAZ"])]) for id in "ab")
    found = candidates(a, b, at_least=0)
    assert 0 < found[0].score < 0.5
    assert list(candidates(a, b)) == []


def test_what_is_related_is_not_the_same():
    protocol = Agreement("b", **PENSIONS, relations=[Relation("protocol-to", "a")])
    assert list(candidates(Corpus([Agreement("a", **PENSIONS)]), Corpus([protocol]))) == []
    assert list(duplicates(Corpus([Agreement("a", **PENSIONS), protocol]))) == []


def test_duplicates_are_told_once():
    corpus = Corpus([Agreement(id, **PENSIONS) for id in "abc"])
    assert [(each.a.id, each.b.id) for each in duplicates(corpus)] == [("a", "b"), ("a", "c"), ("b", "c")]


def test_candidates_are_a_table():
    found = duplicates(Corpus([Agreement("a", **PENSIONS), Agreement("<b>"[1:2], **PENSIONS)]))
    frame = found.to_frame()
    assert frame["a_is"].to_list() == ["1996-09-16 AZE, KAZ: Agreement on pension provision"]
    assert found.to_frame("pandas").shape == (1, 6)


def test_titles_are_only_text_in_html():
    hostile = {**PENSIONS, "title": "<img src=x onerror=alert(1)>\u202e | `x`"}
    shown = duplicates(Corpus([Agreement(id, **hostile) for id in "ab"]))._repr_html_()
    assert "<img" not in shown
    assert "&lt;img" in shown


def test_what_is_asked_is_checked():
    with pytest.raises(InvalidValueError, match="number from 0 to 1"):
        candidates(Corpus(), Corpus(), at_least=90)
    with pytest.raises(InvalidValueError, match="must be a Corpus"):
        duplicates([Agreement("a")])


def test_the_missing_extra_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "rapidfuzz", None)
    with pytest.raises(MissingExtraError, match=r"bilateral\[matching\]"):
        candidates(Corpus(), Corpus())


def test_no_candidates():
    assert repr(Candidates([])) == "<0 candidates>"
    assert str(Candidates([])) == ""


def test_a_summary_is_one_line_that_tells_a_terminal_nothing():
    assert summary(Agreement("x", title="a\x1b[31m\nb")) == "undated a\ufffd[31m b"
