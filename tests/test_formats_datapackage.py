"""Data packages: lossless, as the standard has them, and strict about what is read."""

import csv
import json
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings

import bilateral as bl
from bilateral import Chronology, Corpus, DataError, testing
from bilateral.formats.datapackage import dump, load
from bilateral.formats.datapackage.tables import TABLES
from bilateral.model import Agreement, Attestation, Event, Participation, Party, Source


@pytest.fixture
def package(tmp_path):
    """Return the folder of a package of the shipped dossier."""
    bl.write(bl.load(), tmp_path / "package", format="datapackage")
    return tmp_path / "package"


def edit(package, table, change, *, hashed=False):
    """Change the rows of a table; the package is told so unless its hashes shall stay."""
    path = package / f"{table}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    change(rows)
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    if not hashed:
        described = json.loads((package / "datapackage.json").read_text(encoding="utf-8"))
        for each in described["resources"]:
            each.pop("hash", None)
            each.pop("bytes", None)
        (package / "datapackage.json").write_text(json.dumps(described), encoding="utf-8")


def setting(row, column, value):
    def change(rows):
        rows[row][rows[0].index(column)] = value

    return change


@given(testing.corpora(max_size=4), testing.queries())
@settings(max_examples=40)
def test_a_corpus_comes_back_whole(tmp_path_factory, corpus, query):
    for thing in (corpus, Chronology(corpus.where(query))):
        folder = tmp_path_factory.mktemp("package")
        dump(thing, folder)
        again = load(folder)
        whole = thing if isinstance(thing, Corpus) else thing.corpus

        assert again == whole
        assert again.catalogue == whole.catalogue
        assert again.dataset == whole.dataset


@pytest.mark.parametrize("path", ["package", "package/datapackage.json"])
def test_it_is_read_by_its_folder_or_its_description(package, path):
    again = bl.read(package.parent / path)

    assert again == bl.load()
    assert (again.catalogue, again.dataset) == (bl.load().catalogue, bl.load().dataset)


def test_equal_corpora_make_equal_bytes_whatever_the_hash_seed(tmp_path):
    code = (
        "import sys, bilateral as bl\n"
        "corpus = bl.load()\n"
        "again = bl.Corpus(reversed(corpus), catalogue=corpus.catalogue, dataset=corpus.dataset)\n"
        "for name in ('package/datapackage.json', 'a.json', 'a.jsonl', 'a.csv', 'a.parquet'):\n"
        "    bl.write(again, f'{sys.argv[1]}/{name}')\n"
    )
    for seed in ("0", "1"):
        (tmp_path / seed).mkdir()
        subprocess.run(
            [sys.executable, "-c", code, str(tmp_path / seed)], check=True, env={"PYTHONHASHSEED": seed}
        )
    made = {path.relative_to(tmp_path / "0"): path for path in (tmp_path / "0").rglob("*") if path.is_file()}

    assert len(made) == len(TABLES) + 5
    for name, path in made.items():
        assert path.read_bytes() == (tmp_path / "1" / name).read_bytes()


def test_the_tables_are_there_for_other_programs(package):
    records = pd.read_csv(package / "records.csv", parse_dates=["date_earliest", "date_latest"])
    parts = pd.read_csv(package / "participations.csv")
    joined = parts.merge(records, left_on="record", right_on="id")
    claims = pd.read_csv(package / "attestations.csv")

    assert len(records) == len(bl.load())
    assert joined.groupby("party")["id"].nunique().to_dict() == bl.load().counts("party")
    assert len(claims) == sum(len(record.attestations) for record in bl.load())
    assert records["date_latest"].max().date() == max(each.date.latest for each in bl.load() if each.date)


