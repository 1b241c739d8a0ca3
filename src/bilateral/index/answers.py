"""The three-valued answer to a question for all rows at once."""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce
from operator import and_, or_
from typing import NamedTuple

from bilateral.index.rows import Rows
from bilateral.truth import Truth


class Answer(NamedTuple):
    """Which rows surely match, and which are not ruled out: YES, and YES or UNKNOWN.

    Attributes:
        certain: the rows that surely match.
        possible: these, and the rows for which it is not known; the same object if it is known of all.
    """

    certain: Rows
    possible: Rows

    @classmethod
    def exactly(cls, rows: Rows) -> Answer:
        """Return the answer that is known for every row."""
        return cls(rows, rows)

    @property
    def is_exact(self) -> bool:
        """Whether it is known for every row."""
        return self.certain is self.possible

    @classmethod
    def all_of(cls, answers: Iterable[Answer]) -> Answer:
        """Return the conjunction of one or more answers."""
        # Runs first and bitmaps last: a run of rows leaves little of what comes after it.
        listed = sorted(answers, key=lambda answer: answer.possible.rank)
        possible = reduce(and_, (each.possible for each in listed))
        if all(each.is_exact for each in listed):
            return cls.exactly(possible)
        return cls(reduce(and_, (each.certain for each in listed)), possible)

    @classmethod
    def any_of(cls, answers: Iterable[Answer]) -> Answer:
        """Return the disjunction of one or more answers."""
        listed = list(answers)
        possible = reduce(or_, (each.possible for each in listed))
        if all(each.is_exact for each in listed):
            return cls.exactly(possible)
        return cls(reduce(or_, (each.certain for each in listed)), possible)

    def __invert__(self) -> Answer:
        if self.is_exact:
            return Answer.exactly(~self.possible)
        return Answer(~self.possible, ~self.certain)

    def limited_to(self, rows: Rows) -> Answer:
        """Return the answer that is NO outside some rows."""
        return Answer.all_of([self, Answer.exactly(rows)])

    def truth(self, row: int) -> Truth:
        """Return the answer for one row."""
        return Truth.bounded(
            certain=bool(self.certain.bits >> row & 1), possible=bool(self.possible.bits >> row & 1)
        )
