"""Names in several languages, and the things that have them."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from bilateral.model import checks
from bilateral.model.values import ByValue, named, quoted


@attrs.frozen(eq=False, repr=False)
class Label(ByValue):
    """A name in one language, with the source that prints it.

    Args:
        language: BCP 47 tag, such as ``"en"`` or ``"kk"``.
        text: the name.
        source: id of the source that prints it; in the shipped data ``"editors"`` for a translation
            or transliteration of the editors. None where nobody is named.

    Raises:
        InvalidValueError: if the language is no tag, or the text is blank.

    Examples:
        >>> Label("ru", "Азербайджан", "cldr").text
        'Азербайджан'

    References:
        SKOS, ``skos:prefLabel`` and ``skos:altLabel``; RFC 5646 (BCP 47).
    """

    language: str = attrs.field(validator=checks.a_language)
    text: str = attrs.field(validator=checks.some_text)
    source: str | None = attrs.field(default=None, validator=checks.maybe_id)


def _labels(value: Iterable[Label]) -> tuple[Label, ...]:
    return checks.listed(value)


@attrs.frozen(eq=False, repr=False)
class Named(ByValue):
    """What has an id and labels: the base of parties, spheres, places and persons.

    Args:
        id: the stable id by which data refers to it.
        labels: its names; the first of a language is the preferred one.

    Raises:
        InvalidValueError: if the id or a label is none.

    Examples:
        >>> Named("baku", [Label("en", "Baku"), Label("az", "Bakı")]).name("az")
        'Bakı'
    """

    id: str = attrs.field(validator=checks.an_id)
    labels: tuple[Label, ...] = attrs.field(
        default=(), converter=_labels, validator=checks.each(Label, "a Label")
    )

    # Equality compares everything; the id is enough for the hash, here and in every class derived from this.
    def __hash__(self) -> int:
        return hash(self.id)

    def __repr__(self) -> str:
        name = self.name()
        return named(self, self.id, None if name == self.id else quoted(name))

    def name(self, language: str = "en") -> str:
        """Return the name in a language, else in English, else the id.

        Args:
            language: BCP 47 tag.

        Returns:
            The first label of that language.

        Examples:
            >>> Named("OTS").name("kk")
            'OTS'
        """
        texts: dict[str, str] = {}
        for label in self.labels:
            texts.setdefault(label.language, label.text)
        return texts.get(language) or texts.get("en") or self.id
