"""What notebooks make of our objects: JupyterLab and VS Code by way of IPython, and marimo."""

import pytest

import bilateral as bl

RELATIONS = bl.load()
SHOWN = {
    "corpus": RELATIONS.where(sphere="energy"),
    "agreement": RELATIONS["aze-kaz-1993-trade"],
    "event": RELATIONS.events[0],
    "conflicts": RELATIONS.conflicts(),
    "conflicts of a record": RELATIONS["aze-kaz-1993-trade"].conflicts(),
    "conflict": RELATIONS.conflicts()[0],
    "chronology": bl.Chronology(RELATIONS),
    "picture": bl.Chronology(RELATIONS).svg(),
    "counts": bl.analysis.by_year(RELATIONS),
    "sources": RELATIONS.sources,
    "problems": bl.Problems(),
}


@pytest.mark.parametrize("name", SHOWN)
def test_ipython_shows_html_and_a_line_of_text(name):
    formatters = pytest.importorskip(
        "IPython.core.formatters", reason="needs IPython, which comes with the extra docs"
    )
    data, _ = formatters.DisplayFormatter().format(SHOWN[name])

    assert data["text/html"] == SHOWN[name]._repr_html_()
    # Where HTML is not shown, nor is a page of text.
    assert len(data["text/plain"].splitlines()) <= len(RELATIONS.conflicts())
    assert ("image/svg+xml" in data) == (name == "picture")


@pytest.mark.parametrize("name", SHOWN)
def test_marimo_shows_html(name):
    formatting = pytest.importorskip("marimo._output.formatting", reason="needs marimo")
    shown = formatting.try_format(SHOWN[name])

    # It shows tuples and sequences in a way of its own, unless they say how.
    assert (shown.mimetype, shown.data) == ("text/html", SHOWN[name]._repr_html_())
