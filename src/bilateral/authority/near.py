"""Names that come near what somebody wrote: suggestions, ranked, that decide nothing."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import chain
from typing import NamedTuple

from bilateral.authority.entries import NameKind, PartyEntry
from bilateral.authority.spelling import key

_COMPARED = 40
"""How many of the names that share most letters are compared in full."""
_LONGEST = 200
"""How much of a text is compared: no name is longer."""
_LEAST = 0.6
"""The score from which a name is worth suggesting, as in difflib."""


class Candidate(NamedTuple):
    """A party whose name or code comes near.

    Attributes:
        id: its id.
        score: how near, from 0 to 1.
        reason: what comes near.
    """

    id: str
    score: float
    reason: str


class Near:
    """Finds names that come near; the first use of a list of names goes through all of it.

    Args:
        entries: the parties.
    """

    def __init__(self, entries: Iterable[PartyEntry]) -> None:
        self._known: list[tuple[str, str, str]] = []
        self._at: dict[str, list[int]] = defaultdict(list)
        for entry in entries:
            for text, about in _written(entry):
                spelling = key(text)
                for three in _threes(spelling):
                    self._at[three].append(len(self._known))
                self._known.append((spelling, entry.id, f"like {text!r} ({about})"))

    def of(self, name: str, limit: int) -> list[Candidate]:
        """Return the parties that come near a name, nearest first, each once.

        Args:
            name: what somebody wrote.
            limit: how many at most.
        """
        from difflib import SequenceMatcher

        spelling = key(name[:_LONGEST])
        common = Counter(chain.from_iterable(self._at.get(three, ()) for three in _threes(spelling)))
        matcher = SequenceMatcher(autojunk=False)
        matcher.set_seq2(spelling)
        best: dict[str, Candidate] = {}
        for at, _ in common.most_common(_COMPARED):
            known, id, reason = self._known[at]
            matcher.set_seq1(known)
            score = round(matcher.ratio(), 2)
            if score >= _LEAST and (id not in best or best[id].score < score):
                best[id] = Candidate(id, score, reason)
        return sorted(best.values(), key=_rank)[:limit]


def _rank(candidate: Candidate) -> tuple[float, bool, str]:
    # A name that is shared with others is more often theirs.
    return -candidate.score, NameKind.SHARED in candidate.reason, candidate.id


def _written(entry: PartyEntry) -> Iterable[tuple[str, str]]:
    yield entry.id, "id"
    for name in entry.names:
        yield name.label.text, f"{name.label.language}, {name.kind}"


def _threes(spelling: str) -> set[str]:
    """Return the runs of three letters of a name, its ends marked, so that short names have some, too."""
    text = f" {spelling} "
    return {text[at : at + 3] for at in range(len(text) - 2)}
