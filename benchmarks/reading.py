"""Measures reading JSON beside the plain reader of JSON and libraries of typed records, on generated records.

Usage: python benchmarks/reading.py [--sizes N ...] [--rounds N]

Every system reads the same text: the project into a corpus of validated records, with what they name found,
dates parsed and ids unique; ``json`` into dicts and lists; the others into typed records whose dates and
references remain text. Before anything is timed, what each has read must be what was written. Rounds are
interleaved in one process, with the garbage collector as Python starts it, and medians are compared; what was
read is let go between the rounds, untimed. The memory is that of what is kept, text of the records included,
by ``tracemalloc`` in a process of its own, so that no cache holds a part of it already.
"""

from __future__ import annotations

import argparse
import gc
import json
import platform
import subprocess
import sys
import time
import tracemalloc
from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module, metadata
from statistics import median
from typing import Any

import attrs
import generated

from bilateral import Corpus, codec
from bilateral.formats.json import loads

SIZES = [1_000, 10_000, 100_000]


class System(ABC):
    """Something that reads the text of a body of records."""

    name: str
    needs: str | None = None

    @abstractmethod
    def read(self, text: str) -> Any:
        """Return what the text holds."""

    @abstractmethod
    def plain(self, found: Any) -> list[dict[str, Any]]:
        """Return the records of what was read as plain data, in any order."""


class Project(System):
    """The project: a corpus."""

    name = "bilateral"

    def read(self, text: str) -> Corpus:
        return loads(text)

    def plain(self, found: Corpus) -> list[dict[str, Any]]:
        return [codec.encode(record) for record in found]


class Json(System):
    """The reader of JSON alone."""

    name = "json"

    def read(self, text: str) -> Any:
        return json.loads(text)

    def plain(self, found: Any) -> list[dict[str, Any]]:
        return list(found["agreements"])


@attrs.frozen
class AttrsParticipation:
    """A participation for cattrs."""

    party: str
    capacity: str | None = None


@attrs.frozen
class AttrsAgreement:
    """An agreement for cattrs."""

    id: str
    title: str
    kind: str
    place: str
    parties: tuple[AttrsParticipation, ...]
    spheres: tuple[str, ...]
    signed: str | None = None


@attrs.frozen
class AttrsDossier:
    """A body of records for cattrs."""

    agreements: list[AttrsAgreement]


class Cattrs(System):
    """cattrs as people use it: ``json.loads`` and ``cattrs.structure``."""

    name = "cattrs"

    def __init__(self) -> None:
        import cattrs

        self.structure = cattrs.structure

    def read(self, text: str) -> AttrsDossier:
        return self.structure(json.loads(text), AttrsDossier)

    def plain(self, found: AttrsDossier) -> list[dict[str, Any]]:
        return [attrs.asdict(each) for each in found.agreements]


@dataclass(frozen=True, slots=True)
class PlainParticipation:
    """A participation for pydantic and msgspec."""

    party: str
    capacity: str | None = None


@dataclass(frozen=True, slots=True)
class PlainAgreement:
    """An agreement for pydantic."""

    id: str
    title: str
    kind: str
    place: str
    parties: tuple[PlainParticipation, ...]
    spheres: tuple[str, ...]
    signed: str | None = None


@dataclass(frozen=True, slots=True)
class PlainDossier:
    """A body of records for pydantic."""

    agreements: list[PlainAgreement]


class Pydantic(System):
    """pydantic 2, onto frozen dataclasses, by its own reader of JSON."""

    name = "pydantic"
    needs = "pydantic"

    def __init__(self) -> None:
        from pydantic import TypeAdapter

        self.adapter = TypeAdapter(PlainDossier)

    def read(self, text: str) -> Any:
        return self.adapter.validate_json(text)

    def plain(self, found: PlainDossier) -> list[dict[str, Any]]:
        dumped: list[dict[str, Any]] = self.adapter.dump_python(found)["agreements"]
        return dumped


class Msgspec(System):
    """msgspec, onto frozen structs, by its own reader of JSON."""

    name = "msgspec"
    needs = "msgspec"

    def __init__(self) -> None:
        import msgspec

        optional = str | None
        participation = msgspec.defstruct(
            "Participation", [("party", str), ("capacity", optional, None)], frozen=True
        )
        # Written out, since type checkers read brackets as annotations, which a variable has no place in.
        parties = tuple.__class_getitem__((participation, ...))
        agreement = msgspec.defstruct(
            "Agreement",
            [
                *(("id", str), ("title", str), ("kind", str), ("place", str)),
                *(("parties", parties), ("spheres", tuple[str, ...]), ("signed", optional, None)),
            ],
            frozen=True,
        )
        dossier = msgspec.defstruct("Dossier", [("agreements", list.__class_getitem__(agreement))])
        self.decoder = msgspec.json.Decoder(dossier)
        self.builtins = msgspec.to_builtins

    def read(self, text: str) -> Any:
        return self.decoder.decode(text)

    def plain(self, found: Any) -> list[dict[str, Any]]:
        dumped: list[dict[str, Any]] = self.builtins(found)["agreements"]
        return dumped


