"""From people's writing to EDTF."""

import csv
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilateral import HistoricalDate, InvalidDateError, UnsupportedDateError
from bilateral.testing import dates

READ = """
24.02.1993 = 1993-02-24
24/2/1993 = 1993-02-24
24. 02. 1993 = 1993-02-24
1993.02.24 = 1993-02-24
13/04/2005 = 2005-04-13
17. Juni 1991 = 1991-06-17
den 1. Jänner 1960 = 1960-01-01
im März 1978 = 1978-03
MAERZ 1978 = 1978-03
1er mars 1974 = 1974-03-01
22 AOUT 1963 = 1963-08-22
le 3 décembre 1950 = 1950-12-03
1º de mayo de 1950 = 1950-05-01
12 DE OCTUBRE DE 1953 = 1953-10-12
15-dic-1984 = 1984-12-15
16sep1996 = 1996-09-16
October 3, 2009 = 2009-10-03
the 3rd of October 2009 = 2009-10-03
1st January 2000 = 2000-01-01
Wednesday, 24 February 1993 = 1993-02-24
Sept. 1996 = 1996-09
1996 = 1996
c. 1995 = 1995~
c.1995 = 1995~
circa 1995 = 1995~
about May 1995 = 1995-05~
~1995 = 1995~
perhaps 1995 = 1995?
perhaps about 1995 = 1995%
May 1995? = 1995-05?
before 1994 = [..1993]
before 24 February 1993 = [..1993-02-23]
before 1 January 1993 = [..1992-12-31]
after May 2004 = [2004-06..]
after December 2004 = [2005-01..]
before c. 1994 = [..1993~]
after spring 1997 = [1997-06-01..]
by 1994 = [..1994]
no earlier than May 1994 = [1994-05..]
1984 or later = [1984..]
since 1993 = 1993/..
until May 1993 = ../1993-05
from August 1992 on = 1992-08/..
between 1993 and 1995 = [1993..1995]
between March 2004 and September 2008 = [2004-03..2008-09]
between February and April 1993 = [1993-02..1993-04]
between 1993 and May 1995 = [1993-01-01..1995-05-31]
from 1992 to 2013 = 1992/2013
1993–1995 = 1993/1995
24–26 February 1993 = 1993-02-24/1993-02-26
24 February to 3 March 1993 = 1993-02-24/1993-03-03
from 1993 until an unknown day = 1993/
24 or 26 February 1993 = [1993-02-24,1993-02-26]
24 February or 24 December 1993 = [1993-02-24,1993-12-24]
1996 and 1999 = {1996,1999}
the 1990s = 199X
1990s = 199X
early 1990s = [1990..1994~]
mid-1990s = [1993~..1997~]
late 1990s = [1995~..1999]
19th century = [1801..1900]
spring 1997 = 1997-21
Fall 1997 = 1997-23
Q1 1995 = 1995-33
1996/97 = 1996/1997
1999/00 = 1999/2000
1964-XX-16 = 1964-XX-16
2010-XX-XX- = 2010-XX-XX
1981-09..1981-10 = 1981-09/1981-10
2011-01-01~ = 2011-01-01~
1999-10-07 00:00:00 = 1999-10-07
24 февраля 1993 г. = 1993-02-24
24 февраля 1993 года = 1993-02-24
в январе 1993 = 1993-01
январь 1993 г. = 1993-01
весной 1997 года = 1997-21
около 1995 = 1995~
с 1992 по 2013 г. = 1992/2013
1990-е годы = 199X
1993 жылғы 24 ақпан = 1993-02-24
1993 ж. 24 ақпан = 1993-02-24
шамамен 1995 ж. = 1995~
24 fevral 1993-cü il = 1993-02-24
1993-cü il fevralın 24-də = 1993-02-24
İyun 1993 = 1993-06
1993 жылдың ақпан айында = 1993-02
1990 жылдардың басы = [1990..1994~]
1993-1995 жылдар = 1993/1995
2004 жылдан кейін = [2005..]
1993 жылдан 1995 жылға дейін = 1993/1995
1993-cü ilin fevralı = 1993-02
1993-cü ilin fevral ayında = 1993-02
1994-cü ildən əvvəl = [..1993]
2004-cü ilin mayından sonra = [2004-06..]
1993-1995-ci illər = 1993/1995
1993-cü ildən 1995-ci ilə qədər = 1993/1995
1990-cı illərin sonu = [1995~..1999]
в начале 1990-х годов = [1990..1994~]
с 1993 г. по 1995 г. = 1993/1995
1993–1995 гг. = 1993/1995
24-го февраля 1993 = 1993-02-24
XIX век = [1801..1900]
1996/.. = 1996/..
1996.. = 1996/..
..1996 = ../1996
1996… = 1996/..
from 1993 to the present = 1993/..
1993-present = 1993/..
1980s-1990s = 198X/199X
the 1990s to 1996 = 199X/1996
between the 1990s and 1996 = [1990-01-01..1996-12-31]
24-26.02.1993 = 1993-02-24/1993-02-26
24.02.–26.02.1993 = 1993-02-24/1993-02-26
October 3-5, 2009 = 2009-10-03/2009-10-05
30 April-2 May 1996 = 1996-04-30/1996-05-02
Jan-Mar 1993 = 1993-01/1993-03
24.II.1993 = 1993-02-24
16/XII/1996 = 1996-12-16
02.1993 = 1993-02
2/1993 = 1993-02
1996-9-16 = 1996-09-16
19930224 = 1993-02-24
24021993 = 1993-02-24
winter 1996/97 = 1996-24
winter 1996–1997 = 1996-24
the second quarter of 1993 = 1993-34
H1 1993 = 1993-40
1995 (?) = 1995?
1995 ca. = 1995~
c1995 = 1995~
sometime in 1993 = 1993
not before 1993 = [1993..]
in or before 1993 = [..1993]
AD 500 = 0500
1993 жылдан бастап = 1993/..
1993-cü ildən bəri = 1993/..
1993 жылғы ақпаннан бастап = 1993-02/..
1993-cü ilin fevralından 1994-cü ilin martına qədər = 1993-02/1994-03
1993 жылғы 24 ақпаннан кейін = [1993-02-25..]
1980 жж. – 1990 жж. = 198X/199X
1980–1990-е гг. = 198X/199X
1980–1990 гг. = 1980/1990
1980-е гг. – 1990-е гг. = 198X/199X
1996/97 гг. = 1996/1997
в 1990-х годах = 199X
между мартом 2004 и сентябрём 2008 = [2004-03..2008-09]
24.02.1993 года = 1993-02-24
24-26 февраля 1993 г. = 1993-02-24/1993-02-26
«24» февраля 1993 г. = 1993-02-24
в XIX веке = [1801..1900]
ХХ век = [1901..2000]
не раньше 1993 = [1993..]
1993 жылдың көктемінде = 1993-21
1993-cü ilin yayında = 1993-22
May 1995-June 1996 = 1995-05/1996-06
24/02/1993-26/02/1993 = 1993-02-24/1993-02-26
about 1993, or 1994 = [1993~,1994]
from about 1993 to 1995 = 1993~/1995
1993 to perhaps 1995 = 1993/1995?
about 1993 or about 1994 = [1993~,1994~]
from May 1993 to 1994 = 1993-05/1994
1993 or May 1994 = [1993,1994-05]
1999-10-07T00:00:00.000Z = 1999-10-07
təxminən 1995 = 1995~
1990-cı illər = 199X
"""


