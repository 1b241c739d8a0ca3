"""The strategies draw valid values of every kind, and only those."""

import datetime
import subprocess
import sys

import pytest
from hypothesis import HealthCheck, Phase, find, given, settings
from hypothesis import strategies as st
from hypothesis.errors import NoSuchExample

from bilateral import Corpus, HistoricalDate, InvalidValueError, Truth, UnknownIdError, testing
from bilateral import query as q
from bilateral.model import Agreement, Attestation, Event, EventKind, Kind, Participation, Rank

# The first example found is enough: no simpler one is looked for.
QUICK = settings(
    max_examples=2_000, phases=[Phase.generate], suppress_health_check=list(HealthCheck), database=None
)


@pytest.mark.parametrize(
    ("strategy", "cls"),
    [
        (testing.truths(), Truth),
        (testing.days(), datetime.date),
        (testing.dates(), HistoricalDate),
        (testing.texts(), str),
        (testing.participations(), Participation),
        (testing.attestations("signed"), Attestation),
        (testing.agreements(), Agreement),
        (testing.events(), Event),
        (testing.records(), (Agreement, Event)),
        (testing.corpora(max_size=2), Corpus),
        (testing.queries(), q.Query),
    ],
    ids=repr,
)
@settings(max_examples=5)
@given(data=st.data())
def test_each_draws_its_kind(strategy, cls, data):
    assert isinstance(data.draw(strategy), cls)


@pytest.mark.parametrize(
    ("strategy", "wanted"),
    [
        (testing.dates(), lambda date: date.is_interval and date.start is not None and date.end is not None),
        (testing.dates(), lambda date: date.open_start),
        (testing.dates(), lambda date: date.open_end),
        (testing.dates(), lambda date: date.unknown_start),
        (testing.dates(), lambda date: date.unknown_end),
        (testing.dates(), lambda date: len(date.members) > 1),
        (testing.dates(), lambda date: date.is_uncertain and date.is_approximate),
        *(
            (testing.dates(), lambda date, kind=kind: date.precision == kind)
            for kind in ("day", "year", "decade")
        ),
        (testing.texts(), lambda text: "<" in text),
        (testing.texts(), lambda text: any(mark > "\uffff" for mark in text)),
        (testing.attestations("parties"), lambda claim: claim.rank is Rank.DEPRECATED),
        (testing.records(), lambda record: record.conflicts()),
        (testing.records(), lambda record: record.date is None),
        (testing.records(), lambda record: record.relations),
        (testing.agreements(), lambda agreement: agreement.provisions),
        (testing.corpora(), lambda corpus: len(corpus) == 6),
        (testing.corpora(), lambda corpus: len(corpus) == 0),
        (testing.records(), lambda record: isinstance(record, Event) and record.date is not None),
        (testing.queries(), lambda query: "~" in repr(query) and "&" in repr(query)),
        *((testing.queries(), lambda query, word=word: f"q.{word}(" in repr(query)) for word in q._BUILDERS),
        (testing.queries(ids=["r0", "r1"]), lambda query: "q.id('r1'" in repr(query)),
    ],
)
def test_what_matters_is_drawn(strategy, wanted):
    try:
        assert wanted(find(strategy, lambda value: bool(wanted(value)), settings=QUICK))
    except NoSuchExample:
        pytest.fail("this is never drawn")


@given(testing.days(datetime.date(2000, 1, 1), datetime.date(2000, 1, 3)))
def test_days_lie_between_the_two_given(day):
    assert datetime.date(2000, 1, 1) <= day <= datetime.date(2000, 1, 3)


@given(testing.texts())
def test_texts_are_not_blank_and_can_be_written(text):
    assert text.strip()
    text.encode()


@given(testing.corpora(max_size=2), testing.queries())
def test_the_corpora_can_answer_the_queries(corpus, query):
    assert len(corpus.where(query)) <= len(corpus) <= 2


@given(st.data())
def test_the_corpora_can_answer_for_their_own_ids(data):
    corpus = data.draw(testing.corpora(max_size=3))
    query = data.draw(testing.queries(ids=(record.id for record in corpus)))
    asked = {id for what, id in query.names() if what == "record"}

    assert asked <= {record.id for record in corpus}
    assert set(corpus.where(query, certain=True)) <= set(corpus.where(query)) <= set(corpus)


def test_what_no_claim_is_about_is_refused():
    with pytest.raises(UnknownIdError, match="no field 'sgned'; did you mean 'signed'"):
        testing.attestations("sgned")
    with pytest.raises(InvalidValueError, match='it must be None or "event kind"'):
        testing.attestations("kind", "kind of event")


@given(testing.attestations("kind", "event kind"), testing.attestations("kind"))
def test_kinds_are_those_of_events_or_of_agreements(of_event, of_agreement):
    assert isinstance(of_event.value, EventKind)
    assert isinstance(of_agreement.value, Kind)


def test_an_id_may_be_asked_for():
    assert find(testing.agreements(id="mine"), lambda record: True, settings=QUICK).id == "mine"
    assert find(testing.events(id="mine"), lambda record: True, settings=QUICK).id == "mine"


def test_without_hypothesis_the_extra_is_named():
    code = "import sys; sys.modules['hypothesis'] = None; import bilateral; bilateral.testing"
    process = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)

    assert 'bilateral.testing needs an extra: python -m pip install "bilateral[test]"' in process.stderr
