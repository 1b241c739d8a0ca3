"""Truth against an independent table of Kleene's strong logic, and its refusal to be guessed."""

import copy
import itertools
import pickle

import pytest

from bilateral import Truth

# Kleene's tables by numbers: "and" is the least of two, "or" the greatest, "not" the opposite.
NUMBER = {Truth.NO: -1, Truth.UNKNOWN: 0, Truth.YES: 1}
TRUTH = {number: truth for truth, number in NUMBER.items()}
PAIRS = list(itertools.product(Truth, repeat=2))
TRIPLES = list(itertools.product(Truth, repeat=3))


@pytest.mark.parametrize(("a", "b"), PAIRS)
def test_and_is_the_least_and_or_the_greatest(a, b):
    assert (a & b) is TRUTH[min(NUMBER[a], NUMBER[b])]
    assert (a | b) is TRUTH[max(NUMBER[a], NUMBER[b])]


@pytest.mark.parametrize("a", Truth)
def test_not_is_the_opposite(a):
    assert ~a is TRUTH[-NUMBER[a]]
    assert ~~a is a


@pytest.mark.parametrize(("a", "b", "c"), TRIPLES)
def test_the_laws_of_a_lattice_hold(a, b, c):
    assert a & b is b & a
    assert (a & b) & c is a & (b & c)
    assert a & (b | c) is (a & b) | (a & c)
    assert a | (b & c) is (a | b) & (a | c)
    assert a & (a | b) is a
    assert ~(a & b) is ~a | ~b


def test_the_law_of_the_excluded_middle_does_not_hold():
    assert Truth.UNKNOWN | ~Truth.UNKNOWN is Truth.UNKNOWN
    assert Truth.UNKNOWN & ~Truth.UNKNOWN is Truth.UNKNOWN


@pytest.mark.parametrize("truths", [[], *map(list, itertools.product(Truth, repeat=3))])
def test_all_and_any_are_the_least_and_the_greatest(truths):
    numbers = [NUMBER[truth] for truth in truths]

    assert Truth.all_of(iter(truths)) is TRUTH[min(numbers, default=1)]
    assert Truth.any_of(iter(truths)) is TRUTH[max(numbers, default=-1)]


def test_all_and_any_stop_where_the_answer_is_settled():
    def endless(truth):
        while True:
            yield truth

    assert Truth.all_of(endless(Truth.NO)) is Truth.NO
    assert Truth.any_of(endless(Truth.YES)) is Truth.YES


@pytest.mark.parametrize(
    ("certain", "possible", "expected"),
    [(True, True, Truth.YES), (False, True, Truth.UNKNOWN), (False, False, Truth.NO)],
)
def test_bounded_and_its_inverse(certain, possible, expected):
    truth = Truth.bounded(certain=certain, possible=possible)

    assert truth is expected
    assert (truth.certain, truth.possible) == (certain, possible)


def test_of_a_bool():
    assert Truth.of(True) is Truth.YES
    assert Truth.of(False) is Truth.NO


@pytest.mark.parametrize("truth", Truth)
def test_a_truth_is_never_guessed(truth):
    with pytest.raises(TypeError, match=rf"{truth!r} has no truth value .*\.certain .*\.possible"):
        bool(truth)
    with pytest.raises(TypeError):
        Truth.of(truth)


@pytest.mark.parametrize("operation", [lambda a, b: a & b, lambda a, b: a | b])
@pytest.mark.parametrize("other", [True, None, 1, "yes"])
def test_a_truth_combines_with_truths_alone(operation, other):
    with pytest.raises(TypeError):
        operation(Truth.YES, other)
    with pytest.raises(TypeError):
        operation(other, Truth.YES)


@pytest.mark.parametrize("truth", Truth)
def test_repr_pickle_and_copy(truth):
    assert eval(repr(truth)) is truth
    assert pickle.loads(pickle.dumps(truth)) is truth
    assert copy.deepcopy(truth) is truth
    assert Truth(truth.value) is truth
