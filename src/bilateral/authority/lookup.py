"""From a name or a code to a party: exactly, or not at all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date as day
from functools import cache, cached_property
from typing import NamedTuple, TypeAlias

from bilateral.authority.entries import Code, NameKind, PartyEntry, Scheme, Stretches, holds
from bilateral.authority.near import Candidate, Near
from bilateral.authority.spelling import key, spellings, without_form
from bilateral.dates import HistoricalDate
from bilateral.errors import AmbiguousPartyError, DataError, InvalidValueError, Problem, UnknownIdError
from bilateral.model import Party, checks
from bilateral.model.terms import term

Dated: TypeAlias = HistoricalDate | day | str

_UNASKED = (Scheme.ID, Scheme.ALPHA3, Scheme.ALPHA2, Scheme.NUMERIC, Scheme.WIKIDATA)
"""Codes that are known by their form; numbers of other schemes have to be asked for by the scheme."""


class _Bearer(NamedTuple):
    """An entry that a name or a code may mean, and when."""

    entry: PartyEntry
    when: Stretches
    shared: bool


class Authority(Collection[PartyEntry]):
    """An immutable list of parties, found by id, name or code.

    Args:
        entries: the parties.
        aliases: names and codes of your own, each with the id of the party that it means; they come before
            all others.

    Raises:
        InvalidValueError: if two entries have one id.
        DataError: if an alias is for a party that is not there; all such are listed.

    Examples:
        >>> authority = Authority.default()
        >>> authority["KAZ"]
        <PartyEntry KAZ: 'Kazakhstan', 1991-12-16/..>
        >>> authority.identify("Republic of Kazakhstan").id
        'KAZ'

    References:
        ISO 25964-1 and SKOS, of thesauri; the sources of the shipped entries are listed in its file.
    """

    def __init__(self, entries: Iterable[PartyEntry], aliases: Mapping[str, str] | None = None) -> None:
        self._entries: dict[str, PartyEntry] = {}
        for entry in entries:
            if self._entries.setdefault(entry.id, entry) is not entry:
                raise InvalidValueError("Authority.entries", entry.id, "two entries have this id")
        self._aliases = dict(aliases or {})
        problems = [
            Problem("", f"aliases[{alias!r}]", "", id, str(self._unknown(id)))
            for alias, id in self._aliases.items()
            if id not in self._entries
        ]
        if problems:
            raise DataError(problems)
        self._alias_keys = {key(alias): id for alias, id in self._aliases.items()}

    @classmethod
    def default(cls) -> Authority:
        """Return the authority that comes with the library, read when it is first asked for.

        Examples:
            >>> Authority.default() is Authority.default()
            True
        """
        return _default()

    def __len__(self) -> int:
        return len(self._entries)

    def __iter__(self) -> Iterator[PartyEntry]:
        return iter(self._entries.values())

    def __contains__(self, item: object) -> bool:
        id = item.id if isinstance(item, PartyEntry | Party) else item
        return id in self._entries

    def __getitem__(self, id: str) -> PartyEntry:
        try:
            return self._entries[id]
        except (KeyError, TypeError):
            raise self._unknown(id) from None

    def __repr__(self) -> str:
        also = f", {len(self._aliases)} aliases" if self._aliases else ""
        return f"<Authority of {len(self)} parties{also}>"

    @property
    def aliases(self) -> dict[str, str]:
        """The aliases that were added, each with the id of its party.

        Examples:
            >>> Authority.default().with_aliases({"Khazakhstan": "KAZ"}).aliases
            {'Khazakhstan': 'KAZ'}
        """
        return dict(self._aliases)

    def with_aliases(self, aliases: Mapping[str, str]) -> Authority:
        """Return an authority that knows further names or codes; those given later come first.

        Args:
            aliases: names or codes, each with the id of the party that it means.

        Returns:
            A new authority.

        Raises:
            DataError: if an alias is for a party that is not there; all such are listed.

        Examples:
            >>> ours = Authority.default().with_aliases({"Khazakhstan": "KAZ", "Germany": "DEU"})
            >>> ours.identify("Khazakhstan").id, ours.identify("Germany", date="1975").id
            ('KAZ', 'DEU')
        """
        return type(self)(self, {**self._aliases, **aliases})

    def identify(
        self, name: str | int, *, date: Dated | None = None, scheme: Scheme | str | None = None
    ) -> Party:
        """Return the party that a name or a code means.

        A name is looked up as written, but for case, diacritics, punctuation, the order of words around a
        comma and the form of state; nothing that merely comes near is taken. A date decides between parties
        that share a name or a number, or that came one after the other; an id means its party at any date.

        Args:
            name: a name in English, Russian, Kazakh or Azerbaijani, an id, or a code.
            date: when it was used: EDTF text, a HistoricalDate or a ``datetime.date``; None if that is not
                known.
            scheme: the system of the code, such as ``"cow"``; None for a name, an id, an ISO 3166 code
                or a Wikidata item.

        Returns:
            The party.

        Raises:
            UnknownIdError: if no party has this name or code; it suggests ids that come near.
            AmbiguousPartyError: if several have it, at that date; it names them and their dates.
            InvalidValueError: if a number is given without its scheme, or the scheme is none.

        Examples:
            >>> authority = Authority.default()
            >>> authority.identify("Iran, Islamic Republic of").id, authority.identify("Казахстан").id
            ('IRN', 'KAZ')
            >>> authority.identify(365, scheme="cow", date="1985").id
            'SUN'
        """
        when = None if date is None else checks.read_date(date, "identify.date")
        if scheme is None:
            if not isinstance(name, str):
                reason = (
                    'it needs its scheme, such as scheme="cow"; codes of ISO 3166 are text, such as "031"'
                )
                raise InvalidValueError("identify.name", name, reason)
            alias = self._alias_keys.get(key(name))
            if alias is not None:
                return self._entries[alias].party
            bearers = self._by_form(name) or self._by_name(name)
        else:
            bearers = self._by_code(term(Scheme, scheme, "identify.scheme"), str(name))
        if not bearers:
            raise self._unknown(name)
        return self._chosen(name, when, bearers).party

    def near(self, name: str, limit: int = 5) -> list[Candidate]:
        """Return the parties with names that come near one, nearest first; nothing is decided by it.

        Args:
            name: what somebody wrote.
            limit: how many at most.

        Returns:
            Candidates with a score from 0 to 1 and the name that comes near.

        Examples:
            >>> Authority.default().near("Khazakhstan", 1)
            [Candidate(id='KAZ', score=0.95, reason="like 'Kazakhstan' (en, short)")]
        """
        return self._near.of(name, limit)

    def _unknown(self, name: object) -> UnknownIdError:
        near = [candidate.id for candidate in self.near(name, 3)] if isinstance(name, str) else ()
        return UnknownIdError("party", name, near)

    @cached_property
    def _near(self) -> Near:
        return Near(self)

    @cached_property
    def _codes(self) -> dict[tuple[Scheme, str], list[_Bearer]]:
        found: dict[tuple[Scheme, str], list[_Bearer]] = defaultdict(list)
        for entry in self:
            for code in (Code(Scheme.ID, entry.id), *entry.codes):
                found[code.scheme, code.value].append(_Bearer(entry, code.when, shared=False))
        return found

    @cached_property
    def _names(self) -> dict[str, list[_Bearer]]:
        found: dict[str, list[_Bearer]] = defaultdict(list)
        for entry in self:
            for name in entry.names:
                bearer = _Bearer(entry, name.when or entry.existence, name.kind is NameKind.SHARED)
                bearers = found[key(name.label.text)]
                if all(entry is not known.entry for known in bearers):
                    bearers.append(bearer)
        return found

    def _by_code(self, scheme: Scheme, value: str) -> list[_Bearer]:
        text = value.strip()
        return self._codes.get((scheme, text)) or self._codes.get((scheme, text.upper()), [])

    def _by_form(self, text: str) -> list[_Bearer]:
        for scheme in _UNASKED:
            bearers = self._codes.get((scheme, text.strip()))
            if bearers:
                return bearers
        return []

    def _by_name(self, name: str) -> list[_Bearer]:
        written = list(spellings(name))
        for spelling in written:
            if spelling in self._names:
                return self._names[spelling]
        for spelling in written:
            shorter = without_form(spelling)
            bearers = self._names.get(shorter, []) if shorter else []
            # Where several parties bore the short name, its form of state told them apart; it is not dropped.
            if len(bearers) == 1:
                return bearers
        return []

    def _chosen(self, name: object, when: HistoricalDate | None, bearers: list[_Bearer]) -> PartyEntry:
        if when is None:
            own = [bearer for bearer in bearers if not bearer.shared] or bearers
            if len(own) > 1:
                raise _ambiguous(name, when, own, "is the name or code of several parties")
            return own[0].entry
        truths = [holds(bearer.when, when) for bearer in bearers]
        possible = [bearer for bearer, truth in zip(bearers, truths, strict=True) if truth.possible]
        if len(possible) > 1:
            raise _ambiguous(name, when, possible, "may be any of several parties")
        certain = any(truth.certain for truth in truths)
        if not certain:
            others = self._then(possible or bearers, when, ended=not possible)
            if others or (not possible and len(bearers) > 1):
                raise _ambiguous(name, when, [*(possible or bearers), *others], "may be none or any of these")
        return (possible or bearers)[0].entry

    def _then(self, bearers: list[_Bearer], when: HistoricalDate, *, ended: bool) -> list[_Bearer]:
        """Return what came before those that a name means, or after if they have ended, and existed then."""
        known = {bearer.entry.id for bearer in bearers}
        found: dict[str, PartyEntry] = {}
        for bearer in bearers:
            entry = bearer.entry
            for id in (*entry.predecessors, *(entry.successors if ended else ())):
                other = self._entries.get(id)
                if other is not None and id not in known and holds(other.existence, when).possible:
                    found[id] = other
        return [_Bearer(entry, entry.existence, shared=False) for entry in found.values()]


def _ambiguous(
    name: object, when: HistoricalDate | None, bearers: Iterable[_Bearer], reason: str
) -> AmbiguousPartyError:
    about = {
        bearer.entry.id: ", ".join(filter(None, (bearer.entry.name(), bearer.entry.dates)))
        for bearer in bearers
    }
    return AmbiguousPartyError(name, "" if when is None else str(when), about, reason)


@cache
def _default() -> Authority:
    from bilateral.authority.shipped import entries

    return Authority(entries())


def identify(name: str | int, *, date: Dated | None = None, scheme: Scheme | str | None = None) -> Party:
    """Return the party that a name or a code means, by the authority that comes with the library.

    Args:
        name: a name in English, Russian, Kazakh or Azerbaijani, an id, or a code.
        date: when it was used: EDTF text, a HistoricalDate or a ``datetime.date``; None if that is not known.
        scheme: the system of the code, such as ``"cow"``; None for a name, an id, an ISO 3166 code or a
            Wikidata item.

    Returns:
        The party.

    Raises:
        UnknownIdError: if no party has this name or code; it suggests ids that come near.
        AmbiguousPartyError: if several have it, at that date; it names them and their dates.
        InvalidValueError: if a number is given without its scheme, or the scheme is none.

    Examples:
        >>> identify("Iran, Islamic Republic of").id, identify("Q227").id
        ('IRN', 'AZE')
        >>> identify("Germany", date="1975")
        Traceback (most recent call last):
        bilateral.errors.AmbiguousPartyError: ...
    """
    return Authority.default().identify(name, date=date, scheme=scheme)
