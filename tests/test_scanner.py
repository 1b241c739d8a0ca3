"""Records made while their text is scanned: the same as those that are read thoroughly, or none."""

import gc
import json
import pickle
from contextlib import suppress
from copy import deepcopy

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilateral import Corpus, DataError, load, scanner, testing
from bilateral.dossier import KEYS, decode_dossier, encode_dossier
from bilateral.formats.json import dumps, loads
from bilateral.model import Agreement, Event

SMALL = {
    "parties": [{"id": "AZE"}, {"id": "KAZ"}],
    "spheres": [{"id": "trade"}, {"id": "energy"}],
    "places": [{"id": "baku"}],
    "agreements": [
        {
            "id": "a",
            "title": "T",
            "kind": "treaty",
            "signed": "1996-09",
            "place": "baku",
            "parties": [{"party": "AZE", "capacity": "state"}, {"party": "KAZ"}],
            "spheres": ["trade", "energy"],
            "provisions": [{"number": 1, "text": "one"}],
            "urls": ["https://example.org/a"],
        }
    ],
    "events": [{"id": "b", "title": None, "date": None, "place": None}],
}

PUT = st.sampled_from(
    [
        *(None, True, 1, 1.0, "", " ", "x", "AZE", "1996", "\ud800", "trade", [], {}, ["AZE"]),
        *(["trade", "trade"], {"id": "a"}, {"party": "AZE"}, [["party", "AZE"]], [{"id": "c"}]),
        *([{"party": "KAZ"}, {"party": "KAZ"}], ["trade"], [{"party": "KAZ", "capacity": "agency"}]),
    ]
)


def quickly(texts, *, whole=False):
    return scanner._quickly(texts, whole=whole)


def text_of(corpus):
    return json.dumps(encode_dossier(corpus.catalogue, corpus, corpus.dataset))


def places(plain, path=()):
    """Yield the path of every value that stands in a tree."""
    for key, inner in plain.items() if isinstance(plain, dict) else enumerate(plain):
        yield (*path, key)
        if isinstance(inner, (dict, list)):
            yield from places(inner, (*path, key))


@given(testing.corpora())
def test_what_is_well_formed_is_read_quickly_and_as_thoroughly(corpus):
    text = text_of(corpus)

    assert quickly(text) == decode_dossier(json.loads(text)) == scanner.read_dossier(text)
    assert Corpus._of(quickly(text)) == corpus


def test_the_shipped_dossier_is_read_quickly():
    text = dumps(load())

    assert quickly(text, whole=True).records == list(load().agreements) + list(load().events)
    assert loads(text).catalogue == load().catalogue


@given(testing.corpora())
def test_parts_may_stand_in_texts_of_their_own(corpus):
    plain = encode_dossier(corpus.catalogue, corpus, corpus.dataset)
    texts = {key: f"{json.dumps(plain[key])} \n" for key in KEYS if key in plain}

    assert quickly(texts) == decode_dossier(plain) == scanner.read_dossier(texts)


@given(st.data())
def test_no_change_lets_anything_pass_that_is_refused_otherwise(data):
    plain = deepcopy(SMALL)
    path = data.draw(st.sampled_from(list(places(plain))))
    inner = plain
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = data.draw(PUT)
    if isinstance(inner, dict) and data.draw(st.booleans()):
        inner[data.draw(st.sampled_from(["id", "title", "extra", "party", "kind"]))] = data.draw(PUT)
    text = json.dumps(plain)

    found = None
    with suppress(Exception):
        found = quickly(text)
    if found is not None:
        assert found == decode_dossier(json.loads(text))


@given(testing.corpora(max_size=3), st.randoms(use_true_random=False))
def test_the_order_of_keys_is_free(corpus, random):
    def shuffled(plain):
        if isinstance(plain, list):
            return [shuffled(each) for each in plain]
        if not isinstance(plain, dict):
            return plain
        keys = list(plain)
        random.shuffle(keys)
        return {key: shuffled(plain[key]) for key in keys}

    plain = encode_dossier(corpus.catalogue, corpus, corpus.dataset)
    inside = {key: shuffled(each) for key, each in plain.items()}

    assert quickly(json.dumps(inside)) == decode_dossier(plain)
    # Records that come before what they name are read thoroughly.
    assert scanner.read_dossier(json.dumps(shuffled(plain))) == decode_dossier(plain)


