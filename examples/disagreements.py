"""Where do the sources disagree? One row for each side of each conflict.

Prints the table, and writes it with the place of each claim to disagreements.csv.
"""

import csv
from pathlib import Path

import bilateral as bl

COLUMNS = ("record", "field", "value", "claimed by", "state")


def words(value: object) -> str:
    """Return a value as a cell."""
    if isinstance(value, bl.Participation):
        return f"{value.party.id}: {value.capacity or 'not said'}"
    return value.name() if isinstance(value, bl.Place) else str(value)


def rows(conflict: bl.Conflict, *, places: bool) -> list[tuple[str, str, str, str, str]]:
    """Return a row for each value claimed; with the places in the sources, or with the sources alone."""
    state = "open" if conflict.is_open else "resolved by rank"
    found = []
    for value in conflict.values:
        claims = [claim for claim in conflict.attestations if claim.value == value]
        by = [f"{claim.source.id} {(places and claim.locator) or ''}".strip() for claim in claims]
        found.append((conflict.record.id, conflict.field, words(value), "; ".join(dict.fromkeys(by)), state))
    return found


conflicts = bl.load().conflicts()
shown = [COLUMNS, *(row for conflict in conflicts for row in rows(conflict, places=False))]
widths = [max(map(len, column)) for column in zip(*shown, strict=True)]
for row in shown:
    print("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())

with Path("disagreements.csv").open("w", encoding="utf-8", newline="") as file:
    table = csv.writer(file)
    table.writerow(COLUMNS)
    table.writerows(row for conflict in conflicts for row in rows(conflict, places=True))
