"""Draws the shipped dossier, for the README and the documentation."""

from __future__ import annotations

from pathlib import Path

import bilateral as bl

STAGES = {"Formation": "1992/2003-09", "Strategic partnership": "2003-10/2013"}


def draw() -> str:
    """Return the picture as SVG."""
    return f"{bl.Chronology(bl.load()).periods(STAGES).svg(width=1000)}\n"


if __name__ == "__main__":
    Path(__file__).with_name("chronology.svg").write_text(draw(), encoding="utf-8")
