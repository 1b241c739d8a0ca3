"""Tools that ask what a corpus as a whole shows, honest about what its sources leave open."""

from bilateral.analysis.activity import Count, by_year

__all__ = ["Count", "by_year"]
