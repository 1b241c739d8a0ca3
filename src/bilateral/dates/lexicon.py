"""The words of dates in English, Russian, Kazakh and Azerbaijani: to read people's writing, and to write it.

Of French, German and Spanish, days and months are read. Names of months are those of the Unicode CLDR; the
words between them are the maintainers' choice. Where a language would have to inflect a date to say
"until" or "between", a sign says it instead.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple
from unicodedata import combining, normalize

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
_READ_ONLY = (
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "janv févr mars avr mai juin juil août sept oct nov déc",
    "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "Jan Feb Mrz Apr Mai Jun Jul Aug Sept Okt Nov Dez",
    "Jänner Feber Maerz April Mai Juni Juli August September Oktober November Dezember",
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "ene feb mar abr may jun jul ago sept oct nov dic",
)
"""In further languages; capitals are often written without their accents."""
_FURTHER = {
    "setiembre": 9,
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
    "мартом": 3,
    "маем": 5,
    "августом": 8,
}
# What is added to the name of a month "on the 24th of" or "in" it.
_ENDINGS = {
    "kk": "да де та те ы і ын ін ында інде ының інің",
    "az": "ı i u ü ın in un ün ında ində unda ündə da də",
}

SEASONS = {
    "en": "spring summer autumn winter",
    "ru": "весна лето осень зима",
    "kk": "көктемі жазы күзі қысы",
    "az": "yazı yayı payızı qışı",
}
"""As they follow or precede a year."""
_FURTHER_SEASONS = (
    "spring summer fall winter",
    "весной летом осенью зимой",
    "весны лета осени зимы",
    "көктем жаз күз қыс",
    "көктемде жазда күзде қыста",
    "көктемінде жазында күзінде қысында",
    "yaz yay payız qış",
    "yazda yayda payızda qışda",
    "yazında yayında payızında qışında",
)

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
        "ж",
        "жыл",
        "жылы",
        "жылғы",
        "жылдың",
        "ай",
        "айы",
        "айында",
        "айының",
        "il",
        "ili",
        "ilin",
        "ildə",
        "ay",
        "ayı",
        "ayında",
        "ayının",
        "during",
        "sometime",
        "le",
        "de",
        "del",
        "el",
        "den",
        "vom",
        "im",
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

FROM = re.compile("-?(?:ынан|інен|нан|нен|дан|ден|тан|тен|ından|indən|undan|ündən|dan|dən)$", re.IGNORECASE)
TO = re.compile("-?(?:ына|іне|ға|ге|қа|ке|ına|inə|una|ünə|ya|yə|a|ə)$", re.IGNORECASE)
"""What Kazakh and Azerbaijani add to the last word of a date that something lasts from, or to."""

WINTER = 24
CENTURY = "век|века|веке|веком|в|ғасыр|ғасырда|ғасырдың|əsr|əsrdə|əsrin"
"""How the languages call what goes with a Roman number."""

_TENS = "(?P<year>[0-9]{3}0)"
_OF_DECADE = rf"{_TENS}-?[еeхx](?: (?:гг|годы|годов|годах))?"
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
        every_between: all of a stretch, in an all-of set.
        every_by: all up to then.
        every_later: all from then on.
        season: a season, ``{part}``, of a year, ``{year}``.
        half: a half of a year, with its number, ``{n}``, or ordinal number, ``{nth}``.
        third: a third of a year, likewise; empty where its first and last month are named instead.
        quarter: a quarter of a year, likewise.
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
    every_between: str
    every_by: str
    every_later: str
    season: str
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
    "every_between": "{} – {}",
    "every_by": "… – {}",
    "every_later": "{} – …",
    "third": "",
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
        every_between="all of {} to {}",
        every_by="all until {}",
        every_later="all from {} on",
        season="{part} {year}",
        half="half {n} of {year}",
        third="third {n} of {year}",
        quarter="quarter {n} of {year}",
    ),
    "ru": Phrases(
        about="≈ {}",
        perhaps="предположительно {}",
        either="или",
        every="и",
        between="один из дней: {} – {}",
        decade="{}-е гг.",
        some_day="один из дней: {}",
        some_month="один из месяцев: {}",
        season="{part} {year}",
        half="{n}-е полугодие {year}",
        quarter="{n}-й квартал {year}",
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
        season="{year} {part}",
        half="{year} {n}-жартыжылдық",
        quarter="{year} {n}-тоқсан",
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
        season="{year} {part}",
        half="{year} {nth} yarısı",
        quarter="{year} {nth} rübü",
        **_SIGNS,
    ),
}


def plain(word: str) -> str:
    """Return a word as it is looked up: small letters, without the dot that İ leaves behind."""
    return word.casefold().replace("\u0307", "")


def unaccented(word: str) -> str:
    """Return a word without its accents."""
    return "".join(sign for sign in normalize("NFD", word) if not combining(sign))


@cache
def months() -> dict[str, int]:
    """Return the number of the month that each form of its name stands for, all languages together."""
    found = dict(_FURTHER)
    for names in _READ_ONLY:
        for number, name in enumerate(names.split(), 1):
            found.update({plain(name): number, plain(unaccented(name)): number})
    for language, names in MONTHS.items():
        for number, name in enumerate(names.split(), 1):
            forms = [name, _SHORT[language].split()[number - 1]]
            forms += [name + ending for ending in _ENDINGS.get(language, "").split()]
            if language == "ru" and name[-1] in "ьй":
                forms += [name[:-1] + ending for ending in ("я", "е", "ем", "ём")]
            found.update({plain(form): number for form in forms})
    return found


@cache
def seasons() -> dict[str, int]:
    """Return the EDTF number of the season that each form of its name stands for."""
    found = {}
    for names in (*SEASONS.values(), *_FURTHER_SEASONS):
        found.update({plain(name): number for number, name in enumerate(names.split(), 21)})
    return found


def month_name(number: int, *, short: bool) -> str:
    """Return the English name of a month."""
    return (_SHORT if short else MONTHS)["en"].split()[number - 1]
