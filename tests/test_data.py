"""The shipped dossier: whole, attested, quoted verbatim, and what the paper says."""

import csv
import json
import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

import bilateral as bl
from bilateral.words import fold
from oracles import resolved

FOLDER = Path(bl.__file__).parent / "data" / "aze-kaz"
DATA = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in FOLDER.glob("*.json")}
RECORDS = [*DATA["agreements"], *DATA["events"]]
EACH = pytest.mark.parametrize("record", RECORDS, ids=lambda record: record["id"])
PAPER = "jabbarova-2025"
UNCLAIMED = {"id", "provisions", "attestations", "raw"}

# As read from the paper, in its text and in its list of references; where they differ, both stand.
INSTRUMENTS = {
    "aze-kaz-1993-transport": ("1993-02-24", "almaty"),
    "aze-kaz-1993-trade": ("[1993-02-24,1993-12-24]", "almaty"),
    "aze-kaz-1996-caspian-statement": ("1996-09-16", "baku"),
    "aze-kaz-1996-pensions": ("1996-09-16", "baku"),
    "aze-kaz-1996-oil-gas": ("1996-09-16", "baku"),
    "aze-kaz-1996-youth-sport": ("1996-09-16", "baku"),
    "aze-kaz-1999-health": ("1999-10-22", "astana"),
    "aze-kaz-2001-seabed": ("2001-11-29", "moscow"),
    "aze-kaz-2003-seabed-protocol": ("2003-02-27", "baku"),
    "aze-kaz-2004-declaration": ("2004-03-01", None),
    "aze-kaz-2004-science": ("2004-03-01", "astana"),
    "aze-kaz-2005-strategic-partnership": ("2005-05-24", "baku"),
    "aze-kaz-2006-oil-transport": ("2006-06-16", "almaty"),
    "nakhchivan-agreement-2009": ("2009-10-03", "nakhchivan"),
    "aze-kaz-2009-visa-free": ("2009-10-02", "baku"),
    "aze-kaz-2011-land-plots": ("2011-10-20", "almaty"),
}


def folded(text):
    return re.sub(r"\s+", " ", text).strip()


def claims(record, field):
    return [claim for claim in record["attestations"] if claim["field"] == field]


def quotes(source):
    """Yield what is quoted from a source: the words of claims and of provisions."""
    for record in RECORDS:
        for claim in record["attestations"]:
            if claim["source"] == source and "quote" in claim:
                yield record["id"], claim["quote"]
        for provision in record.get("provisions", ()):
            if provision["source"] == source:
                yield record["id"], provision["text"]


def test_ids_are_unique():
    for key, things in DATA.items():
        if key != "dataset":
            assert [id for id, count in Counter(thing["id"] for thing in things).items() if count > 1] == []
    assert len({record["id"] for record in RECORDS}) == len(RECORDS)


@EACH
def test_every_reference_resolves(record):
    known = {key: {thing["id"] for thing in things} for key, things in DATA.items() if key != "dataset"}
    sides = [record, *({claim["field"]: claim["value"]} for claim in record["attestations"])]
    for side in sides:
        each = {key: value if isinstance(value, list) else [value] for key, value in side.items()}
        assert set(each.get("place", ())) <= known["places"]
        assert {one["party"] for one in each.get("parties", ())} <= known["parties"]
        assert {one["person"] for one in each.get("persons", ())} <= known["persons"]
        assert set(each.get("spheres", ())) <= known["spheres"]
        assert {one["target"] for one in each.get("relations", ())} <= {other["id"] for other in RECORDS}
    assert {claim["source"] for claim in record["attestations"]} <= known["sources"]
    for provision in record.get("provisions", ()):
        assert {provision["source"]} <= known["sources"]
        assert set(provision.get("spheres", ())) <= known["spheres"]


def test_every_label_names_a_source_and_every_sphere_a_wider_one_that_is_there():
    sources = {source["id"] for source in DATA["sources"]}
    spheres = {sphere["id"]: sphere.get("broader") for sphere in DATA["spheres"]}
    for key in ("parties", "places", "persons", "spheres"):
        for thing in DATA[key]:
            assert {label["source"] for label in thing["labels"]} <= sources, thing["id"]
            assert "en" in {label["language"] for label in thing["labels"]}, thing["id"]
    for broader in filter(None, spheres.values()):
        seen = [broader]
        while (wider := spheres[seen[-1]]) is not None:
            assert wider not in seen
            seen.append(wider)


