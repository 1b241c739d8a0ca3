"""One date in words: a day, month, year, part of a year, decade or century.

Each reader returns EDTF, or None for what is not of its form.
"""

from __future__ import annotations

import datetime
import re

from bilateral.dates import lexicon
from bilateral.dates.calendar import MONTHS
from bilateral.dates.lexicon import months, plain, seasons
from bilateral.dates.numerals import ROMAN, Day, checked, refusal

# Digits or letters, taken whole, so that no text is tried in many ways.
_WORD = r"(?:[0-9]++|[^\W\d_]++)"
_ORDERS = frozenset(("DMY", "MDY", "YDM", "YMD", "MY", "YM", "DM", "MD", "D", "M", "Y"))
_WEEKDAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WEEKDAYS = {
    form: number
    for number, name in enumerate(_WEEKDAY_NAMES)
    for form in (name.casefold(), name[:3].casefold())
}


def _kind(token: str) -> str:
    if token.isascii() and token.isdigit():
        return {1: "D", 2: "D", 4: "Y"}.get(len(token), "?")
    return "M" if _month_or_season(token) else "?"


def _month_or_season(word: str) -> int:
    return months().get(plain(word)) or seasons().get(plain(word), 0)


def _in_centuries(tokens: list[str]) -> list[str]:
    """Return what a day, a month in words and a short year may be."""
    *day, month, year = tokens
    if len(year) != 2:
        return []
    known = (_month_or_season(month), int(day[0]) if day else None)
    possible = [Day(f"{century}{year}", *known) for century in (19, 20)]
    return [str(each) for each in possible if each.exists or not day]


def read_words(words: str) -> str | None:
    """Return the EDTF of one date in words without marks."""
    for reader in (_century, _decade, _part_of_year, _season_of_hemisphere):
        found = reader(words)
        if found is not None:
            return found
    day = read_day(words)
    return checked(day, words) if day is not None and day.year else None


def read_day(words: str) -> Day | None:
    """Read a day, month and year in any order in which the month is a word; the year may be missing."""
    bare = re.sub(r"(?<=[0-9])(?:st|nd|rd|th)\b|(?<=\b1)(?:er|º)\b", "", words, flags=re.IGNORECASE)
    # The whole text, not what can be found in it: nothing that is written may be overlooked.
    if re.fullmatch(rf"{_WORD}(?:(?:[.,]? ?|['-]){_WORD})*+\.?", bare) is None:
        return None
    tokens = [word for word in re.findall(_WORD, bare) if plain(word) not in lexicon.SKIPPED]
    weekday = _WEEKDAYS.get(plain(tokens[0])) if tokens else None
    tokens = tokens[weekday is not None :]
    kinds = "".join(map(_kind, tokens))
    if kinds == "DMD" or (kinds == "MD" and int(tokens[1]) > 31):
        raise refusal(words, "a year has four digits", *_in_centuries(tokens))
    if kinds not in _ORDERS:
        return None
    said = dict(zip(kinds, tokens, strict=True))
    month = _month_or_season(said["M"]) if "M" in said else None
    found = Day(said.get("Y", ""), month, int(said["D"]) if "D" in said else None)
    if month is not None and month > MONTHS and found.day is not None:
        return None
    if weekday is not None and found.day is None:
        return None
    if weekday is not None and found.year and found.exists:
        actual = datetime.date.fromisoformat(str(found)).weekday()
        if actual != weekday:
            reason = f"{found} was a {_WEEKDAY_NAMES[actual]}, not a {_WEEKDAY_NAMES[weekday]}"
            raise refusal(words, reason)
    return found


def _century(words: str) -> str | None:
    """The 19th century begins with 1801."""
    match = re.fullmatch(r"(?:the )?([0-9]{1,2})(?:st|nd|rd|th) (?:century|c)", words, re.IGNORECASE)
    number = int(match[1]) if match else 0
    if match := re.fullmatch(rf"(?:в )?([IVXІХ]+) (?:{lexicon.CENTURY})", words):
        # Cyrillic letters look the same.
        number = _roman(match[1].translate({ord("І"): "I", ord("Х"): "X"}))
    return f"[{number * 100 - 99:04}..{number * 100:04}]" if number else None


