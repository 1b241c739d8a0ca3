"""Change points of counts: the stretches of one Poisson rate each that are most likely."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from math import log
from typing import Any

from bilateral.errors import MissingExtraError


def deviance(counts: Sequence[float]) -> float:
    """Return minus twice the log-likelihood of counts at their mean rate, without what no rate changes.

    Args:
        counts: counts, one a year.

    Examples:
        >>> deviance([0, 0]), round(deviance([1, 3]), 3)
        (0.0, 2.455)
    """
    total = sum(counts)
    return 2 * (total - total * log(total / len(counts))) if total else 0.0


def boundaries(counts: Sequence[float], number: int | None, shortest: int) -> list[int]:
    """Return where the rate of counts changes.

    Args:
        counts: counts, one a year.
        number: how many stretches; None for the number of the least Bayesian information criterion.
        shortest: the least length of a stretch.

    Returns:
        The positions at which a new stretch begins, in order.

    Raises:
        MissingExtraError: if ruptures is not installed.
    """
    try:
        import numpy as np
        import ruptures as rpt
    except ImportError:
        raise MissingExtraError("analysis", "finding stages") from None
    signal = np.asarray(counts, dtype=float).reshape(-1, 1)
    settings: dict[str, Any] = {"custom_cost": _cost(), "min_size": shortest, "jump": 1}
    if number is None:
        # Each further stretch has a beginning and a rate of its own.
        found = rpt.Pelt(**settings).fit_predict(signal, pen=2 * log(len(counts)))
    else:
        found = rpt.Dynp(**settings).fit_predict(signal, n_bkps=number - 1)
    return [int(at) for at in found[:-1]]


def _cost() -> Any:
    """Return the deviance of counts as a cost that ruptures takes; from sums, so that each is quick."""
    from ruptures import base

    # The library comes without types, and what checkers guess of them does not fit its own classes.
    cost: Any = base.BaseCost

    class Poisson(cost):  # type: ignore[misc]  # as above
        model = "poisson"
        min_size = 1

        def fit(self, signal: Any) -> Any:
            self.signal = signal
            self._sums = [0.0, *accumulate(signal[:, 0].tolist())]
            return self

        def error(self, start: int, end: int) -> float:
            total = self._sums[end] - self._sums[start]
            return 2 * (total - total * log(total / (end - start))) if total > 0 else 0.0

    return Poisson()
