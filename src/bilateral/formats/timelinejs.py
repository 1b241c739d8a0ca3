"""TimelineJS: a chronology as the JSON that Knight Lab's TimelineJS 3 shows."""

from __future__ import annotations

import json
import re
from html import escape
from typing import TYPE_CHECKING, Any, TypeAlias

from bilateral.chronology.layout import layout
from bilateral.chronology.phrases import say
from bilateral.dates import Precision
from bilateral.formats import as_chronology
from bilateral.lines import one_line

if TYPE_CHECKING:
    import datetime
    from collections.abc import Sequence

    from bilateral.chronology import Chronology, Period
    from bilateral.chronology.layout import Line
    from bilateral.corpus import Corpus
    from bilateral.dates import HistoricalDate
    from bilateral.model import Record

Json: TypeAlias = dict[str, Any]
# Where TimelineJS would see an address; it makes it a link, and in doing so escapes no quotation marks.
_IN_ADDRESS = re.compile(r"(?<=:/)(?=/)|(?<=www)(?=\.)|(?=@)", re.IGNORECASE)


def dumps(thing: Corpus | Chronology, *, language: str = "en") -> str:
    r"""Return a chronology, or a corpus as one, as JSON for TimelineJS 3.

    Each entry stands at its date as finely as that is known, and says it in words: a month as a month, at
    ``{"year": 1993, "month": 1}``. What may be one of several days, and what lasted, stands from the first to
    the last. Entries are grouped by the widest of their principal spheres; the periods of a chronology are
    its eras. What has neither a beginning nor an end is named on the first slide, since TimelineJS shows
    nothing without a date.

    Args:
        thing: the corpus or chronology.
        language: of dates and names: ``"en"``, ``"ru"``, ``"kk"`` or ``"az"``; all but English need the
            extra ``languages``.

    Returns:
        The JSON text, without media; all text is text, and no address in it becomes a link.

    Raises:
        InvalidValueError: for another language.
        MissingExtraError: if the extra is not installed.

    Examples:
        >>> from bilateral.corpus import Corpus
        >>> from bilateral.model import Event
        >>> made = json.loads(dumps(Corpus([Event("a", title="Visit", date="1996-09")])))
        >>> made["events"][0]["start_date"], made["events"][0]["display_date"]
        ({'year': 1996, 'month': 9}, 'September 1996')

    References:
        Northwestern University Knight Lab, *TimelineJS 3*, "JSON data format".
    """
    book = as_chronology(thing)
    plan = layout(book, language)
    events: list[Json] = []
    undated: list[Line] = []
    for line in (line for _, section in plan.sections for line in section):
        record = book.corpus[line.id]
        when = _when(record.date)
        if when is None:
            undated.append(line)
            continue
        notes = [plan.footnotes[number - 1] for number in line.notes]
        events.append(_slide(line, record, notes, language) | when)
    eras = [era for period in _periods(book) if (era := _era(period))]
    found: Json = {"title": _first_slide(book, plan.legend, undated, language), "events": events}
    if eras:
        found["eras"] = eras
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


def _first_slide(book: Chronology, legend: Sequence[str], undated: Sequence[Line], language: str) -> Json:
    dataset = book.corpus.dataset
    title = dataset.title if dataset else say("chronology", language).capitalize()
    said = [each for each in (dataset.citation, dataset.licence) if each] if dataset else []
    named = [f"{line.title} ({line.date})" for line in undated]
    return {"text": {"headline": _shown(title), "text": _paragraphs([*said, *legend, *named])}}


def _slide(line: Line, record: Record, notes: Sequence[str], language: str) -> Json:
    slide: Json = {
        "unique_id": line.id,
        "display_date": _label(line.date + line.marks),
        "text": {"headline": _shown(line.title), "text": _paragraphs([*line.below, *notes])},
    }
    if record.spheres:
        slide["group"] = _label(record.spheres[0].lineage[-1].name(language))
    return slide


def _shown(text: str) -> str:
    """Return text as HTML, for what TimelineJS takes for HTML."""
    return _IN_ADDRESS.sub("<wbr>", escape(one_line(text)))


def _paragraphs(texts: Sequence[str]) -> str:
    return "".join(f"<p>{_shown(each)}</p>" for each in texts)


def _label(text: str) -> str:
    """Return text for what TimelineJS reads as HTML twice: it takes the text of it and shows that as HTML."""
    return escape(escape(one_line(text)))


_FINER_THAN_YEARS = (
    *(Precision.MONTH, Precision.SEASON, Precision.QUARTER),
    *(Precision.QUADRIMESTER, Precision.SEMESTER),
)


def _when(date: HistoricalDate | None) -> Json | None:
    """Return where a date stands: where it begins, and where it ends if that is elsewhere."""
    if date is not None and date.is_interval and (date.start is None or date.end is None):
        date = date.start or date.end
    if date is None:
        return None
    opens, closes = str(date)[1:3] == "..", str(date)[-3:-1] == ".."
    if opens and closes:
        return None
    first = _moment(date.latest if opens else date.earliest, date.precision)
    last = _moment(date.earliest if closes else date.latest, date.precision)
    return {"start_date": first} if first == last else {"start_date": first, "end_date": last}


def _moment(day: datetime.date, precision: Precision) -> Json:
    found = {"year": day.year}
    if precision is Precision.DAY or precision in _FINER_THAN_YEARS:
        found["month"] = day.month
    if precision is Precision.DAY:
        found["day"] = day.day
    return found


def _periods(book: Chronology) -> Sequence[Period]:
    return book._grouping.periods if book._grouping else ()


def _era(period: Period) -> Json | None:
    """Return a period as an era, which has two ends, and not on one day."""
    stretch = period.stretch
    if stretch.is_interval and (stretch.start is None or stretch.end is None):
        return None
    first, last = (_moment(day, Precision.DAY) for day in (stretch.earliest, stretch.latest))
    if first == last:
        return None
    return {"start_date": first, "end_date": last, "text": {"headline": _shown(period.name)}}
