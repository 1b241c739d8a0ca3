"""What stands in sheets, frames and JSON, as the text of cells; and names of columns, each once."""

from __future__ import annotations

import datetime
import json
import math
from collections.abc import Collection, Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from bilateral.errors import Problem
from bilateral.tables.rows import Cell


def named_once(
    header: Sequence[str], wanted: Collection[str], file: str
) -> tuple[tuple[str, ...], list[Problem]]:
    """Return names of columns of which none is blank or comes twice, and what had to be changed for that.

    Examples:
        >>> named_once(["a", "", "a"], (), "x.csv")[0]
        ('a', 'column 2', 'a (2)')
    """
    names: dict[str, None] = {}
    problems = []
    for number, given in enumerate(header, 1):
        name = given.strip() or f"column {number}"
        if name in names:
            again = 2
            while f"{name} ({again})" in names:
                again += 1
            severity: Any = "warning" if name in wanted else "note"
            new = f"{name} ({again})"
            reason = f"an earlier column has this name, too; column {number} is {new!r} here"
            problems.append(Problem(file, "", "", name, reason, 1, name, severity, "repeated column"))
            name = new
        names[name] = None
    return tuple(names), problems


def cell_of(value: Any) -> Cell:  # noqa: PLR0911 - one for each kind of value
    """Return a value of a sheet, a frame or a JSON file as the text of a cell, or several texts for a list.

    Examples:
        >>> cell_of(datetime.datetime(1996, 9, 16)), cell_of(1996.0), cell_of(None), cell_of(["a", 1])
        ('1996-09-16', '1996', '', ('a', '1'))
    """
    if isinstance(value, str):
        return value
    if value is None or type(value).__name__ in ("NAType", "NaTType"):
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float | Decimal):
        return _number(value)
    if isinstance(value, datetime.datetime):
        midnight = value.time() == datetime.time.min
        return value.date().isoformat() if midnight else value.isoformat(sep=" ")
    if isinstance(value, datetime.date):
        return value.isoformat()
    if hasattr(value, "tolist"):
        return cell_of(value.tolist())
    if isinstance(value, Iterable) and not isinstance(value, bytes | Mapping):
        texts = [cell_of(each) for each in value]
        # A list within a list is no several values.
        return tuple(text if isinstance(text, str) else _json(text) for text in texts if text)
    return _json(value) if isinstance(value, Mapping) else str(value)


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, default=str)


def _number(value: Any) -> str:
    if not math.isfinite(value):
        return "" if math.isnan(value) else str(value)
    return str(int(value)) if value == int(value) and abs(value) < 1e15 else str(value)  # noqa: PLR2004 - beyond, floats skip numbers


def paths_of(found: Any, above: str = "") -> dict[str, Cell]:
    """Return the cells of an object by the paths of keys that lead to them.

    Args:
        found: an object of JSON, or of a struct.
        above: the path to it.

    Returns:
        The cells. What the objects of a list have at a path is one cell with several texts.

    Examples:
        >>> paths_of({"title": "T", "parties": [{"id": "AZE"}, {"id": "KAZ"}], "at": {"year": 1996}})
        {'title': 'T', 'parties.id': ('AZE', 'KAZ'), 'at.year': '1996'}
    """
    cells: dict[str, Cell] = {}
    for key, value in found.items():
        path = f"{above}{key}"
        if isinstance(value, Mapping):
            cells.update(paths_of(value, f"{path}."))
        elif isinstance(value, list) and value and all(isinstance(each, Mapping) for each in value):
            several: dict[str, list[str]] = {}
            for each in value:
                for inner, cell in paths_of(each, f"{path}.").items():
                    several.setdefault(inner, []).extend([cell] if isinstance(cell, str) else cell)
            cells.update({inner: tuple(text for text in texts if text) for inner, texts in several.items()})
        else:
            cells[path] = cell_of(value)
    return cells


def cells_of(found: Any, names: Sequence[str], paths: Mapping[str, Cell] | None = None) -> list[Cell]:
    """Return the cells of an object in the order of columns.

    Examples:
        >>> cells_of({"a": {"b": 1}}, ["a.b", "c"])
        ['1', '']
    """
    cells = paths_of(found) if paths is None else paths
    return [cells.get(name, "") for name in names]
