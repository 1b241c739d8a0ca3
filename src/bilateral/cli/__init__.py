"""The command line: chronologies, single records, conflicts, facets, and files checked and converted."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from errno import EBADF
from typing import TextIO

from bilateral.cli.codes import BAD_INPUT, INTERRUPTED, OK
from bilateral.cli.parser import parser
from bilateral.errors import (
    BilateralError,
    DataError,
    InvalidDateError,
    InvalidValueError,
    UnsupportedDateError,
)


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
        options = parser().parse_args(_with_command(arguments))
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
    if isinstance(error, InvalidValueError) and error.field == "read.mapping":
        return "a table of other people is read by --mapping FILE"
    # What a query knows as q.date, and identify as identify.date, is an option here.
    if isinstance(error, (InvalidDateError, InvalidValueError, UnsupportedDateError)):
        error.field = error.field.replace("identify.", "--", 1).replace("q.", "--", 1)
    return str(error)


def _with_command(arguments: list[str]) -> list[str]:
    """Put the default command, chronology, where none is named."""
    if arguments and (not arguments[0].startswith("-") or arguments[0] in {"-h", "--help", "--version"}):
        return arguments
    return ["chronology", *arguments]
