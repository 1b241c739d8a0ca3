"""Text with italics and the like, before it is that of any format."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Mapping

import attrs

from bilateral.markup import Markup, element
from bilateral.model.values import ByValue

STYLES = ("italic", "bold", "small-caps", "underline", "superscript", "subscript")
"""The styles that text may have."""

# Signs of private use mark where a style begins and ends while a processor puts text together, so that no
# sign of the text itself can be taken for one.
_FIRST = 0xE000
_OPEN = {style: chr(_FIRST + i) for i, style in enumerate(STYLES)}
_CLOSE = chr(_FIRST + len(STYLES))
_MARK = re.compile(f"([{chr(_FIRST)}-{_CLOSE}])")
_BEGINS = {mark: style for style, mark in _OPEN.items()}
_TAGS = {
    "italic": "i",
    "bold": "b",
    "small-caps": "span",
    "underline": "u",
    "superscript": "sup",
    "subscript": "sub",
}


def marked(style: str, text: object) -> str:
    """Return text between the marks of a style.

    Args:
        style: one of ``STYLES``.
        text: the text, which may hold marks.

    Returns:
        The text with marks.

    Examples:
        >>> str(Styled(marked("italic", "Title") + " of 1996"))
        'Title of 1996'
    """
    return f"{_OPEN[style]}{text}{_CLOSE}"


def unmarked(text: str) -> str:
    r"""Return text in which nothing can be taken for a mark, on one line.

    Examples:
        >>> unmarked("a\nb\ue000") == "a b\ufffd"
        True
    """
    return " ".join(_MARK.sub("\N{REPLACEMENT CHARACTER}", text).split())


@attrs.frozen(eq=False, repr=False)
class Styled(ByValue):
    """Text with styles: ``str`` gives it without them, ``html`` with them.

    Args:
        source: the text with marks, as ``marked`` makes them.

    Examples:
        >>> Styled(marked("italic", "R&D") + " today").html
        '<i>R&amp;D</i> today'
    """

    source: str

    def __str__(self) -> str:
        return _MARK.sub("", self.source)

    def __repr__(self) -> str:
        return f"<Styled {str(self)!r}>"

    @property
    def html(self) -> Markup:
        """The text as HTML."""
        return Markup(self.rendered(html.escape, dict.fromkeys(STYLES, _tag)))

    def rendered(
        self, escape: Callable[[str], str], wrap: Mapping[str, Callable[[str, str], str]] | None = None
    ) -> str:
        """Return the text for a format.

        Args:
            escape: makes plain text safe in the format.
            wrap: from a style to what makes styled text, given the style and the text; styles that are not
                there are left out.

        Returns:
            The text of the format.

        Examples:
            >>> text = Styled(marked("italic", "Title") + ", 1996")
            >>> text.rendered(str, {"italic": lambda _, inner: f"*{inner}*"})
            '*Title*, 1996'
        """
        known = wrap or {}
        # One list of parts for each style that is open, the outermost first.
        opened: list[tuple[str, list[str]]] = [("", [])]
        for part in _MARK.split(self.source):
            if part in _BEGINS:
                opened.append((_BEGINS[part], []))
            elif part != _CLOSE:
                opened[-1][1].append(_escaped(part, escape))
            elif len(opened) > 1:
                style, inner = opened.pop()
                text = "".join(inner)
                opened[-1][1].append(known[style](style, text) if style in known else text)
        return "".join(text for _, inner in opened for text in inner)


def _escaped(text: str, escape: Callable[[str], str]) -> str:
    """Escape text, but not the spaces around it: a format may fold them, and here they part words."""
    inner = text.strip()
    if not inner:
        return text
    before, _, after = text.partition(inner)
    return f"{before}{escape(inner)}{after}"


def _tag(style: str, inner: str) -> str:
    attributes = {"style": "font-variant: small-caps"} if style == "small-caps" else {}
    return element(_TAGS[style], Markup(inner), **attributes)
