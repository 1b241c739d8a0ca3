"""The command line: what it prints, how it ends, and that it does so in any terminal or pipe."""

import json
import os
import re
import shlex
import shutil
import signal
import subprocess
import sys

import pytest

import bilateral as bl
from bilateral.cli import main
from bilateral.formats import FORMATS
from bilateral.formats.json import loads

OIL = "aze-kaz-1996-oil-gas"
TRADE = "aze-kaz-1993-trade"


@pytest.fixture
def run(capsys, monkeypatch):
    """Run the command line in this process; return its exit code and what it printed on each stream."""
    # As wide as the command writes, so that what is looked for is not wrapped.
    monkeypatch.setenv("COLUMNS", "100")

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
        "several.json": '{"parties": [{"id": "AZE", "cow": "3"}], "events": [{"id": "x", "urls": ["AZE"]}]}',
        "circle.json": '{"spheres": [{"id": "a", "broader": "b"}, {"id": "b", "broader": "a"}]}',
    }
    for name, content in contents.items():
        (tmp_path / name).write_text(content, encoding="utf-8")
    (tmp_path / "binary.json").write_bytes(b"\x89PNG\r\n\x1a\n")
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
        (["--date", "Feb 1993"], "--date: 'Feb 1993' is not a date"),
        (["--date", "Y20000"], "--date: 'Y20000' is not supported"),
        (["--sphere", ""], "--sphere cannot be ''"),
        (["--date", ""], "'' is not a date"),
        (["facets", "--dataset", "aze-kzz"], "there is no dataset 'aze-kzz'; did you mean 'aze-kaz'"),
        (["conflicts", "--dataset", "none.json"], "bilateral: none.json: no such file or directory"),
        (["validate", "none.json"], "bilateral: none.json: no such file or directory"),
        (["validate", "none.pdf"], "its suffix must be one of .json"),
        (["validate", "none.csv"], "a table of other people is read by --mapping FILE"),
        (["identify", "Germany", "--date", "soon"], "--date: 'soon' is not a date"),
        (["identify", "31", "--scheme", "correlates"], "--scheme cannot be 'correlates'"),
        (["chronology", "--by", "colour"], "invalid choice"),
        (["colour"], "invalid choice"),
        (["show"], "the following arguments are required: id"),
    ],
)
def test_a_wrong_command_is_one_sentence_on_stderr(run, arguments, sentence):
    code, out, err = run(*arguments)

    assert (code, out) == (2, "")
    assert sentence in err
    assert err.startswith("bilateral: ")
    assert len(err.splitlines()) == 1
    assert "Traceback" not in err


