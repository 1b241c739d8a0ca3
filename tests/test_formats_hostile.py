"""Every format with hostile data: whoever reads the file sees text, and nothing else happens.

The tests of each format (``test_formats_MODULE.py``) have a function ``visible(path, folder)``. It reads what
was written with a reader that is not of this library, sees to it that nothing in it is more than text, and
returns all text that it shows, or None if there can be none. A format without that function fails here.
"""

from importlib import import_module

import pytest

import hostile
from bilateral import MissingExtraError, write
from bilateral.formats import FORMATS

SHOWN_BY_PROGRAMS = {"html", "latex", "mermaid", "svg", "timelinejs"}
NAMES = [
    pytest.param(name, marks=pytest.mark.browser if name in SHOWN_BY_PROGRAMS else ()) for name in FORMATS
]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("number", range(3), ids=["corpus", "by sphere", "by periods"])
def test_hostile_data_is_text(name, number, tmp_path):
    path, folder = tmp_path / "file", tmp_path / "reader"
    folder.mkdir()
    try:
        write(hostile.books()[number], path, format=name)
    except MissingExtraError as error:
        pytest.skip(str(error))
    shown = import_module(f"test_formats_{FORMATS[name].module}").visible(path, folder)

    if shown is not None:
        missing = [text for text in hostile.TEXTS if hostile.bare(text) not in hostile.bare(shown)]
        assert missing == []
