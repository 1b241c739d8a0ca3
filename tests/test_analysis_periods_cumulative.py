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
    assert cumulative(corpus).unplaced == by_year(corpus).unplaced


def test_what_is_in_no_year_is_told():
    corpus = bl.Corpus([bl.Event("a", date="1996"), bl.Event("b"), bl.Event("c", date="/1997")])

    assert [record.id for record in cumulative(corpus).unplaced] == ["c", "b"]
    assert str(cumulative(corpus)).endswith("2 more in no year: no date, or one that does not limit when")
    nowhere = bl.Corpus([record for record in corpus if record.id != "a"])
    assert cumulative(nowhere) == bl.analysis.periods.Cumulative((), nowhere)


def test_nothing_gives_nothing():
    assert cumulative(bl.Corpus()).years == ()
    assert str(cumulative(bl.Corpus())) == "year  at_least  at_most"
