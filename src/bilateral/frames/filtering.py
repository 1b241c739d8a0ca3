"""A query over a frame: compiled to two expressions, of what surely matches and of what is not ruled out."""

from __future__ import annotations

import datetime
import operator
import re
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, TypeVar

import attrs

from bilateral import query as q
from bilateral.dates import HistoricalDate
from bilateral.errors import InvalidValueError, MissingExtraError
from bilateral.frames.columns import FIRST, LAST, Columns, all_of, any_of
from bilateral.frames.schema import UNRECORDED
from bilateral.frames.units import Run, lineage, units
from bilateral.model import Capacity, EventKind, Kind
from bilateral.truth import Truth
from bilateral.words import words

if TYPE_CHECKING:
    from narwhals import Expr

Frame = TypeVar("Frame")

_MOST_RUNS = 100
_ONE_DAY = datetime.timedelta(days=1)


def filter(frame: Frame, query: q.Query, *, certain: bool = False) -> Frame:  # noqa: A001 - as dataframes have it
    """Return the rows of a frame whose records match a query.

    The answer is that of ``query.truth``, record by record, but for the dates that are all-of sets, such as
    ``{1993,1996}``: where the record says yes because one of its members matches, a frame says unknown. It
    never says yes, or no, where the record does not.

    Args:
        frame: a frame with the columns of ``SCHEMA`` that the query asks about, as ``to_frame`` makes them;
            polars (eager or lazy), pandas with columns backed by pyarrow, pyarrow, or another that narwhals
            knows, DuckDB, Dask, Ibis, SQLFrame and PySpark among them.
        query: the question.
        certain: keep only what surely matches; else also what is not ruled out, as ``Corpus.where`` does.

    Returns:
        The rows, in a frame of the caller's own kind; of a lazy frame nothing is computed.

    Raises:
        MissingExtraError: if narwhals is not installed.
        InvalidValueError: if a column that the query needs is missing or has another type; if the query has
            a part that is not built by ``bilateral.query``, or asks for a date whose days lie in more than
            100 runs, such as ``XXXX-02-29``.
        TypeError: if it is no frame that narwhals knows.

    Examples:
        >>> from bilateral import Corpus, Event, query as q
        >>> from bilateral.frames import to_frame
        >>> frame = to_frame(Corpus([Event("a", date="1993-01"), Event("b", date="1994")]))
        >>> filter(frame, q.date("1993-01-15"))["id"].to_list()
        ['a']
        >>> len(filter(frame, q.date("1993-01-15"), certain=True))
        0

    References:
        S. C. Kleene, *Introduction to Metamathematics* (1952), section 64.
    """
    try:
        import narwhals as nw
    except ImportError:
        raise MissingExtraError("frames", "a query over a dataframe") from None
    native: Any = frame
    rows: Any = nw.from_native(native)
    reader = _Reader(rows.collect_schema(), is_spark=rows.implementation.is_spark_like())
    found = _kept(rows, reader, query, certain=certain)
    kept: Frame = found if native is rows else found.to_native()
    return kept


def _kept(rows: Any, reader: _Reader, query: q.Query, *, certain: bool) -> Any:
    answer = reader.answer(query)
    try:
        return rows.filter(answer.surely if certain else answer.possibly)
    except Exception as error:
        # Each engine has errors of its own; which part it cannot do is found by asking for each alone.
        for part in getattr(query, "operands", ()):
            _kept(rows, reader, part, certain=certain)
        engine = str(rows.implementation).partition(".")[2].lower()
        reason = f"it cannot be expressed on {engine}: {type(error).__name__}: {error}"
        raise InvalidValueError("filter.query", query, reason) from error


@attrs.frozen(eq=False)
class _Answer:
    """A Truth for every row: two expressions that are never null."""

    surely: Expr
    possibly: Expr

    def __and__(self, other: _Answer) -> _Answer:
        return _Answer(self.surely & other.surely, self.possibly & other.possibly)

    def __or__(self, other: _Answer) -> _Answer:
        return _Answer(self.surely | other.surely, self.possibly | other.possibly)

    def __invert__(self) -> _Answer:
        return _Answer(~self.possibly, ~self.surely)

    def where(self, condition: Expr, otherwise: _Answer) -> _Answer:
        """Return this answer where a condition holds, and another one elsewhere."""
        return (self & _Answer(condition, condition)) | (otherwise & _Answer(~condition, ~condition))


