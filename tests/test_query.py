"""Queries: the algebra, and that they print, compare and travel as values."""

import copy
import pickle

import pytest
from hypothesis import given

from bilateral import Agreement, Event, InvalidValueError, Truth, testing
from bilateral import query as q

ANY = testing.queries()


@given(ANY, ANY, ANY)
def test_the_laws_that_are_equalities(a, b, c):
    assert ~~a == a
    assert ~(a & b) == ~a | ~b
    assert ~(a | b) == ~a & ~b
    assert (a & b) & c == a & (b & c)
    assert (a | b) | c == a | (b | c)


@given(ANY, ANY, testing.records())
def test_the_truth_of_a_compound_is_the_compound_of_truths(a, b, record):
    assert (a & b).truth(record) is a.truth(record) & b.truth(record)
    assert (a | b).truth(record) is a.truth(record) | b.truth(record)
    assert (~a).truth(record) is ~a.truth(record)


@given(ANY)
def test_a_query_prints_as_the_code_that_builds_it(query):
    again = eval(repr(query), {"q": q})

    assert again == query
    assert hash(again) == hash(query)
    assert repr(again) == repr(query)


@given(ANY)
def test_queries_travel(query):
    assert pickle.loads(pickle.dumps(query)) == query == copy.deepcopy(query)


@given(testing.records())
def test_constants(record):
    assert q.anything.truth(record) is Truth.YES
    assert q.nothing.truth(record) is Truth.NO
    assert ~q.anything == q.nothing


def test_operators_take_queries_alone():
    for other in (True, "energy", Truth.YES, None):
        with pytest.raises(TypeError):
            q.kind("visit") & other
        with pytest.raises(TypeError):
            other | q.kind("visit")


def test_queries_of_different_words_differ():
    queries = [ask("1993") for ask in (q.date, q.signed, q.in_force, q.before, q.after)]
    queries += [
        q.place("x"),
        q.person("x"),
        q.source("x"),
        q.text("x"),
        q.id("x"),
        q.sphere("x"),
        q.party("x"),
    ]
    queries += [
        q.sphere("x", exact=True),
        q.party("x", capacity="state"),
        q.id("x", "y"),
        q.bilateral("x", "y"),
    ]

    assert len(set(queries)) == len(queries)


@pytest.mark.parametrize(
    ("build", "named"),
    [
        (lambda: q.id(3), "q.id"),
        (lambda: q.place("!!"), "q.place"),
        (lambda: q.person(" "), "q.person"),
        (lambda: q.sphere(""), "q.sphere"),
        (lambda: q.source(3), "q.source"),
        (q.party, "q.party"),
    ],
)
def test_an_error_names_the_function_that_was_called(build, named):
    with pytest.raises(InvalidValueError) as caught:
        build()
    assert caught.value.field == named


def test_an_event_is_no_treaty_and_an_agreement_no_visit():
    assert q.kind("treaty").truth(Event("x")) is Truth.NO
    assert q.kind("visit").truth(Agreement("x")) is Truth.NO
    assert q.kind("treaty").truth(Agreement("x")) is Truth.UNKNOWN
    assert q.kind("visit").truth(Event("x")) is Truth.UNKNOWN


def test_of_no_ids_there_is_no_record():
    assert q.id().truth(Event("x")) is Truth.NO


@pytest.mark.parametrize(
    ("build", "words"),
    [
        (lambda: q.date(1996), "q.date cannot be 1996: it must be EDTF text"),
        (lambda: q.before("1996-13"), "q.before: '1996-13' is not a date"),
        (
            lambda: q.sphere("energy", exact="yes"),
            r"q.sphere\(exact=\) cannot be 'yes': it must be True or False",
        ),
        (
            lambda: q.from_keyword("bilateral", "AZE"),
            r"where\(bilateral=\) cannot be 'AZE': it takes two parties",
        ),
    ],
)
def test_a_refusal_names_the_function_and_the_value(build, words):
    with pytest.raises(ValueError, match=f"^{words}"):
        build()
