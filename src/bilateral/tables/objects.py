"""JSON and JSON Lines of other people: each object a row, the paths of its keys the columns."""

from __future__ import annotations

import json
from collections.abc import Collection, Generator, Iterable, Iterator, Mapping
from itertools import chain, islice
from typing import IO, Any, NamedTuple

from bilateral.errors import DataError, InvalidValueError, Problem
from bilateral.tables.rows import Fault, Row, Table
from bilateral.tables.values import cells_of, named_once, paths_of

_SAMPLE = 1000
"""How many objects tell what columns there are; keys that only later ones have are kept, not mapped."""
_SHOWN = 80
"""How much of a line is shown in a problem."""


def table(
    file: IO[Any],
    name: str,
    *,
    wanted: Collection[str] = (),  # noqa: ARG001 - other formats need it
    encoding: str | None = None,
    records: str | None = None,
) -> Table:
    """Return the table that a file of JSON objects holds.

    Args:
        file: the open file, of bytes or text.
        name: its name, for messages.
        wanted: the columns that are looked for: paths of keys such as ``"treaty.title"``. What a list of
            objects has at a path is a cell with several values.
        encoding: the encoding; None for UTF-8.
        records: of JSON, the path to the list of objects, such as ``"results.bindings"``; None for the list
            itself, or for the only list in the object.

    Returns:
        The table.

    Raises:
        DataError: if it is no JSON, or holds no list of objects.
        InvalidValueError: if there is no list at the path.
    """
    lines = _lines(file, name, encoding)
    first = next((line for line in lines if line[1].strip()), None)
    if first is None:
        raise DataError([Problem(name, "", "", "", "it is empty", kind="empty file")])
    objects = _each_line(first, lines, name) if records is None else None
    if objects is None:
        text = "".join(chain([first[1]], (line for _, line in lines)))
        objects = _whole(text, name, records)
    sample = list(islice(objects, _SAMPLE))
    found = dict.fromkeys(path for _, each in sample if isinstance(each, dict) for path in paths_of(each))
    names = list(found)
    unit = "line" if sample and sample[0][0] else "object"
    return Table(name, tuple(names), _rows(chain(sample, objects), names), unit=unit)


def _loaded(text: str) -> Any:
    return json.loads(text, object_pairs_hook=_object)


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return an object in which a key that comes again has a name of its own, as a column would have."""
    found = dict(pairs)
    if len(found) == len(pairs):
        return found
    names, _ = named_once([key for key, _ in pairs], (), "")
    return dict(zip(names, (value for _, value in pairs), strict=True))


def _lines(file: IO[Any], name: str, encoding: str | None) -> Iterator[tuple[int, str]]:
    number = 0
    try:
        for number, line in enumerate(file, 1):
            text = line if isinstance(line, str) else line.decode(encoding or "utf-8")
            yield number, text.removeprefix("\ufeff") if number == 1 else text
    except UnicodeDecodeError as error:
        reason = f"it is no text in {error.encoding.upper()}: {error.reason}; say which `encoding` it has"
        raise DataError([Problem(name, "", "", "", reason, number + 1, kind="wrong encoding")]) from None
    except LookupError:
        reason = 'there is no such encoding; it must be one of Python\'s, such as "utf-8" or "cp1251"'
        raise InvalidValueError("read.encoding", encoding, reason) from None


def _each_line(
    first: tuple[int, str], lines: Iterator[tuple[int, str]], name: str
) -> Iterator[tuple[int, Any]] | None:
    """Return the objects of JSON Lines; None if the first line is no whole object."""
    try:
        found = _loaded(first[1])
    except (ValueError, RecursionError):
        return None
    if not isinstance(found, dict):
        return None
    second = next((line for line in lines if line[1].strip()), None)
    if second is None:
        # One object in one line may be JSON with a list in it.
        lists = [value for value in found.values() if _is_list_of_objects(value)]
        if lists:
            return iter([(0, each) for each in _only(lists, found, name)])
        return iter([(first[0], found)])
    return _parsed(chain([first, second], lines))


class _Unread(NamedTuple):
    """A line that is no JSON: its text, and why."""

    text: str
    reason: str


def _parsed(lines: Iterable[tuple[int, str]]) -> Iterator[tuple[int, Any]]:
    for number, line in lines:
        if not line.strip():
            continue
        try:
            found = _loaded(line)
        except (ValueError, RecursionError) as error:
            reason = f"it is no JSON: {error}; if it is the last line, the file may have been broken off"
            found = _Unread(line.strip(), reason)
        yield number, found


def _whole(text: str, name: str, records: str | None) -> Iterator[tuple[int, Any]]:
    try:
        found = _loaded(text)
    except (ValueError, RecursionError) as error:
        line = getattr(error, "lineno", None)
        raise DataError(
            [Problem(name, "", "", "", f"it is no JSON: {error}", line, kind="no JSON")]
        ) from None
    for key in records.split(".") if records else ():
        found = found.get(key) if isinstance(found, dict) else None
    if isinstance(found, dict) and records is None:
        found = _only([value for value in found.values() if _is_list_of_objects(value)], found, name)
    if not isinstance(found, list):
        reason = 'there must be a list of objects; say where it is by `records`, such as "results.bindings"'
        raise DataError([Problem(name, "", "", records or "", reason, kind="no list")])
    return iter([(0, each) for each in found])


def _is_list_of_objects(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(each, dict) for each in value)


def _only(lists: list[Any], found: Mapping[str, Any], name: str) -> list[Any]:
    if len(lists) != 1:
        keys = ", ".join(map(repr, found))
        reason = f"it holds {len(lists)} lists of objects among the keys {keys}; say which by `records`"
        raise DataError([Problem(name, "", "", "", reason, kind="no list")])
    only: list[Any] = lists[0]
    return only


def _no_object(found: Any) -> tuple[Fault, str]:
    """Return what is wrong with what should be an object, and how it was written."""
    if isinstance(found, _Unread):
        return Fault("no JSON", found.text[:_SHOWN], found.reason, "error"), found.text
    shown = json.dumps(found, ensure_ascii=False)
    return Fault("no object", shown[:_SHOWN], "it must be an object with keys", "error"), shown


def _rows(objects: Iterable[tuple[int, Any]], names: list[str]) -> Generator[Row, None, None]:
    known = set(names)
    for number, (line, found) in enumerate(objects, 1):
        if not isinstance(found, dict):
            fault, shown = _no_object(found)
            yield Row(line or number, [""] * len(names), line or None, (fault,), (("value", shown),))
            continue
        paths = paths_of(found)
        late = [(path, str(cell)) for path, cell in paths.items() if path not in known and cell]
        yield Row(line or number, cells_of(found, names, paths), line or None, extra=tuple(late))
