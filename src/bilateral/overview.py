"""A corpus at a glance: its records as lines of text and as an HTML table."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from bilateral.lines import closed, one_line
from bilateral.markup import Content, Markup, element, framed
from bilateral.model import Record
from bilateral.model.cards import shown

_MOST = 60
"""How many records are shown: enough to see what is there, few enough for any notebook."""
_LISTED = 4
"""How many parties, spheres or sources of one record: a convention has two hundred parties."""
_LONGEST = 300


def text(records: Sequence[Record], unsure: Collection[str] = ()) -> str:
    """Return the first records of a corpus as lines.

    Args:
        records: the records, in order.
        unsure: ids of those that are there only because they are not ruled out.

    Returns:
        One line a record, marked with ``?`` where unsure, and a last line for what is left out.

    Examples:
        >>> from bilateral.model import Event
        >>> print(text([Event("a", title="Visit", date="1996-09-16")], {"a"}))
        16 September 1996  Visit ?
        ? may not match: what is recorded leaves it open
    """
    lines = [
        f"{_date(record)}  {one_line(record.label)}{' ?' if record.id in unsure else ''}"
        for record in records[:_MOST]
    ]
    return "\n".join([*lines, *_notes(records, unsure)]) or "no records"


def table(records: Sequence[Record], unsure: Collection[str] = (), *, caption: str = "") -> Markup:
    """Return the first records of a corpus as an HTML table.

    Args:
        records: the records, in order.
        unsure: ids of those that are there only because they are not ruled out.
        caption: what they are as a whole, in a few words.

    Returns:
        Date, title, place, parties, spheres and sources of each, with marks for what is
        unsure (``?``) or disputed (``*``). Long titles and lists are cut, and say so.

    Examples:
        >>> from bilateral.model import Event
        >>> "<td>Visit ?</td>" in table([Event("a", title="Visit")], {"a"})
        True
    """
    names = ("Date", "Title", "Place", "Parties", "Spheres", "Sources")
    head = element("tr", *(element("th", name, scope="col") for name in names))
    rows = [element("tr", *_cells(record, unsure)) for record in records[:_MOST]]
    notes = list(_notes(records, unsure))
    if any(record.conflicts() for record in records[:_MOST]):
        notes.append("* sources disagree; see the record")
    paragraphs = [element("p", note, class_="minor") for note in notes]
    above = element("caption", caption) if caption else None
    return framed(
        element("table", above, element("thead", head), element("tbody", *rows), class_="records"),
        *paragraphs,
    )


def counted(records: Sequence[Record], agreements: int, title: str = "") -> str:
    """Return what a corpus is, in a few words.

    Args:
        records: the records.
        agreements: how many of them are agreements.
        title: the title of the corpus.

    Returns:
        Its title, and how many agreements and events it has.

    Examples:
        >>> from bilateral.model import Agreement
        >>> counted([Agreement("a")], 1, "Treaties of A and B")
        'Treaties of A and B: 1 agreement, 0 events'
    """
    events = len(records) - agreements
    number = f"{_number(agreements, 'agreement')}, {_number(events, 'event')}"
    return f"{one_line(title)}: {number}" if title else number


def _number(count: int, word: str) -> str:
    return f"{count:,} {word}{'' if count == 1 else 's'}"


def _cells(record: Record, unsure: Collection[str]) -> list[Content]:
    marks = (" ?" if record.id in unsure else "") + (" *" if record.conflicts() else "")
    sources = [element("span", source.id, title=one_line(source.cited)) for source in record.sources]
    return [
        element("td", _date(record), class_="date"),
        element("td", _cut(record.label) + marks),
        element("td", closed(record.place.name()) if record.place else ""),
        element("td", *_listed([closed(shown(each)) for each in record.parties])),
        element("td", *_listed([closed(sphere.name()) for sphere in record.spheres])),
        element("td", *_listed(sources), class_="minor"),
    ]


def _cut(title: str) -> str:
    return closed(title if len(title) <= _LONGEST else f"{title[:_LONGEST].rstrip()} ...")


def _listed(things: Sequence[str]) -> list[Content]:
    parts: list[Content] = []
    for thing in things[:_LISTED]:
        parts += [", ", thing] if parts else [thing]
    return parts if len(things) <= _LISTED else [*parts, f" and {len(things) - _LISTED:,} more"]


def _date(record: Record) -> str:
    return "undated" if record.date is None else record.date.text()


def _notes(records: Sequence[Record], unsure: Collection[str]) -> list[str]:
    notes = []
    if len(records) > _MOST:
        notes.append(f"... and {len(records) - _MOST:,} more")
    if any(record.id in unsure for record in records):
        notes.append("? may not match: what is recorded leaves it open")
    return notes
