"""Turtle: linked data, to be read by people, too."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from bilateral.linked import BASE, graph

if TYPE_CHECKING:
    from rdflib.term import Node

    from bilateral.chronology import Chronology
    from bilateral.corpus import Corpus


_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"


def dumps(thing: Corpus | Chronology, *, base: str = BASE) -> str:
    """Return a corpus, or that of a chronology, as Turtle.

    Args:
        thing: the corpus or chronology.
        base: what the IRIs of its things begin with.

    Returns:
        The statements, by subject.

    Raises:
        InvalidValueError: if the base is no http or https address that ends in ``/`` or ``#``.
        MissingExtraError: if the extra ``rdf`` is not installed.

    Examples:
        >>> from bilateral.corpus import Corpus
        >>> from bilateral.model import Party
        >>> from bilateral.model.catalogue import Catalogue
        >>> print(dumps(Corpus(catalogue=Catalogue(parties=[Party("KAZ", wikidata="Q232")]))))
        @prefix dcterms: <http://purl.org/dc/terms/> .
        @prefix prov: <http://www.w3.org/ns/prov#> .
        @prefix schema: <https://schema.org/> .
        @prefix wd: <http://www.wikidata.org/entity/> .
        <BLANKLINE>
        <https://example.org/party/KAZ> a prov:Agent, schema:Country ;
            dcterms:identifier "KAZ" ;
            schema:sameAs wd:Q232 .
        <BLANKLINE>

    References:
        W3C, *RDF 1.1 Turtle*, 2014.
    """
    found = graph(thing, base=base)
    things: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    used: set[str] = set()
    for subject, predicate, value in found:
        verb = "a" if str(predicate) == _TYPE else _term(predicate, used)
        things[_term(subject, used)][verb].append(_term(value, used))
    blocks = ["".join(f"@prefix {name}: <{found_at}> .\n" for name, found_at in _prefixes(used))]
    blocks += [f"{subject} {_statements(things[subject])} .\n" for subject in sorted(things)]
    return "\n".join(filter(None, blocks))


def _statements(said: dict[str, list[str]]) -> str:
    # "a", the class, comes before the names of terms, which all have a colon.
    predicates = sorted(said, key=lambda predicate: (predicate != "a", predicate))
    return " ;\n    ".join(f"{each} {', '.join(sorted(said[each]))}" for each in predicates)


def _prefixes(used: set[str]) -> list[tuple[str, str]]:
    from bilateral.linked.terms import PREFIXES

    return [(prefix, namespace) for prefix, namespace in PREFIXES.items() if prefix in used]


def _term(node: Node, used: set[str]) -> str:
    """Return a term in Turtle, and note its prefix.

    rdflib's own writer looks for the namespace of every thing among those of all others: it takes a
    hundred times as long for ten times as many.
    """
    from rdflib import Literal, URIRef

    from bilateral.linked.terms import shortened

    if isinstance(node, URIRef):
        short = shortened(node)
        if short is None:
            return f"<{node}>"
        used.add(short[0])
        return ":".join(short)
    if not isinstance(node, Literal):
        raise TypeError(f"{node!r} is neither an IRI nor a literal")
    text = Literal(str(node)).n3()
    if node.language is not None:
        return f"{text}@{node.language}"
    return text if node.datatype is None else f"{text}^^{_term(node.datatype, used)}"
