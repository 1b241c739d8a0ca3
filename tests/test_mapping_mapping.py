"""Mappings as values: what they accept, how they print, and that they come back from files."""

import attrs
import pytest

import bilateral as bl
from bilateral import Column, Constant, DateParts, Derived, InvalidValueError, Mapping, Source

WHOLE = Mapping(
    id=["Volume", "Page"],
    type=Column("Type", codes={"T": "agreement", "E": "event"}),
    title=["Title", "TitleAlt"],
    kind=Column(
        "Kind", codes={"EXCHAN": "exchange-of-notes", "AGREEM": "agreement", "X": None}, others="keep"
    ),
    signed=[Column("Signed", dayfirst=True, separator=[";", "/ "], missing=["NA"]), DateParts("Y", "M", "D")],
    date="Signed",
    terminated=Column("End", latest="2100", style="serial", source=Source("annex", "The annex")),
    parties=[Column("With", capacity="As", separator=";"), Constant("AZE", capacity="government")],
    persons=Column("By", role=Constant("Minister")),
    relations=[Column("Amends", relation=Constant("amends")), Column("Of", relation=Column("How"))],
    spheres=Column("Topic", codes={"3": ["trade", "economic"], "": "other"}),
    source=Column("Source"),
    group_by=["Volume", "Page"],
    missing=["", "?"],
    dayfirst=False,
    identify=True,
    language="ru",
    unmapped="drop",
    note="Read by hand.",
)


@pytest.mark.parametrize("mapping", [WHOLE, Mapping(), Mapping(id=Derived(["a"], prefix="x-"), title="T")])
def test_a_mapping_comes_back_from_its_code_and_from_json(mapping):
    assert eval(repr(mapping), vars(bl)) == mapping
    assert eval(str(mapping), vars(bl)) == mapping
    assert Mapping.from_json(mapping.to_json()) == mapping
    assert hash(Mapping.from_json(mapping.to_json())) == hash(mapping)


def test_a_mapping_prints_one_argument_a_line():
    mapping = Mapping(id="No", signed=Column("Signed", dayfirst=True))

    assert str(mapping) == "Mapping(\n    id='No',\n    signed=Column('Signed', dayfirst=True),\n)"
    assert repr(mapping) == "Mapping(id='No', signed=Column('Signed', dayfirst=True))"


def test_a_mapping_is_immutable_and_equal_by_what_it_says():
    assert Mapping(title="Title") == Mapping(title=[Column("Title")])
    assert Mapping(title="Title") != Mapping(title="Titel")
    assert Mapping(title="Title").replace(title=None) == Mapping()
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        WHOLE.title = "x"


def test_it_knows_the_columns_it_reads():
    expected = ["Volume", "Page", "Type", "Title", "TitleAlt", "Kind", "Signed", "Y", "M", "D", "End", "With"]

    assert list(WHOLE.columns) == [*expected, "As", "Topic", "By", "Amends", "Of", "How", "Source"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"title": 3}, r"Mapping\.title cannot be 3"),
        ({"title": [3]}, r"Mapping\.title cannot be 3"),
        ({"title": DateParts("Y")}, "only a date has parts: date, in_force, signed, terminated"),
        ({"title": Column("T", capacity="x")}, "`capacity` is for parties"),
        ({"parties": Column("T", role="x")}, "`role` is for persons"),
        ({"relations": "T"}, "it must say which `relation` it is"),
        ({"title": ["T", "T"]}, "a column is listed twice"),
        ({"date": "T"}, "it is for events; an agreement was signed"),
        ({"type": Constant("event"), "signed": "T"}, "it is for agreements; an event has a date"),
        ({"type": Constant("treaty")}, r"Mapping\.type cannot be 'treaty': it must be agreement or event"),
        ({"type": ["a", "b"]}, "one column or Constant gives it"),
        ({"type": Column("a", source="x")}, "no source attests it"),
        ({"id": Constant("x")}, r"Mapping\.id cannot be"),
        ({"id": []}, r"Mapping\.id cannot be"),
        ({"source": 3}, r"Mapping\.source cannot be 3"),
        ({"missing": 3}, r"Mapping\.missing cannot be 3"),
        ({"dayfirst": "yes"}, r"Mapping\.dayfirst cannot be 'yes'"),
        ({"identify": "yes"}, r"Mapping\.identify cannot be 'yes'"),
        ({"unmapped": "lose"}, r"Mapping\.unmapped cannot be 'lose'"),
        ({"language": "Russian"}, r"Mapping\.language cannot be 'Russian'"),
        ({"group_by": 3}, r"Mapping\.group_by cannot be 3"),
    ],
)
def test_what_does_not_fit_is_refused_by_name(arguments, message):
    with pytest.raises(InvalidValueError, match=message):
        Mapping(**arguments)


def test_an_argument_that_is_none_is_refused_with_those_there_are():
    with pytest.raises(
        InvalidValueError, match=r"Mapping cannot be 'titel': it must be one of id, type, title"
    ):
        Mapping().replace(titel="T")
