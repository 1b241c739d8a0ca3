"""Measures the budgets of start-up and loading beside their peers, in one run, and prints the ratios.

Usage: python benchmarks/run.py [--repeat N] [--no-budgets]
"""

from __future__ import annotations

import argparse
import atexit
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import cache
from importlib import metadata
from statistics import median
from typing import NamedTuple

Times = dict[str, float]


class Budget(NamedTuple):
    """What a measured time may be, given the times of the same run."""

    what: str
    project: str
    peer: str | None
    limit: Callable[[Times], float]
    terms: str


# Timed inside a fresh interpreter, from before the statement until after it.
STATEMENTS = {
    "import bilateral": "import bilateral",
    "first use of a model class": "import bilateral; bilateral.Agreement",
    "load(), first time": "import bilateral; bilateral.load()",
    "import attrs": "import attrs",
    "import attrs, cattrs": "import attrs, cattrs",
    "import undate": "import undate",
    "import edtf": "import edtf",
    "import pycountry": "import pycountry",
}
WARM_LOAD = "load(), warm"

# Timed from outside: a whole process, from its start to its end.
PROCESSES = {
    "python -c pass": ["-c", "pass"],
    'python -c "import attrs"': ["-c", "import attrs"],
    "python -m bilateral": ["-m", "bilateral"],
}

MILLISECOND = 1e-3
BUDGETS = [
    *(
        Budget("import", "import bilateral", f"import {peer}", lambda _: 3 * MILLISECOND, "3 ms")
        for peer in ("attrs", "attrs, cattrs", "undate", "edtf", "pycountry")
    ),
    Budget(
        "model",
        "first use of a model class",
        "import attrs",
        lambda times: times["import attrs"] + 10 * MILLISECOND,
        "peer + 10 ms",
    ),
    Budget("load", WARM_LOAD, None, lambda _: 3 * MILLISECOND, "3 ms"),
    Budget(
        "command",
        "python -m bilateral",
        'python -c "import attrs"',
        lambda times: 2.5 * times['python -c "import attrs"'],
        "2.5 x peer",
    ),
]


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print, and return 1 if a budget is exceeded, else 0."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--repeat", type=int, default=21, help="rounds; the median counts (default: 21)")
    parser.add_argument("--no-budgets", action="store_true", help="report exceeded budgets without failing")
    options = parser.parse_args(arguments)

    times = measure(options.repeat)
    print(
        f"{platform.python_implementation()} {platform.python_version()}, {platform.machine()};", versions()
    )
    print(f"median of {options.repeat} rounds, milliseconds\n")
    for name, seconds in times.items():
        print(f"{name:28} {seconds / MILLISECOND:9.2f}")
    exceeded = report(times)
    return 1 if exceeded and not options.no_budgets else 0


def measure(rounds: int) -> Times:
    """Return the median time of everything that can be measured here, in seconds.

    Rounds are interleaved, so that a slow moment of the machine falls on project and peers alike.
    """
    statements = {name: code for name, code in STATEMENTS.items() if inside(code) is not None}
    taken: dict[str, list[float]] = {}
    for command in PROCESSES.values():
        outside(command)
    for _ in range(rounds):
        for name, code in statements.items():
            taken.setdefault(name, []).append(inside(code) or 0.0)
        warm = inside("bilateral.load()", "import bilateral; bilateral.load()")
        taken.setdefault(WARM_LOAD, []).append(warm or 0.0)
        for name, command in PROCESSES.items():
            taken.setdefault(name, []).append(outside(command))
    return {name: median(values) for name, values in taken.items()}


def inside(statement: str, setup: str = "pass") -> float | None:
    """Return how long a statement takes in a fresh interpreter, in seconds; None if it cannot be run."""
    timed = (
        f"from time import perf_counter\nstart = perf_counter()\n{statement}\nprint(perf_counter() - start)"
    )
    process = python(["-W", "ignore", "-c", f"{setup}\n{timed}"])
    return float(process.stdout) if process.returncode == 0 else None


def outside(command: Sequence[str]) -> float:
    """Return how long a whole process takes, in seconds."""
    start = time.perf_counter()
    python(command).check_returncode()
    return time.perf_counter() - start


def python(command: Sequence[str]) -> subprocess.CompletedProcess[str]:
    """Run this interpreter bare: without ``site``, whose .pth files may have imported half of it already.

    Every module is read from its bytecode after its first import, as it is once it is installed.
    """
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return subprocess.run(
        [sys.executable, "-S", *command],
        capture_output=True,
        text=True,
        check=False,
        cwd=tempfile.gettempdir(),
        env={
            **environment,
            "PYTHONPATH": os.pathsep.join(sys.path[1:]),
            "PYTHONPYCACHEPREFIX": bytecode_folder(),
        },
    )


@cache
def bytecode_folder() -> str:
    """Return a folder for bytecode that is there until the end of this process."""
    folder = tempfile.mkdtemp()
    atexit.register(shutil.rmtree, folder)
    return folder


def report(times: Times) -> int:
    """Print each budget with peer, project and ratio, and return how many are exceeded."""
    print(f"\n{'what':9} {'project':28} {'ms':>8}  {'peer':26} {'ms':>8} {'peer/project':>13}  budget")
    exceeded = 0
    for budget in BUDGETS:
        project = times[budget.project]
        start = f"{budget.what:9} {budget.project:28} {project / MILLISECOND:8.2f}"
        if budget.peer is not None and budget.peer not in times:
            print(f"{start}  {budget.peer:26} not installed")
            continue
        peer = times[budget.peer] if budget.peer else None
        beside = f"{peer / MILLISECOND:8.2f} {peer / project:13.1f}" if peer else f"{'':22}"
        kept = project <= budget.limit(times)
        exceeded += not kept
        print(f"{start}  {budget.peer or '':26} {beside}  {budget.terms}: {'kept' if kept else 'EXCEEDED'}")
    return exceeded


def versions() -> str:
    """Return what is measured, with its version."""
    found = []
    for name in ("bilateral", "attrs", "cattrs", "undate", "edtf", "pycountry"):
        try:
            found.append(f"{name} {metadata.version(name)}")
        except metadata.PackageNotFoundError:
            continue
    return ", ".join(found)


if __name__ == "__main__":
    sys.exit(main())
