"""The check of the built documentation finds what leads nowhere, and nothing else."""

import runpy
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[1] / "docs" / "_links.py"
broken = runpy.run_path(str(SCRIPT))["broken"]


def test_links_are_followed_to_files_and_places(tmp_path):
    (tmp_path / "sub").mkdir()
    (tmp_path / "b c.png").write_bytes(b"")
    (tmp_path / "sub" / "two.html").write_text('<p id="there">', encoding="utf-8")
    (tmp_path / "one.html").write_text(
        '<h1 id="top"></h1><a href="#top"><a href="sub/two.html#there"><img src="b%20c.png">'
        '<a href="https://example.org/gone"><a href="mailto:a@b.c">'
        '<a href="#gone"><a href="sub/two.html#gone"><a href="sub/gone.html"><img src="gone.png">',
        encoding="utf-8",
    )

    assert broken(tmp_path) == [
        "one.html: #gone",
        "one.html: sub/two.html#gone",
        "one.html: sub/gone.html",
        "one.html: gone.png",
    ]


def test_an_empty_folder_is_not_taken_for_a_checked_one(tmp_path):
    assert broken(tmp_path) != []


@pytest.mark.parametrize(("link", "code"), [("#top", 0), ("#gone", 1)])
def test_the_command_says_by_its_code_what_it_found(tmp_path, link, code):
    (tmp_path / "one.html").write_text(f'<h1 id="top"></h1><a href="{link}">', encoding="utf-8")
    done = subprocess.run([sys.executable, str(SCRIPT), str(tmp_path)], capture_output=True, check=False)

    assert done.returncode == code
    assert (link.encode() in done.stderr) == bool(code)
