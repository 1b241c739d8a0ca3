"""Dates that people, spreadsheets and data files write in digits: from these to EDTF.

Each reader returns EDTF, or None for what is not of its form. What has several readings, or is of the form
and no date, is refused.
"""

from __future__ import annotations

import datetime
import re
from typing import NamedTuple, NoReturn

from bilateral.dates.calendar import MONTHS, PARTS_OF_YEAR, length
from bilateral.dates.grammar import parse
from bilateral.errors import InvalidDateError

ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
"""The months, as much of Europe writes them between day and year."""


class Day(NamedTuple):
    """Year, month (or number of a part of a year) and day, as far as they are said."""

    year: str = ""
    month: int | None = None
    day: int | None = None

    def __str__(self) -> str:
        return "-".join([self.year, *(f"{part:02}" for part in self[1:] if part is not None)])

    @property
    def exists(self) -> bool:
        """Whether the calendar has such a day."""
        if self.day is None or self.month is None or not 1 <= self.month <= MONTHS or not int(self.year):
            return False
        return 1 <= self.day <= length(int(self.year), self.month)


def refusal(text: str, reason: str, *readings: str) -> InvalidDateError:
    """Return the error of a piece of what people wrote."""
    return InvalidDateError(text, 0, reason, readings)


def checked(day: Day, written: str, mark: str = "") -> str:
    """Return a day, month or year in EDTF, or refuse it and say which days there are."""
    try:
        return parse(f"{day}{mark}").text
    except InvalidDateError as error:
        readings = [f"{each}{mark}" for each in near(day)]
        raise InvalidDateError(written, 0, error.reason, readings) from None


def near(day: Day) -> list[str]:
    """Return what a day that does not exist may have meant: its month, its neighbours, its parts swapped."""
    year, month, number = day
    if not month or not number:
        # What is not known is often written as zero.
        known = day.year if not month else f"{day.year}-{month:02}"
        return [known] if int(year) and (not month or month <= MONTHS) else []
    swapped = Day(year, number, month)
    if month > MONTHS:
        return [str(swapped)] if swapped.exists else []
    if not int(year) or number > 31:
        return []
    last = datetime.date(int(year), month, length(int(year), month))
    after = [last + datetime.timedelta(1)] if last != datetime.date.max else []
    return [each.isoformat() for each in (last, *after)]


def read_numerals(text: str, *, dayfirst: bool | None) -> str | None:
    """Return the EDTF of a date in digits, or None; raises InvalidDateError for what is ambiguous or none."""
    for found in (_years(text), _edtf(text), _month(text), _compact(text)):
        if found is not None:
            return found
    return _numbers(text, dayfirst=dayfirst)


def _years(text: str) -> str | None:
    """Two years of which the second is shortened, or a month: 1996/97, 1996-97, 1996-7."""
    match = re.fullmatch(r"([0-9]{4})( ?)([/–-]) ?([0-9]{1,2})", text)
    if match is None:
        return None
    first, space, sign, short = match.groups()
    number = int(short)
    # In EDTF that is a month, and many who know no EDTF write it so.
    if sign == "-" and not space and len(short) == 2 and 1 <= number <= MONTHS:
        return None
    readings = []
    second = int(first[: -len(short)] + short)
    if second <= int(first):
        # 1999/00 can only be 2000.
        second += 10 ** len(short)
        second = second if second == int(first) + 1 else 0
    if int(first) < second <= 9999:
        readings.append(f"{first}/{second:04}")
    if sign != "–" and (1 <= number <= MONTHS or (sign == "-" and number in PARTS_OF_YEAR)):
        readings.append(f"{first}-{number:02}")
    if len(readings) > 1:
        raise refusal(text, "it may be two years, or a month or season", *readings)
    return readings[0] if readings else None


