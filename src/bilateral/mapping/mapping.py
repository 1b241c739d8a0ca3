"""The mapping: how the columns of a table become the fields of records, as a value."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, get_args

import attrs

from bilateral.authority import Scheme
from bilateral.errors import InvalidValueError
from bilateral.mapping.code import AsCode, call
from bilateral.mapping.givers import Column, Constant, DateParts, Derived, Giver, maybe_texts, texts
from bilateral.model import Source, checks
from bilateral.model.claims import DATES
from bilateral.model.values import ByValue

if TYPE_CHECKING:
    from bilateral.mapping.suggestion import Draft
    from bilateral.tables import Origin

MISSING = ("", "-", "–", "—", "NA", "N/A", "n/a", "#N/A", "NaN", "nan", "NULL", "null")
"""The words that stand for a missing value unless a mapping says otherwise."""

Given: TypeAlias = "str | Giver | Iterable[str | Giver] | None"
Unmapped: TypeAlias = Literal["keep", "drop"]

_OF_AGREEMENTS = frozenset({"signed", "in_force", "terminated"})


def _givers(value: Any) -> Any:
    """Make a tuple of givers of one or several; a text stands for a column of that name."""
    if value is None:
        return ()
    items: Any = (value,) if isinstance(value, str | Giver) else checks.listed(value)
    if not isinstance(items, tuple):
        return items
    return tuple(Column(each) if isinstance(each, str) else each for each in items)


def _id(value: Any) -> Any:
    return Derived() if value is None else value if isinstance(value, Derived) else _givers(value)


def _source(value: Any) -> Any:
    return Source(value) if isinstance(value, str) else value


def _fit(_: object, attribute: attrs.Attribute[Any], value: Any) -> None:
    """Require givers that a field of their kind can have."""
    name = f"Mapping.{attribute.name}"
    if not isinstance(value, tuple):
        raise InvalidValueError(name, value, "it must be a column, a Constant or a list of these")
    for each in value:
        if not isinstance(each, Giver):
            raise InvalidValueError(name, each, "each must be the name of a column, a Column or a Constant")
        if isinstance(each, DateParts) and attribute.name not in DATES:
            raise InvalidValueError(name, each, f"only a date has parts: {', '.join(sorted(DATES))}")
        for option, field in (("capacity", "parties"), ("role", "persons"), ("relation", "relations")):
            if getattr(each, option, None) is not None and field != attribute.name:
                raise InvalidValueError(name, each, f"`{option}` is for {field}")
        if attribute.name == "relations" and getattr(each, "relation", None) is None:
            raise InvalidValueError(
                name, each, "it must say which `relation` it is, such as Constant('amends')"
            )
    if attribute.name == "relations" or len(value) == len(set(value)):
        return
    raise InvalidValueError(name, value, "a column is listed twice")


def _field() -> Any:
    return attrs.field(default=(), converter=_givers, validator=_fit, kw_only=True)


@attrs.frozen(eq=False, repr=False)
class Mapping(AsCode, ByValue):
    """How the columns of a table become the fields of records: a value to save, share and compare.

    What gives a field is the name of a column, a Column with more to say of its cells, a Constant, for dates
    DateParts, or a list of these. Each gives claims of its own: of two columns for one date both are
    attested, and where they disagree the record shows that.

    Args:
        id: the column of the id, several whose texts are joined by ``-``, or a Derived id: the default.
        type: what gives ``agreement`` or ``event``; agreements if it is left out.
        title: what gives the title.
        kind: what gives the kind.
        signed: what gives the day of signature, of agreements.
        date: what gives the date, of events.
        in_force: what gives the entry into force, of agreements.
        terminated: what gives the end, of agreements.
        place: what gives the place.
        parties: what gives the parties.
        spheres: what gives the spheres.
        persons: what gives the persons.
        relations: what gives the ids of related records.
        urls: what gives addresses.
        aliases: what gives the ids of others.
        description: what gives a description.
        source: who says all this, where no column has a source of its own: a Source, its id, or the Column
            that names it row by row.
        group_by: the columns whose cells are the same in all rows of one record; none if each row is one.
        missing: the words that stand for a missing value; spaces around them do not matter.
        dayfirst: of dates, whether ``03/04/1998`` is 3 April, where a column does not say.
        identify: whether parties are looked up in an authority file: by name, id or code (True), or by the
            codes of one scheme, such as ``"cow"`` or ``"ggo"``.
        language: BCP 47 tag of the language of the names in the table; ``und`` if it is not known.
        unmapped: what becomes of the cells of columns that are not mapped: ``"keep"`` has them in the ``raw``
            of their records, ``"drop"`` leaves them out.
        note: what to know of the table and of the mapping.

    Raises:
        InvalidValueError: if an argument has not its form, or does not fit its field.

    Examples:
        >>> mapping = Mapping(id="treatyID", title="Title", signed=Column("Signature", missing=["NA"]))
        >>> mapping
        Mapping(id='treatyID', title='Title', signed=Column('Signature', missing='NA'))
        >>> mapping.replace(title=["Title", "TitleAlt"]).columns
        ('treatyID', 'Title', 'TitleAlt', 'Signature')
    """

    id: tuple[Column, ...] | Derived = attrs.field(default=Derived(), converter=_id, kw_only=True)
    type: tuple[Giver, ...] = _field()
    title: tuple[Giver, ...] = _field()
    kind: tuple[Giver, ...] = _field()
    signed: tuple[Giver, ...] = _field()
    date: tuple[Giver, ...] = _field()
    in_force: tuple[Giver, ...] = _field()
    terminated: tuple[Giver, ...] = _field()
    place: tuple[Giver, ...] = _field()
    parties: tuple[Giver, ...] = _field()
    spheres: tuple[Giver, ...] = _field()
    persons: tuple[Giver, ...] = _field()
    relations: tuple[Giver, ...] = _field()
    urls: tuple[Giver, ...] = _field()
    aliases: tuple[Giver, ...] = _field()
    description: tuple[Giver, ...] = _field()
    source: Source | Column | None = attrs.field(default=None, converter=_source, kw_only=True)
    group_by: tuple[str, ...] = attrs.field(
        default=(),
        converter=maybe_texts,
        validator=checks.each(str, "a column"),
        kw_only=True,
    )
    missing: tuple[str, ...] = attrs.field(default=MISSING, converter=texts, kw_only=True)
    dayfirst: bool | None = attrs.field(default=None, kw_only=True)
    identify: bool | str = attrs.field(default=False, kw_only=True)
    language: str = attrs.field(default="und", validator=checks.a_language, kw_only=True)
    unmapped: Unmapped = attrs.field(default="keep", kw_only=True)
    note: str | None = attrs.field(default=None, validator=checks.maybe_text, kw_only=True)

    @id.validator
    def _is_of_columns(self, _: attrs.Attribute[Any], value: Any) -> None:
        if isinstance(value, Derived):
            return
        if not value or not all(isinstance(each, Column) for each in value):
            raise InvalidValueError(
                "Mapping.id", value, "it must be a column, a list of columns, or Derived()"
            )

    @type.validator  # noqa: A003 - a word of the library: agreement or event
    def _is_one(self, _: attrs.Attribute[Any], value: tuple[Giver, ...]) -> None:
        if len(value) > 1:
            raise InvalidValueError("Mapping.type", value, "one column or Constant gives it")
        if any(each.source is not None for each in value):
            raise InvalidValueError("Mapping.type", value, "no source attests it")

    @source.validator
    def _attests(self, _: attrs.Attribute[Any], value: object) -> None:
        if not isinstance(value, Source | Column | None):
            raise InvalidValueError("Mapping.source", value, "it must be a Source, its id or a Column")

    @missing.validator
    def _are_words(self, _: attrs.Attribute[Any], value: Any) -> None:
        if not isinstance(value, tuple) or not all(isinstance(each, str) for each in value):
            raise InvalidValueError("Mapping.missing", value, "it must be a text or a list of texts")

    @dayfirst.validator
    def _is_a_choice(self, _: attrs.Attribute[Any], value: object) -> None:
        if value not in (True, False, None):
            raise InvalidValueError("Mapping.dayfirst", value, "it must be True, False or None")

    @identify.validator
    def _is_a_scheme(self, _: attrs.Attribute[Any], value: object) -> None:
        if not isinstance(value, bool) and value not in list(Scheme):
            known = ", ".join(Scheme)
            raise InvalidValueError("Mapping.identify", value, f"it must be True, False or one of {known}")

    @unmapped.validator
    def _is_a_word(self, _: attrs.Attribute[Any], value: object) -> None:
        if value not in get_args(Unmapped):
            raise InvalidValueError("Mapping.unmapped", value, "it must be keep or drop")

    def __attrs_post_init__(self) -> None:
        constant = [each.value for each in self.type if isinstance(each, Constant)]
        if not self.type or constant == ["agreement"]:
            if self.date:
                raise InvalidValueError(
                    "Mapping.date", self.date, "it is for events; an agreement was signed"
                )
        elif constant == ["event"]:
            for name in sorted(_OF_AGREEMENTS):
                if value := getattr(self, name):
                    raise InvalidValueError(
                        f"Mapping.{name}", value, "it is for agreements; an event has a date"
                    )
        elif constant:
            raise InvalidValueError("Mapping.type", constant[0], "it must be agreement or event")

    def __str__(self) -> str:
        return call(self, indent="    ")

    @property
    def fields(self) -> dict[str, tuple[Giver, ...]]:
        """What gives each field of records that is mapped, ``id`` aside.

        Examples:
            >>> Mapping(title="Title").fields
            {'title': (Column('Title'),)}
        """
        return {name: givers for name in FIELDS if (givers := getattr(self, name))}

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns it reads, each once.

        Examples:
            >>> Mapping(signed=DateParts("Year", "Month")).columns
            ('Year', 'Month')
        """
        of_id = self.id.columns if isinstance(self.id, Derived) else [each.name for each in self.id]
        of_fields = [name for givers in self.fields.values() for each in givers for name in each.columns]
        of_source = self.source.columns if isinstance(self.source, Column) else ()
        return tuple(dict.fromkeys([*of_id, *of_fields, *of_source, *self.group_by]))

    def replace(self, **changes: Any) -> Mapping:
        """Return the mapping with other values for some of its arguments.

        Args:
            changes: the arguments to change; None unmaps a field.

        Returns:
            A new mapping.

        Raises:
            InvalidValueError: if there is no such argument, or the value does not fit it.

        Examples:
            >>> Mapping(title="Title").replace(title="Titel")
            Mapping(title='Titel')
        """
        known = attrs.fields_dict(Mapping)
        for name in changes:
            if name not in known:
                raise InvalidValueError("Mapping", name, f"it must be one of {', '.join(known)}")
        return attrs.evolve(self, **changes)

    @classmethod
    def suggest(cls, table: Origin, **options: Any) -> Draft:
        r"""Return a draft of a mapping, from the header of a table and a sample of its values.

        The words of headers are known in English, Russian, Kazakh, Azerbaijani, French, German and Spanish.
        It is a draft: read what it says of each column, and change what is wrong by ``replace``.

        Args:
            table: the path of a file, an open file or a dataframe.
            options: what the format takes, as for ``read``.

        Returns:
            A named tuple of the ``mapping`` and the ``guesses``; its ``explain()`` says why each column is
            mapped as it is.

        Raises:
            InvalidValueError: if the format is not known, or an option is none of it.
            DataError: if it is no table.
            OSError: if the file cannot be opened.

        Examples:
            >>> from io import StringIO
            >>> table = StringIO("Название;Дата подписания\nДоговор;16.09.1996\n")
            >>> Mapping.suggest(table, format="csv").mapping
            Mapping(title='Название', signed='Дата подписания')
        """
        from bilateral.mapping.suggestion import suggest

        return suggest(table, **options)

    def to_json(self) -> str:
        """Return the mapping as JSON text; ``from_json`` is its inverse.

        Examples:
            >>> print(Mapping(title="Title", dayfirst=True).to_json())
            {
              "title": "Title",
              "dayfirst": true
            }
        """
        from bilateral.mapping.storage import to_json

        return to_json(self)

    @classmethod
    def from_json(cls, text: str) -> Mapping:
        """Return the mapping that JSON text stands for.

        Args:
            text: what ``to_json`` returns.

        Returns:
            The mapping.

        Raises:
            DataError: with every problem of the text.

        Examples:
            >>> Mapping.from_json('{"title": "Title"}')
            Mapping(title='Title')
        """
        from bilateral.mapping.storage import from_json

        return from_json(text)

    @classmethod
    def shipped(cls, name: str) -> Mapping:
        """Return a mapping that comes with the library, of a public layout.

        Args:
            name: one of ``mappings()``, such as ``"unctad-iia"``.

        Returns:
            The mapping; its ``note`` says what to know of the table. What does not fit is changed by
            ``replace``.

        Raises:
            UnknownIdError: if there is no such mapping.

        Examples:
            >>> Mapping.shipped("unctad-iia").signed
            (Column('Dateofsignature'),)
        """
        from bilateral.mapping.shipped import shipped

        return shipped(name)

    def save(self, path: str | os.PathLike[str]) -> None:
        """Write the mapping to a file, as TOML (extra ``toml``) or JSON by its suffix.

        Args:
            path: the file, ``.toml`` or ``.json``.

        Raises:
            InvalidValueError: if the suffix is another.
            MissingExtraError: if the library that writes TOML is not installed.
            OSError: if the file cannot be written.
        """
        from bilateral.mapping.storage import save

        save(self, path)

    @classmethod
    def load(cls, path: str | os.PathLike[str]) -> Mapping:
        """Return the mapping that a file of TOML or JSON holds.

        Args:
            path: the file, ``.toml`` or ``.json``.

        Returns:
            The mapping.

        Raises:
            InvalidValueError: if the suffix is another.
            DataError: with every problem of the file.
            OSError: if the file cannot be opened.

        Examples:
            >>> from tempfile import TemporaryDirectory
            >>> with TemporaryDirectory() as folder:
            ...     Mapping(title="Title").save(f"{folder}/mine.json")
            ...     Mapping.load(f"{folder}/mine.json")
            Mapping(title='Title')
        """
        from bilateral.mapping.storage import load

        return load(path)


FIELDS = (
    *("type", "title", "kind", "signed", "date", "in_force", "terminated", "place"),
    *("parties", "spheres", "persons", "relations", "urls", "aliases", "description"),
)
"""The arguments of a mapping that give fields, in the order in which they are attested."""
