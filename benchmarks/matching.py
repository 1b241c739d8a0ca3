"""How good and how quick matching is: on pairs judged by hand, and on an index against itself, disturbed.

``python benchmarks/matching.py [FOLDER]``: the folder holds the public collections that ``crosswalk`` reads.
"""

from __future__ import annotations

import json
import math
import random
import re
import resource
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, NamedTuple

import attrs
import crosswalk

from bilateral import Agreement, Corpus, HistoricalDate, Record, matching

HERE = Path(__file__).resolve().parent
FIXTURE = HERE.parent / "tests" / "fixtures" / "crosswalk.json"

Pair = tuple[str, str]


class Quality(NamedTuple):
    """How good a way of matching is, as bounds: pairs that were left undecided are the same or not."""

    proposed: int
    judged: int
    precision: tuple[float, float]
    recall: tuple[float, float]

    def __str__(self) -> str:
        cells = (f"{low:.2f} to {high:.2f}" if low < high else f"{low:.2f}" for low, high in self[2:])
        return " | ".join([str(self.proposed), str(self.judged), *cells])


class Sample:
    """Pairs judged by hand, for one pool of pairs.

    They were drawn from strata of score, so each stands for as many pairs as its stratum had for each drawn.
    """

    def __init__(self, data: dict[str, Any], pool: str) -> None:
        self.pairs = [each for each in data["pairs"] if each["pool"] == pool]
        drawn = Counter(each["stratum"] for each in self.pairs)
        self.weights = {
            each["stratum"]: each["size"] / drawn[each["stratum"]]
            for each in data["strata"]
            if each["pool"] == pool
        }

    def quality(self, accepted: set[Pair]) -> Quality:
        """Return the estimated quality of a way of matching.

        Args:
            accepted: the pairs that it takes for the same.
        """
        inside = [each for each in self.pairs if (each["a"], each["b"]) in accepted]
        found, undecided = (self._stand_for(inside, verdict) for verdict in ("same", "undecided"))
        wrong = self._stand_for(inside, "different")
        same, open_ = (self._stand_for(self.pairs, verdict) for verdict in ("same", "undecided"))
        precision = [_share(true, found + undecided + wrong) for true in (found, found + undecided)]
        # Where a way leaves out what is undecided, it may have missed it.
        recall = [_share(found, same + open_ - undecided), _share(found + undecided, same + undecided)]
        return Quality(len(accepted), len(inside), (precision[0], precision[1]), (min(recall), max(recall)))

    def _stand_for(self, pairs: list[dict[str, Any]], verdict: str) -> float:
        return math.fsum(self.weights[each["stratum"]] for each in pairs if each["verdict"] == verdict)


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def by_score(found: matching.Candidates, at_least: float) -> set[Pair]:
    """Return the pairs that are accepted by score, one to one."""
    return {(each.a, each.b) for each in matching.accept(found, at_least=at_least) if each.verdict == "same"}


def by_rule(a: Corpus, b: Corpus, key: Callable[[str], str]) -> set[Pair]:
    """Return the pairs that have one id by the rule of manytreaties."""
    ids: dict[str, list[str]] = {}
    for record in b:
        for _, id in record.raw:
            ids.setdefault(key(id), []).append(record.id)
    return {(record.id, other) for record in a for _, id in record.raw for other in ids.get(key(id), ())}


def with_letter(id: str) -> str:
    """Return parties, year and letter: what follows tells instruments of one collection apart."""
    found = re.match(r".*?_[0-9]{4}[A-Z]?", id)
    return found[0] if found else id


def without_letter(id: str) -> str:
    """Return parties and year."""
    return re.sub("[A-Z]?$", "", with_letter(id))


