"""A record on the page: what it is, where its sources disagree, and every claim behind it."""

from __future__ import annotations

from collections.abc import Iterable

from bilateral.chronology import Entry
from bilateral.chronology.phrases import say, term
from bilateral.corpus import Corpus
from bilateral.dates import HistoricalDate
from bilateral.markup import Content, Markup, element
from bilateral.model import (
    Agreement,
    Attestation,
    Conflict,
    EventKind,
    Kind,
    Participation,
    Rank,
    Record,
    Relation,
    Value,
)
from bilateral.model.cards import shown
from bilateral.model.disputes import sides


def plain(text: str) -> str:
    """Return text in one line."""
    return " ".join(text.split())


def article(entry: Entry, known: Corpus, language: str) -> Markup:
    """Return a record with all that it holds, under its id.

    Args:
        entry: the record.
        known: the records of the page, to which there are links.
        language: of dates, names and the words around them.

    Returns:
        An ``article`` with what the filters go by in its ``data-`` attributes.
    """
    record = entry.record
    link = element("a", plain(record.label), href=f"#{record.id}")
    return element(
        "article",
        element("p", _when(entry, language), class_="when"),
        element("h3", link),
        _about(record, language),
        *(_conflict(each, language) for each in entry.conflicts),
        *_links(record, known, language),
        _claims(record, language),
        class_="agreement" if isinstance(record, Agreement) else "event",
        id=record.id,
        tabindex="-1",
        **_filtered(record),
    )


def _when(entry: Entry, language: str) -> Markup:
    if entry.date is None:
        when = element("span", say("undated", language))
    else:
        when = element("time", entry.date.text(language), title=str(entry.date))
    if not entry.unsure:
        return when
    note = element("abbr", "(?)", title=say("may not match what was asked", language))
    return Markup(f"{when} {note}")


def _filtered(record: Record) -> dict[str, str]:
    """Return what the filters go by: ids, and days as numbers such as 19930224."""
    spheres = dict.fromkeys(wider.id for sphere in record.spheres for wider in sphere.lineage)
    found = {
        "data-s": " ".join(spheres),
        "data-p": " ".join(each.party.id for each in record.parties),
    }
    if record.date is not None:
        runs = [f"{_number(low)}-{_number(high)}" for low, high in _runs(record.date)]
        found["data-d"] = " ".join(runs)
        found["data-c"] = " ".join(_core(each) for each in _parts(record.date))
    return {name: value for name, value in found.items() if value}


def _runs(date: HistoricalDate) -> Iterable[tuple[object, object]]:
    return date.spans


def _parts(date: HistoricalDate) -> tuple[HistoricalDate, ...]:
    """Return the members of an all-of set, of which one alone may answer a question; else the date."""
    return date.members if str(date).startswith("{") else (date,)


def _core(date: HistoricalDate) -> str:
    """Return the last day on which it may begin and the first on which it may end: between, it surely is."""
    bounds = date.bounds
    return f"{_number(bounds.end_of_the_begin)}-{_number(bounds.begin_of_the_end)}"


def _number(day: object) -> str:
    return str(day).replace("-", "")


def _about(record: Record, language: str) -> Markup | None:
    parts = [
        record.place.name(language) if record.place else "",
        ", ".join(value(each, language) for each in record.parties),
        term(record.kind.value, language) if record.kind else "",
        ", ".join(sphere.name(language) for sphere in record.spheres),
        "; ".join(value(each, language) for each in record.persons),
    ]
    said = " · ".join(plain(each) for each in parts if each)
    return element("p", said, class_="about") if said else None


def value(thing: object, language: str) -> str:
    """Return a value of a record as a reader of the language would write it.

    Args:
        thing: a value of any field.
        language: the language.

    Returns:
        The value in one line.

    Examples:
        >>> value(Participation("KAZ", "head-of-state"), "ru")
        'KAZ (глава государства)'
    """
    if isinstance(thing, Participation):
        capacity = f" ({term(thing.capacity.value, language)})" if thing.capacity else ""
        return plain(f"{thing.party.name(language)}{capacity}")
    if isinstance(thing, (Kind, EventKind)):
        return term(thing.value, language)
    if isinstance(thing, Relation):
        return f"{term(thing.kind.value, language)} {thing.target}"
    return plain(shown(thing, language))


def _links(record: Record, known: Corpus, language: str) -> list[Content]:
    """Return the records to which it stands in a relation, and its addresses."""
    related = [
        element("a", value(each, language), href=f"#{each.target}")
        for each in record.relations
        if each.target in known
    ]
    links = [
        element("a", plain(url), href=url, rel="noreferrer noopener", class_="outside") for url in record.urls
    ]
    return [element("p", *each, class_="about") for each in (related, links) if each]


def _field(name: str, language: str) -> str:
    words = say(name.replace("_", " "), language)
    return words[:1].upper() + words[1:]


def _conflict(conflict: Conflict, language: str) -> Markup:
    """Return the sides of a conflict beside each other, each with who is on it."""
    open_ = conflict.is_open
    ranked = len({each.rank for each in conflict.attestations}) > 1
    state = "left open" if open_ else "resolved by rank" if ranked else "resolved"
    head = f"{_field(conflict.field, language)}: {say('sources disagree', language)} — {say(state, language)}"
    notes = dict.fromkeys(plain(each.note) for each in conflict.attestations if each.note)
    columns = [element("li", *_side(conflict, values, language), class_="side") for values in sides(conflict)]
    return element(
        "div",
        element("h4", head),
        element("ul", *columns, class_="sides"),
        *(element("p", note, class_="note") for note in notes),
        class_="conflict open" if open_ else "conflict",
    )


def _side(conflict: Conflict, values: list[Value], language: str) -> list[Markup]:
    found = []
    for each in values:
        claims = [claim for claim in conflict.attestations if claim.value == each]
        listed = [element("li", *_said(claim, language)) for claim in claims]
        found += [element("p", value(each, language), class_="value"), element("ul", *listed)]
    return found


def _claims(record: Record, language: str) -> Markup | None:
    """Return every claim, those of one value together, and the provisions; closed until it is asked for."""
    groups: dict[tuple[str, Value], list[Attestation]] = {}
    for each in record.attestations:
        groups.setdefault((each.field, each.value), []).append(each)
    rows: list[Content] = []
    for (field, claimed), claims in groups.items():
        rows.append(element("dt", f"{_field(field, language)}: {value(claimed, language)}"))
        rows += [element("dd", *_said(claim, language), *_noted(claim)) for claim in claims]
    if isinstance(record, Agreement) and record.provisions:
        listed = [element("li", plain(each.text), value=str(each.number)) for each in record.provisions]
        rows += [element("dt", _field("provisions", language)), element("dd", element("ol", *listed))]
    if not rows:
        return None
    counts = {"claims": len(record.attestations), "sources": len(record.sources)}
    summary = " · ".join(f"{_field(words, language)}: {count}" for words, count in counts.items())
    return element("details", element("summary", summary), element("dl", *rows))


def _said(claim: Attestation, language: str) -> list[Content]:
    """Return who claims it, where, with which rank and in which words."""
    locator = f", {plain(claim.locator)}" if claim.locator else ""
    rank = "" if claim.rank is Rank.NORMAL else f" [{term(claim.rank.value, language)}]"
    return [
        element("a", claim.source.id, href=f"#_source-{claim.source.id}"),
        f"{locator}{rank} ",
        element("q", plain(claim.quote)) if claim.quote else None,
    ]


def _noted(claim: Attestation) -> list[Content]:
    return [" ", element("small", plain(claim.note))] if claim.note else []
