"""What follows from several claims about one field: which value is shown, and which cannot all hold."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations

from bilateral.dates import HistoricalDate
from bilateral.model.attestations import Attestation, Value
from bilateral.model.parts import Actor, Participation
from bilateral.model.terms import Rank

DATES = frozenset({"signed", "in_force", "terminated", "date"})
LISTS = frozenset({"parties", "spheres", "persons", "relations", "urls", "aliases"})
EXCLUSIVE = frozenset({"kind", "place"})
"""Fields besides dates in which two different values cannot both hold; titles, say, are variants."""
DISPUTABLE = DATES | EXCLUSIVE | {"parties"}
"""The only fields whose claims can contradict each other."""

_BEST_FIRST = (Rank.PREFERRED, Rank.NORMAL)


def subject(value: Value) -> object:
    """Return what within its field a claim is about: of a party or person, which one."""
    if isinstance(value, Participation):
        return value.party.id
    return value.person.id if isinstance(value, Actor) else None


def compatible(field: str, a: Value, b: Value) -> bool:
    """Return whether two claims about one field of one record can both hold.

    Args:
        field: the field.
        a: one value.
        b: another value.

    Returns:
        For dates whether they may be the same, for a kind or place whether they are, for a party
        whether one is silent on its capacity or both name the same; otherwise True.

    Examples:
        >>> compatible("signed", HistoricalDate("1996"), HistoricalDate("1996-09-16"))
        True
    """
    if isinstance(a, HistoricalDate) and isinstance(b, HistoricalDate):
        return a.coincides(b).possible
    if isinstance(a, Participation) and isinstance(b, Participation):
        return a.party != b.party or a.capacity is None or b.capacity is None or a.capacity is b.capacity
    return field not in EXCLUSIVE or a == b


def by_field(attestations: Iterable[Attestation]) -> dict[str, list[Attestation]]:
    """Return the attestations by field, in order.

    Examples:
        >>> by_field([Attestation("signed", "1996", "a")])
        {'signed': [<Attestation signed: 1996, a>]}
    """
    fields: dict[str, list[Attestation]] = {}
    for each in attestations:
        fields.setdefault(each.field, []).append(each)
    return fields


def best(attestations: Iterable[Attestation]) -> list[Attestation]:
    """Return the attestations of the best rank present, in order; deprecated ones never."""
    listed = list(attestations)
    for rank in _BEST_FIRST:
        if found := [each for each in listed if each.rank is rank]:
            return found
    return []


def candidates(field: str, attestations: Iterable[Attestation]) -> tuple[Value, ...]:
    """Return the values that the best-ranked claims about one subject leave open.

    Args:
        field: the field, none of a list but of its one subject.
        attestations: the claims.

    Returns:
        The different values, without those that another one refines: of ``1996`` and
        ``1996-09-16`` the day alone; dates in order of time, others as attested.
    """
    values = list(dict.fromkeys(each.value for each in best(attestations)))
    if len(values) == 1:
        return tuple(values)
    return finest(field, values)


def finest(field: str, values: Iterable[Value]) -> tuple[Value, ...]:
    """Return the different values without those that another one refines.

    Args:
        field: the field that the values are of.
        values: values about one subject.

    Returns:
        Dates in order of time, other values in the order given.

    Examples:
        >>> finest("signed", [HistoricalDate("1996"), HistoricalDate("1996-09-16")])
        (HistoricalDate('1996-09-16'),)
    """
    listed = list(dict.fromkeys(values))
    left = [a for a in listed if not any(refines(b, a) for b in listed if b != a)]
    return tuple(_in_time(left) if field in DATES else left)


def refines(a: Value, b: Value) -> bool:
    """Return whether one value says all that another says, and more.

    Examples:
        >>> refines(HistoricalDate("1996-09-16"), HistoricalDate("1996"))
        True
    """
    if isinstance(a, HistoricalDate) and isinstance(b, HistoricalDate):
        return a.within(b).certain and not b.within(a).certain
    if isinstance(a, Participation) and isinstance(b, Participation):
        return a.capacity is not None and b.capacity is None
    return isinstance(a, Actor) and isinstance(b, Actor) and a.role is not None and b.role is None


def _in_time(values: Iterable[Value]) -> list[Value]:
    dates = sorted(value for value in values if isinstance(value, HistoricalDate))
    # Two spellings of one stretch (1996 and 1996?) leave nothing open: the first stands for both.
    return [date for i, date in enumerate(dates) if not any(date.spans == other.spans for other in dates[:i])]


def resolve(field: str, attestations: Sequence[Attestation]) -> Value | tuple[Value, ...] | None:
    """Return what a record shows for a field, given the claims about it.

    Args:
        field: the field.
        attestations: the claims about it, in their documented order.

    Returns:
        For a list, one value a subject, in the order of first attestation. For a date, the one
        date left, or the EDTF set of those left. Otherwise the first value left, or None.

    Examples:
        >>> claims = [Attestation("signed", HistoricalDate(d), "a") for d in ("1993-12-24", "1993-02-24")]
        >>> resolve("signed", claims)
        HistoricalDate('[1993-02-24,1993-12-24]')
    """
    if field in LISTS:
        live = [each for each in attestations if each.rank is not Rank.DEPRECATED]
        return tuple(candidates(field, claims)[0] for claims in by_subject(live))
    left = candidates(field, attestations)
    if not left:
        return None
    dates = [value for value in left if isinstance(value, HistoricalDate)]
    if len(dates) > 1 and all(date.is_point for date in dates):
        return HistoricalDate.one_of(dates)
    return left[0]


def disagreements(field: str, attestations: Iterable[Attestation]) -> tuple[tuple[Attestation, ...], ...]:
    """Return the groups of non-deprecated claims that cannot all hold, one group a subject.

    Args:
        field: the field.
        attestations: the claims about it.

    Returns:
        For each subject in dispute, the claims that at least one other claim contradicts.
    """
    live = [each for each in attestations if each.rank is not Rank.DEPRECATED]
    if field not in DISPUTABLE:
        return ()
    groups = []
    for claims in by_subject(live):
        clashing = {
            i
            for (i, a), (j, b) in combinations(enumerate(claims), 2)
            if not compatible(field, a.value, b.value)
            for i in (i, j)
        }
        if clashing:
            groups.append(tuple(claim for i, claim in enumerate(claims) if i in clashing))
    return tuple(groups)


def by_subject(attestations: Iterable[Attestation]) -> list[list[Attestation]]:
    """Return the attestations of one field in groups that are about the same, in order.

    Examples:
        >>> [len(group) for group in by_subject([Attestation("urls", "https://a.b", x) for x in "cd"])]
        [2]
    """
    groups: dict[object, list[Attestation]] = {}
    for each in attestations:
        # A list without subjects (spheres, say) has one claim a value: each is its own subject.
        key = subject(each.value) or (each.value if each.field in LISTS else None)
        groups.setdefault(key, []).append(each)
    return list(groups.values())
