"""HistoricalDate as a value: its parts, its order, what it can be made of, and lengths of time."""

import copy
import datetime
import itertools
import pickle
import sys

import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import given
from hypothesis import strategies as st

from bilateral import HistoricalDate, InvalidDateError, InvalidValueError, Precision
from bilateral.testing import dates, days

D = datetime.date


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        *(("1993-02-24", "day"), ("1993-02-24~", "day"), ("1993-XX-24", "day"), ("1993-01", "month")),
        *(
            ("1993-01-XX", "month"),
            ("1993-21", "season"),
            ("1993-34", "quarter"),
            ("1993-37", "quadrimester"),
        ),
        *(("1993-41", "semester"), ("1993", "year"), ("1993-XX", "year"), ("1993-1X", "year")),
        *(("1993-XX-XX", "year"), ("199X", "decade"), ("19XX", "century"), ("1950S2", "century")),
        *(("1XXX", "millennium"), ("XXXX", "millennium"), ("1992/2013-01", "year"), ("1993-01/..", "month")),
        *(("[1993-02-24,1993-12-24]", "day"), ("[1993-02-24,1994]", "year"), ("{1993-01..1993-03}", "month")),
    ],
)
def test_precision(text, precision):
    assert HistoricalDate(text).precision is Precision(precision)


def test_open_unknown_and_known_ends_are_told_apart():
    opened, unknown, known = map(HistoricalDate, ("1993/..", "1993/", "1993/1994"))
    assert (opened.open_end, opened.unknown_end, opened.end) == (True, False, None)
    assert (unknown.open_end, unknown.unknown_end, unknown.end) == (False, True, None)
    assert (known.open_end, known.unknown_end, known.end) == (False, False, HistoricalDate("1994"))
    opened, unknown, point = map(HistoricalDate, ("../1993", "/1993", "1993"))
    assert (opened.open_start, opened.unknown_start, opened.start) == (True, False, None)
    assert (unknown.open_start, unknown.unknown_start, unknown.end) == (False, True, HistoricalDate("1993"))
    assert (point.open_start, point.unknown_start, point.start, point.end) == (False, False, None, None)


def test_what_is_a_point_an_interval_or_a_set():
    kinds = {text: HistoricalDate(text) for text in ("1993", "[1993,1995]", "1993/1995", "{1993,1995}")}
    assert [date.is_point for date in kinds.values()] == [True, True, False, False]
    assert [date.is_interval for date in kinds.values()] == [False, False, True, False]
    assert [len(date.members) for date in kinds.values()] == [0, 2, 0, 2]
    assert HistoricalDate("{1667,1670..1672}").members == (
        HistoricalDate("1667"),
        HistoricalDate("{1670..1672}"),
    )


def test_equality_hash_pickle_copy_and_the_lack_of_change():
    date = HistoricalDate("1993-01~")
    again = HistoricalDate.parse("1993-01~")
    assert date == again
    assert hash(date) == hash(again)
    assert date != "1993-01~"
    assert pickle.loads(pickle.dumps(date)) == date
    assert copy.deepcopy(date) == copy.copy(date) == date
    for change in (lambda: setattr(date, "precision", "day"), lambda: delattr(date, "_text")):
        with pytest.raises(AttributeError):
            change()


def test_a_date_is_small():
    date = HistoricalDate("1993-02-24")
    parts = {
        id(part): part for part in (date, *(getattr(date, name) for name in ("_text", "_first", "_last")))
    }
    # Each object counts with the header that the garbage collector puts before it.
    assert sum(map(sys.getsizeof, parts.values())) + 16 <= 200
    assert not hasattr(date, "__dict__")


