"""Memberships: who shares which organisation, and when."""

import pytest
from hypothesis import given

import bilateral as bl
from bilateral import Event, HistoricalDate, InvalidDateError, Party, Truth, testing
from bilateral.analysis.network import Membership, memberships

YES, NO, UNKNOWN = Truth.YES, Truth.NO, Truth.UNKNOWN


def joined(organisation, member, date=None):
    return Event(
        f"{organisation}-{member}".lower(),
        kind="membership",
        date=date,
        parties=[member, Party(organisation, kind="organisation")],
    )


FOUND = memberships(
    bl.Corpus(
        [
            joined("CIS", "AZE", "1993-09-24"),
            joined("CIS", "KAZ", "1991-12-21"),
            joined("GUAM", "AZE", "1997/2005"),
            joined("GUAM", "UZB", "1999/2005-05-05"),
            joined("OIC", "AZE"),
            joined("OIC", "KAZ", "1995"),
            Event("visit", kind="visit", date="1996", parties=["AZE", Party("UN", kind="organisation")]),
        ]
    )
)


@pytest.mark.parametrize(
    ("a", "b", "on", "expected"),
    [
        ("AZE", "KAZ", None, {"CIS": YES, "OIC": YES}),
        ("AZE", "KAZ", "1992", {"CIS": NO, "OIC": NO}),
        # In 1993 Kazakhstan was surely not yet in the OIC; of Azerbaijan nothing is known, and need not be.
        ("AZE", "KAZ", "1993-09-24", {"CIS": YES, "OIC": NO}),
        ("AZE", "KAZ", "1996", {"CIS": YES, "OIC": UNKNOWN}),
        ("KAZ", "AZE", "1993", {"CIS": YES, "OIC": NO}),
        ("AZE", "KAZ", "1993-09", {"CIS": YES, "OIC": NO}),
        ("AZE", "KAZ", "1993-09-23", {"CIS": NO, "OIC": NO}),
        ("AZE", "UZB", "2005-05-05", {"GUAM": UNKNOWN}),
        ("AZE", "UZB", "2003", {"GUAM": YES}),
        ("AZE", "UZB", "2006", {"GUAM": NO}),
        ("KAZ", "UZB", "2003", {}),
    ],
)
def test_what_two_share(a, b, on, expected):
    assert FOUND.shared(a, b, on=on) == expected


def test_a_member_of_unknown_since_is_unknown():
    assert Membership("CIS", "KAZ", None, "x").on("1999") is UNKNOWN
    assert Membership("CIS", "KAZ", HistoricalDate("1991-12"), "x").on("1991-12-15") is UNKNOWN
    with pytest.raises(InvalidDateError):
        Membership("CIS", "KAZ", None, "x").on("once")


@given(testing.corpora())
def test_only_members_and_organisations_are_listed(corpus):
    for each in memberships(corpus).each:
        event = corpus[each.record]
        kinds = {part.party.id: part.party.kind for part in event.parties}
        assert kinds[each.organisation] == "organisation"
        assert kinds[each.party] != "organisation"
        assert str(event.kind) in {"membership", "organisation-founded"}


def test_the_frames_of_the_dossier():
    found = memberships(bl.load())

    assert found.shared("AZE", "KAZ", on="2010")["OTS"] is YES
    assert found.shared("AZE", "KAZ", on="2000")["OTS"] is not YES
    assert "CSTO" not in found.shared("AZE", "KAZ")
    assert len(found.columns()["organisation"]) == len(found.each)
