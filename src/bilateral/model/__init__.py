"""The domain: records, what they name, and who attests them."""

from bilateral.model.attestations import Attestation, Value
from bilateral.model.names import Label, Named
from bilateral.model.parts import Actor, Participation, Provision, Relation
from bilateral.model.records import Agreement, Conflict, Conflicts, Event, Record
from bilateral.model.sources import Source
from bilateral.model.terms import Capacity, EventKind, Kind, PartyKind, Rank, RelationKind, SourceKind
from bilateral.model.things import Party, Person, Place, Sphere

__all__ = [
    "Actor",
    "Agreement",
    "Attestation",
    "Capacity",
    "Conflict",
    "Conflicts",
    "Event",
    "EventKind",
    "Kind",
    "Label",
    "Named",
    "Participation",
    "Party",
    "PartyKind",
    "Person",
    "Place",
    "Provision",
    "Rank",
    "Record",
    "Relation",
    "RelationKind",
    "Source",
    "SourceKind",
    "Sphere",
    "Value",
]
