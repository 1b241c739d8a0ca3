"""What records name: parties, spheres, places and persons."""

from __future__ import annotations

import attrs

from bilateral.errors import InvalidValueError
from bilateral.model import checks
from bilateral.model.names import Named
from bilateral.model.terms import PartyKind, term

_WIKIDATA = checks.matching("Q[1-9][0-9]*", 'a Wikidata item such as "Q227"')
_HIGHEST_COW = 999
_ALPHA3 = checks.matching("[A-Z]{3}", "three capital letters")


def _kind(value: PartyKind | str) -> PartyKind:
    return term(PartyKind, value, "Party.kind")


@attrs.frozen(eq=False, repr=False)
class Party(Named):
    """A state, an international organisation or another actor.

    Args:
        id: ISO 3166-1 alpha-3 where one exists, else a short name such as ``"OTS"``.
        labels: its names; the first of a language is the preferred one.
        kind: what it is.
        alpha2: ISO 3166-1 alpha-2.
        alpha3: ISO 3166-1 (or 3166-3) alpha-3.
        numeric: ISO 3166-1 numeric, three digits as text.
        cow: Correlates of War country number.
        wikidata: Wikidata item.

    Raises:
        InvalidValueError: if a code has not the form of its standard.

    Examples:
        >>> Party("KAZ", alpha2="KZ", numeric="398", cow=705).kind
        <PartyKind.STATE: 'state'>

    References:
        ISO 3166-1; Correlates of War, *State System Membership*; Wikidata.
    """

    kind: PartyKind = attrs.field(default=PartyKind.STATE, converter=_kind, kw_only=True)
    alpha2: str | None = attrs.field(
        default=None, validator=checks.matching("[A-Z]{2}", "two capital letters"), kw_only=True
    )
    alpha3: str | None = attrs.field(default=None, validator=_ALPHA3, kw_only=True)
    numeric: str | None = attrs.field(
        default=None,
        validator=checks.matching("[0-9]{3}", 'three digits as text, such as "031"'),
        kw_only=True,
    )
    cow: int | None = attrs.field(default=None, kw_only=True)
    wikidata: str | None = attrs.field(default=None, validator=_WIKIDATA, kw_only=True)

    @cow.validator
    def _is_a_number(self, _: attrs.Attribute[int | None], value: object) -> None:
        if value is not None and not (type(value) is int and 0 < value <= _HIGHEST_COW):
            raise InvalidValueError("Party.cow", value, "it must be a whole number from 1 to 999")


@attrs.frozen(eq=False, repr=False)
class Sphere(Named):
    """A field of cooperation; spheres form a hierarchy by ``broader``.

    Args:
        id: the stable id, such as ``"oil-gas"``.
        labels: its names; the first of a language is the preferred one.
        broader: the next wider sphere; None at the top.
        note: what the sphere covers.

    Raises:
        InvalidValueError: if ``broader`` is no Sphere.

    Examples:
        >>> energy = Sphere("energy", broader=Sphere("economic"))
        >>> [sphere.id for sphere in energy.lineage]
        ['energy', 'economic']

    References:
        SKOS, ``skos:broader`` and ``skos:scopeNote``.
    """

    broader: Sphere | None = attrs.field(default=None, kw_only=True)
    note: str | None = attrs.field(default=None, validator=checks.maybe_text, kw_only=True)

    @broader.validator
    def _is_a_sphere(self, _: attrs.Attribute[Sphere | None], value: object) -> None:
        if value is not None and not isinstance(value, Sphere):
            raise InvalidValueError("Sphere.broader", value, "it must be a Sphere")

    @property
    def lineage(self) -> tuple[Sphere, ...]:
        """The sphere itself and all wider ones, narrowest first.

        Examples:
            >>> [sphere.id for sphere in Sphere("trade", broader=Sphere("economic")).lineage]
            ['trade', 'economic']
        """
        found: list[Sphere] = [self]
        while found[-1].broader is not None:
            found.append(found[-1].broader)
        return tuple(found)


def _country(value: Party | str | None) -> Party | None:
    return Party(value) if isinstance(value, str) else value


@attrs.frozen(eq=False, repr=False)
class Place(Named):
    """Where something was done: a town, or a country where no town is known.

    Args:
        id: the stable id, such as ``"baku"``.
        labels: its names; the first of a language is the preferred one.
        country: the party in which it lies, or which it is; ISO 3166-1 alpha-3 stands for a party of which
            nothing else is known.
        wikidata: Wikidata item.

    Raises:
        InvalidValueError: if the id of the country, or the item, has not the form of its standard.

    Examples:
        >>> Place("baku", country="AZE").country.id
        'AZE'
    """

    country: Party | None = attrs.field(default=None, converter=_country, kw_only=True)
    wikidata: str | None = attrs.field(default=None, validator=_WIKIDATA, kw_only=True)

    @country.validator
    def _is_a_country(self, attribute: attrs.Attribute[Party | None], value: object) -> None:
        if value is not None and not isinstance(value, Party):
            raise InvalidValueError("Place.country", value, "it must be a Party or its id")
        _ALPHA3(self, attribute, None if value is None else value.id)

    @property
    def is_country(self) -> bool:
        """Whether it is the country itself and no town of it, having the id or a name of its country.

        Examples:
            >>> from bilateral.model import Label
            >>> kazakhstan = Party("KAZ", [Label("en", "Kazakhstan")])
            >>> Place("kazakhstan", [Label("en", "Kazakhstan")], country=kazakhstan).is_country
            True
            >>> Place("almaty", [Label("en", "Almaty")], country=kazakhstan).is_country
            False
        """
        if self.country is None:
            return False
        names = {label.text for label in self.country.labels}
        return self.id == self.country.id or any(label.text in names for label in self.labels)


@attrs.frozen(eq=False, repr=False)
class Person(Named):
    """Someone who acted; the role in which they did stands on the record, in its Actor.

    Args:
        id: the stable id, such as ``"heydar-aliyev"``.
        labels: the names; the first of a language is the preferred one.
        wikidata: Wikidata item.

    Raises:
        InvalidValueError: if the id or the item has not the right form.

    Examples:
        >>> Person("nursultan-nazarbayev").name()
        'nursultan-nazarbayev'
    """

    wikidata: str | None = attrs.field(default=None, validator=_WIKIDATA, kw_only=True)
