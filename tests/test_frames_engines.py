"""The same query on engines that are lazy, distributed or both: the same answer as record by record."""

import shutil
import warnings
from operator import attrgetter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import bilateral as bl
from bilateral import query as q
from bilateral.frames import (
    SCHEMA,
    filter,  # noqa: A004 - the word that dataframes use
    from_frame,
    scan,
    to_frame,
    write_parquet,
)
from bilateral.testing import corpora, queries

nw = pytest.importorskip("narwhals", reason="needs the extra 'frames'")
pytest.importorskip("pyarrow", reason="needs pyarrow")
pq = pytest.importorskip("pyarrow.parquet", reason="needs pyarrow")

pytestmark = [
    pytest.mark.slow,
    # Libraries of these engines warn of one another, and of what they themselves will change.
    pytest.mark.filterwarnings("ignore"),
]


@pytest.fixture(scope="module")
def dask(tmp_path_factory):
    dd = pytest.importorskip("dask.dataframe", reason="needs the extra 'engines'")
    pd = pytest.importorskip("pandas", reason="needs pandas")

    def make(table, partitions=3):
        frame = table.to_pandas(types_mapper=pd.ArrowDtype)
        return dd.from_pandas(frame, npartitions=min(partitions, max(1, len(frame))), sort=False)

    return make


@pytest.fixture(scope="module")
def ibis(tmp_path_factory):
    return pytest.importorskip("ibis", reason="needs the extra 'engines'").memtable


@pytest.fixture(scope="module")
def sqlframe(tmp_path_factory):
    sessions = pytest.importorskip("sqlframe.duckdb", reason="needs the extra 'engines'")
    duckdb = pytest.importorskip("duckdb", reason="needs the extra 'engines'")
    session = sessions.DuckDBSession(conn=duckdb.connect())
    path = tmp_path_factory.mktemp("sqlframe")

    def make(table):
        file = path / f"{len(list(path.iterdir()))}.parquet"
        pq.write_table(table, file)
        return session.read.parquet(str(file))

    return make


@pytest.fixture(scope="module")
def spark(tmp_path_factory):
    if shutil.which("java") is None:
        pytest.skip("Spark needs Java; Debian has it as openjdk-17-jre-headless")
    sql = pytest.importorskip("pyspark.sql", reason="needs the extra 'engines'")
    folder = tmp_path_factory.mktemp("spark")
    options = {
        "spark.ui.enabled": "false",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.driver.host": "127.0.0.1",
        "spark.sql.shuffle.partitions": "2",
        "spark.sql.warehouse.dir": str(folder / "warehouse"),
    }
    builder = sql.SparkSession.builder.master("local[2]")
    for name, value in options.items():
        builder = builder.config(name, value)
    with warnings.catch_warnings(action="ignore"):
        session = builder.getOrCreate()
    session.sparkContext.setLogLevel("ERROR")

    def make(table):
        file = folder / f"{len(list(folder.iterdir()))}.parquet"
        pq.write_table(table, file)
        return session.read.parquet(str(file))

    yield make
    session.stop()


@pytest.fixture(scope="module")
def duckdb(tmp_path_factory):
    connection = pytest.importorskip("duckdb", reason="needs the extra 'engines'").connect()
    path = tmp_path_factory.mktemp("duckdb")

    def make(table):
        file = path / f"{len(list(path.iterdir()))}.parquet"
        pq.write_table(table, file)
        return connection.read_parquet(str(file))

    yield make
    connection.close()


@pytest.fixture(params=["dask", "duckdb", "ibis", "sqlframe", "spark"])
def engine(request):
    return request.getfixturevalue(request.param)


def ids(native):
    return nw.from_native(native).select("id").collect()["id"].to_list()


def agree(make, corpus, *asked):
    """Hold an engine's answers against those of the records; all-of dates may be left open."""
    frame = make(to_frame(corpus, "pyarrow"))
    for query in asked:
        for certain in (False, True):
            kept = filter(frame, query, certain=certain)
            assert type(kept) is type(frame)
            answers = [(record.id, query.truth(record)) for record in corpus]
            expected = [id for id, truth in answers if (truth.certain if certain else truth.possible)]
            assert sorted(ids(kept)) == sorted(expected), query


@settings(max_examples=10, suppress_health_check=list(HealthCheck), deadline=None)
@given(st.data())
def test_generated_corpora_answer_alike(engine, data):
    agree(engine, data.draw(corpora()), *data.draw(st.lists(queries(), min_size=1, max_size=3)))


@pytest.mark.parametrize("partition_by", [None, "decade"])
@pytest.mark.parametrize(
    ("backend", "fixture"),
    [(name, name) for name in ("dask", "duckdb", "ibis", "sqlframe")] + [("pyspark", "spark")],
)
def test_parquet_is_read_where_it_lies(backend, fixture, partition_by, tmp_path, request):
    request.getfixturevalue(fixture)
    odd = {"undated": None, "open": "../1997", "old": "0999", "stretch": "1989/1995"}
    corpus = bl.Corpus(
        [*bl.load(), *(bl.Event(id, date=date) for id, date in odd.items())], catalogue=bl.load().catalogue
    )
    write_parquet(corpus, tmp_path / "c", partition_by=partition_by)
    frame = scan(tmp_path / "c", backend)
    assert from_frame(frame, catalogue=corpus.catalogue) == corpus
    for query in (
        q.sphere("economic") & q.party("KAZ") & ~q.date("1996"),
        q.date("1990-05") | q.before("1993"),
    ):
        for certain in (False, True):
            kept = filter(frame, query, certain=certain)
            assert type(kept) is type(frame)
            assert sorted(ids(kept)) == [
                each.id for each in sorted_by_id(corpus.where(query, certain=certain))
            ]


def sorted_by_id(corpus):
    return sorted(corpus, key=attrgetter("id"))


PREDICATES = {
    "type": q.kind("treaty"),
    "kinds": q.kind("treaty"),
    "date_is_interval": q.date("1993"),
    "in_force": q.in_force("1993"),
    "place_names": q.place("baku"),
    "parties": q.bilateral("AZE", "KAZ"),
    "capacities": q.party("KAZ", capacity="state"),
    "spheres_and_broader": q.sphere("energy"),
    "person_names": q.person("nazarbayev"),
    "sources": q.source("jabbarova-2025"),
    "words": q.text("oil"),
}


def test_what_cannot_be_asked_is_named(engine):
    table = to_frame(bl.load(), "pyarrow")
    for column, query in PREDICATES.items():
        frame = engine(table.drop_columns([column]))
        with pytest.raises(bl.InvalidValueError, match=f"needs the column '{column}'") as caught:
            filter(frame, q.source("un") & (q.id("a") | ~query) if column != "sources" else query)
        assert repr(query) in str(caught.value)
    with pytest.raises(bl.InvalidValueError, match=r"q.date\('XXXX-02-29'\).* 100 at most"):
        filter(engine(table), q.anything & q.date("XXXX-02-29") | q.party("KAZ"))


def test_a_frame_of_an_engine_becomes_a_corpus(engine):
    relations = bl.load()
    frame = engine(to_frame(relations, "pyarrow"))
    assert nw.from_native(frame).collect_schema().names() == list(SCHEMA)
    assert from_frame(frame, catalogue=relations.catalogue) == relations
