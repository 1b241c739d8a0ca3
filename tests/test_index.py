"""The index answers as each query does for each record."""

import pickle

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilateral import Agreement, Corpus, Event, HistoricalDate, Truth, load, testing
from bilateral import query as q
from bilateral.index import FACETS, Index, everything, listed
from bilateral.index.groups import Groups

RELATIONS = load()


def index_of(corpus):
    return Index(corpus, corpus.catalogue)


def answers(index, query):
    answer = index.answer(query)
    return [answer.truth(row) for row in range(index.size)]


@given(testing.corpora(), testing.queries())
def test_the_index_answers_as_the_query_does(corpus, query):
    assert answers(index_of(corpus), query) == [query.truth(record) for record in corpus]


DATED = [q.date, q.signed, q.in_force, q.before, q.after]


@pytest.mark.parametrize("ask", DATED)
@given(
    st.lists(st.one_of(st.none(), testing.dates()), max_size=12),
    st.lists(st.one_of(st.none(), testing.dates()), min_size=12, max_size=12),
    testing.dates(),
)
def test_dates_of_every_kind_are_answered_alike(ask, dates, others, asked):
    records = [
        Event(f"e{i}", date=date) if i % 4 == 3 else Agreement(f"a{i}", signed=date, in_force=others[i])
        for i, date in enumerate(dates)
    ]
    records += [
        Agreement(f"b{i}", signed=date, in_force=date, terminated=others[i]) for i, date in enumerate(dates)
    ]
    index = index_of(Corpus(records))

    assert answers(index, ask(asked)) == [ask(asked).truth(record) for record in index.records]


@pytest.mark.parametrize("form", ["{}", "{}~", "{}/..", "../{}", "/{}", "{}/", "[{}..]", "{{{},1993-05-01}}"])
@pytest.mark.parametrize("ask", DATED)
def test_dates_that_are_not_generated_are_answered_alike(form, ask):
    texts = [form.format(text) for text in ("1993", "1993-05", "1993-05-10", "1994-11-30")]
    texts += ["1993-05-09", "1993-05-10/1993-05-11", "1993-05-11", "199X", "1993-XX-10", "{1990,1993-05}"]
    index = index_of(Corpus([Agreement(f"a{i}", signed=text) for i, text in enumerate(texts)]))

    for text in texts:
        asked = ask(text)
        assert answers(index, asked) == [asked.truth(record) for record in index.records]


def test_the_dossier_is_answered_alike():
    words = ["Caspian", "caspian oil", "Алматы", "no-such-word", "президент"]
    queries = [
        *map(q.text, words),
        *(q.kind(kind) for kind in (*RELATIONS.counts("kind"), "treaty")),
        *map(q.place, RELATIONS.counts("place")),
        *map(q.person, RELATIONS.counts("person")),
        *map(q.source, RELATIONS.counts("source")),
        *(q.sphere(each.id, exact=exact) for each in RELATIONS.spheres for exact in (True, False)),
        *(q.party(each.id, capacity=capacity) for each in RELATIONS.parties for capacity in (None, "state")),
        q.bilateral("AZE", "KAZ"),
        q.id("aze-kaz-1996-oil-gas", "aze-kaz-1993-embassy"),
        q.id(),
        q.anything,
        q.nothing,
        q.in_force("2005"),
    ]
    index = index_of(RELATIONS)
    for query in [*queries, *(~query for query in queries), q.disjunction(queries[:9])]:
        assert answers(index, query) == [query.truth(record) for record in index.records], query


def test_a_query_of_another_class_is_asked_of_each_record():
    @attrs.frozen(repr=False)
    class Long(q.Predicate):
        word = "long"
        least: int

        def truth(self, record):
            return Truth.UNKNOWN if record.title is None else Truth.of(len(record.title) >= self.least)

    index = index_of(Corpus([Event("a", title="abc"), Event("b"), Event("c", title="a")]))

    assert answers(index, ~Long(2)) == [Truth.NO, Truth.UNKNOWN, Truth.YES]


@given(testing.corpora())
def test_records_are_in_order_of_time(corpus):
    dated = [record for record in corpus if record.date is not None]

    assert list(index_of(corpus).records) == [
        *sorted(dated, key=lambda record: (record.date, record.id)),
        *sorted((each for each in corpus if each.date is None), key=lambda record: record.id),
    ]


@pytest.mark.parametrize("facet", FACETS)
@given(testing.corpora())
def test_counts_are_those_of_the_records(facet, corpus):
    def values(record):
        spheres = {wider.id for sphere in record.spheres for wider in sphere.lineage}
        return spheres if facet == "sphere" else set(FACETS[facet](record))

    index = index_of(corpus)
    every = [value for record in corpus for value in values(record)]

    assert index.counts(facet, everything(index.size)) == {each: every.count(each) for each in every}


@given(testing.corpora())
def test_groups_of_dates_hold_each_row_once(corpus):
    def year(date):
        return None if date is None else date.earliest.year

    index = index_of(corpus)
    groups = index.by_date(year)

    assert sorted(row for rows in groups.runs.values() for row in rows) == list(range(index.size))
    assert all(year(index.records[row].date) == group for group, rows in groups.runs.items() for row in rows)
    assert index.by_date(year) is groups


@given(st.lists(st.tuples(st.integers(0, 4), st.integers(1, 5))), st.data())
def test_groups_are_counted_however_they_lie(lengths, data):
    parts, size = [], 0
    for group, length in lengths:
        parts.append((size, size + length, group))
        size += length
    groups = Groups.of(size, parts)
    rows = sorted(data.draw(st.sets(st.integers(0, size - 1)))) if size else []

    expected = {group: len({*rows} & {*run}) for group, run in groups.runs.items()}
    assert groups.counts(listed(size, rows)) == {group: count for group, count in expected.items() if count}
    assert groups.counts(everything(size)) == {group: len(run) for group, run in groups.runs.items()}


def test_it_can_be_pickled_without_what_it_worked_out():
    index = index_of(RELATIONS)
    again = pickle.loads(pickle.dumps(index))

    assert again.records == index.records
    assert answers(again, q.date("1996")) == answers(index, q.date("1996"))


def test_disputed_records_are_found():
    index = index_of(RELATIONS)

    assert [record.id for record in index.disputed.of(index.records)] == [
        record.id for record in RELATIONS if record.conflicts()
    ]


def test_what_reaches_across_the_days_asked_for_is_found_wherever_it_began():
    texts = [
        "0001/9999",
        "1000/1993-05-10",
        "1992-05-11/1993-05-10",
        "1993-05-10/2500",
        "../..",
        "/1993-05-10",
    ]
    index = index_of(Corpus([Event(f"e{i}", date=text) for i, text in enumerate(texts)]))

    assert len(index.answer(q.date("1993-05-10")).possible) == len(texts)
    assert HistoricalDate("../..").touches(HistoricalDate("1993-05-10")) is Truth.YES
