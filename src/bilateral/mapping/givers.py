"""What gives a field its values: a column, a constant, the parts of a date."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, Literal, TypeAlias, get_args

import attrs

from bilateral.errors import InvalidValueError
from bilateral.mapping.code import AsCode
from bilateral.model import Source, checks
from bilateral.model.values import ByValue

Style: TypeAlias = Literal["text", "edtf", "serial"]
Others: TypeAlias = Literal["refuse", "keep"]
Codes: TypeAlias = tuple[tuple[str, tuple[str, ...]], ...]


def texts(value: Any) -> Any:
    """Make a tuple of one text or several; what is neither is left for the validator to refuse."""
    return (value,) if isinstance(value, str) else checks.listed(value)


def maybe_texts(value: Any) -> Any:
    """Make a tuple of one text or several, of None an empty one."""
    return () if value is None else texts(value)


def _own_texts(value: Any) -> Any:
    return None if value is None else texts(value)


def _codes(value: Mapping[str, str | Iterable[str] | None] | Iterable[tuple[str, Iterable[str]]]) -> Codes:
    pairs: Any = value.items() if isinstance(value, Mapping) else value
    return tuple((code, () if meant is None else texts(meant)) for code, meant in pairs)


def _giver(value: Any) -> Any:
    return Column(value) if isinstance(value, str) else value


def _source(value: Any) -> Any:
    return Source(value) if isinstance(value, str) else value


def _each_text(owner: object, attribute: attrs.Attribute[Any], value: Any) -> None:
    if value is not None and (
        not isinstance(value, tuple) or not all(isinstance(each, str) for each in value)
    ):
        raise InvalidValueError(
            checks.name_of(owner, attribute), value, "it must be a text or a list of texts"
        )


def _one_of(words: Any) -> checks.Check:
    known = get_args(words)

    def check(owner: object, attribute: attrs.Attribute[Any], value: Any) -> None:
        if value not in known:
            raise InvalidValueError(
                checks.name_of(owner, attribute), value, f"it must be one of {', '.join(known)}"
            )

    return check


def _of_no_other(name: str, value: object) -> None:
    """Refuse a column within a column that has columns, words or a source of its own."""
    for option in ("capacity", "role", "relation", "source"):
        if getattr(value, option, None) is not None:
            raise InvalidValueError(
                name, value, f"what stands within a column takes no `{option}` of its own"
            )


@attrs.frozen(eq=False, repr=False)
class Column(AsCode, ByValue):
    """A column whose cells give values of a field.

    Args:
        name: its name in the header; in JSON the path of keys, such as ``"treaty.title"``.
        separator: what stands between several values in one cell, such as ``";"``; several such texts as a
            list. None if a cell holds one value.
        pattern: a regular expression with groups: each text that a group matches, anywhere in the cell, is a
            value, such as ``r"^([A-Z]{3})-([A-Z]{3})_"`` for the two parties in ``AZE-KAZ_1997A``. A cell in
            which it finds nothing is kept as it is, with a note. Instead of ``separator``.
        codes: what the words of a code list mean: a value, several, or None for none at all. Case and
            spaces around a word do not matter where nothing else tells two words apart.
        others: what becomes of a word that ``codes`` lack: ``"refuse"`` makes it a problem, ``"keep"`` reads
            it as it stands.
        missing: the words that stand for a missing value; None for those of the mapping.
        dayfirst: of dates, whether ``03/04/1998`` is 3 April (True) or 4 March (False); None refuses it.
        style: of dates, how they are written: ``"text"`` reads EDTF and what people write, ``"edtf"`` EDTF
            alone, ``"serial"`` also the numbers of days by which spreadsheets keep dates.
        latest: of dates, the last day that is believed, as EDTF; what is later, such as ``9999-12-31``, is a
            placeholder, no date: the cell is kept as it is.
        capacity: of parties, what gives their capacity; of persons, their ``role``; of relations, their kind.
        role: see ``capacity``.
        relation: see ``capacity``.
        source: who says what the column holds, where it is not the source of the row.

    Raises:
        InvalidValueError: if an argument has not its form.

    Examples:
        >>> Column("Signed", dayfirst=True)
        Column('Signed', dayfirst=True)
    """

    name: str = attrs.field(validator=checks.some_text)
    separator: tuple[str, ...] = attrs.field(default=(), kw_only=True, converter=maybe_texts)
    pattern: str | None = attrs.field(default=None, kw_only=True)
    codes: Codes = attrs.field(default=(), kw_only=True, converter=_codes)
    others: Others = attrs.field(default="refuse", kw_only=True, validator=_one_of(Others))
    missing: tuple[str, ...] | None = attrs.field(
        default=None, kw_only=True, converter=_own_texts, validator=_each_text
    )
    dayfirst: bool | None = attrs.field(default=None, kw_only=True)
    style: Style = attrs.field(default="text", kw_only=True, validator=_one_of(Style))
    latest: str | None = attrs.field(default=None, kw_only=True, validator=checks.maybe_dated)
    capacity: Column | Constant | None = attrs.field(default=None, kw_only=True, converter=_giver)
    role: Column | Constant | None = attrs.field(default=None, kw_only=True, converter=_giver)
    relation: Column | Constant | None = attrs.field(default=None, kw_only=True, converter=_giver)
    source: Source | Column | None = attrs.field(default=None, kw_only=True, converter=_source)

    @separator.validator
    def _separates(self, attribute: attrs.Attribute[Any], value: Any) -> None:
        _each_text(self, attribute, value)
        if not all(value):
            raise InvalidValueError("Column.separator", "", "it must be a text that stands between values")

    @pattern.validator
    def _finds(self, _: attrs.Attribute[Any], value: Any) -> None:
        if value is None:
            return
        try:
            groups = re.compile(value).groups
        except (TypeError, re.error) as error:
            raise InvalidValueError(
                "Column.pattern", value, f"it is no regular expression: {error}"
            ) from None
        if not groups:
            raise InvalidValueError("Column.pattern", value, "it must have a group, in parentheses")
        if self.separator:
            raise InvalidValueError("Column.pattern", value, "it stands instead of a separator")

    @codes.validator
    def _are_words(self, _: attrs.Attribute[Any], value: Any) -> None:
        for code, meant in value:
            if (
                not isinstance(code, str)
                or not isinstance(meant, tuple)
                or not all(map(checks.is_text, meant))
            ):
                reason = "each code must be text, and mean a text, several or None"
                raise InvalidValueError("Column.codes", {code: meant}, reason)

    @dayfirst.validator
    def _is_a_choice(self, _: attrs.Attribute[Any], value: object) -> None:
        if value not in (True, False, None):
            raise InvalidValueError("Column.dayfirst", value, "it must be True, False or None")

    @capacity.validator
    @role.validator
    @relation.validator
    def _gives(self, attribute: attrs.Attribute[Any], value: object) -> None:
        if value is not None and not isinstance(value, Column | Constant):
            raise InvalidValueError(f"Column.{attribute.name}", value, "it must be a column or a Constant")
        _of_no_other(f"Column.{attribute.name}", value)

    @source.validator
    def _attests(self, _: attrs.Attribute[Any], value: object) -> None:
        if not isinstance(value, Source | Column | None):
            raise InvalidValueError("Column.source", value, "it must be a Source, its id or a Column")
        _of_no_other("Column.source", value)

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns it reads."""
        also = (self.capacity, self.role, self.relation, self.source)
        return (self.name, *(name for each in also if isinstance(each, Column) for name in each.columns))


