"""The comparative method: instruments side by side, and corpora side by side."""

from bilateral.analysis.comparison.corpora import Profile, Profiles, corpora
from bilateral.analysis.comparison.instruments import SideBySide, instruments
from bilateral.analysis.comparison.provisions import Correspondence, correspondences

__all__ = ["Correspondence", "Profile", "Profiles", "SideBySide", "corpora", "correspondences", "instruments"]