def test_anything_that_stands_for_a_date():
    date = HistoricalDate("1996-09-16")
    for value in ("1996-09-16", D(1996, 9, 16), date):
        assert HistoricalDate.of(value) == date
    assert date.to_date() == D(1996, 9, 16)
    for value in (1996, datetime.datetime(1996, 9, 16, tzinfo=datetime.UTC), None, b"1996"):
        with pytest.raises(TypeError):
            HistoricalDate.of(value)
    for value in (1996, None, b"1996", ["1", "9"], ("1", "9", "9", "6")):
        with pytest.raises(TypeError):
            HistoricalDate(value)
        with pytest.raises(TypeError):
            HistoricalDate.parse(value)
    with pytest.raises(InvalidValueError, match="one day"):
        HistoricalDate("1996-09").to_date()


def test_text_of_a_derived_class_is_kept_as_plain_text():
    class Name(str):
        __slots__ = ()

    date = HistoricalDate(Name("1871-05"))
    assert type(str(date)) is str
    assert date == HistoricalDate("1871-05")


def test_one_of():
    a, b = HistoricalDate("1993-12-24"), HistoricalDate("1993-02-24")
    assert str(HistoricalDate.one_of([a, b])) == "[1993-02-24,1993-12-24]"
    assert HistoricalDate.one_of([a]) == a
    assert HistoricalDate.one_of([HistoricalDate.one_of([a, b]), b]) == HistoricalDate.one_of([a, b])
    assert str(HistoricalDate.one_of([HistoricalDate("[..1990]"), a])) == "[..1990,1993-12-24]"
    for several in ([HistoricalDate("1992/1993"), a], [HistoricalDate("{1992,1993}")], []):
        with pytest.raises(InvalidDateError):
            HistoricalDate.one_of(several)


@given(dates())
def test_text_evaluates_back(date):
    assert HistoricalDate(str(date)) == date
    assert eval(repr(date), {"HistoricalDate": HistoricalDate}) == date
    assert date.earliest <= date.latest
    assert (date.cover.earliest, date.cover.latest) == (date.earliest, date.latest)
    assert date.spans[0][0] == date.earliest
    assert date.spans[-1][1] == date.latest


@given(st.lists(dates(), max_size=6))
def test_order_is_total_by_earliest_latest_text(some):
    ordered = sorted(some)
    assert ordered == sorted(some, key=lambda d: (d.earliest, d.latest, str(d)))
    assert all(a <= b and b >= a and (a < b or a == b) for a, b in itertools.pairwise(ordered))
    assert all(not (a > b) for a, b in itertools.pairwise(ordered))


def test_a_date_is_ordered_among_dates_only():
    for compare in ("__lt__", "__le__", "__gt__", "__ge__", "__eq__"):
        assert getattr(HistoricalDate("1993"), compare)("1993") is NotImplemented


def test_a_mark_or_component_is_asked_of_a_point():
    with pytest.raises(InvalidValueError, match="start, end or members"):
        HistoricalDate("1992/1993").qualifier("year")
    with pytest.raises(InvalidValueError, match="year, month, day"):
        HistoricalDate("1992").qualifier("hour")
    assert HistoricalDate("1950S2").qualifier("year") == ""
    assert (HistoricalDate("1993%").is_uncertain, HistoricalDate("1993~").is_uncertain) == (True, False)
    assert (HistoricalDate("1993%").is_approximate, HistoricalDate("1993?").is_approximate) == (True, False)


# --- lengths of time ---


@given(days(), days())
def test_the_age_of_a_day_on_a_day_is_what_dateutil_says(born, on):
    least, most = HistoricalDate.of(born).age(HistoricalDate.of(on))
    assert least == most == relativedelta(on, born)


@given(dates(), dates())
def test_the_least_age_is_from_late_to_early_and_the_most_from_early_to_late(born, on):
    least, most = born.age(on)
    assert born.bounds.end_of_the_begin + least == on.earliest
    assert born.earliest + most == on.latest


def test_how_old_something_is_at_least_and_at_most():
    least, most = HistoricalDate("1992").age(HistoricalDate("2000-01-01"))
    assert (least.years, most.years) == (7, 8)


