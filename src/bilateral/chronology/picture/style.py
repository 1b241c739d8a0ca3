"""How a picture looks: on screens light and dark, and in print."""

from __future__ import annotations

FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'DejaVu Sans', Arial, sans-serif"

# Blue, orange and magenta are told apart with any kind of colour vision; shapes tell the same once more.
_LIGHT = {
    "paper": "#ffffff",
    "ink": "#1d2229",
    "agreement": "#0b62a8",
    "event": "#b4530a",
    "conflict": "#a3195b",
}
_DARK = {
    "paper": "#14171b",
    "ink": "#e7eaee",
    "agreement": "#6cb2f0",
    "event": "#f0a25a",
    "conflict": "#f286b6",
}

_RULES = """
@ { max-width: 100%; height: auto; }
@ .paper { fill: PAPER; }
@ text { fill: INK; font-family: FONT; font-size: 12px; }
@ .muted { font-size: 10.5px; fill-opacity: .72; }
@ .head { font-weight: 600; font-size: 12.5px; }
@ .tick { font-size: 11px; fill-opacity: .8; }
@ .line { stroke: INK; stroke-opacity: .13; fill: none; }
@ .rule { stroke: INK; stroke-opacity: .3; fill: none; }
@ .period { fill: INK; fill-opacity: .045; }
@ .agreement .solid { fill: AGREEMENT; stroke: none; }
@ .event .solid { fill: EVENT; stroke: none; }
@ .agreement .hollow { fill: PAPER; stroke: AGREEMENT; stroke-width: 1.6; }
@ .event .hollow { fill: PAPER; stroke: EVENT; stroke-width: 1.6; }
@ .agreement .vague { fill: AGREEMENT; stroke: AGREEMENT; }
@ .event .vague { fill: EVENT; stroke: EVENT; }
@ .vague { fill-opacity: .16; stroke-width: 1.2; stroke-dasharray: 3 2.4; }
@ .agreement .stroke { fill: none; stroke: AGREEMENT; stroke-width: 1.6; }
@ .event .stroke { fill: none; stroke: EVENT; stroke-width: 1.6; }
@ .dotted { stroke-dasharray: 1.5 3; }
@ .dashed { stroke-dasharray: 3 2.4; }
@ .conflict { fill: CONFLICT; stroke: CONFLICT; stroke-width: 1.3; stroke-linejoin: round; }
@ .settled { fill: PAPER; }
@ .sign { font-weight: 700; font-size: 11px; }
@ .entry { cursor: default; }
@ .entry:hover .title { text-decoration: underline; }
@ .entry:focus { outline: none; }
@ .entry:focus-visible { outline: 2px solid CONFLICT; outline-offset: 3px; }
"""
_PRINT = "@media print { @ .paper { fill: none; } @ text { fill: #000000; } }"


def style(scope: str) -> str:
    """Return the style sheet of a picture.

    Args:
        scope: the id of the picture: rules hold within it alone, wherever it stands.

    Returns:
        CSS; it loads nothing.

    Examples:
        >>> style("p1").count("#p1 .paper")
        3
    """
    light, dark = (_coloured(colours) for colours in (_LIGHT, _DARK))
    changed = "".join(
        rule for rule in dark.splitlines(keepends=True) if rule not in light.splitlines(keepends=True)
    )
    sheet = f"{light}@media screen and (prefers-color-scheme: dark) {{\n{changed}}}\n{_PRINT}\n"
    return sheet.replace("@ ", f"#{scope} ")


def _coloured(colours: dict[str, str]) -> str:
    rules = _RULES.lstrip().replace("FONT", FONT)
    for name, colour in colours.items():
        rules = rules.replace(name.upper(), colour)
    return rules
