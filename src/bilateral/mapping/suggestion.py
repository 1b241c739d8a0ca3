"""A first draft of a mapping, from the header of a table and a sample of its values."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from contextlib import closing
from itertools import islice
from typing import Any, NamedTuple

from bilateral.authority import Authority
from bilateral.dates import HistoricalDate
from bilateral.errors import AmbiguousPartyError, InvalidDateError, UnknownIdError, UnsupportedDateError
from bilateral.mapping.givers import Column, DateParts
from bilateral.mapping.headers import meanings
from bilateral.mapping.mapping import MISSING, Mapping
from bilateral.model import Kind, checks
from bilateral.tables import Table, open_table

_SAMPLE = 500
"""How many rows are looked at."""
_MOST = 0.8
"""Of how many values what is said must be true, if the header says nothing."""
_HALF = 0.5
"""And if it does."""
_SOME = 0.2
_BEYOND = "2100"
_WORDS_FOR_NONE = frozenset(
    {
        "unknown",
        "none",
        "n.a.",
        "n/k",
        "nil",
        "?",
        "??",
        "not available",
        "нет",
        "нет данных",
        "н/д",
        "б/д",
        "без даты",
        *("s.d.", "s. d.", "s/d", "n.d.", "sans date", "inconnu"),
        *("o.d.", "o. d.", "k.a.", "k. a.", "ohne datum", "unbekannt"),
        *("s.f.", "s. f.", "s/f", "sin fecha", "desconocido"),
        "неизвестно",
        "жоқ",
        "yoxdur",
    }
)


class Guess(NamedTuple):
    """One guess of a draft.

    Attributes:
        argument: the argument of the mapping; empty for a column that is left alone.
        column: the column it is about.
        reason: why.
    """

    argument: str
    column: str
    reason: str


class Draft(NamedTuple):
    """A mapping that was guessed, to be read and changed by somebody who knows the table.

    Attributes:
        mapping: the mapping.
        guesses: what was guessed, and why, in the order of columns.
    """

    mapping: Mapping
    guesses: tuple[Guess, ...]

    def explain(self) -> str:
        r"""Return the mapping as code, and why it is as it is, line by line.

        Examples:
            >>> from io import StringIO
            >>> draft = Mapping.suggest(StringIO("No,Signature\n1,16.09.1996\n"), format="csv")
            >>> print(draft.explain())
            Mapping(
                id='No',
                signed='Signature',
            )
            No -> id: the header has 'no', and no value comes twice in the rows seen
            Signature -> signed: the header has 'signature', and 1 of 1 values are dates
            parties: no column was found; if one is the same in all rows, add Constant("KAZ")
        """
        lines = [
            f"{' -> '.join(part for part in (each.column, each.argument) if part)}: {each.reason}"
            for each in self.guesses
        ]
        return "\n".join([str(self.mapping), *lines])

    def __str__(self) -> str:
        return self.explain()


def suggest(origin: Any, **options: Any) -> Draft:
    """Return a draft of the mapping of a table; see ``Mapping.suggest``."""
    table = open_table(origin, **options)
    return _Drafting(table).draft()


class _Sample(NamedTuple):
    """What a sample of a column holds."""

    name: str
    values: list[str]
    meanings: dict[str, str]

    def share(self, holds: Any) -> float:
        return sum(map(bool, map(holds, self.values))) / len(self.values) if self.values else 0.0

    def counted(self, holds: Any, what: str) -> str:
        return f"{sum(map(bool, map(holds, self.values)))} of {len(self.values)} values are {what}"

    @property
    def are_different(self) -> bool:
        return bool(self.values) and len(set(self.values)) == len(self.values)


class _Drafting:
    """Goes through the columns of a table and guesses what each gives."""

    def __init__(self, table: Table) -> None:
        with closing(table.rows):
            rows = list(islice(table.rows, _SAMPLE))
        self.rows = len(rows)
        self.columns = [
            _Sample(name, _values(row.cells[i] for row in rows), meanings(name))
            for i, name in enumerate(table.columns)
        ]
        self.authority = Authority.default()
        self.parties: dict[str, bool] = {}
        self.arguments: dict[str, Any] = {}
        self.guesses: dict[str, Guess] = {}

    def draft(self) -> Draft:
        rounds = (self.named_dates, self.parts_of_date, self.dates, self.urls, self.named_parties)
        for guess in (*rounds, self.identity, self.kinds, self.texts):
            for column in self.columns:
                if column.name not in self.guesses and column.values:
                    guess(column)
        for column in self.columns:
            if column.name not in self.guesses:
                self.leave(column)
        told = [self.guesses[column.name] for column in self.columns]
        if "parties" not in self.arguments:
            reason = 'no column was found; if one is the same in all rows, add Constant("KAZ")'
            told.append(Guess("parties", "", reason))
        if "id" not in self.arguments:
            told.append(
                Guess("id", "", "no column has another value in each row; ids are derived from the cells")
            )
        order = ("id", "title", "kind", "signed", "in_force", "terminated", "place", "parties", "spheres")
        arguments = {name: self.arguments[name] for name in order if name in self.arguments}
        return Draft(Mapping(**{**arguments, **self.arguments}), tuple(told))

    def say(self, column: _Sample, argument: str, giver: Any, reason: str) -> None:
        several = self.arguments.setdefault(argument, [])
        several.append(giver)
        self.guesses[column.name] = Guess(argument, column.name, reason)

    def leave(self, column: _Sample) -> None:
        reason = (
            "no guess; its cells are kept as they are" if column.values else "it is empty in the rows seen"
        )
        self.guesses[column.name] = Guess("", column.name, reason)

    # --- dates ---

    def named_dates(self, column: _Sample) -> None:
        # What a header calls a signature is one rather than what it calls but a date.
        if {"in_force", "terminated", "signed"} & column.meanings.keys():
            self.dates(column)

    def dates(self, column: _Sample) -> None:
        named = next(
            (field for field in ("in_force", "terminated", "signed", "date") if field in column.meanings), ""
        )
        told = column._replace(
            values=[value for value in column.values if value.casefold() not in _WORDS_FOR_NONE]
        )
        share = told.share(_is_date)
        if share < (_HALF if named else _MOST) or (not named and column.share(_is_year) > _HALF):
            return
        field = "signed" if named in ("", "date") else named
        because = f"the header has {column.meanings[named]!r}, and " if named else ""
        if field in self.arguments:
            reason = (
                f"{because}{column.counted(_is_date, 'dates')}; another column is taken for {field} already"
            )
            self.guesses[column.name] = Guess("", column.name, reason)
            return
        giver, notes = _date_column(column)
        reason = "; ".join([f"{because}{column.counted(_is_date, 'dates')}", *notes])
        self.say(column, field, giver, reason)

    def parts_of_date(self, column: _Sample) -> None:
        if "year" not in column.meanings or column.share(_is_year) < _HALF or "signed" in self.arguments:
            return
        parts: dict[str, str] = {"year": column.name}
        for other in self.columns:
            for part in ("month", "day"):
                if part in other.meanings and part not in parts and other.name not in self.guesses:
                    parts[part] = other.name
        if "month" not in parts:
            parts.pop("day", None)
        giver = DateParts(**parts)
        for part, name in parts.items():
            reason = f"the header has a word for the {part}"
            self.guesses[name] = Guess("signed", name, reason)
        self.arguments["signed"] = [giver]

    # --- the rest ---

    def urls(self, column: _Sample) -> None:
        if column.share(checks.is_url) > (_HALF if "urls" in column.meanings else _MOST):
            self.say(column, "urls", column.name, column.counted(checks.is_url, "addresses"))

    def named_parties(self, column: _Sample) -> None:
        separator, pieces = self.piecewise(column)
        named = "parties" in column.meanings
        share = pieces.share(self.is_party)
        # Few parties make many treaties, also where they have codes that only the table knows.
        are_few = len(set(pieces.values)) * 2 <= len(pieces.values)
        if share < (_HALF if named else _MOST) and not (named and are_few):
            return
        giver = Column(column.name, separator=separator) if separator else Column(column.name)
        because = f"the header has {column.meanings['parties']!r}, and " if named else ""
        reason = f"{because}{pieces.counted(self.is_party, 'names or codes of parties')}"
        unknown = [piece for piece in dict.fromkeys(pieces.values) if not self.is_party(piece)]
        if unknown:
            reason += f" (not {_few(unknown)}: give `codes`, or read with an `authority` that knows them)"
        self.say(
            column, "parties", giver, reason + (f"; they are separated by {separator!r}" if separator else "")
        )
        self.arguments["identify"] = True

    def piecewise(self, column: _Sample) -> tuple[str, _Sample]:
        """Return what separates the parties in a cell, and these; a comma may also stand within a name."""
        separator = _separator(column.values)
        pieces = column._replace(values=_pieces(column.values, separator))
        if not separator and any("," in value for value in column.values):
            apart = column._replace(values=_pieces(column.values, ","))
            if apart.share(self.is_party) > max(_HALF, pieces.share(self.is_party)):
                return ",", apart
        return separator, pieces

    def is_party(self, piece: str) -> bool:
        if piece not in self.parties:
            try:
                self.authority.identify(piece)
                self.parties[piece] = True
            except UnknownIdError:
                self.parties[piece] = False
            except AmbiguousPartyError:
                self.parties[piece] = True
        return self.parties[piece]

    def identity(self, column: _Sample) -> None:
        if "id" not in column.meanings or "id" in self.arguments:
            return
        because = f"the header has {column.meanings['id']!r}"
        if column.are_different and len(column.values) == self.rows:
            self.say(column, "id", column.name, f"{because}, and no value comes twice in the rows seen")
        elif "title" not in column.meanings:
            self.say(column, "aliases", column.name, f"{because}, but values come twice or are missing")

    def kinds(self, column: _Sample) -> None:
        if (
            column.share(_is_kind) < (_SOME if "kind" in column.meanings else _MOST)
            or "kind" in self.arguments
        ):
            return
        reason = column.counted(_is_kind, "kinds")
        if unknown := [each for each in dict.fromkeys(column.values) if not _is_kind(each)]:
            reason += f": give `codes` for {_few(unknown)}"
        self.say(column, "kind", column.name, reason)

    def texts(self, column: _Sample) -> None:
        for field in ("title", "spheres", "place", "description"):
            if field not in column.meanings or field in self.arguments:
                continue
            because = f"the header has {column.meanings[field]!r}"
            separator = _separator(column.values) if field == "spheres" else ""
            giver = Column(column.name, separator=separator) if separator else column.name
            self.say(column, field, giver, because)
            return


def _values(cells: Iterable[Any]) -> list[str]:
    texts = [text.strip() for cell in cells for text in ((cell,) if isinstance(cell, str) else cell)]
    return [text for text in texts if text not in MISSING]


def _is_date(piece: str) -> bool:
    if re.fullmatch(r"[0-9]{1,3}|[0-9]{5,}", piece):
        return False
    try:
        HistoricalDate.from_text(piece)
    except InvalidDateError as error:
        # It may be one of two days, or the last day of a month that has it not.
        return bool(error.readings)
    except UnsupportedDateError:
        return False
    return True


def _is_year(piece: str) -> bool:
    return re.fullmatch(r"[12][0-9]{3}(\.0)?", piece) is not None


def _is_kind(piece: str) -> bool:
    return re.sub(r"[\s_]+", "-", piece.casefold()) in set(Kind)


def _date_column(column: _Sample) -> tuple[Column, list[str]]:
    options: dict[str, Any] = {}
    notes = []
    numbers = [
        match
        for value in column.values
        if (match := re.match(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-][0-9]{4}", value))
    ]
    slashed = [match for match in numbers if "/" in match[0] or "-" in match[0]]
    first = any(int(match[1]) > 12 for match in slashed)  # noqa: PLR2004 - months
    second = any(int(match[2]) > 12 for match in slashed)  # noqa: PLR2004 - months
    if first != second:
        options["dayfirst"] = first
        notes.append(f"some can only have the {'day' if first else 'month'} first")
    elif slashed:
        notes.append("whether the day or the month comes first cannot be told: say `dayfirst`")
    words = sorted({value for value in column.values if value.casefold() in _WORDS_FOR_NONE})
    if words:
        options["missing"] = [*MISSING, *words]
        notes.append(f"{_few(words)} may stand for missing values")
    if any(re.match(r"2[1-9][0-9]{2}-|[3-9][0-9]{3}-", value) for value in column.values):
        options["latest"] = _BEYOND
        notes.append(f"dates after {_BEYOND} may be placeholders")
    return Column(column.name, **options), notes


def _separator(values: Sequence[str]) -> str:
    """Return what stands between several values in a fifth of the cells; nothing if none does."""
    for sign in (";", "|", "\n", " / "):
        if values and sum(sign in value for value in values) * 5 >= len(values):
            return sign
    return ""


def _pieces(values: Iterable[str], separator: str) -> list[str]:
    pieces = [
        piece.strip() for value in values for piece in (value.split(separator) if separator else (value,))
    ]
    return [piece for piece in pieces if piece not in MISSING]


def _few(words: Sequence[str], most: int = 5) -> str:
    return ", ".join(map(repr, words[:most])) + (", ..." if len(words) > most else "")
