"""Plain data: the round trip of every class, and nothing accepted that is not exactly right."""

import json
from concurrent.futures import ThreadPoolExecutor

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilateral import DataError, HistoricalDate, InvalidValueError, codec, model, testing
from bilateral import query as q
from bilateral.model import (
    Actor,
    Agreement,
    Attestation,
    Event,
    Label,
    Participation,
    Party,
    Person,
    Place,
    Provision,
    Relation,
    RelationKind,
    Source,
    Sphere,
)
from bilateral.model.catalogue import Catalogue

A_LABEL = st.builds(Label, st.sampled_from(["en", "az"]), testing.texts(), st.sampled_from([None, "one"]))
LABELS = st.lists(A_LABEL, max_size=2, unique=True)
MAYBE = st.none() | testing.texts()
ECONOMIC = Sphere("economic")
KNOWN = Catalogue(
    parties=[Party("AZE"), Party("KAZ")],
    spheres=[Sphere("energy", broader=ECONOMIC), ECONOMIC],
    places=[Place("baku")],
    persons=[Person("a-b")],
    sources=[Source("one")],
)
THINGS = {
    Label: A_LABEL,
    Party: st.builds(
        Party,
        st.just("AZE"),
        LABELS,
        kind=st.sampled_from(model.PartyKind),
        alpha2=st.sampled_from([None, "AZ"]),
        alpha3=st.sampled_from([None, "AZE"]),
        numeric=st.sampled_from([None, "031"]),
        cow=st.none() | st.integers(1, 999),
        wikidata=st.sampled_from([None, "Q227"]),
    ),
    Sphere: st.builds(
        Sphere, st.just("energy"), LABELS, broader=st.sampled_from([None, ECONOMIC]), note=MAYBE
    ),
    Place: st.builds(Place, st.just("baku"), LABELS, country=st.sampled_from([None, "AZE"])),
    Person: st.builds(Person, st.just("a-b"), LABELS, wikidata=st.sampled_from([None, "Q1"])),
    Source: st.builds(
        Source,
        st.just("one"),
        MAYBE,
        kind=st.sampled_from(model.SourceKind),
        authors=st.lists(testing.texts(), max_size=2, unique=True),
        date=st.none() | testing.dates(),
        url=st.sampled_from([None, "https://a.b"]),
        doi=st.sampled_from([None, "10.1/2"]),
        note=MAYBE,
    ),
    Participation: st.builds(Participation, st.just("KAZ"), st.none() | st.sampled_from(model.Capacity)),
    Actor: st.builds(Actor, st.just("a-b"), MAYBE),
    Relation: st.builds(Relation, st.sampled_from(RelationKind), st.just("x")),
    Provision: st.builds(
        Provision,
        st.integers(1),
        testing.texts(),
        st.sampled_from([[], [ECONOMIC]]),
        st.sampled_from([None, Source("one")]),
        MAYBE,
    ),
    HistoricalDate: testing.dates(),
    q.Query: testing.queries(),
}


@pytest.mark.parametrize("cls", THINGS, ids=lambda cls: cls.__name__)
@given(data=st.data())
def test_plain_data_stands_for_the_same_thing(cls, data):
    thing = data.draw(THINGS[cls])
    plain = json.loads(json.dumps(codec.encode(thing)))

    assert codec.decode(cls, plain, KNOWN) == thing


@given(testing.corpora(), st.data())
def test_plain_data_stands_for_the_same_record(corpus, data):
    for record in corpus:
        relations = data.draw(st.lists(THINGS[Relation], max_size=2, unique=True))
        related = attrs.evolve(record, relations=relations)
        plain = json.loads(json.dumps(codec.encode(related)))

        assert codec.decode(type(record), plain, corpus.catalogue) == related
        assert list(plain) == [key for key in codec.RECORD_KEYS if key in plain]


@pytest.mark.parametrize(
    ("field", "value", "plain"),
    [
        ("signed", HistoricalDate("1996"), "1996"),
        ("kind", model.Kind.TREATY, "treaty"),
        ("place", Place("baku"), "baku"),
        ("parties", Participation("KAZ", "state"), {"party": "KAZ", "capacity": "state"}),
        ("spheres", ECONOMIC, "economic"),
        ("persons", Actor("a-b", "President"), {"person": "a-b", "role": "President"}),
        ("relations", Relation("amends", "y"), {"kind": "amends", "target": "y"}),
        ("urls", "https://a.b", "https://a.b"),
        ("title", "T", "T"),
    ],
)
def test_a_claim_is_as_plain_as_its_field(field, value, plain):
    record = Agreement("x", attestations=[Attestation(field, value, "one")])
    data = codec.encode(record)

    assert data["attestations"] == [{"field": field, "value": plain, "source": "one"}]
    assert codec.decode(Agreement, data, KNOWN) == record


def test_defaults_are_left_out():
    assert codec.encode(Event("x")) == {"id": "x"}
    assert codec.encode(Provision(1, "a")) == {"number": 1, "text": "a"}
    assert codec.encode(Party("x")) == {"id": "x", "kind": "state"}


@given(testing.queries())
def test_a_query_is_an_object_of_one_key(query):
    plain = codec.encode(query)

    assert isinstance(plain, dict)
    assert len(plain) == 1


