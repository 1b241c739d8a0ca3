"""A corpus as Parquet, for engines that read it where it lies."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable
from errno import ENOENT
from importlib import import_module
from pathlib import Path
from typing import Any, Final, Literal, get_args

from bilateral.corpus import Corpus
from bilateral.dossier import RECORDS, encode_dossier
from bilateral.errors import InvalidValueError, MissingExtraError
from bilateral.files import replaced_file, replaced_folder
from bilateral.frames.rows import frame_of
from bilateral.model import Record

Engine = Literal["polars", "duckdb", "dask", "ibis", "sqlframe", "pyspark"]

KEY: Final = b"bilateral"
"""The key under which a file keeps, beside its columns, what its records name."""

_AT_ONCE = 50_000
_NO_DECADE = "__HIVE_DEFAULT_PARTITION__"


def write_parquet(
    corpus: Corpus, path: str | os.PathLike[str], *, partition_by: Literal["decade"] | None = None
) -> None:
    """Write a corpus as Parquet with the columns of ``SCHEMA``; a failed write leaves what was there.

    What the records name, with all that is known of it, is kept beside the columns, so that ``read`` gives
    back an equal corpus.

    By decade, each decade is a folder ``decade=1990`` of a folder, as Hive, Spark and others have it: that of
    ``date_earliest``, so of an interval the one in which it begins. What has no known beginning (undated,
    ``../1997``, ``/1997``) is in a folder of its own, ``decade=__HIVE_DEFAULT_PARTITION__``, which engines
    read as null. A decade is that of the calendar: 1990 to 1999.

    Args:
        corpus: the records; they are written in order.
        path: the file; by decade the folder, which is replaced if it holds nothing but such partitions.
        partition_by: ``"decade"``, or None for one file.

    Raises:
        MissingExtraError: if narwhals or pyarrow is not installed.
        InvalidValueError: if it is to be partitioned by anything else.
        OSError: if the path cannot be written, or is a folder of other things.

    Examples:
        >>> from tempfile import TemporaryDirectory
        >>> from bilateral import load
        >>> with TemporaryDirectory() as folder:
        ...     write_parquet(load(), f"{folder}/relations", partition_by="decade")
        ...     sorted(path.name for path in Path(folder, "relations").iterdir())[:3]
        ['decade=1990', 'decade=2000', 'decade=2010']

    References:
        Apache Parquet; Apache Hive, *Language Manual DDL*, "Partitioned Tables".
    """
    try:
        import narwhals  # noqa: F401 - to say early what is missing
        import pyarrow.parquet  # noqa: F401 - to say early what is missing
    except ImportError:
        raise MissingExtraError("parquet", "Parquet") from None
    if partition_by not in (None, "decade"):
        raise InvalidValueError("write_parquet.partition_by", partition_by, 'it must be "decade" or None')
    path = Path(path)
    named = encoded_things(corpus)
    if partition_by is None:
        with replaced_file(path) as draft:
            write_file(corpus, draft, named)
    else:
        with replaced_folder(path, _partitions) as draft:
            _write_partitions(corpus, draft, named)


def decade(record: Record) -> int | None:
    """Return the decade in which a record begins: its first year; None where no beginning is known."""
    date = record.date
    if date is None or date.open_start or date.unknown_start:
        return None
    return date.earliest.year // 10 * 10


def encoded_things(corpus: Corpus) -> bytes:
    """Return what a corpus is as a whole, and what its records name, as the JSON format has it.

    Examples:
        >>> encoded_things(Corpus())
        b'{"sources":[],"parties":[],"places":[],"persons":[],"spheres":[]}'
    """
    plain = encode_dossier(corpus.catalogue, (), corpus.dataset)
    told = {key: value for key, value in plain.items() if key not in RECORDS}
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()


def write_file(records: Iterable[Record], path: Path, named: bytes) -> None:
    """Write records to one file, a part of them at a time.

    Args:
        records: the records.
        path: the file.
        named: from ``encoded_things``; it is kept beside the columns, under the key ``bilateral``.
    """
    import pyarrow.parquet as pq

    listed = list(records)
    first = frame_of(listed[:_AT_ONCE], "pyarrow")
    # Zstandard: every engine reads it, and it takes half the space of the default.
    with pq.ParquetWriter(path, first.schema.with_metadata({KEY: named}), compression="zstd") as writer:
        writer.write_table(first)
        for start in range(_AT_ONCE, len(listed), _AT_ONCE):
            writer.write_table(frame_of(listed[start : start + _AT_ONCE], "pyarrow"))


def _write_partitions(corpus: Corpus, folder: Path, named: bytes) -> None:
    decades: dict[int | None, list[Record]] = {}
    for record in corpus:
        decades.setdefault(decade(record), []).append(record)
    # A folder without any file would have no columns.
    for name, records in (decades or {None: []}).items():
        partition = folder / f"decade={_NO_DECADE if name is None else name}"
        partition.mkdir(parents=True)
        write_file(records, partition / "records.parquet", named)


def _partitions(folder: Path) -> list[str]:
    return [each.name for each in folder.glob("decade=*")]


def scan(path: str | os.PathLike[str], backend: Engine = "polars", *, session: Any = None) -> Any:
    """Return a lazy frame over Parquet that ``write_parquet`` has written; nothing is read yet.

    Args:
        path: the file, the folder of decades, or a folder of your own of such files.
        backend: ``"polars"``, ``"duckdb"``, ``"dask"``, ``"ibis"``, ``"sqlframe"`` or ``"pyspark"``.
        session: what the engine reads by: a connection of DuckDB, a backend of Ibis, a session of SQLFrame or
            Spark; None for the engine's default.

    Returns:
        A ``polars.LazyFrame``, a ``duckdb.DuckDBPyRelation``, or the frame or table of the engine, with the
        columns of ``SCHEMA`` and, of a folder of decades, the number ``decade``.

    Raises:
        MissingExtraError: if the engine is not installed.
        InvalidValueError: if it is none of these.
        FileNotFoundError: if there is nothing at the path.

    Examples:
        >>> from tempfile import TemporaryDirectory
        >>> from bilateral import load, query as q
        >>> from bilateral.frames import filter
        >>> with TemporaryDirectory() as folder:
        ...     write_parquet(load(), f"{folder}/relations.parquet")
        ...     frame = scan(f"{folder}/relations.parquet")
        ...     filter(frame, q.sphere("energy") & q.date("1996/1997")).collect()["id"].to_list()
        ['aze-kaz-1996-oil-gas', 'aze-kaz-1997-petroleum-engineering']
    """
    if backend not in get_args(Engine):
        raise InvalidValueError("scan.backend", backend, f"it must be one of {', '.join(get_args(Engine))}")
    path = Path(path)
    if not path.exists():
        raise FileNotFoundError(ENOENT, "there is no such file or folder", str(path))
    try:
        return _SCANS[backend](path, session)
    except ModuleNotFoundError:
        raise MissingExtraError("engines", f"a scan by {backend}") from None


def _by_decade(path: Path) -> bool:
    return path.is_dir() and any(path.glob("decade=*"))


def _files(path: Path) -> str:
    if not path.is_dir():
        return str(path)
    return str(path / "*" / "*.parquet" if _by_decade(path) else path / "*.parquet")


def _polars(path: Path, _: Any) -> Any:
    return import_module("polars").scan_parquet(_files(path), hive_partitioning=_by_decade(path))


def _duckdb(path: Path, connection: Any) -> Any:
    reader = connection or import_module("duckdb")
    return reader.read_parquet(_files(path), hive_partitioning=_by_decade(path))


def _dask(path: Path, _: Any) -> Any:
    frames, arrow = import_module("dask.dataframe"), import_module("pyarrow")
    # Told, not inferred: Dask reads each folder by itself, and the one of null has no number to infer from.
    decades = {"flavor": "hive", "schema": arrow.schema([("decade", arrow.int64())])}
    options = {"dataset": {"partitioning": decades}} if _by_decade(path) else {}
    return frames.read_parquet(str(path), dtype_backend="pyarrow", **options)


def _ibis(path: Path, backend: Any) -> Any:
    reader = backend or import_module("ibis")
    return reader.read_parquet(_files(path), hive_partitioning=_by_decade(path))


def _sqlframe(path: Path, session: Any) -> Any:
    reader = session or import_module("sqlframe.duckdb").DuckDBSession()
    return reader.read.parquet(_files(path), hive_partitioning=_by_decade(path))


def _pyspark(path: Path, session: Any) -> Any:
    reader = session or import_module("pyspark.sql").SparkSession.builder.getOrCreate()
    return reader.read.parquet(str(path))


_SCANS: dict[str, Callable[[Path, Any], Any]] = {
    "polars": _polars,
    "duckdb": _duckdb,
    "dask": _dask,
    "ibis": _ibis,
    "sqlframe": _sqlframe,
    "pyspark": _pyspark,
}
