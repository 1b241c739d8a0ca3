"""Conflicts in a notebook: the claims that cannot all hold, side by side."""

from __future__ import annotations

from collections.abc import Sequence

from bilateral.lines import closed
from bilateral.markup import Content, Markup, element, framed
from bilateral.model.attestations import Attestation, Value
from bilateral.model.cards import differences, shown
from bilateral.model.claims import compatible, subject
from bilateral.model.records import Conflict
from bilateral.model.terms import Rank

_MOST = 30
"""How many conflicts are shown: enough to see of what kind they are."""


def sides(conflict: Conflict) -> list[list[Value]]:
    """Return the values of a conflict, together those that can both hold: a year and a day of it.

    Args:
        conflict: the conflict.

    Returns:
        The sides, in the order of attestation.

    Examples:
        >>> from bilateral.model import Agreement
        >>> claims = [Attestation("signed", d, "a") for d in ("1996", "1997-05", "1996-09-16")]
        >>> (conflict,) = Agreement("x", attestations=claims).conflicts()
        >>> [[str(value) for value in side] for side in sides(conflict)]
        [['1996', '1996-09-16'], ['1997-05']]
    """
    found: list[list[Value]] = []
    for value in conflict.values:
        for side in found:
            if all(compatible(conflict.field, value, other) for other in side):
                side.append(value)
                break
        else:
            found.append([value])
    return found


def disputed(conflicts: Sequence[Conflict]) -> Markup:
    """Return conflicts as HTML.

    Args:
        conflicts: the conflicts, in order.

    Returns:
        Of each the record, the field and the claims, those of one side below each other; all text of the data
        escaped. Beyond a number that can be read at once, how many more there are.

    Examples:
        >>> from bilateral.model import Agreement
        >>> claims = [Attestation("place", p, "a", quote="in <b>") for p in ("Baku", "Almaty")]
        >>> "&lt;b&gt;" in disputed(Agreement("x", attestations=claims).conflicts())
        True
    """
    parts = [part for conflict in conflicts[:_MOST] for part in _parts(conflict)]
    if len(conflicts) != 1:
        parts.insert(0, element("p", counted(conflicts), class_="minor"))
    if len(conflicts) > _MOST:
        parts.append(element("p", f"... and {len(conflicts) - _MOST:,} more", class_="minor"))
    return framed(*parts)


def counted(conflicts: Sequence[Conflict]) -> str:
    """Return how many conflicts there are, and how many of them are open.

    Examples:
        >>> counted([])
        'no conflicts'
    """
    if not conflicts:
        return "no conflicts"
    left = sum(conflict.is_open for conflict in conflicts)
    return f"{len(conflicts):,} conflict{'s' if len(conflicts) > 1 else ''}, {left:,} left open"


def _parts(conflict: Conflict) -> list[Markup]:
    record, field = conflict.record, conflict.field.replace("_", " ")
    title = element("b", closed(record.label))
    columns = [element("div", *_side(conflict, side), class_="side") for side in sides(conflict)]
    outcome = f"{'Left open' if conflict.is_open else 'Settled'}: the record shows {_kept(conflict)}."
    return [
        element("p", title, " ", element("code", record.id), f", {field}:"),
        element("div", *columns, class_="sides"),
        element("p", " ".join([outcome, *differences(conflict)]), class_="minor"),
    ]


def _side(conflict: Conflict, side: Sequence[Value]) -> list[Content]:
    found: list[Content] = []
    for value in side:
        claims = [each for each in conflict.attestations if each.value == value]
        found += [
            element("b", shown(value)),
            element("ul", *(element("li", *_said(each)) for each in claims)),
        ]
    return found


def _said(claim: Attestation) -> list[Content]:
    where = ", ".join(closed(part) for part in (claim.source.cited, claim.locator) if part)
    rank = f" ({claim.rank.value})" if claim.rank is not Rank.NORMAL else ""
    return [
        f"{where}{rank}",
        ": " if claim.quote else None,
        element("q", closed(claim.quote)) if claim.quote else None,
        element("div", closed(claim.note), class_="minor") if claim.note else None,
    ]


def _kept(conflict: Conflict) -> str:
    """Return what the record shows: of a list, the one thing that the claims are about."""
    value = getattr(conflict.record, conflict.field)
    about = subject(conflict.values[0])
    found = [each for each in value if subject(each) == about] if isinstance(value, tuple) else [value]
    return "; ".join(closed(shown(each)) for each in found if each is not None) or "nothing"
