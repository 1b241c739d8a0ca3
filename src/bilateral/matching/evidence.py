"""How much speaks for two records being one, and what."""

from __future__ import annotations

from collections.abc import Iterator
from math import log2
from typing import NamedTuple

from bilateral.dates import HistoricalDate, Slip, near_misses
from bilateral.matching.features import Features
from bilateral.matching.titles import MOST_BITS, Title
from bilateral.model import Agreement

PRIOR = -8.0
"""What must be overcome, in bits: of records with common parties and about the same time, few are one."""


class Reason(NamedTuple):
    """One thing that speaks for or against two records being one.

    Attributes:
        field: what was compared, such as ``"signed"``.
        finding: what was found, in words.
        bits: how much it speaks for it; against it if less than 0. One bit doubles the odds.

    Examples:
        >>> print(Reason("signed", "the same day", 6.0))
        signed: the same day (+6.0)
    """

    field: str
    finding: str
    bits: float

    def __str__(self) -> str:
        return f"{self.field}: {self.finding} ({self.bits:+.1f})"


def score(reasons: list[Reason]) -> float:
    """Return the probability that reasons come to, from 0 to 1.

    Args:
        reasons: all that was found.

    Returns:
        The probability, taking the reasons for independent and ``PRIOR`` for the odds before them.

    Examples:
        >>> score([Reason("signed", "the same day", 8.0)])
        0.5
    """
    bits = PRIOR + sum(reason.bits for reason in reasons)
    return 1 / (1 + 2**-bits)


def reasons(a: Features, b: Features) -> list[Reason]:
    """Return what speaks for and against two records being one.

    Args:
        a: what of the one is compared.
        b: what of the other is.

    Returns:
        A reason for each thing that both say something about.

    Examples:
        >>> from bilateral.matching.features import featured
        >>> from bilateral.matching.titles import Vocabulary
        >>> from bilateral.model import Agreement
        >>> a, b = featured([Agreement("x", signed="1996"), Agreement("y", signed="1996-09")], Vocabulary())
        >>> [str(reason) for reason in reasons(a, b)]
        ['signed: 1996 may be 1996-09 (+2.0)']
    """
    found = [_parties(a.parties, b.parties)] if a.parties and b.parties else []
    found.extend(_dates(a, b))
    if a.in_force is not None and b.in_force is not None:
        # What is in force from the day of its signing says no more than that day.
        at_once = a.in_force == a.date or b.in_force == b.date
        found.append(_in_force(a.in_force, b.in_force, 1.0 if at_once else 4.0))
    if a.titles and b.titles:
        found.extend(_titles(a.titles, b.titles))
        repeated = max(a.same_title, b.same_title)
        if repeated > 1 and a.day != b.day:
            found.append(
                Reason("rivals", f"one of {repeated} of these parties with that title", -log2(repeated))
            )
    if a.kind is not None and b.kind is not None:
        found.append(Reason("kind", *(("the same", 0.5) if a.kind == b.kind else ("another", -1.0))))
    if a.place is not None and b.place is not None:
        found.append(Reason("place", *(("the same", 2.0) if a.place == b.place else ("another", -2.0))))
    if a.spheres and b.spheres:
        found.extend(_spheres(a, b))
    if common := a.names & b.names:
        found.append(Reason("aliases", f"{min(common)} in common", 8.0))
    return found


def _parties(a: frozenset[str], b: frozenset[str]) -> Reason:
    if a == b:
        return Reason("parties", "the same", 3.0)
    lacking = " ".join(sorted(a ^ b))
    if a < b or b < a:
        return Reason("parties", f"without {lacking} in one", 1.0)
    return Reason("parties", f"{lacking} only in one", -2.0)


def _spheres(a: Features, b: Features) -> Iterator[Reason]:
    if common := a.spheres & b.spheres:
        yield Reason("spheres", f"{min(common)} in common", 2.0)
    elif common := a.wider & b.wider:
        yield Reason("spheres", f"{min(common)} in common, which is wider", 1.0)
    # A sphere that one corpus does not use cannot be missing there.
    elif a.is_comparable or b.is_comparable:
        yield Reason("spheres", "others", -2.0)