@attrs.frozen(eq=False)
class _Reader(Columns):
    """Compiles queries for frames of one schema; each predicate is read as its ``truth`` is."""

    def answer(self, query: q.Query) -> _Answer:
        if type(query) not in _READ:
            raise InvalidValueError("filter.query", query, "only what bilateral.query builds is read here")
        return _READ[type(query)](attrs.evolve(self, asked=query), query)

    def all_of(self, queries: Iterable[q.Query]) -> _Answer:
        answers = [self.answer(each) for each in queries]
        return _Answer(all_of(each.surely for each in answers), all_of(each.possibly for each in answers))

    def any_of(self, queries: Iterable[q.Query]) -> _Answer:
        answers = [self.answer(each) for each in queries]
        return _Answer(any_of(each.surely for each in answers), any_of(each.possibly for each in answers))

    def exactly(self, holds: Expr) -> _Answer:
        return _Answer(holds, holds)

    def always(self, truth: Truth) -> _Answer:
        # A literal has no length of its own; every frame has an id in every row.
        yes, no = self.recorded("id"), ~self.recorded("id")
        return _Answer(yes if truth.certain else no, yes if truth.possible else no)

    def among(self, options: str, *, all_match: Expr, some_match: Expr) -> _Answer:
        unrecorded = self.count(options, 0)
        return _Answer(all_match & ~unrecorded, some_match | unrecorded)

    def of_agreements(self, answer: _Answer) -> _Answer:
        return answer & self.exactly(self.text("type") == "agreement")

    def if_dated(self, answer: _Answer) -> _Answer:
        return answer.where(self.recorded("date"), self.always(Truth.UNKNOWN))

    def kind(self, which: Kind | EventKind) -> _Answer:
        found = self.has("kinds", str(which))
        of_type = self.text("type") == ("agreement" if isinstance(which, Kind) else "event")
        answer = self.among("kinds", all_match=found & self.count("kinds", 1), some_match=found)
        return answer & self.exactly(of_type)

    def place(self, name: str, country: str | None) -> _Answer:
        names = self.text("place_names").str
        # As they stand in ``place_names``: what matches, and a country, of which any part may be meant.
        where = _ANY_ID if country is None else _escaped(country)
        yes = f"(?:{_called(name)}(?:[<=]{where}{_LABELS})?|[^;<=]*[<=]{_called(name, where)})"
        perhaps = f"(?:{yes}|[^;<=]*={where}{_LABELS})"
        return self.among(
            "places",
            all_match=names.contains(f"^(?:{yes};)+$"),
            some_match=names.contains(f"(?:^|;){perhaps};"),
        )

    def bilateral(self, pair: tuple[str, ...]) -> _Answer:
        both = all_of([self.has("parties", id) for id in pair])
        return self.exactly(both & self.count("parties", len({*pair})))

    def party(self, code: str, capacity: Capacity | None) -> _Answer:
        if capacity is None:
            return self.exactly(self.has("parties", code))
        others = [each for each in (*Capacity, UNRECORDED) if each != capacity]
        this = self.has("capacities", f"{code} {capacity}")
        return _Answer(
            this & ~any_of([self.has("capacities", f"{code} {other}") for other in others]),
            this | self.has("capacities", f"{code} {UNRECORDED}"),
        )

    def before(self, name: str, asked: HistoricalDate) -> _Answer:
        return _Answer(
            self.day(f"{name}_latest", operator.lt, asked.earliest, missing=LAST),
            self.day(f"{name}_ends_from", operator.lt, asked.bounds.end_of_the_begin, missing=LAST),
        )

    def after(self, name: str, asked: HistoricalDate) -> _Answer:
        return _Answer(
            self.day(f"{name}_earliest", operator.gt, asked.latest, missing=FIRST),
            self.day(f"{name}_begins_by", operator.gt, asked.bounds.begin_of_the_end, missing=FIRST),
        )

    def in_force(self, asked: HistoricalDate) -> _Answer:
        no, unknown = self.always(Truth.NO), self.always(Truth.UNKNOWN)
        unsigned = self.after("signed", asked).where(self.recorded("signed"), no)
        entered = (~self.after("in_force", asked)).where(self.recorded("in_force"), ~unsigned & unknown)
        ended = self.before("terminated", asked).where(self.recorded("terminated"), no)
        return entered & ~ended

    def touches(self, asked: HistoricalDate) -> _Answer:
        """Answer as ``HistoricalDate.touches`` does: a day and a stretch have rules of their own."""
        if len(asked.spans) > _MOST_RUNS:
            raise self.refusal(
                f"its days lie in {len(asked.spans)} runs, and a frame can be asked for {_MOST_RUNS} at most"
            )
        is_stretch = self.column("date_is_interval").fill_null(value=False)
        certain = _surely_in(asked)
        stretch = any_of(
            [
                self.day("date_begins_by", operator.le, last, missing=FIRST)
                & self.day("date_ends_from", operator.ge, first, missing=LAST)
                for first, last in certain
            ]
        )
        point = ~self.meets(_outside(certain))
        answer = _Answer((is_stretch & stretch) | (~is_stretch & point), self.meets(asked.spans))
        return self.if_dated(answer)

    def meets(self, runs: Iterable[Run]) -> Expr:
        """Return whether a date may be on a day of some runs; exact also where its days leave gaps."""
        # No run at all is met by nothing.
        met: list[Expr] = [~self.recorded("id")]
        met_at_an_end: list[Expr] = []
        inner: list[str] = []
        for first, last in runs:
            met.append(self.reaches((first, last)))
            if first == FIRST or last == LAST:
                # Whatever is left out between, the first and last day of a date are days of it.
                met_at_an_end.append(met[-1])
            else:
                inner.extend(units(first, last))
        around = dict.fromkeys(wider for unit in inner for wider in lineage(unit)[:-1])
        found = [self.has("date_units_wider", unit) for unit in inner]
        found += [self.has("date_units", unit) for unit in around]
        return any_of([*met_at_an_end, any_of(met) & any_of([self.count("date_units", 0), *found])])


