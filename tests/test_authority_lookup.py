"""From names and codes to parties."""

import pickle
from collections import defaultdict
from datetime import date
from itertools import combinations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import bilateral as bl
from bilateral.authority import Scheme
from bilateral.dates import HistoricalDate


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("Iran, Islamic Republic of", "IRN"),
        ("Iran (Islamic Republic of)", "IRN"),
        ("IRAN", "IRN"),
        ("Казахстан", "KAZ"),
        ("Qazaxıstan", "KAZ"),
        ("QAZAXISTAN", "KAZ"),
        ("Қазақстан Республикасы", "KAZ"),
        ("Republic of Azerbaijan", "AZE"),
        ("Azerbaijan Republic", "AZE"),
        ("AZ", "AZE"),
        ("AZE", "AZE"),
        ("031", "AZE"),
        ("Q227", "AZE"),
        ("U.S.S.R.", "SUN"),
        ("СССР", "SUN"),
        ("Zaire", "COD"),
        ("ZAR", "COD"),
        ("Burma", "MMR"),
        ("West Germany", "DEU"),
        ("GDR", "DDR"),
        ("Serbia and Montenegro", "SCG"),
        ("Yemen Arab Republic", "YAR"),
        ("South Vietnam", "RVN"),
        ("Republic of Korea", "KOR"),
        ("Korea, Dem. People's Rep. of", "PRK"),
        ("Republic of China", "TWN"),
        ("People's Republic of Angola", "AGO"),
        ("Cote dIvoire", "CIV"),
        ("St Kitts & Nevis", "KNA"),
    ],
)
def test_a_name_or_code_is_that_of_one_party(name, id):
    assert bl.identify(name).id == id


@pytest.mark.parametrize(
    ("name", "when", "id"),
    [
        ("USSR", "1985", "SUN"),
        ("Russia", "1900", "RUS"),
        ("Russia", "1992-01-01", "RUS"),
        ("Germany", "1930", "DEU"),
        ("Germany", date(1995, 1, 1), "DEU"),
        ("Yugoslavia", "1960", "YUG"),
        ("Yugoslavia", HistoricalDate.parse("1999"), "SCG"),
        ("Yemen", "1950", "YAR"),
        ("Yemen", "1995", "YEM"),
        ("Korea", "1900", "KOREA"),
        ("Ukrainian SSR", "1960", "UKR"),
        ("China", "1980", "CHN"),
        ("India", "1930", "IND"),
        ("DEU", "1975", "DEU"),
    ],
)
def test_a_date_decides_between_those_that_share_a_name(name, when, id):
    assert bl.identify(name, date=when).id == id


@pytest.mark.parametrize(
    ("name", "when", "candidates"),
    [
        ("Germany", "1975", {"DEU", "DDR"}),
        ("Germany", "1990", {"DEU", "DDR"}),
        ("Germany", "1949-10-07~/1955", {"DEU", "DDR"}),
        ("Korea", None, {"KOR", "PRK", "KOREA"}),
        ("Korea", "1960", {"KOR", "PRK"}),
        ("China", "1960", {"CHN", "TWN"}),
        ("Yemen", "1985", {"YAR", "YMD"}),
        ("Vietnam", "1960", {"VNM", "RVN"}),
        ("Yugoslavia", "1992", {"YUG", "SCG"}),
        ("Russia", "1985", {"RUS", "SUN"}),
        ("Russia", "1991", {"RUS", "SUN"}),
        ("Czechia", "1980", {"CZE", "CSK"}),
        ("Azerbaijan", "1975", {"AZE", "SUN"}),
        ("CS", None, {"CSK", "SCG"}),
    ],
)
def test_what_a_date_leaves_open_is_asked_back(name, when, candidates):
    with pytest.raises(bl.AmbiguousPartyError) as caught:
        bl.identify(name, date=when)

    assert set(caught.value.candidates) == candidates
    assert all(repr(id) in str(caught.value) for id in list(caught.value.candidates))


def test_the_error_says_what_to_give():
    with pytest.raises(bl.AmbiguousPartyError) as caught:
        bl.identify("Germany", date="1975")

    assert str(caught.value) == (
        "'Germany' in 1975 may be any of several parties: give 'DEU' (Germany, ../1945-05-08, 1949-05-23/..)"
        " or 'DDR' (East Germany, 1949-10-07/1990-10-02)"
    )


def test_many_candidates_are_counted():
    with pytest.raises(bl.AmbiguousPartyError, match=r"or 12 more$"):
        bl.identify("USSR", date="1995")


@pytest.mark.parametrize(
    ("code", "scheme", "when", "id"),
    [
        (373, "cow", None, "AZE"),
        ("705", "cow", None, "KAZ"),
        (365, "cow", "1985", "SUN"),
        (365, "gw", "2000", "RUS"),
        (260, "cow", None, "DEU"),
        ("az", "alpha2", None, "AZE"),
        ("AUS", "cow-letters", None, "AUT"),
        ("AUS", "alpha3", None, "AUS"),
        (345, Scheme.GW, "1999", "SCG"),
        ("RUS", "ggo", "1985", "SUN"),
        ("CZE", "ggo", "1960", "CSK"),
        ("EUE", "ggo", None, "EU"),
        ("EUE", None, None, "EU"),
    ],
)
def test_a_code_is_looked_up_in_its_scheme(code, scheme, when, id):
    assert bl.identify(code, scheme=scheme, date=when).id == id


