"""How long the tools of `bilateral.analysis` take on a corpus of the size of the World Treaty Index.

Usage: python benchmarks/analysis.py [--records 61365] [--index FILE.csv]. Without an index, all is generated.
"""

from __future__ import annotations

import argparse
import csv
from collections.abc import Callable, Sequence
from itertools import islice
from time import perf_counter
from typing import Any

from generated import corpus as generated

from bilateral import Agreement, Corpus
from bilateral.analysis import comparison, content, network, periods

Tool = Callable[[Corpus], Any]

TOOLS: dict[str, Tool] = {
    "periods.by_year": periods.by_year,
    "periods.cumulative": periods.cumulative,
    'periods.activity(by="sphere")': lambda corpus: periods.activity(corpus, by="sphere"),
    'periods.activity(by="party")': lambda corpus: periods.activity(corpus, by="party"),
    'periods.activity(by="level")': lambda corpus: periods.activity(corpus, by="level"),
    "periods.stages": periods.stages,
    "periods.waiting": periods.waiting,
    "comparison.corpora (two periods)": lambda corpus: comparison.corpora(
        {"early": corpus.where(date="1945/1969"), "late": corpus.where(date="1970/2020")}
    ),
    "content.coding": content.coding,
    "content.concordance": lambda corpus: content.concordance(corpus, "trad*"),
    "content.keyness (two periods)": lambda corpus: content.keyness(
        corpus.where(date="1945/1969"), corpus.where(date="1970/2020")
    ),
    "network.ties": network.ties,
    "network.in_force": lambda corpus: network.in_force(corpus, "1975-06-01"),
    'network.centrality(measure="strength")': lambda corpus: network.centrality(corpus, measure="strength"),
    'network.centrality(measure="betweenness")': lambda corpus: network.centrality(
        corpus, measure="betweenness"
    ),
    "network.graph": network.graph,
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Print how long each tool takes, first and again."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--records", type=int, default=61_365)
    parser.add_argument("--index", help="a CSV file of the World Treaty Index")
    options = parser.parse_args(arguments)
    corpus = _of_index(options.index, options.records) if options.index else generated(options.records)
    print(
        f"{len(corpus):,} records, {len({record.id for record in corpus.agreements}):,} of them agreements\n"
    )
    print("| tool | first | again |\n| --- | ---: | ---: |")
    for name, tool in TOOLS.items():
        first, again = _timed(tool, corpus), _timed(tool, corpus)
        print(f"| `{name}` | {first:.2f} s | {again:.2f} s |")
    return 0


def _timed(tool: Tool, corpus: Corpus) -> float:
    before = perf_counter()
    tool(corpus)
    return perf_counter() - before


def _of_index(path: str, records: int) -> Corpus:
    with open(path, encoding="utf-8", newline="") as file:  # noqa: PTH123 - as it was typed
        rows = list(islice(csv.DictReader(file), records))
    return Corpus(
        Agreement(
            f"r{number}",
            title=row["headnote"] or None,
            signed=row["Signed"],
            in_force=row["Force"] or None,
            parties=sorted({code for code in (row["party1"], row["party2"]) if code.isalnum()}),
            spheres=[row["topic"]] if row["topic"].isalnum() else [],
        )
        for number, row in enumerate(rows)
    )


if __name__ == "__main__":
    raise SystemExit(main())
