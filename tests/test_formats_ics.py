"""iCalendar: read back by other parsers, and expanded by what programs for calendars use."""

import datetime
import re

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given

from bilateral import Chronology, Corpus, HistoricalDate, MissingExtraError, load, testing
from bilateral.formats.ics import dumps
from bilateral.model import Event, Label, Place, Sphere

pytest.importorskip("icalendar")


def unfolded(data):
    """Return the lines of a calendar, read by hand: RFC 5545, 3.1."""
    lines = data.decode().split("\r\n")
    assert lines.pop() == ""
    assert all(len(line.encode()) <= 75 for line in lines)
    assert not any("\n" in line or "\r" in line for line in lines)
    return "\r\n".join(lines).replace("\r\n ", "").split("\r\n")


def events(data):
    """Return the properties of each entry, by hand: names with parameters, and values as they stand."""
    found = []
    for line in unfolded(data):
        if line == "BEGIN:VEVENT":
            found.append({})
        elif found and not line.startswith("END:"):
            name, _, value = line.partition(":")
            assert name not in found[-1]
            found[-1][name] = value
    return found


CALENDAR = {
    *("version", "prodid", "calscale", "name", "description", "x-wr-calname", "x-wr-caldesc", "vevent"),
}


def one(date, **options):
    return events(dumps(Corpus([Event("x", title="Visit", date=date)]), **options))


def visible(path, folder):
    """Return the texts of a calendar as vobject reads it; no entry has more than the properties here."""
    vobject = pytest.importorskip("vobject")
    calendar = vobject.readOne(path.read_bytes().decode())
    found = [calendar.contents["x-wr-calname"][0].value, calendar.contents["x-wr-caldesc"][0].value]
    known = {
        *("uid", "dtstamp", "dtstart", "dtend", "rrule", "transp"),
        *("summary", "description", "location", "categories", "url"),
    }

    assert set(calendar.contents) == CALENDAR
    for event in calendar.vevent_list:
        assert set(event.contents) <= known
        assert all(len(lines) == 1 for lines in event.contents.values())
        assert event.url.value.startswith("https://")
        found += [event.summary.value, event.description.value, event.location.value, *event.categories.value]
    unfolded(path.read_bytes())
    # The names that are not of RFC 5545 are left as they stand by vobject.
    return re.sub(r"\\([;,\\])", r"\1", "\n".join(found).replace("\\\\", "\\")) + "\n".join(found)


@pytest.mark.parametrize(
    "day", ["1996-09-16", "1996-02-29", "1583-01-01", "0800-12-25", "0001-01-01", "9999-12-31"]
)
def test_a_day_recurs_as_the_rules_of_calendars_and_the_date_itself_have_it(day):
    (event,) = one(day)
    start = datetime.datetime.strptime(event["DTSTART;VALUE=DATE"], "%Y%m%d")  # noqa: DTZ007 - a day
    rule = rrulestr(event["RRULE"], dtstart=start)
    frame = HistoricalDate("1990/2030")

    assert start.date() == datetime.date.fromisoformat(day)
    assert not {"DTEND;VALUE=DATE", "DURATION"} & set(event)
    expected = [each.to_date() for each in HistoricalDate(day).anniversaries(frame)]
    first, last = datetime.datetime(1990, 1, 1), datetime.datetime(2030, 12, 31)  # noqa: DTZ001 - days
    assert [each.date() for each in rule.between(first, last, inc=True) if each != start] == expected


