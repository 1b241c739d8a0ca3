"""Delimited text as other people have written it: encodings, delimiters, quotations, rows that do not fit."""

import codecs
import csv
import io

import pytest

from bilateral import DataError, InvalidValueError
from bilateral.tables import open_table

WANTED = ("No", "Title")


def opened(data, *, wanted=WANTED, format="csv", **options):
    file = io.BytesIO(data) if isinstance(data, bytes) else io.StringIO(data)
    return open_table(file, wanted=wanted, format=format, **options)


def cells(data, **options):
    return [list(row.cells) for row in opened(data, **options).rows]


def refused(data, **options):
    with pytest.raises(DataError) as caught:
        list(opened(data, **options).rows)
    (problem,) = caught.value.problems
    return problem


@pytest.mark.parametrize(
    "data",
    [
        "No,Title\n1,Бакı\n".encode(),
        codecs.BOM_UTF8 + "No,Title\n1,Бакı\n".encode(),
        "No,Title\n1,Бакı\n".encode("utf-16"),
        codecs.BOM_UTF16_BE + "No,Title\n1,Бакı\n".encode("utf-16-be"),
        "No,Title\n1,Бакı\n".encode("utf-32"),
        "No;Title\n1;Бакı\n".encode(),
        "No\tTitle\r\n1\tБакı\r\n".encode(),
        "No|Title\r1|Бакı\r".encode(),
        '"No","Title"\n"1","Бакı"'.encode(),
        "No,Title\n1,Бакı\n",
    ],
)
def test_encodings_delimiters_and_ends_of_lines_are_told(data):
    assert opened(data).columns == ("No", "Title")
    assert cells(data) == [["1", "Бакı"]]


def test_a_declared_encoding_is_followed_and_a_wrong_one_told_with_its_line():
    data = "No,Title\n1,a\n2,Договор\n".encode("cp1251")

    assert cells(data, encoding="cp1251") == [["1", "a"], ["2", "Договор"]]
    problem = refused(data)
    assert problem.kind == "wrong encoding"
    assert "in line 3" in problem.reason
    assert 'encoding="cp1251"' in problem.reason
    with pytest.raises(InvalidValueError, match=r"read\.encoding cannot be 'klingon'"):
        opened(data, encoding="klingon")


def test_a_wrong_encoding_is_told_of_a_stream_that_cannot_go_back():
    class Stream(io.RawIOBase):
        def __init__(self, data):
            self.inner = io.BytesIO(data)

        def readable(self):
            return True

        def readinto(self, buffer):
            return self.inner.readinto(buffer)

    with pytest.raises(DataError, match="after line"):
        list(open_table(Stream(b"No,Title\n1,\xff\n"), wanted=WANTED, format="csv").rows)
    assert [row.cells for row in open_table(Stream(b"No,Title\n1,a\n"), format="csv").rows] == [["1", "a"]]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_needs_no_mark_where_the_header_is_ascii(encoding):
    assert cells("No,Title\n1,Бакı\n".encode(encoding)) == [["1", "Бакı"]]


def test_a_header_that_stands_lower_is_told():
    text = "Ministry of Foreign Affairs\n\n No ; Title ;Signed\n1;a;1996\n"

    assert refused(text).reason == "row 1 has none of the mapped columns, but row 3 has: say header=3"
    assert cells(text, header=3) == [["1", "a", "1996"]]
    assert opened("A\n1\n").columns == ("A",)


def test_a_wrong_delimiter_is_told_with_the_right_one():
    problem = refused("No;Title\n1;a\n", delimiter=",")

    assert problem.kind == "wrong delimiter"
    assert problem.reason == (
        "with the delimiter ',' its columns are 'No;Title', and none of them is mapped; "
        "with ';' the mapped columns 'No', 'Title' would be there"
    )
    with pytest.raises(InvalidValueError, match=r"read\.delimiter cannot be ';;'"):
        opened("No;Title\n", delimiter=";;")


def test_the_delimiter_with_most_wanted_columns_is_taken_even_if_others_make_more():
    assert cells("No;Title, short, or long, if any\n1;a,b\n", wanted=["No"]) == [["1", "a,b"]]


