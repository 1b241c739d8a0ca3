"""A corpus as Parquet: one file or a folder of decades, whole or not at all, read where it lies."""

import datetime
import sys

import pytest

import bilateral as bl
from bilateral import query as q
from bilateral.frames import SCHEMA, filter, from_frame, scan, to_frame, write_parquet  # noqa: A004
from bilateral.frames import parquet as module

nw = pytest.importorskip("narwhals", reason="needs the extra 'frames'")
pl = pytest.importorskip("polars", reason="needs the extra 'frames'")
pq = pytest.importorskip("pyarrow.parquet", reason="needs pyarrow")

DATES = {
    "long-ago": "0999",
    "point": "1990",
    "last-day": "1999-12-31",
    "over-the-turn": "1989/1995",
    "either": "[1979,2003]",
    "open-end": "2003/..",
    "open-start": "../1997",
    "unknown-start": "/1997",
    "undated": None,
}
DECADES = {
    "long-ago": 990,
    "point": 1990,
    "last-day": 1990,
    "over-the-turn": 1980,
    "either": 1970,
    "open-end": 2000,
    "open-start": None,
    "unknown-start": None,
    "undated": None,
}


def of_all_decades():
    events = [bl.Event(id, date=date) for id, date in DATES.items()]
    return bl.Corpus([*bl.load(), *events], catalogue=bl.load().catalogue)


@pytest.mark.parametrize("partition_by", [None, "decade"])
def test_what_is_written_is_read_back(tmp_path, partition_by, monkeypatch):
    monkeypatch.setattr(module, "_AT_ONCE", 7)
    corpus = of_all_decades()
    write_parquet(corpus, tmp_path / "c", partition_by=partition_by)
    frame = scan(tmp_path / "c")
    assert isinstance(frame, pl.LazyFrame)
    assert from_frame(frame, catalogue=corpus.catalogue) == corpus
    whole = frame.collect().select(list(SCHEMA))
    assert whole.sort("id").equals(to_frame(corpus).sort("id"))
    assert partition_by or whole.equals(to_frame(corpus))
    assert [path.name for path in tmp_path.iterdir()] == ["c"]


