"""Generated records for the benchmarks: no treaties that anybody signed, but as many and as uneven.

Usage: python benchmarks/generated.py N prints the dossier of N generated records as JSON.
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from itertools import accumulate
from typing import Any

from bilateral import Agreement, Corpus
from bilateral.model import Kind, Participation, Party, Place, Sphere

PARTIES = [f"{a}{b}{c}" for a in "ABDEGKLMNPRSTUZ" for b in "AEIOU" for c in "NRL"][:200]
SPHERES = {
    "economic": ["trade", "customs", "investment", "taxation", "transport", "energy"],
    "energy": ["oil-gas", "electricity", "nuclear"],
    "political": ["friendship", "borders", "consular", "visas"],
    "humanitarian": ["culture", "education", "science", "health", "sport", "pensions"],
    "security": ["defence", "crime", "extradition", "emergencies"],
}
KINDS = ["agreement", "treaty", "protocol", "memorandum", "exchange-of-notes", "declaration", "convention"]
CAPACITIES = ["state", "government", None]
PLACES = [f"city-{i}" for i in range(150)]
FORMS = ["{day}", "{day:%Y-%m}", "{day:%Y}", "[{day},{later}]", ""]
FIRST, DAYS = date(1945, 1, 1), 80 * 365
WORDS = (
    "cooperation friendship trade culture avoidance double taxation income transit road air services joint"
)


def plain(count: int, seed: int = 1) -> Iterator[dict[str, Any]]:
    """Yield generated records as plain data: id, title, kind, date, place, parties and spheres.

    Parties, spheres and kinds are as uneven as in collections of treaties (a few take part in many, by a
    power law); nine dates of ten are days, others months, years, sets of two days, or missing.
    """
    random_ = random.Random(seed)
    narrow = sorted({each for children in SPHERES.values() for each in children})
    words = WORDS.split()

    def weights(number: int) -> list[float]:
        return list(accumulate(1 / (i + 1) ** 0.8 for i in range(number)))

    party_weights, sphere_weights = weights(len(PARTIES)), weights(len(narrow))
    kind_weights, place_weights = weights(len(KINDS)), weights(len(PLACES))
    for number in range(count):
        one = other = random_.choices(PARTIES, cum_weights=party_weights)[0]
        while other == one:
            other = random_.choices(PARTIES, cum_weights=party_weights)[0]
        capacity = random_.choice(CAPACITIES)
        parties = [
            {"party": code, **({"capacity": capacity} if capacity else {})} for code in sorted((one, other))
        ]
        day = FIRST + timedelta(days=int(DAYS * random_.random() ** 0.6))
        form = random_.choices(FORMS, cum_weights=[90, 95, 98, 99, 100])[0]
        when = form.format(day=day, later=day + timedelta(days=1 + number % 40))
        spheres = sorted({*random_.choices(narrow, cum_weights=sphere_weights, k=1 + number % 2)})
        yield {
            "id": f"record-{number:07}",
            "title": f"Agreement on {' '.join(random_.sample(words, 4))} no. {number}",
            "kind": random_.choices(KINDS, cum_weights=kind_weights)[0],
            **({"signed": when} if when else {}),
            "place": random_.choices(PLACES, cum_weights=place_weights)[0],
            "parties": parties,
            "spheres": spheres,
        }


def dossier(count: int, seed: int = 1) -> dict[str, Any]:
    """Return generated records and what they name as plain data, as the JSON of the library holds it."""
    return {
        "parties": [{"id": id, "kind": "state"} for id in PARTIES],
        "spheres": [
            {"id": id, **({"broader": above} if above else {})} for id, above in _hierarchy().items()
        ],
        "places": [{"id": id} for id in PLACES],
        "agreements": list(plain(count, seed)),
    }


def corpus(count: int, seed: int = 1) -> Corpus:
    """Return a corpus of generated records; equal parts of records are one object, as if read from a file."""
    spheres: dict[str, Sphere] = {}
    for id, above in _hierarchy().items():
        spheres[id] = Sphere(id, broader=spheres[above] if above else None)

    @cache
    def participation(code: str, capacity: str | None) -> Participation:
        return Participation(parties[code], capacity)

    parties = {id: Party(id, kind="state") for id in PARTIES}
    places = {id: Place(id) for id in PLACES}
    records = [
        Agreement(
            each["id"],
            title=each["title"],
            kind=Kind(each["kind"]),
            signed=each.get("signed"),
            place=places[each["place"]],
            parties=tuple(participation(one["party"], one.get("capacity")) for one in each["parties"]),
            spheres=tuple(spheres[id] for id in each["spheres"]),
        )
        for each in plain(count, seed)
    ]
    return Corpus(records)


def _hierarchy() -> dict[str, str | None]:
    """Return the broader sphere of each sphere, the widest first."""
    found: dict[str, str | None] = {id: None for id in SPHERES if id != "energy"}
    for above, below in SPHERES.items():
        found.update(dict.fromkeys(below, above))
    return found


if __name__ == "__main__":
    json.dump(dossier(int(sys.argv[1])), sys.stdout, ensure_ascii=False, indent=1)
