"""Values that print the code that makes them."""

from __future__ import annotations

from typing import Any

import attrs

from bilateral.model import Source
from bilateral.model.terms import SourceKind


class AsCode:
    """What prints as a call of its class, without the arguments that have their defaults."""

    __slots__ = ()

    def __repr__(self) -> str:
        return call(self)


def call(thing: Any, *, indent: str = "") -> str:
    """Return the code that makes an attrs object.

    Args:
        thing: the object.
        indent: what each argument is put on a line of its own behind; empty for one line.

    Returns:
        The call; arguments that have their defaults are left out.

    Examples:
        >>> from bilateral.mapping import Column
        >>> call(Column("Signed", separator=";"))
        "Column('Signed', separator=';')"
    """
    told = []
    positional = True
    for field in attrs.fields(type(thing)):
        value = getattr(thing, field.name)
        if value == field.default:
            positional = False
            continue
        positional = positional and not field.kw_only
        shown = code(value, field.name)
        told.append(shown if positional else f"{field.name}={shown}")
    if not indent or not told:
        return f"{type(thing).__name__}({', '.join(told)})"
    return "\n".join([f"{type(thing).__name__}(", *(f"{indent}{each}," for each in told), ")"])


def code(value: Any, name: str = "") -> str:
    """Return the code of the value of an argument, in the short form that the argument takes."""
    if name == "codes":
        return f"{{{', '.join(f'{key!r}: {_meant(meant)}' for key, meant in value)}}}"
    if isinstance(value, tuple):
        short = name != "columns" and len(value) == 1
        return code(value[0]) if short else f"[{', '.join(map(code, value))}]"
    if isinstance(value, Source):
        only_id = value == Source(value.id)
        return repr(value.id) if only_id else _source(value)
    # A source that is only a text is an id, not a column.
    short = name != "source" and hasattr(value, "name") and value == type(value)(value.name)
    return repr(value.name) if short else repr(value)


def _meant(meant: tuple[str, ...]) -> str:
    return repr(None) if not meant else code(meant)


def _source(source: Source) -> str:
    told = [repr(source.id)]
    for field in attrs.fields(Source):
        value = getattr(source, field.name)
        if field.name == "id" or value == (
            SourceKind.REFERENCE_WORK if field.name == "kind" else field.default
        ):
            continue
        shown = (
            str(value)
            if field.name in ("kind", "date")
            else list(value)
            if field.name == "authors"
            else value
        )
        told.append(f"{field.name}={shown!r}")
    return f"Source({', '.join(told)})"
