"""A whole body of records as plain data: decoded all or nothing, and checked for integrity."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import attrs

from bilateral.errors import DataError, Problem, UnknownIdError
from bilateral.model import Agreement, Event, Named, Party, Person, Place, Record, Source, Sphere, checks
from bilateral.model.catalogue import Catalogue
from bilateral.model.values import ByValue, named, quoted

TABLES: dict[str, type] = {
    "sources": Source,
    "parties": Party,
    "places": Place,
    "persons": Person,
    "spheres": Sphere,
}
RECORDS: dict[str, type[Record]] = {"agreements": Agreement, "events": Event}
KEYS = ("dataset", *TABLES, *RECORDS)
"""The parts of a dossier; ``dataset`` describes it, the others are lists."""


@attrs.frozen(eq=False, repr=False)
class Dataset(ByValue):
    """What a body of records is as a whole.

    Args:
        name: its short name, such as ``"aze-kaz"``.
        title: its title.
        description: what it holds.
        languages: BCP 47 tags of the languages of its names and titles.
        licence: what may be done with it.
        citation: how to cite it.

    Raises:
        InvalidValueError: if a field has not its form.

    Examples:
        >>> Dataset("mine", "Treaties of mine", licence="CC0 1.0").licence
        'CC0 1.0'

    References:
        W3C DCAT 3, ``dcat:Dataset``.
    """

    name: str = attrs.field(validator=checks.an_id)
    title: str = attrs.field(validator=checks.some_text)
    description: str | None = attrs.field(default=None, validator=checks.maybe_text, kw_only=True)
    languages: tuple[str, ...] = attrs.field(
        default=(),
        converter=checks.names,
        validator=[
            checks.each(str, "a BCP 47 tag"),
            attrs.validators.deep_iterable(member_validator=checks.a_language),
        ],
        kw_only=True,
    )
    licence: str | None = attrs.field(default=None, validator=checks.maybe_text, kw_only=True)
    citation: str | None = attrs.field(default=None, validator=checks.maybe_text, kw_only=True)

    def __repr__(self) -> str:
        return named(self, self.name, quoted(self.title))


def joined(a: Dataset, b: Dataset) -> Dataset:
    """Return what two bodies of records are as one: whatever is said of either is said of both.

    Args:
        a: the one.
        b: the other.

    Returns:
        A dataset; what differs stands side by side, with a semicolon between.

    Examples:
        >>> both = joined(Dataset("a", "A", licence="CC0 1.0"), Dataset("b", "B", licence="CC BY 4.0"))
        >>> both.name, both.title, both.licence
        ('a--b', 'A; B', 'CC0 1.0; CC BY 4.0')
    """
    texts: dict[str, Any] = {
        name: "; ".join(dict.fromkeys(part for text in (x, y) if text for part in text.split("; "))) or None
        for name in ("title", "description", "licence", "citation")
        for x, y in [(getattr(a, name), getattr(b, name))]
    }
    name = "--".join(dict.fromkeys([*a.name.split("--"), *b.name.split("--")]))
    return attrs.evolve(a, name=name, languages=dict.fromkeys([*a.languages, *b.languages]), **texts)


class Dossier(NamedTuple):
    """A body of records, decoded.

    Attributes:
        catalogue: what the records name.
        records: the records, agreements first.
        dataset: what they are as a whole; None if that is not recorded.
    """

    catalogue: Catalogue
    records: list[Record]
    dataset: Dataset | None = None


def encode_dossier(
    catalogue: Catalogue, records: Iterable[Record], dataset: Dataset | None = None
) -> dict[str, Any]:
    """Return a body of records, and what they name, as plain data.

    Args:
        catalogue: what the records name.
        records: agreements and events.
        dataset: what they are as a whole.

    Returns:
        A dict of lists, by the keys of ``TABLES`` and ``RECORDS``, and of ``dataset`` if there is one.

    Examples:
        >>> encode_dossier(Catalogue(), [Event("x", date="1993")])["events"]
        [{'id': 'x', 'date': '1993'}]
    """
    # The codec imports cattrs, which those who only describe a corpus, or query one, do not need.
    from bilateral.codec import encode

    listed = list(records)
    described = {} if dataset is None else {"dataset": encode(dataset)}
    tables = {key: [encode(thing) for thing in getattr(catalogue, key)] for key in TABLES}
    bodies = {
        key: [encode(record) for record in listed if isinstance(record, cls)] for key, cls in RECORDS.items()
    }
    return {**described, **tables, **bodies}


def decode_dossier(
    data: Any,
    files: Mapping[str, str] | str = "",
    *,
    whole: bool = False,
    lines: Mapping[str, Sequence[int]] | None = None,
    unread: Iterable[str] = (),
) -> Dossier:
    """Return the body of records that plain data stands for.

    Args:
        data: a dict of lists, as ``encode_dossier`` returns it; any part may be missing.
        files: the file it comes from, or the one of each part (of the rest by the key ``""``), for messages.
        whole: refuse relations to records, and labels from sources, that are not there; a selection
            may well lack them.
        lines: for messages, the line of the file in which each item of a list stands, where it has one.
        unread: the keys of lists of which some items could not be read, as is told elsewhere: that an id
            is not found there is no problem then.

    Returns:
        What the records name, the records, and what they are as a whole.

    Raises:
        DataError: with every problem found. Problems of form hide those of integrity, which
            are looked for when all records could be decoded.

    Examples:
        >>> decode_dossier({"events": [{"id": "x", "date": "1993"}]}).records[0].date
        HistoricalDate('1993')
    """
    reader = _Reader(data, files, lines or {})
    for key in unread:
        reader.unread[_what(TABLES[key])].add(None)
    dataset = reader.dataset()
    catalogue = reader.catalogue()
    records = [record for key, cls in RECORDS.items() for record in reader.things(key, cls, catalogue)]
    problems = reader.problems or list(integrity(catalogue, records, reader.file, whole=whole))
    if problems:
        raise DataError(problems)
    return Dossier(catalogue, records, dataset)


class _Reader:
    """Decodes the parts of a dossier and gathers what is wrong with them."""

    def __init__(self, data: Any, files: Mapping[str, str] | str, lines: Mapping[str, Sequence[int]]) -> None:
        self.files = files
        self.lines = lines
        self.problems: list[Problem] = []
        # What is there but could not be read, by kind and id, of which None is one that cannot be known: that
        # nothing is found by such an id is no problem of what refers to it.
        self.unread: defaultdict[str, set[object]] = defaultdict(set)
        self.data: Mapping[str, Any] = data if isinstance(data, dict) else {}
        if not isinstance(data, dict):
            self.say("", "", f"it must be an object with the keys {', '.join(KEYS)}")
        for key in self.data:
            if key not in KEYS:
                self.say(key, key, f"unknown key; it must be one of {', '.join(KEYS)}")
                # It may be the misspelt name of a table that is missing.
                for table in TABLES.keys() - self.data.keys():
                    self.unread[_what(TABLES[table])].add(None)

    def file(self, key: str) -> str:
        return self.files if isinstance(self.files, str) else self.files.get(key, self.files.get("", ""))

    def line(self, key: str, i: int) -> int | None:
        return self.lines[key][i] if key in self.lines else None

    def name(self, key: str, i: int, id: object = None) -> str:
        """Return how a message names an item: by where it stands, if its line does not tell, and its id."""
        number = f"{key}[{i}]" if key not in self.lines else ""
        return " ".join(filter(None, [number, "" if id is None else str(id)]))

    def say(self, key: str, record: str, reason: str, line: int | None = None) -> None:
        self.problems.append(Problem(self.file(key), record, "", "", reason, line))

    def listed(self, key: str) -> list[Any]:
        items = self.data.get(key, [])
        if isinstance(items, list):
            return items
        self.say(key, key, "it must be a list")
        if key in TABLES:
            self.unread[_what(TABLES[key])].add(None)
        return []

    def dataset(self) -> Dataset | None:
        if "dataset" not in self.data:
            return None
        return next(self.decoded("dataset", "dataset", self.data["dataset"], Dataset, Catalogue()), None)

    def catalogue(self) -> Catalogue:
        tables: dict[str, list[Any]] = {"spheres": self.spheres()}
        for key, cls in TABLES.items():
            if key != "spheres":
                # The country of a place is a party, and they come before the places.
                known = Catalogue(parties=tables.get("parties", ()))
                tables[key] = self.unique(key, self.things(key, cls, known))
        return Catalogue(**tables)

    def things(self, key: str, cls: type, catalogue: Catalogue) -> list[Any]:
        found: list[Any] = []
        for i, plain in enumerate(self.listed(key)):
            found.extend(self.thing(key, i, plain, cls, catalogue))
        return found

    def thing(self, key: str, i: int, plain: Any, cls: type, catalogue: Catalogue) -> Iterator[Any]:
        name = self.name(key, i, plain.get("id") if isinstance(plain, dict) else None)
        yield from self.decoded(key, name, plain, cls, catalogue, line=self.line(key, i))

    def decoded(
        self, key: str, name: str, plain: Any, cls: type, catalogue: Catalogue, *, line: int | None = None
    ) -> Iterator[Any]:
        from bilateral.codec import decode

        file = self.file(key)
        if not isinstance(plain, dict):
            self.say(key, name, "it must be an object with keys", line)
            self.unread[_what(cls)].add(None)
            return
        try:
            yield decode(cls, plain, catalogue, file=file, record=name, excused=self.is_unread)
        except DataError as error:
            self.problems.extend(problem._replace(line=line) for problem in error.problems)
            knowable = all(problem.field != "id" for problem in error.problems)
            self.unread[_what(cls)].add(_text(plain, "id") if knowable else None)

    def is_unread(self, unknown: UnknownIdError) -> bool:
        return not self.unread[unknown.what].isdisjoint({unknown.id, None})

    def unique(self, key: str, things: list[Any]) -> list[Any]:
        """Return things, one of each id, and report of which there are several."""
        for id, count in Counter(thing.id for thing in things).items():
            if count > 1:
                self.say(key, f"{key} {id}", f"{count} have this id; it must be unique")
        return list({thing.id: thing for thing in things}.values())

    def spheres(self) -> list[Sphere]:
        """Decode spheres from the top down, whatever their order: each refers to its broader one."""
        waiting = dict(enumerate(self.listed("spheres")))
        found: dict[str, Sphere] = {}
        order: dict[str, int] = {}
        while waiting:
            ids = {_text(plain, "id"): i for i, plain in waiting.items()}
            broader = {i: _text(plain, "broader") for i, plain in waiting.items()}
            ready = [i for i, id in broader.items() if id is None or id in found]
            # What refers to no sphere comes after all that may be found, and before what goes in a circle.
            ready = ready or [i for i, id in broader.items() if id not in ids]
            known = Catalogue(spheres=found.values())
            for i in ready or self.circle(waiting, ids):
                for sphere in self.thing("spheres", i, waiting[i], Sphere, known):
                    if sphere.id in found:
                        self.say("spheres", f"spheres {sphere.id}", "several have this id; it must be unique")
                    found[sphere.id] = sphere
                    order[sphere.id] = i
                del waiting[i]
        return sorted(found.values(), key=lambda sphere: order[sphere.id])

    def circle(self, waiting: dict[int, Any], ids: dict[str | None, int]) -> list[int]:
        """Report a circle among spheres of which each has a broader one among them, and cut it open."""
        line = [next(iter(waiting))]
        while (wider := ids[waiting[line[-1]]["broader"]]) not in line:
            line.append(wider)
        circle = line[line.index(wider) :]
        first = min(circle)
        start = circle.index(first)
        circle = circle[start:] + circle[:start]
        names = [waiting[i]["id"] for i in (*circle, first)]
        told = names if len(names) <= _LONGEST_TOLD else [*names[:_LONGEST_TOLD], "...", names[0]]
        self.problems.append(
            Problem(
                self.file("spheres"),
                self.name("spheres", first, names[0]),
                "broader",
                names[1],
                f"the spheres {' < '.join(told)} stand in a circle; one of them must be the broadest",
                self.line("spheres", first),
            )
        )
        for i in circle:
            waiting[i] = {key: value for key, value in waiting[i].items() if key != "broader"}
        return circle


_LONGEST_TOLD = 10
"""How many spheres of a circle a message names."""


def _what(cls: type) -> str:
    """Return what an unknown id says that it is of."""
    return cls.__name__.lower()


def _text(plain: Any, key: str) -> str | None:
    """Return a text of an object; None for whatever else may stand there."""
    value = plain.get(key) if isinstance(plain, dict) else None
    return value if isinstance(value, str) else None


def integrity(
    catalogue: Catalogue, records: list[Record], file: Callable[[str], str] = str, *, whole: bool = False
) -> Iterator[Problem]:
    """Yield what is wrong between things that are each well formed.

    Args:
        catalogue: what the records name.
        records: the records.
        file: from the key of a part to the file it comes from.
        whole: as for ``decode_dossier``.
    """
    ids = Counter([record.id for record in records])
    repeated = len(ids) < len(records)
    for record in records:
        # Most records of most collections have nothing that could be wrong here.
        if repeated or record.attestations or record.relations:
            key = next(key for key, cls in RECORDS.items() if isinstance(record, cls))
            for field, value, reason in _record_problems(record, ids, whole=whole):
                yield Problem(file(key), f"{key} {record.id}", field, value, reason)
    for key, cls in TABLES.items() if whole else ():
        for thing in getattr(catalogue, key) if issubclass(cls, Named) else ():
            for label in thing.labels:
                if label.source is not None and label.source not in catalogue.sources:
                    yield Problem(file(key), f"{key} {thing.id}", "labels", label.source, "no such source")


def _record_problems(record: Record, ids: Counter[str], *, whole: bool) -> Iterator[tuple[str, str, str]]:
    if ids[record.id] > 1:
        yield "id", record.id, f"{ids[record.id]} records have this id; it must be unique"
    for relation in record.relations if whole else ():
        if relation.target not in ids:
            yield "relations", relation.target, "no record has this id"
    for field, stored, resolved in record.discrepancies():
        yield field, _plain(stored), f"its attestations resolve to {_plain(resolved)}"


def _plain(value: Any) -> str:
    if isinstance(value, tuple):
        return f"[{', '.join(map(_plain, value))}]"
    from bilateral.codec import encode

    return str(getattr(value, "id", None) or encode(value))
