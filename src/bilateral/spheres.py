"""The spheres of the shipped dossiers by name: ``bl.spheres.energy``, which editors complete.

Hyphens of ids are underscores here: ``bl.spheres.oil_gas`` is the sphere ``oil-gas``. What there is stands in
the stub beside this module, which is generated from the data, so that type checkers know the names, too.

Examples:
    >>> from bilateral import spheres
    >>> spheres.oil_gas.name(), spheres.oil_gas.broader.id
    ('oil and gas', 'energy')
    >>> len(load().where(sphere=spheres.oil_gas)) == len(load().where(sphere="oil-gas"))
    True
"""

from __future__ import annotations

from functools import cache

from bilateral.corpus import datasets, load
from bilateral.model import Sphere


@cache
def _known() -> dict[str, Sphere]:
    return {sphere.id.replace("-", "_"): sphere for name in datasets() for sphere in load(name).spheres}


def __getattr__(name: str) -> Sphere:
    found = None if name.startswith("_") else _known().get(name)
    if found is None:
        raise AttributeError(
            f"there is no sphere {name!r} in the shipped dossiers; dir(bl.spheres) lists them"
        )
    return found


def __dir__() -> list[str]:
    return sorted(_known())
