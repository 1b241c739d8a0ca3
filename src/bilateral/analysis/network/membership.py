"""Who is in which organisation, and which two share when."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import attrs

from bilateral.corpus import Corpus
from bilateral.dates import DateLike, HistoricalDate
from bilateral.model import Event, EventKind, PartyKind
from bilateral.tabular import Tabular
from bilateral.truth import Truth

if TYPE_CHECKING:
    from bilateral.tabular import Cell


class Membership(NamedTuple):
    """That a party is in an organisation.

    Attributes:
        organisation: id of the organisation.
        party: id of the member.
        since: when it became one, or an interval in which it was one; None if no source says when.
        record: id of the event that says so.

    Examples:
        >>> Membership("CIS", "KAZ", HistoricalDate("1991-12-21"), "cis").on("1990")
        Truth.NO
    """

    organisation: str
    party: str
    since: HistoricalDate | None
    record: str

    def on(self, when: DateLike) -> Truth:
        """Return whether it was a member on at least one day of a stretch.

        A member is taken to stay one until a source says that it left.

        Args:
            when: a day or a stretch of days.

        Returns:
            UNKNOWN where no source says since when, or the date leaves it open.

        Raises:
            InvalidDateError: if the date is no EDTF.
        """
        asked = HistoricalDate.of(when).cover
        if self.since is None:
            return Truth.UNKNOWN
        return self.since.touches(asked) if self.since.is_interval else ~self.since.after(asked)


@attrs.frozen(str=False)
class Memberships(Tabular):
    """Who is in which organisation.

    Args:
        each: the memberships, by organisation and member.

    Examples:
        >>> Memberships(()).shared("AZE", "KAZ")
        {}
    """

    caption = "Members of organisations"

    each: tuple[Membership, ...]

    def shared(self, a: str, b: str, *, on: DateLike | None = None) -> dict[str, Truth]:
        """Return which organisations two parties share.

        Args:
            a: id of one party.
            b: id of the other.
            on: a day or a stretch of days; None for at any time.

        Returns:
            Whether they were in it on that day, for each organisation that a source says both were in.

        Raises:
            InvalidDateError: if the date is no EDTF.

        Examples:
            >>> ours = Membership("CIS", "AZE", None, "x")
            >>> theirs = Membership("CIS", "KAZ", HistoricalDate("1991-12-21"), "y")
            >>> both = Memberships((ours, theirs))
            >>> both.shared("AZE", "KAZ"), both.shared("AZE", "KAZ", on="1995")
            ({'CIS': Truth.YES}, {'CIS': Truth.UNKNOWN})
        """
        found: dict[str, Truth] = {}
        for organisation in dict.fromkeys(each.organisation for each in self.each):
            ours, theirs = (self._on(organisation, party, on) for party in (a, b))
            if ours is not None and theirs is not None:
                found[organisation] = ours & theirs
        return found

    def _on(self, organisation: str, party: str, when: DateLike | None) -> Truth | None:
        """Return whether a party was in an organisation by any of its memberships; None if there is none."""
        truths = [
            Truth.YES if when is None else each.on(when)
            for each in self.each
            if (each.organisation, each.party) == (organisation, party)
        ]
        return Truth.any_of(truths) if truths else None

    def columns(self) -> dict[str, list[Cell]]:
        """Return organisation, member, since when, and the event."""
        return {
            "organisation": [each.organisation for each in self.each],
            "party": [each.party for each in self.each],
            "since": [None if each.since is None else str(each.since) for each in self.each],
            "record": [each.record for each in self.each],
        }


def memberships(corpus: Corpus) -> Memberships:
    """Return who is in which organisation, as events of membership and of foundation say.

    Args:
        corpus: the records.

    Returns:
        Of each such event every party that is no organisation, as a member of each that is.

    Examples:
        >>> from bilateral.model import Party
        >>> cis = Party("CIS", kind="organisation")
        >>> event = Event("x", kind="membership", date="1991-12-21", parties=["KAZ", cis])
        >>> memberships(Corpus([event])).each
        (Membership(organisation='CIS', party='KAZ', since=HistoricalDate('1991-12-21'), record='x'),)
    """
    found = [
        Membership(organisation.party.id, member.party.id, record.date, record.id)
        for record in corpus
        if isinstance(record, Event) and record.kind in (EventKind.MEMBERSHIP, EventKind.ORGANISATION_FOUNDED)
        for organisation in record.parties
        if organisation.party.kind is PartyKind.ORGANISATION
        for member in record.parties
        if member.party.kind is not PartyKind.ORGANISATION
    ]
    return Memberships(tuple(sorted(found, key=lambda each: (each.organisation, each.party, each.record))))