@pytest.mark.parametrize(
    ("name", "expected", "words"),
    [
        ("good.json", 0, ["<Corpus of 0 agreements and 1 events>, no problems"]),
        ("empty.json", 1, ["it is empty"]),
        ("broken.json", 1, ["it is no JSON: expecting value at line 1, column 13"]),
        ("list.json", 1, ["it must be an object"]),
        (
            "bad.json",
            1,
            ["events[0] x: date: '1996-13'", "events[1] -: id: '-'", "events[2] y: kind: 'pact'"],
        ),
        (
            "several.json",
            1,
            ["parties[0] AZE: cow: '3': it must be a whole", "events[0] x: urls: 'AZE'"],
        ),
        ("binary.json", 1, ["it is no text in UTF-8: invalid start byte at line 1, column 1"]),
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
    assert len(err.splitlines()) == 1
    if name == "bad.json":
        path = files / name
        assert err == f"bilateral: {path}: it has 3 problems, which bilateral validate {path} lists\n"


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


def test_names_and_codes_are_identified(run):
    code, out, err = run("identify", "Казахстан", "Turkic Council", "--date", "2012")
    assert (code, err) == (0, "")
    assert out.splitlines() == ["KAZ  Kazakhstan  1991-12-16/..", "OTS  Organization of Turkic States"]

    code, out, _ = run("identify", "373", "365", "--scheme", "cow", "--date", "1992")
    assert (code, [line[:3] for line in out.splitlines()]) == (0, ["AZE", "RUS"])


def test_what_names_no_party_or_several_is_told_beside_the_others(run):
    code, out, err = run("identify", "Germany", "Khazakhstan", "France", "--date", "1975")
    told = " ".join(out.split())

    assert (code, err) == (1, "")
    assert "'Germany' in 1975 may be any of several parties: give 'DEU'" in told
    assert "there is no party 'Khazakhstan'; did you mean 'KAZ'" in told
    assert out.splitlines()[-1].startswith("FRA  France")


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


def shell(command, **environment):
    """Run a command line of the shell, in which ``bilateral`` stands for this interpreter's."""
    return subprocess.run(
        [BASH, "-c", command.replace("bilateral", f"{shlex.quote(sys.executable)} -m bilateral", 1)],
        env={**os.environ, **environment},
        capture_output=True,
        check=False,
    )


FULL = pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs the device /dev/full")  # noqa: PTH110
BASH = shutil.which("bash")
SHELL = pytest.mark.skipif(BASH is None, reason="needs bash")


@SHELL
@FULL
@pytest.mark.parametrize("command", ["", "facets", "--help", "--version", "validate {good}"])
@pytest.mark.parametrize(
    ("output", "sentence"), [(">&-", "standard output is closed"), (">/dev/full", "no space left on device")]
)
def test_what_cannot_be_printed_is_told(files, command, output, sentence):
    ended = shell(f"bilateral {command.format(good=files / 'good.json')} {output}")

    assert (ended.returncode, ended.stdout) == (2, b"")
    assert ended.stderr.decode().splitlines()[-1] == f"bilateral: {sentence}"
    assert b"Traceback" not in ended.stderr
    assert b"Exception" not in ended.stderr


@SHELL
@FULL
@pytest.mark.parametrize("error", ["2>&-", "2>/dev/full"])
@pytest.mark.parametrize(
    ("command", "code"), [("--sphere x", 2), ("--by colour", 2), ("--dataset none.json", 2), ("facets", 0)]
)
def test_a_closed_or_full_standard_error_changes_no_exit_code(command, code, error):
    ended = shell(f"bilateral {command} {error}")

    assert (ended.returncode, ended.stderr, ended.stdout == b"") == (code, b"", code == 2)


@SHELL
@pytest.mark.parametrize("command", ["", "conflicts", "facets", "--help", "--format json"])
def test_a_reader_who_has_seen_enough_is_no_error(command):
    ended = shell(f"set -o pipefail; bilateral {command} | head -1")

    assert (ended.returncode, ended.stderr, ended.stdout.count(b"\n")) == (0, b"", 1)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_an_interrupt_ends_it_without_a_traceback(tmp_path):
    pipe = tmp_path / "slow.json"
    os.mkfifo(pipe)
    command = [sys.executable, "-m", "bilateral", "--dataset", pipe]
    # The pipe can be opened only once the other side reads.
    with (
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as reading,
        pipe.open("wb"),
    ):
        reading.send_signal(signal.SIGINT)
        out, err = reading.communicate(timeout=30)

    assert (reading.returncode, out, err) == (130, b"", b"")


@pytest.mark.parametrize("command", [[], ["--by", "sphere"], ["facets"], ["conflicts"], ["show", OIL]])
@pytest.mark.parametrize("width", [30, 40])
def test_a_narrow_terminal_has_narrow_lines(command, width):
    shown = process(*command, COLUMNS=str(width), PYTHONIOENCODING="utf-8").stdout.decode()

    assert [
        line
        for line in shown.splitlines()
        # An id or an address is never broken.
        if len(line) > width and max(map(len, line.split())) < width - len("  energy: ")
    ] == []


@pytest.mark.parametrize("environment", [{"NO_COLOR": "1"}, {"TERM": "dumb"}, {"FORCE_COLOR": "1"}])
def test_no_escape_is_printed(environment):
    assert b"\x1b" not in process("--date", "1993", **environment).stdout
    assert b"\x1b" not in process("conflicts", **environment).stdout


def test_the_c_locale_is_served():
    served = process("--date", "1993", LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")

    assert (served.returncode, served.stderr) == (0, b"")
    assert b"Embassy of Kazakhstan in Azerbaijan opens" in served.stdout


@pytest.mark.parametrize("command", [[], ["show", TRADE], ["conflicts"], ["--format", "md"]])
def test_a_terminal_that_knows_only_ascii_is_served(command):
    served = process(*command, PYTHONIOENCODING="ascii", PYTHONUTF8="0")

    assert (served.returncode, served.stderr) == (0, b"")
    assert served.stdout.isascii()


@pytest.mark.parametrize("command", [["--by", "sphere"], ["--format", "json"], ["facets"], ["--party", "KZ"]])
def test_the_output_does_not_depend_on_the_hash_seed(command):
    one, other = (process(*command, PYTHONHASHSEED=seed) for seed in "01")

    assert (one.returncode, one.stdout, one.stderr) == (other.returncode, other.stdout, other.stderr)


TABLE = "id;signed;with\nt1;16.09.1996;KAZ\nt2;31.11.1999;KAZ\n"


@pytest.fixture
def table(tmp_path):
    """Return a table with a day that there is not, and the mapping beside it."""
    bl.Mapping(id="id", signed="signed", parties=["with", bl.Constant("AZE")]).save(tmp_path / "m.toml")
    (tmp_path / "t.csv").write_text(TABLE, encoding="utf-8")
    return tmp_path / "t.csv"


LOSSLESS = ["a.json", "a.jsonl", "a.parquet", "package/datapackage.json"]


@pytest.mark.parametrize("name", LOSSLESS)
def test_what_is_converted_to_a_lossless_format_is_all_there(run, tmp_path, name):
    path = tmp_path / name

    assert run("convert", "aze-kaz", path) == (0, f"{path}: {bl.load()!r}\n", "")
    assert bl.read(path) == bl.load()
    assert run("validate", path) == (0, f"{path}: {bl.load()!r}, no problems\n", "")
    assert run("facets", "--dataset", path) == run("facets")


def test_what_a_format_does_not_hold_is_told(run, tmp_path):
    code, out, err = run("convert", "aze-kaz", tmp_path / "a.csv", "--option", "layout=tidy")
    records = list(bl.load())

    assert (code, err) == (0, "")
    assert out.splitlines()[0] == f"{tmp_path}/a.csv: {bl.load()!r}"
    for count, what in (
        (sum(len(record.attestations) for record in records), "attestations"),
        (sum(len(record.provisions) for record in bl.load().agreements), "provisions"),
        (sum(len(record.urls) for record in records), "addresses"),
    ):
        assert f"{count:,} {what}" in out.splitlines()[1]
    header, *rows = (tmp_path / "a.csv").read_text(encoding="utf-8").splitlines()
    assert "party,capacity" in header
    assert len(rows) >= sum(len(record.parties) for record in records)


@pytest.mark.parametrize("option", [[], ["--format", "csl"]])
def test_the_name_or_the_option_tells_the_format(run, tmp_path, option):
    code, out, _ = run("convert", "aze-kaz", tmp_path / "a.json", *option)
    begin = (tmp_path / "a.json").read_text(encoding="utf-8")[0]

    assert (code, begin) == (0, "[" if option else "{")
    assert ("cannot be read back" in out) == bool(option)


def test_a_table_is_read_by_a_mapping_that_ships(run, tmp_path):
    path = tmp_path / "query.csv"
    columns = "treaty,treatyLabel,signed,inForce,ended,signatory,placeLabel"
    path.write_text(f"{columns}\nQ1,A treaty,1996-09,,,Q227,Baku\n", encoding="utf-8")
    code, out, _ = run("validate", path, "--mapping", "wikidata")

    assert (code, out) == (0, f"{path}: <Corpus of 1 agreements and 0 events>, no problems\n")


def test_a_table_is_checked_and_converted_by_its_mapping(run, table):
    mapping = ["--mapping", table.parent / "m.toml", "--source", "ministry"]
    code, out, err = run("validate", table, *mapping)
    lines = out.splitlines()

    assert (code, err) == (1, "")
    assert lines[0].startswith(f"{table}: line 3, column signed: t2: signed: '31.11.1999': ")
    assert lines[0].endswith("(warning)")
    assert lines[1] == f"{table}: <Corpus of 2 agreements and 0 events>, 1 problem"
    made = table.with_name("t.jsonl")
    code, out, err = run("convert", table, made, *mapping)
    assert (code, err) == (0, "")
    assert "1 value not understood and kept as found: bilateral validate lists them" in out
    assert bl.read(made)["t2"].raw == (("signed", "31.11.1999"),)
    assert bl.read(made)["t1"].sources[0].id == "ministry"


def test_only_values_are_said_not_to_be_understood(run, table):
    table.write_text(TABLE + TABLE.splitlines()[1] + "\n", encoding="utf-8")
    code, out, _ = run("convert", table, table.with_name("t.jsonl"), "--mapping", table.parent / "m.toml")

    assert code == 0
    assert "1 value not understood and kept as found; 1 other warning: bilateral validate" in out


def test_options_for_reading(run, table):
    other = table.with_name("t.dat")
    other.write_text(TABLE, encoding="utf-16")
    mapping = ["--mapping", table.parent / "m.toml", "--reading", "format=csv"]
    code, out, _ = run("validate", other, *mapping, "--reading", "encoding=utf-16")

    assert (code, out.splitlines()[-1]) == (1, f"{other}: <Corpus of 2 agreements and 0 events>, 1 problem")
    made = table.with_name("made.dat")
    assert run("convert", "aze-kaz", made, "--format", "json")[0] == 0
    assert run("validate", made, "--reading", "format=json")[0] == 0


def test_an_error_stops_all_unless_told_otherwise(run, table):
    table.write_text(TABLE + "t1;1997;KAZ\n", encoding="utf-8")
    mapping = ["--mapping", table.parent / "m.toml"]
    made = table.with_name("made.json")
    problems = bl.read(table, bl.Mapping.load(table.parent / "m.toml"), strict=False).problems
    assert [problem.severity for problem in problems].count("error") == 2

    code, out, err = run("convert", table, made, *mapping)
    assert (code, out, made.exists()) == (2, "", False)
    assert "it has 2 errors, which bilateral validate lists; --lenient writes" in err
    code, out, err = run("convert", table, made, *mapping, "--lenient")
    assert (code, err) == (0, "")
    assert "2 errors; 1 value not understood and kept as found: bilateral validate lists them" in out
    assert len(bl.read(made)) == 3


@pytest.mark.parametrize("name", LOSSLESS)
def test_what_is_read_is_never_written_over(run, tmp_path, name):
    path, link = tmp_path / name, tmp_path / f"link{name[1:].replace('/', '-')}.json"
    bl.write(bl.load(), path)
    link.symlink_to(path.parent if path.parent != tmp_path else path)
    options = ["--format", "datapackage"] if path.parent != tmp_path else []
    for source, target in ((path, path), (path, link), (link, path)):
        code, out, err = run("convert", source, target, *options)
        assert (code, out) == (2, "")
        assert "it is what is read" in err or "its suffix must be one of" in err
    assert bl.read(path) == bl.load()


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["aze-kaz", "a.xyz"], "path cannot be 'a.xyz': its suffix must be one of .bib"),
        (["aze-kaz", "a.csv", "--option", "colour=red"], "csv takes the options layout, formulas"),
        (["aze-kaz", "a.csv", "--option", "layout=wide"], "csv.layout cannot be 'wide': it must be one of"),
        (["aze-kaz", "a.csv", "--option", "layout"], "argument --option: 'layout' must be KEY=VALUE"),
        (["aze-kaz", "a.csv", "--format", "xml"], "argument --format: invalid choice: 'xml'"),
        (["aze-kzz", "a.csv"], "there is no dataset 'aze-kzz'; did you mean 'aze-kaz'?"),
        (["none.json", "a.csv"], "none.json: no such file or directory"),
        (["aze-kaz", "none/a.csv"], "none/a.csv: there is no such folder to write to"),
        (["aze-kaz", "a.csv", "--source", "x"], "a table of other people is read by --mapping FILE"),
        (["t.csv", "a.json", "--mapping", "none.toml"], "none.toml: no such file or directory"),
        (["t.csv", "a.json"], "a table of other people is read by --mapping FILE"),
    ],
)
def test_a_wrong_conversion_is_one_sentence_and_writes_nothing(run, table, monkeypatch, arguments, sentence):
    monkeypatch.chdir(table.parent)
    before = sorted(path.name for path in table.parent.iterdir())
    code, out, err = run("convert", *arguments)

    assert (code, out) == (2, "")
    assert sentence in err
    assert len(err.splitlines()) == 1
    assert sorted(path.name for path in table.parent.iterdir()) == before


def test_every_format_that_is_text_is_printed(run):
    for name, form in FORMATS.items():
        if form.is_text and not form.extra:
            code, out, err = run("--format", name, "--sphere", "energy")
            book = bl.Chronology(bl.load().where(sphere="energy")).by("year")
            assert (code, err, out) == (0, "", form.load().dumps(book).removesuffix("\n") + "\n")
    assert "сентября 1996" in run("--format", "md", "--option", "language=ru")[1]
