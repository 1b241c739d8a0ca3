"""Dates: what EDTF says of them, and their relations against an oracle that tries every day."""

import copy
import datetime
import itertools
import json
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilateral import HistoricalDate, InvalidDateError, Precision, Truth, UnsupportedDateError
from bilateral.testing import dates

D = datetime.date


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "precision"),
    [
        ("1993-02-24", D(1993, 2, 24), D(1993, 2, 24), "day"),
        ("1993-01", D(1993, 1, 1), D(1993, 1, 31), "month"),
        ("1996-02", D(1996, 2, 1), D(1996, 2, 29), "month"),
        ("1993", D(1993, 1, 1), D(1993, 12, 31), "year"),
        ("199X", D(1990, 1, 1), D(1999, 12, 31), "decade"),
        ("19XX", D(1900, 1, 1), D(1999, 12, 31), "century"),
        ("1993~", D(1993, 1, 1), D(1993, 12, 31), "year"),
        ("1993-01?", D(1993, 1, 1), D(1993, 1, 31), "month"),
        ("1992/2013", D(1992, 1, 1), D(2013, 12, 31), "year"),
        ("1993-01/..", D(1993, 1, 1), D.max, "month"),
        ("1993-01/", D(1993, 1, 1), D.max, "month"),
        ("../1993", D.min, D(1993, 12, 31), "year"),
        ("[1993-02-24,1993-12-24]", D(1993, 2, 24), D(1993, 12, 24), "day"),
    ],
)
def test_bounds_and_precision(text, earliest, latest, precision):
    date = HistoricalDate(text)
    assert (date.earliest, date.latest, date.precision) == (earliest, latest, Precision(precision))
    assert str(date) == text


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            " ",
            "abc",
            "1993-13",
            "1993-02-30",
            "1995-02-29",
            "1993-1-1",
            "93",
            "2002/2001",
            "1993/1994/1995",
        ),
        *("/", "../..", "[]", "[1993", "١٩٩٣", "1993\n", "[" * 1_000_000, "1993-00", "1993-01-00"),
    ],
)
def test_what_is_no_date_says_why(text):
    with pytest.raises(InvalidDateError) as caught:
        HistoricalDate(text)
    assert caught.value.text == text
    assert caught.value.reason in str(caught.value)


@pytest.mark.parametrize("text", ["-0044", "Y12000", "12000", "1993-01-01T12:00:00", "0000"])
def test_dates_beyond_what_is_supported_are_told_apart(text):
    with pytest.raises(UnsupportedDateError):
        HistoricalDate(text)


def test_open_unknown_and_known_ends_are_told_apart():
    opened, unknown, known = map(HistoricalDate, ("1993/..", "1993/", "1993/1994"))
    assert (opened.open_end, opened.unknown_end) == (True, False)
    assert (unknown.open_end, unknown.unknown_end) == (False, True)
    assert (known.open_end, known.unknown_end, known.end) == (False, False, HistoricalDate("1994"))


def test_equality_hash_pickle_copy_and_the_lack_of_change():
    date = HistoricalDate("1993-01~")
    again = HistoricalDate.parse("1993-01~")
    assert date == again
    assert hash(date) == hash(again)
    assert date != "1993-01~"
    assert pickle.loads(pickle.dumps(date)) == date
    assert copy.deepcopy(date) == copy.copy(date) == date
    with pytest.raises(AttributeError):
        date.precision = "day"


def test_anything_that_stands_for_a_date():
    date = HistoricalDate("1996-09-16")
    assert (
        HistoricalDate.of("1996-09-16")
        == HistoricalDate.of(D(1996, 9, 16))
        == HistoricalDate.of(date)
        == date
    )
    with pytest.raises(TypeError):
        HistoricalDate.of(1996)


def test_one_of():
    a, b = HistoricalDate("1993-12-24"), HistoricalDate("1993-02-24")
    assert str(HistoricalDate.one_of([a, b])) == "[1993-02-24,1993-12-24]"
    assert HistoricalDate.one_of([a]) == a
    assert HistoricalDate.one_of([HistoricalDate.one_of([a, b]), b]) == HistoricalDate.one_of([a, b])


