"""Makes up agreements of any number, as Parquet, for trying engines. None of them is real.

python examples/engines/generated.py ROWS [FOLDER]

The same number gives the same rows on every machine. Each has what was agreed by whom from one of 20,000
agreements, and its dates from another. Memory does not grow with the number: rows are written file by file.
"""

import random
import sys
import time
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from statistics import median

import attrs
import pyarrow as pa
import pyarrow.parquet as pq

import bilateral as bl
from bilateral import query as q

QUESTION = q.sphere("economic") & q.party("KAZ", capacity="government") & q.date("1996/2006")
"""What every engine is asked: what KAZ's government may have agreed on the economy in these years."""

MADE_UP = 20_000
PER_FILE, PER_GROUP = 250_000, 50_000
OF_DATES = [
    name for name in bl.frames.SCHEMA if name.startswith(("date", "signed", "in_force", "terminated"))
]

CODES = """
AFG ALB ARE ARG ARM AUS AUT AZE BEL BGR BLR BRA CAN CHE CHL CHN CUB CZE DEU DNK EGY ESP EST FIN FRA
GBR GEO GRC HUN IDN IND IRL IRN IRQ ISR ITA JPN KAZ KGZ KOR KWT LTU LVA MDA MEX MNG NLD NOR PAK POL
PRT QAT ROU RUS SAU SVK SVN SWE SYR TJK TKM TUR UKR USA UZB VNM
"""
STATES = CODES.split()
CAPACITIES = ("government",) * 6 + ("state",) * 2 + ("agency", "unrecorded")
KINDS = ("agreement",) * 6 + ("protocol", "memorandum", "exchange-of-notes", "treaty", "declaration")
SUBJECTS = (
    ("oil-gas", "oil and gas"),
    ("energy", "energy"),
    ("trade", "trade and payments"),
    ("transport", "international road transport"),
    ("education", "recognition of diplomas"),
    ("cultural", "exchange of exhibitions"),
    ("security-defence", "border security"),
    ("political", "friendship and cooperation"),
)


def report(engine: str, ask: Callable[[bool], int]) -> None:
    """Print how many agreements match, possibly and certainly, and how long an engine takes to count both."""
    times = []
    for _ in range(4):
        start = time.perf_counter()
        possible, certain = ask(False), ask(True)  # noqa: FBT003 - whether certain
        times.append(time.perf_counter() - start)
    print(f"{engine}: {possible:,} match, {certain:,} of them certainly")
    print(
        f"both counted in {times[0] * 1e3:,.1f} ms the first time, then in {median(times[1:]) * 1e3:,.1f} ms"
    )


def main() -> None:
    """Write what is asked for on the command line."""
    folder = parquet(int(sys.argv[1]), *map(Path, sys.argv[2:3]))
    size = sum(file.stat().st_size for file in folder.iterdir())
    print(f"{folder}: {int(sys.argv[1]):,} generated records, {size / 1e6:,.1f} MB")


def parquet(rows: int, folder: Path | None = None) -> Path:
    """Return a folder with a number of agreements as Parquet; it is written if it is not there yet."""
    place = folder or Path(f"generated-{rows}")
    if place.exists():
        return place
    draft = place.with_name(f"{place.name}.part")
    draft.mkdir()
    known = bl.frames.to_frame(made_up(), "pyarrow")
    for start in range(0, rows, PER_FILE):
        file = drawn(start, min(start + PER_FILE, rows))
        path = draft / f"records-{start:010}.parquet"
        pq.write_table(_table(known, file), path, compression="zstd", row_group_size=PER_GROUP)
    draft.rename(place)
    return place


def agreements(rows: int) -> Iterator[bl.Record]:
    """Yield the same agreements as objects."""
    known = made_up()
    for start in range(0, rows, PER_FILE):
        for when, what, id in drawn(start, min(start + PER_FILE, rows)):
            dates = {name: getattr(known[when], name) for name in ("signed", "in_force")}
            yield attrs.evolve(known[what], id=id, **dates)


def drawn(start: int, end: int) -> list[tuple[int, int, str]]:
    """Return whose dates, whose other columns, and which id each row of a file has; in the order of time."""
    chance = random.Random(start)  # noqa: S311 - nobody's secret
    pairs = [(int(chance.random() * MADE_UP), int(chance.random() * MADE_UP)) for _ in range(start, end)]
    return [(when, what, f"generated-{start + i:010}") for i, (when, what) in enumerate(sorted(pairs))]


def _table(known: pa.Table, file: list[tuple[int, int, str]]) -> pa.Table:
    whens, whats, ids = (pa.array(column) for column in zip(*file, strict=True))
    dates, others = known.select(OF_DATES).take(whens), known.take(whats)
    columns = {name: dates[name] if name in OF_DATES else others[name] for name in known.column_names}
    return pa.table({**columns, "id": ids})


@cache
def made_up() -> bl.Corpus:
    """Return the agreements that all others are put together from."""
    chance = random.Random(1)  # noqa: S311 - nobody's secret
    rows = [_row(i, chance) for i in range(MADE_UP)]
    columns = {name: [row[name] for row in rows] for name in rows[0]}
    return bl.frames.from_frame(pa.table(columns))


def _row(i: int, chance: random.Random) -> dict[str, object]:
    """Return an agreement as somebody would enter it in a table."""
    sphere, subject = chance.choice(SUBJECTS)
    kind = chance.choice(KINDS)
    number = chance.choice((*[2] * 9, chance.randint(3, 12)))
    parties = chance.sample(STATES, number)
    year = 1946 + int(79 * chance.random() ** 0.6)
    return {
        "id": f"made-up-{i}",
        "title": f"{kind.replace('-', ' ').capitalize()} of {' and '.join(parties)} on {subject}, no. {i}",
        "kind": kind,
        "signed": _date(chance, year),
        "in_force": chance.choice((None, str(year), str(year + 1), str(year + 2))),
        "parties": parties,
        "capacities": [f"{party} {chance.choice(CAPACITIES)}" for party in parties],
        "sphere_lineages": [_lineages()[sphere]],
    }


@cache
def _lineages() -> dict[str, str]:
    known = bl.load().spheres
    return {sphere: " ".join(each.id for each in known[sphere].lineage) for sphere, _ in SUBJECTS}


def _date(chance: random.Random, year: int) -> str | None:
    """Return a date as sources give it: mostly a day, sometimes less, sometimes two that disagree."""
    month, day = chance.randint(1, 12), chance.randint(1, 28)
    a_day, a_month = f"{year}-{month:02}-{day:02}", f"{year}-{month:02}"
    two = f"[{a_day},{year + 1}-{month:02}-{day:02}]"
    (date,) = chance.choices((a_day, a_month, f"{year}", f"{year}~", two, None), (85, 6, 3, 2, 2, 2))
    return date


if __name__ == "__main__":
    main()
