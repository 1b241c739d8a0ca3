"""Activity by year, against counting by hand and by days."""

from datetime import date

import pytest
from hypothesis import given

from bilateral import Corpus, Event, HistoricalDate, InvalidDateError, InvalidValueError, load
from bilateral.analysis import Activity, Count, by_year
from bilateral.testing import corpora, queries

RECORDS = [
    Event("day", date="1996-09-16"),
    Event("year", date="1996"),
    Event("one-of", date="[1996,1998]"),
    Event("lasted", date="1998/2001"),
    Event("lasts", date="1998/.."),
    Event("undated"),
    Event("begin-unknown", date="/1997"),
    Event("begin-open", date="../1997"),
]


def ids(records):
    return [record.id for record in records]


def test_an_uncertain_year_counts_in_the_upper_bound_of_each_it_may_be():
    activity = by_year(Corpus(RECORDS))

    assert activity.years == (Count("1996", 2, 3), Count("1997", 0, 0), Count("1998", 2, 3))
    assert set(ids(activity.unplaced)) == {"undated", "begin-unknown", "begin-open"}


def test_nothing_gives_nothing():
    assert by_year(Corpus()) == Activity((), Corpus())
    assert by_year(Corpus([Event("a")])) == Activity((), Corpus([Event("a")]))


def test_a_year_at_an_end_of_the_calendar_is_a_year():
    activity = by_year(Corpus([Event("a", date="0001-01-01"), Event("b", date="0001")]))

    assert activity == Activity((Count("0001", 2, 2),), Corpus())
    assert by_year(Corpus([Event("a", date="9999")])).years == (Count("9999", 1, 1),)


def test_what_may_not_match_is_sure_of_no_year():
    corpus = Corpus(
        [
            Event("in-may", date="1996-05"),
            Event("on-the-day", date="1996-05-03", kind="visit"),
            Event("undated", kind="visit"),
        ]
    )
    activity = by_year(corpus.where(date="1996-05-03"))

    assert activity.years == (Count("1996", 1, 2),)
    assert ids(activity.unplaced) == ids(activity.unplaced.uncertain) == ["undated"]
    assert by_year(corpus.where(date="1996-05-03", certain=True)).years == (Count("1996", 1, 1),)


@given(corpora(), queries(max_leaves=3))
def test_bounds_are_those_of_each_record_on_its_own(whole, query):
    corpus = whole.where(query)
    activity = by_year(corpus)
    placed = [record for record in corpus if record not in activity.unplaced]
    years = [int(count.value) for count in activity.years]

    assert all(0 <= count.at_least <= count.at_most <= len(placed) for count in activity.years)
    assert years == (list(range(years[0], years[-1] + 1)) if years else [])
    for count in activity.years:
        year = HistoricalDate(count.value)
        # Of a record that lasted, the first day counts; it may be any day of the start of its interval.
        starts = [(record, record.date.start or record.date) for record in placed]
        sure = [
            record
            for record, start in starts
            if start.within(year).certain and record not in corpus.uncertain
        ]
        possible = [record for record, start in starts if start.touches(year).possible]
        assert (count.at_least, count.at_most) == (len(sure), len(possible))


@given(corpora())
def test_every_record_is_counted_or_named(corpus):
    activity = by_year(corpus)

    for record in corpus:
        alone = by_year(Corpus([record]))
        assert (record in activity.unplaced) is (len(alone.unplaced) == 1) is (not alone.years)
    for record in activity.unplaced:
        begun = None if record.date is None else record.date.start or record.date
        assert begun is None or begun.earliest == date.min or begun.latest == date.max


def test_the_dossier_by_year():
    relations = load()
    activity = by_year(relations)
    days = [
        record
        for record in relations
        if record.date is not None and record.date.earliest == record.date.latest
    ]

    assert sum(count.at_least for count in activity.years) >= len(days)
    assert sum(count.at_least for count in activity.years) + len(activity.unplaced) <= len(relations)
    assert {record.id for record in relations if record.date is None} <= set(ids(activity.unplaced))


def test_the_years_of_a_study_are_told_whether_anything_happened_in_them_or_not():
    activity = by_year(Corpus(RECORDS), within="1995/1997-06")

    assert activity.years == (Count("1995", 0, 0), Count("1996", 2, 3), Count("1997", 0, 0))
    assert set(ids(activity.unplaced)) == {"undated", "begin-unknown", "begin-open"}
    with pytest.raises(InvalidValueError, match="a first and a last year"):
        by_year(Corpus(RECORDS), within="1995/..")
    with pytest.raises(InvalidDateError):
        by_year(Corpus(RECORDS), within="once")
    with pytest.raises(InvalidValueError, match="within"):
        by_year(Corpus(RECORDS), within=7)
