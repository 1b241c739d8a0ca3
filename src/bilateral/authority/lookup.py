"""From a name or a code to a party: exactly, or not at all."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date as day
from functools import cache, cached_property
from typing import TypeAlias

from bilateral.authority.bearers import Bearers
from bilateral.authority.entries import PartyEntry, Scheme, own_entry
from bilateral.authority.near import Candidate, Near
from bilateral.authority.spelling import key
from bilateral.dates import HistoricalDate
from bilateral.errors import DataError, InvalidValueError, Problem, UnknownIdError
from bilateral.model import Party, checks
from bilateral.model.terms import term

Dated: TypeAlias = HistoricalDate | day | str


class Authority(Collection[PartyEntry]):
    """An immutable list of parties, found by id, name or code.

    Args:
        entries: the parties.
        aliases: names and codes of your own, each with the id of the party that it means; they come before
            all others.
        problems: what could not be read of the tables that the aliases were read from.

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

    def __init__(
        self,
        entries: Iterable[PartyEntry],
        aliases: Mapping[str, str] | None = None,
        problems: Iterable[Problem] = (),
    ) -> None:
        self._entries: dict[str, PartyEntry] = {}
        for entry in entries:
            if self._entries.setdefault(entry.id, entry) is not entry:
                raise InvalidValueError("Authority.entries", entry.id, "two entries have this id")
        self._aliases = dict(aliases or {})
        self.problems = tuple(problems)
        unknown = [
            Problem("", f"aliases[{alias!r}]", "", id, str(self._unknown(id)))
            for alias, id in self._aliases.items()
            if id not in self._entries
        ]
        if unknown:
            raise DataError(unknown)
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

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return (self._entries, self._aliases) == (other._entries, other._aliases)

    def __hash__(self) -> int:
        return hash(tuple(self._entries))

    def __repr__(self) -> str:
        count = len(self._aliases)
        also = f", {count} {'alias' if count == 1 else 'aliases'}" if count else ""
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
        return type(self)(self, {**self._aliases, **aliases}, self.problems)

    def with_aliases_from(
        self,
        file: str | os.PathLike[str],
        *,
        code: str,
        name: str | Sequence[str],
        iso3: str | None = None,
        encoding: str = "utf-8-sig",
    ) -> Authority:
        """Return an authority that knows the codes of a table of parties, each by the name in its row.

        Args:
            file: a CSV file with a header.
            code: the column of the source's own codes, such as ``AZERBA``.
            name: the column of the names or ids that say which party is meant; of several columns, the first
                that names one.
            iso3: a column with ISO 3166-1 alpha-3, which is compared and not followed: in tables that were
                filled in by a program it is often wrong. None for none.
            encoding: that of the file.

        Returns:
            A new authority; its ``problems`` list the rows that name no party, or several, or another one
            than ``iso3``.

        Raises:
            DataError: if the file is no table with these columns.

        Examples:
            >>> from pathlib import Path
            >>> from tempfile import TemporaryDirectory
            >>> rows = ["id,title", "AZERBA,Azerbaijan", "KAZAKH,Khazakhstan"]
            >>> with TemporaryDirectory() as folder:
            ...     file = Path(folder, "codes.csv")
            ...     _ = file.write_text(chr(10).join(rows))
            ...     ours = Authority.default().with_aliases_from(file, code="id", name="title")
            >>> ours.identify("AZERBA").id, [problem.record for problem in ours.problems]
            ('AZE', ['KAZAKH'])
        """
        from bilateral.authority.tables import aliases

        names = [name] if isinstance(name, str) else list(name)
        found, problems = aliases(self.identify, file, code=code, names=names, iso3=iso3, encoding=encoding)
        return type(self)(self, {**self._aliases, **found}, (*self.problems, *problems))

    def with_parties(self, parties: Iterable[Party]) -> Authority:
        """Return an authority that has further parties, known by their ids, labels and codes.

        Args:
            parties: the parties; their ids must be new.

        Returns:
            A new authority.

        Raises:
            InvalidValueError: if there is a party of that id.

        Examples:
            >>> from bilateral.model import Label
            >>> ours = Authority.default().with_parties([Party("ACP", [Label("en", "ACP Group")])])
            >>> ours.identify("acp group").id
            'ACP'
        """
        return type(self)((*self, *map(own_entry, parties)), self._aliases, self.problems)

    def with_languages(self, *languages: str) -> Authority:
        """Return an authority that knows the countries' names in further languages, too.

        Args:
            languages: BCP 47 tags, such as ``"fr"`` or ``"pt-BR"``.

        Returns:
            A new authority.

        Raises:
            MissingExtraError: if the extra ``parties`` is not installed.
            InvalidValueError: if there are no names in a language.

        Examples:
            >>> Authority.default().with_languages("fr").identify("Allemagne").id
            'DEU'

        References:
            Unicode CLDR, by way of Babel; iso-codes, by way of pycountry.
        """
        from bilateral.authority.translations import translated

        return type(self)(translated(self, languages), self._aliases, self.problems)

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
            alias = self._alias_keys.get(key(name)) if self._alias_keys else None
            if alias is not None:
                return self._entries[alias].party
            meant = self._bearers.of_text(name)
        else:
            system = term(Scheme, scheme, "identify.scheme")
            meant = self._bearers.of_code(system, str(name))
            if not meant:
                raise UnknownIdError(f"party with the code of {system}", name)
        if not meant:
            raise self._unknown(name)
        return self._bearers.chosen(name, when, meant).party

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
    def _bearers(self) -> Bearers:
        return Bearers(self._entries)


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
