"""Matching on real collections, held against pairs that were judged by hand."""

import importlib
import json
import sys
from collections import Counter
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent
FIXTURE = json.loads((HERE / "fixtures" / "crosswalk.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def benchmark(shared):
    """The benchmark of matching, which knows how to read the collections."""
    pytest.importorskip("pycountry")
    names = ["many_ggo_agreements.csv", "unctad_bits.csv", "wti_bilateral.csv", "wti_parties.csv"]
    if not all((shared / "corpora" / name).is_file() for name in names):
        pytest.skip("needs three collections in the folder 'shared/corpora' beside the repository")
    sys.path.insert(0, str(HERE.parent / "benchmarks"))
    try:
        return importlib.import_module("crosswalk"), importlib.import_module("matching")
    finally:
        del sys.path[0]


def test_the_judged_pairs_are_whole():
    pairs, strata = FIXTURE["pairs"], {(each["pool"], each["stratum"]) for each in FIXTURE["strata"]}
    assert len({(each["a"], each["b"]) for each in pairs}) == len(pairs) == 130
    assert Counter(each["verdict"] for each in pairs) == {"same": 43, "different": 82, "undecided": 5}
    assert {(each["pool"], each["stratum"]) for each in pairs} == strata
    assert all(each["score"] >= each["stratum"] for each in pairs)
    assert {key for each in pairs for key in each} == {
        *("pool", "stratum", "a", "b", "verdict", "score", "note")
    }


@pytest.mark.slow
def test_matching_is_as_good_as_the_documentation_says(benchmark, shared):
    crosswalk, matching = benchmark
    a, b = crosswalk.unctad(shared / "corpora"), crosswalk.wti(shared / "corpora")
    found = matching.matching.candidates(a, b, at_least=0)
    scores = {(each.a.id, each.b.id): each.score for each in found}
    sample = matching.Sample(FIXTURE, "unctad-wti")
    strict, loose = (sample.quality(matching.by_score(found, at_least), scores) for at_least in (0.9, 0.5))
    rule = sample.quality(matching.by_rule(a, b, matching.with_letter), scores)

    assert strict.precision[0] > 0.95
    assert loose.recall[0] > 0.85 > rule.precision[1] + 0.2
    assert {each["stratum"]: each["size"] for each in sample.strata} == Counter(
        max(edge for edge in (0, 0.01, 0.3, 0.7, 0.9) if score >= edge) for score in scores.values()
    )
