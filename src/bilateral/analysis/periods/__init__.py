"""The historical-chronological method: how much happened when, and where stages begin."""

from bilateral.analysis.levels import Level
from bilateral.analysis.periods.activity import Activity, Count, Gap, YearCounts, by_year
from bilateral.analysis.periods.breakdown import Breakdown, activity
from bilateral.analysis.periods.cumulative import Cumulative, cumulative
from bilateral.analysis.periods.stages import Boundary, Comparison, Stages, stages
from bilateral.analysis.periods.waiting import Share, Wait, Waiting, waiting

__all__ = [
    "Activity",
    "Boundary",
    "Breakdown",
    "Comparison",
    "Count",
    "Cumulative",
    "Gap",
    "Level",
    "Share",
    "Stages",
    "Wait",
    "Waiting",
    "YearCounts",
    "activity",
    "by_year",
    "cumulative",
    "stages",
    "waiting",
]
