"""Parquet of other people: the rows of a file, a batch at a time."""

from __future__ import annotations

from collections.abc import Collection, Generator, Iterator
from typing import IO, Any

from bilateral.errors import DataError, MissingExtraError, Problem
from bilateral.tables.rows import Row, Table
from bilateral.tables.values import cells_of, named_once


def table(file: IO[bytes], name: str, *, wanted: Collection[str] = ()) -> Table:
    """Return the table that a Parquet file holds.

    Args:
        file: the open file.
        name: its name, for messages.
        wanted: the columns that are looked for.

    Returns:
        The table; the fields of a struct are columns such as ``"treaty.title"``.

    Raises:
        MissingExtraError: if pyarrow is not installed.
        DataError: if it is no Parquet file.
    """
    try:
        from pyarrow import ArrowException, parquet
    except ImportError:
        raise MissingExtraError("parquet", "a Parquet file") from None
    try:
        read = parquet.ParquetFile(file)
    except (ArrowException, OSError) as error:
        reason = f"it is no Parquet file, or has been broken off: {error}"
        raise DataError([Problem(name, "", "", "", reason, kind="no Parquet")]) from None
    names = [path for field in read.schema_arrow for path in _paths(field.name, field.type)]
    columns, problems = named_once(names, wanted, name)
    return Table(name, columns, _rows(read, names), tuple(problems), total=read.metadata.num_rows)


def _paths(name: str, kind: Any) -> Iterator[str]:
    """Yield the paths of a column: of a struct, or a list of structs, those of its fields."""
    inner = kind.value_type if hasattr(kind, "value_type") and not hasattr(kind, "key_type") else kind
    fields = [inner.field(i) for i in range(inner.num_fields)] if hasattr(inner, "names") else []
    if not fields:
        yield name
    for field in fields:
        yield from _paths(f"{name}.{field.name}", field.type)


def _rows(read: Any, names: list[str]) -> Generator[Row, None, None]:
    number = 0
    for batch in read.iter_batches():
        for values in batch.to_pylist():
            number += 1
            yield Row(number, cells_of(values, names))
