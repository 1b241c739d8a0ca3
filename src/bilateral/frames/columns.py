"""The columns of a frame, asked one at a time: expressions that are never null, on every engine."""

from __future__ import annotations

import datetime
import operator
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

import attrs

from bilateral import query as q
from bilateral.errors import InvalidValueError
from bilateral.frames.schema import SCHEMA
from bilateral.frames.units import Run

if TYPE_CHECKING:
    from narwhals import Expr, Schema

FIRST, LAST = datetime.date.min, datetime.date.max
_FOUR_DIGITS = 1000


def all_of(expressions: Iterable[Expr]) -> Expr:
    """Return whether all of some expressions hold."""
    return _balanced(operator.and_, list(expressions))


def any_of(expressions: Iterable[Expr]) -> Expr:
    """Return whether any of some expressions holds."""
    return _balanced(operator.or_, list(expressions))


def _balanced(join: Callable[[Expr, Expr], Expr], expressions: list[Expr]) -> Expr:
    """Join expressions in halves: engines that write SQL by recursion would go as deep as a chain is long."""
    if len(expressions) == 1:
        return expressions[0]
    half = len(expressions) // 2
    return join(_balanced(join, expressions[:half]), _balanced(join, expressions[half:]))


@attrs.frozen(eq=False)
class Columns:
    """The columns of a frame of one schema, for one part of a query.

    Args:
        schema: the columns that there are, with their types.
        is_spark: whether literals have to be such as Spark takes.
        asked: the part of the query that is being compiled, which errors name.
    """

    schema: Schema
    is_spark: bool = False
    asked: q.Query = q.anything

    def column(self, name: str) -> Expr:
        """Return a column, once it is certain that the frame has it and that it can be asked."""
        import narwhals as nw

        expected = SCHEMA[name].type
        types = {"text": nw.String, "texts": nw.List(nw.String), "date": nw.Date, "boolean": nw.Boolean}
        if name not in self.schema:
            raise self.refusal(
                f"it needs the column {name!r} of frames.SCHEMA, which the frame does not have"
            )
        if self.schema[name] != types[expected]:
            raise self.refusal(
                f"it needs the column {name!r} as {types[expected]}, not as {self.schema[name]}; of pandas'"
                " objects, which have no list operations, frames.arrow_backed(frame) makes such columns"
            )
        return nw.col(name)

    def refusal(self, reason: str) -> InvalidValueError:
        """Return the error that the part of the query cannot be asked, and why."""
        return InvalidValueError("filter.query", self.asked, reason)

    def text(self, name: str) -> Expr:
        """Return a column of text, empty where it is null."""
        return self.column(name).fill_null("")

    def has(self, name: str, item: str) -> Expr:
        """Return whether a list holds an item."""
        return self.column(name).list.contains(item).fill_null(value=False)

    def count(self, name: str, number: int) -> Expr:
        """Return whether a list has a number of items."""
        return (self.column(name).list.len() == number).fill_null(value=False)

    def recorded(self, name: str) -> Expr:
        """Return whether a column is not null."""
        return ~self.column(name).is_null()

    def day(
        self, name: str, holds: Callable[[Any, Any], Any], day: datetime.date, *, missing: datetime.date
    ) -> Expr:
        """Return whether a comparison with a day holds, with a day of its own in place of null."""
        compared: Expr = holds(self.column(name), self._literal(day))
        # Not the missing day itself is filled in: not every engine knows the years 1 and 9999.
        return compared.fill_null(holds(missing, day))

    def _literal(self, day: datetime.date) -> Any:
        if not self.is_spark or day.year >= _FOUR_DIGITS:
            return day
        import narwhals as nw

        # PySpark hands such a year on without its leading zeros, and its own JVM then refuses it.
        return nw.lit(day.isoformat()).cast(nw.Date)

    def reaches(self, run: Run) -> Expr:
        """Return whether a record's date, gaps or not, is not all before or all after a run of days."""
        first, last = run
        halves = []
        if last < LAST:
            halves.append(self.day("date_earliest", operator.le, last, missing=FIRST))
        if first > FIRST:
            halves.append(self.day("date_latest", operator.ge, first, missing=LAST))
        return all_of(halves) if halves else self.recorded("id")
