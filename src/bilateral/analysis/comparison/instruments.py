"""Instruments side by side: what they are, between whom, about what, and what they provide."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

import attrs

from bilateral.analysis.comparison.provisions import Correspondence, correspondences
from bilateral.analysis.levels import levels
from bilateral.errors import InvalidValueError
from bilateral.model import Agreement, Capacity
from bilateral.model.attestations import brief
from bilateral.tabular import Tabular
from bilateral.truth import Truth

if TYPE_CHECKING:
    from bilateral.tabular import Cell


@attrs.frozen(str=False)
class SideBySide(Tabular):
    """Instruments side by side.

    Args:
        agreements: the instruments, in the order in which they were given.
        provisions: which of their provisions say alike; see ``correspondences``.

    Examples:
        >>> both = SideBySide((Agreement("a", kind="treaty"), Agreement("b", kind="protocol")), ())
        >>> both.columns()["a"][:2], both.columns()["same"][:2]
        (['', 'treaty'], ['', 'no'])
    """

    caption = "Instruments side by side"

    agreements: tuple[Agreement, ...]
    provisions: tuple[Correspondence, ...]

    @property
    def common(self) -> tuple[Correspondence, ...]:
        """The provisions that all have."""
        return tuple(each for each in self.provisions if each.is_common)

    def only(self, id: str) -> tuple[Correspondence, ...]:
        """Return the provisions that one instrument alone has.

        Args:
            id: id of the instrument.

        Returns:
            In the order of its provisions.

        Raises:
            InvalidValueError: if it is none of those compared.
        """
        ids = [agreement.id for agreement in self.agreements]
        if id not in ids:
            raise InvalidValueError("SideBySide.only", id, f"it must be one of {', '.join(ids)}")
        at = ids.index(id)
        return tuple(
            each
            for each in self.provisions
            if each.provisions[at] is not None and each.provisions.count(None) == len(ids) - 1
        )

    def columns(self) -> dict[str, list[Cell]]:
        """Return aspects, a column for each instrument, and whether they are the same: yes, no, unknown."""
        texts = [[each.text if each else "" for each in row.provisions] for row in self.provisions]
        rows = [*([aspect.text(each) for each in self.agreements] for aspect in _ASPECTS.values()), *texts]
        spheres = [", ".join(row.spheres) for row in self.provisions]
        return {
            "aspect": [*_ASPECTS, *(f"provision: {about}" if about else "provision" for about in spheres)],
            **{each.id: [row[at] for row in rows] for at, each in enumerate(self.agreements)},
            "same": [
                *(_said(self.agreements, aspect) for aspect in _ASPECTS.values()),
                *("alike" if row.is_common else "" for row in self.provisions),
            ],
        }

    def notes(self) -> list[str]:
        """Return what is said beside the table."""
        return [_LINEAGE] if any(self._lineage()) else []

    def _lineage(self) -> list[bool]:
        ids = {agreement.id for agreement in self.agreements}
        return [relation.target in ids for each in self.agreements for relation in each.relations]


_LINEAGE = "they are related to each other: see their relations"


class _Aspect(NamedTuple):
    """Something that instruments are compared by: how it is told, and whether two have the same."""

    text: Callable[[Agreement], str]
    same: Callable[[Agreement, Agreement], Truth | None]


def _said(agreements: Sequence[Agreement], aspect: _Aspect) -> str:
    """Return whether all have the same; nothing where it is not recorded of one."""
    truths = [aspect.same(a, b) for a, b in combinations(agreements, 2)]
    return "" if None in truths else Truth.all_of(each for each in truths if each is not None).name.lower()


def _plain(text: Callable[[Agreement], str]) -> _Aspect:
    def same(a: Agreement, b: Agreement) -> Truth | None:
        return Truth.of(text(a) == text(b)) if text(a) and text(b) else None

    return _Aspect(text, same)


def _open(options: Callable[[Agreement], Iterable[str]]) -> _Aspect:
    """Return an aspect of which sources may leave several options."""

    def same(a: Agreement, b: Agreement) -> Truth | None:
        ours, theirs = {*options(a)}, {*options(b)}
        if not ours or not theirs:
            return None
        return Truth.bounded(certain=len(ours | theirs) == 1, possible=bool(ours & theirs))

    return _Aspect(lambda each: " or ".join(options(each)), same)


def _dated(field: str) -> _Aspect:
    def text(each: Agreement) -> str:
        when = getattr(each, field)
        return "" if when is None else str(when)

    def same(a: Agreement, b: Agreement) -> Truth | None:
        ours, theirs = getattr(a, field), getattr(b, field)
        return None if ours is None or theirs is None else ours.coincides(theirs)

    return _Aspect(text, same)


def _capacities(each: Agreement) -> dict[str, tuple[Capacity | None, ...]]:
    return {part.party.id: each.capacities(part.party.id) for part in each.parties}


def _capacity_text(each: Agreement) -> str:
    acting = sorted(_capacities(each).items())
    return "; ".join(f"{id}: {' or '.join(str(one or 'not recorded') for one in of)}" for id, of in acting)


def _same_capacities(a: Agreement, b: Agreement) -> Truth | None:
    ours, theirs = _capacities(a), _capacities(b)
    if ours.keys() != theirs.keys() or not ours:
        return None
    return Truth.all_of(_may_be_same({*ours[id]}, {*theirs[id]}) for id in ours)


def _may_be_same(ours: set[Capacity | None], theirs: set[Capacity | None]) -> Truth:
    unknown = None in ours | theirs
    return Truth.bounded(
        certain=not unknown and len(ours | theirs) == 1, possible=unknown or bool(ours & theirs)
    )


_ASPECTS: dict[str, _Aspect] = {
    "title": _plain(lambda each: each.title or ""),
    "kind": _open(lambda each: map(str, each.alternatives("kind"))),
    "level": _open(lambda each: sorted(levels(each))),
    "parties": _plain(lambda each: "; ".join(sorted(part.party.id for part in each.parties))),
    "capacities": _Aspect(_capacity_text, _same_capacities),
    "signed": _dated("signed"),
    "in force": _dated("in_force"),
    "place": _open(lambda each: map(brief, each.alternatives("place"))),
    "spheres": _plain(lambda each: "; ".join(sorted(sphere.id for sphere in each.spheres))),
    "relations": _plain(lambda each: "; ".join(map(brief, each.relations))),
}


def instruments(*agreements: Agreement, alike: float = 0.2) -> SideBySide:
    """Return two or more instruments side by side.

    Args:
        agreements: the instruments.
        alike: how alike the wording of provisions must be to be put side by side; see ``correspondences``.

    Returns:
        Title, kind, level, parties, capacities, dates, place, spheres, relations and provisions, in a table.

    Raises:
        InvalidValueError: if there are fewer than two, or one is no agreement, or two have one id, or one the
            id ``"aspect"`` or ``"same"``, which are columns of the table.

    Examples:
        >>> ours = Agreement("a", kind="treaty", signed="1996-09-16")
        >>> theirs = Agreement("b", kind="treaty", signed="1996-09")
        >>> found = instruments(ours, theirs).columns()
        >>> dict(zip(found["aspect"], found["same"], strict=True))["signed"]
        'unknown'
    """
    for each in agreements:
        if not isinstance(each, Agreement):
            raise InvalidValueError("instruments", each, "it must be an Agreement")
    ids = [each.id for each in agreements]
    if len({*ids}) < len(ids):
        raise InvalidValueError("instruments", ids, "each must be another agreement")
    for id in {"aspect", "same"} & {*ids}:
        raise InvalidValueError("instruments", id, "this id is the name of a column of the comparison")
    return SideBySide(agreements, correspondences(*agreements, alike=alike))
