"""Tables in text: CSV, TSV and their kin, as other people have written them."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Collection, Generator, Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import IO, Any, NamedTuple

from bilateral.errors import DataError, InvalidValueError, Problem
from bilateral.tables.rows import Fault, Row, Table
from bilateral.tables.values import named_once

DELIMITERS = (",", ";", "\t", "|")
"""What is tried where no delimiter is given, the most usual first."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    # Before the mark of UTF-16, with which it begins.
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 50
"""How many lines are looked at to tell the delimiter."""
_SHOWN = 80
"""How much of a row is shown in a problem."""


def table(
    file: IO[Any],
    name: str,
    *,
    wanted: Collection[str] = (),
    encoding: str | None = None,
    delimiter: str | None = None,
    header: int = 1,
) -> Table:
    """Return the table that a file of delimited text holds.

    Args:
        file: the open file, of bytes or text.
        name: its name, for messages.
        wanted: the columns that are looked for.
        encoding: the encoding; None for UTF-8, or what a byte order mark says.
        delimiter: what stands between cells; None to try comma, semicolon, tab and bar.
        header: the number of the row that has the names of columns, from 1; those before it are left out. 0
            if there is none: then the columns are ``column 1``, ``column 2``...

    Returns:
        The table.

    Raises:
        InvalidValueError: if the encoding or delimiter is none.
        DataError: if the file is empty, or its header cannot be read.
    """
    if delimiter is not None and len(delimiter) != 1:
        raise InvalidValueError("read.delimiter", delimiter, "it must be one character")
    if type(header) is not int or header < 0:
        raise InvalidValueError(
            "read.header", header, "it must be the number of a row, from 1, or 0 for none"
        )
    lines = _Lines(file, name, encoding)
    sample = list(islice(lines, _SAMPLE + header))
    if not any(line.strip() for line in sample):
        raise DataError([Problem(name, "", "", "", "it is empty", kind="empty file")])
    sign = delimiter if delimiter is not None else _delimiter(sample, header, wanted)
    rows = _rows(chain(sample, lines), name, sign)
    found = [row.cells for row in islice(rows, max(header, 1))][-1]
    if header == 0:
        rows = chain([_Parsed(1, found)], rows)
        found = [""] * len(found)
    columns, problems = named_once(found, wanted, name)
    if wanted and not set(wanted) & set(columns) and delimiter is not None:
        reason = _other_delimiter(sample, header, wanted, delimiter)
        raise DataError([Problem(name, "", "", "", reason, kind="wrong delimiter")])
    if wanted and not set(wanted) & set(columns) and (lower := _lower_header(sample, header, wanted)):
        reason = f"row {header} has none of the mapped columns, but row {lower} has: say header={lower}"
        raise DataError([Problem(name, "", "", "", reason, header, kind="missing column")])
    return Table(name, columns, _checked(rows, columns, header, name), tuple(problems))


def _lower_header(sample: Sequence[str], header: int, wanted: Collection[str]) -> int | None:
    """Return the number of a lower row that has most mapped columns; None if none has."""
    found: dict[int, int] = {}
    for delimiter in DELIMITERS:
        for number, cells in enumerate(csv.reader(sample, delimiter=delimiter), 1):
            there = len(set(wanted).intersection(cell.strip() for cell in cells))
            if number > header and there * 2 > len(set(wanted)):
                found[number] = max(there, found.get(number, 0))
    return max(found, key=lambda number: (found[number], -number), default=None)


class _Lines:
    """The lines of a file as text, counted; what cannot be decoded is told with its line."""

    def __init__(self, file: IO[Any], name: str, encoding: str | None) -> None:
        self._name = name
        self._encoding = "utf-8" if encoding is None else encoding
        self._raw: IO[bytes] | None = None
        first = file.read(0)
        if isinstance(first, str):
            self._lines: Iterator[str] = iter(file)
            return
        buffered = file if hasattr(file, "peek") else io.BufferedReader(_Raw(file))
        if encoding is None:
            start = buffered.peek(4)[:4]
            self._encoding = next((name for mark, name in _MARKS if start.startswith(mark)), _unmarked(start))
        try:
            codecs.lookup(self._encoding)
            text = io.TextIOWrapper(buffered, self._encoding, newline="")
        except LookupError:
            reason = 'there is no such encoding; it must be one of Python\'s, such as "utf-8" or "cp1251"'
            raise InvalidValueError("read.encoding", encoding, reason) from None
        self._raw = file
        # The text goes through a generator, so that the file stays open when the text is dropped.
        self._lines = self._decoded(text)

    def _decoded(self, text: io.TextIOWrapper) -> Iterator[str]:
        number = 0
        try:
            for line in text:
                number += 1
                yield line
        except UnicodeError as error:
            at = self._line_of_error() or f"after line {number}"
            what = getattr(error, "reason", str(error))
            reason = (
                f"it is no text in {self._encoding.upper()}: {what} {at}; say which encoding it has,"
                ' such as encoding="cp1251" or "cp1252"'
            )
            raise DataError([Problem(self._name, "", "", "", reason, kind="wrong encoding")]) from None
        finally:
            if not text.closed:
                text.detach()

    def _line_of_error(self) -> str | None:
        """Look for the line again, for text is decoded in larger pieces."""
        if self._raw is None or not self._raw.seekable() or self._encoding.startswith(("utf-16", "utf-32")):
            return None
        self._raw.seek(0)
        for number, line in enumerate(self._raw, 1):
            try:
                line.decode(self._encoding)
            except UnicodeError:
                return f"in line {number}"
        return None

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        return next(self._lines)


