"""Measures queries beside dataframes, databases and plain Python, on generated records.

Usage: python benchmarks/queries.py [--sizes N ...] [--rounds N] [--seconds S]

Every system holds the same records in the encoding that suits it best, and answers the same questions: how
many records match, which ids they have, which objects they are. Before anything is timed, all must name the
same ids. What they are asked with (a query of the project, an expression, SQL) is made before, and no answer
is kept. Rounds are interleaved in one process, each begins with another system, and medians are compared; the
project works out what surely matches as well as what is not ruled out, the others the latter alone.
"""

from __future__ import annotations

import argparse
import gc
import math
import platform
import sqlite3
import sys
import time
import warnings
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Sequence
from importlib import import_module, metadata
from statistics import median
from typing import Any, NamedTuple

import generated

from bilateral import Chronology, Corpus, HistoricalDate
from bilateral import query as q
from bilateral.analysis import by_year
from bilateral.model import Record

SIZES = [10_000, 100_000, 1_000_000]
ALWAYS = (1, 3_652_059)
"""The first and the last day, as ordinals: between them lies what has no date."""


_CALLS, _BURST = 9, 0.01
"""One measurement is of so many calls, or of so many seconds."""


class Question(NamedTuple):
    """A question in words that every system can be asked in.

    Attributes:
        name: what it is called in the table.
        query: the question as the project asks it.
        all_of: groups of columns; of each group a record has at least one.
        none_of: columns that a record has not.
        days: the days in which its date may lie; None for any.
    """

    name: str
    query: q.Query
    all_of: tuple[tuple[str, ...], ...]
    none_of: tuple[str, ...] = ()
    days: tuple[int, int] | None = None

    @property
    def columns(self) -> list[str]:
        """All columns that are asked for."""
        return [*(column for group in self.all_of for column in group), *self.none_of]


def _days(text: str) -> tuple[int, int]:
    date = HistoricalDate(text)
    return date.earliest.toordinal(), date.latest.toordinal()


def questions() -> list[Question]:
    """Return the questions, from one value to a composed query."""
    one, other, rare = generated.PARTIES[0], generated.PARTIES[3], generated.PARTIES[150]
    years = "1990/1999"
    return [
        Question("party", q.party(one), ((f"party {one}",),)),
        Question("sphere", q.sphere("economic"), (("sphere economic",),)),
        Question("party, years", q.party(one) & q.date(years), ((f"party {one}",),), days=_days(years)),
        Question(
            "rare party, years", q.party(rare) & q.date(years), ((f"party {rare}",),), days=_days(years)
        ),
        Question(
            "sphere, years", q.sphere("energy") & q.date(years), (("sphere energy",),), days=_days(years)
        ),
        Question("two parties", q.bilateral(one, other), ((f"party {one}",), (f"party {other}",))),
        Question(
            "party, sphere, kind, years",
            q.party(one) & q.sphere("economic") & q.kind("treaty") & q.date("1960/1999"),
            ((f"party {one}",), ("sphere economic",), ("kind treaty",)),
            days=_days("1960/1999"),
        ),
        Question(
            "either party, not a kind",
            (q.party(one) | q.party(other)) & ~q.kind("agreement") & q.sphere("political"),
            ((f"party {one}", f"party {other}"), ("sphere political",)),
            none_of=("kind agreement",),
        ),
    ]


class Table:
    """What all systems are given: the records, and the values of each row.

    Args:
        corpus: the records.
    """

    def __init__(self, corpus: Corpus) -> None:
        self.records: list[Record] = list(corpus)
        self.ids = [record.id for record in self.records]
        dates = [None if each.date is None else each.date for each in self.records]
        self.earliest = [ALWAYS[0] if each is None else each.earliest.toordinal() for each in dates]
        self.latest = [ALWAYS[1] if each is None else each.latest.toordinal() for each in dates]
        # As analysis.by_year counts: only what is surely of one year.
        self.years = [
            each.earliest.year if each is not None and each.earliest.year == each.latest.year else None
            for each in dates
        ]
        self.parties = [[each.party.id for each in record.parties] for record in self.records]
        self.spheres = [
            sorted({wider.id for sphere in record.spheres for wider in sphere.lineage})
            for record in self.records
        ]
        self.kinds = [str(record.kind) for record in self.records]

    def column(self, name: str) -> list[bool]:
        """Return which rows have a value."""
        field, value = name.split(" ", 1)
        if field == "kind":
            return [kind == value for kind in self.kinds]
        return [value in values for values in (self.parties if field == "party" else self.spheres)]

    def objects(self, rows: Iterable[int]) -> list[Record]:
        """Return the records of some rows."""
        return [self.records[row] for row in rows]


