"""Tables of results, read back by those who read text, Markdown, HTML and frames."""

from xml.etree import ElementTree as ET

import attrs
import pytest

from bilateral import InvalidValueError
from bilateral.tabular import Tabular

HOSTILE = "<img src=x onerror=alert(1)> | `x`\n*b* [a](javascript:b)"


@attrs.frozen(str=False)
class Sample(Tabular):
    """A table for tests."""

    caption = "Sample <b>"

    names: tuple[str | None, ...]
    numbers: tuple[float | None, ...]

    def columns(self):
        return {"name": self.names, "number": self.numbers}

    def notes(self):
        return ["A note."]


SAMPLE = Sample(("a", HOSTILE, None), (1.0, None, 0.123456))


@pytest.mark.parametrize("backend", ["polars", "pandas", "pyarrow"])
def test_a_frame_holds_what_the_table_holds(backend):
    pytest.importorskip(backend)
    frame = SAMPLE.to_frame(backend)
    columns = {"polars": "to_dict", "pandas": "to_dict", "pyarrow": "to_pydict"}[backend]
    found = getattr(frame, columns)(**({"as_series": False} if backend == "polars" else {}))
    names = list(found["name"].values() if backend == "pandas" else found["name"])

    assert names[:2] == ["a", HOSTILE]
    assert len(names) == 3


def test_an_unknown_backend_is_refused():
    with pytest.raises(InvalidValueError, match="must be one of polars, pandas, pyarrow"):
        SAMPLE.to_frame("excel")


def test_markdown_is_a_table_in_which_data_are_text():
    rendered = (
        pytest.importorskip("markdown_it")
        .MarkdownIt("gfm-like", {"linkify": False})
        .render(SAMPLE.to_markdown())
    )
    root = ET.fromstring(f"<x>{rendered}</x>")  # noqa: S314 - of our own making
    cells = [["".join(cell.itertext()) for cell in row] for row in root.iter("tr")]

    assert cells == [["name", "number"], ["a", "1"], [" ".join(HOSTILE.split()), ""], ["", "0.123"]]
    assert root.find(".//img") is root.find(".//a") is root.find(".//em") is None


def test_html_is_a_table_in_which_data_are_text():
    html = SAMPLE._repr_html_()
    root = ET.fromstring(f"<x>{html}</x>")  # noqa: S314 - of our own making
    cells = [["".join(cell.itertext()) for cell in row] for row in root.iter("tr")]

    assert cells[2] == [" ".join(HOSTILE.split()), ""]
    assert root.findtext(".//caption") == "Sample <b>"
    assert root.find(".//img") is None
    assert "A note." in "".join(root.itertext())


def test_text_is_aligned_and_long_tables_are_cut():
    lines = str(SAMPLE).splitlines()
    assert lines[0].endswith("number")
    assert len({len(lines[0]), len(lines[1])}) == 1
    assert lines[-1] == "A note."

    long = Sample(("a",) * 100, (1.0,) * 100)
    assert "... and 40 more" in str(long)
    assert "... and 40 more" in long._repr_html_()
    assert long.to_markdown().count("\n| a |") == 100


class Drawn(Tabular):
    caption = "Sample & drawn"

    def columns(self):
        return {"n": list(range(100))}

    def picture(self):
        return "<svg/>"


def test_a_picture_has_its_heading_above_and_all_of_the_table_folded():
    root = ET.fromstring(f"<x>{Drawn()._repr_html_()}</x>")  # noqa: S314 - of our own making
    heading, _, folded = root.iterfind("div/*")

    assert heading.text == "Sample & drawn"
    assert root.find(".//caption") is None
    assert folded.tag == "details"
    assert [each.text for each in folded.iter("p")] == ["... and 40 more"]
