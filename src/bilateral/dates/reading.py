"""From people's writing to EDTF: nothing is guessed, and no missing part is filled in.

The readers are tried one after the other; each returns EDTF, or None for what is not of its form.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

from bilateral.dates.calendar import length
from bilateral.dates.grammar import LONGEST, parse, unmarked
from bilateral.dates.lexicon import APPROXIMATE, SKIPPED, UNCERTAIN, months, plain, seasons
from bilateral.errors import InvalidDateError, UnsupportedDateError

_LIKE = "it is read if it is like 16 September 1996, 24.02.1993, September 2008, c. 1995 or before 1994"


def read(text: str, *, dayfirst: bool | None) -> str:
    """Return the EDTF that people's writing stands for; arguments and errors as of ``from_text``."""
    if not isinstance(text, str):
        raise TypeError(f"it must be text, not {text!r}")
    if len(text) > LONGEST:
        raise InvalidDateError(text, LONGEST, f"it is longer than {LONGEST} characters")
    return _Reader(text, dayfirst=dayfirst).read(_tidy(text))


def _tidy(text: str) -> str:
    """Return a text with one kind of space, dash and apostrophe, and without a full stop at its end."""
    text = re.sub("[\u2010-\u2015\u2212]", "–", text.replace("\u2011", "-").replace("\u2019", "'"))
    return " ".join(text.split()).removesuffix(".").strip()


_DECADE = re.compile(
    r"(?:(?:in )?the )?(?:(early|mid|late)[ -])?([0-9]{3}0)"
    r"(?:'?s( \(decade\))?|-?(?:е|х)(?: (?:гг|годы|годов))?| (?:жж|жылдары?)|-c[ıiuü] illər)",
    re.IGNORECASE,
)
_UNKNOWN = "an unknown day"
_STRETCHES = (
    re.compile(r"(?:from |с )?(.+?) (?:to|until|till|through|по|–|-) (.+)", re.IGNORECASE),
    re.compile(r"([^–]+)–([^–]+)"),
    re.compile(r"([0-9]{1,2})-([0-9]{1,2} [^\W\d_]+ [0-9]{4}|[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{4})"),
    re.compile(r"([0-9]{4})-([0-9]{4})"),
)


class _Day(NamedTuple):
    """Year, month (or number of a season) and day, as far as they are said."""

    year: str = ""
    month: int = 0
    day: int = 0

    def __str__(self) -> str:
        return "-".join([self.year, *(f"{part:02}" for part in (self.month, self.day) if part)])


