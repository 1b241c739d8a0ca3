"""Records that are one: nothing that was attested is lost, and nothing is made up."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilateral import Agreement, Attestation, Event, InvalidValueError, Provision, Source, testing
from bilateral.model.merging import UNATTRIBUTED, attributed, claimable, united, with_claims


def bare(record):
    """Return a record without its attestations."""
    return type(record)(record.id, **{name: getattr(record, name) for name in claimable(type(record))})


@given(testing.records())
def test_attributing_adds_a_claim_for_each_value_and_changes_none(record):
    source = Source("notes")
    whole = attributed(bare(record), source)

    assert bare(whole) == bare(record)
    assert whole.discrepancies() == ()
    assert {each.source for each in whole.attestations} <= {source}
    assert attributed(whole) is whole


@given(testing.records())
def test_what_is_attested_needs_no_attribution(record):
    assert attributed(record) is record


def test_a_value_that_its_claims_do_not_come_to_becomes_a_claim_beside_them():
    claim = Attestation("title", "On trade", "a")
    record = Agreement("x", title="Of trade", signed="1996", attestations=[claim])

    assert [(each.field, each.source.id) for each in attributed(record).attestations] == [
        ("title", "a"),
        ("title", "unattributed"),
        ("signed", "unattributed"),
    ]


@given(st.lists(testing.agreements("x"), min_size=1, max_size=4))
def test_one_record_has_the_claims_of_all_once(records):
    one = united("x", records)

    assert set(one.attestations) == {claim for each in records for claim in each.attestations}
    assert len(set(one.attestations)) == len(one.attestations)
    assert one.discrepancies() == ()


@given(st.lists(testing.agreements("x"), min_size=1, max_size=4))
def test_one_record_has_of_each_provision_as_many_as_any_has(records):
    def contents(record):
        return Counter((p.text, p.spheres, p.source) for p in record.provisions)

    most = Counter()
    for each in records:
        most |= contents(each)
    assert contents(united("x", records)) == most


def test_provisions_of_two_sources_keep_their_numbers_and_of_one_source_get_the_next():
    here, there = (Provision(1, text, source=Source("a")) for text in ("trade", "transit"))
    one = united("x", [Agreement("x", provisions=[here]), Agreement("x", provisions=[there])])
    assert [(p.number, p.text) for p in one.provisions] == [(1, "trade"), (2, "transit")]

    other = Provision(1, "transit", source=Source("b"))
    one = united("x", [Agreement("x", provisions=[here]), Agreement("x", provisions=[other])])
    assert [(p.number, p.text) for p in one.provisions] == [(1, "trade"), (1, "transit")]


def test_the_other_id_becomes_an_alias_that_says_why():
    one = united("a", [Agreement("b", aliases=["UNTS 1"]), Agreement("a"), Agreement("c")])

    assert one.aliases == ("UNTS 1", "b", "c")
    assert one.attested("aliases")[1] == Attestation(
        "aliases", "b", UNATTRIBUTED, note="id of a record that is taken to be the same"
    )


def test_what_could_not_be_read_is_kept_of_all():
    records = [Agreement("x", raw={"date": "the 31st"}), Agreement("x", raw={"date": "1996", "no": "7"})]
    assert united("x", records).raw == (("date", "the 31st"), ("date", "1996"), ("no", "7"))


def test_a_record_that_is_alone_is_left_alone():
    record = Agreement("x", signed="1996")
    assert united("x", [record, Agreement("x", signed="1996")]) is record


def test_an_agreement_and_an_event_are_not_one():
    with pytest.raises(InvalidValueError, match="Agreement x and Event x cannot be one record"):
        united("x", [Agreement("x"), Event("x", date="1996")])


@given(testing.records())
def test_without_claims_nothing_is_left(record):
    assert bare(with_claims(record, ())) == type(record)(record.id)
