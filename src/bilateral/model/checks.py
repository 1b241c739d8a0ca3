"""Converters and validators that the model's classes share; each error names the field."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import cache
from typing import Any

import attrs

from bilateral.dates import HistoricalDate
from bilateral.errors import InvalidDateError, InvalidValueError, UnsupportedDateError

Check = Callable[[Any, "attrs.Attribute[Any]", Any], None]

_ID = r"[A-Za-z0-9][A-Za-z0-9._:-]*"
_LANGUAGE = r"[a-z]{2,3}(-[A-Za-z0-9]+)*"
_SURROGATE = "[\ud800-\udfff]"
_URL = r"https?://[^\s<>\"]+"

# Compiled when first used: whoever makes one agreement need not wait for the pattern of DOIs.
_compiled = cache(re.compile)


def _is(value: object, pattern: str) -> bool:
    """Return whether a value is text that matches a pattern as a whole."""
    return isinstance(value, str) and _compiled(pattern).fullmatch(value) is not None


def name_of(owner: object, attribute: attrs.Attribute[Any]) -> str:
    """Return how a user knows a field: by its class, or by the function that builds a query."""
    # A predicate of a query is known to users by the word that builds it, not by its class.
    word = getattr(owner, "word", None)
    return f"{type(owner).__name__}.{attribute.name}" if word is None else f"q.{word}"


def is_id(value: object) -> bool:
    """Return whether a value is an id."""
    return _is(value, _ID)


def are_ids(values: Iterable[str]) -> bool:
    """Return whether all of some texts are ids."""
    return all(map(_compiled(_ID).fullmatch, values))


def is_text(value: object) -> bool:
    """Return whether a value is text that is not blank and can be written to a file."""
    return isinstance(value, str) and bool(value.strip()) and not _is_broken(value)


def are_texts(values: Sequence[str]) -> bool:
    """Return whether all of some texts are not blank and can be written to a file."""
    return all(map(str.strip, values)) and (all(map(str.isascii, values)) or not any(map(_is_broken, values)))


def _is_broken(text: str) -> bool:
    """Return whether a text holds half of a surrogate pair."""
    return not text.isascii() and _compiled(_SURROGATE).search(text) is not None


def an_id(owner: object, attribute: attrs.Attribute[Any], value: object) -> None:
    """Require an id: ASCII letters, digits and ``. _ : -``, beginning with a letter or digit."""
    if not is_id(value):
        reason = "an id is made of ASCII letters, digits and . _ : - and begins with a letter or digit"
        raise InvalidValueError(name_of(owner, attribute), value, reason)


def maybe_id(owner: object, attribute: attrs.Attribute[Any], value: object) -> None:
    """Require None or an id."""
    if value is not None:
        an_id(owner, attribute, value)


def some_text(owner: object, attribute: attrs.Attribute[Any], value: object) -> None:
    """Require text that is not blank and can be written to a file."""
    if not is_text(value):
        broken = isinstance(value, str) and _is_broken(value)
        reason = (
            "it must not hold half of a surrogate pair" if broken else "it must be text that is not blank"
        )
        raise InvalidValueError(name_of(owner, attribute), value, reason)


def maybe_text(owner: object, attribute: attrs.Attribute[Any], value: object) -> None:
    """Require None or text that is not blank."""
    if value is not None:
        some_text(owner, attribute, value)


def is_pair_of_text(value: object) -> bool:
    """Return whether a value is a pair of texts that are not blank."""
    return isinstance(value, tuple) and tuple(map(is_text, value)) == (True, True)


def is_url(value: object) -> bool:
    """Return whether a value is an http or https address."""
    return _is(value, _URL)


def maybe_url(owner: object, attribute: attrs.Attribute[Any], value: object) -> None:
    """Require None or an http or https address, so that no output has to carry another scheme."""
    if value is not None and not is_url(value):
        raise InvalidValueError(name_of(owner, attribute), value, "it must begin with http:// or https://")


def urls(owner: object, attribute: attrs.Attribute[Any], value: tuple[object, ...]) -> None:
    """Require http or https addresses, none of them twice."""
    each(str, "an address")(owner, attribute, value)
    for url in value:
        maybe_url(owner, attribute, url)


def a_language(owner: object, attribute: attrs.Attribute[Any], value: object) -> None:
    """Require a BCP 47 tag."""
    if not _is(value, _LANGUAGE):
        raise InvalidValueError(name_of(owner, attribute), value, 'it must be a BCP 47 tag, such as "en"')


def maybe_language(owner: object, attribute: attrs.Attribute[Any], value: object) -> None:
    """Require None or a BCP 47 tag."""
    if value is not None:
        a_language(owner, attribute, value)


def matching(pattern: str, meaning: str) -> Check:
    """Return a validator that requires None or text that matches a pattern as a whole."""

    def check(owner: object, attribute: attrs.Attribute[Any], value: object) -> None:
        if value is not None and not _is(value, pattern):
            raise InvalidValueError(name_of(owner, attribute), value, f"it must be {meaning}")

    return check


def a(kind: type | tuple[type, ...], meaning: str) -> Check:
    """Return a validator that requires an instance of a class."""

    def check(owner: object, attribute: attrs.Attribute[Any], value: object) -> None:
        if not isinstance(value, kind):
            raise InvalidValueError(name_of(owner, attribute), value, f"it must be {meaning}")

    return check


def each(kind: type, meaning: str) -> Check:
    """Return a validator that requires instances of a class, none of them twice."""

    def check(owner: object, attribute: attrs.Attribute[Any], value: object) -> None:
        if not isinstance(value, tuple):
            raise InvalidValueError(name_of(owner, attribute), value, "it must be a list, even of one")
        for item in value:
            if not isinstance(item, kind):
                raise InvalidValueError(name_of(owner, attribute), item, f"each must be {meaning}")
            if isinstance(item, str) and not is_text(item):
                broken = "without half of a surrogate pair" if item.strip() else "and not blank"
                raise InvalidValueError(name_of(owner, attribute), item, f"each must be {meaning}, {broken}")
        if len(set(value)) < len(value):
            twice = next(item for i, item in enumerate(value) if item in value[:i])
            raise InvalidValueError(name_of(owner, attribute), twice, "it is listed twice")

    return check


def pairs_of_text(owner: object, attribute: attrs.Attribute[Any], value: Any) -> None:
    """Require pairs of texts of which neither is blank, none of them twice."""
    for pair in value if isinstance(value, tuple) else ():
        if not is_pair_of_text(pair):
            reason = "each must be a pair of column and text, neither of them blank"
            raise InvalidValueError(name_of(owner, attribute), pair, reason)
    each(tuple, "a pair of column and text")(owner, attribute, value)


def listed(value: Iterable[Any]) -> tuple[Any, ...]:
    """Make a tuple of an iterable; a bare text or what cannot be iterated is left for ``each`` to refuse."""
    refused: Any = value
    return refused if isinstance(value, (str, bytes)) or not isinstance(value, Iterable) else tuple(value)


def names(value: Iterable[str]) -> tuple[str, ...]:
    """Make a tuple of texts."""
    return listed(value)


def a_date(value: HistoricalDate | str | date) -> HistoricalDate:
    """Read EDTF text, a ``datetime.date`` or a HistoricalDate; what is none is left to ``dated``."""
    refused: Any = value
    # Most are dates already.
    if type(value) is HistoricalDate:
        return value
    try:
        return HistoricalDate.of(value)
    except (TypeError, InvalidDateError, UnsupportedDateError):
        return refused  # type: ignore[no-any-return]  # the validator refuses it and names the field


def maybe_date(value: HistoricalDate | str | date | None) -> HistoricalDate | None:
    """Read the same; None stays None: not recorded."""
    return None if value is None else a_date(value)


def read_date(value: HistoricalDate | str | date, field: str) -> HistoricalDate:
    """Read EDTF text, a ``datetime.date`` or a HistoricalDate; errors name the field."""
    try:
        return HistoricalDate.of(value)
    except (InvalidDateError, UnsupportedDateError) as error:
        error.field = field
        raise
    except TypeError:
        reason = "it must be EDTF text, a datetime.date or a HistoricalDate"
        raise InvalidValueError(field, value, reason) from None


def dated(owner: object, attribute: attrs.Attribute[Any], value: Any) -> None:
    """Require what ``a_date`` could read; errors name the field."""
    if not isinstance(value, HistoricalDate):
        read_date(value, name_of(owner, attribute))


def maybe_dated(owner: object, attribute: attrs.Attribute[Any], value: Any) -> None:
    """Require None or what ``a_date`` could read."""
    if value is not None:
        dated(owner, attribute, value)
