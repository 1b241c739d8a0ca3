"""JSON Lines: each line is one record, or one thing that records name; lossless, to be read line by line."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from bilateral.codec import encode
from bilateral.corpus import Corpus
from bilateral.dossier import RECORDS, TABLES, Dossier, decode_dossier, integrity
from bilateral.errors import DataError, InvalidValueError, Problem
from bilateral.model import Record
from bilateral.problems import no_json
from bilateral.scanner import PLAIN, record_reader

if TYPE_CHECKING:
    from bilateral.chronology import Chronology

_KEYS: Final = {
    "dataset": "dataset",
    **{cls.__name__.lower(): key for key, cls in (TABLES | RECORDS).items()},
}
"""From the type that a line begins with to the part of a dossier."""

_BREAKS: Final = {ord(each): f"\\u{ord(each):04x}" for each in "\x85\u2028\u2029"}
"""What JSON lets stand but some programs take for the end of a line."""

_AS_WRITTEN: Final = re.compile(r'\{"type":"(agreement|event)",')


def lines(thing: Corpus | Chronology) -> Iterator[str]:
    r"""Yield the lines of a corpus, or that of a chronology.

    First comes what the corpus is as a whole, if that is known, then what its records name, then the records
    in order of date. A line is an object of which ``type`` tells what it is, and else as in the JSON format.

    Args:
        thing: the corpus or chronology.

    Yields:
        Each line with its line break.

    Examples:
        >>> from bilateral.model import Event
        >>> next(lines(Corpus([Event("visit", date="1996")])))
        '{"type":"event","id":"visit","date":"1996"}\n'

    References:
        JSON Lines, https://jsonlines.org/.
    """
    corpus = thing if isinstance(thing, Corpus) else thing.corpus
    things = chain.from_iterable(getattr(corpus.catalogue, key) for key in TABLES)
    for each in chain([] if corpus.dataset is None else [corpus.dataset], things, corpus):
        plain = {"type": type(each).__name__.lower(), **encode(each)}
        text = json.dumps(plain, ensure_ascii=False, separators=(",", ":"))
        yield (text if text.isascii() else text.translate(_BREAKS)) + "\n"


def dumps(thing: Corpus | Chronology) -> str:
    """Return a corpus, or that of a chronology, as JSON Lines.

    Args:
        thing: the corpus or chronology.

    Returns:
        The lines. The same for equal corpora of one catalogue and dataset.

    Examples:
        >>> from bilateral.model import Event
        >>> corpus = Corpus([Event("visit", date="1996")])
        >>> loads(dumps(corpus)) == corpus
        True
    """
    return "".join(lines(thing))


def dump(thing: Corpus | Chronology, path: Path) -> None:
    """Write a corpus, or that of a chronology, as JSON Lines, line by line.

    Args:
        thing: the corpus or chronology.
        path: the file.
    """
    with path.open("w", encoding="utf-8", newline="") as file:
        file.writelines(lines(thing))


def loads(data: bytes | str, *, file: str = "") -> Corpus:
    """Return the corpus that JSON Lines hold.

    Args:
        data: the text, or its bytes in UTF-8. Lines may come in any order; blank ones are left aside.
        file: the name of the file it comes from, for messages.

    Returns:
        The corpus.

    Raises:
        DataError: with every problem of the text and the line in which it stands.
        InvalidValueError: if the data are neither text nor bytes.

    Examples:
        >>> loads('{"type": "event", "id": "visit", "date": "1996"}')["visit"].date
        HistoricalDate('1996')
    """
    if not isinstance(data, (bytes, str)):
        raise InvalidValueError("data", data, "it must be JSON Lines, or their bytes")
    # Only at line feeds: others that Python knows may stand in a text.
    given = (data if isinstance(data, str) else _decoded(data, file)).removeprefix("\ufeff").split("\n")
    numbered = [(number, line) for number, line in enumerate(given, 1) if line.strip(" \t\r")]
    # The quick reading stops at the first problem; the thorough one then finds them all.
    with suppress(Exception):
        return Corpus._of(_quickly(line for _, line in numbered))
    return Corpus._of(_thoroughly(numbered, file))


def _decoded(data: bytes, file: str) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        reason = f"it is no text in UTF-8: {error.reason}"
        line = data.count(b"\n", 0, error.start) + 1
        raise DataError([Problem(file, "", "", "", reason, line)]) from None


def _quickly(written: Iterable[str]) -> Dossier:
    """Read lines as ``lines`` yields them."""
    plain: dict[str, Any] = {key: [] for key in TABLES}
    rest = iter(written)
    head: Iterable[str] = ()
    for line in rest:
        if _AS_WRITTEN.match(line):
            head = [line]
            break
        thing = PLAIN.decode(line)
        key = _KEYS[thing.pop("type")]
        if key != "dataset":
            plain[key].append(thing)
        elif plain.setdefault(key, thing) is not thing:
            raise ValueError("there are two")
    named = decode_dossier(plain)
    readers = {cls.__name__.lower(): record_reader(cls, named.catalogue) for cls in RECORDS.values()}
    records: list[Record] = []
    for line in chain(head, rest):
        begin = _AS_WRITTEN.match(line)
        if begin is None:
            raise ValueError("it is not written as usual")
        records.append(readers[begin[1]]("{" + line[begin.end() :]))
    for problem in integrity(named.catalogue, records):
        raise ValueError(problem)
    return named._replace(records=records)


def _thoroughly(numbered: Iterable[tuple[int, str]], file: str) -> Dossier:
    """Read lines in any order, and find all that is wrong with them."""
    data: defaultdict[str, list[Any]] = defaultdict(list)
    lines: defaultdict[str, list[int]] = defaultdict(list)
    problems: list[Problem] = []
    for number, line in numbered:
        try:
            key, thing = _taken_apart(line)
        except InvalidValueError as error:
            problems.append(Problem(file, "", error.field, error.value, error.reason, number))
        else:
            data[key].append(thing)
            lines[key].append(number)
    problems += [
        Problem(file, "", "", "", f"the dataset stands in line {lines['dataset'][0]} already", number)
        for number in lines["dataset"][1:]
    ]
    whole: dict[str, Any] = {key: data[key] for key in (*TABLES, *RECORDS)}
    whole |= {"dataset": data["dataset"][0]} if data["dataset"] else {}
    found = None
    try:
        found = decode_dossier(whole, file, lines=lines, unread=TABLES if problems else ())
    except DataError as error:
        problems.extend(error.problems)
    if problems or found is None:
        raise DataError(problems)
    return found


def _taken_apart(line: str) -> tuple[str, Any]:
    """Return the part of a dossier that a line belongs to, and what it says."""
    try:
        thing = PLAIN.decode(line)
    except (ValueError, RecursionError) as error:
        raise InvalidValueError("", "", no_json(error, lines=False)) from None
    if not isinstance(thing, dict):
        raise InvalidValueError("", "", "it must be an object with keys")
    kind = thing.pop("type", "")
    if not isinstance(kind, str) or kind not in _KEYS:
        shown = "" if isinstance(kind, (dict, list)) else kind
        raise InvalidValueError("type", shown, f"it must be one of {', '.join(_KEYS)}")
    return _KEYS[kind], thing
