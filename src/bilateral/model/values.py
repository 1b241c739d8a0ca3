"""What objects that are values have in common: they are equal, hashed and printed by their fields."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from operator import attrgetter
from typing import Any


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
        shown = ", ".join(f"{name}={getattr(self, name)!r}" for name in fields(type(self)))
        return f"{type(self).__name__}({shown})"


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
