"""Draws what the first lines of the README and the documentation ask for."""

from __future__ import annotations

from pathlib import Path

import bilateral as bl


def draw(path: Path) -> None:
    """Write the picture.

    Args:
        path: where to.
    """
    economy = bl.load().agreements.where(sphere="economic", signed="1993/2006", certain=True)
    bl.write(bl.Chronology(economy), path, width=900)


if __name__ == "__main__":
    draw(Path(__file__).with_name("economy.svg"))