def test_lines_are_counted_through_quotations_and_rows_as_a_spreadsheet_does():
    rows = list(opened('No,Title\n1,"two\nlines"\n\n2,b\n').rows)

    assert [(row.number, row.line, list(row.cells)) for row in rows] == [
        (2, 2, ["1", "two\nlines"]),
        (4, 5, ["2", "b"]),
    ]


def test_rows_of_another_length_are_mended_and_told():
    short, long, blank = opened("No,Title\n1\n2,b,c, \n3,d,,\n").rows

    assert (short.cells, [fault.kind for fault in short.faults]) == (["1", ""], ["row of another length"])
    assert long.cells == ["2", "b"]
    assert long.extra == (("column 3", "c"),)
    assert blank.cells == ["3", "d"]
    assert blank.extra == ()


def test_a_nul_is_told_and_not_lost():
    (row,) = opened("No,Title\n1,a\0b\n").rows

    assert row.cells == ["1", "a\0b"]
    assert [fault.kind for fault in row.faults] == ["NUL character"]


@pytest.mark.parametrize("data", [b"", b"\n\n", codecs.BOM_UTF8, "  \n"])
def test_an_empty_file_is_told(data):
    assert refused(data).reason == "it is empty"


def test_rows_that_run_together_by_a_stray_quotation_mark_are_told():
    text = 'No,Title\n1,a\n2,"never closed\n3,"c"\n4,"says ""so"" twice"\n5,"on two\nlines"\n6,5" wide\n'
    rows = list(opened(text).rows)

    (first,) = [row for row in rows if row.faults]
    assert (first.line, first.faults[0].kind, first.faults[0].severity) == (
        3,
        "stray quotation mark",
        "error",
    )
    assert "2 lines are one row here" in first.faults[0].reason
    assert first.faults[0].value == '2,"never closed'
    assert [row.cells[1] for row in rows if not row.faults] == [
        "a",
        'says "so" twice',
        "on two\nlines",
        '5" wide',
    ]


def test_a_quotation_mark_that_is_not_doubled_is_told():
    (row,) = opened('No,Title\n1,"a "quoted" word"\n').rows

    assert [(fault.kind, fault.severity, fault.value) for fault in row.faults] == [
        ("stray quotation mark", "warning", '1,"a "quoted" word"')
    ]


def test_a_file_that_breaks_off_in_a_quotation_is_told_with_the_line_where_it_began():
    text = (
        "No,Title\n" + "".join(f"{i},t\n" for i in range(100)) + '100,"the quotation does\nnot end,\n101,x\n'
    )
    table = opened(text)
    rows = []
    with pytest.raises(DataError) as caught:
        rows.extend(row for row in iter(lambda: next(table.rows), None))
    (problem,) = caught.value.problems

    assert (problem.line, problem.kind) == (102, "unclosed quotation")


@pytest.fixture
def limit():
    """The length of a cell that the csv module allows by itself; other libraries raise it for all."""
    before = csv.field_size_limit(131_072)
    yield
    csv.field_size_limit(before)


def test_a_quotation_that_swallows_the_file_is_told(limit):
    problem = refused('No,Title\n1,"' + "x\n" * 100_000)

    assert (problem.line, problem.kind) == (2, "broken row")
    assert "csv.field_size_limit" in problem.reason


def test_names_of_columns_are_unique_and_never_blank():
    table = opened(" No ,,Title,Title,No\n1,2,3,4,5\n")

    assert table.columns == ("No", "column 2", "Title", "Title (2)", "No (2)")
    assert [(each.value, each.severity) for each in table.problems] == [
        ("Title", "warning"),
        ("No", "warning"),
    ]
    assert opened("a,a\n1,2\n").problems[0].severity == "note"


def test_the_header_may_stand_lower_or_nowhere():
    assert opened("A registry\n\nNo,Title\n1,a\n", header=3).columns == ("No", "Title")
    assert [row.number for row in opened("A registry\n\nNo,Title\n1,a\n", header=3).rows] == [4]
    bare = opened("1,a\n2,b\n", header=0, wanted=())
    assert bare.columns == ("column 1", "column 2")
    assert [(row.number, list(row.cells)) for row in bare.rows] == [(1, ["1", "a"]), (2, ["2", "b"])]
    with pytest.raises(InvalidValueError, match=r"read\.header cannot be -1"):
        opened("a", header=-1)
