"""From people's writing to EDTF: nothing is guessed, and no missing part is filled in.

The readers are tried one after the other; each returns EDTF, or None for what is not of its form. They do
not build on dateutil's parser, which takes what is missing from today and guesses which number is the day.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable

from bilateral.dates.grammar import LONGEST, parse, unmarked
from bilateral.dates.lexicon import WINTER, plain, seasons
from bilateral.dates.numerals import Day, checked, read_numerals, refusal
from bilateral.dates.single import read_day, read_words, without_marks
from bilateral.errors import InvalidDateError, UnsupportedDateError

_LIKE = "it is read if it is like 16 September 1996, 24.02.1993, September 2008, c. 1995 or before 1994"


def read(text: str, *, dayfirst: bool | None) -> str:
    """Return the EDTF that people's writing stands for; arguments and errors as of ``from_text``."""
    if not isinstance(text, str):
        raise TypeError(f"it must be text, not {text!r}")
    if len(text) > LONGEST:
        raise InvalidDateError(text, LONGEST, f"it is longer than {LONGEST} characters")
    try:
        return parse(_Reader(dayfirst=dayfirst).read(_tidy(text))).text
    except InvalidDateError as error:
        # Of the whole text, however small the piece that was refused.
        raise InvalidDateError(text, _place(text, error), error.reason, error.readings) from None
    except UnsupportedDateError as error:
        raise UnsupportedDateError(text, _place(text, error), error.reason) from None


def _place(text: str, error: InvalidDateError | UnsupportedDateError) -> int:
    found = text.find(error.text)
    return found + error.position if found >= 0 else 0


def _tidy(text: str) -> str:
    """Return a text with one kind of space, hyphen, dash and apostrophe, and no full stop at its end."""
    text = re.sub("[\u2010\u2011\u2212]", "-", text.replace("\u2019", "'").replace("…", ".."))
    text = " ".join(re.sub("[\u2012-\u2015]", "–", text).split())
    return text if text.endswith("..") else text.removesuffix(".").strip()


_DEEPEST = 8
"""How many dates may stand one within the other: a piece of a list, from which something lasted..."""

