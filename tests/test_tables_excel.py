"""Workbooks, written by openpyxl as spreadsheets write them."""

import datetime
import io

import pytest

from bilateral import DataError, InvalidValueError
from bilateral.tables import open_table

openpyxl = pytest.importorskip("openpyxl")


def book(**sheets):
    made = openpyxl.Workbook()
    made.remove(made.active)
    for name, rows in sheets.items():
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(row)
    file = io.BytesIO()
    made.save(file)
    file.seek(0)
    return file


def test_dates_are_dates_and_numbers_as_they_are_written():
    rows = [
        ["No", "Signed", "Year", "Share", "Open"],
        [1, datetime.date(1996, 9, 16), 1996.0, 0.25, True],
        [],
        ["A-2", "16 September 1996", None, 10, False, "beyond"],
    ]
    table = open_table(book(Treaties=rows), format="xlsx")
    first, second = table.rows

    assert table.columns == ("No", "Signed", "Year", "Share", "Open")
    assert list(first.cells) == ["1", "1996-09-16", "1996", "0.25", "true"]
    assert list(second.cells) == ["A-2", "16 September 1996", "", "10", "false"]
    assert second.extra == (("column 6", "beyond"),)
    assert (first.number, second.number) == (2, 4)


def test_the_sheet_is_the_one_with_the_wanted_columns_or_the_one_asked_for():
    sheets = {"About": [["Title"], ["A registry"]], "Data": [["No", "Title"], [1, "a"]]}

    assert open_table(book(**sheets), format="xlsx").columns == ("Title",)
    assert open_table(book(**sheets), format="xlsx", wanted=["No", "Title"]).columns == ("No", "Title")
    assert open_table(book(**sheets), format="xlsx", sheet="Data").columns == ("No", "Title")
    assert open_table(book(**sheets), format="xlsx", sheet=2).columns == ("No", "Title")
    assert open_table(book(**sheets), format="xlsx", sheet="Data", header=2).columns == ("1", "a")
    for wrong in ("Date", 3, 0):
        with pytest.raises(InvalidValueError, match="the sheets of the workbook are 'About', 'Data'"):
            open_table(book(**sheets), format="xlsx", sheet=wrong)


def test_a_header_that_stands_lower_is_told():
    rows = [["List of treaties"], [], ["No", "Title"], [1, "a"]]

    with pytest.raises(DataError, match="row 1 has none of the mapped columns, but row 3 has: say header=3"):
        open_table(book(Data=rows), format="xlsx", wanted=["No", "Title", "Other"])


def test_what_is_no_workbook_or_is_empty_is_told():
    whole = book(Data=[["No"], [1]]).getvalue()
    for data in (b"", b"No,Title\n", whole[: len(whole) // 2]):
        with pytest.raises(DataError, match="it is no workbook"):
            open_table(io.BytesIO(data), format="xlsx")
    with pytest.raises(DataError, match="the sheet 'Data' has no names of columns in row 1"):
        open_table(book(Data=[]), format="xlsx")


def test_a_formula_that_nobody_has_worked_out_is_kept_and_told():
    rows = [["No", "Signed"], [1, "1996-09-16"], [2, "=B2+1"], [3, None, "=A1"]]
    first, second, third = open_table(book(Treaties=rows), format="xlsx").rows

    assert (list(first.cells), first.faults) == (["1", "1996-09-16"], ())
    assert list(second.cells) == ["2", "=B2+1"]
    assert [(each.kind, each.value) for each in second.faults] == [("formula without value", "=B2+1")]
    assert third.extra == (("column 3", "=A1"),)
