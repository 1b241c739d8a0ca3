"""HTML: one page that needs nothing else."""

import re
from html import escape
from html.parser import HTMLParser

from hypothesis import given

from bilateral import Chronology, testing
from bilateral.chronology.html import fragment
from bilateral.formats.html import dumps
from consumers import in_browser


@given(testing.corpora(max_size=3))
def test_it_is_a_page_around_the_fragment(corpus):
    page = dumps(corpus)
    opened = []
    parser = HTMLParser()
    parser.handle_starttag = lambda tag, attributes: opened.append(tag)
    parser.feed(page)
    parser.close()

    assert opened[:2] == ["html", "head"]
    assert {"script", "link", "img", "iframe", "object"}.isdisjoint(opened)
    assert fragment(Chronology(corpus).by("year")) in page
    assert not re.search(r"\son\w+=", re.sub(r">[^<]*<", "><", page))


@given(testing.corpora(max_size=2))
def test_a_page_has_the_title_and_the_credits_of_the_dataset(corpus):
    page = dumps(corpus)
    dataset = corpus.dataset
    said = [dataset.title, dataset.citation, dataset.licence] if dataset else []

    assert all(escape(words) in page for words in said if words)
    assert ("<footer>" in page) is (dataset is not None)


PROBE = """<script>addEventListener("load", () => {
    const page = document.getElementById("page").contentDocument
    const find = path => [...page.querySelectorAll(path)]
    const result = document.createElement("pre")
    result.id = "result"
    result.textContent = JSON.stringify({
        ran, text: page.body.textContent, links: find("a").map(each => each.href),
        active: find("script, img, iframe, object, embed, link, [onerror], [onmouseover]").map(
            each => each.outerHTML)})
    document.body.append(result)
})</script><iframe id=page src=made.html></iframe>"""


def visible(path, folder):
    """Return the text of a page as a browser shows it; it runs nothing, and no data is an element."""
    found = in_browser(PROBE, {"made.html": path.read_bytes()}, folder)

    assert found["ran"] == found["active"] == []
    assert all(link.startswith(("http:", "https:")) for link in found["links"])
    return found["text"]
