"""Bars, as the page that shows them measures them."""

from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from bilateral.bars import bars

SVG = "{http://www.w3.org/2000/svg}"
# XML has no control characters, and no text of a corpus that is counted by has any.
LABELS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cn")), max_size=40)
BOUNDS = st.tuples(LABELS, st.integers(0, 60_000), st.integers(0, 2_000)).map(
    lambda row: (row[0], row[1], row[1] + row[2])
)


@given(st.lists(BOUNDS, min_size=1, max_size=8).filter(lambda rows: any(row[2] for row in rows)))
def test_bars_are_as_long_as_what_they_count(rows):
    root = ET.fromstring(bars("Records", rows))  # noqa: S314 - of our own making
    groups = root.findall(f"{SVG}g")
    longest = max(range(len(rows)), key=lambda number: rows[number][2])
    unit = float(groups[longest].find(f"{SVG}rect").get("width")) / rows[longest][2]

    for group, (_, at_least, at_most) in zip(groups, rows, strict=True):
        widths = [float(rect.get("width")) for rect in group.findall(f"{SVG}rect")]
        assert len(widths) == (1 if at_least == at_most else 2)
        assert abs(widths[-1] - at_least * unit) < 1
        assert abs(widths[0] - at_most * unit) < 1
        assert 190 + widths[0] <= 190 + 420.1
        assert group.findtext(f"{SVG}title").endswith(
            f": {at_least}" if at_least == at_most else f": {at_least} to {at_most}"
        )


def test_nothing_to_count_is_an_empty_picture():
    assert ET.fromstring(bars("Records", [])).findtext(f"{SVG}title") == "Records"  # noqa: S314 - as above


def test_a_line_divides_above_the_rows_that_are_named():
    root = ET.fromstring(bars("Records", [("1995", 1, 1), ("1996", 3, 3)], divided={"1996"}))  # noqa: S314 - as above
    (line,) = [each for each in root.findall(f"{SVG}line") if each.get("class") == "divides"]
    tops = [float(each.find(f"{SVG}rect").get("y")) for each in root.findall(f"{SVG}g")]

    assert tops[0] < float(line.get("y1")) < tops[1]