_UNKNOWN = "an unknown day"
_ENDLESS = {"at all times": "../..", f"from {_UNKNOWN} on": "/..", f"until {_UNKNOWN}": "../"}
_TIME = r"(.+?)[T ,]+([0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:[.,][0-9]+)?)?)(?:Z| ?[+-][0-9]{2}:?[0-9]{2})?"
_STRETCHES = (
    re.compile(r"(?:from |с )?(.+?) (?:to|until|till|through|по|–|-) (.+)", re.IGNORECASE),
    re.compile(r"([^–]+)–([^–]+)"),
    re.compile(r"([0-9]{1,2})-([0-9]{1,2} [^\W\d_]+\.?,? [0-9]{4})"),
    re.compile(r"([0-9]{1,2}(?:\.[0-9]{1,2})?\.?)-([0-9]{1,2}\.[0-9]{1,2}\.[0-9]{4})"),
    re.compile(r"((?:[0-9]{1,2} )?[^\W\d_]+\.?)-((?:[0-9]{1,2} )?[^\W\d_]+\.?,? [0-9]{4})"),
    re.compile(r"([0-9]{4})-([0-9]{4})"),
    re.compile(r"([0-9]{3}0s)-([0-9]{3}0s)"),
    # 1993 to 1995, as Kazakh and Azerbaijani say it with endings.
    re.compile(r"(.+?) жылдан (.+?) жылға (?:дейін|шейін)", re.IGNORECASE),
    re.compile(r"(.+?)-c[ıiuü] ildən (.+?)-c[ıiuü] ilə (?:qədər|dək)", re.IGNORECASE),
)
# "The years 1993 to 1995": the stretch stands before the word or after it.
_YEARS = re.compile(
    r"(?:in |в )?(?:the years )?(.*[0-9]{4})(?:-c[ıiuü])?"
    r" (?:гг|годы|годов|годах|жж|жылдар|жылдары|жылдарда|жылдарында|illər|illəri|illərdə|illərində)",
    re.IGNORECASE,
)
_BEFORE_OR_AFTER = (
    (
        re.compile(r"(?:from |с )?(.+?)(?: to | ?[-–/] ?)(?:the )?(?:present|now|today)", re.IGNORECASE),
        "{}/..",
    ),
    (re.compile(r"(?:before|prior to|до) (.+)", re.IGNORECASE), "before"),
    (re.compile(r"(.+) (?:бұрын|əvvəl)", re.IGNORECASE), "before"),
    (re.compile(r"(?:after|после) (.+)", re.IGNORECASE), "after"),
    (re.compile(r"(.+) (?:кейін|sonra)", re.IGNORECASE), "after"),
    (re.compile(r"(?:by|(?:no|not) (?:later than|after)|не позднее) (.+)", re.IGNORECASE), "[..{}]"),
    (re.compile(r"(?:(?:in|on|by) or before )(.+)|(.+) or (?:earlier|before)", re.IGNORECASE), "[..{}]"),
    (re.compile(r"(?:(?:no|not) (?:earlier than|before)|не ранее) (.+)", re.IGNORECASE), "[{}..]"),
    (re.compile(r"(?:(?:in|on) or after )(.+)|(.+) or (?:later|after)", re.IGNORECASE), "[{}..]"),
    (re.compile(r"(?:until|till|up to) (.+)", re.IGNORECASE), "../{}"),
    (re.compile(r"(?:since|from|с) (.+?)(?: on(?:wards?)?)?|(.+) onwards?", re.IGNORECASE), "{}/.."),
)
_EITHER = re.compile(r"(.+) (?:дейін|шейін|qədər|dək)", re.IGNORECASE)


