"""The relations of dates, against an oracle that tries every day."""

import datetime

import pytest
from hypothesis import given

from bilateral import HistoricalDate, Truth
from completions import ALL_OF, ANY, POINT, RELATIONS, SINGLE, completions, frame, judged


@pytest.mark.parametrize("name", RELATIONS)
@given(a=SINGLE, b=SINGLE)
def test_a_relation_holds_for_every_completion_for_none_or_else_is_unknown(name, a, b):
    expected = judged(RELATIONS[name](x, y) for x in completions(a) for y in completions(b))
    assert getattr(HistoricalDate(a), name)(HistoricalDate(b)) is expected


@pytest.mark.parametrize("name", ["before", "after", "overlaps", "starts", "ends"])
@given(a=SINGLE, b=ALL_OF)
def test_so_it_does_for_an_all_of_set(name, a, b):
    expected = judged(RELATIONS[name](x, y) for x in completions(a) for y in completions(b))
    assert getattr(HistoricalDate(a), name)(HistoricalDate(b)) is expected
    expected = judged(RELATIONS[name](x, y) for x in completions(b) for y in completions(a))
    assert getattr(HistoricalDate(b), name)(HistoricalDate(a)) is expected


@pytest.mark.parametrize("name", RELATIONS)
@given(a=ALL_OF, b=ANY)
def test_of_all_of_sets_nothing_false_is_said(name, a, b):
    expected = judged(RELATIONS[name](x, y) for x in completions(a) for y in completions(b))
    assert getattr(HistoricalDate(a), name)(HistoricalDate(b)) in (expected, Truth.UNKNOWN)


@given(a=ANY, b=ANY)
def test_within_and_touches_read_the_other_as_a_frame(a, b):
    date, other = HistoricalDate(a), HistoricalDate(b)
    sure, possible = frame(b)

    def inside(stretches, runs):
        return all(any(low <= start and end <= high for low, high in runs) for start, end in stretches)

    def touching(stretches, runs):
        return any(start <= high and low <= end for start, end in stretches for low, high in runs)

    for name, holds in {"within": inside, "touches": touching}.items():
        certain = all(holds(each, sure) for each in completions(a))
        expected = Truth.bounded(
            certain=certain, possible=any(holds(each, possible) for each in completions(a))
        )
        assert getattr(date, name)(other) is expected, name
    assert other.contains(date) is date.within(other)


@given(a=SINGLE)
def test_bounds_and_durations_are_those_of_the_completions(a):
    date, found = HistoricalDate(a), completions(a)
    starts, ends = [first for ((first, _),) in found], [last for ((_, last),) in found]
    assert date.bounds == (min(starts), max(starts), min(ends), max(ends))
    assert (date.earliest, date.latest) == (min(starts), max(ends))
    lengths = [last - first + datetime.timedelta(1) for ((first, last),) in found]
    assert date.duration() == (min(lengths), max(lengths))


@given(a=ALL_OF)
def test_bounds_of_all_of_sets_are_those_of_the_completions(a):
    found = completions(a)
    starts = [min(first for first, _ in each) for each in found]
    ends = [max(last for _, last in each) for each in found]
    assert HistoricalDate(a).bounds == (min(starts), max(starts), min(ends), max(ends))
    lengths = [end - start + datetime.timedelta(1) for start, end in zip(starts, ends, strict=True)]
    assert HistoricalDate(a).duration() == (min(lengths), max(lengths))


@given(a=ALL_OF, b=POINT)
def test_one_day_coincides_with_several_only_if_all_are_that_day(a, b):
    expected = judged(RELATIONS["coincides"](x, y) for x in completions(a) for y in completions(b))
    assert HistoricalDate(a).coincides(HistoricalDate(b)) is expected
    assert HistoricalDate(b).coincides(HistoricalDate(a)) is expected


def test_an_unknown_end_of_a_frame_stays_unknown():
    day, unknown = HistoricalDate("2000-01-05"), HistoricalDate("2000-01-01/")
    assert day.within(unknown) is Truth.UNKNOWN
    assert HistoricalDate("1999").within(unknown) is Truth.NO
    assert day.within(HistoricalDate("2000-01-01/..")) is Truth.YES


def test_a_date_in_a_question_is_a_stretch_and_of_a_record_a_day():
    month = HistoricalDate("1993-01")
    assert month.within(month) is Truth.YES
    assert month.coincides(month) is Truth.UNKNOWN
