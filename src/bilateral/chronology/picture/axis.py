"""The axis of a picture: names of years, the column of what is undated, and the periods."""

from __future__ import annotations

from collections.abc import Sequence

from bilateral.chronology.book import Chronology
from bilateral.chronology.grouping import Period
from bilateral.chronology.picture.canvas import Canvas, Part
from bilateral.chronology.picture.marks import number
from bilateral.chronology.picture.measure import fit
from bilateral.markup import Markup, element

TOP, _NAME, _SIZE = 26.0, 18.0, 11.0


def ticks(canvas: Canvas, bottom: float) -> Markup:
    """Return the names of years and the lines below them, and the head of the column of what is undated.

    Args:
        canvas: the picture.
        bottom: where the lanes end.

    Returns:
        A group, which screen readers pass over: each mark tells its date.
    """
    found: list[Markup] = []
    axis = canvas.axis
    for x, name in [(number(axis.x(day)), name) for day, name in axis.ticks(canvas.language)] if axis else ():
        found.append(element("line", class_="line", x1=x, x2=x, y1="20", y2=number(bottom)))
        found.append(element("text", name, class_="tick", x=x, y="14", **{"text-anchor": "middle"}))
    if canvas.undated < canvas.right:
        x = number(canvas.undated - 12)
        found.append(element("line", class_="rule", x1=x, x2=x, y1="4", y2=number(bottom)))
        found.append(element("text", canvas.say("Undated"), class_="tick", x=number(canvas.undated), y="14"))
    return element("g", *found, **{"aria-hidden": "true"})


def periods_of(book: Chronology) -> tuple[Period, ...]:
    """Return the periods that a chronology is in; none if it is in other sections."""
    return book._grouping.periods if book._grouping else ()


def bands(canvas: Canvas, periods: Sequence[Period], bottom: float) -> list[Markup]:
    """Return every other period as a band that goes behind all else.

    Args:
        canvas: the picture.
        periods: the periods.
        bottom: where the lanes end.

    Returns:
        The bands.
    """
    found = []
    for left, right in _edges(canvas, periods)[::2]:
        box = {"x": number(left), "y": "20", "width": number(right - left), "height": number(bottom - 20)}
        found.append(element("rect", class_="period", **box))
    return found


def names(canvas: Canvas, periods: Sequence[Period]) -> Part:
    """Return the names of periods, in as many rows as they need, each under its line.

    Args:
        canvas: the picture.
        periods: the periods.

    Returns:
        The names, each with its stretch of days in words as its title, and where they end.
    """
    rows: list[float] = []
    found: list[Markup] = []
    for period, (left, right) in zip(periods, _edges(canvas, periods), strict=False):
        row = next((i for i, end in enumerate(rows) if end <= left), len(rows))
        rows[row : row + 1] = [right]
        y = TOP + row * _NAME
        ends = {"x1": number(left + 1), "x2": number(right - 1), "y1": number(y + 2), "y2": number(y + 2)}
        name = fit(period.name, _SIZE, right - left - 8)
        text = element("text", name, class_="tick", x=number(left + 4), y=number(y + 13)) if name else None
        said = f"{' '.join(period.name.split())}: {period.stretch.text(canvas.language)}"
        found.append(element("g", element("title", said), element("line", class_="rule", **ends), text))
    return Part(found, TOP + len(rows) * _NAME)


def _edges(canvas: Canvas, periods: Sequence[Period]) -> list[tuple[float, float]]:
    """Return where the periods begin and end; of none if there is no axis."""
    axis = canvas.axis
    stretches = [period.stretch for period in periods] if axis else []
    return [
        (axis.x(day.earliest.toordinal()), axis.x(day.latest.toordinal() + 1)) for day in stretches if axis
    ]
