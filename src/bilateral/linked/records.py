"""Records and the claims behind them, as linked data."""

from __future__ import annotations

from rdflib import Literal, URIRef
from rdflib.namespace import DCAT, DCTERMS, PROV, RDF, SDO, SKOS

from bilateral.dates import HistoricalDate
from bilateral.linked.names import address
from bilateral.linked.terms import BIBO, CRM, ELI, WDT, WIKIBASE
from bilateral.linked.writer import Writer, day, edtf
from bilateral.model import (
    Actor,
    Agreement,
    Attestation,
    EventKind,
    Kind,
    Participation,
    Place,
    Provision,
    Rank,
    Record,
    Relation,
    RelationKind,
    Sphere,
)

RANKS = {
    Rank.PREFERRED: WIKIBASE.PreferredRank,
    Rank.NORMAL: WIKIBASE.NormalRank,
    Rank.DEPRECATED: WIKIBASE.DeprecatedRank,
}
RELATIONS = {
    RelationKind.AMENDS: ELI.amends,
    RelationKind.SUPERSEDES: DCTERMS.replaces,
    RelationKind.PART_OF: DCTERMS.isPartOf,
}
"""The kinds of relations that a published property stands for; the others are said by a qualified one."""


def add_record(writer: Writer, record: Record) -> None:
    """Add a record with its values, its provisions and the claims about it."""
    iri = writer.iri("record", record.id)
    writer.say(iri, DCTERMS.identifier, record.id)
    writer.say(iri, SDO.alternateName, *record.aliases)
    writer.say(iri, SDO.name, record.title)
    writer.say(iri, SDO.description, record.description)
    writer.say(iri, SDO.about, *(writer.iri("sphere", sphere.id) for sphere in record.spheres))
    writer.link(iri, SDO.url, *record.urls)
    if record.date is not None:
        writer.say(iri, DCTERMS.date, edtf(record.date))
    if isinstance(record, Agreement):
        _add_agreement(writer, iri, record)
    else:
        _add_event(writer, iri, record)
    for relation in record.relations:
        writer.say(iri, RELATIONS.get(relation.kind, DCTERMS.relation), writer.iri("record", relation.target))
        writer.say(iri, DCAT.qualifiedRelation, _relationship(writer, record, relation))
    for number, claim in enumerate(record.attestations, 1):
        _add_claim(writer, record, number, claim)


def _add_agreement(writer: Writer, iri: URIRef, record: Agreement) -> None:
    writer.say(iri, RDF.type, SDO.Legislation, ELI.LegalResource, PROV.Entity)
    writer.say(iri, ELI.is_about, *(writer.iri("sphere", sphere.id) for sphere in record.spheres))
    if record.kind is not None:
        writer.say(iri, SDO.legislationType, record.kind.value)
        writer.say(iri, ELI.type_document, writer.word("kind", record.kind))
    writer.say(iri, WDT.P1891, *(writer.iri("party", each.party.id) for each in record.parties))
    if record.place is not None:
        writer.say(iri, SDO.locationCreated, writer.iri("place", record.place.id))
    whole_days = (
        (record.signed, (SDO.legislationDate, ELI.date_document, WDT.P585)),
        (record.in_force, (ELI.first_date_entry_in_force, WDT.P7588)),
        (record.terminated, (ELI.date_no_longer_in_force,)),
    )
    for date, predicates in whole_days:
        for predicate in predicates:
            writer.say(iri, predicate, day(date))
    signing = URIRef(f"{iri}/signed")
    writer.say(signing, RDF.type, CRM.E65_Creation, PROV.Activity)
    writer.say(signing, CRM.P94_has_created, iri)
    writer.say(iri, PROV.wasGeneratedBy, signing)
    _happened(writer, signing, record, "signed", record.signed)
    for field in ("in_force", "terminated"):
        date = getattr(record, field)
        if date is not None:
            change = URIRef(f"{iri}/{field}")
            writer.say(change, RDF.type, CRM.E5_Event)
            writer.say(change, CRM.P2_has_type, writer.word("field", field))
            writer.say(change, CRM.P12_occurred_in_the_presence_of, iri)
            writer.time_span(change, date)
    for provision in record.provisions:
        _add_provision(writer, iri, provision)


def _add_event(writer: Writer, iri: URIRef, record: Record) -> None:
    writer.say(iri, RDF.type, SDO.Event, CRM.E5_Event, PROV.Activity)
    if record.kind is not None:
        writer.say(iri, DCTERMS.type, writer.word("event-kind", record.kind))
    writer.say(iri, WDT.P710, *(writer.iri("party", each.party.id) for each in record.parties))
    if record.place is not None:
        writer.say(iri, SDO.location, writer.iri("place", record.place.id))
    writer.say(iri, SDO.startDate, day(record.date))
    _happened(writer, iri, record, "date", record.date)


