"""The picture in pixels."""

import struct

import pytest

from bilateral import Chronology, Corpus, Event, InvalidValueError, MissingExtraError, write
from bilateral.formats.png import dumps

BOOK = Chronology(Corpus([Event("a", title="Səfər — визит", date="1996-09")]))


def size(data):
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    return struct.unpack(">II", data[16:24])


def test_it_is_as_large_as_asked(tmp_path):
    pytest.importorskip("vl_convert", reason="needs the extra plot")
    write(BOOK, tmp_path / "a.png", width=800, scale=1.5)

    assert size((tmp_path / "a.png").read_bytes())[0] == 1200
    # Marks are there: a picture without any compresses to less.
    assert len(dumps(BOOK)) > len(dumps(Chronology(Corpus())))


@pytest.mark.parametrize("scale", [0, -1, 9, "2", True, float("nan")])
def test_a_scale_that_is_none_is_refused(scale):
    with pytest.raises(InvalidValueError, match="it must be a number above 0, at most 8"):
        dumps(BOOK, scale=scale)


def test_without_the_extra_it_says_what_to_install(monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "vl_convert", None)
    with pytest.raises(MissingExtraError, match=r"bilateral\[plot\]"):
        dumps(BOOK)


def visible(path, folder):
    """Return nothing: no reader finds text among pixels, and there is none beside them."""
    data, kinds, at = path.read_bytes(), set(), 8
    size(data)
    while at < len(data):
        length, kind = struct.unpack(">I4s", data[at : at + 8])
        kinds.add(kind)
        at += 12 + length

    assert kinds.isdisjoint({b"tEXt", b"zTXt", b"iTXt"})
