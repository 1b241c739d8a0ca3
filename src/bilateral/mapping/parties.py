"""Parties by the names and codes of a table, looked up in an authority file."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from bilateral.authority import Authority
from bilateral.dates import HistoricalDate
from bilateral.errors import AmbiguousPartyError, UnknownIdError
from bilateral.mapping.cells import Refused
from bilateral.model import Party
from bilateral.tables import Fault

Identify: TypeAlias = Callable[[str, HistoricalDate | None], Party]
"""From the name or code of a party, and the date of the record, to the party; raises Refused."""


def by_authority(authority: Authority, scheme: str | None = None) -> Identify:
    """Return what looks parties up in an authority file, and says what is wrong with those it does not know.

    Args:
        authority: the authority file.
        scheme: the system of the codes; None for names, ids and codes that are known by their form.

    Returns:
        A function of a name or code, and of the date of the record.

    Examples:
        >>> by_authority(Authority.default())("USSR", HistoricalDate("1985")).id
        'SUN'
    """
    # That a name is not known does not depend on the date, and to look for what comes near takes long.
    unknown: dict[str, Fault] = {}

    def identify(piece: str, date: HistoricalDate | None) -> Party:
        if piece in unknown:
            raise Refused(unknown[piece])
        try:
            return authority.identify(piece, date=date, scheme=scheme)
        except UnknownIdError as error:
            near = f"; did you mean {' or '.join(error.suggestions)}?" if error.suggestions else ""
            reason = f"no party has this name or code{near} (a code list can say which it is)"
            unknown[piece] = Fault("unknown party", piece, reason)
            raise Refused(unknown[piece]) from None
        except AmbiguousPartyError as error:
            raise Refused(Fault("party with several meanings", piece, str(error))) from None

    return identify
