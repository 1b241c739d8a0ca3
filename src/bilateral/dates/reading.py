"""From people's writing to EDTF: nothing is guessed, and no missing part is filled in.

The readers are tried one after the other; each returns EDTF, or None for what is not of its form. They do
not build on dateutil's parser, which takes what is missing from today and guesses which number is the day.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

from bilateral.dates.calendar import MONTHS
from bilateral.dates.grammar import LONGEST, parse, unmarked
from bilateral.dates.lexicon import FROM, TO, WINTER, plain, seasons
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
    """Return a text with one kind of space, hyphen, dash and apostrophe, and no quotes."""
    text = re.sub("[\u2010\u2011\u2212]", "-", text.replace("\u2019", "'").replace("…", ".."))
    text = re.sub('[«»“”„"]', "", re.sub("[\u2012-\u2015]", "–", text))
    return " ".join(text.split())


_DEEPEST = 8
"""How many dates may stand one within the other: a piece of a list, from which something lasted..."""

_UNKNOWN = "an unknown day"
_ENDLESS = {"at all times": "../..", f"from {_UNKNOWN} on": "/..", f"until {_UNKNOWN}": "../"}
_TIME = r"(.+?)[T ,]+([0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:[.,][0-9]+)?)?)(?:Z| ?[+-][0-9]{2}:?[0-9]{2})?"
_MONTH_YEAR = r"[^\W\d_]+\.?,? [0-9]{4}(?: ?(?:г|года)\.?)?"
_STRETCHES = (
    re.compile(r"(?:from |с )?(.+?) (?:to|until|till|through|по|–|-) (.+)", re.IGNORECASE),
    re.compile(r"([^–]+)–([^–]+)"),
    # With hyphens only what cannot be one date.
    re.compile(rf"([0-9]{{1,2}})-([0-9]{{1,2}} {_MONTH_YEAR})"),
    re.compile(r"([0-9]{1,2}(?:\.[0-9]{1,2})?\.?)-([0-9]{1,2}\.[0-9]{1,2}\.[0-9]{4})"),
    re.compile(rf"((?:[0-9]{{1,2}} )?[^\W\d_]+\.?)-((?:[0-9]{{1,2}} )?{_MONTH_YEAR})"),
    re.compile(rf"((?:[0-9]{{1,2}} )?{_MONTH_YEAR})-((?:[0-9]{{1,2}} )?{_MONTH_YEAR})"),
    re.compile(r"([0-9]{1,2}[./][0-9]{1,2}[./][0-9]{4})-([0-9]{1,2}[./][0-9]{1,2}[./][0-9]{4})"),
    re.compile(r"([0-9]{4})-([0-9]{4})"),
    re.compile(r"([0-9]{3}0s)-([0-9]{3}0s)"),
)
_FROM_TO = re.compile(r"(.+?(?:[нтд][ае]н|d[aə]n)) (.+) (?:дейін|шейін|qədər|dək)", re.IGNORECASE)
"""From one date to another, as Kazakh and Azerbaijani say it with endings."""

_TWO_YEARS = r"[0-9]{4}(?: ?(?:г|года)\.?)?(?: ?[–/-] ?| по | to )[0-9]{2,4}"
_YEARS = re.compile(
    rf"(?:in |в )?(?:the years )?((?:с |from )?{_TWO_YEARS})(-[ех]|-c[ıiuü])?(?: (гг|годы|годов|годах|жж|"
    r"жылдар|жылдары|жылдарда|жылдарында|illər|illəri|illərdə|illərində))?",
    re.IGNORECASE,
)
"""The years from one to another, or the decades."""

_BEFORE_OR_AFTER = (
    (
        re.compile(r"(?:from |с )?(.+?)(?: to | ?[-–/] ?)(?:the )?(?:present|now|today)", re.IGNORECASE),
        "{}/..",
    ),
    (re.compile(r"(?:before|prior to|до) (.+)", re.IGNORECASE), "before"),
    (re.compile(r"(?:after|после) (.+)", re.IGNORECASE), "after"),
    (re.compile(r"(?:by|(?:no|not) (?:later than|after)|не поз(?:днее|же)) (.+)", re.IGNORECASE), "[..{}]"),
    (re.compile(r"(?:(?:in|on|by) or before )(.+)|(.+) or (?:earlier|before)", re.IGNORECASE), "[..{}]"),
    (re.compile(r"(?:(?:no|not) (?:earlier than|before)|не ран(?:ее|ьше)) (.+)", re.IGNORECASE), "[{}..]"),
    (re.compile(r"(?:(?:in|on) or after )(.+)|(.+) or (?:later|after)", re.IGNORECASE), "[{}..]"),
    (re.compile(r"(?:until|till|up to) (.+)", re.IGNORECASE), "../{}"),
    (re.compile(r"(?:since|from|с) (.+?)(?: on(?:wards?)?)?|(.+) onwards?", re.IGNORECASE), "{}/.."),
)
_WITH_ENDINGS = (
    (re.compile(r"(.+) (?:бұрын|əvvəl)", re.IGNORECASE), FROM, "before"),
    (re.compile(r"(.+) (?:кейін|sonra)", re.IGNORECASE), FROM, "after"),
    (re.compile(r"(.+) (?:бастап|бері|bəri|etibarən|başlayaraq)", re.IGNORECASE), FROM, "{}/.."),
    # Which may be said of what lasted until then, or was one day before.
    (re.compile(r"(.+) (?:дейін|шейін|qədər|dək)", re.IGNORECASE), TO, "until or before"),
)
"""The same in Kazakh and Azerbaijani, with the ending that the date has there."""


class _Form(NamedTuple):
    """How EDTF writes several dates."""

    opening: str
    joint: str
    closing: str

    def of(self, dates: Iterable[str]) -> str:
        return self.opening + self.joint.join(dates) + self.closing


_EITHER, _EVERY, _STRETCH = _Form("[", ",", "]"), _Form("{", ",", "}"), _Form("", "/", "")


class _Reader:
    """Reads a text, and the dates that it is made of."""

    def __init__(self, *, dayfirst: bool | None) -> None:
        self.dayfirst = dayfirst
        self.depth = 0

    def read(self, text: str) -> str:
        """Return the EDTF of a text, or refuse it; of a text within texts, if it is not too deep."""
        tidy = text if text.endswith("..") else text.removesuffix(".").strip()
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
        for form, joint in ((_EITHER, "or|или|немесе|və ya"), (_EVERY, "and|&|и|және|və")):
            *most, last = re.split(rf",? (?:{joint}) (?!(?:earlier|later|before|after)\b)", tidy)
            if most and not re.search(r"\b(?:in|on|by)$", most[-1]):
                pieces = [*(piece for each in most for piece in re.split(r", (?=[0-9])", each)), last]
                dates = self.all_single(pieces, tidy)
                if not re.search(rf", (?:{joint}) ", tidy):
                    _check_scope(tidy, pieces, dates, form)
                _check_last(tidy, dates, form)
                return form.of(dates)
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
            if day is None or day.year:
                found.append(checked(day or last, piece))
                continue
            if last.month is None or (day.month is None and last.month > MONTHS):
                raise refusal(piece, "it is a day or month without its year")
            found.append(checked(Day(last.year, day.month or last.month, day.day), piece))
        return found

    def all_single(self, pieces: list[str], tidy: str) -> list[str]:
        """Read dates of which none is a stretch or a set."""
        dates = self.alike(pieces)
        if any(date[0] in "[{" or "/" in date for date in dates):
            reason = (
                "what is listed, or the ends of a stretch, are single dates: days, months, years or decades"
            )
            raise refusal(tidy, reason)
        return dates

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
        if _FROM_TO.fullmatch(tidy):
            return None
        for form, ending, meaning in _WITH_ENDINGS:
            if match := form.fullmatch(tidy):
                return self.placed(ending.sub("", match[1]), meaning, tidy)
        for form, meaning in _BEFORE_OR_AFTER:
            if match := form.fullmatch(tidy):
                rest = next(group for group in match.groups() if group)
                lasting = meaning == "{}/.." and re.search(r" (?:to|until|till|по|–|-) ", rest)
                return None if lasting else self.placed(rest, meaning, tidy)
        return None

    def placed(self, rest: str, meaning: str, tidy: str) -> str:
        """Read the date that something was before, after, since..., and say that of it."""
        date = self.single(rest, tidy, "before and after go with one date")
        if meaning == "until or before":
            raise refusal(tidy, f"it may be {meaning}", f"../{date}", _beyond(date, tidy, after=False))
        if meaning in ("before", "after"):
            return _beyond(date, tidy, after=meaning == "after")
        return meaning.format(date)

    def single(self, piece: str, tidy: str, reason: str) -> str:
        """Read a date that is neither a stretch nor a set."""
        date = self.read(piece)
        if date[0] in "[{" or "/" in date:
            raise refusal(tidy, reason)
        return date

    def stretch(self, tidy: str) -> str | None:
        """From one date to another, or one day between them."""
        if match := re.fullmatch(r"(?:between|между) (.+) (?:and|и) (.+)", tidy, re.IGNORECASE):
            return self.between([match[1], match[2]], tidy)
        if match := _FROM_TO.fullmatch(tidy):
            return "/".join(self.all_single([FROM.sub("", match[1]), TO.sub("", match[2])], tidy))
        if (match := _YEARS.fullmatch(tidy)) and (match[2] or match[3]):
            return self.years(match[1], match[2] or "", match[3] or "", tidy)
        if match := re.fullmatch(r"([^\W\d_]+)\.? ([0-9]{1,2} ?[-–] ?[0-9]{1,2}),? ([0-9]{4})", tidy):
            # October 3-5, 2009.
            tidy = f"{match[2]} {match[1]} {match[3]}"
        match = next((found for form in _STRETCHES if (found := form.fullmatch(tidy))), None)
        if match is None:
            return None
        pieces = list(match.groups())
        if _UNKNOWN in pieces:
            ends = ["" if piece == _UNKNOWN else self.single(piece, tidy, _LIKE) for piece in pieces]
        else:
            ends = self.all_single(pieces, tidy)
            _check_scope(tidy, pieces, ends, _STRETCH, said_from=tidy[:5].casefold() == "from ")
        return "/".join(ends)

    def years(self, years: str, ending: str, word: str, tidy: str) -> str:
        """The years 1993 to 1995, or the decades that two years stand for."""
        first, last = re.findall("[0-9]+", years)
        decades = f"{first[:3]}X/{last[:3]}X"
        if not (first[-1] == last[-1] == "0" and len(last) == 4):
            if ending[1:2] in ("е", "х"):
                raise refusal(tidy, _LIKE)
            return self.read(years)
        if ending[1:2] in ("е", "х"):
            return decades
        if word.startswith(("жж", "жыл", "il", "İl", "IL")):
            raise refusal(tidy, "it may be years or decades", f"{first}/{last}", decades)
        return self.read(years)

    def between(self, pieces: list[str], tidy: str) -> str:
        first, last = self.all_single(pieces, tidy)
        forms = {re.sub("[0-9]", "0", unmarked(date)) for date in (first, last)}
        if len(forms) > 1 or "X" in forms.pop():
            if not (first + last).isascii() or set(first + last) & set("?~%"):
                raise refusal(
                    tidy, "dates of different precision that are about or perhaps have no range in EDTF"
                )
            low, high = parse(first).first, parse(last).last
            first, last = (datetime.date.fromordinal(day).isoformat() for day in (low, high))
        return f"[{first}..{last}]"

    # --- one date in words ---

    def point(self, tidy: str) -> str | None:
        words, mark = without_marks(tidy)
        if words == tidy:
            return read_words(words)
        try:
            date = self.read(words)
        except InvalidDateError as error:
            readings = [_marked(reading, mark) for reading in error.readings]
            raise refusal(tidy, error.reason, *readings) from None
        if mark and (date[0] in "[{" or "/" in date or "S" in date):
            reason = "about and perhaps go with one date; write both dates with ~ or ? in EDTF"
            raise refusal(tidy, reason)
        return f"{date}{mark}"


def _marked(date: str, mark: str) -> str:
    return date if date[0] in "[{" else "/".join(end + mark for end in date.split("/"))


def _check_scope(
    tidy: str, pieces: list[str], dates: list[str], form: _Form, *, said_from: bool = False
) -> None:
    """Refuse a mark of which it is not clear whether it holds of one date or of all."""
    marks = [without_marks(piece)[1] for piece in pieces]
    at_the_start = marks[0] and not any(marks[1:]) and not said_from
    at_the_end = marks[-1] and not any(marks[:-1]) and not _mark_comes_first(pieces[-1])
    if at_the_start or at_the_end:
        mark = marks[0] or marks[-1]
        bare = [date.strip("?~%") for date in dates]
        reason = "it is not clear whether about or perhaps is said of one date or of all"
        raise refusal(tidy, reason, form.of(dates), form.of(date + mark for date in bare))


def _mark_comes_first(piece: str) -> bool:
    rest, _ = without_marks(piece)
    return piece.endswith(rest)


def _check_last(tidy: str, dates: list[str], form: _Form) -> None:
    """Refuse a list such as 1 May 1993 or 1994, where the last may leave out what the others say."""
    if not re.fullmatch("[0-9]{4}", dates[-1]):
        return
    longer = next((date for date in dates if re.fullmatch(r"[0-9]{4}(-[0-9]{2}){1,2}", date)), None)
    if longer is None:
        return
    filled = dates[-1] + longer[4:]
    readings = [form.of([*dates[:-1], last]) for last in (dates[-1], filled)]
    raise refusal(tidy, "it is not clear whether the last is a year, or a day or month of it", *readings)


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
