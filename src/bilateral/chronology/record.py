"""A single record as plain text, with every attestation and conflict."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from bilateral.chronology.layout import footnotes
from bilateral.chronology.text import wrapped
from bilateral.model import Agreement, Attestation, Rank, Record
from bilateral.model.cards import shown


def full_text(record: Record, *, width: int = 100) -> str:
    """Return everything a record holds, as plain text.

    Args:
        record: an Agreement or Event.
        width: the longest line, in characters.

    Returns:
        Its values, provisions, conflicts and attestations.

    Examples:
        >>> from bilateral.model import Event
        >>> print(full_text(Event("a", title="Visit", date="1996-09")))
        Visit
        <BLANKLINE>
        id: a
        date: September 1996 (1996-09)
    """
    blocks = [_wrap(record.label, width), "\n".join(_wrap(line, width) for line in _values(record))]
    if isinstance(record, Agreement) and record.provisions:
        blocks.append(
            "\n".join(["provisions:", *(_wrap(f"  {p.number}. {p.text}", width) for p in record.provisions)])
        )
    if record.conflicts():
        blocks.append("\n".join(["conflicts:", *(_wrap(f"  {n}", width) for n in footnotes(record))]))
    if record.attestations:
        blocks.append(
            "\n".join(["attestations:", *(_wrap(f"  {_claim(c)}", width) for c in record.attestations)])
        )
    if record.raw:
        left = [_wrap(f"  {column}: {text}", width) for column, text in record.raw]
        blocks.append("\n".join(["as in the source:", *left]))
    return "\n\n".join(blocks)


def disagreements(records: Iterable[Record], *, width: int = 100) -> str:
    """Return where the claims about records cannot all hold, as plain text.

    Args:
        records: agreements and events.
        width: the longest line, in characters.

    Returns:
        A paragraph for each disagreement, headed by the id of the record.

    Examples:
        >>> disagreements([])
        'no conflicts'
    """
    found = [(record.id, note) for record in records for note in footnotes(record)]
    return "\n\n".join(f"{id}\n{_wrap(f'  {note}', width)}" for id, note in found) or "no conflicts"


def _values(record: Record) -> list[str]:
    lines = [f"id: {record.id}"]
    for field in attrs.fields(type(record)):
        value = getattr(record, field.name)
        if value in (None, ()) or field.name in {"id", "title", "provisions", "attestations", "raw"}:
            continue
        name = field.name.replace("_", " ")
        if isinstance(value, tuple):
            lines.append(f"{name}: {'; '.join(map(shown, value))}")
        else:
            # A date in words may sound more certain than it is; the EDTF beside it does not.
            edtf = f" ({value})" if hasattr(value, "earliest") else ""
            lines.append(f"{name}: {shown(value)}{edtf}")
    return lines


def _claim(claim: Attestation) -> str:
    rank = "" if claim.rank is Rank.NORMAL else f" [{claim.rank.value}]"
    where = ", ".join(part for part in (claim.source.id, claim.locator) if part)
    quote = f": “{claim.quote}”" if claim.quote else ""
    note = f" ({claim.note})" if claim.note else ""
    return f"{claim.field.replace('_', ' ')}: {shown(claim.value)}{rank} — {where}{quote}{note}"


def _wrap(line: str, width: int) -> str:
    return wrapped(line, width, "    ")
