"""Spheres by name, for people and for editors."""

from pathlib import Path

import pytest

import bilateral as bl
from bilateral import spheres

STUB = Path(spheres.__file__).with_suffix(".pyi")


def stub():
    """Return the text that tells type checkers and editors the names."""
    names = sorted(sphere.id.replace("-", "_") for sphere in bl.load().spheres)
    return (
        "\n".join(["from bilateral.model import Sphere", "", *(f"{name}: Sphere" for name in names)]) + "\n"
    )


def test_each_sphere_of_the_dossier_has_a_name():
    for sphere in bl.load().spheres:
        assert getattr(bl.spheres, sphere.id.replace("-", "_")) is sphere


def test_the_names_are_those_of_the_stub():
    assert STUB.read_text(encoding="utf-8") == stub(), (
        "python tests/test_spheres.py > src/bilateral/spheres.pyi"
    )
    assert dir(spheres) == [line.partition(":")[0] for line in stub().splitlines()[2:]]


def test_a_sphere_stands_for_its_id_in_a_question():
    assert bl.query.sphere(bl.spheres.energy) == bl.query.sphere("energy")
    assert bl.load().where(sphere=bl.spheres.energy) == bl.load().where(sphere="energy")


def test_what_is_no_sphere_is_told():
    with pytest.raises(AttributeError, match="no sphere 'enrgy'"):
        _ = spheres.enrgy


if __name__ == "__main__":
    print(stub(), end="")
