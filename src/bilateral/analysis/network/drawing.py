"""Ties as a picture: parties on a circle, the more they have in common, the broader the line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import cos, pi, sin, sqrt

from bilateral.markup import Markup, element

_MOST = 24
"""How many parties are drawn: those with the most in common with others."""
_CENTRE, _RADIUS = 260, 190


def drawn(title: str, ties: Sequence[tuple[str, str, int, int]]) -> Markup:
    """Return a picture of ties.

    Args:
        title: what is counted.
        ties: two parties, lower and upper bound each.

    Returns:
        An SVG element in the colours of the page; each line says its bounds in words, too.

    Examples:
        >>> drawn("Visits", [("AZE", "KAZ", 1, 2)]).count("<title>AZE, KAZ: 1 to 2</title>")
        1
    """
    strength: Counter[str] = Counter()
    for a, b, _, at_most in ties:
        strength.update({a: at_most, b: at_most})
    parties = [party for party, _ in sorted(strength.items(), key=lambda each: (-each[1], each[0]))[:_MOST]]
    # In the order of the alphabet a party is found; the strongest are not heaped on one side by chance.
    angles = {party: 2 * pi * number / len(parties) for number, party in enumerate(sorted(parties))}
    shown = [tie for tie in ties if tie[0] in angles and tie[1] in angles]
    most = max((at_most for *_, at_most in shown), default=1)
    left_out = len(strength) - len(parties)
    note = f"{left_out} parties with fewer ties are not drawn" if left_out else None
    size = 2 * _CENTRE
    return element(
        "svg",
        element("title", title),
        *(_line(tie, angles, most) for tie in sorted(shown, key=lambda tie: tie[3])),
        *(_node(party, angle, strength[party]) for party, angle in angles.items()),
        element("text", note, x=str(_CENTRE), y=str(size - 6), style=f"{_TEXT}; text-anchor: middle")
        if note
        else None,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {size} {size}",
        width=str(size),
        style="max-width: 100%; height: auto; font-size: 12px",
        role="img",
    )


_TEXT = "fill: currentColor"


def _at(angle: float, radius: float) -> tuple[str, str]:
    return f"{_CENTRE + radius * sin(angle):.1f}", f"{_CENTRE - radius * cos(angle):.1f}"


def _line(tie: tuple[str, str, int, int], angles: dict[str, float], most: int) -> Markup:
    a, b, at_least, at_most = tie
    (x1, y1), (x2, y2) = _at(angles[a], _RADIUS), _at(angles[b], _RADIUS)
    said = f"{at_least}" if at_least == at_most else f"{at_least} to {at_most}"
    dashes = "" if at_least else "; stroke-dasharray: 4 3"
    width = max(0.7, 10 * sqrt(at_most / most))
    style = f"fill: none; stroke: #4a86b8; stroke-opacity: .6; stroke-width: {width:.1f}{dashes}"
    # Bent towards the middle, so that neighbours' lines do not run along the circle.
    path = f"M{x1} {y1}Q{_CENTRE} {_CENTRE} {x2} {y2}"
    return element("path", element("title", f"{a}, {b}: {said}"), d=path, style=style)


def _node(party: str, angle: float, strength: int) -> Markup:
    x, y = _at(angle, _RADIUS)
    label_x, label_y = _at(angle, _RADIUS + 12)
    anchor = "middle" if abs(sin(angle)) < 0.2 else "start" if sin(angle) > 0 else "end"  # noqa: PLR2004
    return element(
        "g",
        element("title", f"{party}: {strength}"),
        element("circle", cx=x, cy=y, r="4", style="fill: #4a86b8"),
        element("text", party, x=label_x, y=label_y, dy=".35em", style=f"{_TEXT}; text-anchor: {anchor}"),
    )
