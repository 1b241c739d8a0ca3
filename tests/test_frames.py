"""Frames of records, and queries over them: on every kind of frame the same answer as record by record."""

import datetime
import sys
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import bilateral as bl
from bilateral import query as q
from bilateral.frames import SCHEMA, arrow_backed, filter, to_frame  # noqa: A004 - the word that dataframes use
from bilateral.frames.units import lineage, units
from bilateral.testing import corpora, dates, days, queries

nw = pytest.importorskip("narwhals", reason="needs the extra 'frames'")
pl = pytest.importorskip("polars", reason="needs the extra 'frames'")
pa = pytest.importorskip("pyarrow", reason="needs pyarrow")
pd = pytest.importorskip("pandas", reason="needs pandas")

MAKE = {
    "polars": lambda corpus: to_frame(corpus, "polars"),
    "polars, lazy": lambda corpus: to_frame(corpus, "polars").lazy(),
    "pandas": lambda corpus: to_frame(corpus, "pandas"),
    "pyarrow": lambda corpus: to_frame(corpus, "pyarrow"),
}
KIND = {"polars": pl.DataFrame, "polars, lazy": pl.LazyFrame, "pandas": pd.DataFrame, "pyarrow": pa.Table}
backends = pytest.mark.parametrize("backend", MAKE)


def ids(native):
    frame = nw.from_native(native)
    frame = frame.collect() if isinstance(frame, nw.LazyFrame) else frame
    return frame["id"].to_list()


def expected(corpus, query, *, certain):
    answers = [(record.id, query.truth(record)) for record in corpus]
    return [id for id, truth in answers if (truth.certain if certain else truth.possible)]


def agree(corpus, query, backend):
    frame = MAKE[backend](corpus)
    for certain in (False, True):
        assert ids(filter(frame, query, certain=certain)) == expected(corpus, query, certain=certain), query


@backends
@settings(max_examples=5)
@given(corpora(), queries())
def test_a_frame_is_filtered_as_the_records_answer(backend, corpus, query):
    agree(corpus, query, backend)


RARE = (
    "1990-XX-15",
    "199X-02",
    "1996-02-XX",
    "1XXX",
    "1996-24",
    "[1992-08-27,1992-08-30]",
    "[1992,1993,1996-05]",
    "../1995",
    "1995/..",
    "/1995",
    "1995/",
    "1992-08/1993",
    "0001",
    "9999-12-31",
    "1996?",
    "1989-12-31/2000-03-01",
)
"""Dates of every kind, those with gaps between their days above all."""


@backends
@pytest.mark.parametrize("ask", [q.date, q.signed, q.in_force, q.before, q.after])
def test_dates_of_every_kind_answer_alike(backend, ask):
    agreements = [
        bl.Agreement(f"a{i}", signed=RARE[i], in_force=RARE[i - 1], terminated=RARE[-i - 1])
        for i in range(len(RARE))
    ]
    events = [bl.Event(f"e{i}", date=date) for i, date in enumerate([*RARE, "XXXX-02-29"])]
    partly = [
        bl.Agreement("a"),
        bl.Event("e"),
        bl.Agreement("t", terminated="1994"),
        bl.Agreement("f", in_force="1995"),
    ]
    corpus = bl.Corpus([*agreements, *events, *partly])
    frame = MAKE[backend](corpus)
    for when in (*RARE, "1993", "1992-08-28", "1992-08-29/1993-02"):
        for certain in (False, True):
            found = ids(filter(frame, ask(when), certain=certain))
            assert found == expected(corpus, ask(when), certain=certain), when


def test_a_date_in_too_many_runs_is_refused_not_answered_wrongly():
    with pytest.raises(bl.InvalidValueError, match=r"q.date\('XXXX-02-29'\).* runs, .* 100 at most"):
        filter(to_frame(bl.load()), q.date("XXXX-02-29"))


@given(st.lists(dates(), min_size=1, max_size=8), dates())
def test_dates_that_meet_answer_alike(recorded, asked):
    corpus = bl.Corpus([bl.Event(f"e{i}", date=date) for i, date in enumerate(recorded)])
    agree(corpus, q.date(asked), "polars")


