"""Counts the instructions of the main paths, and fails if one has grown by more than a third.

Usage: python benchmarks/instructions.py [--record]

Instructions and not seconds, which on a busy machine tell little. Each path is counted beside a piece of
plain Python of the same run, for interpreters differ; their ratio is compared with the recorded one.
Needs valgrind or perf.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from run import bytecode_folder

RECORDED = Path(__file__).with_suffix(".json")
GROWTH = 4 / 3
"""How many times as many instructions as recorded are too many."""


class Route(NamedTuple):
    """A statement that is counted, and what comes before it and is not."""

    setup: str
    statement: str


GENERATED = f"import sys; sys.path.insert(0, {str(Path(__file__).parent)!r}); import generated"
PATHS = {
    "plain Python": Route(
        "pass", "for i in range(20000): d = {'a': i, 'b': str(i)}; t = (d['a'], len(d['b'])); hash(t)"
    ),
    "import bilateral": Route("pass", "import bilateral"),
    "load()": Route("import bilateral", "bilateral.load()"),
    "parse dates": Route(
        "from bilateral import HistoricalDate as H",
        "for y in range(1000, 1400): H(f'{y}'); H(f'{y}-05'); H(f'{y}-05-17'); H(f'{y}~/{y + 1}-06')",
    ),
    "read people's dates": Route(
        "from bilateral import HistoricalDate as H; H.from_text('1 May 1993')",
        "for y in range(1000, 1100): H.from_text(f'16 September {y}'); H.from_text(f'before {y}')",
    ),
    "read JSON": Route(
        f"{GENERATED}; from bilateral.formats.json import dumps, loads; "
        "t = dumps(generated.corpus(200)); loads(t)",
        "loads(t)",
    ),
    "index a corpus": Route(
        f"{GENERATED}; from bilateral import query as q; c = generated.corpus(500)",
        "len(c.where(q.date('1996/2006') & q.party('KAL') & q.sphere('economic')))",
    ),
    "query a corpus": Route(
        f"{GENERATED}; from bilateral import query as q; c = generated.corpus(500); "
        "ask = lambda y: len(c.where(q.date(f'{y}/{y + 5}') & q.party('KAL'))); ask(1990)",
        "for y in range(1950, 2010): ask(y)",
    ),
    "lay out a chronology": Route(
        "import bilateral; c = bilateral.load()", "str(bilateral.Chronology(c).by('year'))"
    ),
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Count, print, and return 1 if a path has grown too much, else 0."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--record", action="store_true", help="record what is counted, to be compared with")
    options = parser.parse_args(arguments)
    version = ".".join(platform.python_version_tuple()[:2])
    counts = {name: count(path) for name, path in PATHS.items()}
    unit = counts.pop("plain Python")
    found = {name: round(number / unit, 4) for name, number in counts.items()}
    recorded = json.loads(RECORDED.read_text(encoding="utf-8")) if RECORDED.is_file() else {}
    if options.record:
        recorded[version] = found
        RECORDED.write_text(json.dumps(recorded, indent=2, sort_keys=True) + "\n", encoding="utf-8")
    if version not in recorded:
        print(f"nothing is recorded for Python {version}: record it with --record")
        return 0
    return report(found, recorded[version], unit)


def report(found: dict[str, float], recorded: dict[str, float], unit: int) -> int:
    """Print each path, and return 1 if one has grown too much or was never recorded."""
    print(f"in units of plain Python ({unit / 1e6:.1f} million instructions)")
    print(f"{'path':24} {'recorded':>9} {'now':>9} {'growth':>7}")
    failed = False
    for name, ratio in found.items():
        before = recorded.get(name)
        grown = ratio / before if before else float("inf")
        too_much = grown > GROWTH
        failed |= too_much
        print(f"{name:24} {before or 0:9.3f} {ratio:9.3f} {grown:7.2f}{' TOO MUCH' if too_much else ''}")
    return int(failed)


def count(path: Route) -> int:
    """Return how many instructions a statement takes: with it and its setup, less those of the setup."""
    whole = f"{path.setup}\n{path.statement}"
    # Once without counting: from then on all modules are read from their bytecode.
    subprocess.run([sys.executable, "-S", "-c", whole], check=True, env=environment())
    return instructions(whole) - instructions(path.setup)


def instructions(code: str) -> int:
    """Return how many instructions a fresh interpreter takes for some code."""
    with tempfile.NamedTemporaryFile("r", suffix=".txt") as file:
        python = [sys.executable, "-S", "-c", code]
        command = [*counter(file.name), *python]
        process = subprocess.run(command, capture_output=True, check=False, text=True, env=environment())
        if process.returncode:
            sys.exit(f"it cannot be counted: {process.stderr[-500:]}")
        written = file.read() + process.stderr
    # Cachegrind's "I refs: 1,234", perf's "1234,,instructions:u,...".
    match = re.search(r"I\s+refs:\s+([0-9,]+)", written) or re.search(
        r"^([0-9]+),.*instructions", written, re.MULTILINE
    )
    if match is None:
        sys.exit(f"it cannot be counted: {written[-500:]}")
    return int(match[1].replace(",", ""))


def counter(log: str) -> list[str]:
    """Return the command that counts: valgrind's if there is one, else perf's."""
    if shutil.which("valgrind"):
        return [
            "valgrind",
            "--tool=cachegrind",
            "--cache-sim=no",
            "--cachegrind-out-file=/dev/null",
            f"--log-file={log}",
        ]
    if shutil.which("perf"):
        return ["perf", "stat", "--field-separator=,", "--event=instructions:u", f"--output={log}", "--"]
    return sys.exit("counting instructions needs valgrind or perf")


def environment() -> dict[str, str]:
    """Return what makes two runs the same: one order of hashes, and modules from their bytecode."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {
        **kept,
        "PYTHONHASHSEED": "0",
        "PYTHONPATH": os.pathsep.join(sys.path[1:]),
        "PYTHONPYCACHEPREFIX": bytecode_folder(),
    }


if __name__ == "__main__":
    sys.exit(main())
