"""The three-valued answer to a question for all rows at once."""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce
from operator import attrgetter, or_
from typing import NamedTuple

from bilateral.index.rows import Rows, nothing
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
        # Not ``cls(rows, rows)``, which calls a function in Python once more: most answers are made here.
        return tuple.__new__(cls, (rows, rows))

    @property
    def is_exact(self) -> bool:
        """Whether it is known for every row."""
        return self.certain is self.possible

    @staticmethod
    def all_of(answers: Iterable[Answer]) -> Answer:
        """Return the conjunction of one or more answers."""
        # Runs last: they cut a list to a new one, of which the bitmap would have to be made anew.
        (certain, possible), *others = sorted(answers, key=attrgetter("possible.rank"))
        for surely, maybe in others:
            exact = certain is possible and surely is maybe
            possible = possible & maybe
            certain = possible if exact else certain & surely
        return Answer(certain, possible)

    @staticmethod
    def any_of(answers: Iterable[Answer]) -> Answer:
        """Return the disjunction of one or more answers."""
        return reduce(or_, answers)

    def __and__(self, other: Answer) -> Answer:
        return Answer.all_of((self, other))

    def __or__(self, other: Answer) -> Answer:
        if self.is_exact and other.is_exact:
            return Answer.exactly(self.possible | other.possible)
        return Answer(self.certain | other.certain, self.possible | other.possible)

    def __invert__(self) -> Answer:
        if self.is_exact:
            return Answer.exactly(~self.possible)
        return Answer(~self.possible, ~self.certain)

    def limited_to(self, rows: Rows) -> Answer:
        """Return the answer that is NO outside some rows."""
        return self & Answer.exactly(rows)

    def unknown(self) -> Answer:
        """Return the rows for which it is not known, and of which nothing is certain."""
        unsure = self.possible - self.certain
        return Answer(nothing(unsure.size), unsure)

    def truth(self, row: int) -> Truth:
        """Return the answer for one row."""
        return Truth.bounded(certain=row in self.certain, possible=row in self.possible)
