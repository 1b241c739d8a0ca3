"""What records name, as linked data."""

from __future__ import annotations

from rdflib import Literal, URIRef
from rdflib.namespace import DCTERMS, PROV, RDF, SDO, SKOS

from bilateral.chronology.layout import reference
from bilateral.corpus import Corpus
from bilateral.dossier import Dataset
from bilateral.linked.terms import BIBO, ITEMS, WDT
from bilateral.linked.writer import Writer, day, edtf
from bilateral.model import Party, PartyKind, Person, Place, Source, SourceKind, Sphere

PARTIES = {
    PartyKind.STATE: SDO.Country,
    PartyKind.ORGANISATION: SDO.Organization,
    PartyKind.OTHER: PROV.Agent,
}
SOURCES = {
    SourceKind.ARTICLE: SDO.ScholarlyArticle,
    SourceKind.LEGAL_ACT: SDO.Legislation,
    SourceKind.UN_DOCUMENT: SDO.DigitalDocument,
    SourceKind.NEWS: SDO.NewsArticle,
    SourceKind.REFERENCE_WORK: SDO.CreativeWork,
    SourceKind.DATABASE: SDO.Dataset,
    SourceKind.OFFICIAL_SITE: SDO.WebPage,
    SourceKind.EDITORIAL: SDO.CreativeWork,
}
"""The class of each kind of party and source."""


def add_things(writer: Writer, corpus: Corpus) -> None:
    """Add all that a corpus knows, and what it is as a whole."""
    if corpus.dataset is not None:
        add_dataset(writer, corpus.dataset)
    for party in corpus.parties:
        add_party(writer, party)
    for sphere in corpus.spheres:
        add_sphere(writer, sphere)
    for place in corpus.places:
        add_place(writer, place)
    for person in corpus.persons:
        add_person(writer, person)
    for source in corpus.sources:
        add_source(writer, source)


def add_party(writer: Writer, party: Party) -> None:
    """Add a party with its names and codes."""
    iri = writer.iri("party", party.id)
    writer.say(iri, RDF.type, PARTIES[party.kind], PROV.Agent)
    writer.say(iri, DCTERMS.identifier, party.id)
    writer.named(iri, party)
    writer.say(iri, WDT.P297, party.alpha2)
    writer.say(iri, WDT.P298, party.alpha3)
    writer.say(iri, WDT.P299, party.numeric)
    _same(writer, iri, party.wikidata)


def add_sphere(writer: Writer, sphere: Sphere) -> None:
    """Add a sphere as a concept of the scheme of spheres."""
    iri, scheme = writer.iri("sphere", sphere.id), writer.iri("sphere")
    writer.say(scheme, RDF.type, SKOS.ConceptScheme)
    writer.say(scheme, SKOS.prefLabel, Literal("spheres", lang="en"))
    writer.say(iri, RDF.type, SKOS.Concept)
    writer.say(iri, SKOS.inScheme, scheme)
    writer.say(iri, SKOS.notation, sphere.id)
    writer.named(iri, sphere)
    writer.say(iri, SKOS.scopeNote, sphere.note)
    if sphere.broader is None:
        writer.say(iri, SKOS.topConceptOf, scheme)
    else:
        writer.say(iri, SKOS.broader, writer.iri("sphere", sphere.broader.id))


def add_place(writer: Writer, place: Place) -> None:
    """Add a place and the country in which it lies."""
    iri = writer.iri("place", place.id)
    writer.say(iri, RDF.type, SDO.Place)
    writer.say(iri, DCTERMS.identifier, place.id)
    writer.named(iri, place)
    if place.country is not None:
        writer.say(iri, SDO.containedInPlace, writer.iri("party", place.country.id))
    _same(writer, iri, place.wikidata)


def add_person(writer: Writer, person: Person) -> None:
    """Add a person."""
    iri = writer.iri("person", person.id)
    writer.say(iri, RDF.type, SDO.Person, PROV.Agent)
    writer.say(iri, DCTERMS.identifier, person.id)
    writer.named(iri, person)
    _same(writer, iri, person.wikidata)


def add_source(writer: Writer, source: Source) -> None:
    """Add a source with its reference in words."""
    iri = writer.iri("source", source.id)
    writer.say(iri, RDF.type, SOURCES[source.kind], PROV.Entity)
    writer.say(iri, DCTERMS.type, writer.word("source-kind", source.kind))
    writer.say(iri, DCTERMS.identifier, source.id)
    writer.say(iri, SDO.name, source.title)
    writer.say(iri, SDO.author, *source.authors)
    if source.date is not None:
        writer.say(iri, DCTERMS.date, edtf(source.date))
        writer.say(iri, SDO.datePublished, day(source.date))
    writer.say(iri, SDO.inLanguage, source.language)
    writer.say(iri, DCTERMS.bibliographicCitation, reference(source))
    writer.say(iri, BIBO.doi, source.doi)
    writer.link(iri, SDO.url, source.url)
    writer.say(iri, SKOS.note, source.note)


def add_dataset(writer: Writer, dataset: Dataset) -> None:
    """Add what a corpus is as a whole."""
    iri = writer.iri("dataset", dataset.name)
    writer.say(iri, RDF.type, SDO.Dataset)
    writer.say(iri, DCTERMS.identifier, dataset.name)
    writer.say(iri, SDO.name, dataset.title)
    writer.say(iri, SDO.description, dataset.description)
    writer.say(iri, SDO.inLanguage, *dataset.languages)
    writer.say(iri, SDO.license, dataset.licence)
    writer.say(iri, SDO.creditText, dataset.citation)


def _same(writer: Writer, iri: URIRef, item: str | None) -> None:
    if item is not None:
        writer.say(iri, SDO.sameAs, ITEMS[item])
