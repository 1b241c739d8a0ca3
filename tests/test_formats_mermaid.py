"""Mermaid: timelines that Mermaid itself draws in a browser, in which data stays text."""

import re

import pytest
from hypothesis import given

from bilateral import Chronology, Corpus, load, testing
from bilateral.formats.mermaid import dumps, escaped
from bilateral.lines import one_line
from bilateral.model import Event
from consumers import in_browser, node_modules
from hostile import bare, pairs

PAGE = """<div id=drawn></div>
<script src="/node_modules/mermaid/dist/mermaid.min.js"></script>
<script type=module>
mermaid.initialize({startOnLoad: false, securityLevel: "loose", maxTextSize: 1e6})
const source = await (await fetch("made.mmd")).text()
const out = {ran}
try {
    const {svg} = await mermaid.render("timeline", source)
    document.getElementById("drawn").innerHTML = svg
    const drawn = document.querySelector("#drawn svg")
    out.texts = [...drawn.querySelectorAll("text")].map(each => each.textContent)
    out.elements = [...new Set([...drawn.querySelectorAll("*")].map(each => each.localName))]
    out.handlers = [...drawn.querySelectorAll("*")].flatMap(each =>
        [...each.attributes].map(a => a.name).filter(name => name.startsWith("on")))
    const db = (await mermaid.mermaidAPI.getDiagramFromText(source)).db
    out.tasks = db.getTasks().map(each => [each.section, each.task, each.events.length])
} catch (error) { out.error = String(error) }
const result = document.createElement("pre")
result.id = "result"
result.textContent = JSON.stringify(out)
document.body.append(result)
</script>"""


def drawn(data, folder):
    found = in_browser(PAGE, {"made.mmd": data}, folder, node_modules("mermaid"))
    assert "error" not in found, found["error"]
    return found


def visible(path, folder):
    """Return the texts of the picture that Mermaid draws, with nothing held back for safety."""
    found = drawn(path.read_bytes(), folder)

    assert found["ran"] == found["handlers"] == []
    assert set(found["elements"]) <= {
        *("style", "defs", "g", "line", "marker", "path", "text", "tspan", "svg")
    }
    return "\n".join(found["texts"])


@given(testing.texts())
def test_codes_stand_for_the_signs_they_are_of(text):

    assert re.sub(r"#(\d+);", lambda code: chr(int(code[1])), escaped(text)) == one_line(text)
    assert not re.search(r"[:;{}%<>&\"`\\]", re.sub(r"#\d+;", "", escaped(text)))


@pytest.mark.browser
def test_the_dossier_is_drawn_whole(tmp_path):
    book = Chronology(load()).by("sphere")
    found = drawn(dumps(book).encode(), tmp_path)

    assert sum(count for _, _, count in found["tasks"]) == len(book)
    assert list(dict.fromkeys(section.strip() for section, _, _ in found["tasks"])) == [
        section.title for section in book.sections
    ]
    shown = [bare(text) for text in found["texts"]]
    for entry in book:
        assert bare(entry.record.label) in shown
        assert entry.date is None or any(text.startswith(bare(entry.date.text())) for text in shown)


@pytest.mark.parametrize("language", ["ru", "kk", "az"])
def test_dates_are_in_the_language_asked_for(language):
    pytest.importorskip("babel")
    visits = Corpus([Event("x", title="Visit", date="1996-09-16")])

    assert f"    {visits[0].date.text(language)} : Visit\n" in dumps(visits, language=language)


@pytest.mark.browser
def test_an_empty_corpus_is_an_empty_timeline(tmp_path):
    assert dumps(Corpus()) == "timeline\n  title Chronology\n"
    assert drawn(dumps(Corpus()).encode(), tmp_path)["tasks"] == []


@pytest.mark.browser
def test_any_two_signs_are_drawn_as_they_are(tmp_path):
    signs = pairs()
    found = drawn(dumps(Chronology(signs)).encode(), tmp_path)

    assert [text for text in found["texts"] if text.startswith("x")] == [event.title for event in signs]
