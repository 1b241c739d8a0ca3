"""BibTeX: agreements and sources for LaTeX, as BibLaTeX has them."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from typing import TYPE_CHECKING
from urllib.parse import quote

from bilateral.citations.references import Author, Reference, references
from bilateral.tex import escaped

if TYPE_CHECKING:
    from bilateral.chronology import Chronology
    from bilateral.corpus import Corpus
    from bilateral.dates import HistoricalDate
    from bilateral.model import Agreement, Source

TYPES = {
    "treaty": "legal",
    "article": "article",
    "legal-act": "legislation",
    "un-document": "misc",
    "news": "article",
    "reference-work": "inreference",
    "database": "dataset",
    "official-site": "online",
    "editorial": "misc",
}
"""The entry type of each kind of reference; where what it is part of is not known, ``misc`` or ``online``."""

_CONTAINERS = {"article": "journaltitle", "inreference": "booktitle", "online": "organization"}
_NEEDS_CONTAINER = ("article", "inreference")

# Of EDTF what ISO 8601-2 has at level 1, and BibLaTeX with it.
_POINT = r"\d{4}(-(0\d|1[0-2])(-\d\d)?|-2[1-4])?[?~%]?"
_LEVEL_1 = re.compile(
    rf"{_POINT}|\d{{3}}X|\d\dXX|\d{{4}}-XX(-XX)?|\d{{4}}-\d\d-XX"
    rf"|{_POINT}/({_POINT}|\.\.)?|(\.\.)?/{_POINT}"
)


def dumps(thing: Corpus | Chronology | Agreement | Source | Iterable[Agreement | Source]) -> str:
    r"""Return agreements and sources as a BibTeX file, in UTF-8 and the dialect of BibLaTeX.

    Args:
        thing: a corpus or chronology, whose agreements are written, and the sources that attest its records;
            or an Agreement, a Source, or several.

    Returns:
        The entries. A date beyond ISO 8601-2 level 1, such as a one-of set, is in words in ``year``, which
        BibLaTeX prints as it is, and sorts by its earliest year.

    Raises:
        InvalidValueError: if it is something else.

    Examples:
        >>> from bilateral.model import Agreement
        >>> print(dumps(Agreement("x-1996", title="Agreement on R&D", signed="1996-09", parties=["AZE"])))
        @legal{x-1996,
          author = {{AZE}},
          title  = {{Agreement on R\&D}},
          date   = {1996-09},
        }
        <BLANKLINE>

    References:
        Lehman, Wright, Kime et al., *The BibLaTeX Package*, sections 2.1 (entry types: ``@legal``, "legal
        documents such as treaties"), 2.2 (fields) and 2.3.8 (dates).
    """
    return "\n".join(map(_entry, references(thing)))


def _entry(reference: Reference) -> str:
    kind = _type(reference)
    fields = _fields(reference, kind)
    width = max(map(len, fields))
    lines = [f"  {name:<{width}} = {{{value}}},\n" for name, value in fields.items()]
    return f"@{kind}{{{reference.key},\n{''.join(lines)}}}\n"


def _type(reference: Reference) -> str:
    kind = TYPES[reference.kind]
    if kind in _NEEDS_CONTAINER and reference.container is None:
        return "online" if reference.urls else "misc"
    return kind


def _fields(reference: Reference, kind: str) -> dict[str, str]:
    """Return the fields that there are; texts are escaped, those that BibLaTeX reads verbatim are quoted."""
    texts = {
        _CONTAINERS.get(kind, "howpublished"): reference.container,
        "volume": reference.volume,
        "number": reference.issue,
        "pages": reference.pages,
        "type": reference.genre,
        "venue": reference.place,
        "note": "; ".join(reference.notes),
        "keywords": ", ".join(word.replace(",", " ") for word in reference.keywords),
        "annotation": reference.annotation,
    }
    addresses = {"doi": reference.doi, "url": reference.urls[0] if reference.urls else None}
    said = {
        "author": " and ".join(map(_name, reference.authors)),
        # In braces of its own a title keeps its capitals in every style.
        "title": f"{{{escaped(reference.title)}}}",
        **({} if reference.date is None else _date(reference.date)),
        **{name: escaped(text) for name, text in texts.items() if text},
        **{name: _verbatim(address) for name, address in addresses.items() if address},
    }
    return {name: value for name, value in said.items() if value}


def _date(date: HistoricalDate) -> dict[str, str]:
    if _LEVEL_1.fullmatch(str(date)):
        return {"date": str(date)}
    words = {"year": escaped(date.text())}
    is_open = date.earliest == datetime.date.min
    return words if is_open else {**words, "sortyear": str(date.earliest.year)}


def _name(author: Author) -> str:
    if author.family is None or author.given is None:
        # Biber takes an accent that a name begins with for half of its initial; TeX prints it as this sign.
        name = author.name.replace("`", "\N{LEFT SINGLE QUOTATION MARK}")
        return f"{{{escaped(name)}}}"
    return f"{escaped(author.family)}, {escaped(author.given)}"


def _verbatim(address: str) -> str:
    """Return an address in ASCII without what would end a field; it leads to the same place."""
    return quote(address, safe="%/:=&?~#+!$,;'@()*[]")
