"""Where records stand: nothing of one row overlaps."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from bilateral import Chronology, Corpus, Event, testing
from bilateral.chronology.picture.measure import width
from bilateral.chronology.picture.placing import SIZE, SMALL, Room, place
from bilateral.chronology.picture.scale import scale


def box(placed):
    if not placed.lines:
        return placed.left, placed.right
    dated = len(placed.lines) > 1 and placed.entry.date is not None
    sizes = (SMALL, SIZE) if dated else (SIZE,) * len(placed.lines)
    wide = max(width(line, size) for line, size in zip(placed.lines, sizes, strict=True))
    return (placed.at - wide, placed.right) if placed.before else (placed.left, placed.at + wide)


def room(dates, *, tight=False, label=200.0, right=1000.0):
    axis = scale([date for date in dates if date is not None], 20, right - 250)
    return Room(axis, right, right - 220, label, tight, "en")


@given(
    st.lists(st.tuples(st.none() | testing.dates(), testing.texts()), max_size=25),
    st.booleans(),
    st.booleans(),
)
def test_no_two_of_a_row_overlap_and_all_stay_in_the_picture(drawn, tight, unsure):
    book = Chronology(
        Corpus([Event(f"e{i}", date=date, title=title) for i, (date, title) in enumerate(drawn)])
    )
    placed = place(list(book), room([date for date, _ in drawn], tight=tight), 2)

    assert [each.entry for each in placed] == list(book)
    for a, b in combinations(placed, 2):
        if a.row == b.row:
            (a0, a1), (b0, b1) = box(a), box(b)
            assert a1 <= b0 or b1 <= a0
    assert all(box(each)[0] >= -20 and box(each)[1] <= 1000 for each in placed)


def test_where_rows_are_few_labels_give_way_and_marks_do_not():
    book = Chronology(Corpus([Event(f"e{i}", date="1993-02-24", title="Visit") for i in range(9)]))
    placed = place(list(book), room([entry.date for entry in book], tight=True), 3)

    assert [bool(each.lines) for each in placed] == [True] * 3 + [False] * 6
    assert [each.row for each in placed] == list(range(9))
