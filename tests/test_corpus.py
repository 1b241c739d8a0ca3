"""The corpus: a sequence, found by id, and the algebra of its selections."""

import json as plain
import pickle
from collections import Counter
from pathlib import Path

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import bilateral
from bilateral import (
    Corpus,
    Dataset,
    InvalidDateError,
    InvalidValueError,
    Truth,
    UnknownIdError,
    datasets,
    load,
    testing,
)
from bilateral import query as q
from bilateral.model import Actor, Agreement, Event, Label, Party, Person, Place, Relation, Sphere
from bilateral.model.catalogue import Catalogue

CORPORA, QUERIES = testing.corpora(max_size=5), testing.queries()
IDS = CORPORA.flatmap(
    lambda corpus: st.tuples(st.just(corpus), testing.queries(max_leaves=3, ids=[each.id for each in corpus]))
)
ENERGY = Sphere("energy", [Label("en", "Energy")], broader=Sphere("economic"))
VISIT = Event(
    "visit",
    title="Visit",
    kind="visit",
    date="1996-09",
    place=Place("baku", [Label("en", "Baku")]),
    persons=[Actor(Person("nn", [Label("en", "Nursultan Nazarbayev")]))],
    parties=["KAZ"],
)
OIL = Agreement(
    "oil", title="Oil", kind="agreement", signed="1996-09-16", parties=["AZE", "KAZ"], spheres=[ENERGY]
)
TRADE = Agreement(
    "trade", kind="agreement", signed="[1993-02-24,1993-12-24]", spheres=["economic"], parties=["AZE"]
)
MENTION = Agreement("mention", description="civil aviation")
SMALL = Corpus([MENTION, OIL, VISIT, TRADE])


def ids(records):
    return [record.id for record in records]


def same(one, other):
    """Return whether two selections hold the same records, and the same of them for sure."""
    return one == other and one.uncertain == other.uncertain


@given(CORPORA, QUERIES, QUERIES)
def test_asking_for_both_is_asking_twice(corpus, a, b):
    both = corpus.where(a & b)

    assert same(both, corpus.where(a).where(b))
    assert same(both, corpus.where(b).where(a))
    assert same(both, corpus.where(a, b))


@given(CORPORA, QUERIES)
def test_a_question_and_its_opposite_share_the_unknown_and_nothing_else(corpus, a):
    yes, no = set(ids(corpus.where(a))), set(ids(corpus.where(~a)))
    unknown = {record.id for record in corpus if a.truth(record) is Truth.UNKNOWN}

    assert yes | no == set(ids(corpus))
    assert yes & no == unknown == set(ids(corpus.where(a).uncertain)) == set(ids(corpus.where(~a).uncertain))


@given(CORPORA, QUERIES, QUERIES)
def test_de_morgan_in_answers(corpus, a, b):
    assert same(corpus.where(~(a & b)), corpus.where(~a | ~b))
    assert same(corpus.where(~(a | b)), corpus.where(~a).where(~b))
    assert set(ids(corpus.where(a | b))) == set(ids(corpus.where(a))) | set(ids(corpus.where(b)))
    assert same(corpus.where(~~a), corpus.where(a))


@given(IDS)
def test_to_ask_for_ids_is_to_pick_records_by_hand(pair):
    corpus, query = pair

    assert ids(corpus.where(query)) == [each.id for each in corpus if query.truth(each) is not Truth.NO]
    assert ids(corpus.where(id=ids(corpus)[::2])) == ids(corpus)[::2]


@given(CORPORA, QUERIES)
def test_what_is_certain_is_what_the_opposite_leaves_out(corpus, a):
    certain = corpus.where(a, certain=True)

    assert ids(certain) == [record.id for record in corpus if a.truth(record) is Truth.YES]
    assert set(ids(certain)) == set(ids(corpus)) - set(ids(corpus.where(~a)))
    assert len(certain.uncertain) == 0


