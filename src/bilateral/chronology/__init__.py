"""Chronologies: a corpus laid out in time."""

from bilateral.chronology.book import Chronology, Entry, Section
from bilateral.chronology.grouping import Period
from bilateral.chronology.picture import Picture

__all__ = ["Chronology", "Entry", "Period", "Picture", "Section"]
