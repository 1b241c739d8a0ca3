"""The command line: the shipped chronology, single records, conflicts, facets, and checks of files."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from collections.abc import Callable, Sequence
from errno import EBADF
from typing import Any, NoReturn, TextIO, TypeAlias

from bilateral.chronology import Chronology
from bilateral.chronology.grouping import GROUPINGS
from bilateral.corpus import Corpus, datasets, load
from bilateral.errors import (
    AmbiguousPartyError,
    BilateralError,
    DataError,
    InvalidDateError,
    InvalidValueError,
    UnknownIdError,
    UnsupportedDateError,
)
from bilateral.model.catalogue import Table

_Run: TypeAlias = Callable[[argparse.Namespace], tuple[str, int]]

OK, FOUND_PROBLEMS, BAD_INPUT, INTERRUPTED = 0, 1, 2, 130
"""Exit codes: done; problems were found; the command, its input or output is wrong; interrupted."""

_FACETS = {"spheres": "sphere", "parties": "party", "kinds": "kind", "places": "place"}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line.

    Args:
        arguments: the arguments; those of the process if None.

    Returns:
        The exit code: 0 done, 1 problems were found and printed, 2 the command or its input is wrong or
        nothing can be printed, 130 interrupted.

    Examples:
        >>> main(["facets", "--source", "no-such-source"])
        2
    """
    # A terminal that cannot show a letter shows its code instead; better than no chronology.
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        text, code = _answer(list(sys.argv[1:] if arguments is None else arguments))
        return code if code == BAD_INPUT else _printed(text) or code
    except KeyboardInterrupt:
        return INTERRUPTED


def _answer(arguments: list[str]) -> tuple[str | None, int]:
    """Return what a command has to print, if it has not printed it already, and its exit code."""
    try:
        options = _parser().parse_args(_with_command(arguments))
        text, code = options.run(options)
    except SystemExit:
        # The parser has printed help.
        return None, OK
    except (BilateralError, OSError) as error:
        return None, _complained(error)
    return text, code


def _printed(text: str | None) -> int:
    """Print on standard output; return the exit code of doing so."""
    # What was closed before the start is None.
    if sys.stdout is None:
        return _complained(OSError(EBADF, "standard output is closed"))
    error = _unwritten(sys.stdout, "" if text is None else f"{text}\n")
    # The reader of a pipe may have seen enough: no error.
    return OK if error is None or isinstance(error, BrokenPipeError) else _complained(error)


def _complained(error: Exception) -> int:
    """Say on standard error, in one sentence, what is wrong; return the exit code for it."""
    _unwritten(sys.stderr, f"bilateral: {_sentence(error)}\n")
    return BAD_INPUT


def _unwritten(stream: TextIO | None, text: str = "") -> OSError | None:
    """Write to a stream all that is to be written; return the error if it cannot be."""
    if stream is None:
        return None
    try:
        stream.write(text)
        stream.flush()
    except OSError as error:
        # Else the rest would be tried again at exit, with a traceback.
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
        return error
    return None


def _sentence(error: Exception) -> str:
    if isinstance(error, DataError) and len(error.problems) > 1:
        file = error.problems[0].file
        return f"{file}: it has {len(error.problems)} problems, which bilateral validate {file} lists"
    if isinstance(error, OSError) and error.strerror:
        reason = f"{error.strerror[0].lower()}{error.strerror[1:]}"
        return f"{error.filename}: {reason}" if error.filename else reason
    # What a query knows as q.date, and identify as identify.date, is an option here.
    if isinstance(error, (InvalidDateError, InvalidValueError, UnsupportedDateError)):
        error.field = error.field.replace("identify.", "--", 1).replace("q.", "--", 1)
    return str(error)


def _with_command(arguments: list[str]) -> list[str]:
    """Put the default command, chronology, where none is named."""
    if arguments and (not arguments[0].startswith("-") or arguments[0] in {"-h", "--help", "--version"}):
        return arguments
    return ["chronology", *arguments]


class _Parser(argparse.ArgumentParser):
    """Refuses a wrong command in one sentence, as every other error is told, without the usage."""

    def error(self, message: str) -> NoReturn:
        raise BilateralError(f"{message}; see {self.prog} --help")


