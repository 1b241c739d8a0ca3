"""A body of records as plain data: whole, and refused with every problem."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilateral import Corpus, DataError, Dataset, testing
from bilateral.dossier import KEYS, decode_dossier, encode_dossier
from bilateral.model.catalogue import Catalogue

SPHERES = [
    {"id": "oil-gas", "broader": "energy"},
    {"id": "economic"},
    {"id": "energy", "broader": "economic"},
]
CLAIM = {"field": "title", "value": "T", "source": "one"}
ALIAS = {"field": "aliases", "value": "b", "source": "one"}


def problems(data, *, whole=True):
    with pytest.raises(DataError) as caught:
        decode_dossier(data, {"": "all.json", **{key: f"{key}.json" for key in KEYS}}, whole=whole)
    return caught.value.problems


@given(testing.corpora())
def test_a_body_of_records_comes_back_whole(corpus):
    plain = json.loads(json.dumps(encode_dossier(corpus.catalogue, corpus, corpus.dataset)))
    catalogue, records, dataset = decode_dossier(plain)

    assert Corpus(records, catalogue=catalogue) == corpus
    assert catalogue == corpus.catalogue
    assert dataset == corpus.dataset
    assert encode_dossier(catalogue, Corpus(records), dataset) == plain


def test_any_part_may_be_missing():
    catalogue, records, dataset = decode_dossier({})

    assert records == []
    assert len(catalogue.parties) == 0
    assert dataset is None


def test_spheres_may_stand_in_any_order_and_keep_it():
    catalogue = decode_dossier({"spheres": SPHERES}).catalogue

    assert list(catalogue.spheres.keys()) == ["oil-gas", "economic", "energy"]
    assert [sphere.id for sphere in catalogue.spheres["oil-gas"].lineage] == ["oil-gas", "energy", "economic"]
    assert catalogue.spheres["oil-gas"].broader is catalogue.spheres["energy"]


@pytest.mark.parametrize(
    ("data", "record", "words"),
    [
        ({"events": [{"id": "x"}, {"id": "x"}]}, "events x", "2 records have this id"),
        ({"events": [{"id": "x"}], "agreements": [{"id": "x"}]}, "agreements x", "2 records have this id"),
        ({"parties": [{"id": "AZE"}, {"id": "AZE"}]}, "parties AZE", "2 have this id"),
        ({"spheres": [{"id": "a"}, {"id": "a"}]}, "spheres a", "have this id"),
        ({"spheres": [{"id": "a", "broader": "b"}]}, "spheres[0] a", "there is no such sphere"),
        ({"spheres": [{"id": "a", "broader": []}]}, "spheres[0] a", ""),
        ({"spheres": [{"id": "a", "broader": 3}]}, "spheres[0] a", "it must be text"),
        ({"spheres": [{"id": "a", "broader": "a"}]}, "spheres[0] a", "a < a stand in a circle"),
        ({"spheres": "a"}, "spheres", "it must be a list"),
        ({"events": {"id": "x"}}, "events", "it must be a list"),
        ({"events": ["x"]}, "events[0]", "it must be an object with keys"),
        ({"sources": [5]}, "sources[0]", "it must be an object with keys"),
        ({"spheres": [None]}, "spheres[0]", "it must be an object with keys"),
        ({"events": [{"title": "T"}]}, "events[0]", "the key 'id' is missing"),
        ({"events": [{"id": []}]}, "events[0] []", "it must be text"),
        ({"event": []}, "event", "unknown key; it must be one of dataset, sources"),
        (
            {"places": [{"id": "baku", "labels": [{"language": "en", "text": "B", "source": "cldr"}]}]},
            "places baku",
            "no such source",
        ),
        (
            {"sources": [{"id": "one"}], "events": [{"id": "x", "title": "U", "attestations": [CLAIM]}]},
            "events x",
            "its attestations resolve to T",
        ),
        (
            {"sources": [{"id": "one"}], "events": [{"id": "x", "attestations": [CLAIM]}]},
            "events x",
            "its attestations resolve to T",
        ),
        (
            {"sources": [{"id": "one"}], "events": [{"id": "x", "aliases": ["a"], "attestations": [ALIAS]}]},
            "events x",
            "its attestations resolve to [b]",
        ),
    ],
)
def test_a_problem_says_where_it_is(data, record, words):
    found = problems(data)

    assert {problem.file for problem in found} <= {"all.json", *(f"{key}.json" for key in data)}
    assert record in {problem.record for problem in found}
    assert any(words in problem.reason for problem in found)


@pytest.mark.parametrize("data", [[], "x", None, 3])
def test_what_is_no_object_is_a_problem(data):
    (problem,) = problems(data)

    assert problem.reason.startswith("it must be an object with the keys dataset")


def circle(*ids):
    """Spheres of which each is narrower than the next, and the last than the first."""
    return [{"id": id, "broader": wider} for id, wider in zip(ids, [*ids[1:], ids[0]], strict=True)]


@pytest.mark.parametrize(
    ("spheres", "expected"),
    [
        (circle("a"), [("spheres[0] a", "a", "a < a")]),
        (circle("a", "b"), [("spheres[0] a", "b", "a < b < a")]),
        ([{"id": "c"}, *circle("b", "a", "d")], [("spheres[1] b", "a", "b < a < d < b")]),
        ([{"id": "c", "broader": "a"}, *circle("a", "b")], [("spheres[1] a", "b", "a < b < a")]),
        (
            [*circle("a", "b"), *circle("c", "d")],
            [("spheres[0] a", "b", "a < b < a"), ("spheres[2] c", "d", "c < d < c")],
        ),
    ],
)
def test_a_circle_of_spheres_is_one_problem_that_names_it(spheres, expected):
    found = problems(
        {"spheres": spheres, "events": [{"id": "x", "spheres": [each["id"] for each in spheres]}]}
    )

    assert [(each.record, each.value, each.reason) for each in found] == [
        (record, value, f"the spheres {names} stand in a circle; one of them must be the broadest")
        for record, value, names in expected
    ]
    assert {each.field for each in found} == {"broader"}


@given(st.dictionaries(st.sampled_from("abcdefg"), st.sampled_from([None, *"abcdefgz"])))
def test_of_any_spheres_each_circle_and_each_unknown_broader_one_is_told_once(broader):
    def reached(id):
        """Return the spheres above one, itself only if it stands in a circle."""
        above = []
        while (id := broader.get(id)) is not None and id not in above:
            above.append(id)
        return above

    order = list(broader)
    circles = {frozenset(reached(id)) for id in broader if id in reached(id)}
    expected = {min(circle, key=order.index) for circle in circles}
    expected |= {id for id, wider in broader.items() if wider is not None and wider not in broader}
    spheres = [{"id": id} | ({} if wider is None else {"broader": wider}) for id, wider in broader.items()]

    if expected:
        found = problems({"spheres": spheres, "events": [{"id": "x", "spheres": order}]})
        assert sorted(each.record for each in found) == sorted(
            f"spheres[{order.index(id)}] {id}" for id in expected
        )
    else:
        assert list(decode_dossier({"spheres": spheres}).catalogue.spheres.keys()) == order


def test_a_long_circle_is_named_by_its_beginning_and_end():
    (problem,) = problems({"spheres": circle(*(f"s{i}" for i in range(100)))})

    assert (
        f"the spheres {' < '.join(f's{i}' for i in range(10))} < ... < s0 stand in a circle" in problem.reason
    )


def test_a_circle_hides_no_other_mistake_of_its_spheres():
    first, second = circle("a", "b")

    assert [each.reason.split()[0] for each in problems({"spheres": [first, {**second, "lables": []}]})] == [
        "the",
        "unknown",
    ]


def whole():
    """A body of records in which every record names one thing of every kind, as a value and in a claim."""
    values = {
        "place": "baku",
        "parties": {"party": "AZE"},
        "spheres": "oil",
        "persons": {"person": "aliyev"},
    }
    record = {
        "place": "baku",
        "parties": [values["parties"]],
        "spheres": ["oil"],
        "persons": [values["persons"]],
        "attestations": [{"field": key, "value": value, "source": "one"} for key, value in values.items()],
    }
    return {
        "sources": [{"id": "one"}],
        "parties": [{"id": "AZE"}],
        "places": [{"id": "baku"}],
        "persons": [{"id": "aliyev"}],
        # The narrowest first, so that what is broken stands below what refers to it.
        "spheres": [
            {"id": "oil", "broader": "energy"},
            {"id": "energy", "broader": "economic"},
            {"id": "economic"},
        ],
        "agreements": [{"id": "t", **record}],
        "events": [{"id": "u", **record}, {"id": "v", **record}],
    }


TABLES = ["sources", "parties", "places", "persons", "spheres"]
BROKEN = {
    "a misspelt field": lambda thing: {**thing, "lables": []},
    "a malformed id": lambda thing: {**thing, "id": f"{thing['id']} "},
    "no id": lambda thing: {key: value for key, value in thing.items() if key != "id"},
    "a number for an id": lambda thing: {**thing, "id": 3},
    "no object": lambda thing: None,
}


def test_what_the_next_tests_break_is_whole():
    assert len(decode_dossier(whole(), whole=True).records) == 3


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("broken", BROKEN.values(), ids=BROKEN)
def test_a_mistake_in_a_thing_is_told_once_however_many_name_it(table, broken):
    data = whole()
    data[table][-1] = broken(data[table][-1])
    found = problems(data)

    assert {each.file for each in found} == {f"{table}.json"}
    assert {each.record.split()[0] for each in found} == {f"{table}[{len(data[table]) - 1}]"}


@pytest.mark.parametrize("table", TABLES)
def test_a_table_that_cannot_be_found_is_told_once(table):
    no_list, misspelt = whole(), whole()
    no_list[table] = {}
    misspelt[f"{table}s"] = misspelt.pop(table)

    assert [each.record for each in problems(no_list)] == [table]
    assert [each.record for each in problems(misspelt)] == [f"{table}s"]


def test_what_has_nothing_to_do_with_a_mistake_is_told_beside_it():
    data = whole()
    data["parties"][0]["kind"] = "stat"
    data["events"][1]["parties"] = [{"party": "AZZ"}]

    assert [(each.record, each.field, each.value) for each in problems(data)] == [
        ("parties[0] AZE", "kind", "stat"),
        ("events[1] v", "parties[0].party", "AZZ"),
    ]


def test_all_problems_are_found_at_once_and_nothing_is_half_read():
    data = {
        "parties": [{"id": "no id"}, {"id": "AZE", "cow": "3"}],
        "agreements": [{"id": "x", "parties": [{"party": "KAZ"}], "signed": "1996-13"}],
        "events": [{"id": "y", "kind": "treaty"}],
    }

    assert {(problem.file, problem.record) for problem in problems(data)} == {
        ("parties.json", "parties[0] no id"),
        ("parties.json", "parties[1] AZE"),
        ("agreements.json", "agreements[0] x"),
        ("events.json", "events[0] y"),
    }
    # KAZ may be what the first party was meant to be: that it is unknown is not held against the agreement.
    assert len(problems(data)) == 4


def test_what_lies_outside_a_selection_is_missed_in_a_whole_alone():
    lacking = {"events": [{"id": "x", "relations": [{"kind": "part-of", "target": "y"}]}]}
    lacking["events"][0]["attestations"] = [
        {"field": "relations", "value": {"kind": "part-of", "target": "y"}, "source": "one"}
    ]
    lacking["sources"] = [{"id": "one"}]

    assert decode_dossier(lacking).records[0].relations[0].target == "y"
    assert [problem.reason for problem in problems(lacking)] == ["no record has this id"]


WHOLE = {
    "name": "mine",
    "title": "Соглашения",
    "description": "All of them.",
    "languages": ["en", "kk-Cyrl"],
    "licence": "CC BY 4.0",
    "citation": "A. Author, 2025",
}


def test_what_a_dossier_is_as_a_whole_is_a_value():
    described = Dataset(
        "mine",
        "Соглашения",
        description="All of them.",
        languages=["en", "kk-Cyrl"],
        licence="CC BY 4.0",
        citation="A. Author, 2025",
    )

    assert decode_dossier({"dataset": WHOLE}).dataset == described
    assert hash(decode_dossier({"dataset": WHOLE}).dataset) == hash(described)
    assert encode_dossier(Catalogue(), [], described)["dataset"] == WHOLE
    assert list(encode_dossier(Catalogue(), [], described)) == list(KEYS)
    assert "dataset" not in encode_dossier(Catalogue(), [])


@pytest.mark.parametrize(
    ("dataset", "field", "words"),
    [
        (5, "", "it must be an object with keys"),
        (None, "", "it must be an object with keys"),
        ([], "", "it must be an object with keys"),
        ({}, "title", "the key 'title' is missing"),
        ({**WHOLE, "license": "CC0"}, "", "unknown key 'license'"),
        ({**WHOLE, "title": " "}, "title", "text that is not blank"),
        ({**WHOLE, "title": 5}, "title", "it must be text"),
        ({**WHOLE, "name": "my treaties"}, "name", "an id is made of"),
        ({**WHOLE, "licence": ""}, "licence", "text that is not blank"),
        ({**WHOLE, "languages": "en"}, "languages", "it must be a list"),
        ({**WHOLE, "languages": ["English"]}, "languages", "a BCP 47 tag"),
        ({**WHOLE, "languages": ["en", "en"]}, "languages", "it is listed twice"),
    ],
)
def test_what_describes_the_dataset_is_checked(dataset, field, words):
    found = problems({"dataset": dataset})

    assert {(problem.file, problem.record) for problem in found} == {("dataset.json", "dataset")}
    assert any(words in problem.reason and problem.field == field for problem in found)
