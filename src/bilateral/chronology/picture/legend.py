"""What the marks of a picture mean: those that occur, and what could not be drawn."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from bilateral.chronology.phrases import say
from bilateral.chronology.picture.marks import drawn_form, mark, number
from bilateral.chronology.picture.measure import width
from bilateral.chronology.picture.placing import SIZE
from bilateral.chronology.picture.shapes import Form
from bilateral.markup import Content, Markup, element

_MEANS = {
    Form.STRETCH: "day not exactly known: somewhere in this stretch",
    Form.ONE_OF: "one of several days",
    Form.QUALIFIED: "marked uncertain or approximate",
    Form.JOINT: "all of several days",
    Form.SURE: "lasted",
    Form.OPEN_END: "open end: goes on",
    Form.OPEN_START: "open beginning",
    Form.UNKNOWN_END: "end not known",
    Form.UNKNOWN_START: "beginning not known",
}
_SAMPLE, _APART, _LINE = 34.0, 20.0, 21.0


class Shown(NamedTuple):
    """What occurs in a picture.

    Attributes:
        agreements: whether there are any.
        events: whether there are any.
        forms: the forms of shapes.
        conflicts: whether there are conflicts that are open.
        settled: whether there are only such as a rank has resolved.
        unsure: whether there are records that may not match.
    """

    agreements: bool
    events: bool
    forms: Collection[Form]
    conflicts: bool
    settled: bool
    unsure: bool


def legend(shown: Shown, left: float, right: float, y: float, language: str) -> tuple[list[Markup], float]:
    """Return the legend, and where it ends.

    Args:
        shown: what occurs.
        left: where its lines begin.
        right: where they end at the latest.
        y: where it begins, from above.
        language: of its words.

    Returns:
        Elements, each a sample with its words, and the height at which they end.
    """
    parts: list[Markup] = []
    x, y = left, y + _LINE / 2
    for sample, words in _items(shown, language):
        wide = _SAMPLE + width(words, SIZE)
        if x > left and x + wide > right:
            x, y = left, y + _LINE
        text = element("text", words, x=number(_SAMPLE), y="4")
        parts.append(element("g", sample, text, transform=f"translate({number(x)} {number(y)})"))
        x += wide + _APART
    return parts, y + _LINE / 2 if parts else y - _LINE / 2


def _items(shown: Shown, language: str) -> list[tuple[Content, str]]:
    kinds = (("agreement", shown.agreements), ("event", shown.events))
    found: list[tuple[Content, str]] = [
        (
            element("g", mark(14, 0, agreement=kind == "agreement", css="solid"), class_=kind),
            say(kind, language),
        )
        for kind, occurs in kinds
        if occurs
    ]
    css = "agreement" if shown.agreements else "event"
    found += [
        (element("g", *drawn_form(form, agreement=shown.agreements), class_=css), say(words, language))
        for form, words in _MEANS.items()
        if form in shown.forms
    ]
    triangle = "9,4 13,-4 17,4"
    signs: tuple[tuple[bool, Markup, str], ...] = (
        (shown.conflicts, element("polygon", class_="conflict", points=triangle), "sources disagree"),
        (
            shown.settled,
            element("polygon", class_="conflict settled", points=triangle),
            "sources disagreed; resolved",
        ),
        (shown.unsure, element("text", "(?)", class_="sign", x="6", y="4"), "may not match what was asked"),
    )
    return found + [(sample, say(words, language)) for occurs, sample, words in signs if occurs]
