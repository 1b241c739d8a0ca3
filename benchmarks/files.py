"""Seconds of the processor for writing and reading generated records in each lossless format, and in CSV.

Usage: python benchmarks/files.py [--sizes N ...]
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from generated import corpus

from bilateral import MissingExtraError, read, write

NAMES = ("a.json", "a.jsonl", "a.parquet", "package/datapackage.json", "a.csv")


def main() -> None:
    """Print a table: what a file takes in bytes and in seconds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[100_000])
    for size in parser.parse_args().sizes:
        records = corpus(size)
        print(f"{size:,} records".ljust(24), "megabytes    write     read")
        for name in NAMES:
            with TemporaryDirectory() as folder:
                path = Path(folder, name)
                try:
                    written = _seconds(partial(write, records, path))
                except MissingExtraError as error:
                    print(name.ljust(24), error)
                    continue
                taken = "" if name == "a.csv" else f"{_seconds(partial(read, path)):8.1f}"
                megabytes = sum(each.stat().st_size for each in Path(folder).rglob("*.*")) / 1e6
            print(name.ljust(24), f"{megabytes:9.1f} {written:8.1f} {taken}")


def _seconds(action: Callable[[], object]) -> float:
    begin = time.process_time()
    action()
    return time.process_time() - begin


if __name__ == "__main__":
    main()
