"""Errors: what they say, what they carry, and that they travel between processes."""

import copy
import pickle

import pytest

import bilateral as bl
from bilateral import errors

PROBLEM = bl.Problem("a.json", "events[3] visit", "date", "1996-13", "there is no month 13")
ERRORS = {
    "date": (
        bl.InvalidDateError("1993-02-30", 8, "February has 28 days"),
        "'1993-02-30' is not a date: February has 28 days (at character 9)",
    ),
    "readings": (
        bl.InvalidDateError("03/04/2005", 0, "it has two readings", ["2005-03-04", "2005-04-03"]),
        (
            "'03/04/2005' is not a date: it has two readings (at character 1);"
            " it could be '2005-03-04' or '2005-04-03'"
        ),
    ),
    "unsupported": (
        bl.UnsupportedDateError("Y20000", 0, "years go from 1 to 9999"),
        "'Y20000' is not supported: years go from 1 to 9999 (at character 1)",
    ),
    "value": (
        bl.InvalidValueError("Party.cow", "373", "it must be a whole number"),
        "Party.cow cannot be '373': it must be a whole number",
    ),
    "id": (bl.UnknownIdError("sphere", "x"), "there is no sphere 'x'"),
    "id, one near": (
        bl.UnknownIdError("sphere", "enrgy", ["energy"]),
        "there is no sphere 'enrgy'; did you mean 'energy'?",
    ),
    "id, three near": (
        bl.UnknownIdError("sphere", "e", iter(["a", "b", "c"])),
        "there is no sphere 'e'; did you mean 'a', 'b' or 'c'?",
    ),
    "party": (
        bl.AmbiguousPartyError(
            "Germany", "1975", {"DEU": "Germany", "DDR": "East Germany"}, "may be several"
        ),
        "'Germany' in 1975 may be several: give 'DEU' (Germany) or 'DDR' (East Germany)",
    ),
    "party, many": (
        bl.AmbiguousPartyError("x", "", dict.fromkeys("ABCDEF", "one"), "may be several"),
        "'x' may be several: give 'A' (one) or 'B' (one) or 'C' (one) or 'D' (one) or 2 more",
    ),
    "data": (
        bl.DataError([PROBLEM]),
        "a.json: events[3] visit: date: '1996-13': there is no month 13",
    ),
    "data, two problems": (
        bl.DataError(iter([PROBLEM, bl.Problem("a.json", "", "", "", "it is no JSON")])),
        f"2 problems:\n- {PROBLEM}\n- a.json: it is no JSON",
    ),
    "extra": (
        bl.MissingExtraError("test", "bilateral.testing"),
        'bilateral.testing needs an extra: python -m pip install "bilateral[test]"',
    ),
}
CASES = pytest.mark.parametrize(("error", "message"), ERRORS.values(), ids=ERRORS)


@CASES
def test_an_error_says_what_is_wrong(error, message):
    assert str(error) == message


@CASES
@pytest.mark.parametrize("remade", [lambda e: pickle.loads(pickle.dumps(e)), copy.copy, copy.deepcopy])
def test_errors_are_pickled_and_copied_whole(error, message, remade):
    again = remade(error)

    assert type(again) is type(error)
    assert str(again) == message
    assert vars(again) == vars(error)


@pytest.mark.parametrize(
    ("leaf", "builtin"),
    [
        (bl.InvalidDateError, ValueError),
        (bl.UnsupportedDateError, ValueError),
        (bl.InvalidValueError, ValueError),
        (bl.UnknownIdError, LookupError),
        (bl.AmbiguousPartyError, LookupError),
        (bl.DataError, ValueError),
        (bl.MissingExtraError, ImportError),
    ],
)
def test_a_leaf_is_of_the_family_and_of_the_fitting_builtin(leaf, builtin):
    assert issubclass(leaf, bl.BilateralError)
    assert issubclass(leaf, builtin)


def test_every_error_is_public():
    own = {
        name
        for name, value in vars(errors).items()
        if isinstance(value, type) and issubclass(value, BaseException)
    }

    assert own <= set(bl.__all__)


def test_errors_carry_what_they_are_about():
    date = ERRORS["readings"][0]
    assert (date.text, date.position, date.readings) == ("03/04/2005", 0, ("2005-03-04", "2005-04-03"))
    value = ERRORS["value"][0]
    assert (value.field, value.value, value.reason) == ("Party.cow", "373", "it must be a whole number")
    unknown = ERRORS["id, one near"][0]
    assert (unknown.what, unknown.id, unknown.suggestions) == ("sphere", "enrgy", ("energy",))
    assert ERRORS["data"][0].problems == (PROBLEM,)
    assert ERRORS["extra"][0].extra == "test"


@pytest.mark.parametrize(
    "error",
    [
        bl.InvalidDateError("x" * 10_000, 0, "it is too long"),
        bl.InvalidValueError("Label.text", ["x" * 10_000], "it must be text"),
        bl.UnknownIdError("party", "x" * 10_000),
        bl.DataError([bl.Problem("", "", "", "x" * 10_000, "it is too long")]),
    ],
)
def test_long_values_are_shortened_in_the_message_alone(error):
    assert len(str(error)) < 200
    assert "..." in str(error)
    assert any("x" * 10_000 in str(argument) for argument in error.args)


def test_a_date_for_a_field_names_it_and_travels_with_its_name():
    error = bl.InvalidDateError("1996-13", 5, "there is no month 13")
    error.field = "Agreement.signed"
    again = pickle.loads(pickle.dumps(error))

    assert str(again) == "Agreement.signed: '1996-13' is not a date: there is no month 13 (at character 6)"
    assert again.field == "Agreement.signed"
    assert bl.InvalidDateError("1996-13", 5, "there is no month 13").field == ""


def test_what_cannot_be_shown_hides_no_error():
    error = bl.InvalidValueError("Party.cow", 10**5000, "it must be a whole number from 1 to 999")

    assert (
        str(error)
        == "Party.cow cannot be what cannot be shown, of int: it must be a whole number from 1 to 999"
    )


def test_a_problem_tells_a_number_from_its_digits():
    assert str(bl.Problem("", "r", "cow", 3, "why")) == "r: cow: 3: why"
    assert str(bl.Problem("", "r", "cow", "3", "why")) == "r: cow: '3': why"
    assert str(bl.Problem("", "r", "cow", "", "why")) == "r: cow: why"


def test_a_problem_of_a_table_says_line_and_column():
    problem = bl.Problem(
        "a.csv", "t1", "signed", "31/11/1999", "no such day", 12, "Signed", "warning", "no date"
    )

    assert str(problem) == "a.csv: line 12, column Signed: t1: signed: '31/11/1999': no such day"
    assert eval(repr(problem), {"Problem": bl.Problem}) == problem
    assert eval(repr(PROBLEM), {"Problem": bl.Problem}) == PROBLEM
    assert "line" not in repr(PROBLEM)


def test_an_error_lists_no_more_than_can_be_read():
    error = bl.DataError([PROBLEM._replace(line=i) for i in range(1, 251)])

    assert len(error.problems) == 250
    assert str(error).splitlines()[-1] == "- and 150 more: see `problems` of this error"
    assert len(str(error).splitlines()) == 102
