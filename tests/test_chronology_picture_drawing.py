"""The picture as a whole, read back by an XML parser."""

import datetime
import re
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilateral import Chronology, Corpus, Event, InvalidValueError, UnknownIdError, load, testing
from bilateral.chronology.picture import Picture, draw
from bilateral.chronology.picture.placing import LEAST, TAIL

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = "</title></svg><script>alert(1)</script><img src=x onerror=alert(1)>\x00\x0b\u202e]]>&lt;"


def parsed(svg):
    return ET.fromstring(str(svg))  # noqa: S314 - made by the library, and well-formedness is what is tried


def classed(root, name):
    return [each for each in root.iter() if name in each.get("class", "").split()]


def title(element):
    return element.find(f"{SVG}title").text


def numbers(element):
    """Return how far a shape goes to the left and right."""
    tag = element.tag.removeprefix(SVG)
    if tag == "rect":
        return float(element.get("x")), float(element.get("x")) + float(element.get("width"))
    if tag == "line":
        return float(element.get("x1")), float(element.get("x2"))
    if tag == "circle":
        x, r = float(element.get("cx")), float(element.get("r"))
        return x - r, x + r
    xs = [float(pair.split(",")[0]) for pair in element.get("points").split()]
    return min(xs), max(xs)


def events(dates):
    return Corpus([Event(f"e{i}", title=f"Event {i}", date=date) for i, date in enumerate(dates)])


@given(testing.corpora(), testing.queries(), st.sampled_from(["year", "sphere", "party", "kind"]))
def test_every_record_is_there_once_whatever_it_says(corpus, query, facet):
    book = Chronology(corpus.where(query)).by(facet)
    root = parsed(book.svg())
    marks = classed(root, "entry")
    prefix = root.get("id") + "-"

    assert sorted(each.get("id").removeprefix(prefix) for each in marks) == sorted(
        entry.record.id for entry in book
    )
    ids = [each.get("id") for each in root.iter() if each.get("id")]
    assert len(set(ids)) == len(ids)
    assert {each.tag.removeprefix(SVG) for each in root.iter()} <= {
        *("svg", "title", "desc", "style", "rect", "g", "line", "text", "circle", "polygon"),
    }
    assert not [name for each in root.iter() for name in each.attrib if name.startswith("on")]
    assert "url(" not in str(book.svg())


@given(st.lists(testing.dates(), min_size=1, max_size=8))
def test_marks_stand_where_their_days_are(dates):
    root = parsed(Chronology(events(dates)).svg(width=1000))
    ticks = [(float(each.get("x")), each.text) for each in classed(root, "tick")]
    years = [
        (x, datetime.date(int(text), 1, 1).toordinal()) for x, text in ticks if re.fullmatch(r"\d+", text)
    ]
    if len(years) < 2:
        return
    (x0, day0), (x1, day1) = years[0], years[-1]
    scale = (x1 - x0) / (day1 - day0)
    end = 1000 - 16 - 34

    for each in classed(root, "entry"):
        date = dates[int(each.get("id").rpartition("-e")[2])]
        first, last = (
            min(max(x0 + (day.toordinal() + more - day0) * scale, 22), end)
            for day, more in ((date.earliest, 0), (date.latest, 1))
        )
        slack = LEAST / 2 + 1 + (TAIL if date.unknown_start or date.unknown_end else 0)
        for shape in (*classed(each, "solid"), *classed(each, "vague"), *classed(each, "hollow")):
            left, right = numbers(shape)
            assert first - slack <= left <= right <= last + slack
        for shape in classed(each, "vague"):
            left, right = numbers(shape)
            assert right - left >= LEAST - 0.2


def test_a_month_looks_less_exact_than_a_day_even_on_a_long_axis():
    root = parsed(Chronology(events(["1900-01-01", "1950-05", "2000-01-01"])).svg())
    day, month, _ = classed(root, "entry")

    assert classed(day, "solid")
    assert not classed(day, "vague")
    assert not classed(month, "solid")
    (left, right), (low, high) = numbers(classed(month, "vague")[0]), numbers(classed(day, "solid")[0])
    assert right - left > high - low


@pytest.mark.parametrize("count", [0, 1, 59, 500, 501, 3000])
def test_sizes(count):
    root = parsed(Chronology(events(f"{1990 + i % 20}-0{1 + i % 9}-11" for i in range(count))).svg())
    marks, bars = classed(root, "entry"), classed(root, "bin")

    if count <= 500:
        assert len(marks) == count
        assert not bars
        without = sum(not classed(each, "title") for each in marks)
        notes = " ".join(each.text for each in classed(root, "muted"))
        assert (f"titles not drawn for want of room: {without}/{count}" in notes) is (without > 0)
    else:
        assert not marks
        assert sum(int(title(each).rpartition("surely ")[2]) for each in bars) == count
        assert "too many to be drawn one by one" in root.find(f"{SVG}desc").text
    assert ("no entries" in "".join(root.itertext())) is (count == 0)


