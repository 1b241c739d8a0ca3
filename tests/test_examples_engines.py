"""The question of the how-to, put to each engine by the script that is shown: all count the same."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("narwhals", reason="needs the extra 'frames'")
pytest.importorskip("pyarrow", reason="needs pyarrow")

ENGINES = Path(__file__).resolve().parents[1] / "examples" / "engines"
ROWS = 3_000

pytestmark = pytest.mark.slow


def run(name, folder):
    """Run a script with a number of rows and return what it prints; engines warn of one another."""
    command = [sys.executable, "-X", "utf8", str(ENGINES / name), str(ROWS)]
    done = subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    place = tmp_path_factory.mktemp("engines")
    assert run("generated.py", place).startswith(f"generated-{ROWS}: 3,000 generated records, ")
    return place


@pytest.fixture(scope="module")
def counts(folder):
    """How many records match, possibly and certainly, one by one."""
    sys.path.insert(0, str(ENGINES))
    try:
        import generated
    finally:
        sys.path.remove(str(ENGINES))
    answers = [generated.QUESTION.truth(record) for record in generated.agreements(ROWS)]
    return sum(each.possible for each in answers), sum(each.certain for each in answers)


@pytest.mark.parametrize("name", sorted(path.name for path in ENGINES.glob("on_*.py")))
def test_every_engine_counts_the_same(name, folder, counts):
    engine = {"on_a_laptop.py": "attrs", "on_spark.py": "pyspark"}.get(name, name[3:-3])
    pytest.importorskip(engine, reason="needs the extra 'engines'")
    if engine == "pyspark" and shutil.which("java") is None:
        pytest.skip("Spark needs Java; Debian has it as openjdk-17-jre-headless")
    possible, certain = counts
    assert re.search(rf": {possible} match, {certain} of them certainly\n", run(name, folder))
    assert 0 < certain < possible


def test_the_same_number_makes_the_same_rows(folder, tmp_path):
    import pyarrow.parquet as pq

    run("generated.py", tmp_path)
    again, before = (pq.read_table(place / f"generated-{ROWS}") for place in (tmp_path, folder))
    assert again.equals(before)
    assert len({*again["id"].to_pylist()}) == ROWS
