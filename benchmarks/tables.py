"""Reading a table of other people by a mapping: rows a second and the most memory, beside csv alone."""

from __future__ import annotations

import argparse
import csv
import json
import random
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

PARTIES = [a + b + c for a in "ABCDEFG" for b in "KLMNO" for c in "RSTUV"]
TOPICS = ["trade", "energy", "culture;trade", "visas", ""]

PRELUDE = """
import json, resource, sys, time
started = time.process_time()
"""
MAPPING = """
import bilateral as bl
mapping = bl.Mapping(
    id="No", title="Title", signed="Signed", in_force="Force", parties=["First", "Second"],
    spheres=bl.Column("Topics", separator=";"),
)
"""
WAYS = {
    "csv.DictReader": """
import csv
with open(sys.argv[1], newline="", encoding="utf-8") as file:
    rows = sum(1 for _ in csv.DictReader(file))
""",
    "read_records": MAPPING
    + "rows = sum(1 for _ in bl.read_records(sys.argv[1], mapping, source='table'))\n",
    "read": MAPPING + "kept = bl.read(sys.argv[1], mapping, source='table'); rows = len(kept)\n",
}
REPORT = """
most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps([rows, time.process_time() - started, most]))
"""


def write(path: Path, rows: int) -> None:
    """Write a table of agreements between made-up parties."""
    chance = random.Random(1996)
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["No", "Title", "Signed", "Force", "First", "Second", "Topics"])
        for i in range(rows):
            year, month, day = chance.randint(1900, 2020), chance.randint(1, 12), chance.randint(1, 28)
            force = "" if chance.random() < 0.3 else f"{year + 1}-{month:02}-{day:02}"
            first, second = chance.sample(PARTIES, 2)
            title = f"Agreement number {i} on cooperation in some field"
            signed = f"{year}-{month:02}-{day:02}"
            writer.writerow([f"t{i}", title, signed, force, first, second, chance.choice(TOPICS)])


def main() -> None:
    """Measure each way of reading in a process of its own, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=1_000_000)
    rows = parser.parse_args().rows
    with TemporaryDirectory() as folder:
        path = Path(folder, "table.csv")
        write(path, rows)
        print(f"{rows:,} rows, {path.stat().st_size / 1e6:.0f} MB")
        print("| way | s of processor time | rows/s | most memory, MiB |\n| --- | --- | --- | --- |")
        for name, code in WAYS.items():
            command = [sys.executable, "-c", PRELUDE + code + REPORT, str(path)]
            told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
            read, seconds, memory = json.loads(told)
            print(f"| {name} | {seconds:.1f} | {read / seconds:,.0f} | {memory:.0f} |")


if __name__ == "__main__":
    main()