@given(dates())
def test_text_evaluates_back(date):
    assert HistoricalDate(str(date)) == date
    assert eval(repr(date), {"HistoricalDate": HistoricalDate}) == date
    assert date.earliest <= date.latest
    assert date.cover.earliest == date.earliest
    assert date.cover.latest == date.latest
    assert date.text()


@given(st.lists(dates(), max_size=6))
def test_order_is_total_by_earliest_latest_text(some):
    ordered = sorted(some)
    assert ordered == sorted(some, key=lambda d: (d.earliest, d.latest, str(d)))
    assert all(a <= b for a, b in itertools.pairwise(ordered))


# --- the oracle: every completion, day by day, in a short stretch of time ---

FIRST = D(1999, 12, 28)
DAYS = [FIRST + datetime.timedelta(days=i) for i in range(12)]
BEYOND = (D(1, 1, 1), D(9999, 12, 31))


def point_text(day: D) -> st.SearchStrategy[str]:
    return st.sampled_from([day.isoformat(), day.isoformat(), day.isoformat()[:-1] + "X"])


POINT = st.sampled_from(DAYS).flatmap(point_text)
SET = st.lists(st.sampled_from(DAYS), min_size=2, max_size=3, unique=True).map(
    lambda days: f"[{','.join(day.isoformat() for day in sorted(days))}]"
)
PAIR = st.tuples(st.sampled_from(DAYS), st.sampled_from(DAYS)).map(sorted)
INTERVAL = PAIR.map(lambda pair: f"{pair[0]}/{pair[1]}")
LOOSE = PAIR.map(lambda pair: f"{pair[0].isoformat()[:-1]}X/{pair[1]}").filter(
    lambda text: text[:9] <= text.split("/")[1][:9]
)
OPEN = st.builds(
    lambda day, form: form.format(day), st.sampled_from(DAYS), st.sampled_from(["{}/..", "../{}"])
)
ANY = st.one_of(POINT, SET, INTERVAL, LOOSE, OPEN)


def days_of(text: str) -> list[D]:
    """The days that a point or set may be."""
    if text.startswith("["):
        return [day for part in text[1:-1].split(",") for day in days_of(part)]
    if not text.endswith("X"):
        return [D.fromisoformat(text)]
    digits = range(10)
    found = []
    for digit in digits:
        try:
            found.append(D.fromisoformat(f"{text[:-1]}{digit}"))
        except ValueError:
            continue
    return found


def completions(text: str) -> list[tuple[D, D]]:
    """Every first and last day that a date may turn out to have."""
    if "/" not in text:
        return [(day, day) for day in days_of(text)]
    first, last = text.split("/")
    starts = [BEYOND[0]] if first == ".." else days_of(first)
    ends = [BEYOND[1]] if last == ".." else days_of(last)
    return [(start, end) for start in starts for end in ends if start <= end]


def frame(text: str) -> list[tuple[D, D]]:
    """The runs of days that a date names when it is a frame."""
    if "/" in text:
        all_of = completions(text)
        return [(min(start for start, _ in all_of), max(end for _, end in all_of))]
    days = sorted(set(days_of(text)))
    runs = [[days[0], days[0]]]
    for day in days[1:]:
        if day - runs[-1][1] <= datetime.timedelta(days=1):
            runs[-1][1] = day
        else:
            runs.append([day, day])
    return [(first, last) for first, last in runs]


def judged(answers: list[bool]) -> Truth:
    return Truth.YES if all(answers) else Truth.UNKNOWN if any(answers) else Truth.NO


RELATIONS = {
    "before": lambda a, b: a[1] < b[0],
    "after": lambda a, b: a[0] > b[1],
    "overlaps": lambda a, b: a[0] <= b[1] and b[0] <= a[1],
    "coincides": lambda a, b: a == b,
}


@pytest.mark.parametrize("name", RELATIONS)
@given(a=ANY, b=ANY)
def test_relations_hold_for_every_completion_for_none_or_else_are_unknown(name, a, b):
    expected = judged([RELATIONS[name](x, y) for x in completions(a) for y in completions(b)])
    assert getattr(HistoricalDate(a), name)(HistoricalDate(b)) is expected


