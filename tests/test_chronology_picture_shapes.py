"""What is drawn for a date says what the date says, and no more."""

import datetime

import pytest
from hypothesis import given

import completions
from bilateral import HistoricalDate, testing
from bilateral.chronology.picture.shapes import Form, shapes

LINES = {Form.CHOICE, Form.JOINT}


@pytest.mark.parametrize(
    ("date", "forms"),
    [
        ("1996-09-16", ["day"]),
        ("1996-09-16~", ["qualified"]),
        ("1996-09", ["stretch"]),
        ("1996?", ["stretch"]),
        ("199X", ["stretch"]),
        ("[1992-08-27,1992-08-30]", ["choice", "one-of", "one-of"]),
        ("[1992,1994]", ["choice", "stretch", "stretch"]),
        ("[..1993-06]", ["stretch"]),
        ("1993-XX-24", ["stretch"]),
        ("{1993-02-24,1993-12-24}", ["joint", "day", "day"]),
        ("{1993..1995}", ["stretch", "stretch", "sure"]),
        ("1993-02-24/1993-12-24", ["sure"]),
        ("1992/1995", ["stretch", "stretch", "sure"]),
        ("1992-08-30/..", ["sure", "open-end"]),
        ("1992-08-30/", ["sure", "unknown-end"]),
        ("1992/", ["stretch", "unknown-end"]),
        ("../1992", ["stretch", "sure", "open-start"]),
        ("/1992", ["stretch", "unknown-start"]),
        ("../..", ["sure", "open-start", "open-end"]),
        ("/..", ["stretch", "open-end", "unknown-start"]),
    ],
)
def test_forms(date, forms):
    assert [shape.form.value for shape in shapes(HistoricalDate(date))] == forms


@given(testing.dates())
def test_nothing_is_drawn_beyond_the_bounds_and_no_day_is_made_of_less(date):
    found = shapes(date)
    first, last = date.earliest.toordinal(), date.latest.toordinal()

    assert found
    assert all(first <= shape.first <= shape.last <= last for shape in found)
    exact = first == last and date.is_point and not date.is_uncertain and not date.is_approximate
    assert ([shape.form for shape in found] == [Form.DAY]) is exact
    assert (Form.OPEN_END in [shape.form for shape in found]) is date.open_end
    assert (Form.UNKNOWN_START in [shape.form for shape in found]) is date.unknown_start


@given(completions.POINT)
def test_of_a_point_every_day_that_it_may_be_is_covered_and_none_but_those(text):
    drawn = [shape for shape in shapes(HistoricalDate(text)) if shape.form not in LINES]
    possible = set(completions.days_of(text))

    for day in completions.DAYS if len(HistoricalDate(text).spans) <= 8 else ():
        covered = any(shape.first <= day.toordinal() <= shape.last for shape in drawn)
        assert covered is (day in possible)


@given(completions.INTERVAL.filter(lambda text: "X" not in text))
def test_a_solid_bar_is_what_surely_lasted(text):
    start, _, end = text.partition("/")
    known = [day for day in (start, end) if day not in ("", "..")]
    sure = [shape for shape in shapes(HistoricalDate(text)) if shape.form is Form.SURE]
    first = datetime.date.min if start == ".." else datetime.date.fromisoformat(known[0]) if known else None
    last = datetime.date.max if end == ".." else datetime.date.fromisoformat(known[-1]) if known else None
    # With an end that is not known, the other end alone is sure.
    if "" in (start, end):
        first = last = datetime.date.fromisoformat(known[0]) if known else None

    assert [(shape.first, shape.last) for shape in sure] == (
        [(first.toordinal(), last.toordinal())] if first and last else []
    )
