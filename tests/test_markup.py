"""Markup made of parts: data stays text, whatever it holds."""

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilateral import testing
from bilateral.markup import Markup, element, framed


def parsed(html):
    """Return tags with their attributes, and the text, that a parser finds."""
    tags, text = [], []
    parser = HTMLParser(convert_charrefs=True)
    parser.handle_starttag = lambda tag, attributes: tags.append((tag, dict(attributes)))
    parser.handle_data = text.append
    parser.feed(html)
    parser.close()
    return tags, "".join(text)


@given(testing.texts())
def test_text_stays_text(text):
    assert parsed(element("p", text)) == ([("p", {})], text)


@given(testing.texts(), testing.texts())
def test_an_attribute_stays_within_its_quotes(title, text):
    assert parsed(element("p", text, title=title)) == ([("p", {"title": title})], text)


@given(st.lists(testing.texts() | st.none()))
def test_parts_follow_one_another(parts):
    _, text = parsed(element("p", *parts))

    assert text == "".join(part for part in parts if part is not None)


def test_only_markup_is_taken_for_markup():
    bold = element("b", "x")

    assert isinstance(bold, Markup)
    assert element("p", bold) == "<p><b>x</b></p>"
    assert element("p", str.__str__(bold) + "") == "<p>&lt;b&gt;x&lt;/b&gt;</p>"


@pytest.mark.parametrize(
    ("given", "html"),
    [
        (element("p"), "<p></p>"),
        (element("p", class_="minor"), '<p class="minor"></p>'),
        (element("a", "&", href='x"><script>'), '<a href="x&quot;&gt;&lt;script&gt;">&amp;</a>'),
    ],
)
def test_elements(given, html):
    assert given == html


def test_a_frame_needs_nothing_from_outside():
    frame = framed("x")

    assert "<script" not in frame
    assert "url(" not in frame
    assert "@import" not in frame
    assert frame.startswith("<style>")
