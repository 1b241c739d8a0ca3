"""Files in and out, whatever their format."""

import os
import re
import shutil
import signal
import subprocess
import sys
import time
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given

from bilateral import (
    Chronology,
    Corpus,
    InvalidValueError,
    MissingExtraError,
    UnknownIdError,
    load,
    read,
    testing,
    write,
)
from bilateral.formats import FORMATS, markdown
from bilateral.formats.table import known_options
from bilateral.model import Event

CORPUS = Corpus([Event("visit", title="Səfər — визит", date="1996-09"), Event("letter", date="1996-10-18")])
# What needs an extra is tried by a test of its own.
TEXTS = {name: form for name, form in FORMATS.items() if not form.extra and hasattr(form.load(), "dumps")}
SUFFIXES = {suffix: form for form in TEXTS.values() for suffix in form.suffixes}


def test_the_table_is_in_order_and_no_two_formats_have_one_suffix():
    suffixes = [suffix for form in FORMATS.values() for suffix in form.suffixes]

    assert list(FORMATS) == sorted(FORMATS)
    assert len(set(suffixes)) == len(suffixes)
    assert suffixes == [suffix.lower() for suffix in suffixes]


def test_every_format_is_in_the_reference():
    page = (Path(__file__).parent.parent / "docs" / "reference" / "files.md").read_text(encoding="utf-8")
    table = [line.split("|") for line in page.split("```")[0].splitlines() if line.startswith("| `")]
    suffixes = {word for row in table for word in re.findall(r"`([^`]+)`", row[1])}
    names = {word for row in table for word in re.findall(r"`([^`]+)`", row[2])}

    assert suffixes == {suffix for form in FORMATS.values() for suffix in form.suffixes}
    assert names == set(FORMATS)


def test_the_table_says_which_formats_are_text():
    texts = {name for name, form in TEXTS.items() if isinstance(form.load().dumps(CORPUS), str)}

    assert {name for name, form in FORMATS.items() if form.is_text and not form.extra} == texts


@pytest.mark.parametrize("suffix", [*SUFFIXES, ".MD"])
@pytest.mark.parametrize("thing", [CORPUS, Chronology(CORPUS).by("kind")], ids=["corpus", "chronology"])
def test_a_file_holds_what_the_format_says_in_utf_8(tmp_path, suffix, thing):
    path = tmp_path / f"visits{suffix}"
    write(thing, path)

    made = SUFFIXES[suffix.lower()].load().dumps(thing)
    assert path.read_bytes() == (made.encode() if isinstance(made, str) else made)
    assert list(tmp_path.iterdir()) == [path]


def test_the_longest_suffix_counts_and_a_name_of_a_format_counts_more(tmp_path, monkeypatch):
    longer = {**FORMATS, "plain": FORMATS["text"]._replace(suffixes=(".plain.json", "whole.json"))}
    monkeypatch.setattr("bilateral.formats.table.FORMATS", longer)
    for name in ("a.json", "a.plain.json", "whole.json", "a.whole.json"):
        write(CORPUS, tmp_path / name)
    write(CORPUS, tmp_path / "b.json", format="plain")
    begins = {path.name: path.read_text(encoding="utf-8")[0] for path in tmp_path.iterdir()}

    assert begins == {
        "a.json": "{",
        "a.plain.json": "1",
        "whole.json": "1",
        "a.whole.json": "{",
        "b.json": "1",
    }


def test_an_option_that_a_format_does_not_know_is_refused_with_those_it_knows(tmp_path):
    for name, form in FORMATS.items():
        with pytest.raises(InvalidValueError, match=f"'colour': {form.module} takes ") as caught:
            write(CORPUS, tmp_path / "file", format=name, colour="red")
        assert all(option in str(caught.value) for option in known_options(form))
    assert list(tmp_path.iterdir()) == []


def test_options_are_those_of_the_format(tmp_path, monkeypatch):
    monkeypatch.setattr(markdown, "dumps", lambda thing, *, upper=False: "A" if upper else "a")
    write(CORPUS, tmp_path / "a.md", upper=True)

    assert (tmp_path / "a.md").read_text(encoding="utf-8") == "A"


def test_a_format_that_is_none_is_refused_with_those_that_are_known(tmp_path):
    with pytest.raises(UnknownIdError, match=r"there is no format 'xml'; did you mean .*'html'"):
        write(CORPUS, tmp_path / "a.json", format="xml")


@given(testing.corpora(max_size=4), testing.queries())
def test_no_format_fails_on_any_text(corpus, query):
    for thing in (corpus, Chronology(corpus.where(query)).by("sphere")):
        for form in TEXTS.values():
            made = form.load().dumps(thing)
            assert isinstance(made.encode() if isinstance(made, str) else made, bytes)


@pytest.mark.parametrize("suffix", [suffix for suffix, form in SUFFIXES.items() if form.readable])
def test_what_is_written_is_read(tmp_path, suffix):
    path = str(tmp_path / f"visits{suffix}")
    write(CORPUS, path)

    assert read(path) == CORPUS


@pytest.mark.parametrize("name", ["visits", "visits.xyz", "visits.json.gz"])
@pytest.mark.parametrize("use", [read, lambda path: write(CORPUS, path)], ids=["read", "write"])
def test_an_unknown_suffix_is_refused_with_those_that_are_known(tmp_path, monkeypatch, name, use):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(InvalidValueError, match=r"its suffix must be one of .*\.json") as caught:
        use(name)

    assert caught.value.value == str(type(tmp_path)(name))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["a.csv", "a.CSV", "a.tsv", "a.xlsx"])
