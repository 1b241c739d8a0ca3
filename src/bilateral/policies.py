"""Policies: which of several claims is shown, by a rule that can be named; nothing is discarded."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from difflib import get_close_matches
from typing import Any, TypeAlias, TypeVar

import attrs

from bilateral.dates import HistoricalDate
from bilateral.errors import InvalidValueError, UnknownIdError
from bilateral.model import Attestation, Rank, Record, Value, checks, claims
from bilateral.model.merging import with_claims
from bilateral.model.values import ByValue

__all__ = ["Policy", "as_set", "by_rank", "by_source", "earliest", "latest", "majority", "most_precise"]

Claims: TypeAlias = Sequence[Attestation]
Chosen: TypeAlias = "Policy | str | Sequence[Policy | str]"
Kept = TypeVar("Kept", bound=Record)


@attrs.frozen(eq=False, repr=False)
class Policy(ByValue):
    """A rule that chooses among claims about one field, or one party or person in it, of one record.

    Args:
        word: its name: ``"set"``, ``"rank"``, ``"source"``, ``"majority"``, ``"most-precise"``,
            ``"earliest"`` or ``"latest"``; the functions and values of this module make them.
        sources: for ``"source"``, ids of sources, the most trusted first.

    Raises:
        InvalidValueError: if there is no such policy, or sources are given to another, or none to it.

    Examples:
        >>> by_source(["untc", "wti"])
        by_source(['untc', 'wti'])
        >>> majority
        majority
    """

    word: str = attrs.field()
    sources: tuple[str, ...] = attrs.field(
        default=(), converter=checks.names, validator=checks.each(str, "the id of a source")
    )

    def __attrs_post_init__(self) -> None:
        if self.word not in _CHOOSE:
            known = ", ".join(_CHOOSE)
            raise InvalidValueError("Policy.word", self.word, f"it must be one of {known}")
        if (self.word == "source") != bool(self.sources):
            reason = 'the policy "source" takes ids of sources, and no other does'
            raise InvalidValueError("Policy.sources", self.sources, reason)
        for source in self.sources:
            if not checks.is_id(source):
                raise InvalidValueError("Policy.sources", source, "it must be the id of a source")

    def __repr__(self) -> str:
        if self.sources:
            return f"by_source({list(self.sources)!r})"
        return _NAMES.get(self.word, self.word.replace("-", "_"))

    def choose(self, field: str, attestations: Claims) -> list[Attestation]:
        """Return the claims that the rule favours; all of them where it cannot tell.

        Args:
            field: the field they are about.
            attestations: the claims, none of them deprecated; at least one.

        Returns:
            At least one of them, in order.

        Examples:
            >>> claims = [Attestation("signed", date, "a") for date in ("1993-12-24", "1993-02-24")]
            >>> earliest.choose("signed", claims)
            [<Attestation signed: 1993-02-24, a>]
        """
        return list(_CHOOSE[self.word](self, field, attestations)) or list(attestations)


def by_source(sources: Iterable[str]) -> Policy:
    """Return the policy that favours what the first of several sources says, if it says anything.

    Args:
        sources: ids of sources, the most trusted first; others come after all of these.

    Returns:
        The policy.

    Raises:
        InvalidValueError: if they are no ids.

    Examples:
        >>> claims = [Attestation("signed", "1993", "wti"), Attestation("signed", "1994", "untc")]
        >>> by_source(["untc", "wti"]).choose("signed", claims)
        [<Attestation signed: 1994, untc>]
    """
    return Policy("source", sources)


def resolved(record: Kept, policies: Mapping[str, Sequence[Policy]]) -> Kept:
    """Return a record that shows what policies choose, with all its claims.

    Args:
        record: the record.
        policies: for each field, the policies in order: where one leaves several values, the next chooses
            among them.

    Returns:
        The record; claims that are chosen rank as preferred, and their notes say by which policy.

    Examples:
        >>> from bilateral.model import Agreement
        >>> claims = [Attestation("signed", date, "a") for date in ("1993-12-24", "1993-02-24")]
        >>> shown = resolved(Agreement("x", attestations=claims), {"signed": [earliest]})
        >>> shown.signed, shown.attestations[1].note
        (HistoricalDate('1993-02-24'), '[preferred by policy earliest, was normal]')
    """
    marked = {id(each): each for each in record.attestations}
    for field, attestations in claims.by_field(record.attestations).items():
        for group in claims.by_subject(attestations) if field in policies else ():
            before = [_unmarked(each) for each in group]
            after = _marked(field, before, policies[field])
            marked.update((id(old), new) for old, new in zip(group, after, strict=True))
    # Of a claim that was merged from before and after a policy, one is left.
    changed = tuple(dict.fromkeys(marked[id(each)] for each in record.attestations))
    return record if changed == record.attestations else with_claims(record, changed)


def chains(policy: Chosen | Mapping[str, Chosen], fields: Sequence[str]) -> dict[str, tuple[Policy, ...]]:
    """Return for each field its policies in order.

    Args:
        policy: a policy or its name, several in order, or these for each field that is to be resolved.
        fields: all fields that claims may be about.

    Returns:
        Policies by field.

    Raises:
        UnknownIdError: if there is no such field.
        InvalidValueError: if something is no policy.

    Examples:
        >>> chains({"signed": ["majority", earliest]}, ["signed", "title"])
        {'signed': (by_rank, majority, earliest)}
    """
    if not isinstance(policy, Mapping):
        chain = _chain(policy)
        return dict.fromkeys(fields, chain)
    for field in policy:
        if field not in fields:
            raise UnknownIdError("field", field, get_close_matches(str(field), fields))
    return {field: _chain(each) for field, each in policy.items()}


def _chain(chosen: Chosen) -> tuple[Policy, ...]:
    one: list[Any] = [chosen]
    listed = list(chosen) if isinstance(chosen, Iterable) and not isinstance(chosen, str) else one
    chain = tuple(Policy(each) if isinstance(each, str) else each for each in listed)
    for each in chain:
        if not isinstance(each, Policy):
            raise InvalidValueError("Corpus.resolve", each, "it must be a policy or the name of one")
    return chain if by_rank in chain else (by_rank, *chain)


def _marked(field: str, group: list[Attestation], chain: Sequence[Policy]) -> list[Attestation]:
    """Return the claims about one subject, those that the policies choose ranked before the others."""
    live = [each for each in group if each.rank is not Rank.DEPRECATED]
    # Most claims stand alone.
    if len(live) < 2 or all(each.value == live[0].value for each in live):  # noqa: PLR2004 - a choice needs two
        return group
    left = live
    for policy in chain:
        left = policy.choose(field, left)
    if claims.finest(field, [each.value for each in left]) == claims.candidates(field, live):
        return group
    name = ", ".join(repr(policy) for policy in chain if policy != by_rank or policy != chain[0])
    chosen = {id(each) for each in left}
    return [_ranked(each, name, chosen=id(each) in chosen) for each in group]


_MARK = re.compile(r" ?\[(?:preferred|set aside) by policy [^\n]*, was (normal|preferred)\]\Z")


def _ranked(claim: Attestation, policy: str, *, chosen: bool) -> Attestation:
    """Return a claim ranked so that those chosen are the best, with a mark that tells how it was before."""
    if chosen is (claim.rank is Rank.PREFERRED) or claim.rank is Rank.DEPRECATED:
        return claim
    what = "preferred" if chosen else "set aside"
    mark = f"[{what} by policy {policy}, was {claim.rank}]"
    return attrs.evolve(
        claim,
        rank=Rank.PREFERRED if chosen else Rank.NORMAL,
        note=mark if claim.note is None else f"{claim.note} {mark}",
    )


def _unmarked(claim: Attestation) -> Attestation:
    """Return a claim as it was before a policy chose it or set it aside."""
    found = None if claim.note is None else _MARK.search(claim.note)
    if claim.note is None or found is None:
        return claim
    return attrs.evolve(claim, rank=found[1], note=claim.note[: found.start()] or None)


def _of_first_source(policy: Policy, _: str, attestations: Claims) -> Claims:
    for source in policy.sources:
        if found := [each for each in attestations if each.source.id == source]:
            return found
    return ()


def _of_best_rank(_: Policy, __: str, attestations: Claims) -> Claims:
    return claims.best(attestations)


def _of_most(_: Policy, field: str, attestations: Claims) -> Claims:
    """Return the claims of the values that most sources support: who says 1996 supports 1996-09-16, too."""
    support = {
        value: {each.source.id for each in attestations if _supports(each.value, value)}
        for value in claims.finest(field, [each.value for each in attestations])
    }
    most = max(map(len, support.values()))
    return [each for each in attestations if len(support.get(each.value, ())) == most]


def _supports(claimed: Value, value: Value) -> bool:
    if isinstance(claimed, HistoricalDate) and isinstance(value, HistoricalDate):
        return claimed.spans == value.spans or claims.refines(value, claimed)
    return claimed == value or claims.refines(value, claimed)


def _shortest(_: Policy, field: str, attestations: Claims) -> Claims:
    left = _finest(field, attestations)
    lengths = [_length(each.value) for each in left]
    return [each for each, length in zip(left, lengths, strict=True) if length == min(lengths)]


def _length(value: Value) -> int:
    """Return over how many days a date may extend; of other values, none is more precise than another."""
    return (value.latest - value.earliest).days if isinstance(value, HistoricalDate) else 0


def _first(_: Policy, field: str, attestations: Claims) -> Claims:
    left = _finest(field, attestations)
    first = min((each.value for each in left if isinstance(each.value, HistoricalDate)), default=None)
    return [each for each in left if each.value == first]


def _last(_: Policy, field: str, attestations: Claims) -> Claims:
    left = _finest(field, attestations)
    dates = [each.value for each in left if isinstance(each.value, HistoricalDate)]
    last = max(dates, key=lambda date: (date.latest, date.earliest, str(date)), default=None)
    return [each for each in left if each.value == last]


def _finest(field: str, attestations: Claims) -> list[Attestation]:
    finest = claims.finest(field, [each.value for each in attestations])
    return [each for each in attestations if each.value in finest]


def _all(_: Policy, __: str, ___: Claims) -> Claims:
    return ()


_CHOOSE: dict[str, Callable[[Policy, str, Claims], Claims]] = {
    "set": _all,
    "rank": _of_best_rank,
    "source": _of_first_source,
    "majority": _of_most,
    "most-precise": _shortest,
    "earliest": _first,
    "latest": _last,
}
_NAMES = {"set": "as_set", "rank": "by_rank"}

as_set = Policy("set")
"""Chooses nothing, so that all that the claims of best rank leave open is shown, as without a policy."""
by_rank = Policy("rank")
"""Favours the claims of the best rank. It goes before all others, unless it is put elsewhere among them."""
majority = Policy("majority")
"""Favours the values that most sources support; who says 1996 supports 16 September 1996."""
most_precise = Policy("most-precise")
"""Favours the dates that leave the fewest days open, and capacities and roles over their absence."""
earliest = Policy("earliest")
"""Favours the earliest date."""
latest = Policy("latest")
"""Favours the latest date."""
