"""Agreements and events: what they accept, and what follows from what they hold."""

import copy
import datetime
import pickle

import attrs
import pytest
from hypothesis import given

from bilateral import (
    HistoricalDate,
    InvalidDateError,
    InvalidValueError,
    UnsupportedDateError,
    near_misses,
    testing,
)
from bilateral.model import (
    Actor,
    Agreement,
    Attestation,
    Capacity,
    Event,
    EventKind,
    Kind,
    Participation,
    Party,
    Place,
    Provision,
    Relation,
    Source,
    Sphere,
)

RECORDS = [Agreement, Event]


def test_short_forms_stand_for_whole_ones():
    short = Agreement(
        "x",
        kind="treaty",
        signed=datetime.date(1996, 9, 16),
        place="baku",
        parties=["AZE", Party("KAZ"), Participation("RUS", "state")],
        spheres=["energy"],
    )

    assert short.kind is Kind.TREATY
    assert short.date == short.signed == HistoricalDate("1996-09-16")
    assert short.place == Place("baku")
    assert short.parties == (Participation("AZE"), Participation("KAZ"), Participation("RUS", "state"))
    assert short.spheres == (Sphere("energy"),)


def test_iterables_of_any_kind_become_tuples():
    event = Event("x", parties=(code for code in ["AZE"]), spheres={"energy": 1}, aliases=iter(["a"]))

    assert (event.parties, event.spheres) == ((Participation("AZE"),), (Sphere("energy"),))
    assert event.aliases == ("a",)


@pytest.mark.parametrize("cls", RECORDS)
@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("id", "no id"),
        ("title", " "),
        ("title", 3),
        ("place", 3),
        ("parties", "AZE"),
        ("parties", [3]),
        ("parties", None),
        ("spheres", "energy"),
        ("spheres", [Place("baku")]),
        ("persons", ["a-b"]),
        ("relations", ["x"]),
        ("urls", "https://a.b"),
        ("urls", ["a.b"]),
        ("urls", ["javascript:alert(1)"]),
        ("urls", ["https://a.b"] * 2),
        ("aliases", [3]),
        ("description", ""),
        ("kind", "x"),
        ("attestations", ["x"]),
        ("attestations", [Attestation("title", "T", "one")] * 2),
    ],
)
def test_what_does_not_fit_is_refused_by_name(cls, field, value):
    with pytest.raises(InvalidValueError) as caught:
        cls(**{"id": "x", field: value})

    assert caught.value.field == f"{cls.__name__}.{field}"


@pytest.mark.parametrize("cls", RECORDS)
def test_a_party_takes_part_once(cls):
    with pytest.raises(InvalidValueError, match="once, in one capacity"):
        cls("x", parties=[Participation("AZE", "state"), Participation("AZE", "government")])


@pytest.mark.parametrize(
    ("cls", "field"),
    [(Agreement, "signed"), (Agreement, "in_force"), (Agreement, "terminated"), (Event, "date")],
)
def test_a_date_is_edtf(cls, field):
    assert getattr(cls("x", **{field: "1993-01"}), field) == HistoricalDate("1993-01")
    with pytest.raises(InvalidDateError):
        cls("x", **{field: "January 1993"})


def test_agreements_and_events_have_what_is_theirs():
    with pytest.raises(TypeError):
        Event("x", signed="1993")
    with pytest.raises(TypeError):
        Agreement("x", date="1993")
    with pytest.raises(InvalidValueError, match=r"Agreement\.kind"):
        Agreement("x", kind="visit")
    assert Event("x", kind="visit").kind is EventKind.VISIT


@pytest.mark.parametrize("cls", RECORDS)
def test_a_label_is_the_title_or_what_is_known_instead(cls):
    assert cls("x", title="T", description="d").label == "T"
    assert cls("x", description="d").label == "[d]"
    assert cls("x").label == "[x]"


def test_a_mention_has_neither_title_nor_date():
    assert Agreement("x", description="civil aviation").is_mention
    assert not Agreement("x", title="T").is_mention
    assert not Agreement("x", signed="1993").is_mention


def test_sources_are_those_of_claims_and_provisions_each_once():
    claims = [Attestation("title", "T", "one"), Attestation("kind", Kind.TREATY, "two")]
    claims.append(Attestation("signed", HistoricalDate("1993"), "one", rank="deprecated"))
    provisions = [Provision(1, "a", source=Source("three")), Provision(2, "b")]
    record = Agreement("x", attestations=claims, provisions=provisions)

    assert [source.id for source in record.sources] == ["one", "two", "three"]


def test_alternatives_are_what_the_best_claims_leave_open():
    claims = [Attestation("kind", Kind(kind), "one") for kind in ("treaty", "agreement")]
    claims.append(Attestation("kind", Kind.TREATY, "two"))
    tied = Agreement("x", kind="treaty", attestations=claims)
    ranked = [*claims, Attestation("kind", Kind.PROTOCOL, "two", rank="preferred")]

    assert tied.alternatives("kind") == (Kind.TREATY, Kind.AGREEMENT)
    assert Agreement("x", attestations=ranked).alternatives("kind") == (Kind.PROTOCOL,)
    assert Agreement("x", kind="treaty").alternatives("kind") == (Kind.TREATY,)
    assert Agreement("x").alternatives("kind") == ()


