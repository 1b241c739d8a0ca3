"""Counts of many records by year, against counting each by hand."""

import datetime

from hypothesis import given
from hypothesis import strategies as st

from bilateral import Chronology, Corpus, Event, HistoricalDate, testing
from bilateral.chronology.picture.counted import bins
from bilateral.chronology.picture.scale import scale


def years(date):
    began = date.start if date.is_interval and date.start is not None else date
    return began.earliest.year, began.latest.year


@given(st.lists(testing.dates(), min_size=1, max_size=30))
def test_each_bin_holds_what_surely_and_what_perhaps_begins_in_it(dates):
    book = Chronology(Corpus([Event(f"e{i}", date=date) for i, date in enumerate(dates)]))
    axis = scale(dates, 0, 100)
    if axis is None:
        return
    found = bins(book, axis)

    low, high = (datetime.date.fromordinal(day).year for day in (axis.first, axis.last))
    clipped = [(max(first, low), min(last, high)) for first, last in map(years, dates)]
    for each in found:
        assert each.surely == sum(each.first <= first and last <= each.last for first, last in clipped)
        touched = sum(first <= each.last and each.first <= last for first, last in clipped)
        assert each.surely + each.perhaps == touched
    assert all(
        any(a <= year <= b for a, b in ((each.first, each.last) for each in found)) for year, _ in clipped
    )


def test_what_is_undated_is_in_no_bin():
    book = Chronology(Corpus([Event("a", date="1993"), Event("b")]))

    assert sum(each.surely + each.perhaps for each in bins(book, scale([HistoricalDate("1993")], 0, 9))) == 1