def _parser() -> argparse.ArgumentParser:
    from bilateral import __version__

    parser = _Parser(
        prog="bilateral",
        description="Treaties and diplomatic events between states. Alone: the shipped chronology.",
    )
    parser.add_argument("--version", action="version", version=f"%(prog)s {__version__}")
    commands = parser.add_subparsers(metavar="command", required=True)

    def command(name: str, run: _Run, summary: str) -> argparse.ArgumentParser:
        added = commands.add_parser(name, help=summary, description=f"{summary.capitalize()}.")
        added.set_defaults(run=run)
        return added

    chronology = command("chronology", _chronology, "print a chronology")
    _selecting(chronology)
    chronology.add_argument(
        "--by", choices=sorted(GROUPINGS), default="year", help="sections (default: year)"
    )
    chronology.add_argument("--format", choices=["text", "md", "json"], default="text", help="default: text")
    show = command("show", _show, "print one record with all attestations and conflicts")
    show.add_argument("id", help="id of the record")
    _dataset(show)
    _selecting(command("conflicts", _conflicts, "print where sources disagree"))
    _selecting(command("facets", _facets, "count spheres, parties, kinds and places"))
    identify = command("identify", _identify, "print which party each name or code means")
    identify.add_argument("name", nargs="+", help="a name in four languages, an id or a code")
    identify.add_argument("--date", metavar="EDTF", help="when it was used, such as 1975")
    identify.add_argument("--scheme", metavar="NAME", help="the system of the code, such as cow or gw")
    validate = command("validate", _validate, "check a file and print every problem")
    validate.add_argument("file", help="a .json file")
    return parser


def _dataset(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--dataset", default="aze-kaz", help=f"one of {', '.join(datasets())}, or a .json file"
    )


def _selecting(parser: argparse.ArgumentParser) -> None:
    _dataset(parser)
    parser.add_argument("--date", metavar="EDTF", help="such as 1996, 1993-01 or 1996/2006")
    parser.add_argument("--sphere", metavar="ID", help="such as energy; narrower spheres count")
    parser.add_argument(
        "--party", metavar="ID", action="append", help="such as KAZ; again for another that takes part"
    )
    parser.add_argument("--source", metavar="ID", help="such as jabbarova-2025")
    parser.add_argument("--certain", action="store_true", help="leave out what may not match")


def _corpus(options: argparse.Namespace) -> Corpus:
    if options.dataset.endswith(".json"):
        from bilateral.formats import read

        return read(options.dataset)
    return load(options.dataset)


def _selected(options: argparse.Namespace) -> Corpus:
    return _corpus(options).where(
        date=options.date,
        sphere=options.sphere,
        party=options.party,
        source=options.source,
        certain=options.certain,
    )


def _width() -> int:
    return min(shutil.get_terminal_size((100, 24)).columns, 100)


def _chronology(options: argparse.Namespace) -> tuple[str, int]:
    book = Chronology(_selected(options)).by(options.by)
    if options.format == "json":
        from bilateral.formats import json

        return json.dumps(book).rstrip("\n"), OK
    if options.format == "md":
        from bilateral.formats import markdown

        return markdown.dumps(book).rstrip("\n"), OK
    from bilateral.chronology.text import text

    return text(book, width=_width()), OK


def _show(options: argparse.Namespace) -> tuple[str, int]:
    from bilateral.chronology.record import full_text

    return full_text(_corpus(options)[options.id], width=_width()), OK


def _conflicts(options: argparse.Namespace) -> tuple[str, int]:
    from bilateral.chronology.record import disagreements

    return disagreements(_selected(options), width=_width()), OK


def _facets(options: argparse.Namespace) -> tuple[str, int]:
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


def _identify(options: argparse.Namespace) -> tuple[str, int]:
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


def _validate(options: argparse.Namespace) -> tuple[str, int]:
    from bilateral.formats import read

    try:
        corpus = read(options.file)
    except DataError as error:
        return "\n".join(map(str, error.problems)), FOUND_PROBLEMS
    return f"{options.file}: {corpus!r}, no problems", OK
