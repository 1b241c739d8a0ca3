"""Mappings of public layouts that come with the library."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from bilateral.errors import UnknownIdError
from bilateral.mapping.mapping import Mapping
from bilateral.mapping.storage import load

_FOLDER = Path(__file__).parents[1] / "data" / "mappings"


def mappings() -> tuple[str, ...]:
    """Return the names of the mappings that come with the library.

    Returns:
        The names that ``Mapping.shipped`` takes, in alphabetical order.

    Examples:
        >>> mappings()
        ('manytreaties', 'unctad-iia', 'wikidata', 'world-treaty-index')
    """
    return tuple(sorted(file.stem for file in _FOLDER.glob("*.json")))


@cache
def shipped(name: str) -> Mapping:
    """Return a mapping that comes with the library; see ``Mapping.shipped``."""
    if name not in mappings():
        raise UnknownIdError("mapping", name, mappings())
    return load(_FOLDER / f"{name}.json")
