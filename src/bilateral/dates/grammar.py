"""The grammar of EDTF, levels 0 to 2: from text to what it stands for, or to what is wrong with it.

References:
    Library of Congress, *Extended Date/Time Format (EDTF) Specification*, 4 February 2019; ISO 8601-2:2019.
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple, NoReturn

from bilateral.dates.calendar import PARTS_OF_YEAR, extent, length, pieces
from bilateral.errors import InvalidDateError, UnsupportedDateError

LONGEST = 1_000
"""The greatest number of characters of a date."""

MOST = 500_000
"""The greatest number of stretches of days of a set; any point alone has fewer."""

FIRST, LAST = 1, 3_652_059
"""The days that ``datetime.date`` knows."""

_MARK = "[?~%]?"
_POINT = re.compile(
    rf"({_MARK})(-?[0-9X]{{4}})({_MARK})"
    rf"(?:-({_MARK})([0-9X]{{2}})({_MARK})(?:-({_MARK})([0-9X]{{2}})({_MARK}))?)?"
)
# Patterns of what is seldom written are text: re compiles them when they are first needed, and keeps them.
_SIGNIFICANT = r"(-?[0-9]{4})S([1-4])"
_LONG_YEAR = r"Y(-?)([1-9][0-9]*)(?:E([1-9][0-9]*))?(?:S([1-9][0-9]*))?"
_SHORT_YEAR = r"(-?)([0-9]{2,3})([?~%]?)"
_HOUR = r"(?:(?:[01][0-9]|2[0-3]):[0-5][0-9](?::(?:[0-5][0-9]|60)(?:[.,][0-9]+)?)?|24:00(?::00(?:[.,]0+)?)?)"
_EAST = r"\+(?:(?:0[0-9]|1[0-3])(?::?[0-5][0-9])?|14(?::?00)?)"
_WEST = r"[-\u2212](?!00(?::?00)?$)(?:(?:0[0-9]|1[01])(?::?[0-5][0-9])?|12(?::?00)?)"
_TIME = rf"{_HOUR}(?:Z|{_EAST}|{_WEST})?"
_YEARS = "only the years from 0001 to 9999 are"


class Point(NamedTuple):
    """A day that is not fully known, as EDTF writes it.

    Attributes:
        text: the canonical text.
        first: its earliest day, as an ordinal.
        last: its latest day.
        in_one_run: whether it may be every day between them.
        form: what two ends of a range must have in common: its components.
    """

    text: str
    first: int
    last: int
    in_one_run: bool
    form: str


class Parsed(NamedTuple):
    """What a text stands for.

    Attributes:
        text: the canonical text.
        first: the earliest day, as an ordinal.
        last: the latest day.
        kind: ``""`` for a point of one run of days, ``"X"`` for one of several, ``"/"`` for an
            interval, ``"["`` for a one-of set, ``"{"`` for an all-of set.
    """

    text: str
    first: int
    last: int
    kind: str


def parse(text: str) -> Parsed:
    """Return what EDTF text stands for.

    Args:
        text: the text.

    Returns:
        The canonical text, the bounds and the kind.

    Raises:
        InvalidDateError: if the text is no EDTF.
        UnsupportedDateError: if it is EDTF beyond the years 1 to 9999, or with a time of day.
    """
    if len(text) > LONGEST:
        raise InvalidDateError(text, LONGEST, f"it is longer than {LONGEST} characters")
    if text[:1] in ("[", "{"):
        parsed = _set(text)
    elif "/" in text:
        parsed = _interval(text)
    else:
        point = _timed(text) if "T" in text else _point(text, text, 0)
        _supported(point.first, text, 0)
        parsed = Parsed(point.text, point.first, point.last, "" if point.in_one_run else "X")
    return parsed


def unmarked(text: str) -> str:
    """Return a point in canonical text without its marks, and with X for digits that are not sure.

    Args:
        text: canonical text of a point.

    Returns:
        Year, month and day, as far as there are, with hyphens between.
    """
    plain = text.translate(_NO_MARKS)
    year, estimated, count = plain.partition("S")
    return year[: int(count)] + "X" * (4 - int(count)) if estimated else plain


def components(text: str) -> tuple[str, str, str]:
    """Return year, month and day of a point in canonical text, without marks; empty if it has none."""
    year, _, rest = unmarked(text).partition("-")
    month, _, day = rest.partition("-")
    return year, month, day


def marks(text: str) -> tuple[str, str, str]:
    """Return the marks that hold of year, month and day of a point."""
    match = _POINT.fullmatch(text)
    if match is None:
        return "", "", ""
    left, _, right, left_month, _, right_month, left_day, _, right_day = match.groups("")
    return (
        _both(left, right, right_month, right_day),
        _both(left_month, right_month, right_day),
        _both(left_day, right_day),
    )


_NO_MARKS = str.maketrans("", "", "?~%")


def _supported(first: int, whole: str, at: int) -> None:
    # Last of all, so that what is wrong by the grammar or the calendar is never called unsupported.
    if first < FIRST:
        raise UnsupportedDateError(whole, at, _YEARS)


# --- points ---


def _point(text: str, whole: str, at: int) -> Point:
    match = _POINT.fullmatch(text)
    if match is None:
        return _other_year(text, whole, at)
    _, year, _, _, month, _, _, day, _ = match.groups("")
    if year == "-0000":
        raise InvalidDateError(whole, at, "the year 0 has no sign")
    found = extent(year, month, day)
    if found is None:
        _refuse_day(match, whole, at)
    digits = year + month + day
    in_one_run = "X" not in digits or not digits[digits.index("X") :].strip("X")
    form = ("year", "month", "day")[bool(month) + bool(day)] if "X" not in digits else ""
    if month > "20" and form:
        form = "part of a year"
    return Point(_canonical(match), *found, in_one_run, form)


def _canonical(match: re.Match[str]) -> str:
    """Return a point with the fewest marks: one after a leading group, else one before each component."""
    parts = [part for part in (match[2], match[5], match[8]) if part]
    found = marks(match[0])[: len(parts)]
    group = len([mark for mark in found if mark])
    if group and found == (found[0],) * group + ("",) * (len(parts) - group):
        return "-".join(parts[:group]) + found[0] + "".join(f"-{part}" for part in parts[group:])
    return "-".join(mark + part for mark, part in zip(found, parts, strict=True))


def _both(*marks: str) -> str:
    """Return the mark that says what several say: uncertain, approximate or both."""
    said = set("".join(marks).replace("%", "?~"))
    return "%" if len(said) > 1 else "".join(said)


def _other_year(text: str, whole: str, at: int) -> Point:
    """Return a year that is not written in four digits."""
    if match := re.fullmatch(_SIGNIFICANT, text):
        year, count = match.groups()
        return _estimated(year, int(count), whole, at)
    if match := re.fullmatch(_LONG_YEAR, text):
        return _long_year(match, whole, at)
    if match := re.fullmatch(_SHORT_YEAR, text):
        sign, digits, mark = match.groups()
        if sign and not digits.strip("0"):
            raise InvalidDateError(whole, at, "the year 0 has no sign")
        return _point(f"{sign}{digits}{'X' * (4 - len(digits))}{mark}", whole, at)
    raise _no_edtf(text, whole, at)


def _long_year(match: re.Match[str], whole: str, at: int) -> Point:
    sign, digits, exponent, count = match.groups()
    if len(digits) <= 4 and exponent is None:
        reason = "a year has a Y only if it has more than four digits, or an exponent"
        raise InvalidDateError(whole, at, reason, [] if sign else [digits.zfill(4)])
    # Compared by its length, so that no huge number is ever worked out.
    size = len(digits) + (int(exponent) if exponent and len(exponent) < 4 else 0 if not exponent else LONGEST)
    if count is not None and (len(count) > 4 or int(count) > size):
        raise InvalidDateError(whole, at, "it has more significant digits than digits")
    if sign or size > 4:
        raise UnsupportedDateError(whole, at, _YEARS)
    year = f"{int(digits) * 10 ** (size - len(digits)):04}"
    return _estimated(year, int(count), whole, at) if count else _point(year, whole, at)


def _estimated(year: str, count: int, whole: str, at: int) -> Point:
    """Return a year of which only the first digits are sure: ``1950S2`` is some year from 1900 to 1999."""
    sign = "-" if year.startswith("-") else ""
    sure = _point(sign + year[-4:][:count] + "X" * (4 - count), whole, at)
    return sure._replace(text=f"{year}S{count}", form="")


# --- times of day, intervals, sets ---


def _timed(text: str) -> Point:
    date, _, time = text.partition("T")
    point = _point(date, text, 0)
    if point.form != "day" or len(date.removeprefix("-")) != len("1993-01-31"):
        raise InvalidDateError(text, len(date), "a time of day follows a whole day")
    if re.fullmatch(_TIME, time) is None:
        raise InvalidDateError(
            text, len(date) + 1, "a time of day is written like 23:20:30, 23:20:30Z or +04:00"
        )
    raise UnsupportedDateError(text, len(date), "only dates without a time of day are")


def _interval(text: str) -> Parsed:
    first, _, last = text.partition("/")
    if "/" in last:
        raise InvalidDateError(text, len(first) + 1 + last.index("/"), "an interval has one slash")
    if text == "/":
        raise InvalidDateError(text, 0, "at least one end of an interval is given, or open (..)")
    at = len(first) + 1
    start = None if first in ("", "..") else _end(first, text, 0)
    end = None if last in ("", "..") else _end(last, text, at)
    if start is not None and end is not None:
        _in_order(start, end, text, at)
    for point, where in ((start, 0), (end, at)):
        _supported(FIRST if point is None else point.first, text, where)
    low = FIRST if start is None else start.first
    high = LAST if end is None else end.last
    return Parsed(f"{start.text if start else first}/{end.text if end else last}", low, high, "/")


def _end(text: str, whole: str, at: int) -> Point:
    if text[:1] == "Y" or "T" in text:
        raise InvalidDateError(whole, at, "the ends of an interval are days, months and years of four digits")
    if re.fullmatch(_SHORT_YEAR, text):
        # A century or decade alone is short enough to be told from a year; here it is most likely a slip.
        raise InvalidDateError(whole, at, "a year has four digits", _completed(text, whole, at))
    return _point(text, whole, at)


def _completed(text: str, whole: str, at: int) -> list[str]:
    """Return the interval whose second year is given by its last digits."""
    start = whole[: at - 1]
    if not at or re.fullmatch("[0-9]{4}", start) is None or not text.isdigit():
        return []
    end = start[: -len(text)] + text
    return [f"{start}/{end}"] if end > start else []


def _in_order(start: Point, end: Point, text: str, at: int) -> None:
    if end.last < start.first:
        raise InvalidDateError(text, at, "an interval ends after it begins")
    if end.form and end.first < start.first:
        # As the public suites read it: June as an end is all of June, which begins too early.
        plain = re.sub(_MARK, "", end.text)
        some_day = {"year": [f"{plain}-XX-XX"], "month": [f"{plain}-XX"]}.get(end.form, [])
        reason = "the end begins before the start; unspecified digits say that it is some day of it"
        raise InvalidDateError(text, at, reason, [f"{start.text}/{day}" for day in some_day])


def _set(text: str) -> Parsed:
    closing = {"[": "]", "{": "}"}[text[0]]
    if text[-1] != closing or len(text) == 1:
        raise InvalidDateError(text, len(text) - 1, f"a set that begins with {text[0]} ends with {closing}")
    found, at = [], 1
    for part in text[1:-1].split(","):
        bare = part.strip(" ")
        found.append((_member(bare, text, at + part.index(bare)), at + part.index(bare)))
        at += len(part) + 1
    count = 0
    for member, where in found:
        _supported(member.first, text, where)
        count += 0 if ".." in member.text else pieces(*components(member.text))
        if count > MOST:
            reason = f"only sets of at most {MOST:,} separate stretches of days are"
            raise UnsupportedDateError(text, where, reason)
    # In order and each once: a set has no order of its own.
    members = sorted(
        {member for member, _ in found}, key=lambda member: (member.first, member.last, member.text)
    )
    canonical = f"{text[0]}{','.join(member.text for member in members)}{closing}"
    return Parsed(canonical, members[0].first, max(member.last for member in members), text[0])


def _member(text: str, whole: str, at: int) -> Parsed:
    if ".." not in text:
        return Parsed(*_point(text, whole, at)[:3], "")
    first, _, last = text.partition("..")
    if not first and not last:
        raise InvalidDateError(whole, at, "an open range has a beginning or an end")
    start = _point(first, whole, at) if first else None
    end = _point(last, whole, at + len(first) + 2) if last else None
    if start is not None and end is not None:
        if not start.form or start.form != end.form:
            raise InvalidDateError(whole, at, "a range goes from day to day, month to month or year to year")
        if end.first < start.first:
            raise InvalidDateError(whole, at, "a range ends after it begins")
    # Not FIRST alone: an end before year 1 is to be refused, too.
    low = min(FIRST, end.first if end else FIRST) if start is None else start.first
    high = LAST if end is None else end.last
    return Parsed(f"{start.text if start else ''}..{end.text if end else ''}", low, high, "")


# --- what is wrong ---


def _refuse_day(match: re.Match[str], whole: str, at: int) -> NoReturn:
    year, month, day = match[2], match[5] or "", match[8] or ""
    if month.isdigit() and int(month) > 12 and (int(month) not in PARTS_OF_YEAR or day):
        reason = "months are 01 to 12" if day else "months are 01 to 12, parts of a year 21 to 41"
        raise InvalidDateError(whole, at + match.start(5), f"there is no month {month}: {reason}")
    if month == "00":
        raise InvalidDateError(whole, at + match.start(5), "there is no month 00: months are 01 to 12")
    if month.isdigit() and day.isdigit() and year.removeprefix("-").isdigit():
        days = length(int(year), int(month))
        raise InvalidDateError(whole, at + match.start(8), f"{year}-{month} has the days 01 to {days}")
    where = match.start(8) if day else match.start(5) if month else 0
    what = "day" if day else "month or part of a year" if month else "year"
    raise InvalidDateError(whole, at + where, f"there is no such {what} in the calendar")


def _no_edtf(text: str, whole: str, at: int) -> InvalidDateError:
    """Return the error of what does not fit the grammar; it says where it leaves it."""
    if padded := re.fullmatch(r"([0-9]{4})-([0-9]{1,2})(?:-([0-9]{1,2}))?", text):
        parts = [padded[1], *(part.zfill(2) for part in padded.groups()[1:] if part)]
        return InvalidDateError(whole, at + 5, "months and days have two digits", ["-".join(parts)])
    if re.match(r"[0-9]{5}", text):
        return InvalidDateError(whole, at + 4, "a year has four digits; a longer one begins with Y")
    if not text:
        return InvalidDateError(whole, at, "a date is missing; EDTF is written like 1993 or [1993,1994]")
    if estimated := re.match(r"-?[0-9X]{4}S", text):
        reason = "how many digits can be relied on is written like 1950S2, with 1 to 4 and without marks"
        return InvalidDateError(whole, at + estimated.end(), reason)
    fits = re.match(rf"{_MARK}-?[0-9X]{{0,4}}{_MARK}(?:-{_MARK}[0-9X]{{0,2}}{_MARK}){{0,2}}", text)
    position = fits.end() if fits else 0
    if like := _as_meant(text):
        reason = "it has only the digits 0 to 9, capital letters and hyphens, and no spaces"
        return InvalidDateError(whole, at + position, reason, [like] if text == whole else [])
    reason = (
        "EDTF is written like 1993, 1993-01, 1993-01-31, 199X or 1993~; from_text reads what people write"
    )
    return InvalidDateError(whole, at + position, reason)


def _as_meant(text: str) -> str:
    """Return what a point is in the signs of EDTF, if all that is wrong is how its signs look."""
    digits = {ord(sign): str(unicodedata.decimal(sign)) for sign in set(text) if sign.isdecimal()}
    plain = re.sub("[\u2010-\u2015\u2212\uff0d]", "-", text.translate(digits)).strip().upper()
    try:
        return "" if plain == text else parse(plain).text
    except (InvalidDateError, UnsupportedDateError):
        return ""
