"""Records as dataframes, and queries over dataframes, through narwhals.

Needs the extra ``frames``. ``filter`` answers as ``query.truth`` does, record by record, in the caller's own
kind of frame; ``SCHEMA`` says what each column holds.
"""

from __future__ import annotations

from bilateral.frames.conversion import arrow_backed
from bilateral.frames.filtering import filter  # noqa: A004 - the word that dataframes use
from bilateral.frames.parquet import scan, write_parquet
from bilateral.frames.reading import from_frame
from bilateral.frames.rows import to_frame
from bilateral.frames.schema import SCHEMA, Column

__all__ = [
    "SCHEMA",
    "Column",
    "arrow_backed",
    "filter",
    "from_frame",
    "scan",
    "to_frame",
    "write_parquet",
]
