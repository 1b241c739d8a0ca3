"""Parquet: the columns of ``frames.SCHEMA``, with what the records name kept beside them; lossless."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from bilateral.corpus import Corpus
from bilateral.dossier import decode_dossier
from bilateral.errors import DataError, InvalidValueError, MissingExtraError, Problem
from bilateral.frames import SCHEMA, from_frame
from bilateral.frames.parquet import KEY, encoded_things, write_file

if TYPE_CHECKING:
    from bilateral.chronology import Chronology


def dump(thing: Corpus | Chronology, path: Path) -> None:
    """Write a corpus, or that of a chronology, as Parquet.

    Args:
        thing: the corpus or chronology.
        path: the file.

    Raises:
        MissingExtraError: if narwhals or pyarrow is not installed.
    """
    _need()
    corpus = thing if isinstance(thing, Corpus) else thing.corpus
    write_file(corpus, path, encoded_things(corpus))


def loads(data: bytes, *, file: str = "") -> Corpus:
    """Return the corpus that a Parquet file holds.

    Args:
        data: the bytes of the file. One that something else has written needs columns of ``frames.SCHEMA``,
            at least ``id``, as ``frames.from_frame`` has it, and no others.
        file: the name of the file they come from, for messages.

    Returns:
        The corpus.

    Raises:
        MissingExtraError: if narwhals or pyarrow is not installed.
        DataError: with every problem of the file.
        InvalidValueError: if the data are no bytes.

    Examples:
        >>> from tempfile import TemporaryDirectory
        >>> from bilateral import load
        >>> with TemporaryDirectory() as folder:
        ...     dump(load(), Path(folder, "a.parquet"))
        ...     loads(Path(folder, "a.parquet").read_bytes()) == load()
        True

    References:
        Apache Parquet.
    """
    _need()
    import pyarrow as pa
    import pyarrow.parquet as pq

    if not isinstance(data, bytes):
        raise InvalidValueError("data", data, "it must be the bytes of a Parquet file")
    try:
        table = pq.read_table(pa.BufferReader(data))
    except (pa.ArrowException, OSError) as error:
        reason = f"it is no whole Parquet file: {str(error).splitlines()[0]}"
        raise DataError([Problem(file, "", "", "", reason)]) from None
    named = (table.schema.metadata or {}).get(KEY)
    try:
        if named is None:
            _refuse_others(table.column_names)
            return from_frame(table)
        known = decode_dossier(json.loads(named))
        corpus = from_frame(table, catalogue=known.catalogue)
    except DataError as error:
        raise DataError(problem._replace(file=file) for problem in error.problems) from None
    return Corpus(corpus, catalogue=corpus.catalogue, dataset=known.dataset)


def _refuse_others(columns: list[str]) -> None:
    # A mapping keeps them; without one they would be lost.
    others = [name for name in columns if name not in SCHEMA]
    if "id" in columns and others:
        reason = (
            f"of its columns {', '.join(map(repr, others))} frames.SCHEMA has none; a table of other people"
            " needs a mapping: Mapping.suggest(path) drafts one"
        )
        raise DataError([Problem("", "", "", "", reason)])


def _need() -> None:
    try:
        import narwhals  # noqa: F401 - to say early what is missing
        import pyarrow.parquet  # noqa: F401 - to say early what is missing
    except ImportError:
        raise MissingExtraError("parquet", "Parquet") from None
