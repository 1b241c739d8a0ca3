"""Draws the days that some dates may hold, for the page on dates."""

from __future__ import annotations

import datetime
from html import escape
from pathlib import Path

from bilateral import HistoricalDate

DATES = (
    "1993-02-24",
    "1993-02",
    "1993-21",
    "1993",
    "[1993-02-24,1993-12-24]",
    "[..1993-06]",
    "1993-03/1993-09",
    "1993-03/..",
    "1993-03/",
    "{1993-02,1993-09}",
)
FIRST, LAST = datetime.date(1992, 10, 1), datetime.date(1994, 4, 1)
LABEL = 'role="img" aria-label="The days that dates may hold"'
STYLE = """
text{font:13px ui-monospace,monospace;fill:#57606a}.label{font-weight:600}
.may{fill:#8fb8de}.sure{fill:#1f5f99}.year{stroke:#a0a8b0;stroke-dasharray:3 3}
@media(prefers-color-scheme:dark){text{fill:#b7bec7}.may{fill:#3d6a94}.sure{fill:#8cc4f5}}
"""
LEFT, WIDTH, ROW = 230, 520, 26


def x(day: datetime.date) -> float:
    """Return where a day stands, at most at the ends of the picture."""
    within = min(max(day, FIRST), LAST)
    return LEFT + WIDTH * (within - FIRST).days / (LAST - FIRST).days


def bar(first: datetime.date, last: datetime.date, y: int, css: str) -> str:
    """Return one bar, at least so wide that a day is seen."""
    until = last + datetime.timedelta(1) if last < datetime.date.max else last
    width = max(x(until) - x(first), 2)
    return f'<rect class="{css}" x="{x(first):.1f}" y="{y - 11}" width="{width:.1f}" height="14" rx="2"/>'


def row(text: str, y: int) -> list[str]:
    """Return the label and bars of a date: what it may hold, and what it surely holds."""
    date = HistoricalDate(text)
    found = [f'<text class="label" x="8" y="{y}">{escape(text)}</text>']
    found += [bar(first, last, y, "may") for first, last in date.spans]
    bounds = date.bounds
    if date.is_interval and bounds.end_of_the_begin <= bounds.begin_of_the_end:
        found.append(bar(bounds.end_of_the_begin, bounds.begin_of_the_end, y, "sure"))
    elif date.earliest == date.latest:
        found.append(bar(date.earliest, date.latest, y, "sure"))
    return found


def draw() -> str:
    """Return the picture as SVG."""
    height = ROW * (len(DATES) + 2)
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {LEFT + WIDTH + 20} {height}" {LABEL}>',
        f"<style>{STYLE}</style>",
    ]
    for year in (1993, 1994):
        at = x(datetime.date(year, 1, 1))
        lines.append(f'<line class="year" x1="{at:.1f}" y1="18" x2="{at:.1f}" y2="{height - 8}"/>')
        lines.append(f'<text x="{at + 4:.1f}" y="14">{year}</text>')
    for number, text in enumerate(DATES, 1):
        lines += row(text, 18 + ROW * number)
    return "\n".join([*lines, "</svg>"]) + "\n"


if __name__ == "__main__":
    Path(__file__).with_name("bounds.svg").write_text(draw(), encoding="utf-8")
