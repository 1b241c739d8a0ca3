"""The command line: what it prints, how it ends, and that it does so in any terminal or pipe."""

import json
import os
import re
import subprocess
import sys

import pytest

import bilateral as bl
from bilateral.cli import main
from bilateral.formats.json import loads

OIL = "aze-kaz-1996-oil-gas"
TRADE = "aze-kaz-1993-trade"


@pytest.fixture
def run(capsys):
    """Run the command line in this process; return its exit code and what it printed on each stream."""

    def run(*arguments):
        try:
            code = main(list(map(str, arguments)))
        except SystemExit as error:
            code = error.code
        return code, *capsys.readouterr()

    return run


def process(*arguments, **environment):
    """Run the command line in a process of its own, in an environment that is otherwise this one."""
    return subprocess.run(
        [sys.executable, "-m", "bilateral", *arguments],
        env={**os.environ, **environment},
        capture_output=True,
        check=False,
    )


@pytest.fixture
def files(tmp_path):
    """Files that are broken, each in its own way, and one that is not."""
    contents = {
        "good.json": '{"events": [{"id": "visit", "date": "1996", "title": "Visit"}]}',
        "empty.json": "",
        "broken.json": '{"events": [',
        "list.json": "[]",
        "bad.json": '{"events": [{"id": "x", "date": "1996-13"}, {"id": "-"}, {"id": "y", "kind": "pact"}]}',
        "circle.json": '{"spheres": [{"id": "a", "broader": "b"}, {"id": "b", "broader": "a"}]}',
    }
    for name, content in contents.items():
        (tmp_path / name).write_text(content, encoding="utf-8")
    (tmp_path / "folder.json").mkdir()
    return tmp_path


@pytest.mark.parametrize("arguments", [[], ["chronology"], ["--by", "year"]])
def test_alone_it_prints_the_shipped_chronology_in_order(run, arguments):
    code, out, err = run(*arguments)
    titles = [record.title for record in bl.load().agreements.where(source="jabbarova-2025") if record.title]
    flat = re.sub(r"\s+", " ", out)

    assert (code, err) == (0, "")
    assert len(titles) == 16
    assert all(re.sub(r"\s+", " ", title) in flat for title in titles)
    years = [int(line) for line in out.splitlines() if re.fullmatch(r"\d{4}", line)]
    assert years == sorted(set(years))
    assert "24 February or 24 December 1993 [" in out
    assert "Where sources disagree" in out


@pytest.mark.parametrize(
    ("options", "there", "not_there"),
    [
        (["--sphere", "energy", "--party", "KAZ", "--date", "1996/2006"], OIL, TRADE),
        (["--date", "1993-02", "--sphere", "economic"], TRADE, OIL),
        (["--date", "1993-02", "--sphere", "economic", "--certain"], "aze-kaz-1993-transport", TRADE),
        (["--source", "jabbarova-2025"], TRADE, "aze-kaz-1997-free-trade"),
        (["--party", "RUS"], "aze-kaz-rus-2003-seabed-junction", TRADE),
        (["--party", "TUR", "--party", "KGZ"], "nakhchivan-agreement-2009", "aze-kaz-2010-law-5989"),
    ],
)
def test_options_select(run, options, there, not_there):
    code, out, err = run("chronology", "--format", "json", *options)

    assert (code, err) == (0, "")
    assert there in loads(out)
    assert not_there not in loads(out)


@pytest.mark.parametrize("by", ["year", "decade", "sphere", "party", "place", "kind"])
@pytest.mark.parametrize("form", ["text", "md"])
def test_sections(run, by, form):
    code, out, _ = run("--by", by, "--format", form)
    book = bl.Chronology(bl.load()).by(by)

    assert code == 0
    for section in book.sections:
        assert (f"\n{section.title}\n===" if form == "text" else "\n## ") in f"\n{out}"


def test_a_record_with_all_its_claims_and_conflicts(run):
    code, out, err = run("show", TRADE)

    assert (code, err) == (0, "")
    assert f"id: {TRADE}" in out
    assert "signed: 24 February or 24 December 1993 ([1993-02-24,1993-12-24])" in out
    assert "conflicts:\n  Signed: 24 February 1993 (jabbarova-2025" in out
    assert len(re.findall(r"\s—\s", out.split("attestations:")[1])) == len(bl.load()[TRADE].attestations)


