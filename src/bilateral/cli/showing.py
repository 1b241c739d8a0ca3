"""The commands that show records."""

from __future__ import annotations

import argparse
import os
import shutil
from pathlib import Path
from typing import Any

from bilateral.chronology import Chronology
from bilateral.cli.codes import FOUND_PROBLEMS, OK
from bilateral.corpus import Corpus, datasets, load
from bilateral.errors import AmbiguousPartyError, UnknownIdError
from bilateral.formats import FORMATS, read
from bilateral.formats.table import checked_options
from bilateral.model.catalogue import Table

_FACETS = {"spheres": "sphere", "parties": "party", "kinds": "kind", "places": "place"}


def corpus_of(dataset: str) -> Corpus:
    """Return the corpus of a shipped dataset, or of a file.

    Args:
        dataset: the name of the one, or the path of the other, which has a dot or a slash.

    Returns:
        The corpus.

    Raises:
        UnknownIdError: if there is no such dataset.
        DataError: if the file has problems.

    Examples:
        >>> corpus_of("aze-kaz") is load()
        True
    """
    is_name = dataset in datasets() or not ("." in dataset or os.sep in dataset or Path(dataset).exists())
    return load(dataset) if is_name else read(dataset)


def _selected(options: argparse.Namespace) -> Corpus:
    return corpus_of(options.dataset).where(
        date=options.date,
        sphere=options.sphere,
        party=options.party,
        source=options.source,
        certain=options.certain,
    )


def _width() -> int:
    return min(shutil.get_terminal_size((100, 24)).columns, 100)


def chronology(options: argparse.Namespace) -> tuple[str, int]:
    """Return a chronology in a format that is text."""
    book = Chronology(_selected(options)).by(options.by)
    form = FORMATS[options.format]
    given = dict(options.option)
    if options.format == "text":
        given.setdefault("width", _width())
    text: str = form.load().dumps(book, **checked_options(form, given))
    return text.removesuffix("\n"), OK


def show(options: argparse.Namespace) -> tuple[str, int]:
    """Return one record with all that is known of it."""
    from bilateral.chronology.record import full_text

    return full_text(corpus_of(options.dataset)[options.id], width=_width()), OK


def conflicts(options: argparse.Namespace) -> tuple[str, int]:
    """Return where sources disagree."""
    from bilateral.chronology.record import disagreements

    return disagreements(_selected(options), width=_width()), OK


def facets(options: argparse.Namespace) -> tuple[str, int]:
    """Return how many records there are of each sphere, party, kind and place."""
    from bilateral.chronology.text import wrapped

    corpus = _selected(options)
    tables: dict[str, Table[Any]] = {
        "sphere": corpus.spheres,
        "party": corpus.parties,
        "place": corpus.places,
    }
    blocks = []
    for title, facet in _FACETS.items():
        rows = []
        for id, count in corpus.counts(facet).items():
            name = tables[facet][id].name() if facet in tables else id
            rows.append(f"{count:5}  {id}{_named(name, id)}")
        lines = [wrapped(row, _width(), " " * 9) for row in rows]
        blocks.append("\n".join([title, *(lines or ["    none"])]))
    return "\n\n".join(blocks), OK


def _named(name: str, id: str) -> str:
    return "" if name == id else f" ({name})"


def identify(options: argparse.Namespace) -> tuple[str, int]:
    """Return which party each name or code means."""
    from bilateral.authority import Authority
    from bilateral.chronology.text import wrapped

    authority = Authority.default()
    lines, code = [], OK
    for name in options.name:
        try:
            entry = authority[authority.identify(name, date=options.date, scheme=options.scheme).id]
            lines.append("  ".join(filter(None, (entry.id, entry.name(), entry.dates))))
        except (AmbiguousPartyError, UnknownIdError) as error:
            lines.append(str(error))
            code = FOUND_PROBLEMS
    return "\n".join(wrapped(line, _width(), "  ") for line in lines), code