class System(ABC):
    """Something that answers the questions.

    Args:
        table: the records.
        columns: all columns that will be asked for.
    """

    name: str
    needs: str | None = None
    as_written = False
    """Whether it holds lists and joins, as people write them, instead of a column for each value."""

    def __init__(self, table: Table, columns: Sequence[str]) -> None:
        self.table = table
        self._ready: dict[str, Any] = {}
        self.prepare(columns)

    def ready(self, question: Question) -> Any:
        """Return what the system is asked with, made once for each question."""
        if question.name not in self._ready:
            self._ready[question.name] = self.written(question)
        return self._ready[question.name]

    def written(self, question: Question) -> Any:
        """Return a question as the system takes it."""
        raise NotImplementedError

    @abstractmethod
    def prepare(self, columns: Sequence[str]) -> None:
        """Build what the system needs."""

    @abstractmethod
    def count(self, question: Question) -> int:
        """Return how many records match."""

    @abstractmethod
    def rows(self, question: Question) -> Sequence[int]:
        """Return the rows that match."""

    def ids(self, question: Question) -> list[str]:
        """Return the ids that match."""
        ids = self.table.ids
        return [ids[row] for row in self.rows(question)]

    def objects(self, question: Question) -> list[Any]:
        """Return the records that match."""
        return self.table.objects(self.rows(question))


class Project(System):
    """The project's own index."""

    name = "bilateral"

    def prepare(self, columns: Sequence[str]) -> None:
        self.corpus = Corpus(self.table.records)

    def count(self, question: Question) -> int:
        return len(self.corpus.where(question.query))

    def rows(self, question: Question) -> Sequence[int]:
        raise NotImplementedError

    def ids(self, question: Question) -> list[str]:
        return [record.id for record in self.corpus.where(question.query)]

    def objects(self, question: Question) -> list[Any]:
        return list(self.corpus.where(question.query))


class Comprehension(System):
    """A list comprehension over the objects."""

    name = "comprehension"
    as_written = True

    def prepare(self, columns: Sequence[str]) -> None:
        pass

    @staticmethod
    def _has(record: Record, column: str) -> bool:
        field, value = column.split(" ", 1)
        if field == "party":
            return any(each.party.id == value for each in record.parties)
        if field == "sphere":
            return any(wider.id == value for sphere in record.spheres for wider in sphere.lineage)
        return record.kind == value

    def _matches(self, record: Record, question: Question) -> bool:
        if question.days is not None and record.date is not None:
            first, last = question.days
            if record.date.earliest.toordinal() > last or record.date.latest.toordinal() < first:
                return False
        return all(any(self._has(record, each) for each in group) for group in question.all_of) and not any(
            self._has(record, each) for each in question.none_of
        )

    def count(self, question: Question) -> int:
        return sum(1 for record in self.table.records if self._matches(record, question))

    def rows(self, question: Question) -> Sequence[int]:
        return [i for i, record in enumerate(self.table.records) if self._matches(record, question)]


class PandasBooleans(System):
    """pandas with a boolean column for each value."""

    name = "pandas, booleans"
    needs = "pandas"

    def prepare(self, columns: Sequence[str]) -> None:
        import numpy as np
        import pandas as pd

        self.nonzero = np.flatnonzero
        self.frame = pd.DataFrame(
            {
                "earliest": np.array(self.table.earliest, dtype="int32"),
                "latest": np.array(self.table.latest, dtype="int32"),
                **{name: np.array(self.table.column(name)) for name in columns},
            }
        )

    def _mask(self, question: Question) -> Any:
        mask: Any = None
        for group in question.all_of:
            some = self.frame[group[0]]
            for name in group[1:]:
                some = some | self.frame[name]
            mask = some if mask is None else mask & some
        for name in question.none_of:
            mask = mask & ~self.frame[name]
        if question.days is not None:
            mask = mask & (self.frame["earliest"] <= question.days[1])
            mask = mask & (self.frame["latest"] >= question.days[0])
        return mask

    def count(self, question: Question) -> int:
        return int(self._mask(question).sum())

    def rows(self, question: Question) -> Sequence[int]:
        found: list[int] = self.nonzero(self._mask(question).to_numpy()).tolist()
        return found


