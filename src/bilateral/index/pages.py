"""Bitmaps of rows as pages: whole numbers, of which each has a bit for each of some thousands of rows.

One number for all rows would do, too. But of pages, a question about some years takes those in which the
years lie; the others are 0, and cost next to nothing to be joined and counted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, compress
from typing import TypeAlias, TypeVar

Item = TypeVar("Item")
Run: TypeAlias = tuple[int, int]
"""Rows from the first up to, but without, the second."""

Pages: TypeAlias = list[int]
"""The bits of all rows, a page each; bit i is row i of the page."""

PAGE = 1 << 15
"""So many rows have a page: few enough to stay near the processor, and many enough to be few."""
_PIECE = 2048
_DENSE = 16
"""What holds more than one row of so many is unpacked row by row, the rest bit by bit."""
_FLAGS = bytes.maketrans(b"01", b"\0\1")


def everything(size: int) -> Pages:
    """Return the bitmap of all rows."""
    return [(1 << min(PAGE, size - first)) - 1 for first in range(0, size, PAGE)]


def cut(pages: Pages, runs: Iterable[Run]) -> Pages:
    """Return what of a bitmap lies in some runs.

    Args:
        pages: the bitmap.
        runs: the runs, none of them empty; they do not overlap.
    """
    found = [0] * len(pages)
    for start, stop in runs:
        first, last = start // PAGE, (stop - 1) // PAGE
        begin, end = start % PAGE, stop - last * PAGE
        if first == last:
            found[first] |= (pages[first] >> begin & (1 << end - begin) - 1) << begin
        else:
            found[first] |= pages[first] >> begin << begin
            found[first + 1 : last] = pages[first + 1 : last]
            found[last] |= pages[last] & (1 << end) - 1
    return found


def packed(numbers: Iterable[int], size: int, *, dense: bool) -> Pages:
    """Return the bitmap of some row numbers.

    Args:
        numbers: the rows.
        size: the number of all rows.
        dense: whether they are many: a byte a row is then quicker to set than a bit.
    """
    if dense:
        digits = bytearray(b"0") * (_number(size) * PAGE)
        for number in numbers:
            digits[number] = 49
        return [int(digits[start : start + PAGE][::-1], 2) for start in range(0, len(digits), PAGE)]
    cells = bytearray(_number(size) * PAGE // 8)
    for number in numbers:
        cells[number >> 3] |= 1 << (number & 7)
    return [
        int.from_bytes(cells[start : start + PAGE // 8], "little")
        for start in range(0, len(cells), PAGE // 8)
    ]


def unpacked(pages: Pages, items: Sequence[Item]) -> Iterator[Item]:
    """Yield the items of a bitmap's rows, in order.

    Args:
        pages: the bitmap.
        items: an item for each row.
    """
    found = (_of_page(page, number * PAGE, items) for number, page in enumerate(pages) if page)
    return chain.from_iterable(chain.from_iterable(found))


def _number(size: int) -> int:
    """Return how many pages so many rows have."""
    return -(-size // PAGE)


def _of_page(page: int, first: int, items: Sequence[Item]) -> Iterator[Iterable[Item]]:
    """Yield the items of a page, piece by piece: full pieces are quicker to go through as a whole."""
    data = page.to_bytes(page.bit_length() // 8 + 1, "little")
    for start in range(0, len(data), _PIECE // 8):
        piece = int.from_bytes(data[start : start + _PIECE // 8], "little")
        row = first + start * 8
        if piece.bit_count() * _DENSE > _PIECE:
            # bin() begins with 0b and with the last row.
            flags = bin(piece)[:1:-1].encode().translate(_FLAGS)
            yield compress(items[row : row + len(flags)], flags)
        elif piece:
            yield map(items.__getitem__, _one_by_one(piece, row))


def _one_by_one(piece: int, start: int) -> Iterator[int]:
    while piece:
        lowest = piece & -piece
        yield start + lowest.bit_length() - 1
        piece ^= lowest
