"""Chronologies: a corpus laid out in time."""

from bilateral.chronology.book import Chronology, Entry, Section
from bilateral.chronology.grouping import Period

__all__ = ["Chronology", "Entry", "Period", "Section"]
