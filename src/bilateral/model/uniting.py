"""Several bodies of records as one: what they name is united, then the records that are one are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from operator import is_
from typing import Any, Literal, NamedTuple, TypeAlias

import attrs

from bilateral.errors import DataError, InvalidValueError, Problem, UnknownIdError
from bilateral.model.attestations import Attestation
from bilateral.model.catalogue import Catalogue
from bilateral.model.merging import united
from bilateral.model.names import Named
from bilateral.model.parts import Actor, Participation, Provision, Relation
from bilateral.model.records import Record
from bilateral.model.sources import Source
from bilateral.model.things import Party, Person, Place, Sphere
from bilateral.model.values import fields

Clashes: TypeAlias = Literal["refuse", "first"]
Thing = (Named, Source)

_TABLES: dict[str, type] = {
    "parties": Party,
    "spheres": Sphere,
    "places": Place,
    "persons": Person,
    "sources": Source,
}
_REFERENCES = ("broader", "country")
"""Fields of things that hold another thing: they are compared by its id, for it is united itself."""


class Body(NamedTuple):
    """Records with the catalogue of all that they name."""

    records: Sequence[Record]
    catalogue: Catalogue


def merged(bodies: Sequence[Body], same: Mapping[str, str], clashes: Clashes = "refuse") -> Body:
    """Return several bodies of records as one.

    Args:
        bodies: the bodies; where something must come first, what is of the first does.
        same: from ids of records to the id of the record that they are taken to be.
        clashes: what to do where two describe a party, sphere, place, person or source in ways that cannot
            both hold: refuse, or keep what the first says.

    Returns:
        The records, those of one id united, and the catalogue.

    Raises:
        DataError: with every clash, and both its values.
        UnknownIdError: if no record has an id of ``same``.

    Examples:
        >>> from bilateral.model import Agreement
        >>> a, b = (Body([Agreement(id)], Catalogue()) for id in "ab")
        >>> [record.aliases for record in merged([a, b], {"b": "a"}).records]
        [('b',)]
    """
    if clashes not in ("refuse", "first"):
        raise InvalidValueError("Corpus.merge.clashes", clashes, 'it must be "refuse" or "first"')
    leaders = _leaders(same, [record.id for body in bodies for record in body.records])
    catalogue, problems = _catalogue([body.catalogue for body in bodies])
    if clashes == "first":
        problems = []
    groups: dict[str, list[Record]] = defaultdict(list)
    for body in bodies:
        rewriting = _Rewriting(catalogue, body.catalogue, leaders)
        for record in body.records:
            groups[leaders.get(record.id, record.id)].append(rewriting.record(record))
    records = []
    for id, group in groups.items():
        try:
            records.append(united(id, group))
        except InvalidValueError as error:
            problems.append(Problem("", id, "", "", str(error)))
    if problems:
        raise DataError(problems)
    return Body(records, catalogue)


def _leaders(same: Mapping[str, str], ids: Iterable[str]) -> dict[str, str]:
    """Return for each id that stands for another the one that it comes to in the end."""
    from difflib import get_close_matches

    known = set(ids)
    found = {}
    for id in same:
        line = [id]
        while (leader := same.get(line[-1], line[-1])) != line[-1]:
            if leader in line:
                reason = f"{' = '.join([*line, leader])} is a circle; one id must stand for itself"
                raise InvalidValueError("Corpus.merge.same", id, reason)
            line.append(leader)
        for each in line:
            if each not in known:
                raise UnknownIdError("record", each, get_close_matches(str(each), known, n=3))
        if line[-1] != id:
            found[id] = line[-1]
    return found


def _catalogue(catalogues: Sequence[Catalogue]) -> tuple[Catalogue, list[Problem]]:
    """Return what all catalogues know, the first first, and where two of them cannot both be right."""
    problems: list[Problem] = []
    tables: dict[str, dict[str, Any]] = {}
    for key in fields(Catalogue):
        table: dict[str, Any] = {}
        for catalogue in catalogues:
            for thing in getattr(catalogue, key):
                known = table.get(thing.id)
                table[thing.id] = thing if known is None else _one(key, known, thing, problems)
        tables[key] = table
    spheres, places = tables["spheres"], tables["places"]
    # What refers to another thing must refer to it as it is now; of spheres the widest first.
    for id in sorted(spheres, key=lambda id: len(_line(spheres, id, problems))):
        wider = spheres[id].broader
        if wider is not None and wider is not spheres[wider.id]:
            spheres[id] = attrs.evolve(spheres[id], broader=spheres[wider.id])
    for id, place in places.items():
        if place.country is not None:
            places[id] = attrs.evolve(place, country=tables["parties"][place.country.id])
    return Catalogue(**{key: list(table.values()) for key, table in tables.items()}), problems


def _one(key: str, a: Any, b: Any, problems: list[Problem]) -> Any:
    """Return the one thing that two of one id are, with what either knows of it."""
    if a == b:
        return a
    changes: dict[str, Any] = {}
    for field in attrs.fields(type(a)):
        x, y = getattr(a, field.name), getattr(b, field.name)
        if y in (x, field.default) or (field.name in _REFERENCES and x and x.id == y.id):
            continue
        if field.name == "labels":
            changes["labels"] = tuple(dict.fromkeys([*x, *y]))
        # A default says nothing: a party of which only the id is known is a state, too.
        elif x == field.default:
            changes[field.name] = y
        else:
            reason = f"another corpus has {_shown(x)}; correct one, or keep the first of them"
            problems.append(Problem("", f"{key} {a.id}", field.name, _shown(y), reason))
    return attrs.evolve(a, **changes) if changes else a


def _shown(value: Any) -> str:
    return str(getattr(value, "id", value))


def _line(spheres: dict[str, Any], id: str, problems: list[Problem]) -> list[str]:
    """Return a sphere and all wider ones; a circle, which two corpora may make together, is told and cut."""
    line = [id]
    while (wider := spheres[line[-1]].broader) is not None:
        if wider.id in line:
            circle = " < ".join([*line, wider.id])
            reason = f"the spheres {circle} stand in a circle; one of them must be the broadest"
            problems.append(Problem("", f"spheres {line[-1]}", "broader", wider.id, reason))
            spheres[line[-1]] = attrs.evolve(spheres[line[-1]], broader=None)
            break
        line.append(wider.id)
    return line


class _Rewriting:
    """Lets the records of one body name the things of the united catalogue, and the records of other ids."""

    def __init__(self, catalogue: Catalogue, own: Catalogue, leaders: Mapping[str, str]) -> None:
        self.things: dict[type, dict[str, Any]] = {}
        for key, cls in _TABLES.items():
            table, before = getattr(catalogue, key), getattr(own, key)
            self.things[cls] = {each.id: table[each.id] for each in before if table[each.id] != each}
        self.leaders = leaders
        self.is_needed = any(self.things.values())
        # Many records share one part, which is rewritten once, and kept so that its number stays its own.
        self.known: dict[int, tuple[Any, Any]] = {}

    def record(self, record: Record) -> Record:
        if not self.is_needed and not (self.leaders and _relates(record)):
            return record
        values = {name: getattr(record, name) for name in _PARTS if hasattr(record, name)}
        changes = {name: new for name, old in values.items() if (new := self.part(old)) is not old}
        return attrs.evolve(record, **changes) if changes else record

    def part(self, part: Any) -> Any:
        """Return a part of a record as it is in the united catalogue; itself where nothing changes."""
        if isinstance(part, tuple):
            parts = [self.part(each) for each in part]
            # Two relations may have become one.
            return part if all(map(is_, part, parts)) else tuple(dict.fromkeys(parts))
        found = self.known.get(id(part))
        if found is None:
            found = self.known[id(part)] = part, self.rewritten(part)
        return found[1]

    def rewritten(self, part: Any) -> Any:
        if isinstance(part, Thing):
            return self.things[type(part)].get(part.id, part)
        if isinstance(part, Relation):
            target = self.leaders.get(part.target)
            return part if target is None else attrs.evolve(part, target=target)
        changes = {}
        for name in _HELD.get(type(part), ()):
            old = getattr(part, name)
            if (new := self.part(old)) is not old:
                changes[name] = new
        return attrs.evolve(part, **changes) if changes else part


def _relates(record: Record) -> bool:
    return bool(record.relations) or any(each.field == "relations" for each in record.attestations)


_PARTS = ("place", "parties", "spheres", "persons", "relations", "provisions", "attestations")
"""The fields of records that hold what may be rewritten."""
_HELD: dict[type, tuple[str, ...]] = {
    Participation: ("party",),
    Actor: ("person",),
    Provision: ("spheres", "source"),
    Attestation: ("value", "source"),
}
