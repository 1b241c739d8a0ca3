"""Coding by dictionary beside coding by hand, and how far they agree."""

import csv

import pytest
from hypothesis import given

import bilateral as bl
from bilateral import Agreement, Corpus, Event, Provision, Sphere, testing
from bilateral.analysis.content import Dictionary, Term, coding, units

pytest.importorskip("krippendorff")


def alpha(pairs):
    """Return Krippendorff's alpha of two coders for yes and no, by its formula for nominal data."""
    values = [value for pair in pairs for value in pair]
    observed = sum(a != b for a, b in pairs) / len(pairs)
    number, yes = len(values), sum(values)
    expected = 2 * yes * (number - yes) / (number * (number - 1))
    return 1 - observed / expected if expected else None


@given(testing.corpora())
def test_units_are_all_texts(corpus):
    found = {(unit.record, unit.part): unit for unit in units(corpus)}

    assert len(found) == len(units(corpus))
    for record in corpus:
        title = record.title or record.description
        own = [unit for unit in units(corpus) if unit.record == record.id]
        provisions = getattr(record, "provisions", ())
        assert [unit.text for unit in own] == [
            *([title] if title else []),
            *(each.text for each in provisions),
        ]


def test_codes_are_closed_upwards():
    energy = Sphere("energy", broader=Sphere("economic"))
    oil = Sphere("oil-gas", broader=energy)
    corpus = Corpus(
        [Agreement("x", title="On oil", spheres=[oil], provisions=[Provision(1, "of nothing", [energy])])]
    )
    title, provision = coding(corpus).each

    assert title.spheres == title.unit.spheres == {"oil-gas", "energy", "economic"}
    assert title.terms == ("oil",)
    assert (provision.spheres, provision.unit.spheres) == (set(), {"energy", "economic"})


@given(testing.corpora())
def test_agreement_is_alpha_by_its_formula(corpus):
    terms = Dictionary([Term("energy", "en", "agreement*", "x"), Term("trade", "en", "e*", "x")])
    found = coding(corpus, terms)
    rows = {row.sphere: row for row in found.reliability()}

    for sphere, row in rows.items():
        if sphere != "all":
            pairs = [(sphere in each.unit.spheres, sphere in each.spheres) for each in found.each]
            assert row.by_hand == sum(a for a, _ in pairs)
            assert row.by_dictionary == sum(b for _, b in pairs)
            assert row.both == sum(a and b for a, b in pairs)
            assert row.alpha == (None if alpha(pairs) is None else pytest.approx(alpha(pairs)))
    assert list(found.reliability()) == list(rows.values())
    if rows:
        spheres = [sphere for sphere in rows if sphere != "all"]
        pairs = [(s in each.unit.spheres, s in each.spheres) for s in spheres for each in found.each]
        assert rows["all"].alpha == (None if alpha(pairs) is None else pytest.approx(alpha(pairs)))


@given(testing.corpora())
def test_the_confusion_table_counts_each_pair_of_codes(corpus):
    found = coding(corpus, Dictionary([Term("energy", "en", "e*", "x")]))
    expected = sum(max(len(each.unit.spheres), 1) * max(len(each.spheres), 1) for each in found.each)

    assert sum(count for *_, count in found.confusion().counts) == expected


def test_the_dossier_is_coded_about_as_people_coded_it():
    found = coding(bl.load())
    in_all = found.reliability()[-1]

    assert in_all.sphere == "all"
    # What Krippendorff asks for before tentative conclusions are drawn.
    assert in_all.alpha > 0.667
    assert len(found.to_frame()) == len(units(bl.load()))


def test_events_count_too():
    assert [each.unit.part for each in coding(Corpus([Event("v", description="a visit")])).each] == [
        "description"
    ]


@pytest.mark.slow
def test_the_headnotes_of_an_index_beside_its_own_topics(shared):
    """What the dictionary says of 61,365 headnotes that it was not made for leads to their own topics."""
    path = shared / "corpora" / "wti_bilateral.csv"
    if not path.exists():
        pytest.skip("needs the World Treaty Index in the folder 'shared/corpora' beside the repository")
    with path.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["topic"].isalnum() and row["headnote"]]
    corpus = Corpus(
        Agreement(f"r{row['row']}", title=row["headnote"], spheres=[row["topic"]]) for row in rows
    )
    leading = {}
    for topic, sphere, count in coding(corpus).confusion().counts:
        if sphere != "none":
            leading.setdefault(topic, (sphere, count))

    assert len(corpus) > 61_000
    expected = {
        "5AIR": "civil-aviation",
        "3TRADE": "trade",
        "3INVES": "investment",
        "3TOUR": "tourism",
        "7CULT": "cultural",
        "7SCIEN": "science-technology",
        "9VISAS": "citizens-mobility",
        "9XTRAD": "legal-cooperation",
        "2SECUR": "social-protection",
        "2SANIT": "health",
        "4EDUC": "education",
        "6POST": "communications",
        "6TELCO": "communications",
        "8ENERG": "energy",
        "8ENVIR": "environment",
        "1RECOG": "diplomatic-relations",
        "2NARK": "counter-crime",
    }
    assert {topic: leading[topic][0] for topic in expected} == expected
