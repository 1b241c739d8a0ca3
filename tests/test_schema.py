"""The JSON Schema of a dossier: valid itself, true of the shipped data, and strict about all else."""

import copy
import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

import bilateral
from bilateral.formats.json import dumps

DATA = Path(bilateral.__file__).parent / "data"
SCHEMA = json.loads((DATA / "schema.json").read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)


def shipped(name):
    files = (DATA / name).glob("*.json")
    return {file.stem: json.loads(file.read_text(encoding="utf-8")) for file in files}


def test_the_schema_is_a_schema():
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("name", bilateral.datasets())
def test_shipped_data_fits_the_schema(name):
    assert [f"{error.json_path}: {error.message}" for error in VALIDATOR.iter_errors(shipped(name))] == []


@pytest.mark.parametrize("name", bilateral.datasets())
def test_what_is_written_fits_the_schema(name):
    written = json.loads(dumps(bilateral.load(name)))

    assert [f"{error.json_path}: {error.message}" for error in VALIDATOR.iter_errors(written)] == []


@pytest.mark.parametrize(
    ("table", "key", "value"),
    [
        ("agreements", "colour", "red"),
        ("agreements", "kind", "pact"),
        ("agreements", "spheres", "energy"),
        ("agreements", "id", "with spaces"),
        ("events", "attestations", None),
        ("parties", "numeric", 31),
    ],
)
def test_the_schema_refuses_what_the_reader_refuses(table, key, value):
    data = copy.deepcopy(shipped("aze-kaz"))
    data[table][0][key] = value

    assert not VALIDATOR.is_valid(data)