@EACH
def test_every_value_is_attested_and_is_what_its_claims_resolve_to(record):
    fields = {claim["field"] for claim in record["attestations"]} | set(record) - UNCLAIMED

    assert fields.isdisjoint(UNCLAIMED)
    for field in fields:
        assert resolved(field, claims(record, field)) == record.get(field), field
        values = record.get(field) if isinstance(record.get(field), list) else []
        for value in values:
            assert [claim for claim in claims(record, field) if claim.get("rank") != "deprecated"], value


@EACH
def test_what_is_ranked_or_said_by_the_editors_has_a_reason(record):
    for claim in record["attestations"]:
        if "rank" in claim or claim["source"] == "editors":
            assert claim.get("note"), claim
    for provision in record.get("provisions", ()):
        assert provision["locator"]
    assert [each["number"] for each in record.get("provisions", ())] == [
        *range(1, len(record.get("provisions", ())) + 1)
    ]


def test_every_quote_of_the_paper_is_in_it(seed_text):
    paper = folded(seed_text)

    assert [each for each in quotes(PAPER) if folded(each[1]) not in paper] == []
    assert len(list(quotes(PAPER))) > 100


def test_every_claim_of_the_paper_has_its_words_and_place():
    for record in RECORDS:
        for claim in record["attestations"]:
            if claim["source"] == PAPER:
                assert claim.get("quote"), (record["id"], claim)
                assert claim.get("locator"), (record["id"], claim)


def test_every_quote_of_the_treaty_table_is_in_its_row(shared):
    path = shared / "corpora" / "unctad_bits.csv"
    if not path.is_file():
        pytest.skip("needs corpora/unctad_bits.csv in the folder 'shared' beside the repository")
    with path.open(encoding="utf-8", newline="") as file:
        (row,) = (
            row for row in csv.DictReader(file) if row["Shorttitle"] == "Azerbaijan - Kazakhstan BIT (1996)"
        )

    quoted = [words for _, words in quotes("unctad-iia")]
    assert quoted
    assert [
        words
        for words in quoted
        if not any(words in cell for cell in (*row.values(), ",".join(row.values())))
    ] == []


def test_words_are_left_out_of_descriptions_alone_and_the_quote_has_them_all():
    shortened = []
    for record in RECORDS:
        for claim in record["attestations"]:
            assert not OMISSION.search(claim.get("quote", "")), (record["id"], claim)
            value = claim["value"]
            if isinstance(value, str) and OMISSION.search(value):
                shortened.append(record["id"])
                assert claim["field"] == "description"
                parts = map(re.escape, value.split(" … "))
                assert re.search(" .* ".join(parts), claim["quote"]), (record["id"], claim)
        for provision in record.get("provisions", ()):
            assert not OMISSION.search(provision["text"]), (record["id"], provision)

    assert len(shortened) == 3


OMISSION = re.compile(r"…|\.\.\.")


def test_notes_speak_of_sources_and_of_nothing_else():
    notes = [source["note"] for source in DATA["sources"] if "note" in source]
    notes += [claim["note"] for record in RECORDS for claim in record["attestations"] if "note" in claim]

    assert len(notes) > 300
    assert [note for note in notes if re.search(r"cross-?check|the project|this line|workplace", note)] == []


def test_who_says_30_days_and_who_90():
    record = next(each for each in RECORDS if each["id"] == "aze-kaz-2009-visa-free")
    later = {
        claim["source"] for claim in record["attestations"] if "30 days, later 90" in claim.get("note", "")
    }
    (provision,) = record["provisions"]

    assert later == {"adilet-p100000188", "qanuninfo-28878"}
    assert (provision["source"], "usually up to 30 or 90 days" in provision["text"]) == (PAPER, True)


def test_what_no_text_is_at_hand_for_is_not_quoted():
    quoted = {source["id"] for source in DATA["sources"] if any(quotes(source["id"]))}

    assert quoted <= {PAPER, "unctad-iia"}