@pytest.mark.parametrize(
    ("cls", "data"),
    [
        (Party, {"id": "x", "colour": "red"}),
        (Party, {"id": "x", "cow": "373"}),
        (Party, {"id": "x", "cow": True}),
        (Party, {"id": "x", "cow": 373.0}),
        (Party, {"id": "x", "alpha2": 3}),
        (Party, {"id": "x", "labels": {"language": "en", "text": "X"}}),
        (Party, {"id": "x", "labels": [{"language": "en"}]}),
        (Party, {}),
        (Party, "x"),
        (Party, None),
        (Party, []),
        (Source, {"id": "x", "authors": "A. Author"}),
        (Source, {"id": "x", "date": 2025}),
        (Sphere, {"id": "x", "broader": "nowhere"}),
        (Sphere, {"id": "x", "broader": ["economic"]}),
        (Provision, {"number": 1, "text": "a", "spheres": "economic"}),
        (Provision, {"number": 1.0, "text": "a"}),
        (Participation, {"party": "UZB"}),
        (Participation, {"party": ["KAZ"]}),
        (Participation, "KAZ"),
        (Event, {"id": "x", "signed": "1996"}),
        (Agreement, {"id": "x", "date": "1996"}),
        (Agreement, {"id": "x", "parties": "KAZ"}),
        (Agreement, {"id": "x", "urls": "https://a.b"}),
        (Agreement, {"id": "x", "place": "nowhere"}),
        (Agreement, {"id": "x", "place": {"id": "baku"}}),
        (Agreement, {"id": "x", "kind": "visit"}),
        (Agreement, {"id": "x", "attestations": [{"field": "title", "value": "T", "source": "two"}]}),
        (Agreement, {"id": "x", "attestations": [{"field": "signed", "value": 1996, "source": "one"}]}),
        (
            Agreement,
            {"id": "x", "attestations": [{"field": "spheres", "value": ["energy"], "source": "one"}]},
        ),
        (Agreement, {"id": "x", "attestations": [{"field": "id", "value": "x", "source": "one"}]}),
        (Agreement, {"id": "x", "attestations": [{"value": "x", "source": "one"}]}),
        (Agreement, {"id": "x", "attestations": ["T"]}),
        (HistoricalDate, 1996),
        (HistoricalDate, "16 September 1996"),
        (q.Query, {}),
        (q.Query, {"sphere": {"name": "x"}, "kind": {"which": "visit"}}),
        (q.Query, {"colour": {"name": "red"}}),
        (q.Query, {"sphere": "x"}),
        (q.Query, {"sphere": {"name": "x", "exact": "yes"}}),
        (q.Query, {"and": {"sphere": {"name": "x"}}}),
        (q.Query, {"anything": 1}),
        (q.Query, {"bilateral": {"pair": "AB"}}),
        (q.Query, {"id": {"ids": "x"}}),
        (q.Query, "anything"),
    ],
)
def test_what_is_not_exactly_right_is_refused(cls, data):
    with pytest.raises(DataError) as caught:
        codec.decode(cls, data, KNOWN, file="f.json", record="r")

    for problem in caught.value.problems:
        assert (problem.file, problem.record) == ("f.json", "r")
        assert problem.reason
        assert "<built-in" not in str(problem)


def test_a_query_of_ones_own_has_no_plain_form():
    class Mine(q.Query):
        """A query that no word builds."""

    with pytest.raises(InvalidValueError, match=r"built by the functions of bilateral\.query"):
        codec.encode(Mine())


@pytest.mark.parametrize(
    ("plain", "expected"),
    [
        ({"and": [{"sphere": {"name": "x"}}]}, q.sphere("x")),
        (
            {
                "and": [
                    {"and": [{"sphere": {"name": "x"}}, {"kind": {"which": "visit"}}]},
                    {"id": {"ids": ["y"]}},
                ]
            },
            q.sphere("x") & q.kind("visit") & q.id("y"),
        ),
        ({"not": {"not": {"sphere": {"name": "x"}}}}, q.sphere("x")),
        ({"and": []}, q.anything),
        ({"or": []}, q.nothing),
    ],
)
def test_a_query_written_by_hand_is_what_the_operators_make(plain, expected):
    assert codec.decode(q.Query, plain) == expected


def test_two_threads_do_not_read_each_others_ids():
    catalogues = [Catalogue(places=[Place("p", [Label("en", str(i))])]) for i in range(8)]
    plain = {"id": "x", "place": "p", "aliases": [str(i) for i in range(50)]}

    def names(i):
        return {codec.decode(Event, plain, catalogues[i]).place.name() for _ in range(200)}

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(names, range(8))) == [{str(i)} for i in range(8)]


@pytest.mark.parametrize(
    ("data", "path"),
    [
        ({"and": [{"date": {"when": "1993"}}, {"party": {"code": 3}}]}, "and[1].party.code"),
        ({"not": {"or": [{"sphere": {"name": "x", "more": 1}}]}}, "not.or[0].sphere"),
        ({"and": [{"colour": {}}]}, "and[0]"),
        ({"date": {"when": "1993-13"}}, "date.when"),
        ({"and": {}}, "and"),
        ({"not": {"anything": 3}}, "not"),
    ],
)
def test_an_error_within_a_query_says_where(data, path):
    with pytest.raises(DataError) as caught:
        codec.decode(q.Query, data)
    assert [problem.field for problem in caught.value.problems] == [path]