class _Reader:
    """Reads one text."""

    def __init__(self, text: str, *, dayfirst: bool | None) -> None:
        self.text, self.dayfirst = text, dayfirst

    def read(self, tidy: str) -> str:
        readers: tuple[Callable[[str], str | None], ...] = (
            *(self.years, self.plain_edtf, self.numbers, self.midnight, self.listed),
            *(self.before_or_after, self.stretch, self.point),
        )
        for reader in readers:
            found = reader(tidy)
            if found is not None:
                return parse(found).text
        raise self.refusal(_LIKE)

    def refusal(self, reason: str, readings: Iterable[str] = ()) -> InvalidDateError:
        return InvalidDateError(self.text, 0, reason, list(readings))

    # --- digits alone ---

    def years(self, tidy: str) -> str | None:
        """Two years of which the second is shortened: 1996/97, 1996-97."""
        match = re.fullmatch(r"([0-9]{4}) ?([/–-]) ?([0-9]{2})", tidy)
        if match is None:
            return None
        first, sign, short = match.groups()
        year = f"{first[:2]}{short}"
        as_month = 1 <= int(short) <= 12
        if int(year) <= int(first):
            # EDTF has 1996-04 for April, and 1999/00 can only be 2000.
            if sign == "-" and as_month:
                return None
            year = f"{int(first[:2]) + 1:02}{short}"
            if int(year) - int(first) > 1:
                return None
        elif as_month:
            if sign == "-":
                return None
            raise self.refusal("it may be two years or a month", [f"{first}/{year}", f"{first}-{short}"])
        return f"{first}/{year}"

    def plain_edtf(self, tidy: str) -> str | None:
        """EDTF, and what spreadsheets and data files make of it."""
        edtf = tidy.removesuffix("-") if re.fullmatch(r"[0-9X]{4}(-[0-9X]{2}){2}-", tidy) else tidy
        if match := re.fullmatch(r"([0-9X-]+)\.\.([0-9X-]+)", edtf):
            edtf = f"{match[1]}/{match[2]}"
        if not re.match(r"[?~%]?[0-9X]{4}(?![0-9])|\[|\{|\.\./|/[0-9]", edtf):
            return None
        try:
            return parse(edtf).text
        except UnsupportedDateError:
            return None
        except InvalidDateError as error:
            if impossible := re.fullmatch(r"([0-9]{4})-([0-9]{2})-([0-9]{2})([?~%]?)", edtf):
                year, month, day, mark = impossible.groups()
                readings = self.near(int(year), int(month), int(day), mark)
                raise self.refusal(error.reason, readings) from None
            return None

    def near(self, year: int, month: int, day: int, mark: str = "") -> list[str]:
        """Return the days before and after one that is just beyond the end of its month."""
        if not (1 <= month <= 12 and year > 0 and length(year, month) < day <= 31):
            return []
        last = datetime.date(year, month, length(year, month))
        after = [last + datetime.timedelta(1)] if last != datetime.date.max else []
        return [f"{each.isoformat()}{mark}" for each in (last, *after)]

    def numbers(self, tidy: str) -> str | None:
        """Three numbers: 24.02.1993, 24/2/1993, 1993.02.24."""
        if match := re.fullmatch(r"([0-9]{4})([./]) ?([0-9]{1,2})\2 ?([0-9]{1,2})", tidy):
            return self.checked(_Day(match[1], int(match[3]), int(match[4])))
        match = re.fullmatch(r"([0-9]{1,2}) ?([./-]) ?([0-9]{1,2}) ?\2 ?([0-9]{4})(?: ?(?:г|ж))?", tidy)
        if match is None:
            return None
        first, sign, second, year = int(match[1]), match[2], int(match[3]), match[4]
        day_first, month_first = _Day(year, second, first), _Day(year, first, second)
        order = self.dayfirst if self.dayfirst is not None else True if sign == "." else None
        if order is not None:
            return self.checked(day_first if order else month_first)
        possible = sorted({str(each) for each in (day_first, month_first) if _exists(each)})
        if len(possible) == 1:
            return possible[0]
        if not possible:
            return self.checked(day_first)
        raise self.refusal("it does not say which number is the day", possible)

    def midnight(self, tidy: str) -> str | None:
        """A day to which a spreadsheet has added the time 00:00:00."""
        match = re.fullmatch(r"([0-9]{4}-[0-9]{2}-[0-9]{2})[ T]00:00(?::00(?:\.0+)?)?", tidy)
        return match[1] if match else None

    # --- several dates ---

    def listed(self, tidy: str) -> str | None:
        """One of several days, or all of them: 24 February or 24 December 1993, 1996 and 1999."""
        if re.match(r"(?:between|между) ", tidy, re.IGNORECASE):
            return None
        for opening, closing, joint in (("[", "]", "or|или|немесе|və ya"), ("{", "}", "and|и|және|və")):
            *most, last = re.split(rf",? (?:{joint}) (?!earlier$|later$)", tidy)
            if most:
                pieces = [piece for each in most for piece in re.split(r", (?=[0-9])", each)]
                return f"{opening}{','.join(self.alike([*pieces, last]))}{closing}"
        return None

    def alike(self, pieces: list[str]) -> list[str]:
        """Read dates of which the last says what the others leave out: 24 and 26 February 1993."""
        last = self.day(pieces[-1])
        if last is None or not last.year:
            return [self.read(piece) for piece in pieces]
        found = []
        for piece in pieces[:-1]:
            said = self.day(piece)
            if said is None:
                return [self.read(each) for each in pieces]
            if not said.year:
                said = said._replace(year=last.year, month=said.month or last.month)
            found.append(self.checked(said))
        return [*found, self.checked(last)]

    def before_or_after(self, tidy: str) -> str | None:
        """One day of all before or after a date; a stretch that has no end or no beginning."""
        match = re.fullmatch(
            r"(before|prior to|by|no later than|until|till|up to|after|no earlier than|since|from|до|после|с)"
            r" (.+?)( on(?:wards?)?| or (?:later|earlier))?",
            tidy,
            re.IGNORECASE,
        ) or re.fullmatch(r"()(.+)( onwards?| or (?:later|earlier))", tidy, re.IGNORECASE)
        if match is None or re.search(r" (?:to|until|till|по) ", match[2]):
            return None
        word, rest, tail = match[1].casefold(), match[2], (match[3] or "").strip().casefold()
        date = self.read(rest)
        if date[0] in "[{" or "/" in date:
            raise self.refusal("before and after go with one date")
        if word in ("before", "prior to", "до"):
            return f"[..{self.next_to(date, -1)}]"
        if word in ("after", "после"):
            return f"[{self.next_to(date, 1)}..]"
        if word in ("by", "no later than") or tail == "or earlier":
            return f"[..{date}]"
        if word == "no earlier than" or tail == "or later":
            return f"[{date}..]"
        return f"../{date}" if word in ("until", "till", "up to") else f"{date}/.."

    def next_to(self, date: str, step: int) -> str:
        """Return the day, month, year or decade before or after one."""
        digits = unmarked(date)
        found = parse(digits)
        mark = date[len(digits) :] if date.startswith(digits) else ""
        neighbour = found.first - 1 if step < 0 else found.last + 1
        if not 1 <= neighbour <= datetime.date.max.toordinal():
            raise self.refusal("there is nothing before the year 1 or after the year 9999")
        day = datetime.date.fromordinal(neighbour).isoformat()
        size = len(digits) if re.fullmatch(r"[0-9]{4}|[0-9]{4}-(?:0[1-9]|1[0-2])|.{10}", digits) else len(day)
        return day[:size] + mark

    def stretch(self, tidy: str) -> str | None:
        """From one date to another, or one day between them."""
        if match := re.fullmatch(r"(?:between|между) (.+) (?:and|и) (.+)", tidy, re.IGNORECASE):
            first, last = self.alike([match[1], match[2]])
            if len(unmarked(first)) != len(unmarked(last)):
                low, high = (datetime.date.fromordinal(n) for n in (parse(first).first, parse(last).last))
                first, last = low.isoformat(), high.isoformat()
            return f"[{first}..{last}]"
        match = next((found for form in _STRETCHES if (found := form.fullmatch(tidy))), None)
        if match is None:
            return None
        pieces = [each for each in match.groups() if each]
        known = [each for each in pieces if each != _UNKNOWN]
        ends = self.alike(known) if len(known) == len(pieces) else [self.read(each) for each in known]
        return "/".join(
            ends if len(ends) == len(pieces) else ["", *ends] if pieces[0] == _UNKNOWN else [*ends, ""]
        )

    # --- one date in words ---

    def point(self, tidy: str) -> str | None:
        words, mark = _without_marks(tidy)
        if words != tidy:
            date = self.read(words)
            if mark and (date[0] in "[{" or "/" in date or "S" in date):
                raise self.refusal("about and perhaps go with one date; write both dates with ~ or ? in EDTF")
            return f"{date}{mark}"
        for reader in (self.century, self.decade, self.part_of_year):
            found = reader(words)
            if found is not None:
                return found
        day = self.day(words)
        return self.checked(day) if day is not None and day.year else None

    def century(self, words: str) -> str | None:
        """The 19th century begins with 1801."""
        match = re.fullmatch(r"(?:the )?([0-9]{1,2})(?:st|nd|rd|th) (?:century|c)", words, re.IGNORECASE)
        if match is None or match[1].strip("0") == "":
            return None
        number = int(match[1])
        return f"[{number * 100 - 99:04}..{number * 100:04}]"

    def decade(self, words: str) -> str | None:
        match = _DECADE.fullmatch(words)
        if match is None:
            return None
        part, year = (match[1] or "").casefold(), match[2]
        if year.endswith("00") and match[3] is None:
            raise self.refusal("it may be ten or a hundred years", [f"{year[:3]}X", f"{year[:2]}XX"])
        # How far early and late go, nobody says: the ends inside the decade are approximate.
        stretches = {"early": ("0", "4~"), "mid": ("3~", "7~"), "late": ("5~", "9")}
        if part:
            first, last = stretches[part]
            return f"[{year[:3]}{first}..{year[:3]}{last}]"
        return f"{year[:3]}X"

    def part_of_year(self, words: str) -> str | None:
        if match := re.fullmatch(r"(.+) \((north|south)ern hemisphere\)", words, re.IGNORECASE):
            season = self.day(match[1])
            if season is None or season.month <= 20:
                return None
            return str(season._replace(month=season.month + (4 if match[2].casefold() == "north" else 8)))
        match = re.fullmatch(r"(?:(q)|(quarter|half|third) )([1-4])(?: of)? ([0-9]{4})", words, re.IGNORECASE)
        if match is None:
            return None
        before, count = {"half": (39, 2), "third": (36, 3)}.get((match[2] or "").casefold(), (32, 4))
        number = int(match[3])
        return f"{match[4]}-{before + number}" if number <= count else None

    def day(self, words: str) -> _Day | None:
        """Read a day, month and year in any order in which the month is a word; the year may be missing."""
        if re.search(r"[^\w\s.,'-]", words) or not words:
            return None
        tokens = [
            word
            for word in re.findall(r"[0-9]+|[^\W\d_]+", re.sub(r"(?<=[0-9])(?:st|nd|rd|th)\b", "", words))
            if plain(word) not in SKIPPED
        ]
        weekday = _WEEKDAYS.get(plain(tokens[0])) if tokens else None
        kinds = [_kind(token) for token in tokens[weekday is not None :]]
        tokens = tokens[weekday is not None :]
        if "".join(kinds) not in _ORDERS:
            return None
        said = dict(zip(kinds, tokens, strict=True))
        month = _month_or_season(said["M"]) if "M" in said else 0
        found = _Day(said.get("Y", ""), month, int(said.get("D", 0)))
        if found.month > 12 and found.day:
            return None
        if (
            weekday is not None
            and _exists(found)
            and datetime.date.fromisoformat(str(found)).weekday() != weekday
        ):
            raise self.refusal(f"{found} was not a {tidy_name(weekday)}")
        return found

    def checked(self, day: _Day) -> str:
        """Return a day in EDTF, or refuse it and say which days there are."""
        try:
            return parse(str(day)).text
        except InvalidDateError as error:
            raise self.refusal(error.reason, self.near(int(day.year), day.month, day.day)) from None