def judged(folder: Path) -> None:
    """Print the quality of matching, beside the rule, on the pairs judged by hand."""
    data = json.loads(FIXTURE.read_text(encoding="utf-8"))
    read = {"ggo": crosswalk.ggo, "unctad": crosswalk.unctad, "wti": crosswalk.wti}
    corpora = {name: load(folder) for name, load in read.items()}
    print("| | way | accepted | judged | precision | recall |\n| --- | --- | --- | --- | --- | --- |")
    for pool in dict.fromkeys(each["pool"] for each in data["strata"]):
        a, b = (corpora[name] for name in pool.split("-"))
        found = matching.candidates(a, b)
        sample = Sample(data, pool)
        ways = {f"score of {least}, one to one": by_score(found, least) for least in (0.9, 0.7, 0.5)}
        ways["parties, year and letter"] = by_rule(a, b, with_letter)
        ways["parties and year"] = by_rule(a, b, without_letter)
        for way, accepted in ways.items():
            print(f"| {pool} | {way} | {sample.quality(accepted)} |")


def disturbed(record: Record, chance: random.Random) -> Record:
    """Return a record as somebody else may have written it down."""
    changes: dict[str, Any] = {"id": f"other-{record.id}", "attestations": (), "raw": ()}
    signed = record.date
    if signed is not None and signed.earliest == signed.latest:
        changes["signed"] = _other_date(signed, chance)
    if chance.random() < 0.05 and len(record.parties) > 1:
        changes["parties"] = record.parties[:1]
    if record.title and chance.random() < 0.3:
        changes["title"] = _other_title(record.title, chance)
    if isinstance(record, Agreement) and chance.random() < 0.2:
        changes["in_force"] = None
    return attrs.evolve(record, **changes)


def _other_date(date: HistoricalDate, chance: random.Random) -> HistoricalDate:
    day, drawn = date.earliest, chance.random()
    if drawn < 0.1:
        return HistoricalDate(f"{day:%Y-%m}")
    if drawn < 0.15:
        return HistoricalDate(f"{day:%Y}")
    if drawn < 0.2:
        return HistoricalDate.of(day.replace(day=day.day % 28 + 1))
    if drawn < 0.23 and day.day <= 12:
        return HistoricalDate.of(day.replace(day=day.month, month=day.day))
    if drawn < 0.25 and day.day <= 28:
        return HistoricalDate.of(day.replace(year=day.year + chance.choice([-10, -1, 1, 10])))
    return date


def _other_title(title: str, chance: random.Random) -> str:
    words = title.split()
    if len(words) > 1:
        del words[chance.randrange(len(words))]
    spelt = " ".join(words)
    place = chance.randrange(len(spelt))
    return spelt[:place] + chance.choice("AEIOU") + spelt[place + 1 :]


def against_itself(folder: Path) -> None:
    """Print how long it takes to match the World Treaty Index with itself, disturbed, and how well."""
    chance = random.Random(1)
    known = crosswalk.wti(folder)
    others = [disturbed(record, chance) for record in known]
    chance.shuffle(others)
    other = Corpus(others)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.perf_counter()
    found = matching.candidates(known, other)
    seconds = time.perf_counter() - start
    decisions = matching.accept(found, at_least=0.9)
    pairs = [(each.a, each.b) for each in decisions if each.verdict == "same"]
    right = sum(b == f"other-{a}" for a, b in pairs)
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    print(f"{len(known)} x {len(other)}: {seconds:.0f} s, {grown:.0f} MiB more, {len(found)} candidates")
    print(f"accepted {len(pairs)}: precision {right / len(pairs):.4f}, recall {right / len(known):.4f}")


def main(arguments: Iterable[str]) -> None:
    """Run both on the collections in a folder."""
    folder = Path(next(iter(arguments), HERE.parent.parent / "shared" / "corpora"))
    for name in crosswalk.FILES:
        if not (folder / name).is_file():
            sys.exit(f"there is no {name} in {folder}: it is a public collection, not part of the project")
    judged(folder)
    against_itself(folder)


if __name__ == "__main__":
    main(sys.argv[1:])
