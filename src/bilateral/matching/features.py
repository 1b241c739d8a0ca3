"""What of a record is compared, worked out once for each record."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from bilateral.dates import HistoricalDate
from bilateral.matching.titles import Title, Vocabulary
from bilateral.model import Agreement, Kind, Record

_MOST_TITLES = 4
"""How many titles of a record are compared: each with each of the other."""


class Features(NamedTuple):
    """What of a record is compared.

    Attributes:
        record: the record.
        parties: the ids of its parties.
        date: when it was signed or done.
        day: that date as an ordinal if it is one day, else None.
        in_force: when it entered into force.
        titles: its titles, the attested ones included.
        kind: what it calls itself; None for what may be anything.
        place: the id of its place.
        spheres: the ids of its spheres.
        wider: the ids of its spheres and all wider ones.
        is_comparable: whether one of these is used for records of both corpora.
        names: its addresses and the ids that others use for it, in small letters.
        same_day: how many records of its own corpus are of the same parties and day, itself included.
        same_title: how many are of the same parties and title.
        busy: for each of its parties, how many records of its own corpus are of that party and day.
    """

    record: Record
    parties: frozenset[str]
    date: HistoricalDate | None
    day: int | None
    in_force: HistoricalDate | None
    titles: tuple[Title, ...]
    kind: str | None
    place: str | None
    spheres: frozenset[str]
    wider: frozenset[str]
    is_comparable: bool
    names: frozenset[str]
    same_day: int = 1
    same_title: int = 1
    busy: Mapping[str, int] = MappingProxyType({})


def featured(
    records: Iterable[Record], vocabulary: Vocabulary, shared: Collection[str] = ()
) -> list[Features]:
    """Return what of each record is compared.

    Args:
        records: the records of one corpus.
        vocabulary: how common the words of titles are.
        shared: the ids of the spheres that records of both corpora are in.

    Returns:
        Features, in the order of the records.

    Examples:
        >>> [each.day for each in featured([Agreement("x", signed="0001-01-02")], Vocabulary())]
        [2]
    """
    found = [_features(record, vocabulary, shared) for record in records]
    same_day = Counter((each.parties, each.day) for each in found)
    same_title = Counter((each.parties, each.titles) for each in found)
    busy = Counter((party, each.day) for each in found for party in each.parties)
    return [
        each._replace(
            same_day=same_day[each.parties, each.day],
            same_title=same_title[each.parties, each.titles],
            busy={party: busy[party, each.day] for party in each.parties},
        )
        for each in found
    ]


def titles(record: Record) -> list[str]:
    """Return the different titles of a record, the shown one first.

    Examples:
        >>> titles(Agreement("x", title="On trade"))
        ['On trade']
    """
    attested = (each.value for each in record.attestations if each.field == "title")
    found = dict.fromkeys(text for text in (record.title, *attested) if isinstance(text, str))
    return list(found)[:_MOST_TITLES]


def wider_spheres(record: Record) -> frozenset[str]:
    """Return the ids of the spheres of a record and of all wider ones.

    Examples:
        >>> sorted(wider_spheres(Agreement("x", spheres=["energy"])))
        ['energy']
    """
    return frozenset(wider.id for sphere in record.spheres for wider in sphere.lineage)


def _features(record: Record, vocabulary: Vocabulary, shared: Collection[str]) -> Features:
    wider = wider_spheres(record)
    parties = frozenset(each.party.id for each in record.parties)
    date = record.date
    day = None
    if date is not None and date.is_point:
        earliest = date.earliest
        day = earliest.toordinal() if earliest == date.latest else None
    return Features(
        record,
        parties,
        date,
        day,
        record.in_force if isinstance(record, Agreement) else None,
        tuple(vocabulary.title(title, parties) for title in titles(record)),
        # Every instrument is an agreement.
        None if record.kind in (None, Kind.AGREEMENT) else str(record.kind),
        None if record.place is None else record.place.id,
        frozenset(sphere.id for sphere in record.spheres),
        wider,
        not wider.isdisjoint(shared),
        frozenset(name.casefold() for name in (*record.urls, *record.aliases)),
    )
