"""Dates in words, in four languages."""

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilateral import HistoricalDate, InvalidValueError, MissingExtraError
from bilateral.testing import dates

pytest.importorskip("babel")

ENGLISH = {
    "1993-02-24": "24 February 1993",
    "1993-01": "January 1993",
    "1995~": "about 1995",
    "1995?": "perhaps 1995",
    "1995%": "perhaps about 1995",
    "199X": "1990s",
    "200X": "2000s (decade)",
    "000X": "between 1 and 9",
    "19XX": "between 1900 and 1999",
    "1950S2": "about 1950 (between 1900 and 1999)",
    "1950S4": "1950",
    "1XX3": "1XX3",
    "XXXX-12-XX": "XXXX-12-XX",
    "1985-04-XX": "a day of April 1985",
    "1985-XX-XX": "a day of 1985",
    "1985-XX": "a month of 1985",
    "1985-XX-04": "1985-XX-04",
    "1985-04-X4": "1985-04-X4",
    "0005": "5",
    "1997-21": "spring 1997",
    "1997-28": "winter 1997 (northern hemisphere)",
    "1997-30": "summer 1997 (southern hemisphere)",
    "1997-34": "quarter 2 of 1997",
    "1997-37": "third 1 of 1997",
    "1997-41": "half 2 of 1997",
    "[1993-02-24,1993-12-24]": "24 February or 24 December 1993",
    "[1993,1995,1997-05]": "1993, 1995 or May 1997",
    "[2004-03..2008-09]": "between March 2004 and September 2008",
    "[..1984]": "1984 or earlier",
    "[1984..]": "1984 or later",
    "{1960,1961-12}": "1960 and December 1961",
    "1992/2013": "1992 to 2013",
    "1992-08/..": "from August 1992 on",
    "../1993": "until 1993",
    "/1993": "from an unknown day until 1993",
    "1993/": "from 1993 until an unknown day",
    "../..": "at all times",
    "/..": "from an unknown day on",
    "../": "until an unknown day",
}


@pytest.mark.parametrize("edtf", ENGLISH)
def test_in_english(edtf):
    assert HistoricalDate(edtf).text() == ENGLISH[edtf]


@pytest.mark.parametrize(
    ("edtf", "russian", "kazakh", "azerbaijani"),
    [
        ("1993-02-24", "24 февраля 1993 г.", "1993 ж. 24 ақпан", "24 fevral 1993"),
        ("1993-01", "январь 1993 г.", "1993 ж. қаңтар", "yanvar 1993"),
        ("1993", "1993 г.", "1993 ж.", "1993"),
        ("1990/..", "1990 г. – …", "1990 ж. – …", "1990 – …"),
        ("199X", "1990-е гг.", "1990 жж.", "1990-cı illər"),
        ("/..", "? – …", "? – …", "? – …"),
        ("../", "… – ?", "… – ?", "… – ?"),
        ("190X", "1900-е гг.", "1900 жж.", "1900-cü illər"),
        ("191X", "1910-е гг.", "1910 жж.", "1910-cu illər"),
        ("192X", "1920-е гг.", "1920 жж.", "1920-ci illər"),
        ("194X", "1940-е гг.", "1940 жж.", "1940-cı illər"),
        ("200X", "2000-е гг.", "2000 жж.", "2000-ci illər"),
        ("1997-21", "весна 1997 г.", "көктем 1997 ж.", "yaz 1997"),
        ("1993~", "≈ 1993 г.", "шамамен 1993 ж.", "təxminən 1993"),
    ],
)
def test_in_other_languages(edtf, russian, kazakh, azerbaijani):
    date = HistoricalDate(edtf)
    assert [date.text(language) for language in ("ru", "kk", "az")] == [russian, kazakh, azerbaijani]


def test_in_short():
    date = HistoricalDate("1993-02-24")
    assert date.text(style="short") == "24 Feb 1993"
    assert date.text("ru", "short") == "24 февр. 1993 г."


@given(dates(), st.sampled_from(["en", "ru", "kk", "az"]), st.sampled_from(["long", "short"]))
def test_every_date_has_words(date, language, style):
    words = date.text(language, style)
    assert words == " ".join(words.split())
    for bound in (date.start, date.end) if date.is_interval else ():
        assert bound is None or bound.text(language, style) in words


def test_other_languages_and_styles_are_refused():
    with pytest.raises(InvalidValueError, match="en, ru, kk, az"):
        HistoricalDate("1993").text("de")
    with pytest.raises(InvalidValueError, match="long, short"):
        HistoricalDate("1993").text(style="full")


def test_without_the_extra_english_alone_is_spoken(monkeypatch):
    monkeypatch.setitem(sys.modules, "babel", None)
    assert HistoricalDate("1993-01").text() == "January 1993"
    with pytest.raises(MissingExtraError, match=r"bilateral\[languages\]"):
        HistoricalDate("1993-01").text("ru")
