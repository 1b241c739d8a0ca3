"""Which party a name or a code means, and when: an authority file of states and organisations."""

from __future__ import annotations

from bilateral.authority.entries import Code, Name, NameKind, PartyEntry, Scheme
from bilateral.authority.lookup import Authority, identify
from bilateral.authority.near import Candidate
from bilateral.authority.shipped import sources

__all__ = [
    "Authority",
    "Candidate",
    "Code",
    "Name",
    "NameKind",
    "PartyEntry",
    "Scheme",
    "identify",
    "sources",
]
