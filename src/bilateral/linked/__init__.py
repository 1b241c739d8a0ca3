"""Linked data: a corpus as an RDF graph, and the shapes that it keeps to (extra ``rdf``).

Every term is one of a published vocabulary; the reference of linked data lists them, field by field.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from bilateral.chronology import Chronology
from bilateral.corpus import Corpus
from bilateral.errors import InvalidValueError, MissingExtraError
from bilateral.linked.names import BASE

if TYPE_CHECKING:
    from rdflib import Graph

__all__ = ["BASE", "SHAPES", "graph", "problems"]

SHAPES = Path(__file__).parent.parent / "data" / "shapes.ttl"
"""The file of the SHACL shapes to which graphs keep."""


def graph(thing: Corpus | Chronology, *, base: str = BASE) -> Graph:
    """Return a corpus, or that of a chronology, as an RDF graph.

    Args:
        thing: the corpus or chronology.
        base: what the IRIs of its things begin with: an http or https address of your own that ends in ``/``
            or ``#``.

    Returns:
        The records with all claims, and the parties, spheres, places, persons and sources that the corpus
        knows; without blank nodes.

    Raises:
        InvalidValueError: if it is no corpus or chronology, or the base is none.
        MissingExtraError: if the extra ``rdf`` is not installed.

    Examples:
        >>> from bilateral.model import Agreement
        >>> treaty = Corpus([Agreement("x", title="Treaty", signed="1996-09")])
        >>> sorted(set(map(str, graph(treaty).subjects())))[-2:]
        ['https://example.org/record/x/signed', 'https://example.org/record/x/signed/time']

    References:
        W3C RDF 1.1, PROV-O, SKOS and DCAT 3; schema.org; ELI; CIDOC CRM 7.1; Wikidata.
    """
    if not isinstance(thing, (Corpus, Chronology)):
        raise InvalidValueError("thing", thing, "it must be a Corpus or a Chronology")
    try:
        from bilateral.linked import records, things
        from bilateral.linked.writer import Writer
    except ImportError as error:
        if error.name is not None and error.name.startswith("bilateral"):
            raise
        raise MissingExtraError("rdf", "linked data") from None
    corpus = thing.corpus if isinstance(thing, Chronology) else thing
    writer = Writer(base)
    things.add_things(writer, corpus)
    for record in corpus:
        records.add_record(writer, record)
    return writer.graph


def problems(found: Graph) -> list[str]:
    """Return where a graph does not keep to the shapes.

    Args:
        found: a graph, such as ``graph`` makes, or one read from a file.

    Returns:
        A sentence for each problem, in order, with what has it, property, value, and what would be right.

    Raises:
        MissingExtraError: if the extra ``rdf`` is not installed.

    Examples:
        >>> problems(graph(Corpus()))  # doctest: +SKIP
        []

    References:
        W3C, *Shapes Constraint Language (SHACL)*, 2017.
    """
    try:
        from pyshacl import validate
        from rdflib import SH
        from rdflib import Graph as Shapes
    except ImportError:
        raise MissingExtraError("rdf", "checking linked data") from None
    shapes = Shapes().parse(SHAPES, format="turtle")
    _, report, _ = validate(found, shacl_graph=shapes, advanced=False, inplace=False)
    listed = []
    for result in report.subjects(SH.resultPath, None):
        said = (report.value(result, each) for each in (SH.focusNode, SH.resultPath, SH.value))
        message = report.value(result, SH.resultMessage)
        listed.append(": ".join([*(str(each) for each in said if each is not None), str(message)]))
    return sorted(listed)