@attrs.frozen(eq=False, repr=False)
class Constant(AsCode, ByValue):
    """A value that is the same for all rows and stands in no column.

    Args:
        value: the value, as text: an id, a word of a vocabulary, EDTF.
        capacity: of a party, the word for its capacity; of a person, the ``role``; of a relation, its kind.
        role: see ``capacity``.
        relation: see ``capacity``.
        source: who says so, where it is not the source of the row.

    Raises:
        InvalidValueError: if an argument has not its form.

    Examples:
        >>> Constant("AZE", capacity="government")
        Constant('AZE', capacity='government')
    """

    value: str = attrs.field(validator=checks.some_text)
    capacity: str | None = attrs.field(default=None, kw_only=True, validator=checks.maybe_text)
    role: str | None = attrs.field(default=None, kw_only=True, validator=checks.maybe_text)
    relation: str | None = attrs.field(default=None, kw_only=True, validator=checks.maybe_text)
    source: Source | None = attrs.field(default=None, kw_only=True, converter=_source)

    @source.validator
    def _attests(self, _: attrs.Attribute[Any], value: object) -> None:
        if not isinstance(value, Source | None):
            raise InvalidValueError("Constant.source", value, "it must be a Source or its id")

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns it reads, of which there are none."""
        return ()


@attrs.frozen(eq=False, repr=False)
class DateParts(AsCode, ByValue):
    """A date whose year, month and day stand in columns of their own.

    A missing day leaves a month, a missing month a year. Months are numbers or words.

    Args:
        year: the column of the year.
        month: the column of the month, if any.
        day: the column of the day, if any.
        missing: the words that stand for a missing part; None for those of the mapping. Zero is one, too.
        source: who says so, where it is not the source of the row.

    Raises:
        InvalidValueError: if an argument has not its form.

    Examples:
        >>> DateParts("Year", "Month", "Day").columns
        ('Year', 'Month', 'Day')
    """

    year: str = attrs.field(validator=checks.some_text)
    month: str | None = attrs.field(default=None, validator=checks.maybe_text)
    day: str | None = attrs.field(default=None, validator=checks.maybe_text)
    missing: tuple[str, ...] | None = attrs.field(
        default=None, kw_only=True, converter=_own_texts, validator=_each_text
    )
    source: Source | Column | None = attrs.field(default=None, kw_only=True, converter=_source)

    @day.validator
    def _is_of_a_month(self, _: attrs.Attribute[Any], value: object) -> None:
        if value is not None and self.month is None:
            raise InvalidValueError("DateParts.day", value, "a day needs the column of its month, too")

    @source.validator
    def _attests(self, _: attrs.Attribute[Any], value: object) -> None:
        if not isinstance(value, Source | Column | None):
            raise InvalidValueError("DateParts.source", value, "it must be a Source, its id or a Column")
        _of_no_other("DateParts.source", value)

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns it reads."""
        own = tuple(name for name in (self.year, self.month, self.day) if name)
        return (*own, *(self.source.columns if isinstance(self.source, Column) else ()))


@attrs.frozen(eq=False, repr=False)
class Derived(AsCode, ByValue):
    """An id worked out from what cells hold, where no column has one.

    It is the beginning of a SHA-256 digest of names of columns and texts of cells: the same for the same
    cells, whatever the order of rows and columns.

    Args:
        columns: the columns; none for all that the mapping maps. Rows with the same cells there have one id.
        prefix: what it begins with.

    Raises:
        InvalidValueError: if an argument has not its form.

    Examples:
        >>> Derived(["party1", "party2", "Signed"], prefix="wti-")
        Derived(['party1', 'party2', 'Signed'], prefix='wti-')
    """

    columns: tuple[str, ...] = attrs.field(default=(), converter=texts, validator=_each_text)
    prefix: str = attrs.field(default="r-", kw_only=True, validator=checks.an_id)


Giver: TypeAlias = Column | Constant | DateParts
