"""Chronologies: entries in order, how sure the order is, and sections that leave nothing out."""

import datetime
import itertools

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilateral import (
    Chronology,
    Corpus,
    HistoricalDate,
    InvalidDateError,
    InvalidValueError,
    Period,
    UnknownIdError,
    testing,
)
from bilateral.chronology import Entry
from bilateral.chronology.grouping import GROUPINGS
from bilateral.model import Attestation, Event, Place

DATES = st.lists(st.none() | testing.dates(), max_size=7)
PERIODS = {"Formation": "1992/2003-09", "Partnership": "2003-10/2013", "Whole": "1990/2015"}


def corpus_of(dates):
    return Corpus(Event(f"e{i}", date=date, kind="visit") for i, date in enumerate(dates))


def ids(entries):
    return [entry.record.id for entry in entries]


@given(DATES, st.randoms(use_true_random=False))
def test_the_order_is_total_and_independent_of_the_input(dates, random):
    records = list(corpus_of(dates))
    random.shuffle(records)
    book = Chronology(Corpus(records))
    keys = [(entry.date is None, *((entry.date,) if entry.date else ()), entry.record.id) for entry in book]

    assert book == Chronology(corpus_of(dates))
    assert ids(book) == ids(Chronology(Corpus(reversed(records))))
    assert len(set(keys)) == len(keys)
    assert all(one < other for one, other in itertools.pairwise(keys))


@given(DATES)
def test_the_order_is_certain_if_it_is_so_for_every_pair(dates):
    book = Chronology(corpus_of(dates))
    dated = [entry for entry in book if entry.date is not None]

    def surely_no_later(one, other):
        return one.date.latest <= other.date.earliest

    for i, entry in enumerate(dated):
        earlier, later = dated[:i], dated[i + 1 :]
        pairs = [(each, entry) for each in earlier] + [(entry, each) for each in later]
        assert entry.order_certain is all(surely_no_later(*pair) for pair in pairs)
    assert not any(entry.order_certain for entry in book if entry.date is None)


@pytest.mark.parametrize(
    ("dates", "certain"),
    [
        (["1993-01-09", "1993-01"], [False, False]),
        (["1993-01", "1993-02"], [True, True]),
        (["2004-03-01", "2004-03"], [True, True]),
        (["1996-09-16", "1996-09-16"], [True, True]),
        (["1992/2013", "1996", "2014"], [False, False, True]),
        (["[1993-02-24,1993-12-24]", "1993-06", "1994"], [False, False, True]),
        (["1996", None], [True, False]),
    ],
)
def test_examples_of_certain_and_uncertain_order(dates, certain):
    book = Chronology(corpus_of(dates))
    found = {entry.record.id: entry.order_certain for entry in book}

    assert [found[f"e{i}"] for i in range(len(dates))] == certain


@given(testing.corpora(max_size=5))
def test_sections_partition_the_entries_and_keep_their_order(corpus):
    plain = Chronology(corpus)
    place = {record.id: i for i, record in enumerate(corpus)}
    for book in [plain, plain.periods(PERIODS), *map(plain.by, GROUPINGS)]:
        sections = book.sections

        assert sorted(ids(entry for section in sections for entry in section.entries)) == sorted(ids(book))
        assert all(section.entries for section in sections)
        for section in sections:
            places = [place[id] for id in ids(section.entries)]
            assert places == sorted(places)


@pytest.mark.parametrize("facet", GROUPINGS)
def test_sections_have_different_titles(facet):
    book = Chronology(corpus_of(["1993", "1993", "[1993,1994]", "1994", None, None])).by(facet)
    titles = [section.title for section in book.sections]

    assert len(set(titles)) == len(titles)


@given(testing.corpora(max_size=5), testing.dates(), st.booleans())
def test_a_chronology_narrowed_is_that_of_the_corpus_narrowed(corpus, stretch, certain):
    book = Chronology(corpus).by("decade").within(stretch, certain=certain)

    assert book == Chronology(corpus.where(date=stretch, certain=certain)).by("decade")
    assert {entry.record.id for entry in book if entry.unsure} == {
        record.id for record in book.corpus.uncertain
    }


def test_a_chronology_is_a_sequence_of_entries():
    book = Chronology(corpus_of(["1993", "1996", None]))

    assert (len(book), ids(book), ids(book[1:])) == (3, ["e0", "e1", "e2"], ["e1", "e2"])
    assert book[0] == Entry(HistoricalDate("1993"), book.corpus["e0"])
    assert book[0] in book
    assert book.index(book[1]) == 1
    assert repr(book) == "<Chronology of 3 entries>"
    assert hash(book) == hash(Chronology(book.corpus))
    assert book != book.by("year")
    assert book != list(book)


def test_without_grouping_there_is_one_section_without_a_title():
    assert [section.title for section in Chronology(corpus_of(["1993"])).sections] == [""]
    assert Chronology(Corpus()).sections == ()


def test_an_entry_knows_its_conflicts():
    claims = [Attestation("place", Place(place), "one") for place in ("baku", "almaty")]
    (entry,) = Chronology(Corpus([Event("x", place="baku", attestations=claims)]))

    assert entry.conflicts == entry.record.conflicts()
    assert entry.conflicts[0].field == "place"
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        entry.unsure = True


def test_a_chronology_cannot_be_changed():
    with pytest.raises(AttributeError):
        Chronology(Corpus()).corpus = Corpus()


def test_periods_are_given_by_name_or_as_values():
    book = Chronology(corpus_of(["1999", "2003-10", "2020", "2003", None]))
    titles = ["Formation", "Formation or Partnership", "Partnership", "Outside the periods", "Undated"]
    asked = {"Formation": "1992/2003-09", "Partnership": "2003-10/2013"}

    assert [section.title for section in book.periods(asked).sections] == titles
    assert book.periods(asked) == book.periods([Period(*each) for each in asked.items()])


@pytest.mark.parametrize(
    ("ask", "error"),
    [
        (lambda book: book.by("colour"), UnknownIdError),
        (lambda book: book.within("the nineties"), InvalidDateError),
        (lambda book: book.periods({"A": "the nineties"}), InvalidDateError),
        (lambda book: book.periods({" ": "1993"}), InvalidValueError),
        (lambda book: book.periods([Period("A", "1993"), Period("A", "1994")]), InvalidValueError),
        (lambda book: book.periods([("A", "1993")]), InvalidValueError),
    ],
)
def test_what_cannot_be_laid_out_is_refused(ask, error):
    with pytest.raises(error):
        ask(Chronology(Corpus()))


def test_a_stretch_may_be_a_day():
    assert ids(Chronology(corpus_of(["1993-01-09", "1994"])).within(datetime.date(1993, 1, 9))) == ["e0"]