def test_conflicts_and_facets(run):
    _, conflicts, _ = run("conflicts")
    _, facets, _ = run("facets", "--source", "jabbarova-2025")

    assert {conflict.record.id for conflict in bl.load().conflicts()} == {
        line for line in conflicts.splitlines() if line and not line.startswith(" ")
    }
    counts = bl.load().where(source="jabbarova-2025").counts("sphere")
    assert f"{counts['energy']:5}  energy" in facets
    assert [line for line in facets.splitlines() if line and not line.startswith(" ")] == [
        "spheres",
        "parties",
        "kinds",
        "places",
    ]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["show", "aze-kaz-1996-oil"], f"there is no record 'aze-kaz-1996-oil'; did you mean '{OIL}'"),
        (["--sphere", "enrgy"], "there is no sphere 'enrgy'; did you mean 'energy'"),
        (["--party", "Kazakstan"], "there is no party 'Kazakstan'; did you mean 'KAZ'"),
        (["--source", "x"], "there is no source 'x'"),
        (["--date", "Feb 1993"], "'Feb 1993' is not a date"),
        (["--date", ""], "'' is not a date"),
        (["facets", "--dataset", "aze-kzz"], "there is no dataset 'aze-kzz'; did you mean 'aze-kaz'"),
        (["conflicts", "--dataset", "none.json"], "none.json"),
        (["validate", "none.json"], "none.json"),
        (["validate", "none.csv"], "its suffix must be one of .json"),
        (["chronology", "--by", "colour"], "invalid choice"),
        (["colour"], "invalid choice"),
        (["show"], "the following arguments are required: id"),
    ],
)
def test_a_wrong_command_is_one_sentence_on_stderr(run, arguments, sentence):
    code, out, err = run(*arguments)

    assert (code, out) == (2, "")
    assert sentence in err
    assert [line.startswith("bilateral") for line in err.splitlines()][-1]
    assert "Traceback" not in err


@pytest.mark.parametrize(
    ("name", "expected", "words"),
    [
        ("good.json", 0, ["<Corpus of 0 agreements and 1 events>, no problems"]),
        ("empty.json", 1, ["it is empty"]),
        ("broken.json", 1, ["it is no JSON"]),
        ("list.json", 1, ["it must be an object"]),
        (
            "bad.json",
            1,
            ["events[0] x: date: '1996-13'", "events[1] -: id: '-'", "events[2] y: kind: 'pact'"],
        ),
        ("circle.json", 1, ["spheres[0] a: broader: 'b': the spheres a < b < a stand in a circle"]),
    ],
)
def test_a_file_is_checked_and_every_problem_printed(run, files, name, expected, words):
    code, out, err = run("validate", files / name)

    assert (code, err) == (expected, "")
    assert len(out.splitlines()) == len(words)
    for line, part in zip(out.splitlines(), words, strict=True):
        assert line.startswith(str(files / name))
        assert part in line


@pytest.mark.parametrize("command", [["validate"], ["chronology", "--dataset"]])
def test_a_folder_is_no_file(run, files, command):
    code, out, err = run(*command, files / "folder.json")

    assert (code, out) == (2, "")
    assert "folder.json" in err
    assert len(err.splitlines()) == 1


@pytest.mark.parametrize("name", ["empty.json", "list.json", "bad.json", "circle.json"])
def test_what_cannot_be_read_cannot_be_shown(run, files, name):
    code, out, err = run("--dataset", files / name)

    assert (code, out) == (2, "")
    assert name in err


def test_a_file_of_ones_own_is_a_dataset(run, files):
    assert run("show", "visit", "--dataset", files / "good.json") == (
        0,
        "Visit\n\nid: visit\ndate: 1996 (1996)\n",
        "",
    )


def test_what_is_selected_can_be_checked(run, tmp_path):
    path = tmp_path / "energy.json"
    path.write_text(run("--sphere", "energy", "--format", "json")[1], encoding="utf-8")

    assert run("validate", path)[0] == 0
    assert json.loads(path.read_text(encoding="utf-8"))["events"]


@pytest.mark.parametrize("option", [["--help"], ["-h"], ["show", "--help"], ["--version"]])
def test_help_is_no_error(run, option):
    code, out, err = run(*option)

    assert (code, err) == (0, "")
    assert out.startswith(("usage: bilateral", f"bilateral {bl.__version__}"))


def test_a_pipe_may_close_early():
    with subprocess.Popen(
        [sys.executable, "-m", "bilateral", "--format", "json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as piped:
        first = piped.stdout.readline()
        piped.stdout.close()
        err = piped.stderr.read()

    assert (first, err, piped.returncode) == (b"{\n", b"", 0)


def test_a_narrow_terminal_has_narrow_lines():
    lines = process(COLUMNS="30", PYTHONIOENCODING="utf-8").stdout.decode().splitlines()

    assert [line for line in lines if len(line) > 30 and " " in line.strip() and "http" not in line] == []


@pytest.mark.parametrize("command", [[], ["show", TRADE], ["conflicts"], ["--format", "md"]])
def test_a_terminal_that_knows_only_ascii_is_served(command):
    served = process(*command, PYTHONIOENCODING="ascii", PYTHONUTF8="0")

    assert (served.returncode, served.stderr) == (0, b"")
    assert served.stdout.isascii()


@pytest.mark.parametrize("command", [["--by", "sphere"], ["--format", "json"], ["facets"], ["--party", "KZ"]])
def test_the_output_does_not_depend_on_the_hash_seed(command):
    one, other = (process(*command, PYTHONHASHSEED=seed) for seed in "01")

    assert (one.returncode, one.stdout, one.stderr) == (other.returncode, other.stdout, other.stderr)
