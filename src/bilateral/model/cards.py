"""A record as a card in a notebook: everything it holds, with every claim and conflict."""

from __future__ import annotations

from bilateral.dates import HistoricalDate, Precision
from bilateral.markup import Content, Markup, element, framed
from bilateral.model.attestations import Attestation
from bilateral.model.names import Named
from bilateral.model.parts import Actor, Participation, Relation
from bilateral.model.records import Agreement, Conflict, Record
from bilateral.model.terms import Rank

_DATES = {
    "signed": "Signed",
    "date": "Date",
    "in_force": "In force",
    "terminated": "Terminated",
}


def shown(value: object, language: str = "en") -> str:
    """Return a value of a record as a reader would write it.

    Args:
        value: a value of any field.
        language: of names and dates: ``"en"``, ``"ru"``, ``"kk"`` or ``"az"``.

    Returns:
        Names instead of ids, dates in words; words of vocabularies stay English.

    Examples:
        >>> shown(Participation("KAZ", "head-of-state"))
        'KAZ (head of state)'
    """
    if isinstance(value, HistoricalDate):
        return value.text(language)
    if isinstance(value, Participation):
        capacity = f" ({value.capacity.value.replace('-', ' ')})" if value.capacity else ""
        return f"{value.party.name(language)}{capacity}"
    if isinstance(value, Actor):
        name = value.person.name(language)
        return f"{name}, {value.role}" if value.role else name
    if isinstance(value, Relation):
        return f"{value.kind.value.replace('-', ' ')} {value.target}"
    return value.name(language) if isinstance(value, Named) else str(value)


_DIFFERENCES = {
    "day-month-swapped": "by the order of day and month alone",
    "julian-gregorian": "as the Julian and the Gregorian calendar do",
    "digits-transposed": "by the order of two digits alone",
    "other-century": "by the century alone",
    "other-day": "by the day alone",
    "other-month": "by the month alone",
    "other-year": "by the year alone",
}


def differences(conflict: Conflict) -> list[str]:
    """Return in words by how little the dates of a conflict differ, where one slip would explain it.

    Args:
        conflict: a conflict on any field.

    Returns:
        A sentence a pair of dates, of the most telling slip; it does not say that there was one.

    Examples:
        >>> claims = [Attestation("signed", d, "a") for d in ("1993-02-24", "1993-12-24")]
        >>> differences(Agreement("x", attestations=claims).conflicts()[0])
        ['The two differ by the month alone.']
    """
    # Of more than two dates a sentence has to say which.
    two = len(conflict.values) == len(("one", "other"))
    return [
        f"{'The two' if two else f'{shown(a)} and {shown(b)}'} differ {_DIFFERENCES[slips[0]]}."
        for (a, b), slips in conflict.slips.items()
        # That two years differ by the year goes without saying.
        if slips[0] != "other-year" or a.precision is not Precision.YEAR
    ]


def card(record: Record) -> Markup:
    """Return a record as HTML.

    Args:
        record: an Agreement or Event.

    Returns:
        Its values, provisions, attestations and conflicts; all text of the data escaped.

    Examples:
        >>> "&lt;b&gt;" in card(Agreement("x", title="<b>"))
        True
    """
    conflicts = record.conflicts()
    disputed = {conflict.field for conflict in conflicts}
    rows = [
        element("tr", element("th", name), element("td", *content, "*" if field in disputed else None))
        for field, name, content in _rows(record)
        if content
    ]
    parts: list[Content] = [element("h4", record.label), element("table", *rows)]
    if isinstance(record, Agreement) and record.provisions:
        provisions = [element("li", each.text, value=str(each.number)) for each in record.provisions]
        parts.append(element("details", element("summary", "Provisions"), element("ol", *provisions)))
    if record.attestations:
        claims = [element("li", *_claim(each)) for each in record.attestations]
        count = f"{_number(len(claims), 'attestation')} from {_number(len(record.sources), 'source')}"
        parts.append(element("details", element("summary", count), element("ul", *claims)))
    if record.raw:
        left = [element("tr", element("th", column), element("td", text)) for column, text in record.raw]
        parts.append(element("details", element("summary", "As in the source"), element("table", *left)))
    if disputed:
        fields = ", ".join(sorted(field.replace("_", " ") for field in disputed))
        little = [sentence for conflict in conflicts for sentence in differences(conflict)]
        said = " ".join([f"* The claims about {fields} cannot all hold.", *little])
        parts.append(element("p", said, class_="minor"))
    return framed(*parts)


def _number(count: int, word: str) -> str:
    return f"{count} {word}{'' if count == 1 else 's'}"


def _rows(record: Record) -> list[tuple[str, str, list[Content]]]:
    dates: list[tuple[str, str, list[Content]]] = [
        (field, name, [shown(value)])
        for field, name in _DATES.items()
        if (value := getattr(record, field, None)) is not None
        and (field != "date" or not isinstance(record, Agreement))
    ]
    kind = [record.kind.value.replace("-", " ")] if record.kind else []
    lists: dict[str, tuple[str, tuple[object, ...]]] = {
        "parties": ("Parties", record.parties),
        "spheres": ("Spheres", record.spheres),
        "persons": ("Persons", record.persons),
        "relations": ("Relations", record.relations),
        "aliases": ("Also", record.aliases),
    }
    links: list[Content] = [element("div", element("a", url, href=url)) for url in record.urls]
    joined: list[tuple[str, str, list[Content]]] = [
        (field, name, ["; ".join(map(shown, values))]) for field, (name, values) in lists.items() if values
    ]
    return [
        ("kind", "Kind", [*kind]),
        *dates,
        ("place", "Place", [record.place.name()] if record.place else []),
        *joined,
        ("urls", "Address", links),
        ("id", "Id", [element("code", record.id)]),
    ]


def _claim(claim: Attestation) -> list[Content]:
    rank = "" if claim.rank is Rank.NORMAL else f" ({claim.rank.value})"
    where = ", ".join(part for part in (claim.source.cited, claim.locator) if part)
    return [
        f"{claim.field.replace('_', ' ')}: {shown(claim.value)}{rank}. ",
        element("span", where, class_="minor"),
        ". " if claim.quote else None,
        element("q", claim.quote) if claim.quote else None,
        element("span", f" {claim.note}", class_="minor") if claim.note else None,
    ]
