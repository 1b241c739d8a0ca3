"""Workbooks: the rows of a sheet, with dates as dates and numbers as they are written."""

from __future__ import annotations

import zipfile
from collections.abc import Collection, Generator, Iterator, Sequence
from itertools import zip_longest
from typing import IO, Any

from bilateral.errors import DataError, InvalidValueError, MissingExtraError, Problem
from bilateral.tables.rows import Fault, Row, Table
from bilateral.tables.values import cell_of, named_once

_SAMPLE = 50
"""How many rows are looked at for names of columns."""


def table(
    file: IO[bytes],
    name: str,
    *,
    wanted: Collection[str] = (),
    sheet: str | int | None = None,
    header: int = 1,
) -> Table:
    """Return the table that a sheet of a workbook holds.

    Args:
        file: the open file.
        name: its name, for messages.
        wanted: the columns that are looked for.
        sheet: the name of the sheet, or its number from 1; None for the first that has all wanted columns,
            else the first.
        header: the number of the row that has the names of columns, from 1; those before it are left out.

    Returns:
        The table.

    Raises:
        MissingExtraError: if openpyxl is not installed.
        InvalidValueError: if there is no such sheet.
        DataError: if it is no workbook, or the sheet is empty.
    """
    try:
        import openpyxl
    except ImportError:
        raise MissingExtraError("excel", "a workbook") from None
    if type(header) is not int or header < 1:
        raise InvalidValueError("read.header", header, "it must be the number of a row, from 1")
    try:
        # The formulas' values, as the spreadsheet has last worked them out, and the formulas themselves.
        book = openpyxl.load_workbook(file, read_only=True, data_only=True)
        formulas = openpyxl.load_workbook(file, read_only=True)
    except (zipfile.BadZipFile, KeyError, ValueError, OSError) as error:
        reason = f"it is no workbook of the form .xlsx, or has been broken off: {error}"
        raise DataError([Problem(name, "", "", "", reason, kind="no workbook")]) from None
    chosen = _sheet(book.worksheets, sheet, header, wanted)
    rows = chosen.iter_rows(values_only=True)
    found: Sequence[Any] = ()
    for _ in range(header):
        found = next(rows, ())
    names = [str(cell_of(value)) for value in found]
    while names and not names[-1].strip():
        names.pop()
    if not names:
        reason = f"the sheet {chosen.title!r} has no names of columns in row {header}"
        raise DataError([Problem(name, "", "", "", reason, kind="empty file")])
    columns, problems = named_once(names, wanted, name)
    if wanted and not set(wanted) & set(columns) and (lower := _lower_header(chosen, header, wanted)):
        reason = f"row {header} has none of the mapped columns, but row {lower} has: say header={lower}"
        raise DataError([Problem(name, "", "", "", reason, header, kind="missing column")])
    told = name if len(book.worksheets) == 1 else f"{name}[{chosen.title}]"
    written = formulas[chosen.title].iter_rows(min_row=header + 1, values_only=True)
    return Table(told, columns, _rows(_worked_out(rows, written), len(columns), header), tuple(problems))


def _sheet(sheets: Sequence[Any], asked: str | int | None, header: int, wanted: Collection[str]) -> Any:
    titles = [each.title for each in sheets]
    if asked is None:
        for each in sheets if wanted else ():
            names = next(each.iter_rows(min_row=header, max_row=header, values_only=True), ())
            if {*wanted} <= {str(cell_of(value)).strip() for value in names}:
                return each
        return sheets[0]
    if isinstance(asked, int) and 0 < asked <= len(sheets):
        return sheets[asked - 1]
    if asked not in titles:
        reason = f"the sheets of the workbook are {', '.join(map(repr, titles))}"
        raise InvalidValueError("read.sheet", asked, reason)
    return sheets[titles.index(str(asked))]


def _lower_header(sheet: Any, header: int, wanted: Collection[str]) -> int | None:
    """Return the number of the first lower row that has most mapped columns; None if none has."""
    rows = sheet.iter_rows(min_row=header + 1, max_row=header + _SAMPLE, values_only=True)
    for number, values in enumerate(rows, header + 1):
        there = set(wanted).intersection(str(cell_of(value)).strip() for value in values)
        if len(there) * 2 > len(set(wanted)):
            return number
    return None


def _worked_out(
    rows: Iterator[Sequence[Any]], written: Iterator[Sequence[Any]]
) -> Iterator[tuple[Sequence[Any], tuple[Fault, ...]]]:
    """Yield the values of each row, formulas where no value was stored, and what is wrong with that."""
    for values, formulas in zip_longest(rows, written, fillvalue=()):
        unknown = [
            formula
            for value, formula in zip_longest(values, formulas)
            if value is None and isinstance(formula, str) and formula.startswith("=")
        ]
        if not unknown:
            yield values, ()
            continue
        reason = "it is a formula that no program has worked out: open and save the workbook in one"
        faults = tuple(Fault("formula without value", formula, reason) for formula in unknown)
        yield [f if v is None else v for v, f in zip_longest(values, formulas)], faults


def _rows(
    rows: Iterator[tuple[Sequence[Any], tuple[Fault, ...]]], width: int, number: int
) -> Generator[Row, None, None]:
    for number, (values, faults) in enumerate(rows, number + 1):  # noqa: B020, PLR1704 - it counts on
        cells = [cell_of(value) for value in values]
        if any(cells):
            extra = [(f"column {i}", str(cell)) for i, cell in enumerate(cells[width:], width + 1) if cell]
            whole = [*cells[:width], *[""] * (width - len(cells))]
            yield Row(number, whole, number, faults, extra=tuple(extra))
