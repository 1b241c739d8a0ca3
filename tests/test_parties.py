"""Parties by their ids, for people and for editors."""

from pathlib import Path

import pytest

import bilateral as bl
from bilateral import parties
from bilateral.authority import Authority

STUB = Path(parties.__file__).with_suffix(".pyi")


def stub():
    """Return the text that tells type checkers and editors the names."""
    names = sorted(entry.id.replace("-", "_") for entry in Authority.default())
    return "\n".join(["from bilateral.model import Party", "", *(f"{name}: Party" for name in names)]) + "\n"


def test_each_party_of_the_authority_has_a_name():
    for entry in Authority.default():
        assert getattr(bl.parties, entry.id.replace("-", "_")).id == entry.id
    assert len(dir(parties)) == len(Authority.default())


def test_the_names_are_those_of_the_stub():
    assert STUB.read_text(encoding="utf-8") == stub(), (
        "python tests/test_parties.py > src/bilateral/parties.pyi"
    )
    assert dir(parties) == [line.partition(":")[0] for line in stub().splitlines()[2:]]


def test_a_party_stands_for_its_id_in_a_question():
    relations = bl.load()

    assert relations.where(party=bl.parties.TUR) == relations.where(party="TUR")
    assert relations.where(bilateral=(bl.parties.AZE, "KAZ")) == relations.where(bilateral=("AZE", "KAZ"))


def test_what_is_no_party_is_told():
    with pytest.raises(AttributeError, match=r"no party 'KAZAKHSTAN'.*bl\.identify"):
        _ = parties.KAZAKHSTAN


if __name__ == "__main__":
    print(stub(), end="")
