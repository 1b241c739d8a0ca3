"""Each predicate of a query against answers worked out by hand, or day by day."""

import datetime

import pytest

import bilateral as bl
from bilateral import DataError, HistoricalDate, InvalidDateError, InvalidValueError, Truth, codec
from bilateral import query as q
from bilateral.model import (
    Actor,
    Agreement,
    Attestation,
    Event,
    Kind,
    Label,
    Participation,
    Party,
    Person,
    Place,
    Provision,
    Source,
    Sphere,
)
from oracles import days

YES, NO, UNKNOWN = Truth.YES, Truth.NO, Truth.UNKNOWN
OIL = Sphere("oil-gas", broader=Sphere("energy", broader=Sphere("economic")))
BAKU = Place("baku", [Label("en", "Baku"), Label("az", "Bakı şəhəri")])


@pytest.mark.parametrize("when", ["1993-02", "1993", "1993-02-24", "199X", "[1993-02-24,1993-12-24]"])
@pytest.mark.parametrize("asked", ["1993-02", "1992/1994", "1993-02-24", "1994", "199X", "[1993-02,1993-12]"])
@pytest.mark.parametrize(("ask", "cls", "field"), [(q.date, Event, "date"), (q.signed, Agreement, "signed")])
def test_a_point_is_asked_for_day_by_day(when, asked, ask, cls, field):
    first, _, last = asked.partition("/")
    frame = days(asked) if not last else range(min(days(first)), max(days(last)) + 1)
    inside = [day in frame for day in days(when)]

    assert ask(asked).truth(cls("x", **{field: when})) is Truth.bounded(
        certain=all(inside), possible=any(inside)
    )


@pytest.mark.parametrize(
    ("query", "date", "expected"),
    [
        (q.date("1993"), None, UNKNOWN),
        (q.date("1993-06"), "1993-05/1993-07", YES),
        (q.date("1993-06"), "1993/1994", UNKNOWN),
        (q.date("1993-06"), "1994/1995", NO),
        (q.date("1993/.."), "2013-01-01", YES),
        (q.date("../1993"), "2013-01-01", NO),
        (q.date("1993/"), "2013-01-01", UNKNOWN),
        (q.before("1996"), "1995-12-31", YES),
        (q.before("1996"), "1996-01-01", NO),
        (q.before("1996-06"), "1996", UNKNOWN),
        (q.before("1996"), "1992/1996", NO),
        (q.before("1996"), "1992/1995-12", YES),
        (q.before("1996"), None, UNKNOWN),
        (q.after("1996"), "1997-01-01", YES),
        (q.after("1996"), "1996-12-31", NO),
        (q.after("1996-06"), "1996", UNKNOWN),
        (q.after("1996"), None, UNKNOWN),
    ],
)
def test_dates_of_events(query, date, expected):
    assert query.truth(Event("x", date=date)) is expected


@pytest.mark.parametrize(
    ("fields", "asked", "expected"),
    [
        ({"in_force": "1999-02-08"}, "1999-02-08", YES),
        ({"in_force": "1999-02-08"}, "1999-02-07", NO),
        ({"in_force": "1999-02-08"}, "1999", YES),
        ({"in_force": "1999-02"}, "1999-02-10", UNKNOWN),
        ({"in_force": "1999-02-08"}, "2020/..", YES),
        ({"in_force": "1999-02-08", "terminated": "2005-06-30"}, "2005-06-30", YES),
        ({"in_force": "1999-02-08", "terminated": "2005-06-30"}, "2005-07-01", NO),
        ({"in_force": "1999-02-08", "terminated": "2005"}, "2005-07", UNKNOWN),
        ({}, "1999", UNKNOWN),
        ({"signed": "1996-09-16"}, "1996-09-15", NO),
        ({"signed": "1996-09-16"}, "1996-09-16", UNKNOWN),
        ({"signed": "1996"}, "1996-06", UNKNOWN),
        ({"terminated": "1999"}, "2005", NO),
        ({"signed": "1996", "terminated": "1999"}, "1998", UNKNOWN),
    ],
)
def test_being_in_force(fields, asked, expected):
    assert q.in_force(asked).truth(Agreement("x", **fields)) is expected


@pytest.mark.parametrize("ask", [q.signed, q.in_force])
def test_events_are_neither_signed_nor_in_force(ask):
    assert ask("1993").truth(Event("x", date="1993")) is NO


def test_a_date_may_be_given_in_three_ways():
    day = datetime.date(1996, 9, 16)

    assert q.date(day) == q.date("1996-09-16") == q.date(HistoricalDate("1996-09-16"))


PARTIES = [Participation("AZE", "government"), Participation("KAZ")]
CLAIMS = [Attestation("parties", Participation("RUS", each), "one") for each in ("state", "government")]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        (q.party("AZE"), YES),
        (q.party("UZB"), NO),
        (q.party("AZE", "KAZ"), YES),
        (q.party("AZE", "UZB"), NO),
        (q.party("AZE", capacity="government"), YES),
        (q.party("AZE", capacity="state"), NO),
        (q.party("KAZ", capacity="state"), UNKNOWN),
        (q.party("UZB", capacity="state"), NO),
        (q.party("RUS", capacity="state"), UNKNOWN),
        (q.party("RUS", capacity="agency"), NO),
        (q.party("AZE", "KAZ", capacity="government"), UNKNOWN),
        (q.bilateral("AZE", "KAZ"), NO),
    ],
)
def test_parties(query, expected):
    record = Agreement("x", parties=[*PARTIES, Participation("RUS", "state")], attestations=CLAIMS)

    assert query.truth(record) is expected


