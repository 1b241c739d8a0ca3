"""Decisions: which records are the same, and who says so, to be reviewed, kept and applied again."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import Any, overload

import attrs

from bilateral.errors import InvalidValueError
from bilateral.model import checks
from bilateral.model.terms import term
from bilateral.model.values import ByValue, named
from bilateral.tabular import Tabular


class Verdict(StrEnum):
    """What is decided of two records.

    Examples:
        >>> Verdict("same").value
        'same'
    """

    SAME = "same"
    DIFFERENT = "different"
    UNDECIDED = "undecided"


def _verdict(value: Verdict | str) -> Verdict:
    return term(Verdict, value, "Decision.verdict")


@attrs.frozen(eq=False, repr=False)
class Decision(ByValue):
    """What is decided of two records, and by whom.

    Args:
        a: the id of the one; if they are the same, its id is the one that stays.
        b: the id of the other.
        verdict: whether they are the same, different, or undecided.
        score: how likely it was found that they are the same, from 0 to 1; None if nothing was reckoned.
        reasons: what spoke for and against it, in words.
        by: who decided, be it a person or a rule.
        note: why, in words of whoever decided.
        a_is: the one in a line by which a person knows it.
        b_is: the other.

    Raises:
        InvalidValueError: if a value does not fit its field.

    Examples:
        >>> Decision("ggo-1", "wti-7", "same", by="me", note="the title in UNTS 1234 is that of both")
        <Decision ggo-1: wti-7, same, me>
    """

    a: str = attrs.field(validator=checks.an_id)
    b: str = attrs.field(validator=checks.an_id)
    verdict: Verdict = attrs.field(default=Verdict.UNDECIDED, converter=_verdict)
    score: float | None = attrs.field(default=None, kw_only=True)
    reasons: str | None = attrs.field(default=None, validator=checks.maybe_text, kw_only=True)
    by: str | None = attrs.field(default=None, validator=checks.maybe_text, kw_only=True)
    note: str | None = attrs.field(default=None, validator=checks.maybe_text, kw_only=True)
    a_is: str | None = attrs.field(default=None, validator=checks.maybe_text, kw_only=True)
    b_is: str | None = attrs.field(default=None, validator=checks.maybe_text, kw_only=True)

    def __repr__(self) -> str:
        return named(self, self.a, self.b, self.verdict, self.by)

    @score.validator
    def _is_a_probability(self, _: attrs.Attribute[float | None], value: Any) -> None:
        if value is not None and (isinstance(value, bool) or not isinstance(value, (int, float))):
            raise InvalidValueError("Decision.score", value, "it must be a number from 0 to 1")
        if value is not None and not 0 <= value <= 1:
            raise InvalidValueError("Decision.score", value, "it must be a number from 0 to 1")


class Decisions(Tabular, Sequence[Decision]):
    """Decisions, in the order of their ids, so that a file of them changes only where a decision does.

    Args:
        decisions: the decisions, in any order.

    Raises:
        InvalidValueError: if there are two about one pair of records, or if records that are different
            would be the same by other decisions.

    Examples:
        >>> decisions = Decisions([Decision("a", "b", "same"), Decision("a", "c", "different")])
        >>> decisions.same
        {'b': 'a'}
        >>> decisions
        <2 decisions: 1 same, 1 different>
    """

    __slots__ = ("_decisions", "_same")

    caption = "which records are the same"

    def __init__(self, decisions: Iterable[Decision] = ()) -> None:
        self._decisions = tuple(sorted(decisions, key=lambda each: (each.a, each.b)))
        for decision, reason in contradictions(self._decisions):
            raise InvalidValueError("Decisions", f"{decision.a}, {decision.b}", reason)
        self._same = _leaders(self._decisions)

    @classmethod
    def read(cls, path: str | os.PathLike[str]) -> Decisions:
        """Read decisions from a file.

        Args:
            path: the file, ``.csv`` or ``.json``.

        Returns:
            The decisions.

        Raises:
            DataError: with every problem of the file: row, column, value, and what would be right.
            InvalidValueError: if the suffix is another.
            OSError: if the file cannot be opened.

        Examples:
            >>> from tempfile import TemporaryDirectory
            >>> with TemporaryDirectory() as folder:
            ...     Decisions([Decision("a", "b", "same")]).write(f"{folder}/decisions.csv")
            ...     Decisions.read(f"{folder}/decisions.csv")
            <1 decisions: 1 same>
        """
        from bilateral.matching import files

        return cls(files.read(path))

    def write(self, path: str | os.PathLike[str]) -> None:
        """Write the decisions to a file, one a row; a failed write leaves the file as it was.

        Args:
            path: the file, ``.csv`` or ``.json``.

        Raises:
            InvalidValueError: if the suffix is another.
            OSError: if the file cannot be written.
        """
        from bilateral.matching import files

        files.write(self, path)

    @property
    def same(self) -> Mapping[str, str]:
        """From ids of records to the id of the record that they are taken to be; ``Corpus.merge`` takes it.

        Of several that are the same, the first that is only ever the one, never the other, stays.
        """
        return self._same

    def overruled_by(self, other: Decisions) -> Decisions:
        """Return decisions in which those of another body stand wherever it has decided.

        Args:
            other: the other decisions, such as those made by hand.

        Returns:
            Decisions about the pairs of both.

        Examples:
            >>> rule = Decisions([Decision("a", "b", "same"), Decision("c", "d")])
            >>> rule.overruled_by(Decisions([Decision("a", "b", "different"), Decision("c", "d")]))
            <2 decisions: 1 different, 1 undecided>
        """
        found = {(each.a, each.b): each for each in self}
        for each in other:
            if each.verdict is not Verdict.UNDECIDED or (each.a, each.b) not in found:
                found[each.a, each.b] = each
        return Decisions(found.values())

    @overload
    def __getitem__(self, key: int) -> Decision: ...
    @overload
    def __getitem__(self, key: slice) -> Decisions: ...
    def __getitem__(self, key: int | slice) -> Decision | Decisions:
        return Decisions(self._decisions[key]) if isinstance(key, slice) else self._decisions[key]

    def __iter__(self) -> Iterator[Decision]:
        return iter(self._decisions)

    def __len__(self) -> int:
        return len(self._decisions)

    def __eq__(self, other: object) -> bool:
        return self._decisions == other._decisions if isinstance(other, Decisions) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._decisions)

    def __repr__(self) -> str:
        counts = {verdict: sum(each.verdict is verdict for each in self) for verdict in Verdict}
        told = ", ".join(f"{count} {verdict}" for verdict, count in counts.items() if count)
        return f"<{len(self)} decisions{': ' if told else ''}{told}>"

    def __str__(self) -> str:
        lines = [
            f"{each.verdict:9}  {'' if each.score is None else f'{each.score:.2f}':4}  {each.a} = {each.b}"
            for each in self._decisions[:_SHOWN]
        ]
        more = [f"... and {len(self) - _SHOWN} more"] if len(self) > _SHOWN else []
        return "\n".join([*lines, *more])

    def columns(self) -> Mapping[str, Sequence[float | str | None]]:
        """Return the table: a row for each decision."""
        shown = {name: [getattr(each, name) for each in self] for name in COLUMNS}
        return {**shown, "verdict": [each.verdict.value for each in self]}


_SHOWN = 20
"""How many decisions a text shows."""

COLUMNS: tuple[str, ...] = ("a", "b", "verdict", "score", "by", "note", "reasons", "a_is", "b_is")
"""The parts of a decision as columns of a table, in their order."""


def contradictions(decisions: Sequence[Decision]) -> Iterator[tuple[Decision, str]]:
    """Yield the decisions that cannot stand beside those before them, each with the reason.

    Args:
        decisions: the decisions.

    Yields:
        A decision, and what is wrong.

    Examples:
        >>> [reason for _, reason in contradictions([Decision("a", "b"), Decision("b", "a", "same")])]
        ['there are two decisions about this pair; leave one']
    """
    pairs: set[frozenset[str]] = set()
    for each in decisions:
        pair = frozenset((each.a, each.b))
        if pair in pairs:
            yield each, "there are two decisions about this pair; leave one"
        pairs.add(pair)
    leaders = _leaders(decisions)
    for each in decisions:
        if each.verdict is Verdict.DIFFERENT and leaders.get(each.a, each.a) == leaders.get(each.b, each.b):
            yield each, "they are different, but by other decisions they are the same; change one of these"


def _leaders(decisions: Iterable[Decision]) -> dict[str, str]:
    """Return, for each id that is given up, the one that stays."""
    groups: dict[str, set[str]] = {}
    others = set()
    for each in decisions:
        if each.verdict is Verdict.SAME and each.a != each.b:
            others.add(each.b)
            group = groups.get(each.a, {each.a}) | groups.get(each.b, {each.b})
            groups.update(dict.fromkeys(group, group))
    found = {}
    for id, group in groups.items():
        leader = min(group, key=lambda each: (each in others, each))
        if id != leader:
            found[id] = leader
    return dict(sorted(found.items()))
