"""Comparison of two corpora: what each has that the other lacks, and where they agree on what both have."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from types import MappingProxyType
from typing import Any, NamedTuple

import attrs

from bilateral.bars import bars
from bilateral.corpus import Corpus, Decided
from bilateral.dates import HistoricalDate, near_misses
from bilateral.errors import InvalidValueError, UnknownIdError
from bilateral.matching.decisions import Decisions, Verdict
from bilateral.model import Participation, Record, claims
from bilateral.model.values import fields as fields_of
from bilateral.tabular import Tabular

FIELDS = ("title", "kind", "signed", "date", "in_force", "terminated", "place", "parties", "spheres")
"""The fields that are compared."""

Pair = tuple[Record, Record]


class Agreeing(StrEnum):
    """How what two records say of a field stands to each other.

    Examples:
        >>> Agreeing.COMPATIBLE.value
        'compatible'
    """

    AGREE = "agree"
    COMPATIBLE = "compatible"
    DISAGREE = "disagree"
    ONLY_A = "only_a"
    ONLY_B = "only_b"
    NEITHER = "neither"


class Share(NamedTuple):
    """How many records one or both have, between two bounds.

    Attributes:
        of: ``"both"``, ``"only a"`` or ``"only b"``.
        at_least: how many surely.
        at_most: how many, if all that is undecided comes out so.

    Examples:
        >>> Share("both", 5, 6).at_most
        6
    """

    of: str
    at_least: int
    at_most: int


@attrs.frozen
class Coverage(Tabular):
    """How many records two corpora have, both or only one of them.

    Args:
        shares: of both, of only the one, and of only the other.

    Examples:
        >>> Coverage((Share("both", 5, 6),)).columns()["at_most"]
        [6]
    """

    caption = "how many records both have, and how many only one"

    shares: tuple[Share, ...]

    def columns(self) -> Mapping[str, Sequence[str | int]]:
        """Return the table."""
        return {name: [getattr(share, name) for share in self.shares] for name in Share._fields}

    def picture(self) -> str:
        """Return a bar for each."""
        return bars(
            "Records that both have, and that only one has",
            [(of, low, high) for of, low, high in self.shares],
        )


@attrs.frozen(eq=False)
class Comparison(Tabular):
    """What two corpora have, and where they agree: a row for each field that either says something about.

    Args:
        pairs: the records that are the same, one of each corpus; of several that are one, each with each.
        only_a: the records that only the one has, as far as is decided.
        only_b: the records that only the other has.
        both: how many instruments and events both have.
        open_a: those of ``only_a`` about which a decision is open.
        open_b: those of ``only_b``.

    Examples:
        >>> from bilateral.model import Agreement
        >>> a = Corpus([Agreement("x", signed="1996"), Agreement("y", signed="1997")])
        >>> b = Corpus([Agreement("x", signed="1996-09-16", title="On trade")])
        >>> print(compare(a, b))
        field   agree  compatible  disagree  slips  only_a  only_b  neither  at_least  at_most
        title       0           0         0      0       0       1        0
        signed      0           1         0      0       0       0        0         0        1
        Both have 1, only a has 1, only b has 0.
    """

    caption = "in how many pairs of records that are the same the two agree, by field"

    pairs: tuple[Pair, ...]
    only_a: Corpus
    only_b: Corpus
    both: int
    open_a: Corpus
    open_b: Corpus

    def coverage(self) -> Coverage:
        """Return how many records both have, and how many only the one or the other: a table of its own.

        Examples:
            >>> print(compare(Corpus(), Corpus()).coverage())
            of      at_least  at_most
            both           0        0
            only a         0        0
            only b         0        0
        """
        maybe = min(len(self.open_a), len(self.open_b))
        both = Share("both", self.both, self.both + maybe)
        one = Share("only a", len(self.only_a) - len(self.open_a), len(self.only_a))
        other = Share("only b", len(self.only_b) - len(self.open_b), len(self.only_b))
        return Coverage((both, one, other))

    def pairs_that(self, agreeing: Agreeing | str, field: str) -> tuple[Pair, ...]:
        """Return the pairs of records that agree on a field, disagree, and so on.

        Args:
            agreeing: how what they say stands to each other.
            field: one of the fields that are compared.

        Returns:
            The pairs.

        Raises:
            InvalidValueError: if there is no such word.
            UnknownIdError: if the field is not compared.

        Examples:
            >>> compare(Corpus(), Corpus()).pairs_that("disagree", "signed")
            ()
        """
        if agreeing not in list(Agreeing):
            raise InvalidValueError("agreeing", agreeing, f"it must be one of {', '.join(Agreeing)}")
        if field not in FIELDS:
            raise UnknownIdError("field that is compared", field, FIELDS)
        return tuple(pair for pair in self.pairs if agreement(field, *pair) == agreeing)

    def counts(self) -> dict[str, Counter[Agreeing]]:
        """Return, for each field that either says something about, in how many pairs it agrees, and so on.

        Examples:
            >>> compare(Corpus(), Corpus()).counts()
            {}
        """
        counted = {field: Counter(agreement(field, *pair) for pair in self.pairs) for field in FIELDS}
        return {field: counts for field, counts in counted.items() if set(counts) - {Agreeing.NEITHER}}

    def columns(self) -> Mapping[str, Sequence[str | int | float | None]]:
        """Return the table.

        ``slips`` are the disagreements that one slip of the pen explains; ``at_least`` and ``at_most`` bound
        the share of agreement among the pairs of which both say something.
        """
        counted = self.counts()
        columns: dict[str, list[Any]] = {"field": list(counted)}
        for agreeing in Agreeing:
            columns[agreeing.value] = [counts[agreeing] for counts in counted.values()]
            if agreeing is Agreeing.DISAGREE:
                columns["slips"] = [self._slips(field) for field in counted]
        shares = [_share(counts) for counts in counted.values()]
        columns["at_least"], columns["at_most"] = ([share[i] for share in shares] for i in (0, 1))
        return columns

    def _slips(self, field: str) -> int:
        return sum(_is_slip(field, *pair) for pair in self.pairs_that(Agreeing.DISAGREE, field))

    def notes(self) -> list[str]:
        """Return in words how many records both have, and only the one or the other."""
        both, a, b = map(_bounds, self.coverage().shares)
        return [f"Both have {both}, only a has {a}, only b has {b}."]

    def picture(self) -> str:
        """Return a bar for each field: filled for pairs that agree, outlined for those that may."""
        rows = [
            (field, counts[Agreeing.AGREE], counts[Agreeing.AGREE] + counts[Agreeing.COMPATIBLE])
            for field, counts in self.counts().items()
        ]
        return bars(f"In how many of {len(self.pairs)} pairs of records the two agree, by field", rows)


def _share(counts: Counter[Agreeing]) -> tuple[float | None, float | None]:
    agree, compatible = counts[Agreeing.AGREE], counts[Agreeing.COMPATIBLE]
    both = agree + compatible + counts[Agreeing.DISAGREE]
    return (agree / both, (agree + compatible) / both) if both else (None, None)


def compare(a: Corpus, b: Corpus, *, same: Mapping[str, str] | Decided = MappingProxyType({})) -> Comparison:
    """Return what two corpora have and lack, and where they agree on what both have.

    Args:
        a: the one corpus.
        b: the other.
        same: which records are the same besides those of one id, as for ``Corpus.merge``; what ``Decisions``
            leave undecided makes bounds.

    Returns:
        A table with a picture.

    Raises:
        InvalidValueError: if they are no corpora.

    Examples:
        >>> from bilateral.model import Agreement
        >>> a, b = (Corpus([Agreement(id, signed="1996")]) for id in "ab")
        >>> compare(a, b, same={"b": "a"}).pairs_that("agree", "signed")
        ((<Agreement a: 1996>, <Agreement b: 1996>),)
    """
    for corpus in (a, b):
        if not isinstance(corpus, Corpus):
            raise InvalidValueError("matching.compare", corpus, "it must be a Corpus")
    leaders = same if isinstance(same, Mapping) else same.same
    groups = tuple(_grouped(corpus, leaders) for corpus in (a, b))
    shared = [id for id in groups[0] if id in groups[1]]
    pairs = tuple((x, y) for id in shared for x in groups[0][id] for y in groups[1][id])
    only_a, only_b = (
        corpus.where(id=[record.id for id, records in mine.items() if id not in yours for record in records])
        for corpus, mine, yours in zip((a, b), groups, reversed(groups), strict=True)
    )
    decisions = same if isinstance(same, Decisions) else ()
    undecided = [each for each in decisions if each.verdict is Verdict.UNDECIDED]
    # A pair of which the other has another match already is as good as decided.
    pending = [each for each in undecided if each.a in only_a and each.b in only_b]
    return Comparison(
        pairs,
        only_a,
        only_b,
        len(shared),
        only_a.where(id=list({each.a for each in pending})),
        only_b.where(id=list({each.b for each in pending})),
    )


def _grouped(corpus: Corpus, leaders: Mapping[str, str]) -> dict[str, list[Record]]:
    groups: dict[str, list[Record]] = defaultdict(list)
    for record in corpus:
        groups[leaders.get(record.id, record.id)].append(record)
    return groups


def agreement(field: str, a: Record, b: Record) -> Agreeing:
    """Return how what two records say of a field stands to each other.

    Args:
        field: the field.
        a: the one record.
        b: the other.

    Returns:
        Whether they agree; can both hold, as where the one refines the other; disagree; or who is silent.

    Examples:
        >>> from bilateral.model import Agreement
        >>> agreement("signed", Agreement("a", signed="1996"), Agreement("b", signed="1996-09-16")).value
        'compatible'
    """
    x, y = (_said(field, record) for record in (a, b))
    if not x or not y:
        return Agreeing.ONLY_A if x else Agreeing.ONLY_B if y else Agreeing.NEITHER
    if set(map(_known, x)) == set(map(_known, y)) or _is_one_stretch(x, y):
        return Agreeing.AGREE
    return Agreeing.COMPATIBLE if _can_both_hold(field, x, y) else Agreeing.DISAGREE


def _said(field: str, record: Record) -> tuple[Any, ...]:
    if field in ("parties", "spheres"):
        return tuple(getattr(record, field))
    if field in ("title", "kind", "place"):
        return record.alternatives(field)
    # An agreement has a date, too: that of its signing, which is compared as such.
    value = getattr(record, field) if field in fields_of(type(record)) else None
    return () if value is None else (value,)


def _known(value: Any) -> Any:
    # Two sources rarely know all the same names of a party or a place, which is the same by its id.
    if isinstance(value, Participation):
        return value.party.id, value.capacity
    return getattr(value, "id", value)


def _is_one_stretch(x: tuple[Any, ...], y: tuple[Any, ...]) -> bool:
    dates = [each for each in (*x, *y) if isinstance(each, HistoricalDate)]
    return bool(dates) and len({date.spans for date in dates}) == 1


def _can_both_hold(field: str, x: Iterable[Any], y: Iterable[Any]) -> bool:
    if field == "parties":
        mine, yours = (_by_party(parties) for parties in (x, y))
        return set(mine) == set(yours) and all(claims.compatible(field, mine[id], yours[id]) for id in mine)
    return any(claims.compatible(field, p, q) for p in x for q in y)


def _by_party(parties: Iterable[Participation]) -> dict[str, Participation]:
    return {each.party.id: each for each in parties}


def _is_slip(field: str, a: Record, b: Record) -> bool:
    x, y = (getattr(record, field, None) for record in (a, b))
    return isinstance(x, HistoricalDate) and isinstance(y, HistoricalDate) and bool(near_misses(x, y))


def _bounds(share: Share) -> str:
    low, high = share.at_least, share.at_most
    return str(low) if low == high else f"{low} to {high}"
