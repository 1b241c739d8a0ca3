"""Values: equal, hashed and printed by their fields, whatever class of the model they are of."""

import attrs
import pytest

from bilateral import model
from bilateral.model.values import ByValue, fields

CLASSES = [cls for name in model.__all__ if attrs.has(cls := getattr(model, name))]


class Pair(ByValue):
    """A class that attrs did not make."""

    __slots__ = ("a", "b")

    def __init__(self, a, b):
        self.a = a
        self.b = b


class Other(Pair):
    """A class with the same fields, and one more."""

    __slots__ = ("c",)


def test_values_are_equal_by_their_fields():
    assert Pair(1, [2]) == Pair(1, [2])
    assert Pair(1, 2) != Pair(2, 1)
    assert Pair(1, 2) != (1, 2)


def test_a_value_of_another_class_is_another_value():
    one, other = Pair(1, 2), Other(1, 2)
    other.c = 3

    assert one != other
    assert other != one


def test_equal_values_have_one_hash():
    assert len({Pair(1, 2), Pair(1, 2), Pair(2, 1)}) == 2
    with pytest.raises(TypeError):
        hash(Pair(1, []))


def test_a_value_prints_its_fields():
    assert repr(Pair("x", None)) == "Pair(a='x', b=None)"


@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.__name__)
def test_the_model_is_made_of_values(cls):
    assert issubclass(cls, ByValue)
    assert fields(cls) == tuple(field.name for field in attrs.fields(cls))
