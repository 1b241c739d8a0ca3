"""Attestations: one claim each, whole."""

import attrs
import pytest
from hypothesis import given

from bilateral import HistoricalDate, InvalidDateError, InvalidValueError, testing
from bilateral.model import Attestation, Event, Kind, Participation, Place, Rank, Source, Sphere


def test_a_claim_whole():
    claim = Attestation(
        "signed",
        HistoricalDate("1996-09-16"),
        Source("one"),
        locator="results ¶13",
        quote="On September 16, 1996",
        rank="preferred",
        note="three places against one",
    )

    assert claim.rank is Rank.PREFERRED
    assert (claim.locator, claim.quote) == ("results ¶13", "On September 16, 1996")


def test_a_claim_is_normal_and_an_id_is_a_source():
    claim = Attestation("title", "T", "one")

    assert claim.rank is Rank.NORMAL
    assert claim.source == Source("one")
    assert (claim.locator, claim.quote, claim.note) == (None, None, None)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("field", ""),
        ("field", None),
        ("source", None),
        ("source", Place("baku")),
        ("locator", " "),
        ("quote", ""),
        ("quote", 3),
        ("rank", "best"),
        ("note", "\n"),
    ],
)
def test_what_does_not_fit_is_refused_by_name(field, value):
    with pytest.raises(InvalidValueError) as caught:
        Attestation(**{"field": "title", "value": "T", "source": "one", field: value})

    assert caught.value.field == f"Attestation.{field}"


def test_everything_but_the_claim_itself_is_named():
    with pytest.raises(TypeError):
        Attestation("title", "T", "one", "results ¶13")


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("date", 1993),
        ("date", Place("baku")),
        ("kind", "treat"),
        ("kind", Kind.TREATY),
        ("place", Sphere("energy")),
        ("spheres", Place("baku")),
        ("parties", Place("baku")),
        ("title", 3),
        ("urls", "ftp://a.b"),
    ],
)
def test_a_record_refuses_a_claim_that_is_not_of_its_field(field, value):
    with pytest.raises(InvalidValueError, match=r"Attestation\.value"):
        Event("x", attestations=[Attestation(field, value, "one")])


def test_what_a_claim_is_written_as_does_not_change_what_it_says():
    short = [
        Attestation("date", "1993-01", "one"),
        Attestation("kind", "visit", "one"),
        Attestation("place", "baku", "one"),
        Attestation("parties", "KAZ", "one"),
    ]
    visit = Event("x", date="1993-01", kind="visit", place="baku", parties=["KAZ"], attestations=short)

    assert visit.discrepancies() == ()
    assert visit.attested("date")[0].value == HistoricalDate("1993-01")
    assert visit.attested("parties")[0].value == Participation("KAZ")


@pytest.mark.parametrize("field", ["id", "provisions", "attestations", "colour"])
def test_a_record_refuses_a_claim_about_what_it_has_not(field):
    with pytest.raises(InvalidValueError, match=r"Attestation\.field") as caught:
        Event("x", attestations=[Attestation(field, "x", "one")])

    assert caught.value.value == field
    assert "title, place, parties" in caught.value.reason


@given(testing.attestations("parties"))
def test_claims_are_values(claim):
    same = attrs.evolve(claim)

    assert same == claim
    assert hash(same) == hash(claim)
    assert not hasattr(claim, "__dict__")
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        claim.rank = Rank.NORMAL


@pytest.mark.parametrize("value", [["treaty"], {}, None, 3])
def test_a_kind_that_is_no_text_is_refused_with_those_that_are_known(value):
    with pytest.raises(InvalidValueError, match="it must be one of treaty") as caught:
        Attestation("kind", value, "one")

    assert caught.value.value == value


def test_a_value_that_is_no_date_is_refused_by_the_name_of_its_field():
    with pytest.raises(InvalidDateError, match=r"^Attestation\.value: 'abc' is not a date"):
        Attestation("signed", "abc", "one")
