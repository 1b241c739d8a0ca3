"""The answer to a query for all records of a corpus at once."""

from __future__ import annotations

from collections.abc import Iterable

from bilateral.model import Record
from bilateral.query import Query
from bilateral.truth import Truth


def matching(query: Query, records: Iterable[Record]) -> list[tuple[Record, Truth]]:
    """Return the records that a query does not rule out, each with its answer.

    Args:
        query: the question.
        records: the records to put it to.

    Returns:
        ``(record, YES or UNKNOWN)``, in the order of the records.

    Examples:
        >>> from bilateral import query as q
        >>> from bilateral.model import Event
        >>> matching(q.date("1993-01-05"), [Event("a", date="1993-01"), Event("b", date="1994")])[0][1]
        Truth.UNKNOWN
    """
    answers = ((record, query.truth(record)) for record in records)
    return [(record, truth) for record, truth in answers if truth is not Truth.NO]
