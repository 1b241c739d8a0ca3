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
_FORMED = re.compile(rf"(?:\w+ ){{0,4}}(?:{_FORM}) of (.+)")
# "Azerbaijan Republic", "Республика Казахстан", "Қазақстан Республикасы", "Azərbaycan Respublikası"
_BEFORE = re.compile("республика (.+)")
_AFTER = re.compile(f"(.+) (?:republic|{fold('республикасы')}|respublikasi)")


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
    found = [_WHOLE.get(word, word) for word in _WORD.findall(text)]
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


def aside(name: str) -> tuple[str, str]:
    """Return what stands outside and what stands inside the parentheses of a name.

    Args:
        name: a name.

    Returns:
        Both parts; the second is empty where there are no parentheses, or nothing outside them.

    Examples:
        >>> aside("France (French Republic)"), aside("France")
        (('France', 'French Republic'), ('France', ''))
    """
    inner = _PARENTHESES.search(name)
    outer = _PARENTHESES.sub(" ", name).strip()
    return (outer, inner[1].strip()) if inner and outer else (name, "")


def without_form(spelling: str) -> str | None:
    """Return the key of a name without the form of state that it tells, or None if it tells none.

    Args:
        spelling: a key.

    Returns:
        The key of the shorter name.

    Examples:
        >>> without_form("socialist peoples republic of albania"), without_form("azerbaijan republic")
        ('albania', 'azerbaijan')
        >>> without_form("albania") is None
        True
    """
    for pattern in (_FORMED, _BEFORE, _AFTER):
        found = pattern.fullmatch(spelling)
        if found is not None:
            return found[1]
    return None
