"""Stages against a published change, simulated ones whose answer is known, and trying every way."""

from itertools import combinations, pairwise
from math import lgamma, log

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import bilateral as bl
from bilateral import Event, InvalidDateError, InvalidValueError
from bilateral.analysis.periods import Boundary, Stages, stages
from bilateral.analysis.periods.change import boundaries, deviance

pytest.importorskip("ruptures")

# Coal-mining disasters in Britain by year, 1851 to 1961: R. G. Jarrett, "A note on the intervals between
# coal-mining disasters", Biometrika 66 (1979), 191-193; as counts in B. P. Carlin, A. E. Gelfand,
# A. F. M. Smith, "Hierarchical Bayesian analysis of changepoint problems", Applied Statistics 41 (1992),
# 389-405, who find the change about 1890.
DISASTERS = [
    *(4, 5, 4, 0, 1, 4, 3, 4, 0, 6, 3, 3, 4, 0, 2, 6, 3, 3, 5, 4, 5, 3, 1, 4, 4, 1, 5, 5, 3, 4, 2, 5),
    *(2, 2, 3, 4, 2, 1, 3, 2, 2, 1, 1, 1, 1, 3, 0, 0, 1, 0, 1, 1, 0, 0, 3, 1, 0, 3, 2, 2, 0, 1, 1, 1),
    *(0, 1, 0, 1, 0, 0, 0, 2, 1, 0, 0, 0, 1, 1, 0, 2, 3, 3, 1, 1, 2, 1, 1, 1, 1, 2, 4, 2, 0, 0, 1, 4),
    *(0, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 1, 0, 1),
]


def corpus_of(counts, first):
    years = [first + at for at, count in enumerate(counts) for _ in range(count)]
    # The ends are counted also where nothing happened in them.
    return bl.Corpus([Event(f"e{number}", date=f"{year}") for number, year in enumerate(years)])


def minus_log_likelihood(counts):
    rate = sum(counts) / len(counts)
    return sum(rate - (count * log(rate) if count else 0) + lgamma(count + 1) for count in counts)


def every_way(counts, number, shortest):
    """Return the stretches of the greatest likelihood, found by trying all."""
    ways = [
        [0, *inner, len(counts)]
        for inner in combinations(range(1, len(counts)), number - 1)
        if all(b - a >= shortest for a, b in zip([0, *inner], [*inner, len(counts)], strict=True))
    ]
    return {tuple(way): sum(minus_log_likelihood(counts[a:b]) for a, b in pairwise(way)) for way in ways}


def test_the_change_of_the_disasters_is_the_published_one():
    found = stages(corpus_of(DISASTERS, 1851), number=2)
    (boundary,) = found.boundaries

    assert len(DISASTERS) == 111
    assert sum(DISASTERS) == 191
    assert boundary.year in range(1890, 1893)
    assert boundary.before == pytest.approx(3.1, abs=0.1)
    assert boundary.after == pytest.approx(0.9, abs=0.1)
    assert boundary.support == 1


@given(st.lists(st.integers(0, 8), min_size=4, max_size=9), st.integers(1, 4), st.integers(1, 2))
def test_stretches_are_the_most_likely_of_all(counts, number, shortest):
    assume(number * shortest <= len(counts) and sum(counts))
    ways = every_way(counts, number, shortest)
    found = (0, *boundaries(counts, number, shortest), len(counts))

    assert ways[found] == pytest.approx(min(ways.values()))


@given(st.lists(st.integers(0, 8), min_size=3, max_size=8))
def test_their_number_is_that_of_the_least_criterion(counts):
    assume(sum(counts))
    scores = {
        way: 2 * cost + 2 * log(len(counts)) * (number - 1)
        for number in range(1, len(counts) + 1)
        for way, cost in every_way(counts, number, 1).items()
    }

    assert scores[(0, *boundaries(counts, None, 1), len(counts))] == pytest.approx(min(scores.values()))


def test_even_counts_have_no_boundary():
    found = stages(corpus_of([3] * 12, 1990))

    assert found.boundaries == ()
    assert found.periods() == {"1990–2001": "1990/2001"}
    assert str(found).endswith("1990 to 2001: no change of pace stands out")


