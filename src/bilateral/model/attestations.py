"""Attestations: one claim of one source about one field of one record."""

from __future__ import annotations

from typing import TypeAlias

import attrs

from bilateral.dates import HistoricalDate
from bilateral.model import checks
from bilateral.model.parts import Actor, Participation, Relation
from bilateral.model.sources import Source
from bilateral.model.terms import EventKind, Kind, Rank, term
from bilateral.model.things import Place, Sphere

Value: TypeAlias = str | HistoricalDate | Kind | EventKind | Place | Sphere | Participation | Actor | Relation


def _source(value: Source | str) -> Source:
    return Source(value) if isinstance(value, str) else value


def _rank(value: Rank | str) -> Rank:
    return term(Rank, value, "Attestation.rank")


@attrs.frozen
class Attestation:
    """One claim: who says so, where, and in which words.

    Args:
        field: the field of the record that the claim is about, such as ``"signed"``.
        value: what is claimed, of the field's type; for a list, one element of it.
        source: who claims it; an id stands for a source of which nothing else is known.
        locator: where in the source, such as ``"results ¶12"``.
        quote: the words of the source, verbatim.
        rank: how the claim ranks among those of the same field.
        note: why it ranks so, or what to beware of.

    Raises:
        InvalidValueError: if a part is blank, or the rank is none.

    Examples:
        >>> Attestation("place", Place("almaty"), "jabbarova-2025", locator="references, entry 6").rank.value
        'normal'

    References:
        W3C PROV-O, ``prov:wasDerivedFrom``; Wikidata data model, "Statement".
    """

    field: str = attrs.field(validator=checks.some_text)
    value: Value
    source: Source = attrs.field(converter=_source, validator=checks.a(Source, "a Source or its id"))
    locator: str | None = attrs.field(default=None, validator=checks.maybe_text, kw_only=True)
    quote: str | None = attrs.field(default=None, validator=checks.maybe_text, kw_only=True)
    rank: Rank = attrs.field(default=Rank.NORMAL, converter=_rank, kw_only=True)
    note: str | None = attrs.field(default=None, validator=checks.maybe_text, kw_only=True)