def test_its_description_tells_what_each_column_holds(package):
    described = json.loads((package / "datapackage.json").read_text(encoding="utf-8"))
    tables = {each["name"]: each for each in described["resources"]}
    fields = {
        f"{name}.{field['name']}": field for name in tables for field in tables[name]["schema"]["fields"]
    }

    assert described["title"] == bl.load().dataset.title
    assert [each["title"] for each in described["sources"]] == [each.title for each in bl.load().sources]
    assert all(field["description"] for field in fields.values())
    assert fields["records.date_earliest"]["type"] == "date"
    assert "EDTF" in fields["records.in_force"]["description"]
    assert "organisation" in fields["parties.kind"]["constraints"]["enum"]
    assert {"visit", "treaty"} <= set(fields["records.kind"]["constraints"]["enum"])
    assert {"fields": ["party"], "reference": {"resource": "parties", "fields": ["id"]}} in tables[
        "participations"
    ]["schema"]["foreignKeys"]


@pytest.mark.parametrize(
    ("table", "change", "problem"),
    [
        ("records", setting(1, "type", "pact"), "records.csv: line 2: "),
        ("records", setting(1, "date", "1993-13"), "records.csv: line 2: "),
        (
            "records",
            setting(1, "date_latest", "1990-01-01"),
            "date_latest: '1990-01-01': the column date comes to",
        ),
        ("records", setting(1, "id", "a b"), "records.csv: line 2: a b: id"),
        ("records", setting(1, "id", ""), "records.csv: line 2: id: it must not be empty"),
        ("records", setting(1, "place", "nowhere"), "place: 'nowhere': there is no such place"),
        ("records", setting(1, "urls", "http://a"), "urls: 'http://a': it must be a list in JSON"),
        ("records", setting(0, "kind", "kin"), "records.csv: line 1: its columns must be id, type, kind"),
        ("records", lambda rows: rows[3].pop(), "records.csv: line 4: it has 16 cells; it must have 17"),
        ("participations", setting(2, "party", "XXX"), "participations.csv: line 3: "),
        ("participations", setting(2, "capacity", "king"), "capacity: 'king': it must be one of state"),
        ("participations", setting(2, "position", "1"), "position: 1: it stands in line 2 already"),
        ("participations", setting(2, "position", "two"), "position: 'two': it must be a whole number"),
        (
            "participations",
            setting(2, "record", "none"),
            "record: 'none': there is no such id in records.csv",
        ),
        ("attestations", setting(2, "source", "none"), "attestations.csv: line 3: "),
        ("attestations", setting(2, "rank", "best"), "rank: 'best': it must be one of preferred"),
        ("parties", setting(1, "cow", "many"), "cow: 'many': it must be a whole number"),
        ("party-labels", setting(1, "language", "!"), "party-labels.csv: line 2: "),
        ("spheres", setting(1, "broader", "diplomatic-relations"), "spheres.csv: line 2: political: broader"),
    ],
)
def test_every_problem_is_told_with_its_file_and_line(package, table, change, problem):
    edit(package, table, change)
    with pytest.raises(DataError) as caught:
        load(package)

    assert any(problem in str(each) for each in caught.value.problems), caught.value
    assert all(Path(each.file).parent == package for each in caught.value.problems)


def test_a_file_that_was_cut_short_or_changed_is_told(package):
    edit(package, "attestations", lambda rows: rows.pop(), hashed=True)
    with pytest.raises(
        DataError, match=r"attestations\.csv: it is not the file that the package was made with"
    ):
        load(package)
    edit(package, "records", setting(1, "title", "Another"))
    with pytest.raises(DataError, match="title"):
        load(package)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "it is no JSON"),
        ("[]", "it must have the resource records in records.csv"),
        ('{"resources": {}}', "it must have the resource records"),
        (
            '{"resources": [{"name": "records", "path": "../../etc/passwd"}]}',
            "it must have the resource records",
        ),
        ('{"name": "a", "name": "b"}', "has the key 'name' twice"),
    ],
)
def test_what_is_no_package_of_ours_is_told_and_never_replaced(tmp_path, text, reason):
    (tmp_path / "p").mkdir()
    (tmp_path / "p" / "datapackage.json").write_text(text, encoding="utf-8")
    with pytest.raises(DataError, match=reason):
        bl.read(tmp_path / "p")
    with pytest.raises(FileExistsError, match="holds what does not belong to it"):
        bl.write(bl.load(), tmp_path / "p" / "datapackage.json")

    assert (tmp_path / "p" / "datapackage.json").read_text(encoding="utf-8") == text


