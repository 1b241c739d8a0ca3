"""Problems name the record, the field and the value, however deep they lie."""

import pytest

from bilateral import DataError, InvalidValueError, codec
from bilateral.model import Agreement, Event, Participation, Party, Source, Sphere
from bilateral.model.catalogue import Catalogue
from bilateral.problems import problems_of

KNOWN = Catalogue(parties=[Party("AZE")], sources=[Source("one")], spheres=[Sphere("energy")])


def problems(cls, data):
    with pytest.raises(DataError) as caught:
        codec.decode(cls, data, KNOWN, file="f.json", record="here")
    return caught.value.problems


@pytest.mark.parametrize(
    ("cls", "data", "field", "value", "words"),
    [
        (Agreement, {"id": "x", "title": 3}, "title", 3, "must be text"),
        (Agreement, {"id": "x", "parties": ["AZE"]}, "parties[0]", "AZE", "object with keys"),
        (
            Agreement,
            {"id": "x", "parties": [{"party": "KAZ"}]},
            "parties[0].party",
            "KAZ",
            "there is no such party",
        ),
        (
            Agreement,
            {"id": "x", "parties": [{"party": "AZE", "capacity": "king"}]},
            "parties[0].capacity",
            "king",
            "one of state, government",
        ),
        (Agreement, {"id": "x", "spheres": "energy"}, "spheres", "energy", "a list, even of one"),
        (Event, {"id": "x", "date": 1993}, "date", 1993, "must be text"),
        (Event, {"id": "x", "date": "1993-13"}, "date", "1993-13", "not a date"),
        (Party, {"id": "x", "cow": "373"}, "cow", "373", "whole number"),
        (Participation, {}, "party", "", "key 'party' is missing"),
        (Event, {"id": "x", "foo": 1}, "", "", "unknown key 'foo'; it must be one of id, title, place"),
        (Event, ["x"], "", "", "object with keys"),
        (Event, 3, "", 3, "object with keys"),
        (Event, None, "", None, "object with keys"),
        (Agreement, {"id": "x", "provisions": [3]}, "provisions[0]", 3, "object with keys"),
        (Agreement, {"id": "x", "place": 3}, "place", 3, "must be text"),
        (
            Agreement,
            {"id": "x", "provisions": [{"number": "1", "text": "t"}]},
            "provisions[0].number",
            "1",
            "whole",
        ),
        (
            Agreement,
            {"id": "x", "attestations": [{"field": "sign", "value": "1996", "source": "one"}]},
            "attestations[0].field",
            "sign",
            "it must be one of title, place",
        ),
    ],
)
def test_where_it_lies_and_what_it_is(cls, data, field, value, words):
    (problem,) = problems(cls, data)

    assert problem[:2] == ("f.json", "here")
    assert (problem.field, problem.value) == (field, value)
    assert words in problem.reason


@pytest.mark.parametrize(
    ("cls", "data", "field", "value"),
    [
        (Party, {"id": "AZE", "numeric": "31"}, "numeric", "31"),
        (Event, {"id": "x", "title": " "}, "title", " "),
        (Event, {"id": "x", "urls": ["ftp://a.b"]}, "urls", "ftp://a.b"),
        (Event, {"id": "no id"}, "id", "no id"),
        (Source, {"id": "x", "doi": "doi:10.1/2"}, "doi", "doi:10.1/2"),
    ],
)
def test_what_a_class_refuses_has_its_field_and_value(cls, data, field, value):
    (problem,) = problems(cls, data)

    assert (problem.field, problem.value) == (field, value)


def test_all_of_them_are_found_at_once():
    data = {
        "id": "x",
        "kind": "treat",
        "spheres": ["enrgy"],
        "provisions": [{"number": 1, "text": "a"}, {"number": "2", "text": 3}],
        "attestations": [{"field": "title", "value": "T", "source": "two"}],
    }

    assert sorted(problem.field for problem in problems(Agreement, data)) == [
        "attestations[0].source",
        "kind",
        "provisions[1].number",
        "provisions[1].text",
        "spheres",
    ]


def test_an_error_without_a_path_is_one_problem():
    (problem,) = problems_of(InvalidValueError("int", "3", "it must be a whole number"), "3", record="r")

    assert str(problem) == "r: '3': it must be a whole number"


def test_a_note_of_another_kind_is_no_path():
    error = ValueError("too long")
    error.add_note("a hint of somebody else")
    (problem,) = problems_of(ExceptionGroup("all", [error]), {})

    assert (problem.field, problem.reason) == ("", "too long")
