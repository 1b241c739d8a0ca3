"""Historical dates to and from other libraries: undate, edtf and messydates.

A conversion is refused where the other side cannot hold the date as it is: nothing is lost on the way.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from bilateral.dates.historical import HistoricalDate
from bilateral.errors import BilateralError, InvalidValueError, MissingExtraError

if TYPE_CHECKING:
    from edtf.parser.parser_classes import EDTFObject
    from undate import Undate, UndateInterval


def to_edtf(date: HistoricalDate) -> EDTFObject:
    """Return a date as an object of the library edtf.

    Args:
        date: the date.

    Returns:
        What ``edtf.parse_edtf`` makes of its text.

    Raises:
        InvalidValueError: if edtf cannot read it, or reads it as another date.
        MissingExtraError: if the extra is not installed.

    Examples:
        >>> to_edtf(HistoricalDate("1993-01~"))
        UncertainOrApproximate: '1993-01~'
    """
    try:
        import edtf
    except ImportError:
        raise MissingExtraError("exchange", "a date of the library edtf") from None
    try:
        found: Any = edtf.parse_edtf(str(date))
    except Exception:  # noqa: BLE001 - it raises more than its own errors
        raise InvalidValueError("to_edtf", str(date), "edtf does not read it") from None
    _check("to_edtf", date, _back(str(found)))
    made: EDTFObject = found
    return made


def from_edtf(date: EDTFObject) -> HistoricalDate:
    """Return a date from an object of the library edtf.

    Args:
        date: what ``edtf.parse_edtf`` returns.

    Returns:
        The date.

    Raises:
        InvalidDateError: if its text is no EDTF of the profile of 2019.
        UnsupportedDateError: if it lies beyond the years 1 to 9999, or has a time of day.

    Examples:
        >>> from edtf import parse_edtf
        >>> from_edtf(parse_edtf("1992/2013"))
        HistoricalDate('1992/2013')
    """
    return HistoricalDate.parse(str(date))


def to_undate(date: HistoricalDate) -> Undate | UndateInterval:
    """Return a date as an Undate or UndateInterval.

    Args:
        date: the date; undate holds no marks, no sets and no difference between open and unknown ends.

    Returns:
        The date of the library undate, in its Gregorian calendar.

    Raises:
        InvalidValueError: if undate cannot hold it as it is.
        MissingExtraError: if the extra is not installed.

    Examples:
        >>> str(to_undate(HistoricalDate("1993-01")))
        '1993-01'
    """
    try:
        from undate import Undate
    except ImportError:
        raise MissingExtraError("exchange", "a date of the library undate") from None
    try:
        found = Undate.parse(str(date), "EDTF")
        text = found.format("EDTF")
    except Exception:  # noqa: BLE001 - its parser raises errors of several libraries
        raise InvalidValueError("to_undate", str(date), "undate does not read it") from None
    _check("to_undate", date, _back(str(text)))
    return found


def from_undate(date: Undate | UndateInterval) -> HistoricalDate:
    """Return a date from an Undate or UndateInterval.

    Args:
        date: a date of the library undate, in its Gregorian calendar.

    Returns:
        The date; a missing end is open, as undate writes it.

    Raises:
        InvalidValueError: if it is in another calendar.
        InvalidDateError: if its text is no EDTF.

    Examples:
        >>> from undate import Undate
        >>> from_undate(Undate(1993, 1))
        HistoricalDate('1993-01')
    """
    for each in (date, getattr(date, "earliest", None), getattr(date, "latest", None)):
        calendar = getattr(each, "calendar", None)
        if calendar is not None and str(calendar.name) != "GREGORIAN":
            reason = "it must be in the Gregorian calendar; convert it first"
            raise InvalidValueError("from_undate", str(date), reason)
    return HistoricalDate.parse(str(date.format("EDTF")))


def to_messydates(date: HistoricalDate) -> str:
    """Return a date in the notation of the R package messydates.

    Args:
        date: the date.

    Returns:
        Text such as ``1993-01~``, of an interval ``1992..2013``, of a one-of set ``{1993-02,1993-12}``.

    Raises:
        InvalidValueError: if the notation has no form for it that is read back as the same date.

    Examples:
        >>> to_messydates(HistoricalDate("1992-08/1993-02-24"))
        '1992-08..1993-02-24'

    References:
        J. Hollway et al., *messydates: A Flexible Class for Messy Dates*, R package, 0.5.4.
    """
    text = str(date)
    if date.is_interval:
        first, _, last = text.partition("/")
        text = f"{first.strip('.')}..{last.strip('.')}"
    elif text.startswith("["):
        text = f"{{{text[1:-1]}}}"
    _check("to_messydates", date, _back(text, messy=True))
    return text


def from_messydates(text: str) -> HistoricalDate:
    """Return the date that a text in the notation of the R package messydates stands for.

    Args:
        text: such as ``1993-01~``, ``1992..2013``, ``..1993`` or ``{1993-02-24,1993-12-24}``.

    Returns:
        The date. Of a range it is the interval, of a set the one-of set; the package itself leaves open
        whether a range lasted or is one day of it, and whether a set is one or all of its dates.

    Raises:
        InvalidDateError: if it is no such text.

    Examples:
        >>> from_messydates("1981-09..1981-10")
        HistoricalDate('1981-09/1981-10')
    """
    if match := re.fullmatch(r"\{(.*)\}", text):
        return HistoricalDate.parse(f"[{match[1]}]")
    if match := re.fullmatch(r"([^.{}]*)\.\.([^.{}]*)", text):
        return HistoricalDate.parse(f"{match[1] or '..'}/{match[2] or '..'}")
    return HistoricalDate.parse(text)


def _back(text: str, *, messy: bool = False) -> HistoricalDate | None:
    try:
        return from_messydates(text) if messy else HistoricalDate.parse(text)
    except BilateralError:
        return None


def _check(field: str, date: HistoricalDate, back: HistoricalDate | None) -> None:
    if back != date:
        reason = f"it would come back as {back}" if back is not None else "there is no form for it"
        raise InvalidValueError(field, str(date), reason)
