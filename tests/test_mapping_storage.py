"""Mappings in files: TOML and JSON bring back what was saved, and say what is wrong."""

import json
import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilateral import (
    Column,
    Constant,
    DataError,
    DateParts,
    Derived,
    InvalidValueError,
    Mapping,
    Source,
    testing,
)
from test_mapping_mapping import WHOLE

TEXTS = testing.texts()
NAMES = TEXTS.filter(str.strip)
SOURCES = st.builds(
    Source, st.sampled_from(["a", "b-1"]), st.none() | TEXTS, url=st.none() | st.just("http://a.b")
)
CODES = st.dictionaries(TEXTS, st.none() | TEXTS | st.lists(TEXTS, min_size=1, max_size=2), max_size=3)
PLAIN = st.builds(
    Column,
    NAMES,
    separator=st.lists(TEXTS, max_size=2),
    codes=CODES,
    others=st.sampled_from(["refuse", "keep"]),
    missing=st.none() | st.lists(st.text("NA-", max_size=2), max_size=2),
    dayfirst=st.sampled_from([None, True, False]),
    style=st.sampled_from(["text", "edtf", "serial"]),
    latest=st.sampled_from([None, "2100"]),
    source=st.none() | SOURCES | st.builds(Column, NAMES),
)
GIVERS = NAMES | PLAIN | st.builds(Constant, TEXTS, source=st.none() | SOURCES)


def several(givers):
    return (
        st.none()
        | givers
        | st.lists(givers, max_size=3, unique_by=repr).map(
            lambda each: list({(Column(one) if isinstance(one, str) else one): one for one in each}.values())
        )
    )


MAPPINGS = st.builds(
    Mapping,
    id=st.none()
    | NAMES
    | st.lists(NAMES, min_size=1, max_size=2, unique=True)
    | st.builds(Derived, st.lists(NAMES, max_size=2)),
    title=several(GIVERS),
    signed=several(GIVERS | st.builds(DateParts, NAMES, st.none() | NAMES, source=st.none() | SOURCES)),
    parties=several(GIVERS | st.builds(Column, NAMES, capacity=NAMES | st.builds(Constant, NAMES))),
    relations=several(st.builds(Column, NAMES, relation=st.builds(Constant, st.just("amends")))),
    source=st.none() | SOURCES | st.builds(Column, NAMES),
    group_by=st.lists(NAMES, max_size=2, unique=True),
    missing=st.lists(st.text("NA-", max_size=2), max_size=3),
    dayfirst=st.sampled_from([None, True, False]),
    identify=st.booleans(),
    unmapped=st.sampled_from(["keep", "drop"]),
    note=st.none() | TEXTS,
)


@given(MAPPINGS)
def test_json_brings_back_what_was_saved(mapping):
    assert Mapping.from_json(mapping.to_json()) == mapping


@given(mapping=MAPPINGS)
def test_files_bring_back_what_was_saved(tmp_path_factory, mapping):
    pytest.importorskip("tomlkit")
    for suffix, loads in ((".toml", tomllib.loads), (".json", json.loads)):
        path = tmp_path_factory.mktemp("mapping") / f"mine{suffix}"
        mapping.save(path)
        assert Mapping.load(path) == mapping
        # Another reader of the format sees the same as the library.
        assert Mapping.from_json(json.dumps(loads(path.read_text(encoding="utf-8")))) == mapping


def test_a_saved_mapping_reads_well(tmp_path):
    pytest.importorskip("tomlkit")
    mapping = Mapping(
        id="No", title=["Title", "TitleAlt"], signed=Column("Signed", dayfirst=True), source=Source("a")
    )
    mapping.save(tmp_path / "mine.toml")

    assert (tmp_path / "mine.toml").read_text(encoding="utf-8").splitlines()[:2] == [
        'id = "No"',
        'title = ["Title", "TitleAlt"]',
    ]


@pytest.mark.parametrize("suffix", [".toml", ".json"])
def test_the_whole_of_it_comes_back(tmp_path, suffix):
    pytest.importorskip("tomlkit")
    WHOLE.save(tmp_path / f"whole{suffix}")

    assert Mapping.load(tmp_path / f"whole{suffix}") == WHOLE


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[]", r"mine\.json: Mapping: \[\]: it must be a table of its arguments"),
        ('{"titel": "T"}', r"mine\.json: Mapping: 'titel': it must be one of id, type, title"),
        (
            '{"title": {"nam": "T"}}',
            r"mine\.json: Mapping\.title: .*: a table here must have one of the keys name",
        ),
        (
            '{"title": {"name": "T", "colour": "red"}}',
            r"mine\.json: Column: 'colour': it must be one of name",
        ),
        ('{"title": 3}', r"mine\.json: Mapping\.title: 3: it must be a column"),
        ('{"source": {"id": "a", "kind": "rumour"}}', r"mine\.json: .*'rumour': it must be one of article"),
        ("{", r"mine\.json: it cannot be read"),
    ],
)
def test_what_is_wrong_with_a_file_is_told(tmp_path, text, message):
    path = tmp_path / "mine.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DataError) as caught:
        Mapping.load(path)
    assert len(caught.value.problems) == 1
    with pytest.raises(DataError, match=message.replace(r"mine\.json", r".*mine\.json")):
        Mapping.load(path)


def test_toml_that_is_none_and_other_suffixes_are_refused(tmp_path):
    (tmp_path / "mine.toml").write_text("title = ", encoding="utf-8")
    (tmp_path / "latin.toml").write_bytes('title = "é"'.encode("latin-1"))
    with pytest.raises(DataError, match="it cannot be read"):
        Mapping.load(tmp_path / "mine.toml")
    with pytest.raises(DataError, match="it is no text in UTF-8"):
        Mapping.load(tmp_path / "latin.toml")
    for use in (Mapping.load, Mapping().save):
        with pytest.raises(InvalidValueError, match=r"its suffix must be \.toml or \.json"):
            use(tmp_path / "mine.yaml")


@pytest.mark.parametrize("text", ["[" * 100_000, '{"title":' * 100_000])
def test_what_is_nested_too_deeply_is_told(text):
    with pytest.raises(DataError, match="nested too deeply"):
        Mapping.from_json(text)
