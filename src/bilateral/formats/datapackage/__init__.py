"""Frictionless data packages: CSV files that refer to each other, and what describes them; lossless."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable
from contextlib import ExitStack
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bilateral import dossier
from bilateral.codec import encode
from bilateral.corpus import Corpus
from bilateral.errors import DataError
from bilateral.formats.datapackage.description import NAME, described, file_of
from bilateral.formats.datapackage.reading import package_of, read_package
from bilateral.formats.datapackage.tables import TABLES, Table, rows_of

if TYPE_CHECKING:
    from bilateral.chronology import Chronology


def dump(thing: Corpus | Chronology, folder: Path) -> None:
    """Write a corpus, or that of a chronology, as a data package.

    Args:
        thing: the corpus or chronology.
        folder: the folder, which is there and empty.

    Examples:
        >>> from tempfile import TemporaryDirectory
        >>> from bilateral import load as shipped
        >>> with TemporaryDirectory() as folder:
        ...     dump(shipped(), Path(folder))
        ...     load(Path(folder)) == shipped()
        True

    References:
        Data Package (v2), Table Schema (v2), https://datapackage.org.
    """
    corpus = thing if isinstance(thing, Corpus) else thing.corpus
    with ExitStack() as opened:
        writers = {name: _writer(opened, folder, name, table) for name, table in TABLES.items()}
        for name, plain in chain(_things(corpus), _records(corpus)):
            for table, row in rows_of(name, plain):
                writers[table](row)
    text = json.dumps(described(corpus, folder), ensure_ascii=False, indent=2)
    (folder / NAME).write_text(text + "\n", encoding="utf-8", newline="")


def load(folder: Path) -> Corpus:
    """Return the corpus that a data package holds.

    Args:
        folder: the folder.

    Returns:
        The corpus.

    Raises:
        DataError: with every problem of the package: the file, line and column of it.
        OSError: if a file cannot be opened.
    """
    return Corpus._of(read_package(folder))


def belongs(folder: Path) -> Iterable[str]:
    """Return the names of the files that a data package of such tables consists of, if there is one.

    Args:
        folder: a folder.

    Returns:
        Names; none if the folder is no such package.

    Examples:
        >>> from tempfile import TemporaryDirectory
        >>> with TemporaryDirectory() as folder:
        ...     belongs(Path(folder))
        []
    """
    try:
        package_of(folder)
    except (DataError, OSError):
        return []
    return [NAME, *map(file_of, TABLES)]


def _things(corpus: Corpus) -> Iterable[tuple[str, dict[str, Any]]]:
    for name in dossier.TABLES:
        for thing in getattr(corpus.catalogue, name):
            yield name, encode(thing)


def _records(corpus: Corpus) -> Iterable[tuple[str, dict[str, Any]]]:
    for record in corpus:
        yield "records", {"type": type(record).__name__.lower(), **encode(record)}


def _writer(opened: ExitStack, folder: Path, name: str, table: Table) -> Callable[[dict[str, Any]], object]:
    """Return what writes a row of a table."""
    file = opened.enter_context((folder / file_of(name)).open("w", encoding="utf-8", newline=""))
    writer = csv.DictWriter(file, [each.name for each in table.columns])
    writer.writeheader()
    arrays = [each.name for each in table.columns if each.type == "array"]

    def write(row: dict[str, Any]) -> None:
        # A column that the table lacks is refused by the writer: nothing is left out unseen.
        told = {key: json.dumps(row[key], ensure_ascii=False) for key in arrays if key in row}
        writer.writerow(row | told)

    return write
