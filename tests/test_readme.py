"""What the README says of other libraries, asked of them; and of figures, that they are the measured ones."""

import re
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path

import pytest

import bilateral as bl

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
ROWS = {
    cells[0]: dict(zip(("bilateral", "manydata", "messydates", "undate", "edtf"), cells[1:], strict=True))
    for line in README.splitlines()
    if line.startswith("| ") and len(cells := [cell.strip() for cell in line.strip("|").split("|")]) == 6
}
JANUARY = "is `1993-01` before 15 January 1993?"
ONE_OF = "`[1993-02-24,1993-12-24]`"


def needed(name):
    """Return the packages that one needs at run time, on every Python that there is today."""
    return [each for each in requires(name) if ";" not in each]


def test_what_is_said_of_this_library_holds():
    assert bl.HistoricalDate("1993-01").before("1993-01-15") is bl.Truth.UNKNOWN
    assert ROWS[JANUARY]["bilateral"] == "unknown"
    assert str(bl.HistoricalDate("[1993-02-24,1993-12-24]")) == "[1993-02-24,1993-12-24]"
    assert ROWS["needs"]["bilateral"] == f"{len(needed('bilateral'))} packages"


def test_what_is_said_of_undate_holds():
    undate = pytest.importorskip("undate", reason="needs undate")

    with pytest.raises(NotImplementedError, match="Can't compare"):
        undate.Undate(1993, 1) < undate.Undate(1993, 1, 15)  # noqa: B015 - that it raises is what is tried
    assert ROWS[JANUARY]["undate"] == "raises"
    with pytest.raises(ValueError, match="not a supported EDTF"):
        undate.Undate.parse("[1993-02-24,1993-12-24]", "EDTF")
    assert ROWS[ONE_OF]["undate"] == "refused"


def test_what_is_said_of_edtf_holds():
    edtf = pytest.importorskip("edtf", reason="needs edtf")

    assert (edtf.parse_edtf("1993-01") < edtf.parse_edtf("1993-01-15")) is True
    assert ROWS[JANUARY]["edtf"] == "true"
    assert str(edtf.parse_edtf("[1993-02-24,1993-12-24]")).replace(" ", "") == "[1993-02-24,1993-12-24]"
    assert ROWS[ONE_OF]["edtf"] == "kept"


@pytest.mark.parametrize("name", ["undate", "edtf"])
def test_the_number_of_packages_needed(name):
    try:
        installed = version(name)
    except PackageNotFoundError:
        pytest.skip(f"needs {name}")
    if f"[{name}](https://pypi.org/project/{name}/) {installed}" not in README:
        pytest.skip(f"the README speaks of another version of {name}")
    assert ROWS["needs"][name] == f"{len(needed(name))} packages"


def test_times_are_those_of_the_benchmarks():
    measured = ROOT / "benchmarks" / "README.md"
    if not measured.is_file():
        pytest.skip("needs the folder 'benchmarks', which the source distribution leaves out")
    text = measured.read_text(encoding="utf-8")
    (day,) = re.findall(r"^\| day \| (\S+) us \| \S+ us \| (\S+) us \| (\S+) us \|", text, re.MULTILINE)

    assert [ROWS["reads a day"][name] for name in ("bilateral", "undate", "edtf")] == [f"{t} µs" for t in day]
    (own, model), (undate,), (edtf,) = (
        re.findall(r"(\d+(?:\.\d+)?) ms", ROWS["imports in"][name])
        for name in ("bilateral", "undate", "edtf")
    )
    assert f"| `import bilateral` | {own} |" in text
    assert f"| `import undate` | {undate} |" in text
    assert f"| `import edtf` | {edtf} |" in text
    (first,) = re.findall(r"^\| first use of a model class \| (\S+) \|", text, re.MULTILINE)
    assert round(float(first)) == int(model)


def test_the_picture_is_there():
    (path,) = re.findall(r"^!\[[^]]*\]\(([^)]*)\)", README, re.MULTILINE)
    assert (ROOT / path).is_file()
