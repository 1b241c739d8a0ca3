"""Citekeys: the ids, kept apart where BibTeX could not."""

from itertools import permutations

from hypothesis import given

from bilateral import Agreement, Attestation, Chronology, Corpus, Event, Source, load, testing
from bilateral.citations import keys
from bilateral.citations.keys import distinct


def test_the_dossier_is_cited_by_its_ids():
    relations = load()

    assert keys(relations) == {thing: thing.id for thing in [*relations, *relations.sources]}


@given(testing.corpora(), testing.queries())
def test_a_selection_and_a_chronology_have_the_keys_of_the_whole(corpus, query):
    found = corpus.where(query)

    assert keys(found) == keys(corpus) == keys(Chronology(found).by("year"))
    assert set(keys(corpus)) == {*corpus, *corpus.sources}


CLASH = (Source("UN"), Source("un"), Agreement("un"), Event("Un"), Source("un-691dd3"), Source("other"))


def test_keys_are_unique_whatever_the_capitals_and_whatever_else_is_there():
    found = distinct(CLASH)

    assert len({key.casefold() for key in found.values()}) == len(CLASH)
    assert all(key.isascii() and key.startswith(thing.id) for thing, key in found.items())
    assert found[CLASH[-1]] == "other"
    assert found[CLASH[4]] == "un-691dd3"


def test_keys_do_not_depend_on_the_order():
    for shuffled in map(list, permutations(CLASH)):
        assert distinct(shuffled) == distinct(CLASH)
        assert list(distinct(shuffled)) == shuffled


def test_a_record_and_a_source_of_one_id_have_two_keys():
    corpus = Corpus([Agreement("atop", title="T", attestations=[Attestation("title", "T", "atop")])])

    assert len(set(keys(corpus).values())) == 2