def an_all_of_set(a, b, form):
    first, last = sorted((a, b))
    return bl.HistoricalDate(form.format(first, last))


ALL_OF = st.builds(
    an_all_of_set, days(), days(), st.sampled_from(["{{{:%Y-%m-%d}..{:%Y-%m-%d}}}", "{{{:%Y},{:%Y-%m}}}"])
)


@given(
    st.lists(ALL_OF, min_size=1, max_size=4),
    ALL_OF | dates(),
    st.sampled_from([q.date, q.in_force, q.before]),
)
def test_of_all_of_sets_a_frame_may_know_less_and_never_says_otherwise(recorded, asked, ask):
    corpus = bl.Corpus([bl.Agreement(f"a{i}", signed=date, in_force=date) for i, date in enumerate(recorded)])
    frame = to_frame(corpus)
    for query in (ask(asked), ~ask(asked)):
        assert {*ids(filter(frame, query, certain=True))} <= {*expected(corpus, query, certain=True)}
        assert {*ids(filter(frame, query))} >= {*expected(corpus, query, certain=False)}


OTHER = bl.Place("other", [bl.Label("en", "Bay of Pigs"), bl.Label("ru", "Залив"), bl.Label("en", "—")])
BAKU = bl.Place("baku", [bl.Label("en", "Baku, the Port"), bl.Label("az", "Bakı")])
DOTTED = bl.Place("a.b")


def at_places(id, *places):
    claims = [bl.Attestation("place", place, "a") for place in places]
    return bl.Event(id, place=places[0] if places else None, attestations=claims)


@backends
@pytest.mark.parametrize(
    "name",
    [
        "baku",
        "BAKI",
        "port the",
        "bay port",
        "port bay",
        "of",
        "залив",
        "other",
        "a.b",
        "axb",
        "a",
        "baku;",
    ],
)
def test_names_answer_alike(backend, name):
    actors = [bl.Actor(bl.Person("baku", [bl.Label("en", "Of the Port")])), bl.Actor("a.b")]
    placed = [("n",), ("b", BAKU), ("o", OTHER), ("bo", BAKU, OTHER), ("d", DOTTED, BAKU)]
    corpus = bl.Corpus([bl.Event("p", persons=actors), *(at_places(*each) for each in placed)])
    agree(corpus, q.place(name), backend)
    agree(corpus, q.person(name), backend)


@backends
def test_ties_and_silence_on_capacity_and_kind_leave_it_open(backend):
    claims = [bl.Attestation("parties", bl.Participation("KAZ", c), "a") for c in ("government", "state")]
    kinds = [bl.Attestation("kind", bl.Kind(kind), "a") for kind in ("treaty", "agreement")]
    tie = bl.Agreement(
        "tie",
        kind="treaty",
        parties=[bl.Participation("KAZ", "government")],
        attestations=[*claims, *kinds],
    )
    corpus = bl.Corpus(
        [
            tie,
            bl.Agreement("silent", parties=["KAZ"]),
            bl.Agreement("said", kind="treaty", parties=[bl.Participation("KAZ", "state"), "AZE"]),
        ]
    )
    frame = MAKE[backend](corpus)
    assert set(ids(filter(frame, q.party("KAZ", capacity="state")))) == {"tie", "silent", "said"}
    assert ids(filter(frame, q.party("KAZ", capacity="state"), certain=True)) == ["said"]
    assert ids(filter(frame, q.party("KAZ", capacity="agency"))) == ["silent"]
    for query in (
        q.kind("treaty"),
        q.kind("visit"),
        q.bilateral("KAZ", "AZE"),
        q.party("AZE", capacity="state"),
    ):
        agree(corpus, query, backend)
        agree(corpus, ~query, backend)


@backends
def test_the_dossier_answers_alike(backend):
    corpus = bl.load()
    asked = [
        q.sphere("energy") & q.party("KAZ") & q.date("1996/2006"),
        q.sphere("economic") & q.party("KAZ", capacity="government") & ~q.date("1993"),
        q.in_force("2005-06-01"),
        q.place("Baku") | q.text("caspian sea") & q.source("jabbarova-2025"),
        q.person("nazarbayev") & ~q.kind("visit") & q.before("2005"),
        q.id(corpus[0].id, corpus[-1].id),
        q.anything,
        q.nothing,
    ]
    for query in asked:
        agree(corpus, query, backend)


