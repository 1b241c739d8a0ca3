"""The same query on engines that are lazy, distributed or both: the same answer as record by record."""

import shutil
import warnings

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bilateral.frames import filter, to_frame  # noqa: A004 - the word that dataframes use
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


@pytest.fixture(params=["dask", "ibis", "sqlframe", "spark"])
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
