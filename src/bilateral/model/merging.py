"""What becomes of several records that are one: a record with the claims of all of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypeVar

import attrs

from bilateral.errors import InvalidValueError
from bilateral.model import claims
from bilateral.model.attestations import Attestation
from bilateral.model.parts import Provision
from bilateral.model.records import UNCLAIMED, Agreement, Record
from bilateral.model.sources import Source
from bilateral.model.terms import SourceKind

Kept = TypeVar("Kept", bound=Record)

UNATTRIBUTED = Source("unattributed", "No source is named", kind=SourceKind.DATABASE)
"""Who attests what a record holds without saying who says so.

It is the same for every corpus: a source derived from the corpus would depend on the order in which three are
merged, and would end by attesting what another of them holds.
"""

_ONCE_ITS_ID = "id of a record that is taken to be the same"


def attributed(record: Kept, source: Source = UNATTRIBUTED) -> Kept:
    """Return a record each value of which is attested.

    Args:
        record: the record.
        source: who attests the values that its attestations do not come to.

    Returns:
        The record with those claims added and its values resolved anew; itself if nothing is lacking.

    Examples:
        >>> attributed(Agreement("x", signed="1996")).attestations
        (<Attestation signed: 1996, unattributed>,)
    """
    found = claims.by_field(record.attestations)
    lacking = []
    for name in claimable(type(record)):
        stored, claimed = getattr(record, name), found.get(name, ())
        resolved = claims.resolve(name, claimed)
        if stored != resolved:
            known = resolved if isinstance(resolved, tuple) else ()
            items = stored if isinstance(stored, tuple) else (stored,)
            lacking += [Attestation(name, item, source) for item in items if item not in (None, *known)]
    return with_claims(record, _different([*record.attestations, *lacking])) if lacking else record


def united(id: str, records: Sequence[Record]) -> Record:
    """Return the one record that several are.

    Args:
        id: its id; the ids of those that have another become its aliases.
        records: the records, those whose wording is to be shown first; all agreements or all events.

    Returns:
        A record with the attestations of all, each once, and the values these resolve to. Values that nobody
        attests are attested by ``UNATTRIBUTED``. Provisions are those of all; one whose number another of
        the same source has gets the next that is free.

    Raises:
        InvalidValueError: if there are agreements and events among them.

    Examples:
        >>> one = united("a", [Agreement("a", signed="1996"), Agreement("b", signed="1996-09-16")])
        >>> one.signed, one.aliases
        (HistoricalDate('1996-09-16'), ('b',))
    """
    first = records[0]
    if first.id == id and all(each == first for each in records):
        return first
    for other in records:
        if type(other) is not type(first):
            kinds = [f"{type(each).__name__} {each.id}" for each in (first, other)]
            raise InvalidValueError("Record", id, f"{' and '.join(kinds)} cannot be one record")
    whole = [attributed(each) for each in records]
    gathered = [claim for each in whole for claim in each.attestations]
    gathered += [
        Attestation("aliases", other, UNATTRIBUTED, note=_ONCE_ITS_ID)
        for other in dict.fromkeys(each.id for each in records)
        if other != id
    ]
    changes: dict[str, Any] = {
        "id": id,
        "raw": tuple(dict.fromkeys(pair for each in records for pair in each.raw)),
    }
    agreements = [each for each in whole if isinstance(each, Agreement)]
    if agreements:
        changes["provisions"] = _provisions(agreements)
    return with_claims(attrs.evolve(whole[0], **changes), _different(gathered))


def with_claims(record: Kept, attestations: Sequence[Attestation]) -> Kept:
    """Return a record with other attestations and the values that these resolve to.

    Args:
        record: the record.
        attestations: its claims, in order.

    Returns:
        A record; fields about which there is no claim are empty.

    Examples:
        >>> with_claims(Agreement("x"), [Attestation("signed", "1996", "a")]).signed
        HistoricalDate('1996')
    """
    found = claims.by_field(attestations)
    values: dict[str, Any] = {
        name: claims.resolve(name, found.get(name, ())) for name in claimable(type(record))
    }
    return attrs.evolve(record, attestations=tuple(attestations), **values)


def claimable(cls: type[Record]) -> list[str]:
    """Return the fields that attestations may be about.

    Examples:
        >>> claimable(Agreement)[:2]
        ['title', 'place']
    """
    return [field.name for field in attrs.fields(cls) if field.name not in UNCLAIMED]


def _different(attestations: Iterable[Attestation]) -> list[Attestation]:
    return list(dict.fromkeys(attestations))


def _provisions(agreements: Iterable[Agreement]) -> tuple[Provision, ...]:
    """Return the provisions of all: of one that several have, as many as one of them has."""
    kept: list[Provision] = []
    taken: set[tuple[Source | None, int]] = set()
    for agreement in agreements:
        known = Counter(map(_but_for_number, kept))
        for provision in agreement.provisions:
            content = _but_for_number(provision)
            if known[content] > 0:
                known[content] -= 1
                continue
            number = next(each for each in _from(provision.number) if (provision.source, each) not in taken)
            kept.append(attrs.evolve(provision, number=number))
            taken.add((provision.source, number))
    return tuple(kept)


def _from(number: int) -> Iterator[int]:
    while True:
        yield number
        number += 1


def _but_for_number(provision: Provision) -> tuple[object, ...]:
    return provision.text, provision.spheres, provision.source, provision.locator