@backends
def test_the_callers_kind_of_frame_comes_back(backend):
    frame = MAKE[backend](bl.Corpus([bl.Event("a", date="1993")]))
    assert isinstance(filter(frame, q.date("1993")), KIND[backend])


@backends
def test_an_empty_corpus_gives_an_empty_frame_with_all_columns(backend):
    frame = MAKE[backend](bl.Corpus())
    assert nw.from_native(frame).collect_schema().names() == list(SCHEMA)
    assert ids(filter(frame, q.date("1993") | q.place("baku"))) == []


@backends
def test_columns_have_the_types_of_the_schema(backend):
    types = {"text": nw.String, "texts": nw.List(nw.String), "date": nw.Date, "boolean": nw.Boolean}
    for corpus in (bl.load(), bl.Corpus([bl.Event("a")])):
        schema = nw.from_native(MAKE[backend](corpus)).collect_schema()
        assert [(name, schema[name] == types[SCHEMA[name].type]) for name in SCHEMA] == [
            (n, True) for n in SCHEMA
        ]


def test_other_columns_do_not_matter():
    frame = to_frame(bl.Corpus([bl.Event("a", date="1993")])).select("id", "parties", mine=pl.lit(1))
    assert filter(frame, ~q.party("KAZ")).columns == ["id", "parties", "mine"]


def test_what_has_no_bound_is_null_and_told_apart():
    recorded = ["1993-01", "1995/..", "1996/", "../1997", "/1998", None]
    frame = to_frame(bl.Corpus([bl.Event(f"e{i}", date=date) for i, date in enumerate(recorded)]))
    rows = {row["date"]: row for row in frame.iter_rows(named=True)}
    day = datetime.date
    assert rows["1993-01"]["date_earliest"] == day(1993, 1, 1)
    assert rows["1993-01"]["date_latest"] == day(1993, 1, 31)
    assert rows["1993-01"]["date_precision"] == "month"
    assert not rows["1993-01"]["date_is_interval"]
    ends = [(row["date_start"], row["date_end"]) for row in map(rows.get, recorded)]
    known = [
        ("known", "known"),
        ("known", "open"),
        ("known", "unknown"),
        ("open", "known"),
        ("unknown", "known"),
    ]
    assert ends == [*known, (None, None)]
    assert rows["1995/.."]["date_latest"] is rows["1996/"]["date_latest"] is None
    assert rows["../1997"]["date_earliest"] is rows["/1998"]["date_earliest"] is None
    assert rows["/1998"]["date_begins_by"] == day(1998, 12, 31)
    assert rows["../1997"]["date_begins_by"] is None
    assert rows["1996/"]["date_ends_from"] == day(1996, 1, 1)
    assert rows[None]["date_is_interval"] is None
    assert rows[None]["date_units"] == []


def test_spheres_come_with_their_broader_ones():
    oil = bl.Sphere("oil-gas", broader=bl.Sphere("energy"))
    row = to_frame(bl.Corpus([bl.Event("a", spheres=[oil, "energy"])])).row(0, named=True)
    assert row["spheres"] == ["oil-gas", "energy"]
    assert row["spheres_and_broader"] == ["oil-gas", "energy"]


def test_days_with_gaps_are_calendar_units():
    row = to_frame(bl.Corpus([bl.Event("a", date="[1992-08-27,1993]")])).row(0, named=True)
    assert row["date_units"] == ["1992-08-27", "1993"]
    assert row["date_units_wider"][:4] == ["1XXX", "19XX", "199X", "1992"]


@given(days(datetime.date.min, datetime.date.max), days(datetime.date.min, datetime.date.max))
def test_calendar_units_are_the_days_they_stand_for(a, b):
    first, last = min(a, b), max(a, b)
    found = [bl.HistoricalDate(unit) for unit in units(first, last)]
    assert found[0].earliest == first
    assert found[-1].latest == last
    for one, following in pairwise(found):
        assert following.earliest - one.latest == datetime.timedelta(days=1)
    for each in found:
        for wider in lineage(str(each)):
            assert each.within(bl.HistoricalDate(wider)).certain


