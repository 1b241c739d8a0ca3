"""Which parties a name or a code may mean, and which of them at a date."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import NamedTuple

from bilateral.authority.entries import Code, NameKind, PartyEntry, Scheme, Stretches, holds
from bilateral.authority.spelling import halves, spellings, without_form
from bilateral.dates import HistoricalDate
from bilateral.errors import AmbiguousPartyError

_UNASKED = (Scheme.ID, Scheme.ALPHA3, Scheme.ALPHA2, Scheme.NUMERIC, Scheme.WIKIDATA, Scheme.GGO)
"""Codes that are known by their form; numbers of other schemes have to be asked for by the scheme."""

_MOST_KEPT = 10_000


class Bearer(NamedTuple):
    """An entry that a name or a code may mean.

    Attributes:
        entry: the entry.
        when: when it means it; empty for always.
        shared: whether it does so only if a date says so.
    """

    entry: PartyEntry
    when: Stretches
    shared: bool


class Bearers:
    """Finds what names and codes may mean, by tables that are made when they are first needed.

    Args:
        entries: the parties, by their ids.
    """

    def __init__(self, entries: Mapping[str, PartyEntry]) -> None:
        self._entries = entries
        self._asked: dict[str, list[Bearer]] = {}

    @cached_property
    def _codes(self) -> dict[tuple[Scheme, str], list[Bearer]]:
        found: dict[tuple[Scheme, str], list[Bearer]] = defaultdict(list)
        for entry in self._entries.values():
            for code in (Code(Scheme.ID, entry.id), *entry.codes):
                found[code.scheme, code.value].append(Bearer(entry, code.when, shared=False))
        return found

    @cached_property
    def _names(self) -> dict[str, list[Bearer]]:
        found: dict[str, list[Bearer]] = defaultdict(list)
        for entry in self._entries.values():
            for name in entry.names:
                bearer = Bearer(entry, name.when or entry.existence, name.kind is NameKind.SHARED)
                for spelling in spellings(name.label.text):
                    bearers = found[spelling]
                    if all(entry is not known.entry for known in bearers):
                        bearers.append(bearer)
        return found

    def of_code(self, scheme: Scheme, value: str) -> list[Bearer]:
        """Return what a code of a scheme may mean, in capitals or not.

        Args:
            scheme: the scheme.
            value: the code.
        """
        text = value.strip()
        return self._codes.get((scheme, text)) or self._codes.get((scheme, text.upper()), [])

    def of_text(self, text: str) -> list[Bearer]:
        """Return what a text may mean: an id, a code that is known by its form, or else a name.

        Args:
            text: the text.
        """
        # A table names the same parties over and over.
        known = self._asked.get(text)
        if known is None:
            codes = (self._codes.get((scheme, text.strip())) for scheme in _UNASKED)
            known = next(filter(None, codes), None) or self._by_name(text)
            if known and len(self._asked) < _MOST_KEPT:
                self._asked[text] = known
        return known

    def _by_name(self, name: str) -> list[Bearer]:
        written = list(spellings(name))
        for spelling in written:
            if spelling in self._names:
                return self._names[spelling]
        for half, other in halves(name):
            # "France (French Republic)" names one party twice; an unknown half might qualify the other.
            both = [self._by_name(half), self._by_name(other)]
            if len(both[0]) == 1 == len(both[1]) and both[0][0].entry is both[1][0].entry:
                return both[0]
        for spelling in written:
            known = [self._names[shorter] for shorter in without_form(spelling) if shorter in self._names]
            # Where several parties bore the short name, its form of state told them apart; it is not dropped.
            if known and len(known[0]) == 1:
                return known[0]
        return []

    def chosen(self, name: object, when: HistoricalDate | None, bearers: list[Bearer]) -> PartyEntry:
        """Return the one that is meant.

        Args:
            name: what was asked for.
            when: the date it was asked for; None if that is not known.
            bearers: what it may mean; not empty.

        Raises:
            AmbiguousPartyError: if the date leaves several, or lies where another had taken the place.
        """
        if when is None:
            return self._undated(name, bearers)
        truths = [holds(bearer.when, when) for bearer in bearers]
        possible = [bearer for bearer, truth in zip(bearers, truths, strict=True) if truth.possible]
        if len(possible) > 1:
            raise _ambiguous(name, when, possible, "may be any of several parties")
        if any(truth.certain for truth in truths):
            return possible[0].entry
        others = self._instead(possible or bearers, when)
        if others:
            raise _ambiguous(name, when, [*(possible or bearers), *others], "may be none or any of these")
        # On the days when it was nobody's, it says no more than without a date.
        entry = self._undated(name, bearers)
        if possible and entry is not possible[0].entry:
            raise _ambiguous(name, when, bearers, "may be none or any of these")
        return entry

    def _undated(self, name: object, bearers: list[Bearer]) -> PartyEntry:
        own = [bearer for bearer in bearers if not bearer.shared] or bearers
        if len(own) > 1:
            raise _ambiguous(name, None, own, "is the name or code of several parties")
        return own[0].entry

    def _instead(self, bearers: list[Bearer], when: HistoricalDate) -> list[Bearer]:
        """Return what came before or after those that a name means, and may have existed at a date."""
        known = {bearer.entry.id for bearer in bearers}
        found: dict[str, PartyEntry] = {}
        for bearer in bearers:
            for id in (*bearer.entry.predecessors, *bearer.entry.successors):
                other = self._entries.get(id)
                if other is not None and id not in known and holds(other.existence, when).possible:
                    found[id] = other
        return [Bearer(entry, entry.existence, shared=False) for entry in found.values()]


def _ambiguous(
    name: object, when: HistoricalDate | None, bearers: Iterable[Bearer], reason: str
) -> AmbiguousPartyError:
    about = {
        bearer.entry.id: ", ".join(filter(None, (bearer.entry.name(), bearer.entry.dates)))
        for bearer in bearers
    }
    return AmbiguousPartyError(name, "" if when is None else str(when), about, reason)
