"""Between the classes and plain data (dicts, lists, text and numbers), losslessly and strictly.

In plain data a record refers to what it names by id; a Catalogue holds what the ids stand for.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from contextvars import ContextVar
from functools import cache, partial
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from cattrs import AttributeValidationNote, ClassValidationError, Converter
from cattrs.cols import homogenous_tuple_structure_factory
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override

from bilateral import query as q
from bilateral.dates import HistoricalDate
from bilateral.errors import DataError, InvalidValueError
from bilateral.model import (
    Actor,
    Agreement,
    Attestation,
    Event,
    EventKind,
    Kind,
    Participation,
    Party,
    Person,
    Place,
    Provision,
    Record,
    Source,
    Sphere,
)
from bilateral.model.catalogue import Catalogue
from bilateral.model.records import UNCLAIMED
from bilateral.model.terms import VOCABULARIES, term
from bilateral.model.values import fields
from bilateral.problems import Excuse, none_excused, problems_of

Thing = TypeVar("Thing")
Read = TypeVar("Read")
Plain = dict[str, Any]

NAMED = (Party, Sphere, Place, Person, Source)
"""What records refer to by id; a catalogue has a table of each."""

_TABLES = {Party: "parties", Sphere: "spheres", Place: "places", Person: "persons", Source: "sources"}

RECORD_KEYS = (
    *(
        "id",
        "title",
        "kind",
        "signed",
        "date",
        "in_force",
        "terminated",
        "place",
        "parties",
        "spheres",
        "persons",
    ),
    *("provisions", "relations", "urls", "aliases", "description", "attestations", "raw"),
)
"""The order of a record's keys in plain data: what a reader looks for first comes first."""


def encode(thing: object) -> Any:
    """Return an object of the library as plain data.

    Args:
        thing: an object of the model, a HistoricalDate or a Query.

    Returns:
        Dicts, lists, text, numbers and booleans; fields with their default are left out.

    Examples:
        >>> encode(Agreement("x", signed="1996-09", parties=["AZE"]))
        {'id': 'x', 'signed': '1996-09', 'parties': [{'party': 'AZE'}]}
        >>> encode(q.party("KAZ") & ~q.date("1993"))
        {'and': [{'party': {'code': 'KAZ'}}, {'not': {'date': {'when': '1993'}}}]}
    """
    return _encode_query(thing) if isinstance(thing, q.Query) else _encoder().unstructure(thing)


def decode(
    cls: type[Thing],
    data: Any,
    catalogue: Catalogue | None = None,
    *,
    file: str = "",
    record: str = "",
    excused: Excuse = none_excused,
) -> Thing:
    """Return the object of a class that plain data stands for.

    Args:
        cls: the class: one of the model, HistoricalDate or Query; an Attestation is read within its record,
            whose class tells of what type its value is.
        data: what ``encode`` returns for an object of it.
        catalogue: what the ids in the data stand for; not needed for what refers to nothing.
        file: the name of the file it comes from, for messages.
        record: the name of the record it comes from, for messages.
        excused: which unknown ids are not worth a problem, since it is known why they are unknown.

    Returns:
        The object.

    Raises:
        DataError: with every problem of the data: unknown keys, values of another type, unknown ids; with
            none if all are excused.

    Examples:
        >>> from bilateral.model import Relation
        >>> decode(Relation, {"kind": "amends", "target": "x"})
        Relation(kind='amends', target='x')
    """
    known = catalogue or Catalogue()
    # The quick decoder stops at the first problem and knows no path; the thorough one then finds them all.
    with suppress(Exception):
        return _structure(_decoder(detailed=False), cls, data, known)
    try:
        return _structure(_decoder(detailed=True), cls, data, known)
    except Exception as error:  # noqa: BLE001 - every kind is listed as a problem
        raise DataError(problems_of(error, data, file=file, record=record, excused=excused)) from None


def _structure(decoder: Converter, cls: type[Thing], data: Any, catalogue: Catalogue) -> Thing:
    before = _CATALOGUE.set(catalogue)
    try:
        return decoder.structure(data, cls)
    finally:
        _CATALOGUE.reset(before)


# The decoders are made once, for they are costly; what ids stand for differs by call and by thread.
_CATALOGUE: ContextVar[Catalogue] = ContextVar("catalogue")


def _refer(cls: type, id: Any, _: object = None) -> Any:
    """Return what an id stands for."""
    return getattr(_CATALOGUE.get(), _TABLES[cls])[_only(str, id)]


