"""At which level an instrument was concluded, by the capacities in which its parties act."""

from __future__ import annotations

from enum import StrEnum

from bilateral.model import Agreement, Capacity, Record


class Level(StrEnum):
    """The level of an instrument.

    Examples:
        >>> Level("interstate")
        <Level.INTERSTATE: 'interstate'>

    References:
        Vienna Convention on the Law of Treaties (1969), articles 2 and 7; A. Aust, Modern Treaty Law and
        Practice, 3rd ed. (2013), ch. 4, on treaties between states, governments and ministries.
    """

    INTERSTATE = "interstate"
    INTERGOVERNMENTAL = "intergovernmental"
    INTERAGENCY = "interagency"
    MIXED = "mixed"


_LEVELS = {
    Capacity.STATE: Level.INTERSTATE,
    Capacity.HEAD_OF_STATE: Level.INTERSTATE,
    Capacity.GOVERNMENT: Level.INTERGOVERNMENTAL,
    Capacity.HEAD_OF_GOVERNMENT: Level.INTERGOVERNMENTAL,
    Capacity.AGENCY: Level.INTERAGENCY,
    Capacity.ORGANISATION: Level.MIXED,
}
"""The level at which each capacity acts; what an organisation takes part in is on no level of states."""


def levels(record: Record) -> frozenset[Level]:
    """Return the levels at which a record may have been concluded.

    Args:
        record: an agreement or an event.

    Returns:
        One level where all capacities are known and undisputed, several where they leave it open; none for
        an event, and for an agreement without parties.

    Examples:
        >>> from bilateral.model import Participation
        >>> both = [Participation("AZE", "government"), Participation("KAZ", "government")]
        >>> [str(level) for level in levels(Agreement("x", parties=both))]
        ['intergovernmental']
        >>> len(levels(Agreement("x", parties=["AZE", "KAZ"])))
        4
    """
    if not isinstance(record, Agreement) or not record.parties:
        return frozenset()
    acting = [_open_to(record.capacities(each.party.id)) for each in record.parties]
    common = frozenset.intersection(*acting)
    # They act at different levels if any two may.
    differ = len(acting) > 1 and len(frozenset.union(*acting)) > 1
    return common | {Level.MIXED} if differ else common


def _open_to(capacities: tuple[Capacity | None, ...]) -> frozenset[Level]:
    if None in capacities:
        return frozenset(Level)
    return frozenset(_LEVELS[each] for each in capacities if each is not None)
