"""Text is never wider than it is taken to be."""

import unicodedata
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilateral import testing
from bilateral.chronology.picture.measure import fit, width, wrap

DEJAVU = Path("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf")


@cache
def advances():
    ttlib = pytest.importorskip("fontTools.ttLib", reason="needs fonttools to measure by a real font")
    if not DEJAVU.is_file():
        pytest.skip("needs DejaVu Sans, the widest of common fonts")
    font = ttlib.TTFont(str(DEJAVU))
    sizes, units = font["hmtx"], font["head"].unitsPerEm
    return {chr(code): sizes[name][0] / units for code, name in font.getBestCmap().items()}


def test_no_letter_is_wider_in_a_wide_font():
    letters = {
        letter: wide
        for letter, wide in advances().items()
        if letter < "\u0530" and unicodedata.category(letter)[0] in "LNPSZ"
    }
    # Some letters of other languages are wider.
    wider = {letter for letter, wide in letters.items() if wide > width(letter, 1) + 0.005}
    common = {chr(code) for code in (*range(0x20, 0x7F), *range(0x410, 0x450))} | set(
        "ёЁәӘғҒқҚңҢөӨұҰүҮһҺіІçÇğĞıİöÖşŞüÜ…–—“”"
    )

    assert sorted(wider & common) == []
    assert len(wider) < len(letters) / 10


@given(testing.texts(), st.floats(1, 400))
def test_what_is_cut_fits_and_is_made_of_the_text(text, room):
    cut = fit(text, 12, room)
    whole = " ".join(text.split())

    assert width(cut, 12) <= room + 1e-6
    if cut != whole and cut:
        head, _, tail = cut.partition(" … ")
        assert whole.startswith(head)
        assert whole.endswith(tail)
    assert cut == whole or width(whole, 12) > room


def test_a_cut_is_between_words_where_it_can_be():
    title = (
        "Agreement between the Government of Kazakhstan and the Government of Azerbaijan on pension provision"
    )

    assert fit(title, 12, 340) == "Agreement … Azerbaijan on pension provision"


@given(testing.texts(), st.floats(40, 400))
def test_lines_fit_and_hold_the_text_or_its_ends(text, room):
    lines, whole = wrap(text, 12, room), " ".join(text.split())

    assert 1 <= len(lines) <= 2
    assert all(width(line, 12) <= room + 1e-6 for line in lines)
    if not any(" … " in line for line in lines) and all(lines):
        assert " ".join(lines) == whole
