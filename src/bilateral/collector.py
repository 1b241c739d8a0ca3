"""Python's collector of cycles, which what is read from files has none of."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager


class _Collector:
    """Python's collector of cycles, which what is read here has none of.

    It would go through all records again and again while they become more: that takes more time than all the
    rest. Objects that are no longer used are freed as always; other threads' cycles wait until the end.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._readers = 0
        self._was_on = False

    @contextmanager
    def paused(self) -> Iterator[None]:
        """Keep it from running until all readings that overlap in time have ended."""
        with self._lock:
            if self._readers == 0:
                self._was_on = gc.isenabled()
                gc.disable()
            self._readers += 1
        try:
            yield
        finally:
            with self._lock:
                self._readers -= 1
                if self._readers == 0 and self._was_on:
                    gc.enable()


_COLLECTOR = _Collector()


def paused() -> AbstractContextManager[None]:
    """Return what keeps the collector from running until all readings that overlap in time have ended.

    Returns:
        A context manager.

    Examples:
        >>> with paused():
        ...     gc.isenabled()
        False
    """
    return _COLLECTOR.paused()
