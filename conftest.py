"""Runs the examples of the written documentation: every python block of README.md and of docs/**/*.md."""

import os
from doctest import ELLIPSIS
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sybil import Sybil
from sybil.parsers.myst import PythonCodeBlockParser, SkipParser

collect_ignore = ["docs/conf.py"]


def enter(namespace: dict[str, Any]) -> None:
    """Start a page in an empty folder, so that its examples may write files."""
    namespace["home"] = Path.cwd()
    namespace["folder"] = TemporaryDirectory()
    os.chdir(namespace["folder"].name)


def leave(namespace: dict[str, Any]) -> None:
    """Go back, and remove what the page wrote."""
    os.chdir(namespace["home"])
    namespace["folder"].cleanup()


pytest_collect_file = Sybil(
    parsers=[PythonCodeBlockParser(doctest_optionflags=ELLIPSIS), SkipParser()],
    patterns=["*.md"],
    setup=enter,
    teardown=leave,
).pytest()
