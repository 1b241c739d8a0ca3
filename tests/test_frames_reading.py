"""From frames to records: nothing that the schema holds is lost, and what is wrong is named."""

import datetime
import sys
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import bilateral as bl
from bilateral import query as q
from bilateral.frames import SCHEMA, from_frame, to_frame
from bilateral.testing import corpora

nw = pytest.importorskip("narwhals", reason="needs the extra 'frames'")
pl = pytest.importorskip("polars", reason="needs the extra 'frames'")
pa = pytest.importorskip("pyarrow", reason="needs pyarrow")
pd = pytest.importorskip("pandas", reason="needs pandas")

backends = pytest.mark.parametrize("backend", ["polars", "pandas", "pyarrow"])


@backends
@settings(max_examples=10)
@given(corpora())
def test_a_frame_is_that_of_the_corpus_that_it_is_read_as(backend, corpus):
    frame = to_frame(corpus, backend)
    assert to_frame(from_frame(frame), backend).equals(frame)


@backends
@settings(max_examples=10)
@given(corpora())
def test_with_its_catalogue_the_very_corpus_comes_back(backend, corpus):
    again = from_frame(to_frame(corpus, backend), catalogue=corpus.catalogue)
    assert again == corpus
    assert again.catalogue == corpus.catalogue


@backends
def test_the_dossier_comes_back(backend):
    relations = bl.load()
    frame = to_frame(relations, backend)
    assert from_frame(frame, catalogue=relations.catalogue) == relations
    again = from_frame(frame)
    assert to_frame(again, backend).equals(frame)
    for query in (q.sphere("economic"), q.place("Bakı"), q.text("caspian sea"), q.person("nazarbayev")):
        assert [record.id for record in again.where(query)] == [r.id for r in relations.where(query)]
    assert again.conflicts() != ()


def test_a_lazy_frame_is_collected():
    relations = bl.load()
    assert from_frame(to_frame(relations).lazy(), catalogue=relations.catalogue) == relations


def test_a_frame_of_ones_own_needs_an_id_and_no_more():
    assert from_frame(pl.DataFrame({"id": ["a", "b"]})) == bl.Corpus([bl.Agreement("a"), bl.Agreement("b")])


def test_a_frame_of_ones_own_may_hold_plain_columns():
    frame = pd.DataFrame(
        {
            "id": ["t", "v"],
            "type": ["agreement", "event"],
            "date": [datetime.date(1993, 1, 2), None],
            "kinds": [["treaty"], ["visit"]],
            "parties": [["AZE", "KAZ"], None],
            "roles": [[], ["a-b President of the Republic", "c-d"]],
            "sphere_lineages": [["oil energy"], []],
            "mine": [1.5, float("nan")],
        }
    )
    oil = bl.Sphere("oil", broader=bl.Sphere("energy"))
    treaty = bl.Agreement("t", kind="treaty", signed="1993-01-02", parties=["AZE", "KAZ"], spheres=[oil])
    actors = [bl.Actor("a-b", "President of the Republic"), bl.Actor("c-d")]
    assert from_frame(frame) == bl.Corpus([treaty, bl.Event("v", kind="visit", persons=actors)])


def test_times_at_midnight_are_days():
    frame = pd.DataFrame({"id": ["a", "b"], "signed": pd.to_datetime(["1993-01-02", None])})
    assert [str(record.date) for record in from_frame(frame)] == ["1993-01-02", "None"]


def test_one_source_attests_each_value_of_its_row():
    row = {"id": ["a"], "title": ["T"], "signed": ["1993"], "parties": [["AZE", "KAZ"]], "sources": [["un"]]}
    record = from_frame(pl.DataFrame(row))["a"]
    assert [(each.field, each.source.id) for each in record.attestations] == [
        ("title", "un"),
        ("signed", "un"),
        ("parties", "un"),
        ("parties", "un"),
    ]
    assert record.discrepancies() == ()


def problems(catalogue=None, **columns):
    rows = max(map(len, columns.values()))
    columns.setdefault("id", [f"r{i}" for i in range(rows)])
    with pytest.raises(bl.DataError) as caught:
        from_frame(pl.DataFrame(columns, strict=False), catalogue=catalogue)
    return [(each.record, each.field, each.value) for each in caught.value.problems]


def test_every_problem_names_row_column_and_value():
    assert problems(
        signed=["1993-02-30", "1993", "soon"],
        kind=["treaty", "visit", None],
        capacities=[["KAZ governor"], [], []],
        roles=[[], ["a-b  "], []],
    ) == [
        ("rows[0] r0", "capacities", "governor"),
        ("rows[0] r0", "signed", "1993-02-30"),
        ("rows[1] r1", "roles", " "),
        ("rows[1] r1", "kind", "visit"),
        ("rows[2] r2", "signed", "soon"),
    ]


