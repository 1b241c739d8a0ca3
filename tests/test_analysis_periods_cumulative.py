"""Cumulative counts against counting anew for each year."""

from hypothesis import given

import bilateral as bl
from bilateral import testing
from bilateral.analysis.periods import by_year, cumulative


@given(testing.corpora(), testing.queries(max_leaves=2))
def test_bounds_are_those_of_each_record_on_its_own(whole, query):
    corpus = whole.where(query)
    placed = [record for record in corpus if record not in by_year(corpus).unplaced]
    starts = [(record, record.date.start or record.date) for record in placed]
    unsure = {record.id for record in corpus.uncertain}

    found = cumulative(corpus).years
    for count in found:
        year = int(count.value)
        assert count.at_most == sum(start.earliest.year <= year for _, start in starts)
        assert count.at_least == sum(
            start.latest.year <= year and record.id not in unsure for record, start in starts
        )
    if found:
        assert found[-1].at_most == len(placed)
        assert [count.value for count in found] == [count.value for count in by_year(corpus).years]


def test_nothing_gives_nothing():
    assert cumulative(bl.Corpus()).years == ()
    assert str(cumulative(bl.Corpus())) == "year  at_least  at_most"
