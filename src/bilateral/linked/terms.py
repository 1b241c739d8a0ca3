"""The published vocabularies that linked data is written in; a term that is not there is an error.

Needs the extra ``rdf``. Those that rdflib does not ship list the terms used here alone.

References:
    European Legislation Identifier ontology; CIDOC CRM 7.1 and M. Doerr, R. Light, *Implementing the CIDOC
    Conceptual Reference Model in RDF* (2020); Wikidata RDF dump format; Bibliographic Ontology; Library of
    Congress, *EDTF datatypes*.
"""

from __future__ import annotations

import re

from rdflib import Namespace, URIRef
from rdflib.namespace import DCAT, DCTERMS, PROV, RDF, RDFS, SDO, SKOS, XSD, DefinedNamespace

EDTF = URIRef("http://id.loc.gov/datatypes/edtf/EDTF")
"""The datatype of dates as EDTF."""

ITEMS = Namespace("http://www.wikidata.org/entity/")
"""Items of Wikidata."""


class ELI(DefinedNamespace):
    """European Legislation Identifier."""

    _fail = True
    _NS = Namespace("http://data.europa.eu/eli/ontology#")

    LegalResource: URIRef
    LegalResourceSubdivision: URIRef
    amends: URIRef
    date_document: URIRef
    date_no_longer_in_force: URIRef
    first_date_entry_in_force: URIRef
    has_part: URIRef
    is_about: URIRef
    type_document: URIRef


class CRM(DefinedNamespace):
    """CIDOC Conceptual Reference Model."""

    _fail = True
    _NS = Namespace("http://www.cidoc-crm.org/cidoc-crm/")
    _extras = ["E52_Time-Span", "P4_has_time-span"]  # noqa: RUF012 - as the base class declares it

    E5_Event: URIRef
    E65_Creation: URIRef
    P11_had_participant: URIRef
    P12_occurred_in_the_presence_of: URIRef
    P2_has_type: URIRef
    P7_took_place_at: URIRef
    P81a_end_of_the_begin: URIRef
    P81b_begin_of_the_end: URIRef
    P82a_begin_of_the_begin: URIRef
    P82b_end_of_the_end: URIRef
    P94_has_created: URIRef


TIME_SPAN = URIRef(CRM._NS + "E52_Time-Span")
HAS_TIME_SPAN = URIRef(CRM._NS + "P4_has_time-span")
"""The terms of CIDOC CRM that are no names of Python."""


class WDT(DefinedNamespace):
    """Wikidata's properties, of best rank: codes of ISO 3166-1, participant, signatory."""

    _fail = True
    _NS = Namespace("http://www.wikidata.org/prop/direct/")

    P1891: URIRef
    P297: URIRef
    P298: URIRef
    P299: URIRef
    P585: URIRef
    P710: URIRef
    P7588: URIRef


class WIKIBASE(DefinedNamespace):
    """Ranks of statements, as Wikidata has them."""

    _fail = True
    _NS = Namespace("http://wikiba.se/ontology#")

    DeprecatedRank: URIRef
    NormalRank: URIRef
    PreferredRank: URIRef
    rank: URIRef


class BIBO(DefinedNamespace):
    """Bibliographic Ontology."""

    _fail = True
    _NS = Namespace("http://purl.org/ontology/bibo/")

    doi: URIRef
    locator: URIRef


PREFIXES = {
    "bibo": str(BIBO),
    "crm": str(CRM),
    "dcat": str(DCAT),
    "dcterms": str(DCTERMS),
    "edtf": "http://id.loc.gov/datatypes/edtf/",
    "eli": str(ELI),
    "prov": str(PROV),
    "rdf": str(RDF),
    "rdfs": str(RDFS),
    "schema": str(SDO),
    "skos": str(SKOS),
    "wd": str(ITEMS),
    "wdt": str(WDT),
    "wikibase": str(WIKIBASE),
    "xsd": str(XSD),
}
"""The prefixes of all of them."""

_TERM = re.compile(r"(.*[/#])([A-Za-z][A-Za-z0-9_-]*)")
_BY_NAMESPACE = {namespace: prefix for prefix, namespace in PREFIXES.items()}


def shortened(iri: str) -> tuple[str, str] | None:
    """Return the prefix and the name of a term; None for what is of none of the vocabularies.

    Examples:
        >>> shortened("https://schema.org/Legislation")
        ('schema', 'Legislation')
    """
    match = _TERM.fullmatch(iri)
    prefix = _BY_NAMESPACE.get(match[1]) if match else None
    return None if match is None or prefix is None else (prefix, match[2])
