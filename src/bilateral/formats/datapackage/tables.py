"""The tables of a data package, and how records become their rows and are made of them again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, NamedTuple, TypeAlias

from bilateral.dates import HistoricalDate

Plain: TypeAlias = dict[str, Any]
Row: TypeAlias = dict[str, Any]


class Column(NamedTuple):
    """A column of a table.

    Attributes:
        name: its name.
        said: the property of the JSON Schema of dossiers that says what it holds, as
            ``definition.property``, or else that in words.
        type: its type in Table Schema; an ``array`` is JSON.
        refers: the table in which its values are ids.
        required: whether it is never empty.
    """

    name: str
    said: str
    type: str = "string"
    refers: str = ""
    required: bool = False


class Table(NamedTuple):
    """A table: a file of a data package.

    Attributes:
        description: what a row is.
        columns: the columns in order.
        key: those which tell a row from all others.
        part: the key of the list in a record, or in what is named, of which each item is a row here; empty
            for a table of records or of what they name.
    """

    description: str
    columns: tuple[Column, ...]
    key: tuple[str, ...] = ("id",)
    part: str = ""


def _dated(name: str, said: str) -> tuple[Column, ...]:
    return (
        Column(name, said),
        Column(f"{name}_earliest", "The first day it may mean; empty if no beginning is known.", "date"),
        Column(f"{name}_latest", "The last day it may mean; empty if no end is known.", "date"),
    )


def _id(definition: str) -> Column:
    return Column("id", f"{definition}.id", required=True)


_POSITION: Final = Column("position", "Its place in the order, from 1.", "integer", required=True)
_RECORD: Final = Column("record", "The record.", refers="records", required=True)


def _of_records(description: str, part: str, *columns: Column) -> Table:
    return Table(description, (_RECORD, _POSITION, *columns), ("record", "position"), part)


def _labels(owner: str, table: str) -> Table:
    columns = (
        Column(owner, f"What has the name: the id of a {owner}.", refers=table, required=True),
        _POSITION,
        Column("language", "label.language", required=True),
        Column("text", "label.text", required=True),
        Column("source", "label.source"),
    )
    description = f"A name of a {owner}; the first of a language is the preferred one."
    return Table(description, columns, (owner, "position"), "labels")


TABLES: Final[Mapping[str, Table]] = {
    "records": Table(
        "An agreement or an event.",
        (
            _id("agreement"),
            Column("type", "Whether it is an agreement or an event.", required=True),
            Column("kind", "What an instrument calls itself, or what happened."),
            Column("title", "agreement.title"),
            *_dated("date", "When it was signed or adopted, or happened. EDTF."),
            *_dated("in_force", "agreement.in_force"),
            *_dated("terminated", "agreement.terminated"),
            Column("place", "agreement.place", refers="places"),
            Column("urls", "agreement.urls", "array"),
            Column("aliases", "agreement.aliases", "array"),
            Column("description", "agreement.description"),
        ),
    ),
    "participations": _of_records(
        "Who took part in a record, and in which capacity.",
        "parties",
        Column("party", "participation.party", refers="parties", required=True),
        Column("capacity", "participation.capacity"),
    ),
    "record-spheres": _of_records(
        "A sphere that a record concerns, the principal one first.",
        "spheres",
        Column("sphere", "The sphere.", refers="spheres", required=True),
    ),
    "actors": _of_records(
        "Who acted in a record, and in which role.",
        "persons",
        Column("person", "actor.person", refers="persons", required=True),
        Column("role", "actor.role"),
    ),
    "relations": _of_records(
        "How a record stands to another.",
        "relations",
        Column("kind", "relation.kind", required=True),
        Column("target", "relation.target", required=True),
    ),
    "provisions": _of_records(
        "What a source says that an instrument provides.",
        "provisions",
        Column("number", "provision.number", "integer", required=True),
        Column("text", "provision.text", required=True),
        Column("spheres", "provision.spheres", "array"),
        Column("source", "provision.source", refers="sources"),
        Column("locator", "provision.locator"),
    ),
    "attestations": _of_records(
        "A claim of a source about a field of a record.",
        "attestations",
        Column(
            "field",
            "The field that the claim is about, as the records of the JSON format call it.",
            required=True,
        ),
        Column(
            "value",
            "What is claimed: text, EDTF, a word, or the id of a place, sphere, party, person or record.",
            required=True,
        ),
        Column(
            "qualifier",
            "Of a party its capacity, of a person the role, of another record the relation to it.",
        ),
        Column("source", "agreement-claim.source", refers="sources", required=True),
        Column("locator", "agreement-claim.locator"),
        Column("quote", "agreement-claim.quote"),
        Column("rank", "agreement-claim.rank"),
        Column("note", "agreement-claim.note"),
    ),
    "raw": _of_records(
        "What a source has in a column and nobody has understood, verbatim.",
        "raw",
        Column("column", "The column of the source.", required=True),
        Column("text", "What stands in it.", required=True),
    ),
    "sources": Table(
        "A bibliographic source.",
        (
            _id("source"),
            Column("title", "source.title"),
            Column("kind", "source.kind", required=True),
            Column("authors", "source.authors", "array"),
            *_dated("date", "source.date"),
            Column("container", "source.container"),
            Column("url", "source.url"),
            Column("doi", "source.doi"),
            Column("language", "source.language"),
            Column("note", "source.note"),
        ),
    ),
    "parties": Table(
        "A state, organisation or other actor.",
        (
            _id("party"),
            Column("kind", "party.kind", required=True),
            Column("alpha2", "party.alpha2"),
            Column("alpha3", "party.alpha3"),
            Column("numeric", "party.numeric"),
            Column("cow", "party.cow", "integer"),
            Column("wikidata", "party.wikidata"),
        ),
    ),
    "party-labels": _labels("party", "parties"),
    "places": Table(
        "Where something was done.",
        (
            _id("place"),
            Column("country", "place.country", refers="parties"),
            Column("wikidata", "place.wikidata"),
        ),
    ),
    "place-labels": _labels("place", "places"),
    "persons": Table("Someone who acted.", (_id("person"), Column("wikidata", "person.wikidata"))),
    "person-labels": _labels("person", "persons"),
    "spheres": Table(
        "A field of cooperation.",
        (_id("sphere"), Column("broader", "sphere.broader", refers="spheres"), Column("note", "sphere.note")),
    ),
    "sphere-labels": _labels("sphere", "spheres"),
}
"""The tables by the names of their files."""

_QUALIFIED: Final = {
    "parties": ("party", "capacity"),
    "persons": ("person", "role"),
    "relations": ("target", "kind"),
}
"""The two parts of a value claimed of these fields."""

_UNNAMED: Final = {"spheres": ("sphere",), "raw": ("column", "text")}
"""The columns for items of lists that have no keys."""


def parts_of(name: str) -> dict[str, str]:
    """Return the tables of the lists that a row of a table has: by the key of the list.

    Args:
        name: the name of a table of records or of what they name.

    Returns:
        Names of tables.

    Examples:
        >>> parts_of("spheres")
        {'labels': 'sphere-labels'}
    """
    return {each.part: part for part, each in TABLES.items() if each.part and each.columns[0].refers == name}


def rows_of(name: str, plain: Plain) -> Iterator[tuple[str, Row]]:
    """Yield the rows of a record, or of something that records name.

    Args:
        name: its table.
        plain: what ``codec.encode`` makes of it; of a record also its ``type``.

    Yields:
        The table and the row, which lacks what is empty.

    Examples:
        >>> list(rows_of("records", {"type": "event", "id": "a", "parties": [{"party": "AZE"}]}))[1]
        ('participations', {'record': 'a', 'position': 1, 'party': 'AZE'})
    """
    left = dict(plain)
    lists = {key: left.pop(key, ()) for key in parts_of(name)}
    if name == "records" and "signed" in left:
        left["date"] = left.pop("signed")
    yield name, left | _bounds(name, left)
    for key, part in parts_of(name).items():
        for position, item in enumerate(lists[key], 1):
            own = _flat(item) if key == "attestations" else _named(key, item)
            yield part, {TABLES[part].key[0]: plain["id"], "position": position, **own}


def plain_of(name: str, row: Row, lists: Mapping[str, Iterable[Row]]) -> Plain:
    """Return the plain data of a record, or of something that records name: the inverse of ``rows_of``.

    Args:
        name: its table.
        row: its row.
        lists: the rows of its lists, in order, by the keys of the lists.

    Returns:
        The plain data.

    Examples:
        >>> plain_of("spheres", {"id": "energy"}, {"labels": [{"language": "en", "text": "Energy"}]})
        {'id': 'energy', 'labels': [{'language': 'en', 'text': 'Energy'}]}
    """
    plain = {key: value for key, value in row.items() if not key.endswith(("_earliest", "_latest"))}
    if name == "records" and plain.get("type") == "agreement" and "date" in plain:
        plain["signed"] = plain.pop("date")
    for key, rows in lists.items():
        plain[key] = [_claim(each) if key == "attestations" else _unnamed(key, each) for each in rows]
    return plain


def _named(key: str, item: Any) -> Row:
    names = _UNNAMED.get(key)
    if names is None:
        return dict(item)
    return dict(zip(names, [item] if isinstance(item, str) else item, strict=True))


def _unnamed(key: str, row: Row) -> Any:
    names = _UNNAMED.get(key)
    if names is None:
        return row
    values = [row.get(name, "") for name in names]
    return values[0] if len(names) == 1 else values


def _flat(claim: Plain) -> Row:
    """Return a claim whose value is no object."""
    if claim["field"] not in _QUALIFIED:
        return claim
    value, qualifier = (claim["value"].get(key) for key in _QUALIFIED[claim["field"]])
    return (
        {**claim, "value": value} if qualifier is None else {**claim, "value": value, "qualifier": qualifier}
    )


def _claim(row: Row) -> Plain:
    names = _QUALIFIED.get(row.get("field", ""))
    if names is None:
        return row
    parts = zip(names, (row.get("value"), row.get("qualifier")), strict=True)
    value = {name: part for name, part in parts if part is not None}
    return {**{key: each for key, each in row.items() if key != "qualifier"}, "value": value}


def _bounds(name: str, row: Row) -> Row:
    """Return the days that the dates of a row may mean at the earliest and latest."""
    found: Row = {}
    for column in TABLES[name].columns:
        dated, _, end = column.name.rpartition("_")
        if column.type == "date" and dated in row:
            found |= {column.name: day} if (day := bound(row[dated], end)) else {}
    return found


def bound(edtf: str, end: str) -> str:
    """Return the first or last day that a date may mean; nothing where there is none.

    Args:
        edtf: the date.
        end: ``"earliest"`` or ``"latest"``.

    Returns:
        The day as ISO 8601 has it.

    Raises:
        InvalidDateError: if it is no date.
        UnsupportedDateError: if it is beyond what is supported.

    Examples:
        >>> bound("1993-02", "latest"), bound("../1997", "earliest")
        ('1993-02-28', '')
    """
    date = HistoricalDate.parse(edtf)
    if end == "earliest":
        return "" if date.open_start or date.unknown_start else date.earliest.isoformat()
    return "" if date.open_end or date.unknown_end else date.latest.isoformat()
