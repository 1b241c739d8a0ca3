"""The lanes of a picture: which records stand beside which."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from bilateral.chronology.book import Chronology, Entry
from bilateral.chronology.grouping import GROUPINGS, Group
from bilateral.chronology.phrases import say
from bilateral.errors import UnknownIdError
from bilateral.model import Record

FACETS = ("sphere", "party", "kind", "place", "none")
_MOST = 12


class Lane(NamedTuple):
    """Records that stand beside each other.

    Attributes:
        title: what they share; empty for a lane alone.
        entries: the entries, in order of time.
    """

    title: str
    entries: Sequence[Entry]


def lanes(book: Chronology, facet: str | None, language: str) -> list[Lane]:
    """Return the lanes of a chronology.

    Args:
        book: the chronology.
        facet: by what they are told apart: ``"sphere"`` (the widest spheres that differ), ``"party"``,
            ``"kind"``, ``"place"``, ``"none"``; None for that of its sections, else by sphere.
        language: of their titles.

    Returns:
        At most twelve lanes, in the order in which they begin; the smallest of more share the last.

    Raises:
        UnknownIdError: if there is no such facet.

    Examples:
        >>> from bilateral.corpus import Corpus
        >>> from bilateral.model import Event
        >>> book = Chronology(Corpus([Event("a", kind="visit"), Event("b", kind="visit"), Event("c")]))
        >>> [(lane.title, len(lane.entries)) for lane in lanes(book, "kind", "en")]
        [('visit', 2), ('No kind recorded', 1)]
    """
    entries = list(book)
    facet = facet or next(
        (name for name in FACETS if book._grouping is not None and GROUPINGS.get(name) is book._grouping),
        "sphere",
    )
    if facet not in FACETS:
        raise UnknownIdError("facet of lanes", facet, FACETS)
    titled = _title(facet, [entry.record for entry in entries], language)
    groups: dict[Group, list[Entry]] = {}
    for entry in entries:
        groups.setdefault(titled(entry.record), []).append(entry)
    return _few([Lane(title, found) for (_, title), found in groups.items()], entries, language)


def _title(facet: str, records: list[Record], language: str) -> Callable[[Record], Group]:
    if facet == "none":
        return lambda _: ((), "")
    if facet != "sphere":
        return lambda record: GROUPINGS[facet].key(record, language)
    depth = _depth(records)

    def sphere(record: Record) -> Group:
        if not record.spheres:
            return (), say("No sphere recorded", language)
        path = record.spheres[0].lineage[::-1]
        widest = path[min(depth, len(path) - 1)]
        return (widest.id,), widest.name(language)

    return sphere


def _depth(records: list[Record]) -> int:
    """Return how far down the principal spheres are one and the same."""
    paths = [record.spheres[0].lineage[::-1] for record in records if record.spheres]
    depth = 0
    while paths and len({path[: depth + 1] for path in paths}) == 1 and len(paths[0]) > depth + 1:
        depth += 1
    return depth


def _few(found: list[Lane], entries: list[Entry], language: str) -> list[Lane]:
    if len(found) <= _MOST:
        return found
    order = sorted(range(len(found)), key=lambda i: (-len(found[i].entries), i))
    large, small = sorted(order[: _MOST - 1]), order[_MOST - 1 :]
    ids = {entry.record.id for i in small for entry in found[i].entries}
    title = f"{say('others', language)} ({say('groups', language)}: {len(small)})"
    return [*(found[i] for i in large), Lane(title, [entry for entry in entries if entry.record.id in ids])]
