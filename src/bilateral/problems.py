"""From the errors of a strict reader to problems that name record, field and value."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from json import JSONDecodeError
from typing import Any, TypeAlias

import attrs

from bilateral.errors import (
    InvalidDateError,
    InvalidValueError,
    Problem,
    UnknownIdError,
    UnsupportedDateError,
)

Path: TypeAlias = tuple[str | int, ...]
Excuse: TypeAlias = Callable[[UnknownIdError], bool]
"""Whether an id is unknown only because what has it could not be read: a problem that is told elsewhere."""


def none_excused(_: UnknownIdError) -> bool:
    """Excuse no unknown id.

    Examples:
        >>> none_excused(UnknownIdError("sphere", "x"))
        False
    """
    return False


def problems_of(
    error: Exception, data: Any, *, file: str = "", record: str = "", excused: Excuse = none_excused
) -> list[Problem]:
    """Return every problem that an error, or a group of errors, stands for.

    Args:
        error: what the reader raised; groups carry notes that name the field or the index.
        data: what it read, to show the value found.
        file: the name of the file, for the problems.
        record: the name of the record, for the problems.
        excused: which unknown ids are no problem of this data.

    Returns:
        One problem for each error at the leaves that is not excused, in the order of the fields of the class.

    Examples:
        >>> problems_of(InvalidValueError("int", "3", "it must be a whole number"), "3", record="parties[0]")
        [Problem(file='', record='parties[0]', field='', value='3', reason='it must be a whole number')]
    """
    return [
        _problem(file, record, path, leaf, data)
        for path, leaf in _leaves(error, ())
        if not (isinstance(leaf, UnknownIdError) and excused(leaf))
    ]


def no_json(error: Exception, *, lines: bool = True) -> str:
    """Return why a text is no JSON, and where.

    Args:
        error: what the reader of JSON raised.
        lines: whether to say in which line.

    Returns:
        The reason.

    Examples:
        >>> import json
        >>> try:
        ...     json.loads("[1,")
        ... except ValueError as error:
        ...     no_json(error)
        'it is no JSON: expecting value at line 1, column 4'
    """
    if isinstance(error, RecursionError):
        return "its lists and objects are nested too deeply to be read"
    if isinstance(error, JSONDecodeError):
        reason = f"{error.msg[:1].lower()}{error.msg[1:]}".removesuffix(" at")
        line = f"line {error.lineno}, " if lines else ""
        return f"it is no JSON: {reason} at {line}column {error.colno}"
    return f"it is no JSON: {error}"


def _problem(file: str, record: str, path: Path, leaf: Exception, data: Any) -> Problem:
    value = _found(data, path)
    if isinstance(leaf, InvalidValueError):
        # A class that refuses one of its fields knows which; the reader only knows where the object stands.
        owner, _, field = leaf.field.partition(".")
        if field and owner[:1].isupper() and (not path or path[-1] != field):
            path = (*path, field)
        value = leaf.value
    # A list or an object may be long, and where it stands says enough.
    return Problem(
        file, record, _dotted(path), "" if isinstance(value, (dict, list)) else value, _reason(leaf)
    )


def _leaves(error: Exception, path: Path) -> Iterator[tuple[Path, Exception]]:
    if not isinstance(error, ExceptionGroup):
        yield path, error
        return
    for inner in error.exceptions:
        steps = [step for note in getattr(inner, "__notes__", ()) if (step := _step(note)) is not None]
        yield from _leaves(inner, (*path, *steps[:1]))


def _step(note: object) -> str | int | None:
    """Return the field or index that a note of cattrs names; its notes are of classes derived from str."""
    if type(note) is str:
        return None
    step = getattr(note, "name", None)
    return getattr(note, "index", None) if step is None else step


def _dotted(path: Path) -> str:
    text = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return text.removeprefix(".")


def _found(data: Any, path: Path) -> Any:
    for step in path:
        try:
            data = data[step]
        except (KeyError, IndexError, TypeError):
            return ""
    return data


def _reason(error: Exception) -> str:
    # The problem shows the value itself; the reason need not say it again.
    if isinstance(error, (InvalidValueError, UnsupportedDateError)):
        reason = error.reason
    elif isinstance(error, InvalidDateError):
        reason = f"it is not a date: {error.reason}"
    elif isinstance(error, UnknownIdError):
        near = f"; did you mean {', '.join(error.suggestions)}?" if error.suggestions else ""
        reason = f"there is no such {error.what}{near}"
    elif type(error) is KeyError:
        reason = f"the key {error} is missing"
    elif extra := getattr(error, "extra_fields", None):
        known = ", ".join(field.name for field in attrs.fields(vars(error)["cl"]))
        reason = f"unknown key {', '.join(sorted(map(repr, extra)))}; it must be one of {known}"
    elif isinstance(error, (AttributeError, TypeError)):
        # The generated readers ask whatever they are given for its keys.
        reason = "it must be an object with keys"
    else:
        reason = str(error) or type(error).__name__
    return reason
