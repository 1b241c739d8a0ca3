"""Parquet: lossless, and read by others."""

import datetime
import sys

import pytest
from hypothesis import given, settings

import bilateral as bl
from bilateral import Chronology, Corpus, DataError, InvalidValueError, MissingExtraError, testing
from bilateral.formats.parquet import dump, loads
from bilateral.model import Event

pl = pytest.importorskip("polars", reason="needs polars")
pa = pytest.importorskip("pyarrow", reason="needs pyarrow")
pq = pytest.importorskip("pyarrow.parquet", reason="needs pyarrow")


@given(testing.corpora(max_size=4), testing.queries())
@settings(max_examples=30)
def test_a_corpus_comes_back_whole(tmp_path_factory, corpus, query):
    path = tmp_path_factory.mktemp("parquet") / "a.parquet"
    for thing in (corpus, Chronology(corpus.where(query))):
        dump(thing, path)
        again = loads(path.read_bytes())
        whole = thing if isinstance(thing, Corpus) else thing.corpus

        assert again == whole
        assert again.catalogue == whole.catalogue
        assert again.dataset == whole.dataset


def test_equal_corpora_make_equal_bytes(tmp_path):
    backwards = Corpus(reversed(bl.load()), catalogue=bl.load().catalogue, dataset=bl.load().dataset)
    for name, corpus in (("a", bl.load()), ("b", backwards)):
        bl.write(corpus, tmp_path / f"{name}.parquet")

    assert (tmp_path / "a.parquet").read_bytes() == (tmp_path / "b.parquet").read_bytes()


def test_other_programs_read_columns_of_their_types(tmp_path):
    bl.write(bl.load(), tmp_path / "a.parquet")
    frame = pl.read_parquet(tmp_path / "a.parquet")
    energy = frame.filter(pl.col("spheres_and_broader").list.contains("energy"))

    assert frame.schema["date_latest"] == pl.Date
    assert sorted(energy["id"]) == sorted(record.id for record in bl.load().where(sphere="energy"))


def test_duckdb_reads_it_where_it_lies(tmp_path):
    duckdb = pytest.importorskip("duckdb", reason="needs duckdb")
    bl.write(bl.load(), tmp_path / "a.parquet")
    written = duckdb.read_parquet(str(tmp_path / "a.parquet"))
    found = written.filter("list_contains(parties, 'KAZ') and date_latest < date '1994-01-01'")[
        "id"
    ].fetchall()
    before = [each for each in bl.load().where(party="KAZ") if each.date and not each.date.open_end]
    limit = datetime.date(1994, 1, 1)
    assert {id for (id,) in found} == {each.id for each in before if each.date.latest < limit}


def test_a_file_of_others_needs_only_ids(tmp_path):
    pq.write_table(pa.table({"id": ["a", "b"], "date": ["1993", None]}), tmp_path / "a.parquet")

    assert bl.read(tmp_path / "a.parquet") == Corpus([bl.Agreement("a", signed="1993"), bl.Agreement("b")])


@pytest.mark.parametrize(
    ("table", "reason"),
    [
        ({"id": ["a", "a"]}, "rows[0] a: id: 'a': 2 rows have this id"),
        ({"id": ["a"], "date": ["1993-02-30"]}, "rows[0] a: date: '1993-02-30': it is not a date"),
        ({"title": ["A"]}, "id: a frame of records needs this column"),
        ({"id": ["a"], "Party": ["AZE"]}, "of its columns 'Party' frames.SCHEMA has none"),
    ],
)
def test_what_is_wrong_is_told_with_the_file(tmp_path, table, reason):
    path = tmp_path / "a.parquet"
    pq.write_table(pa.table(table), path)
    with pytest.raises(DataError) as caught:
        bl.read(path)

    assert str(caught.value.problems[0]).startswith(f"{path}: {reason}")


@pytest.mark.parametrize("cut", [slice(0, 0), slice(None, 100), slice(None, -1), slice(4, None)])
def test_what_is_no_whole_file_is_one_problem(tmp_path, cut):
    bl.write(Corpus([Event("visit", date="1996")]), tmp_path / "a.parquet")
    data = (tmp_path / "a.parquet").read_bytes()[cut]
    with pytest.raises(DataError, match=r"^x: it is no whole Parquet file: [^\n]+$"):
        loads(data, file="x")


def test_what_is_given_or_missing_is_told(monkeypatch, tmp_path):
    with pytest.raises(InvalidValueError, match="it must be the bytes of a Parquet file"):
        loads("PAR1")
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    with pytest.raises(MissingExtraError, match=r"Parquet needs an extra: .*bilateral\[parquet\]"):
        bl.write(bl.load(), tmp_path / "a.parquet")
    with pytest.raises(MissingExtraError, match=r"bilateral\[parquet\]"):
        loads(b"")
    assert list(tmp_path.iterdir()) == []


def visible(path, folder):
    """Return the texts of a table as polars reads it."""
    frame = pl.read_parquet(path)
    return "\n".join(str(value) for row in frame.iter_rows() for value in row)
