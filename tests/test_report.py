"""Problems as a report: grouped by kind, bounded, and harmless."""

import pytest

from bilateral import InvalidValueError, Problem, Problems

HOSTILE = '<img src=x onerror="alert(1)">\n\u202e| `x`'


def problem(kind="no date", severity="warning", value="x", line=1, column="Signed"):
    return Problem("a.csv", "t1", "signed", value, "why", line, column, severity, kind)


FOUND = Problems(
    [
        *(problem(line=i, value=f"v{i % 2}") for i in range(1, 8)),
        problem("unknown kind", "warning", HOSTILE, 9, "Kind"),
        *(problem("repeated id", "error", line=i, column="") for i in range(10, 20)),
    ]
)


def test_a_report_is_grouped_by_kind_the_most_frequent_first():
    lines = str(FOUND).splitlines()

    assert lines[0] == "18 problems: 10 errors, 8 warnings"
    assert [line for line in lines if not line.startswith(" ")][1:] == [
        "repeated id (error): 10",
        "no date (warning): 7",
        "unknown kind (warning): 1",
    ]
    assert "  and 5 more" in lines
    assert "  a.csv: line 1, column Signed: t1: signed: 'v1': why" in lines
    assert list(FOUND.by_kind) == ["repeated id", "no date", "unknown kind"]
    assert str(Problems()) == "no problems"


def test_it_is_an_immutable_sequence():
    assert len(FOUND) == len(list(FOUND)) == 18
    assert FOUND[0] == problem(value="v1")
    assert FOUND[:2] == Problems([FOUND[0], FOUND[1]])
    assert {FOUND: 1}[Problems(FOUND)] == 1
    assert repr(FOUND) == "<Problems: 18 problems: 10 errors, 8 warnings>"
    with pytest.raises(InvalidValueError, match="each must be a Problem"):
        Problems(["x"])


def test_problems_are_chosen_and_their_values_counted():
    assert len(FOUND.of(kind="no date")) == 7
    assert len(FOUND.of(severity="error")) == 10
    assert len(FOUND.of(severity="warning", column="Kind")) == 1
    assert FOUND.of(kind="no date").values() == {"v1": 4, "v0": 3}
    assert FOUND.values("Kind") == {HOSTILE: 1}


def test_html_is_bounded_and_data_in_it_is_inert():
    html = Problems([*FOUND, *(problem(f"kind {i}") for i in range(100))])._repr_html_()

    assert "<img" not in html
    assert "&lt;img" in html
    assert html.count("<details>") == 30
    assert "and 73 more kinds" in html


def test_text_has_one_line_a_problem_whatever_values_hold():
    assert len(str(Problems([problem(value=HOSTILE)])).splitlines()) == 3
    assert max(map(len, str(Problems([problem()._replace(reason="x" * 10_000)])).splitlines())) < 310


@pytest.mark.parametrize("backend", ["polars", "pandas", "pyarrow"])
def test_a_frame_has_one_row_a_problem(backend):
    frame = FOUND.to_frame(backend)

    assert frame.shape == (18, 9)
    assert [str(each) for each in frame["line"].to_numpy()[:2]] == ["1", "2"]


def test_another_backend_is_refused():
    with pytest.raises(InvalidValueError, match="it must be polars, pandas or pyarrow"):
        FOUND.to_frame("excel")
