"""Tables of a source's own codes of parties."""

import json

import pytest

import bilateral as bl
from bilateral.errors import Problem


@pytest.fixture
def table(tmp_path):
    def write(text, encoding="utf-8"):
        file = tmp_path / "parties.csv"
        file.write_bytes(text.encode(encoding))
        return file

    return write


def test_codes_are_read_by_the_names_beside_them(table):
    file = table("code,name\nAZERBA,Azerbaijan\nUSSR_,Union of Soviet Socialist Republics\n")
    ours = bl.Authority.default().with_aliases_from(file, code="code", name="name")

    assert ours.aliases == {"AZERBA": "AZE", "USSR_": "SUN"}
    assert ours.problems == ()
    assert ours.identify("azerba").id == "AZE"


def test_every_row_that_names_no_party_is_told_with_its_line(table):
    file = table(
        "code,name,short,iso\n"
        "KAZAKH,Khazakhstan (See USSR),Khazakhstan,KAZ\n"
        "KOREA,Korea,,\n"
        ",France,,\n"
        "NOBODY,,,\n"
        "USSR_,Soviet Union,,ISR\n"
        "FRA_,France,,FRA\n"
        "FRA_,Germany,,\n"
    )
    ours = bl.Authority.default().with_aliases_from(file, code="code", name=["name", "short"], iso3="iso")

    assert ours.aliases == {"USSR_": "SUN", "FRA_": "FRA"}
    assert [(p.line, p.column, p.value, p.kind, p.severity) for p in ours.problems] == [
        (2, "short", "Khazakhstan", "unknown name", "warning"),
        (3, "name", "Korea", "several parties", "warning"),
        (4, "code", "", "no code", "error"),
        (5, "name", "", "no name", "warning"),
        (6, "iso", "ISR", "another code", "note"),
        (8, "code", "DEU", "code twice", "warning"),
    ]
    assert "KAZ by its iso" in ours.problems[0].reason
    assert all(problem.file == str(file) for problem in ours.problems)


def test_a_column_that_is_not_there_is_told_with_those_that_are(table):
    with pytest.raises(bl.DataError, match="PartyID: there is no such column; there are code, name"):
        bl.Authority.default().with_aliases_from(table("code,name\n"), code="PartyID", name="name")


def test_an_empty_file_and_another_encoding_are_told(table):
    with pytest.raises(bl.DataError, match="there are none"):
        bl.Authority.default().with_aliases_from(table(""), code="code", name="name")
    with pytest.raises(bl.DataError, match="the file is no CSV in utf-8-sig"):
        bl.Authority.default().with_aliases_from(
            table("code,name\nA,Казахстан\n", "cp1251"), code="code", name="name"
        )

    file = table("code,name\nA,Казахстан\n", "cp1251")
    ours = bl.Authority.default().with_aliases_from(file, code="code", name="name", encoding="cp1251")
    assert ours.aliases == {"A": "KAZ"}


def test_aliases_can_be_kept_as_json(tmp_path):
    file = tmp_path / "aliases.json"
    file.write_text(json.dumps({"Germany": "DEU"}), encoding="utf-8")

    ours = bl.Authority.default().with_aliases(json.loads(file.read_text(encoding="utf-8")))
    assert ours.identify("Germany", date="1975").id == "DEU"


def test_problems_stay_with_what_is_made_of_it(table):
    ours = bl.Authority.default().with_aliases_from(table("code,name\nA,Nowhere\n"), code="code", name="name")
    further = ours.with_aliases({"B": "KAZ"}).with_parties([bl.Party("NOWHERE")])

    assert [type(problem) for problem in further.problems] == [Problem]
    assert further.identify("NOWHERE").id == "NOWHERE"


def test_a_party_whose_id_there_is_already_is_refused():
    with pytest.raises(bl.InvalidValueError, match="two entries have this id"):
        bl.Authority.default().with_parties([bl.Party("KAZ")])
