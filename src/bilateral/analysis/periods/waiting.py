"""How long instruments waited from signature to entry into force."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

import attrs

from bilateral.corpus import Corpus
from bilateral.dates import DateLike, HistoricalDate
from bilateral.errors import InvalidValueError, MissingExtraError
from bilateral.markup import Markup, element
from bilateral.model import Agreement
from bilateral.tabular import Tabular

if TYPE_CHECKING:
    from bilateral.tabular import Cell


class Wait(NamedTuple):
    """How long one instrument waited.

    Attributes:
        id: the agreement.
        at_least: days from signature to entry into force, at least; below 0 where it was applied before.
        at_most: days, at most; None if it had not entered into force when it was last looked at.

    Examples:
        >>> Wait("x", 30, 60).at_most
        60
    """

    id: str
    at_least: int
    at_most: int | None


class Share(NamedTuple):
    """Which share of instruments had entered into force by some day after signature.

    Attributes:
        days: days since signature.
        if_longest: the share, if each waited as long as its dates allow.
        if_shortest: the share, if each waited as little as its dates allow.

    Examples:
        >>> Share(365, 0.4, 0.5).if_longest
        0.4
    """

    days: int
    if_longest: float
    if_shortest: float


@attrs.frozen(str=False)
class Waiting(Tabular):
    """How long instruments waited from signature to entry into force.

    Args:
        waits: those whose wait is known or has a limit, in the order of the corpus.
        not_yet: ids of those that had not entered into force when they were last looked at; also among
            the waits.
        not_recorded: ids of those of which no source says whether or when, or when they were signed; they
            are in no figure.
        curve: the share in force by the days at which it changes (Kaplan-Meier).

    Examples:
        >>> Waiting((), (), (), ()).median
        (None, None)
    """

    caption = "Share of instruments in force by days after signature"

    waits: tuple[Wait, ...]
    not_yet: tuple[str, ...]
    not_recorded: tuple[str, ...]
    curve: tuple[Share, ...]

    @property
    def median(self) -> tuple[int | None, int | None]:
        """After how many days half were in force, by each of the two shares; None where that was never seen.

        Examples:
            >>> curve = (Share(10, 0.4, 0.6), Share(20, 0.6, 0.6))
            >>> Waiting((), (), (), curve).median
            (10, 20)
        """
        half = 0.5
        if_shortest = next((share.days for share in self.curve if share.if_shortest >= half), None)
        if_longest = next((share.days for share in self.curve if share.if_longest >= half), None)
        return if_shortest, if_longest

    def columns(self) -> dict[str, list[Cell]]:
        """Return days and the two shares."""
        return {name: [getattr(share, name) for share in self.curve] for name in Share._fields}

    def notes(self) -> list[str]:
        """Return what is said beside the table."""
        soonest, latest = ("never" if days is None else f"{days}" for days in self.median)
        median = soonest if soonest == latest else f"{soonest} to {latest}"
        found = [f"{len(self.waits)} instruments, half of them in force after (days): {median}"]
        if early := sum(wait.at_most is not None and wait.at_most < 0 for wait in self.waits):
            found.append(
                f"{early} of them before the signature, by their dates: applied earlier, or in error"
            )
        if self.not_yet:
            found.append(f"{len(self.not_yet)} of them not yet, when last looked at")
        if self.not_recorded:
            found.append(f"{len(self.not_recorded)} more of which no source says when, or whether at all")
        return found

    def picture(self) -> str:
        """Return the two shares as steps, in SVG."""
        return _steps(self.caption, self.curve)


def waiting(corpus: Corpus, *, not_yet: Iterable[str] = (), as_of: DateLike | None = None) -> Waiting:
    """Return how long agreements waited from signature to entry into force.

    That no date of entry into force is recorded does not say that there was none: such agreements are listed
    as not recorded, and in no figure. Those of which it is known that they were not in force on some day are
    named by ``not_yet``, and count as waiting at least until then.

    Args:
        corpus: the records; its agreements count.
        not_yet: ids of agreements that were not in force.
        as_of: on which day they were not.

    Returns:
        What is known of each wait; the share in force over time, if each waited as little as its dates allow
        and if each waited as long. Where all have entered into force the true share lies between them; where
        some have not yet, they may cross, for what is no longer looked at weighs on what comes later.

    Raises:
        InvalidValueError: if there is no ``as_of`` for ``not_yet``, or one of these has entered into force.
        UnknownIdError: if there is no record of an id.
        MissingExtraError: if scipy is not installed.

    Examples:
        >>> corpus = Corpus(
        ...     [
        ...         Agreement("a", signed="1996-09-16", in_force="1998-04-30"),
        ...         Agreement("b", signed="1996-09-16", in_force="1999"),
        ...         Agreement("c", signed="1997"),
        ...     ]
        ... )
        >>> found = waiting(corpus)
        >>> found.waits
        (Wait(id='a', at_least=591, at_most=591), Wait(id='b', at_least=837, at_most=1201))
        >>> found.not_recorded
        ('c',)

    References:
        E. L. Kaplan, P. Meier, "Nonparametric estimation from incomplete observations", Journal of the
        American Statistical Association 53 (1958), 457-481.
    """
    pending = _pending(corpus, not_yet, as_of)
    waits, unknown = [], []
    for record in corpus.agreements:
        if not isinstance(record, Agreement):
            continue
        days = _days(record.signed, pending.get(record.id, record.in_force))
        if days is None:
            unknown.append(record.id)
        elif record.id in pending:
            # It had waited for as long as is sure when it was looked at, and goes on.
            waits.append(Wait(record.id, max(days[0], 0), None))
        else:
            waits.append(Wait(record.id, *days))
    left_open = tuple(wait.id for wait in waits if wait.at_most is None)
    return Waiting(tuple(waits), left_open, tuple(unknown), _curve(waits))


def _pending(corpus: Corpus, not_yet: Iterable[str], as_of: DateLike | None) -> dict[str, HistoricalDate]:
    ids = list(not_yet)
    if not ids:
        return {}
    if as_of is None:
        raise InvalidValueError(
            "waiting.as_of", None, "it must say on which day those not yet were not in force"
        )
    for id in ids:
        record = corpus[id]
        if not isinstance(record, Agreement) or record.in_force is not None:
            raise InvalidValueError(
                "waiting.not_yet", id, "it must be an agreement without an entry into force"
            )
    return dict.fromkeys(ids, HistoricalDate.of(as_of))


def _days(start: HistoricalDate | None, end: HistoricalDate | None) -> tuple[int, int] | None:
    """Return the days between two dates, at least and at most; None where there is no limit."""
    if start is None or end is None:
        return None
    limits = (start.earliest, start.latest, end.earliest, end.latest)
    if date.min in limits or date.max in limits:
        return None
    return (end.earliest - start.latest).days, (end.latest - start.earliest).days


def _curve(waits: Sequence[Wait]) -> tuple[Share, ...]:
    if not waits:
        return ()
    entered = [(wait.at_least, wait.at_most) for wait in waits if wait.at_most is not None]
    left_open = [wait.at_least for wait in waits if wait.at_most is None]
    soonest = _in_force([low for low, _ in entered], left_open)
    latest = _in_force([high for _, high in entered], left_open)
    shares = [Share(0, 0.0, 0.0)]
    for day in sorted({*soonest, *latest}):
        before = shares[-1]
        share = Share(day, latest.get(day, before.if_longest), soonest.get(day, before.if_shortest))
        if share[1:] != before[1:]:
            shares.append(share)
    return tuple(shares[1:])


def _in_force(entered: list[int], left_open: list[int]) -> dict[int, float]:
    """Return the share in force at each day at which it changes."""
    try:
        from scipy import stats
    except ImportError:
        raise MissingExtraError("analysis", "a share over time") from None
    if not entered:
        return {}
    data = stats.CensoredData(uncensored=entered, right=left_open)
    shares = stats.ecdf(data).cdf
    steps = zip(shares.quantiles.tolist(), shares.probabilities.tolist(), strict=True)
    # A product of shares such as 5/6 * 4/5 * 3/4 falls short of a half by its rounding alone.
    return {int(day): round(float(share), 12) for day, share in steps}


_WIDTH, _HEIGHT, _LEFT, _TOP = 560, 220, 50, 14


def _steps(title: str, curve: Sequence[Share]) -> Markup:
    """Return two curves of steps, the longest waits dashed."""
    if not curve:
        return Markup("")
    first, last = min(0, curve[0].days), max(curve[-1].days, 1)
    scale = _WIDTH / (last - first)

    def points(shares: Iterable[tuple[int, float]]) -> list[str]:
        found, before = [], 0.0
        for days, share in shares:
            x = _LEFT + (days - first) * scale
            found += [f"{x:.1f},{_y(before)}", f"{x:.1f},{_y(share)}"]
            before = share
        return [*found, f"{_LEFT + _WIDTH:.1f},{_y(before)}"]

    shortest = points((share.days, share.if_shortest) for share in curve)
    longest = points((share.days, share.if_longest) for share in curve)
    line = "fill: none; stroke: #4a86b8; stroke-width: 1.5"
    text = "fill: currentColor"
    axis = [
        element("text", f"{share:.0%}", x=str(_LEFT - 8), y=_y(share), style=f"{text}; text-anchor: end")
        for share in (0, 0.5, 1)
    ]
    ends = [
        element("text", f"{days}", x=f"{x}", y=str(_TOP + _HEIGHT + 18), style=f"{text}; text-anchor: middle")
        for days, x in ((first, _LEFT), (last, _LEFT + _WIDTH))
    ]
    return element(
        "svg",
        element("title", f"{title}: if each waited as little as its dates allow, and, dashed, if as long"),
        element("polyline", points=" ".join(shortest), style=line),
        element("polyline", points=" ".join(longest), style=f"{line}; stroke-dasharray: 5 3"),
        *axis,
        *ends,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {_LEFT + _WIDTH + 40} {_TOP + _HEIGHT + 26}",
        width=str(_LEFT + _WIDTH + 40),
        style="max-width: 100%; height: auto; font-size: 12px",
        role="img",
    )


def _y(share: float) -> str:
    return f"{_TOP + _HEIGHT * (1 - share):.1f}"
