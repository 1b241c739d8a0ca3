"""From the cells of a row to values of one field, remembering what was made of the same cells before."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from operator import itemgetter
from typing import Any

from bilateral.dates import HistoricalDate
from bilateral.errors import InvalidDateError, UnsupportedDateError
from bilateral.mapping.cells import NOTHING, Codes, Outcome, Read, Refused, Split
from bilateral.mapping.parties import Identify
from bilateral.model import Actor, Participation, Party, Relation, Source
from bilateral.tables import Cell, Cells, Fault

_MOST_REMEMBERED = 50_000
"""How many different cells of a column are remembered: enough for codes and dates, a bound for titles."""


class Reader:
    """What reads values of one field from rows, and remembers what it has made of cells before.

    Args:
        columns: the columns it reads, the one that values are attested by first.
        positions: where in a row they stand.
    """

    needs_date = False
    """Whether what cells mean depends on the date of the record."""

    def __init__(self, columns: Sequence[str], positions: Sequence[int]) -> None:
        self.columns = tuple(columns)
        self.column = columns[0] if columns else ""
        self.positions = tuple(positions)
        self.alone = positions[0] if len(positions) == 1 else None
        # What an outcome depends on: one cell, several, or nothing.
        self.key: Callable[[Cells], Any] = itemgetter(*positions) if positions else _nothing
        self.known: dict[Any, Outcome] = {}

    def outcome(self, key: Any) -> Outcome:
        """Return what comes of cells, or of cells and a date."""
        found = self.known.get(key)
        if found is None:
            if len(self.known) >= _MOST_REMEMBERED:
                self.known.clear()
            found = self.known[key] = self._made(key)
        return found

    def _made(self, key: Any) -> Outcome:
        """Return what comes of cells that were not seen before."""
        raise NotImplementedError


def _nothing(_: Cells) -> None:
    return None


class CellReader(Reader):
    """Reads a column of which each piece of a cell is a value.

    Args:
        column: its name.
        position: where in a row it stands.
        split: what takes a cell apart.
        codes: the code list; None for none.
        read: what reads a piece.
    """

    def __init__(self, column: str, position: int, split: Split, codes: Codes | None, read: Read) -> None:
        super().__init__([column], [position])
        self._split, self._codes, self._read = split, codes, read

    def _made(self, key: Any) -> Outcome:
        return self._pieces(key, self._read)

    def _pieces(self, cell: Cell, read: Read) -> Outcome:
        values: dict[Any, None] = {}
        faults: list[Fault] = []
        kept = False
        try:
            pieces = self._split(cell)
        except Refused as refused:
            return Outcome(faults=(refused.fault,), kept=True)
        for piece in pieces:
            try:
                meant = (piece,) if self._codes is None else self._codes.meant(piece)
                # That it means nothing was said on purpose; what it says is kept all the same.
                kept = kept or not meant
                for each in meant:
                    values[read(each)] = None
            except Refused as refused:
                faults.append(refused.fault)
        kept = kept or bool(faults)
        return Outcome(tuple(values), tuple(faults), kept) if values or kept else NOTHING


class PartyReader(CellReader):
    """Reads a column of parties that are looked up, at the date of the record.

    Args:
        column: its name.
        position: where in a row it stands.
        split: what takes a cell apart.
        codes: the code list; None for none.
        identify: what looks parties up.
        unknown: what makes a party of a name that is not known.
    """

    needs_date = True

    def __init__(
        self,
        column: str,
        position: int,
        split: Split,
        codes: Codes | None,
        *,
        identify: Identify,
        unknown: Callable[[str], Party],
    ) -> None:
        super().__init__(column, position, split, codes, unknown)
        self._identify = identify

    def _made(self, key: Any) -> Outcome:
        cell, date = key
        faults: list[Fault] = []

        def read(piece: str) -> Party:
            try:
                return self._identify(piece, date)
            except Refused as refused:
                # It took part, whoever it is.
                faults.append(refused.fault)
                unknown: Party = self._read(piece)
                return unknown

        found = self._pieces(cell, read)
        return found._replace(faults=(*found.faults, *faults), kept=True) if faults else found


class ConstantReader(Reader):
    """Gives a value that is the same for all rows.

    Args:
        value: the value.
    """

    def __init__(self, value: Any) -> None:
        super().__init__([], [])
        self._always = Outcome((value,))

    def _made(self, key: Any) -> Outcome:  # noqa: ARG002 - there is but one
        return self._always


class QualifiedReader(Reader):
    """Reads parties with capacities, persons with roles, or relations of a kind.

    Args:
        things: what reads the parties, persons or ids.
        words: what reads the word for each, or one word for all; None for none.
        make: from a thing and its word to the value.
    """

    def __init__(self, things: Reader, words: Reader | None, make: Callable[[Any, Any], Any]) -> None:
        also = words or ConstantReader(None)
        super().__init__((*things.columns, *also.columns), (*things.positions, *also.positions))
        self.needs_date = things.needs_date
        self._things, self._words, self._make = things, also, make
        self.key = self._key

    def _key(self, cells: Cells) -> Any:
        return self._things.key(cells), self._words.key(cells)

    def _made(self, key: Any) -> Outcome:
        # A date stands beside the cells of whatever needs one.
        (of_things, of_words), *date = key if self.needs_date else (key,)
        found = self._things.outcome((of_things, *date) if self.needs_date else of_things)
        said = self._words.outcome(of_words)
        faults = [*found.faults, *said.faults]
        words = said.values or (None,)
        if len(words) == 1:
            words *= len(found.values)
        elif len(words) != len(found.values):
            reason = f"there are {len(words)} words for {len(found.values)} values of {self.columns[0]}"
            faults.append(Fault("words that do not fit", str(of_words), reason))
            words = (None,) * len(found.values)
        values: dict[Any, None] = {}
        for thing, word in zip(found.values, words, strict=True):
            try:
                values[self._make(thing, word)] = None
            except Refused as refused:
                faults.append(refused.fault)
        kept = (
            found.kept
            or said.kept
            or bool(faults)
            or (bool(self._words.columns and said.values) and not found.values)
        )
        return Outcome(tuple(values), tuple(faults), kept and bool(self.columns))


_SHORT_YEAR = 2
"""Years of so few digits are abbreviations."""


class PartsReader(Reader):
    """Reads dates whose parts stand in columns of their own.

    Args:
        columns: those of year, month and day, as far as there are any.
        positions: where in a row they stand.
        missing: the words that stand for a missing part.
    """

    def __init__(self, columns: Sequence[str], positions: Sequence[int], missing: frozenset[str]) -> None:
        super().__init__(columns, positions)
        self._missing = missing

    def _made(self, key: Any) -> Outcome:
        cells = key if len(self.columns) > 1 else (key,)
        # Spreadsheets and statistics packages make 1996.0 of a number in a column that has gaps.
        texts = [str(cell).strip().removesuffix(".0") for cell in cells]
        told = ["" if text in self._missing or not text.strip("0") else text for text in texts]
        if not any(told):
            return NOTHING
        shown = " ".join(text for text in texts if text)
        year, month, day = (*told, "", "")[:3]
        if not year or (day and not month):
            fault = Fault("no date", shown, "a date needs its year, and a day its month")
            return Outcome(faults=(fault,), kept=True)
        if len(year) <= _SHORT_YEAR:
            # The year 55 is written 0055; 55 may be of any century.
            fault = Fault(
                "no date", shown, f"its parts make no date: a year has four digits, and {year!r} has not"
            )
            return Outcome(faults=(fault,), kept=True)
        if month and not month.isdecimal():
            written = " ".join(part for part in (day, month, year) if part)
        else:
            written = "-".join([year.zfill(4), *(part.zfill(2) for part in (month, day) if part)])
        try:
            return Outcome((HistoricalDate.from_text(written),))
        except (InvalidDateError, UnsupportedDateError) as error:
            fault = Fault("no date", shown, f"its parts make no date: {error}")
            return Outcome(faults=(fault,), kept=True)


def _actor(person: Any, role: str | None) -> Actor:
    return Actor(person, role)


def _relation(target: str, kind: Any) -> Relation:
    if kind is None:
        reason = "a related record needs the word for how it is related, such as amends"
        raise Refused(Fault("relation without its kind", target, reason))
    return Relation(kind, target)


QUALIFIED: dict[str, tuple[str, Callable[[Any, Any], Any]]] = {
    "parties": ("capacity", Participation),
    "persons": ("role", _actor),
    "relations": ("relation", _relation),
}
"""The fields whose values have a word with them: its argument, and what makes the value."""


def text_of(cell: Cell) -> str:
    """Return a cell as text: a list as JSON.

    Examples:
        >>> text_of("a"), text_of(("a", "b"))
        ('a', '["a", "b"]')
    """
    return cell if isinstance(cell, str) else json.dumps(cell, ensure_ascii=False)


def kept(reads: Reader, cells: Cells) -> Iterator[tuple[tuple[str, str], None]]:
    """Yield the cells that something reads, as they are kept.

    Args:
        reads: what reads them.
        cells: the cells of a row.

    Yields:
        Pairs of a column and its text, each beside None, as a dict takes them.
    """
    for name, position in zip(reads.columns, reads.positions, strict=True):
        text = text_of(cells[position])
        if text.strip():
            yield (name, text), None


class OneSource:
    """The one source of all rows.

    Args:
        source: the source.
    """

    def __init__(self, source: Source) -> None:
        self._always: tuple[tuple[Source, ...], tuple[Fault, ...]] = ((source,), ())

    def __call__(self, _: Cells) -> tuple[tuple[Source, ...], tuple[Fault, ...]]:
        """Return it, and that nothing is wrong."""
        return self._always

    def kept(self, _: Cells) -> tuple[()]:
        """Return the cells that it stands in: none."""
        return ()


class SourceReader:
    """Tells the sources of a row, from a column.

    Args:
        column: its name.
        position: where in a row it stands.
        split: what takes a cell apart.
        codes: the code list; None for none.
        named: from an id or a title to the source.
    """

    def __init__(
        self,
        column: str,
        position: int,
        split: Split,
        codes: Codes | None,
        *,
        named: Callable[[str], Source],
    ) -> None:
        self._column, self._position = column, position
        self._split, self._codes, self._named = split, codes, named
        self._known: dict[Cell, tuple[tuple[Source, ...], tuple[Fault, ...]]] = {}

    def __call__(self, cells: Cells) -> tuple[tuple[Source, ...], tuple[Fault, ...]]:
        """Return the sources, and what is wrong with the cell."""
        cell = cells[self._position]
        if cell not in self._known:
            found: dict[Source, None] = {}
            faults = []
            for piece in self._split(cell):
                try:
                    meant = (piece,) if self._codes is None else self._codes.meant(piece)
                    found.update(dict.fromkeys(map(self._named, meant)))
                except Refused as refused:
                    faults.append(refused.fault)
            self._known[cell] = tuple(found), tuple(faults)
        return self._known[cell]

    def kept(self, cells: Cells) -> Iterator[tuple[tuple[str, str], None]]:
        """Yield the cell, if it says anything, beside None."""
        text = text_of(cells[self._position])
        if self._split(cells[self._position]):
            yield (self._column, text), None