class PandasExploded(System):
    """pandas with a row for each party and sphere of a record."""

    name = "pandas, exploded"
    needs = "pandas"
    as_written = True

    def prepare(self, columns: Sequence[str]) -> None:
        import pandas as pd

        self.frame = pd.DataFrame(
            {"earliest": self.table.earliest, "latest": self.table.latest, "kind": self.table.kinds}
        )
        self.long = {
            field: pd.DataFrame({"value": values}).explode("value")
            for field, values in (("party", self.table.parties), ("sphere", self.table.spheres))
        }

    def _frame(self, question: Question) -> Any:
        frame = self.frame
        if question.days is not None:
            frame = frame[(frame.earliest <= question.days[1]) & (frame.latest >= question.days[0])]
        for group, wanted in [
            *((g, True) for g in question.all_of),
            *(((n,), False) for n in question.none_of),
        ]:
            field = group[0].split(" ", 1)[0]
            values = [name.split(" ", 1)[1] for name in group]
            if field == "kind":
                mask = frame.kind.isin(values)
            else:
                long = self.long[field]
                mask = frame.index.isin(long.index[long.value.isin(values)])
            frame = frame[mask if wanted else ~mask]
        return frame

    def count(self, question: Question) -> int:
        return len(self._frame(question))

    def rows(self, question: Question) -> Sequence[int]:
        found: list[int] = self._frame(question).index.tolist()
        return found


class PolarsBooleans(System):
    """polars with a boolean column for each value."""

    name = "polars, booleans"
    needs = "polars"

    def prepare(self, columns: Sequence[str]) -> None:
        import polars as pl

        self.pl = pl
        self.frame = pl.DataFrame(
            {
                "row": pl.Series(range(len(self.table.ids)), dtype=pl.UInt32),
                "earliest": pl.Series(self.table.earliest, dtype=pl.Int32),
                "latest": pl.Series(self.table.latest, dtype=pl.Int32),
                "year": pl.Series(self.table.years, dtype=pl.Int32),
                **{name: self.table.column(name) for name in columns},
            }
        )

    def _has(self, column: str) -> Any:
        return self.pl.col(column)

    def written(self, question: Question) -> Any:
        pl = self.pl
        parts = []
        for group in question.all_of:
            some = self._has(group[0])
            for name in group[1:]:
                some = some | self._has(name)
            parts.append(some)
        parts += [~self._has(name) for name in question.none_of]
        if question.days is not None:
            parts += [pl.col("earliest") <= question.days[1], pl.col("latest") >= question.days[0]]
        expression = parts[0]
        for part in parts[1:]:
            expression = expression & part
        return expression, expression.sum()

    def count(self, question: Question) -> int:
        _, number = self.ready(question)
        return int(self.frame.select(number).item())

    def rows(self, question: Question) -> Sequence[int]:
        matches, _ = self.ready(question)
        found: list[int] = self.frame.filter(matches)["row"].to_list()
        return found


class PolarsLists(PolarsBooleans):
    """polars with list columns."""

    name = "polars, lists"
    as_written = True

    def prepare(self, columns: Sequence[str]) -> None:
        super().prepare([])
        self.frame = self.frame.with_columns(
            self.pl.Series("party", self.table.parties),
            self.pl.Series("sphere", self.table.spheres),
            self.pl.Series("kind", self.table.kinds),
        )

    def _has(self, column: str) -> Any:
        field, value = column.split(" ", 1)
        of = self.pl.col(field)
        return of == value if field == "kind" else of.list.contains(value)


