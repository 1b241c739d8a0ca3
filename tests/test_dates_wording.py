"""Dates in words, in four languages."""

import sys
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilateral import HistoricalDate, InvalidDateError, InvalidValueError, MissingExtraError
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
    "000X": "between 0001 and 0009",
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
    "0005": "0005",
    "009X": "0090s",
    "0005-02-03": "3 February 0005",
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
    "{1667,1668,1670..1672}": "1667, 1668 and all of 1670 to 1672",
    "{..1993}": "all until 1993",
    "{1993..}": "all from 1993 on",
    "[1993~,1994]": "about 1993, or 1994",
    "[1993~,1994~]": "about 1993 or about 1994",
    "1993~/1995": "from about 1993 to 1995",
    "1993/1995?": "1993 to perhaps 1995",
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
        ("1997-21", "весна 1997 г.", "1997 ж. көктемі", "1997-ci ilin yazı"),
        ("1996-24", "зима 1996 г.", "1996 ж. қысы", "1996-cı ilin qışı"),
        ("1993-33", "1-й квартал 1993 г.", "1993 ж. 1-тоқсан", "1993-cü ilin 1-ci rübü"),
        ("2000-36", "4-й квартал 2000 г.", "2000 ж. 4-тоқсан", "2000-ci ilin 4-cü rübü"),
        ("1910-41", "2-е полугодие 1910 г.", "1910 ж. 2-жартыжылдық", "1910-cu ilin 2-ci yarısı"),
        (
            "1993-37",
            "один из дней: январь 1993 г. – апрель 1993 г.",
            "1993 ж. қаңтар – 1993 ж. сәуір аралығында",
            "yanvar 1993 – aprel 1993 arasında",
        ),
        ("{1993..1995}", "1993 г. – 1995 г.", "1993 ж. – 1995 ж.", "1993 – 1995"),
        ("[..1993]", "≤ 1993 г.", "≤ 1993 ж.", "≤ 1993"),
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


@given(dates(), st.sampled_from(["en", "ru", "kk", "az"]), st.sampled_from(["long", "short"]))
def test_words_are_read_back_as_the_same_date_or_not_at_all(date, language, style):
    with suppress(InvalidDateError):
        assert HistoricalDate.from_text(date.text(language, style)) == date


@pytest.mark.parametrize("language", ["en", "ru", "kk", "az"])
@pytest.mark.parametrize("edtf", [*ENGLISH, "198X/199X", "{198X,199X}", "[198X,200X]", "1980/1990", "XXXX"])
def test_words_of_each_form_are_not_misread(edtf, language):
    date = HistoricalDate(edtf)
    with suppress(InvalidDateError):
        again = HistoricalDate.from_text(date.text(language))
        # 19XX is read as [1900..1999]: in other signs the same days.
        assert (again.spans, again.is_point) == (date.spans, date.is_point)
