"""Text as one line, for formats in which line breaks and control characters have a meaning of their own."""

from __future__ import annotations

import re

_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_DIRECTIONS = re.compile("[\u202a-\u202e\u2066-\u2069]")
_POP, _POP_ISOLATE = "\u202c", "\u2069"
_CLOSED_BY = {
    **dict.fromkeys("\u202a\u202b\u202d\u202e", _POP),
    **dict.fromkeys("\u2066\u2067\u2068", _POP_ISOLATE),
}


def one_line(text: str) -> str:
    r"""Return text as one line that changes nothing outside of itself.

    Args:
        text: any text.

    Returns:
        The text with every run of white space made one space, other control characters replaced by
        U+FFFD, and overrides of the direction of writing closed at its end.

    Examples:
        >>> one_line("a\r\n b\0")
        'a b\ufffd'
        >>> one_line("\u202etxt.exe")
        '\u202etxt.exe\u202c'

    References:
        Unicode Standard Annex #9, *Unicode Bidirectional Algorithm*, 2.
    """
    return closed(_CONTROLS.sub("\ufffd", " ".join(text.split())))


def closed(text: str) -> str:
    r"""Return text that does not turn the direction in which what follows it is written.

    Args:
        text: any text.

    Returns:
        The text, and the marks that close what it leaves open.

    Examples:
        >>> closed("\u202etxt.exe") + " (1993)"
        '\u202etxt.exe\u202c (1993)'
    """
    return text if text.isascii() else text + _closing(text)


def _closing(text: str) -> str:
    """Return what closes the embeddings, overrides and isolates that a text leaves open, the last first."""
    waiting: list[str] = []
    for mark in _DIRECTIONS.findall(text):
        if mark in _CLOSED_BY:
            waiting.append(_CLOSED_BY[mark])
        elif mark == _POP_ISOLATE and _POP_ISOLATE in waiting:
            # The end of an isolate ends whatever was begun in it.
            while waiting.pop() != _POP_ISOLATE:
                pass
        elif waiting and waiting[-1] == mark:
            waiting.pop()
    return "".join(reversed(waiting))
