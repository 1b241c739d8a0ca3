"""JSON and JSON Lines of other people."""

import io
import json

import pytest

from bilateral import DataError
from bilateral.tables import open_table

DATA = [
    {
        "no": 1,
        "at": {"year": 1996, "place": None},
        "parties": [{"id": "AZE"}, {"id": "KAZ"}],
        "tags": ["a", "b"],
    },
    {"no": 2.0, "late": True},
]


def opened(text, format="json", **options):
    return open_table(io.BytesIO(text.encode()), format=format, **options)


@pytest.mark.parametrize(
    ("text", "format", "options"),
    [
        (json.dumps(DATA), "json", {}),
        (json.dumps(DATA, indent=2), "json", {}),
        (json.dumps({"version": 1, "treaties": DATA}), "json", {}),
        (json.dumps({"results": {"bindings": DATA, "other": DATA}}), "json", {"records": "results.bindings"}),
        ("\n".join(map(json.dumps, DATA)), "jsonl", {}),
        ("\ufeff" + "\n\n".join(map(json.dumps, DATA)) + "\n", "ndjson", {}),
    ],
)
def test_objects_are_rows_and_paths_of_keys_columns(text, format, options):
    table = opened(text, format, **options)

    assert table.columns == ("no", "at.year", "at.place", "parties.id", "tags", "late")
    assert [list(row.cells) for row in table.rows] == [
        ["1", "1996", "", ("AZE", "KAZ"), ("a", "b"), ""],
        ["2", "", "", "", "", "true"],
    ]


def test_keys_that_come_late_are_kept():
    lines = "\n".join(['{"no": 1}'] * 1000 + ['{"no": 2, "late": "x"}'])

    assert list(opened(lines, "jsonl").rows)[-1].extra == (("late", "x"),)


@pytest.mark.parametrize("format", ["json", "jsonl"])
def test_a_key_that_comes_again_is_kept_under_a_name_of_its_own(format):
    table = opened(
        '{"no": 1, "at": {"x": "a"}, "at": {"x": "b"}}\n{"no": 2}'
        if format == "jsonl"
        else '[{"no": 1, "at": {"x": "a"}, "at": {"x": "b"}}]',
        format,
    )

    assert table.columns == ("no", "at.x", "at (2).x")
    assert next(table.rows).cells == ["1", "a", "b"]


def test_a_line_that_is_no_json_is_told_and_kept_and_the_others_read():
    rows = list(opened('{"no": 1}\n{"no": oops}\n{"no": 3}\n{"no": 4, "na', "jsonl").rows)

    assert [(row.line, [fault.kind for fault in row.faults], row.extra) for row in rows] == [
        (1, [], ()),
        (2, ["no JSON"], (("value", '{"no": oops}'),)),
        (3, [], ()),
        (4, ["no JSON"], (("value", '{"no": 4, "na'),)),
    ]
    assert rows[1].faults[0].severity == "error"
    assert "broken off" in rows[3].faults[0].reason


def test_what_is_no_object_is_told_and_kept():
    row = list(opened('[{"no": 1}, [1, "a"]]').rows)[1]

    assert [fault.kind for fault in row.faults] == ["no object"]
    assert row.extra == (("value", '[1, "a"]'),)


@pytest.mark.parametrize(
    ("text", "format", "kind", "line"),
    [
        ("", "json", "empty file", None),
        (" \n", "jsonl", "empty file", None),
        ('[{"no": 1},\n', "json", "no JSON", 2),
        ('"text"', "json", "no list", None),
        ('{"a": [{}], "b": [{}]}', "json", "no list", None),
        ("[" * 100_000, "json", "no JSON", None),
    ],
)
def test_what_is_no_list_of_objects_is_refused(text, format, kind, line):
    with pytest.raises(DataError) as caught:
        list(opened(text, format).rows)
    (problem,) = caught.value.problems

    assert (problem.kind, problem.line) == (kind, line)


def test_a_wrong_encoding_is_told():
    with pytest.raises(DataError, match="it is no text in UTF-8"):
        open_table(io.BytesIO('[{"a": "Б"}]'.encode("cp1251")), format="json")
    table = open_table(io.BytesIO('[{"a": "Б"}]'.encode("cp1251")), format="json", encoding="cp1251")
    assert next(table.rows).cells == ["Б"]