def test_a_number_without_a_scheme_is_refused():
    with pytest.raises(bl.InvalidValueError, match="it needs its scheme"):
        bl.identify(31)


def test_a_code_that_its_scheme_has_not_is_unknown():
    with pytest.raises(bl.UnknownIdError, match="there is no party with the code of cow 999"):
        bl.identify(999, scheme="cow")


def test_a_scheme_that_is_none_is_refused():
    with pytest.raises(bl.InvalidValueError, match="cow-letters"):
        bl.identify("31", scheme="correlates")


@pytest.mark.parametrize("name", ["Khazakhstan", "aze", "Atlantis", "", "  ", "Korea ", "Каzахстан"])
def test_nothing_that_merely_comes_near_is_taken(name):
    with pytest.raises((bl.UnknownIdError, bl.AmbiguousPartyError)):
        bl.identify(name)


@pytest.mark.parametrize(
    "name", ["Socialist Republic of Yemen", "Democratic Kingdom of China", "Конго Корольдігі"]
)
def test_the_form_of_state_is_not_dropped_where_it_may_tell_states_apart(name):
    with pytest.raises(bl.UnknownIdError):
        bl.identify(name, date="1995")


def test_an_unknown_name_comes_back_with_near_ones():
    with pytest.raises(bl.UnknownIdError, match="there is no party 'Khazakhstan'; did you mean 'KAZ'"):
        bl.identify("Khazakhstan")


def test_a_date_that_is_none_is_refused():
    with pytest.raises(bl.InvalidDateError, match=r"^identify\.date"):
        bl.identify("Germany", date="soon")


def test_aliases_come_first_and_leave_the_authority_they_were_added_to():
    ours = bl.Authority.default().with_aliases({"Germany": "DDR", "KHAZAKHSTAN": "KAZ"})

    assert ours.identify("germany", date="1930").id == "DDR"
    assert ours.identify("Khazakhstan").id == "KAZ"
    assert bl.identify("Germany").id == "DEU"


def test_aliases_for_nobody_are_all_listed():
    with pytest.raises(bl.DataError) as caught:
        bl.Authority.default().with_aliases({"A": "KZA", "B": "KAZ", "C": "nobody"})

    assert [problem.value for problem in caught.value.problems] == ["KZA", "nobody"]
    assert "did you mean" in caught.value.problems[0].reason


def test_a_code_stands_for_one_party_at_a_time():
    bearers = defaultdict(list)
    for entry in bl.Authority.default():
        for code in entry.codes:
            bearers[code.scheme, code.value].append(code.when)
    shared = {code: whens for code, whens in bearers.items() if len(whens) > 1}

    assert (Scheme.ALPHA2, "CS") in shared
    for code, whens in shared.items():
        assert all(whens), code
        overlaps = [
            (a, b)
            for one, other in combinations(whens, 2)
            for a in one
            for b in other
            if a.overlaps(b).possible
        ]
        assert not overlaps, code


CHANGING = sorted(
    {
        name.label.text
        for entry in bl.Authority.default()
        for name in entry.names
        if entry.predecessors or entry.successors or name.when or name.kind == "shared"
    }
)


def answer(name, when):
    try:
        return bl.identify(name, date=when).id
    except bl.AmbiguousPartyError:
        return None


@given(
    st.sampled_from(CHANGING),
    st.dates(date(1860, 1, 1), date(2015, 12, 31)),
    st.sampled_from(["%Y", "%Y-%m", "[%Y,1991]", "[%Y-%m,1949-10-07,1992]"]),
)
@example("USSR", date(1991, 12, 27), "%Y")
@example("Korea", date(1910, 10, 1), "%Y")
@example("Germany", date(1945, 6, 1), "%Y")
@example("Czechoslovakia", date(1993, 6, 1), "[1992,%Y]")
@settings(max_examples=300)
def test_an_answer_for_an_uncertain_date_is_that_of_every_day_it_may_be(name, day, form):
    known = answer(name, day.strftime(form))
    if known is not None:
        assert answer(name, day) == known


def test_an_authority_is_a_value():
    default = bl.Authority.default()
    ours = default.with_aliases({"Germany": "DEU"})
    again = pickle.loads(pickle.dumps(ours))

    assert ours == again == default.with_aliases({"Germany": "DEU"})
    assert len({ours, again, default}) == 2
    assert ours != default
    assert default != 3
    assert again.identify("Germany", date="1975").id == "DEU"
    assert repr(ours) == f"<Authority of {len(default)} parties, 1 alias>"


def test_what_was_asked_before_is_answered_alike():
    assert bl.identify("Yugoslavia", date="1960") != bl.identify("Yugoslavia", date="1999")
    assert bl.identify("Yugoslavia", date="1960").id == "YUG"


def test_an_entry_is_found_by_its_id():
    authority = bl.Authority.default()

    assert "RUS" in authority["SUN"].successors
    assert "SUN" in authority
    assert authority["SUN"].party in authority
    assert len(list(authority)) == len(authority)
    with pytest.raises(bl.UnknownIdError):
        authority["XXX"]
