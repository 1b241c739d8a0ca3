"""Text as one line that changes nothing outside of itself."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilateral import testing
from bilateral.lines import one_line

OPENING = {"LRE", "RLE", "LRO", "RLO"}
ISOLATING = {"LRI", "RLI", "FSI"}


def left_open(text):
    """Return how many embeddings, overrides and isolates are open at the end, by rules X1 to X8 of UAX #9."""
    stack = []
    for mark in map(unicodedata.bidirectional, text):
        if mark in OPENING | ISOLATING:
            stack.append(mark)
        elif mark == "PDF" and stack and stack[-1] in OPENING:
            stack.pop()
        elif mark == "PDI" and ISOLATING & set(stack):
            while stack.pop() not in ISOLATING:
                pass
    return len(stack)


@given(testing.texts())
def test_a_line_is_one_and_says_the_same(text):
    line = one_line(text)

    assert len(line.splitlines()) <= 1
    assert not any(unicodedata.category(sign) == "Cc" for sign in line)
    kept = [sign for sign in text if not sign.isspace() and unicodedata.category(sign) != "Cc"]
    assert [sign for sign in line if sign not in " \ufffd"][: len(kept)] == [s for s in kept if s != "\ufffd"]
    assert one_line(line) == line


@given(st.text("ab\u202a\u202b\u202d\u202e\u2066\u2067\u2068\u202c\u2069", max_size=20))
def test_no_override_of_direction_outlives_its_text(text):
    line = one_line(text)

    assert left_open(line) == 0
    assert line.startswith(text)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", ""),
        (" a\tb\u2028c ", "a b c"),
        ("BEGIN:VEVENT\r\nEND:VEVENT", "BEGIN:VEVENT END:VEVENT"),
        ("a\0\x1b[31m\x7f\x9b", "a\ufffd\ufffd[31m\ufffd\ufffd"),
        ("\u2067\u202ea", "\u2067\u202ea\u202c\u2069"),
        ("\u202ea\u202c", "\u202ea\u202c"),
    ],
)
def test_lines(text, line):
    assert one_line(text) == line
