"""A record as plain text."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilateral import testing
from bilateral.chronology.record import disagreements, full_text
from bilateral.model import Actor, Agreement, Attestation, Participation, Provision

CLAIMS = [
    Attestation("signed", "1993-02-24", "one", locator="p. 3", quote="On February 24", rank="preferred"),
    Attestation("signed", "1993-12-24", "two", note="a slip"),
]
TRADE = Agreement(
    "trade",
    title="On trade",
    kind="agreement",
    signed="1993-02-24",
    parties=[Participation("AZE", "government"), "KAZ"],
    persons=[Actor("a-b", "President")],
    provisions=[Provision(1, "equality"), Provision(2, "mutual benefit")],
    aliases=["AZE-KAZ_1993A"],
    attestations=CLAIMS,
)


def test_all_of_a_record():
    assert full_text(TRADE, width=200).splitlines() == [
        "On trade",
        "",
        "id: trade",
        "parties: AZE (government); KAZ",
        "persons: a-b, President",
        "aliases: AZE-KAZ_1993A",
        "kind: agreement",
        "signed: 24 February 1993 (1993-02-24)",
        "",
        "provisions:",
        "  1. equality",
        "  2. mutual benefit",
        "",
        "conflicts:",
        (
            "  Signed: 24 February 1993 (one, p. 3: “On February 24”) against 24 December 1993 (two)."
            " The two differ by the month alone. Resolved by rank. A slip."
        ),
        "",
        "attestations:",
        "  signed: 24 February 1993 [preferred] — one, p. 3: “On February 24”",
        "  signed: 24 December 1993 — two (a slip)",
    ]


def folded(text):
    return re.sub(r"\s+", " ", text)


@given(testing.records(), st.integers(-5, 200))
def test_any_record_of_any_width_is_printed(record, width):
    shown = full_text(record, width=width)

    assert f"id: {record.id}" in shown
    assert not [mark for mark in shown if unicodedata.category(mark) == "Cc" and mark != "\n"]
    if width > 60:
        assert folded(shown).count(" — ") >= len(record.attestations)


@pytest.mark.parametrize("width", [24, 30, 60])
def test_lines_are_no_longer_than_asked_but_for_words_that_are(width):
    for line in full_text(TRADE, width=width).splitlines():
        assert len(line) <= width or " " not in line.strip()
    assert folded("  2. mutual benefit").strip() in folded(full_text(TRADE, width=width))


def test_disagreements_are_headed_by_their_record():
    assert disagreements([TRADE]).startswith("trade\n  Signed: 24 February 1993")
    assert disagreements([Agreement("x")]) == disagreements([]) == "no conflicts"
