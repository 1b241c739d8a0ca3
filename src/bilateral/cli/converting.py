"""The commands that check files and write them in other formats."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from bilateral.cli.codes import FOUND_PROBLEMS, OK
from bilateral.cli.showing import corpus_of
from bilateral.corpus import Corpus
from bilateral.errors import BilateralError, DataError, InvalidValueError, Problem
from bilateral.formats import read, write
from bilateral.formats.table import Format, format_of
from bilateral.model import Agreement, Record

_HELD: Final[Mapping[str, Callable[[Record], int]]] = {
    "attestation": lambda record: len(record.attestations),
    "provision": lambda record: len(record.provisions) if isinstance(record, Agreement) else 0,
    "actor": lambda record: len(record.persons),
    "relation": lambda record: len(record.relations),
    "address": lambda record: len(record.urls),
    "alias": lambda record: len(record.aliases),
    "description": lambda record: record.description is not None,
    "unread value": lambda record: len(record.raw),
}
"""What only lossless formats hold as data."""


def validate(options: argparse.Namespace) -> tuple[str, int]:
    """Return every problem of a file, or that there is none."""
    try:
        corpus, problems = _read(options.file, options)
    except DataError as error:
        return "\n".join(map(_line, error.problems)), FOUND_PROBLEMS
    told = f"{len(problems):,} problem{'' if len(problems) == 1 else 's'}" if problems else "no problems"
    text = "\n".join([*map(_line, problems), f"{options.file}: {corpus!r}, {told}"])
    return text, FOUND_PROBLEMS if any(each.severity != "note" for each in problems) else OK


def convert(options: argparse.Namespace) -> tuple[str, int]:
    """Write a file in another format, and return what has become of it."""
    output = Path(options.output)
    form = format_of(output, options.format)
    if _same(options.input, output, form):
        raise InvalidValueError("out", options.output, "it is what is read; write to another file")
    corpus, problems = _read(options.input, options)
    errors = _counted(problems, "error")
    if errors and not options.lenient:
        reason = "which bilateral validate lists; --lenient writes what can be read in spite of them"
        raise BilateralError(f"{options.input}: it has {_number(errors, 'error')}, {reason}")
    write(corpus, output, format=options.format, **dict(options.option))
    said = [
        f"{options.output}: {corpus!r}",
        *_told(options.input, problems),
        *_lost(corpus, options.output, form),
    ]
    return "\n".join(said), OK


def _read(file: str, options: argparse.Namespace) -> tuple[Corpus, tuple[Problem, ...]]:
    given = dict(options.reading)
    if options.mapping is None:
        if given or options.source is not None:
            return read(file, source=options.source, **given), ()
        return corpus_of(file), ()
    from bilateral.mapping import Mapping as Columns
    from bilateral.mapping import mappings

    known = options.mapping in mappings()
    mapping = Columns.shipped(options.mapping) if known else Columns.load(options.mapping)
    found = read(file, mapping, source=options.source, strict=False, **given)
    return found.corpus, tuple(found.problems)


def _line(problem: Problem) -> str:
    # One line each, whatever the values hold.
    text = " ".join(str(problem).split())
    return text if problem.severity == "error" else f"{text} ({problem.severity})"


def _same(given: str, output: Path, form: Format) -> bool:
    """Return whether what is read is what would be replaced, by whatever names and links."""
    source, target = Path(given), form.folder(output) if form.is_folder else output
    if not source.exists() or not target.exists():
        return False
    whole = target.resolve()
    return source.samefile(target) or (form.is_folder and source.resolve().is_relative_to(whole))


def _told(given: str, problems: tuple[Problem, ...]) -> list[str]:
    """Return, in a sentence, what there was to be said of reading."""
    errors, warnings = _counted(problems, "error"), _counted(problems, "warning")
    # A row that came in twice, say, is a warning about no value.
    values = len([each for each in problems if each.severity == "warning" and each.column])
    told = [_number(errors, "error")] if errors else []
    told += [f"{_number(values, 'value')} not understood and kept as found"] if values else []
    told += [_number(warnings - values, "other warning")] if warnings > values else []
    return [f"{given}: {'; '.join(told)}: bilateral validate lists them"] if told else []


def _counted(problems: tuple[Problem, ...], severity: str) -> int:
    return len([each for each in problems if each.severity == severity])


def _lost(corpus: Corpus, output: str, form: Format) -> list[str]:
    """Return, in a sentence, what the file does not hold as data."""
    if form.readable:
        return []
    if form.holds_claims:
        return [f"{output}: it cannot be read back"]
    counts = {what: sum(map(count, corpus)) for what, count in _HELD.items()}
    tables = (corpus.parties, corpus.places, corpus.persons, corpus.spheres)
    counts["name"] = sum(len(each.labels) for table in tables for each in table)
    told = ", ".join(_number(count, what) for what, count in counts.items() if count)
    if not told:
        return []
    return [f"{output}: it leaves out, or says only in words, {told}; it cannot be read back as it was"]


def _number(count: int, word: str) -> str:
    several = f"{word[:-1]}ies" if word.endswith("y") else f"{word}es" if word.endswith("s") else f"{word}s"
    return f"{count:,} {word if count == 1 else several}"
