"""Treaties and diplomatic events between states, with uncertain dates and the sources of every value.

Every public name is imported when it is first used, so that ``import bilateral`` costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module

# As in typing, whose import alone would cost more than all the rest; type checkers know the name.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from bilateral import (
        analysis,
        citations,
        dates,
        frames,
        linked,
        matching,
        parties,
        policies,
        query,
        spheres,
    )
    from bilateral import testing as testing
    from bilateral.authority import Authority, identify
    from bilateral.chronology import Chronology, Entry, Period, Section
    from bilateral.chronology.picture import Picture
    from bilateral.corpus import Corpus, datasets, load
    from bilateral.dates import Bounds, HistoricalDate, Precision, Slip, near_misses
    from bilateral.dossier import Dataset
    from bilateral.errors import (
        AmbiguousPartyError,
        BilateralError,
        DataError,
        InvalidDateError,
        InvalidValueError,
        MissingExtraError,
        Problem,
        UnknownIdError,
        UnsupportedDateError,
    )
    from bilateral.formats import read, write
    from bilateral.formats.mapped import Reading, read_records
    from bilateral.mapping import Column, Constant, DateParts, Derived, Mapping, mappings
    from bilateral.model import (
        Actor,
        Agreement,
        Attestation,
        Capacity,
        Conflict,
        Conflicts,
        Event,
        EventKind,
        Kind,
        Label,
        Participation,
        Party,
        PartyKind,
        Person,
        Place,
        Provision,
        Rank,
        Record,
        Relation,
        RelationKind,
        Source,
        SourceKind,
        Sphere,
    )
    from bilateral.report import Problems
    from bilateral.truth import Truth

__version__ = "0.1.0"

_NAMES = {
    "analysis": "",
    "citations": "",
    "frames": "",
    "linked": "",
    "matching": "",
    "parties": "",
    "policies": "",
    "query": "",
    "spheres": "",
    "testing": "",
    "authority": "Authority identify",
    "chronology": "Chronology Entry Period Section",
    "chronology.picture": "Picture",
    "corpus": "Corpus datasets load",
    "dates": "Bounds HistoricalDate Precision Slip near_misses",
    "dossier": "Dataset",
    "errors": "AmbiguousPartyError BilateralError DataError InvalidDateError InvalidValueError "
    "MissingExtraError Problem UnknownIdError UnsupportedDateError",
    "formats": "read write",
    "formats.mapped": "Reading read_records",
    "mapping": "Column Constant DateParts Derived Mapping mappings",
    "model": "Actor Agreement Attestation Capacity Conflict Conflicts Event EventKind Kind Label"
    " Participation Party PartyKind Person Place Provision Rank Record Relation RelationKind"
    " Source SourceKind Sphere",
    "report": "Problems",
    "truth": "Truth",
}
"""The public names of each module; a module without any is itself a public name."""

_HOME = {name: module for module, names in _NAMES.items() for name in names.split()}

__all__ = [
    "Actor",
    "Agreement",
    "AmbiguousPartyError",
    "Attestation",
    "Authority",
    "BilateralError",
    "Bounds",
    "Capacity",
    "Chronology",
    "Column",
    "Conflict",
    "Conflicts",
    "Constant",
    "Corpus",
    "DataError",
    "Dataset",
    "DateParts",
    "Derived",
    "Entry",
    "Event",
    "EventKind",
    "HistoricalDate",
    "InvalidDateError",
    "InvalidValueError",
    "Kind",
    "Label",
    "Mapping",
    "MissingExtraError",
    "Participation",
    "Party",
    "PartyKind",
    "Period",
    "Person",
    "Picture",
    "Place",
    "Precision",
    "Problem",
    "Problems",
    "Provision",
    "Rank",
    "Reading",
    "Record",
    "Relation",
    "RelationKind",
    "Section",
    "Slip",
    "Source",
    "SourceKind",
    "Sphere",
    "Truth",
    "UnknownIdError",
    "UnsupportedDateError",
    "analysis",
    "citations",
    "datasets",
    "dates",
    "frames",
    "identify",
    "linked",
    "load",
    "mappings",
    "matching",
    "near_misses",
    "parties",
    "policies",
    "query",
    "read",
    "read_records",
    "spheres",
    "write",
]


def __getattr__(name: str) -> Any:
    if name in _HOME:
        value = getattr(import_module(f"bilateral.{_HOME[name]}"), name)
        # Kept, so that the next use is an ordinary attribute.
        globals()[name] = value
        return value
    if name in _NAMES:
        return import_module(f"bilateral.{name}")
    raise AttributeError(f"module 'bilateral' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*__all__, *globals()})
