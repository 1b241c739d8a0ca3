"""CSV: one row a record; what does not fit a cell stays in the JSON."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from bilateral.corpus import Corpus
from bilateral.model import Agreement, Record

if TYPE_CHECKING:
    from bilateral.chronology import Chronology

COLUMNS = (
    *("id", "type", "kind", "title", "date", "earliest", "latest", "in_force", "terminated"),
    *("place", "parties", "capacities", "spheres", "sources", "disputed"),
)
"""The columns; several values in a cell are separated by ``"; "``."""


def dumps(thing: Corpus | Chronology) -> str:
    """Return a corpus, or that of a chronology, as CSV text.

    Cells hold the data as they are, and nothing else, so that other programs can rely on them. A spreadsheet
    takes a cell that begins with ``=``, ``+``, ``-`` or ``@`` for a formula: open a corpus whose titles you
    do not trust by its import dialogue, with all columns as text.

    Args:
        thing: the corpus or chronology.

    Returns:
        A header and one row a record, in order of date; ``capacities`` are in the order of ``parties``,
        ``disputed`` names the fields about which claims disagree.

    Examples:
        >>> from bilateral.model import Event
        >>> dumps(Corpus([Event("a", date="1996-09", parties=["AZE", "KAZ"])])).splitlines()[1]
        'a,event,,,1996-09,1996-09-01,1996-09-30,,,,AZE; KAZ,; ,,,'

    References:
        RFC 4180.
    """
    corpus = thing if isinstance(thing, Corpus) else thing.corpus
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    writer.writerows(map(_row, corpus))
    return text.getvalue()


def _row(record: Record) -> list[str]:
    own = record if isinstance(record, Agreement) else None
    date = record.date
    return [
        record.id,
        "agreement" if own else "event",
        record.kind.value if record.kind else "",
        record.title or "",
        "" if date is None else str(date),
        "" if date is None else date.earliest.isoformat(),
        "" if date is None else date.latest.isoformat(),
        str(own.in_force) if own and own.in_force is not None else "",
        str(own.terminated) if own and own.terminated is not None else "",
        record.place.id if record.place else "",
        "; ".join(each.party.id for each in record.parties),
        "; ".join(each.capacity.value if each.capacity else "" for each in record.parties),
        "; ".join(sphere.id for sphere in record.spheres),
        "; ".join(source.id for source in record.sources),
        "; ".join(dict.fromkeys(conflict.field for conflict in record.conflicts())),
    ]