@pytest.mark.parametrize(
    ("columns", "found"),
    [
        ({"date": ["soon"]}, ("date", "soon")),
        ({"signed": [1993]}, ("signed", "1993")),
        ({"type": ["treaty"]}, ("type", "treaty")),
        ({"parties": ["KAZ"]}, ("parties", "KAZ")),
        ({"parties": [[None, "KAZ"]]}, ("parties", "[None, 'KAZ']")),
        ({"parties": [["K A"]]}, ("parties", "K A")),
        ({"relations": [["protocol-to"]]}, ("relations[0].target", "")),
        ({"provisions": [["{"]]}, ("provisions", "{")),
        ({"attestations": [["1"]]}, ("attestations[0]", "1")),
        ({"attestations": [['{"field":"title","value":"T"}']]}, ("attestations[0].source", "")),
        ({"sources": [["a", "b"]]}, ("sources", "['a', 'b']")),
        ({"sources": [["a"]]}, ("sources", "['a']")),
        ({"kinds": [["treaty", "protocol"]]}, ("kinds", "['treaty', 'protocol']")),
        ({"date": ["1993"], "date_latest": [datetime.date(1993, 12, 30)]}, ("date_latest", "1993-12-30")),
        ({"date": ["1993"], "date_start": [None]}, ("date_start", "")),
        ({"date": ["1993"], "signed": ["1994"]}, ("date", "1993")),
        ({"sphere_lineages": [["a b a"]]}, ("sphere_lineages", "a b a")),
        ({"places": [["x"]], "place_names": ["x| baku ;y;"]}, ("place_names", "x| baku ;y;")),
    ],
)
def test_what_is_wrong_is_found(columns, found):
    assert any(
        record == "rows[0] r0"
        and (field, str(value).replace("datetime.date(1993, 12, 30)", "1993-12-30")) == found
        for record, field, value in problems(**columns)
    )


def test_an_event_has_no_date_of_signature():
    assert problems(type=["event"], signed=["1993"]) == [("rows[0] r0", "signed", "1993")]


def test_rows_must_not_contradict_one_another():
    lineages = [["oil energy"], ["oil trade"]]
    assert problems(spheres=[["oil"], ["oil"]], sphere_lineages=lineages) == [
        ("rows[1] r1", "sphere_lineages", "oil trade")
    ]
    names = ["KAZ| kazakhstan ;", "KAZ| qazaqstan ;"]
    assert problems(parties=[["KAZ"], ["KAZ"]], party_names=names)[0][1:] == (
        "party_names",
        "KAZ| qazaqstan ",
    )
    assert problems(id=["a", "b", "a"]) == [("rows[0] a", "id", "a"), ("rows[2] a", "id", "a")]


def test_an_id_may_be_missing_or_wrong():
    assert problems(id=["a", None, "b c"]) == [("rows[1]", "id", ""), ("rows[2] b c", "id", "b c")]


def test_a_catalogue_is_all_that_is_known():
    known = bl.load().catalogue
    with pytest.raises(
        bl.DataError, match=r"parties\[0\].party: 'KZA': there is no such party; did you mean KAZ"
    ):
        from_frame(pl.DataFrame({"id": ["a"], "parties": [["KZA"]]}), catalogue=known)


def test_what_attestations_say_otherwise_is_a_problem():
    frame = to_frame(bl.load()).with_columns(title=pl.lit("T"))
    with pytest.raises(bl.DataError, match="title: 'T': its attestations resolve to") as caught:
        from_frame(frame)
    assert len(caught.value.problems) == len(bl.load())
    assert len(from_frame(frame.select("id", "type", "title", "date", "parties", "spheres"))) == len(
        bl.load()
    )


JUNK = [
    None,
    "",
    " ",
    "a b",
    ";",
    "x|;",
    "{",
    "[]",
    1,
    1.5,
    True,
    datetime.date(1993, 1, 2),
    [],
    [""],
    ["a  "],
    ["1"],
    ["{}"],
]


@given(st.dictionaries(st.sampled_from(list(SCHEMA)), st.sampled_from(JUNK), max_size=5))
def test_whatever_stands_in_a_frame_is_read_or_refused_with_its_problems(row):
    table = {name: pd.Series([value], dtype=object) for name, value in {"id": "a", **row}.items()}
    with suppress(bl.DataError):
        assert len(from_frame(pd.DataFrame(table))) == 1


def test_a_frame_without_ids_is_refused():
    with pytest.raises(bl.DataError, match=r"id: a frame of records needs this column of frames.SCHEMA"):
        from_frame(pl.DataFrame({"title": ["T"]}))


def test_what_is_no_frame_is_refused():
    with pytest.raises(TypeError):
        from_frame([1, 2])


@backends
def test_an_empty_frame_is_an_empty_corpus(backend):
    frame = to_frame(bl.Corpus(), backend)
    assert from_frame(frame) == bl.Corpus()
    assert nw.from_native(frame).columns == list(SCHEMA)


def test_without_narwhals_the_extra_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "narwhals", None)
    with pytest.raises(bl.MissingExtraError, match=r"bilateral\[frames\]"):
        from_frame(None)
