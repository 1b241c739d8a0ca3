"""From dates to people's reading, in English, Russian, Kazakh and Azerbaijani."""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING, Protocol

from bilateral.dates.calendar import part_of_year
from bilateral.dates.grammar import components, marks, unmarked
from bilateral.dates.lexicon import PHRASES, SEASONS, Phrases, month_name
from bilateral.errors import InvalidValueError, MissingExtraError

if TYPE_CHECKING:
    from bilateral.dates.historical import HistoricalDate

STYLES = ("long", "short")


class _Calendar(Protocol):
    """How a language writes days, months and years."""

    def day(self, when: datetime.date) -> str: ...
    def month(self, when: datetime.date) -> str: ...
    def year(self, year: str) -> str: ...
    def of_year(self, year: str) -> str: ...


class _English:
    """Days as historians write them in English; needs nothing installed."""

    def __init__(self, *, short: bool) -> None:
        self.short = short

    def day(self, when: datetime.date) -> str:
        return f"{when.day} {self.month(when)}"

    def month(self, when: datetime.date) -> str:
        return f"{month_name(when.month, short=self.short)} {self.year(f'{when.year:04}')}"

    def year(self, year: str) -> str:
        return year

    def of_year(self, year: str) -> str:
        return year


class _Babel:
    """Days as the Unicode CLDR has them for a language."""

    def __init__(self, language: str, *, short: bool) -> None:
        try:
            from babel import dates
        except ImportError:
            raise MissingExtraError("languages", f"a date in words of the language {language!r}") from None
        self.dates, self.language = dates, language
        self.form, self.skeleton = ("medium", "yMMM") if short else ("long", "yMMMM")

    def day(self, when: datetime.date) -> str:
        return _spaced(self.dates.format_date(when, self.form, locale=self.language))

    def month(self, when: datetime.date) -> str:
        moment = datetime.datetime.combine(when, datetime.time())
        return _spaced(self.dates.format_skeleton(self.skeleton, moment, locale=self.language))

    def year(self, year: str) -> str:
        return year + {"ru": " г.", "kk": " ж."}.get(self.language, "")

    def of_year(self, year: str) -> str:
        return f"{_az_ordinal(int(year), year)} ilin" if self.language == "az" else self.year(year)


def _spaced(text: str) -> str:
    # CLDR has spaces that do not break; they are no help in plain text, and a search does not find them.
    return text.replace("\u202f", " ").replace("\u00a0", " ")


def in_words(date: HistoricalDate, language: str, style: str) -> str:
    """Return a date in words; arguments and errors as of ``HistoricalDate.text``."""
    if language not in PHRASES:
        raise InvalidValueError("language", language, f"it must be one of {', '.join(PHRASES)}")
    if style not in STYLES:
        raise InvalidValueError("style", style, f"it must be one of {', '.join(STYLES)}")
    short = style == "short"
    calendar = _English(short=short) if language == "en" else _Babel(language, short=short)
    return _Wording(PHRASES[language], SEASONS[language].split(), calendar, language).date(date)


