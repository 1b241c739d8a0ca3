"""Notebooks of the documentation: what they quote is what the paper says."""

import csv
import json
import re
from io import StringIO
from pathlib import Path

import pytest

NOTEBOOKS = sorted((Path(__file__).parents[1] / "docs" / "notebooks").glob("*.ipynb"))


def markdown(path):
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    return "\n\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown")


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_notebooks_are_kept_without_outputs(path):
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    code = [cell for cell in cells if cell["cell_type"] == "code"]

    assert code
    assert all(cell["outputs"] == [] and cell["execution_count"] is None for cell in code)


def code_of(path):
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    return "\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "code")


# The build of the documentation executes all of them in Jupyter; here files and figures are looked at.
LEFT = {
    "first-steps": {"energy.md", "energy.svg", "energy.bib"},
    "caspian-seabed": {"seabed.md", "seabed.svg", "seabed.bib"},
    "where-sources-disagree": {"disagreements.md", "disagreements.tex", "disagreements.csv"},
    "bring-your-own-treaties": {
        *("energy-of-kazakhstan.json", "energy-of-kazakhstan.bib", "energy-of-kazakhstan.md"),
        *("kazakhstan.csv", "kazakhstan.mapping.json"),
    },
}


@pytest.fixture
def run(tmp_path, monkeypatch, capsys):
    def names_after(name):
        path = next(each for each in NOTEBOOKS if each.stem == name)
        monkeypatch.chdir(tmp_path)
        names = {}
        exec(compile(code_of(path), str(path), "exec"), names)  # noqa: S102
        return {**names, "printed": capsys.readouterr().out}

    return names_after


@pytest.mark.parametrize("name", LEFT)
def test_notebooks_leave_something_for_a_paper(run, tmp_path, name):
    run(name)

    assert {file.name for file in tmp_path.iterdir()} == LEFT[name]
    assert all(file.stat().st_size for file in tmp_path.iterdir())


def test_what_first_steps_says_of_the_trade_agreement_holds(run):
    names = run("first-steps")
    trade = names["relations"]["aze-kaz-1993-trade"]

    assert str(trade.signed) == "[1993-02-24,1993-12-24]"
    assert trade not in names["surely"]


def test_what_is_said_of_the_seabed_holds(run):
    names = run("caspian-seabed")

    assert {record.id for record in names["found"]} - {record.id for record in names["coded"]} == {
        "aze-kaz-2006-oil-transport"
    }
    # It is spoken of as settled, by a rank.
    assert not any(each.is_open for each in names["regime"]["aze-kaz-2001-seabed"].conflicts())
    assert "state           2 surely, 3 at most" in names["printed"]


def test_policies_change_what_is_sure_as_the_notebook_says(run):
    rows = {row[:2]: row[2:] for row in run("where-sources-disagree")["rows"]}

    (left_least, left_most), (least, most) = (
        rows["as the sources leave it", "1993-02"],
        rows["earliest", "1993-02"],
    )
    assert (least, most) == (left_least + 1, left_most)
    assert rows["latest", "1993-02"] == (left_least, left_most - 1)


def test_the_excerpt_is_as_published(run, shared):
    published = shared / "corpora" / "many_ggo_agreements.csv"
    if not published.is_file():
        pytest.skip("needs the table of manytreaties in the folder 'shared/corpora' beside the repository")
    with published.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    excerpt = list(csv.DictReader(StringIO(run("bring-your-own-treaties")["table"])))

    assert len(excerpt) == 10
    for row in excerpt:
        assert any(row == {name: each[name] for name in row} for each in rows)


def test_quotes_are_verbatim(seed_text):
    text = " ".join(seed_text.split())
    path = next(each for each in NOTEBOOKS if each.stem == "paper-checked")
    quotes = re.findall(r"(?:^> .*\n?)+", markdown(path), re.MULTILINE)

    assert len(quotes) >= 3
    for quote in quotes:
        assert " ".join(quote.replace("> ", "").split()) in text