@pytest.mark.parametrize(
    ("date", "stretches"),
    [
        ("1993-01", [("19930101", "19930201")]),
        ("1996-02", [("19960201", "19960301")]),
        ("1993", [("19930101", "19940101")]),
        ("199X", [("19900101", "20000101")]),
        ("[1993-02-24,1993-12-24]", [("19930224", None), ("19931224", None)]),
        ("1993-05-03~", [("19930503", None)]),
        ("1993-05-03/1993-05-07", [("19930503", "19930508")]),
        ("1992-08-30/..", [("19920830", None)]),
        ("/1993-02", [("19930201", "19930301")]),
        ("{1993-01-02,1995}", [("19930102", None), ("19950101", "19960101")]),
        ("1990-XX-05", [(f"1990{month:02}05", None) for month in range(1, 13)]),
        ("199X-02-28", [(f"199{year}0228", None) for year in range(10)]),
        ("XXXX-02-29", [("00040229", "99960301")]),
    ],
)
def test_what_is_no_known_day_stands_once_where_it_may_lie(date, stretches):
    found = one(date)

    assert [(each["DTSTART;VALUE=DATE"], each.get("DTEND;VALUE=DATE")) for each in found] == stretches
    assert not any("RRULE" in each for each in found)
    assert {each["SUMMARY"] for each in found} == {
        f"Visit ({HistoricalDate(date).text()})".replace(",", "\\,")
    }
    assert one(date, imprecise=False) == []


def test_a_stretch_may_end_on_the_last_day_there_is():
    (event,) = one("9999")

    assert (event["DTSTART;VALUE=DATE"], event["DURATION"]) == ("99990101", "P365D")


@pytest.mark.parametrize("date", [None, "../..", "/..", "[..1993]", "[1993..]", "{..1993}"])
def test_what_has_no_day_to_stand_at_is_named(date):
    made = dumps(Corpus([Event("x", title="Visit, in all", date=date)]))

    assert events(made) == []
    words = "undated" if date is None else HistoricalDate(date).text()
    assert f"DESCRIPTION:Visit\\, in all ({words})" in unfolded(made)


def test_days_need_not_recur():
    (event,) = one("1996-09-16", yearly=False)

    assert "RRULE" not in event


def test_an_entry_whole():
    visit = Event(
        "visit",
        title="Visit; first",
        date="1996-09-16",
        place=Place("baku", [Label("en", "Baku"), Label("az", "Bakı")]),
        spheres=[Sphere("trade", [Label("az", "ticarət")])],
        urls=["https://example.org/a;b,c"],
    )
    pytest.importorskip("babel")

    assert events(dumps(Corpus([visit]), language="az")) == [
        {
            "UID": "visit@corpus.bilateral",
            "DTSTAMP": "19700101T000000Z",
            "DTSTART;VALUE=DATE": "19960916",
            "RRULE": "FREQ=YEARLY",
            "SUMMARY": "Visit\\; first (16 sentyabr 1996)",
            "DESCRIPTION": "Bakı\\nticarət",
            "LOCATION": "Bakı",
            "CATEGORIES": "ticarət",
            "URL": "https://example.org/a;b,c",
            "TRANSP": "TRANSPARENT",
        }
    ]


@given(testing.corpora(max_size=4))
def test_equal_corpora_make_equal_calendars_that_others_read(corpus):
    vobject = pytest.importorskip("vobject")
    made = dumps(corpus)
    found = events(made)

    assert dumps(Corpus(corpus, catalogue=corpus.catalogue, dataset=corpus.dataset)) == made
    assert len({each["UID"] for each in found}) == len(found)
    read = vobject.readOne(made.decode())
    assert [each.uid.value for each in getattr(read, "vevent_list", [])] == [each["UID"] for each in found]


def test_a_program_for_calendars_finds_the_anniversaries_of_a_year():
    recurring = pytest.importorskip("recurring_ical_events")
    import icalendar

    relations = load()
    calendar = icalendar.Calendar.from_ical(dumps(Chronology(relations).by("kind")))
    found = recurring.of(calendar).between(datetime.date(2026, 1, 1), datetime.date(2027, 1, 1))
    days = [
        record.date.to_date()
        for record in relations
        if record.date is not None and re.fullmatch(r"\d{4}-\d\d-\d\d", str(record.date))
    ]

    assert len(days) > 40
    assert sorted(each["DTSTART"].dt.strftime("%m-%d") for each in found) == sorted(
        day.strftime("%m-%d") for day in days
    )


def test_the_library_is_asked_for_by_the_command_that_installs_it(monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "icalendar", None)
    with pytest.raises(MissingExtraError, match=r'writing a calendar .*pip install "bilateral\[calendar\]"'):
        dumps(Corpus())
