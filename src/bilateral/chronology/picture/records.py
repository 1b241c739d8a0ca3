"""The lanes of a picture with every record, for a few hundred of them."""

from __future__ import annotations

from collections.abc import Iterable

from bilateral.chronology.book import Entry
from bilateral.chronology.phrases import say, term
from bilateral.chronology.picture.canvas import EDGE, Body, Canvas, heading, labelled
from bilateral.chronology.picture.lanes import Lane
from bilateral.chronology.picture.legend import Shown, legend
from bilateral.chronology.picture.marks import drawing, number
from bilateral.chronology.picture.placing import Placed, Room, place
from bilateral.markup import Markup, element
from bilateral.model import Agreement

MOST = 500
"""More records than these are counted."""
# How wide labels may be, by how many records there are at most; the last is that of a tight picture.
_LABELS = {20: 560.0, 120: 340.0, MOST: 200.0}


def drawn(canvas: Canvas, found: list[Lane], count: int) -> Body:
    """Return the lanes with every record."""
    most, label = next(each for each in _LABELS.items() if count <= each[0])
    tight = most == MOST
    room = Room(canvas.axis, canvas.right, canvas.undated, label, tight, canvas.language)
    elements: list[Markup] = []
    everything: list[Placed] = []
    y = 0.0
    for lane in found:
        most_rows = 3 + len(lane.entries) // 8
        placed = place(lane.entries, room, most_rows)
        everything += placed
        height = 18.0 if tight else 33.0
        head = heading(canvas, lane, y)
        y = head.bottom
        inside = [_entry(canvas, each, y + (each.row + 0.5) * height) for each in placed]
        elements.append(
            element("g", *head.elements, *inside, class_="lane", role="group", **labelled(canvas, lane))
        )
        y += (max((each.row for each in placed), default=-1) + 1) * height + 7
    if not everything:
        text = element("text", canvas.say("no entries"), class_="muted", x=number(EDGE), y=number(y + 24))
        return Body([text], y + 34, y + 34, [])
    notes = [
        f"{canvas.say(words)}: {number_of}/{count}"
        for words, number_of in (
            ("titles shortened", sum(each.shortened for each in everything)),
            ("titles not drawn for want of room", sum(not each.lines for each in everything)),
        )
        if number_of
    ]
    return _finished(canvas, elements, y, _shown(everything), notes)


def _finished(canvas: Canvas, elements: list[Markup], plot: float, shown: Shown, notes: list[str]) -> Body:
    """Return the body with legend and notes."""
    parts, y = legend(shown, EDGE + 6, canvas.right, plot + 26, canvas.language)
    elements += [element("g", *parts, class_="legend")]
    for note in notes:
        y += 17
        elements.append(element("text", note, class_="muted", x=number(EDGE + 6), y=number(y)))
    return Body(elements, plot, y, notes)


def _shown(placed: Iterable[Placed]) -> Shown:
    entries = [each.entry for each in placed]
    conflicts = [conflict for entry in entries for conflict in entry.conflicts]
    forms = {drawn.form for each in placed for drawn in each.drawn}
    agreements = [isinstance(entry.record, Agreement) for entry in entries]
    return Shown(
        any(agreements),
        not all(agreements),
        forms,
        any(each.is_open for each in conflicts),
        any(entry.conflicts and not any(each.is_open for each in entry.conflicts) for entry in entries),
        any(entry.unsure for entry in entries),
    )


def _entry(canvas: Canvas, placed: Placed, y: float) -> Markup:
    record = placed.entry.record
    kind = "agreement" if isinstance(record, Agreement) else "event"
    parts = [element("title", tooltip(placed.entry, canvas.language)), *drawing(placed, y)]
    same = {"id": f"{canvas.id}-{record.id}", "class": f"entry {kind}"}
    if canvas.linked:
        return element("a", *parts, href=f"#{record.id}", **same)
    return element("g", *parts, tabindex="0", role="img", **same)


def tooltip(entry: Entry, language: str) -> str:
    """Return what a mark tells when it is pointed at or read out: all but the claims themselves."""
    record = entry.record
    when = say("undated", language) if entry.date is None else entry.date.text(language)
    sources = ", ".join(source.id for source in record.sources)
    conflicts = entry.conflicts
    disagree = (
        "sources disagree" if any(each.is_open for each in conflicts) else "sources disagreed; resolved"
    )
    details = [
        record.place.name(language) if record.place else "",
        ", ".join(each.party.name(language) for each in record.parties),
        term(record.kind.value, language) if record.kind else "",
        f"{say('sources', language)}: {sources}" if sources else "",
        say(disagree, language) if conflicts else "",
        say("may not match what was asked", language) if entry.unsure else "",
    ]
    said = [f"{when}: {record.label}", *filter(None, details)]
    return " — ".join(" ".join(each.split()) for each in said)
