"""Measures dates beside undate, edtf, chronologia and dateutil: speed, memory, and what each answers.

Usage: python benchmarks/dates.py [--repeat N] [--vectors FILE] [--compare]

Every peer that is installed is measured in the same run; the ratio is its time over the project's.
``--vectors`` names a file of strings that public suites call valid or not; ``--compare`` prints what each
library makes of the same inputs, as the page "Dates compared" shows it.
"""

from __future__ import annotations

import argparse
import contextlib
import gc
import io
import json
import platform
import sys
import timeit
import tracemalloc
import warnings
from collections.abc import Callable, Sequence
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

from bilateral import HistoricalDate, UnsupportedDateError
from bilateral.dates import historical

_MONTHS = range(1, 13)
_LEAST = 0.02
"""Seconds that one run takes at least, so that the clock is no matter."""

Parser = Callable[[str], Any]

TEXTS = {"day": "1993-02-24", "month": "1993-02", "year": "1993", "interval": "1992/2013", "decade": "199X"}
BUDGETS = {"undate": 500, "edtf": 1000, "chronologia": 5, "dateutil": 8}
COMPARED = (
    *("1993-01", "1993-01~", "1993?", "2004-06~-11", "199X", "156X-12-25", "1992/2013", "1993/", "1993/.."),
    *("[1993-02-24,1993-12-24]", "{1960,1961-12}", "1950S2", "2001-34", "1993-02-30", "24.02.1993"),
)


def peers() -> dict[str, Parser]:
    """Return the parsers of the peers that are installed."""
    found: dict[str, Parser] = {}
    for name, module, function in (
        ("undate", "undate", "Undate.parse"),
        ("edtf", "edtf", "parse_edtf"),
        ("chronologia", "chronologia", "parse_edtf"),
        ("dateutil", "dateutil.parser", "parse"),
    ):
        with contextlib.suppress(ImportError), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            parse = import_module(module)
            for part in function.split("."):
                parse = getattr(parse, part)
            found[name] = _with_format(parse) if name == "undate" else parse  # type: ignore[assignment]
    return found


def _with_format(parse: Any) -> Parser:
    return lambda text: parse(text, "EDTF")


def seconds(call: Callable[[], object], repeat: int) -> float:
    """Return the time of one call: the least of several runs."""
    timer = timeit.Timer(call)
    number = 1
    while timer.timeit(number) < _LEAST:
        number *= 4
    return min(timer.repeat(repeat, number)) / number


