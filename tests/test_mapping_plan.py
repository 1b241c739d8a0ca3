"""From rows to records: no cell is lost, whatever stands in it and however it is mapped."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

import bilateral as bl
from bilateral import Column, Constant, DataError, DateParts, Derived, Mapping, Source, testing

COLUMNS = ("a", "b", "c", "d", "e")
CELLS = st.one_of(
    st.sampled_from(
        ["", "NA", " ", "-", "x", "KAZ", "KAZ; AZE", "agreement", "event", "state", "https://a.b", "0"]
    ),
    testing.dates().map(str),
    st.sampled_from(
        ["16sep1996", "31.11.1999", "03/04/1998", "9999-12-31", "12", "1996", "Iran, Islamic Rep."]
    ),
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=8),
)
TABLES = st.lists(st.lists(CELLS, min_size=5, max_size=5), max_size=6)
NAMES = st.sampled_from(COLUMNS)
SEPARATORS = st.sampled_from([None, ";"])
SOURCES = st.none() | st.builds(Column, NAMES) | st.just(Source("other"))
CODES = st.sampled_from([None, {"x": "KAZ", "KAZ": None}])


INNER = st.builds(Column, NAMES, separator=SEPARATORS, codes=CODES.map(lambda codes: codes or {}))


def columns(**more):
    latest = st.sampled_from([None, "2100"])
    codes = CODES.map(lambda codes: codes or {})
    return st.builds(Column, NAMES, separator=SEPARATORS, codes=codes, source=SOURCES, latest=latest, **more)


def giving(givers):
    return st.lists(givers, max_size=2, unique=True)


MAPPINGS = st.builds(
    Mapping,
    id=st.none()
    | NAMES
    | st.lists(NAMES, min_size=1, max_size=2, unique=True)
    | st.builds(Derived, st.lists(NAMES, max_size=2, unique=True)),
    type=st.none() | INNER,
    title=giving(columns()),
    kind=giving(columns()),
    signed=giving(columns() | st.builds(DateParts, NAMES, NAMES, NAMES, source=SOURCES)),
    date=st.just(()),
    in_force=giving(columns()),
    parties=giving(columns(capacity=st.none() | INNER) | st.just(Constant("AZE"))),
    persons=giving(columns(role=st.none() | INNER)),
    relations=giving(columns(relation=st.just(Constant("amends")) | INNER)),
    urls=giving(columns()),
    source=st.none() | st.builds(Column, NAMES),
    group_by=st.lists(NAMES, max_size=1),
    identify=st.booleans(),
)


def written(rows):
    file = io.StringIO()
    csv.writer(file).writerows([COLUMNS, *rows])
    return io.StringIO(file.getvalue(), newline="")


@given(TABLES, MAPPINGS)
def test_no_cell_that_says_anything_is_lost(rows, mapping):
    corpus, _ = bl.read(written(rows), mapping, format="csv", strict=False)
    for record in corpus:
        # Records are built past the checks of their class: the class must find nothing wrong with them.
        assert type(record)(**{name: getattr(record, name) for name in fields(record)}) == record
        assert record.discrepancies() == ()
    told = {record.id for record in corpus}
    for record in corpus:
        told |= {text for _, text in record.raw}
        for claim in record.attestations:
            # Several cells are quoted with a bar between them; a source may be all that a cell gives.
            told |= {claim.quote, *(claim.quote or "").split(" | "), claim.source.id, claim.source.title}
    told = {" ".join(text.split()) for text in told if text}
    for cell in (cell for row in rows for cell in row):
        said = " ".join(cell.split())
        if said and cell.strip() not in mapping.missing and not (mapping.type and said in TYPES):
            pieces = [" ".join(piece.split()) for piece in said.split(";") if piece.strip(" ;")]
            assert said in told or {*pieces} <= told or any(said in id for id in told), (cell, told)


TYPES = {"agreement", "event"}


def fields(record):
    import attrs

    return [field.name for field in attrs.fields(type(record))]


@given(TABLES, st.randoms())
def test_ids_do_not_depend_on_the_order_of_rows(rows, random):
    mapping = Mapping(title="a", parties=Column("b", separator=";"), signed="c")
    shuffled = rows.copy()
    random.shuffle(shuffled)

    def ids(rows):
        corpus, _ = bl.read(written(rows), mapping, format="csv", strict=False)
        return sorted(record.id for record in corpus)

    assert ids(rows) == ids(shuffled)


@given(st.lists(testing.agreements(), max_size=5))
def test_what_was_written_plainly_is_read_as_it_was_meant(agreements):
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow(["Title", "Signed", "Force", "Kind", "Parties", "Place"])
    meant = []
    for record in agreements:
        title = None if record.title is None else record.title.strip()
        title = None if title in bl.mapping.MISSING else title
        parties = [each.party.id for each in record.parties]
        place = record.place and record.place.id
        meant.append((title, record.signed, record.in_force, record.kind, parties, place))
        texts = (
            title,
            record.signed,
            record.in_force,
            record.kind and record.kind.value,
            "; ".join(parties),
            place,
        )
        writer.writerow(["" if text is None else str(text) for text in texts])
    mapping = Mapping(
        title="Title",
        signed=Column("Signed", style="edtf"),
        in_force=Column("Force", style="edtf"),
        kind="Kind",
        parties=Column("Parties", separator=";"),
        place="Place",
    )
    read = bl.read_records(io.StringIO(file.getvalue(), newline=""), mapping, format="csv")
    found = [
        (
            record.title,
            record.signed,
            record.in_force,
            record.kind,
            [each.party.id for each in record.parties],
            record.place and record.place.id,
        )
        for record, _ in read
    ]

    assert found == [each for each in meant if any(each)]


def test_missing_columns_are_all_told_with_near_ones():
    table = io.StringIO("No,Titel,Signatur\n")
    with pytest.raises(DataError) as caught:
        bl.read(table, Mapping(id="No", title="Title", signed="Signature", in_force="Force"), format="csv")

    assert [(each.column, each.reason.partition("; ")[2]) for each in caught.value.problems] == [
        ("Title", "did you mean 'Titel'?"),
        ("Signature", "did you mean 'Signatur'?"),
        ("Force", "its columns are 'No', 'Titel', 'Signatur'"),
    ]


def test_a_constant_that_does_not_fit_is_told_before_any_row_is_read():
    for mapping, message in (
        (Mapping(kind=Constant("pact")), "kind: 'pact': the mapping gives a constant that does not fit"),
        (Mapping(signed=Constant("31.11.1999")), "signed: '31.11.1999'"),
        (Mapping(parties=Constant("Atlantis"), identify=True), "parties: 'Atlantis'"),
        (Mapping(parties=Constant("AZE", capacity="king")), "capacity: 'king'"),
    ):
        with pytest.raises(DataError, match=message):
            bl.read(io.StringIO("No\n1\n"), mapping, format="csv")


def test_agreements_and_events_may_stand_in_one_table():
    table = io.StringIO("T,When,What\nagreement,1996,treaty\nevent,1999,visit\nriot,2000,x\n")
    mapping = Mapping(type="T", signed="When", date="When", kind="What")
    corpus, problems = bl.read(table, mapping, format="csv", strict=False)

    assert [(type(record).__name__, str(record.date), record.kind) for record in corpus] == [
        ("Agreement", "1996", "treaty"),
        ("Event", "1999", "visit"),
        ("Agreement", "2000", None),
    ]
    assert corpus[2].raw == (("What", "x"), ("T", "riot"))
    assert {problem.kind: problem.severity for problem in problems} == {
        "unknown type": "error",
        "unknown kind": "warning",
    }


def test_sources_come_from_columns_rows_mapping_reader_or_file(tmp_path):
    path = tmp_path / "my treaties.csv"
    path.write_text("Title,Signed,Who,Whose\nA,1996,UNTS 1; LTS,gazette\nB,1999,,\n", encoding="utf-8")
    mapping = Mapping(
        title="Title",
        signed=Column("Signed", source=Column("Who", separator=";")),
        source=Column("Whose"),
    )
    corpus = bl.read(path, mapping, source="fallback")

    assert [each.source.title or each.source.id for each in corpus[0].attestations] == [
        "gazette",
        "UNTS 1",
        "LTS",
    ]
    assert [each.source.id for each in corpus[1].attestations] == ["fallback", "fallback"]
    plain = bl.read(path, Mapping(title="Title"))
    assert [source.title for source in plain.sources] == ["my treaties.csv"]
    assert next(iter(bl.read(path, Mapping(title="Title", source="named")).sources)).id == "named"


def test_the_code_of_namibia_is_not_taken_for_a_missing_value_nor_for_namibia():
    def read(mapping):
        corpus, problems = bl.read(io.StringIO("No,P\n1,NA\n2,-\n"), mapping, format="csv", strict=False)
        return (
            [each.party.id for each in corpus["1"].parties],
            corpus["1"].raw,
            [each.kind for each in problems],
        )

    for identify in (True, False):
        doubtful = Mapping(id="No", parties="P", identify=identify)
        assert read(doubtful) == ([], (("P", "NA"),), ["word with two meanings"])
        assert read(doubtful.replace(missing=["NA", "-"])) == ([], (), [])
        assert read(doubtful.replace(parties=Column("P", missing=["NA", "-"]))) == ([], (), [])
    named = Mapping(id="No", parties=Column("P", codes={"NA": "NAM"}, others="keep"), identify=True)
    assert read(named) == (["NAM"], (), [])


def test_unmapped_columns_may_be_dropped_but_what_is_mapped_is_never():
    table = "No,Signed,Notes\n1,31.11.1999,x\n"
    mapping = Mapping(id="No", signed="Signed", unmapped="drop")
    corpus, _ = bl.read(io.StringIO(table), mapping, format="csv", strict=False)

    assert corpus["1"].raw == (("Signed", "31.11.1999"),)


def test_a_year_of_two_digits_is_no_year_of_the_first_century():
    table = io.StringIO("No,Y,M,D\n1,55,3,3\n2,0055,3,3\n3,955,3,\n")
    mapping = Mapping(id="No", signed=DateParts("Y", "M", "D"))
    corpus, problems = bl.read(table, mapping, format="csv", strict=False)

    assert [str(corpus[id].signed) for id in "123"] == ["None", "0055-03-03", "0955-03"]
    assert corpus["1"].raw == (("Y", "55"), ("M", "3"), ("D", "3"))
    assert "a year has four digits, and '55' has not" in problems[0].reason
