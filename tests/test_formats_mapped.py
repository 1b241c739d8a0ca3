"""Tables of other people, read by a mapping."""

import csv
import io
import random

import pytest

import bilateral as bl
from bilateral import Column, Constant, DataError, DateParts, Mapping, Problems, Source

SOURCE = Source("gazette", "The gazette")


def read(text, mapping, **options):
    return bl.read(io.StringIO(text), mapping, source=SOURCE, format="csv", strict=False, **options)


def test_each_value_says_where_it_comes_from():
    corpus, problems = read(
        'No,Title,Signed\n1,"Treaty, the",16sep1996\n', Mapping(id="No", title="Title", signed="Signed")
    )
    record = corpus["1"]

    assert problems == Problems()
    assert (record.title, str(record.signed)) == ("Treaty, the", "1996-09-16")
    assert [(each.field, each.source, each.locator, each.quote) for each in record.attestations] == [
        ("title", SOURCE, "row 2, column Title", "Treaty, the"),
        ("signed", SOURCE, "row 2, column Signed", "16sep1996"),
    ]
    assert record.discrepancies() == ()


def test_what_is_not_understood_or_not_mapped_is_kept_verbatim():
    corpus, problems = read(
        "No,Signed,Notes\n1,31.11.1999, see p. 4\n2,NA,\n", Mapping(id="No", signed="Signed")
    )

    assert corpus["1"].signed is None
    assert corpus["1"].raw == (("Signed", "31.11.1999"), ("Notes", " see p. 4"))
    assert corpus["2"].raw == ()
    (problem,) = problems
    assert (problem.line, problem.column, problem.record, problem.field) == (2, "Signed", "1", "signed")
    assert (problem.value, problem.severity, problem.kind) == (
        "31.11.1999",
        "warning",
        "no date",
    )


def test_strict_reading_raises_all_problems_and_none_for_notes():
    mapping = Mapping(id="No", signed="Signed", in_force="Force")
    with pytest.raises(DataError) as caught:
        bl.read(io.StringIO("No,Signed,Force\n1,x,y\n2,z,\n"), mapping, format="csv")
    early = bl.read(io.StringIO("No,Signed,Force\n1,1999,1998\n"), mapping, format="csv")

    assert [problem.value for problem in caught.value.problems] == ["x", "y", "z"]
    assert len(early) == 1


def test_parties_come_from_columns_constants_and_lists_in_cells():
    mapping = Mapping(
        id="No",
        parties=[
            Column("With", separator=";", capacity=Column("As", separator=";")),
            Constant("AZE", capacity="government"),
        ],
    )
    corpus, problems = read(
        "No,With,As\n1,KAZ; UZB;,state; agency\n2,KAZ;UZB,state\n3,KAZ;UZB,a;b;c\n", mapping
    )

    assert [(each.party.id, each.capacity) for each in corpus["1"].parties] == [
        ("KAZ", "state"),
        ("UZB", "agency"),
        ("AZE", "government"),
    ]
    assert {each.capacity for each in corpus["2"].parties} == {"state", "government"}
    assert corpus["3"].raw == (("With", "KAZ;UZB"), ("As", "a;b;c"))
    assert {problem.kind for problem in problems} == {"unknown capacity"}
    assert corpus["1"].attestations[-1].note == "given by the mapping; it stands in no column"


def test_parties_are_looked_up_at_the_date_of_the_record():
    mapping = Mapping(
        id="No", signed="Y", parties=Column("P", separator=";", codes={"Union": "USSR"}, others="keep")
    )
    table = "No,Y,P\n1,1985,Union;Iran (Islamic Republic of)\n2,1999,Russia; Atlantis\n"
    corpus, problems = read(table, mapping.replace(identify=True))

    assert [each.party.id for each in corpus["1"].parties] == ["SUN", "IRN"]
    assert [each.party.id for each in corpus["2"].parties] == ["RUS", "Atlantis"]
    assert corpus["2"].raw == (("P", "Russia; Atlantis"),)
    assert [(problem.kind, problem.value) for problem in problems] == [("unknown party", "Atlantis")]


def test_rows_of_one_record_are_grouped_and_their_disagreement_is_kept():
    table = "No,Signed,Party\n7,1996-09-16,AZE\n8,1999,AZE\n7,1996-09-17,KAZ\n8,1999,KAZ\n"
    corpus, problems = read(table, Mapping(id="No", signed="Signed", parties="Party", group_by="No"))

    assert [each.party.id for each in corpus["7"].parties] == ["AZE", "KAZ"]
    assert str(corpus["7"].signed) == "[1996-09-16,1996-09-17]"
    assert len(corpus.conflicts()) == 1
    assert corpus["8"].attested("signed")[0].locator == "rows 3 and 5, column Signed"
    assert not problems


def test_a_repeated_id_is_an_error_and_loses_nothing():
    corpus, problems = read("No,Title\n1,A\n1,B\n2,C\n2,C\n", Mapping(id="No", title="Title"))

    assert sorted(record.title for record in corpus) == ["A", "B", "C"]
    assert {problem.kind: problem.severity for problem in problems} == {
        "repeated id": "error",
        "duplicate row": "warning",
    }
    assert corpus["2"].attested("title")[0].locator == "rows 4-5, column Title"


