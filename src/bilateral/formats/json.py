"""JSON: a corpus with all that it names, losslessly; a chronology as its corpus."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bilateral.codec import encode
from bilateral.corpus import Corpus
from bilateral.dossier import TABLES
from bilateral.errors import DataError, InvalidValueError, Problem
from bilateral.problems import no_json
from bilateral.scanner import read_dossier

if TYPE_CHECKING:
    from bilateral.chronology import Chronology


def loads(data: bytes | str, *, file: str = "") -> Corpus:
    """Return the corpus that JSON text holds.

    Args:
        data: the text, or its bytes in UTF-8.
        file: the name of the file it comes from, for messages.

    Returns:
        The corpus.

    Raises:
        DataError: with every problem of the text; where it is no JSON, with line and column.
        InvalidValueError: if the data are neither text nor bytes.

    Examples:
        >>> loads('{"events": [{"id": "visit", "date": "1996"}]}')["visit"].date
        HistoricalDate('1996')
    """
    if not isinstance(data, (bytes, str)):
        raise InvalidValueError("data", data, "it must be JSON text, or its bytes")
    try:
        # Whoever opened a file as UTF-8 has its byte order mark still before the text.
        text = (
            data.removeprefix("\ufeff")
            if isinstance(data, str)
            else data.decode(json.detect_encoding(data), "surrogatepass")
        )
        found = read_dossier(text, file)
    except DataError:
        raise
    except (ValueError, RecursionError) as error:
        raise DataError([Problem(file, "", "", "", _reason(error, data))]) from None
    return Corpus._of(found)


def _reason(error: Exception, data: bytes | str) -> str:
    """Return why data are no JSON, and where."""
    if not data.strip():
        return "it is empty; it must be a JSON object"
    if isinstance(error, UnicodeDecodeError):
        before = error.object[: error.start].decode(error.encoding).lstrip("\ufeff").split("\n")
        where = f"line {len(before)}, column {len(before[-1]) + 1}"
        return f"it is no text in {error.encoding.upper()}: {error.reason} at {where}"
    return no_json(error)


def dumps(thing: Corpus | Chronology) -> str:
    """Return a corpus, or that of a chronology, as JSON text.

    Args:
        thing: the corpus or chronology.

    Returns:
        Indented text with keys in a fixed order: what the corpus is as a whole (its ``dataset``), all
        that it knows, and its records. The same for equal corpora of one catalogue and dataset.

    Examples:
        >>> from bilateral.model import Event
        >>> corpus = Corpus([Event("visit", date="1996")])
        >>> loads(dumps(corpus)) == corpus
        True
    """
    return "".join(pieces(thing))


def dump(thing: Corpus | Chronology, path: Path) -> None:
    """Write a corpus, or that of a chronology, as JSON text, record by record.

    Args:
        thing: the corpus or chronology.
        path: the file.
    """
    with path.open("w", encoding="utf-8", newline="") as file:
        file.writelines(pieces(thing))


def pieces(thing: Corpus | Chronology) -> Iterator[str]:
    r"""Yield the JSON text of a corpus, or that of a chronology, in pieces.

    Args:
        thing: the corpus or chronology.

    Yields:
        Pieces that together are the text; none holds more than one record.

    Examples:
        >>> list(pieces(Corpus()))[:3]
        ['{', '\n  "sources": ', '[]']
    """
    corpus = thing if isinstance(thing, Corpus) else thing.corpus
    parts: dict[str, Iterable[Any]] = {key: getattr(corpus.catalogue, key) for key in TABLES}
    parts |= {"agreements": corpus.agreements, "events": corpus.events}
    yield "{"
    if corpus.dataset is not None:
        yield f'\n  "dataset": {_text(corpus.dataset, 2)},'
    for key, things in parts.items():
        yield f'\n  "{key}": ' if key == next(iter(parts)) else f',\n  "{key}": '
        mark = "["
        for each in things:
            yield f"{mark}\n    {_text(each, 4)}"
            mark = ","
        yield "[]" if mark == "[" else "\n  ]"
    yield "\n}\n"


def _text(thing: object, indent: int) -> str:
    # Line breaks within texts are escaped: those that are there are of the form alone.
    text = json.dumps(encode(thing), ensure_ascii=False, indent=2)
    return text.replace("\n", "\n" + " " * indent)
