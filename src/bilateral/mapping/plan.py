"""A mapping laid out over the columns of one table: from its rows to claims."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from difflib import get_close_matches
from typing import Any, NamedTuple, TypeAlias

from bilateral.dates import HistoricalDate
from bilateral.errors import DataError, Problem
from bilateral.mapping.cells import NOTHING, Codes, Fault, Outcome, Read, Refused, Things, reader, splitter
from bilateral.mapping.givers import Column, Constant, DateParts, Derived
from bilateral.mapping.ids import derived, id_of
from bilateral.mapping.mapping import Mapping
from bilateral.mapping.parties import Identify
from bilateral.model import Actor, Agreement, Event, Participation, Record, Relation, Source
from bilateral.model.catalogue import Catalogue
from bilateral.model.claims import DATES

Cell: TypeAlias = "str | tuple[str, ...]"
"""The text of a cell, or the texts of a list that stands in it."""


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
    cells: Sequence[Cell]
    line: int | None = None
    faults: tuple[Fault, ...] = ()
    extra: tuple[tuple[str, str], ...] = ()


class Claim(NamedTuple):
    """What a cell says of a field."""

    field: str
    value: Any
    source: Source
    column: str
    quote: str | None
    note: str | None = None


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


_MOST_REMEMBERED = 50_000
"""How many different cells of a column are remembered: enough for codes and dates, a bound for titles."""
_CONSTANT = "given by the mapping; it stands in no column"


class _Giver:
    """What gives values of one field from the cells of a row, with what it has made of cells before."""

    def __init__(
        self, field: str, plan: Plan, columns: Sequence[str], source: Source | Column | None
    ) -> None:
        self.field = field
        self.positions = [plan.position[name] for name in columns]
        self.columns = columns
        self.column = columns[0] if columns else ""
        self.source = None if source is None else plan.sources(source)
        self.note: str | None = None
        self._known: dict[Any, Outcome] = {}

    def outcome(self, cells: Sequence[Cell], date: HistoricalDate | None) -> Outcome:
        """Return what comes of a row's cells."""
        key = self.key(cells, date)
        found = self._known.get(key)
        if found is None:
            if len(self._known) >= _MOST_REMEMBERED:
                self._known.clear()
            found = self._known[key] = self.made(key)
        return found

    def key(self, cells: Sequence[Cell], date: HistoricalDate | None) -> Any:  # noqa: ARG002 - for parties
        """Return all that the outcome depends on."""
        return cells[self.positions[0]]

    def made(self, key: Any) -> Outcome:
        """Return the outcome."""
        raise NotImplementedError


class _Cell(_Giver):
    """A column of which each piece of a cell is a value."""

    def __init__(self, field: str, column: Column, plan: Plan, read: Read) -> None:
        super().__init__(field, plan, [column.name], column.source)
        self._split = splitter(column, plan.missing(column))
        self._codes = Codes(column) if column.codes else None
        self._read = read

    def made(self, key: Any) -> Outcome:
        return self.read(key, self._read)

    def read(self, cell: Cell, read: Read) -> Outcome:
        """Return what comes of a cell, each piece read by a function."""
        values: dict[Any, None] = {}
        faults: list[Fault] = []
        kept = False
        for piece in self._split(cell):
            try:
                meant = (piece,) if self._codes is None else self._codes.meant(piece)
                # That it means nothing was said on purpose; what it says is kept all the same.
                kept = kept or not meant
                for each in meant:
                    values[read(each)] = None
            except Refused as refused:
                faults.append(refused.args[0])
        return (
            Outcome(tuple(values), tuple(faults), bool(faults) or kept)
            if values or faults or kept
            else NOTHING
        )


