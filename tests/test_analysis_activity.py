"""Activity by year, against counting by hand."""

from hypothesis import given

from bilateral import Corpus, Event
from bilateral.analysis import Count, by_year
from bilateral.testing import corpora


def test_an_uncertain_year_counts_in_the_upper_bound_of_each_it_may_be():
    records = [
        Event("day", date="1996-09-16"),
        Event("year", date="1996"),
        Event("one-of", date="[1996,1998]"),
        Event("lasted", date="1998/2001"),
        Event("undated"),
        Event("begin-unknown", date="/1997"),
    ]
    assert by_year(Corpus(records)) == (Count("1996", 2, 3), Count("1997", 0, 0), Count("1998", 1, 2))


def test_nothing_dated_gives_nothing():
    assert by_year(Corpus([Event("a")])) == ()


@given(corpora())
def test_bounds_hold_and_nothing_is_counted_twice(corpus):
    counts = by_year(corpus)
    assert all(0 <= count.at_least <= count.at_most <= len(corpus) for count in counts)
    dated = [record for record in corpus if record.date is not None]
    assert sum(count.at_least for count in counts) <= len(dated)
    years = [int(count.value) for count in counts]
    assert years == list(range(years[0], years[0] + len(years))) if years else True
