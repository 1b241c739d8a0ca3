"""Markdown: a list with footnotes, in which data stays text."""

import re
import shutil
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilateral import Chronology, Corpus, testing
from bilateral.chronology.layout import layout
from bilateral.formats.markdown import dumps, escaped
from bilateral.lines import one_line
from bilateral.model import Attestation, Event, Source
from consumers import run
from hostile import bare

ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])|<(https?:[^<>]*)>")
ONE = Source("one", "The first")
ACTIVE = re.compile(r"(?<!\\)(?:\\\\)*[`*_{}\[\]<>#|~&!$^@]|(?<!\\):[\w+-]+:|(?<!\\)://")
LIKE_MARKDOWN = st.text("ab1 *_`[]()<>#!|~&^@:;/.-+=\\'\"\n", max_size=25) | st.lists(
    st.sampled_from(["https://", "http:", "www.", "a.b/", "_c_", "x)", "<", "?d=&e", " ", "\\", "@f.g"]),
    max_size=8,
).map("".join)


@given(testing.texts() | LIKE_MARKDOWN)
def test_escaping_is_undone_by_reading(text):
    assert ESCAPED.sub(r"\1\2", escaped(text)) == one_line(text)


@given(testing.texts() | LIKE_MARKDOWN)
def test_nothing_active_is_left(text):
    line = re.sub("<https?:[^<>]*>", "\ue000", escaped(text))

    assert not ACTIVE.search(line)
    assert "\n" not in line
    assert not re.match(r"([-+=:]|\d+[.)])", line)


@given(testing.texts() | LIKE_MARKDOWN)
@pytest.mark.parametrize("flavour", ["commonmark", "gfm-like"])
def test_a_renderer_shows_any_text_as_it_is(flavour, text):
    markdown_it = pytest.importorskip("markdown_it")
    pytest.importorskip("linkify_it")
    page = Page(markdown_it.MarkdownIt(flavour).render(f"a {escaped(text)}"))

    assert page.tags <= {"p", "a"}
    assert all(re.match(r"https?://", link) for link in page.links)
    assert "".join(page.text) == f"a {one_line(text)}".strip() + "\n"


@given(testing.corpora(max_size=4))
def test_each_entry_is_an_item_and_each_footnote_is_called(corpus):
    book = Chronology(corpus).by("year")
    plan = layout(book)
    page = dumps(book)
    body, *_ = page.split("## Sources")

    assert len(re.findall(r"^- \*\*", body, re.MULTILINE)) == len(book)
    assert page.endswith("\n")
    for i in range(1, len(plan.footnotes) + 1):
        assert len(re.findall(rf"\[\^{i}\](?!:)", page)) == 1
        assert len(re.findall(rf"^\[\^{i}\]: ", page, re.MULTILINE)) == 1


def test_a_page():
    claims = [Attestation("place", place, ONE, quote="*there*") for place in ("baku", "almaty")]
    book = Chronology(Corpus([Event("x", title="Visit #1", date="1996", place="baku", attestations=claims)]))

    assert dumps(book.by("year")) == (
        "## 1996\n"
        "\n"
        "- **1996**[^1] — Visit \\#1\\\n"
        "  baku\\\n"
        "  one\n"
        "\n"
        "## Sources\n"
        "\n"
        "- one: The first.\n"
        "\n"
        "[^1]: Place: baku (one: “\\*there\\*”) against almaty (one: “\\*there\\*”). Left open.\n"
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\nb", "a b"),
        ("# x", "\\# x"),
        ("1. x", "1\\. x"),
        ("- x", "\\- x"),
        ("a - b", "a - b"),
        ("<b>&amp;", "\\<b\\>\\&amp;"),
        ("\\", "\\\\"),
    ],
)
def test_escaping(text, expected):
    assert escaped(text) == expected


ALLOWED = {
    *("h2", "p", "ul", "ol", "li", "strong", "br", "hr", "section", "sup", "a"),
    # What Pandoc puts around a page of its own.
    *("em",),
}


class Page(HTMLParser):
    """Collects the text of a page and what else it has."""

    def __init__(self, html):
        super().__init__()
        self.text, self.tags, self.links = [], set(), []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attributes):
        self.tags.add(tag)
        self.links += [value for name, value in attributes if name in {"href", "src"}]

    def handle_data(self, data):
        self.text.append(data)


def rendered(data, folder):
    """Yield the page that each renderer makes: CommonMark with footnotes, GitHub's dialect, and Pandoc's."""
    markdown_it = pytest.importorskip("markdown_it")
    pytest.importorskip("linkify_it")
    footnotes = pytest.importorskip("mdit_py_plugins.footnote")
    for flavour in ("commonmark", "gfm-like"):
        yield Page(markdown_it.MarkdownIt(flavour).use(footnotes.footnote_plugin).render(data.decode()))
    if shutil.which("pandoc"):
        for flavour in ("gfm", "markdown-smart", "commonmark_x-smart"):
            yield Page(run("pandoc", "--from", flavour, "--to", "html", data=data))


def visible(path, folder):
    """Return the text that all renderers show."""
    pages = list(rendered(path.read_bytes(), folder))
    texts = {bare(re.sub(r"\[?\d+\]?|[\u21a9\ufe0e:]", "", "".join(page.text))) for page in pages}

    for page in pages:
        assert page.tags <= ALLOWED
        assert not [
            link for link in page.links if not link.startswith(("#", "http://", "https://", "mailto:"))
        ]
    assert len(texts) == 1
    return "".join(pages[0].text)
