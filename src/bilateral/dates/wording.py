"""From dates to people's reading, in English, Russian, Kazakh and Azerbaijani."""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING, Protocol

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


class _English:
    """Days as historians write them in English; needs nothing installed."""

    def __init__(self, *, short: bool) -> None:
        self.short = short

    def day(self, when: datetime.date) -> str:
        return f"{when.day} {self.month(when)}"

    def month(self, when: datetime.date) -> str:
        return f"{month_name(when.month, short=self.short)} {self.year(f'{when.year:04}')}"

    def year(self, year: str) -> str:
        return year.lstrip("0")


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
        return year.lstrip("0") + {"ru": " г.", "kk": " ж."}.get(self.language, "")


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
    return _Wording(PHRASES[language], SEASONS[language], calendar, language).date(date)


class _Wording:
    """Puts dates into the words of one language."""

    def __init__(
        self, phrases: Phrases, seasons: tuple[str, ...], calendar: _Calendar, language: str
    ) -> None:
        self.phrases, self.seasons, self.calendar, self.language = phrases, seasons, calendar, language

    def date(self, date: HistoricalDate) -> str:
        if date.is_interval:
            return self.interval(date)
        if not date.members:
            return self.point(str(date))
        every = str(date).startswith("{")
        return self.listed(
            [self.member(each) for each in str(date)[1:-1].split(",")],
            self.phrases.every if every else self.phrases.either,
        )

    def interval(self, date: HistoricalDate) -> str:
        start = "" if date.start is None else self.date(date.start)
        end = "" if date.end is None else self.date(date.end)
        if start and end:
            return self.phrases.stretch.format(start, end)
        if start:
            return (self.phrases.since if date.open_end else self.phrases.unknown_end).format(start)
        if end:
            return (self.phrases.until if date.open_start else self.phrases.unknown_start).format(end)
        if date.unknown_start or date.unknown_end:
            return self.phrases.since_unknown if date.open_end else self.phrases.until_unknown
        return self.phrases.always

    def member(self, text: str) -> str:
        first, dots, last = text.partition("..")
        if not dots:
            return self.point(text)
        if first and last:
            return self.phrases.between.format(self.point(first), self.point(last))
        return (
            self.phrases.later.format(self.point(first))
            if first
            else self.phrases.by.format(self.point(last))
        )

    def listed(self, words: list[str], joint: str) -> str:
        if self.language == "en":
            words = _year_once(words)
        *most, last = words
        return f"{', '.join(most)} {joint} {last}" if most else last

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
            return self.part_of_year(int(month), self.calendar.year(year))
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
            first = f"{year[:3]}0".lstrip("0")
            ending = f"-{_az_ending(first)}" if self.language == "az" else ""
            # 2000s alone may be a hundred years as well.
            clear = " (decade)" if year[2] == "0" and self.language == "en" else ""
            return self.phrases.decade.format(first + ending) + clear
        between = self.phrases.between.format(
            self.calendar.year(max(year.replace("X", "0"), "0001")),
            self.calendar.year(year.replace("X", "9")),
        )
        estimate, estimated, _ = text.partition("S")
        return (
            f"{self.phrases.about.format(self.calendar.year(estimate))} ({between})" if estimated else between
        )

    def part_of_year(self, number: int, year: str) -> str:
        if number <= 32:
            where = f" ({_HEMISPHERES[self.language][number > 28]})" if number > 24 else ""
            return f"{self.seasons[(number - 21) % 4]} {year}{where}"
        if number <= 36:
            return self.phrases.quarter.format(number - 32, year)
        if number <= 39:
            return self.phrases.third.format(number - 36, year)
        return self.phrases.half.format(number - 39, year)


_HEMISPHERES = {
    "en": ("northern hemisphere", "southern hemisphere"),
    "ru": ("северное полушарие", "южное полушарие"),
    "kk": ("солтүстік жарты шар", "оңтүстік жарты шар"),
    "az": ("şimal yarımkürəsi", "cənub yarımkürəsi"),
}
# By the vowels of a number's last word: doxsan-ıncı, yüz-üncü, min-inci.
_AZ_TENS = ("", "cu", "ci", "cu", "cı", "ci", "cı", "ci", "ci", "cı")


def _az_ending(decade: str) -> str:
    """Return the ending of an ordinal number of tens in Azerbaijani."""
    return _AZ_TENS[int(decade[-2])] or ("cü" if decade[-3:-2].strip("0") else "ci")


def _year_once(words: list[str]) -> list[str]:
    """Return dates in English with the year said only in the last, where it is that of all days or months."""
    years = {word[-5:] for word in words}
    if len(years) > 1 or not all(word[:1].isdigit() and word.count(" ") == 2 for word in words):
        return words
    return [word[:-5] for word in words[:-1]] + words[-1:]