class DuckBooleans(System):
    """DuckDB with a boolean column for each value."""

    name = "DuckDB, booleans"
    needs = "duckdb"

    def prepare(self, columns: Sequence[str]) -> None:
        import duckdb
        import pyarrow as pa

        given = pa.table(  # noqa: F841 - DuckDB finds it by its name
            {
                "row": pa.array(range(len(self.table.ids)), pa.int32()),
                "earliest": pa.array(self.table.earliest, pa.int32()),
                "latest": pa.array(self.table.latest, pa.int32()),
                **self.values(columns),
            }
        )
        self.database = duckdb.connect()
        self.database.execute("create table records as select * from given")

    def values(self, columns: Sequence[str]) -> dict[str, Any]:
        """Return the columns of the values."""
        return {name: self.table.column(name) for name in columns}

    def _has(self, column: str) -> str:
        return f'"{column}"'

    def written(self, question: Question) -> str:
        parts = [f"({' or '.join(map(self._has, group))})" for group in question.all_of]
        parts += [f"not {self._has(name)}" for name in question.none_of]
        if question.days is not None:
            parts.append(f"earliest <= {question.days[1]} and latest >= {question.days[0]}")
        return " and ".join(parts)

    def count(self, question: Question) -> int:
        found = self.database.execute(f"select count(*) from records where {self.ready(question)}")  # noqa: S608
        return int(found.fetchall()[0][0])

    def rows(self, question: Question) -> Sequence[int]:
        found = self.database.execute(f"select row from records where {self.ready(question)}")  # noqa: S608
        rows: list[int] = found.fetchnumpy()["row"].tolist()
        return rows


class DuckLists(DuckBooleans):
    """DuckDB with list columns."""

    name = "DuckDB, lists"
    as_written = True

    def values(self, columns: Sequence[str]) -> dict[str, Any]:
        return {"party": self.table.parties, "sphere": self.table.spheres, "kind": self.table.kinds}

    def _has(self, column: str) -> str:
        field, value = column.split(" ", 1)
        return f"kind = '{value}'" if field == "kind" else f"list_contains({field}, '{value}')"


class Sqlite(System):
    """sqlite with a table of records and one of their values, and an index of each."""

    name = "sqlite, indexes"

    def prepare(self, columns: Sequence[str]) -> None:
        self.database = sqlite3.connect(":memory:")
        self.database.executescript(
            "create table records (row integer primary key, earliest int, latest int);"
            "create table had (value text, row int, primary key (value, row)) without rowid;"
        )
        days = zip(range(len(self.table.ids)), self.table.earliest, self.table.latest, strict=True)
        self.database.executemany("insert into records values (?, ?, ?)", days)
        for name in columns:
            held = ((name, row) for row, has in enumerate(self.table.column(name)) if has)
            self.database.executemany("insert into had values (?, ?)", held)
        self.database.execute("create index days on records (earliest, latest)")
        self.database.execute("analyze")

    def written(self, question: Question) -> tuple[str, list[Any]]:
        conditions: list[str] = []
        values: list[Any] = []
        for group in question.all_of:
            marks = ", ".join("?" * len(group))
            conditions.append(f"row in (select row from had where value in ({marks}))")  # noqa: S608
            values += group
        for name in question.none_of:
            conditions.append("row not in (select row from had where value = ?)")
            values.append(name)
        if question.days is not None:
            conditions.append(f"earliest <= {question.days[1]} and latest >= {question.days[0]}")
        return f"from records where {' and '.join(conditions)}", values

    def count(self, question: Question) -> int:
        sql, values = self.ready(question)
        return int(self.database.execute(f"select count(*) {sql}", values).fetchone()[0])

    def rows(self, question: Question) -> Sequence[int]:
        sql, values = self.ready(question)
        return [row for (row,) in self.database.execute(f"select row {sql}", values)]


