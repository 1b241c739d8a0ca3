"""References as CSL-JSON items, the data that citation styles work on."""

from __future__ import annotations

import re
from typing import Any

from bilateral.citations.references import Author, Reference
from bilateral.dates import HistoricalDate

TYPES = {
    "treaty": "treaty",
    "article": "article-journal",
    "legal-act": "legislation",
    "un-document": "document",
    "news": "article-newspaper",
    "reference-work": "entry-encyclopedia",
    "database": "dataset",
    "official-site": "webpage",
    "editorial": "document",
}
"""The CSL type of each kind of reference."""

_POINT = re.compile(r"\d{4}(-(0\d|1[0-2])(-\d\d)?)?")
_SEASON = re.compile(r"(\d{4})-2([1-4])")


def item(reference: Reference) -> dict[str, Any]:
    """Return the CSL-JSON item of a reference.

    Args:
        reference: what there is to cite.

    Returns:
        A dict of plain data, by the names of CSL's variables.

    Examples:
        >>> from bilateral.citations.references import references
        >>> from bilateral.model import Agreement
        >>> item(references(Agreement("x", title="Treaty", signed="1996-09"))[0])
        {'id': 'x', 'type': 'treaty', 'title': 'Treaty', 'issued': {'date-parts': [[1996, 9]]}}

    References:
        Citation Style Language 1.0.2, appendices III (types) and IV (variables), and its JSON schema
        ``csl-data.json``.
    """
    kind = reference.kind
    # A work of reference that is part of nothing else is no entry.
    whole = kind == "reference-work" and reference.container is None
    said: dict[str, Any] = {
        "id": reference.key,
        "type": "document" if whole else TYPES[kind],
        "title": reference.title,
        "author": [_name(author) for author in reference.authors],
        "genre": reference.genre,
        "issued": None if reference.date is None else date(reference.date),
        "event-place": reference.place,
        "container-title": reference.container,
        "volume": reference.volume,
        "issue": reference.issue,
        "page": reference.pages,
        "DOI": reference.doi,
        "URL": reference.urls[0] if reference.urls else None,
        "language": reference.language,
        "keyword": ", ".join(reference.keywords),
        "note": "; ".join(reference.notes),
        "annote": reference.annotation,
    }
    if reference.date is not None and "literal" in said["issued"]:
        said["custom"] = {"issued": str(reference.date)}
    return {name: value for name, value in said.items() if value}


def date(value: HistoricalDate) -> dict[str, Any]:
    """Return a date as CSL has it, never more exact than it is.

    Args:
        value: the date.

    Returns:
        Numbers for a day, month, year, season or closed interval of days, months or years, with ``circa``
        where all of it is approximate; else words (``literal``), as for one-of sets and uncertain dates, for
        which CSL has no form.

    Examples:
        >>> date(HistoricalDate("1996-09-16")), date(HistoricalDate("1996~"))
        ({'date-parts': [[1996, 9, 16]]}, {'date-parts': [[1996]], 'circa': True})
        >>> date(HistoricalDate("[1993-02-24,1993-12-24]"))
        {'literal': '24 February or 24 December 1993'}
    """
    text = str(value)
    points = [point.removesuffix("~") for point in text.split("/")]
    approximate = {point.endswith("~") for point in text.split("/")}
    if len(approximate) == 1 and all(map(_POINT.fullmatch, points)):
        parts: dict[str, Any] = {"date-parts": [[int(n) for n in point.split("-")] for point in points]}
        return {**parts, "circa": True} if True in approximate else parts
    if match := _SEASON.fullmatch(text):
        return {"date-parts": [[int(match[1])]], "season": int(match[2])}
    return {"literal": value.text()}


def _name(author: Author) -> dict[str, str]:
    if author.family is None or author.given is None:
        return {"literal": author.name}
    return {"family": author.family, "given": author.given}
