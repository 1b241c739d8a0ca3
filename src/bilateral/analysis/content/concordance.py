"""A word in its contexts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

import attrs

from bilateral.analysis.content.units import units
from bilateral.corpus import Corpus
from bilateral.errors import InvalidValueError
from bilateral.tabular import Tabular
from bilateral.words import fold

if TYPE_CHECKING:
    from bilateral.tabular import Cell

_WORD = re.compile(r"\w+")


class Line(NamedTuple):
    """A word where it stands.

    Attributes:
        record: id of the record.
        part: the part of it, such as ``"title"``.
        before: the text before the word.
        word: the word as it stands there.
        after: the text after it.

    Examples:
        >>> Line("x", "title", "Agreement on ", "oil", " and gas").word
        'oil'
    """

    record: str
    part: str
    before: str
    word: str
    after: str


@attrs.frozen(str=False)
class Concordance(Tabular):
    """A word in its contexts, one line for each time it stands anywhere.

    Args:
        lines: the lines, in the order of the records.

    Examples:
        >>> len(Concordance(()).lines)
        0
    """

    caption = "Keyword in context"

    lines: tuple[Line, ...]

    def columns(self) -> dict[str, list[Cell]]:
        """Return record, part, what stands before, the word, what stands after."""
        return {name: [getattr(line, name) for line in self.lines] for name in Line._fields}


def concordance(corpus: Corpus, word: str, *, width: int = 40) -> Concordance:
    """Return each place where a word stands in titles, descriptions and provisions, with its context.

    Args:
        corpus: the records.
        word: one word; ``*`` at its end stands for any ending. Case and diacritics do not matter.
        width: how many characters of context on each side; words are not cut.

    Returns:
        A line for each place.

    Raises:
        InvalidValueError: if it is not one word, or the width is negative.

    Examples:
        >>> from bilateral.model import Agreement
        >>> found = concordance(Corpus([Agreement("x", title="Agreement on Oil and Gas")]), "oil")
        >>> found.lines
        (Line(record='x', part='title', before='Agreement on ', word='Oil', after=' and Gas'),)

    References:
        H. P. Luhn, "Keyword-in-context index for technical literature", American Documentation 11 (1960),
        288-295.
    """
    stem = fold(word.removesuffix("*"))
    if not _WORD.fullmatch(stem):
        raise InvalidValueError("concordance.word", word, "it must be one word, with * for any ending")
    if width < 0:
        raise InvalidValueError("concordance.width", width, "it must be 0 or more")
    lines = []
    for unit in units(corpus):
        for match in _WORD.finditer(unit.text):
            folded = fold(match.group())
            if folded == stem or (word.endswith("*") and folded.startswith(stem)):
                before, after = unit.text[: match.start()], unit.text[match.end() :]
                lines.append(
                    Line(unit.record, unit.part, _last(before, width), match.group(), _first(after, width))
                )
    return Concordance(tuple(lines))


def _first(text: str, width: int) -> str:
    """Return the beginning of a text, at most so long, up to the end of a word."""
    if len(text) <= width:
        return text
    cut = text[:width]
    return cut if text[width].isspace() else cut[: cut.rfind(" ") + 1].rstrip()


def _last(text: str, width: int) -> str:
    return _first(text[::-1], width)[::-1]
