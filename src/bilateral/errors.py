"""The errors of the library: small classes that carry what they are about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, NamedTuple


class BilateralError(Exception):
    """Root of every error that the library raises on purpose."""


class InvalidDateError(BilateralError, ValueError):
    """A text is no date: it breaks the EDTF grammar, the calendar, or has several readings.

    Attributes:
        text: the text that was given (shortened in the message, whole here).
        position: the index in ``text`` where it goes wrong, from 0.
        reason: why it is refused, and what would be right.
        readings: the dates it could mean, as EDTF; empty if there are none.
        field: the field it was for, as ``Class.field``; empty if it was for none.
    """

    field: str = ""

    def __init__(self, text: str, position: int, reason: str, readings: Sequence[str] = ()) -> None:
        super().__init__(text, position, reason, tuple(readings))
        self.text = text
        self.position = position
        self.reason = reason
        self.readings = tuple(readings)

    def __str__(self) -> str:
        message = f"{_shown(self.text)} is not a date: {self.reason} (at character {self.position + 1})"
        message = f"{self.field}: {message}" if self.field else message
        return f"{message}; it could be {_alternatives(self.readings)}" if self.readings else message


class UnsupportedDateError(BilateralError, ValueError):
    """A text is a valid EDTF date beyond what is supported: years outside 1-9999, times of day.

    Attributes:
        text: the text that was given.
        position: the index in ``text`` where the unsupported part begins, from 0.
        reason: what is unsupported, and what would be accepted.
        field: the field it was for, as ``Class.field``; empty if it was for none.
    """

    field: str = ""

    def __init__(self, text: str, position: int, reason: str) -> None:
        super().__init__(text, position, reason)
        self.text = text
        self.position = position
        self.reason = reason

    def __str__(self) -> str:
        message = f"{_shown(self.text)} is not supported: {self.reason} (at character {self.position + 1})"
        return f"{self.field}: {message}" if self.field else message


class InvalidValueError(BilateralError, ValueError):
    """A value does not fit its field.

    Attributes:
        field: the field, as ``Class.field``.
        value: the value that was given.
        reason: what would be right.
    """

    def __init__(self, field: str, value: object, reason: str) -> None:
        super().__init__(field, value, reason)
        self.field = field
        self.value = value
        self.reason = reason

    def __str__(self) -> str:
        return f"{self.field} cannot be {_shown(self.value)}: {self.reason}"


class UnknownIdError(BilateralError, KeyError):
    """Nothing has this id; near matches are suggested.

    Attributes:
        what: what kind of thing was looked for, such as ``"sphere"``.
        id: the id that was asked for.
        suggestions: ids that come near, nearest first.
    """

    def __init__(self, what: str, id: object, suggestions: Iterable[str] = ()) -> None:
        self.what = what
        self.id = id
        self.suggestions = tuple(suggestions)
        super().__init__(what, id, self.suggestions)

    def __str__(self) -> str:
        message = f"there is no {self.what} {_shown(self.id)}"
        return f"{message}; did you mean {_alternatives(self.suggestions)}?" if self.suggestions else message


class AmbiguousPartyError(BilateralError, LookupError):
    """A name or code, with its date, does not say which party is meant.

    Attributes:
        name: the name or code that was asked for.
        date: the date that it was asked for, as EDTF; empty if there was none.
        candidates: the parties it could mean, by id, each with its name and dates of existence as text.
        reason: why none of them can be chosen.
    """

    def __init__(self, name: object, date: str, candidates: Mapping[str, str], reason: str) -> None:
        super().__init__(name, date, dict(candidates), reason)
        self.name = name
        self.date = date
        self.candidates = dict(candidates)
        self.reason = reason

    def __str__(self) -> str:
        when = f" in {self.date}" if self.date else ""
        options = [f"{id!r} ({about})" for id, about in self.candidates.items()]
        more = len(options) - _MOST_CANDIDATES
        if more > 0:
            options[_MOST_CANDIDATES:] = [f"{more} more"]
        return f"{_shown(self.name)}{when} {self.reason}: give {' or '.join(options)}"


class Problem(NamedTuple):
    """One thing that is wrong in a file.

    Attributes:
        file: the file, as it was given; empty for data that was in memory.
        record: the id or the number of the record, such as ``"agreements[3]"``.
        field: the path of the field inside the record; empty for the record itself.
        value: the value that was found; empty text where there is none to show.
        reason: what is wrong and what would be right.
        line: the line of the file, or the row of a sheet, counted from 1; None where nothing has lines.
        column: the column of a table; empty where there are none.
        severity: ``"error"`` if a record or a part of the file could not be read, ``"warning"`` if a value
            could not be understood, ``"note"`` for what may be as it should be.
        kind: what problems of a kind have in common, in a few words such as ``"no date"``.
    """

    file: str
    record: str
    field: str
    value: object
    reason: str
    line: int | None = None
    column: str = ""
    severity: Literal["error", "warning", "note"] = "error"
    kind: str = ""

    def __repr__(self) -> str:
        # Without what has its default: most readers know no lines.
        told = [
            f"{name}={value!r}"
            for name, value in self._asdict().items()
            if name not in self._field_defaults or value != self._field_defaults[name]
        ]
        return f"{type(self).__name__}({', '.join(told)})"

    def __str__(self) -> str:
        line = "" if self.line is None else f"line {self.line}"
        where = ", ".join(part for part in (line, f"column {self.column}" if self.column else "") if part)
        value = "" if self.value == "" else _shown(self.value)
        parts = (self.file, where, self.record, self.field, value, self.reason)
        return ": ".join(part for part in parts if part)


class DataError(BilateralError, ValueError):
    """Data could not be read; every problem is listed, and nothing was half-read.

    Attributes:
        problems: all problems, those of one record together.
    """

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(self.problems)

    def __str__(self) -> str:
        if len(self.problems) == 1:
            return str(self.problems[0])
        told = [f"- {problem}" for problem in self.problems[:_MOST_TOLD]]
        left = len(self.problems) - len(told)
        more = [f"- and {left} more: see `problems` of this error"] if left else []
        return "\n".join([f"{len(self.problems)} problems:", *told, *more])


class MissingExtraError(BilateralError, ImportError):
    """An optional dependency is not installed.

    Attributes:
        extra: the extra of this library that brings it.
    """

    def __init__(self, extra: str, purpose: str) -> None:
        super().__init__(extra, purpose)
        self.extra = extra
        self.purpose = purpose

    def __str__(self) -> str:
        return f'{self.purpose} needs an extra: python -m pip install "bilateral[{self.extra}]"'


_LONGEST_SHOWN = 80
_MOST_CANDIDATES = 4
_MOST_TOLD = 100


def _shown(value: object) -> str:
    try:
        text = repr(value)
    except Exception:  # noqa: BLE001 - a number of thousands of digits, say: an error must not hide behind another
        return f"what cannot be shown, of {type(value).__name__}"
    return text if len(text) <= _LONGEST_SHOWN else f"{text[: _LONGEST_SHOWN - 3]}..."


def _alternatives(options: Sequence[str]) -> str:
    *most, last = (repr(option) for option in options)
    return f"{', '.join(most)} or {last}" if most else last
