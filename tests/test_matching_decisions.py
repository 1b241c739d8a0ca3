"""Decisions: kept in files that people change, and applied again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilateral import Agreement, Corpus, DataError, InvalidValueError, testing
from bilateral.matching import Decision, Decisions, Verdict

TEXTS = st.none() | testing.texts()
DECISIONS = st.lists(
    st.builds(
        Decision,
        st.sampled_from(["a1", "a2", "a3"]),
        st.sampled_from(["b1", "b2", "b3"]),
        st.sampled_from(Verdict).filter(lambda verdict: verdict is not Verdict.DIFFERENT),
        score=st.none() | st.floats(0, 1),
        reasons=TEXTS,
        by=TEXTS,
        note=TEXTS,
        a_is=TEXTS,
        b_is=TEXTS,
    ),
    unique_by=lambda each: (each.a, each.b),
).map(Decisions)


@pytest.mark.parametrize("suffix", ["csv", "json"])
@given(decisions=DECISIONS)
def test_what_is_written_is_read_again(tmp_path_factory, suffix, decisions):
    path = tmp_path_factory.mktemp("decisions") / f"d.{suffix}"
    decisions.write(path)
    assert Decisions.read(path) == decisions
    before = path.read_bytes()
    Decisions(reversed(decisions)).write(path)
    assert path.read_bytes() == before


@given(DECISIONS)
def test_of_what_is_the_same_one_id_stays(decisions):
    """Against the naive way: names spread from each to the other until nothing changes."""
    group = {id: {id} for each in decisions for id in (each.a, each.b)}
    for _ in group:
        for each in decisions:
            if each.verdict is Verdict.SAME:
                both = group[each.a] | group[each.b]
                for id in both:
                    group[id] = both
    for id, members in group.items():
        stays = {decisions.same.get(member, member) for member in members}
        assert len(stays) == 1
        assert stays <= members
        if len(members) > 1:
            assert stays.pop().startswith("a"), id


def test_a_change_of_mind_is_a_change_of_one_line(tmp_path):
    decisions = Decisions([Decision(f"a{i}", f"b{i}", "same", score=0.9) for i in range(10, 30)])
    decisions.write(tmp_path / "before.csv")
    decisions.overruled_by(Decisions([Decision("a17", "b17", "different", by="me")])).write(
        tmp_path / "after.csv"
    )
    before, after = ((tmp_path / name).read_text().splitlines() for name in ("before.csv", "after.csv"))
    assert [y for x, y in zip(before, after, strict=True) if x != y] == ["a17,b17,different,,me,,,,"]


def test_undecided_overrules_nothing():
    decisions = Decisions([Decision("a", "b", "same")])
    assert decisions.overruled_by(Decisions([Decision("a", "b")])) == decisions


def test_contradictions_are_refused():
    with pytest.raises(InvalidValueError, match="two decisions about this pair"):
        Decisions([Decision("a", "b", "same"), Decision("b", "a", "same")])
    with pytest.raises(InvalidValueError, match="by other decisions they are the same"):
        Decisions([Decision("a", "b", "same"), Decision("c", "b", "same"), Decision("a", "c", "different")])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a,b\n1,2\n", ["line 1: verdict: the column is missing"]),
        ("a,b,verdict,verdikt\n", ["line 1: 'verdikt': unknown column; it must be one of a, b, verdict"]),
        (
            "a,b,verdict,score\na 1,b1,same,0.5\na2,b2,sane,0.5\na3,b3,same,often\n,b4,same,2\n",
            [
                "line 2: a: 'a 1': an id is made",
                "line 3: verdict: 'sane'",
                "line 4: score: 'often'",
                "line 5: a",
            ],
        ),
        (
            "a,b,verdict\na,b,same\na,c,same\nb,c,different\n",
            ["line 4: verdict: 'different': b, c: they are different, but by other decisions"],
        ),
        ("a,b,verdict\na,b,same,surplus\n", ["line 2: it must have 3 cells"]),
        ("", ["line 1: a: the column", "line 1: b: the column", "line 1: verdict: the column"]),
    ],
)
def test_all_problems_of_a_file_are_told(tmp_path, text, told):
    path = tmp_path / "decisions.csv"
    path.write_text(text)
    with pytest.raises(DataError) as caught:
        Decisions.read(path)
    problems = [str(problem) for problem in caught.value.problems]
    assert len(problems) == len(told)
    for problem, expected in zip(problems, told, strict=True):
        assert problem.startswith(f"{path}: {expected}")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{}", "it must be a list of decisions"),
        ("[", "it is not JSON"),
        ("[" * 100_000, "it is not JSON"),
        ("[1]", r"\[0\]: 1: it must be an object"),
        ('[{"a": "x", "b": "y"}]', r"\[0\]: verdict: it is missing"),
        ('[{"a": 1, "b": "y", "verdict": "same"}]', r"\[0\]: a: 1: an id is made"),
        ('[{"a": "x", "b": "y", "verdict": "same", "score": true}]', r"score: True: it must be a number"),
        ('[{"a": "x", "b": "y", "verdict": "same", "why": "z"}]', r"'why': unknown key"),
    ],
)
def test_json_is_checked_too(tmp_path, text, told):
    path = tmp_path / "decisions.json"
    path.write_text(text)
    with pytest.raises(DataError, match=told):
        Decisions.read(path)


def test_text_that_is_not_utf8_and_other_files_are_refused(tmp_path):
    (tmp_path / "a.csv").write_bytes("a,b,verdict,note\na,b,same,Bakı\n".encode("utf-16"))
    with pytest.raises(DataError, match="it must be UTF-8; byte 1 is not"):
        Decisions.read(tmp_path / "a.csv")
    with pytest.raises(InvalidValueError, match=r"its suffix must be \.csv or \.json"):
        Decisions().write(tmp_path / "a.xlsx")


def test_a_spreadsheets_mark_and_line_ends_are_read(tmp_path):
    (tmp_path / "a.csv").write_bytes(b"\xef\xbb\xbfb,a,verdict\r\nb1,a1,same\r\n")
    assert Decisions.read(tmp_path / "a.csv").same == {"b1": "a1"}


def test_decisions_are_applied_by_merging():
    a = Corpus([Agreement("a1", signed="1996"), Agreement("a2")])
    b = Corpus([Agreement("b1", signed="1996-09-16"), Agreement("b2")])
    decisions = Decisions([Decision("a1", "b1", "same"), Decision("a2", "b2", "different")])
    both = a.merge(b, same=decisions)

    assert {record.id: record.aliases for record in both} == {"a1": ("b1",), "a2": (), "b2": ()}
    assert str(both["a1"].signed) == "1996-09-16"


def test_decisions_are_a_table():
    decisions = Decisions([Decision("a", "b", "same", note="<b>"), Decision("a", "c")])
    assert repr(decisions) == "<2 decisions: 1 same, 1 undecided>"
    assert str(decisions) == "same             a = b\nundecided        a = c"
    assert decisions.to_frame()["verdict"].to_list() == ["same", "undecided"]
    assert "<td>&lt;b&gt;</td>" in decisions._repr_html_()
