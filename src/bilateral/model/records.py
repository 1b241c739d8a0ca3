"""Records: the agreements and events that a corpus is made of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import combinations
from typing import TYPE_CHECKING, Any, ClassVar, SupportsIndex, TypeVar, overload

import attrs

from bilateral.dates import HistoricalDate
from bilateral.errors import InvalidValueError
from bilateral.model import checks, claims
from bilateral.model.attestations import Attestation, Value, brief
from bilateral.model.parts import Actor, Participation, Provision, Relation
from bilateral.model.sources import Source
from bilateral.model.terms import Capacity, EventKind, Kind, term
from bilateral.model.things import Party, Place, Sphere
from bilateral.model.values import ByValue, named, quoted

if TYPE_CHECKING:
    from bilateral.dates import Slip

UNCLAIMED = frozenset({"id", "provisions", "attestations", "raw"})
"""The fields that no attestation is about: the id is ours, a provision is a claim in itself, and what is raw
claims nothing yet."""

_Item = TypeVar("_Item")


def _participations(value: Iterable[Participation | Party | str]) -> tuple[Participation, ...]:
    return _each_as(Participation, (Party, str), value)


def _spheres(value: Iterable[Sphere | str]) -> tuple[Sphere, ...]:
    return _each_as(Sphere, str, value)


def _each_as(cls: type[_Item], short: type | tuple[type, ...], value: Iterable[Any]) -> tuple[_Item, ...]:
    """Make a tuple of a class from items that are of it or stand for it; others are left to the validator."""
    items: Any = checks.listed(value)
    if not isinstance(items, tuple):
        return items  # type: ignore[no-any-return]  # the validator refuses it and names the field
    return tuple(cls(item) if isinstance(item, short) else item for item in items)  # type: ignore[call-arg]


def _actors(value: Iterable[Actor]) -> tuple[Actor, ...]:
    return checks.listed(value)


def _relations(value: Iterable[Relation]) -> tuple[Relation, ...]:
    return checks.listed(value)


def _provisions(value: Iterable[Provision]) -> tuple[Provision, ...]:
    return checks.listed(value)


def _attestations(value: Iterable[Attestation]) -> tuple[Attestation, ...]:
    return checks.listed(value)


def _raw(value: Iterable[tuple[str, str]] | Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    pairs: Any = checks.listed(value.items() if isinstance(value, Mapping) else value)
    if not isinstance(pairs, tuple):
        return pairs  # type: ignore[no-any-return]  # the validator refuses it and names the field
    # Lists stand for pairs in JSON.
    return tuple(tuple(pair) if isinstance(pair, list) else pair for pair in pairs)


def _place(value: Place | str | None) -> Place | None:
    return Place(value) if isinstance(value, str) else value


def _kind(value: Kind | str | None) -> Kind | None:
    return None if value is None else term(Kind, value, "Agreement.kind")


def _event_kind(value: EventKind | str | None) -> EventKind | None:
    return None if value is None else term(EventKind, value, "Event.kind")


def _numbered_once(owner: object, attribute: attrs.Attribute[Any], value: tuple[Provision, ...]) -> None:
    # A number is the place in the list of a source: two sources may each have a first.
    numbers = [(each.source, each.number) for each in value]
    for source, number in numbers:
        if numbers.count((source, number)) > 1:
            reason = "each number may stand once for each source"
            raise InvalidValueError(checks.name_of(owner, attribute), number, reason)


@attrs.frozen(eq=False, repr=False)
class Record(ByValue):
    """What agreements and events have in common; a record is one or the other.

    Args:
        id: stable id, unique in its corpus.
        title: the title; None where no source gives one.
        place: where it was done; an id stands for a place of which nothing else is known.
        parties: who took part, each a Participation, a Party or an id.
        spheres: the fields it concerns, the principal one first; each a Sphere or an id.
        persons: who acted in it, each an Actor.
        relations: how it stands to other records.
        urls: addresses that sources give for it.
        aliases: ids that others use for it; not unique.
        description: the words in which a source mentions it without a title.
        attestations: the claims behind all these values.
        raw: what a source has in a column and nobody has understood, or mapped to a field: pairs of
            column and text, verbatim; a mapping stands for its items.

    Raises:
        InvalidValueError: if a value does not fit its field, or one party is listed twice.
    """

    _kinds: ClassVar[type[Kind | EventKind]] = Kind

    id: str = attrs.field(validator=checks.an_id)
    title: str | None = attrs.field(default=None, kw_only=True, validator=checks.maybe_text)
    place: Place | None = attrs.field(
        default=None,
        kw_only=True,
        converter=_place,
        validator=attrs.validators.optional(checks.a(Place, "a Place or its id")),
    )
    parties: tuple[Participation, ...] = attrs.field(
        default=(),
        kw_only=True,
        converter=_participations,
        validator=checks.each(Participation, "a Participation, a Party or an id"),
    )
    spheres: tuple[Sphere, ...] = attrs.field(
        default=(), kw_only=True, converter=_spheres, validator=checks.each(Sphere, "a Sphere or its id")
    )
    persons: tuple[Actor, ...] = attrs.field(
        default=(), kw_only=True, converter=_actors, validator=checks.each(Actor, "an Actor")
    )
    relations: tuple[Relation, ...] = attrs.field(
        default=(), kw_only=True, converter=_relations, validator=checks.each(Relation, "a Relation")
    )
    urls: tuple[str, ...] = attrs.field(
        default=(), kw_only=True, converter=checks.names, validator=checks.urls
    )
    aliases: tuple[str, ...] = attrs.field(
        default=(), kw_only=True, converter=checks.names, validator=checks.each(str, "text")
    )
    description: str | None = attrs.field(default=None, kw_only=True, validator=checks.maybe_text)
    attestations: tuple[Attestation, ...] = attrs.field(
        default=(),
        kw_only=True,
        converter=_attestations,
        validator=checks.each(Attestation, "an Attestation"),
    )
    raw: tuple[tuple[str, str], ...] = attrs.field(
        default=(), kw_only=True, converter=_raw, validator=checks.pairs_of_text
    )

    # Equality compares everything; the id is enough for the hash.
    def __hash__(self) -> int:
        return hash(self.id)

    def __repr__(self) -> str:
        return named(self, self.id, quoted(self.title or self.description), self.date)

    @parties.validator
    def _name_each_party_once(self, _: attrs.Attribute[Any], value: tuple[Participation, ...]) -> None:
        codes = [participation.party.id for participation in value]
        for code in codes:
            if codes.count(code) > 1:
                raise InvalidValueError("Record.parties", code, "a party takes part once, in one capacity")

    @attestations.validator
    def _fit_their_fields(self, _: attrs.Attribute[Any], value: tuple[Attestation, ...]) -> None:
        known = [name for name in attrs.fields_dict(type(self)) if name not in UNCLAIMED]
        for each in value:
            if each.field not in known:
                raise InvalidValueError(
                    "Attestation.field", each.field, f"it must be one of {', '.join(known)}"
                )
            if isinstance(each.value, (Kind, EventKind)) and not isinstance(each.value, self._kinds):
                term(self._kinds, each.value, "Attestation.value")

    @property
    def kind(self) -> Kind | EventKind | None:
        """What it is; None where no source says."""
        return None

    @property
    def date(self) -> HistoricalDate | None:
        """When it was done; by this date records are ordered, and ``q.date`` asks for it."""
        return None

    @property
    def label(self) -> str:
        """The title, or what is known instead, in brackets.

        Examples:
            >>> Agreement("x", description="civil aviation").label
            '[civil aviation]'
        """
        return self.title or f"[{self.description or self.id}]"

    @property
    def sources(self) -> tuple[Source, ...]:
        """The sources that attest anything of it, in the order of first attestation."""
        return tuple(dict.fromkeys(each.source for each in self.attestations))

    def attested(self, field: str) -> tuple[Attestation, ...]:
        """Return the claims about a field, in order.

        Args:
            field: the field, such as ``"signed"``.

        Returns:
            The attestations, deprecated ones included.

        Examples:
            >>> Agreement("x").attested("signed")
            ()
        """
        return tuple(each for each in self.attestations if each.field == field)

    def alternatives(self, field: str) -> tuple[Value, ...]:
        """Return the values of a field that its best-ranked claims leave open, the shown one first.

        Args:
            field: a field that is no list, such as ``"kind"``.

        Returns:
            The values; one if the claims agree, none if nothing is recorded.

        Examples:
            >>> claims = [Attestation("kind", Kind(k), "a") for k in ("treaty", "agreement")]
            >>> record = Agreement("x", kind="treaty", attestations=claims)
            >>> [str(kind) for kind in record.alternatives("kind")]
            ['treaty', 'agreement']
        """
        left = claims.candidates(field, self.attested(field))
        if left:
            return left
        value = getattr(self, field)
        return () if value is None else (value,)

    def capacities(self, party: str) -> tuple[Capacity | None, ...]:
        """Return the capacities of a party that its best-ranked claims leave open, the shown one first.

        Args:
            party: id of the party.

        Returns:
            The capacities; ``(None,)`` where no source names one, empty if it takes no part.

        Examples:
            >>> Agreement("x", parties=[Participation("KAZ", "state")]).capacities("KAZ")
            (<Capacity.STATE: 'state'>,)
        """
        claimed = [each for each in self.attested("parties") if claims.subject(each.value) == party]
        left = claims.candidates("parties", claimed) or self.parties
        return tuple(
            each.capacity for each in left if isinstance(each, Participation) and each.party.id == party
        )

    def conflicts(self) -> Conflicts:
        """Return the conflicts among its attestations, also those that a rank has resolved.

        Returns:
            One Conflict for each field, or party of it, in dispute; in the order of the fields.

        Examples:
            >>> Agreement("x").conflicts()
            ()
        """
        return Conflicts(
            Conflict(self, field, group)
            for field, claimed in claims.by_field(self.attestations).items()
            for group in claims.disagreements(field, claimed)
        )

    def discrepancies(self) -> tuple[tuple[str, object, object], ...]:
        """Return where a stored value is not what its attestations resolve to.

        Returns:
            ``(field, stored, resolved)`` for each such field; nothing if the record has no attestations.

        Examples:
            >>> claim = Attestation("title", "Treaty on Friendship", "a")
            >>> Agreement("x", title="Treaty", attestations=[claim]).discrepancies()
            (('title', 'Treaty', 'Treaty on Friendship'),)
        """
        if not self.attestations:
            return ()
        claimed = claims.by_field(self.attestations)
        found = []
        for attribute in attrs.fields(type(self)):
            if attribute.name not in UNCLAIMED:
                stored = getattr(self, attribute.name)
                resolved = claims.resolve(attribute.name, claimed.get(attribute.name, ()))
                if stored != resolved:
                    found.append((attribute.name, stored, resolved))
        return tuple(found)

    def _repr_html_(self) -> str:
        from bilateral.model.cards import card

        return str(card(self))


@attrs.frozen(eq=False, repr=False)
class Agreement(Record):
    """An instrument: treaty, agreement, protocol, declaration, joint statement, and the like.

    Besides the arguments of every Record (title, place, parties, spheres, persons, relations, urls,
    aliases, description, attestations, raw) it takes:

    Args:
        id: stable id, unique in its corpus.
        kind: what it calls itself.
        signed: when it was signed or adopted.
        in_force: when it entered into force.
        terminated: when it ceased to be in force.
        provisions: what sources say it provides.

    Raises:
        InvalidValueError: if a value does not fit its field.
        InvalidDateError: if a date is no EDTF.

    Examples:
        >>> pensions = Agreement(
        ...     "aze-kaz-1996-pensions",
        ...     title="Agreement on cooperation in the field of pension provision",
        ...     kind="agreement",
        ...     signed="1996-09-16",
        ...     parties=[Participation("AZE", "government"), Participation("KAZ", "government")],
        ...     spheres=["social-protection"],
        ... )
        >>> pensions.date
        HistoricalDate('1996-09-16')

    References:
        Vienna Convention on the Law of Treaties (1969), articles 2, 11, 24 and 54.
    """

    kind: Kind | None = attrs.field(default=None, kw_only=True, converter=_kind)
    signed: HistoricalDate | None = attrs.field(
        default=None, kw_only=True, converter=checks.maybe_date, validator=checks.maybe_dated
    )
    in_force: HistoricalDate | None = attrs.field(
        default=None, kw_only=True, converter=checks.maybe_date, validator=checks.maybe_dated
    )
    terminated: HistoricalDate | None = attrs.field(
        default=None, kw_only=True, converter=checks.maybe_date, validator=checks.maybe_dated
    )
    provisions: tuple[Provision, ...] = attrs.field(
        default=(),
        kw_only=True,
        converter=_provisions,
        validator=[checks.each(Provision, "a Provision"), _numbered_once],
    )

    @property
    def date(self) -> HistoricalDate | None:
        """When it was signed.

        Examples:
            >>> Agreement("x", signed="1996").date
            HistoricalDate('1996')
        """
        return self.signed

    @property
    def is_mention(self) -> bool:
        """Whether sources only mention it, with neither a title nor a date.

        Examples:
            >>> Agreement("x", description="civil aviation").is_mention
            True
        """
        return self.title is None and self.signed is None

    @property
    def sources(self) -> tuple[Source, ...]:
        """The sources that attest anything of it, its provisions included.

        Examples:
            >>> Agreement("x", title="T", attestations=[Attestation("title", "T", "a")]).sources[0].id
            'a'
        """
        attesting = [each.source for each in self.attestations]
        return tuple(
            dict.fromkeys([*attesting, *(p.source for p in self.provisions if p.source is not None)])
        )


@attrs.frozen(eq=False, repr=False)
class Event(Record):
    """Something dated that is no instrument: relations established, an embassy opened, a visit.

    Besides the arguments of every Record (title, place, parties, spheres, persons, relations, urls,
    aliases, description, attestations, raw) it takes:

    Args:
        id: stable id, unique in its corpus.
        kind: what happened.
        date: when; an interval for what lasted.

    Raises:
        InvalidValueError: if a value does not fit its field.
        InvalidDateError: if a date is no EDTF.

    Examples:
        >>> Event("aze-kaz-1993-embassy", kind="mission-opened", date="1993-01").date.precision.value
        'month'
    """

    _kinds: ClassVar[type[Kind | EventKind]] = EventKind

    kind: EventKind | None = attrs.field(default=None, kw_only=True, converter=_event_kind)
    date: HistoricalDate | None = attrs.field(
        default=None, kw_only=True, converter=checks.maybe_date, validator=checks.maybe_dated
    )


@attrs.frozen(eq=False, repr=False)
class Conflict(ByValue):
    """Claims about one field of one record that cannot all hold.

    Args:
        record: the record.
        field: the field in dispute.
        attestations: the claims that at least one other of them contradicts; none is deprecated.

    Examples:
        >>> claims = [Attestation("signed", HistoricalDate(d), "a") for d in ("1993-02-24", "1993-12-24")]
        >>> conflict = Agreement("x", attestations=claims).conflicts()[0]
        >>> conflict.field, conflict.is_open
        ('signed', True)
    """

    record: Record
    field: str
    attestations: tuple[Attestation, ...]

    def __repr__(self) -> str:
        return named(self, self.record.id, self.field, " against ".join(map(brief, self.values)))

    @property
    def values(self) -> tuple[Value, ...]:
        """The different values claimed, in the order of attestation."""
        return tuple(dict.fromkeys(each.value for each in self.attestations))

    @property
    def slips(self) -> dict[tuple[HistoricalDate, HistoricalDate], tuple[Slip, ...]]:
        """By which single slips of a writer one of two dates claimed may have become the other.

        Pairs stand in the order of attestation; those that no single slip explains are left out, and what
        is no date has none. That a slip would explain a difference does not show that it was one.

        Examples:
            >>> claims = [Attestation("signed", d, "a") for d in ("1993-02-24", "1993-12-24")]
            >>> Agreement("x", attestations=claims).conflicts()[0].slips.values()
            dict_values([(<Slip.MONTH: 'other-month'>,)])
        """
        from bilateral.dates import near_misses

        dates = [value for value in self.values if isinstance(value, HistoricalDate)]
        pairs = {(a, b): near_misses(a, b) for a, b in combinations(dates, 2)}
        return {pair: slips for pair, slips in pairs.items() if slips}

    @property
    def is_open(self) -> bool:
        """Whether the claims of best rank still disagree; if not, a rank has resolved it."""
        about = claims.subject(self.attestations[0].value)
        same = [each for each in self.record.attested(self.field) if claims.subject(each.value) == about]
        return len(claims.candidates(self.field, same)) > 1

    def _repr_html_(self) -> str:
        from bilateral.model.disputes import disputed

        return str(disputed([self]))


class Conflicts(tuple[Conflict, ...]):
    """Conflicts, as a tuple that shows the claims side by side in a notebook.

    Examples:
        >>> claims = [Attestation("place", Place(place), "a") for place in ("baku", "almaty")]
        >>> found = Agreement("x", attestations=claims).conflicts()
        >>> len(found), "Left open" in found._repr_html_()
        (1, True)
    """

    __slots__ = ()

    @overload
    def __getitem__(self, key: SupportsIndex) -> Conflict: ...
    @overload
    def __getitem__(self, key: slice) -> Conflicts: ...
    def __getitem__(self, key: SupportsIndex | slice) -> Conflict | Conflicts:
        found = super().__getitem__(key)
        return Conflicts(found) if isinstance(found, tuple) else found

    def _repr_html_(self) -> str:
        from bilateral.model.disputes import disputed

        return str(disputed(self))