@given(CORPORA, QUERIES)
def test_a_selection_is_in_order_and_knows_what_the_whole_knows(corpus, a):
    selection = corpus.where(a)

    assert ids(selection) == [id for id in ids(corpus) if id in selection]
    assert selection.catalogue == corpus.catalogue
    assert same(selection.where(q.anything), selection)
    assert len(selection.where(q.nothing)) == 0


@given(CORPORA, st.randoms(use_true_random=False))
def test_the_order_of_the_input_does_not_matter(corpus, random):
    shuffled = list(corpus)
    random.shuffle(shuffled)

    assert Corpus(shuffled) == corpus
    assert hash(Corpus(shuffled)) == hash(corpus)


@given(CORPORA)
def test_records_are_in_order_of_date_then_id_and_the_undated_last(corpus):
    dated = [record for record in corpus if record.date is not None]

    assert list(corpus) == [*dated, *sorted(set(corpus) - set(dated), key=lambda record: record.id)]
    assert dated == sorted(dated, key=lambda record: (record.date, record.id))


@given(CORPORA)
def test_a_corpus_is_a_sequence_and_is_found_by_id(corpus):
    assert list(corpus) == [corpus[i] for i in range(len(corpus))] == list(reversed(corpus))[::-1]
    assert all(corpus[record.id] is record and record.id in corpus and record in corpus for record in corpus)
    assert corpus[1:] == Corpus(list(corpus)[1:])
    assert corpus[::-1] == corpus
    assert set(ids(corpus.agreements)) | set(ids(corpus.events)) == set(ids(corpus))
    assert pickle.loads(pickle.dumps(corpus)) == corpus


@given(CORPORA)
def test_facets_count_each_record_once_a_value(corpus):
    counted = {
        "sphere": [{wider.id for sphere in record.spheres for wider in sphere.lineage} for record in corpus],
        "party": [{each.party.id for each in record.parties} for record in corpus],
        "kind": [{record.kind.value} if record.kind else set() for record in corpus],
        "place": [{record.place.id} if record.place else set() for record in corpus],
        "person": [{each.person.id for each in record.persons} for record in corpus],
        "source": [{source.id for source in record.sources} for record in corpus],
    }
    for facet, values in counted.items():
        counts = corpus.counts(facet)

        assert counts == Counter(value for each in values for value in each)
        assert list(counts.items()) == sorted(counts.items(), key=lambda item: (-item[1], item[0]))


@pytest.mark.parametrize(
    ("keywords", "expected"),
    [
        ({}, ["trade", "visit", "oil", "mention"]),
        ({"sphere": "energy", "party": "KAZ", "date": "1996/2006"}, ["oil"]),
        ({"date": "1993-02", "sphere": "economic"}, ["trade"]),
        ({"date": "1993-02", "sphere": "economic", "certain": True}, []),
        ({"party": ["AZE", "KAZ"]}, ["oil"]),
        ({"bilateral": ("KAZ", "AZE")}, ["oil"]),
        ({"kind": "visit"}, ["visit"]),
        ({"place": "BAKU", "certain": True}, ["visit"]),
        ({"person": "nazarbayev"}, ["visit"]),
        ({"text": "civil"}, ["mention"]),
        ({"id": "oil"}, ["oil"]),
        ({"id": ["oil", "visit"]}, ["visit", "oil"]),
        ({"signed": "1996", "certain": True}, ["oil"]),
        ({"before": "1996", "certain": True}, ["trade"]),
        ({"after": "1996-08", "certain": True}, ["visit", "oil"]),
        ({"in_force": "1992"}, ["mention"]),
    ],
)
def test_keywords_are_predicates(keywords, expected):
    assert ids(SMALL.where(**keywords)) == expected


@pytest.mark.parametrize(
    ("keywords", "suggestion"),
    [
        ({"sphere": "enrgy"}, "energy"),
        ({"party": "KZ"}, "KAZ"),
        ({"place": "Bakku"}, "baku"),
        ({"person": "Nazarbaev"}, "nn"),
        ({"source": "x"}, None),
        ({"id": "tradde"}, "trade"),
    ],
)
def test_what_is_not_known_is_an_error_with_what_comes_near(keywords, suggestion):
    with pytest.raises(UnknownIdError) as caught:
        SMALL.where(**keywords)

    assert caught.value.suggestions[:1] == ((suggestion,) if suggestion else ())


