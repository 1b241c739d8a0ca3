"""Names of parties as they are compared: without what differs from one list to the next and means nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bilateral.words import fold

_APOSTROPHES = re.compile("['`\u00b4\u02bb\u02bc\u2018\u2019\u2032]")
# Full stops of abbreviations go with nothing left between: "U.S.S.R." is "USSR".
_INITIALS = re.compile(r"(?<=\b\w)\.(?=\w\b)")
_WORD = re.compile(r"\w+")
_SKIPPED = frozenset(["the", "and", "и", "және", "və", "et", "y", "und", "ve"])
_WHOLE = {
    "st": "saint",
    "rep": "republic",
    "dem": "democratic",
    "fed": "federal",
    "organisation": "organization",
    "labour": "labor",
}
_PARENTHESES = re.compile(r"\(([^()]*)\)")
_DANGLING = re.compile(r"\b(of|of the|de|de la|du|d')$", re.IGNORECASE)
_FORM = (
    "republic|kingdom|state|states|emirate|sultanate|principality|duchy|commonwealth|union|federation"
    "|confederation|empire|tsardom"
)
# "Socialist Republic of", "Исламская Республика": up to three words say more of the form.
_LEADING = re.compile(
    rf"(?:\w+ ){{0,3}}(?:(?:{_FORM}) of|республика|королевство|государство|княжество|султанат|эмират) (.+)"
)
# "Azerbaijan Republic", "Ислам Республикасы", "Respublikası": the last word, which more may precede.
_TRAILING = frozenset(
    fold(
        "republic республикасы патшалығы корольдігі мемлекеті княздігі федерациясы конфедерациясы"
        " respublikası krallığı dövləti knyazlığı sultanlığı əmirliyi federasiyası konfederasiyası"
    ).split()
)
_MOST_BETWEEN = 3


def key(name: str) -> str:
    """Return what two spellings of one name have in common.

    Args:
        name: a name, in any script.

    Returns:
        Its words without case, diacritics, punctuation, articles and "and", some abbreviations written out.

    Examples:
        >>> key("The Côte d'Ivoire"), key("St. Kitts & Nevis"), key("U.S.S.R.")
        ('cote divoire', 'saint kitts nevis', 'ussr')
        >>> key("Қазақстан") == key("ҚАЗАҚСТАН"), key("Казахстан") == key("Kazakhstan")
        (True, False)
    """
    text = _INITIALS.sub("", _APOSTROPHES.sub("", fold(name)).replace("&", " and "))
    written: list[str] = _WORD.findall(text)
    found = [_WHOLE.get(word, word) for word in written]
    return " ".join([word for word in found if word not in _SKIPPED] or found)


def spellings(name: str) -> Iterator[str]:
    """Yield the keys of the orders in which lists write one name, as written first.

    Args:
        name: a name.

    Yields:
        The key of the name; and with what stands behind a comma, or dangles in parentheses, put first.

    Examples:
        >>> list(spellings("Iran, Islamic Republic of"))
        ['iran islamic republic of', 'islamic republic of iran']
        >>> list(spellings("Iran (Islamic Republic of)"))
        ['iran islamic republic of', 'islamic republic of iran']
    """
    yield key(name)
    inner = _PARENTHESES.search(name)
    if inner is not None and _DANGLING.search(inner[1].strip()):
        yield key(f"{inner[1]} {_PARENTHESES.sub(' ', name)}")
    head, comma, tail = name.partition(",")
    if comma and tail.strip():
        # "Iran, République islamique d'": nothing comes between an apostrophe and its word.
        space = "" if _APOSTROPHES.match(tail.rstrip()[-1]) else " "
        yield key(f"{tail.rstrip()}{space}{head}")


def halves(name: str) -> Iterator[tuple[str, str]]:
    """Yield what may be two names of one party: what stands before and in parentheses, or around a comma.

    Args:
        name: a name.

    Yields:
        Both parts; neither is empty.

    Examples:
        >>> list(halves("France (French Republic)")), list(halves("USSR, Soviet Union"))
        ([('France', 'French Republic')], [('USSR', 'Soviet Union')])
    """
    inner = _PARENTHESES.search(name)
    parts = (_PARENTHESES.sub(" ", name), inner[1]) if inner else tuple(name.partition(",")[::2])
    if all(part.strip() for part in parts):
        yield parts[0].strip(), parts[1].strip()


def without_form(spelling: str) -> Iterator[str]:
    """Yield the keys of what a name may be without the form of state that it tells, longest first.

    Args:
        spelling: a key.

    Yields:
        Keys of shorter names; none if it tells no form.

    Examples:
        >>> list(without_form("socialist peoples republic of albania"))
        ['albania']
        >>> list(without_form(key("Misir Ərəb Respublikası")))
        ['misir ərəb', 'misir']
        >>> list(without_form("albania"))
        []
    """
    leading = _LEADING.fullmatch(spelling)
    if leading is not None:
        yield leading[1]
    *words, last = spelling.split() or [""]
    if last in _TRAILING:
        for left in range(len(words), max(len(words) - _MOST_BETWEEN, 1) - 1, -1):
            yield " ".join(words[:left])