def test_the_cells_of_a_repeated_id_are_kept_as_they_were():
    table = "Vol,Page,Title\n12,30,A\n12,30,B\n1 a,,C\n1 a,,D\n"
    corpus, _ = read(table, Mapping(id=["Vol", "Page"], title="Title"))

    assert {record.title: record.raw for record in corpus} == {
        "A": (("Vol-Page", "12-30"),),
        "B": (("Vol-Page", "12-30"),),
        "C": (("Vol", "1 a"),),
        "D": (("Vol", "1 a"),),
    }


def test_derived_ids_do_not_depend_on_the_order_of_rows_or_columns():
    rows = [
        {"P": f"P{i % 7}", "Signed": f"19{i % 50 + 10}", "T": f"T{i % 11}", "N": str(i)} for i in range(60)
    ]
    mapping = Mapping(signed="Signed", parties="P", title="T")

    def ids(rows, columns):
        file = io.StringIO()
        writer = csv.DictWriter(file, columns)
        writer.writeheader()
        writer.writerows(rows)
        return {record.raw[0][1]: record.id for record in read(file.getvalue(), mapping).corpus}

    shuffled = random.Random(3).sample(rows, len(rows))  # noqa: S311 - no secret

    assert len(set(ids(rows, ["P", "Signed", "T", "N"]).values())) == 60
    assert ids(rows, ["P", "Signed", "T", "N"]) == ids(shuffled, ["N", "T", "P", "Signed"])


def test_dates_are_put_together_from_their_parts():
    table = (
        "No,Y,M,D\n1,1996,9,16\n2,1996,9,0\n3,1996,,\n4,1996,Sep,16\n"
        "5,,9,16\n6,1996,13,1\n7,1996.0,9.0,\n8,,,\n"
    )
    corpus, problems = read(table, Mapping(id="No", signed=DateParts("Y", "M", "D")))

    dates = {record.id: str(record.signed) for record in corpus if record.signed}
    assert dates == {"1": "1996-09-16", "2": "1996-09", "3": "1996", "4": "1996-09-16", "7": "1996-09"}
    assert [problem.record for problem in problems] == ["5", "6"]
    assert corpus["5"].raw == (("M", "9"), ("D", "16"))


def test_records_come_one_by_one():
    table = io.StringIO("No,Signed\n1,1996\n1,x\n2,1999\n")
    read = list(bl.read_records(table, Mapping(id="No", signed="Signed"), source=SOURCE, format="csv"))

    assert [record.id for record, _ in read] == ["1", "1", "2"]
    assert [len(problems) for _, problems in read] == [0, 1, 0]


def test_a_bar_shows_how_far_it_is(capsys):
    pytest.importorskip("tqdm")
    table = io.StringIO("No\n" + "".join(f"{i}\n" for i in range(20)))
    corpus = bl.read(table, Mapping(id="No"), format="csv", progress=True)

    assert len(corpus) == 20
    assert "20.0 rows" in capsys.readouterr().err


def test_what_was_read_before_a_file_breaks_off_is_good():
    text = 'No,Title\n1,a\n2,b\n3,"c\n'
    corpus, problems = read(text, Mapping(id="No", title="Title"))

    assert [record.id for record in corpus] == ["1", "2"]
    assert [(each.kind, each.line, each.severity) for each in problems] == [
        ("unclosed quotation", 4, "error")
    ]


def test_a_header_without_rows_is_told():
    _, problems = read("No,Title\n", Mapping(id="No", title="Title"))

    assert [(each.kind, each.severity) for each in problems] == [("empty file", "warning")]


def test_without_a_mapping_a_table_is_refused_with_the_way_to_one(tmp_path):
    for given in (io.StringIO("No\n1\n"),):
        with pytest.raises(bl.InvalidValueError, match=r"Mapping\.suggest\(path\) drafts one"):
            bl.read(given)
    with pytest.raises(bl.InvalidValueError, match=r"read\.mapping cannot be 'mine\.toml'"):
        bl.read(io.StringIO("No\n1\n"), "mine.toml", format="csv")
    with pytest.raises(bl.InvalidValueError, match=r"read\.source cannot be 3"):
        bl.read(io.StringIO("No\n1\n"), Mapping(), source=3, format="csv")


def test_what_ids_stand_for_may_be_known():
    from bilateral.model import Party, Sphere
    from bilateral.model.catalogue import Catalogue

    economic = Sphere("economic")
    known = Catalogue(parties=[Party("KAZ", cow=705)], spheres=[economic, Sphere("trade", broader=economic)])
    table = io.StringIO("No,P,S\n1,KAZ,trade\n")
    corpus = bl.read(table, Mapping(id="No", parties="P", spheres="S"), catalogue=known, format="csv")

    assert corpus.parties["KAZ"].cow == 705
    assert len(corpus.where(sphere="economic")) == 1