@cache
def _decoder(*, detailed: bool) -> Converter:
    decoder = Converter(forbid_extra_keys=True, detailed_validation=detailed)
    _be_strict(decoder)
    decoder.register_structure_hook(HistoricalDate, lambda value, _: HistoricalDate(_only(str, value)))
    decoder.register_structure_hook_factory(_is_tuple, partial(_tuple_hook, decoder))
    decoder.register_structure_hook_func(
        _is_pair, lambda value, _: tuple(_only(str, each) for each in _a_list(value))
    )
    decoder.register_structure_hook(q.Query, lambda value, _: _decode_query(decoder, value))

    def references(cls: type, **fields: type) -> None:
        hooks: dict[str, Any] = {
            name: override(struct_hook=_reference_hook(target, get_type_hints(cls)[name]))
            for name, target in fields.items()
        }
        decoder.register_structure_hook(cls, make_dict_structure_fn(cls, decoder, **hooks))

    references(Sphere, broader=Sphere)
    references(Place, country=Party)
    references(Participation, party=Party)
    references(Actor, person=Person)
    references(Provision, spheres=Sphere, source=Source)
    for cls in (Agreement, Event):
        fields = {
            "place": _reference_hook(Place, Place | None),
            "spheres": _reference_hook(Sphere, tuple[Sphere, ...]),
            "attestations": _claims_decoder(decoder, cls),
        }
        hooks: dict[str, Any] = {name: override(struct_hook=read) for name, read in fields.items()}
        decoder.register_structure_hook(cls, make_dict_structure_fn(cls, decoder, **hooks))
    return decoder


def _be_strict(decoder: Converter) -> None:
    for primitive in (str, int, bool):
        decoder.register_structure_hook(primitive, lambda value, cls: _only(cls, value))
    # One by one: they derive from str, whose hook would be taken for them.
    for vocabulary in VOCABULARIES:
        decoder.register_structure_hook(vocabulary, lambda value, cls: term(cls, value, cls.__name__))


def _only(kind: type, value: Any) -> Any:
    """Refuse what another type would have to be turned into: ``"3"`` for 3, True for 1."""
    if type(value) is not kind:
        names = {str: "text", int: "a whole number", bool: "true or false"}
        raise InvalidValueError(kind.__name__, value, f"it must be {names[kind]}")
    return value


def _is_tuple(cls: Any) -> bool:
    return get_origin(cls) is tuple and get_args(cls)[1:] == (...,)


def _is_pair(cls: Any) -> bool:
    return get_origin(cls) is tuple and get_args(cls)[1:] != (...,)


def _tuple_hook(decoder: Converter, cls: Any) -> Callable[[Any, Any], Any]:
    inner = homogenous_tuple_structure_factory(cls, decoder)
    return lambda value, _: inner(_a_list(value), cls)


def _a_list(value: Any) -> Any:
    if not isinstance(value, (list, tuple)):
        raise InvalidValueError("list", value, "it must be a list, even of one")
    return value


def _reference_hook(target: type, declared: Any) -> Callable[[Any, Any], Any]:
    refer = partial(_refer, target)
    if _is_tuple(declared):
        return lambda value, _: tuple(refer(id) for id in _a_list(value))
    if type(None) in get_args(declared):
        return lambda value, _: None if value is None else refer(value)
    return refer


def _claims_decoder(decoder: Converter, cls: type[Record]) -> Callable[[Any, Any], Any]:
    """Return what decodes the attestations of a record: each value has the type of its field."""
    hints = get_type_hints(cls)
    elements = {name: _element(hints[name]) for name in fields(cls) if name not in UNCLAIMED}
    # A decoder of its own, since the class Attestation is read in another way for each class of record.
    own = Converter(forbid_extra_keys=True, detailed_validation=decoder.detailed_validation)
    _be_strict(own)
    own.register_structure_hook_factory(_is_tuple, lambda cls: homogenous_tuple_structure_factory(cls, own))
    plain = make_dict_structure_fn(
        Attestation,
        own,
        value=override(struct_hook=lambda value, _: value),
        source=override(struct_hook=partial(_refer, Source)),
    )

    @cache
    def reader(field: str) -> Callable[[Any], Any]:
        if field not in elements:
            raise InvalidValueError("field", field, f"it must be one of {', '.join(elements)}")
        element = elements[field]
        if element in NAMED:
            return partial(_refer, element)
        read = decoder.get_structure_hook(element)
        return lambda value: read(value, element)

    def structure(data: Any, _: object) -> Attestation:
        problems: list[Exception] = []
        if isinstance(data, dict) and isinstance(field := data.get("field"), str) and "value" in data:
            try:
                data = {**data, "value": reader(field)(data["value"])}
            except Exception as error:  # noqa: BLE001 - it is raised below, with what else is wrong
                error.add_note(AttributeValidationNote("", "value" if field in elements else "field", Any))
                problems.append(error)
        attestation = None
        try:
            attestation = plain(data, Attestation)
        except ClassValidationError as error:
            # A value that was not read cannot fit its field either; that need not be said.
            unread = {"Attestation.value"} if problems else set()
            problems.extend(each for each in error.exceptions if getattr(each, "field", None) not in unread)
        if attestation is None or problems:
            # The signature of the class is that of cattrs; the type checkers see that of ExceptionGroup.
            raise ClassValidationError("", problems, Attestation)  # pyright: ignore[reportCallIssue]
        return attestation

    own.register_structure_hook(Attestation, structure)
    every = own.get_structure_hook(tuple[Attestation, ...])
    return lambda value, _: every(_a_list(value), tuple[Attestation, ...])


