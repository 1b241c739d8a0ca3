"""Waits for entry into force against counting by hand, and the product formula of Kaplan and Meier."""

from datetime import date, timedelta
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

import bilateral as bl
from bilateral import Agreement, Corpus, InvalidValueError, UnknownIdError
from bilateral.analysis.periods import Share, waiting

pytest.importorskip("scipy")

DAY = date(1996, 9, 16)
BY = {"d": lambda day: day.isoformat(), "m": lambda day: f"{day:%Y-%m}", "y": lambda day: f"{day:%Y}"}


def product(waits, censored, day):
    """Return the share of those whose wait is over by some day, by the product of Kaplan and Meier."""
    left = 1.0
    for at in sorted(set(waits)):
        if at > day:
            break
        risk = sum(each >= at for each in [*waits, *censored])
        left *= 1 - waits.count(at) / risk
    return 1 - left


@given(
    st.lists(st.tuples(st.integers(0, 900), st.sampled_from("dmy")), max_size=8),
    st.lists(st.integers(0, 600), max_size=4),
)
def test_the_curve_is_the_product_of_what_remains(entered, censored):
    as_of = DAY + timedelta(days=700)
    records = [
        Agreement(f"e{number}", signed=DAY, in_force=BY[form](DAY + timedelta(days=days)))
        for number, (days, form) in enumerate(entered)
    ]
    records += [
        Agreement(f"c{number}", signed=as_of - timedelta(days=days)) for number, days in enumerate(censored)
    ]
    found = waiting(Corpus(records), not_yet=[f"c{n}" for n in range(len(censored))], as_of=as_of)
    lows = [wait.at_least for wait in found.waits if wait.at_most is not None]
    highs = [wait.at_most for wait in found.waits if wait.at_most is not None]
    true = [days for days, _ in entered]

    assert sorted(wait.at_least for wait in found.waits if wait.at_most is None) == sorted(censored)
    for days, if_longest, if_shortest in found.curve:
        assert if_shortest == pytest.approx(product(lows, censored, days))
        assert if_longest == pytest.approx(product(highs, censored, days))
        # Nobody knows the true curve, but it lies between; where none drops out, this can be counted.
        if not censored:
            assert if_longest - 1e-9 <= sum(each <= days for each in true) / len(true) <= if_shortest + 1e-9


def test_what_was_in_force_before_its_signature_is_told():
    corpus = Corpus(
        [
            Agreement("before", signed="1996-09-16", in_force="1996-09-01"),
            Agreement("open", signed="1996-09-16", in_force="1996-09"),
        ]
    )

    assert waiting(corpus).notes()[1:] == [
        "1 of them before the signature, by their dates: applied earlier, or in error"
    ]


@pytest.mark.parametrize("half", range(1, 30))
def test_half_in_force_is_half_whatever_the_rounding(half):
    records = [
        Agreement(f"in{number}", signed=DAY, in_force=DAY + timedelta(days=number)) for number in range(half)
    ]
    waits = [Agreement(f"out{number}", signed=DAY) for number in range(half)]
    found = waiting(Corpus([*records, *waits]), not_yet=[each.id for each in waits], as_of="2001-01-01")

    assert found.median == (half - 1, half - 1)


def test_not_yet_and_never_known_are_told_apart():
    corpus = Corpus(
        [
            Agreement("early", signed="1996-09-16", in_force="1996-09-01"),
            Agreement("sure", signed="1996-09-16", in_force="1996-10-16"),
            Agreement("not-yet", signed="1996-09-16"),
            Agreement("silent", signed="1996-09-16"),
            Agreement("unsigned", in_force="1996"),
            Agreement("someday", signed="1996", in_force="1997/.."),
            bl.Event("visit", date="1996"),
        ]
    )
    found = waiting(corpus, not_yet=["not-yet"], as_of="1996-12-31")

    assert {wait.id: wait[1:] for wait in found.waits} == {
        "early": (-15, -15),
        "sure": (30, 30),
        "not-yet": (106, None),
    }
    assert found.not_yet == ("not-yet",)
    assert set(found.not_recorded) == {"silent", "unsigned", "someday"}
    assert found.curve == (
        Share(-15, pytest.approx(1 / 3), pytest.approx(1 / 3)),
        Share(30, *[pytest.approx(2 / 3)] * 2),
    )
    assert found.median == (30, 30)
    assert found.notes() == [
        "3 instruments, half of them in force after (days): 30",
        "1 of them before the signature, by their dates: applied earlier, or in error",
        "1 of them not yet, when last looked at",
        "3 more of which no source says when, or whether at all",
    ]


def test_nothing_gives_nothing():
    found = waiting(Corpus([Agreement("a", signed="1996")]))

    assert found.curve == ()
    assert found.median == (None, None)
    assert found.picture() == ""


def test_the_dossier():
    relations = bl.load()
    found = waiting(relations)
    investment = next(wait for wait in found.waits if "investment" in wait.id)

    assert len(found.waits) + len(found.not_recorded) == len(relations.agreements)
    assert investment[1:] == ((date(1998, 4, 30) - date(1996, 9, 16)).days,) * 2
    root = ET.fromstring(found._repr_html_().join(("<x>", "</x>")))  # noqa: S314 - of our own making
    assert len(root.findall(".//{*}polyline")) == 2


@pytest.mark.parametrize(
    ("wrong", "error", "reason"),
    [
        ({"not_yet": ["a"]}, InvalidValueError, "must say on which day"),
        ({"not_yet": ["b"], "as_of": "1999"}, InvalidValueError, "without an entry into force"),
        ({"not_yet": ["z"], "as_of": "1999"}, UnknownIdError, "no record 'z'"),
    ],
)
def test_what_cannot_be_is_refused(wrong, error, reason):
    corpus = Corpus([Agreement("a", signed="1996"), Agreement("b", signed="1996", in_force="1997")])
    with pytest.raises(error, match=reason):
        waiting(corpus, **wrong)
