"""Statements, gathered in a graph."""

from __future__ import annotations

import datetime
from enum import StrEnum
from typing import Any

from rdflib import Graph, Literal, URIRef
from rdflib.namespace import RDF, SKOS, XSD

from bilateral.dates import HistoricalDate
from bilateral.linked.names import address, checked_base, local
from bilateral.linked.terms import CRM, EDTF, HAS_TIME_SPAN, PREFIXES, TIME_SPAN
from bilateral.model import Named


class Writer:
    """A graph of named things, without blank nodes, and the ways to add to it.

    Args:
        base: the base of the IRIs.
    """

    def __init__(self, base: str) -> None:
        self.base = checked_base(base)
        self.graph = Graph(bind_namespaces="none")
        for prefix, namespace in PREFIXES.items():
            self.graph.bind(prefix, namespace)
        self._schemes: set[URIRef] = set()

    def iri(self, *parts: object) -> URIRef:
        """Return the IRI of a thing below the base."""
        return URIRef(self.base + local(*parts))

    def say(self, subject: URIRef, predicate: URIRef, *objects: object) -> None:
        """Add a statement for each object; text and numbers become literals, None is left out."""
        for each in objects:
            if each is not None:
                node = each if isinstance(each, (URIRef, Literal)) else _literal(each)
                self.graph.add((subject, predicate, node))

    def link(self, subject: URIRef, predicate: URIRef, *addresses: str | None) -> None:
        """Add a statement for each http or https address; whatever else it is stays text."""
        for each in addresses:
            found = address(each) if each else None
            self.say(subject, predicate, each if found is None else URIRef(found))

    def named(self, subject: URIRef, thing: Named) -> None:
        """Add the labels of a thing, the first of each language as the preferred one."""
        seen: set[str] = set()
        for label in thing.labels:
            first = label.language.casefold() not in seen
            seen.add(label.language.casefold())
            predicate = SKOS.prefLabel if first else SKOS.altLabel
            self.say(subject, predicate, Literal(label.text, lang=label.language))

    def word(self, scheme: str, word: StrEnum | str) -> URIRef:
        """Return the concept for a word of a vocabulary of the model, and add both."""
        concept, whole = self.iri(scheme, word), self.iri(scheme)
        if concept not in self._schemes:
            self._schemes.add(concept)
            self.say(whole, RDF.type, SKOS.ConceptScheme)
            self.say(whole, SKOS.prefLabel, Literal(scheme.replace("-", " "), lang="en"))
            self.say(concept, RDF.type, SKOS.Concept)
            self.say(concept, SKOS.inScheme, whole)
            self.say(concept, SKOS.notation, str(word))
            words = str(word).replace("-", " ").replace("_", " ")
            self.say(concept, SKOS.prefLabel, Literal(words, lang="en"))
        return concept

    def time_span(self, happening: URIRef, date: HistoricalDate) -> None:
        """Add when something happened: as EDTF, and the days between which it began and ended."""
        span = URIRef(f"{happening}/time")
        self.say(happening, HAS_TIME_SPAN, span)
        self.say(span, RDF.type, TIME_SPAN)
        self.say(span, RDF.value, edtf(date))
        bounds = date.bounds
        sides = (
            (CRM.P82a_begin_of_the_begin, bounds.begin_of_the_begin, datetime.time.min),
            (CRM.P81a_end_of_the_begin, bounds.end_of_the_begin, _LAST),
            (CRM.P81b_begin_of_the_end, bounds.begin_of_the_end, datetime.time.min),
            (CRM.P82b_end_of_the_end, bounds.end_of_the_end, _LAST),
        )
        for predicate, day, moment in sides:
            # The first and the last day there is stand for no bound at all.
            if day not in (datetime.date.min, datetime.date.max):
                at = datetime.datetime.combine(day, moment).isoformat()
                self.say(span, predicate, Literal(at, datatype=XSD.dateTime, normalize=False))


_LAST = datetime.time(23, 59, 59)


def edtf(date: HistoricalDate) -> Literal:
    """Return a date as a literal of EDTF."""
    return Literal(str(date), datatype=EDTF)


def day(date: HistoricalDate | None) -> Literal | None:
    """Return a date as a literal of a calendar day; None if it is not one day that is fully known."""
    if date is None or str(date) != date.earliest.isoformat():
        return None
    return Literal(str(date), datatype=XSD.date, normalize=False)


def _literal(value: Any) -> Literal:
    return Literal(value) if isinstance(value, int) else Literal(str(value))
