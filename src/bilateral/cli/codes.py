"""How a command ends."""

from __future__ import annotations

OK, FOUND_PROBLEMS, BAD_INPUT, INTERRUPTED = 0, 1, 2, 130
"""Exit codes: done; problems were found; the command, its input or output is wrong; interrupted."""