@given(a=ANY, b=ANY)
def test_within_and_touches_read_the_other_as_a_frame(a, b):
    date, other = HistoricalDate(a), HistoricalDate(b)
    runs = frame(b)
    inside = [any(low <= start and end <= high for low, high in runs) for start, end in completions(a)]
    touching = [any(start <= high and low <= end for low, high in runs) for start, end in completions(a)]
    assert date.within(other) is judged(inside)
    assert other.contains(date) is judged(inside)
    assert date.touches(other) is judged(touching)


def test_an_unknown_end_of_a_frame_stays_unknown():
    day, frame_ = HistoricalDate("2000-01-05"), HistoricalDate("2000-01-01/")
    assert day.within(frame_) is Truth.UNKNOWN
    assert HistoricalDate("1999").within(frame_) is Truth.NO
    assert day.within(HistoricalDate("2000-01-01/..")) is Truth.YES


def test_a_date_in_a_question_is_a_stretch_and_of_a_record_a_day():
    month = HistoricalDate("1993-01")
    assert month.within(month) is Truth.YES
    assert month.coincides(month) is Truth.UNKNOWN


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        *(
            ("February 24, 1993", "1993-02-24"),
            ("24 February 1993", "1993-02-24"),
            ("24.02.1993", "1993-02-24"),
        ),
        *(
            ("September 2008", "2008-09"),
            ("Sept. 1996", "1996-09"),
            ("16sep1996", "1996-09-16"),
            ("1996", "1996"),
        ),
        *(("October 3, 2009", "2009-10-03"), ("13/04/2005", "2005-04-13"), ("1993-02-24", "1993-02-24")),
    ],
)
def test_from_people_s_writing(text, edtf):
    assert HistoricalDate.from_text(text) == HistoricalDate(edtf)


def test_what_has_two_readings_is_refused_with_both():
    with pytest.raises(InvalidDateError) as caught:
        HistoricalDate.from_text("03/04/2005")
    assert set(caught.value.readings) == {"2005-03-04", "2005-04-03"}
    assert str(HistoricalDate.from_text("03/04/2005", dayfirst=True)) == "2005-04-03"
    assert str(HistoricalDate.from_text("03/04/2005", dayfirst=False)) == "2005-03-04"


@pytest.mark.parametrize("text", ["", "today", "31 June 1976", "1976-06-31", "Wednesday", "12", "30.02.1993"])
def test_what_cannot_be_read_is_refused(text):
    with pytest.raises(InvalidDateError):
        HistoricalDate.from_text(text)


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        *(("1993-02-24", "24 February 1993"), ("1993-01", "January 1993"), ("1995~", "about 1995")),
        ("[1993-02-24,1993-12-24]", "24 February or 24 December 1993"),
    ],
)
def test_in_words(edtf, words):
    assert HistoricalDate(edtf).text() == words


UNLIKE = {
    "/2006": "an unknown beginning has no bound; one suite gives it ten years",
    "1999-24": "winter is December to February; one suite reads seasons as quarters",
    **dict.fromkeys(["XXXX", "XXXX-XX", "XXXX-XX-XX", "XXXX-XX-23"], "the year 0 is not supported"),
}


def test_public_vectors_of_what_is_supported(shared):
    """Of the strings that public suites agree upon, all that are read have the bounds the suites state."""
    path = shared / "vectors" / "edtf.json"
    if not path.is_file():
        pytest.skip("needs vectors/edtf.json in the folder 'shared'")
    cases = json.loads(path.read_text(encoding="utf-8"))["cases"]
    read = 0
    for case in cases:
        bounds = [case["lower"], case["upper"]]
        stated = all(isinstance(bound, str) and bound[:1].isdigit() for bound in bounds)
        if not stated or case["input"] in UNLIKE:
            continue
        try:
            date = HistoricalDate(case["input"])
        except (InvalidDateError, UnsupportedDateError):
            continue
        read += 1
        assert [date.earliest.isoformat(), date.latest.isoformat()] == bounds, case["input"]
    assert read > 50