class _Party(_Cell):
    """A column of parties that are looked up, by the date of the record."""

    def __init__(self, column: Column, plan: Plan, identify: Identify) -> None:
        super().__init__("parties", column, plan, lambda piece: piece)
        self._identify = identify
        self._plan = plan

    def key(self, cells: Sequence[Cell], date: HistoricalDate | None) -> Any:
        return cells[self.positions[0]], date

    def made(self, key: Any) -> Outcome:
        cell, date = key
        unknown: list[Fault] = []

        def read(piece: str) -> Any:
            try:
                return self._plan.things.known(self._identify(piece, date))
            except Refused as refused:
                # It took part, whoever it is.
                unknown.append(refused.args[0])
                return self._plan.unknown_party(piece)

        found = self.read(cell, read)
        return found._replace(faults=(*found.faults, *unknown), kept=found.kept or bool(unknown))


class _Qualified(_Giver):
    """Parties with capacities, persons with roles, or relations of a kind."""

    def __init__(self, inner: _Cell, outer: _Giver | None, make: Callable[[Any, Any], Any]) -> None:
        self.__dict__.update(inner.__dict__)
        self.inner, self.outer, self._make = inner, outer, make
        self._known = {}
        if outer is not None:
            self.columns = [*inner.columns, *outer.columns]
            self.positions = [*inner.positions, *outer.positions]

    def key(self, cells: Sequence[Cell], date: HistoricalDate | None) -> Any:
        outer = self.outer.key(cells, date) if self.outer is not None and self.outer.positions else None
        return self.inner.key(cells, date), outer

    def made(self, key: Any) -> Outcome:
        things = self.inner.made(key[0])
        told = self.outer.made(key[1]) if self.outer is not None else NOTHING
        faults = [*things.faults, *told.faults]
        words: tuple[Any, ...] = told.values or (None,)
        if len(words) == 1:
            words = words * len(things.values)
        elif len(words) != len(things.values):
            reason = (
                f"it has {len(words)} words for {len(things.values)} values of column {self.inner.column}"
            )
            faults.append(Fault("words that do not fit", str(key[1]), reason))
            words = (None,) * len(things.values)
        values = tuple(self._make(thing, word) for thing, word in zip(things.values, words, strict=True))
        return Outcome(values, tuple(faults), things.kept or told.kept or bool(faults))


class _Constant(_Giver):
    """A value that is the same for all rows."""

    def __init__(self, field: str, constant: Constant, plan: Plan, value: Any) -> None:
        super().__init__(field, plan, [], constant.source)
        self.note = _CONSTANT
        self._always = Outcome((value,))

    def key(self, cells: Sequence[Cell], date: HistoricalDate | None) -> Any:  # noqa: ARG002 - it needs none
        return None

    def made(self, key: Any) -> Outcome:  # noqa: ARG002 - as above
        return self._always


class _Parts(_Giver):
    """A date whose parts stand in columns of their own."""

    def __init__(self, field: str, parts: DateParts, plan: Plan) -> None:
        names = [name for name in (parts.year, parts.month, parts.day) if name]
        super().__init__(field, plan, names, parts.source)
        self._missing = plan.missing(parts)

    def key(self, cells: Sequence[Cell], date: HistoricalDate | None) -> Any:  # noqa: ARG002 - it is one itself
        return tuple([cells[position] for position in self.positions])

    def made(self, key: Any) -> Outcome:
        texts = [str(each).strip() for each in key]
        # Spreadsheets and statistics packages make 1996.0 of a number in a column that has gaps.
        texts = [text.removesuffix(".0") for text in texts]
        told = ["" if text in self._missing or not text.strip("0") else text for text in texts]
        year, month, day = (*told, "", "")[:3]
        if not any(told):
            return NOTHING
        shown = " ".join(texts)
        if not year or (day and not month):
            reason = "a date needs its year, and a day its month"
            return Outcome(faults=(Fault("no date", shown, reason),), kept=True)
        digits = month.isascii() and month.isdigit()
        written = "-".join([year.zfill(4), *(part.zfill(2) for part in (month, day) if part)])
        try:
            if month and not digits:
                written = " ".join(part for part in (day, month, year) if part)
                return Outcome((HistoricalDate.from_text(written),))
            return Outcome((HistoricalDate.from_text(written),))
        except ValueError as error:
            return Outcome(faults=(Fault("no date", shown, str(error)),), kept=True)


