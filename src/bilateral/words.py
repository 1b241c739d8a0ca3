"""Words of a text, folded so that case and diacritics do not keep a search from finding them."""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"\w+")


def fold(text: str) -> str:
    """Return a text without case and diacritics.

    Args:
        text: any text.

    Returns:
        The case-folded text in compatibility decomposition, without combining marks.

    Examples:
        >>> fold("Bakı ŞƏKİ")
        'bakı səki'

    References:
        Unicode Standard, section 5.18 and UAX #15.
    """
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(mark for mark in decomposed if not unicodedata.combining(mark))


def words(text: str) -> frozenset[str]:
    """Return the folded words of a text.

    Args:
        text: any text.

    Returns:
        The different runs of letters, digits and underscores, folded.

    Examples:
        >>> sorted(words("Oil and Gas, oil"))
        ['and', 'gas', 'oil']
    """
    return frozenset(_WORD.findall(fold(text)))
