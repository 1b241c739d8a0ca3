"""The types that a user's checker sees; mypy and pyright check this file, and pytest runs it."""

import datetime
from collections.abc import Iterator
from typing import assert_type

import bilateral as bl
from bilateral import query as q

CORPUS = bl.Corpus(
    [
        bl.Agreement("treaty", title="Treaty", signed="1993-01", parties=["AZE", "KAZ"], spheres=["energy"]),
        bl.Event("visit", title="Visit", date="1996-09-16", place="baku"),
    ]
)


def test_a_corpus_is_a_sequence_of_records() -> None:
    assert_type(CORPUS[0], bl.Record)
    assert_type(CORPUS["treaty"], bl.Record)
    assert_type(CORPUS[:1], bl.Corpus)
    assert_type(iter(CORPUS), Iterator[bl.Record])
    assert_type(len(CORPUS), int)


def test_a_selection_is_a_corpus() -> None:
    assert_type(CORPUS.agreements, bl.Corpus)
    assert_type(CORPUS.events, bl.Corpus)
    assert_type(CORPUS.uncertain, bl.Corpus)
    assert_type(CORPUS.where(party="KAZ", sphere="energy", date=datetime.date(1993, 1, 1)), bl.Corpus)
    assert_type(CORPUS.where(q.signed("1993") & ~q.kind("treaty"), certain=True), bl.Corpus)


def test_a_corpus_knows_what_its_records_name() -> None:
    assert_type(CORPUS.parties["AZE"], bl.Party)
    assert_type(CORPUS.spheres["energy"], bl.Sphere)
    assert_type(CORPUS.places["baku"], bl.Place)
    assert_type(CORPUS.conflicts(), bl.Conflicts)
    for conflict in CORPUS.conflicts():
        assert_type(conflict.slips, dict[tuple[bl.HistoricalDate, bl.HistoricalDate], tuple[bl.Slip, ...]])
    assert_type(CORPUS.counts("party"), dict[str, int])


def test_records_are_told_apart_by_their_class() -> None:
    for record in CORPUS:
        assert_type(record.date, bl.HistoricalDate | None)
        assert_type(record.parties, tuple[bl.Participation, ...])
        assert_type(record.spheres, tuple[bl.Sphere, ...])
        assert_type(record.attestations, tuple[bl.Attestation, ...])
        assert_type(record.sources, tuple[bl.Source, ...])
        if isinstance(record, bl.Agreement):
            assert_type(record.signed, bl.HistoricalDate | None)
            assert_type(record.kind, bl.Kind | None)
        if isinstance(record, bl.Event):
            assert_type(record.kind, bl.EventKind | None)


def test_queries_combine_to_queries() -> None:
    query = q.party("AZE", "KAZ", capacity="government") | ~q.bilateral("AZE", "KAZ") & q.anything

    assert_type(query, q.Query)
    assert_type(query.truth(CORPUS[0]), bl.Truth)


def test_a_truth_is_asked_for_what_is_meant() -> None:
    truth = bl.Truth.YES & ~bl.Truth.UNKNOWN | bl.Truth.NO

    assert_type(truth, bl.Truth)
    assert_type(truth.certain, bool)
    assert_type(truth.possible, bool)


def test_dates() -> None:
    date = bl.HistoricalDate.parse("1993-01")

    assert_type(date, bl.HistoricalDate)
    assert_type(bl.HistoricalDate("1993-01"), bl.HistoricalDate)
    assert_type(bl.HistoricalDate.from_text("16 September 1996"), bl.HistoricalDate)
    assert_type(date.earliest, datetime.date)
    assert_type(date.latest, datetime.date)
    assert_type(date.precision, bl.Precision)
    assert_type(date.before(bl.HistoricalDate("1996")), bl.Truth)
    assert_type(date < bl.HistoricalDate("1996"), bool)


def test_a_chronology_is_a_sequence_of_entries() -> None:
    book = bl.Chronology(CORPUS).within("1992/2003").by("year")

    assert_type(book, bl.Chronology)
    assert_type(book.periods({"Formation": "1992/2003-10"}), bl.Chronology)
    assert_type(book[0], bl.Entry)
    assert_type(book[0].record, bl.Record)
    assert_type(book[0].date, bl.HistoricalDate | None)
    assert_type(book.sections, tuple[bl.Section, ...])


def test_an_error_carries_what_it_is_about() -> None:
    error = bl.UnknownIdError("sphere", "enrgy", ["energy"])

    assert_type(error.suggestions, tuple[str, ...])
    assert_type(bl.DataError([]).problems, tuple[bl.Problem, ...])


def test_spheres_have_names() -> None:
    assert_type(bl.spheres.energy, bl.Sphere)
    assert_type(bl.parties.KAZ, bl.Party)
    assert_type(CORPUS.where(party=CORPUS.parties["KAZ"], sphere=CORPUS.spheres["energy"]), bl.Corpus)
