"""The axis of time."""

import datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilateral import HistoricalDate, testing
from bilateral.chronology.picture.scale import Scale, scale

MIN, MAX = datetime.date.min, datetime.date.max


@given(st.lists(testing.dates(), min_size=1))
def test_every_known_bound_is_on_the_axis_and_time_runs_evenly(dates):
    axis = scale(dates, 10, 810)
    known = {day for date in dates for day in date.bounds} - {MIN, MAX}

    assert all(axis.first <= day.toordinal() <= axis.last for day in known)
    assert axis.x(axis.first) == 10
    assert axis.x(axis.last + 1) == pytest.approx(810)
    a, b, c = (axis.x(axis.first + (axis.last - axis.first) * part / 4) for part in (1, 2, 3))
    assert b - a == pytest.approx(c - b)
    assert axis.x(MIN.toordinal()) == 10
    assert axis.x(MAX.toordinal()) == pytest.approx(810)


def test_there_is_no_axis_without_a_day():
    assert scale([], 0, 100) is None
    assert scale([HistoricalDate("../..")], 0, 100) is None


@given(testing.days(MIN, MAX), testing.days(MIN, MAX), st.integers(300, 4000))
def test_names_are_of_days_on_the_axis_and_apart(a, b, wide):
    first, last = sorted((a.toordinal(), b.toordinal()))
    axis = Scale(first, last, 0, wide)
    ticks = axis.ticks("en")
    places = [axis.x(tick.day) for tick in ticks]

    assert all(first <= tick.day <= last for tick in ticks)
    assert all(later - earlier >= 50 for earlier, later in pairwise(places))
    assert len(set(ticks)) == len(ticks) <= 80


@pytest.mark.parametrize(
    ("first", "last", "names"),
    [
        ("1993-02-20", "1993-02-23", ["20 Feb 1993", "21 Feb 1993", "22 Feb 1993", "23 Feb 1993"]),
        ("1993-01-15", "1993-05-01", ["Feb 1993", "Mar 1993", "Apr 1993", "May 1993"]),
        ("1990-06-01", "1994-06-01", ["1991", "1992", "1993", "1994"]),
        ("0001-01-01", "9999-12-31", ["2000", "4000", "6000", "8000"]),
    ],
)
def test_years_months_and_days(first, last, names):
    days = [datetime.date.fromisoformat(day).toordinal() for day in (first, last)]

    assert [tick.name for tick in Scale(*days, 0, 420).ticks("en")][-4:] == names