def test_a_missing_column_is_named_with_the_part_of_the_query_that_needs_it():
    frame = to_frame(bl.load()).drop("parties")
    with pytest.raises(bl.InvalidValueError, match=r"q.party\('KAZ'\).* needs the column 'parties'"):
        filter(frame, q.date("1996") & q.party("KAZ"))
    assert ids(filter(frame, q.date("1996")))


def test_a_column_of_another_type_is_refused():
    frame = to_frame(bl.load(), "pandas").astype({"parties": object})
    with pytest.raises(
        bl.InvalidValueError,
        match=r"q.party\('KAZ'\).* needs the column 'parties' as List\(String\), not as Object; .*arrow_back",
    ):
        filter(frame, q.party("KAZ"))


def test_objects_of_pandas_can_be_asked_once_they_are_converted():
    relations = bl.load()
    objects = to_frame(relations, "pandas").astype(object).assign(mine=1).set_index("id", drop=False)
    converted = arrow_backed(objects)
    kept = filter(converted, q.sphere("economic") & q.party("KAZ") & q.date("1996/2006"))
    assert kept["id"].to_list() == [
        record.id for record in relations.where(sphere="economic", party="KAZ", date="1996/2006")
    ]
    assert converted[list(SCHEMA)].reset_index(drop=True).equals(to_frame(relations, "pandas"))
    assert (kept["mine"] == 1).all()
    assert (kept.index == kept["id"]).all()
    assert objects.dtypes["parties"].kind == "O"


def test_points_in_time_become_days_if_nothing_is_lost():
    days = pd.to_datetime(pd.Series(["1993-01-02", None]))
    frame = pd.DataFrame({"id": ["a", "b"], "date_earliest": days})
    assert arrow_backed(frame)["date_earliest"].to_list()[0] == datetime.date(1993, 1, 2)
    frame["date_earliest"] += pd.Timedelta(hours=1)
    with pytest.raises(bl.DataError, match=r"date_earliest: it does not fit date32\[day\]"):
        arrow_backed(frame)


def test_columns_that_cannot_be_converted_are_all_named():
    frame = pd.DataFrame({"id": [1], "parties": ["KAZ"], "date_is_interval": ["no"], "kind": ["visit"]})
    with pytest.raises(bl.DataError) as caught:
        arrow_backed(frame)
    assert [problem.field for problem in caught.value.problems] == ["id", "date_is_interval", "parties"]


def test_only_frames_of_pandas_are_converted():
    with pytest.raises(bl.InvalidValueError, match="must be a pandas DataFrame"):
        arrow_backed(to_frame(bl.load()))


def test_a_query_made_elsewhere_is_refused():
    class Mine(q.Query):
        def __repr__(self):
            return "mine"

    with pytest.raises(bl.InvalidValueError, match=r"mine.* only what bilateral.query builds"):
        filter(to_frame(bl.load()), q.date("1996") & Mine())


def test_what_is_no_frame_is_refused():
    with pytest.raises(TypeError):
        filter([1, 2], q.anything)


def test_an_unknown_backend_is_refused():
    with pytest.raises(bl.InvalidValueError, match="must be one of polars, pandas, pyarrow"):
        to_frame(bl.Corpus(), "excel")


def test_a_backend_that_is_not_installed_is_named(monkeypatch):
    monkeypatch.setattr("bilateral.frames.rows.find_spec", lambda name: None if name == "pyarrow" else name)
    with pytest.raises(bl.InvalidValueError, match="pyarrow must be installed"):
        to_frame(bl.Corpus(), "pandas")


def test_without_narwhals_the_extra_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "narwhals", None)
    with pytest.raises(bl.MissingExtraError, match=r"bilateral\[frames\]"):
        to_frame(bl.Corpus())
    with pytest.raises(bl.MissingExtraError, match=r"bilateral\[frames\]"):
        filter(None, q.anything)


def test_without_pyarrow_the_extra_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(bl.MissingExtraError, match=r"bilateral\[engines\]"):
        arrow_backed(pd.DataFrame())
