"""CSV: one row a record, or one a participation; what does not fit a cell stays in the lossless formats."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias, get_args

from bilateral.corpus import Corpus
from bilateral.errors import InvalidValueError
from bilateral.model import Agreement, Participation, Record

if TYPE_CHECKING:
    from bilateral.chronology import Chronology
    from bilateral.dates import HistoricalDate

Layout: TypeAlias = Literal["records", "tidy"]
Formulas: TypeAlias = Literal["as-is", "text"]

_BEFORE: Final = (
    "id",
    "type",
    "kind",
    "title",
    "date",
    "earliest",
    "latest",
    "in_force",
    "terminated",
    "place",
)
_AFTER: Final = ("spheres", "sources", "disputed")

COLUMNS: Final = {
    "records": (*_BEFORE, "parties", "capacities", *_AFTER),
    "tidy": (*_BEFORE, "party", "capacity", *_AFTER),
}
"""The columns of each layout; several values in a cell are separated by ``"; "``."""

# A cell may also begin after a semicolon, a tab or a line break: a program that takes these for separators of
# cells does not heed the quotes. The last four are wide signs, which some programs take for the narrow ones.
_FORMULA: Final = re.compile(r"(\A|(?<=[;\t\r\n]))(\s*)([=+\-@'\uff1d\uff0b\uff0d\uff20])")
_BLANK_START: Final = ("\t", "\r", "\n")
_DEFUSED: Final = re.compile(r"(\A|(?<=[;\t\r\n]))(\s*)'(.?)", re.DOTALL)


def dumps(thing: Corpus | Chronology, *, layout: Layout = "records", formulas: Formulas = "as-is") -> str:
    """Return a corpus, or that of a chronology, as CSV text.

    Args:
        thing: the corpus or chronology.
        layout: ``"records"`` for one row a record, or ``"tidy"`` for one row a participation; a record
            without parties has a row, too, with no party in it.
        formulas: ``"as-is"`` if cells shall hold the data as they are and nothing else, for programs, or
            ``"text"`` if no spreadsheet shall run one as a formula: then ``defused`` has gone over them.

    Returns:
        A header and the rows, in order of date; ``capacities`` are in the order of ``parties``, ``disputed``
        names the fields about which claims disagree.

    Raises:
        InvalidValueError: if the layout, or what to do with formulas, is none of these.

    Examples:
        >>> from bilateral.model import Event
        >>> corpus = Corpus([Event("a", date="1996-09", parties=["AZE", "KAZ"])])
        >>> dumps(corpus).splitlines()[1]
        'a,event,,,1996-09,1996-09-01,1996-09-30,,,,AZE; KAZ,; ,,,'
        >>> dumps(corpus, layout="tidy").splitlines()[2]
        'a,event,,,1996-09,1996-09-01,1996-09-30,,,,KAZ,,,,'

    References:
        RFC 4180; H. Wickham, "Tidy Data", Journal of Statistical Software 59 (2014), 10.
    """
    text = io.StringIO()
    csv.writer(text).writerows(rows(thing, layout=layout, formulas=formulas))
    return text.getvalue()


def dump(
    thing: Corpus | Chronology, path: Path, *, layout: Layout = "records", formulas: Formulas = "as-is"
) -> None:
    """Write a corpus, or that of a chronology, as CSV, row by row.

    Args:
        thing: the corpus or chronology.
        path: the file.
        layout: as for ``dumps``.
        formulas: as for ``dumps``.
    """
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows(thing, layout=layout, formulas=formulas))


def rows(thing: Corpus | Chronology, *, layout: Layout, formulas: Formulas) -> Iterator[Iterable[str]]:
    """Yield the header and the rows.

    Args:
        thing: the corpus or chronology.
        layout: as for ``dumps``.
        formulas: as for ``dumps``.

    Yields:
        The cells of each row.

    Examples:
        >>> list(rows(Corpus(), layout="tidy", formulas="text"))[0][:3]
        ('id', 'type', 'kind')
    """
    _one_of("layout", layout, get_args(Layout))
    _one_of("formulas", formulas, get_args(Formulas))
    corpus = thing if isinstance(thing, Corpus) else thing.corpus
    yield COLUMNS[layout]
    for record in corpus:
        for row in (_tidy if layout == "tidy" else _whole)(record):
            yield row if formulas == "as-is" else map(defused, row)


def _one_of(option: str, value: object, known: tuple[str, ...]) -> None:
    if value not in known:
        raise InvalidValueError(f"csv.{option}", value, f"it must be one of {', '.join(known)}")


def defused(cell: str) -> str:
    """Return the text of a cell so that no spreadsheet takes it for a formula.

    An apostrophe is put before ``=``, ``+``, ``-``, ``@`` and an apostrophe where a cell may begin, be it
    after blanks, and before a tab or line break at its very beginning. A spreadsheet shows the apostrophe.

    Args:
        cell: the text.

    Returns:
        The text, from which ``restored`` makes that given.

    Examples:
        >>> defused("=1+1"), defused("a; -b"), defused("1993-01")
        ("'=1+1", "a; '-b", '1993-01')

    References:
        OWASP, "CSV Injection".
    """
    safe = _FORMULA.sub(r"\1\2'\3", cell)
    return f"'{safe}" if cell.startswith(_BLANK_START) else safe


def restored(cell: str) -> str:
    """Return the text from which ``defused`` has made a cell.

    Args:
        cell: the text of a cell.

    Returns:
        The text without the apostrophes that were put in.

    Examples:
        >>> restored("'=1+1"), restored("''tis"), restored("a; '-b")
        ('=1+1', "'tis", 'a; -b')
    """
    bare = cell[1:] if cell.startswith(tuple(f"'{blank}" for blank in _BLANK_START)) else cell
    return _DEFUSED.sub(r"\1\2\3", bare)


def _whole(record: Record) -> Iterator[list[str]]:
    parties = "; ".join(each.party.id for each in record.parties)
    capacities = "; ".join(map(_capacity, record.parties))
    yield [*_before(record), parties, capacities, *_after(record)]


def _tidy(record: Record) -> Iterator[list[str]]:
    before, after = _before(record), _after(record)
    for each in record.parties:
        yield [*before, each.party.id, _capacity(each), *after]
    if not record.parties:
        yield [*before, "", "", *after]


def _before(record: Record) -> list[str]:
    own = record if isinstance(record, Agreement) else None
    date = record.date
    return [
        record.id,
        "agreement" if own else "event",
        _text(record.kind),
        record.title or "",
        _text(date),
        _earliest(date),
        _latest(date),
        _text(own and own.in_force),
        _text(own and own.terminated),
        record.place.id if record.place else "",
    ]


def _after(record: Record) -> list[str]:
    return [
        "; ".join(sphere.id for sphere in record.spheres),
        "; ".join(source.id for source in record.sources),
        "; ".join(dict.fromkeys(conflict.field for conflict in record.conflicts())),
    ]


def _text(value: Any) -> str:
    return "" if value is None else str(value)


def _earliest(date: HistoricalDate | None) -> str:
    # Of what has no known beginning the calendar's first day would be an invention.
    return "" if date is None or date.open_start or date.unknown_start else date.earliest.isoformat()


def _latest(date: HistoricalDate | None) -> str:
    return "" if date is None or date.open_end or date.unknown_end else date.latest.isoformat()


def _capacity(each: Participation) -> str:
    return _text(each.capacity)
