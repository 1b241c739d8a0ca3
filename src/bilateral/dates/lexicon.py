"""The words of dates in English, Russian, Kazakh and Azerbaijani: to read people's writing, and to write it.

Names of months are those of the Unicode CLDR; the words between them are the maintainers' choice. Where a
language would have to inflect a date to say "until" or "between", a sign says it instead.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

MONTHS = {
    "en": "January February March April May June July August September October November December",
    "ru": "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
    "kk": "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан",
    "az": "yanvar fevral mart aprel may iyun iyul avqust sentyabr oktyabr noyabr dekabr",
}
_SHORT = {
    "en": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
    "ru": "янв фев мар апр май июн июл авг сен окт ноя дек",
    "kk": "қаң ақп нау сәу мам мау шіл там қыр қаз қар жел",
    "az": "yan fev mar apr may iyn iyl avq sen okt noy dek",
}
_FURTHER = {
    "sept": 9,
    "февр": 2,
    "сент": 9,
    "нояб": 11,
    "мая": 5,
    "мае": 5,
    "марта": 3,
    "марте": 3,
    "августа": 8,
    "августе": 8,
}
# What is added to the name of a month "on the 24th of" or "in" it.
_ENDINGS = {
    "kk": "да де та те ы і ын ін ында інде ының інің ға ге қа ке дан ден тан тен нан нен ынан інен ына іне",
    "az": (
        "ı i u ü ın in un ün ında ində unda ündə ından indən undan ündən da də dan dən "
        "a ə ya yə ına inə una ünə"
    ),
}

SEASONS = {
    "en": ("spring", "summer", "autumn", "winter"),
    "ru": ("весна", "лето", "осень", "зима"),
    "kk": ("көктем", "жаз", "күз", "қыс"),
    "az": ("yaz", "yay", "payız", "qış"),
}
_FURTHER_SEASONS = {
    "fall": 23,
    "весной": 21,
    "летом": 22,
    "осенью": 23,
    "зимой": 24,
    "весны": 21,
    "лета": 22,
    "осени": 23,
    "зимы": 24,
    "көктемі": 21,
    "жазы": 22,
    "күзі": 23,
    "қысы": 24,
    "yazı": 21,
    "yayı": 22,
    "payızı": 23,
    "qışı": 24,
}

SKIPPED = frozenset(
    [
        "the",
        "of",
        "in",
        "on",
        "year",
        "в",
        "во",
        "г",
        "год",
        "года",
        "году",
        "годы",
        "годов",
        "гг",
        "ж",
        "жыл",
        "жылы",
        "жылғы",
        "жылдың",
        "жылдан",
        "жылға",
        "айы",
        "айында",
        "айының",
        "айынан",
        "айына",
        "жж",
        "il",
        "ili",
        "ilin",
        "ildə",
        "ildən",
        "ilə",
        "ayı",
        "ayında",
        "ayının",
        "ayından",
        "ayına",
        "during",
        "sometime",
        "й",
        "го",
        "м",
        "году",
        "ci",
        "cı",
        "cu",
        "cü",
        "də",
        "da",
    ]
)
"""Words that say no more of a day, month or year than that it is one."""

APPROXIMATE = frozenset(
    [
        "c",
        "ca",
        "cca",
        "circa",
        "about",
        "around",
        "approximately",
        "approx",
        "ok",
        "ок",
        "около",
        "примерно",
        "приблизительно",
        "шамамен",
        "təxminən",
        "təqribən",
    ]
)
UNCERTAIN = frozenset(
    [
        "perhaps",
        "possibly",
        "probably",
        "возможно",
        "вероятно",
        "предположительно",
        "мүмкін",
        "бәлкім",
        "ehtimal",
        "yəqin",
    ]
)

WINTER = 24
CENTURY = "век|века|веке|в|ғасыр|ғасырда|ғасырдың|əsr|əsrdə|əsrin"
"""How the languages call what goes with a Roman number."""

_TENS = "(?P<year>[0-9]{3}0)"
_OF_DECADE = rf"{_TENS}-?[еeхx](?: (?:гг|годы|годов))?"
_ILLERIN = rf"{_TENS}-c[ıiuü] illərin"
DECADES = tuple(
    (part, re.compile(form, re.IGNORECASE))
    for part, form in (
        ("", rf"(?:(?:in|during) )?(?:the )?{_TENS}'?s( \(decade\))?"),
        ("", rf"(?:в )?{_OF_DECADE}"),
        ("", rf"{_TENS}(?:-| )?(?:жж|жылдары?|жылдарда|жылдарында)"),
        ("", rf"{_TENS}-c[ıiuü] (?:illər|illərdə|illəri)"),
        *(
            (part, rf"(?:in )?(?:the )?(?:{english})[ -](?:of )?(?:the )?{_TENS}'?s( \(decade\))?")
            for part, english in (
                ("early", "early|beginning"),
                ("mid", "mid|middle"),
                ("late", "late|end"),
            )
        ),
        ("early", rf"(?:в )?начал[оеау] {_OF_DECADE}"),
        ("mid", rf"(?:в )?середин[аеы] {_OF_DECADE}"),
        ("late", rf"(?:в )?кон(?:ец|це|ца) {_OF_DECADE}"),
        ("early", rf"{_TENS}(?:-| )жылдардың бас(?:ы|ында)"),
        ("mid", rf"{_TENS}(?:-| )жылдардың орта(?:сы|сында)"),
        ("late", rf"{_TENS}(?:-| )жылдардың (?:соңы|соңында|аяғы|аяғында)"),
        ("early", rf"{_ILLERIN} əvvəl(?:i|ləri|ində|lərində)"),
        ("mid", rf"{_ILLERIN} orta(?:sı|ları|sında|larında)"),
        ("late", rf"{_ILLERIN} (?:sonu|sonları|sonunda|sonlarında|axırı|axırları)"),
    )
)
"""Forms of decades and of their parts."""


class Phrases(NamedTuple):
    """How a language says what surrounds a date; ``{}`` stands for a date.

    Attributes:
        about: an approximate date.
        perhaps: an uncertain date.
        either: between the last two of a one-of set.
        every: between the last two of an all-of set.
        stretch: an interval.
        since: an interval with an open end.
        until: an interval with an open start.
        unknown_start: an interval with an unknown start.
        unknown_end: an interval with an unknown end.
        always: an interval with neither end.
        since_unknown: an interval with an unknown start and an open end.
        until_unknown: an interval with an open start and an unknown end.
        between: one day of a stretch.
        by: one day up to then.
        later: one day from then on.
        decade: a decade; ``{}`` stands for its first year.
        some_day: a day of a month or a year.
        some_month: a month of a year.
        half: a half of a year; with its number, 1 or 2, first.
        third: a third of a year; with its number first.
        quarter: a quarter of a year; with its number first.
    """

    about: str
    perhaps: str
    either: str
    every: str
    stretch: str
    since: str
    until: str
    unknown_start: str
    unknown_end: str
    always: str
    since_unknown: str
    until_unknown: str
    between: str
    by: str
    later: str
    decade: str
    some_day: str
    some_month: str
    half: str
    third: str
    quarter: str


_SIGNS = {
    "stretch": "{} – {}",
    "since": "{} – …",
    "until": "… – {}",
    "unknown_start": "? – {}",
    "unknown_end": "{} – ?",
    "always": "… – …",
    "since_unknown": "? – …",
    "until_unknown": "… – ?",
    "by": "≤ {}",
    "later": "≥ {}",
    "half": "{}/2, {}",
    "third": "{}/3, {}",
    "quarter": "{}/4, {}",
}

PHRASES = {
    "en": Phrases(
        about="about {}",
        perhaps="perhaps {}",
        either="or",
        every="and",
        stretch="{} to {}",
        since="from {} on",
        until="until {}",
        unknown_start="from an unknown day until {}",
        unknown_end="from {} until an unknown day",
        always="at all times",
        since_unknown="from an unknown day on",
        until_unknown="until an unknown day",
        between="between {} and {}",
        by="{} or earlier",
        later="{} or later",
        decade="{}s",
        some_day="a day of {}",
        some_month="a month of {}",
        half="half {} of {}",
        third="third {} of {}",
        quarter="quarter {} of {}",
    ),
    "ru": Phrases(
        about="≈ {}",
        perhaps="предположительно {}",
        either="или",
        every="и",
        between="один из дней {} – {}",
        decade="{}-е гг.",
        some_day="один из дней: {}",
        some_month="один из месяцев: {}",
        **_SIGNS,
    ),
    "kk": Phrases(
        about="шамамен {}",
        perhaps="мүмкін {}",
        either="немесе",
        every="және",
        between="{} – {} аралығында",
        decade="{} жж.",
        some_day="бір күні: {}",
        some_month="бір айы: {}",
        **_SIGNS,
    ),
    "az": Phrases(
        about="təxminən {}",
        perhaps="ehtimal ki, {}",
        either="və ya",
        every="və",
        between="{} – {} arasında",
        decade="{} illər",
        some_day="bir gün: {}",
        some_month="bir ay: {}",
        **_SIGNS,
    ),
}


def plain(word: str) -> str:
    """Return a word as it is looked up: small letters, without the dot that İ leaves behind."""
    return word.casefold().replace("\u0307", "")


@cache
def months() -> dict[str, int]:
    """Return the number of the month that each form of its name stands for, all languages together."""
    found = dict(_FURTHER)
    for language, names in MONTHS.items():
        for number, name in enumerate(names.split(), 1):
            forms = [name, _SHORT[language].split()[number - 1]]
            forms += [name + ending for ending in _ENDINGS.get(language, "").split()]
            if language == "ru" and name[-1] in "ьй":
                forms += [name[:-1] + "я", name[:-1] + "е"]
            found.update({plain(form): number for form in forms})
    return found


@cache
def seasons() -> dict[str, int]:
    """Return the EDTF number of the season that each form of its name stands for."""
    found = dict(_FURTHER_SEASONS)
    for names in SEASONS.values():
        found.update({plain(name): number for number, name in enumerate(names, 21)})
    return found


def month_name(number: int, *, short: bool) -> str:
    """Return the English name of a month."""
    return (_SHORT if short else MONTHS)["en"].split()[number - 1]