@pytest.mark.parametrize(
    ("arguments", "keywords", "error"),
    [
        ((), {"date": "Sept 1996"}, InvalidDateError),
        ((), {"kind": "pact"}, InvalidValueError),
        ((), {"bilateral": ("AZE", "KAZ", "RUS")}, InvalidValueError),
        ((), {"date": ["1993", "1994"]}, InvalidValueError),
        (("energy",), {}, InvalidValueError),
        ((), {"colour": "red"}, TypeError),
    ],
)
def test_what_is_no_question_is_refused(arguments, keywords, error):
    with pytest.raises(error):
        SMALL.where(*arguments, **keywords)


def test_a_selection_of_a_selection_may_name_what_the_whole_knows():
    assert len(SMALL.where(kind="visit", certain=True).where(id="oil", sphere="energy", place="baku")) == 0


def test_a_corpus_refuses_what_is_no_record_and_what_shares_an_id():
    with pytest.raises(InvalidValueError, match="2 records have this id"):
        Corpus([Event("x"), Agreement("x")])
    with pytest.raises(InvalidValueError, match="an Agreement or an Event"):
        Corpus([Party("KAZ")])
    with pytest.raises(InvalidValueError, match="it must stand for one place"):
        Corpus([Event("a", place="baku"), VISIT])
    with pytest.raises(UnknownIdError, match="no record 'oli'; did you mean 'oil'"):
        SMALL["oli"]
    with pytest.raises(IndexError, match=f"no record 99: the corpus has {len(SMALL)}, counted from 0"):
        SMALL[99]
    with pytest.raises(TypeError, match=r"found by its number or id, not by 1\.5"):
        SMALL[1.5]
    for nothing in (None, 3, VISIT):
        with pytest.raises(InvalidValueError, match="a list of agreements and events"):
            Corpus(nothing)
    with pytest.raises(InvalidValueError, match="a Catalogue or None"):
        Corpus([], catalogue=3)


def test_a_corpus_knows_more_than_its_records_name():
    corpus = Corpus(
        [Event("x", relations=[Relation("part-of", "y")])], catalogue=Catalogue(parties=[Party("KAZ")])
    )

    assert "KAZ" in corpus.parties
    assert len(corpus.where(party="KAZ")) == 0


@given(CORPORA, QUERIES)
def test_what_a_corpus_is_as_a_whole_stays_with_every_selection(corpus, a):
    selections = [corpus.where(a), corpus.where(a).uncertain, corpus.agreements, corpus.events, corpus[1:]]

    assert all(selection.dataset is corpus.dataset for selection in selections)
    assert pickle.loads(pickle.dumps(corpus)).dataset == corpus.dataset


def test_what_a_corpus_is_as_a_whole_is_said_or_not():
    assert Corpus().dataset is None
    assert Corpus(dataset=Dataset("mine", "Mine")).dataset == Dataset("mine", "Mine")
    with pytest.raises(InvalidValueError, match="a Dataset or None"):
        Corpus(dataset={"name": "mine", "title": "Mine"})


@pytest.mark.parametrize("name", datasets())
def test_a_dataset_says_what_it_is(name):
    stored = Path(bilateral.__file__).parent / "data" / name / "dataset.json"
    dataset = load(name).dataset
    said = {field: value for field, value in attrs.asdict(dataset).items() if value}

    assert dataset.name == name
    assert said == {
        key: tuple(value) if isinstance(value, list) else value
        for key, value in plain.loads(stored.read_text(encoding="utf-8")).items()
    }


def test_an_unknown_dataset_or_facet_is_an_error():
    with pytest.raises(UnknownIdError, match="no dataset 'aze-kzz'; did you mean 'aze-kaz'"):
        load("aze-kzz")
    with pytest.raises(UnknownIdError, match="no facet 'year'"):
        SMALL.counts("year")


def test_a_dataset_is_read_once():
    assert load() is load(datasets()[0]) is load(name="aze-kaz")
