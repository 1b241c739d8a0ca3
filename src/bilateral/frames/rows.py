"""From records to frames."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from importlib import import_module
from importlib.util import find_spec
from typing import Any, Literal, get_args

from bilateral.codec import encode
from bilateral.corpus import Corpus
from bilateral.dates import HistoricalDate
from bilateral.errors import InvalidValueError, MissingExtraError
from bilateral.frames.schema import DATES, SCHEMA, UNRECORDED
from bilateral.frames.units import lineage, units
from bilateral.model import Agreement, Attestation, Named, Place, Provision, Record
from bilateral.query import searchable
from bilateral.words import words

Row = dict[str, Any]
Backend = Literal["polars", "pandas", "pyarrow"]


def to_frame(corpus: Corpus, backend: Backend = "polars") -> Any:
    """Return the records of a corpus as a dataframe, one row a record, in order.

    Args:
        corpus: the records.
        backend: ``"polars"``, ``"pandas"`` (its columns backed by pyarrow, so that dates are dates and lists
            are lists) or ``"pyarrow"``.

    Returns:
        A ``polars.DataFrame``, ``pandas.DataFrame`` or ``pyarrow.Table`` with the columns of ``SCHEMA``.

    Raises:
        MissingExtraError: if narwhals is not installed.
        InvalidValueError: if the backend is none of these or not installed.

    Examples:
        >>> from bilateral.model import Event
        >>> frame = to_frame(Corpus([Event("embassy", date="1993-01", parties=["AZE", "KAZ"])]))
        >>> frame["date_latest"][0], frame["parties"].to_list()
        (datetime.date(1993, 1, 31), [['AZE', 'KAZ']])
    """
    if backend not in get_args(Backend):
        raise InvalidValueError(
            "to_frame.backend", backend, f"it must be one of {', '.join(get_args(Backend))}"
        )
    try:
        import narwhals  # noqa: F401 - to say early what is missing
    except ImportError:
        raise MissingExtraError("frames", "a dataframe") from None
    needed = ("pandas", "pyarrow") if backend == "pandas" else (backend,)
    if missing := [name for name in needed if find_spec(name) is None]:
        raise InvalidValueError("to_frame.backend", backend, f"{' and '.join(missing)} must be installed")
    return frame_of(corpus, backend)


def frame_of(records: Iterable[Record], backend: Backend) -> Any:
    """Return records as a dataframe of a library that is installed."""
    import narwhals as nw

    types = {"text": nw.String(), "texts": nw.List(nw.String()), "date": nw.Date(), "boolean": nw.Boolean()}
    schema = {name: types[column.type] for name, column in SCHEMA.items()}
    rows = [row_of(record) for record in records]
    columns = {name: [row[name] for row in rows] for name in SCHEMA}
    made = nw.from_dict(columns, schema, backend="polars" if backend == "polars" else "pyarrow").to_native()
    if backend == "pandas":
        return made.to_pandas(types_mapper=import_module("pandas").ArrowDtype)
    return made


def row_of(record: Record) -> Row:
    """Return what stands in each column for a record; what is missing is None."""
    kinds = [str(kind) for kind in record.alternatives("kind")]
    places = [place for place in record.alternatives("place") if isinstance(place, Place)]
    persons = [actor.person for actor in record.persons]
    parties = [each.party.id for each in record.parties]
    spheres = [sphere.lineage for sphere in record.spheres]
    gaps = [] if record.date is None else _with_gaps(record.date)
    provisions = record.provisions if isinstance(record, Agreement) else ()
    row: Row = {
        **dict.fromkeys(SCHEMA),
        "id": record.id,
        "type": "agreement" if isinstance(record, Agreement) else "event",
        "title": record.title,
        "description": record.description,
        "aliases": list(record.aliases),
        "kind": None if record.kind is None else str(record.kind),
        "kinds": kinds,
        "date_units": gaps,
        "date_units_wider": list(dict.fromkeys(wider for unit in gaps for wider in lineage(unit))),
        "place": None if record.place is None else record.place.id,
        "places": [place.id for place in places],
        "place_names": _names(places),
        "parties": parties,
        "party_names": _names([each.party for each in record.parties]),
        "capacities": [f"{id} {acting or UNRECORDED}" for id in parties for acting in record.capacities(id)],
        "spheres": [own.id for own, *_ in spheres],
        "sphere_lineages": [" ".join(each.id for each in line) for line in spheres],
        "spheres_and_broader": list(dict.fromkeys(each.id for line in spheres for each in line)),
        "persons": [person.id for person in persons],
        "person_names": _names(persons),
        "roles": [" ".join([each.person.id, *filter(None, [each.role])]) for each in record.persons],
        "provisions": [_as_json(each) for each in provisions],
        "relations": [f"{each.kind} {each.target}" for each in record.relations],
        "urls": list(record.urls),
        "sources": [source.id for source in record.sources],
        "attestations": [_as_json(each) for each in record.attestations],
        "raw": [_compact(pair) for pair in record.raw],
        "words": sorted(words(searchable(record))),
    }
    for name in DATES:
        if (when := getattr(record, name, None)) is not None:
            row.update(_of_date(name, when))
    return row


def _names(things: Iterable[Named]) -> str:
    """Return ids and words of labels such that one pattern finds a thing by some words of one label.

    The words of a label are sorted, for a pattern cannot look for words in any order.
    """
    return "".join(f"{_name(thing)}{_country(thing)};" for thing in things)


def _name(thing: Named) -> str:
    return "| ".join([thing.id, *_folded(thing)])


def _country(thing: Named) -> str:
    if not isinstance(thing, Place) or thing.country is None:
        return ""
    return ("=" if thing.is_country else "<") + _name(thing.country)


def _folded(thing: Named) -> list[str]:
    found = ["".join(f"{word} " for word in sorted(words(label.text))) for label in thing.labels]
    return [each for each in dict.fromkeys(found) if each]


def _as_json(claim: Attestation | Provision) -> str:
    return _compact(encode(claim))


def _compact(plain: Any) -> str:
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":"))


def _with_gaps(when: HistoricalDate) -> list[str]:
    spans = when.spans
    return [] if len(spans) == 1 else [unit for span in spans for unit in units(*span)]


def _of_date(name: str, when: HistoricalDate) -> Iterator[tuple[str, Any]]:
    bounds = when.bounds
    yield name, str(when)
    yield f"{name}_earliest", None if when.open_start or when.unknown_start else when.earliest
    yield f"{name}_latest", None if when.open_end or when.unknown_end else when.latest
    yield f"{name}_begins_by", None if when.open_start else bounds.end_of_the_begin
    yield f"{name}_ends_from", None if when.open_end else bounds.begin_of_the_end
    yield f"{name}_precision", str(when.precision)
    yield f"{name}_is_interval", when.is_interval
    yield f"{name}_start", "open" if when.open_start else "unknown" if when.unknown_start else "known"
    yield f"{name}_end", "open" if when.open_end else "unknown" if when.unknown_end else "known"
