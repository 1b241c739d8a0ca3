"""Other people's tables, read by a mapping."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from bilateral.authority import Authority
from bilateral.collector import paused
from bilateral.corpus import Corpus
from bilateral.errors import DataError, InvalidValueError, MissingExtraError, Problem
from bilateral.mapping import Mapping
from bilateral.mapping.bodies import Body, record_of
from bilateral.mapping.ids import id_of
from bilateral.mapping.parties import Identify, by_authority
from bilateral.mapping.plan import Plan, Said
from bilateral.model import Record, Source
from bilateral.model.catalogue import Catalogue
from bilateral.report import Problems
from bilateral.tables import Origin, Row, Table, open_table


class Reading(NamedTuple):
    """What came of a file that need not be read as a whole.

    Attributes:
        corpus: the records.
        problems: what is wrong with the file, or was to be noted.
    """

    corpus: Corpus
    problems: Problems


class ReadRecord(NamedTuple):
    """A record as it comes from a file.

    Attributes:
        record: the record.
        problems: what is wrong with it.
    """

    record: Record
    problems: Problems


def read_mapped(
    origin: Origin,
    mapping: Mapping,
    *,
    source: Source | str | None = None,
    catalogue: Catalogue | None = None,
    authority: Authority | None = None,
    progress: bool = False,
    **options: Any,
) -> Reading:
    """Return the corpus that a table holds, and all that is wrong with it; see ``bilateral.read``."""
    table, plan = _laid_out(origin, mapping, options, source=source, catalogue=catalogue, authority=authority)
    body = Body(plan, table.unit)
    problems = list(table.problems)
    is_empty = True
    try:
        with paused():
            for row in _watched(table, progress=progress):
                body.add(row)
                is_empty = False
    except DataError as error:
        # What was read before the file breaks off is good.
        problems.extend(error.problems)
    if is_empty and not problems:
        problems.append(
            Problem(
                table.file, "", "", "", "it has a header and no rows", severity="warning", kind="empty file"
            )
        )
    records, found = body.finished()
    known = Catalogue() if catalogue is None else catalogue
    return Reading(Corpus(records, catalogue=known), Problems([*problems, *found]))


def read_records(
    path: Origin,
    mapping: Mapping,
    *,
    source: Source | str | None = None,
    catalogue: Catalogue | None = None,
    authority: Authority | None = None,
    progress: bool = False,
    **options: Any,
) -> Iterator[ReadRecord]:
    r"""Yield the records of a table one by one, so that a file of any length needs little memory.

    Records are not compared with each other: what ``read`` says of repeated ids and duplicate rows is not
    looked for. Rows of one record (``group_by``) must stand together.

    Args:
        path: as for ``read``.
        mapping: how its columns become fields.
        source: as for ``read``.
        catalogue: as for ``read``.
        authority: as for ``read``.
        progress: show a bar (extra ``progress``).
        options: as for ``read``.

    Yields:
        Pairs of a record and its Problems.

    Raises:
        DataError: if the file is no table, lacks a mapped column or breaks off.
        InvalidValueError: if an argument has not its form.
        OSError: if the file cannot be opened.

    Examples:
        >>> from io import StringIO
        >>> table = StringIO("id,signed\nt1,16 September 1996\n")
        >>> for record, problems in read_records(table, Mapping(id="id", signed="signed"), format="csv"):
        ...     print(record.id, record.date, len(problems))
        t1 1996-09-16 0
    """
    table, plan = _laid_out(path, mapping, options, source=source, catalogue=catalogue, authority=authority)
    return _records(table, plan, progress=progress)


def _identified(mapping: Mapping, authority: Authority) -> Identify | None:
    if not mapping.identify:
        return None
    return by_authority(authority, None if mapping.identify is True else mapping.identify)


def _records(table: Table, plan: Plan, *, progress: bool) -> Iterator[ReadRecord]:
    waiting: list[Said] = []
    last: Any = None
    first = list(table.problems)
    for row in _watched(table, progress=progress):
        group = plan.group(row)
        if waiting and (group is None or group != last):
            yield _made(plan, waiting, table.unit, first)
            waiting = []
        waiting.append(plan.said(row))
        last = group
    if waiting:
        yield _made(plan, waiting, table.unit, first)


def _made(plan: Plan, rows: list[Said], unit: str, first: list[Problem]) -> ReadRecord:
    read = record_of(plan, rows, unit)
    problems = Problems([*first, *read.problems]) if first or read.problems else _NONE
    first.clear()
    return ReadRecord(read.record, problems)


_NONE = Problems()


def _laid_out(
    origin: Origin,
    mapping: Mapping,
    options: dict[str, Any],
    *,
    source: Source | str | None,
    catalogue: Catalogue | None,
    authority: Authority | None,
) -> tuple[Table, Plan]:
    if not isinstance(mapping, Mapping):
        raise InvalidValueError(
            "read.mapping", mapping, "it must be a Mapping, such as Mapping.shipped(name)"
        )
    if not isinstance(source, Source | str | None):
        raise InvalidValueError("read.source", source, "it must be a Source or the id of one")
    table = open_table(origin, wanted=mapping.columns, **options)
    if source is None and isinstance(mapping.source, Source):
        source = mapping.source
    said = _of_file(table.file) if source is None else Source(source) if isinstance(source, str) else source
    plan = Plan(
        mapping,
        table.columns,
        file=table.file,
        source=said,
        identify=_identified(mapping, authority or Authority.default()),
        catalogue=catalogue,
    )
    return table, plan


def _of_file(file: str) -> Source:
    """Return the file itself as the source of what it says, where nobody names another."""
    name = Path(file).name
    return Source(id_of(name), name, kind="database") if name else Source("table", kind="database")


def _watched(table: Table, *, progress: bool) -> Iterable[Row]:
    if not progress:
        return table.rows
    try:
        from tqdm.auto import tqdm  # type: ignore[import-untyped,unused-ignore]
    except ImportError:
        raise MissingExtraError("progress", "a progress bar") from None
    bar: Callable[..., Iterable[Row]] = tqdm
    return bar(
        table.rows,
        total=table.total,
        desc=Path(table.file).name or None,
        unit=" rows",
        unit_scale=True,
    )