_SLIPS = {Slip.SWAPPED: 3.0, Slip.TRANSPOSED: 3.0, Slip.CALENDAR: 3.0, Slip.DAY: 2.0, Slip.MONTH: 2.0}
"""How much slips of the pen speak for two records being one; those of years less than those of days."""
_WEEK, _MONTH, _YEAR = 7, 31, 366


def _dates(a: Features, b: Features) -> Iterator[Reason]:
    if a.date is None or b.date is None:
        return
    field = "signed" if isinstance(a.record, Agreement) else "date"
    if a.day is None or b.day is None:
        yield _inexact(field, a.date, b.date)
    elif a.day != b.day:
        yield _other_day(field, a.date, b.date, abs(a.day - b.day))
    else:
        yield Reason(field, "the same day", 6.0)
        if a.parties == b.parties and a.parties:
            yield _rivals(max(a.same_day, b.same_day))
        elif common := a.parties & b.parties:
            count, party = min((max(a.busy[party], b.busy[party]), party) for party in common)
            if count > 1:
                yield Reason("rivals", f"one of {count} of {party} on that day", -log2(count))


def _rivals(count: int) -> Reason:
    if count == 1:
        return Reason("rivals", "no other of these parties on that day", 1.5)
    return Reason("rivals", f"one of {count} of these parties on that day", -log2(count))


def _inexact(field: str, a: HistoricalDate, b: HistoricalDate) -> Reason:
    if not a.coincides(b).possible:
        return Reason(field, f"{a} is not {b}", -3.0)
    longest = max((date.latest - date.earliest).days for date in (a, b))
    bits = 3.0 if longest <= _MONTH else 2.0 if longest <= _YEAR else 0.0
    return Reason(field, f"{a} may be {b}", bits)


def _other_day(field: str, a: HistoricalDate, b: HistoricalDate, apart: int) -> Reason:
    slips = near_misses(a, b)
    if slips:
        return Reason(field, f"{a} for {b}: {slips[0]}", _SLIPS.get(slips[0], 1.0))
    bits = 2.0 if apart <= _WEEK else 0.0 if apart <= _MONTH else -3.0 if apart <= _YEAR else -6.0
    return Reason(field, f"{apart} days apart", bits)


def _in_force(a: HistoricalDate, b: HistoricalDate, most: float) -> Reason:
    truth = a.coincides(b)
    if truth.certain:
        return Reason("in_force", "the same day", most)
    if truth.possible:
        return Reason("in_force", f"{a} may be {b}", 1.0)
    if slips := near_misses(a, b):
        return Reason("in_force", f"{a} for {b}: {slips[0]}", 1.0)
    return Reason("in_force", f"{a} is not {b}", -1.0)


_ALIKE, _UNLIKE = 0.6, 0.4
"""From which similarity on titles speak for, and below which against, two records being one."""


def _titles(a: tuple[Title, ...], b: tuple[Title, ...]) -> Iterator[Reason]:
    """Yield what the two titles that are most alike tell; nothing of those that cannot be compared."""
    compared = [
        (_similarity(x.words, y.words), min(x.bits, y.bits))
        for x in a
        for y in b
        if x.words and y.words and x.script == y.script
    ]
    if compared:
        alike, bits = max(compared)
        if alike >= _ALIKE:
            told = bits * (alike - _UNLIKE) / (1 - _UNLIKE)
        else:
            told = 0.0 if alike >= _UNLIKE else -2.0 * bits / MOST_BITS
        yield Reason("title", f"{alike:.0%} alike", told)


def _similarity(a: str, b: str) -> float:
    # Whole titles are compared with whole ones and with short forms of them.
    from rapidfuzz.fuzz import ratio, token_set_ratio

    return (ratio(a, b) + token_set_ratio(a, b)) / 200
