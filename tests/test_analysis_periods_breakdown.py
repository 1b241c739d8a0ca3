"""Activity by sphere, kind, level and party against asking each record on its own."""

import pytest
from hypothesis import given

import bilateral as bl
from bilateral import HistoricalDate, InvalidValueError, UnknownIdError, testing
from bilateral import query as q
from bilateral.analysis.levels import Level, levels
from bilateral.analysis.periods import activity

ASK = {"sphere": q.sphere, "kind": q.kind, "party": q.party}


def counted(records, year, judge):
    """Return how many records surely and possibly are of a value and of a year."""
    sure = possible = 0
    for record in records:
        start = None if record.date is None else record.date.start or record.date
        if start is None:
            continue
        sure += judge(record).certain and start.within(year).certain
        possible += judge(record).possible and start.touches(year).possible
    return sure, possible


@pytest.mark.parametrize("by", sorted(ASK))
@given(corpus=testing.corpora())
def test_bounds_are_those_of_each_record_on_its_own(by, corpus):
    found = activity(corpus, by=by)

    assert set(found) == set(corpus.counts(by))
    for value, years in found.items():
        placed = [record for record in corpus if record not in years.unplaced]
        for count in years.years:
            expected = counted(placed, HistoricalDate(count.value), ASK[by](value).truth)
            assert (count.at_least, count.at_most) == expected
    for value, at_least, at_most in found.totals:
        truths = [ASK[by](value).truth(record) for record in corpus]
        assert at_least == sum(truth.certain for truth in truths)
        assert at_most == sum(truth.possible for truth in truths)


@given(testing.corpora())
def test_levels_are_those_of_each_agreement(corpus):
    found = activity(corpus, by="level")
    open_to = [levels(record) for record in corpus]

    assert set(found) == {level.value for each in open_to for level in each}
    for value, at_least, at_most in found.totals:
        assert at_least == sum(each == {Level(value)} for each in open_to)
        assert at_most == sum(Level(value) in each for each in open_to)


def test_the_dossier_by_sphere():
    relations = bl.load()
    found = activity(relations, by="sphere", values=["energy", "transport"])

    assert list(found) == sorted(found, key=lambda value: -len(relations.where(sphere=value)))
    assert found["energy"].years == bl.analysis.by_year(relations.where(sphere="energy")).years
    assert set(found.to_frame().columns) == {"sphere", "year", "at_least", "at_most"}


def test_what_may_not_match_is_sure_of_no_value():
    corpus = bl.Corpus(
        [bl.Event("a", date="1996-05", kind="visit"), bl.Event("b", date="1996-05-03", kind="visit")]
    )
    total, *_ = activity(corpus.where(date="1996-05-03"), by="kind").totals

    assert total == ("visit", 1, 2)


def test_what_is_not_known_is_refused():
    with pytest.raises(InvalidValueError, match="must be one of sphere, kind, level, party"):
        activity(bl.load(), by="colour")
    with pytest.raises(UnknownIdError, match="enrgy"):
        activity(bl.load(), by="sphere", values=["enrgy"])
    with pytest.raises(ValueError, match="interplanetary"):
        activity(bl.load(), by="level", values=["interplanetary"])
    with pytest.raises(KeyError):
        activity(bl.load(), by="kind")["picnic"]


def test_what_is_in_no_year_is_told():
    corpus = bl.Corpus([bl.Event("a", kind="visit"), bl.Event("b", date="1996", kind="visit")])

    assert activity(corpus, by="kind").notes() == [
        "in all: visit 2",
        "in no year, for want of a date that limits when: visit 1",
    ]
    assert activity(corpus[:1], by="kind").notes() == ["in all: visit 1"]


def test_no_level_of_that_name():
    with pytest.raises(InvalidValueError, match="one of interstate, intergovernmental, interagency, mixed"):
        activity(bl.Corpus(), by="level", values=["imperial"])
