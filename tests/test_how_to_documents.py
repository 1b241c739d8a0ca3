"""The how-to pages on documents and timelines: their commands and pages do what is said of them."""

import re
from pathlib import Path

import pytest

from consumers import in_browser, node_modules, program, run

DOCS = Path(__file__).parents[1] / "docs" / "how-to"


@pytest.fixture
def written(tmp_path, monkeypatch):
    """Return a folder with what the python blocks of a page write."""
    monkeypatch.chdir(tmp_path)

    def write(page):
        pytest.importorskip("babel")
        pytest.importorskip("icalendar")
        for block in blocks(page, "python"):
            exec(block, scope)  # noqa: S102 - the project's own documentation
        return tmp_path

    scope = {}
    return write


def blocks(page, language):
    text = (DOCS / page).read_text(encoding="utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


@pytest.mark.browser
def test_word_gets_a_document_with_its_footnotes(written):
    pandoc = program("pandoc")
    folder = written("documents.md")
    (command,) = (block for block in blocks("documents.md", "console") if "pandoc" in block)
    run(pandoc, *command.split()[2:], folder=folder)
    read = run(pandoc, "energy.docx", "--to", "markdown", folder=folder)

    assert "cooperation in the oil and gas industry" in " ".join(read.split())
    assert read.count("[^1]") == 2
    assert "against 1997 (jabbarova-2025" in " ".join(read.split())
    assert run(pandoc, "energy-ru.md", "--from", "gfm", "--to", "plain", folder=folder).count(
        "сентября 1996 г."
    )


@pytest.mark.browser
def test_latex_sets_the_document_and_the_part(written):
    xelatex = program("xelatex")
    folder = written("documents.md")
    (command,) = (block for block in blocks("documents.md", "console") if "xelatex" in block)
    (paper,) = blocks("documents.md", "latex")
    (folder / "paper.tex").write_text(paper, encoding="utf-8")
    for name in (*command.split()[2:], "paper.tex", "energy-kk.tex"):
        run(xelatex, "-interaction=nonstopmode", "-halt-on-error", name, folder=folder)
    pages = run(program("pdftotext"), "-raw", "paper.pdf", "-", folder=folder)

    assert pages.startswith("1 Energy")
    assert "16 September 1996" in " ".join(pages.split())


@pytest.mark.browser
def test_the_page_shows_the_timeline_that_lies_beside_it(written, tmp_path_factory):
    library = node_modules("@knight-lab/timelinejs")
    folder = written("timelines.md")
    (page,) = blocks("timelines.md", "html")
    local = re.sub(
        r'"https://cdn\.knightlab\.com/libs/timeline3/latest/(js|css)/(timeline)(-min)?\.(js|css)"',
        r'"/node_modules/@knight-lab/timelinejs/dist/\1/\2.\4"',
        page,
    )
    probe = """<script>setTimeout(() => {
        const result = document.createElement("pre")
        result.id = "result"
        const titles = [...document.querySelectorAll(".tl-slide h2")].map(each => each.textContent)
        result.textContent = JSON.stringify(titles)
        document.body.append(result)
    }, 4000)</script>"""
    name = "relations.timeline.json"
    found = in_browser(
        local + probe, {name: (folder / name).read_bytes()}, tmp_path_factory.mktemp("page"), library
    )

    assert "https:" not in local
    assert found[0] == "Relations between Azerbaijan and Kazakhstan, 1992-2013"
    assert len(found) > 40
