"""What each record is grouped by, and the order of the groups."""

import pytest
from hypothesis import given

from bilateral import Chronology, Corpus, HistoricalDate, InvalidValueError, testing
from bilateral.chronology.grouping import GROUPINGS, Grouping, Period, beginning, by_period
from bilateral.model import Agreement, Attestation, Event, Kind, Label, Place, Sphere


def titles(facet, *records):
    return [section.title for section in Chronology(Corpus(records)).by(facet).sections]


@pytest.mark.parametrize(
    ("date", "year", "decade"),
    [
        ("1993-02-24", "1993", "1990s"),
        ("1993", "1993", "1990s"),
        ("199X", "1990–1999", "1990s"),
        ("[1996,1997]", "1996–1997", "1990s"),
        ("[1999-12,2001]", "1999–2001", "1990s–2000s"),
        ("1992/1995", "1992", "1990s"),
        ("1992-08/..", "1992", "1990s"),
        ("1992/", "1992", "1990s"),
        ("../1992", "1992 or earlier", "1990s or earlier"),
        ("/1992", "1992 or earlier", "1990s or earlier"),
        ("1993~", "1993", "1990s"),
        ("9999", "9999", "9990s"),
        ("0001", "1", "0s"),
        (None, "Undated", "Undated"),
    ],
)
def test_years_and_decades(date, year, decade):
    assert titles("year", Event("x", date=date)) == [year]
    assert titles("decade", Event("x", date=date)) == [decade]


def test_years_stand_in_order_of_time():
    dates = ["../1990", "1992", "[1992,1994]", "1993", "2001-05", None]
    records = [Event(f"e{i}", date=date) for i, date in enumerate(dates)]

    assert titles("year", *records[::-1]) == [
        "1990 or earlier",
        "1992",
        "1992–1994",
        "1993",
        "2001",
        "Undated",
    ]


@given(testing.dates())
def test_what_lasted_is_grouped_by_its_beginning(date):
    began = beginning(date)

    assert began == (date.start if date.is_interval and date.start is not None else date)
    assert beginning(began) == began


def test_spheres_are_headed_by_their_path_and_stand_in_its_order():
    economic = Sphere("economic", [Label("en", "Economic")])
    energy = Sphere("energy", [Label("en", "Energy")], broader=economic)
    political = Sphere("political", [Label("en", "Political")])
    records = [
        Event("a", spheres=[political, energy]),
        Event("b", spheres=[energy]),
        Event("c", spheres=[economic]),
        Event("d"),
    ]

    expected = ["Economic", "Economic › Energy", "Political", "No sphere recorded"]
    assert titles("sphere", *records) == expected


def test_parties_are_grouped_by_who_acts_together_fewest_first():
    records = [Event("a", parties=["RUS", "AZE", "KAZ"]), Event("b", parties=["KAZ", "AZE"]), Event("c")]

    assert titles("party", *records) == ["AZE, KAZ", "AZE, KAZ, RUS", "No party recorded"]
    assert titles("party", Event("a", parties=["KAZ", "AZE"]), Event("b", parties=["AZE", "KAZ"])) == [
        "AZE, KAZ"
    ]


def test_places_and_kinds_that_are_disputed_are_groups_of_their_own():
    places = [Attestation("place", Place(place), "one") for place in ("baku", "almaty")]
    kinds = [Attestation("kind", kind, "one") for kind in (Kind.TREATY, Kind.JOINT_STATEMENT)]
    records = [
        Agreement("a", place="baku", kind="treaty"),
        Agreement("b", place="baku", kind="treaty", attestations=places + kinds),
        Agreement("c"),
    ]

    assert titles("place", *records) == ["baku", "baku or almaty", "No place recorded"]
    assert titles("kind", *records) == ["treaty", "treaty or joint statement", "No kind recorded"]


@pytest.mark.parametrize("facet", ["sphere", "place"])
def test_two_things_of_one_name_are_two_sections(facet):
    one, other = (
        cls(id, [Label("en", "Aktau")])
        for cls in [Sphere if facet == "sphere" else Place]
        for id in ("a", "b")
    )
    records = [
        Event(thing.id, **({"spheres": [thing]} if facet == "sphere" else {"place": thing}))
        for thing in (one, other)
    ]

    assert len(titles(facet, *records)) == 2


@pytest.mark.parametrize(
    ("date", "title"),
    [
        ("1993", "One"),
        ("1995", "One"),
        ("1996", "Two"),
        ("[1994,1996]", "One or Two"),
        ("199X", "One or Two"),
        ("1993/2020", "One"),
        ("2020", "Outside the periods"),
        (None, "Undated"),
    ],
)
def test_periods_overlapping_take_the_first(date, title):
    periods = by_period((Period("One", "1992/1995"), Period("Two", "1995/1998")))

    assert [each for each, _ in periods.sections(Corpus([Event("x", date=date)]))] == [title]


@given(testing.records(), testing.records())
def test_keys_of_one_grouping_compare(one, other):
    for grouping in [*GROUPINGS.values(), by_period((Period("One", "1992/1995"),))]:
        keys = [key for record in (one, other) for key in grouping.split(Corpus([record]), grouping.key)]
        assert (keys[0] < keys[1]) in (True, False)


def test_each_period_has_a_name_of_its_own():
    with pytest.raises(InvalidValueError, match="cannot be 'A': two periods have this name") as caught:
        by_period((Period("A", "1993"), Period("B", "1994"), Period("A", "1995")))

    assert caught.value.value == "A"
    periods = by_period((Period("A", "1993"), Period("B", "1993")))
    assert [title for title, _ in periods.sections(Corpus([Event("x", date="1993")]))] == ["A"]


def test_a_period_is_a_value():
    assert Period("One", "1992") == Period("One", HistoricalDate("1992"))
    assert len({Period("One", "1992"), Period("One", "1992")}) == 1


def test_a_corpus_is_divided_once_for_each_language():
    asked = []

    def key(date, language="en"):
        asked.append(language)
        return (0,), str(date)

    grouping = Grouping(Corpus.by_date, key)
    corpus = Corpus([Event("a", date="1993"), Event("b", date="1994")])
    for language in ("en", "ru", "en", "ru"):
        assert [title for title, _ in grouping.sections(corpus, language)] == ["1993", "1994"]

    assert asked == ["en", "en", "ru", "ru"]
