"""Which rows have which value: for each value of a field the list of its rows, made in one pass."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from functools import reduce
from operator import or_
from typing import TypeVar

from bilateral.index.answers import Answer
from bilateral.index.rows import Listed, Rows, everything, nothing
from bilateral.model import Record
from bilateral.truth import Truth

Value = TypeVar("Value", bound=Hashable)


class Postings(Mapping[Value, Rows]):
    """The rows of each value of a field.

    Args:
        size: the number of rows of the corpus.
        found: the rows of each value, in order.

    Examples:
        >>> postings = gathered(3, [["a"], [], ["a", "b"]], lambda values: values)
        >>> list(postings["a"]), list(postings.any_of(["b", "c"])), len(postings)
        ([0, 2], [2], 2)
    """

    __slots__ = ("_found", "_none")

    def __init__(self, size: int, found: dict[Value, Rows]) -> None:
        self._found = found
        self._none = nothing(size)

    def __getitem__(self, value: Value) -> Rows:
        return self._found[value]

    def __iter__(self) -> Iterator[Value]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)

    def having(self, value: Value) -> Rows:
        """Return the rows that have a value; none if there is no such value."""
        return self._found.get(value, self._none)

    def any_of(self, values: Iterable[Value]) -> Rows:
        """Return the rows that have at least one of some values."""
        return reduce(or_, map(self.having, values), self._none)

    def judged(self, truths: Mapping[Value, Truth]) -> Answer:
        """Return the answer of each row by its value, if each has one; where no truth is given it is NO.

        Args:
            truths: the answers for values.
        """
        possible = self.any_of(value for value, truth in truths.items() if truth.possible)
        if Truth.UNKNOWN not in truths.values():
            return Answer.exactly(possible)
        return Answer(self.any_of(value for value, truth in truths.items() if truth.certain), possible)


def gathered(
    size: int, records: Iterable[Record], values_of: Callable[[Record], Iterable[Value]]
) -> Postings[Value]:
    """Return the rows of each value of a field.

    Args:
        size: the number of rows of the corpus.
        records: the record of each row.
        values_of: what returns the values of a record, each once.
    """
    found: defaultdict[Value, array[int]] = defaultdict(lambda: array("I"))
    for row, record in enumerate(records):
        for value in values_of(record):
            found[value].append(row)
    every = everything(size)
    return Postings(
        size, {value: Listed(size, rows) if len(rows) < size else every for value, rows in found.items()}
    )
