"""Dates to and from the libraries undate and edtf, and the notation of messydates."""

import sys

import pytest
from hypothesis import given

from bilateral import HistoricalDate, InvalidDateError, InvalidValueError, MissingExtraError
from bilateral.dates import exchange
from bilateral.testing import dates

edtf = pytest.importorskip("edtf")
undate = pytest.importorskip("undate")


@given(dates())
def test_what_goes_to_another_library_comes_back(date):
    there_and_back = {
        exchange.to_edtf: exchange.from_edtf,
        exchange.to_undate: exchange.from_undate,
        exchange.to_messydates: exchange.from_messydates,
    }
    for there, back in there_and_back.items():
        try:
            other = there(date)
        except InvalidValueError:
            continue
        assert back(other) == date


@pytest.mark.parametrize(
    "text", ["1993", "1993-01", "1993-02-24", "199X", "1993-XX-24", "1992/2013", "1993/.."]
)
def test_what_both_can_hold_is_held(text):
    date = HistoricalDate(text)
    found = exchange.to_undate(date)
    assert isinstance(found, undate.UndateInterval if date.is_interval else undate.Undate)
    assert found.format("EDTF") == text
    assert str(exchange.to_edtf(date)) == text


def test_bounds_agree_with_the_others():
    for text in ("1993", "1993-01", "199X", "1993-02-24"):
        date = HistoricalDate(text)
        theirs = exchange.to_undate(date)
        assert [str(theirs.earliest), str(theirs.latest)] == [str(date.earliest), str(date.latest)]
        lower, upper = exchange.to_edtf(date).lower_strict(), exchange.to_edtf(date).upper_strict()
        assert [tuple(lower[:3]), tuple(upper[:3])] == [
            date.earliest.timetuple()[:3],
            date.latest.timetuple()[:3],
        ]


@pytest.mark.parametrize("text", ["1993~", "[1993,1995]", "2004-06~-11", "1993/", "1950S2"])
def test_what_undate_cannot_hold_is_refused(text):
    with pytest.raises(InvalidValueError, match="to_undate"):
        exchange.to_undate(HistoricalDate(text))


def test_another_calendar_is_refused():
    with pytest.raises(InvalidValueError, match="Gregorian"):
        exchange.from_undate(undate.Undate(5753, calendar="Hebrew"))
    hebrew = undate.UndateInterval(
        undate.Undate(5753, calendar="Hebrew"), undate.Undate(5754, calendar="Hebrew")
    )
    with pytest.raises(InvalidValueError, match="Gregorian"):
        exchange.from_undate(hebrew)


def test_what_edtf_does_not_read_is_refused():
    with pytest.raises(InvalidValueError, match="to_edtf"):
        exchange.to_edtf(HistoricalDate("/.."))


@pytest.mark.parametrize(
    ("text", "messy"),
    [
        ("1992-08/1993-02-24", "1992-08..1993-02-24"),
        ("1993/..", "1993.."),
        ("../1993", "..1993"),
        ("[1993-02-24,1993-12-24]", "{1993-02-24,1993-12-24}"),
        ("[1993..1995]", "{1993..1995}"),
        ("2011-01-01~", "2011-01-01~"),
        ("1964-XX-16", "1964-XX-16"),
    ],
)
def test_messydates(text, messy):
    assert exchange.to_messydates(HistoricalDate(text)) == messy
    assert exchange.from_messydates(messy) == HistoricalDate(text)


@pytest.mark.parametrize("text", ["{1993,1995}", "1993/"])
def test_what_messydates_does_not_tell_apart_is_refused(text):
    with pytest.raises(InvalidValueError, match="to_messydates"):
        exchange.to_messydates(HistoricalDate(text))


def test_what_is_no_messy_date_is_refused():
    with pytest.raises(InvalidDateError):
        exchange.from_messydates("soon")


def test_without_the_extra_it_says_what_to_install(monkeypatch):
    for name, convert in {"edtf": exchange.to_edtf, "undate": exchange.to_undate}.items():
        monkeypatch.setitem(sys.modules, name, None)
        with pytest.raises(MissingExtraError, match=r"bilateral\[exchange\]"):
            convert(HistoricalDate("1993"))
