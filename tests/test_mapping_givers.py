"""Columns, constants and parts of dates: what they accept, and how they print."""

import attrs
import pytest

import bilateral as bl
from bilateral import Column, Constant, DateParts, Derived, InvalidValueError, Source


@pytest.mark.parametrize(
    ("giver", "code"),
    [
        (Column("a"), "Column('a')"),
        (Column("a", separator=[";"]), "Column('a', separator=';')"),
        (Column("a", codes={"x": None, "y": ["b", "c"]}), "Column('a', codes={'x': None, 'y': ['b', 'c']})"),
        (
            Column("a", capacity=Column("b", separator=";")),
            "Column('a', capacity=Column('b', separator=';'))",
        ),
        (Column("a", capacity="b", source="s"), "Column('a', capacity='b', source='s')"),
        (Column("a", source=Column("b")), "Column('a', source=Column('b'))"),
        (
            Column("a", source=Source("s", "T", date="1999")),
            "Column('a', source=Source('s', title='T', date='1999'))",
        ),
        (Column("a", missing=[]), "Column('a', missing=[])"),
        (Constant("a", role="b"), "Constant('a', role='b')"),
        (DateParts("y", "m"), "DateParts('y', 'm')"),
        (DateParts("y", missing="0"), "DateParts('y', missing='0')"),
        (Derived(), "Derived()"),
        (Derived("a"), "Derived(['a'])"),
    ],
)
def test_what_gives_values_prints_as_its_code(giver, code):
    assert repr(giver) == code
    assert eval(code, vars(bl)) == giver
    assert hash(eval(code, vars(bl))) == hash(giver)


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: Column(" "), r"Column\.name cannot be ' '"),
        (lambda: Column("a", separator=""), r"Column\.separator cannot be ''"),
        (lambda: Column("a", separator=3), r"Column\.separator cannot be 3"),
        (lambda: Column("a", codes={"x": ""}), r"Column\.codes cannot be \{'x': \(''"),
        (
            lambda: Column("a", others="lose"),
            r"Column\.others cannot be 'lose': it must be one of refuse, keep",
        ),
        (lambda: Column("a", missing=3), r"Column\.missing cannot be 3"),
        (lambda: Column("a", dayfirst=1.5), r"Column\.dayfirst cannot be 1\.5"),
        (
            lambda: Column("a", style="us"),
            r"Column\.style cannot be 'us': it must be one of text, edtf, serial",
        ),
        (lambda: Column("a", latest="soon"), r"'soon' is not a date"),
        (lambda: Column("a", capacity=3), r"Column\.capacity cannot be 3"),
        (lambda: Column("a", capacity=Column("b", source="c")), "takes no `source` of its own"),
        (lambda: Column("a", source=Column("b", source="c")), "takes no `source` of its own"),
        (lambda: Column("a", source=3), r"Column\.source cannot be 3"),
        (lambda: Constant(""), r"Constant\.value cannot be ''"),
        (lambda: Constant("a", source=3), r"Constant\.source cannot be 3"),
        (lambda: DateParts("y", None, "d"), "a day needs the column of its month, too"),
        (lambda: DateParts("y", source=3), r"DateParts\.source cannot be 3"),
        (lambda: Derived("a", prefix="-"), r"Derived\.prefix cannot be '-'"),
    ],
)
def test_what_does_not_fit_is_refused_by_name(make, message):
    with pytest.raises(ValueError, match=message) as caught:
        make()
    assert isinstance(caught.value, InvalidValueError | bl.InvalidDateError)


def test_they_are_immutable_and_know_their_columns():
    column = Column("a", capacity="b", source=Column("c"))

    assert column.columns == ("a", "b", "c")
    assert Constant("a").columns == ()
    assert DateParts("y", "m", "d", source=Column("s")).columns == ("y", "m", "d", "s")
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        column.name = "b"
