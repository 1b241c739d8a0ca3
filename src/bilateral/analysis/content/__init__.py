"""Content analysis: what titles and provisions are about, in which words, and how sure such a coding is."""

from bilateral.analysis.content.coding import Coded, Coding, Confusion, Reliabilities, Reliability, coding
from bilateral.analysis.content.concordance import Concordance, Line, concordance
from bilateral.analysis.content.dictionary import Dictionary, Term, dictionary
from bilateral.analysis.content.keyness import Frequencies, Key, Keyness, frequencies, keyness
from bilateral.analysis.content.units import Unit, units

__all__ = [
    "Coded",
    "Coding",
    "Concordance",
    "Confusion",
    "Dictionary",
    "Frequencies",
    "Key",
    "Keyness",
    "Line",
    "Reliabilities",
    "Reliability",
    "Term",
    "Unit",
    "coding",
    "concordance",
    "dictionary",
    "frequencies",
    "keyness",
    "units",
]
