"""Mappings as plain data, in TOML and JSON."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from typing import Any, TypeVar

import attrs

from bilateral.errors import DataError, InvalidValueError, MissingExtraError, Problem
from bilateral.files import checked_path, replaced_file
from bilateral.mapping.givers import Column, Constant, DateParts, Derived
from bilateral.mapping.mapping import Mapping
from bilateral.model import Source

Plain = dict[str, Any]
Made = TypeVar("Made")

_BY_KEY: dict[str, type] = {
    "name": Column,
    "value": Constant,
    "year": DateParts,
    "derived": Derived,
    "id": Source,
}
"""By which key a table of plain data is told: what has a name is a column, and so on."""


def plain(thing: Any) -> Any:
    """Return a mapping, or a part of one, as plain data; arguments with their defaults are left out.

    Examples:
        >>> plain(Mapping(title=["Title", Column("Titel", missing="-")]))
        {'title': ['Title', {'name': 'Titel', 'missing': ['-']}]}
    """
    if isinstance(thing, Source):
        from bilateral.codec import encode

        return encode(thing)
    if isinstance(thing, tuple):
        return [plain(each) for each in thing]
    if not attrs.has(type(thing)):
        return thing
    data: Plain = {"derived": list(thing.columns)} if isinstance(thing, Derived) else {}
    for field in attrs.fields(type(thing)):
        value = getattr(thing, field.name)
        if value == field.default or (isinstance(thing, Derived) and field.name == "columns"):
            continue
        if field.name == "codes":
            data["codes"] = {code: meant[0] if len(meant) == 1 else list(meant) for code, meant in value}
        else:
            told = plain(value)
            # A source that is only a text is an id, not a column.
            data[field.name] = {"name": told} if field.name == "source" and isinstance(told, str) else told
    if isinstance(thing, Mapping):
        # A list of one is written as the one.
        return {key: _alone(value) if key != "missing" else value for key, value in data.items()}
    return data["name"] if isinstance(thing, Column) and list(data) == ["name"] else data


def _alone(value: Any) -> Any:
    return value[0] if isinstance(value, list) and len(value) == 1 else value


def made(data: Any) -> Mapping:
    """Return the mapping that plain data stands for; raises InvalidValueError, which names the argument."""
    if not isinstance(data, dict):
        raise InvalidValueError("Mapping", data, "it must be a table of its arguments")
    return _call(Mapping, {key: _part(value, f"Mapping.{key}") for key, value in data.items()})


def _part(value: Any, where: str) -> Any:
    if isinstance(value, list):
        return [_part(each, where) for each in value]
    if not isinstance(value, dict):
        return value
    cls = next((cls for key, cls in _BY_KEY.items() if key in value), None)
    if cls is None:
        keys = ", ".join(_BY_KEY)
        raise InvalidValueError(where, value, f"a table here must have one of the keys {keys}")
    if cls is Source:
        from bilateral.codec import decode

        return decode(Source, value)
    arguments = {key: each if key == "codes" else _part(each, where) for key, each in value.items()}
    if cls is Derived:
        arguments["columns"] = arguments.pop("derived")
    return _call(cls, arguments)


def _call(cls: Callable[..., Made], arguments: Plain) -> Made:
    known = attrs.fields_dict(cls)  # type: ignore[arg-type]
    for name in arguments:
        if name not in known:
            raise InvalidValueError(cls.__name__, name, f"it must be one of {', '.join(known)}")
    return cls(**arguments)


def to_json(mapping: Mapping) -> str:
    """Return a mapping as JSON text."""
    return json.dumps(plain(mapping), ensure_ascii=False, indent=2)


def from_json(text: str, file: str = "") -> Mapping:
    """Return the mapping that JSON text stands for."""
    return _read(json.loads, text, file)


def save(mapping: Mapping, path: str | os.PathLike[str]) -> None:
    """Write a mapping to a file."""
    text = f"{to_json(mapping)}\n" if _suffix(path) == ".json" else _toml(mapping)
    with replaced_file(checked_path(path)) as draft:
        draft.write_text(text, encoding="utf-8", newline="\n")


def load(path: str | os.PathLike[str]) -> Mapping:
    """Return the mapping that a file holds."""
    import tomllib

    suffix = _suffix(path)
    data = checked_path(path).read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        reason = f"it is no text in UTF-8: {error.reason} at byte {error.start + 1}"
        raise DataError([Problem(str(path), "", "", "", reason)]) from None
    return _read(json.loads if suffix == ".json" else tomllib.loads, text, str(path))


def _read(loads: Callable[[str], Any], text: str, file: str) -> Mapping:
    try:
        return made(loads(text))
    except InvalidValueError as error:
        raise DataError([Problem(file, "", error.field, error.value, error.reason)]) from None
    except DataError as error:
        raise DataError(each._replace(file=file) for each in error.problems) from None
    except RecursionError:
        reason = "its lists and tables are nested too deeply to be read"
        raise DataError([Problem(file, "", "", "", reason)]) from None
    except ValueError as error:
        raise DataError([Problem(file, "", "", "", f"it cannot be read: {error}")]) from None


def _suffix(path: str | os.PathLike[str]) -> str:
    suffix = checked_path(path).suffix.lower()
    if suffix not in (".toml", ".json"):
        raise InvalidValueError("path", str(path), "its suffix must be .toml or .json")
    return suffix


def _toml(mapping: Mapping) -> str:
    try:
        import tomlkit
    except ImportError:
        raise MissingExtraError("toml", "a mapping as TOML") from None
    return tomlkit.dumps(plain(mapping))
