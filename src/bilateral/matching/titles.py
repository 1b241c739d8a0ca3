"""What the words of a title tell: rare ones much, those of every treaty next to nothing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable
from math import log2
from typing import NamedTuple
from unicodedata import combining, normalize

MOST_BITS = 8.0
"""How much the words of one title tell at most, in bits."""

_LEAST_BITS = 2.0
"""Words that tell less (those of a quarter of all titles) are left out."""

_PRESUMED = 200
"""How many titles are taken to have been seen before any: two cannot show which words are common."""

_PRESUMED_OF_A_PARTY = 20
"""How many titles of a party are taken to have words as those of all have."""

_BOILERPLATE = """
a accord agreement an and between co concerning constituting convention cooperation dans de democratic des du
entre et exchange federal field for gouvernement government governments in kingdom la le les memorandum notes
of on operation people peoples protocol regarding republic republique state states sur the to treaty
understanding union with в договор и между о об области правительством протокол республики соглашение
"""
_TELLING_NOTHING = frozenset(_BOILERPLATE.split())
"""Words of which titles are made whatever they are about; others show themselves by being common."""

_WORD = re.compile(r"[^\W_]+")
_YEAR = re.compile("1[0-9]{3}|20[0-9]{2}")
"""Years tell what the dates tell."""


class Title(NamedTuple):
    """A title as it is compared.

    Attributes:
        words: its telling words, in alphabetical order.
        bits: how much they tell together, in bits.
        script: whether its letters are ``"latin"`` or ``"other"``.
    """

    words: str
    bits: float
    script: str


class Vocabulary:
    """How common each word is in the titles of the corpora that are compared, and of each party in them.

    What a word tells depends on the parties: "Finnish" tells little of two treaties of Finland, and the more
    treaties of Finland are about the ice, the less "ice" does.

    Args:
        titled: the titles of all records, each with the ids of the record's parties.
        names: names of parties, which tell nothing that the parties do not.

    Examples:
        >>> vocabulary = Vocabulary([("Agreement on oil and gas", {"AZE", "KAZ"})], ["Kazakhstan"])
        >>> vocabulary.title("Agreement between Azerbaijan and Kazakhstan on oil", ["AZE", "KAZ"]).words
        'azerbaijan oil'
    """

    def __init__(self, titled: Iterable[tuple[str, Collection[str]]] = (), names: Iterable[str] = ()) -> None:
        self._titles: Counter[str | None] = Counter()
        self._counted: Counter[tuple[str | None, str]] = Counter()
        for title, parties in titled:
            different = set(words(title))
            for party in (None, *parties):
                self._titles[party] += 1
                self._counted.update((party, word) for word in different)
        self._names = {word for name in names for word in words(name)}
        self._rates: dict[tuple[str | None, str], float] = {}

    def bits(self, word: str, parties: Iterable[str]) -> float:
        """Return how much it tells that a word stands in a title: the fewer have it, the more.

        Args:
            word: the word, as ``words`` returns it.
            parties: the ids of the parties.
        """
        if word in self._names or word in _TELLING_NOTHING or _YEAR.fullmatch(word):
            return 0.0
        return -log2(max([self._rate(None, word), *(self._rate(party, word) for party in parties)]))

    def _rate(self, party: str | None, word: str) -> float:
        """Return in which part of the titles, those of a party or all, a word is taken to stand."""
        key = party, word
        if key not in self._rates:
            of_all = party is None
            weight = _PRESUMED if of_all else _PRESUMED_OF_A_PARTY
            presumed = 1 / _PRESUMED if of_all else self._rate(None, word)
            self._rates[key] = (self._counted[key] + weight * presumed) / (self._titles[party] + weight)
        return self._rates[key]

    def title(self, text: str, parties: Collection[str]) -> Title:
        """Return a title as it is compared.

        Args:
            text: the title.
            parties: the ids of the parties of what it is the title of.
        """
        told = {word: self.bits(word, parties) for word in words(text)}
        telling = sorted(word for word, bits in told.items() if bits >= _LEAST_BITS)
        latin = any("a" <= letter <= "z" for letter in "".join(telling))
        bits = min(MOST_BITS, sum(told[word] for word in telling))
        return Title(" ".join(telling), bits, "latin" if latin else "other")


def words(text: str) -> list[str]:
    """Return the words of a text, in small letters and without accents.

    Examples:
        >>> words("Accord entre la République française ...")
        ['accord', 'entre', 'la', 'republique', 'francaise']
    """
    plain = text if text.isascii() else "".join(c for c in normalize("NFKD", text) if not combining(c))
    return _WORD.findall(plain.casefold())
