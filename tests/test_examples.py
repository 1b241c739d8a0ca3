"""The examples run as they stand, in an empty folder, and do what they say."""

import csv
import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

import bilateral as bl

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
SCRIPTS = sorted(EXAMPLES.glob("*.py"))


def run(name, folder):
    """Run a script in a folder and return what it prints; a warning would be an error."""
    command = [sys.executable, "-W", "error", "-X", "utf8", str(EXAMPLES / name)]
    return subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", check=True).stdout


def test_each_script_is_tested_here():
    assert [path.name for path in SCRIPTS] == ["disagreements.py", "energy_chronology.py", "own_records.py"]


def test_a_chronology_with_the_source_of_every_date(tmp_path):
    printed = run("energy_chronology.py", tmp_path)
    oil = bl.load()["aze-kaz-1996-oil-gas"]

    assert {path.name for path in tmp_path.iterdir()} == {"energy.html", "energy.md"}
    assert f"16 September 1996: {oil.title}" in printed
    for claim in oil.attested("signed"):
        assert f"{claim.value}, says {claim.source.id}, {claim.locator}" in printed
    markdown = (tmp_path / "energy.md").read_text(encoding="utf-8")
    headings = [line for line in markdown.splitlines() if line.startswith("## ")]
    assert headings == [f"## {year}" for year in (1996, 1997, 2001, 2003, 2004, 2005, 2006)] + ["## Sources"]


def test_own_records_from_messy_dates(tmp_path):
    printed = run("own_records.py", tmp_path)
    written = json.loads((tmp_path / "friendship.json").read_text(encoding="utf-8"))

    assert [(each["id"], each["signed"]) for each in written["agreements"]] == [
        ("t2", "1993-02-24"),
        ("t1", "1996-09-16"),
        ("t3", "2008-09"),
    ]
    assert written["dataset"]["title"] == "Treaties from a handbook"
    assert "1998-03-04" in printed
    assert "1998-04-03" in printed
    assert "row t5 is left out" in printed
    assert "signed in 1993? yes: Trade" in printed
    assert "signed in 2008-09-08? perhaps: Borders" in printed


def test_disagreements_as_a_table(tmp_path):
    printed = run("disagreements.py", tmp_path)
    with (tmp_path / "disagreements.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))

    found = Counter((row["record"], row["field"]) for row in rows)
    expected = Counter()
    for conflict in bl.load().conflicts():
        expected[conflict.record.id, conflict.field] += len(conflict.values)
    assert found == expected
    assert len(printed.splitlines()) == len(rows) + 1
    assert {row["value"] for row in rows if row["record"] == "aze-kaz-1993-trade"} == {
        "1993-02-24",
        "1993-12-24",
    }