def _happened(
    writer: Writer, happening: URIRef, record: Record, field: str, date: HistoricalDate | None
) -> None:
    """Add where, when and by whom something was done, and in which capacity or role."""
    writer.say(happening, CRM.P2_has_type, writer.word("field", field))
    if record.place is not None:
        writer.say(happening, CRM.P7_took_place_at, writer.iri("place", record.place.id))
    if date is not None:
        writer.time_span(happening, date)
    parts: list[Participation | Actor] = [*record.parties, *record.persons]
    for each in parts:
        agent = _agent(writer, each)
        writer.say(happening, PROV.wasAssociatedWith, agent)
        writer.say(happening, CRM.P11_had_participant, agent)
        writer.say(happening, PROV.qualifiedAssociation, _association(writer, record, each))


def _agent(writer: Writer, part: Participation | Actor) -> URIRef:
    if isinstance(part, Participation):
        return writer.iri("party", part.party.id)
    return writer.iri("person", part.person.id)


def _association(writer: Writer, record: Record, part: Participation | Actor) -> URIRef:
    """Return how a party or person took part; the same for a value and for the claims of it."""
    kind, id, how = (
        ("party", part.party.id, part.capacity)
        if isinstance(part, Participation)
        else ("person", part.person.id, part.role)
    )
    iri = writer.iri("record", record.id, kind, id, *([] if how is None else [how]))
    writer.say(iri, RDF.type, PROV.Association)
    writer.say(iri, PROV.agent, _agent(writer, part))
    if isinstance(part, Actor):
        writer.say(iri, SDO.roleName, part.role)
    elif part.capacity is not None:
        writer.say(iri, PROV.hadRole, writer.word("capacity", part.capacity))
    return iri


def _relationship(writer: Writer, record: Record, relation: Relation) -> URIRef:
    iri = writer.iri("record", record.id, relation.kind, relation.target)
    writer.say(iri, RDF.type, DCAT.Relationship)
    writer.say(iri, DCTERMS.relation, writer.iri("record", relation.target))
    writer.say(iri, DCAT.hadRole, writer.word("relation", relation.kind))
    return iri


def _add_provision(writer: Writer, record: URIRef, provision: Provision) -> None:
    iri = URIRef(f"{record}/provision/{provision.number}")
    writer.say(record, ELI.has_part, iri)
    writer.say(iri, RDF.type, ELI.LegalResourceSubdivision)
    writer.say(iri, SDO.position, provision.number)
    writer.say(iri, SDO.text, provision.text)
    writer.say(iri, ELI.is_about, *(writer.iri("sphere", sphere.id) for sphere in provision.spheres))
    if provision.source is not None:
        writer.say(iri, PROV.wasQuotedFrom, writer.iri("source", provision.source.id))
    writer.say(iri, BIBO.locator, provision.locator)


def _add_claim(writer: Writer, record: Record, number: int, claim: Attestation) -> None:
    iri = writer.iri("record", record.id, "attestation", number)
    source = writer.iri("source", claim.source.id)
    writer.say(iri, RDF.type, SDO.Claim, PROV.Entity)
    writer.say(iri, SDO.about, writer.iri("record", record.id))
    writer.say(iri, SDO.position, number)
    writer.say(iri, DCTERMS.type, writer.word("field", claim.field))
    writer.say(iri, RDF.value, _value(writer, record, claim))
    writer.say(iri, WIKIBASE.rank, RANKS[claim.rank])
    writer.say(iri, PROV.hadPrimarySource, source)
    writer.say(iri, BIBO.locator, claim.locator)
    if claim.quote is not None:
        writer.say(iri, SDO.text, claim.quote)
        writer.say(iri, PROV.wasQuotedFrom, source)
    writer.say(iri, SKOS.note, claim.note)


def _value(writer: Writer, record: Record, claim: Attestation) -> URIRef | Literal:
    """Return what is claimed: a literal, or the thing itself."""
    value = claim.value
    if isinstance(value, HistoricalDate):
        return edtf(value)
    if isinstance(value, (Kind, EventKind)):
        return writer.word("kind" if isinstance(value, Kind) else "event-kind", value)
    if isinstance(value, (Place, Sphere)):
        return writer.iri("place" if isinstance(value, Place) else "sphere", value.id)
    if isinstance(value, (Participation, Actor)):
        return _association(writer, record, value)
    if isinstance(value, Relation):
        return _relationship(writer, record, value)
    found = address(value) if claim.field == "urls" else None
    return Literal(value) if found is None else URIRef(found)
