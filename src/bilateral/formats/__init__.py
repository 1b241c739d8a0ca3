"""Files in and out: one module a format, chosen by the end of the file's name."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, overload

from bilateral.chronology import Chronology
from bilateral.corpus import Corpus
from bilateral.errors import DataError, InvalidValueError
from bilateral.files import checked_path, replaced_file, replaced_folder
from bilateral.formats.table import FORMATS, checked_options, format_of

if TYPE_CHECKING:
    from bilateral.authority import Authority
    from bilateral.formats.mapped import Reading
    from bilateral.mapping import Mapping
    from bilateral.model import Source
    from bilateral.model.catalogue import Catalogue
    from bilateral.tables import Origin

__all__ = ["FORMATS", "as_chronology", "read", "write"]


@overload
def read(
    path: Origin,
    mapping: Mapping | None = None,
    *,
    source: Source | str | None = None,
    strict: Literal[True] = True,
    catalogue: Catalogue | None = None,
    authority: Authority | None = None,
    progress: bool = False,
    **options: Any,
) -> Corpus: ...
@overload
def read(
    path: Origin,
    mapping: Mapping | None = None,
    *,
    source: Source | str | None = None,
    strict: Literal[False],
    catalogue: Catalogue | None = None,
    authority: Authority | None = None,
    progress: bool = False,
    **options: Any,
) -> Reading: ...
def read(
    path: Origin,
    mapping: Mapping | None = None,
    *,
    source: Source | str | None = None,
    strict: bool = True,
    catalogue: Catalogue | None = None,
    authority: Authority | None = None,
    progress: bool = False,
    **options: Any,
) -> Corpus | Reading:
    r"""Read a corpus from a file of this library, or from any table by a mapping.

    By a mapping, each value is attested by the source, with its row and column as locator and the cell,
    verbatim, as quote. What could not be understood, and what is not mapped, is kept in the ``raw`` of its
    record.

    Args:
        path: the file; its suffix names the format. By a mapping also an open file or a dataframe.
        mapping: how the columns of a table become fields; None for what this library has written.
        source: who says what stands in the table, unless the mapping names a column for it: a Source or its
            id; None for the source that the mapping names, else the file itself.
        strict: raise all problems, where there are any but notes; else return them beside the records.
        catalogue: what ids in the table stand for.
        authority: where parties are looked up if the mapping has ``identify=True``; None for the authority
            file that comes with the library.
        progress: show a bar (extra ``progress``).
        options: what the format takes, such as ``delimiter`` and ``encoding`` of a CSV file, or ``sheet`` of
            a workbook; ``format`` where the name of the file does not tell it.

    Returns:
        The corpus; if it is not ``strict``, a pair of the corpus and its Problems.

    Raises:
        InvalidValueError: if it is no path, the suffix is not known, or an option is none of the format.
        DataError: with every problem of the file; if it is not ``strict``, where it is no table or lacks a
            column that is mapped.
        MissingExtraError: if the format needs what is not installed.
        OSError: if the file cannot be opened.

    Examples:
        >>> from tempfile import TemporaryDirectory
        >>> from bilateral.model import Event
        >>> with TemporaryDirectory() as folder:
        ...     write(Corpus([Event("visit", date="1996")]), f"{folder}/visits.json")
        ...     len(read(f"{folder}/visits.json"))
        1

        >>> from io import StringIO
        >>> from bilateral import Constant, Mapping
        >>> table = StringIO("id;signed;with\nt1;16.09.1996;KAZ\nt2;31.11.1999;KAZ\n")
        >>> mapping = Mapping(id="id", signed="signed", parties=["with", Constant("AZE")])
        >>> corpus, problems = read(table, mapping, strict=False, format="csv")
        >>> corpus["t1"].attested("signed")[0].locator, corpus["t2"].raw
        ('row 2, column signed', (('signed', '31.11.1999'),))
        >>> problems
        <Problems: 1 problem: 1 warning>
    """
    if mapping is None:
        return _own(path, source, strict=strict, options=options)
    # Mappings, and where parties are looked up, take longer to import than most files to read.
    from bilateral.formats.mapped import read_mapped

    found = read_mapped(
        path, mapping, source=source, catalogue=catalogue, authority=authority, progress=progress, **options
    )
    if not strict:
        return found
    if any(problem.severity != "note" for problem in found.problems):
        raise DataError(found.problems)
    return found.corpus


def _own(path: Origin, source: object, *, strict: bool, options: dict[str, Any]) -> Corpus | Reading:
    """Read what this library has written, which has a mapping in itself."""
    name = options.pop("format", None)
    given = [*options, *([] if source is None else ["source"])]
    if given or hasattr(path, "read") or hasattr(path, "columns") or _is_table(path, name):
        reason = "a table of other people needs a mapping; Mapping.suggest(path) drafts one"
        raise InvalidValueError("read.mapping", None, reason)
    path = checked_path(path)
    corpus = format_of(path, name, readable=True).read(path)
    if strict:
        return corpus
    from bilateral.formats.mapped import Reading
    from bilateral.report import Problems

    return Reading(corpus, Problems())


def _is_table(path: Origin, name: str | None) -> bool:
    """Return whether a file is a table that only a mapping can make records of."""
    suffix = f".{name}" if name is not None else Path(str(path)).suffix.lower()
    return suffix in (".csv", ".tsv", ".tab", ".xlsx")


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