class Ducks(System):
    """ducks, an index of Python objects, with a function for each value."""

    name = "ducks"
    needs = "ducks"

    def prepare(self, columns: Sequence[str]) -> None:
        from ducks import FrozenDex

        held = {name: self.table.column(name) for name in columns}
        self.on: dict[str, Callable[[int], Any]] = {
            "earliest": self.table.earliest.__getitem__,
            "latest": self.table.latest.__getitem__,
            **{name: values.__getitem__ for name, values in held.items()},
        }
        # Rows stand for the records: a method of a list is then as quick an attribute as there can be.
        self.numbers = list(range(len(self.table.ids)))
        self.dex = FrozenDex(self.numbers, list(self.on.values()))

    def rows(self, question: Question) -> Sequence[int]:
        asked: dict[Any, Any] = {}
        unions: list[set[int]] = []
        for group in question.all_of:
            if len(group) == 1:
                asked[self.on[group[0]]] = True
            else:
                unions.append({row for name in group for row in self.dex[{self.on[name]: True}]})
        for name in question.none_of:
            asked[self.on[name]] = False
        if question.days is not None:
            asked[self.on["earliest"]] = {"<=": question.days[1]}
            asked[self.on["latest"]] = {">=": question.days[0]}
        found: list[int] = self.dex[asked]
        return [row for row in found if all(row in union for union in unions)] if unions else found

    def count(self, question: Question) -> int:
        return len(self.rows(question))


SYSTEMS: list[type[System]] = [
    *(Project, PandasBooleans, PolarsBooleans, DuckBooleans, Sqlite, Ducks),
    *(Comprehension, PandasExploded, PolarsLists, DuckLists),
]
OUTPUTS = ("count", "ids", "objects")


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="numbers of records")
    parser.add_argument("--rounds", type=int, default=15, help="most rounds; the median counts")
    parser.add_argument("--seconds", type=float, default=4.0, help="a slow system is asked for so long")
    options = parser.parse_args(arguments)
    warnings.simplefilter("ignore")
    print(f"Python {platform.python_version()}, {platform.machine()}; {versions()}\n")
    growth: dict[tuple[str, str], dict[int, float]] = {}
    for size in options.sizes:
        measured = measure(size, options.rounds, options.seconds)
        report(size, measured)
        for (system, question, output), taken in measured.items():
            if system == Project.name:
                growth.setdefault((question, output), {})[size] = taken
    if len(options.sizes) > 1:
        report_growth(growth)
    return 0


Measured = dict[tuple[str, str, str], float]


def measure(size: int, rounds: int, seconds: float) -> Measured:
    """Return the median time of every system, question and output, in seconds."""
    asked = questions()
    columns = sorted({column for question in asked for column in question.columns})
    started = time.perf_counter()
    corpus = generated.corpus(size)
    table = Table(corpus)
    del corpus
    print(f"## {size:,} records\n", flush=True)
    systems = [kind(table, columns) for kind in SYSTEMS if kind.needs is None or installed(kind.needs)]
    asked = [question for question in asked if found_alike(systems, question)]
    print(f"(made and checked in {time.perf_counter() - started:.0f} s)\n", flush=True)
    taken: dict[tuple[str, str, str], list[float]] = {}
    gc.collect()
    gc.freeze()
    for turn in range(rounds):
        # Whoever comes first finds the records far from the processor; it is another one in each round.
        first = turn % len(systems)
        for question in asked:
            for output in OUTPUTS:
                for system in systems[first:] + systems[:first]:
                    kept = taken.setdefault((system.name, question.name, output), [])
                    if sum(kept) < seconds:
                        kept.append(timed(getattr(system, output), question))
    others(systems, rounds, taken)
    gc.unfreeze()
    return {key: median(values) for key, values in taken.items()}


