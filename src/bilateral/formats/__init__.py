"""Files in and out: one module a format, chosen by the suffix of the path."""

from __future__ import annotations

import os
from errno import EISDIR, ENOENT
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from bilateral.chronology import Chronology
from bilateral.corpus import Corpus
from bilateral.errors import InvalidValueError

if TYPE_CHECKING:
    from collections.abc import Iterable

READERS = {".json": "json"}
WRITERS = {".csv": "csv", ".html": "html", ".json": "json", ".md": "markdown", ".txt": "text"}


def read(path: str | os.PathLike[str]) -> Corpus:
    """Read a corpus from a file.

    Args:
        path: the file; its suffix names the format: ``.json``.

    Returns:
        The corpus.

    Raises:
        InvalidValueError: if it is no path, or the suffix is not known.
        DataError: with every problem of the file.
        OSError: if the file cannot be opened.

    Examples:
        >>> from tempfile import TemporaryDirectory
        >>> from bilateral.model import Event
        >>> with TemporaryDirectory() as folder:
        ...     write(Corpus([Event("visit", date="1996")]), f"{folder}/visits.json")
        ...     len(read(f"{folder}/visits.json"))
        1
    """
    path = _path(path)
    module = import_module(f"bilateral.formats.{_format(path, READERS)}")
    corpus: Corpus = module.loads(path.read_bytes(), file=str(path))
    return corpus


def write(thing: Corpus | Chronology, path: str | os.PathLike[str]) -> None:
    r"""Write a corpus or chronology to a file; a failed write leaves the file as it was.

    Args:
        thing: what to write; a corpus becomes a chronology in formats that are one.
        path: the file; its suffix names the format: ``.csv``, ``.html``, ``.json``, ``.md`` or ``.txt``.

    Raises:
        InvalidValueError: if it is no corpus or chronology, or no path, or the suffix is not known.
        OSError: if the file cannot be written.

    Examples:
        >>> from tempfile import TemporaryDirectory
        >>> from bilateral.model import Event
        >>> with TemporaryDirectory() as folder:
        ...     write(Chronology(Corpus([Event("visit", date="1996")])), f"{folder}/visits.md")
        ...     print(Path(folder, "visits.md").read_text(encoding="utf-8").splitlines()[0])
        - **1996** — \[visit\]
    """
    if not isinstance(thing, Corpus | Chronology):
        raise InvalidValueError("thing", thing, "it must be a Corpus or a Chronology")
    path = _path(path)
    module = import_module(f"bilateral.formats.{_format(path, WRITERS)}")
    text: str = module.dumps(thing)
    if not path.parent.is_dir():
        raise FileNotFoundError(ENOENT, "there is no such folder to write to", str(path))
    if path.is_dir():
        raise IsADirectoryError(EISDIR, "it is a folder, not a file to write to", str(path))
    # Written beside its place and moved there, so that nobody ever sees half a file.
    draft = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        draft.write_text(text, encoding="utf-8", newline="")
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


def as_chronology(thing: Corpus | Chronology) -> Chronology:
    """Return a chronology as it is, and a corpus laid out by year."""
    return thing if isinstance(thing, Chronology) else Chronology(thing).by("year")


def _path(path: object) -> Path:
    if not isinstance(path, (str, os.PathLike)) or not str(path) or "\0" in str(path):
        raise InvalidValueError("path", path, "it must be the path of a file")
    return Path(path)


def _format(path: Path, known: dict[str, str]) -> str:
    suffix = path.suffix.lower()
    if suffix not in known:
        raise InvalidValueError("path", str(path), f"its suffix must be one of {_listed(known)}")
    return known[suffix]


def _listed(suffixes: Iterable[str]) -> str:
    return ", ".join(sorted(suffixes))
