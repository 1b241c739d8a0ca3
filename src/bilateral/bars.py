"""Counts with bounds as bars: what is sure is filled, what may be is outlined."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from math import ceil

from bilateral.markup import Markup, element

_ROW, _LEFT, _WIDTH, _RIGHT = 20, 190, 420, 90
_TEXT = "fill: currentColor"
_COLOUR = "#4a86b8"
"""Told from black and from white by more than 3 to 1, as is asked of graphics by WCAG 2.2, 1.4.11."""
_LONGEST = 28
"""How many letters of a label fit beside its bar; its title holds the whole."""


def bars(title: str, rows: Sequence[tuple[str, int, int]], *, divided: Collection[str] = ()) -> Markup:
    """Return a picture of counts with bounds.

    Args:
        title: what is counted.
        rows: label, lower and upper bound of each bar.
        divided: labels of the rows above which a line is drawn, since something new begins there.

    Returns:
        An SVG element in the colours of the page; each bar says its bounds in words, too.

    Examples:
        >>> bars("Records by year", [("1996", 5, 6)]).count("<title>1996: 5 to 6</title>")
        1
    """
    most = max((at_most for _, _, at_most in rows), default=0)
    step = max(1, ceil(most / 4))
    top = max(step * ceil(most / step), 1)
    height = _ROW * len(rows) + 40
    ticks = [_tick(count, _LEFT + _WIDTH * count / top, height - 24) for count in range(0, top + 1, step)]
    drawn = [_bar(number, row, _WIDTH / top) for number, row in enumerate(rows)]
    lines = [_line(number) for number, row in enumerate(rows) if row[0] in divided]
    return element(
        "svg",
        element("title", title),
        *ticks,
        *drawn,
        *lines,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {_LEFT + _WIDTH + _RIGHT} {height}",
        width=str(_LEFT + _WIDTH + _RIGHT),
        style="max-width: 100%; height: auto; font-size: 12px",
        role="img",
    )


def _tick(count: int, x: float, bottom: int) -> Markup:
    line = element(
        "line",
        x1=f"{x:.1f}",
        x2=f"{x:.1f}",
        y1="8",
        y2=str(bottom),
        style="stroke: currentColor; stroke-opacity: .2",
    )
    label = element(
        "text", str(count), x=f"{x:.1f}", y=str(bottom + 16), style=f"{_TEXT}; text-anchor: middle"
    )
    return Markup(line + label)


def _line(number: int) -> Markup:
    y = f"{6 + number * _ROW}"
    style = "stroke: currentColor; stroke-dasharray: 6 3"
    return element("line", x1="0", x2=f"{_LEFT + _WIDTH}", y1=y, y2=y, style=style, class_="divides")


def _bar(number: int, row: tuple[str, int, int], unit: float) -> Markup:
    label, at_least, at_most = row
    y = 10 + number * _ROW
    said = f"{at_least}" if at_least == at_most else f"{at_least} to {at_most}"
    short = label if len(label) <= _LONGEST else f"{label[: _LONGEST - 1]}…"
    place = {"y": str(y), "height": "12"}
    return element(
        "g",
        element("title", f"{label}: {said}"),
        element("text", short, x=str(_LEFT - 8), y=str(y + 10), style=f"{_TEXT}; text-anchor: end"),
        element(
            "rect",
            **place,
            x=str(_LEFT),
            width=f"{at_most * unit:.1f}",
            style=f"fill: none; stroke: {_COLOUR}; stroke-dasharray: 3 2",
        )
        if at_most > at_least
        else None,
        element("rect", **place, x=str(_LEFT), width=f"{at_least * unit:.1f}", style=f"fill: {_COLOUR}"),
        element("text", said, x=f"{_LEFT + at_most * unit + 6:.1f}", y=str(y + 10), style=_TEXT),
    )
