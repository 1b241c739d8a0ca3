"""HTML: a chronology as one self-contained page without scripts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilateral.chronology.html import fragment
from bilateral.formats import as_chronology
from bilateral.markup import Markup, element

if TYPE_CHECKING:
    from bilateral.chronology import Chronology
    from bilateral.corpus import Corpus
    from bilateral.dossier import Dataset

_HEAD = Markup(
    '<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'
    '<meta name="color-scheme" content="light dark"><title>Chronology</title>'
    "<style>body { margin: 2rem auto; max-width: 60rem; padding: 0 1rem;"
    " font: 1rem/1.5 system-ui, sans-serif; }</style>"
)


def dumps(thing: Corpus | Chronology) -> str:
    """Return a chronology, or a corpus as one, as an HTML page.

    Args:
        thing: the corpus or chronology.

    Returns:
        The page; it loads nothing and runs nothing. It ends with title, citation and licence of the dataset.

    Examples:
        >>> from bilateral.corpus import Corpus
        >>> dumps(Corpus()).startswith("<!doctype html>")
        True
    """
    book = as_chronology(thing)
    body = element("body", element("h1", "Chronology"), fragment(book), _footer(book.corpus.dataset))
    return f"<!doctype html>\n{element('html', element('head', _HEAD), body, lang='en')}\n"


def _footer(dataset: Dataset | None) -> Markup | None:
    if dataset is None:
        return None
    said = {"From": dataset.title, "Cite as": dataset.citation, "Licence": dataset.licence}
    return element("footer", *(element("p", f"{key}: {value}") for key, value in said.items() if value))
