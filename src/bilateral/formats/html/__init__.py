"""HTML: a chronology as one page that needs nothing else: picture, filters, records with all their claims."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilateral.formats import as_chronology
from bilateral.formats.html.page import page

if TYPE_CHECKING:
    from bilateral.chronology import Chronology
    from bilateral.corpus import Corpus


def dumps(
    thing: Corpus | Chronology, *, language: str = "en", lanes: str | None = None, title: str | None = None
) -> str:
    """Return a chronology, or a corpus as one, as an HTML page.

    Args:
        thing: the corpus or chronology.
        language: of dates, names and the words around them: ``"en"``, ``"ru"``, ``"kk"`` or ``"az"``; all but
            English need the extra ``languages``.
        lanes: what stands side by side in the picture, as for SVG.
        title: the title of the page; None for that of the dataset.

    Returns:
        The page. It loads nothing, and its policy forbids it to; its one script, which filters, is its own,
        and all of it but the filters works without. Every record has its id as anchor.

    Raises:
        UnknownIdError: if there is no such facet of lanes.
        InvalidValueError: for another language.
        MissingExtraError: if the language needs the extra and it is not installed.

    Examples:
        >>> from bilateral.corpus import Corpus
        >>> dumps(Corpus()).startswith("<!doctype html>")
        True

    References:
        W3C, *Content Security Policy Level 3*; *Web Content Accessibility Guidelines (WCAG) 2.2*.
    """
    return page(as_chronology(thing), language=language, lanes=lanes, title=title)
