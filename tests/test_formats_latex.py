"""LaTeX: documents that a real engine sets, in which data stays text."""

import re

import pytest
from hypothesis import given

from bilateral import Chronology, Corpus, InvalidValueError, load, testing, write
from bilateral.formats.latex import dumps, escaped
from bilateral.lines import one_line
from bilateral.model import Attestation, Event, Source
from consumers import program, run
from hostile import pairs

FLAGS = ("-interaction=nonstopmode", "-halt-on-error", "-no-shell-escape")


def typeset(source, folder, *, engine="xelatex", code=0):
    """Return the text of the pages that an engine makes, or what it prints if it has to fail."""
    engine = program(engine)
    (folder / "made.tex").write_bytes(source)
    printed = run(engine, *FLAGS, "made.tex", folder=folder, code=code)
    return printed if code else run(program("pdftotext"), "-raw", "made.pdf", "-", folder=folder)


def visible(path, folder):
    """Return the text of the pages that XeLaTeX makes of a document; it reads and writes no other files."""
    pages = typeset(path.read_bytes(), folder)

    assert {path.name for path in folder.iterdir()} <= {
        "made.tex",
        "made.pdf",
        "made.log",
        "made.aux",
    }
    assert "root:" not in pages
    # What TeX sets for an apostrophe is one, and numbers of notes may stand between any two words.
    return pages.replace("\u2019", "'")


COMMAND = re.compile(r"\\(text[a-z]+|allowbreak)\{\}|\\([#$%&_{}])|\{\}")
SIGNS = {
    "textbackslash": "\\",
    "textasciicircum": "^",
    "textasciitilde": "~",
    "textquotedbl": '"',
    "textasciigrave": "`",
    "allowbreak": "",
}


@given(testing.texts())
def test_escaping_leaves_no_command_but_those_that_stand_for_signs(text):
    left = COMMAND.sub(lambda found: found[2] or SIGNS.get(found[1] or "allowbreak", "?"), escaped(text))

    assert not re.search(r"[\\{}$&#^_%~]", COMMAND.sub("", escaped(text)))
    assert [sign for sign in left if sign.isalnum()] == [sign for sign in one_line(text) if sign.isalnum()]


@pytest.mark.browser
@pytest.mark.parametrize("language", ["en", "ru", "kk", "az"])
def test_the_dossier_is_set_in_each_language(language, tmp_path):
    pytest.importorskip("babel")
    relations = load()
    source = dumps(Chronology(relations).by("sphere"), language=language)
    pages = " ".join(typeset(source.encode(), tmp_path).split())

    log = (tmp_path / "made.log").read_text(encoding="utf-8", errors="replace")
    assert "Missing character" not in log
    assert "Overfull \\vbox" not in log
    squeezed = "".join(pages.split())
    for record in relations:
        if record.date is not None:
            assert "".join(record.date.text(language).split())[:12] in squeezed
    assert all(source.id in squeezed for record in relations for source in record.sources)


@pytest.mark.browser
def test_where_sources_disagree_and_what_they_say_are_footnotes(tmp_path):
    one = Source("one", "The first", url="https://example.org/a_long_address/of_a_source/with%20signs")
    claims = [
        Attestation("place", place, one, locator=f"p. {i}") for i, place in enumerate(("baku", "almaty"))
    ]
    visits = Corpus([Event("x", title="Visit", date="1996-09", place="baku", attestations=claims)])
    source = dumps(visits)

    assert re.findall(r"\\footnote\{(.*?)\}[\\\n]", source) == [
        "Place: baku (one, p. 0) against almaty (one, p. 1). Left open.",
        "one, p. 0, p. 1.",
    ]
    pages = typeset(source.encode(), tmp_path)
    assert "Visit1,2" in pages
    assert "https://example.org/a_long_address/of_a_source/with%20signs." in "".join(pages.split())


@pytest.mark.browser
def test_any_two_signs_are_set_as_they_are(tmp_path):
    signs = pairs()
    pages = typeset(dumps(Chronology(signs)).encode(), tmp_path).replace("\u2019", "'")

    shown = [line.removeprefix("undated ") for line in pages.splitlines() if line.startswith("undated ")]
    assert shown == [event.title for event in signs]


@pytest.mark.browser
def test_a_fragment_is_read_into_a_document_of_ones_own(tmp_path):
    write(load().where(sphere="energy"), tmp_path / "energy.tex", fragment=True)
    whole = (
        "\\documentclass{book}\\usepackage{fontspec}\\setmainfont{DejaVu Serif}"
        "\\usepackage{array,longtable}\\begin{document}\\chapter{Mine}\\input{energy}\\end{document}"
    )
    pages = typeset(whole.encode(), tmp_path)

    assert "Chapter 1" in pages
    assert "oil and gas" in pages


@pytest.mark.browser
def test_an_empty_corpus_is_a_document(tmp_path):
    assert "Chronology" in typeset(dumps(Corpus()).encode(), tmp_path)


@pytest.mark.browser
def test_pdflatex_is_refused_in_words(tmp_path):
    said = typeset(dumps(load()).encode(), tmp_path, engine="pdflatex", code=1)

    assert re.search(r"requires LuaTeX or\s+XeTeX|XeTeX.*required|[Rr]equires? .*XeTeX", said, re.DOTALL)


@pytest.mark.browser
def test_a_letter_that_the_font_lacks_is_an_error_and_no_gap(tmp_path):
    source = dumps(Corpus([Event("x", title="條約")]), font="DejaVu Serif")

    assert "There is no 條" in typeset(source.encode(), tmp_path, code=1)


@pytest.mark.parametrize("font", ["", "}\\input{x}", "a,b"])
def test_what_is_no_name_of_a_font_is_refused(font):
    with pytest.raises(InvalidValueError, match="it must be the name of an installed font"):
        dumps(Corpus(), font=font)
