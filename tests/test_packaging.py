"""What is installed: metadata, data, types, and how little `import bilateral` costs."""

import json
import re
import subprocess
import sys
from importlib import metadata, resources
from pathlib import Path

import pytest

import bilateral

ROOT = Path(__file__).resolve().parents[1]


def python(code: str) -> str:
    """Run code in a fresh interpreter, outside the source tree, and return what it prints."""
    process = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(sys.executable).parent,
    )
    return process.stdout


def test_the_metadata_names_what_the_library_needs_and_no_more():
    needed = [text for text in metadata.requires("bilateral") or () if "extra ==" not in text]

    assert {re.match(r"[\w-]+", text)[0] for text in needed} == {"attrs", "cattrs", "python-dateutil"}
    assert not [text for text in needed if "<" in text or "==" in text], (
        "a library does not cap what it needs"
    )


def test_there_is_one_version():
    version = bilateral.__version__

    assert metadata.version("bilateral") == version
    assert f"\nversion: {version}\n" in (ROOT / "CITATION.cff").read_text(encoding="utf-8")


def test_the_script_is_the_command_line():
    (script,) = metadata.entry_points(group="console_scripts", name="bilateral")

    assert script.value == "bilateral.cli:main"


def test_types_data_and_schemas_are_installed():
    files = resources.files("bilateral")

    assert files.joinpath("py.typed").is_file()
    for name in bilateral.datasets():
        folder = files.joinpath("data", name)
        tables = [file for file in folder.iterdir() if file.name.endswith(".json")]
        assert tables, f"no data in {name}"
        for file in tables:
            json.loads(file.read_text(encoding="utf-8"))


def test_both_licences_are_installed():
    licences = {path.name for path in metadata.files("bilateral") or () if "LICENSE" in path.name}

    assert licences == {"LICENSE", "LICENSE-DATA.md"}


def test_import_brings_in_no_other_library_and_no_module_of_its_own():
    code = (
        "import sys; before = set(sys.modules); import bilateral; print(*sorted(set(sys.modules) - before))"
    )
    loaded = python(code).split()

    assert [name for name in loaded if name.startswith("bilateral")] == ["bilateral"]
    assert not {"attr", "attrs", "cattrs", "dateutil", "json", "re", "typing"} & set(loaded)


@pytest.mark.parametrize(
    ("use", "absent"),
    [
        ("bilateral.Truth", {"attrs", "cattrs", "dateutil"}),
        ("bilateral.HistoricalDate.parse('1993-01')", {"attrs", "cattrs", "dateutil"}),
        ("bilateral.Agreement", {"cattrs", "dateutil"}),
        ("bilateral.query.sphere('energy')", {"cattrs", "dateutil"}),
    ],
)
def test_a_name_brings_in_only_what_it_needs(use, absent):
    loaded = set(python(f"import sys, bilateral; {use}; print(*sys.modules)").split())

    assert not absent & loaded


def test_every_public_name_can_be_had_and_is_listed():
    for name in bilateral.__all__:
        assert getattr(bilateral, name) is not None

    assert bilateral.__all__ == sorted(bilateral.__all__)
    assert set(bilateral.__all__) <= set(dir(bilateral))
