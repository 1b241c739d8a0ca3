"""How often words are used, and which tell one corpus from another."""

from __future__ import annotations

from collections import Counter
from math import log, log2
from typing import TYPE_CHECKING, NamedTuple

import attrs

from bilateral.analysis.content.units import units
from bilateral.corpus import Corpus
from bilateral.tabular import Tabular
from bilateral.words import tokens

if TYPE_CHECKING:
    from bilateral.tabular import Cell


@attrs.frozen(str=False)
class Frequencies(Tabular):
    """How often words are used.

    Args:
        counts: words and how often they stand in all texts, the most frequent first.
        texts: how many texts were counted.

    Examples:
        >>> Frequencies((("oil", 2),), 1).total
        2
    """

    caption = "Words by frequency"

    counts: tuple[tuple[str, int], ...]
    texts: int

    @property
    def total(self) -> int:
        """How many words there are in all."""
        return sum(count for _, count in self.counts)

    def columns(self) -> dict[str, list[Cell]]:
        """Return words, counts, and counts for a thousand words."""
        return {
            "word": [word for word, _ in self.counts],
            "count": [count for _, count in self.counts],
            "per_thousand": [1000 * count / self.total for _, count in self.counts],
        }


def frequencies(corpus: Corpus, *, shortest: int = 1) -> Frequencies:
    """Return how often each word stands in titles, descriptions and provisions.

    Args:
        corpus: the records.
        shortest: how many letters a word has at least.

    Returns:
        Words folded, so that case and diacritics do not tell them apart.

    Examples:
        >>> from bilateral.model import Agreement
        >>> frequencies(Corpus([Agreement("x", title="Oil, oil and gas")]), shortest=3).counts
        (('oil', 2), ('and', 1), ('gas', 1))
    """
    texts = units(corpus)
    counts = Counter(word for unit in texts for word in tokens(unit.text) if len(word) >= shortest)
    ordered = sorted(counts.items(), key=lambda each: (-each[1], each[0]))
    return Frequencies(tuple(ordered), len(texts))


class Key(NamedTuple):
    """A word that one of two corpora uses more than the other.

    Attributes:
        word: the word.
        here: how often it stands in the first.
        there: how often in the second.
        log_likelihood: how unlikely the difference is if both used it alike; above 10.83 by chance once in a
            thousand words.
        log_ratio: how many times doubled it is more frequent in the first; below 0, less.

    Examples:
        >>> Key("oil", 10, 1, 8.5, 3.1).log_ratio
        3.1
    """

    word: str
    here: int
    there: int
    log_likelihood: float
    log_ratio: float


@attrs.frozen(str=False)
class Keyness(Tabular):
    """Words that tell two corpora apart.

    Args:
        words: the words, those that tell most first.

    Examples:
        >>> len(Keyness(()).words)
        0
    """

    caption = "Words that tell two corpora apart"

    words: tuple[Key, ...]

    def columns(self) -> dict[str, list[Cell]]:
        """Return words, both counts, and both measures."""
        return {name: [getattr(key, name) for key in self.words] for name in Key._fields}


def keyness(corpus: Corpus, other: Corpus, *, shortest: int = 1) -> Keyness:
    """Return which words of titles, descriptions and provisions tell one corpus from another.

    Args:
        corpus: the records, of one period, say.
        other: those to compare with.
        shortest: how many letters a word has at least.

    Returns:
        All words of both, by log-likelihood; the log ratio says which of them uses each more, with half an
        occurrence where there is none.

    Examples:
        >>> from bilateral.model import Agreement
        >>> early = Corpus([Agreement("x", title="oil oil oil")])
        >>> late = Corpus([Agreement("y", title="culture and culture")])
        >>> keyness(early, late).words[0].word
        'oil'

    References:
        T. Dunning, "Accurate methods for the statistics of surprise and coincidence", Computational
        Linguistics 19 (1993), 61-74; P. Rayson, R. Garside, "Comparing corpora using frequency profiling",
        Proceedings of the Workshop on Comparing Corpora (2000), 1-6.
    """
    ours, theirs = frequencies(corpus, shortest=shortest), frequencies(other, shortest=shortest)
    own, others = dict(ours.counts), dict(theirs.counts)
    totals = ours.total, theirs.total
    found = [_key(word, own.get(word, 0), others.get(word, 0), *totals) for word in own | others]
    found.sort(key=lambda key: (-key.log_likelihood, key.word))
    return Keyness(tuple(found))


def _key(word: str, count: int, other: int, total: int, total_of_other: int) -> Key:
    share = (count + other) / (total + total_of_other)
    likelihood = 2 * sum(
        seen * log(seen / (share * of)) for seen, of in ((count, total), (other, total_of_other)) if seen
    )
    rates = [max(seen, 0.5) / max(of, 1) for seen, of in ((count, total), (other, total_of_other))]
    return Key(word, count, other, likelihood, log2(rates[0] / rates[1]))
