"""From candidates to decisions, by a rule and by hand."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable

from bilateral.matching.decisions import Decision, Decisions, Verdict
from bilateral.matching.proposing import Candidate, probability, summary

Rule = Callable[[Candidate], bool]

_NO_DECISIONS = Decisions()


def accept(
    candidates: Iterable[Candidate],
    *,
    at_least: float | Rule = 0.9,
    one_to_one: bool = True,
    given: Decisions = _NO_DECISIONS,
    by: str = "rule",
) -> Decisions:
    """Return decisions that take the likeliest candidates for the same and leave all others undecided.

    Args:
        candidates: the candidates.
        at_least: the lowest score to accept, or a function that tells of a candidate whether to.
        one_to_one: whether a record may be the same as one other at most; the likeliest then is, and where
            two are equally likely neither is.
        given: decisions that stand, such as those made by hand before.
        by: who decides, for the decisions that this makes.

    Returns:
        A decision for each candidate, and those that were given.

    Raises:
        InvalidValueError: if the score is not from 0 to 1.

    Examples:
        >>> from bilateral.model import Agreement
        >>> a, b, c = (Agreement(id, signed="1996") for id in "abc")
        >>> found = [Candidate(a, b, 0.95), Candidate(a, c, 0.92)]
        >>> [(each.b, str(each.verdict)) for each in accept(found)]
        [('b', 'same'), ('c', 'undecided')]
    """
    rule = _rule(at_least)
    decided = {frozenset((each.a, each.b)): each for each in given if each.verdict is not Verdict.UNDECIDED}
    taken = Counter(id for each in given if each.verdict is Verdict.SAME for id in (each.a, each.b))
    known = {(each.a, each.b): each for each in given}
    listed = [each for each in candidates if frozenset((each.a.id, each.b.id)) not in decided]
    by_score: dict[float, list[Candidate]] = defaultdict(list)
    for each in listed:
        if rule(each):
            by_score[each.score].append(each)
    accepted = set()
    for _, equal in sorted(by_score.items(), reverse=True):
        free = [each for each in equal if not (one_to_one and (taken[each.a.id] or taken[each.b.id]))]
        wanted = Counter(id for each in free for id in (each.a.id, each.b.id))
        taken.update(wanted)
        accepted |= {
            (each.a.id, each.b.id)
            for each in free
            if not one_to_one or wanted[each.a.id] == wanted[each.b.id] == 1
        }
    found = [_decision(each, (each.a.id, each.b.id) in accepted, by, known) for each in listed]
    made = {(each.a, each.b): each for each in found}
    return Decisions({**known, **made}.values())


def _rule(at_least: float | Rule) -> Rule:
    if callable(at_least):
        return at_least
    least = probability(at_least)
    return lambda candidate: candidate.score >= least


def _decision(each: Candidate, accepted: bool, by: str, known: dict[tuple[str, str], Decision]) -> Decision:  # noqa: FBT001 - a private step
    before = known.get((each.a.id, each.b.id))
    return Decision(
        each.a.id,
        each.b.id,
        Verdict.SAME if accepted else Verdict.UNDECIDED,
        score=round(each.score, 3),
        reasons="; ".join(map(str, each.reasons)) or None,
        by=by if accepted else None,
        note=before.note if before else None,
        a_is=summary(each.a),
        b_is=summary(each.b),
    )