def speed(repeat: int) -> None:
    """Print how long parsing takes, beside the peers, and how long it takes once more."""
    names = list(peers())
    print(f"| parse | uncached | again | {' | '.join(names)} | ratios | budgets |")
    print(f"|{' --- |' * (len(names) + 5)}")
    for what, text in TEXTS.items():
        own = seconds(partial(historical.parsed, text), repeat)
        again = seconds(partial(HistoricalDate.parse, text), repeat)
        times = {}
        for name, parse in peers().items():
            with contextlib.suppress(Exception), contextlib.redirect_stdout(io.StringIO()):
                times[name] = seconds(partial(parse, text), max(1, repeat // 2))
        shown = [f"{times[name] * 1e6:.0f} us" if name in times else "refused" for name in names]
        ratios = [f"{times[name] / own:.0f}" if name in times else "-" for name in names]
        kept = [name for name in names if name in times and times[name] / own < BUDGETS[name]]
        limits = what in ("day", "month", "year")
        verdict = ("missed: " + ", ".join(kept) if kept else "kept") if limits else "none set"
        row = [what, f"{own * 1e6:.2f} us", f"{again * 1e6:.2f} us", *shown, ", ".join(ratios), verdict]
        print(f"| {' | '.join(row)} |")


def comparison(repeat: int) -> None:
    """Print how long a comparison and a question take."""
    a, b, c = HistoricalDate("1993-02-24"), HistoricalDate("1993-02"), HistoricalDate("1992/2013")
    calls: dict[str, Callable[[], object]] = {
        "day < month": lambda: a < b,
        "day == month": lambda: a == b,
        "day.within(month)": lambda: a.within(b),
        "day.within(interval)": lambda: a.within(c),
        "interval.overlaps(month)": lambda: c.overlaps(b),
    }
    print("\n| comparison | time |\n| --- | --- |")
    for what, call in calls.items():
        print(f"| `{what}` | {seconds(call, repeat) * 1e6:.2f} us |")


def memory() -> None:
    """Print how much room dates take, each made anew from text of its own."""
    years = range(1000, 1060)
    days = [
        f"{year:04}-{month:02}-{day:02}" for year in years for month in range(1, 13) for day in range(1, 29)
    ]
    gc.collect()
    tracemalloc.start()
    kept = [historical.parsed("".join(list(text))) for text in days]
    used, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    # The list itself is not part of its dates, the text that each holds is.
    print(f"\nmemory: {(used - sys.getsizeof(kept)) / len(kept):.0f} bytes a date (budget 200)")


def verdicts(path: Path) -> None:
    """Print how many verdicts on validity each library shares with public suites."""
    cases = json.loads(path.read_text(encoding="utf-8"))["cases"]
    print(f"\n| {len(cases)} public strings | valid, and accepted | invalid, and refused |")
    print("| --- | --- | --- |")
    for name, parse in {"bilateral": _valid, **peers()}.items():
        if name == "dateutil":
            continue
        with contextlib.redirect_stdout(io.StringIO()), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            found = [(case["valid"], _accepts(parse, case["input"])) for case in cases]
        valid, invalid = [ok for stated, ok in found if stated], [ok for stated, ok in found if not stated]
        print(f"| {name} | {sum(valid)} of {len(valid)} | {len(invalid) - sum(invalid)} of {len(invalid)} |")


def _valid(text: str) -> object:
    """Take a date beyond the years 1 to 9999 for valid: it is told apart from what is no EDTF."""
    try:
        return HistoricalDate(text)
    except UnsupportedDateError:
        return text


def _accepts(parse: Parser, text: str) -> bool:
    try:
        return parse(text) is not None
    except Exception:  # noqa: BLE001 - whatever a peer raises, it has refused
        return False


def compare() -> None:
    """Print what each library makes of the same inputs."""
    found = peers()
    del found["dateutil"]
    print(f"| input | bilateral | {' | '.join(found)} |\n|{' --- |' * (len(found) + 2)}")
    for text in COMPARED:
        row = [_shown(HistoricalDate, text), *(_shown(parse, text) for parse in found.values())]
        print(f"| `{text}` | {' | '.join(row)} |")


def _shown(parse: Parser, text: str) -> str:
    try:
        with contextlib.redirect_stdout(io.StringIO()), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            made = parse(text)
            bounds = _bounds(made)
    except Exception as error:  # noqa: BLE001 - what a peer raises is what is shown
        return f"refused ({type(error).__name__})"
    return f"`{_text(made)}`, {bounds[0]} to {bounds[1]}"


def _text(made: Any) -> str:
    if hasattr(made, "span"):
        return str(import_module("chronologia").format_edtf(made))
    return str(made.format("EDTF")) if type(made).__module__.startswith("undate") else str(made)


def _bounds(made: Any) -> tuple[str, str]:
    if hasattr(made, "span"):
        return _iso(made.span.start), f"before {_iso(made.span.end)}"
    if hasattr(made, "lower_strict"):
        return _struct(made.lower_strict()), _struct(made.upper_strict())
    return str(made.earliest), str(made.latest)


def _iso(day: Any) -> str:
    return str(day)[:10]


def _struct(moment: Any) -> str:
    return str(moment) if isinstance(moment, float) else "{:04}-{:02}-{:02}".format(*moment[:3])


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument(
        "--repeat", type=int, default=7, help="runs of which the quickest counts (default: 7)"
    )
    parser.add_argument("--vectors", type=Path, help="a JSON file of strings and what suites say of them")
    parser.add_argument("--compare", action="store_true", help="print answers to the same inputs, no times")
    options = parser.parse_args(arguments)
    if options.compare:
        compare()
        return
    print(f"Python {platform.python_version()}, {platform.machine()}, {platform.system()}\n")
    speed(options.repeat)
    comparison(options.repeat)
    memory()
    if options.vectors:
        verdicts(options.vectors)


if __name__ == "__main__":
    main()