def test_the_evidence_for_a_boundary():
    counts = [1, 0, 1, 1, 6, 7, 5, 6]
    (boundary,) = stages(corpus_of(counts, 2000), draws=0).boundaries
    without, within = deviance(counts), deviance(counts[:4]) + deviance(counts[4:])

    assert boundary == Boundary(2004, before=0.75, after=6, deviance=without - within, support=None)
    assert without - within == pytest.approx(
        2
        * (minus_log_likelihood(counts) - minus_log_likelihood(counts[:4]) - minus_log_likelihood(counts[4:]))
    )


def test_what_is_certain_is_looked_at_once(monkeypatch):
    looked = []
    monkeypatch.setitem(stages.__globals__, "boundaries", lambda *given: looked.append(given) or [4])
    found = stages(corpus_of([1, 1, 1, 1, 6, 6], 2000))

    assert len(looked) == 1
    assert [(each.year, each.support) for each in found.boundaries] == [(2004, 1)]


def test_support_falls_where_much_is_uncertain():
    sure = [Event(f"a{year}", date=f"{year}") for year in range(1990, 2000)]
    dense = [Event(f"b{year}-{n}", date=f"{year}") for year in range(1995, 2000) for n in range(4)]
    vague = [Event(f"c{n}", date="[1992..1997]") for n in range(40)]
    firm = stages(bl.Corpus([*sure, *dense]), number=2)
    loose = stages(bl.Corpus([*sure, *dense, *vague]), number=2)

    assert firm.boundaries[0].support == 1
    assert loose.boundaries[0].support < 1
    assert loose == stages(bl.Corpus([*sure, *dense, *vague]), number=2)


def test_the_stages_of_the_dossier_can_be_laid_out():
    relations = bl.load()
    found = stages(relations)
    book = bl.Chronology(relations).periods(found.periods())

    assert len(book.sections) >= len(found.boundaries) + 1
    assert found.picture().count('class="divides"') == len(found.boundaries)
    assert found.to_frame()["year"].to_list() == [each.year for each in found.boundaries]


def test_years_of_a_study_without_any_record_count():
    counts = [6, 7, 5, 6]
    seen = stages(corpus_of(counts, 2000), draws=0)
    whole = stages(corpus_of(counts, 2000), within="1990/2003", draws=0)

    assert seen.boundaries == ()
    assert [(each.year, each.before, each.support) for each in whole.boundaries] == [(2000, 0, None)]
    assert (whole.first, whole.last, len(whole.years)) == (1990, 2003, 14)
    assert stages(corpus_of(counts, 2000), within="2000/2003", draws=0).first == 2000


def test_what_a_historian_drew_stands_beside():
    found = Stages(1990, 2009, tuple(Boundary(year, 1, 2, 9.0, 1) for year in (1995, 2004)), 0)
    beside = found.beside({"B": "1996-03/2003", "A": "1990/1996", "C": "2003-10/2009", "D": "200X/2009"})

    assert beside.columns() == {
        "stage": ["B", "D", "C"],
        "begins": ["1996-03", "200X", "2003-10"],
        "proposed": [1995, 2004, 2004],
        "years_apart": [1, 0, 1],
    }
    assert Stages(1990, 2009, (), 0).beside({"A": "1990", "B": "1999"}).columns()["proposed"] == [None]
    with pytest.raises(InvalidDateError):
        found.beside({"A": "once"})


@pytest.mark.parametrize(
    ("corpus", "wrong", "reason"),
    [
        ([], {}, "must hold a record that has a year"),
        ([3, 3, 3], {"shortest": 4}, "from 1 to 3"),
        ([3, 3, 3], {"number": 2, "shortest": 2}, "from 1 to 1: there are 3 years"),
        ([3, 3, 3], {"draws": -1}, "0 or more"),
        ([3, 3, 3], {"draws": 1.5}, "a whole number"),
        ([3, 3, 3], {"number": 1.5}, "a whole number"),
        ([3, 3, 3], {"shortest": 1.5}, "a whole number"),
        ([3, 3, 3], {"within": "1990/.."}, "a first and a last year"),
    ],
)
def test_what_cannot_be_is_refused(corpus, wrong, reason):
    with pytest.raises(InvalidValueError, match=reason):
        stages(corpus_of(corpus, 1990), **wrong)