@pytest.mark.parametrize(
    ("claimed", "stored", "expected"),
    [
        (["state", "government"], "state", (Capacity.STATE, Capacity.GOVERNMENT)),
        (["state", None], "state", (Capacity.STATE,)),
        ([None], None, (None,)),
        ([], "state", (Capacity.STATE,)),
        ([], None, (None,)),
    ],
)
def test_capacities_are_what_the_best_claims_leave_open(claimed, stored, expected):
    claims = [Attestation("parties", Participation("KAZ", each), "one") for each in claimed]
    record = Agreement("x", parties=[Participation("KAZ", stored), "AZE"], attestations=claims)

    assert record.capacities("KAZ") == expected
    assert record.capacities("RUS") == ()


def test_what_is_stored_and_not_attested_is_a_discrepancy():
    claims = [Attestation("title", "T", "one")]

    assert Agreement("x", title="T", attestations=claims).discrepancies() == ()
    assert Agreement("x", title="T", kind="treaty", attestations=claims).discrepancies() == (
        ("kind", Kind.TREATY, None),
    )
    assert Agreement("x", attestations=claims).discrepancies() == (("title", None, "T"),)
    assert Agreement("x", title="T").discrepancies() == ()


@given(testing.records())
def test_what_the_strategies_build_is_what_it_resolves_to(record):
    assert record.discrepancies() == ()


@given(testing.records())
def test_records_are_values(record):
    same = pickle.loads(pickle.dumps(record))

    assert same == record == copy.deepcopy(record)
    assert hash(same) == hash(record)
    assert attrs.evolve(record, id="other") != record
    assert not hasattr(record, "__dict__")
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        record.title = "T"


def test_an_agreement_is_no_event():
    assert Agreement("x") != Event("x")


def test_relations_and_persons_are_kept_in_order():
    relations = [Relation("same-visit", "b"), Relation("same-visit", "a")]
    event = Event("x", relations=relations, persons=[Actor("c-d"), Actor("a-b", "President")])

    assert [relation.target for relation in event.relations] == ["b", "a"]
    assert [actor.person.id for actor in event.persons] == ["c-d", "a-b"]


def test_two_provisions_may_not_have_one_number():
    with pytest.raises(InvalidValueError, match=r"Agreement\.provisions cannot be 1"):
        Agreement("x", provisions=[Provision(1, "a"), Provision(2, "b"), Provision(1, "c")])


@pytest.mark.parametrize(
    ("cls", "field"),
    [(Agreement, "signed"), (Agreement, "in_force"), (Agreement, "terminated"), (Event, "date")],
)
def test_what_is_no_date_is_refused_by_the_name_of_its_field(cls, field):
    with pytest.raises(
        InvalidDateError, match=rf"^{cls.__name__}\.{field}: '1996-13' is not a date: there is no month"
    ):
        cls("x", **{field: "1996-13"})
    with pytest.raises(UnsupportedDateError, match=rf"^{cls.__name__}\.{field}: 'Y20000' is not supported"):
        cls("x", **{field: "Y20000"})
    for value in (1996, ["1996"], float("nan"), datetime.datetime(1996, 9, 16, 12)):  # noqa: DTZ001 - any will do
        with pytest.raises(
            InvalidValueError, match=rf"^{cls.__name__}\.{field} cannot be .*: it must be EDTF text"
        ):
            cls("x", **{field: value})


def test_a_claim_of_a_kind_of_events_is_refused_with_the_kinds_of_instruments():
    with pytest.raises(InvalidValueError, match=r"Attestation\.value cannot be .*: it must be one of treaty"):
        Agreement("x", attestations=[Attestation("kind", "visit", "one")])


def test_a_blank_alias_is_refused():
    with pytest.raises(InvalidValueError, match=r"Agreement\.aliases cannot be ' ': each must be text"):
        Agreement("x", aliases=[" "])


def test_an_alias_that_no_file_can_hold_is_refused():
    with pytest.raises(InvalidValueError, match="each must be text, without half of a surrogate pair"):
        Agreement("x", aliases=["a\ud800"])


@given(testing.records())
def test_the_slips_of_a_conflict_are_those_between_its_dates(record):
    for conflict in record.conflicts():
        dates = [value for value in conflict.values if isinstance(value, HistoricalDate)]
        for (a, b), slips in conflict.slips.items():
            assert dates.index(a) < dates.index(b)
            assert slips == near_misses(a, b) != ()
            assert not a.coincides(b).possible
        expected = {(a, b) for i, a in enumerate(dates) for b in dates[i + 1 :] if near_misses(a, b)}
        assert set(conflict.slips) == expected


def test_what_is_no_date_has_no_slips():
    claims = [Attestation("place", place, "one") for place in ("baku", "almaty")]

    assert Agreement("x", attestations=claims).conflicts()[0].slips == {}


def test_what_is_raw_is_kept_as_pairs_of_text():
    record = Agreement("x", raw={"Signed": "1972-06-31?", "Notes": "  see p. 4\n"})

    assert record.raw == (("Signed", "1972-06-31?"), ("Notes", "  see p. 4\n"))
    assert Agreement("x", raw=[["Signed", "1972-06-31?"], ("Notes", "  see p. 4\n")]) == record
    assert attrs.evolve(record, raw=()) != record
    assert record.discrepancies() == ()


@pytest.mark.parametrize(
    "raw",
    [[("a",)], [("a", " ")], [("", "b")], [("a", 3)], [("a", ["b"])], ["ab"], "ab", 3, [("a", "b")] * 2],
)
def test_what_is_raw_is_refused_by_its_field(raw):
    with pytest.raises(InvalidValueError, match=r"^Agreement\.raw cannot be"):
        Agreement("x", raw=raw)


def test_no_attestation_is_about_what_is_raw():
    with pytest.raises(InvalidValueError, match=r"Attestation\.field cannot be 'raw'"):
        Agreement("x", attestations=[Attestation("raw", "a", "source")])