@pytest.mark.parametrize("line", READ.strip().splitlines())
def test_from_people_s_writing(line):
    text, edtf = line.split(" = ")
    assert str(HistoricalDate.from_text(text)) == edtf
    assert str(HistoricalDate.from_text(f"  {text} ".replace(" ", "\u00a0"))) == edtf


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("03/04/2005", {"2005-03-04", "2005-04-03"}),
        ("before 03/04/2005", {"2005-03-04", "2005-04-03"}),
        ("2005/06", {"2005/2006", "2005-06"}),
        ("1900s", {"190X", "19XX"}),
        ("2001-21", {"2001-21", "2001/2021"}),
        ("1996-7", {"1996-07", "1996/1997"}),
        ("1996-", {"1996", "1996/", "1996/.."}),
        ("–1996", {"1996", "/1996", "../1996"}),
        ("16/17 September 1996", {"[1996-09-16,1996-09-17]", "1996-09-16/1996-09-17"}),
        ("1994 жылға дейін", {"../1994", "[..1993]"}),
        ("1994-cü ilə qədər", {"../1994", "[..1993]"}),
        ("24.02.93", {"1993-02-24", "2093-02-24"}),
        ("16 Sep 96", {"1996-09-16", "2096-09-16"}),
        ("Feb-93", {"1993-02", "2093-02"}),
        ("20111012", {"2011-10-12", "1012-11-20"}),
        ("00.02.1993", {"1993-02"}),
        ("0 February 1993", {"1993-02"}),
        ("24.00.1993", {"1993"}),
        ("1996-00-00", {"1996"}),
        ("1993-24-02", {"1993-02-24"}),
        ("late 1993", {"1993"}),
        ("1 May 1993 or 1994", {"[1993-05-01,1994]", "[1993-05-01,1994-05-01]"}),
        ("January 2004 or 2005", {"[2004-01,2005]", "[2004-01,2005-01]"}),
        ("24 February 1993 and 1994", {"{1993-02-24,1994}", "{1993-02-24,1994-02-24}"}),
        ("about 1993 or 1994", {"[1993~,1994]", "[1993~,1994~]"}),
        ("1993 or 1994?", {"[1993,1994?]", "[1993?,1994?]"}),
        ("about 1993 to 1995", {"1993~/1995", "1993~/1995~"}),
        ("1993 to 1995?", {"1993/1995?", "1993?/1995?"}),
        ("1980-1990-cı illər", {"1980/1990", "198X/199X"}),
        ("06/31/1976", {"1976-06-30", "1976-07-01"}),
        ("02/29/1993", {"1993-02-28", "1993-03-01"}),
        ("19930230", {"1993-02-28", "1993-03-01"}),
        ("31061976", {"1976-06-30", "1976-07-01"}),
        ("03/04/2005?", {"2005-03-04?", "2005-04-03?"}),
        ("c. 24 Feb 93", {"1993-02-24~", "2093-02-24~"}),
        ("1993-5?", {"1993?/1995?", "1993-05?"}),
        ("1976-06-31", {"1976-06-30", "1976-07-01"}),
        ("1972-06-31?", {"1972-06-30?", "1972-07-01?"}),
        ("31 June 1976", {"1976-06-30", "1976-07-01"}),
        ("30.02.1993", {"1993-02-28", "1993-03-01"}),
    ],
)
def test_what_has_several_readings_is_refused_with_them(text, readings):
    with pytest.raises(InvalidDateError) as caught:
        HistoricalDate.from_text(text)
    assert set(caught.value.readings) == readings
    assert all(HistoricalDate(reading) for reading in readings)


