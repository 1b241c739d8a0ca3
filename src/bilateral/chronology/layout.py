"""What a chronology says, apart from how it looks: the words that every form of it prints."""

from __future__ import annotations

import attrs

from bilateral.chronology.book import Chronology, Entry
from bilateral.chronology.phrases import say, term
from bilateral.lines import closed
from bilateral.model import Agreement, Attestation, Conflict, Participation, Rank, Record, Source, Value
from bilateral.model.cards import differences, shown
from bilateral.model.disputes import sides
from bilateral.model.values import ByValue


@attrs.frozen(eq=False, repr=False)
class Line(ByValue):
    """An entry in words.

    Args:
        id: id of the record.
        date: its date in words.
        edtf: its date as EDTF; empty if undated.
        title: its title, or what is known instead.
        details: place, parties, kind and spheres: those that are recorded.
        sources: ids of the sources that attest anything of it.
        notes: numbers of its footnotes.
        loose: whether its place in the order is not certain.
        unsure: whether it is there only because a query did not rule it out.
    """

    id: str
    date: str
    edtf: str
    title: str
    details: tuple[str, ...]
    sources: tuple[str, ...]
    notes: tuple[int, ...]
    loose: bool
    unsure: bool

    @property
    def marks(self) -> str:
        """The signs that the legend explains, each after a space."""
        return (f" {LOOSE}" if self.loose else "") + (f" {UNSURE}" if self.unsure else "")

    @property
    def below(self) -> tuple[str, ...]:
        """What stands below its title, line by line: the details, then the sources."""
        return (*self.details, ", ".join(self.sources)) if self.sources else self.details


@attrs.frozen(eq=False, repr=False)
class Layout(ByValue):
    """A chronology in words.

    Args:
        sections: title and lines of each section.
        footnotes: footnote 1 first: where sources disagree, and how it is resolved.
        legend: what the marks mean that occur.
        sources: the sources that occur, by id, with their references.
    """

    sections: tuple[tuple[str, tuple[Line, ...]], ...]
    footnotes: tuple[str, ...]
    legend: tuple[str, ...]
    sources: tuple[tuple[str, str], ...]


LOOSE = "≈"
UNSURE = "?"
_LOOSE_MEANS = "its date overlaps with that of another entry: which came first is not certain"
_UNSURE_MEANS = "may not match what was asked: what is recorded leaves it open"


def layout(book: Chronology, language: str = "en") -> Layout:
    """Return what a chronology says.

    Args:
        book: the chronology.
        language: of dates and names: ``"en"``, ``"ru"``, ``"kk"`` or ``"az"``; all but English need the
            extra ``languages``. What the footnotes say around them is English.

    Returns:
        Its words.

    Raises:
        InvalidValueError: for another language.
        MissingExtraError: if the extra is not installed.

    Examples:
        >>> from bilateral.corpus import Corpus
        >>> from bilateral.model import Event
        >>> plan = layout(Chronology(Corpus([Event("a", title="Visit", date="1996-09")])))
        >>> plan.sections[0][1][0].date
        'September 1996'
    """
    noted: list[str] = []
    sources: dict[Source, None] = {}
    sections = []
    for section in book._sections(language):
        lines = []
        for entry in section.entries:
            notes = footnotes(entry.record, language)
            numbers = range(len(noted) + 1, len(noted) + 1 + len(notes))
            noted += notes
            sources.update(dict.fromkeys(entry.record.sources))
            lines.append(_line(entry, tuple(numbers), language))
        sections.append((section.title, tuple(lines)))
    legend = [
        f"{sign} {say(meaning, language)}"
        for sign, meaning, occurs in (
            (LOOSE, _LOOSE_MEANS, any(_is_loose(entry) for entry in book)),
            (UNSURE, _UNSURE_MEANS, any(entry.unsure for entry in book)),
        )
        if occurs
    ]
    listed = sorted((source.id, reference(source, language)) for source in sources)
    return Layout(tuple(sections), tuple(noted), tuple(legend), tuple(listed))


def _is_loose(entry: Entry) -> bool:
    return entry.date is not None and not entry.order_certain


