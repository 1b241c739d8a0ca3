"""The table of formats: which module reads and writes which files."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from inspect import Parameter, signature
from pathlib import Path
from types import MappingProxyType, ModuleType
from typing import Any, NamedTuple

from bilateral.corpus import Corpus
from bilateral.errors import InvalidValueError, UnknownIdError


class Format(NamedTuple):
    """A format of files.

    Attributes:
        module: the module of ``bilateral.formats``. It has ``dumps(thing, *, option=...)``, which returns
            text or bytes, or ``dump(thing, path, *, option=...)`` for what is written piece by piece; and
            ``loads(data, *, file)`` if it can be read.
        suffixes: how the names of its files end; without a dot at its beginning, the whole name of a file.
        readable: whether it can be read: it is lossless then.
        holds_claims: whether it holds what sources claim as data, although it cannot be read.
        is_text: whether ``dumps`` returns text, which the command line may print.
        is_folder: whether it is several files in one folder: ``dump`` makes the folder, and
            ``belongs(folder)`` returns the names of those files in an older one that it may replace;
            ``load(folder)`` reads one. A path to a file of such a name stands for its folder.
        extra: the extra that it needs; None for none.

    Examples:
        >>> FORMATS["md"].suffixes
        ('.md',)
    """

    module: str
    suffixes: tuple[str, ...] = ()
    readable: bool = False
    holds_claims: bool = False
    is_text: bool = True
    is_folder: bool = False
    extra: str | None = None

    def load(self) -> ModuleType:
        """Import and return the module."""
        return import_module(f"bilateral.formats.{self.module}")

    def folder(self, path: Path) -> Path:
        """Return the folder that a path to a file in it, or to itself, stands for."""
        return path.parent if path.name.lower() in self.suffixes else path

    def read(self, path: Path) -> Corpus:
        """Read what was written in this format.

        Args:
            path: the file or folder.

        Returns:
            The corpus.

        Raises:
            DataError: with every problem of it.
            OSError: if it cannot be opened.
        """
        module = self.load()
        found: Corpus = (
            module.load(self.folder(path))
            if self.is_folder
            else module.loads(path.read_bytes(), file=str(path))
        )
        return found


# In alphabetical order.
FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        "bibtex": Format("bibtex", (".bib",)),
        "csl": Format("csl", (".csl.json",)),
        "csv": Format("csv", (".csv",)),
        "datapackage": Format(
            "datapackage", ("datapackage.json",), readable=True, is_text=False, is_folder=True
        ),
        "html": Format("html", (".html",)),
        "ics": Format("ics", (".ics",), is_text=False, extra="calendar"),
        "json": Format("json", (".json",), readable=True),
        "jsonl": Format("jsonl", (".jsonl", ".ndjson"), readable=True),
        "jsonld": Format("jsonld", (".jsonld",), holds_claims=True, extra="rdf"),
        "latex": Format("latex", (".tex",)),
        "md": Format("markdown", (".md",)),
        "mermaid": Format("mermaid", (".mmd",)),
        "parquet": Format("parquet", (".parquet",), readable=True, is_text=False, extra="parquet"),
        "png": Format("png", (".png",), is_text=False, extra="plot"),
        "ris": Format("ris", (".ris",)),
        "svg": Format("svg", (".svg",)),
        "text": Format("text", (".txt",)),
        "timelinejs": Format("timelinejs", (".timeline.json",)),
        "turtle": Format("turtle", (".ttl",), holds_claims=True, extra="rdf"),
    }
)
"""The formats by their names."""


def format_of(path: Path, name: str | None = None, *, readable: bool = False) -> Format:
    """Return the format of a file.

    Args:
        path: the file.
        name: the name of the format; None to go by the end of the file's name, of which the longest that is
            known counts: ``book.csl.json`` is another format than ``book.json``.
        readable: whether it is to be read.

    Returns:
        The format.

    Raises:
        UnknownIdError: if no format has this name.
        InvalidValueError: if the suffix is not known, or the format cannot be read.

    Examples:
        >>> format_of(Path("book.MD")).module
        'markdown'
    """
    known = {key: each for key, each in FORMATS.items() if each.readable or not readable}
    if name is not None:
        if name not in list(known):
            raise UnknownIdError("format" if name not in list(FORMATS) else "format to read", name, known)
        return known[name]
    # A folder that is a package has no suffix.
    path = next((path / end for end in _FOLDERS if (path / end).is_file()), path)
    ends = [(len(end), each) for each in FORMATS.values() for end in each.suffixes if _ends(path, end)]
    found = max(ends, default=(0, None), key=lambda end: end[0])[1]
    if found not in known.values() or found is None:
        suffixes = sorted(end for each in known.values() for end in each.suffixes)
        raise InvalidValueError("path", str(path), f"its suffix must be one of {', '.join(suffixes)}")
    return found


_FOLDERS = [end for each in FORMATS.values() if each.is_folder for end in each.suffixes]


def _ends(path: Path, suffix: str) -> bool:
    name = path.name.lower()
    return name.endswith(suffix) and name != suffix if suffix.startswith(".") else name == suffix


def checked_options(form: Format, options: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return options if a format knows them all.

    Args:
        form: the format.
        options: the options for its ``dumps``.

    Returns:
        The options.

    Raises:
        InvalidValueError: if it does not know one.

    Examples:
        >>> checked_options(FORMATS["json"], {"colour": "red"})
        Traceback (most recent call last):
        bilateral.errors.InvalidValueError: write.options cannot be 'colour': json takes no options
    """
    known = known_options(form)
    for option in options:
        if option not in known:
            takes = f"the options {', '.join(known)}" if known else "no options"
            raise InvalidValueError("write.options", option, f"{form.module} takes {takes}")
    return options


def known_options(form: Format) -> tuple[str, ...]:
    """Return the names of the options that a format takes: the keywords of its ``dumps``.

    Examples:
        >>> known_options(FORMATS["json"])
        ()
        >>> known_options(FORMATS["md"])
        ('language', 'bibliography')
    """
    module = form.load()
    taken = signature(module.dump if hasattr(module, "dump") else module.dumps).parameters.values()
    return tuple(each.name for each in taken if each.kind is Parameter.KEYWORD_ONLY)
