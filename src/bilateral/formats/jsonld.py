"""JSON-LD: linked data for those who read JSON."""

from __future__ import annotations

import json
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from bilateral.linked import BASE, graph

if TYPE_CHECKING:
    from rdflib.term import Node

    from bilateral.chronology import Chronology
    from bilateral.corpus import Corpus


_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"


def dumps(thing: Corpus | Chronology, *, base: str = BASE) -> str:
    """Return a corpus, or that of a chronology, as JSON-LD.

    Args:
        thing: the corpus or chronology.
        base: what the IRIs of its things begin with.

    Returns:
        A JSON object: the context, which stands inside so that nothing has to be fetched, and a list of
        things in the order of their IRIs.

    Raises:
        InvalidValueError: if the base is no http or https address that ends in ``/`` or ``#``.
        MissingExtraError: if the extra ``rdf`` is not installed.

    Examples:
        >>> from bilateral.corpus import Corpus
        >>> json.loads(dumps(Corpus()))["@graph"]
        []

    References:
        W3C, *JSON-LD 1.1*, 2020.
    """
    found = graph(thing, base=base)
    from bilateral.linked.terms import PREFIXES

    things: dict[str, dict[str, list[Any]]] = defaultdict(lambda: defaultdict(list))
    for subject, predicate, value in found:
        if str(predicate) == _TYPE:
            things[str(subject)]["@type"].append(_name(value))
        else:
            things[str(subject)][_name(predicate)].append(_value(value))
    listed = [{"@id": subject, **_ordered(things[subject])} for subject in sorted(things)]
    return json.dumps({"@context": PREFIXES, "@graph": listed}, ensure_ascii=False, indent=2) + "\n"


def _ordered(said: dict[str, list[Any]]) -> dict[str, list[Any]]:
    """Return data whose order tells nothing in one order."""
    return {
        name: sorted(said[name], key=lambda each: json.dumps(each, sort_keys=True)) for name in sorted(said)
    }


def _name(iri: object) -> str:
    from bilateral.linked.terms import shortened

    short = shortened(str(iri))
    return str(iri) if short is None else ":".join(short)


def _value(node: Node) -> dict[str, str] | str:
    from rdflib import Literal

    if not isinstance(node, Literal):
        return {"@id": _name(node)}
    if node.language is not None:
        return {"@language": node.language, "@value": str(node)}
    return str(node) if node.datatype is None else {"@type": _name(node.datatype), "@value": str(node)}
