"""Turtle: linked data, to be read by people, too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilateral.linked import BASE, graph

if TYPE_CHECKING:
    from bilateral.chronology import Chronology
    from bilateral.corpus import Corpus


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
        <https://example.org/party/KAZ> a prov:Agent,
                schema:Country ;
            dcterms:identifier "KAZ" ;
            schema:sameAs wd:Q232 .
        <BLANKLINE>

    References:
        W3C, *RDF 1.1 Turtle*, 2014.
    """
    return graph(thing, base=base).serialize(format="turtle").strip("\n") + "\n"
