"""Which provisions of several instruments say alike."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import NamedTuple

import attrs

from bilateral.errors import InvalidValueError
from bilateral.model import Agreement, Provision
from bilateral.words import words

_STEM = 6
"""So many letters of a word stand for all its forms: a rough stem, for words of any language."""
_SHORT = 3
"""Words of so many letters are articles, prepositions and the like."""


class _Place(NamedTuple):
    instrument: int
    provision: int


@attrs.frozen
class Correspondence:
    """Provisions of several instruments that say alike, or one that only one instrument has.

    Args:
        provisions: one for each instrument, None where it has none like it.
        likeness: how alike the wording of the two least alike is, from 0 to 1; 1 for a provision alone.

    Examples:
        >>> Correspondence((Provision(1, "a"), None), 1.0).is_common
        False
    """

    provisions: tuple[Provision | None, ...]
    likeness: float

    @property
    def is_common(self) -> bool:
        """Whether all instruments have it."""
        return None not in self.provisions

    @property
    def spheres(self) -> tuple[str, ...]:
        """The ids of the spheres it concerns, in any of the instruments."""
        coded = (sphere.id for each in self.provisions if each for sphere in each.spheres)
        return tuple(dict.fromkeys(coded))


def correspondences(*agreements: Agreement, alike: float = 0.2) -> tuple[Correspondence, ...]:
    """Return which provisions of several instruments say alike, and which only one has.

    Two provisions correspond if they share a sphere and their wording is alike: of the words of both (longer
    than three letters, taken by their first six, without case and diacritics) a share of at least ``alike``
    is common (Dice's coefficient). Of several that do, the most alike are put together first. This is a
    proposal by wording: whether they mean the same in law is for the reader to say.

    Args:
        agreements: two or more instruments.
        alike: the least likeness of wording, from 0 to 1.

    Returns:
        In the order of the provisions of the first instrument, then of the second, and so on.

    Raises:
        InvalidValueError: if there are fewer than two, or ``alike`` is not from 0 to 1.

    Examples:
        >>> from bilateral.model import Sphere
        >>> security = [Sphere("security")]
        >>> ours = Agreement("a", provisions=[Provision(1, "to fight terrorism together", security)])
        >>> theirs = Agreement("b", provisions=[Provision(1, "the fight against terrorism", security)])
        >>> [found.is_common for found in correspondences(ours, theirs)]
        [True]

    References:
        L. R. Dice, "Measures of the amount of ecologic association between species", Ecology 26 (1945),
        297-302.
    """
    if len(agreements) < 2:  # noqa: PLR2004 - a comparison is of two or more
        raise InvalidValueError("correspondences", len(agreements), "it takes two or more agreements")
    if not 0 <= alike <= 1:
        raise InvalidValueError("correspondences.alike", alike, "it must be from 0 to 1")
    every = [agreement.provisions for agreement in agreements]
    groups = _grouped(every, alike)
    return tuple(
        Correspondence(
            tuple(
                next((every[at.instrument][at.provision] for at in group if at.instrument == number), None)
                for number in range(len(every))
            ),
            min((_likeness(every, a, b) for a, b in combinations(group, 2)), default=1.0),
        )
        for group in sorted(map(sorted, groups))
    )


def _grouped(every: Sequence[Sequence[Provision]], alike: float) -> list[list[_Place]]:
    """Put provisions together, the most alike first, at most one of each instrument."""
    places = [_Place(i, p) for i, provisions in enumerate(every) for p in range(len(provisions))]
    pairs = [
        (-likeness, a, b)
        for a, b in combinations(places, 2)
        if a.instrument != b.instrument and (likeness := _likeness(every, a, b)) >= max(alike, _NONE)
    ]
    group = {place: [place] for place in places}
    for _, a, b in sorted(pairs):
        taken = {each.instrument for each in group[a]}
        if group[a] is not group[b] and taken.isdisjoint(each.instrument for each in group[b]):
            group[a] += group[b]
            for each in group[b]:
                group[each] = group[a]
    return list({id(each): each for each in group.values()}.values())


_NONE = 1e-9
"""Provisions of no common word are not alike, however little likeness is asked for."""


def _likeness(every: Sequence[Sequence[Provision]], a: _Place, b: _Place) -> float:
    """Return how alike two provisions are worded, if they share a sphere; else 0."""
    ours, theirs = every[a.instrument][a.provision], every[b.instrument][b.provision]
    if not _spheres(ours) & _spheres(theirs):
        return 0.0
    own, other = _stems(ours.text), _stems(theirs.text)
    return 2 * len(own & other) / (len(own) + len(other)) if own and other else 0.0


def _spheres(provision: Provision) -> set[str]:
    return {wider.id for sphere in provision.spheres for wider in sphere.lineage}


def _stems(text: str) -> set[str]:
    return {word[:_STEM] for word in words(text) if len(word) > _SHORT}