def _actor(person: Any, role: str | None) -> Actor:
    return Actor(person, role)


def _relation(target: str, kind: Any) -> Relation:
    return Relation(kind, target)


_QUALIFIED: dict[str, tuple[str, Callable[[Any, Any], Any]]] = {
    "parties": ("capacity", Participation),
    "persons": ("role", _actor),
    "relations": ("relation", _relation),
}


class _Shape(NamedTuple):
    """What of a row makes a record of one class."""

    cls: type[Record]
    givers: list[_Giver]
    rest: list[tuple[str, int]]


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
        DataError: if the table lacks columns that the mapping reads.
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
        self.position = {name: i for i, name in enumerate(columns)}
        self.things = Things(catalogue or Catalogue(), mapping.language)
        self._sources = {} if catalogue is None else dict(catalogue.sources)
        self._default = self._known_source(source)
        self._identify = identify
        self._of_row = self.sources(mapping.source) if isinstance(mapping.source, Column) else None
        self._class = self._class_of(mapping)
        self._blank = self.missing(None)
        classes: tuple[type[Record], ...] = (Agreement, Event)
        self._shapes = {cls: self._shape(cls) for cls in classes}
        id = mapping.id
        named = id.columns if isinstance(id, Derived) else tuple(each.name for each in id)
        used = named or mapping.group_by or tuple(name for name in mapping.columns)
        self._id_positions = [(name, self.position[name]) for name in used]
        self._prefix = id.prefix if isinstance(id, Derived) else None
        of_fields = [(giver.field, giver.column) for giver in self._shapes[Agreement].givers if giver.column]
        of_fields += [(giver.field, giver.column) for giver in self._shapes[Event].givers if giver.column]
        self.repeats = len({*of_fields}) < len(of_fields) // 2
        self._group = [self.position[name] for name in mapping.group_by]

    def missing(self, column: Column | DateParts | None) -> frozenset[str]:
        """Return the words that stand for a missing value."""
        own = None if column is None else column.missing
        return frozenset({"", *(word.strip() for word in (self.mapping.missing if own is None else own))})

    def _known_source(self, source: Source) -> Source:
        return self._sources.setdefault(source.id, source)

    def sources(self, given: Source | Column) -> Callable[[Sequence[Cell]], tuple[Source, ...]]:
        """Return what tells the sources of a row."""
        if isinstance(given, Source):
            always = (self._known_source(given),)
            return lambda _: always
        split, position = splitter(given, self.missing(given)), self.position[given.name]
        codes = Codes(given) if given.codes else None
        known: dict[Cell, tuple[Source, ...]] = {}

        def read(cells: Sequence[Cell]) -> tuple[Source, ...]:
            cell = cells[position]
            if cell not in known:
                pieces = split(cell)
                meant = [each for piece in pieces for each in (codes.meant(piece) if codes else (piece,))]
                known[cell] = tuple(dict.fromkeys(self._named_source(each) for each in meant))
            return known[cell]

        return read

    def _named_source(self, text: str) -> Source:
        id = id_of(text)
        return self._known_source(Source(id, None if id == text else " ".join(text.split())))

    def unknown_party(self, piece: str) -> Any:
        """Return a party of which nothing is known but what somebody calls it."""
        from bilateral.model import Party, PartyKind

        return self.things.named(Party, piece, kind=PartyKind.OTHER)

    def _class_of(
        self, mapping: Mapping
    ) -> Callable[[Sequence[Cell]], tuple[type[Record], tuple[Fault, ...]]]:
        classes: dict[str, type[Record]] = {"agreement": Agreement, "event": Event}
        given = mapping.type[0] if mapping.type else Constant("agreement")
        if isinstance(given, Constant):
            always = (classes[given.value], ())
            return lambda _: always
        giver = _Cell("type", given, self, _a_type)  # type: ignore[arg-type]  # a date is refused by the mapping

        def read(cells: Sequence[Cell]) -> tuple[type[Record], tuple[Fault, ...]]:
            found = giver.outcome(cells, None)
            if len(found.values) == 1:
                return classes[found.values[0]], ()
            fault = Fault(
                "unknown type", str(cells[giver.positions[0]]), "it must be agreement or event", "error"
            )
            return Agreement, found.faults or (fault,)

        return read

    def _shape(self, cls: type[Record]) -> _Shape:
        left_out = {"date"} if cls is Agreement else {"signed", "in_force", "terminated"}
        givers = [
            self._giver(field, each, is_event=cls is Event)
            for field, gives in self.mapping.fields.items()
            if field not in left_out and field != "type"
            for each in gives
        ]
        used = {position for giver in givers for position in giver.positions}
        mapped = {self.position[name] for name in self.mapping.columns}
        # What is mapped for the other class alone has to be kept, as what is mapped for none.
        only = {name for field in left_out for each in getattr(self.mapping, field) for name in each.columns}
        other = {self.position[name] for name in only} - used
        keeps = self.mapping.unmapped == "keep"
        rest = [(name, i) for i, name in enumerate(self.columns) if i in other or (keeps and i not in mapped)]
        return _Shape(cls, givers, rest)

    def _giver(self, field: str, given: Any, *, is_event: bool) -> _Giver:
        if isinstance(given, DateParts):
            return _Parts(field, given, self)
        word, make = _QUALIFIED.get(field, ("", None))
        if isinstance(given, Constant):
            return self._constant(field, given, word, make, is_event=is_event)
        if field == "parties" and self._identify is not None:
            inner: _Cell = _Party(given, self, self._identify)
        else:
            inner = _Cell(field, given, self, self._reader(field, given, is_event=is_event))
        if make is None:
            return inner
        outer = getattr(given, word)
        if outer is None:
            return _Qualified(inner, None, make)
        if isinstance(outer, Constant):
            value = self._reader(word, Column("x"), is_event=is_event)(outer.value)
            return _Qualified(inner, _Constant(field, outer, self, value), make)
        return _Qualified(
            inner, _Cell(field, outer, self, self._reader(word, outer, is_event=is_event)), make
        )

    def _constant(
        self,
        field: str,
        given: Constant,
        word: str,
        make: Callable[[Any, Any], Any] | None,
        *,
        is_event: bool,
    ) -> _Giver:
        try:
            if field == "parties" and self._identify is not None:
                value = self.things.known(self._identify(given.value, None))
            else:
                value = self._reader(field, Column("x"), is_event=is_event)(given.value)
            if make is not None:
                said = getattr(given, word)
                value = make(
                    value, None if said is None else self._reader(word, Column("x"), is_event=is_event)(said)
                )
        except Refused as refused:
            fault: Fault = refused.args[0]
            reason = f"the mapping gives a value that does not fit: {fault.reason}"
            raise DataError([Problem(self.file, "", field, fault.value, reason, kind=fault.kind)]) from None
        return _Constant(field, given, self, value)

    def _reader(self, field: str, column: Column, *, is_event: bool) -> Read:
        return reader(field, column, self.things, dayfirst=self.mapping.dayfirst, is_event=is_event)

    def group(self, row: Row) -> Any:
        """Return what rows of one record have in common; None if the row stands alone."""
        if not self._group:
            return None
        key = tuple([row.cells[position] for position in self._group])
        return None if all(isinstance(cell, str) and cell.strip() in self._blank for cell in key) else key

    def said(self, row: Row) -> Said:
        """Return all that a row says.

        Args:
            row: the row, with a cell for each column.

        Returns:
            Its claims, the cells that are kept as they are, and its problems.
        """
        cells = row.cells
        cls, faults = self._class(cells)
        shape = self._shapes[cls]
        default = (self._of_row(cells) if self._of_row is not None else ()) or (self._default,)
        claims: list[Claim] = []
        raw: dict[tuple[str, str], None] = {}
        found: list[tuple[str, str, Fault]] = [("", "", fault) for fault in (*row.faults, *faults)]
        date: HistoricalDate | None = None
        for giver in shape.givers:
            outcome = giver.outcome(cells, date)
            if outcome is NOTHING:
                continue
            field, column = giver.field, giver.column
            quote = _text(cells[giver.positions[0]]) if len(giver.positions) == 1 else _quoted(giver, cells)
            sources = default if giver.source is None else giver.source(cells) or default
            for value in outcome.values:
                claims.extend([Claim(field, value, source, column, quote, giver.note) for source in sources])
            if outcome.faults:
                found.extend([(field, column, fault) for fault in outcome.faults])
            if outcome.kept:
                raw.update(_kept(giver, cells))
            if field in DATES and date is None and field in ("signed", "date") and outcome.values:
                date = outcome.values[0]
        blank = self._blank
        for name, position in shape.rest:
            cell = cells[position]
            if cell and (not isinstance(cell, str) or cell.strip() not in blank):
                raw[name, _text(cell)] = None
        raw.update(dict.fromkeys(row.extra))
        id = self._id(row, found)
        problems = [self.problem(row, id, *each) for each in found] if found else []
        return Said(row, cls, id, claims, list(raw), problems)

    def _id(self, row: Row, found: list[tuple[str, str, Fault]]) -> str:
        if self._prefix is not None:
            return derived(
                self._prefix, [(name, _text(row.cells[i]).strip()) for name, i in self._id_positions]
            )
        texts = [_text(row.cells[i]).strip() for _, i in self._id_positions]
        if all(text in self._blank for text in texts):
            cells = [(name, _text(cell)) for name, cell in zip(self.columns, row.cells, strict=True)]
            columns = ", ".join(name for name, _ in self._id_positions)
            reason = f"the row has no id in {columns}; it gets one that is derived from all its cells"
            found.append(("id", self._id_positions[0][0], Fault("no id", "", reason)))
            return derived("r-", cells)
        return id_of("-".join(text for text in texts if text not in self._blank))

    def problem(self, row: Row, id: str, field: str, column: str, fault: Fault) -> Problem:
        """Return a fault of a row as a problem."""
        line = row.number if row.line is None else row.line
        severity: Any = fault.severity
        return Problem(self.file, id, field, fault.value, fault.reason, line, column, severity, fault.kind)


