"""Which records are the same instrument: proposed with reasons, decided by people."""

from bilateral.matching.accepting import accept
from bilateral.matching.comparing import Agreeing, Comparison, Coverage, Share, compare
from bilateral.matching.decisions import Decision, Decisions, Verdict
from bilateral.matching.evidence import Reason
from bilateral.matching.proposing import Candidate, Candidates, candidates, duplicates

__all__ = [
    "Agreeing",
    "Candidate",
    "Candidates",
    "Comparison",
    "Coverage",
    "Decision",
    "Decisions",
    "Reason",
    "Share",
    "Verdict",
    "accept",
    "candidates",
    "compare",
    "duplicates",
]
