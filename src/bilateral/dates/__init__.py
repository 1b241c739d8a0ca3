"""Dates as their sources give them: EDTF, with questions that have three answers."""

from __future__ import annotations

from importlib import import_module

from bilateral.dates.historical import Bounds, DateLike, HistoricalDate, set_parts_of_year
from bilateral.dates.precision import Precision

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from bilateral.dates import exchange
    from bilateral.dates.slips import Slip, near_misses

__all__ = [
    "Bounds",
    "DateLike",
    "HistoricalDate",
    "Precision",
    "Slip",
    "exchange",
    "near_misses",
    "set_parts_of_year",
]


def __getattr__(name: str) -> Any:
    # On first use, as all of the library: most programs need neither.
    if name == "exchange":
        return import_module("bilateral.dates.exchange")
    if name in ("Slip", "near_misses"):
        return getattr(import_module("bilateral.dates.slips"), name)
    raise AttributeError(f"module 'bilateral.dates' has no attribute {name!r}")
