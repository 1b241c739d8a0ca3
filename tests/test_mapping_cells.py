"""From the text of a cell to a value, or to what is wrong with it."""

import pytest

from bilateral import Column, Kind
from bilateral.mapping.cells import Codes, Refused, Things, date, nearest, reader, splitter, url, word
from bilateral.model import Party, Place
from bilateral.model.catalogue import Catalogue

MISSING = frozenset({"", "NA"})


@pytest.mark.parametrize(
    ("column", "text", "expected"),
    [
        (Column("x"), "1996-09-16", "1996-09-16"),
        (Column("x"), "1996-09-16/1997", "1996-09-16/1997"),
        (Column("x"), "16sep1996", "1996-09-16"),
        (Column("x"), "1981-09..1981-10", "1981-09/1981-10"),
        (Column("x", dayfirst=True), "03/04/1998", "1998-04-03"),
        (Column("x", dayfirst=False), "03/04/1998", "1998-03-04"),
        (Column("x", style="serial"), "35324", "1996-09-16"),
        (Column("x", style="serial"), "35324.0", "1996-09-16"),
        (Column("x", style="serial"), "1996", "1996"),
        (Column("x"), "1996.0", "1996"),
        (Column("x", latest="2100"), "2099-12-31", "2099-12-31"),
        (Column("x", style="edtf"), "1996-21", "1996-21"),
    ],
)
def test_dates_are_read_as_the_column_says(column, text, expected):
    assert str(date(column, None)(text)) == expected


@pytest.mark.parametrize(
    ("column", "text", "kind", "severity"),
    [
        (Column("x"), "1972-06-31?", "no date", "warning"),
        (Column("x"), "03/04/1998", "ambiguous date", "warning"),
        (Column("x"), "0014-022005", "no date", "warning"),
        (Column("x"), "100 BC", "unsupported date", "warning"),
        (Column("x", style="edtf"), "16sep1996", "no date", "warning"),
        (Column("x", latest="2100"), "9999-12-31", "date beyond belief", "note"),
        (Column("x"), "35324", "no date", "warning"),
    ],
)
def test_what_is_no_date_says_what_would_be(column, text, kind, severity):
    with pytest.raises(Refused) as caught:
        date(column, None)(text)
    fault = caught.value.fault

    assert (fault.kind, fault.value, fault.severity) == (kind, text, severity)


@pytest.mark.parametrize(
    ("column", "text", "reason"),
    [
        (Column("x"), "35324", 'as the day number of a spreadsheet (style="serial") it is 1996-09-16'),
        (Column("x"), "1996-09-16 14:30", "it is not supported: only dates without a time of day are"),
        (Column("x", style="edtf"), "1996.0", "it is not a date"),
    ],
)
def test_what_would_be_right_is_told(column, text, reason):
    with pytest.raises(Refused) as caught:
        date(column, None)(text)

    assert reason in caught.value.fault.reason


def test_the_column_says_of_the_first_number_before_the_mapping_does():
    assert str(date(Column("x"), True)("03/04/1998")) == "1998-04-03"
    assert str(date(Column("x", dayfirst=False), True)("03/04/1998")) == "1998-03-04"


def test_codes_mean_values_and_what_they_lack_is_refused_with_near_ones():
    codes = Codes(
        Column("x", codes={"8ENERG": "energy", "3": ["trade", "economic"], "a": "b", "A": "c", "?": None})
    )

    assert codes.meant("8ENERG") == codes.meant("8energ") == ("energy",)
    assert codes.meant("3") == ("trade", "economic")
    assert (codes.meant("a"), codes.meant("A")) == (("b",), ("c",))
    assert codes.meant("?") == ()
    with pytest.raises(Refused) as caught:
        codes.meant("8ENERGY")
    assert caught.value.fault.reason == "its code list lacks it; did you mean '8ENERG'?"
    assert Codes(Column("x", codes={"a": "b"}, others="keep")).meant("c") == ("c",)


@pytest.mark.parametrize(
    ("separator", "cell", "pieces"),
    [
        (None, " a; b ", ["a; b"]),
        (";", "a; b ;; NA;", ["a", "b"]),
        ([";", " and "], "a; b and c", ["a", "b", "c"]),
        (None, ("a", "NA", " b "), ["a", "b"]),
        ("|", ("a|b", "c"), ["a", "b", "c"]),
        (".", "a.b", ["a", "b"]),
        (None, "NA", []),
    ],
)
def test_cells_are_taken_apart(separator, cell, pieces):
    assert splitter(Column("x", separator=separator), MISSING)(cell) == pieces


def test_words_of_vocabularies_are_known_however_they_are_written():
    read = word(Kind, "kind")

    assert (
        read("Joint Statement") is read("JOINT_STATEMENT") is read("joint-statement") is Kind.JOINT_STATEMENT
    )
    with pytest.raises(Refused, match="did you mean 'agreement'"):
        read("Agreemnt")


def test_names_get_ids_of_their_own_and_keep_their_wording():
    things = Things(Catalogue(parties=[Party("KAZ", cow=705)]), "en")
    iran = things.named(Party, "Iran,  Islamic Republic of")

    assert things.named(Party, "KAZ").cow == 705
    assert iran.name() == "Iran, Islamic Republic of"
    assert iran is things.named(Party, "Iran, Islamic Republic of")
    assert things.named(Party, "Иран").id != things.named(Party, "Ирак").id
    assert things.named(Place, "Baku") == Place("Baku")


def test_addresses_and_relations_are_checked():
    assert url("https://a.b/c") == "https://a.b/c"
    for wrong in ("www.a.b", "javascript:alert(1)", "https://a b"):
        with pytest.raises(Refused, match="it must begin with http"):
            url(wrong)
    assert (
        reader("relations", Column("x"), Things(Catalogue(), "und"), dayfirst=None, is_event=False)("T 1")
        != "T 1"
    )


def test_few_words_are_listed_and_many_cut_short():
    assert nearest("xyz", ["a", "b"]) == "it must be one of a, b"
    assert nearest("xyz", map(str, range(50))).endswith("10, 11, ...")
