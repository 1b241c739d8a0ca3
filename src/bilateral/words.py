"""Words of a text, folded so that case and diacritics do not keep a search from finding them."""

from __future__ import annotations

import re
import unicodedata

# Capitals of Bakı and of Baki are the same in most fonts and keyboards: BAKI.
_DOTLESS = {ord("ı"): "i"}
_WORD = re.compile(r"\w+")


def fold(text: str) -> str:
    """Return a text without case and diacritics.

    Args:
        text: any text.

    Returns:
        The case-folded text in compatibility decomposition, without combining marks; ``ı`` is read as ``i``.

    Examples:
        >>> fold("Bakı ŞƏKİ")
        'baki səki'

    References:
        Unicode Standard, section 5.18 and UAX #15.
    """
    if text.isascii():
        return text.lower()
    # Folded on both sides of the decomposition, which brings forth capitals of its own.
    decomposed = unicodedata.normalize("NFKD", text.casefold()).casefold().translate(_DOTLESS)
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
    return frozenset(tokens(text))


def tokens(text: str) -> list[str]:
    """Return the folded words of a text, in order.

    Args:
        text: any text.

    Returns:
        The runs of letters, digits and underscores, folded.

    Examples:
        >>> tokens("Oil and Gas, oil")
        ['oil', 'and', 'gas', 'oil']
    """
    return _WORD.findall(fold(text))
