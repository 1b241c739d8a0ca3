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
    found = matching.matching.candidates(a, b)
    sample = matching.Sample(FIXTURE, "unctad-wti")
    strict, loose = (sample.quality(matching.by_score(found, least)) for least in (0.9, 0.5))
    rule = sample.quality(matching.by_rule(a, b, matching.with_letter))

    assert strict.precision[0] > 0.95
    assert loose.recall[0] > 0.85
    assert loose.precision[0] > rule.precision[1] + 0.3


def test_what_pairs_stand_for_is_what_their_strata_had(benchmark):
    sample = benchmark[1].Sample(FIXTURE, "ggo-wti")
    weighed = sum(sample.weights[each["stratum"]] for each in sample.pairs)
    assert weighed == pytest.approx(6755 + 1547 + 245 + 162 + 682)
