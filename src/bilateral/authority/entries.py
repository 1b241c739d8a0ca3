"""What an authority knows of a party: names, codes, dates of existence, and what came before and after."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

import attrs

from bilateral.dates import HistoricalDate
from bilateral.model import Label, Party, checks
from bilateral.model.terms import term
from bilateral.model.values import ByValue, named, quoted
from bilateral.truth import Truth


class NameKind(StrEnum):
    """How a party bears a name.

    Examples:
        >>> NameKind("former")
        <NameKind.FORMER: 'former'>
    """

    SHORT = "short"
    OFFICIAL = "official"
    FORMER = "former"
    ALSO = "also"
    SHARED = "shared"


class Scheme(StrEnum):
    """A system of codes of parties.

    Examples:
        >>> Scheme("cow")
        <Scheme.COW: 'cow'>

    References:
        ISO 3166-1 and 3166-3; Correlates of War, *State System Membership*; Gleditsch and Ward (1999);
        GGO, the codes of manystates and manytreaties; Wikidata.
    """

    ID = "id"
    ALPHA2 = "alpha2"
    ALPHA3 = "alpha3"
    NUMERIC = "numeric"
    COW = "cow"
    COW_LETTERS = "cow-letters"
    GW = "gw"
    GW_LETTERS = "gw-letters"
    GGO = "ggo"
    WIKIDATA = "wikidata"


Stretches = tuple[HistoricalDate, ...]


def _stretches(value: Iterable[HistoricalDate | str]) -> Stretches:
    return tuple(HistoricalDate.of(each) for each in value)


def _names(value: Iterable[Name]) -> tuple[Name, ...]:
    return checks.listed(value)


def _codes(value: Iterable[Code]) -> tuple[Code, ...]:
    return checks.listed(value)


def _name_kind(value: NameKind | str) -> NameKind:
    return term(NameKind, value, "Name.kind")


def _scheme(value: Scheme | str) -> Scheme:
    return term(Scheme, value, "Code.scheme")


@attrs.frozen(eq=False, repr=False)
class Name(ByValue):
    """A name that a party bears, or bore.

    Args:
        label: the name, its language and who prints it.
        kind: ``short``, ``official``, ``former``, ``also`` (any other that is its own), or ``shared``: borne
            by several parties, so that only a date, or whoever asks, can tell which is meant.
        when: the stretches of time in which it is the name; empty for the party's whole existence.

    Examples:
        >>> Name(Label("en", "Yugoslavia"), "shared", ["1992-04-27/2003-02-04"]).kind.value
        'shared'
    """

    label: Label
    kind: NameKind = attrs.field(converter=_name_kind)
    when: Stretches = attrs.field(default=(), converter=_stretches)

    def __str__(self) -> str:
        return self.label.text


@attrs.frozen(eq=False, repr=False)
class Code(ByValue):
    """A code that stands for a party.

    Args:
        scheme: the system of codes.
        value: the code, as text.
        when: the stretches of time in which it stands for the party; empty for always.

    Examples:
        >>> Code("cow", "365", ["1922-12-30/1991-12-26"]).value
        '365'
    """

    scheme: Scheme = attrs.field(converter=_scheme)
    value: str = attrs.field(validator=checks.some_text)
    when: Stretches = attrs.field(default=(), converter=_stretches)

    def __str__(self) -> str:
        return f"{self.scheme} {self.value}"


@attrs.frozen(eq=False, repr=False)
class PartyEntry(ByValue):
    """A party, and what is known of it.

    Args:
        party: the party, as records name it.
        names: its names; the first of a language is the preferred one.
        codes: its codes.
        existence: the stretches of time in which it existed; empty where no source tells.
        predecessors: ids of parties in whose place it came, or of which it was part.
        successors: ids of parties that came in its place.
        note: what else is to be said, such as the acts that its dates are those of.

    Examples:
        >>> from bilateral.authority import Authority
        >>> ussr = Authority.default()["SUN"]
        >>> ussr.name("ru"), ussr.dates, "KAZ" in ussr.successors
        ('Советский Союз', '1922-12-30/1991-12-26', True)
    """

    party: Party
    names: tuple[Name, ...] = attrs.field(default=(), converter=_names)
    codes: tuple[Code, ...] = attrs.field(default=(), converter=_codes)
    existence: Stretches = attrs.field(default=(), converter=_stretches)
    predecessors: tuple[str, ...] = attrs.field(default=(), converter=checks.names)
    successors: tuple[str, ...] = attrs.field(default=(), converter=checks.names)
    note: str | None = None

    def __hash__(self) -> int:
        return hash(self.party.id)

    def __repr__(self) -> str:
        return named(self, self.id, quoted(self.name()), self.dates or None)

    @property
    def id(self) -> str:
        """The id of the party.

        Examples:
            >>> PartyEntry(Party("KAZ")).id
            'KAZ'
        """
        return self.party.id

    @property
    def dates(self) -> str:
        """The dates of its existence as text; empty where no source tells.

        Examples:
            >>> PartyEntry(Party("DZG"), existence=["1920-11-15/1939-09-01"]).dates
            '1920-11-15/1939-09-01'
        """
        return ", ".join(str(stretch) for stretch in self.existence)

    def name(self, language: str = "en") -> str:
        """Return the preferred name in a language, else in English, else the id.

        Args:
            language: BCP 47 tag.

        Examples:
            >>> PartyEntry(Party("KAZ", [Label("en", "Kazakhstan")])).name("ru")
            'Kazakhstan'
        """
        return self.party.name(language)

    def code(self, scheme: Scheme | str) -> str | None:
        """Return its first code of a scheme, or None.

        Args:
            scheme: such as ``"gw"``.

        Examples:
            >>> PartyEntry(Party("KAZ"), codes=[Code("gw", "705")]).code("gw")
            '705'
        """
        wanted = _scheme(scheme)
        return next((code.value for code in self.codes if code.scheme is wanted), None)

    def existed(self, date: HistoricalDate | str) -> Truth:
        """Return whether it existed at a date.

        Args:
            date: a date, or EDTF text.

        Returns:
            UNKNOWN where the date leaves it open, or no source tells.

        Examples:
            >>> PartyEntry(Party("SUN"), existence=["1922-12-30/1991-12-26"]).existed("1991")
            Truth.UNKNOWN
        """
        when = checks.read_date(date, "PartyEntry.existed")
        return holds(self.existence, when) if self.existence else Truth.UNKNOWN


def own_entry(party: Party) -> PartyEntry:
    """Return the entry of a party of which nothing is known but itself.

    Args:
        party: the party.

    Examples:
        >>> [code.value for code in own_entry(Party("KAZ", alpha2="KZ", cow=705)).codes]
        ['KZ', '705']
    """
    codes = {scheme: getattr(party, scheme) for scheme in ("alpha2", "alpha3", "numeric", "cow", "wikidata")}
    return PartyEntry(
        party,
        tuple(Name(label, NameKind.ALSO) for label in party.labels),
        tuple(Code(scheme, str(value)) for scheme, value in codes.items() if value is not None),
    )


def holds(stretches: Stretches, date: HistoricalDate) -> Truth:
    """Return whether a date lies within one of several stretches; within none it lies always.

    Args:
        stretches: stretches of time.
        date: a date.

    Examples:
        >>> holds((), HistoricalDate.parse("1991"))
        Truth.YES
    """
    return Truth.any_of(date.within(stretch) for stretch in stretches) if stretches else Truth.YES