def _element(hint: Any) -> Any:
    """Return the type of one claim about a field: of a list its element, of an optional the thing."""
    return next((each for each in get_args(hint) if each not in (type(None), ...)), hint)


@cache
def _encoder() -> Converter:
    encoder = Converter(omit_if_default=True)
    encoder.register_unstructure_hook(HistoricalDate, str)
    for vocabulary in VOCABULARIES:
        encoder.register_unstructure_hook(vocabulary, lambda word: word.value)
    as_id, as_ids = (
        override(unstruct_hook=_id),
        override(unstruct_hook=lambda things: [each.id for each in things]),
    )

    as_lists = override(unstruct_hook=lambda pairs: [list(pair) for pair in pairs])

    def register(cls: type, **fields: Any) -> None:
        hook: Any = make_dict_unstructure_fn(cls, encoder, _cattrs_omit_if_default=True, **fields)
        encoder.register_unstructure_hook(cls, hook)

    kind = override(omit_if_default=False)
    register(Party, kind=kind)
    register(Source, kind=kind)
    register(Sphere, broader=as_id)
    register(Place, country=as_id)
    register(Participation, party=as_id)
    register(Actor, person=as_id)
    register(Provision, spheres=as_ids, source=as_id)
    register(Attestation, source=as_id, value=override(unstruct_hook=_claimed))
    for cls in (Agreement, Event):
        plain = make_dict_unstructure_fn(
            cls, encoder, _cattrs_omit_if_default=True, place=as_id, spheres=as_ids, raw=as_lists
        )
        encoder.register_unstructure_hook(cls, partial(_in_order, plain))
    return encoder


def _id(thing: Any) -> str | None:
    return None if thing is None else thing.id


def _claimed(value: Any) -> Any:
    return value.id if isinstance(value, NAMED) else _encoder().unstructure(value)


def _in_order(plain: Callable[[Any], Plain], record: Record) -> Plain:
    data = plain(record)
    return {key: data[key] for key in RECORD_KEYS if key in data}


@cache
def _predicates() -> dict[str, type[q.Predicate]]:
    return {cls.word: cls for cls in q.Predicate.__subclasses__()}


def _encode_query(query: q.Query) -> Plain:
    match query:
        case q.Constant():
            return {"anything": {}} if query == q.anything else {"nothing": {}}
        case q.And() | q.Or():
            return {type(query).__name__.lower(): [_encode_query(each) for each in query.operands]}
        case q.Not():
            return {"not": _encode_query(query.operand)}
        case q.Predicate():
            return {query.word: _encoder().unstructure(query)}
    raise InvalidValueError("Query", query, "it must be built by the functions of bilateral.query")


def _decode_query(decoder: Converter, data: Any) -> q.Query:
    if not isinstance(data, dict) or len(data) != 1:
        raise InvalidValueError("Query", data, "it must be an object with one key, such as party, and, not")
    ((word, content),) = data.items()
    if word in ("anything", "nothing"):
        if content != {}:
            raise InvalidValueError(f"q.{word}", content, "it takes nothing: {}")
        return q.anything if word == "anything" else q.nothing
    if word in ("and", "or"):
        operands = [
            _inside(word, partial(_inside, i, partial(_decode_query, decoder, each)))
            for i, each in enumerate(_inside(word, partial(_a_list, content)))
        ]
        return q.conjunction(operands) if word == "and" else q.disjunction(operands)
    if word == "not":
        return ~_inside(word, partial(_decode_query, decoder, content))
    if word not in _predicates():
        words = ", ".join(["and", "or", "not", "anything", "nothing", *_predicates()])
        raise InvalidValueError("Query", word, f"it must be one of {words}")
    return _inside(word, partial(_predicate_hook(decoder, word), content, _predicates()[word]))


def _inside(step: str | int, read: Callable[[], Read]) -> Read:
    """Read a part of a query; an error says where it stands, as cattrs says it of the fields of a class."""
    try:
        return read()
    except Exception as error:  # noqa: BLE001 - whatever it is, it is raised again
        error.add_note(AttributeValidationNote("", step, Any))  # type: ignore[arg-type]
        raise ClassValidationError("", [error], q.Query) from None  # pyright: ignore[reportCallIssue]


@cache
def _predicate_hook(decoder: Converter, word: str) -> Callable[[Any, Any], q.Query]:
    # Which of the two vocabularies a kind is of, the predicate's own converter finds out.
    decoder.register_structure_hook(Kind | EventKind, lambda value, _: value)
    return make_dict_structure_fn(_predicates()[word], decoder)
