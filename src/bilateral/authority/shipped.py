"""The authority file that comes with the library: read once, when it is first asked for."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from bilateral.authority.entries import Code, Name, NameKind, PartyEntry
from bilateral.model import Label, Party, Source

FILE = Path(__file__).resolve().parent.parent / "data" / "authority" / "parties.json"

_OWN = ("alpha2", "alpha3", "numeric", "wikidata")


def entries() -> list[PartyEntry]:
    """Return the entries of the shipped file, in its order.

    Examples:
        >>> next(entry.name() for entry in entries() if entry.id == "KAZ")
        'Kazakhstan'
    """
    found = json.loads(FILE.read_text(encoding="utf-8"))["parties"]
    successors = _successors(found)
    return [_entry(each, successors.get(each["id"], ())) for each in found]


def sources() -> tuple[Source, ...]:
    """Return the sources of the shipped file, which its names and dates are from.

    Examples:
        >>> [source.title for source in sources() if source.id == "wikidata"]
        ['Wikidata']
    """
    return tuple(
        Source(
            each["id"],
            each["title"],
            kind=each["kind"],
            url=each.get("url"),
            doi=each.get("doi"),
            note=" ".join(filter(None, (each.get("note"), _licence(each)))) or None,
        )
        for each in json.loads(FILE.read_text(encoding="utf-8"))["sources"]
    )


def _licence(source: dict[str, Any]) -> str:
    return f"Licence: {source['licence']}." if "licence" in source else ""


def _successors(found: Iterable[dict[str, Any]]) -> dict[str, list[str]]:
    after: dict[str, list[str]] = defaultdict(list)
    for each in found:
        for predecessor in each.get("after", ()):
            after[predecessor].append(each["id"])
    return after


def _entry(data: dict[str, Any], successors: Iterable[str]) -> PartyEntry:
    names = tuple(
        Name(Label(each["language"], each["text"], each["source"]), each["kind"], each.get("when", ()))
        for each in data["names"]
    )
    codes = tuple(Code(each["scheme"], each["value"], each.get("when", ())) for each in data.get("codes", ()))
    existence = data.get("exists", ())
    # Codes of states that have ended were given to others: CS was Czechoslovakia, then Serbia and Montenegro,
    # for which it did not stand as long as that existed; then the code is listed with dates of its own.
    when = () if not existence or existence[-1].endswith("..") else existence
    own = {scheme: data[scheme] for scheme in _OWN if scheme in data}
    listed = {(code.scheme, code.value) for code in codes}
    own_codes = [Code(scheme, value, when) for scheme, value in own.items()]
    cow = next((int(code.value) for code in codes if code.scheme == "cow"), None)
    party = Party(
        data["id"],
        _labels(names),
        kind=data["kind"],
        cow=cow,
        **own,
    )
    return PartyEntry(
        party,
        names,
        (*(code for code in own_codes if (code.scheme, code.value) not in listed), *codes),
        existence,
        tuple(data.get("after", ())),
        tuple(successors),
        data.get("note"),
    )


def _labels(names: Iterable[Name]) -> list[Label]:
    """Return the short and official names, without their sources, which a corpus need not list."""
    kept = (NameKind.SHORT, NameKind.OFFICIAL)
    return list(
        dict.fromkeys(Label(name.label.language, name.label.text) for name in names if name.kind in kept)
    )
