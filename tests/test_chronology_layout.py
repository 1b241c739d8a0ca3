"""What a chronology says, whatever it looks like."""

import attrs
import pytest
from hypothesis import given

from bilateral import Chronology, Corpus, HistoricalDate, testing
from bilateral.chronology.layout import footnotes, layout, reference
from bilateral.lines import closed
from bilateral.model import Agreement, Attestation, Event, Label, Participation, Party, Place, Source

CLAIMS = [
    Attestation("place", "baku", "one", locator="p. 3", quote="in Baku"),
    Attestation("place", "almaty", "two", note="the list of references"),
]


@given(testing.corpora(max_size=5), testing.queries())
def test_a_layout_leaves_nothing_out(corpus, query):
    selection = corpus.where(query)
    plan = layout(Chronology(selection).by("year"))
    lines = [line for _, section in plan.sections for line in section]

    assert sorted(line.id for line in lines) == sorted(record.id for record in selection)
    assert [number for line in lines for number in line.notes] == list(range(1, len(plan.footnotes) + 1))
    for line in lines:
        record = selection[line.id]
        assert line.title == closed(record.label)
        assert line.edtf == ("" if record.date is None else str(record.date))
        assert line.unsure == (record in selection.uncertain)
        assert bool(line.notes) == bool(record.conflicts())
    assert [id for id, _ in plan.sources] == sorted(
        {source.id for each in selection for source in each.sources}
    )
    assert any("may not match" in each for each in plan.legend) == bool(selection.uncertain)
    assert any("overlaps" in each for each in plan.legend) == any(line.loose for line in lines)


def test_a_line_in_words():
    oil = Agreement(
        "oil",
        title="On oil",
        kind="joint-statement",
        signed="1996-09-16",
        place=Place("baku", [Label("en", "Baku")]),
        parties=[Participation("AZE", "head-of-state"), "KAZ"],
        spheres=["oil-gas"],
        attestations=[Attestation("title", "On oil", "one")],
    )
    ((_, (line,)),) = layout(Chronology(Corpus([oil]))).sections

    assert (line.date, line.edtf) == ("16 September 1996", "1996-09-16")
    assert line.details == ("Baku", "AZE (head of state), KAZ", "joint statement, oil-gas")
    assert line.sources == ("one",)
    assert line.below == (*line.details, "one")
    assert not line.loose
    assert not line.unsure


def test_a_mention_is_clearly_one():
    ((_, (line,)),) = layout(Chronology(Corpus([Agreement("x", description="civil aviation")]))).sections

    assert (line.date, line.edtf, line.title) == ("undated", "", "[civil aviation]")
    assert line.details == ("only mentioned, without title or date",)


@pytest.mark.parametrize(
    ("language", "date", "details"),
    [
        ("ru", "сентябрь 1996 г.", ("Баку", "Азербайджан, KAZ", "oil-gas")),
        ("az", "sentyabr 1996", ("Baku", "Azərbaycan, KAZ", "oil-gas")),
    ],
)
def test_dates_and_names_are_in_the_language_asked_for_where_it_has_them(language, date, details):
    pytest.importorskip("babel")
    party = Party("AZE", [Label("ru", "Азербайджан"), Label("az", "Azərbaycan")])
    baku = Place("baku", [Label("en", "Baku"), Label("ru", "Баку")])
    claims = [Attestation("date", day, Source("a", date="2001-05")) for day in ("1996-09-16", "1996-10")]
    visit = Event("x", place=baku, parties=[party, "KAZ"], spheres=["oil-gas"], date="1996-09")
    plan = layout(Chronology(Corpus([attrs.evolve(visit, attestations=claims)])), language)
    ((_, (line,)),) = plan.sections

    assert (line.date, line.details) == (date, details)
    assert HistoricalDate("1996-09-16").text(language) in plan.footnotes[0]
    assert plan.sources == (("a", f"{HistoricalDate('2001-05').text(language).rstrip('.')}."),)


