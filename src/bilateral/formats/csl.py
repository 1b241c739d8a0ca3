"""CSL-JSON: agreements and sources for reference managers and citation styles."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING

from bilateral.citations.csl import item
from bilateral.citations.references import references

if TYPE_CHECKING:
    from bilateral.chronology import Chronology
    from bilateral.corpus import Corpus
    from bilateral.model import Agreement, Source


def dumps(thing: Corpus | Chronology | Agreement | Source | Iterable[Agreement | Source]) -> str:
    """Return agreements and sources as CSL-JSON.

    Args:
        thing: a corpus or chronology, whose agreements are written, and the sources that attest its records;
            or an Agreement, a Source, or several.

    Returns:
        A JSON list of items; the ``id`` of each is its citekey. A date that CSL has no form for is in words,
        and as EDTF in ``custom``.

    Raises:
        InvalidValueError: if it is something else.

    Examples:
        >>> from bilateral.model import Agreement
        >>> json.loads(dumps(Agreement("x", title="Treaty", signed="1996?")))[0]["issued"]
        {'literal': 'perhaps 1996'}

    References:
        Citation Style Language 1.0.2 and its JSON schema ``csl-data.json``.
    """
    items = [item(reference) for reference in references(thing)]
    return json.dumps(items, ensure_ascii=False, indent=2) + "\n"