class _Wording:
    """Puts dates into the words of one language."""

    def __init__(self, phrases: Phrases, seasons: list[str], calendar: _Calendar, language: str) -> None:
        self.phrases, self.seasons, self.calendar, self.language = phrases, seasons, calendar, language

    def date(self, date: HistoricalDate) -> str:
        if date.is_interval:
            return self.interval(date)
        if not date.members:
            return self.point(str(date))
        members, every = str(date)[1:-1].split(","), str(date).startswith("{")
        words = [self.member(each, every=every) for each in members]
        joint = self.phrases.every if every else self.phrases.either
        # A comma keeps a mark to the date that has it.
        return self.listed(words, joint, apart=len({"".join(marks(each)) for each in members}) > 1)

    def interval(self, date: HistoricalDate) -> str:
        start = "" if date.start is None else self.date(date.start)
        end = "" if date.end is None else self.date(date.end)
        if start and end:
            words = self.phrases.stretch.format(start, end)
            # So that a mark of the start is said of the start alone.
            return f"from {words}" if self.language == "en" and _is_marked(date.start) else words
        if start:
            return (self.phrases.since if date.open_end else self.phrases.unknown_end).format(start)
        if end:
            return (self.phrases.until if date.open_start else self.phrases.unknown_start).format(end)
        if date.unknown_start or date.unknown_end:
            return self.phrases.since_unknown if date.open_end else self.phrases.until_unknown
        return self.phrases.always

    def member(self, text: str, *, every: bool) -> str:
        first, dots, last = text.partition("..")
        if not dots:
            return self.point(text)
        phrases = self.phrases
        between, later, by = (
            (phrases.every_between, phrases.every_later, phrases.every_by)
            if every
            else (phrases.between, phrases.later, phrases.by)
        )
        form = between if first and last else later if first else by
        return form.format(*(self.point(end) for end in (first, last) if end))

    def listed(self, words: list[str], joint: str, *, apart: bool) -> str:
        if self.language == "en":
            words = _year_once(words)
        *most, last = words
        return f"{', '.join(most)}{',' if apart else ''} {joint} {last}" if most else last

    def point(self, text: str) -> str:
        said = "".join(marks(text))
        words = self.unmarked(unmarked(text), text)
        if "~" in said or "%" in said:
            words = self.phrases.about.format(words)
        return self.phrases.perhaps.format(words) if "?" in said or "%" in said else words

    def unmarked(self, digits: str, text: str) -> str:
        """Return year, month and day in words; what has no words stays as it is written."""
        year, month, day = components(text)
        if "X" in year:
            return self.years(year, text) if not month else digits
        if month.isdigit() and int(month) > 12:
            return self.part_of_year(int(month), year)
        if "X" not in digits and month:
            first = datetime.date(int(year), int(month), int(day or 1))
            return self.calendar.day(first) if day else self.calendar.month(first)
        if month.isdigit() and day == "XX":
            return self.phrases.some_day.format(self.calendar.month(datetime.date(int(year), int(month), 1)))
        if month == "XX":
            some = self.phrases.some_day if day else self.phrases.some_month
            return some.format(self.calendar.year(year)) if day in ("", "XX") else digits
        return digits if month else self.calendar.year(year)

    def years(self, year: str, text: str) -> str:
        if "X" in year.rstrip("X"):
            return year
        if re.fullmatch("[0-9]{3}X", year) and year != "000X" and "S" not in text:
            first = f"{year[:3]}0"
            first = _az_ordinal(int(first), first) if self.language == "az" else first
            # 2000s alone may be a hundred years as well.
            clear = " (decade)" if year[2] == "0" and self.language == "en" else ""
            return self.phrases.decade.format(first) + clear
        between = self.phrases.between.format(
            self.calendar.year(max(year.replace("X", "0"), "0001")),
            self.calendar.year(year.replace("X", "9")),
        )
        estimate, estimated, _ = text.partition("S")
        return (
            f"{self.phrases.about.format(self.calendar.year(estimate))} ({between})" if estimated else between
        )

    def part_of_year(self, number: int, digits: str) -> str:
        year = self.calendar.of_year(digits)
        if number <= 32:
            where = f" ({_HEMISPHERES[self.language][number > 28]})" if number > 24 else ""
            return self.phrases.season.format(part=self.seasons[(number - 21) % 4], year=year) + where
        form, before = (
            (self.phrases.quarter, 32)
            if number <= 36
            else (self.phrases.third, 36)
            if number <= 39
            else (self.phrases.half, 39)
        )
        if not form:
            low, high = (datetime.date.fromordinal(day) for day in part_of_year(int(digits), number))
            return self.phrases.between.format(self.calendar.month(low), self.calendar.month(high))
        n = number - before
        return form.format(n=n, nth=_az_ordinal(n, str(n)), year=year)


_HEMISPHERES = {
    "en": ("northern hemisphere", "southern hemisphere"),
    "ru": ("северное полушарие", "южное полушарие"),
    "kk": ("солтүстік жарты шар", "оңтүстік жарты шар"),
    "az": ("şimal yarımkürəsi", "cənub yarımkürəsi"),
}
# By the vowels of a number's last word: of iki and iyirmi, doqquz and on, dörd and yüz, altı and doxsan.
_AZ_ONES = ("", "ci", "ci", "cü", "cü", "ci", "cı", "ci", "ci", "cu")
_AZ_TENS = ("", "cu", "ci", "cu", "cı", "ci", "cı", "ci", "ci", "cı")


def _az_ordinal(number: int, written: str) -> str:
    """Return an ordinal number in Azerbaijani."""
    hundreds = "cü" if number // 100 % 10 else "ci"
    return f"{written}-{_AZ_ONES[number % 10] or _AZ_TENS[number // 10 % 10] or hundreds}"


def _is_marked(date: HistoricalDate | None) -> bool:
    return date is not None and (date.is_approximate or date.is_uncertain)


def _year_once(words: list[str]) -> list[str]:
    """Return dates in English with the year said only in the last, where it is that of all days or months."""
    years = {word[-5:] for word in words}
    if len(years) > 1 or not all(word[:1].isdigit() and word.count(" ") == 2 for word in words):
        return words
    return [word[:-5] for word in words[:-1]] + words[-1:]
