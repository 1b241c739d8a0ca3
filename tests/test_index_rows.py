"""Sets of rows, in every form, against the sets of Python."""

from array import array
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilateral.index import pages
from bilateral.index.pages import packed
from bilateral.index.rows import Bitmap, Listed, Runs, everything, listed, merged, nothing


@pytest.fixture(scope="module", params=[pages.PAGE, 64, 256], autouse=True)
def rows_of_a_page(request):
    """Pages of so few rows, too, that a few hundred rows have several."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pages, "PAGE", request.param)
        yield


def bits(rows):
    return sum(page << number * pages.PAGE for number, page in enumerate(rows.pages))


@st.composite
def sets(draw):
    """Some rows in one of the forms, with the set that they are."""
    size = draw(st.shared(st.sampled_from([0, 1, 7, 64, 65, 300, 2_000]), key="size"))
    if size == 0:
        return Runs(0, ()), set()
    stretches = draw(st.lists(st.tuples(st.integers(0, size), st.integers(0, size)), max_size=4))
    single = draw(st.sets(st.integers(0, size - 1), max_size=20))
    runs = sorted((min(run), max(run)) for run in stretches)
    held = {row for run in runs for row in range(*run)}
    form = draw(st.sampled_from(["runs", "listed", "bitmap"]))
    if form == "runs":
        return merged(size, runs), held
    held |= single
    if form == "listed":
        rows = listed(size, sorted(held))
        cut = draw(st.none() | st.tuples(st.integers(0, size), st.integers(0, size)))
        if cut is None:
            return rows, held
        # A list that is cut is not copied: it counts by pieces.
        return rows & merged(size, [cut]), held & {*range(*cut)}
    return Bitmap(size, packed(sorted(held), size, dense=False)), held


@given(sets(), sets())
def test_they_are_joined_like_sets(one, other):
    (a, x), (b, y) = one, other

    assert list(a & b) == sorted(x & y)
    assert list(a | b) == sorted(x | y)
    assert list(a - b) == sorted(x - y)
    assert list(~a) == sorted(set(range(a.size)) - x)
    assert (a == b) == (x == y)
    assert hash(a & b) == hash(b & a)


@given(sets(), st.data())
def test_they_are_read_like_lists(one, data):
    rows, held = one
    numbers = sorted(held)

    assert list(rows) == numbers == list(rows.numbers)
    assert len(rows) == len(held)
    assert bool(rows) == bool(held)
    assert bits(rows) == sum(1 << row for row in held)
    assert list(rows.of([f"r{i}" for i in range(rows.size)])) == [f"r{i}" for i in numbers]
    assert [row for row in range(rows.size) if row in rows] == numbers
    key = data.draw(st.slices(len(numbers) + 1))
    assert list(rows.sliced(key)) == sorted(numbers[key])
    for position in range(-len(numbers), len(numbers)):
        assert rows[position] == numbers[position]
    with pytest.raises(IndexError):
        rows[len(numbers)]


@given(sets(), st.data())
def test_they_are_counted_between_edges(one, data):
    rows, held = one
    edges = sorted(data.draw(st.lists(st.integers(0, rows.size), min_size=1)))

    counted = [sum(start <= row < stop for row in held) for start, stop in pairwise(edges)]
    assert rows.count(edges) == counted


@given(sets(), st.data())
def test_they_tell_which_rows_they_hold(one, data):
    rows, held = one
    asked = sorted(data.draw(st.sets(st.integers(0, max(rows.size - 1, 0)))))

    assert list(map(bool, rows.holds(asked))) == [row in held for row in asked]


@given(st.sets(st.integers(0, 999)))
def test_packing_bits_or_bytes_is_the_same(held):
    bitmaps = [packed(sorted(held), 1_000, dense=dense) for dense in (True, False)]

    assert bitmaps[0] == bitmaps[1]
    assert bits(Bitmap(1_000, bitmaps[0])) == sum(1 << row for row in held)


def test_many_runs_are_packed_alike():
    runs = merged(1_000, [(start, start + 1) for start in range(0, 1_000, 3)])

    assert bits(runs) == sum(1 << row for row in range(0, 1_000, 3))


def test_runs_that_meet_are_one():
    assert merged(9, [(0, 2), (2, 4), (5, 5), (6, 9)]).runs == ((0, 4), (6, 9))


def test_all_and_none():
    assert list(everything(3)) == [0, 1, 2]
    assert list(nothing(3)) == []
    assert Listed(3, array("I")) == nothing(3)
    assert nothing(3) != "nothing"
