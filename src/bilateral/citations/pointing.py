"""Where the sources of a record say what it holds, by the keys of a bibliography."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import PurePath

from bilateral.errors import InvalidValueError
from bilateral.model import Agreement, Record, Source

_FILE = re.compile(r"[\w./ -]+\.(?:bib|json|ris)")


def pointers(
    record: Record, keys: Mapping[Record | Source, str] | Mapping[Source, str]
) -> list[tuple[str, str]]:
    """Return what to cite for a record: each of its sources once, with the places in it.

    Args:
        record: an Agreement or Event.
        keys: the citekeys.

    Returns:
        Pairs of a citekey and the places, separated by commas; empty text where none is recorded.

    Examples:
        >>> from bilateral.model import Attestation
        >>> claims = [Attestation("title", "T", "a", locator=place) for place in ("p. 3", "p. 5")]
        >>> pointers(Agreement("x", title="T", attestations=claims), {Source("a"): "a"})
        [('a', 'p. 3, p. 5')]
    """
    places: dict[Source, dict[str, None]] = {source: {} for source in record.sources}
    claims = [(claim.source, claim.locator) for claim in record.attestations]
    if isinstance(record, Agreement):
        claims += [(each.source, each.locator) for each in record.provisions if each.source is not None]
    for source, locator in claims:
        if locator:
            places[source][locator] = None
    return [(keys[source], ", ".join(found)) for source, found in places.items()]


def bibliography_file(name: object) -> str:
    """Return the name of the file of a bibliography, for a document to refer to.

    Args:
        name: the name or path.

    Returns:
        The name, with ``/`` between folders.

    Raises:
        InvalidValueError: if it is none that every program takes as it is.

    Examples:
        >>> bibliography_file("treaties.bib")
        'treaties.bib'
    """
    text = name.as_posix() if isinstance(name, PurePath) else name
    if not isinstance(text, str) or not _FILE.fullmatch(text):
        reason = "it must be the name of a file of letters, digits and - . _ /, such as treaties.bib"
        raise InvalidValueError("bibliography", name, reason)
    return text
