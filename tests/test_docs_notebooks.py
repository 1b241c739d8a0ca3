"""Notebooks of the documentation: what they quote is what the paper says."""

import json
import re
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


def test_quotes_are_verbatim(seed_text):
    text = " ".join(seed_text.split())
    path = next(each for each in NOTEBOOKS if each.stem == "paper-checked")
    quotes = re.findall(r"(?:^> .*\n?)+", markdown(path), re.MULTILINE)

    assert len(quotes) >= 3
    for quote in quotes:
        assert " ".join(quote.replace("> ", "").split()) in text
