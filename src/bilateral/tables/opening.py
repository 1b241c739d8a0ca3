"""From a path, an open file or a dataframe to its rows: which module reads which."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Mapping
from importlib import import_module
from inspect import Parameter, signature
from pathlib import Path
from types import MappingProxyType
from typing import IO, Any, TypeAlias

from bilateral.errors import InvalidValueError
from bilateral.files import checked_path
from bilateral.tables.rows import Row, Rows, Table

Origin: TypeAlias = "str | os.PathLike[str] | IO[bytes] | IO[str] | Any"
"""The path of a file, an open file, or a dataframe."""


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
    return found._replace(rows=_Closing(file, found.rows))


def _taken(module: str, options: Mapping[str, Any]) -> Any:
    """Return the function of a module that makes a table, if it takes the options."""
    function = import_module(f"bilateral.tables.{module}").table
    taken = [
        each.name for each in signature(function).parameters.values() if each.kind is Parameter.KEYWORD_ONLY
    ]
    for option in options:
        if option not in taken or option == "wanted":
            known = ", ".join(name for name in taken if name != "wanted") or "none"
            raise InvalidValueError("read.options", option, f"the options of this format are: {known}")
    return function


class _Closing:
    """Rows of a file that is closed at their end, at an error, or when they are dropped."""

    def __init__(self, file: IO[bytes], rows: Rows) -> None:
        self._file, self._rows = file, rows

    def __iter__(self) -> Iterator[Row]:
        return self

    def __next__(self) -> Row:
        try:
            return next(self._rows)
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        self._rows.close()
        self._file.close()

    def __del__(self) -> None:
        self.close()