def test_no_two_agreements_are_the_same_twice():
    keys = Counter(
        (
            frozenset(each["party"] for each in record["parties"]),
            record.get("signed"),
            fold(record.get("title", record.get("description", ""))),
        )
        for record in DATA["agreements"]
    )

    assert [key for key, count in keys.items() if count > 1] == []


@pytest.mark.parametrize(("id", "date", "place"), [(id, *rest) for id, rest in INSTRUMENTS.items()])
def test_the_instruments_of_the_paper(id, date, place):
    record = bl.load()[id]

    assert str(record.signed) == date
    assert record.title
    assert place is None or (record.place and record.place.id) == place
    assert PAPER in {source.id for source in record.sources}


@pytest.mark.parametrize(("id", "dates"), [(id, rest[0]) for id, rest in INSTRUMENTS.items()])
def test_the_paper_prints_these_dates(seed_text, id, dates):
    days = [date.fromisoformat(text) for text in dates.strip("[]").split(",")]
    printed = [
        (f"{day:%B} {day.day}, {day.year}", f"{day:%d.%m.%Y}", f"{day.day} {day:%B} {day.year}")
        for day in days
    ]

    assert all(any(form in folded(seed_text) for form in forms) for forms in printed)


def test_the_paper_alone_gives_its_instruments_and_its_mentions():
    dated = bl.load().agreements.where(source=PAPER, signed="1992/2013")
    mentions = [record for record in dated if record.signed is None]

    assert {record.id for record in dated if record not in mentions} == set(INSTRUMENTS)
    assert len(mentions) >= 3
    assert all(record.is_mention and record.description for record in mentions)


@pytest.mark.parametrize(
    ("id", "field"),
    [
        ("aze-kaz-1993-trade", "signed"),
        ("aze-kaz-1996-oil-gas", "signed"),
        ("aze-kaz-2001-seabed", "parties"),
        ("aze-kaz-2005-strategic-partnership", "kind"),
        ("aze-kaz-1992-relations", "date"),
        ("aze-kaz-1993-embassy", "date"),
    ],
)
def test_what_the_sources_disagree_on_is_kept(id, field):
    assert field in {conflict.field for conflict in bl.load()[id].conflicts()}
    assert (id, field) in {(conflict.record.id, conflict.field) for conflict in bl.load().conflicts()}


def test_relations_between_instruments():
    corpus = bl.load()
    found = {
        (record.id, relation.kind.value, relation.target)
        for record in corpus
        for relation in record.relations
    }

    assert ("aze-kaz-2003-seabed-protocol", "protocol-to", "aze-kaz-2001-seabed") in found
    assert {"AZE", "KAZ", "KGZ", "TUR"} == {
        each.party.id for each in corpus["nakhchivan-agreement-2009"].parties
    }
    assert len(corpus["nakhchivan-agreement-2009"].provisions) == 10
    assert len(corpus["aze-kaz-2004-declaration"].provisions) == 6


def test_energy_from_1996_to_2006():
    found = {record.id for record in bl.load().where(sphere="energy", party="KAZ", date="1996/2006")}

    assert {"aze-kaz-1996-oil-gas", "aze-kaz-2006-oil-transport"} <= found


def test_the_trade_agreement_is_uncertain_in_february_1993():
    asked = {"date": "1993-02", "sphere": "economic"}

    assert "aze-kaz-1993-trade" in bl.load().where(**asked).uncertain
    assert "aze-kaz-1993-trade" not in bl.load().where(**asked, certain=True)


def test_the_files_are_in_their_fixed_form():
    for path in FOLDER.glob("*.json"):
        text = path.read_text(encoding="utf-8")
        assert text == json.dumps(json.loads(text), ensure_ascii=False, indent=2) + "\n", path.name
    for key in ("agreements", "events"):
        order = [record["id"] for record in DATA[key]]
        assert order == [record.id for record in getattr(bl.load(), key)]


def test_a_dataset_comes_back_whole():
    from bilateral.formats.json import dumps, loads

    written = json.loads(dumps(bl.load()))

    assert loads(dumps(bl.load())) == bl.load()
    assert {
        key: written[key] for key in ("agreements", "events", "parties", "places", "persons", "sources")
    } == {key: DATA[key] for key in ("agreements", "events", "parties", "places", "persons", "sources")}
