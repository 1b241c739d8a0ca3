"""Text for TeX, read back by its published names of signs."""

import re
from unicodedata import bidirectional, category

import pytest
from hypothesis import given

from bilateral import testing
from bilateral.tex import escaped

NAMES = {
    "textbackslash": "\\",
    "textbraceleft": "{",
    "textbraceright": "}",
    "textasciitilde": "~",
    "textasciicircum": "^",
    "textasciigrave": "`",
    "textless": "<",
    "textgreater": ">",
    "textbar": "|",
}
COMMAND = re.compile(r"\\(?:([a-z]+)\{\}|([#$%&_]))|\{\}")


def plain(tex):
    """Return what TeX would print."""
    return COMMAND.sub(lambda match: NAMES.get(match[1], match[2] or ""), tex)


def seen(text):
    """Return what of a text is printed: neither control characters nor turns of direction."""
    turns = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
    signs = (" " if category(sign) == "Cc" else sign for sign in text if bidirectional(sign) not in turns)
    return " ".join("".join(signs).split())


@given(testing.texts())
def test_what_is_printed_is_the_text(text):
    assert plain(escaped(text)) == seen(text)


@given(testing.texts())
def test_nothing_active_is_left(text):
    rest = COMMAND.sub("", escaped(text))

    assert not set(rest) & set("\\{}~^`<>|#$%&_\n\r")
    assert not re.search("--|''|,,", escaped(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\\input{/etc/passwd}", "\\textbackslash{}input\\textbraceleft{}/etc/passwd\\textbraceright{}"),
        ("100 % & more", "100 \\% \\& more"),
        ("a--b", "a-{}-b"),
        ("two\nlines", "two lines"),
        ("Bakı – Қазақстан – Әзербайжан", "Bakı – Қазақстан – Әзербайжан"),
        ("\u202eabc\u202c", "abc"),
    ],
)
def test_escaping(text, expected):
    assert escaped(text) == expected
