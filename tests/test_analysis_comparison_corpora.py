"""Corpora side by side against counting."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import bilateral as bl
from bilateral import Agreement, Corpus, Event, InvalidValueError, testing
from bilateral import query as q
from bilateral.analysis.comparison import corpora

pytest.importorskip("scipy")

EARLY = Corpus(
    [
        Agreement("a", signed="1993", in_force="1994-01-01", kind="treaty", parties=["AZE", "KAZ"]),
        Agreement("b", signed="1996-09-16", in_force="1996-10-16", kind="protocol", spheres=["energy"]),
        Event("c", date="1994", kind="visit"),
        Event("d"),
    ]
)
LATE = Corpus([Event("e", date="2004", kind="visit")])


def rows(profiles):
    columns = profiles.columns()
    return {what: cells for what, *cells in zip(*columns.values(), strict=True)}


def test_counts_shares_and_pace():
    found = corpora({"early": EARLY, "late": LATE})

    assert rows(found) == {
        "records": ["4", "1"],
        "records a year": ["0.75 to 1", "1"],
        "entries into force dated": ["2", "0"],
        "days to force (median)": ["1 to 30", ""],
        "sphere: energy": ["1", "0"],
        "kind: protocol": ["1", "0"],
        "kind: treaty": ["1", "0"],
        "kind: visit": ["1 to 2", "1"],
        "level: interagency": ["0 to 1", "0"],
        "level: intergovernmental": ["0 to 1", "0"],
        "level: interstate": ["0 to 1", "0"],
        "level: mixed": ["0 to 1", "0"],
        "party: AZE": ["1", "0"],
        "party: KAZ": ["1", "0"],
    }
    assert found.share("early", "kind", "visit") == (0.25, 0.5)
    assert found.share("early", "level", "interstate") == (0, 0.25)
    assert found.share("late", "sphere", "energy") == (0, 0)


def test_two_periods_of_the_dossier():
    agreements = bl.load().agreements
    periods = {name: agreements.where(date=name) for name in ("1992/2003-09", "2003-10/2013")}
    found = corpora(periods)

    for name, corpus in periods.items():
        energy = corpus.where(sphere="energy")
        assert found.share(name, "sphere", "energy")[0] == pytest.approx(
            (len(energy) - len(energy.uncertain)) / len(corpus)
        )
        assert found.share(name, "sphere", "energy")[1] == pytest.approx(
            len(energy) / (len(corpus) - len(corpus.uncertain))
        )
    assert list(found.to_frame().columns) == ["what", *periods]


@given(testing.corpora(max_size=6), st.data())
def test_the_share_lies_between_its_bounds_whatever_is_so(whole, data):
    """Bounds hold for every way to settle which of the uncertain records belong to a selection."""
    corpus = whole.where(q.date(data.draw(st.sampled_from(["199X", "1996", "2004/.."]))))
    found = corpora({"x": corpus})
    unsure = [record.id for record in corpus.uncertain]
    belonging = {record.id for record in corpus} - {*unsure} | data.draw(
        st.sets(st.sampled_from(unsure)) if unsure else st.just(set())
    )
    settled = Corpus([record for record in corpus if record.id in belonging], catalogue=corpus.catalogue)

    for sphere in settled.counts("sphere"):
        at_least, at_most = found.share("x", "sphere", sphere)
        assert at_least <= len(settled.where(sphere=sphere)) / len(settled) <= at_most <= 1


def test_what_is_not_there_is_refused():
    with pytest.raises(InvalidValueError, match="at least one corpus"):
        corpora({})
    with pytest.raises(InvalidValueError, match="name of the column"):
        corpora({"what": LATE})
    with pytest.raises(InvalidValueError, match="must be one of late"):
        corpora({"late": LATE}).share("early", "kind", "visit")
    with pytest.raises(InvalidValueError, match="sphere, kind, level, party"):
        corpora({"late": LATE}).share("late", "colour", "red")


def test_records_a_year_of_the_years_of_a_study():
    found = rows(corpora({"early": EARLY, "late": LATE}, within={"late": "2001/2004"}))

    assert found["records a year"] == ["0.75 to 1", "0.25"]
    with pytest.raises(InvalidValueError, match="one of late"):
        corpora({"late": LATE}, within={"early": "1993"})