def test_anniversaries():
    day = HistoricalDate("1992-08-30")
    assert [str(each) for each in day.anniversaries(HistoricalDate("1993/1995-08"))] == [
        *("1993-08-30", "1994-08-30", "1995-08-30")
    ]
    leap = HistoricalDate("1996-02-29")
    assert [str(each) for each in leap.anniversaries(HistoricalDate("1997/2005"))] == [
        "2000-02-29",
        "2004-02-29",
    ]
    assert list(day.anniversaries(HistoricalDate("1990"))) == []
    assert len(list(day.anniversaries(HistoricalDate("1993/..")))) == 9999 - 1992
    with pytest.raises(InvalidValueError):
        list(HistoricalDate("1992").anniversaries(HistoricalDate("1993")))
    with pytest.raises(InvalidValueError):
        list(day.anniversaries(HistoricalDate("1993"), every=0))


@pytest.mark.parametrize(
    ("text", "reach", "widened"),
    [
        ("1995-06~", {"months": 3}, "[1995-03-01..1995-09-30]"),
        ("1995", {}, "[1995-01-01..1995-12-31]"),
        ("1996-02-29", {"years": 1}, "[1995-02-28..1997-02-28]"),
        ("0001", {"years": 5}, "[0001-01-01..0006-12-31]"),
        ("9999", {"days": 1}, "[9998-12-31..9999-12-31]"),
        ("1993/1995", {"days": 1}, "1992-12-31/1996-01-01"),
        ("1993/..", {"days": 1}, "1992-12-31/.."),
        ("/1993", {"days": 1}, "/1994-01-01"),
        ("1995-02", {"months": 1}, "[1995-01-01..1995-03-31]"),
        ("2003-02", {"years": 1}, "[2002-02-01..2004-02-29]"),
        ("1993-01-31", {"months": 1}, "[1992-12-31..1993-02-28]"),
        # Only what is in reach of a day that it may be.
        ("[1992-08-27,1992-12-30]", {"days": 1}, "[1992-08-26..1992-08-28,1992-12-29..1992-12-31]"),
        ("[..1993]", {"days": 1}, "[..1994-01-01]"),
        ("[1993..]", {"days": 1}, "[1992-12-31..]"),
        ("[1990,1993..]", {"days": 1}, "[1989-12-31..1991-01-01,1992-12-31..]"),
        ("{..1993}", {"days": 1}, "../1994-01-01"),
        ("{1990,1993..}", {"days": 1}, "1989-12-31/.."),
        ("XXXX-12-25", {"days": 1}, "[0001-12-24..9999-12-26]"),
    ],
)
def test_a_caller_may_widen(text, reach, widened):
    assert str(HistoricalDate(text).widened(**reach)) == widened


def test_widening_makes_nothing_narrower():
    for wrong in (-1, 0.5, 1.0, float("nan"), None, True):
        for name in ("years", "months", "days"):
            with pytest.raises(InvalidValueError, match="whole number"):
                HistoricalDate("1993").widened(**{name: wrong})


@pytest.mark.parametrize(
    "name", ["before", "after", "overlaps", "coincides", "starts", "ends", "within", "contains", "touches"]
)
@pytest.mark.parametrize("text", ["1993-02-24", "1993", "[1992,1994]", "1992/1995", "{1992,1994}"])
def test_questions_take_what_stands_for_a_date(name, text):
    ask = getattr(HistoricalDate(text), name)
    day = datetime.date(1993, 2, 24)
    assert ask("1993-02-24") is ask(day) is ask(HistoricalDate("1993-02-24"))
    for wrong in (None, 1993, datetime.datetime(1993, 2, 24, tzinfo=datetime.UTC)):
        with pytest.raises(TypeError, match=r"EDTF text, a datetime\.date or a HistoricalDate"):
            ask(wrong)
    with pytest.raises(InvalidDateError):
        ask("24.02.1993")


def test_lengths_take_what_stands_for_a_date():
    signed = HistoricalDate("1996-09-16")
    assert signed.age("1997") == signed.age(HistoricalDate("1997"))
    assert [*signed.anniversaries("1997/1998")] == [*signed.anniversaries(HistoricalDate("1997/1998"))]
