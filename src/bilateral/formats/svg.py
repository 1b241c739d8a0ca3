"""SVG: a chronology as a picture, for pages, slides and print."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilateral.chronology.picture import draw
from bilateral.formats import as_chronology

if TYPE_CHECKING:
    from bilateral.chronology import Chronology
    from bilateral.corpus import Corpus


def dumps(
    thing: Corpus | Chronology, *, lanes: str | None = None, language: str = "en", width: int = 1080
) -> str:
    """Return a chronology, or a corpus as one, as a picture.

    Args:
        thing: the corpus or chronology.
        lanes: what stands side by side: ``"sphere"``, ``"party"``, ``"kind"``, ``"place"`` or ``"none"``;
            None for the facet of its sections, else spheres.
        language: of dates, names and the words around them: ``"en"``, ``"ru"``, ``"kk"`` or ``"az"``; all but
            English need the extra ``languages``.
        width: of the picture, in units of which a line of text is 12 high; from 640 to 4000.

    Returns:
        The picture, a whole SVG document, which loads nothing and runs nothing.

    Raises:
        UnknownIdError: if there is no such facet.
        InvalidValueError: for another language or width.
        MissingExtraError: if the language needs the extra and it is not installed.

    Examples:
        >>> from bilateral.corpus import Corpus
        >>> dumps(Corpus()).startswith("<svg")
        True

    References:
        W3C, *Scalable Vector Graphics (SVG) 2*; *WAI-ARIA Graphics Module*.
    """
    book = as_chronology(thing)
    return f"{draw(book, facet=lanes, language=language, width=width)}\n"
