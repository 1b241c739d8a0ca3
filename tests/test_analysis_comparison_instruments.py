"""Instruments side by side: what is the same is said only where it is known."""

import attrs
import pytest
from hypothesis import given

import bilateral as bl
from bilateral import Agreement, Attestation, InvalidValueError, Kind, Participation, testing
from bilateral.analysis.comparison import instruments


def same(a, b):
    columns = instruments(a, b).columns()
    return dict(zip(columns["aspect"], columns["same"], strict=True))


def test_what_is_open_is_unknown():
    both = [Participation("AZE", "state"), Participation("KAZ", "state")]
    disputed = [Attestation("kind", Kind(kind), "x") for kind in ("treaty", "agreement")]
    ours = Agreement("a", kind="treaty", signed="1996-09", parties=both, place="baku")
    theirs = Agreement(
        "b", kind="treaty", signed="1996-09-16", parties=["KAZ", "AZE"], place="baku", attestations=disputed
    )

    assert same(ours, theirs) == {
        "title": "",
        "kind": "unknown",
        "level": "unknown",
        "parties": "yes",
        "capacities": "unknown",
        "signed": "unknown",
        "in force": "",
        "place": "yes",
        "spheres": "",
        "relations": "",
    }


def test_what_differs_differs():
    ours = Agreement("a", kind="treaty", signed="1996", parties=[Participation("AZE", "state"), "KAZ"])
    theirs = Agreement(
        "b", kind="protocol", signed="1997", parties=[Participation("AZE", "government"), "KAZ"]
    )

    found = same(ours, theirs)
    assert [found[name] for name in ("kind", "signed", "parties", "capacities")] == ["no", "no", "yes", "no"]
    assert same(ours, Agreement("c", parties=["TUR"]))["parties"] == "no"


@given(testing.agreements(id="a"), testing.agreements(id="b"))
def test_to_be_the_same_is_mutual(a, b):
    found = same(a, b)
    back = same(b, a)

    assert {name: said for name, said in found.items() if not name.startswith("provision")} == {
        name: said for name, said in back.items() if not name.startswith("provision")
    }
    for name, said in found.items():
        assert said in {"yes", "no", "unknown", "", "alike"}, name


@given(testing.agreements(id="a"))
def test_what_is_known_of_one_is_the_same_as_itself(agreement):
    found = same(agreement, attrs.evolve(agreement, id="b"))

    assert "no" not in found.values()


def test_lineage_and_what_only_one_has():
    relations = bl.load()
    declaration, treaty = (
        relations[id] for id in ("aze-kaz-2004-declaration", "aze-kaz-2005-strategic-partnership")
    )
    found = instruments(declaration, treaty)

    assert found.notes() == ["they are related to each other: see their relations"]
    assert len(found.common) + len(found.only(treaty.id)) == len(treaty.provisions)
    assert len(found.common) + len(found.only(declaration.id)) == len(declaration.provisions)
    assert found.common
    assert treaty.title in found.to_markdown()
    with pytest.raises(InvalidValueError, match="must be one of"):
        found.only("other")


def test_what_is_no_agreement_is_refused():
    with pytest.raises(InvalidValueError, match="must be an Agreement"):
        instruments(Agreement("a"), bl.Event("b"))
    with pytest.raises(InvalidValueError, match="another agreement"):
        instruments(Agreement("a"), Agreement("a"))
    with pytest.raises(InvalidValueError, match="two or more"):
        instruments(Agreement("a"))
    with pytest.raises(InvalidValueError, match="name of a column"):
        instruments(Agreement("a"), Agreement("same"))
