"""Documents that cite from a bibliography, as Pandoc and BibLaTeX with Biber make them."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given

from bilateral import Chronology, InvalidValueError, load, testing, write
from bilateral.citations import keys
from bilateral.citations.pointing import bibliography_file, pointers
from bilateral.formats import bibtex, latex, markdown
from consumers import program, run
from hostile import corpus as hostile

ENERGY = Chronology(load().where(sphere="energy")).by("year")


@given(testing.records())
def test_every_source_is_pointed_at_once_with_its_places_in_order(record):
    found = dict(pointers(record, {source: source.id for source in record.sources}))

    assert list(found) == [source.id for source in record.sources]
    for claim in record.attestations:
        assert (claim.locator or "") in found[claim.source.id]


@pytest.mark.parametrize("name", ["treaties.bib", "my papers/treaties.bib", Path("a") / "b.json"])
def test_a_file_is_named_as_it_is(name):
    assert bibliography_file(name) == str(name).replace("\\", "/")


@pytest.mark.parametrize("name", ["", 3, "a.txt", "a\nb.bib", '"; x: "y.bib', "}\\input{x}.bib", "a%.bib"])
def test_a_name_that_could_be_more_than_one_is_refused(name):
    with pytest.raises(InvalidValueError, match="it must be the name of a file"):
        bibliography_file(name)
    for form in (markdown, latex):
        with pytest.raises(InvalidValueError, match="it must be the name of a file"):
            form.dumps(ENERGY, bibliography=name)


def test_markdown_cites_by_keys_and_keeps_its_list_for_pandoc():
    page = markdown.dumps(ENERGY, bibliography="treaties.bib")
    cited = set(re.findall(r"@([\w:.-]*\w)", page))

    assert page.startswith('---\nbibliography: "treaties.bib"\n---\n')
    assert cited == {source.id for record in ENERGY.corpus for source in record.sources}
    assert cited <= set(keys(ENERGY.corpus).values())
    assert page.count("::: {#refs}") == 1
    assert "bibliography" not in markdown.dumps(ENERGY)


def test_latex_cites_by_keys_and_makes_its_list_of_the_file():
    page = latex.dumps(ENERGY, bibliography="treaties.bib")

    assert "\\addbibresource{treaties.bib}" in page
    assert "\\cite[{preamble of the protocol}]{cis-legislation-3984}" in page.replace("\\allowbreak{}", "")
    assert "\\printbibliography[title={Sources}]" in page
    assert "biblatex" not in latex.dumps(ENERGY)


def complaints(printed):
    """Return what Biber finds wrong; a year in words it prints, and sorts by the year that we give it."""
    found = re.findall(r"^(?:WARN|ERROR) - .*", printed, re.MULTILINE)
    return [each for each in found if "legacy year field" not in each]


def cited_by_pandoc(book, folder):
    """Return the citekeys that Pandoc finds cited, and the text of what it makes."""
    write(book, folder / "book.md", bibliography="treaties.bib")
    write(book, folder / "treaties.bib")
    pandoc = program("pandoc")
    tree = json.loads(run(pandoc, "book.md", "-t", "json", folder=folder))
    found = set(re.findall(r'"citationId": ?"([^"]*)"', json.dumps(tree)))
    return found, run(pandoc, "book.md", "--citeproc", "-t", "plain", "--wrap=none", folder=folder)


@pytest.mark.slow
@pytest.mark.parametrize("book", [ENERGY, Chronology(hostile())], ids=["energy", "hostile"])
def test_pandoc_finds_every_source_and_no_other(tmp_path, book):
    found, text = cited_by_pandoc(book, tmp_path)
    known = keys(book.corpus)

    assert found == {known[source] for record in book.corpus for source in record.sources}
    # What it did not find in the file it prints as a key between asterisks.
    assert not [key for key in found if f"{key}?" in text]


@pytest.mark.slow
@pytest.mark.parametrize("book", [ENERGY, Chronology(hostile())], ids=["energy", "hostile"])
def test_biber_and_xelatex_set_every_citation(tmp_path, book):
    write(book, tmp_path / "book.tex", bibliography="treaties.bib")
    write(book, tmp_path / "treaties.bib")
    xelatex, biber = program("xelatex"), program("biber")
    flags = ("-interaction=nonstopmode", "-halt-on-error", "-no-shell-escape")
    run(xelatex, *flags, "book.tex", folder=tmp_path)
    printed = run(biber, "book", folder=tmp_path)
    run(xelatex, *flags, "book.tex", folder=tmp_path)
    run(xelatex, *flags, "book.tex", folder=tmp_path)
    log = (tmp_path / "book.log").read_text(encoding="utf-8", errors="replace")

    assert not complaints(printed)
    assert not re.findall(r"undefined references|Citation '[^']*' undefined|No driver", log)


def test_every_entry_of_the_file_is_one_that_biber_takes(tmp_path):
    biber = program("biber")
    (tmp_path / "treaties.bib").write_text(bibtex.dumps(hostile()) + bibtex.dumps(load()), encoding="utf-8")
    printed = run(biber, "--tool", "treaties.bib", folder=tmp_path)

    assert not complaints(printed)