def test_what_is_hostile_stays_text():
    root = parsed(Chronology(Corpus([Event("x", title=HOSTILE, date="1993")])).svg())

    (mark,) = classed(root, "entry")
    assert title(mark).startswith("1993: </title></svg><script>alert(1)</script><img src=x onerror=alert(1)>")
    assert "\x00" not in title(mark)
    assert not list(root.iter(f"{SVG}script"))


def test_conflicts_and_what_may_not_match_are_marked_and_explained():
    disputed = next(each.record.id for each in load().conflicts() if each.field == "signed" and each.is_open)
    found = load().where(id=disputed, date="1993-12-24")
    root = parsed(Chronology(found).svg())
    (mark,) = classed(root, "entry")

    assert classed(mark, "conflict")
    assert "(?)" in [each.text for each in classed(mark, "sign")]
    said = " ".join(each.text or "" for each in classed(root, "legend")[0].iter())
    assert "sources disagree" in said
    assert "may not match what was asked" in said
    assert title(mark).endswith("sources disagree — may not match what was asked")


def test_periods_are_bands_with_names():
    book = Chronology(events(["1993-05-01", "2005"])).periods(
        {"Formation": "1992/2003-09", "Later": "2003-10/.."}
    )
    root = parsed(book.svg())

    assert len(classed(root, "period")) == 1
    assert {"Formation", "Later"} <= {each.text for each in classed(root, "tick")}
    assert "Formation: 1992 to September 2003" in "".join(root.itertext())


@pytest.mark.parametrize(
    ("language", "words"),
    [("ru", "Без даты"), ("kk", "Күні белгісіз"), ("az", "Tarixsiz"), ("en", "Undated")],
)
def test_languages(language, words):
    root = parsed(Chronology(load()).svg(language=language))
    texts = "\n".join(each.text or "" for each in root.iter())

    assert root.get("lang") == language
    assert words in texts
    dates = [title(each).partition(":")[0] for each in classed(root, "entry")]
    entries = list(Chronology(load()))
    assert sorted(dates) == sorted(
        words.lower() if entry.date is None else entry.date.text(language) for entry in entries
    )


def test_screen_readers_and_the_keyboard_reach_every_mark():
    root = parsed(Chronology(load()).svg())

    assert root.find(f"{SVG}title").text == "Chronology — records: 59"
    assert {root.get("aria-labelledby"), root.get("aria-describedby")} <= {
        each.get("id") for each in root.iter()
    }
    for each in classed(root, "entry"):
        assert (each.get("tabindex"), each.get("role")) == ("0", "img")
        assert title(each)
    assert all(each.get("aria-label") for each in classed(root, "lane"))


def test_a_picture_is_the_same_each_time_and_two_pictures_share_no_id():
    one, two = Chronology(load()), Chronology(load()).within("1996")
    ids = [{each.get("id") for each in parsed(book.svg()).iter() if each.get("id")} for book in (one, two)]

    assert str(one.svg()) == str(Chronology(load()).svg())
    assert not ids[0] & ids[1]
    styles = [parsed(book.svg()).find(f"{SVG}style").text for book in (one, two)]
    for found, style in zip(ids, styles, strict=True):
        scopes = set(re.findall(r"^\s*(\S+) ", re.sub(r"@media[^{]*\{", "", style), re.MULTILINE)) - {"}"}
        assert {scope.removeprefix("#") for scope in scopes} <= found


def test_links_lead_to_records():
    root = parsed(draw(Chronology(load()), linked=True, name="here"))
    links = list(root.iter(f"{SVG}a"))

    assert {each.get("href") for each in links} == {f"#{record.id}" for record in load()}
    assert root.get("id") == "here"


def test_a_notebook_shows_it():
    picture = Chronology(load()).svg()

    assert isinstance(picture, Picture)
    assert picture._repr_svg_() == picture._repr_html_() == str(picture)
    assert len(repr(picture)) < 50


@pytest.mark.parametrize(
    ("options", "error", "words"),
    [
        ({"lanes": "colour"}, UnknownIdError, "there is no facet of lanes 'colour'"),
        ({"language": "de"}, InvalidValueError, "it must be one of en, ru, kk, az"),
        ({"width": 100}, InvalidValueError, "it must be a whole number from 640 to 4000"),
        ({"width": 900.5}, InvalidValueError, "it must be a whole number from 640 to 4000"),
    ],
)
def test_what_cannot_be_drawn_is_refused(options, error, words):
    with pytest.raises(error, match=words):
        Chronology(load()).svg(**options)


def test_a_name_that_could_break_out_is_refused():
    with pytest.raises(InvalidValueError, match="an id is made of"):
        draw(Chronology(load()), name='x"><script>')
