"""From the text of a cell to values of a field, or to what is wrong with it."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from difflib import get_close_matches
from enum import StrEnum
from typing import Any, NamedTuple, TypeAlias

from bilateral.dates import HistoricalDate
from bilateral.errors import InvalidDateError, UnsupportedDateError
from bilateral.mapping.givers import Column
from bilateral.mapping.ids import id_of
from bilateral.model import Capacity, EventKind, Kind, Label, RelationKind, checks
from bilateral.model.catalogue import Catalogue
from bilateral.model.things import Party, Person, Place, Sphere
from bilateral.tables import Cell, Fault


class Refused(Exception):  # noqa: N818 - it is no error of the library but one fault among others
    """A piece cannot be read.

    Attributes:
        fault: what is wrong with it.
    """

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault)
        self.fault = fault


Split: TypeAlias = Callable[[Cell], list[str]]
"""What takes a cell apart into pieces that say something."""


Read: TypeAlias = Callable[[str], Any]
"""From a piece of a cell to one value; raises Refused."""


class Outcome(NamedTuple):
    """What came of a cell.

    Attributes:
        values: the values, each once.
        faults: what could not be understood.
        kept: whether the cell has to be kept as it is.
    """

    values: tuple[Any, ...] = ()
    faults: tuple[Fault, ...] = ()
    kept: bool = False


NOTHING = Outcome()


class Things:
    """What cells name, one object for each id.

    Args:
        catalogue: what ids stand for, as far as it is known.
        language: the language of the names that cells have.
    """

    def __init__(self, catalogue: Catalogue, language: str) -> None:
        self._language = language
        tables = {Party: "parties", Sphere: "spheres", Place: "places", Person: "persons"}
        self._known: dict[type, dict[str, Any]] = {
            cls: dict(getattr(catalogue, table)) for cls, table in tables.items()
        }

    def named(self, cls: Any, text: str, **details: Any) -> Any:
        """Return the thing of an id, or one of a derived id whose label is the text."""
        tidy = " ".join(text.split())
        id = id_of(tidy)
        known = self._known[cls]
        if id not in known:
            labels = () if id == tidy else (Label(self._language, tidy),)
            known[id] = cls(id, labels, **details)
        return known[id]

    def known(self, thing: Any) -> Any:
        """Return the thing that was first made with its id."""
        return self._known[type(thing)].setdefault(thing.id, thing)


def text(piece: str) -> str:
    """Return a text that is not blank."""
    if not checks.is_text(piece):
        raise Refused(
            Fault("broken text", piece, "it holds half of a surrogate pair: the encoding may be another")
        )
    return piece


def url(piece: str) -> str:
    """Return an address."""
    if not checks.is_url(piece):
        raise Refused(Fault("no address", piece, "it must begin with http:// or https:// and have no spaces"))
    return piece


def word(vocabulary: type[StrEnum], what: str) -> Read:
    """Return what reads a word of a vocabulary, however it is capitalised and its parts are joined."""
    words = {each.value: each for each in vocabulary}

    def read(piece: str) -> Any:
        found = words.get(re.sub(r"[\s_]+", "-", piece.casefold()))
        if found is None:
            reason = f"it is no {what}; {nearest(piece, words)} (a code list can say which it is)"
            raise Refused(Fault(f"unknown {what}", piece, reason))
        return found

    return read


def a_type(piece: str) -> str:
    """Return whether it is an agreement or an event."""
    if piece.casefold() not in ("agreement", "event"):
        raise Refused(Fault("unknown type", piece, "it must be agreement or event", "error"))
    return piece.casefold()


def nearest(piece: str, known: Iterable[str], most: int = 12) -> str:
    """Return a few words on what would be right instead: near matches, or all if they are few."""
    listed = list(known)
    folded = {each.casefold(): each for each in listed}
    if near := [folded[each] for each in get_close_matches(piece.casefold(), folded, n=3, cutoff=0.6)]:
        return f"did you mean {' or '.join(map(repr, near))}?"
    told = ", ".join(listed[:most])
    return f"it must be one of {told}{', ...' if len(listed) > most else ''}"


_FIRST_SERIAL = 10_000
"""Lower numbers may be years: 1996 is no day in 1905."""
_LAST_SERIAL = 2_958_465
_SERIAL_ZERO = datetime.date(1899, 12, 30)


def date(column: Column, dayfirst: bool | None) -> Read:  # noqa: FBT001 - it is the argument of from_text
    """Return what reads the dates of a column."""
    first = dayfirst if column.dayfirst is None else column.dayfirst
    latest = None if column.latest is None else HistoricalDate.parse(column.latest).latest

    def read(piece: str) -> HistoricalDate:
        found = _date(piece, column.style, first)
        if latest is not None and found.earliest > latest:
            reason = f"it lies beyond {column.latest}, the latest date that is believed, and is kept as it is"
            raise Refused(Fault("date beyond belief", piece, reason, "note"))
        return found

    return read


_PLAIN = re.compile(r"[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-[0-9]{2})?)?")
"""What EDTF and people mean alike: most dates of most tables, read at once."""
_YEAR_OF_FLOATS = re.compile(r"[0-9]{4}\.0")


def _date(piece: str, style: str, dayfirst: bool | None) -> HistoricalDate:  # noqa: FBT001 - as above
    # In brackets there is EDTF alone.
    if piece[0] in "[{" or _PLAIN.fullmatch(piece):
        with suppress(InvalidDateError, UnsupportedDateError):
            return HistoricalDate.parse(piece)
    serial = _of_serial(piece)
    if serial and style == "serial":
        return serial
    try:
        if style == "edtf":
            return HistoricalDate.parse(piece)
        # Statistics packages make 1996.0 of a year in a column that has gaps.
        plain = piece.removesuffix(".0") if _YEAR_OF_FLOATS.fullmatch(piece) else piece
        return HistoricalDate.from_text(plain, dayfirst=dayfirst)
    except InvalidDateError as error:
        might = f"; it could be {' or '.join(error.readings)}" if error.readings else ""
        if serial and style == "text":
            might = f'; as the day number of a spreadsheet (style="serial") it is {serial}'
        kind = _kind_of_no_date(piece, style, dayfirst=dayfirst)
        raise Refused(Fault(kind, piece, f"it is not a date: {error.reason}{might}")) from None
    except UnsupportedDateError as error:
        raise Refused(Fault("unsupported date", piece, f"it is not supported: {error.reason}")) from None


def _of_serial(piece: str) -> HistoricalDate | None:
    match = re.fullmatch(r"([0-9]{5,7})(\.0+)?", piece)
    if match is None or not _FIRST_SERIAL <= int(match[1]) <= _LAST_SERIAL:
        return None
    return HistoricalDate.of(_SERIAL_ZERO + datetime.timedelta(int(match[1])))


def _kind_of_no_date(piece: str, style: str, *, dayfirst: bool | None) -> str:
    """Return whether it is a date as soon as it is said which number is the day."""
    if dayfirst is None and style != "edtf":
        with suppress(InvalidDateError, UnsupportedDateError):
            HistoricalDate.from_text(piece, dayfirst=True)
            return "ambiguous date"
    return "no date"


def reader(field: str, column: Column, things: Things, *, dayfirst: bool | None, is_event: bool) -> Read:
    """Return what reads a piece of a cell as one value of a field; parties are read as parties alone.

    Args:
        field: the field of records, or ``type``.
        column: the column, which says how it is written.
        things: what ids stand for.
        dayfirst: of the mapping.
        is_event: whether the record is an event, whose kinds are of their own.

    Returns:
        A function that raises Refused.
    """
    readers: dict[str, Callable[[], Read]] = {
        **dict.fromkeys(("signed", "date", "in_force", "terminated"), lambda: date(column, dayfirst)),
        **dict.fromkeys(("title", "description", "aliases"), lambda: text),
        "type": lambda: a_type,
        "kind": lambda: word(EventKind if is_event else Kind, "kind"),
        "place": lambda: lambda piece: things.named(Place, piece),
        "parties": lambda: lambda piece: things.named(Party, piece),
        "spheres": lambda: lambda piece: things.named(Sphere, piece),
        "persons": lambda: lambda piece: things.named(Person, piece),
        "relations": lambda: id_of,
        "urls": lambda: url,
        "capacity": lambda: word(Capacity, "capacity"),
        "relation": lambda: word(RelationKind, "relation"),
        "role": lambda: text,
    }
    return readers[field]()


class Codes:
    """The code list of a column.

    Args:
        column: the column.
        doubtful: words that may mean two things, each with the reason why it is not read.
    """

    def __init__(self, column: Column, doubtful: Mapping[str, str] | None = None) -> None:
        self._doubtful = doubtful or {}
        self._exact = dict(column.codes)
        # Words that differ in nothing but case are told apart; others need not be.
        folded: dict[str, set[str]] = {}
        for code, _ in column.codes:
            folded.setdefault(code.strip().casefold(), set()).add(code)
        self._folded = {
            key: self._exact[next(iter(codes))] for key, codes in folded.items() if len(codes) == 1
        }
        self._keeps = column.others == "keep" or not column.codes

    def meant(self, piece: str) -> tuple[str, ...]:
        """Return what a piece means; raises Refused."""
        found = self._exact.get(piece)
        if found is None:
            found = self._folded.get(piece.casefold())
        if found is not None:
            return found
        if piece in self._doubtful:
            raise Refused(Fault("word with two meanings", piece, self._doubtful[piece]))
        if self._keeps:
            return (piece,)
        raise Refused(
            Fault("not in the code list", piece, f"its code list lacks it; {nearest(piece, self._exact)}")
        )


def splitter(column: Column, missing: frozenset[str]) -> Split:
    """Return what takes the text of a cell, or a list of texts, apart into pieces that are not missing."""
    if column.pattern is not None:
        return _finder(re.compile(column.pattern), column.pattern, missing)
    pattern = "|".join(map(re.escape, column.separator))

    def split(cell: Cell) -> list[str]:
        if not pattern and isinstance(cell, str):
            whole_cell = cell.strip()
            return [] if whole_cell in missing else [whole_cell]
        whole = (cell,) if isinstance(cell, str) else cell
        pieces = (
            piece.strip() for each in whole for piece in (re.split(pattern, each) if pattern else (each,))
        )
        return [piece for piece in pieces if piece not in missing]

    return split


def _finder(wanted: re.Pattern[str], told: str, missing: frozenset[str]) -> Split:
    """Return what takes out of a cell what a pattern finds; raises Refused where it finds nothing."""

    def find(cell: Cell) -> list[str]:
        whole = (cell,) if isinstance(cell, str) else cell
        texts = [each.strip() for each in whole if each.strip() not in missing]
        found = [text for each in texts for match in wanted.finditer(each) for text in match.groups() if text]
        if texts and not found:
            reason = f"the pattern {told} finds nothing in it"
            raise Refused(Fault("pattern not found", "; ".join(texts), reason, "note"))
        return [piece for piece in found if piece not in missing]

    return find
