"""The systems approach: who is tied to whom, by what, and when."""

from bilateral.analysis.network.centrality import Centrality, Score, centrality
from bilateral.analysis.network.membership import Membership, Memberships, memberships
from bilateral.analysis.network.modes import graph, write
from bilateral.analysis.network.ties import Tie, Ties, in_force, ties

__all__ = [
    "Centrality",
    "Membership",
    "Memberships",
    "Score",
    "Tie",
    "Ties",
    "centrality",
    "graph",
    "in_force",
    "memberships",
    "ties",
    "write",
]
