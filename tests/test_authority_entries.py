"""What an authority knows of a party."""

import pickle

import pytest

import bilateral as bl
from bilateral.authority import Code, Name, PartyEntry

KAZAKHSTAN = PartyEntry(
    bl.Party("KAZ", [bl.Label("en", "Kazakhstan"), bl.Label("ru", "Казахстан")]),
    [Name(bl.Label("en", "Kazakhstan", "cldr"), "short")],
    [Code("cow", "705", ["1991-12-26/.."]), Code("gw", "705")],
    ["1991-12-16/.."],
    ["SUN"],
)


def test_an_entry_tells_names_codes_and_dates():
    assert KAZAKHSTAN.id == "KAZ"
    assert KAZAKHSTAN.name() == "Kazakhstan"
    assert KAZAKHSTAN.name("ru") == "Казахстан"
    assert KAZAKHSTAN.code("cow") == "705"
    assert KAZAKHSTAN.code("numeric") is None
    assert KAZAKHSTAN.dates == "1991-12-16/.."
    assert repr(KAZAKHSTAN) == "<PartyEntry KAZ: 'Kazakhstan', 1991-12-16/..>"
    assert [str(code) for code in KAZAKHSTAN.codes] == ["cow 705", "gw 705"]
    assert [str(name) for name in KAZAKHSTAN.names] == ["Kazakhstan"]


def test_an_entry_is_a_value():
    again = pickle.loads(pickle.dumps(KAZAKHSTAN))

    assert again == KAZAKHSTAN
    assert len({again, KAZAKHSTAN}) == 1


@pytest.mark.parametrize(
    ("date", "truth"),
    [
        ("1990", bl.Truth.NO),
        ("1991-12", bl.Truth.UNKNOWN),
        ("1991", bl.Truth.UNKNOWN),
        ("1992", bl.Truth.YES),
    ],
)
def test_whether_it_existed_has_three_answers(date, truth):
    assert KAZAKHSTAN.existed(date) is truth


def test_of_what_no_source_tells_nothing_is_known():
    assert PartyEntry(bl.Party("X")).existed("1990") is bl.Truth.UNKNOWN
    assert PartyEntry(bl.Party("X")).dates == ""


def test_kinds_and_schemes_are_checked():
    with pytest.raises(bl.InvalidValueError, match=r"Name\.kind"):
        Name(bl.Label("en", "X"), "nickname")
    with pytest.raises(bl.InvalidValueError, match=r"Code\.scheme"):
        Code("fips", "X")


def test_the_parties_of_the_shipped_dossier_are_those_of_the_authority():
    authority = bl.Authority.default()
    for party in bl.load().parties:
        known = authority[party.id].party
        for field in ("kind", "alpha2", "alpha3", "numeric", "cow", "wikidata"):
            assert getattr(party, field) in (None, getattr(known, field)), (party.id, field)
        for label in party.labels:
            assert authority.identify(label.text, date="2010" if party.id != "SUN" else "1980").id == party.id
