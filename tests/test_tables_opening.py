"""From paths, files and frames to tables: the format, its options, and that files are closed."""

import io

import pytest

from bilateral import InvalidValueError
from bilateral.tables import TABLES, open_table


def test_the_suffix_tells_the_format(tmp_path):
    path = tmp_path / "Treaties.TSV"
    path.write_text("No\tTitle, short\n1\ta\n", encoding="utf-8")
    table = open_table(path)

    assert table.file == str(path)
    assert table.columns == ("No", "Title, short")
    assert [row.cells for row in table.rows] == [["1", "a"]]


def test_an_unknown_suffix_is_refused_with_those_there_are(tmp_path):
    with pytest.raises(InvalidValueError, match=r"tables are read from \.csv, \.json"):
        open_table(tmp_path / "treaties.doc")
    with pytest.raises(InvalidValueError, match=r"read\.format cannot be 'doc'"):
        open_table(io.StringIO(""), format="doc")
    with pytest.raises(InvalidValueError, match="it must be the path of a file, an open file or a dataframe"):
        open_table(3)


@pytest.mark.parametrize("suffix", TABLES)
def test_an_unknown_option_is_refused_with_those_there_are(tmp_path, suffix):
    with pytest.raises(
        InvalidValueError, match=r"read\.options cannot be 'colour': the options of this format"
    ):
        open_table(tmp_path / f"a{suffix}", colour="red")


def test_a_file_is_closed_when_its_rows_are_at_an_end_or_cannot_be_read(tmp_path, monkeypatch):
    path = tmp_path / "a.csv"
    path.write_text("No\n1\n", encoding="utf-8")
    opened = []
    real = io.open

    def watched(*args, **kwargs):
        opened.append(real(*args, **kwargs))
        return opened[-1]

    monkeypatch.setattr(io, "open", watched)
    assert len(list(open_table(path).rows)) == 1
    table = open_table(path)
    table.rows.close()
    path.write_text("", encoding="utf-8")
    with pytest.raises(ValueError, match="it is empty"):
        open_table(path)

    assert len(opened) >= 3
    assert all(file.closed for file in opened)