def _a_type(piece: str) -> str:
    word = piece.casefold()
    if word not in ("agreement", "event"):
        raise Refused(Fault("unknown type", piece, "it must be agreement or event", "error"))
    return word


def _text(cell: Cell) -> str:
    """Return a cell as text: a list as JSON."""
    return cell if isinstance(cell, str) else json.dumps(cell, ensure_ascii=False)


def _quoted(giver: _Giver, cells: Sequence[Cell]) -> str | None:
    """Return the words of several cells; None if there are none."""
    told = [_text(cells[position]).strip() for position in giver.positions]
    return " | ".join(told) if any(told) else None


def _kept(giver: _Giver, cells: Sequence[Cell]) -> Iterable[tuple[tuple[str, str], None]]:
    for name, position in zip(giver.columns, giver.positions, strict=True):
        text = _text(cells[position])
        if text.strip():
            yield (name, text), None


def missing_columns(mapping: Mapping, columns: Sequence[str], file: str = "") -> list[Problem]:
    """Return a problem for each column that a mapping reads and a table has not.

    Args:
        mapping: the mapping.
        columns: the columns of the table.
        file: the name of the table, for messages.

    Returns:
        The problems; each names near matches, or the columns that there are.
    """
    known = set(columns)
    folded = {name.strip().casefold(): name for name in columns}
    problems = []
    for name in mapping.columns:
        if name in known:
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
