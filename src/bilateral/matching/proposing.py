"""Candidates: which records may be the same instrument, with how likely it is and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any, overload

import attrs

from bilateral.corpus import Corpus
from bilateral.errors import InvalidValueError, MissingExtraError
from bilateral.lines import one_line
from bilateral.matching.blocking import pairs
from bilateral.matching.evidence import Reason, reasons, score
from bilateral.matching.features import Features, featured, titles, wider_spheres
from bilateral.matching.titles import Vocabulary
from bilateral.model import Record
from bilateral.tabular import Tabular


@attrs.frozen
class Candidate:
    """Two records that may be the same instrument, or the same event.

    Args:
        a: the one.
        b: the other.
        score: how likely it is, from 0 to 1, as far as the reasons tell.
        reasons: what speaks for and against it.

    Examples:
        >>> from bilateral.model import Agreement
        >>> print(Candidate(Agreement("x", signed="1996"), Agreement("y", title="On trade"), 0.5))
        0.50  x: 1996 [x]
              y: undated On trade
    """

    a: Record
    b: Record
    score: float
    reasons: tuple[Reason, ...] = ()

    def __str__(self) -> str:
        lines = [f"{self.score:.2f}  {self.a.id}: {summary(self.a)}", f"      {self.b.id}: {summary(self.b)}"]
        if self.reasons:
            lines.append(f"      {'; '.join(map(str, self.reasons))}")
        return "\n".join(lines)

    def __repr__(self) -> str:
        return f"<Candidate {self.a.id} = {self.b.id}: {self.score:.2f}>"


class Candidates(Tabular, Sequence[Candidate]):
    """Candidates, the likeliest first.

    Args:
        found: the candidates, in any order.

    Examples:
        >>> Candidates([])
        <0 candidates>
    """

    __slots__ = ("_found",)

    caption = "which records may be the same"

    def __init__(self, found: Iterable[Candidate]) -> None:
        self._found = tuple(sorted(found, key=lambda each: (-each.score, each.a.id, each.b.id)))

    @overload
    def __getitem__(self, key: int) -> Candidate: ...
    @overload
    def __getitem__(self, key: slice) -> Candidates: ...
    def __getitem__(self, key: int | slice) -> Candidate | Candidates:
        return Candidates(self._found[key]) if isinstance(key, slice) else self._found[key]

    def __iter__(self) -> Iterator[Candidate]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)

    def __repr__(self) -> str:
        if not self._found:
            return "<0 candidates>"
        return f"<{len(self)} candidates, from {self._found[0].score:.2f} to {self._found[-1].score:.2f}>"

    def __str__(self) -> str:
        more = [f"and {len(self) - _SHOWN} more"] if len(self) > _SHOWN else []
        return "\n\n".join([*map(str, self._found[:_SHOWN]), *more])

    def columns(self) -> Mapping[str, Sequence[float | str]]:
        """Return the table: a row for each candidate."""
        return {
            "score": [round(each.score, 3) for each in self],
            "a": [each.a.id for each in self],
            "b": [each.b.id for each in self],
            "a_is": [summary(each.a) for each in self],
            "b_is": [summary(each.b) for each in self],
            "reasons": ["; ".join(map(str, each.reasons)) for each in self],
        }


_SHOWN = 20
"""How many candidates a text shows."""


def summary(record: Record) -> str:
    """Return a record in one line, by which a person knows it: date, parties and title.

    Examples:
        >>> from bilateral.model import Agreement
        >>> summary(Agreement("x", signed="1996-09-16", parties=["AZE", "KAZ"], title="On trade"))
        '1996-09-16 AZE, KAZ: On trade'
    """
    parties = ", ".join(each.party.id for each in record.parties)
    label = one_line(record.label)
    return (
        f"{record.date or 'undated'} {parties}: {label}" if parties else f"{record.date or 'undated'} {label}"
    )


def probability(value: Any) -> float:
    """Return a number from 0 to 1, or refuse what is none.

    Examples:
        >>> probability(0.5)
        0.5
    """
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 <= value <= 1:
        raise InvalidValueError("matching.at_least", value, "it must be a number from 0 to 1")
    return value


def candidates(a: Corpus, b: Corpus, *, at_least: float = 0.5) -> Candidates:
    """Return which records of two corpora may be the same.

    Records are compared that have parties in common and dates that come near each other, also by a slip of
    the pen, or say little. What is found, of parties, dates, titles, place, kind, spheres, aliases and
    addresses, adds up to a score.

    Args:
        a: the one corpus.
        b: the other.
        at_least: the lowest score to return.

    Returns:
        Candidates, the likeliest first; a record may be in several. Two of one id are one already, and two of
        which one says to be related to the other, such as a protocol to a treaty, are two.

    Raises:
        InvalidValueError: if they are no corpora, or the score is not from 0 to 1.
        MissingExtraError: if rapidfuzz is not installed.

    Examples:
        >>> from bilateral.model import Agreement
        >>> a = Corpus([Agreement("a", signed="1996-09-16", parties=["AZE", "KAZ"], title="On pensions")])
        >>> b = Corpus([Agreement("b", signed="1996-09-16", parties=["KAZ", "AZE"], title="Pensions")])
        >>> candidates(a, b)
        <1 candidates, from 0.98 to 0.98>

    References:
        I. P. Fellegi and A. B. Sunter, *A Theory for Record Linkage*, Journal of the American Statistical
        Association 64, 1969, doi:10.1080/01621459.1969.10501049.
    """
    vocabulary = _vocabulary(a, b)
    shared = _spheres(a) & _spheres(b)
    mine, theirs = (featured(corpus, vocabulary, shared) for corpus in (a, b))
    return Candidates(_likely(mine, theirs, pairs(mine, theirs), at_least))


def duplicates(a: Corpus, *, at_least: float = 0.5) -> Candidates:
    """Return which records of one corpus may be the same.

    Args:
        a: the corpus.
        at_least: the lowest score to return.

    Returns:
        Candidates, the likeliest first; as for ``candidates``.

    Raises:
        InvalidValueError: if it is no corpus, or the score is not from 0 to 1.
        MissingExtraError: if rapidfuzz is not installed.

    Examples:
        >>> from bilateral.model import Agreement
        >>> parts = {"signed": "1996-09-16", "parties": ["AZE", "KAZ"], "title": "On pensions"}
        >>> duplicates(Corpus([Agreement("a", **parts), Agreement("b", **parts), Agreement("c")]))[0]
        <Candidate a = b: 0.91>
    """
    found = featured(a, _vocabulary(a), _spheres(a))
    compared = ((row, [each for each in others if each > row]) for row, others in pairs(found, found))
    return Candidates(_likely(found, found, compared, at_least))


def _likely(
    mine: Sequence[Features],
    theirs: Sequence[Features],
    compared: Iterable[tuple[int, list[int]]],
    at_least: float,
) -> Iterator[Candidate]:
    least = probability(at_least)
    for row, others in compared:
        a = mine[row]
        related = {each.target for each in a.record.relations}
        for other in others:
            b = theirs[other]
            if (
                b.record.id == a.record.id
                or b.record.id in related
                or a.record.id in {each.target for each in b.record.relations}
            ):
                continue
            found = reasons(a, b)
            likely = score(found)
            if likely >= least:
                yield Candidate(a.record, b.record, likely, tuple(found))


def _spheres(corpus: Corpus) -> frozenset[str]:
    return frozenset(chain.from_iterable(map(wider_spheres, corpus)))


def _vocabulary(*corpora: Corpus) -> Vocabulary:
    try:
        import rapidfuzz  # noqa: F401 - it is needed when titles are compared
    except ImportError:
        raise MissingExtraError("matching", "bilateral.matching") from None
    for corpus in corpora:
        if not isinstance(corpus, Corpus):
            raise InvalidValueError("matching", corpus, "it must be a Corpus")
    names = (label.text for corpus in corpora for party in corpus.parties for label in party.labels)
    titled = (
        (title, {each.party.id for each in record.parties})
        for corpus in corpora
        for record in corpus
        for title in titles(record)
    )
    return Vocabulary(titled, names)
