"""The sections of a chronology: what each record is grouped by, and in which order groups stand."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache, partial
from typing import Any, NamedTuple, TypeAlias

import attrs

from bilateral.chronology.phrases import say, term
from bilateral.corpus import Corpus
from bilateral.dates import HistoricalDate
from bilateral.errors import InvalidValueError
from bilateral.model import Place, Record, checks
from bilateral.model.values import ByValue
from bilateral.truth import Truth

Group: TypeAlias = tuple[tuple[object, ...], str]
"""Sort key and title of a section; all keys of one grouping compare."""


class Grouping(NamedTuple):
    """How a corpus is split into sections.

    Attributes:
        split: how it is split by a key: by dates alone, which is quicker, or by records.
        key: from a date or a record, and a language, to its group.
        periods: the periods, if it is by periods.
    """

    split: Callable[[Corpus, Callable[[Any], Group]], Mapping[Group, Corpus]]
    key: Callable[..., Group]
    periods: tuple[Period, ...] = ()

    def sections(self, corpus: Corpus, language: str = "en") -> list[tuple[str, Corpus]]:
        """Return the title and the records of each section, in order."""
        groups = self.split(corpus, _worded(self.key, language))
        return [(group[1], groups[group]) for group in sorted(groups)]


@lru_cache(maxsize=64)
def _worded(key: Callable[..., Group], language: str) -> Callable[[Any], Group]:
    """Return a key in a language; the same object again, by which an index knows what it has divided."""
    return partial(key, language=language)


_LAST = 10**9


@attrs.frozen(eq=False, repr=False)
class Period(ByValue):
    """A named stretch of time.

    Args:
        name: what it is called.
        stretch: its days: EDTF text, a HistoricalDate or a ``datetime.date``.

    Raises:
        InvalidDateError: if the stretch is no EDTF.

    Examples:
        >>> Period("Formation", "1992/2003-10").stretch
        HistoricalDate('1992/2003-10')
    """

    name: str = attrs.field(validator=checks.some_text)
    stretch: HistoricalDate = attrs.field(converter=checks.a_date, validator=checks.dated)


def beginning(when: HistoricalDate) -> HistoricalDate:
    """Return when something began: of an interval the start, if it is known; else the date itself.

    Args:
        when: any date.

    Returns:
        The date by which it is grouped.

    Examples:
        >>> beginning(HistoricalDate("1992/1995"))
        HistoricalDate('1992')
    """
    return when.start if when.is_interval and when.start is not None else when


def _by_years(length: int, named: Callable[..., str]) -> Grouping:
    def group(date: HistoricalDate | None, language: str = "en") -> Group:
        if date is None:
            return (_LAST, _LAST), say("Undated", language)
        title = partial(named, language=language)
        began = beginning(date)
        first, last = began.earliest.year // length * length, began.latest.year // length * length
        if began.open_start or began.unknown_start:
            return (0, last), say("{} or earlier", language, title(last))
        if began.open_end or began.unknown_end:
            return (first, _LAST), say("{} or later", language, title(first))
        return (first, last), title(first) if first == last else f"{title(first)}–{title(last)}"

    return Grouping(Corpus.by_date, group)


def by_period(periods: tuple[Period, ...]) -> Grouping:
    """Return the grouping by periods.

    Args:
        periods: the periods, in the order in which they are to stand.

    Returns:
        The first period to which a record surely belongs, else all to which it may, else outside.

    Raises:
        InvalidValueError: if one is no Period, or two have one name: their sections could not be told apart.

    Examples:
        >>> periods = by_period((Period("One", "1992/1995"), Period("Two", "1996/1999")))
        >>> periods.key(HistoricalDate("[1995,1996]"))
        ((0, 1), 'One or Two')
    """
    names: set[str] = set()
    for period in periods:
        if not isinstance(period, Period):
            raise InvalidValueError("periods", period, "each must be a Period, such as Period('A', '1993')")
        if period.name in names:
            raise InvalidValueError("periods", period.name, "two periods have this name; it must be unique")
        names.add(period.name)

    def group(date: HistoricalDate | None, language: str = "en") -> Group:
        if date is None:
            return (_LAST,), say("Undated", language)
        began = beginning(date)
        truths = [began.touches(period.stretch) for period in periods]
        where = [i for i, truth in enumerate(truths) if truth is Truth.YES][:1]
        where = where or [i for i, truth in enumerate(truths) if truth is Truth.UNKNOWN]
        if not where:
            return (_LAST - 1,), say("Outside the periods", language)
        return tuple(where), _either(language).join(periods[i].name for i in where)

    return Grouping(Corpus.by_date, group, periods)


def _either(language: str) -> str:
    return f" {say('or', language)} "


def _by_sphere(record: Record, language: str = "en") -> Group:
    path = list(reversed(record.spheres[0].lineage)) if record.spheres else []
    names = [(sphere.id, sphere.name(language)) for sphere in path]
    return _named(names, " › ", say("No sphere recorded", language))


def _by_party(record: Record, language: str = "en") -> Group:
    parties = sorted((each.party.id, each.party.name(language)) for each in record.parties)
    return _named(parties, ", ", say("No party recorded", language))


def _by_place(record: Record, language: str = "en") -> Group:
    places = [
        (each.id, each.name(language)) for each in record.alternatives("place") if isinstance(each, Place)
    ]
    return _named(places, _either(language), say("No place recorded", language))


def _by_kind(record: Record, language: str = "en") -> Group:
    kinds = [(str(each), term(str(each), language)) for each in record.alternatives("kind")]
    return _named(kinds, _either(language), say("No kind recorded", language))


def _named(things: list[tuple[str, str]], separator: str, otherwise: str) -> Group:
    """Return key and title of a group: ids are unique, names are read, and what has none comes last."""
    if not things:
        return (1,), otherwise
    names = [name for _, name in things]
    return (0, tuple(names), tuple(id for id, _ in things)), separator.join(names)


def _decade(year: int, language: str) -> str:
    return f"{year}s" if language == "en" else HistoricalDate(f"{year // 10:03}X").text(language)


GROUPINGS: dict[str, Grouping] = {
    "year": _by_years(1, lambda year, language: str(year)),  # noqa: ARG005 - a year is a number in all
    "decade": _by_years(10, _decade),
    "sphere": Grouping(Corpus.by_record, _by_sphere),
    "party": Grouping(Corpus.by_record, _by_party),
    "place": Grouping(Corpus.by_record, _by_place),
    "kind": Grouping(Corpus.by_record, _by_kind),
}
"""The groupings that ``Chronology.by`` knows."""
