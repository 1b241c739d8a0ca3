"""``datapackage.json``: what a data package is, and what each column of its tables holds."""

from __future__ import annotations

import json
import re
from functools import cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

from bilateral.codec import encode
from bilateral.corpus import Corpus
from bilateral.formats.datapackage.tables import TABLES, Column, Plain, Table
from bilateral.model import EventKind, Kind, Source

NAME: Final = "datapackage.json"

_PROFILE: Final = "https://datapackage.org/profiles/2.0/datapackage.json"
_WORDS: Final = {"records.type": ["agreement", "event"], "records.kind": [*map(str, (*Kind, *EventKind))]}
"""The words of columns that hold what two definitions of the JSON Schema say."""


def file_of(table: str) -> str:
    """Return the name of the file of a table.

    Examples:
        >>> file_of("records")
        'records.csv'
    """
    return f"{table}.csv"


def described(corpus: Corpus, folder: Path) -> Plain:
    """Return the description of a package whose tables are written.

    Args:
        corpus: what it holds.
        folder: where its tables are.

    Returns:
        The content of ``datapackage.json``. Its ``dataset`` is what the corpus is as a whole, as in the JSON
        format, for the properties of data packages cannot hold all of it.

    Examples:
        >>> from tempfile import TemporaryDirectory
        >>> with TemporaryDirectory() as folder:
        ...     for table in TABLES:
        ...         _ = Path(folder, file_of(table)).write_text("id")
        ...     described(Corpus(), Path(folder))["resources"][0]["path"]
        'records.csv'

    References:
        Data Package (v2), https://datapackage.org/standard/data-package/; Table Schema (v2).
    """
    dataset = corpus.dataset
    found: Plain = {"$schema": _PROFILE, "name": "corpus" if dataset is None else _slug(dataset.name).lower()}
    if dataset is not None:
        found |= {"title": dataset.title, "description": dataset.description, "licenses": None}
        if dataset.licence is not None:
            found["licenses"] = [{"name": _slug(dataset.licence), "title": dataset.licence}]
        found = {key: value for key, value in found.items() if value is not None}
        found["dataset"] = encode(dataset)
    if len(corpus.sources):
        found["sources"] = [_source(each) for each in corpus.sources]
    return {**found, "resources": [_resource(name, table, folder) for name, table in TABLES.items()]}


def digest(path: Path) -> tuple[int, str]:
    """Return how many bytes a file has, and its hash as data packages write it.

    Examples:
        >>> from tempfile import TemporaryDirectory
        >>> with TemporaryDirectory() as folder:
        ...     _ = Path(folder, "a").write_bytes(b"")
        ...     digest(Path(folder, "a"))[1][:15]
        'sha256:e3b0c442'
    """
    size, state = 0, sha256()
    with path.open("rb") as file:
        while part := file.read(1 << 20):
            size += len(part)
            state.update(part)
    return size, f"sha256:{state.hexdigest()}"


def _slug(text: str) -> str:
    """Return text as a name in a package may be written; of licences known to SPDX it is their id."""
    return re.sub(r"[^A-Za-z0-9._]+", "-", text).strip("-") or "unnamed"


def _source(source: Source) -> Plain:
    address = source.url or (f"https://doi.org/{source.doi}" if source.doi else None)
    return {"title": source.title or source.id, **({"path": address} if address else {})}


def _resource(name: str, table: Table, folder: Path) -> Plain:
    size, hashed = digest(folder / file_of(name))
    return {
        "name": name,
        "type": "table",
        "path": file_of(name),
        "description": table.description,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": size,
        "hash": hashed,
        "schema": {
            "fields": [_field(name, column) for column in table.columns],
            "missingValues": [""],
            "primaryKey": list(table.key),
            **_foreign_keys(name, table),
        },
    }


def _foreign_keys(name: str, table: Table) -> Plain:
    keys = [
        # Of the table itself the name is empty: so have it both versions of Table Schema.
        {
            "fields": [each.name],
            "reference": {"resource": "" if each.refers == name else each.refers, "fields": ["id"]},
        }
        for each in table.columns
        if each.refers
    ]
    return {"foreignKeys": keys} if keys else {}


def _field(table: str, column: Column) -> Plain:
    said = _said(column.said)
    description = said["description"] if said else column.said
    limits: Plain = {"required": True} if column.required else {}
    limits |= _limits(said)
    if f"{table}.{column.name}" in _WORDS:
        limits["enum"] = _WORDS[f"{table}.{column.name}"]
    if column.name == "id":
        limits["unique"] = True
    if column.name == "position":
        limits["minimum"] = 1
    found = {"name": column.name, "type": column.type, "description": description}
    return found | ({"constraints": limits} if limits else {})


def _limits(said: Plain) -> Plain:
    found: Plain = {key: said[key] for key in ("enum", "minimum", "maximum", "minLength") if key in said}
    # Table Schema takes a pattern for one of the whole value; the JSON Schema has one that says: not blank.
    if (pattern := said.get("pattern", "")).startswith("^"):
        found["pattern"] = pattern.removeprefix("^").removesuffix("$")
    return found


def _said(name: str) -> Plain:
    """Return what the JSON Schema says of a property; nothing if the name is none of one."""
    definition, _, key = name.partition(".")
    known = _definitions()
    if not key or definition not in known:
        return {}
    said = known[definition]["properties"][key]
    reference = said.get("$ref", "").removeprefix("#/$defs/")
    return {**known.get(reference, {}), **said}


@cache
def _definitions() -> dict[str, Any]:
    text = files("bilateral").joinpath("data", "schema.json").read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text)["$defs"]
    return found