def _line(entry: Entry, notes: tuple[int, ...], language: str) -> Line:
    record = entry.record
    kind = [term(record.kind.value, language)] if record.kind else []
    if isinstance(record, Agreement) and record.is_mention:
        kind = [say("only mentioned, without title or date", language)]
    parts = [
        [closed(record.place.name(language))] if record.place else [],
        [_shown(each, language) for each in record.parties],
        [*kind, *(closed(sphere.name(language)) for sphere in record.spheres)],
    ]
    return Line(
        id=record.id,
        date=say("undated", language) if entry.date is None else entry.date.text(language),
        edtf="" if entry.date is None else str(entry.date),
        title=closed(record.label),
        details=tuple(", ".join(part) for part in parts if part),
        sources=tuple(source.id for source in record.sources),
        notes=notes,
        loose=_is_loose(entry),
        unsure=entry.unsure,
    )


def footnotes(record: Record, language: str = "en") -> list[str]:
    """Return the disagreements about a record, one paragraph each.

    Args:
        record: an Agreement or Event.
        language: of dates and names.

    Returns:
        For each conflict the sides, with who claims it, where and in which words, by how little dates
        differ, and what is shown and why. Conflicts on the same claims, as those on the capacity of two
        parties are, share a paragraph.

    Examples:
        >>> from bilateral.model import Agreement
        >>> claims = [Attestation("place", p, "a") for p in ("Baku", "Almaty")]
        >>> footnotes(Agreement("x", attestations=claims))
        ['Place: Baku (a) against Almaty (a). Left open.']
    """
    groups: dict[object, list[Conflict]] = {}
    for conflict in record.conflicts():
        sides = [conflict.values.index(each.value) for each in conflict.attestations]
        claims = ((each.source.id, each.locator, each.quote) for each in conflict.attestations)
        basis = tuple(zip(sides, claims, strict=True))
        groups.setdefault((conflict.field, conflict.is_open, basis), []).append(conflict)
    return [_footnote(group, language) for group in groups.values()]


def _footnote(conflicts: list[Conflict], language: str) -> str:
    first = conflicts[0]
    told = [" and ".join(_value(conflicts, value, language) for value in side) for side in sides(first)]
    field = first.field.replace("_", " ").capitalize()
    resolution = "Left open." if first.is_open else "Resolved by rank." if _ranked(first) else "Resolved."
    little = [sentence for conflict in conflicts for sentence in differences(conflict)]
    return " ".join([f"{field}: {' against '.join(told)}.", *little, resolution, *_reasons(first)])


def _reasons(conflict: Conflict) -> list[str]:
    """Return what is noted about the claims; where a rank has settled what is shown, the reasons for it."""
    noted = {each: _sentence(each.note) for each in conflict.attestations if each.note}
    ranked = [note for claim, note in noted.items() if claim.rank is not Rank.NORMAL]
    told = dict.fromkeys(noted.values() if conflict.is_open else ranked or noted.values())
    return [note for note in told if not any(note in other for other in told if other != note)]


def _sentence(note: str) -> str:
    note = closed(note.strip())
    return f"{note[0].upper()}{note[1:]}{'' if note[-1] in '.!?' else '.'}"


def _ranked(conflict: Conflict) -> bool:
    return len({each.rank for each in conflict.attestations}) > 1


def _value(conflicts: list[Conflict], value: Value, language: str) -> str:
    """Return a value of the first conflict, what the same claims say in the others, and the claims."""
    first = conflicts[0].attestations
    at = next(i for i, each in enumerate(first) if each.value == value)
    names = ", ".join(_shown(conflict.attestations[at].value, language) for conflict in conflicts)
    return f"{names} ({'; '.join(_claim(each) for each in first if each.value == value)})"


def _claim(claim: Attestation) -> str:
    place = f"{claim.source.id}, {closed(claim.locator)}" if claim.locator else claim.source.id
    return f"{place}: “{closed(claim.quote)}”" if claim.quote else place


def _shown(value: object, language: str) -> str:
    if isinstance(value, Participation) and value.capacity:
        return f"{closed(value.party.name(language))} ({term(value.capacity.value, language)})"
    return closed(shown(value, language))


def reference(source: Source, language: str = "en") -> str:
    """Return a bibliographic reference in one line.

    Args:
        source: the source.
        language: of its date.

    Returns:
        Authors, title, container, date and address: those that are known.

    Examples:
        >>> reference(Source("a", "On treaties", authors=["A. Author"], date="2025"))
        'A. Author. On treaties. 2025.'
    """
    address = f"https://doi.org/{source.doi}" if source.doi else source.url
    date = None if source.date is None else source.date.text(language)
    parts = [", ".join(map(closed, source.authors)), source.title, source.container, date, address]
    return " ".join(f"{closed(part.rstrip('.'))}." for part in parts if part)
