"""Tools that ask what a corpus as a whole shows, honest about what its sources leave open."""

from bilateral.analysis.activity import Activity, Count, by_year

__all__ = ["Activity", "Count", "by_year"]
