"""From frames to records."""

from __future__ import annotations

import datetime
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Any

from bilateral.codec import decode
from bilateral.corpus import Corpus
from bilateral.errors import DataError, MissingExtraError, Problem
from bilateral.frames.plain import Plain, Refusal, plain_record
from bilateral.frames.rows import Row, row_of
from bilateral.frames.schema import SCHEMA
from bilateral.frames.things import things_of
from bilateral.model import Agreement, Event, Record
from bilateral.model.catalogue import Catalogue

_OF_THINGS = frozenset({"place_names", "party_names", "person_names", "sphere_lineages"}) | {
    "spheres_and_broader",
    "words",
}
"""The columns that also tell of what a record names, of which a catalogue may know more."""


def from_frame(frame: Any, *, catalogue: Catalogue | None = None) -> Corpus:
    """Return the corpus whose records stand in a frame: the inverse of ``to_frame``.

    A frame of your own needs the column ``id`` and any others of ``SCHEMA``; ``type`` is ``agreement`` where
    it is not given, a null stands for an empty list, and columns that are not of the schema are left aside.
    Columns that follow from others, such as ``signed_earliest``, may be left out; where they are given, they
    must agree. Where a row has no ``attestations`` but one source, this source attests each of its values.

    Args:
        frame: a frame of polars, pandas, pyarrow or another that narwhals knows; a lazy one is collected.
        catalogue: what the ids stand for. Without it, things are known by their ids, by the lineages of
            spheres, and by the folded words of their names, in the undetermined language ``und``.

    Returns:
        The corpus, of which ``to_frame`` makes the same frame again. Of a frame that ``to_frame`` made, and
        with the catalogue of the corpus that it was made of, it is equal to that corpus.

    Raises:
        MissingExtraError: if narwhals is not installed.
        DataError: with every problem: the column, the row (counted from 0) with its id, and the value.
        TypeError: if it is no frame that narwhals knows.

    Examples:
        >>> from bilateral import load
        >>> from bilateral.frames import to_frame
        >>> relations = load()
        >>> from_frame(to_frame(relations), catalogue=relations.catalogue) == relations
        True
        >>> import polars
        >>> from_frame(polars.DataFrame({"id": ["visit"], "date": ["1993-02-30"]}))
        Traceback (most recent call last):
        bilateral.errors.DataError: rows[0] visit: date: '1993-02-30': it is not a date: ...
    """
    rows = _rows(frame)
    reader = _Reader(rows)
    if catalogue is None:
        known, unchecked = things_of(reader.plain, reader.rows, reader.say), frozenset[str]()
    else:
        known, unchecked = catalogue, _OF_THINGS
    records = reader.records(known, unchecked)
    if reader.problems:
        raise DataError(each for _, problems in sorted(reader.problems.items()) for each in problems)
    return Corpus(records, catalogue=known)


def _rows(frame: Any) -> list[Row]:
    """Return the rows as dicts of the columns that the schema knows."""
    try:
        import narwhals as nw
    except ImportError:
        raise MissingExtraError("frames", "records from a dataframe") from None
    read: Any = nw.from_native(frame)
    names = [name for name in SCHEMA if name in read.collect_schema().names()]
    if "id" not in names:
        raise DataError([Problem("", "", "id", "", "a frame of records needs this column of frames.SCHEMA")])
    told = read.select(names)
    eager = told.collect() if isinstance(told, nw.LazyFrame) else told
    columns = [[_value(value) for value in eager[name].to_list()] for name in names]
    return [dict(zip(names, values, strict=True)) for values in zip(*columns, strict=True)]


def _value(value: Any) -> Any:
    """Return a value as the same Python object whatever library held it."""
    # The nulls of pandas are three, and one of them (NaN) is a number unequal to itself.
    if type(value).__name__ in ("NAType", "NaTType") or (isinstance(value, float) and value != value):  # noqa: PLR0124
        return None
    if isinstance(value, datetime.datetime) and value.time() == datetime.time.min:
        return value.date()
    return value.tolist() if hasattr(value, "tolist") else value


class _Reader:
    """Reads rows one by one and gathers what is wrong with them."""

    def __init__(self, rows: list[Row]) -> None:
        self.problems: defaultdict[int, list[Problem]] = defaultdict(list)
        self.rows = rows
        self.plain = [self.taken_apart(i, row) for i, row in enumerate(rows)]

    def say(self, i: int, column: str, value: Any, reason: str) -> None:
        shown = "" if value is None else value if isinstance(value, str) else repr(value)
        self.problems[i].append(Problem("", self.name(i), column, shown, reason))

    def name(self, i: int) -> str:
        id = self.rows[i]["id"]
        return f"rows[{i}] {id}" if isinstance(id, str) else f"rows[{i}]"

    def taken_apart(self, i: int, row: Row) -> Plain | None:
        try:
            return plain_record(row)
        except Refusal as refusal:
            self.say(i, *refusal.args)
            return None

    def records(self, catalogue: Catalogue, unchecked: frozenset[str]) -> list[Record]:
        found = [
            (i, record)
            for i, plain in enumerate(self.plain)
            if plain is not None and i not in self.problems
            for record in self.record(i, plain, catalogue)
        ]
        ids = Counter(record.id for _, record in found)
        for i, record in found:
            if ids[record.id] > 1:
                self.say(i, "id", record.id, f"{ids[record.id]} rows have this id; it must be unique")
            for column, value, reason in _disagreements(self.rows[i], record, unchecked):
                self.say(i, column, value, reason)
        return [record for _, record in found]

    def record(self, i: int, plain: Plain, catalogue: Catalogue) -> Iterator[Record]:
        row = self.rows[i]
        cls: type[Record] = Event if row.get("type") == "event" else Agreement
        try:
            yield decode(cls, plain, catalogue, record=self.name(i))
        except DataError as error:
            for each in error.problems:
                # Attestations that were made of the row's values have the same problems once more.
                if row.get("attestations") or not each.field.startswith("attestations"):
                    self.problems[i].append(each._replace(field=_column(each.field, row)))


def _column(path: str, row: Row) -> str:
    """Return where in a row a part of a record stands, which may be elsewhere than in the record."""
    if path == "signed" and row.get("signed") is None:
        return "date"
    if path.startswith("persons") and path.endswith(".role"):
        return "roles"
    return "capacities" if path.startswith("parties") and path.endswith(".capacity") else path


def _disagreements(row: Row, record: Record, unchecked: frozenset[str]) -> Iterator[tuple[str, Any, str]]:
    """Yield where attestations, or columns that follow from others, say otherwise than a record."""
    amiss = record.discrepancies()
    for field, stored, resolved in amiss:
        # In a row a place, say, is its id; so is the value that is shown.
        shown = row.get(field, stored)
        yield field, shown, f"its attestations resolve to {_shown(resolved)}"
    if amiss:
        return
    for column, expected in row_of(record).items():
        given = row.get(column, expected)
        if given is None and expected == []:
            continue
        if column not in unchecked and given != expected and not _same_day(given, expected):
            yield column, given, f"the other columns of the row come to {expected!r}"


def _same_day(given: Any, expected: Any) -> bool:
    """Return whether a day was given where its EDTF stands in the frames that ``to_frame`` makes."""
    return isinstance(given, datetime.date) and given.isoformat() == expected


def _shown(value: Any) -> str:
    if isinstance(value, tuple):
        return f"[{', '.join(map(_shown, value))}]"
    return str(getattr(value, "id", value))
