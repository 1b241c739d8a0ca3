"""Commands and their options."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from importlib import import_module
from typing import Any, NoReturn, TypeAlias

from bilateral.chronology.grouping import GROUPINGS
from bilateral.corpus import datasets
from bilateral.errors import BilateralError
from bilateral.formats.table import FORMATS

_Run: TypeAlias = Callable[[argparse.Namespace], tuple[str, int]]


class _Parser(argparse.ArgumentParser):
    """Refuses a wrong command in one sentence, as every other error is told, without the usage."""

    def error(self, message: str) -> NoReturn:
        raise BilateralError(f"{message}; see {self.prog} --help")


def parser() -> argparse.ArgumentParser:
    """Return what takes the command line apart; the options have a ``run`` that answers."""
    from bilateral import __version__

    parser = _Parser(
        prog="bilateral",
        description="Treaties and diplomatic events between states. Alone: the shipped chronology.",
    )
    parser.add_argument("--version", action="version", version=f"%(prog)s {__version__}")
    commands = parser.add_subparsers(metavar="command", required=True)

    def command(name: str, module: str, summary: str) -> argparse.ArgumentParser:
        added = commands.add_parser(name, help=summary, description=f"{summary.capitalize()}.")
        added.set_defaults(run=_late(module, name))
        return added

    chronology = command("chronology", "showing", "print a chronology")
    _selecting(chronology)
    chronology.add_argument(
        "--by", choices=sorted(GROUPINGS), default="year", help="sections (default: year)"
    )
    texts = [name for name, form in FORMATS.items() if form.is_text]
    chronology.add_argument("--format", choices=texts, default="text", help="default: text")
    _options(chronology)
    show = command("show", "showing", "print one record with all attestations and conflicts")
    show.add_argument("id", help="id of the record")
    _dataset(show)
    _selecting(command("conflicts", "showing", "print where sources disagree"))
    _selecting(command("facets", "showing", "count spheres, parties, kinds and places"))
    identify = command("identify", "showing", "print which party each name or code means")
    identify.add_argument("name", nargs="+", help="a name in four languages, an id or a code")
    identify.add_argument("--date", metavar="EDTF", help="when it was used, such as 1975")
    identify.add_argument("--scheme", metavar="NAME", help="the system of the code, such as cow or gw")
    validate = command("validate", "converting", "check a file and print every problem")
    validate.add_argument("file", help=f"{_readable()}, or with --mapping any table")
    _mapping(validate)
    convert = command("convert", "converting", "read a file and write it in another format")
    convert.add_argument("input", metavar="in", help=f"{_readable()}, with --mapping any table, or a dataset")
    convert.add_argument("output", metavar="out", help="the end of its name tells the format")
    _mapping(convert)
    convert.add_argument("--lenient", action="store_true", help="write what can be read in spite of errors")
    convert.add_argument("--format", choices=[*FORMATS], help="where the name of the output does not tell it")
    _options(convert)
    return parser


def _late(module: str, name: str) -> _Run:
    """Return a command that is imported when it is called for."""

    def run(options: argparse.Namespace) -> tuple[str, int]:
        answer: tuple[str, int] = getattr(import_module(f"bilateral.cli.{module}"), name)(options)
        return answer

    return run


def _readable() -> str:
    suffixes = [suffix for form in FORMATS.values() if form.readable for suffix in form.suffixes]
    return f"a file {', '.join(suffixes)}"


def _mapping(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--mapping",
        metavar="FILE",
        help="how the columns of a table become fields, or the name of a mapping that ships",
    )
    parser.add_argument("--source", metavar="ID", help="who says what stands in the table")
    parser.add_argument(
        "--reading",
        metavar="KEY=VALUE",
        type=_option,
        action="append",
        default=[],
        help="an option of the format that is read, such as encoding=cp1251, delimiter=; or format=csv",
    )


def _options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--option",
        metavar="KEY=VALUE",
        type=_option,
        action="append",
        default=[],
        help="an option of the format that is written, such as layout=tidy; again for another",
    )


def _option(text: str) -> tuple[str, Any]:
    """Return the key and the value of an option; a number, true, false or null is what it says, else text."""
    key, equals, value = text.partition("=")
    if not equals or not key.isidentifier():
        raise argparse.ArgumentTypeError(f"{text!r} must be KEY=VALUE")
    try:
        read = json.loads(value)
    except (ValueError, RecursionError):
        return key, value
    return key, value if isinstance(read, (list, dict)) else read


def _dataset(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--dataset", default="aze-kaz", help=f"one of {', '.join(datasets())}, or {_readable()}"
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
