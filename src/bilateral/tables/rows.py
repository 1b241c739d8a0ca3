"""Tables as they are read: rows of cells, and what is wrong with them as rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple, Protocol, TypeAlias

from bilateral.errors import Problem

Cell: TypeAlias = "str | tuple[str, ...]"
"""The text of a cell, or the texts of a list that stands in it."""
Cells: TypeAlias = Sequence[Cell]


class Fault(NamedTuple):
    """What is wrong with a piece of a cell.

    Attributes:
        kind: what it has in common with others.
        value: the piece.
        reason: what is wrong and what would be right.
        severity: as of a Problem.
    """

    kind: str
    value: str
    reason: str
    severity: str = "warning"


class Row(NamedTuple):
    """A row of a table.

    Attributes:
        number: its number, as a spreadsheet shows it.
        cells: what stands in it, a cell for each column.
        line: the line of the file on which it begins; None where there are no lines.
        faults: what is wrong with it as a row.
        extra: cells beyond the columns, as pairs of a name and the text.
    """

    number: int
    cells: Cells
    line: int | None = None
    faults: tuple[Fault, ...] = ()
    extra: tuple[tuple[str, str], ...] = ()

    @property
    def place(self) -> int:
        """The line of the file, else its number."""
        return self.number if self.line is None else self.line


class Rows(Protocol):
    """Rows as they come; a file that they come from is closed at their end, or by ``close``."""

    def __iter__(self) -> Iterator[Row]: ...

    def __next__(self) -> Row: ...

    def close(self) -> None:
        """Read no more."""


class Table(NamedTuple):
    """A table that is being read.

    Attributes:
        file: its name, for messages.
        columns: its columns, each name once.
        rows: its rows, as they come; reading them may raise DataError where the file is broken off.
        problems: what is wrong with its header.
        unit: what the numbers of its rows count.
        total: how many rows there are, if that is known.
    """

    file: str
    columns: tuple[str, ...]
    rows: Rows
    problems: tuple[Problem, ...] = ()
    unit: str = "row"
    total: int | None = None