def _unmarked(start: bytes) -> str:
    """Return the encoding of a text without a mark: UTF-16 shows by two letters of ASCII at its beginning."""
    zeros = "".join("." if byte else "0" for byte in start)
    return {".0.0": "utf-16-le", "0.0.": "utf-16-be"}.get(zeros, "utf-8")


class _Raw(io.RawIOBase):
    """A file of bytes that has nothing but ``read``, as one that can be buffered."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        data = self._file.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)


class _Parsed(NamedTuple):
    """A row as it was parsed: its first line, its cells, and what is wrong with its quotations."""

    line: int
    cells: list[str]
    cut: bool = False
    stray: Fault | None = None


def _rows(lines: Iterable[str], name: str, delimiter: str) -> Iterator[_Parsed]:
    ended: list[bool] = []
    written: list[str] = []

    def told() -> Iterator[str]:
        for line in lines:
            written.append(line)
            yield line
        ended.append(True)

    read = csv.reader(told(), delimiter=delimiter)
    line = 0
    while True:
        try:
            cells = next(read)
        except StopIteration:
            return
        except csv.Error as error:
            reason = (
                f"{error}: a quotation mark may not be closed; if a cell is that long,"
                " csv.field_size_limit of the standard library sets the limit"
            )
            raise DataError([Problem(name, "", "", "", reason, line + 1, kind="broken row")]) from None
        # The reader asks for another line only within a quotation.
        yield _Parsed(line + 1, cells, bool(ended), _stray(written, cells, delimiter))
        written.clear()
        line = read.line_num


def _stray(written: Sequence[str], cells: Sequence[str], delimiter: str) -> Fault | None:
    """Return a fault if a quotation ends within a cell, so that what follows may stand in the wrong one."""
    if len(written) == 1 and '"' not in "".join(cells):
        return None
    try:
        list(csv.reader(written, delimiter=delimiter, strict=True))
    except csv.Error:
        reason = "a quotation mark within a quotation is not doubled: its cells may not be what was meant"
        if len(written) == 1:
            return Fault("stray quotation mark", written[0].strip()[:_SHOWN], reason)
        reason = (
            f"a quotation mark is not closed, or not doubled: {len(written)} lines are one row here,"
            " of which some may be rows of their own"
        )
        return Fault("stray quotation mark", written[0].strip()[:_SHOWN], reason, "error")
    return None


def _checked(
    rows: Iterable[_Parsed], columns: Sequence[str], number: int, name: str
) -> Generator[Row, None, None]:
    """Yield rows with a cell for each column."""
    width = len(columns)
    for number, (line, cells, cut, stray) in enumerate(rows, number + 1):  # noqa: PLR1704, B020 - it counts on
        if cut:
            reason = "a quotation begins in this row and does not end: the file may have been broken off"
            shown = next((cell for cell in reversed(cells) if cell), "")[:_SHOWN]
            raise DataError([Problem(name, "", "", shown, reason, line, kind="unclosed quotation")])
        if len(cells) == width and stray is None and "\0" not in "".join(cells):
            if any(cells):
                yield Row(number, cells, line)
        elif any(cell.strip() for cell in cells):
            yield _mended(cells, columns, number, line, stray)


def _mended(cells: list[str], columns: Sequence[str], number: int, line: int, stray: Fault | None) -> Row:
    """Return a row that is too short or too long, has stray quotation marks, or holds what no text has."""
    width = len(columns)
    faults = [] if stray is None else [stray]
    if any("\0" in cell for cell in cells):
        reason = (
            "a cell holds a NUL character: the file may be damaged, or its encoding another, such as UTF-16"
        )
        faults.append(Fault("NUL character", "", reason))
    if len(cells) != width:
        reason = (
            f"it has {len(cells)} cells, and the header {width} columns: a delimiter may stand within a cell"
        )
        if len(cells) < width:
            reason = (
                f"it has {len(cells)} cells, and the header {width} columns: the row may have been broken off"
            )
        faults.append(Fault("row of another length", "", reason))
    extra = [(f"column {i}", cell) for i, cell in enumerate(cells[width:], width + 1) if cell.strip()]
    return Row(number, [*cells[:width], *[""] * (width - len(cells))], line, tuple(faults), tuple(extra))


def _header(sample: Sequence[str], header: int, delimiter: str) -> list[str]:
    """Return the cells of the header if the delimiter is the right one."""
    found: list[str] = []
    for number, cells in enumerate(csv.reader(sample, delimiter=delimiter), 1):
        found = [cell.strip() for cell in cells]
        if number >= header:
            break
    return found


def _delimiter(sample: Sequence[str], header: int, wanted: Collection[str]) -> str:
    """Return the delimiter with which most of the wanted columns are there, else most columns at all."""

    def found(delimiter: str) -> tuple[int, int]:
        names = _header(sample, header, delimiter)
        return len(set(wanted).intersection(names)), len(names)

    return max(DELIMITERS, key=found)


def _other_delimiter(sample: Sequence[str], header: int, wanted: Collection[str], delimiter: str) -> str:
    """Return why a delimiter is not the right one, and which would be."""
    other = _delimiter(sample, header, wanted)
    there = [each for each in wanted if each in _header(sample, header, other)]
    told = ", ".join(map(repr, _header(sample, header, delimiter)[:10]))
    reason = f"with the delimiter {delimiter!r} its columns are {told}, and none of them is mapped"
    if there:
        reason += f"; with {other!r} the mapped columns {', '.join(map(repr, there[:10]))} would be there"
    return reason
