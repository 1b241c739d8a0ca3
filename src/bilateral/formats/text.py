"""Plain text: a chronology for a terminal or an e-mail."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilateral.chronology.text import text
from bilateral.formats import as_chronology

if TYPE_CHECKING:
    from bilateral.chronology import Chronology
    from bilateral.corpus import Corpus


def dumps(thing: Corpus | Chronology, *, width: int = 100, language: str = "en") -> str:
    r"""Return a chronology, or a corpus as one, as plain text.

    Args:
        thing: the corpus or chronology.
        width: the longest line, in characters; at least 20 are used.
        language: of dates and names: ``"en"``, ``"ru"``, ``"kk"`` or ``"az"``; all but English need the
            extra ``languages``.

    Returns:
        The text, ending in a line break.

    Examples:
        >>> from bilateral.corpus import Corpus
        >>> dumps(Corpus())
        'no entries\n'
    """
    return text(as_chronology(thing), width=width, language=language) + "\n"
