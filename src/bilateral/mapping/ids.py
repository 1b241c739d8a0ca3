"""Ids out of what others have written: stable, and different for what differs."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable
from hashlib import sha256

from bilateral.model import checks

_LONGEST = 40
_SHORT = 8
_LONG = 12


def digest(*parts: object, length: int = _LONG) -> str:
    """Return the beginning of the SHA-256 digest of parts, as hexadecimal digits.

    Args:
        parts: texts, numbers, None, and lists of these.
        length: how many digits; twelve are the same for two of a million with a chance of 1 in 500.

    Returns:
        Digits that depend on nothing else: no machine, order or run.

    Examples:
        >>> digest("a", "b")
        '3554d2b8a1e3'
    """
    return sha256(
        json.dumps(parts, ensure_ascii=False, sort_keys=True).encode("utf-8", "surrogatepass")
    ).hexdigest()[:length]


def id_of(text: str) -> str:
    """Return a text that is an id as it is, and of any other text an id that only this text has.

    Args:
        text: a name, a number, a code; spaces around it, or several for one, do not matter.

    Returns:
        The id: what of the text an id can have, and a digest of all of it.

    Examples:
        >>> id_of("AZE-KAZ_1997A"), id_of("Iran, Islamic Republic of")
        ('AZE-KAZ_1997A', 'iran-islamic-republic-of-f06439a6')
    """
    tidy = " ".join(text.split())
    if checks.is_id(tidy):
        return tidy
    plain = unicodedata.normalize("NFKD", tidy).encode("ascii", "ignore").decode().lower()
    words = re.sub("[^a-z0-9]+", "-", plain)[:_LONGEST].strip("-")
    return f"{words or 'x'}-{digest(unicodedata.normalize('NFC', tidy), length=_SHORT)}"


class Digester:
    """Makes digests of the cells of some columns: the same for the same cells.

    Args:
        columns: the names of the columns.

    Examples:
        >>> Digester(["a", "b"]).digest(["1", "2"])
        'e48a5348f390'
    """

    def __init__(self, columns: Iterable[str]) -> None:
        self._start = sha256(_joined([*columns]))

    def digest(self, texts: list[str]) -> str:
        """Return the digest of the texts of cells, one a column."""
        found = self._start.copy()
        found.update(_joined(texts))
        return found.hexdigest()[:_LONG]


def _joined(texts: list[str]) -> bytes:
    # With their lengths, so that no two lists are joined to the same.
    lengths = ",".join(map(str, map(len, texts)))
    return f"{lengths}:{''.join(texts)};".encode("utf-8", "surrogatepass")
