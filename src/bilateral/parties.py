"""The parties of the authority file by their ids: ``bl.parties.KAZ``, which editors complete.

Hyphens of ids are underscores here. What there is stands in the stub beside this module, which is generated
from the data, so that type checkers know the names, too.

Examples:
    >>> from bilateral import parties
    >>> parties.KAZ.name(), parties.SUN.name()
    ('Kazakhstan', 'Soviet Union')
"""

from __future__ import annotations

from functools import cache

from bilateral.authority import Authority
from bilateral.model import Party


@cache
def _known() -> dict[str, Party]:
    return {entry.id.replace("-", "_"): entry.party for entry in Authority.default()}


def __getattr__(name: str) -> Party:
    found = None if name.startswith("_") else _known().get(name)
    if found is None:
        raise AttributeError(
            f"there is no party {name!r} in the authority file; bl.identify finds parties by name"
        )
    return found


def __dir__() -> list[str]:
    return sorted(_known())