def test_a_package_is_replaced_whole_or_not_at_all(package, monkeypatch):
    before = {path.name: path.read_bytes() for path in package.iterdir()}
    monkeypatch.setattr("bilateral.formats.datapackage.described", lambda corpus, folder: {"a": set()})
    with pytest.raises(TypeError):
        bl.write(Corpus(), package, format="datapackage")
    assert {path.name: path.read_bytes() for path in package.iterdir()} == before
    monkeypatch.undo()
    bl.write(Corpus(), package, format="datapackage")
    assert bl.read(package) == Corpus()
    assert [path.name for path in package.parent.iterdir()] == ["package"]


def test_a_folder_in_which_the_program_works_is_not_replaced(package, monkeypatch):
    monkeypatch.chdir(package)
    with pytest.raises(OSError, match="the program works in this folder"):
        bl.write(bl.load(), "datapackage.json")
    assert bl.read("datapackage.json") == bl.load()


HOSTILE = Corpus(
    [
        Agreement(
            "t",
            title='=cmd|"x", \r\n<img src=x onerror=alert(1)>\u202e\u2028',
            signed="../1997",
            parties=[Participation(Party("AZE"), "state")],
            attestations=[
                Attestation(
                    "title", '=cmd|"x", \r\n<img src=x onerror=alert(1)>\u202e\u2028', Source("s", " x ")
                ),
                Attestation("signed", "../1997", Source("s", " x "), quote="\t;''\n"),
                Attestation("parties", Participation(Party("AZE"), "state"), Source("s", " x ")),
            ],
        ),
        Event("e", raw=[("a\nb", " = ")]),
    ]
)


def frictionless_report(folder):
    frictionless = pytest.importorskip("frictionless", reason="needs frictionless")
    report = frictionless.validate(str(folder / "datapackage.json"))
    return report.valid, {(task.name, error.type) for task in report.tasks for error in task.errors}


@pytest.mark.slow
@pytest.mark.parametrize("corpus", [bl.load(), Corpus(), HOSTILE], ids=["shipped", "empty", "hostile"])
def test_frictionless_finds_nothing_wrong(tmp_path, corpus):
    bl.write(corpus, tmp_path / "package", format="datapackage")

    assert bl.read(tmp_path / "package") == corpus
    assert frictionless_report(tmp_path / "package") == (True, set())


@pytest.mark.slow
@pytest.mark.parametrize(
    ("table", "change", "hashed", "kind"),
    [
        ("participations", setting(2, "party", "XXX"), False, "foreign-key"),
        ("participations", setting(2, "record", "none"), False, "foreign-key"),
        ("records", setting(1, "kind", "pact"), False, "constraint-error"),
        ("records", setting(1, "date_latest", "1993-02-30"), False, "type-error"),
        ("records", lambda rows: rows.append(rows[1]), False, "primary-key"),
        ("sources", setting(1, "id", "a b"), False, "constraint-error"),
        ("attestations", lambda rows: rows.pop(), True, "hash-count"),
    ],
)
def test_frictionless_finds_a_mistake(package, table, change, hashed, kind):
    edit(package, table, change, hashed=hashed)
    valid, found = frictionless_report(package)

    assert not valid
    assert (table, kind) in found


def visible(path, folder):
    """Return the cells of the tables and the texts of their description, as pandas and json read them."""
    found = []
    description = (path / "datapackage.json").read_bytes()
    json.loads(description, object_pairs_hook=lambda pairs: found.extend(map(str, dict(pairs).values())))
    for table in path.glob("*.csv"):
        frame = pd.read_csv(table, dtype=str, keep_default_na=False)
        found += [cell for row in frame.itertuples(index=False) for cell in row]
    return "\n".join(found)