def test_a_record_is_in_the_decade_in_which_it_begins(tmp_path):
    write_parquet(of_all_decades(), tmp_path / "c", partition_by="decade")
    table = scan(tmp_path / "c").collect()
    found = dict(zip(table["id"], table["decade"], strict=True))
    assert {id: found[id] for id in DECADES} == DECADES
    earliest = dict(zip(table["id"], table["date_earliest"], strict=True))
    assert all(found[id] == (day and day.year // 10 * 10) for id, day in earliest.items())
    assert {path.name for path in (tmp_path / "c").iterdir()} == {
        *(f"decade={decade}" for decade in (990, 1970, 1980, 1990, 2000, 2010)),
        "decade=__HIVE_DEFAULT_PARTITION__",
    }


def test_columns_have_types_that_engines_share(tmp_path):
    write_parquet(bl.load(), tmp_path / "c.parquet")
    types = {"text": "string", "texts": "list<element: string>", "date": "date32[day]", "boolean": "bool"}
    schema = pq.read_schema(tmp_path / "c.parquet")
    assert {field.name: str(field.type) for field in schema} == {
        name: types[column.type] for name, column in SCHEMA.items()
    }


@pytest.mark.parametrize("partition_by", [None, "decade"])
def test_no_record_is_no_row_of_all_columns(tmp_path, partition_by):
    write_parquet(bl.Corpus(), tmp_path / "c", partition_by=partition_by)
    frame = scan(tmp_path / "c").collect()
    assert frame.columns[: len(SCHEMA)] == list(SCHEMA)
    assert len(frame) == 0


@pytest.mark.parametrize("partition_by", [None, "decade"])
def test_a_failed_write_leaves_what_was_there(tmp_path, partition_by, monkeypatch):
    first = bl.Corpus([bl.Event("first", date="1993")])
    write_parquet(first, tmp_path / "c", partition_by=partition_by)
    written = module.write_file

    def fail_late(*arguments):
        written(*arguments)
        raise OSError("disk full")

    monkeypatch.setattr(module, "write_file", fail_late)
    with pytest.raises(OSError, match="disk full"):
        write_parquet(of_all_decades(), tmp_path / "c", partition_by=partition_by)
    assert from_frame(scan(tmp_path / "c")) == first
    assert [path.name for path in tmp_path.iterdir()] == ["c"]


def test_a_folder_of_decades_is_replaced_as_a_whole(tmp_path):
    write_parquet(of_all_decades(), tmp_path / "c", partition_by="decade")
    write_parquet(bl.Corpus([bl.Event("a", date="2020")]), tmp_path / "c", partition_by="decade")
    assert [path.name for path in (tmp_path / "c").iterdir()] == ["decade=2020"]
    assert [path.name for path in tmp_path.iterdir()] == ["c"]


def test_what_is_no_folder_of_decades_is_not_replaced(tmp_path):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").touch()
    with pytest.raises(FileExistsError, match=r"holds what does not belong to it: letter\.txt"):
        write_parquet(bl.load(), tmp_path / "mine", partition_by="decade")
    with pytest.raises(IsADirectoryError, match="it is a folder"):
        write_parquet(bl.load(), tmp_path / "mine")
    (tmp_path / "file").touch()
    with pytest.raises(FileExistsError, match="a file of this name"):
        write_parquet(bl.load(), tmp_path / "file", partition_by="decade")
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["file", "letter.txt", "mine"]


def test_bad_arguments_are_refused(tmp_path):
    with pytest.raises(bl.InvalidValueError, match='must be "decade" or None'):
        write_parquet(bl.load(), tmp_path / "c", partition_by="year")
    with pytest.raises(FileNotFoundError, match="no such folder to write to"):
        write_parquet(bl.load(), tmp_path / "none" / "c")
    with pytest.raises(FileNotFoundError, match="no such file or folder"):
        scan(tmp_path / "c")
    with pytest.raises(bl.InvalidValueError, match="must be one of polars, duckdb, dask"):
        scan(tmp_path, "excel")


def test_what_is_not_installed_is_named(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "duckdb", None)
    with pytest.raises(bl.MissingExtraError, match=r"bilateral\[engines\]"):
        scan(tmp_path, "duckdb")
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    with pytest.raises(bl.MissingExtraError, match=r"bilateral\[parquet\]"):
        write_parquet(bl.load(), tmp_path / "c")


def test_a_folder_of_several_files_is_scanned(tmp_path):
    for i, date in enumerate(["1993", "1994"]):
        write_parquet(bl.Corpus([bl.Event(f"e{i}", date=date)]), tmp_path / f"{i}.parquet")
    frame = scan(tmp_path).collect()
    assert frame.columns == list(SCHEMA)
    assert frame["id"].to_list() == ["e0", "e1"]


def test_a_question_reaches_over_decades(tmp_path):
    corpus = of_all_decades()
    write_parquet(corpus, tmp_path / "c", partition_by="decade")
    for query in (q.date("1995-06"), q.before("1998"), q.sphere("economic") & q.date("1996/2006")):
        kept = filter(scan(tmp_path / "c"), query).collect()
        assert sorted(kept["id"]) == sorted(record.id for record in corpus.where(query))
    early = scan(tmp_path / "c").filter((pl.col("decade") <= 1990) | pl.col("decade").is_null())
    # What may have begun before 2000 is in these decades or has no known beginning.
    kept = filter(early, q.before("2000")).collect()
    assert sorted(kept["id"]) == sorted(record.id for record in corpus.where(q.before("2000")))
    assert early.filter(pl.col("date_earliest") >= datetime.date(2000, 1, 1)).collect().is_empty()