def test_nothing_is_said_of_nothing():
    assert layout(Chronology(Corpus())) == layout(Chronology(Corpus()).by("sphere"))
    assert layout(Chronology(Corpus())).sections == ()


@pytest.mark.parametrize(
    ("claims", "expected"),
    [
        ([], []),
        (CLAIMS[:1], []),
        (
            CLAIMS,
            ["Place: baku (one, p. 3: “in Baku”) against almaty (two). Left open. The list of references."],
        ),
        (
            [CLAIMS[0], Attestation("place", "almaty", "two", rank="preferred")],
            ["Place: baku (one, p. 3: “in Baku”) against almaty (two). Resolved by rank."],
        ),
        (
            [
                Attestation("place", "baku", "one", note="so the text"),
                Attestation("place", "almaty", "two", rank="preferred", note="it is the act."),
                Attestation("place", "astana", "two", note="so the index"),
                Attestation("place", "almaty", "one", rank="preferred", note='"Almaty". It is the act.'),
            ],
            [
                (
                    "Place: baku (one) against almaty (two; one) against astana (two). Resolved by rank."
                    ' "Almaty". It is the act.'
                )
            ],
        ),
        (
            [Attestation("signed", date, "one") for date in ("1993-02-24", "1993-12-24")],
            [
                (
                    "Signed: 24 February 1993 (one) against 24 December 1993 (one)."
                    " The two differ by the month alone. Left open."
                )
            ],
        ),
        (
            [Attestation("signed", date, "one") for date in ("1993-02-24", "1994", "1993-02-14", "1995-06")],
            [
                (
                    "Signed: 24 February 1993 (one) against 1994 (one) against 14 February 1993 (one)"
                    " against June 1995 (one). 24 February 1993 and 14 February 1993 differ by the day alone."
                    " Left open."
                )
            ],
        ),
    ],
)
def test_a_footnote_says_who_says_what(claims, expected):
    assert footnotes(Agreement("x", attestations=claims)) == expected


def capacities(**claimed):
    """Return claims of several sources about the capacities of several parties."""
    return [
        Attestation("parties", Participation(party, capacity), f"s{i}")
        for party, capacities in claimed.items()
        for i, capacity in enumerate(capacities)
    ]


def test_the_same_dispute_about_two_parties_is_one_footnote():
    both = capacities(AZE=["state", "government"], KAZ=["state", "government"])

    assert footnotes(Agreement("x", attestations=both)) == [
        "Parties: AZE (state), KAZ (state) (s0) against AZE (government), KAZ (government) (s1). Left open."
    ]


def test_different_disputes_about_two_parties_are_two_footnotes():
    each = capacities(AZE=["state", "government", "state"], KAZ=["state", "government", "government"])

    assert footnotes(Agreement("x", attestations=each)) == [
        "Parties: AZE (state) (s0; s2) against AZE (government) (s1). Left open.",
        "Parties: KAZ (state) (s0) against KAZ (government) (s1; s2). Left open.",
    ]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (Source("a", "ATOP 5065"), "ATOP 5065."),
        (Source("a", "On oil.", url="https://a.b/c"), "On oil. https://a.b/c."),
        (
            Source(
                "a", "On oil", authors=["A. A.", "B. B."], container="Oil 3", date="2025-08", doi="10.1/2"
            ),
            "A. A., B. B. On oil. Oil 3. August 2025. https://doi.org/10.1/2.",
        ),
        (Source("a", "T", url="https://a.b", doi="10.1/2"), "T. https://doi.org/10.1/2."),
    ],
)
def test_a_reference_in_one_line(source, expected):
    assert reference(source) == expected


def test_sources_are_listed_once():
    claims = [Attestation("title", "T", "b"), Attestation("title", "T", "a")]
    corpus = Corpus([Event(id, title="T", attestations=claims) for id in ("x", "y")])

    assert [id for id, _ in layout(Chronology(corpus)).sources] == ["a", "b"]
