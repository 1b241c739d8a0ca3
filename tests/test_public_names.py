"""The names that other code relies on: no change by accident, and each of them documented."""

import argparse
import re
from importlib import import_module
from inspect import getmembers, isclass
from pathlib import Path

import pytest

import bilateral
from bilateral.cli.parser import parser

HERE = Path(__file__).resolve().parent
REFERENCE = HERE.parent / "docs" / "reference"
MODULES = {
    "analysis",
    "citations",
    "frames",
    "linked",
    "matching",
    "parties",
    "policies",
    "query",
    "spheres",
    "testing",
}
"""Public modules; what is public in them is documented by one automodule directive."""


def public(module):
    """Return the public names of a module: those it lists, else the functions and classes it defines."""
    listed = getattr(module, "__all__", None)
    if listed is None:
        listed = [
            name
            for name, member in getmembers(module)
            if not name.startswith("_") and getattr(member, "__module__", None) == module.__name__
        ]
    return [f"{module.__name__}.{name}" for name in listed]


def public_names():
    """Return the public names of the package and its public modules, and the members of public classes."""
    names = []
    for module in (bilateral, *(import_module(f"bilateral.{name}") for name in sorted(MODULES))):
        names += public(module)
    for name in bilateral.__all__:
        value = getattr(bilateral, name)
        if isclass(value):
            names += [f"bilateral.{name}.{member}" for member in members(value)]
    return sorted(set(names))


def members(cls):
    """Return the public members that a class, or a class of this library that it is built on, defines."""
    own = [base for base in cls.__mro__ if base.__module__.startswith("bilateral")]
    return {name for base in own for name in vars(base) if not name.startswith("_")}


def documented():
    pages = "\n".join(page.read_text(encoding="utf-8") for page in REFERENCE.glob("*.md"))
    return set(re.findall(r"^\.\. auto\w+:: (\S+)", pages, re.MULTILINE))


def test_public_names_change_only_on_purpose():
    expected = (HERE / "public_names.txt").read_text(encoding="utf-8").splitlines()

    assert public_names() == expected, (
        "if this is meant: python tests/test_public_names.py > tests/public_names.txt, and CHANGELOG.md"
    )


@pytest.mark.parametrize("name", [f"bilateral.{name}" for name in bilateral.__all__])
def test_every_public_name_is_in_the_reference(name):
    assert name in documented()


def test_every_name_of_frames_is_listed_on_its_page():
    page = (REFERENCE / "frames.md").read_text(encoding="utf-8")
    listed = re.findall(r"^\| `(\w+)` \|", page, re.MULTILINE)
    assert sorted(listed) == sorted(bilateral.frames.__all__)


def test_the_reference_documents_what_there_is():
    for path in documented():
        module, _, name = path.rpartition(".")
        assert path in {f"bilateral.{public}" for public in MODULES} or hasattr(import_module(module), name)


def test_every_command_and_option_is_in_the_reference():
    page = (REFERENCE / "command-line.md").read_text(encoding="utf-8")
    parsers = [parser()]
    for each in parsers:
        for action in each._actions:
            if isinstance(action, argparse._SubParsersAction):
                parsers += action.choices.values()
                assert [name for name in action.choices if f"`{name}" not in page] == []
            assert [
                name for name in action.option_strings if name.startswith("--") and name not in page
            ] == []


if __name__ == "__main__":
    print(*public_names(), sep="\n")
