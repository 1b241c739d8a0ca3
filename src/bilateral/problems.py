"""From the errors of a strict reader to problems that name record, field and value."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bilateral.errors import InvalidValueError, Problem


def problems_of(error: Exception, data: Any, *, file: str = "", record: str = "") -> list[Problem]:
    """Return every problem that an error, or a group of errors, stands for.

    Args:
        error: what the reader raised; groups carry notes that name the field or the index.
        data: what it read, to show the value found.
        file: the name of the file, for the problems.
        record: the name of the record, for the problems.

    Returns:
        One problem for each error at the leaves, in the order of the data.

    Examples:
        >>> problems_of(InvalidValueError("int", "3", "it must be a whole number"), "3", record="parties[0]")
        [Problem(file='', record='parties[0]', field='', value='3', reason='it must be a whole number')]
    """
    return [
        Problem(file, record, _dotted(path), _text(_found(data, path)), _reason(leaf))
        for path, leaf in _leaves(error, ())
    ]


def _leaves(
    error: Exception, path: tuple[str | int, ...]
) -> Iterator[tuple[tuple[str | int, ...], Exception]]:
    if not isinstance(error, ExceptionGroup):
        yield path, error
        return
    for inner in error.exceptions:
        # cattrs leaves a note on each error: a str with the name of the field or the index of the element.
        step = next(
            (getattr(note, "name", getattr(note, "index", None)) for note in getattr(inner, "__notes__", ())),
            None,
        )
        yield from _leaves(inner, path if step is None else (*path, step))


def _dotted(path: tuple[str | int, ...]) -> str:
    text = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return text.removeprefix(".")


def _found(data: Any, path: tuple[str | int, ...]) -> Any:
    for step in path:
        try:
            data = data[step]
        except (KeyError, IndexError, TypeError):
            return ""
    return data


def _text(value: Any) -> str:
    return value if isinstance(value, str) else "" if isinstance(value, (dict, list)) else repr(value)


def _reason(error: Exception) -> str:
    if isinstance(error, InvalidValueError):
        return error.reason
    if isinstance(error, KeyError) and type(error) is KeyError:
        return f"the key {error} is missing"
    extra = getattr(error, "extra_fields", None)
    if extra is not None:
        return f"unknown key {', '.join(sorted(map(repr, extra)))}"
    if isinstance(error, AttributeError):
        # The generated readers ask whatever they are given for its keys.
        return "it must be an object with keys"
    return str(error) or type(error).__name__
