"""What all parts of a picture share: where it ends, its axis, its language, and the heads of its lanes."""

from __future__ import annotations

from typing import NamedTuple

import attrs

from bilateral.chronology.phrases import say
from bilateral.chronology.picture.lanes import Lane
from bilateral.chronology.picture.marks import number
from bilateral.chronology.picture.measure import fit, width
from bilateral.chronology.picture.scale import Scale
from bilateral.markup import Markup, element

EDGE = 16.0
"""How far lines stay away from the left and right end of the picture."""
_HEAD, _HEAD_SIZE = 25.0, 14.0


class Part(NamedTuple):
    """Part of a picture, and where it ends."""

    elements: list[Markup]
    bottom: float


@attrs.frozen(eq=False)
class Canvas:
    """What all parts of a picture share.

    Attributes:
        id: the id of the picture, and the beginning of all ids in it.
        language: of dates, names and words.
        right: where it ends.
        undated: where the column of what is undated begins; ``right`` if there is none.
        axis: the axis of time; None if nothing is dated.
        linked: whether marks are links to the records.
    """

    id: str
    language: str
    right: float
    undated: float
    axis: Scale | None
    linked: bool

    def say(self, words: str, *values: object) -> str:
        """Return words in the language of the picture."""
        return say(words, self.language, *values)


class Body(NamedTuple):
    """The lanes, the legend and the notes.

    Attributes:
        elements: what they are made of.
        plot: where the lanes end.
        bottom: where all ends.
        notes: what could not be drawn as it is.
    """

    elements: list[Markup]
    plot: float
    bottom: float
    notes: list[str]


def heading(canvas: Canvas, lane: Lane, y: float) -> Part:
    """Return the head of a lane, which begins at the height ``y``: its title and number of records."""
    rule = element(
        "line", class_="rule", x1=number(EDGE), x2=number(canvas.right), y1=number(y), y2=number(y)
    )
    if not lane.title:
        return Part([rule], y + 7)
    count = str(len(lane.entries))
    title = fit(lane.title, _HEAD_SIZE, canvas.right - EDGE - 80)
    title = title[:1].upper() + title[1:]
    text = element("text", title, class_="head", x=number(EDGE + 6), y=number(y + 18))
    at = EDGE + 14 + width(title, _HEAD_SIZE)
    return Part(
        [rule, text, element("text", count, class_="muted", x=number(at), y=number(y + 18))], y + _HEAD
    )


def labelled(canvas: Canvas, lane: Lane) -> dict[str, str]:
    """Return the attributes by which screen readers name a lane."""
    title = lane.title or canvas.say("chronology")
    return {"aria-label": f"{' '.join(title.split())}: {len(lane.entries)}"}