def _roman(digits: str) -> int:
    """Return the number of a century; 0 if there is none."""
    tens = len(digits) - len(digits.lstrip("X"))
    ones = digits[tens:]
    return 10 * tens + (ROMAN.index(ones) + 1 if ones else 0) if ones in ("", *ROMAN[:9]) and tens < 3 else 0


def _decade(words: str) -> str | None:
    for part, form in lexicon.DECADES:
        match = form.fullmatch(words)
        if match is None:
            continue
        year = match["year"]
        if year.endswith("00") and "(decade)" not in words:
            raise refusal(words, "it may be ten or a hundred years", f"{year[:3]}X", f"{year[:2]}XX")
        # How far early and late go, nobody says: the ends inside the decade are approximate.
        first, last = {"early": ("0", "4~"), "mid": ("3~", "7~"), "late": ("5~", "9")}.get(part, ("", ""))
        return f"[{year[:3]}{first}..{year[:3]}{last}]" if part else f"{year[:3]}X"
    if match := re.fullmatch(
        r"(?:(?:early|mid|late|end of|beginning of|middle of)(?: in)?[ -])([0-9]{4})", words, re.IGNORECASE
    ):
        raise refusal(words, "how far early and late go in a year, nobody says; write its months", match[1])
    return None


_PARTS = {"h": (39, 2), "half": (39, 2), "third": (36, 3), "q": (32, 4), "quarter": (32, 4)}
_NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}


def _part_of_year(words: str) -> str | None:
    """Halves, thirds and quarters: Q2 1993, 1993 Q2, quarter 2 of 1993, the second quarter of 1993."""
    match = (
        re.fullmatch(
            r"(?P<part>[qh]|quarter |half |third )(?P<n>[1-4])(?: of)? (?P<y>[0-9]{4})", words, re.IGNORECASE
        )
        or re.fullmatch(r"(?P<n>[1-4])(?P<part>[qh]) (?P<y>[0-9]{4})", words, re.IGNORECASE)
        or re.fullmatch(r"(?P<y>[0-9]{4})[ -]?(?P<part>[qh])(?P<n>[1-4])", words, re.IGNORECASE)
        or re.fullmatch(
            rf"(?:the )?(?P<n>{'|'.join(_NTH)}) (?P<part>quarter|half|third)(?: of)? (?P<y>[0-9]{{4}})",
            words,
            re.IGNORECASE,
        )
    )
    if match is None:
        return None
    before, count = _PARTS[match["part"].strip().casefold()]
    number = _NTH.get(match["n"].casefold()) or int(match["n"])
    return f"{match['y']}-{before + number}" if number <= count else None


def _season_of_hemisphere(words: str) -> str | None:
    match = re.fullmatch(r"(.+) \((north|south)ern hemisphere\)", words, re.IGNORECASE)
    season = read_day(match[1]) if match else None
    if match is None or season is None or season.month is None or season.month <= MONTHS:
        return None
    return str(season._replace(month=season.month + (4 if match[2].casefold() == "north" else 8)))


def without_marks(words: str) -> tuple[str, str]:
    """Return a text without what calls it approximate or uncertain, and the EDTF mark for that."""
    found = set()
    while (match := re.match(r"([^\W\d_]+)(?:\. ?|,? )(?:ki, )?(?=.)", words)) and (mark := _mark(match[1])):
        found.add(mark)
        words = words[match.end() :]
    while (match := re.fullmatch(r"(.*[^ ,]),? \(?([^\W\d_]+)\.?\)?", words)) and (mark := _mark(match[2])):
        found.add(mark)
        words = match[1]
    if re.fullmatch("c[0-9]{4}", words):
        found.add("~")
        words = words[1:]
    words = words.replace("(?)", "?")
    while words[-1:] in ("?", "~", "%") or words[:1] in ("~", "≈"):
        sign = words[-1] if words[-1] in "?~%" else "~"
        found.update("?~" if sign == "%" else sign)
        words = words[:-1].strip() if words[-1] in "?~%" else words[1:].strip()
    return words, "%" if len(found) > 1 else "".join(found)


def _mark(word: str) -> str:
    return "~" if plain(word) in lexicon.APPROXIMATE else "?" if plain(word) in lexicon.UNCERTAIN else ""
