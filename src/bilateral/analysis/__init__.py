"""Tools that ask what a corpus as a whole shows, honest about what its sources leave open."""

from bilateral.analysis import comparison, content, network, periods
from bilateral.analysis.periods import Activity, Count, Gap, by_year

__all__ = ["Activity", "Count", "Gap", "by_year", "comparison", "content", "network", "periods"]
