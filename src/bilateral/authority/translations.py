"""Names of countries in further languages, from libraries that keep them."""

from __future__ import annotations

import gettext
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

import attrs

from bilateral.authority.entries import Name, NameKind, PartyEntry
from bilateral.errors import InvalidValueError, MissingExtraError
from bilateral.model import Label

_KINDS = {"name": NameKind.SHORT, "common_name": NameKind.SHORT, "official_name": NameKind.OFFICIAL}


def translated(entries: Iterable[PartyEntry], languages: Iterable[str]) -> Iterator[PartyEntry]:
    """Yield entries with the names of countries in further languages added.

    Args:
        entries: the entries.
        languages: BCP 47 tags.

    Yields:
        The entries, in their order.

    Raises:
        MissingExtraError: if the extra ``parties`` is not installed.
        InvalidValueError: if there are no names in a language.
    """
    added: dict[str, list[Name]] = defaultdict(list)
    for language in languages:
        current = [*_of_cldr(language), *_of_iso(language, "iso3166-1")]
        former = list(_of_iso(language, "iso3166-3"))
        for code, name in (*current, *former, *_short(former, current)):
            added[code].append(name)
    entries = list(entries)
    owners = {entry.name(): entry for entry in entries}
    for entry in entries:
        new = [*added.get(_code(entry), ())]
        for name in entry.names:
            # Who shares a name in English does so in other languages: "Germany, 1975" asks which in each.
            owner = owners.get(name.label.text) if name.kind is NameKind.SHARED else None
            shared = added.get(_code(owner), ()) if owner is not None else ()
            new += [
                Name(each.label, NameKind.SHARED, name.when) for each in shared if each.kind is NameKind.SHORT
            ]
        yield attrs.evolve(entry, names=(*entry.names, *dict.fromkeys(new))) if new else entry


def _code(entry: PartyEntry) -> str:
    # The codes of former states were given to others; alpha-3 tells them apart.
    return entry.party.alpha3 or entry.id


def _of_cldr(language: str) -> Iterator[tuple[str, Name]]:
    babel, pycountry = _libraries()
    try:
        territories = babel.Locale.parse(language, sep="-").territories
    except (babel.UnknownLocaleError, ValueError):
        reason = 'it must be the BCP 47 tag of a language that CLDR has, such as "fr" or "pt-BR"'
        raise InvalidValueError("Authority.with_languages", language, reason) from None
    for country in pycountry.countries:
        if country.alpha_2 in territories:
            label = Label(language, territories[country.alpha_2], "cldr")
            yield country.alpha_3, Name(label, NameKind.SHORT)


def _of_iso(language: str, domain: str) -> Iterator[tuple[str, Name]]:
    _, pycountry = _libraries()
    locale = language.replace("-", "_")
    catalogue = gettext.translation(domain, pycountry.LOCALES_DIR, [locale], fallback=True)
    for country in pycountry.countries if domain == "iso3166-1" else pycountry.historic_countries:
        for field, kind in _KINDS.items():
            english = getattr(country, field, None)
            text = english and catalogue.gettext(english)
            # What is not translated comes back in English.
            if text and text != english:
                yield country.alpha_3, Name(Label(language, text, "iso-codes"), kind)


def _short(
    former: Iterable[tuple[str, Name]], current: Iterable[tuple[str, Name]]
) -> Iterator[tuple[str, Name]]:
    """Yield what former states are called before a comma, unless a state of today is called so, too."""
    taken = {name.label.text.partition(",")[0] for _, name in current}
    for code, name in former:
        head, comma, _ = name.label.text.partition(",")
        if comma and head not in taken:
            yield code, Name(Label(name.label.language, head, "iso-codes"), NameKind.SHORT)


def _libraries() -> tuple[Any, Any]:
    try:
        import babel
        import pycountry
    except ImportError:
        raise MissingExtraError("parties", "names of countries in further languages") from None
    return babel, pycountry