def _edtf(text: str) -> str | None:
    """EDTF, and what data files make of it: ``2010-XX-XX-``, ``1981-09..1981-10``."""
    # Without what EDTF has and people mean otherwise: 12 is no century to them.
    if re.fullmatch(r"[-0-9XYESTZ?~%/.,:+ \[\]{}]+", text) is None or re.fullmatch(
        "-?[0-9]{1,3}[?~%]?", text
    ):
        return None
    edtf = text.removesuffix("-") if re.fullmatch(r"[0-9X]{4}(-[0-9X]{2}){2}-", text) else text
    if edtf != ".." and (match := re.fullmatch(r"([^./,]*)\.\.([^./,]*)", edtf)):
        edtf = f"{match[1] or '..'}/{match[2] or '..'}"
    try:
        return parse(edtf).text
    except InvalidDateError:
        day = re.fullmatch(r"([0-9]{4})-([0-9]{2})-([0-9]{2})([?~%]?)", edtf)
        if day is None:
            return None
        return checked(Day(day[1], int(day[2]), int(day[3])), text, day[4])


def _month(text: str) -> str | None:
    """Month and year: 02.1993, 2/1993, 1993.02."""
    match = re.fullmatch(r"([0-9]{1,2})[./-]([0-9]{4})", text)
    if match is not None:
        return _month_of(match[2], int(match[1]), text)
    match = re.fullmatch(r"([0-9]{4})\.([0-9]{2})", text)
    return None if match is None else _month_of(match[1], int(match[2]), text)


def _month_of(year: str, month: int, text: str) -> str:
    if month > MONTHS:
        raise refusal(text, f"there is no month {month}: months are 01 to 12")
    return checked(Day(year, month), text)


def _compact(text: str) -> str | None:
    """Eight digits: 19930224, 24021993."""
    if re.fullmatch("[0-9]{8}", text) is None:
        return None
    possible = (Day(text[:4], int(text[4:6]), int(text[6:])), Day(text[4:], int(text[2:4]), int(text[:2])))
    readings = [str(day) for day in possible if day.exists]
    if len(readings) == 1:
        return readings[0]
    if readings:
        raise refusal(text, "it does not say which digits are the year", *readings)
    nearest = [each for day in possible if 1 <= (day.month or 0) <= MONTHS for each in near(day)]
    raise refusal(text, "there is no such day", *nearest)


def _numbers(text: str, *, dayfirst: bool | None) -> str | None:
    """Day, month and year: 24.02.1993, 24/2/1993, 1993.02.24, 24.II.1993."""
    if match := re.fullmatch(r"([0-9]{4})([./-]) ?([0-9]{1,2})\2 ?([0-9]{1,2})", text):
        return checked(Day(match[1], int(match[3]), int(match[4])), text)
    if match := re.fullmatch(r"([0-9]{1,2}) ?([./ -]) ?([IVX]{1,4}) ?\2 ?([0-9]{4})", text):
        if match[3] not in ROMAN:
            return None
        return checked(Day(match[4], ROMAN.index(match[3]) + 1, int(match[1])), text)
    match = re.fullmatch(
        r"([0-9]{1,2}) ?([./-]) ?([0-9]{1,2}) ?\2 ?([0-9]{2}(?:[0-9]{2})?)(?: ?(?:г|года|ж|жылы))?", text
    )
    if match is None:
        return None
    first, sign, second, year = int(match[1]), match[2], int(match[3]), match[4]
    if len(year) == 2:
        _refuse_short_year(first, second, year, text)
    day_first, month_first = Day(year, second, first), Day(year, first, second)
    order = True if dayfirst is None and sign == "." else dayfirst
    if order is not None:
        return checked(day_first if order else month_first, text)
    possible = sorted({str(each) for each in (day_first, month_first) if each.exists})
    if len(possible) > 1:
        raise refusal(text, "it does not say which number is the day", *possible)
    return possible[0] if possible else checked(day_first if second <= MONTHS else month_first, text)


def _refuse_short_year(first: int, second: int, year: str, text: str) -> NoReturn:
    possible = (
        Day(f"{century}{year}", month, day)
        for century in (19, 20)
        for month, day in dict.fromkeys(((second, first), (first, second)))
    )
    readings = [str(each) for each in possible if each.exists]
    raise refusal(text, "a year has four digits", *readings)
