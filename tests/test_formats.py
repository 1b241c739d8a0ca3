"""Files in and out, whatever their format."""

import pytest
from hypothesis import given

from bilateral import Chronology, Corpus, InvalidValueError, read, testing, write
from bilateral.formats import READERS, WRITERS, csv, html, json, markdown, text
from bilateral.model import Event

CORPUS = Corpus([Event("visit", title="Səfər — визит", date="1996-09"), Event("letter", date="1996-10-18")])
MODULES = {".csv": csv, ".html": html, ".json": json, ".md": markdown, ".txt": text}


def test_every_format_is_tested_here():
    assert set(WRITERS) == set(MODULES)
    assert set(READERS) <= set(WRITERS)


@pytest.mark.parametrize("suffix", [*WRITERS, ".MD"])
@pytest.mark.parametrize("thing", [CORPUS, Chronology(CORPUS).by("kind")], ids=["corpus", "chronology"])
def test_a_file_holds_what_the_format_says_in_utf_8(tmp_path, suffix, thing):
    path = tmp_path / f"visits{suffix}"
    write(thing, path)

    assert path.read_bytes() == MODULES[suffix.lower()].dumps(thing).encode()
    assert list(tmp_path.iterdir()) == [path]


@given(testing.corpora(max_size=4), testing.queries())
def test_no_format_fails_on_any_text(corpus, query):
    for thing in (corpus, Chronology(corpus.where(query)).by("sphere")):
        for module in MODULES.values():
            assert module.dumps(thing).encode()


@pytest.mark.parametrize("suffix", READERS)
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