def test_who_knows_which_number_is_the_day_may_say_so():
    assert str(HistoricalDate.from_text("03/04/2005", dayfirst=True)) == "2005-04-03"
    assert str(HistoricalDate.from_text("03/04/2005", dayfirst=False)) == "2005-03-04"
    assert str(HistoricalDate.from_text("03.04.2005", dayfirst=False)) == "2005-03-04"
    with pytest.raises(InvalidDateError):
        HistoricalDate.from_text("13/04/2005", dayfirst=False)


@pytest.mark.parametrize(
    "text",
    [
        "50 and 9",
        "24 and 26 February",
        "Monday 24 February",
        *("", " ", "today", "yesterday", "Wednesday", "12", "93", "March", "24 February", "5 May"),
        *("24.02.93", "12 sep 31 1993", "0014-022005", "1993-1993-1993", "soon 1993"),
        *("Monday, 24 February 1993", "spring 5 1997", "c.", "before", "before before", "about 1993/1995"),
        *("after 31 December 9999", "before 0001", "between 1995 and 1993", "1995 to 1993", "0th century"),
        *("before 1993 or 1995", "1993\x00", "١٩٩٣ February", "a" * 10**6),
        # Nothing that is written may be overlooked.
        *(
            "\u0665 February 1993",
            "24 February 1993 \u0665",
            "24_Feb_1993",
            "24.02.1993_",
            "1_996",
            "١٩٩٦",
            "१९९६-०२",
        ),
        *("1993, 1994", "24 Feb 1993 (embassy)", "- 1996", "1996 -", "early 1990s to 1996", "summer 1996/97"),
        *("before " * 140 + "1993", "from " * 190 + "1993", "a–" * 400, "1 or " * 240 + "1993", "c. (" * 200),
        *(
            "1993 жылдан",
            "1993-cü ildən",
            "1993 жылға",
            "1993-cü ilə",
            "24 fevral 1993-cü ildən",
            "1993 жылғы ақпаннан",
        ),
        *(
            "5 or 1993",
            "12 and 1993",
            "5 and 6 and 1993",
            "5, 1993 or 1994",
            "between 3 and 1993",
            "5 to 1993",
        ),
        *(
            "May or 1993",
            "24.02 or 1993",
            "3 and spring 1993",
            "3 or autumn 1993",
            "Monday 1993",
            "Monday May 1993",
        ),
        *("between 1993 and 1995 and 1997", "between 1993 to 1995 and 1997", "between 1993/1995 and 1997"),
        *("between {1990,1992} and 1997", "between before 1993 and 1995", "between the early 1990s and 1997"),
        *("1993 or 1994 and 1995", "before 1993 or 1994", "since 1993 or 1994", "late 1980s or early 1990s"),
        *("0000-00-00", "between about 1993 and May 1995", "..", "…", "–", "гг"),
        *("winter 1996/98", "13.1993", "24.XIII.1993", "XXX век", "19939999", "second half 3 1993"),
    ],
)
def test_what_cannot_be_read_is_refused(text):
    with pytest.raises(InvalidDateError) as caught:
        HistoricalDate.from_text(text)
    assert "from_text" not in caught.value.reason
    assert all(HistoricalDate(reading) for reading in caught.value.readings)


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ("1999-10-07 12:00:00", 11),
        ("24 Feb 1993, 10:30", 13),
        ("1985-04-12T23:20:30Z", 11),
        ("-1996", 0),
        ("\u22121996", 0),
        ("44 BC", 3),
        ("500 до н. э.", 4),
        ("Y17E7", 0),
    ],
)
def test_what_is_a_date_beyond_reach_is_unsupported(text, position):
    with pytest.raises(UnsupportedDateError) as caught:
        HistoricalDate.from_text(text)
    assert (caught.value.text, caught.value.position) == (text, position)


