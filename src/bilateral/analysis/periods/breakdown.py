"""Activity by sphere, kind, level or party, year by year."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, TypeAlias

import attrs

from bilateral import query as q
from bilateral.analysis.levels import Level, levels
from bilateral.analysis.periods.activity import Activity, Count, by_year
from bilateral.bars import bars
from bilateral.corpus import Corpus
from bilateral.errors import InvalidValueError
from bilateral.tabular import Tabular

if TYPE_CHECKING:
    from bilateral.tabular import Cell


@attrs.frozen(str=False)
class Breakdown(Tabular, Mapping[str, Activity]):
    """How many records of each value of a facet began in each year; a mapping from values to activity.

    Args:
        by: the facet.
        totals: how many records there are of each value in all, the most frequent first.
        activities: the activity of each value, in the same order.

    Examples:
        >>> from bilateral.model import Event
        >>> found = activity(Corpus([Event("a", date="1996", kind="visit")]), by="kind")
        >>> found["visit"].years
        (Count(value='1996', at_least=1, at_most=1),)
    """

    by: str
    totals: tuple[Count, ...]
    activities: tuple[Activity, ...]

    def __getitem__(self, value: str) -> Activity:
        for count, found in zip(self.totals, self.activities, strict=True):
            if count.value == value:
                return found
        raise KeyError(value)

    def __iter__(self) -> Iterator[str]:
        return (count.value for count in self.totals)

    def __len__(self) -> int:
        return len(self.totals)

    def columns(self) -> dict[str, list[Cell]]:
        """Return value, year and bounds, a row for each year of each value."""
        rows = [
            (count.value, *year)
            for count, found in zip(self.totals, self.activities, strict=True)
            for year in found.years
        ]
        return {
            self.by: [row[0] for row in rows],
            "year": [int(row[1]) for row in rows],
            "at_least": [row[2] for row in rows],
            "at_most": [row[3] for row in rows],
        }

    def notes(self) -> list[str]:
        """Return what is said beside the table: the totals, and what is in no year."""
        totals = [_total_text(count) for count in self.totals]
        left_out = zip(self.totals, self.activities, strict=True)
        numbers = [f"{count.value} {len(found.unplaced)}" for count, found in left_out if found.unplaced]
        return [
            *([f"in all: {', '.join(totals)}"] if totals else []),
            *([f"in no year, for want of a date that limits when: {', '.join(numbers)}"] if numbers else []),
        ]

    def picture(self) -> str:
        """Return the bounds of the totals as bars, in SVG."""
        return bars(f"Records by {self.by}", self.totals)


def _total_text(count: Count) -> str:
    value, low, high = count
    return f"{value} {low}" if low == high else f"{value} {low} to {high}"


def activity(corpus: Corpus, *, by: str, values: Iterable[str] | None = None) -> Breakdown:
    """Return how many records of each value of a facet began in each year, as bounds.

    A record counts in the upper bound of every value that it may have, and in the lower bound of one that it
    surely has: where sources disagree on a kind, or no source names a capacity, the bounds differ.

    Args:
        corpus: the records.
        by: ``"sphere"`` (a record counts in its spheres and all wider ones), ``"kind"``, ``"level"``
            (agreements alone) or ``"party"``.
        values: the values to count; all that occur if None.

    Returns:
        The activity of each value, the most frequent first.

    Raises:
        InvalidValueError: if there is no such facet, kind or level.
        UnknownIdError: if a sphere or party is not known to the corpus.

    Examples:
        >>> from bilateral.model import Agreement, Participation
        >>> governments = [Participation("AZE", "government"), Participation("KAZ", "government")]
        >>> corpus = Corpus(
        ...     [
        ...         Agreement("a", signed="1996", parties=governments),
        ...         Agreement("b", signed="1997", parties=["AZE", "KAZ"]),
        ...     ]
        ... )
        >>> for count in activity(corpus, by="level").totals:
        ...     print(count.value, count.at_least, count.at_most)
        intergovernmental 1 2
        interagency 0 1
        interstate 0 1
        mixed 0 1
    """
    if by not in _FACETS:
        raise InvalidValueError("activity.by", by, f"it must be one of {', '.join(_FACETS)}")
    found = _FACETS[by](corpus, None if values is None else list(values))
    counted = [(_total(value, *each), _between(*each)) for value, each in found.items()]
    counted.sort(key=lambda each: (-each[0].at_most, -each[0].at_least, each[0].value))
    return Breakdown(by, tuple(total for total, _ in counted), tuple(years for _, years in counted))


_Found: TypeAlias = dict[str, tuple[Corpus, Corpus]]
"""For each value the records that surely have it, and those that may."""


def _asked(by: str, question: Callable[[str], q.Query]) -> Callable[[Corpus, list[str] | None], _Found]:
    def split(corpus: Corpus, values: list[str] | None) -> _Found:
        asked = {value: question(value) for value in (corpus.counts(by) if values is None else values)}
        return {
            value: (corpus.where(each, certain=True), corpus.where(each)) for value, each in asked.items()
        }

    return split


def _by_level(corpus: Corpus, values: list[str] | None) -> _Found:
    surely: dict[Level, list[str]] = {}
    maybe: dict[Level, list[str]] = {}
    for open_to, records in corpus.by_record(levels).items():
        for level in open_to:
            maybe.setdefault(level, []).extend(record.id for record in records)
            if len(open_to) == 1:
                surely[level] = [record.id for record in records]
    wanted = list(maybe) if values is None else [_level(value) for value in values]
    return {
        str(level): (_these(corpus, surely.get(level)), _these(corpus, maybe.get(level))) for level in wanted
    }


def _level(value: str) -> Level:
    if value not in {*Level}:
        raise InvalidValueError("activity.values", value, f"it must be one of {', '.join(Level)}")
    return Level(value)


def _these(corpus: Corpus, ids: list[str] | None) -> Corpus:
    return corpus.where(q.id(*ids)) if ids else corpus[:0]


_FACETS: dict[str, Callable[[Corpus, list[str] | None], _Found]] = {
    "sphere": _asked("sphere", q.sphere),
    "kind": _asked("kind", q.kind),
    "level": _by_level,
    "party": _asked("party", q.party),
}


def _total(value: str, surely: Corpus, maybe: Corpus) -> Count:
    return Count(value, len(surely) - len(surely.uncertain), len(maybe))


def _between(surely: Corpus, maybe: Corpus) -> Activity:
    """Return activity with the lower bounds of one selection and the upper ones of a wider one."""
    at_least = {count.value: count.at_least for count in by_year(surely).years}
    widest = by_year(maybe)
    years = [Count(year, at_least.get(year, 0), at_most) for year, _, at_most in widest.years]
    return Activity(tuple(years), widest.unplaced)