@pytest.mark.parametrize("pair", [("KAZ",), ("AZE", "KAZ", "RUS"), ()])
def test_bilateral_takes_two_also_from_plain_data(pair):
    with pytest.raises(DataError):
        codec.decode(q.Query, {"bilateral": {"pair": list(pair)}})


def test_bilateral_is_between_exactly_two_in_any_order():
    assert q.bilateral("KAZ", "AZE").truth(Event("x", parties=["AZE", "KAZ"])) is YES
    assert q.bilateral("KAZ", "AZE").truth(Event("x", parties=["AZE"])) is NO


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        (q.sphere("oil-gas"), YES),
        (q.sphere("energy"), YES),
        (q.sphere("economic"), YES),
        (q.sphere("energy", exact=True), NO),
        (q.sphere("oil-gas", exact=True), YES),
        (q.sphere("trade"), NO),
        (q.kind("treaty"), UNKNOWN),
        (q.kind("protocol"), NO),
        (q.kind("visit"), NO),
        (q.place("baku"), YES),
        (q.place("BAKU"), YES),
        (q.place("bakı"), YES),
        (q.place("səhəri"), YES),
        (q.place("almaty"), NO),
        (q.person("a-b"), YES),
        (q.person("bek"), YES),
        (q.person("bek aman"), YES),
        (q.person("aman dadas"), NO),
        (q.source("one"), YES),
        (q.source("two"), NO),
        (q.id("x"), YES),
        (q.id("y", "x"), YES),
        (q.id("y"), NO),
        (q.text("neft"), YES),
        (q.text("MUTUAL trust"), YES),
        (q.text("variant"), YES),
        (q.text("bek baku"), YES),
        (q.text("trus"), NO),
    ],
)
def test_other_predicates(query, expected):
    record = Agreement(
        "x",
        title="Neft haqqında",
        kind="treaty",
        place=BAKU,
        spheres=[OIL],
        persons=[Actor(Person("a-b", [Label("en", "Aman Bek")]))],
        provisions=[Provision(1, "mutual trust")],
        attestations=[
            Attestation("kind", Kind.TREATY, "one"),
            Attestation("kind", Kind.AGREEMENT, "one"),
            Attestation("title", "A variant", "one"),
        ],
    )

    assert query.truth(record) is expected


@pytest.mark.parametrize(
    ("done", "query", "expected"),
    [
        ("kazakhstan", q.place("astana"), Truth.UNKNOWN),
        ("kazakhstan", q.place("astana", country="KAZ"), Truth.UNKNOWN),
        ("kazakhstan", q.place("baku", country="AZE"), Truth.NO),
        ("kazakhstan", q.place("azerbaijan", country="AZE"), Truth.NO),
        ("kazakhstan", q.place("Kazakhstan"), Truth.YES),
        ("almaty", q.place("kazakhstan"), Truth.YES),
        ("almaty", q.place("Казахстан", country="KAZ"), Truth.YES),
        ("almaty", q.place("KAZ"), Truth.YES),
        ("almaty", q.place("almaty", country="AZE"), Truth.NO),
        ("almaty", q.place("astana"), Truth.NO),
        ("baku", q.place("kazakhstan"), Truth.NO),
    ],
)
def test_towns_lie_in_countries(done, query, expected):
    places = bl.load().places
    assert query.truth(Event("x", place=places[done])) is expected


def test_the_keyword_knows_in_which_country_a_town_lies():
    relations = bl.load()
    mission = relations["aze-kaz-2004-mission"]
    assert mission in relations.where(place="astana").uncertain
    assert mission not in relations.where(place="baku")
    assert mission in relations.where(place="kazakhstan", certain=True)


@pytest.mark.parametrize("query", [q.kind("visit"), q.place("baku")])
def test_what_is_not_recorded_is_unknown(query):
    assert query.truth(Event("x")) is UNKNOWN


@pytest.mark.parametrize(
    ("make", "error"),
    [
        (lambda: q.date("abc"), InvalidDateError),
        (q.party, InvalidValueError),
        (lambda: q.party(""), InvalidValueError),
        (lambda: q.party("KAZ", capacity="king"), InvalidValueError),
        (lambda: q.bilateral("KAZ", "KAZ"), InvalidValueError),
        (lambda: q.sphere(" "), InvalidValueError),
        (lambda: q.kind("trety"), InvalidValueError),
        (lambda: q.place("!!!"), InvalidValueError),
        (lambda: q.person("..."), InvalidValueError),
        (lambda: q.text("..."), InvalidValueError),
        (lambda: q.id(0), InvalidValueError),
    ],
)
def test_a_question_that_asks_nothing_is_refused(make, error):
    with pytest.raises(error):
        make()


def test_a_thing_stands_for_its_id():
    kazakhstan = Party("KAZ")
    almaty = Place("almaty", country=kazakhstan)

    assert q.party(kazakhstan, "AZE", capacity="state") == q.party("KAZ", "AZE", capacity="state")
    assert q.bilateral("AZE", kazakhstan) == q.bilateral("AZE", "KAZ")
    assert q.sphere(Sphere("energy"), exact=True) == q.sphere("energy", exact=True)
    assert q.place(almaty) == q.place("almaty", country=kazakhstan) == q.place("almaty", country="KAZ")
    assert q.person(Person("nn")) == q.person("nn")
    assert q.source(Source("a", "A")) == q.source("a")
    assert q.id(Agreement("x"), "y") == q.id("x", "y")


@pytest.mark.parametrize("ask", [q.party, q.sphere, q.place, q.person, q.source, q.id])
def test_a_thing_of_another_kind_is_refused(ask):
    with pytest.raises(InvalidValueError):
        ask(Label("en", "Kazakhstan"))
