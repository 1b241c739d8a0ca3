"""The question to Parquet by DuckDB: python examples/engines/on_duckdb.py ROWS."""

import sys

import duckdb
import generated

import bilateral as bl

frame = bl.frames.scan(generated.parquet(int(sys.argv[1])), "duckdb")


def count(certain: bool) -> int:  # noqa: FBT001 - whether certain
    """Return how many rows match."""
    return len(bl.frames.filter(frame, generated.QUESTION, certain=certain))


generated.report(f"DuckDB {duckdb.__version__}", count)
