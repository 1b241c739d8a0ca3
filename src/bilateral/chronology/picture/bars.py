"""The lanes of a picture with numbers of records, where these are too many to be drawn one by one."""

from __future__ import annotations

import datetime

from bilateral.chronology.picture.canvas import EDGE, Body, Canvas, heading, labelled
from bilateral.chronology.picture.counted import Bin, bins
from bilateral.chronology.picture.lanes import Lane
from bilateral.chronology.picture.marks import number
from bilateral.chronology.picture.measure import width
from bilateral.chronology.picture.scale import Scale
from bilateral.chronology.picture.shapes import Form
from bilateral.markup import Markup, element

_HEIGHT = 46.0


def counted(canvas: Canvas, found: list[Lane]) -> Body:
    """Return the lanes with the numbers of their records."""
    elements: list[Markup] = []
    forms: set[Form] = set()
    y = 0.0
    for lane in found:
        head = heading(canvas, lane, y)
        y = head.bottom + 10 + _HEIGHT
        inside, shown = _bars(canvas, lane, y)
        forms |= shown
        elements.append(
            element(
                "g", *head.elements, *inside, class_="lane agreement", role="group", **labelled(canvas, lane)
            )
        )
        y += 12
    notes = [
        canvas.say("too many to be drawn one by one: counted by their beginning"),
        canvas.say("each lane has a scale of its own; the number is that of its highest bar"),
    ]
    parts, below = _bar_legend(canvas, forms, y + 26)
    elements += parts
    for note in notes:
        below += 17
        elements.append(element("text", note, class_="muted", x=number(EDGE + 6), y=number(below)))
    return Body(elements, y, below, notes)


def _bars(canvas: Canvas, lane: Lane, y: float) -> tuple[list[Markup], set[Form]]:
    """Return the bars of a lane, which stand on the height ``y``, and the forms that occur."""
    axis = canvas.axis
    in_years = bins(lane.entries, axis) if axis else []
    most = max((each.surely + each.perhaps for each in in_years), default=1)
    found = [_bar(canvas, axis, each, most, y) for each in in_years if axis]
    highest = next((each for each in in_years if each.surely + each.perhaps == most), None)
    if axis and highest:
        x = axis.x(datetime.date(max(highest.first, 1), 1, 1).toordinal())
        found.append(element("text", str(most), class_="muted", x=number(x), y=number(y - _HEIGHT - 3)))
    undated = sum(entry.date is None for entry in lane.entries)
    if undated:
        text = f"{canvas.say('undated')}: {undated}"
        found.append(element("text", text, x=number(canvas.undated), y=number(y - 4)))
    forms = {Form.SURE for each in in_years if each.surely} | {
        Form.STRETCH for each in in_years if each.perhaps
    }
    return found, forms


def _bar_legend(canvas: Canvas, forms: set[Form], y: float) -> tuple[list[Markup], float]:
    parts: list[Markup] = []
    x = EDGE + 6
    for form, words in ((Form.SURE, "surely"), (Form.STRETCH, "at most")):
        if form in forms:
            css = "solid" if form is Form.SURE else "vague"
            parts.append(element("rect", class_=css, x=number(x), y=number(y - 9), width="10", height="10"))
            parts.append(element("text", canvas.say(words), x=number(x + 16), y=number(y)))
            x += 40 + width(canvas.say(words), 12)
    return [element("g", *parts, class_="legend agreement")], y


def _bar(canvas: Canvas, axis: Scale, each: Bin, most: int, y: float) -> Markup:
    left = axis.x(datetime.date(max(each.first, 1), 1, 1).toordinal())
    right = axis.x(datetime.date(min(each.last, 9999), 12, 31).toordinal() + 1)
    wide = max(right - left - 1.5, 1.5)
    # Even one of thousands is seen.
    sure, all_ = (
        max(_HEIGHT * count / most, 1.2 * bool(count)) for count in (each.surely, each.surely + each.perhaps)
    )
    years = str(each.first) if each.first == each.last else f"{each.first}–{each.last}"
    said = f"{years}: {canvas.say('surely')} {each.surely}"
    if each.perhaps:
        said += f", {canvas.say('at most')} {each.surely + each.perhaps}"
    rects = [
        element(
            "rect",
            class_=css,
            x=number(left),
            y=number(y - top),
            width=number(wide),
            height=number(top - base),
        )
        for css, top, base in (("vague", all_, sure), ("solid", sure, 0.0))
        if top > base
    ]
    return element("g", element("title", said), *rects, class_="bin")
