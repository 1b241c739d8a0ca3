"""Files of decisions, CSV or JSON: one decision a row, read with all problems named."""

from __future__ import annotations

import csv
import io
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from bilateral.errors import DataError, InvalidValueError, Problem
from bilateral.files import checked_path, replaced_file
from bilateral.matching.decisions import COLUMNS, Decision, contradictions
from bilateral.model.values import fields

_NEEDED = COLUMNS[:3]

_Row = tuple[str, dict[str, Any]]


def read(path: str | os.PathLike[str]) -> list[Decision]:
    """Read decisions.

    Args:
        path: the file, ``.csv`` or ``.json``.

    Returns:
        The decisions, in the order of the file.

    Raises:
        DataError: with every problem of the file.
        InvalidValueError: if the suffix is another.
        OSError: if the file cannot be opened.
    """
    file = checked_path(path)
    rows_of = {".csv": _csv_rows, ".json": _json_rows}[_suffix(file)]
    try:
        text = file.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        reason = f"it must be UTF-8; byte {error.start + 1} is not"
        raise DataError([Problem(str(path), "", "", "", reason)]) from None
    problems: list[Problem] = []
    places: dict[int, str] = {}
    decisions = []
    for place, row in rows_of(text, str(path)):
        try:
            decisions.append(Decision(**_values(row)))
            places[id(decisions[-1])] = place
        except InvalidValueError as error:
            field = error.field.removeprefix("Decision").removeprefix(".")
            problems.append(Problem(str(path), place, field, error.value, error.reason))
    problems += [
        Problem(str(path), places[id(each)], "verdict", str(each.verdict), f"{each.a}, {each.b}: {reason}")
        for each, reason in contradictions(decisions)
    ]
    if problems:
        raise DataError(problems)
    return decisions


def write(decisions: Iterable[Decision], path: str | os.PathLike[str]) -> None:
    """Write decisions; a failed write leaves the file as it was.

    Args:
        decisions: the decisions.
        path: the file, ``.csv`` or ``.json``.

    Raises:
        InvalidValueError: if the suffix is another.
        OSError: if the file cannot be written.
    """
    file = checked_path(path)
    text = {".csv": _as_csv, ".json": _as_json}[_suffix(file)](map(_row, decisions))
    with replaced_file(file) as draft:
        draft.write_text(text, encoding="utf-8", newline="")


def _suffix(path: Path) -> str:
    suffix = path.suffix.lower()
    if suffix not in (".csv", ".json"):
        raise InvalidValueError("path", str(path), "its suffix must be .csv or .json")
    return suffix


def _row(decision: Decision) -> dict[str, Any]:
    values = {name: getattr(decision, name) for name in COLUMNS}
    values["verdict"] = decision.verdict.value
    return {name: value for name, value in values.items() if value is not None}


def _as_csv(rows: Iterable[dict[str, Any]]) -> str:
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS, restval="")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def _as_json(rows: Iterable[dict[str, Any]]) -> str:
    lines = ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    return f"[\n{lines}\n]\n" if lines else "[]\n"


def _csv_rows(text: str, file: str) -> Iterator[_Row]:
    reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    try:
        _check_columns(reader.fieldnames or (), file)
        for row in reader:
            place = f"line {reader.line_num}"
            if None in row or None in row.values():
                reason = f"it must have {len(reader.fieldnames or ())} cells, as the header has"
                raise DataError([Problem(file, place, "", "", reason)])
            yield place, {column: cell for column, cell in row.items() if cell}
    except csv.Error as error:
        raise DataError([Problem(file, f"line {reader.line_num}", "", "", str(error))]) from None


def _check_columns(columns: Iterable[str], file: str) -> None:
    listed = list(columns)
    problems = [
        Problem(file, "line 1", column, "", "the column is missing; decisions need a, b and verdict")
        for column in _NEEDED
        if column not in listed
    ]
    known = ", ".join(COLUMNS)
    problems += [
        Problem(file, "line 1", "", column, f"unknown column; it must be one of {known}")
        for column in listed
        if column not in COLUMNS
    ]
    if problems:
        raise DataError(problems)


def _json_rows(text: str, file: str) -> Iterator[_Row]:
    try:
        data = json.loads(text)
    except (json.JSONDecodeError, RecursionError) as error:
        raise DataError([Problem(file, "", "", "", f"it is not JSON: {error}")]) from None
    if not isinstance(data, list):
        raise DataError([Problem(file, "", "", "", "it must be a list of decisions")])
    for i, row in enumerate(data):
        yield f"[{i}]", row


def _values(row: Any) -> Mapping[str, Any]:
    """Return the arguments of a decision; numbers may be text, as in CSV."""
    if not isinstance(row, dict):
        raise InvalidValueError("Decision", row, "it must be an object with keys")
    for key in row:
        if key not in fields(Decision):
            raise InvalidValueError("Decision", key, f"unknown key; it must be one of {', '.join(COLUMNS)}")
    for key in _NEEDED:
        if key not in row:
            raise InvalidValueError(f"Decision.{key}", "", "it is missing")
    score = row.get("score")
    if isinstance(score, str):
        try:
            row = {**row, "score": float(score)}
        except ValueError:
            raise InvalidValueError("Decision.score", score, "it must be a number from 0 to 1") from None
    values: Mapping[str, Any] = row
    return values
