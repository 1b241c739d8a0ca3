"""RIS: agreements and sources for reference managers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from bilateral.citations.references import Author, Reference, references

if TYPE_CHECKING:
    from bilateral.chronology import Chronology
    from bilateral.corpus import Corpus
    from bilateral.dates import HistoricalDate
    from bilateral.model import Agreement, Source

TYPES = {
    "treaty": "LEGAL",
    "article": "JOUR",
    "legal-act": "STAT",
    "un-document": "GOVDOC",
    "news": "NEWS",
    "reference-work": "ENCYC",
    "database": "DBASE",
    "official-site": "ELEC",
    "editorial": "GEN",
}
"""The reference type of each kind of reference."""

_POINT = re.compile(r"(\d{4})(?:-(0\d|1[0-2])(?:-(\d\d))?)?")


def dumps(thing: Corpus | Chronology | Agreement | Source | Iterable[Agreement | Source]) -> str:
    r"""Return agreements and sources as a RIS file.

    Args:
        thing: a corpus or chronology, whose agreements are written, and the sources that attest its records;
            or an Agreement, a Source, or several.

    Returns:
        The references, in lines that end in CR LF. A date that is no plain year, month or day stands in words
        in the last part of ``DA``, with the year before it where it is certain.

    Raises:
        InvalidValueError: if it is something else.

    Examples:
        >>> from bilateral.model import Agreement
        >>> dumps(Agreement("x", title="Treaty", signed="[1993-02-24,1993-12-24]")).split("\r\n")[3:6]
        ['PY  - 1993', 'DA  - 1993///24 February or 24 December 1993', 'ER  - ']

    References:
        Research Information Systems, *RIS Format Specifications* (2011).
    """
    return "".join(map(_entry, references(thing)))


def _entry(reference: Reference) -> str:
    lines = [f"{tag}  - {' '.join(text.split())}" for tag, text in _tags(reference) if text]
    return "".join(f"{line}\r\n" for line in [*lines, "ER  - ", ""])


def _tags(reference: Reference) -> Iterator[tuple[str, str | None]]:
    first, _, last = (reference.pages or "").partition("-")
    # A work of reference that is part of nothing else is no entry.
    whole = reference.kind == "reference-work" and reference.container is None
    yield "TY", "GEN" if whole else TYPES[reference.kind]
    yield "ID", reference.key
    yield from (("AU", _name(author)) for author in reference.authors)
    yield "TI", reference.title
    yield "T2", reference.container
    yield "M3", reference.genre
    yield from () if reference.date is None else _date(reference.date)
    yield "CY", reference.place
    yield from {"VL": reference.volume, "IS": reference.issue, "SP": first, "EP": last}.items()
    yield "DO", reference.doi
    yield from (("UR", url) for url in reference.urls)
    yield "LA", reference.language
    yield from (("KW", word) for word in reference.keywords)
    yield from (("N1", note) for note in (*reference.notes, reference.annotation))


def _date(date: HistoricalDate) -> Iterator[tuple[str, str]]:
    match = _POINT.fullmatch(str(date))
    year = f"{date.earliest.year:04}" if date.earliest.year == date.latest.year else ""
    if year:
        yield "PY", year
    if match is None:
        yield "DA", f"{year}///{date.text()}"
    else:
        yield "DA", f"{match[1]}/{match[2] or ''}/{match[3] or ''}/"


def _name(author: Author) -> str:
    return author.name if author.family is None else f"{author.family}, {author.given}"
