"""The historical-chronological method: how much happened when, and where stages begin."""

from bilateral.analysis.levels import Level
from bilateral.analysis.periods.activity import Activity, Count, Gap, by_year
from bilateral.analysis.periods.breakdown import Breakdown, activity
from bilateral.analysis.periods.cumulative import Cumulative, cumulative

__all__ = [
    "Activity",
    "Breakdown",
    "Count",
    "Cumulative",
    "Gap",
    "Level",
    "activity",
    "by_year",
    "cumulative",
]