def others(systems: Sequence[System], rounds: int, taken: dict[tuple[str, str, str], list[float]]) -> None:
    """Measure the groups by year: of the records of one party, and of all."""
    by_name = {system.name: system for system in systems}
    project, polars = by_name["bilateral"], by_name.get("polars, booleans")
    if not isinstance(project, Project) or not isinstance(polars, PolarsBooleans):
        return
    party = generated.PARTIES[0]
    corpus = project.corpus
    frame, pl = polars.frame, polars.pl

    def ours_of_one() -> dict[int, int]:
        years = by_year(corpus.where(q.party(party))).years
        return {int(each.value): each.at_least for each in years if each.at_least}

    def theirs_of_one() -> dict[int, int]:
        chosen = frame.filter(pl.col(f"party {party}") & pl.col("year").is_not_null())
        return dict(chosen.group_by("year").len().iter_rows())

    def ours_of_all() -> int:
        return sum(len(section.entries) for section in Chronology(corpus).by("year").sections)

    def theirs_of_all() -> int:
        return int(frame.group_by("year").len()["len"].sum())

    for name, ours, theirs in [
        ("counts of a party by year", ours_of_one, theirs_of_one),
        ("sections of all by year", ours_of_all, theirs_of_all),
    ]:
        if ours() != theirs():
            raise SystemExit(f"{name}: {ours()} is not {theirs()}")
        for _ in range(rounds):
            taken.setdefault((project.name, name, "count"), []).append(timed(ours))
            taken.setdefault((polars.name, name, "count"), []).append(timed(theirs))


def timed(run: Callable[..., object], *arguments: object) -> float:
    """Return the median time of a few calls in a row, in seconds; what they return is let go in between.

    A first call finds the caches of the processor full of what another system left there.
    """
    taken: list[float] = []
    while len(taken) < _CALLS and sum(taken) < _BURST:
        start = time.perf_counter()
        kept = run(*arguments)
        taken.append(time.perf_counter() - start)
        del kept
    return median(taken)


def found_alike(systems: Sequence[System], question: Question) -> bool:
    """Return whether anything matches, so that there is something to measure.

    Raises:
        SystemExit: if two systems do not find the same records.
    """
    expected = sorted(systems[0].ids(question))
    for system in systems:
        found = sorted(system.ids(question))
        if found != expected or system.count(question) != len(expected):
            raise SystemExit(f"{system.name} finds {len(found)} of {question.name}, not {len(expected)}")
        if len(system.objects(question)) != len(expected):
            raise SystemExit(f"{system.name} finds other objects of {question.name}")
    if not expected:
        print(f"(nothing matches {question.name}, so it is left out)\n")
    return bool(expected)


def installed(name: str) -> bool:
    """Return whether a library can be imported."""
    try:
        import_module(name)
    except ImportError:
        return False
    return True


def report(size: int, measured: Measured) -> None:
    """Print what each system takes, and how it compares."""
    names = list(dict.fromkeys(system for system, _, _ in measured))
    written = {kind.name for kind in SYSTEMS if kind.as_written}
    print("| question | what | " + " | ".join(names) + " | fastest peer | as written |")
    print("| --- | --- |" + " --- |" * (len(names) + 2))
    for question, output in dict.fromkeys((question, output) for _, question, output in measured):
        times = {name: measured.get((name, question, output)) for name in names}
        own = times["bilateral"] or 0.0
        peers = {name: each for name, each in times.items() if each is not None and name != "bilateral"}
        frames = [each for name, each in peers.items() if name in written]
        ratios = [f"{min(peers.values()) / own:.1f} x", f"{min(frames) / own:.0f} x" if frames else ""]
        cells = ["" if each is None else milliseconds(each) for each in times.values()]
        print(f"| {question} | {output} | {' | '.join([*cells, *ratios])} |")
    print(f"\nmilliseconds; {size:,} records\n", flush=True)


def report_growth(growth: dict[tuple[str, str], dict[int, float]]) -> None:
    """Print how the project's times grow with the number of records."""
    print("## Growth\n\n| question | what | exponent |\n| --- | --- | --- |")
    for (question, output), times in growth.items():
        (low, first), *_, (high, last) = sorted(times.items())
        print(f"| {question} | {output} | {math.log(last / first) / math.log(high / low):.2f} |")
    print("\n1 is a time that grows as the number of records does, 0 one that does not grow.\n")


def milliseconds(seconds: float) -> str:
    """Return a time for a table."""
    return f"{seconds * 1e3:.3g}"


def versions() -> str:
    """Return what is measured, with its version."""
    names = ("bilateral", "pandas", "polars", "duckdb", "ducks")
    found = [f"{name} {metadata.version(name)}" for name in names if name == "bilateral" or installed(name)]
    return ", ".join([*found, f"sqlite {sqlite3.sqlite_version}"])


if __name__ == "__main__":
    sys.exit(main())