def test_errors_are_about_the_whole_text_and_say_where():
    with pytest.raises(InvalidDateError) as caught:
        HistoricalDate.from_text("from May 1993 until 31 June 1996")
    assert caught.value.text == "from May 1993 until 31 June 1996"
    assert caught.value.position == 20
    assert caught.value.readings == ("1996-06-30", "1996-07-01")


def test_text_is_wanted():
    with pytest.raises(TypeError):
        HistoricalDate.from_text(1993)


@given(dates())
def test_english_words_are_read_back(date):
    assert HistoricalDate.from_text(date.text()) == date


@given(st.text(st.sampled_from("0123 1993-./–,?~febmarсрмай'sthorandc"), max_size=30))
def test_no_text_raises_anything_but_the_documented_errors(text):
    try:
        date = HistoricalDate.from_text(text)
    except (InvalidDateError, UnsupportedDateError):
        return
    assert HistoricalDate(str(date)) == date


CORPORA = {
    "many_ggo_agreements.csv": ("Begin", "End", "Signature", "Force", "Term"),
    "unctad_bits.csv": ("Dateofsignature", "Dateofentryintoforce", "Dateoftermination"),
    "wti_bilateral.csv": ("Signed", "Force", "Regis"),
}


@pytest.mark.parametrize("name", CORPORA)
def test_all_dates_of_real_corpora_are_read_or_refused_with_a_reason(shared, name):
    path = shared / "corpora" / name
    if not path.is_file():
        pytest.skip(f"needs corpora/{name} in the folder 'shared'")
    with path.open(encoding="utf-8", errors="replace", newline="") as file:
        rows = csv.DictReader(file)
        texts = {row[column] for row in rows for column in CORPORA[name] if row[column]}
    refused = {}
    for text in texts:
        try:
            date = HistoricalDate.from_text(text)
        except InvalidDateError as error:
            refused[text] = error
            continue
        # Whatever form it has, the year that the cell says is the year that is read.
        assert date.earliest.year <= int(re.search(r"[0-9]{4}", text)[0]) <= date.latest.year
    impossible = {text for text, error in refused.items() if error.readings}
    assert len(texts) > 1000
    assert all(re.fullmatch(r"[0-9]{4}-[0-9]{2}-3[01]\??", text) for text in impossible)
    assert refused.keys() - impossible <= {"0014-022005"}


@pytest.mark.parametrize("language", ["de", "es", "fr"])
@pytest.mark.parametrize("width", ["wide", "abbreviated"])
def test_months_are_those_of_the_unicode_cldr(language, width):
    babel = pytest.importorskip("babel")
    names = babel.Locale.parse(language).months["format"][width]
    for number, name in names.items():
        for written in (name, name.upper()):
            assert HistoricalDate.from_text(f"5 {written} 1960") == HistoricalDate(f"1960-{number:02}-05")
