"""Dataframes of any library that narwhals knows, row by row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Generator
from typing import Any

from bilateral.errors import DataError, InvalidValueError, MissingExtraError, Problem
from bilateral.tables.rows import Row, Table
from bilateral.tables.values import cell_of, named_once

_REPEATED = "{} columns of the dataframe have this name; each must have its own"


def table(frame: Any, name: str, *, wanted: Collection[str] = ()) -> Table:
    """Return the table that a dataframe is.

    Args:
        frame: the dataframe; a lazy one is collected.
        name: its name, for messages.
        wanted: the columns that are looked for.

    Returns:
        The table; its rows are counted from 1.

    Raises:
        MissingExtraError: if narwhals is not installed.
        InvalidValueError: if it is no dataframe that narwhals knows.
        DataError: if several of its columns have one name.
    """
    try:
        import narwhals as nw
    except ImportError:
        raise MissingExtraError("frames", "a dataframe") from None
    try:
        known: Any = nw.from_native(frame)
    except TypeError:
        reason = "it must be the path of a file, an open file or a dataframe"
        raise InvalidValueError("read.path", frame, reason) from None
    except nw.exceptions.DuplicateError:
        counted = Counter(str(each) for each in frame.columns)
        raise DataError(
            Problem(name, "", "", column, _REPEATED.format(times), column=column, kind="repeated column")
            for column, times in counted.items()
            if times > 1
        ) from None
    eager = known.collect() if isinstance(known, nw.LazyFrame) else known
    columns, problems = named_once([str(each) for each in eager.columns], wanted, name)
    return Table(name, columns, _rows(eager), tuple(problems), total=len(eager))


def _rows(frame: Any) -> Generator[Row, None, None]:
    for number, values in enumerate(frame.iter_rows(), 1):
        yield Row(number, [cell_of(value) for value in values])
