"""JSON-LD: linked data for those who read JSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from bilateral.linked import BASE, graph

if TYPE_CHECKING:
    from bilateral.chronology import Chronology
    from bilateral.corpus import Corpus


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
    context = {prefix: str(namespace) for prefix, namespace in found.namespaces()}
    text = found.serialize(format="json-ld", context=context, auto_compact=False)
    made = json.loads(text)
    things = made.get("@graph", [{key: value for key, value in made.items() if key != "@context"}])
    ordered = sorted((_ordered(each) for each in things if each), key=lambda each: str(each["@id"]))
    return json.dumps({"@context": context, "@graph": ordered}, ensure_ascii=False, indent=2) + "\n"


def _ordered(value: Any) -> Any:
    """Return data whose order tells nothing in one order."""
    if isinstance(value, list):
        return sorted((_ordered(each) for each in value), key=lambda each: json.dumps(each, sort_keys=True))
    if isinstance(value, dict):
        return {key: _ordered(value[key]) for key in sorted(value)}
    return value