class _Reader:
    """Reads a text, and the dates that it is made of."""

    def __init__(self, *, dayfirst: bool | None) -> None:
        self.dayfirst = dayfirst
        self.depth = 0

    def read(self, tidy: str) -> str:
        """Return the EDTF of a text, or refuse it; of a text within texts, if it is not too deep."""
        if self.depth == _DEEPEST:
            raise refusal(tidy, _LIKE)
        self.depth += 1
        found = self.tried(tidy)
        self.depth -= 1
        return found

    def tried(self, tidy: str) -> str:
        readers: tuple[Callable[[str], str | None], ...] = (
            *(self.timed, self.numerals, self.era, self.endless, self.listed, self.two_winters),
            *(self.before_or_after, self.stretch, self.point),
        )
        for reader in readers:
            found = reader(tidy)
            if found is not None:
                return found
        if re.fullmatch("[–-][^–-]+|[^–-]+[–-]", tidy):
            bare = self.read(tidy.strip("–- "))
            open_end = tidy[-1] in "–-"
            reason = "it may be a stretch without end or a slip"
            raise refusal(tidy, reason, *_ends_open(bare, after=open_end), bare)
        raise refusal(tidy, "digits are 0 to 9" if re.search(r"(?![0-9])\d", tidy) else _LIKE)

    def endless(self, tidy: str) -> str | None:
        """A stretch of which neither end is said."""
        return _ENDLESS.get(tidy.casefold())

    def numerals(self, tidy: str) -> str | None:
        return read_numerals(tidy, dayfirst=self.dayfirst)

    # --- what a date has around it ---

    def timed(self, tidy: str) -> str | None:
        """A day with a time, which spreadsheets add as 00:00:00."""
        match = re.fullmatch(_TIME, tidy)
        if match is None:
            return None
        day = self.read(match[1])
        if match[2].strip("0:.,"):
            raise UnsupportedDateError(tidy, match.start(2), "only dates without a time of day are")
        return day

    def era(self, tidy: str) -> str | None:
        """A year of our era, or before it."""
        match = re.fullmatch(
            r"(?:(A\.?D\.? ?))?([0-9]{1,4}) ?(?:(A\.?D|C\.?E|н\. ?э)|(B\.? ?C\.?(?: ?E)?|до н\. ?э))?\.?",
            tidy,
        )
        if match is None or not (match[1] or match[3] or match[4]):
            return None
        if match[4]:
            raise UnsupportedDateError(tidy, match.start(4), "only the years from 0001 to 9999 are")
        return checked(Day(match[2].zfill(4)), tidy)

    # --- several dates ---

    def listed(self, tidy: str) -> str | None:
        """One of several days, or all of them: 24 February or 24 December 1993, 1996 and 1999."""
        if re.match(r"(?:between|между) ", tidy, re.IGNORECASE):
            return None
        for opening, closing, joint in (("[", "]", "or|или|немесе|və ya"), ("{", "}", "and|&|и|және|və")):
            *most, last = re.split(rf",? (?:{joint}) (?!(?:earlier|later|before|after)\b)", tidy)
            if most and not re.search(r"\b(?:in|on|by)$", most[-1]):
                pieces = [piece for each in most for piece in re.split(r", (?=[0-9])", each)]
                return f"{opening}{','.join(self.alike([*pieces, last]))}{closing}"
        if match := re.fullmatch(r"([0-9]{1,2})/([0-9]{1,2} [^\W\d_]+\.?,? [0-9]{4})", tidy):
            first, last = self.alike([match[1], match[2]])
            raise refusal(tidy, "it may be one day or both", f"[{first},{last}]", f"{first}/{last}")
        return None

    def alike(self, pieces: list[str]) -> list[str]:
        """Read dates of which the last says what the others leave out: 24 and 26 February 1993."""
        days = [self.said(piece) for piece in pieces]
        last = days[-1]
        if last is None or not last.year or None in days:
            return [self.read(piece) for piece in pieces]
        found = []
        for day, piece in zip(days, pieces, strict=True):
            if day is not None:
                month = last.month if day.month is None and not day.year else day.month
                found.append(checked(Day(day.year or last.year, month, day.day), piece))
        return found

    def said(self, piece: str) -> Day | None:
        """Read as much of one day as a piece of a list says, in words or in digits."""
        if match := re.fullmatch(r"([0-9]{1,2})\.([0-9]{1,2})\.?", piece):
            return Day("", int(match[2]), int(match[1]))
        if match := re.fullmatch(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})", piece):
            return Day(match[3], int(match[2]), int(match[1]))
        return read_day(piece)

    def two_winters(self, tidy: str) -> str | None:
        """The one season that lies in two years: winter 1996/97."""
        match = re.fullmatch(r"(?:the )?(.+?) (?:of )?([0-9]{4}) ?[/–-] ?([0-9]{2}|[0-9]{4})", tidy)
        season = match and seasons().get(plain(match[1]))
        if match is None or not season:
            return None
        first, second = int(match[2]), int(match[2][: -len(match[3])] + match[3])
        if season != WINTER or (first + 1 - second) % 10 ** len(match[3]):
            raise refusal(tidy, "only a winter lies in two years, of which the second follows the first")
        return f"{match[2]}-{season}"

    def before_or_after(self, tidy: str) -> str | None:
        """One day of all before or after a date; a stretch that has no end or no beginning."""
        matches = ((form.fullmatch(tidy), meaning) for form, meaning in _BEFORE_OR_AFTER)
        match, meaning = next(((match, meaning) for match, meaning in matches if match), (None, ""))
        if match is None:
            return self.up_to(tidy)
        rest = next(group for group in match.groups() if group)
        if meaning == "{}/.." and re.search(r" (?:to|until|till|по|–|-) ", rest):
            return None
        date = self.single(rest, tidy, "before and after go with one date")
        if meaning in ("before", "after"):
            return _beyond(date, tidy, after=meaning == "after")
        return meaning.format(date)

    def up_to(self, tidy: str) -> str | None:
        """Words that do not tell whether something lasted until then, or was one day before."""
        match = _EITHER.fullmatch(tidy)
        if match is None or re.search("жылдан .+ жылға|ildən .+ ilə", tidy):
            return None
        date = self.single(match[1], tidy, "before and after go with one date")
        raise refusal(tidy, "it may be until or before", f"../{date}", _beyond(date, tidy, after=False))

    def single(self, piece: str, tidy: str, reason: str) -> str:
        """Read a date that is neither a stretch nor a set."""
        date = self.read(piece)
        if date[0] in "[{" or "/" in date:
            raise refusal(tidy, reason)
        return date

    def stretch(self, tidy: str) -> str | None:
        """From one date to another, or one day between them."""
        if match := re.fullmatch(r"(?:between|между) (.+) (?:and|и) (.+)", tidy, re.IGNORECASE):
            return self.between(match[1], match[2])
        if match := _YEARS.fullmatch(tidy):
            tidy = match[1]
        if match := re.fullmatch(r"([^\W\d_]+)\.? ([0-9]{1,2} ?[-–] ?[0-9]{1,2}),? ([0-9]{4})", tidy):
            # October 3-5, 2009.
            tidy = f"{match[2]} {match[1]} {match[3]}"
        match = next((found for form in _STRETCHES if (found := form.fullmatch(tidy))), None)
        if match is None:
            return None
        pieces = list(match.groups())
        known = [each for each in pieces if each != _UNKNOWN]
        ends = self.alike(known) if len(known) == len(pieces) else [self.read(each) for each in known]
        if any(end[0] in "[{" or "/" in end for end in ends):
            raise refusal(tidy, "the ends of a stretch are single dates: days, months, years or decades")
        return "/".join(
            ends if len(ends) == len(pieces) else ["", *ends] if pieces[0] == _UNKNOWN else [*ends, ""]
        )

    def between(self, *pieces: str) -> str:
        first, last = self.alike(list(pieces))
        forms = {re.sub("[0-9]", "0", unmarked(date)) for date in (first, last)}
        if len(forms) > 1 or "X" in forms.pop():
            low, high = parse(first).first, parse(last).last
            first, last = (datetime.date.fromordinal(day).isoformat() for day in (low, high))
        return f"[{first}..{last}]"

    # --- one date in words ---

    def point(self, tidy: str) -> str | None:
        words, mark = without_marks(tidy)
        if words != tidy:
            date = self.read(words)
            if mark and (date[0] in "[{" or "/" in date or "S" in date):
                reason = "about and perhaps go with one date; write both dates with ~ or ? in EDTF"
                raise refusal(tidy, reason)
            return f"{date}{mark}"
        return read_words(words)


def _beyond(date: str, tidy: str, *, after: bool) -> str:
    """Return one of all days before or after a date, in its own precision where that can be said."""
    digits = unmarked(date)
    found = parse(digits)
    mark = date[len(digits) :] if date.startswith(digits) else ""
    neighbour = found.last + 1 if after else found.first - 1
    if not 1 <= neighbour <= datetime.date.max.toordinal():
        raise refusal(tidy, "there is nothing before the year 1 or after the year 9999")
    day = datetime.date.fromordinal(neighbour).isoformat()
    size = len(digits) if re.fullmatch(r"[0-9]{4}|[0-9]{4}-(?:0[1-9]|1[0-2])|.{10}", digits) else len(day)
    return f"[{day[:size]}{mark}..]" if after else f"[..{day[:size]}{mark}]"


def _ends_open(date: str, *, after: bool) -> list[str]:
    if date[0] in "[{" or "/" in date:
        return []
    return [f"{date}/..", f"{date}/"] if after else [f"../{date}", f"/{date}"]
