"""Columns of pandas that hold Python objects, as columns that can be asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bilateral.errors import DataError, InvalidValueError, MissingExtraError, Problem
from bilateral.frames.schema import SCHEMA

if TYPE_CHECKING:
    from pandas import DataFrame


def arrow_backed(frame: DataFrame) -> DataFrame:
    """Return a pandas frame whose columns of ``SCHEMA`` are backed by pyarrow, as ``filter`` needs them.

    Columns of Python objects have no operations on lists and dates. Columns that are not of the schema stay
    as they are, and so does the index.

    Args:
        frame: a pandas frame, with any of the columns of ``SCHEMA``.

    Returns:
        A new frame; the one given is not changed.

    Raises:
        MissingExtraError: if pandas or pyarrow is not installed.
        InvalidValueError: if it is no pandas frame.
        DataError: with every column whose values are not of the type that the schema says.

    Examples:
        >>> import pandas
        >>> frame = pandas.DataFrame({"id": ["a"], "parties": [["AZE", "KAZ"]]})
        >>> arrow_backed(frame).dtypes["parties"]
        list<item: string>[pyarrow]
    """
    try:
        import pandas as pd
        import pyarrow as pa
    except ImportError:
        raise MissingExtraError("engines", "a pandas frame backed by pyarrow") from None
    if not isinstance(frame, pd.DataFrame):
        raise InvalidValueError("arrow_backed.frame", type(frame).__name__, "it must be a pandas DataFrame")
    types = {"text": pa.string(), "texts": pa.list_(pa.string()), "date": pa.date32(), "boolean": pa.bool_()}
    made: dict[str, Any] = {}
    problems = []
    for name in [name for name in SCHEMA if name in frame.columns]:
        wanted = types[SCHEMA[name].type]
        try:
            values = _array(frame[name], wanted)
        except (pa.ArrowException, TypeError, ValueError) as error:
            problems.append(Problem("", "", name, "", f"it does not fit {wanted}: {error}"))
        else:
            made[name] = pd.Series(pd.arrays.ArrowExtensionArray(values), index=frame.index)
    if problems:
        raise DataError(problems)
    return frame.assign(**made)


def _array(column: Any, wanted: Any) -> Any:
    import pyarrow as pa

    if wanted != pa.date32():
        return pa.chunked_array([pa.array(column, type=wanted, from_pandas=True)])
    # Days are often kept as points in time; a cast would drop the time of day without a word.
    given = pa.array(column, from_pandas=True)
    days = given.cast(wanted)
    if not days.cast(given.type).equals(given):
        raise ValueError("some values have a time of day")
    return pa.chunked_array([days])
