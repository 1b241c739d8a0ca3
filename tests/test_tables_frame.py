"""Dataframes and Parquet files, whatever library holds them."""

import datetime
import io

import pandas as pd
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from bilateral import DataError
from bilateral.tables import open_table

FRAME = pl.DataFrame(
    {
        "no": [1, 2],
        "signed": [datetime.date(1996, 9, 16), None],
        "parties": [["AZE", "KAZ"], None],
        "share": [1.5, float("nan")],
    }
)
ROWS = [["1", "1996-09-16", ("AZE", "KAZ"), "1.5"], ["2", "", "", ""]]


@pytest.mark.parametrize(
    "frame",
    [
        FRAME,
        FRAME.lazy(),
        FRAME.to_arrow(),
        FRAME.to_pandas(),
        FRAME.to_pandas(use_pyarrow_extension_array=True),
    ],
    ids=["polars", "lazy", "pyarrow", "pandas", "pandas-pyarrow"],
)
def test_rows_are_the_same_whatever_holds_them(frame):
    table = open_table(frame)

    assert table.columns == ("no", "signed", "parties", "share")
    assert [list(row.cells) for row in table.rows] == ROWS
    assert table.total == 2


def test_columns_of_pandas_may_have_any_name():
    assert open_table(pd.DataFrame({1: ["a"], "b": ["b"]})).columns == ("1", "b")


def test_columns_of_one_name_are_told():
    with pytest.raises(DataError, match="column t: 't': 2 columns of the dataframe have this name"):
        open_table(pd.DataFrame([["1", "a", "b"]], columns=["id", "t", "t"]))


def test_parquet_is_read_with_the_fields_of_structs_as_columns():
    data = [
        {"no": 1, "at": {"place": "Baku", "year": 1996}, "parties": [{"id": "AZE"}, {"id": "KAZ"}]},
        {"no": 2, "at": None, "parties": []},
    ]
    file = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(data), file)
    table = open_table(file, format="parquet")

    assert table.columns == ("no", "at.place", "at.year", "parties.id")
    assert [list(row.cells) for row in table.rows] == [
        ["1", "Baku", "1996", ("AZE", "KAZ")],
        ["2", "", "", ""],
    ]
    assert table.total == 2


def test_what_is_no_parquet_is_told():
    with pytest.raises(DataError, match="it is no Parquet file"):
        open_table(io.BytesIO(b"PAR1 and no more"), format="parquet")
