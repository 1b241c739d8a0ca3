"""The pictures in the documentation are those that their scripts draw."""

import runpy
from pathlib import Path
from xml.etree import ElementTree as ET

FIGURES = Path(__file__).parents[1] / "docs" / "_figures"


def test_the_picture_of_bounds_is_up_to_date():
    script = runpy.run_path(str(FIGURES / "bounds.py"))
    drawn = script["draw"]()
    assert (FIGURES / "bounds.svg").read_text(encoding="utf-8") == drawn
    labels = [each.text for each in ET.fromstring(drawn).iter() if each.get("class") == "label"]  # noqa: S314
    assert labels == list(script["DATES"])


def test_the_picture_of_the_dossier_is_up_to_date():
    drawn = runpy.run_path(str(FIGURES / "chronology.py"))["draw"]()

    assert (FIGURES / "chronology.svg").read_text(encoding="utf-8") == drawn


def test_the_picture_of_the_readme_is_up_to_date(tmp_path):
    runpy.run_path(str(FIGURES / "economy.py"))["draw"](tmp_path / "economy.svg")

    assert (FIGURES / "economy.svg").read_bytes() == (tmp_path / "economy.svg").read_bytes()
