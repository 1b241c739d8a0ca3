"""How wide text is at most, whatever sans-serif font the reader has, and text cut to fit."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

# How wide letters are in DejaVu Sans, which is as wide as any common font, in parts of the size.
_WIDTHS = {
    0.3: "Iijlıії'",
    0.36: " ,./:;|\\·",
    0.4: "()-[]ft›",
    0.46: "!r",
    0.55: 'cszгзсґ“”"*',
    0.6: "?L_kvxyвтухчьғүұ–",
    0.66: "0123456789FTabdeghnopquГЗТУабеийклоряёқҮҰәөһ",
    0.71: "ABEKPSVXYZЁАБВЕРХЧднпцңҒҺ",
    0.76: "CNRUЄИЙКСЭЯъҚ",
    0.81: "&DGHOQДЛНОПЦмыҢӘӨƏ",
    0.86: "#+<=>wЪю≈",
    0.9: "MМЫфњ",
    0.95: "Fжшщ",
    1.0: "%Wm—…",
    1.1: "@ЖШЩЮФ",
}
_KNOWN = {letter: each for each, letters in _WIDTHS.items() for letter in letters}
_CAPITAL, _SMALL, _OTHER = 0.9, 0.76, 1.25
_ELLIPSIS = " … "
_HEAD = 0.3
"""How much of what is left of a text that is cut stands before the cut: treaties differ by how they end."""
_WORD = 0.4
"""How much of either side may be given up so that it is cut between words."""


@lru_cache(maxsize=4096)
def _width(mark: str) -> float:
    base = unicodedata.normalize("NFD", mark)[0]
    if base in _KNOWN:
        return _KNOWN[base]
    if unicodedata.category(mark) in ("Cf", "Cc", "Me", "Mn"):
        return 0.0
    if mark.isalpha() and unicodedata.name(mark, "").startswith(("LATIN", "CYRILLIC", "GREEK")):
        return _CAPITAL if mark.isupper() else _SMALL
    return _OTHER


def width(text: str, size: float) -> float:
    """Return how wide text is at most.

    Args:
        text: the text.
        size: the size of the font.

    Returns:
        The width in the unit of the size, that of wide fonts such as Verdana and DejaVu Sans or more.

    Examples:
        >>> width("Baku", 10) < width("Алматы", 10)
        True
    """
    return size * sum(map(_width, text))


def fit(text: str, size: float, room: float) -> str:
    """Return text, cut in its middle if it is wider than the room for it.

    Args:
        text: the text.
        size: the size of the font.
        room: how wide it may be.

    Returns:
        The text, on one line; empty if not even three characters of it have room.

    Examples:
        >>> fit("Agreement on cooperation in the field of pensions", 10, 170)
        'Agreem … field of pensions'
    """
    text = " ".join(text.split())
    if width(text, size) <= room:
        return text
    left = room - width(_ELLIPSIS, size)
    head, tail = _prefix(text, size, left * _HEAD), _prefix(text[::-1], size, left * (1 - _HEAD))
    if head + tail < len("abc"):
        return ""
    first, last = text[:head], text[len(text) - tail :]
    whole, rest = first.rpartition(" ")[0], last.partition(" ")[2]
    first = whole if len(whole) >= (1 - _WORD) * head else first
    last = rest if len(rest) >= (1 - _WORD) * tail else last
    return f"{first.rstrip()}{_ELLIPSIS}{last.lstrip()}"


def wrap(text: str, size: float, room: float) -> tuple[str, ...]:
    """Return text in one line or two, the second cut in its middle if need be.

    Args:
        text: the text.
        size: the size of the font.
        room: how wide lines may be.

    Returns:
        The lines.

    Examples:
        >>> wrap("Agreement on cooperation in the field of pensions", 10, 160)
        ('Agreement on cooperation in', 'the field of pensions')
    """
    text = " ".join(text.split())
    if width(text, size) <= room:
        return (text,)
    first = text[: _prefix(text, size, room) + 1].rpartition(" ")[0]
    return (first, fit(text[len(first) :], size, room)) if first else (fit(text, size, room),)


def _prefix(text: str, size: float, room: float) -> int:
    """Return how many of the first characters have room."""
    used = 0.0
    for count, mark in enumerate(text):
        used += size * _width(mark)
        if used > room:
            return count
    return len(text)
