"""How tables of other people become records: a mapping is a value, and knows no files."""

from bilateral.mapping.givers import Column, Constant, DateParts, Derived
from bilateral.mapping.mapping import MISSING, Mapping
from bilateral.mapping.shipped import mappings

__all__ = ["MISSING", "Column", "Constant", "DateParts", "Derived", "Mapping", "mappings"]
