"""What there is to cite of an agreement or a source, before any format."""

from __future__ import annotations

import re
from collections.abc import Iterable

import attrs

from bilateral.chronology import Chronology
from bilateral.citations.keys import distinct, keys
from bilateral.corpus import Corpus
from bilateral.dates import HistoricalDate
from bilateral.errors import InvalidValueError
from bilateral.model import Agreement, Record, Source, SourceKind
from bilateral.model.values import ByValue


@attrs.frozen(eq=False, repr=False)
class Author(ByValue):
    """An author, as printed.

    Args:
        name: the whole name.
        family: the family name, where the form of the whole leaves no doubt; else None.
        given: the given names or initials, likewise.
    """

    name: str
    family: str | None = None
    given: str | None = None


@attrs.frozen(eq=False, repr=False, kw_only=True)
class Reference(ByValue):
    """What there is to cite; what is not recorded is None or empty.

    Args:
        key: the citekey.
        kind: ``"treaty"``, or the kind of the source.
        title: the title, or in brackets what is known instead.
        authors: the parties of an agreement, by their short names; the authors of a source.
        genre: what an agreement calls itself, in words.
        date: when it was signed or issued.
        place: where it was signed.
        container: the journal, site or series.
        volume: its volume.
        issue: its issue.
        pages: its pages, as printed: ``59-73``.
        urls: its addresses.
        doi: its DOI.
        language: BCP 47 tag of its language.
        notes: what readers are to know, such as when an agreement entered into force.
        annotation: what the editors noted about it; not to be printed in a bibliography.
        keywords: the spheres of an agreement, by name.
    """

    key: str
    kind: str
    title: str
    authors: tuple[Author, ...] = ()
    genre: str | None = None
    date: HistoricalDate | None = None
    place: str | None = None
    container: str | None = None
    volume: str | None = None
    issue: str | None = None
    pages: str | None = None
    urls: tuple[str, ...] = ()
    doi: str | None = None
    language: str | None = None
    notes: tuple[str, ...] = ()
    annotation: str | None = None
    keywords: tuple[str, ...] = ()


def references(thing: object) -> list[Reference]:
    """Return what there is to cite of a corpus or chronology, or of single things.

    Args:
        thing: a corpus or chronology; an Agreement or Source, or several.

    Returns:
        Of a corpus its agreements, in order of date, and the sources that attest its records, by id. Events
        are no publications: they are cited by their sources.

    Raises:
        InvalidValueError: if it is something else.

    Examples:
        >>> [each.key for each in references(Source("atop-5065", "ATOP 5065"))]
        ['atop-5065']
    """
    if isinstance(thing, (Agreement, Source)):
        return [reference(thing, thing.id)]
    if isinstance(thing, (Corpus, Chronology)):
        corpus = thing.corpus if isinstance(thing, Chronology) else thing
        known = keys(corpus)
        sources = sorted({source for record in corpus for source in record.sources}, key=lambda each: each.id)
        cited: list[Record | Source] = [*corpus.agreements, *sources]
        return [reference(each, known[each]) for each in cited]
    listed = thing if isinstance(thing, Iterable) and not isinstance(thing, (str, bytes)) else [thing]
    return [reference(each, key) for each, key in distinct(map(_citable, listed)).items()]


def _citable(thing: object) -> Agreement | Source:
    if not isinstance(thing, (Agreement, Source)):
        reason = "it must be a Corpus or Chronology, an Agreement or a Source, or several of these"
        raise InvalidValueError("thing", thing, reason)
    return thing


def reference(thing: Record | Source, key: str) -> Reference:
    """Return what there is to cite of one agreement or source.

    Args:
        thing: an Agreement or Source.
        key: its citekey.

    Returns:
        The reference.

    Examples:
        >>> from bilateral.model import Agreement, Label, Party
        >>> kazakhstan = Party("KAZ", [Label("en", "Kazakhstan")])
        >>> [each.name for each in reference(Agreement("x", parties=[kazakhstan]), "x").authors]
        ['Kazakhstan']

    References:
        *Chicago Manual of Style*, 17th edition, 14.290; *OSCOLA*, 4th edition, part on international
        law: parties stand before or after the title of a treaty of few parties, as its authors do.
    """
    return _of_source(thing, key) if isinstance(thing, Source) else _of_agreement(thing, key)


def _of_agreement(record: Record, key: str) -> Reference:
    own = record if isinstance(record, Agreement) else None
    dates = [("entered into force", own.in_force), ("terminated", own.terminated)] if own else []
    return Reference(
        key=key,
        kind="treaty",
        title=record.label,
        authors=tuple(Author(each.party.name()) for each in record.parties),
        genre=record.kind.value.replace("-", " ") if record.kind else None,
        date=record.date,
        place=record.place.name() if record.place else None,
        urls=record.urls,
        notes=tuple(f"{what} {when.text()}" for what, when in dates if when is not None),
        keywords=tuple(sphere.name() for sphere in record.spheres),
    )


def _of_source(source: Source, key: str) -> Reference:
    container, parts = _parted(source.container)
    return Reference(
        key=key,
        kind=source.kind.value,
        title=source.title or f"[{source.id}]",
        authors=tuple(map(_author, source.authors)),
        date=source.date,
        container=container,
        volume=parts.get("volume"),
        issue=parts.get("issue"),
        pages=parts.get("pages"),
        urls=(source.url,) if source.url else (),
        doi=source.doi,
        language=source.language,
        annotation=source.note,
    )


_PART = re.compile(r"(volume|issue|pages) ([^\s,]+)")


def _parted(container: str | None) -> tuple[str | None, dict[str, str]]:
    """Tell the name of a container from volume, issue and pages, where they stand as words and numbers."""
    *names, last = (container or "").split(", ")
    parts: dict[str, str] = {}
    while names and (match := _PART.fullmatch(last)) and match[1] not in parts:
        parts[match[1]] = match[2]
        *names, last = names
    return ", ".join([*names, last]) or None, parts


_INITIALS = re.compile(r"((?:[^\W\d_]\.[ -]?)+)((?:[^\W\d_]|['\N{RIGHT SINGLE QUOTATION MARK}-])+)")


_SEVERAL = re.compile(r",|\band\b|&|;")


def _author(name: str) -> Author:
    """Part a name only where its form leaves no doubt: ``A. B. Author`` and ``Author, Anne``."""
    if match := _INITIALS.fullmatch(name.strip()):
        return Author(name, family=match[2], given=match[1].strip())
    family, comma, given = name.partition(", ")
    if comma and family and given.strip() and not _SEVERAL.search(given) and " " not in family:
        return Author(name, family=family, given=given)
    return Author(name)


KINDS = ("treaty", *(kind.value for kind in SourceKind))
"""The kinds of references."""
