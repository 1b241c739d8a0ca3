"""Files of tables: which module reads the rows of which, and what they have in common."""

from __future__ import annotations

import datetime
import math
import os
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from importlib import import_module
from inspect import Parameter, signature
from pathlib import Path
from types import MappingProxyType
from typing import IO, Any, NamedTuple, TypeAlias

from bilateral.errors import InvalidValueError, Problem
from bilateral.files import checked_path
from bilateral.mapping.plan import Cell, Row

Origin: TypeAlias = "str | os.PathLike[str] | IO[bytes] | IO[str] | Any"
"""The path of a file, an open file, or a dataframe."""


class Table(NamedTuple):
    """A table that is being read.

    Attributes:
        file: its name, for messages.
        columns: its columns, each name once.
        rows: its rows, as they come; reading them may raise DataError where the file is broken off.
        problems: what is wrong with its header.
        unit: what the numbers of its rows count.
        total: how many rows there are, if that is known.
    """

    file: str
    columns: tuple[str, ...]
    rows: Iterator[Row]
    problems: tuple[Problem, ...] = ()
    unit: str = "row"
    total: int | None = None


TABLES: Mapping[str, str] = MappingProxyType(
    {
        ".csv": "delimited",
        ".json": "objects",
        ".jsonl": "objects",
        ".ndjson": "objects",
        ".parquet": "arrow",
        ".tab": "delimited",
        ".tsv": "delimited",
        ".txt": "delimited",
        ".xlsm": "excel",
        ".xlsx": "excel",
    }
)
"""The module that reads the rows of a file, by its suffix; each has ``table(file, name, *, wanted, ...)``."""


def open_table(
    origin: Origin, *, wanted: Collection[str] = (), format: str | None = None, **options: Any
) -> Table:
    """Return the table that a file or a dataframe holds.

    Args:
        origin: a path, an open file or a dataframe.
        wanted: the columns that are looked for, which tell what delimiter a file has.
        format: the suffix that stands for the format, such as ``"csv"``, where the name does not tell it.
        options: what the format takes.

    Returns:
        The table, of which only the beginning has been read.

    Raises:
        InvalidValueError: if the format is not known, or takes no such option.
        DataError: if it is no table.
        OSError: if the file cannot be opened.
    """
    is_path = isinstance(origin, str | os.PathLike)
    if not is_path and not hasattr(origin, "read"):
        of_frame: Table = _taken("frame", options)(origin, "", wanted=wanted, **options)
        return of_frame
    name = str(checked_path(origin)) if is_path else str(getattr(origin, "name", ""))
    suffix = Path(name).suffix.lower() if format is None else f".{format.lower().lstrip('.')}"
    if suffix not in TABLES:
        reason = f"tables are read from {', '.join(TABLES)}; say which of them it is by `format`"
        raise InvalidValueError("read.path" if format is None else "read.format", format or name, reason)
    table = _taken(TABLES[suffix], options)
    if suffix in (".tsv", ".tab"):
        options = {"delimiter": "\t", **options}
    if not is_path:
        found: Table = table(origin, name, wanted=wanted, **options)
        return found
    file = Path(name).open("rb")  # noqa: SIM115 - it is closed when its rows are at an end
    try:
        found = table(file, name, wanted=wanted, **options)
    except BaseException:
        file.close()
        raise
    return found._replace(rows=_closing(file, found.rows))


def _taken(module: str, options: Mapping[str, Any]) -> Any:
    """Return the function of a module that makes a table, if it takes the options."""
    function = import_module(f"bilateral.formats.{module}").table
    taken = [
        each.name for each in signature(function).parameters.values() if each.kind is Parameter.KEYWORD_ONLY
    ]
    for option in options:
        if option not in taken or option == "wanted":
            known = ", ".join(name for name in taken if name != "wanted") or "none"
            raise InvalidValueError("read.options", option, f"the options of this format are: {known}")
    return function


def _closing(file: IO[bytes], rows: Iterator[Row]) -> Iterator[Row]:
    with file:
        yield from rows


def named_once(
    header: Sequence[str], wanted: Collection[str], file: str
) -> tuple[tuple[str, ...], list[Problem]]:
    """Return names of columns of which none is blank or comes twice, and what had to be changed for that.

    Examples:
        >>> named_once(["a", "", "a"], (), "x.csv")[0]
        ('a', 'column 2', 'a (2)')
    """
    names: dict[str, None] = {}
    problems = []
    for number, given in enumerate(header, 1):
        name = given.strip() or f"column {number}"
        if name in names:
            again = 2
            while f"{name} ({again})" in names:
                again += 1
            severity: Any = "warning" if name in wanted else "note"
            new = f"{name} ({again})"
            reason = f"an earlier column has this name, too; column {number} is {new!r} here"
            problems.append(Problem(file, "", "", name, reason, 1, name, severity, "repeated column"))
            name = new
        names[name] = None
    return tuple(names), problems


def cell_of(value: Any) -> Cell:  # noqa: PLR0911 - one for each kind of value
    """Return a value of a sheet, a frame or a JSON file as the text of a cell, or several texts for a list.

    Examples:
        >>> cell_of(datetime.datetime(1996, 9, 16)), cell_of(1996.0), cell_of(None), cell_of(["a", 1])
        ('1996-09-16', '1996', '', ('a', '1'))
    """
    if isinstance(value, str):
        return value
    if value is None or type(value).__name__ in ("NAType", "NaTType"):
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float | Decimal):
        return _number(value)
    if isinstance(value, datetime.datetime):
        midnight = value.time() == datetime.time.min
        return value.date().isoformat() if midnight else value.isoformat(sep=" ")
    if isinstance(value, datetime.date):
        return value.isoformat()
    if hasattr(value, "tolist"):
        return cell_of(value.tolist())
    if isinstance(value, Iterable) and not isinstance(value, bytes | Mapping):
        texts = [cell_of(each) for each in value]
        return tuple(text for text in texts if isinstance(text, str) and text)
    return str(value)


def _number(value: Any) -> str:
    if not math.isfinite(value):
        return "" if math.isnan(value) else str(value)
    return str(int(value)) if value == int(value) and abs(value) < 1e15 else str(value)  # noqa: PLR2004 - beyond, floats skip numbers
