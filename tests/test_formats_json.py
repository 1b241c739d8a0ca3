"""JSON: lossless, and strict about what it reads."""

import json as plain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilateral import Chronology, Corpus, DataError, InvalidValueError, testing
from bilateral.dossier import encode_dossier
from bilateral.formats.json import dumps, loads
from bilateral.model import Agreement, Attestation, Event, Label, Place, Relation

FAMILY = Corpus(
    [
        Event("visit", date="1996-09-16", place=Place("baku", [Label("en", "Baku", "cldr")])),
        Agreement("oil", signed="1997", relations=[Relation("same-visit", "visit")]),
    ]
)


@given(testing.corpora(max_size=5))
def test_a_corpus_comes_back_whole(corpus):
    again = loads(dumps(corpus))

    assert again == corpus
    assert again.catalogue == corpus.catalogue
    assert again.dataset == corpus.dataset
    assert dumps(again) == dumps(corpus)


@given(testing.corpora(max_size=5), testing.queries())
def test_a_selection_comes_back_whole(corpus, query):
    selection = corpus.where(query)

    assert loads(dumps(selection)) == selection
    assert loads(dumps(selection)).dataset == corpus.dataset
    assert dumps(Chronology(selection)) == dumps(selection)


def test_a_selection_may_lack_what_its_records_relate_to():
    assert loads(dumps(FAMILY)) == FAMILY
    assert [record.id for record in loads(dumps(FAMILY.where(date="1997")))] == ["oil"]


@given(testing.corpora(max_size=4), st.randoms(use_true_random=False))
def test_the_text_is_the_same_for_equal_corpora(corpus, random):
    shuffled = list(corpus)
    random.shuffle(shuffled)

    assert dumps(Corpus(shuffled, catalogue=corpus.catalogue, dataset=corpus.dataset)) == dumps(corpus)


@given(testing.corpora(max_size=4))
def test_the_text_is_that_of_the_json_module(corpus):
    whole = encode_dossier(corpus.catalogue, corpus, corpus.dataset)

    assert dumps(corpus) == plain.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def test_the_text_is_for_people_too():
    text = dumps(Corpus([Event("x", title="Səfər — визит")]))

    assert "Səfər — визит" in text
    assert text.startswith('{\n  "sources": []')
    assert text.endswith("}\n")


def test_a_byte_order_mark_before_the_text_is_no_part_of_it():
    assert loads(f"\ufeff{dumps(FAMILY)}") == FAMILY


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_the_encodings_of_json_are_read(encoding):
    data = plain.dumps({"events": [{"id": "x", "title": "визит"}]}, ensure_ascii=False).encode(encoding)

    assert loads(data)["x"].title == "визит"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ("", "it is empty"),
        (b"", "it is empty"),
        (b" \n", "it is empty"),
        ("{", "it is no JSON: expecting property name enclosed in double quotes at line 1, column 2"),
        ('{\n "events": [}', "it is no JSON: expecting value at line 2, column 13"),
        (b"\xff\xfe\xff", "it is no text in UTF-16-LE: truncated data at line 1, column 1"),
        (b"\x89PNG\r\n\x1a\n", "it is no text in UTF-8: invalid start byte at line 1, column 1"),
        (b'{"events":\n"\xe9"}', "it is no text in UTF-8: invalid continuation byte at line 2, column 2"),
        ("[" * 100_000, "nested too deeply"),
        ('{"events": [{"id": ' + "9" * 5000 + "}]}", "it is no JSON: a number has 5000 digits"),
        ('{"events": [], "events": []}', "the key 'events' twice"),
        ('{"events": [{"id": "x", "id": "y"}]}', "the key 'id' twice"),
        ("[]", "it must be an object"),
        ("null", "it must be an object"),
        ("NaN", "it must be an object"),
        ('{"events": [{"id": NaN}]}', "it must be text"),
        ('{"events": [{"id": "x", "title": "\\ud800"}]}', ""),
    ],
)
def test_what_is_no_dossier_is_a_problem_of_the_file(data, words):
    with pytest.raises(DataError) as caught:
        loads(data, file="f.json")

    (problem,) = caught.value.problems
    assert problem.file == "f.json"
    assert words in problem.reason
    assert str(caught.value).startswith("f.json: ")


def test_a_stored_value_is_what_is_attested():
    claim = Attestation("title", "T", "one")
    with pytest.raises(DataError, match="its attestations resolve to T"):
        loads(dumps(Corpus([Event("x", title="U", attestations=[claim])])))


@pytest.mark.parametrize("data", [None, {}, 3])
def test_what_is_neither_text_nor_bytes_is_refused(data):
    with pytest.raises(InvalidValueError, match="it must be JSON text, or its bytes"):
        loads(data)


def visible(path, folder):
    """Return the texts of a JSON file."""
    found = []
    plain.loads(
        path.read_bytes(), object_pairs_hook=lambda pairs: found.extend(map(str, dict(pairs).values()))
    )

    return "\n".join(found)
