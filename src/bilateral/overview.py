"""A corpus at a glance: its records as lines of text and as an HTML table."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from bilateral.markup import Content, Markup, element, framed
from bilateral.model import Record
from bilateral.model.cards import shown

_MOST = 60
"""How many records are shown: enough to see what is there, few enough for any notebook."""


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
        f"{_date(record)}  {' '.join(record.label.split())}{' ?' if record.id in unsure else ''}"
        for record in records[:_MOST]
    ]
    return "\n".join([*lines, *_notes(records, unsure)]) or "no records"


def table(records: Sequence[Record], unsure: Collection[str] = ()) -> Markup:
    """Return the first records of a corpus as an HTML table.

    Args:
        records: the records, in order.
        unsure: ids of those that are there only because they are not ruled out.

    Returns:
        Date, title, place, parties, spheres and sources of each, with marks for what is
        unsure (``?``) or disputed (``*``).

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
    return framed(element("table", element("thead", head), element("tbody", *rows)), *paragraphs)


def _cells(record: Record, unsure: Collection[str]) -> list[Content]:
    marks = (" ?" if record.id in unsure else "") + (" *" if record.conflicts() else "")
    sources = ", ".join(source.id for source in record.sources)
    return [
        element("td", _date(record), class_="date"),
        element("td", record.label + marks),
        element("td", record.place.name() if record.place else ""),
        element("td", ", ".join(map(shown, record.parties))),
        element("td", ", ".join(sphere.name() for sphere in record.spheres)),
        element("td", sources, class_="minor"),
    ]


def _date(record: Record) -> str:
    return "undated" if record.date is None else record.date.text()


def _notes(records: Sequence[Record], unsure: Collection[str]) -> list[str]:
    notes = []
    if len(records) > _MOST:
        notes.append(f"... and {len(records) - _MOST} more")
    if any(record.id in unsure for record in records):
        notes.append("? may not match: what is recorded leaves it open")
    return notes
