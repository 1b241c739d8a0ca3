"""From a row of a frame to a record as plain data, as the codec reads it."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator
from typing import Any

from bilateral.frames.rows import Row
from bilateral.frames.schema import DATES, SCHEMA, UNRECORDED

Plain = dict[str, Any]

_AS_THEY_ARE = ("id", "title", "description", "aliases", "urls")


class Refusal(Exception):  # noqa: N818 - it is no error of the library but one problem among others
    """A column of a row cannot be taken apart; its arguments are column, value and reason."""


def plain_record(row: Row) -> Plain:
    """Return the record of a row as plain data.

    Args:
        row: values by column of ``SCHEMA``; columns may be missing, and anything may stand in them.

    Returns:
        What the codec decodes; values of another type are left for it to refuse.

    Raises:
        Refusal: if a column that holds several things is no list, or the columns do not fit together.

    Examples:
        >>> plain_record({"id": "x", "date": "1993", "capacities": ["KAZ state"]})
        {'id': 'x', 'signed': '1993', 'parties': [{'party': 'KAZ', 'capacity': 'state'}]}
    """
    for name, column in SCHEMA.items():
        _check_type(name, column.type, row.get(name))
    plain = {name: row.get(name) for name in _AS_THEY_ARE}
    plain |= {name: _shown(row, name, f"{name}s") for name in ("kind", "place")}
    plain |= dict(_dates(row))
    plain["spheres"] = row.get("spheres") or [_split(line)[0] for line in _list(row, "sphere_lineages")]
    plain["parties"] = list(_parties(row))
    plain["persons"] = list(_persons(row))
    plain["relations"] = [
        dict(zip(("kind", "target"), _split(text), strict=True)) for text in _list(row, "relations")
    ]
    plain["provisions"] = [_from_json("provisions", text) for text in _list(row, "provisions")]
    plain["attestations"] = [_from_json("attestations", text) for text in _list(row, "attestations")]
    plain["raw"] = [_from_json("raw", text) for text in _list(row, "raw")]
    plain = {key: value for key, value in plain.items() if value is not None and value != []}
    if "attestations" not in plain:
        plain |= _attested(row, plain)
    return plain


def _check_type(name: str, kind: str, value: Any) -> None:
    if kind == "texts":
        if not isinstance(value, list | None):
            raise Refusal(name, value, "it must be a list of texts, even of one")
        if not all(isinstance(item, str) for item in value or ()):
            raise Refusal(name, value, "each item of the list must be text")
    elif kind == "text" and not isinstance(value, str | None) and not (name in DATES and _is_day(value)):
        raise Refusal(name, value, "it must be text")


def _is_day(value: Any) -> bool:
    # A datetime is a date, too, but has a time.
    return type(value) is datetime.date


def _list(row: Row, name: str) -> list[str]:
    return row.get(name) or []


def _shown(row: Row, one: str, several: str) -> Any:
    """Return the value that is shown; a frame may name all that there may be instead."""
    return row.get(one) or next(iter(_list(row, several)), None)


def _dates(row: Row) -> Iterator[tuple[str, Any]]:
    if row.get("type", "agreement") not in ("agreement", "event", None):
        raise Refusal("type", row["type"], "it must be agreement or event")
    is_event = row.get("type") == "event"
    first = "date" if is_event else "signed"
    yield first, _edtf(row.get(first) or row.get("date"))
    for name in () if is_event else ("in_force", "terminated"):
        yield name, _edtf(row.get(name))


def _edtf(value: Any) -> Any:
    return value.isoformat() if _is_day(value) else value


def _parties(row: Row) -> Iterator[Plain]:
    capacities: dict[str, str | None] = {}
    for text in _list(row, "capacities"):
        id, word = _split(text)
        capacities.setdefault(id, None if word == UNRECORDED else word)
    for id in row.get("parties") or capacities:
        capacity = capacities.get(id)
        yield {"party": id} if capacity is None else {"party": id, "capacity": capacity}


def _persons(row: Row) -> Iterator[Plain]:
    for text in row.get("roles") or _list(row, "persons"):
        id, role = _split(text)
        yield {"person": id, "role": role} if role else {"person": id}


def _split(text: str) -> tuple[str, str]:
    """Split an id, or a word, from what follows it."""
    first, _, rest = text.partition(" ")
    return first, rest


def _from_json(column: str, text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError as error:
        raise Refusal(column, text, f"it is not JSON: {error}") from None


def _attested(row: Row, plain: Plain) -> Plain:
    """Return attestations where a row has none: what it holds has its one source, or none at all."""
    of_provisions = {each.get("source") for each in plain.get("provisions", ()) if isinstance(each, dict)}
    sources = [source for source in _list(row, "sources") if source not in of_provisions]
    if not sources:
        return {}
    if len(sources) > 1:
        reason = "which of them says what is not told: give the column attestations, or one source a row"
        raise Refusal("sources", row["sources"], reason)
    claimed = [
        (field, value)
        for field, values in plain.items()
        if field not in ("id", "provisions", "raw")
        for value in (values if isinstance(values, list) else [values])
    ]
    claims = [{"field": field, "value": value, "source": sources[0]} for field, value in claimed]
    return {"attestations": claims}
