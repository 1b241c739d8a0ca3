"""JSON Lines: a line a record, lossless, and strict about what it reads."""

import io
import json as plain
from importlib.resources import files

import jsonschema
import pandas as pd
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

import bilateral as bl
from bilateral import Chronology, Corpus, DataError, InvalidValueError, testing
from bilateral.formats import jsonl
from bilateral.formats.jsonl import dumps, lines, loads
from bilateral.model import Event

SCHEMA = plain.loads(files("bilateral").joinpath("data", "schema.json").read_text(encoding="utf-8"))


@given(testing.corpora(max_size=5))
def test_a_corpus_comes_back_whole(corpus):
    again = loads(dumps(corpus))

    assert again == corpus
    assert again.catalogue == corpus.catalogue
    assert again.dataset == corpus.dataset
    assert dumps(again) == dumps(corpus)


@given(testing.corpora(max_size=5), testing.queries(), st.randoms(use_true_random=False))
def test_lines_may_come_in_any_order_and_a_selection_comes_back_whole(corpus, query, random):
    selection = Chronology(corpus.where(query))
    shuffled = list(lines(selection))
    random.shuffle(shuffled)

    assert loads("".join(shuffled)) == selection.corpus
    assert loads("\r\n".join(map(str.strip, shuffled))).dataset == corpus.dataset


@given(testing.corpora(max_size=4))
def test_each_line_is_what_the_schema_says_of_its_type(corpus):
    for line in dumps(corpus).removesuffix("\n").split("\n") if len(corpus) else ():
        thing = plain.loads(line)
        of_type = {"$ref": f"#/$defs/{thing.pop('type')}", "$defs": SCHEMA["$defs"]}
        jsonschema.Draft202012Validator(of_type).validate(thing)


@given(testing.corpora(max_size=4))
def test_no_program_finds_the_end_of_a_line_elsewhere(corpus):
    text = dumps(corpus)

    assert (
        text.splitlines() == text.split("\n")[:-1] == io.StringIO(text, newline=None).read().split("\n")[:-1]
    )


def test_the_quick_reading_reads_what_is_written(monkeypatch):
    monkeypatch.setattr(jsonl, "_thoroughly", None)

    assert loads(dumps(bl.load())) == bl.load()


def test_records_are_the_rows_of_a_frame():
    text = dumps(bl.load())
    expected = [record.id for record in bl.load()]
    frame = pd.read_json(io.StringIO(text), lines=True, dtype=False)
    rows = frame[frame["type"].isin(["agreement", "event"])]
    lazy = pl.read_ndjson(io.StringIO(text), infer_schema_length=None)

    assert rows["id"].to_list() == expected
    assert rows["signed"].dropna().to_list() == [str(each.date) for each in bl.load().agreements if each.date]
    assert lazy.filter(pl.col("type").is_in(["agreement", "event"]))["id"].to_list() == expected


def problems(text):
    with pytest.raises(DataError) as caught:
        loads(text, file="x.jsonl")
    return [str(problem) for problem in caught.value.problems]


def test_every_problem_is_told_with_its_line():
    text = """{"type": "source", "id": "one"}

[]
{"type": "event", "id": "a", "date": "1993-13"}
{"type": "event", "id": "b", "parties": [{"party": "KAZ"}]}
{"type": "visit", "id": "c"}
{"id": "d"}
{"type": "event", "id": "e", "kind": "pact"}
{"type": "event", "id": "f",
{"type": "event", "id": "g", "id": "h"}
{"type": ["event"], "id": "i"}
{"type": "event", "id": 3}
"""
    known = "it must be one of dataset, source, party, place, person, sphere, agreement, event"

    assert problems(text)[:6] == [
        "x.jsonl: line 3: it must be an object with keys",
        f"x.jsonl: line 6: type: 'visit': {known}",
        f"x.jsonl: line 7: type: {known}",
        "x.jsonl: line 9: it is no JSON: expecting property name enclosed in double quotes at column 29",
        "x.jsonl: line 10: it is no JSON: an object has the key 'id' twice",
        f"x.jsonl: line 11: type: {known}",
    ]
    # What stands in a line that could not be read may be the party that line 5 names.
    assert [line.split(": ")[1:3] for line in problems(text)[6:]] == [
        ["line 4", "a"],
        ["line 8", "e"],
        ["line 12", "3"],
    ]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('{"type": "event", "id": "b", "parties": [{"party": "KAZ"}]}', "line 1: b: parties[0].party: 'KAZ'"),
        ('{"type": "event", "id": "b"}\n{"type": "event", "id": "b"}', "events b: id: 'b': 2 records"),
        ('{"type":"event","id":"b"}\n{"type":"agreement","id":"b"}', "b: id: 'b': 2 records"),
        ('{"type":"dataset","name":"a","title":"A"}\n{"type":"dataset","name":"b","title":"B"}', "line 2"),
        ('{"type":"sphere","id":"b","broader":"b"}', "line 1: b: broader: 'b': the spheres b < b stand"),
        (
            '{"type":"event","id":"b","date":"1993","date":"1994"}',
            "line 1: it is no JSON: an object has the key",
        ),
        ('{"type":"event","id":"b"}\n{"type":"event","id":"c","ti', "line 2: it is no JSON: unterminated"),
        ("[" * 100_000, "line 1: its lists and objects are nested too deeply"),
    ],
)
def test_what_is_wrong_between_lines(text, reason):
    assert any(reason in problem for problem in problems(text))


def test_bytes_are_utf_8_with_or_without_a_mark():
    text = '{"type": "event", "id": "x", "title": "Səfər"}'

    assert loads(text.encode("utf-8-sig"))["x"].title == loads(text.encode())["x"].title == "Səfər"
    with pytest.raises(DataError, match=r"x: line 2: it is no text in UTF-8: invalid continuation byte"):
        loads(b'{"type": "event", "id": "x"}\n' + text.encode("latin-1", "replace") + b"\xc3\x28", file="x")


def test_nothing_is_an_empty_corpus_and_what_is_no_text_is_refused():
    assert loads("") == loads("\n \n") == Corpus()
    with pytest.raises(InvalidValueError, match="it must be JSON Lines"):
        loads(3)


def test_a_line_may_be_added_by_hand(tmp_path):
    path = tmp_path / "visits.jsonl"
    bl.write(Corpus([Event("visit", date="1996")]), path)
    with path.open("a", encoding="utf-8") as file:
        file.write('{"type": "event", "id": "another", "date": "1995"}\n')

    assert [record.id for record in bl.read(path)] == ["another", "visit"]


def visible(path, folder):
    """Return the texts of all lines."""
    found = []
    for line in path.read_bytes().decode().removesuffix("\n").split("\n"):
        plain.loads(line, object_pairs_hook=lambda pairs: found.extend(map(str, dict(pairs).values())))
    return "\n".join(found)
