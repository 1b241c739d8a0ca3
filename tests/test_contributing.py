"""The house picture is that of the contract."""

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def test_the_house_has_the_rooms_of_the_contract():
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    (contract,) = (each for each in settings["tool"]["importlinter"]["contracts"] if each["type"] == "layers")
    floors = [re.sub(r"[()]", "", floor) for floor in contract["layers"]]
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    (house,) = re.findall(r"^## The house$.*?^```text\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)

    assert [line.split("  ")[0] for line in house.splitlines()] == floors[1:]
