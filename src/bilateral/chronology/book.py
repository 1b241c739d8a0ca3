"""A corpus laid out in time: entries in a certain or uncertain order, in sections."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from itertools import compress
from typing import TYPE_CHECKING, overload

import attrs

from bilateral.chronology.grouping import GROUPINGS, Grouping, Period, by_period
from bilateral.corpus import Corpus
from bilateral.dates import DateLike, HistoricalDate
from bilateral.errors import InvalidValueError, UnknownIdError
from bilateral.model import Conflict, Record
from bilateral.model.values import ByValue, named

if TYPE_CHECKING:
    import altair

    from bilateral.chronology.picture import Picture


@attrs.frozen(eq=False, repr=False)
class Entry(ByValue):
    """A record in a chronology.

    Args:
        date: when it stands in the chronology; None for what no source dates.
        record: the record.
        order_certain: whether all entries before it surely came no later, and all after it no earlier;
            False where a month, a year or disputed dates overlap with another entry.
        unsure: whether it is here only because a query did not rule it out.

    Examples:
        >>> from bilateral.model import Event
        >>> book = Chronology(Corpus([Event("a", date="1993-01"), Event("b", date="1993-01-09")]))
        >>> [(entry.record.id, entry.order_certain) for entry in book]
        [('a', False), ('b', False)]
    """

    date: HistoricalDate | None
    record: Record
    order_certain: bool = True
    unsure: bool = False

    def __repr__(self) -> str:
        order = None if self.order_certain else "order uncertain"
        return named(self, self.record.id, self.date or "undated", order, "unsure" if self.unsure else None)

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        """Where the claims about the record cannot all hold."""
        return self.record.conflicts()


@attrs.frozen(eq=False, repr=False)
class Section(ByValue):
    """A named run of entries of a chronology.

    Args:
        title: what the entries share, such as ``"1993"``.
        entries: the entries, in order; made when they are asked for.

    Examples:
        >>> from bilateral.model import Event
        >>> Chronology(Corpus([Event("a", date="1993-01")])).by("year").sections[0].title
        '1993'
    """

    title: str
    entries: Sequence[Entry]

    def __repr__(self) -> str:
        return f"<Section {self.title!r} of {len(self.entries)} entries>"


class Chronology(Sequence[Entry]):
    """A corpus laid out in time.

    Args:
        corpus: the records.

    Raises:
        InvalidValueError: if it is no Corpus.

    Examples:
        >>> from bilateral.model import Event
        >>> book = Chronology(Corpus([Event("a", date="1996"), Event("b", date="1992-08-30")]))
        >>> [entry.record.id for entry in book.within("1992/1995")]
        ['b']
    """

    __slots__ = ("_corpus", "_entries", "_grouping", "_marks")

    def __init__(self, corpus: Corpus) -> None:
        if not isinstance(corpus, Corpus):
            raise InvalidValueError(
                "Chronology.corpus", corpus, "it must be a Corpus, such as Corpus(records)"
            )
        self._corpus = corpus
        self._grouping: Grouping | None = None
        self._marks = Marks(corpus)
        self._entries = Entries(corpus, self._marks)

    @property
    def corpus(self) -> Corpus:
        """The records it lays out.

        Examples:
            >>> len(Chronology(Corpus()).corpus)
            0
        """
        return self._corpus

    def _grouped(self, grouping: Grouping | None) -> Chronology:
        book = object.__new__(Chronology)
        book._corpus, book._entries, book._marks = self._corpus, self._entries, self._marks
        book._grouping = grouping
        return book

    def within(self, stretch: DateLike, *, certain: bool = False) -> Chronology:
        """Return the chronology of a stretch of days.

        Args:
            stretch: EDTF text, a HistoricalDate or a ``datetime.date``.
            certain: leave out what may lie outside.

        Returns:
            A chronology in the same sections.

        Raises:
            InvalidDateError: if the text is no EDTF.

        Examples:
            >>> from bilateral.model import Event
            >>> len(Chronology(Corpus([Event("a", date="1993")])).within("1993-01", certain=True))
            0
        """
        return Chronology(self._corpus.where(date=stretch, certain=certain))._grouped(self._grouping)

    def by(self, facet: str) -> Chronology:
        """Return the chronology in sections by a facet.

        Args:
            facet: ``"year"``, ``"decade"``, ``"sphere"`` (the principal one), ``"party"`` (who acts
                together), ``"place"`` or ``"kind"``.

        Returns:
            A chronology. Each entry is in one section; one whose year is not certain, say, is in
            a section of its own kind, such as ``"1996–1997"``.

        Raises:
            UnknownIdError: if there is no such facet.

        Examples:
            >>> from bilateral.model import Event
            >>> book = Chronology(Corpus([Event("a", date="[1996,1997]"), Event("b", date="1997")]))
            >>> [section.title for section in book.by("year").sections]
            ['1996–1997', '1997']
        """
        if facet not in list(GROUPINGS):
            raise UnknownIdError("facet", facet, GROUPINGS)
        return self._grouped(GROUPINGS[facet])

    def periods(self, periods: Mapping[str, DateLike] | Sequence[Period]) -> Chronology:
        """Return the chronology in named periods.

        Args:
            periods: the stretch of days of each name, or Periods, in the order in which they are to stand.

        Returns:
            A chronology. An entry is in the first period to which it surely belongs; else in
            a section that names each it may belong to, or in one for what is outside.

        Raises:
            InvalidDateError: if a stretch is no EDTF.
            InvalidValueError: if a name is blank, or that of two periods.

        Examples:
            >>> from bilateral.model import Event
            >>> book = Chronology(Corpus([Event("a", date="2003-10"), Event("b", date="1999")]))
            >>> parts = book.periods({"Formation": "1992/2003-09", "Partnership": "2003-10/2013"}).sections
            >>> [(section.title, len(section.entries)) for section in parts]
            [('Formation', 1), ('Partnership', 1)]
        """
        if isinstance(periods, Mapping):
            periods = [Period(name, stretch) for name, stretch in periods.items()]
        return self._grouped(by_period(tuple(periods)))

    @property
    def sections(self) -> tuple[Section, ...]:
        """The sections, in order; one without a title if none were asked for."""
        return self._sections("en")

    def _sections(self, language: str) -> tuple[Section, ...]:
        if self._grouping is None:
            return (Section("", self._entries),) if self._entries else ()
        found = self._grouping.sections(self._corpus, language)
        return tuple(Section(title, Entries(records, self._marks)) for title, records in found)

    @overload
    def __getitem__(self, key: int) -> Entry: ...
    @overload
    def __getitem__(self, key: slice) -> Chronology: ...
    def __getitem__(self, key: int | slice) -> Entry | Chronology:
        if isinstance(key, slice):
            return Chronology(self._corpus[key])._grouped(self._grouping)
        return self._entries[key]

    def __iter__(self) -> Iterator[Entry]:
        return iter(self._entries)

    def __len__(self) -> int:
        return len(self._entries)

    def __eq__(self, other: object) -> bool:
        return self.sections == other.sections if isinstance(other, Chronology) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._entries)

    def __repr__(self) -> str:
        return f"<Chronology of {len(self)} entries>"

    def __str__(self) -> str:
        from bilateral.chronology.text import text

        return text(self)

    def svg(self, *, lanes: str | None = None, language: str = "en", width: int = 1080) -> Picture:
        """Return a picture of the chronology, which shows itself in a notebook.

        Days are marks; what is known less exactly is drawn as a shape that looks inexact, never smaller than
        can be seen. More than a thousand records are counted by year instead of being drawn one by one.

        Args:
            lanes: what stands side by side: ``"sphere"``, ``"party"``, ``"kind"``, ``"place"`` or ``"none"``;
                None for the facet of its sections, else spheres.
            language: of dates, names and the words around them: ``"en"``, ``"ru"``, ``"kk"`` or ``"az"``; all
                but English need the extra ``languages``.
            width: of the picture, in units of which a line of text is 12 high; from 640 to 4000.

        Returns:
            The picture; ``str`` of it is SVG.

        Raises:
            UnknownIdError: if there is no such facet.
            InvalidValueError: for another language or width.
            MissingExtraError: if the language needs the extra and it is not installed.

        Examples:
            >>> from bilateral.model import Event
            >>> str(Chronology(Corpus([Event("a", date="1993-01")])).svg()).count('class="vague"')
            2
        """
        from bilateral.chronology.picture import Picture, draw

        return Picture(draw(self, facet=lanes, language=language, width=width))

    def chart(self, *, lanes: str | None = None, language: str = "en") -> altair.LayerChart:
        """Return a chart to look around in: it zooms, tells its sources, and its legend filters.

        Args:
            lanes: what stands side by side, as for ``svg``.
            language: of dates, names and the words around them, as for ``svg``.

        Returns:
            An ``altair.LayerChart``, which shows itself in a notebook. ``chart.save("a.html", inline=True)``
            makes a page that needs no network. What is undated is not in it; the title tells how many.

        Raises:
            UnknownIdError: if there is no such facet.
            InvalidValueError: for another language.
            MissingExtraError: if the extra ``plot`` is not installed.

        Examples:
            >>> from bilateral.model import Event
            >>> drawn = Chronology(Corpus([Event("a", date="1993-01")])).chart().to_dict()
            >>> [layer["name"] for layer in drawn["layer"]]
            ['stretches', 'hollow', 'rules', 'lanes']

        References:
            A. Satyanarayan et al., *Vega-Lite: A Grammar of Interactive Graphics*, 2017.
        """
        from bilateral.chronology.chart import chart

        return chart(self, facet=lanes, language=language)

    def _repr_html_(self) -> str:
        from bilateral.chronology.html import fragment

        # The picture first, then the words that it has no room for.
        return f"{self.svg() if self else ''}{fragment(self)}"


class Marks:
    """What is said of the entries of a chronology besides their records; worked out when first asked for.

    Args:
        corpus: the records of the whole chronology.
    """

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus

    @cached_property
    def order_certain(self) -> frozenset[str]:
        """The ids of the entries whose place in the order is certain."""
        certain = _order_certain([record.date for record in self._corpus])
        return frozenset(record.id for record in compress(self._corpus, certain))

    @cached_property
    def unsure(self) -> frozenset[str]:
        """The ids of the entries that are there only because a query did not rule them out."""
        return frozenset(record.id for record in self._corpus.uncertain)


class Entries(Sequence[Entry]):
    """Some entries of a chronology, in order; each is made when it is asked for.

    Args:
        corpus: their records.
        marks: what is said of them in the whole chronology.
    """

    __slots__ = ("_corpus", "_marks")

    def __init__(self, corpus: Corpus, marks: Marks) -> None:
        self._corpus = corpus
        self._marks = marks

    def _entry(self, record: Record) -> Entry:
        return Entry(
            record.date, record, record.id in self._marks.order_certain, record.id in self._marks.unsure
        )

    @overload
    def __getitem__(self, key: int) -> Entry: ...
    @overload
    def __getitem__(self, key: slice) -> tuple[Entry, ...]: ...
    def __getitem__(self, key: int | slice) -> Entry | tuple[Entry, ...]:
        if isinstance(key, slice):
            return tuple(self[i] for i in range(len(self))[key])
        return self._entry(self._corpus[key])

    def __iter__(self) -> Iterator[Entry]:
        return map(self._entry, self._corpus)

    def __len__(self) -> int:
        return len(self._corpus)

    def __eq__(self, other: object) -> bool:
        return tuple(self) == tuple(other) if isinstance(other, Entries) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._corpus)

    def __repr__(self) -> str:
        return f"<{len(self)} entries>"


def _order_certain(dates: Sequence[HistoricalDate | None]) -> list[bool]:
    """Tell for each of some dates in order whether it surely stands between its neighbours.

    It does if all before it end no later than it may begin, and all after begin no earlier than it may end.
    """
    known = [each for each in dates if each is not None]
    ends_before: list[date] = []
    latest = date.min
    for each in known:
        ends_before.append(latest)
        latest = max(latest, each.latest)
    begins_after: list[date] = []
    earliest = date.max
    for each in reversed(known):
        begins_after.append(earliest)
        earliest = min(earliest, each.earliest)
    begins_after.reverse()
    placed = [
        before <= each.earliest and each.latest <= after
        for each, before, after in zip(known, ends_before, begins_after, strict=True)
    ]
    return placed + [False] * (len(dates) - len(known))
