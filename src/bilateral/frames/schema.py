"""The columns of a frame of records."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple

DATES = ("date", "signed", "in_force", "terminated")
"""The dates of a record, each of them several columns; ``date`` is when it was signed or happened."""

UNRECORDED = "unrecorded"
"""What stands for the capacity of a party where no source names one."""


class Column(NamedTuple):
    """A column of ``SCHEMA``.

    Attributes:
        type: ``"text"``, ``"date"``, ``"boolean"`` or ``"texts"``, a list of text.
        meaning: what it holds; a list is never null, it may be empty.

    Examples:
        >>> SCHEMA["date_earliest"].type
        'date'
    """

    type: Literal["text", "date", "boolean", "texts"]
    meaning: str


def _of_date(name: str) -> Iterator[tuple[str, Column]]:
    yield name, Column("text", "the date as EDTF; null where it is not recorded, and so are the next eight")
    yield f"{name}_earliest", Column("date", "the first day it may cover; null if it has no known beginning")
    yield f"{name}_latest", Column("date", "the last day it may cover; null if it has no known end")
    yield f"{name}_begins_by", Column("date", "the latest day on which it can have begun; null if none")
    yield f"{name}_ends_from", Column("date", "the earliest day on which it can have ended; null if none")
    yield f"{name}_precision", Column("text", "day, month, season, year, decade, century or millennium")
    yield f"{name}_is_interval", Column("boolean", "whether it is a stretch of days, not one day")
    yield f"{name}_start", Column("text", "known, open (it has no beginning) or unknown")
    yield f"{name}_end", Column("text", "known, open (it has no end) or unknown")


SCHEMA: Mapping[str, Column] = MappingProxyType(
    {
        "id": Column("text", "the id of the record"),
        "type": Column("text", "agreement or event"),
        "title": Column("text", "the title; null where no source gives one"),
        "description": Column("text", "the words in which a source mentions it without a title, else null"),
        "aliases": Column("texts", "ids that others use for it"),
        "kind": Column("text", "the kind shown; null where no source says"),
        "kinds": Column("texts", "all kinds that the best-ranked sources leave open"),
        **{name: column for date in DATES for name, column in _of_date(date)},
        "date_units": Column(
            "texts",
            "the days, months, years, decades... that together are all the days it may be, as EDTF; only if"
            " these leave gaps, as a one-of set does, else empty",
        ),
        "date_units_wider": Column("texts", "these units and all wider ones in which they lie"),
        "place": Column("text", "the id of the place shown; null where no source says"),
        "places": Column("texts", "the ids of all places that the best-ranked sources leave open"),
        "place_names": Column(
            "text",
            "of each of places 'id| words| words;', the folded words of each label, sorted; before the"
            " semicolon its country in the same form, after '<' if it lies there, after '=' if it is that",
        ),
        "parties": Column("texts", "the ids of the parties"),
        "party_names": Column("text", "of each of parties as place_names, without country"),
        "capacities": Column(
            "texts",
            "such as 'KAZ government': of each party all capacities that the best-ranked sources leave open;"
            f" 'KAZ {UNRECORDED}' where none names one",
        ),
        "spheres": Column("texts", "the ids of its own spheres, the principal one first"),
        "sphere_lineages": Column(
            "texts",
            "such as 'oil-gas energy economic': each of spheres with all broader ones, narrowest first",
        ),
        "spheres_and_broader": Column("texts", "the ids of its own spheres and all broader ones"),
        "persons": Column("texts", "the ids of the persons who acted"),
        "person_names": Column("text", "of each of persons as place_names, without country"),
        "roles": Column(
            "texts",
            "such as 'a-bek Minister of Energy': each of persons with the role; the id alone without one",
        ),
        "provisions": Column("texts", "what it provides, each as in the JSON format"),
        "relations": Column("texts", "such as 'protocol-to ID': how it stands to other records"),
        "urls": Column("texts", "addresses that sources give for it"),
        "sources": Column("texts", "the ids of the sources that attest anything of it"),
        "attestations": Column("texts", "the claims behind all these values, each as in the JSON format"),
        "raw": Column(
            "texts", "what was not understood or mapped, each a column and its text as a JSON list"
        ),
        "words": Column("texts", "the folded words that a search for text looks through"),
    }
)
"""The columns of a frame of records, in order; names, types and meanings are stable."""