def test_equal_parts_of_records_are_one_object():
    text = text_of(Corpus(Agreement(id, signed="1996", parties=["AZE", "KAZ"]) for id in "ab"))
    one, other = quickly(text).records

    assert one.parties is other.parties
    assert one.signed is other.signed


@given(testing.corpora())
def test_records_are_of_their_class_and_frozen(corpus):
    for record in quickly(text_of(corpus)).records:
        assert type(record) in (Agreement, Event)
        assert hash(record) == hash(record.id)
        assert pickle.loads(pickle.dumps(record)) == attrs.evolve(record) == record
        for field in attrs.fields(type(record)):
            with pytest.raises(attrs.exceptions.FrozenInstanceError):
                setattr(record, field.name, None)
            with pytest.raises(attrs.exceptions.FrozenInstanceError):
                delattr(record, field.name)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        '{"events": []',
        '{"events": [],}',
        '{"events": []} x',
        '{"events": []}{}',
        '{"events": [{"id": "x"}] "agreements": []}',
        '{"events": [{"id": "x"},]}',
        '{"events": {}}',
        '{"events": {"id": "x"}}',
        '{"events": "x"}',
        '{"events": [], "events": []}',
        '{"events": [{"id": "x"}, {"id": "x"}]}',
        '{"events": [{"id": "x"}], "agreements": [{"id": "x"}]}',
        '{"events": [{"id": "x", "id": "x"}]}',
        '{"events": [{"id": "x", "title": "a", "title": "b"}]}',
        '{"events": [{"title": "x"}]}',
        '{"events": [[["id", "x"]]]}',
        '{"events": [{}]}',
        '{"events": [{"id": "x", "provisions": []}]}',
        '{"parties": [{"id": "A"}], "events": [{"id": "x", "parties": [{"party": "A", "party": "A"}]}]}',
        '{"parties": [{"id": "A"}], "events": [{"id": "x", "parties": [{"party": "A"}, {"party": "A"}]}]}',
        '{"parties": [{"id": "A"}], "events": [{"id": "x", "parties": {"party": "A"}}]}',
        '{"events": [{"id": "x\\ny"}]}',
        '{"events": [{"id": ""}]}',
        '{"events": [{"id": "x", "date": true}]}',
        '{"events": [{"id": "x", "date": 1996}]}',
        '{"events": [{"id": "x", "date": ""}]}',
        '{"events": [{"id": "x", "date": "24.02.1993"}]}',
        '{"agreements": [{"id": "x", "signed": {"id": "1996"}}]}',
        '{"events": [{"id": "x", "relations": [{"kind": "part-of", "target": "y", "target": "y"}]}]}',
    ],
)
def test_what_is_wrong_is_refused_as_it_is_by_the_thorough_reader(text):
    with pytest.raises(Exception):  # noqa: B017, PT011 - it says only that; the thorough reader says what
        quickly(text)
    with pytest.raises(DataError):
        loads(text)


def test_relations_beyond_the_whole_are_refused_where_it_is_whole():
    text = '{"events": [{"id": "x", "relations": [{"kind": "part-of", "target": "y"}]}]}'

    assert quickly(text).records[0].relations[0].target == "y"
    with pytest.raises(DataError, match="no record has this id"):
        scanner.read_dossier(text, whole=True)


@pytest.mark.parametrize(
    "text", [json.dumps(SMALL), json.dumps({"events": [{"id": "b", "date": "1996-13"}]})]
)
@pytest.mark.parametrize("on", [True, False])
def test_the_collector_runs_after_reading_if_it_did_before(text, on):
    before = gc.isenabled()
    (gc.enable if on else gc.disable)()
    try:
        with suppress(DataError):
            loads(text)
        assert gc.isenabled() is on
    finally:
        (gc.enable if before else gc.disable)()
