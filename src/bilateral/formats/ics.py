"""iCalendar: what a corpus dates, as anniversaries and as stretches of days, for a calendar."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import TYPE_CHECKING

from bilateral.chronology.layout import layout
from bilateral.chronology.phrases import say
from bilateral.errors import MissingExtraError
from bilateral.formats import as_chronology
from bilateral.lines import one_line

if TYPE_CHECKING:
    import icalendar

    from bilateral.chronology import Chronology
    from bilateral.chronology.layout import Line
    from bilateral.corpus import Corpus
    from bilateral.dates import HistoricalDate
    from bilateral.dossier import Dataset
    from bilateral.model import Record

_PRODUCT = "-//bilateral//chronology//EN"
# When an entry was made is asked for, but nothing that a corpus knows; equal corpora make equal files.
_STAMP = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)
_DAY = datetime.timedelta(1)
_MOST_STRETCHES = 12


def dumps(
    thing: Corpus | Chronology, *, language: str = "en", imprecise: bool = True, yearly: bool = True
) -> bytes:
    r"""Return a corpus, or that of a chronology, as a calendar.

    A day that is known recurs every year, one of 29 February in leap years alone. What is less than a known
    day stands once, over all days that it may be: as one entry of a month, ``(January 1993)``, or as two of a
    day each, ``(24 February or 24 December 1993)``. What lasted stands once, too, from its first to its last
    day; where one end is open or unknown, the other stands for it. No entry takes up time. What has no day to
    stand at is named in the description of the calendar.

    Args:
        thing: the corpus or chronology.
        language: of dates and names: ``"en"``, ``"ru"``, ``"kk"`` or ``"az"``; all but English need the
            extra ``languages``.
        imprecise: whether to enter also what is not one known day; if not, the description names it, too.
        yearly: whether days recur.

    Returns:
        The calendar, in UTF-8.

    Raises:
        MissingExtraError: if icalendar is not installed.
        InvalidValueError: for another language.

    Examples:
        >>> from bilateral.corpus import Corpus
        >>> from bilateral.model import Event
        >>> calendar = dumps(Corpus([Event("a", title="Visit", date="1996-09-16")])).decode()
        >>> "DTSTART;VALUE=DATE:19960916" in calendar, "RRULE:FREQ=YEARLY" in calendar
        (True, True)

    References:
        RFC 5545, *iCalendar*, of which 3.3.10 says that a rule skips days that a year lacks; RFC 7986.
    """
    try:
        import icalendar
    except ImportError:
        raise MissingExtraError("calendar", "writing a calendar") from None
    book = as_chronology(thing)
    owner = book.corpus.dataset.name if book.corpus.dataset else "corpus"
    plan = layout(book, language)
    calendar = icalendar.Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    left_out: list[Line] = []
    for line in (line for _, section in plan.sections for line in section):
        record = book.corpus[line.id]
        known = _is_known(record.date)
        stretches = _stretches(record.date) if known or imprecise else []
        if not stretches:
            left_out.append(line)
        notes = [plan.footnotes[number - 1] for number in line.notes]
        for number, stretch in enumerate(stretches, 1):
            event = icalendar.Event()
            name = line.id if len(stretches) == 1 else f"{line.id}-{number}"
            event.add("uid", f"{name}@{owner}.bilateral")
            event.add("dtstamp", _STAMP)
            _place_in_time(event, *stretch)
            if known and yearly:
                event.add("rrule", {"freq": "yearly"})
            _describe(event, line, record, notes, language)
            calendar.add_component(event)
    _describe_all(calendar, book.corpus.dataset, left_out, language)
    made: bytes = calendar.to_ical()
    return made


def _is_known(date: HistoricalDate | None) -> bool:
    """Return whether a date is one day and nothing about it is in doubt."""
    if date is None or not date.is_point or date.is_uncertain or date.is_approximate:
        return False
    return date.earliest == date.latest


def _stretches(date: HistoricalDate | None) -> Sequence[tuple[datetime.date, datetime.date]]:
    """Return the stretches of days at which a date stands in a calendar; none if it stands nowhere."""
    if date is not None and date.is_interval and (date.start is None or date.end is None):
        date = date.start or date.end
    if date is None or ".." in (str(date)[1:3], str(date)[-3:-1]):
        return ()
    # Very many stretches, such as one day of each year, would bury the rest.
    return date.spans if len(date.spans) <= _MOST_STRETCHES else ((date.earliest, date.latest),)


def _place_in_time(event: icalendar.Event, first: datetime.date, last: datetime.date) -> None:
    event.add("dtstart", first)
    if last == datetime.date.max != first:
        event.add("duration", last - first + _DAY)
    elif first < last:
        event.add("dtend", last + _DAY)
    # An anniversary keeps nobody from being invited.
    event.add("transp", "TRANSPARENT")


def _describe(
    event: icalendar.Event, line: Line, record: Record, notes: Sequence[str], language: str
) -> None:
    event.add("summary", one_line(f"{line.title} ({line.date})"))
    described = [*line.details, *_sources(line, language), *notes]
    if described:
        event.add("description", "\n".join(map(one_line, described)))
    if record.place:
        event.add("location", one_line(record.place.name(language)))
    if record.spheres:
        event.add("categories", [one_line(sphere.name(language)) for sphere in record.spheres])
    if record.urls:
        event.add("url", record.urls[0])


def _sources(line: Line, language: str) -> list[str]:
    return [f"{say('sources', language)}: {', '.join(line.sources)}"] if line.sources else []


def _describe_all(
    calendar: icalendar.Calendar, dataset: Dataset | None, left_out: Sequence[Line], language: str
) -> None:
    from icalendar import vText

    title = one_line(dataset.title) if dataset else say("chronology", language)
    said = [each for each in (dataset.citation, dataset.licence) if each] if dataset else []
    said += [f"{line.title} ({line.date})" for line in left_out]
    # The older names, without which few programs show a title; icalendar escapes what it is told is text.
    for name in ("name", "x-wr-calname"):
        calendar.add(name, vText(title))
    if said:
        for name in ("description", "x-wr-caldesc"):
            calendar.add(name, vText("\n".join(map(one_line, said))))
