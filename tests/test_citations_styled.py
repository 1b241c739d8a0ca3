"""Styled text: marks are paired, and nothing in the text is taken for one."""

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from bilateral import testing
from bilateral.citations.styled import STYLES, Styled, marked, unmarked
from bilateral.formats.markdown import escaped


class Reader(HTMLParser):
    def __init__(self):
        super().__init__()
        self.text, self.tags = "", []

    def handle_data(self, data):
        self.text += data

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)


PIECES = st.lists(st.tuples(st.sampled_from(["", *STYLES]), testing.texts()), max_size=5)


@given(PIECES)
def test_html_says_the_text_and_the_styles(pieces):
    clean = [(style, unmarked(text)) for style, text in pieces]
    styled = Styled("".join(marked(style, text) if style else text for style, text in clean))
    reader = Reader()
    reader.feed(styled.html)
    reader.close()

    assert reader.text == str(styled) == "".join(text for _, text in clean)
    assert len(reader.tags) == sum(style != "" for style, _ in clean)


def test_styles_nest_and_a_format_takes_those_it_has():
    styled = Styled(marked("italic", "a " + marked("bold", "b*") + " c") + " d")
    stars = {"italic": lambda _, inner: f"*{inner}*", "bold": lambda _, inner: f"**{inner}**"}

    assert styled.rendered(escaped, stars) == "*a **b\\*** c* d"
    assert styled.rendered(str) == "a b* c d"


def test_marks_that_have_no_partner_do_no_harm():
    assert str(Styled("a\ue006b")) == "ab"
    assert Styled("a\ue006b\ue000c").html == "abc"
    assert unmarked("a\ue000\n b") == "a\ufffd b"