SYSTEMS: list[type[System]] = [Project, Json, Cattrs, Pydantic, Msgspec]


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="numbers of records")
    parser.add_argument("--memory", metavar="SYSTEM", help="print the bytes that one system keeps, only")
    parser.add_argument("--rounds", type=int, default=9, help="rounds; the median counts")
    options = parser.parse_args(arguments)
    systems = [kind() for kind in SYSTEMS if kind.needs is None or installed(kind.needs)]
    if options.memory:
        (system,) = (each for each in systems if each.name == options.memory)
        print(kept(system, written(*options.sizes)))
        return 0
    print(f"Python {platform.python_version()}, {platform.machine()}; {versions()}\n")
    for missing in {kind.name for kind in SYSTEMS} - {each.name for each in systems}:
        print(f"({missing} is not installed, so it is left out)\n")
    print("| records | system | ms | us a record | peer/project | bytes a record | peer/project |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    for size in options.sizes:
        text = written(size)
        check(systems, text)
        memory = {system.name: kept_alone(system, size) for system in systems}
        report(size, measure(systems, text, options.rounds), memory)
    return 0


def written(size: int) -> str:
    """Return the text of so many records."""
    return json.dumps(generated.dossier(size), ensure_ascii=False, indent=1)


def check(systems: Sequence[System], text: str) -> None:
    """Check that all read what was written.

    Raises:
        SystemExit: if one does not.
    """
    expected = [_shown(each) for each in json.loads(text)["agreements"]]
    for system in systems:
        found = sorted(map(_shown, system.plain(system.read(text))))
        if found != expected:
            raise SystemExit(f"{system.name} reads something else than what was written")


def _shown(record: Any) -> str:
    """Return a record as text that begins with its id, keys in order, and without what is None."""

    def bare(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: bare(value[key]) for key in sorted(value) if value[key] is not None}
        return [bare(each) for each in value] if isinstance(value, (list, tuple)) else value

    return f"{record['id']}: {json.dumps(bare(record))}"


def measure(systems: Sequence[System], text: str, rounds: int) -> dict[str, float]:
    """Return the median time that each takes to read a text, in seconds."""
    taken: dict[str, list[float]] = {system.name: [] for system in systems}
    for _ in range(rounds):
        for system in systems:
            gc.collect()
            start = time.perf_counter()
            found = system.read(text)
            taken[system.name].append(time.perf_counter() - start)
            del found
    return {name: median(times) for name, times in taken.items()}


def kept(system: System, text: str) -> int:
    """Return how many bytes what was read takes, in the project with the index that answers questions."""
    gc.collect()
    tracemalloc.start()
    found = system.read(text)
    if isinstance(found, Corpus):
        # A question of each kind that its records allow, so that the index has what it needs for them.
        len(found.where(party=generated.PARTIES[0], sphere="economic", kind="treaty", date="1990/1999"))
    gc.collect()
    size, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return size


def kept_alone(system: System, size: int) -> int:
    """Return how many bytes a system keeps, asked in a process of its own."""
    command = [sys.executable, __file__, "--memory", system.name, "--sizes", str(size)]
    return int(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def report(size: int, times: dict[str, float], memory: dict[str, int]) -> None:
    """Print what each system takes, and how it compares."""
    for name, seconds in times.items():
        time_ratio = f"{seconds / times['bilateral']:.2f}"
        memory_ratio = f"{memory[name] / memory['bilateral']:.2f}"
        each = f"{seconds * 1e3:.4g} | {seconds / size * 1e6:.1f} | {time_ratio}"
        print(f"| {size:,} | {name} | {each} | {memory[name] / size:.0f} | {memory_ratio} |", flush=True)


def installed(name: str) -> bool:
    """Return whether a library can be imported."""
    try:
        import_module(name)
    except ImportError:
        return False
    return True


def versions() -> str:
    """Return what is measured, with its version."""
    names = ("bilateral", "attrs", "cattrs", "pydantic", "msgspec")
    return ", ".join(f"{name} {metadata.version(name)}" for name in names if installed(name))


if __name__ == "__main__":
    sys.exit(main())