_READ: dict[type[q.Query], Callable[[_Reader, Any], _Answer]] = {
    q.Constant: lambda read, query: read.always(query.answer),
    q.Not: lambda read, query: ~read.answer(query.operand),
    q.And: lambda read, query: read.all_of(query.operands),
    q.Or: lambda read, query: read.any_of(query.operands),
    q.Dated: lambda read, query: read.touches(query.when),
    q.Signed: lambda read, query: read.of_agreements(read.touches(query.when)),
    q.InForce: lambda read, query: read.of_agreements(read.in_force(query.when.cover)),
    q.Before: lambda read, query: read.if_dated(read.before("date", query.when.cover)),
    q.After: lambda read, query: read.if_dated(read.after("date", query.when.cover)),
    q.HasParty: lambda read, query: read.party(query.code, query.capacity),
    q.Bilateral: lambda read, query: read.bilateral(query.pair),
    q.InSphere: lambda read, query: read.exactly(
        read.has("spheres" if query.exact else "spheres_and_broader", query.name)
    ),
    q.OfKind: lambda read, query: read.kind(query.which),
    q.AtPlace: lambda read, query: read.place(query.name, query.country),
    q.WithPerson: lambda read, query: read.exactly(
        read.text("person_names").str.contains(f"(?:^|;){_called(query.name)};")
    ),
    q.FromSource: lambda read, query: read.exactly(read.has("sources", query.name)),
    q.WithText: lambda read, query: read.exactly(
        all_of([read.has("words", word) for word in sorted(words(query.wanted))])
    ),
    # An empty list would have no type in pyarrow; a blank is nobody's id.
    q.WithId: lambda read, query: read.exactly(read.text("id").is_in(list(query.ids) or [" "])),
}
"""How each kind of query is compiled."""


def _surely_in(asked: HistoricalDate) -> list[Run]:
    """Return the runs of days that surely are in the stretch a date names; towards an unknown end one day."""
    if asked.unknown_end:
        return [(asked.earliest, asked.earliest)]
    if asked.unknown_start:
        return [(asked.latest, asked.latest)]
    return list(asked.spans)


def _outside(runs: list[Run]) -> list[Run]:
    """Return the runs of days that are in none of some runs, which are in order and apart."""
    found, free = [], FIRST
    for first, last in runs:
        if first > free:
            found.append((free, first - _ONE_DAY))
        if last == LAST:
            return found
        free = last + _ONE_DAY
    return [*found, (free, LAST)]


_ANY_ID = "[A-Za-z0-9._:-]+"
_LABELS = "(?:[|][^;<=]*)?"


def _called(name: str, among: str = _ANY_ID) -> str:
    """Return the pattern of a thing in ``place_names`` with this id or with a label that has these words.

    Args:
        name: the id or words.
        among: the pattern of the ids that are looked at.
    """
    other = "[^ |;<=]+ "
    label = "".join(f"(?:{other})*{word} " for word in sorted(words(name)))
    by_label = f"{among}{_LABELS}[|] {label}[^;<=]*"
    # What is no id can only be a label.
    is_id = re.fullmatch(_ANY_ID, name) and (among == _ANY_ID or among == _escaped(name))
    return f"(?:{by_label}|{_escaped(name)}{_LABELS})" if is_id else f"(?:{by_label})"


def _escaped(id: str) -> str:
    """Return the pattern of an id, as every dialect of patterns understands it."""
    return id.replace(".", "[.]")