def test_a_table_is_read_by_a_mapping(name):
    with pytest.raises(InvalidValueError, match=r"needs a mapping; Mapping\.suggest"):
        read(name)
    with pytest.raises(InvalidValueError, match=r"needs a mapping; Mapping\.suggest"):
        read("a.dat", format=name.lower()[2:])


def test_a_file_that_is_not_there_and_a_folder_are_errors_of_the_system(tmp_path):
    (tmp_path / "folder.json").mkdir()
    with pytest.raises(FileNotFoundError, match=r"none\.json"):
        read(tmp_path / "none.json")
    with pytest.raises(OSError, match=r"folder\.json"):
        read(tmp_path / "folder.json")
    with pytest.raises(OSError, match=r"folder\.json"):
        write(CORPUS, tmp_path / "folder.json")
    with pytest.raises(FileNotFoundError) as caught:
        write(CORPUS, tmp_path / "no" / "visits.json")
    assert caught.value.filename == str(tmp_path / "no" / "visits.json")


def test_a_write_that_fails_leaves_the_file_as_it_was(tmp_path, monkeypatch):
    path = tmp_path / "visits.md"
    write(CORPUS, path)
    before = path.read_bytes()

    def broken(thing):
        raise MemoryError

    monkeypatch.setattr(markdown, "dumps", broken)
    with pytest.raises(MemoryError):
        write(Corpus(), path)
    monkeypatch.setattr(markdown, "dumps", lambda thing: "half\ud800")
    with pytest.raises(UnicodeEncodeError):
        write(Corpus(), path)

    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("path", [None, 3, "", "a\0.json"])
@pytest.mark.parametrize("use", [read, lambda path: write(CORPUS, path)], ids=["read", "write"])
def test_what_is_no_path_is_refused(path, use):
    with pytest.raises(InvalidValueError, match="it must be the path of a file") as caught:
        use(path)

    assert (caught.value.field, caught.value.value) == ("path", path)


@pytest.mark.parametrize("thing", [[], CORPUS[0], None])
def test_only_a_corpus_or_a_chronology_is_written(tmp_path, thing):
    with pytest.raises(InvalidValueError, match="it must be a Corpus or a Chronology"):
        write(thing, tmp_path / "x.md")


LOSSLESS = {name: form for name, form in FORMATS.items() if form.readable}


def place(folder, form):
    return folder / ("package" if form.is_folder else f"a{form.suffixes[0]}")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device here is always full")
@pytest.mark.parametrize("name", [name for name, form in FORMATS.items() if not form.is_folder])
def test_a_full_disk_is_told_and_nothing_is_left_behind(tmp_path, name):
    path = tmp_path / f"a{FORMATS[name].suffixes[0]}"
    path.symlink_to("/dev/full")
    with pytest.raises((OSError, MissingExtraError)) as caught:
        write(load().where(sphere="energy"), path)
    if isinstance(caught.value, MissingExtraError):
        pytest.skip(str(caught.value))

    assert "No space left on device" in str(caught.value)
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="a signal that cannot be caught")
@pytest.mark.parametrize("name", LOSSLESS)
def test_a_write_that_is_killed_leaves_the_old_file_or_the_new_one(tmp_path, name):
    if name == "parquet":
        pytest.importorskip("pyarrow.parquet", reason="needs the extra 'parquet'")
    path = place(tmp_path, LOSSLESS[name])
    code = (
        "import sys, bilateral as bl\n"
        "a = bl.load()\n"
        "b = bl.Corpus(reversed(a), catalogue=a.catalogue).where(sphere='economic')\n"
        "bl.write(a, sys.argv[1], format=sys.argv[2])\n"
        "print(flush=True)\n"
        "while True:\n"
        "    bl.write(b, sys.argv[1], format=sys.argv[2])\n"
        "    bl.write(a, sys.argv[1], format=sys.argv[2])\n"
    )
    either = (load(), load().where(sphere="economic"))
    for moment in range(6):
        with subprocess.Popen([sys.executable, "-c", code, path, name], stdout=subprocess.PIPE) as writer:
            writer.stdout.readline()
            time.sleep(moment * 0.013)
            writer.send_signal(signal.SIGKILL)
        # Between two folders there may be none for a moment; the old one is then beside it.
        old = next(tmp_path.glob(".bilateral-*.old"), path)
        assert read(path if path.exists() else old, format=name) in either
        for left in tmp_path.glob(".bilateral-*"):
            shutil.rmtree(left) if left.is_dir() else left.unlink()


@pytest.mark.slow
@pytest.mark.parametrize("name", ["csv", "datapackage", "json", "jsonl"])
def test_writing_takes_no_memory_for_each_record(tmp_path, name):
    small = Corpus(Event(f"e{i}", title="A visit", date="1996", parties=["AZE", "KAZ"]) for i in range(100))
    large = Corpus(
        Event(f"e{i}", title="A visit", date="1996", parties=["AZE", "KAZ"]) for i in range(10_000)
    )
    write(small, place(tmp_path, FORMATS[name]), format=name)
    peaks = []
    for corpus in (small, large):
        tracemalloc.start()
        write(corpus, place(tmp_path, FORMATS[name]), format=name)
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()

    # The index knows who is an agreement, a bit a record; else a hundred need as much as ten thousand.
    assert peaks[1] < peaks[0] + 1_000_000
