"""Tables in files and frames, row by row: cells as text, and nothing of what they mean."""

from __future__ import annotations

from bilateral.tables.opening import TABLES, Origin, open_table
from bilateral.tables.rows import Cell, Cells, Fault, Row, Table

__all__ = ["TABLES", "Cell", "Cells", "Fault", "Origin", "Row", "Table", "open_table"]
