"""A mapping laid out over the columns of one table: from its rows to claims."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches
from functools import partial
from typing import Any, NamedTuple, TypeAlias

from bilateral.dates import HistoricalDate
from bilateral.errors import DataError, Problem
from bilateral.mapping.cells import Codes, Read, Refused, Things, reader, splitter
from bilateral.mapping.givers import Column, Constant, DateParts, Derived, Giver
from bilateral.mapping.ids import Digester, id_of
from bilateral.mapping.mapping import MISSING, Mapping
from bilateral.mapping.parties import Identify
from bilateral.mapping.readers import (
    QUALIFIED,
    CellReader,
    ConstantReader,
    OneSource,
    PartsReader,
    PartyReader,
    QualifiedReader,
    Reader,
    SourceReader,
    kept,
    text_of,
)
from bilateral.model import Agreement, Event, Party, PartyKind, Record, Source
from bilateral.model.catalogue import Catalogue
from bilateral.tables import Cell, Cells, Fault, Row

Claim: TypeAlias = tuple[str, Any, Source, str, "str | None", "str | None"]
"""What a cell says of a field: field, value, source, column, the words of the cell, and a note."""

_CLASSES: dict[str, type[Record]] = {"agreement": Agreement, "event": Event}


class Said(NamedTuple):
    """All that a row says.

    Attributes:
        row: the row.
        cls: of which class its record is.
        id: the id, which may be that of other rows, too.
        claims: what it says of fields.
        raw: the cells that are kept as they are.
        problems: what is wrong with it.
    """

    row: Row
    cls: type[Record]
    id: str
    claims: list[Claim]
    raw: list[tuple[str, str]]
    problems: list[Problem]


class _Given(NamedTuple):
    """What gives a field, laid out."""

    field: str
    reader: Reader
    sources: SourceReader | OneSource | None
    note: str | None


class _Shape(NamedTuple):
    """What of a row makes a record of one class."""

    given: list[_Given]
    rest: list[tuple[str, int]]


_NAMIBIA = "it may stand for a missing value or for Namibia: say `missing` of the column, or its `codes`"
_CONSTANT = "given by the mapping; it stands in no column"


class Plan:
    """A mapping laid out over the columns of one table.

    Args:
        mapping: the mapping.
        columns: the columns of the table, each name once.
        file: the name of the table, for messages.
        source: who says what no column has a source for.
        identify: what looks parties up; None to take them by what stands in the cells.
        catalogue: what ids stand for.

    Raises:
        DataError: if the table lacks columns that the mapping reads, or a constant does not fit its field.
    """

    def __init__(
        self,
        mapping: Mapping,
        columns: Sequence[str],
        *,
        file: str = "",
        source: Source,
        identify: Identify | None = None,
        catalogue: Catalogue | None = None,
    ) -> None:
        if absent := missing_columns(mapping, columns, file):
            raise DataError(absent)
        self.mapping = mapping
        self.file = file
        self.columns = tuple(columns)
        known = catalogue or Catalogue()
        self._position = {name: i for i, name in enumerate(columns)}
        self._things = Things(known, mapping.language)
        self._sources = dict(known.sources)
        self._default: tuple[Source, ...] = (self._known(source),)
        self._identify = identify
        of_row = mapping.source if isinstance(mapping.source, Column) else source
        self._of_row = self._sources_of(of_row)
        self._type = self._type_reader(mapping)
        self._blank = self._missing(None)
        self._shapes = {cls: self._shape(cls) for cls in self._classes()}
        # Whether one cell may say the same of one field twice.
        told = [
            (each.field, each.reader.columns[0])
            for each in next(iter(self._shapes.values())).given
            if each.reader.columns
        ]
        self.repeats = len({*told}) < len(told)
        self._ids = self._id_columns(mapping)
        self._digester = Digester(name for name, _ in self._ids)
        self._prefix = mapping.id.prefix if isinstance(mapping.id, Derived) else None
        self._group = [self._position[name] for name in mapping.group_by]

    def _id_columns(self, mapping: Mapping) -> list[tuple[str, int]]:
        if isinstance(mapping.id, Derived):
            # In an order of its own, so that ids do not depend on that of columns.
            names = sorted(mapping.id.columns or mapping.group_by or mapping.columns)
        else:
            names = [each.name for each in mapping.id]
        return [(name, self._position[name]) for name in names]

    def _missing(self, given: Column | DateParts | None) -> frozenset[str]:
        own = None if given is None else given.missing
        return frozenset({"", *(word.strip() for word in (self.mapping.missing if own is None else own))})

    # --- sources ---

    def _known(self, source: Source) -> Source:
        return self._sources.setdefault(source.id, source)

    def _named(self, text: str) -> Source:
        id = id_of(text)
        return self._known(Source(id, None if id == text else " ".join(text.split())))

    def _sources_of(self, given: Source | Column) -> SourceReader | OneSource:
        if isinstance(given, Source):
            return OneSource(self._known(given))
        codes = Codes(given) if given.codes else None
        split = splitter(given, self._missing(given))
        return SourceReader(given.name, self._position[given.name], split, codes, named=self._named)

    # --- what gives fields ---

    def _type_reader(self, mapping: Mapping) -> Reader:
        given = mapping.type[0] if mapping.type else Constant("agreement")
        if isinstance(given, Constant):
            return ConstantReader(given.value)
        return self._cells("type", given, is_event=False)  # type: ignore[arg-type]  # no date: the mapping refuses it

    def _classes(self) -> list[type[Record]]:
        """Return what rows can become: what a mapping of agreements says need not fit events."""
        given = self.mapping.type[0] if self.mapping.type else Constant("agreement")
        return [_CLASSES[given.value]] if isinstance(given, Constant) else list(_CLASSES.values())

    def _class(self, cells: Cells) -> tuple[type[Record], tuple[Fault, ...]]:
        key = self._type.key(cells)
        values, faults, _ = self._type.outcome(key)
        if len(values) == 1:
            return _CLASSES[values[0]], faults
        reason = "it does not say whether it is an agreement or an event; it is taken for an agreement"
        return Agreement, faults or (Fault("unknown type", text_of(key), reason, "error"),)

    def _shape(self, cls: type[Record]) -> _Shape:
        of_others = {"date"} if cls is Agreement else {"signed", "in_force", "terminated"}
        given = [
            self._given(field, each, is_event=cls is Event)
            for field, givers in self.mapping.fields.items()
            if field not in of_others and field != "type"
            for each in givers
        ]
        used = {position for each in given for position in each.reader.positions}
        mapping = self.mapping
        # What only tells rows apart, or which belong together, is not read.
        read = [name for givers in mapping.fields.values() for each in givers for name in each.columns]
        read += [] if isinstance(mapping.id, Derived) else [each.name for each in mapping.id]
        read += mapping.source.columns if isinstance(mapping.source, Column) else ()
        mapped = {self._position[name] for name in read}
        # What is mapped for the other class alone has to be kept, as what is mapped for none.
        others = {
            self._position[name]
            for field in of_others
            for each in getattr(self.mapping, field)
            for name in each.columns
        }
        keeps = mapping.unmapped == "keep"
        rest = [
            (name, i)
            for i, name in enumerate(self.columns)
            if i in others - used or (keeps and i not in mapped)
        ]
        return _Shape(given, rest)

    def _given(self, field: str, giver: Giver, *, is_event: bool) -> _Given:
        sources = None if giver.source is None else self._sources_of(giver.source)
        if isinstance(giver, DateParts):
            names = [name for name in (giver.year, giver.month, giver.day) if name]
            positions = [self._position[name] for name in names]
            return _Given(field, PartsReader(names, positions, self._missing(giver)), sources, None)
        if isinstance(giver, Constant):
            value = self._constant(field, giver, is_event=is_event)
            return _Given(field, ConstantReader(value), sources, _CONSTANT)
        inner = self._cells(field, giver, is_event=is_event)
        if field in QUALIFIED:
            word, make = QUALIFIED[field]
            inner = QualifiedReader(inner, self._words(word, getattr(giver, word)), make)
        return _Given(field, inner, sources, None)

    def _words(self, word: str, giver: Column | Constant | None) -> Reader | None:
        if giver is None:
            return None
        if isinstance(giver, Constant):
            return ConstantReader(self._read_constant(word, giver.value, is_event=False))
        return self._cells(word, giver, is_event=False)

    def _cells(self, field: str, column: Column, *, is_event: bool) -> Reader:
        missing = self._missing(column)
        codes = Codes(column) if column.codes else None
        if field == "parties" and column.missing is None and self.mapping.missing == MISSING:
            # What most programs write for a missing value is the code of a country, too.
            missing, codes = missing - {"NA"}, Codes(column, {"NA": _NAMIBIA})
        split = splitter(column, missing)
        position = self._position[column.name]
        if field == "parties" and self._identify is not None:
            unknown = partial(self._things.named, Party, kind=PartyKind.OTHER)
            return PartyReader(
                column.name, position, split, codes, identify=self._identified, unknown=unknown
            )
        return CellReader(column.name, position, split, codes, self._reads(field, column, is_event=is_event))

    def _reads(self, field: str, column: Column, *, is_event: bool) -> Read:
        return reader(field, column, self._things, dayfirst=self.mapping.dayfirst, is_event=is_event)

    def _identified(self, piece: str, date: HistoricalDate | None) -> Party:
        if self._identify is None:
            raise TypeError("parties are not looked up")
        known: Party = self._things.known(self._identify(piece, date))
        return known

    def _constant(self, field: str, giver: Constant, *, is_event: bool) -> Any:
        value = self._read_constant(field, giver.value, is_event=is_event)
        if field not in QUALIFIED:
            return value
        word, make = QUALIFIED[field]
        said = getattr(giver, word)
        return make(value, None if said is None else self._read_constant(word, said, is_event=is_event))

    def _read_constant(self, field: str, text: str, *, is_event: bool) -> Any:
        try:
            if field == "parties" and self._identify is not None:
                return self._identified(text, None)
            return self._reads(field, Column("x"), is_event=is_event)(text)
        except Refused as refused:
            fault = refused.fault
            reason = f"the mapping gives a constant that does not fit: {fault.reason}"
            raise DataError([Problem(self.file, "", field, fault.value, reason, kind=fault.kind)]) from None

    # --- rows ---

    def group(self, row: Row) -> Any:
        """Return what rows of one record have in common; None if the row stands alone."""
        if not self._group:
            return None
        key = tuple([row.cells[position] for position in self._group])
        return None if all(self._is_blank(cell) for cell in key) else key

    def _is_blank(self, cell: Cell) -> bool:
        return not cell or (cell.__class__ is str and cell.strip() in self._blank)

    def said(self, row: Row) -> Said:
        """Return all that a row says.

        Args:
            row: the row, with a cell for each column.

        Returns:
            Its claims, the cells that are kept as they are, and its problems.
        """
        cells = row.cells
        cls, faults = self._class(cells)
        default, unknown = self._of_row(cells)
        default = default or self._default
        found: list[tuple[str, str, Fault]] = [("", "", each) for each in (*row.faults, *faults, *unknown)]
        claims: list[Claim] = []
        raw: dict[tuple[str, str], None] = {}
        date: HistoricalDate | None = None
        given, rest = self._shapes[cls]
        for field, reads, sources, note in given:
            key = reads.key(cells)
            if reads.needs_date:
                key = key, date
            outcome = reads.known.get(key) or reads.outcome(key)
            column = reads.column
            attesting = default
            if sources is not None:
                own, strange = sources(cells)
                attesting = own or default
                if strange or not outcome.values:
                    found += [(field, column, fault) for fault in strange]
                    raw.update(sources.kept(cells))
            if outcome.values:
                quote = (
                    text_of(cells[reads.alone]) if reads.alone is not None else _quote(cells, reads.positions)
                )
                claims += [
                    (field, value, source, column, quote, note)
                    for value in outcome.values
                    for source in attesting
                ]
                if date is None and field in ("signed", "date"):
                    date = outcome.values[0]
            if outcome.kept:
                found += [(field, column, fault) for fault in outcome.faults]
                raw.update(kept(reads, cells))
        raw.update(self._rest(row, rest))
        if faults:
            raw.update(kept(self._type, cells))
        if unknown or not any(claim[2] in default for claim in claims):
            # Who says something may say it of nothing that was understood.
            raw.update(self._of_row.kept(cells))
        id = self._id(row, found, raw)
        problems = [self.problem(row, id, *each) for each in found] if found else []
        return Said(row, cls, id, claims, list(raw), problems)

    def _rest(self, row: Row, rest: list[tuple[str, int]]) -> Iterator[tuple[tuple[str, str], None]]:
        blank, cells = self._blank, row.cells
        for name, position in rest:
            cell = cells[position]
            if cell and cell not in blank and not self._is_blank(cell):
                yield (name, text_of(cell)), None
        for pair in row.extra:
            yield pair, None

    def _id(self, row: Row, found: list[tuple[str, str, Fault]], raw: dict[tuple[str, str], None]) -> str:
        cells = row.cells
        texts = [text_of(cells[position]).strip() for _, position in self._ids]
        if self._prefix is not None:
            return self._prefix + self._digester.digest(texts)
        told = [text for text in texts if text not in self._blank]
        if not told:
            names = ", ".join(name for name, _ in self._ids)
            reason = f"the row has no id in {names}; it gets one that is derived from all its cells"
            found.append(("id", self._ids[0][0], Fault("no id", "", reason)))
            pairs = sorted(zip(self.columns, map(text_of, cells), strict=True))
            return f"r-{Digester(name for name, _ in pairs).digest([text.strip() for _, text in pairs])}"
        joined = "-".join(told)
        id = id_of(joined)
        if id != joined:
            raw.update({(name, text): None for (name, _), text in zip(self._ids, texts, strict=True) if text})
        return id

    def problem(self, row: Row, id: str, field: str, column: str, fault: Fault) -> Problem:
        """Return a fault of a row as a problem."""
        severity: Any = fault.severity
        return Problem(
            self.file, id, field, fault.value, fault.reason, row.place, column, severity, fault.kind
        )


def _quote(cells: Cells, positions: Iterable[int]) -> str | None:
    """Return the words of cells; None if there are none."""
    told = [text for position in positions if (text := text_of(cells[position])).strip()]
    return " | ".join(told) if told else None


def missing_columns(mapping: Mapping, columns: Sequence[str], file: str = "") -> list[Problem]:
    """Return a problem for each column that a mapping reads and a table has not.

    Args:
        mapping: the mapping.
        columns: the columns of the table.
        file: the name of the table, for messages.

    Returns:
        The problems; each names near matches, or the columns that there are.

    Examples:
        >>> missing_columns(Mapping(title="Titel"), ["No", "Title"])[0].reason
        "the table has no such column; did you mean 'Title'?"
    """
    folded = {name.strip().casefold(): name for name in columns}
    problems = []
    for name in mapping.columns:
        if name in columns:
            continue
        near = get_close_matches(name.strip().casefold(), folded, n=3, cutoff=0.6)
        told = (
            f"did you mean {' or '.join(repr(folded[each]) for each in near)}?" if near else _listed(columns)
        )
        reason = f"the table has no such column; {told}"
        problems.append(Problem(file, "", "", name, reason, column=name, kind="missing column"))
    return problems


_MOST_LISTED = 20


def _listed(columns: Sequence[str]) -> str:
    more = ", ..." if len(columns) > _MOST_LISTED else ""
    return f"its columns are {', '.join(map(repr, columns[:_MOST_LISTED]))}{more}"
