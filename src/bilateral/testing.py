"""Hypothesis strategies for the library's values, for its own tests and for those of its users.

Needs the extra ``test``. Every strategy draws valid values; dates of every kind are among them.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from difflib import get_close_matches
from functools import cache
from typing import Any

from bilateral import query as q
from bilateral.corpus import Corpus
from bilateral.dates import HistoricalDate
from bilateral.dossier import Dataset
from bilateral.errors import InvalidValueError, MissingExtraError, UnknownIdError
from bilateral.model import (
    Actor,
    Agreement,
    Attestation,
    Capacity,
    Event,
    EventKind,
    Kind,
    Label,
    Participation,
    Party,
    Person,
    Place,
    Provision,
    Rank,
    Record,
    Relation,
    RelationKind,
    Source,
    Sphere,
)
from bilateral.model.catalogue import Catalogue
from bilateral.model.claims import LISTS, resolve
from bilateral.truth import Truth

try:
    from hypothesis import strategies as st
except ImportError:
    raise MissingExtraError("test", "bilateral.testing") from None

_PARTIES = tuple(
    Party(id, [Label("en", name), Label("ru", russian)])
    for id, name, russian in (
        ("AZE", "Azerbaijan", "Азербайджан"),
        ("KAZ", "Kazakhstan", "Казахстан"),
        ("RUS", "Russia", "Россия"),
        ("OTS", "Organization of Turkic States", "Организация тюркских государств"),
    )
)
_ECONOMIC = Sphere("economic")
_ENERGY = Sphere("energy", broader=_ECONOMIC)
_SPHERES = (
    _ECONOMIC,
    _ENERGY,
    Sphere("oil-gas", broader=_ENERGY),
    Sphere("trade", broader=_ECONOMIC),
    Sphere("political"),
)
_PLACES = (
    Place("baku", [Label("en", "Baku"), Label("az", "Bakı")], country=_PARTIES[0]),
    Place("almaty", [Label("en", "Almaty")], country=_PARTIES[1]),
    Place("kazakhstan", [Label("en", "Kazakhstan")], country=_PARTIES[1]),
    Place("caspian", [Label("en", "Caspian Sea")]),
)
_PERSONS = (Person("a-b", [Label("en", "Aman Bek")]), Person("c-d", [Label("en", "Cəmil Dadaş")]))
_SOURCES = (
    Source("one", "The first source"),
    Source("two", "The second source"),
    Source("three", "The third"),
)
_KNOWN = Catalogue(parties=_PARTIES, spheres=_SPHERES, places=_PLACES, persons=_PERSONS, sources=_SOURCES)
_IDS = tuple(f"r{i}" for i in range(12))


def truths() -> st.SearchStrategy[Truth]:
    """Return a strategy for the three truths.

    Examples:
        >>> truths().validate()
    """
    return st.sampled_from(Truth)


def days(
    first: datetime.date = datetime.date(1990, 1, 1), last: datetime.date = datetime.date(2015, 12, 31)
) -> st.SearchStrategy[datetime.date]:
    """Return a strategy for days.

    Args:
        first: the earliest day.
        last: the latest day.

    Returns:
        A strategy for ``datetime.date``.

    Examples:
        >>> days().validate()
    """
    return st.dates(first, last)


def dates() -> st.SearchStrategy[HistoricalDate]:
    """Return a strategy for historical dates of every kind: points, qualified, intervals, one-of sets.

    Returns:
        A strategy for HistoricalDate, most of them between 1990 and 2015, so that they meet.

    Examples:
        >>> dates().validate()
    """
    return _DATES


def _point_text(day: datetime.date, form: str) -> str:
    return day.strftime(form) if "%" in form else form.replace("YYY", str(day.year)[:3])


_POINTS = st.builds(_point_text, days(), st.sampled_from(["%Y-%m-%d", "%Y-%m-%d", "%Y-%m", "%Y", "YYYX"]))
_ENDS = st.builds(str.__add__, _POINTS, st.sampled_from(["", "", "?", "~", "%"]))


def _ordered(a: datetime.date, b: datetime.date, form: str) -> str:
    return "/".join(day.strftime(form) for day in sorted((a, b)))


_EDTF = st.one_of(
    _ENDS,
    st.builds(_ordered, days(), days(), st.sampled_from(["%Y-%m-%d", "%Y-%m", "%Y"])),
    st.builds(str.__add__, _ENDS, st.sampled_from(["/..", "/"])),
    st.builds(lambda mark, end: mark + end, st.sampled_from(["../", "/"]), _ENDS),
    st.builds(lambda a, b: f"[{min(a, b)},{max(a, b)}]", days(), days()).filter(
        lambda text: len(set(text[1:-1].split(","))) > 1
    ),
    st.builds(lambda a, b: f"[{min(a, b)}..{max(a, b)}]", days(), days()),
    st.builds(
        lambda day, form: day.strftime(form), days(), st.sampled_from(["[..%Y-%m]", "[%Y..]", "%Y-XX-%d"])
    ),
    st.builds(lambda day, part: f"{day:%Y}-{part}", days(), st.integers(21, 41)),
)
# Made once, here and below: hypothesis takes milliseconds to check a strategy that it has not seen before.
_DATES = st.builds(HistoricalDate, _EDTF)


def texts() -> st.SearchStrategy[str]:
    """Return a strategy for text that is not blank, of any script and with hostile characters.

    Examples:
        >>> texts().validate()
    """
    return _TEXTS


_TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30).filter(
    lambda text: bool(text.strip())
)
_MAYBE_TEXTS = st.none() | _TEXTS


def participations() -> st.SearchStrategy[Participation]:
    """Return a strategy for participations of a few parties, with or without capacity.

    Examples:
        >>> participations().validate()
    """
    return _PARTICIPATIONS


_PARTICIPATIONS = st.builds(Participation, st.sampled_from(_PARTIES), st.none() | st.sampled_from(Capacity))
_CLAIMED: dict[str, st.SearchStrategy[Any]] = {
    **dict.fromkeys(("title", "aliases", "description"), _TEXTS),
    "kind": st.sampled_from(Kind),
    "place": st.sampled_from(_PLACES),
    "parties": _PARTICIPATIONS,
    "spheres": st.sampled_from(_SPHERES),
    "persons": st.builds(Actor, st.sampled_from(_PERSONS), _MAYBE_TEXTS),
    "relations": st.builds(Relation, st.sampled_from(RelationKind), st.sampled_from(_IDS)),
    "urls": st.sampled_from(["https://example.org/a", "http://example.org/b?c=d&e=%20"]),
    **dict.fromkeys(("signed", "in_force", "terminated", "date"), _DATES),
}
"""What may be claimed of each field."""


def attestations(field: str, kind: str | None = None) -> st.SearchStrategy[Attestation]:
    """Return a strategy for attestations of a field.

    Args:
        field: the field.
        kind: ``"event kind"`` to attest the kind of an event.

    Returns:
        A strategy for Attestation.

    Raises:
        UnknownIdError: if no claim can be about such a field.
        InvalidValueError: if the kind is another.

    Examples:
        >>> attestations("signed").validate()
    """
    if field not in _CLAIMED:
        raise UnknownIdError("field", field, get_close_matches(str(field), _CLAIMED))
    if kind not in (None, "event kind"):
        raise InvalidValueError("kind", kind, 'it must be None or "event kind"')
    return _attestations(field, of_event=kind is not None)


@cache
def _attestations(field: str, *, of_event: bool) -> st.SearchStrategy[Attestation]:
    return st.builds(
        Attestation,
        st.just(field),
        st.sampled_from(EventKind) if of_event else _CLAIMED[field],
        st.sampled_from(_SOURCES),
        locator=_MAYBE_TEXTS,
        quote=_MAYBE_TEXTS,
        rank=st.sampled_from(Rank),
        note=_MAYBE_TEXTS,
    )


def _claims(each: list[st.SearchStrategy[Attestation]]) -> st.SearchStrategy[list[Attestation]]:
    return st.lists(st.one_of(each), max_size=8, unique=True)


_SHARED = ("title", "place", "parties", "spheres", "persons", "relations", "urls", "aliases", "description")
# Dates twice over: they are what disagreements are most often about.
_OF_AGREEMENTS = _claims(
    [attestations(field) for field in (*_SHARED, "kind", "signed", "signed", "in_force", "terminated")]
)
_OF_EVENTS = _claims(
    [
        *map(attestations, _SHARED),
        *(attestations("date"), attestations("date"), attestations("kind", "event kind")),
    ]
)
_PROVISIONS = st.lists(
    st.tuples(_TEXTS, st.sampled_from(_SPHERES), st.none() | st.sampled_from(_SOURCES)), max_size=2
)

_RAW = st.lists(st.tuples(_TEXTS, _TEXTS), max_size=2, unique=True)


@st.composite
def agreements(draw: st.DrawFn, id: str | None = None) -> Agreement:
    """Return a strategy for agreements whose values are what their attestations resolve to.

    Args:
        draw: given by hypothesis.
        id: the id; drawn if None.

    Returns:
        A strategy for Agreement.

    Examples:
        >>> agreements().validate()
    """
    claims = draw(_OF_AGREEMENTS)
    return Agreement(
        id or draw(st.sampled_from(_IDS)),
        attestations=claims,
        raw=draw(_RAW),
        provisions=[
            Provision(i, text, [sphere], source)
            for i, (text, sphere, source) in enumerate(draw(_PROVISIONS), 1)
        ],
        **_resolved(claims),
    )


@st.composite
def events(draw: st.DrawFn, id: str | None = None) -> Event:
    """Return a strategy for events whose values are what their attestations resolve to.

    Args:
        draw: given by hypothesis.
        id: the id; drawn if None.

    Returns:
        A strategy for Event.

    Examples:
        >>> events().validate()
    """
    claims = draw(_OF_EVENTS)
    return Event(id or draw(st.sampled_from(_IDS)), attestations=claims, raw=draw(_RAW), **_resolved(claims))


def _resolved(claims: list[Attestation]) -> dict[str, Any]:
    fields = dict.fromkeys(claim.field for claim in claims)
    values = {field: resolve(field, [claim for claim in claims if claim.field == field]) for field in fields}
    return {field: value or () if field in LISTS else value for field, value in values.items()}


def records() -> st.SearchStrategy[Record]:
    """Return a strategy for agreements and events.

    Examples:
        >>> records().validate()
    """
    return _RECORDS


_RECORDS = st.one_of(agreements(), events())


_DATASETS = st.builds(
    Dataset,
    st.sampled_from(_IDS),
    _TEXTS,
    description=_MAYBE_TEXTS,
    languages=st.lists(st.sampled_from(["en", "az", "kk-Cyrl"]), max_size=2, unique=True),
    licence=_MAYBE_TEXTS,
    citation=_MAYBE_TEXTS,
)


def corpora(max_size: int = 6) -> st.SearchStrategy[Corpus]:
    """Return a strategy for corpora that all know the same parties, spheres, places, persons and sources.

    Args:
        max_size: the most records.

    Returns:
        A strategy for Corpus.

    Examples:
        >>> corpora().validate()
    """
    found = st.lists(_RECORDS, max_size=max_size, unique_by=lambda record: record.id)
    return st.builds(Corpus, found, catalogue=st.just(_KNOWN), dataset=st.none() | _DATASETS)


_CODES = st.sampled_from([party.id for party in _PARTIES])
_PREDICATES = st.one_of(
    st.sampled_from([q.anything, q.nothing, q.id()]),
    *(st.builds(ask, _DATES) for ask in (q.date, q.signed, q.in_force, q.before, q.after)),
    st.builds(q.party, _CODES, capacity=st.none() | st.sampled_from(Capacity)),
    st.lists(_CODES, min_size=2, max_size=2, unique=True).map(lambda pair: q.bilateral(*pair)),
    st.builds(q.sphere, st.sampled_from([sphere.id for sphere in _SPHERES]), exact=st.booleans()),
    st.builds(q.kind, st.sampled_from([*Kind, *EventKind])),
    st.builds(
        q.place,
        st.sampled_from(["baku", "Bakı", "ALMATY", "kazakhstan", "Казахстан", "KAZ", "caspian"]),
        country=st.none() | st.sampled_from(["AZE", "KAZ"]),
    ),
    st.sampled_from(["bek", "Aman", "c-d"]).map(q.person),
    st.sampled_from([source.id for source in _SOURCES]).map(q.source),
    st.sampled_from(["azerbaijan", "россия", "turkic states"]).map(q.text),
)


def queries(max_leaves: int = 6, *, ids: Iterable[str] = ()) -> st.SearchStrategy[q.Query]:
    """Return a strategy for queries that the corpora of ``corpora`` can answer.

    Args:
        max_leaves: the most predicates in one query.
        ids: ids of records that ``q.id`` may ask for; a corpus without one of them refuses the query.

    Returns:
        A strategy for Query.

    Examples:
        >>> queries().validate()
        >>> asked = corpora().flatmap(lambda corpus: queries(ids=[record.id for record in corpus]))
    """
    known = tuple(ids)
    asking = st.lists(st.sampled_from(known), max_size=3, unique=True).map(lambda some: q.id(*some))
    return st.recursive(
        _PREDICATES | asking if known else _PREDICATES,
        lambda inner: st.one_of(
            st.builds(lambda a, b: a & b, inner, inner),
            st.builds(lambda a, b: a | b, inner, inner),
            st.builds(lambda a: ~a, inner),
        ),
        max_leaves=max_leaves,
    )
