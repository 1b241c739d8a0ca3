"""Citations: keys to cite by, and references in any citation style."""

from __future__ import annotations

from bilateral.citations.keys import keys

__all__ = ["keys"]
