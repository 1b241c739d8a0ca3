"""Mermaid: a chronology as a ``timeline``, for Markdown on GitHub and for wikis."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from bilateral.chronology.layout import layout
from bilateral.chronology.phrases import say
from bilateral.formats import as_chronology
from bilateral.lines import one_line

if TYPE_CHECKING:
    from bilateral.chronology import Chronology
    from bilateral.corpus import Corpus

# All signs that may mean something to Mermaid, now or later, and those by which it marks its own codes.
_SIGN = re.compile("[^\\w\\s.,()/'\u2019“”«»›–—≈?+-]|[_ﬂ¶]")


def escaped(text: str) -> str:
    """Return text so that Mermaid shows it as it is, on one line.

    Args:
        text: any text.

    Returns:
        The text with signs as codes of Mermaid.

    Examples:
        >>> escaped("A; B: 50 %")
        'A#59; B#58; 50 #37;'

    References:
        Mermaid, *Flowcharts*, "Entity codes to escape characters".
    """
    return _SIGN.sub(lambda sign: f"#{ord(sign[0])};", one_line(text))


def dumps(thing: Corpus | Chronology, *, language: str = "en") -> str:
    """Return a chronology, or a corpus as one, as a timeline of Mermaid.

    Mermaid draws at most 50,000 characters, unless its ``maxTextSize`` is set: some three hundred entries.

    Args:
        thing: the corpus or chronology.
        language: of dates and names: ``"en"``, ``"ru"``, ``"kk"`` or ``"az"``; all but English need the
            extra ``languages``.

    Returns:
        The sections, with the titles at each date in words, and the marks of which other formats have a
        legend.

    Raises:
        InvalidValueError: for another language.
        MissingExtraError: if the extra is not installed.

    Examples:
        >>> from bilateral.corpus import Corpus
        >>> from bilateral.model import Event
        >>> print(dumps(Corpus([Event("a", title="Visit", date="1996-09")])))
        timeline
          title Chronology
          section 1996
            September 1996 : Visit
        <BLANKLINE>

    References:
        Mermaid, *Timeline diagram*.
    """
    book = as_chronology(thing)
    dataset = book.corpus.dataset
    title = dataset.title if dataset else say("chronology", language).capitalize()
    found = ["timeline", f"  title {escaped(title)}"]
    for heading, lines in layout(book, language).sections:
        if heading:
            found.append(f"  section {escaped(heading)}")
        for when, entries in groupby(lines, key=lambda line: line.date + line.marks):
            found.append(" : ".join([f"    {escaped(when)}", *(escaped(entry.title) for entry in entries)]))
    return "\n".join([*found, ""])