_ORDERS = frozenset(("DMY", "MDY", "YDM", "YMD", "MY", "YM", "DM", "MD", "D", "M", "Y"))
_WEEKDAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WEEKDAYS = {
    form: number
    for number, name in enumerate(_WEEKDAY_NAMES)
    for form in (name.casefold(), name[:3].casefold())
}


def tidy_name(weekday: int) -> str:
    """Return the English name of a day of the week, Monday being 0."""
    return _WEEKDAY_NAMES[weekday]


def _kind(token: str) -> str:
    if token.isascii() and token.isdigit():
        return {1: "D", 2: "D", 4: "Y"}.get(len(token), "?")
    return "M" if _month_or_season(token) else "?"


def _month_or_season(word: str) -> int:
    return months().get(plain(word)) or seasons().get(plain(word), 0)


def _exists(day: _Day) -> bool:
    return (
        bool(day.day and day.year)
        and 1 <= day.month <= 12
        and int(day.year) > 0
        and day.day <= length(int(day.year), day.month)
    )


def _without_marks(words: str) -> tuple[str, str]:
    """Return a text without the words that call it approximate or uncertain, and the EDTF mark for them."""
    found = set()
    while match := re.match(r"([^\W\d_]+)(?:\. ?|,? )(?:ki, )?(?=.)", words):
        word = plain(match[1])
        if word not in APPROXIMATE and word not in UNCERTAIN:
            break
        found.add("~" if word in APPROXIMATE else "?")
        words = words[match.end() :]
    while words[-1:] in ("?", "~", "%") or words[:1] in ("~", "≈"):
        mark = words[-1] if words[-1] in "?~%" else "~"
        found.update("?~" if mark == "%" else mark)
        words = words[:-1].strip() if words[-1] in "?~%" else words[1:].strip()
    return words, "%" if len(found) > 1 else "".join(found)
