"""Sources: who says what the records hold."""

from __future__ import annotations

import attrs

from bilateral.dates import HistoricalDate
from bilateral.model import checks
from bilateral.model.terms import SourceKind, term
from bilateral.model.values import ByValue, named, quoted


def _kind(value: SourceKind | str) -> SourceKind:
    return term(SourceKind, value, "Source.kind")


@attrs.frozen(eq=False, repr=False)
class Source(ByValue):
    """A bibliographic source.

    Args:
        id: the stable id, such as ``"jabbarova-2025"``.
        title: its title, or what it is where it has none.
        kind: what it is.
        authors: the authors, as printed.
        date: when it was issued.
        container: the journal, site or series it is part of, with volume, issue and pages.
        url: its address.
        doi: its DOI, without the resolver.
        language: BCP 47 tag of its language.
        note: how it was read, and what to beware of.

    Raises:
        InvalidValueError: if a field has not its form.

    Examples:
        >>> Source("atop-5065", "ATOP 5065", kind="database").cited
        'ATOP 5065'
    """

    id: str = attrs.field(validator=checks.an_id)
    title: str | None = attrs.field(default=None, validator=checks.maybe_text)
    kind: SourceKind = attrs.field(default=SourceKind.REFERENCE_WORK, converter=_kind, kw_only=True)
    authors: tuple[str, ...] = attrs.field(
        default=(),
        converter=checks.names,
        validator=checks.each(str, "a name"),
        kw_only=True,
    )
    date: HistoricalDate | None = attrs.field(
        default=None, converter=checks.maybe_date, validator=checks.maybe_dated, kw_only=True
    )
    container: str | None = attrs.field(default=None, validator=checks.maybe_text, kw_only=True)
    url: str | None = attrs.field(default=None, validator=checks.maybe_url, kw_only=True)
    doi: str | None = attrs.field(
        default=None, validator=checks.matching(r"10\.[^\s<>\"]+", "a DOI such as 10.1000/182"), kw_only=True
    )
    language: str | None = attrs.field(default=None, validator=checks.maybe_language, kw_only=True)
    note: str | None = attrs.field(default=None, validator=checks.maybe_text, kw_only=True)

    # Equality compares everything; the id is enough for the hash.
    def __hash__(self) -> int:
        return hash(self.id)

    def __repr__(self) -> str:
        return named(self, self.id, quoted(self.title))

    @property
    def cited(self) -> str:
        """A short reference, of authors and year where known, else the title, else the id.

        Examples:
            >>> Source("x", "On treaties", authors=["A. Author"], date="2025").cited
            'A. Author 2025'
        """
        if self.authors and self.date is not None:
            return f"{', '.join(self.authors)} {self.date}"
        return self.title or self.id
