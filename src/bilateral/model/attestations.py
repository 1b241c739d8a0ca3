"""Attestations: one claim of one source about one field of one record."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

import attrs

from bilateral.dates import HistoricalDate
from bilateral.errors import InvalidValueError
from bilateral.model import checks
from bilateral.model.parts import Actor, Participation, Relation
from bilateral.model.sources import Source
from bilateral.model.terms import EventKind, Kind, Rank, term
from bilateral.model.things import Place, Sphere
from bilateral.model.values import ByValue, named, quoted

Value: TypeAlias = str | HistoricalDate | Kind | EventKind | Place | Sphere | Participation | Actor | Relation


def _a_kind(value: Any) -> Kind | EventKind:
    words: dict[str, Kind | EventKind] = {kind.value: kind for kind in (*Kind, *EventKind)}
    if not isinstance(value, str) or value not in words:
        raise InvalidValueError("Attestation.value", value, f"it must be one of {', '.join(words)}")
    return words[value]


def _thing(cls: type[Any]) -> Callable[[Any], Any]:
    return lambda value: cls(value) if isinstance(value, str) else value


def _a_url(value: Any) -> Any:
    if not checks.is_url(value):
        raise InvalidValueError("Attestation.value", value, "it must begin with http:// or https://")
    return value


def _a_date(value: Any) -> HistoricalDate:
    return checks.read_date(value, "Attestation.value")


def _itself(value: Any) -> Any:
    return value


_READERS: dict[str, tuple[Callable[[Any], Any], type | tuple[type, ...]]] = {
    **dict.fromkeys(("signed", "date", "in_force", "terminated"), (_a_date, HistoricalDate)),
    "kind": (_a_kind, (Kind, EventKind)),
    "place": (_thing(Place), Place),
    "spheres": (_thing(Sphere), Sphere),
    "parties": (_thing(Participation), Participation),
    "persons": (_thing(Actor), Actor),
    "relations": (_itself, Relation),
    "urls": (_a_url, str),
}
"""How the value of a field is read from its short form, and of which class it then is; others are text."""


def _source(value: Source | str) -> Source:
    return Source(value) if isinstance(value, str) else value


def _rank(value: Rank | str) -> Rank:
    return term(Rank, value, "Attestation.rank")


@attrs.frozen(eq=False, repr=False)
class Attestation(ByValue):
    """One claim: who says so, where, and in which words.

    Args:
        field: the field of the record that the claim is about, such as ``"signed"``.
        value: what is claimed, of the field's type; for a list, one element of it. EDTF stands for a date,
            a word for a kind, an id for a party, sphere, place or person.
        source: who claims it; an id stands for a source of which nothing else is known.
        locator: where in the source, such as ``"results ¶12"``.
        quote: the words of the source, verbatim.
        rank: how the claim ranks among those of the same field.
        note: why it ranks so, or what to beware of.

    Raises:
        InvalidValueError: if a part is blank, the value does not fit the field, or the rank is none.
        InvalidDateError: if the value of a date is no EDTF.

    Examples:
        >>> Attestation("signed", "1993-02-24", "jabbarova-2025", locator="references, entry 6").value
        HistoricalDate('1993-02-24')

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

    def __attrs_post_init__(self) -> None:
        read, cls = _READERS.get(self.field, (_itself, str))
        try:
            value = read(self.value)
        except InvalidValueError as error:
            raise InvalidValueError("Attestation.value", self.value, error.reason) from None
        if not isinstance(value, cls) or value == "":
            raise InvalidValueError(
                "Attestation.value", self.value, f"it does not fit the field {self.field}"
            )
        # What the value is read as depends on the field, which a converter does not see.
        object.__setattr__(self, "value", value)

    def __repr__(self) -> str:
        rank = None if self.rank is Rank.NORMAL else self.rank
        return named(self, self.field, brief(self.value), self.source.id, rank)


def trusted(  # noqa: PLR0917 - in the order of the class; by keyword it would take longer
    field: str, value: Value, source: Source, locator: str | None, quote: str | None, note: str | None
) -> Attestation:
    """Return an attestation of normal rank whose parts are known to fit, without checking them again.

    Args:
        field: the field.
        value: the value, of the class that the field has.
        source: the source.
        locator: where in the source.
        quote: the words of the source.
        note: what to beware of.

    Returns:
        The attestation.

    Examples:
        >>> trusted("title", "T", Source("a"), None, None, None) == Attestation("title", "T", "a")
        True
    """
    # Past the setter of the frozen class, which takes three times as long: a table has millions of them.
    made = _new(Attestation)
    _put_field(made, field)
    _put_value(made, value)
    _put_source(made, source)
    _put_locator(made, locator)
    _put_quote(made, quote)
    _put_rank(made, Rank.NORMAL)
    _put_note(made, note)
    return made


_new = object.__new__
_put_field, _put_value, _put_source, _put_locator, _put_quote, _put_rank, _put_note = (
    vars(Attestation)[each.name].__set__ for each in attrs.fields(Attestation)
)


def brief(value: Value) -> str:
    """Return a value in few characters.

    Args:
        value: the value of a claim.

    Returns:
        A date as EDTF, a word as it is, an id for what has one; text in quotation marks, cut short.

    Examples:
        >>> brief(HistoricalDate("1996-09")), brief(Place("baku")), brief(Participation("KAZ", "state"))
        ('1996-09', 'baku', 'KAZ (state)')
    """
    if isinstance(value, (HistoricalDate, Kind, EventKind)):
        return str(value)
    if isinstance(value, Participation):
        return f"{value.party.id} ({value.capacity})" if value.capacity else value.party.id
    if isinstance(value, Actor):
        return f"{value.person.id} ({quoted(value.role)})" if value.role else value.person.id
    if isinstance(value, Relation):
        return f"{value.kind} {value.target}"
    return value.id if isinstance(value, (Place, Sphere)) else str(quoted(value))
