"""Files in and out: one module a format, chosen by the end of the file's name."""

from __future__ import annotations

import os
from typing import Any

from bilateral.chronology import Chronology
from bilateral.corpus import Corpus
from bilateral.errors import InvalidValueError
from bilateral.files import checked_path, replaced_file, replaced_folder
from bilateral.formats.table import FORMATS, checked_options, format_of

__all__ = ["FORMATS", "as_chronology", "read", "write"]


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
    path = checked_path(path)
    return format_of(path, readable=True).read(path)


def write(
    thing: Corpus | Chronology, path: str | os.PathLike[str], *, format: str | None = None, **options: Any
) -> None:
    r"""Write a corpus or chronology to a file; a failed write leaves the file as it was.

    The file is written beside its place and moved there. A link stays a link, an old file's permissions are
    kept. Equal things make equal bytes.

    Args:
        thing: what to write; a corpus becomes a chronology in formats that are one.
        path: the file; the end of its name tells the format, such as ``.json``, ``.html`` or ``.csv``: see
            the table of formats in the documentation.
        format: the name of the format, such as ``"json"``, where the file's name does not tell it.
        options: what the format takes, such as ``layout="tidy"`` for CSV; see there.

    Raises:
        InvalidValueError: if it is no corpus or chronology, or no path, or the suffix is not known, or the
            format does not take an option or its value.
        UnknownIdError: if no format has this name.
        MissingExtraError: if the format needs what is not installed.
        OSError: if the file cannot be written.

    Examples:
        >>> from pathlib import Path
        >>> from tempfile import TemporaryDirectory
        >>> from bilateral.model import Event
        >>> with TemporaryDirectory() as folder:
        ...     write(Chronology(Corpus([Event("visit", date="1996")])), f"{folder}/visits.md")
        ...     print(Path(folder, "visits.md").read_text(encoding="utf-8").splitlines()[0])
        - **1996** — \[visit\]
    """
    if not isinstance(thing, Corpus | Chronology):
        raise InvalidValueError("thing", thing, "it must be a Corpus or a Chronology")
    path = checked_path(path)
    form = format_of(path, format)
    checked_options(form, options)
    module = form.load()
    if form.is_folder:
        with replaced_folder(form.folder(path), module.belongs) as draft:
            module.dump(thing, draft, **options)
    elif hasattr(module, "dump"):
        with replaced_file(path) as draft:
            module.dump(thing, draft, **options)
    else:
        made: str | bytes = module.dumps(thing, **options)
        data = made.encode() if isinstance(made, str) else made
        with replaced_file(path) as draft:
            draft.write_bytes(data)


def as_chronology(thing: Corpus | Chronology) -> Chronology:
    """Return a chronology as it is, and a corpus laid out by year."""
    return thing if isinstance(thing, Chronology) else Chronology(thing).by("year")
