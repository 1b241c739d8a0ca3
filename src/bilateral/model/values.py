"""What objects that are values have in common: they are equal and hashed by their fields, and print briefly.

A repr evaluates back where all that the object holds is text, numbers, dates and words of a vocabulary.
Whatever has an id, or holds something that has one, is named in angle brackets instead: a record with its
attestations would fill pages.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from functools import cache
from operator import attrgetter
from typing import Any

import attrs


class ByValue:
    """The base of immutable classes with slots, whose objects are equal, hashed and printed by them.

    attrs can write these methods, too, but writes and compiles them for every class anew: a third of the time
    that the import of the model took.

    Examples:
        >>> import attrs
        >>> @attrs.frozen(eq=False, repr=False)
        ... class Point(ByValue):
        ...     x: int
        ...     y: int
        >>> Point(1, 2), Point(1, 2) == Point(1, 2), len({Point(1, 2), Point(1, 2)})
        (Point(x=1, y=2), True, 1)
    """

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return bool(_values(self) == _values(other))

    def __hash__(self) -> int:
        return hash(_values(self))

    def __repr__(self) -> str:
        shown = ", ".join(f"{name}={_code(getattr(self, name))}" for name in fields(type(self)))
        return f"{type(self).__name__}({shown})"


def _code(value: object) -> str:
    # The repr of a word of a vocabulary is no code; its text stands for it wherever the model takes it.
    return repr(value.value if isinstance(value, StrEnum) else value)


def named(thing: object, name: object, *details: object) -> str:
    """Return the repr of what is named rather than spelled out.

    Args:
        thing: the object.
        name: its id, or what else tells it from its like.
        details: what to say of it besides; None is left out.

    Returns:
        Class, name and details in angle brackets.

    Examples:
        >>> named(3, "three", "odd", None, "prime")
        '<int three: odd, prime>'
    """
    said = ", ".join(str(detail) for detail in details if detail is not None)
    return f"<{type(thing).__name__} {name}{f': {said}' if said else ''}>"


_LONGEST = 60


def quoted(text: str | None) -> str | None:
    """Return a text in quotation marks, its end left out if it is long; None for None.

    Examples:
        >>> quoted("Agreement on cooperation in the field of the oil and gas industry and more")
        "'Agreement on cooperation in the field of the oil and gas ...'"
    """
    if text is None or len(text) <= _LONGEST:
        return None if text is None else repr(text)
    return repr(f"{text[: _LONGEST - 3]}...")


def fields(cls: type) -> tuple[str, ...]:
    """Return the names of the slots of a class, those of its bases first."""
    slots = (name for base in reversed(cls.__mro__) for name in vars(base).get("__slots__", ()))
    return tuple(name for name in slots if name != "__weakref__")


def _values(thing: object) -> Any:
    cls: Any = type(thing)
    return _getter(cls)(thing)


@cache
def _getter(cls: Any) -> Callable[[object], object]:
    """Return what gets the values of all fields of an object; made once a class."""
    return attrgetter(*fields(cls))


@cache
def draft(cls: Any) -> type[Any]:
    """Return a class whose objects may become those of another: of its slots, not frozen, not checked.

    A frozen class sets and checks its fields one by one, by functions; that takes many times as long, and is
    not needed where all values were checked before. An object of it becomes a record by its ``__class__``.

    Args:
        cls: an attrs class of the model.

    Returns:
        The class; it takes the same arguments, also by their positions.

    Examples:
        >>> from bilateral.model import Agreement
        >>> made = draft(Agreement)(id="x", title="Treaty")
        >>> made.__class__ = Agreement
        >>> made == Agreement("x", title="Treaty")
        True
    """
    plain = {each.name: attrs.field(default=each.default) for each in attrs.fields(cls)}
    body = {
        "__slots__": vars(cls)["__slots__"],
        "__init__": vars(attrs.make_class(cls.__name__, plain))["__init__"],
        # Both: otherwise Python would ask the frozen base for the one that is missing.
        "__setattr__": object.__setattr__,
        "__delattr__": object.__delattr__,
    }
    return type(cls.__name__, cls.__bases__, body)
