"""What the rows of a frame name, as far as the rows themselves tell of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from bilateral.errors import BilateralError
from bilateral.frames.plain import Plain
from bilateral.frames.rows import Row
from bilateral.model import Label, Party, Person, Place, Source, Sphere
from bilateral.model.catalogue import Catalogue

Say = Callable[[int, str, Any, str], None]
"""How a problem is reported: the number of the row, the column, the value and the reason."""

_NAMES = {"place_names": Place, "party_names": Party, "person_names": Person}
_COLUMNS = {Place: "place", Party: "parties", Person: "persons", Sphere: "spheres", Source: "sources"}


def things_of(plain: list[Plain | None], rows: list[Row], say: Say) -> Catalogue:
    """Return the catalogue of what rows name.

    Args:
        plain: each row as a record in plain data; None where it could not be taken apart.
        rows: the rows.
        say: reports a problem of a row.

    Returns:
        The things, by id and by what the columns of names and lineages say of them.

    Examples:
        >>> known = things_of([{"id": "x"}], [{"id": "x", "sphere_lineages": ["oil energy"]}], print)
        >>> known.spheres["oil"].broader.id
        'energy'
    """
    things = _Things(say)
    for i, row in enumerate(rows):
        if plain[i] is not None:
            things.told(i, row)
    things.join()
    for i, each in enumerate(plain):
        if each is not None:
            things.named(i, each)
    return Catalogue(
        parties=things.of(Party),
        spheres=things.of(Sphere),
        places=things.of(Place),
        persons=things.of(Person),
        sources=things.of(Source),
    )


class _Things:
    """Gathers things by class and id, and what is wrong with them."""

    def __init__(self, say: Say) -> None:
        self.say = say
        self.found: dict[tuple[type, str], Any] = {}
        self.broader: dict[str, str | None] = {}
        self.first_told: dict[str, tuple[int, str]] = {}

    def of(self, cls: type) -> list[Any]:
        return [thing for (kind, _), thing in self.found.items() if kind is cls]

    def told(self, i: int, row: Row) -> None:
        """Take in what a row tells of things: the words of names, and lineages of spheres."""
        for column, cls in _NAMES.items():
            for text in (row.get(column) or "").split(";")[:-1]:
                self.named_as(i, column, cls, text)
        for line in row.get("sphere_lineages") or ():
            self.lineage(i, line)

    def named_as(self, i: int, column: str, cls: type, text: str) -> Any:
        """Take in a thing by its names, and its country, as ``SCHEMA`` has it; None if it is none."""
        own, *country = re.split("[<=]", text, maxsplit=1)
        id, *names = own.split("|")
        known: dict[str, Any] = {
            "labels": tuple(Label("und", name.strip()) for name in names if name.strip())
        }
        if country:
            known["country"] = self.named_as(i, column, Party, country[0])
        self.add(i, column, cls, id, **known)
        thing = self.found.get((cls, id))
        if thing is not None and any(getattr(thing, name) != value for name, value in known.items()):
            self.say(
                i,
                column,
                text,
                f"another row gives other {' or '.join(known).replace('labels', 'names')} for this id",
            )
        return thing

    def lineage(self, i: int, line: str) -> None:
        ids = line.split(" ")
        for id, wider in zip(ids, [*ids[1:], None], strict=True):
            self.first_told.setdefault(id, (i, line))
            if self.broader.setdefault(id, wider) != wider:
                self.say(i, "sphere_lineages", line, f"elsewhere {id} has another broader sphere")

    def join(self) -> None:
        """Make the spheres, from the top down."""
        for id in self.broader:
            line = [id]
            while (wider := self.broader[line[-1]]) is not None and wider not in line:
                line.append(wider)
            if wider is not None:
                self.say(*self._where(id), "a sphere cannot be broader than itself")
                continue
            above = None
            for each in reversed(line):
                self.add(self.first_told[each][0], "sphere_lineages", Sphere, each, broader=above)
                above = self.found.get((Sphere, each))

    def _where(self, id: str) -> tuple[int, str, str]:
        i, line = self.first_told[id]
        return i, "sphere_lineages", line

    def named(self, i: int, plain: Plain) -> None:
        """Take in what a record names and no row tells of."""
        for cls, id in _references(plain):
            # What is no text is refused where the record is read.
            if isinstance(id, str):
                self.add(i, _COLUMNS[cls], cls, id)

    def add(self, i: int, column: str, cls: type, id: str, **known: Any) -> None:
        if (cls, id) in self.found:
            return
        try:
            self.found[cls, id] = Source(id) if cls is Source else cls(id, **known)
        except BilateralError as error:
            self.say(i, column, id, getattr(error, "reason", str(error)))


def _references(plain: Plain) -> Iterator[tuple[type, Any]]:
    """Yield the class and id of everything that a record refers to, whatever its form."""
    for field in ("place", "parties", "spheres", "persons"):
        for value in _each(plain.get(field)):
            yield from _reference(field, value)
    for claim in _dicts(plain.get("attestations")):
        yield Source, claim.get("source")
        yield from _reference(str(claim.get("field")), claim.get("value"))
    for provision in _dicts(plain.get("provisions")):
        yield Source, provision.get("source")
        yield from ((Sphere, id) for id in _each(provision.get("spheres")))


def _reference(field: str, value: Any) -> Iterator[tuple[type, Any]]:
    if field in ("place", "spheres"):
        yield (Place if field == "place" else Sphere), value
    elif field in ("parties", "persons") and isinstance(value, dict):
        yield (Party, value.get("party")) if field == "parties" else (Person, value.get("person"))


def _each(value: Any) -> Iterable[Any]:
    return value if isinstance(value, list) else [value]


def _dicts(value: Any) -> Iterator[dict[str, Any]]:
    return (each for each in _each(value) if isinstance(each, dict))
