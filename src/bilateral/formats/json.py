"""JSON: a corpus with all that it names, losslessly; a chronology as its corpus."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from bilateral.corpus import Corpus
from bilateral.dossier import encode_dossier
from bilateral.errors import DataError, InvalidValueError, Problem
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
    if isinstance(error, json.JSONDecodeError):
        reason = f"{error.msg[:1].lower()}{error.msg[1:]}".removesuffix(" at")
        return f"it is no JSON: {reason} at line {error.lineno}, column {error.colno}"
    if isinstance(error, RecursionError):
        return "its lists and objects are nested too deeply to be read"
    return f"it is no JSON: {error}"


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
    corpus = thing if isinstance(thing, Corpus) else thing.corpus
    plain = encode_dossier(corpus.catalogue, corpus, corpus.dataset)
    return json.dumps(plain, ensure_ascii=False, indent=2) + "\n"
