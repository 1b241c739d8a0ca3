"""A dictionary for coding: terms that speak for a sphere."""

from __future__ import annotations

import csv
import os
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from bilateral.errors import DataError, InvalidValueError, Problem
from bilateral.words import tokens

_FILE = Path(__file__).parents[2] / "data" / "coding" / "terms.csv"
_COLUMNS = ("sphere", "language", "term", "source")


class Term(NamedTuple):
    """A term that speaks for a sphere.

    Attributes:
        sphere: id of the sphere.
        language: BCP 47 tag of its language.
        text: one word or several; ``*`` at the end of a word stands for any ending.
        source: id of the source that uses it so; ``"editors"`` where it is a choice of the editors.

    Examples:
        >>> Term("oil-gas", "en", "oil pipeline*", "editors").sphere
        'oil-gas'
    """

    sphere: str
    language: str
    text: str
    source: str


class Dictionary(Sequence[Term]):
    """An immutable list of terms, by which texts are coded.

    Args:
        terms: the terms.

    Raises:
        InvalidValueError: if a term has no word in it.

    Examples:
        >>> oil = Dictionary([Term("oil-gas", "en", "oil pipeline*", "editors")])
        >>> oil.code("On Oil Pipelines"), oil.code("On oil")
        (frozenset({'oil-gas'}), frozenset())

    References:
        P. J. Stone and others, The General Inquirer (1966), on coding by a dictionary.
    """

    __slots__ = ("_by_first", "_terms")

    def __init__(self, terms: Iterable[Term]) -> None:
        self._terms = tuple(terms)
        # By the first three letters, which all endings of a word have in common.
        self._by_first: dict[str, list[tuple[tuple[str, ...], Term]]] = {}
        for term in self._terms:
            pattern = _pattern(term.text)
            if not pattern:
                raise InvalidValueError("Term.text", term.text, "it must have a word in it")
            self._by_first.setdefault(pattern[0].rstrip("*")[:_FIRST], []).append((pattern, term))

    @classmethod
    def read(cls, path: str | os.PathLike[str]) -> Dictionary:
        """Return the dictionary that a CSV file holds.

        Args:
            path: a file in UTF-8 with the columns sphere, language, term and source.

        Returns:
            The dictionary.

        Raises:
            DataError: with every row that is no term, or if the file is not CSV in UTF-8.
            OSError: if the file cannot be opened.
        """
        with Path(path).open(encoding="utf-8-sig", newline="") as file:
            rows = csv.DictReader(file)
            try:
                header = tuple(rows.fieldnames or ())
                read = [
                    (rows.line_num, [row.get(name) or "" for name in _COLUMNS], None in row) for row in rows
                ]
            except (csv.Error, UnicodeDecodeError) as error:
                reason = f"it must be CSV in UTF-8: {error}"
                raise DataError([Problem(str(path), "", "", "", reason)]) from None
        if header != _COLUMNS:
            reason = f"its columns must be {', '.join(_COLUMNS)}"
            raise DataError([Problem(str(path), "", "", ", ".join(header), reason)])
        problems = [
            Problem(
                str(path), f"line {line}", "", "", "it must have a sphere, a language, a term and a source"
            )
            for line, cells, is_long in read
            if is_long or not all(cells) or not _pattern(cells[2])
        ]
        if problems:
            raise DataError(problems)
        return cls(Term(*cells) for _, cells, _ in read)

    def find(self, text: str) -> tuple[Term, ...]:
        """Return the terms that a text holds.

        Args:
            text: any text; case and diacritics do not matter.

        Returns:
            Each once, in the order in which they first stand there.

        Examples:
            >>> [term.text for term in dictionary().find("Agreement on oil")]
            ['oil']
        """
        found: dict[Term, None] = {}
        found_in = tokens(text)
        for at, word in enumerate(found_in):
            for length in range(1, min(_FIRST, len(word)) + 1):
                for pattern, term in self._by_first.get(word[:length], ()):
                    if term not in found and _stands(pattern, found_in, at):
                        found[term] = None
        return tuple(found)

    def code(self, text: str) -> frozenset[str]:
        """Return the spheres for which a text holds a term.

        Args:
            text: any text.

        Returns:
            Their ids, without those of wider spheres.
        """
        return frozenset(term.sphere for term in self.find(text))

    def __getitem__(self, at: int) -> Term:  # type: ignore[override]  # slices are of no use here
        return self._terms[at]

    def __len__(self) -> int:
        return len(self._terms)

    def __iter__(self) -> Iterator[Term]:
        return iter(self._terms)

    def __eq__(self, other: object) -> bool:
        return self._terms == other._terms if isinstance(other, Dictionary) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._terms)

    def __repr__(self) -> str:
        return f"<Dictionary of {len(self)} terms for {len({term.sphere for term in self})} spheres>"


_FIRST = 3


def _pattern(text: str) -> tuple[str, ...]:
    """Return the words of a term, those of any ending with a star."""
    words = [(tokens(part), part.endswith("*")) for part in text.split()]
    pattern: list[str] = []
    for found, any_ending in words:
        pattern += [*found[:-1], *(word + "*" if any_ending else word for word in found[-1:])]
    return tuple(pattern)


def _stands(pattern: Sequence[str], words: Sequence[str], at: int) -> bool:
    if at + len(pattern) > len(words):
        return False
    return all(
        word.startswith(wanted[:-1]) if wanted.endswith("*") else word == wanted
        for wanted, word in zip(pattern, words[at:], strict=False)
    )


@cache
def dictionary() -> Dictionary:
    """Return the dictionary that comes with the library: terms for each sphere, in four languages.

    Returns:
        The labels of the spheres of the shipped dossier, and terms that its editors chose; the source of each
        says which. Terms in Russian, Kazakh and Azerbaijani are the editors' translations.

    Examples:
        >>> sorted(dictionary().code("О сотрудничестве в нефтегазовой промышленности"))
        ['oil-gas']
    """
    return Dictionary.read(_FILE)
