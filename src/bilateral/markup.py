"""HTML built from parts, so that data can never become markup."""

from __future__ import annotations

import re
from html import escape
from typing import TypeAlias

Content: TypeAlias = "Markup | str | None"


class Markup(str):
    """Text that is HTML already; every other text is escaped where it enters an element.

    Examples:
        >>> element("p", "a < b", element("b", "bold"))
        '<p>a &lt; b<b>bold</b></p>'
    """

    __slots__ = ()


# What there is not: the set of what there is would take long to compile, each time a program starts.
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def xml_text(text: str) -> str:
    r"""Return a text of which XML allows each character.

    Args:
        text: any text.

    Returns:
        The text with U+FFFD for each character that no XML document may hold, not even escaped.

    Examples:
        >>> xml_text("a\x0bb") == "a\ufffdb"
        True

    References:
        XML 1.0, production 2.
    """
    return _NO_XML.sub("\ufffd", text)


def element(tag: str, *content: Content, **attributes: str) -> Markup:
    """Return an element.

    Args:
        tag: its name.
        content: what it holds: Markup as it is, text escaped, None left out.
        attributes: its attributes; ``class_`` stands for ``class``.

    Returns:
        The element.

    Examples:
        >>> element("a", "x", href='https://a.b/?q="')
        '<a href="https://a.b/?q=&quot;">x</a>'
    """
    opened = "".join(f' {name.rstrip("_")}="{escape(value)}"' for name, value in attributes.items())
    return Markup(f"<{tag}{opened}>{''.join(map(_escaped, content))}</{tag}>")


def _escaped(content: Content) -> str:
    if content is None:
        return ""
    return content if isinstance(content, Markup) else escape(content)


STYLE = Markup(
    """<style>
.bilateral { font: inherit; color: inherit; max-width: 60rem; overflow-x: auto; }
.bilateral table { border-collapse: collapse; }
.bilateral caption { text-align: left; white-space: nowrap; margin-bottom: .3em; }
.bilateral th, .bilateral td { text-align: left !important; vertical-align: top; padding: .2em .8em .2em 0;
  border-bottom: 1px solid color-mix(in srgb, currentColor 20%, transparent);
  background: none; color: inherit; }
.bilateral .date { min-width: 10em; font-variant-numeric: tabular-nums; }
.bilateral .records { font-size: .9em; }
.bilateral .records td, .bilateral .records th { padding-right: .6em; }
.bilateral .records .date { min-width: 8em; }
.bilateral .records td:nth-child(2) { min-width: 14em; }
.bilateral .entries { table-layout: fixed; width: 100%; }
.bilateral .entries .date { width: 12em; }
.bilateral sup { line-height: 0; }
.bilateral li { margin-bottom: .4em; }
.bilateral .minor { opacity: .75; font-size: .9em; }
.bilateral q { font-style: italic; }
.bilateral .sides { display: flex; flex-wrap: wrap; gap: .5em 1.5em; }
.bilateral .side { flex: 1 1 15em; padding-left: .8em;
  border-left: 3px solid color-mix(in srgb, currentColor 30%, transparent); }
.bilateral .side ul { margin: .2em 0 .4em; padding-left: 1.2em; }
@media (max-width: 40rem) {
  .bilateral .entries td { display: block; width: auto; }
  .bilateral .entries .date { border: none; padding-bottom: 0; }
}
</style>"""
)
"""Colours are those of the page, so that it reads in light and dark alike.

Jupyter aligns cells to the right by a rule that only ``!important`` overrules.
"""


def framed(*content: Content) -> Markup:
    """Return a section with the style it needs, to stand alone in a notebook.

    Args:
        content: as for ``element``.

    Returns:
        The style and the section.

    Examples:
        >>> framed("x").endswith('<div class="bilateral">x</div>')
        True
    """
    return Markup(STYLE + element("div", *content, class_="bilateral"))
