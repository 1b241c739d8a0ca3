"""Citations: keys to cite by, and references in any citation style (extra ``citations``)."""

from __future__ import annotations

from bilateral.citations.formatted import Bibliography, Citation, formatted
from bilateral.citations.keys import keys
from bilateral.citations.styled import Styled

__all__ = ["Bibliography", "Citation", "Styled", "formatted", "keys"]
