"""From JSON text to a body of records: each record is made while the text is scanned.

What the scanner of JSON finds as an object becomes a record, or a part of one, at once: a tree of the
whole text would cost more time and memory than all the rest. What is wrong with a text is not looked for
here: at the first sign of it the text is read again, thoroughly, by ``dossier``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import cache
from json.decoder import JSONDecoder
from typing import Any, TypeAlias, TypeVar

import attrs

from bilateral.codec import decode
from bilateral.collector import paused
from bilateral.dates import HistoricalDate
from bilateral.dates.historical import parsed
from bilateral.dossier import RECORDS, Dossier, decode_dossier, integrity
from bilateral.model import Participation, Record, checks
from bilateral.model.catalogue import Catalogue
from bilateral.model.claims import DATES
from bilateral.model.values import draft

Item = TypeVar("Item")

Pairs: TypeAlias = list[tuple[str, Any]] | tuple[tuple[str, Any], ...]
"""A JSON object as its pairs of key and value; within records as a tuple, which a list never is."""

_OPENING = r"[ \t\n\r]*\{[ \t\n\r]*"
_KEY = r'"([a-z]+)"[ \t\n\r]*:[ \t\n\r]*'
_NEXT = r"[ \t\n\r]*(?:,[ \t\n\r]*|(\}[ \t\n\r]*\Z))"
_BLANK = " \t\n\r"

# Compiled when first used: what is shipped comes in texts of its own, which need none of them.
_compiled = cache(re.compile)


def read_dossier(
    texts: str | Mapping[str, str], files: Mapping[str, str] | str = "", *, whole: bool = False
) -> Dossier:
    """Return the body of records that JSON text stands for.

    Args:
        texts: the text, or that of each part.
        files: the file it comes from, or the one of each part, for messages.
        whole: as for ``decode_dossier``.

    Returns:
        What the records name, the records, and what they are as a whole.

    Raises:
        ValueError: if a text is no JSON.
        DataError: with every problem found.

    Examples:
        >>> read_dossier('{"events": [{"id": "x", "date": "1993"}]}').records[0].date
        HistoricalDate('1993')
    """
    # The quick reading stops at the first problem; the thorough one then finds them all.
    with suppress(Exception), paused():
        return _quickly(texts, whole=whole)
    if isinstance(texts, str):
        return decode_dossier(PLAIN.decode(texts), files, whole=whole)
    return decode_dossier({key: PLAIN.decode(text) for key, text in texts.items()}, files, whole=whole)


def record_reader(cls: type[Record], catalogue: Catalogue) -> Callable[[str], Record]:
    """Return what reads records one by one, each from JSON text that begins with its id.

    Args:
        cls: the class of the records.
        catalogue: what they name.

    Returns:
        A function from text to record; it raises at the first problem, in words that are not for people.

    Examples:
        >>> from bilateral.model import Event
        >>> record_reader(Event, Catalogue())('{"id": "x", "date": "1993"}').date
        HistoricalDate('1993')
    """
    read = JSONDecoder(object_pairs_hook=_hook(cls, catalogue)).decode

    def record(text: str) -> Record:
        found = read(text)
        if type(found) is not cls:
            raise ValueError("it must be a record, and its id come first")
        return found

    return record


def _quickly(texts: str | Mapping[str, str], *, whole: bool) -> Dossier:
    scan = _Scan()
    if isinstance(texts, str):
        scan.body(texts)
    else:
        for key, text in texts.items():
            if text[scan.part(key, text, 0) :].strip(_BLANK):
                raise ValueError("there is more than one value")
    found = scan.found()
    for problem in integrity(found.catalogue, found.records, whole=whole):
        raise ValueError(problem)
    return found


class _Scan:
    """Reads the parts of a body of records as they come; those that records refer to have to come first."""

    def __init__(self) -> None:
        self._plain: dict[str, Any] = {}
        self._records: dict[str, list[Record]] = {}
        self._named: Dossier | None = None

    def body(self, text: str) -> None:
        """Read an object that has all parts."""
        step = _matched(_OPENING, text, 0)
        while step.lastindex is None:
            key = _matched(_KEY, text, step.end())
            step = _matched(_NEXT, text, self.part(key[1], text, key.end()))

    def part(self, key: str, text: str, at: int) -> int:
        """Read the part that begins at a position, and return where it ends."""
        if key in self._plain or key in self._records:
            raise ValueError("a key comes twice")
        if key in RECORDS:
            self._records[key], end = _records(RECORDS[key], self._known().catalogue, text, at)
        elif self._named is None:
            self._plain[key], end = PLAIN.raw_decode(text, at)
        else:
            raise ValueError("records came before what they name")
        return end

    def found(self) -> Dossier:
        """Return all that was read."""
        records = [record for key in RECORDS for record in self._records.get(key, ())]
        return self._known()._replace(records=records)

    def _known(self) -> Dossier:
        if self._named is None:
            self._named = decode_dossier(self._plain)
        return self._named


def _matched(pattern: str, text: str, at: int) -> re.Match[str]:
    found = _compiled(pattern).match(text, at)
    if found is None:
        raise ValueError("it is no JSON, or not written as usual")
    return found


def _records(cls: type[Record], catalogue: Catalogue, text: str, at: int) -> tuple[list[Record], int]:
    """Return the records of one class that stand in an array, and where it ends."""
    hook = _hook(cls, catalogue)
    found, end = JSONDecoder(object_pairs_hook=hook).raw_decode(text, at)
    # An object that did not begin with its id was taken for a part of a record.
    records = [hook(sorted(each, key=_after_id)) if type(each) is tuple else each for each in found]
    if type(found) is not list or {*map(type, records)} - {cls}:
        raise ValueError("each must be a record")
    # What hardly two records share is checked for all at once, without a call in Python for each.
    texts = [text for each in records for text in (each.title, each.description) if text is not None]
    if not checks.are_ids([each.id for each in records]) or not checks.are_texts(texts):
        raise ValueError("an id or a text is none")
    return records, end


def _after_id(pair: tuple[str, Any]) -> bool:
    return pair[0] != "id"


def _hook(cls: Any, catalogue: Catalogue) -> Callable[[Pairs], Any]:
    """Return what makes of an object in JSON a record, if it begins with an id, or else a tuple."""
    readers = _readers(cls, catalogue)
    fields = attrs.fields(cls)
    plan = {each.name: (at, readers[each.name]) for at, each in enumerate(fields) if each.name in readers}
    defaults = [each.default for each in fields]
    made = draft(cls)

    def read(pairs: Pairs) -> Any:
        if pairs[0][0] != "id":
            return tuple(pairs)
        found = dict(pairs)
        if len(found) < len(pairs):
            raise ValueError("a key comes twice")
        values = defaults.copy()
        try:
            # From the end, where that stands for which the whole record must be decoded, if it has any.
            for key, value in reversed(found.items()):
                at, reader = plan[key]
                values[at] = value if reader is None else reader(value)
        except KeyError:
            # It has what hardly two records share, such as attestations; or something is wrong.
            return decode(cls, _unpacked(tuple(pairs)), catalogue)
        record = made(*values)
        record.__class__ = cls
        return record

    return read


def _readers(cls: type[Record], catalogue: Catalogue) -> dict[str, Callable[[Any], Any] | None]:
    """Return what reads the value of each field that most records have; what many share is read once.

    It is None where the value stays as it is, to be checked afterwards.
    """

    def alone(name: str) -> Callable[[Any], Any]:
        # What a field may hold does not depend on the others: it is read as that of a record without them.
        return _Kept(
            lambda value: getattr(decode(cls, {"id": "x", name: value}, catalogue), name)
        ).__getitem__

    def participation(value: Any) -> Participation:
        return decode(Participation, _unpacked(value), catalogue)

    return {
        **dict.fromkeys(("id", "title", "description")),
        **dict.fromkeys(DATES.intersection(attrs.fields_dict(cls)), _Kept(_date).__getitem__),
        "kind": alone("kind"),
        "place": alone("place"),
        "parties": _each_once(participation, lambda each: each.party.id),
        "raw": _pairs,
        "spheres": _each_once(catalogue.spheres.__getitem__, lambda each: each.id),
    }


class _Kept(dict[Any, Any]):
    """What was read, by what it was read from: the same again is found without a call in Python."""

    def __init__(self, read: Callable[[Any], Any]) -> None:
        super().__init__()
        self._read = read

    def __missing__(self, value: Any) -> Any:
        self[value] = found = self._read(value)
        return found


def _each_once(read: Callable[[Any], Item], key: Callable[[Item], str]) -> Callable[[Any], tuple[Item, ...]]:
    """Return what reads a list in which no key stands twice; equal items and lists become one object."""
    items = _Kept(read)

    def together(values: tuple[Any, ...]) -> tuple[Item, ...]:
        found = tuple([items[value] for value in values])
        if len({*map(key, found)}) < len(found):
            raise ValueError("it is listed twice")
        return found

    kept = _Kept(together)

    def each(value: Any) -> tuple[Item, ...]:
        if type(value) is not list:
            raise ValueError("it must be a list")
        found: tuple[Item, ...] = kept[tuple(value)]
        return found

    return each


def _date(value: Any) -> HistoricalDate | None:
    # Not by way of the dates that are remembered: each different text comes here once.
    return None if value is None else parsed(value)


def _pairs(value: Any) -> tuple[tuple[str, str], ...]:
    pairs = tuple([tuple(pair) if type(pair) is list else pair for pair in value])
    if type(value) is not list or not all(map(checks.is_pair_of_text, pairs)) or len({*pairs}) < len(pairs):
        raise ValueError("it must be pairs of text")
    return pairs


def _unpacked(value: Any) -> Any:
    """Return a value with its objects as dicts."""
    if type(value) is tuple:
        return _without_repeats([(key, _unpacked(inner)) for key, inner in value])
    return [*map(_unpacked, value)] if type(value) is list else value


def _without_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Refuse an object that has a key twice, of which JSON readers would silently keep one."""
    found = dict(pairs)
    if len(found) < len(pairs):
        keys = [key for key, _ in pairs]
        raise ValueError(f"an object has the key {next(key for key in keys if keys.count(key) > 1)!r} twice")
    return found


def _whole(digits: str) -> int:
    """Refuse a number that Python would refuse in words about its own settings."""
    try:
        return int(digits)
    except ValueError:
        raise ValueError(f"a number has {len(digits)} digits") from None


PLAIN = JSONDecoder(object_pairs_hook=_without_repeats, parse_int=_whole)
"""Reads JSON text as plain data, and refuses an object that has a key twice."""
