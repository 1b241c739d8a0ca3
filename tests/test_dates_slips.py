"""Slips of the pen."""

import pytest
from dateutil.easter import EASTER_JULIAN, EASTER_ORTHODOX, easter
from hypothesis import given
from hypothesis import strategies as st

from bilateral import HistoricalDate, Slip, near_misses
from bilateral.testing import dates


@pytest.mark.parametrize(
    ("a", "b", "slips"),
    [
        ("1993-02-24", "1993-12-24", ["other-month"]),
        ("1993-03-04", "1993-04-03", ["day-month-swapped"]),
        ("1996", "1997", ["other-year"]),
        ("1992-08-27", "1992-08-30", ["other-day"]),
        ("1992-08-27~", "1992-08-30?", ["other-day"]),
        ("1993-02-12", "1993-02-21", ["digits-transposed", "other-day"]),
        ("1939", "1993", ["digits-transposed", "other-year"]),
        ("1893-02-24", "1993-02-24", ["other-century", "other-year"]),
        ("1917-10-25", "1917-11-07", ["julian-gregorian"]),
        ("1900-02-28", "1900-03-12", ["julian-gregorian"]),
        ("1582-10-05", "1582-10-15", ["julian-gregorian", "other-day"]),
        ("1993-02-24", "1993-02-24", []),
        ("1993-02-24", "1994-12-24", []),
        ("1993-02-24", "1993-02", []),
        ("1993-02", "1993-12", ["other-month"]),
        ("199X", "1993", []),
        ("1993-21", "1993-22", []),
        ("1992/1993", "1992/1994", []),
        ("[1992,1993]", "1993", []),
    ],
)
def test_slips(a, b, slips):
    first, second = HistoricalDate(a), HistoricalDate(b)
    assert near_misses(first, second) == near_misses(second, first) == tuple(map(Slip, slips))


@given(dates(), dates())
def test_a_slip_has_no_direction_and_none_is_none(a, b):
    assert near_misses(a, b) == near_misses(b, a)
    assert near_misses(a, a) == ()


@given(st.integers(1583, 4099))
def test_the_calendars_differ_as_dateutil_knows(year):
    """Dateutil gives Orthodox Easter both in the Julian and in the Gregorian calendar."""
    julian, gregorian = easter(year, EASTER_JULIAN), easter(year, EASTER_ORTHODOX)
    slips = near_misses(HistoricalDate.of(julian), HistoricalDate.of(gregorian))
    assert Slip.CALENDAR in slips
