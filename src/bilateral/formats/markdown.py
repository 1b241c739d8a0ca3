"""Markdown: a chronology with footnotes, to paste into a paper."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bilateral.chronology.layout import Line, layout
from bilateral.chronology.phrases import say
from bilateral.citations.keys import keys
from bilateral.citations.pointing import bibliography_file, pointers
from bilateral.formats import as_chronology
from bilateral.lines import one_line

if TYPE_CHECKING:
    from bilateral.chronology import Chronology
    from bilateral.corpus import Corpus

# Besides CommonMark's own: superscripts and citations of Pandoc; formulas, mentions and signs on GitHub.
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~&!$^@]|:(?=//|[\w+-]+:)|(?<=www)\.)")
# At the start of a block these would make a list, heading or definition of plain text.
_LEADING = re.compile(r"^(\d*)([-+=.):])")
# Only what every dialect takes for an address as a whole, and no address with another one before an @.
_ADDRESS = re.compile(r"(https?://\w[\w./?#%&=~:;,+!$'()*-]*(?<=[\w/])(?![\w@]))")


def escaped(text: str) -> str:
    r"""Return text so that Markdown shows it as it is, on one line.

    Args:
        text: any text.

    Returns:
        The text with special characters escaped and line breaks made spaces; addresses of the Web, and
        nothing else, become links to themselves.

    Examples:
        >>> escaped("*[x](javascript:y)*")
        '\\*\\[x\\](javascript:y)\\*'
        >>> escaped("See https://example.org/a_b.")
        'See <https://example.org/a_b>.'
    """
    parts = _ADDRESS.split(one_line(text))
    told = (f"<{part}>" if number % 2 else _SPECIAL.sub(r"\\\1", part) for number, part in enumerate(parts))
    return _LEADING.sub(r"\1\\\2", "".join(told))


def dumps(thing: Corpus | Chronology, *, language: str = "en", bibliography: str | None = None) -> str:
    r"""Return a chronology, or a corpus as one, as Markdown.

    Args:
        thing: the corpus or chronology.
        language: of dates and names: ``"en"``, ``"ru"``, ``"kk"`` or ``"az"``; all but English need the
            extra ``languages``.
        bibliography: the file of the sources, such as ``"treaties.bib"``: each entry cites them from it, by
            their keys and with the places in them, for Pandoc to make footnotes and a list of references.

    Returns:
        A heading and list a section; disagreements between sources as footnotes; the sources.

    Raises:
        InvalidValueError: if the language is another, or the bibliography no name of a file.

    Examples:
        >>> from bilateral.corpus import Corpus
        >>> from bilateral.model import Event
        >>> print(dumps(Corpus([Event("a", title="Visit", date="1996-09", place="baku")])))
        ## 1996
        <BLANKLINE>
        - **September 1996** — Visit\
          baku
        <BLANKLINE>
    """
    book = as_chronology(thing)
    plan = layout(book, language)
    cites: dict[str, str] = {}
    blocks: list[str] = []
    if bibliography is not None:
        known = keys(book.corpus)
        cites = {record.id: _citation(pointers(record, known)) for record in book.corpus}
        blocks.append(f'---\nbibliography: "{bibliography_file(bibliography)}"\n---')
    for title, lines in plan.sections:
        if title:
            blocks.append(f"## {escaped(title)}")
        blocks.append("\n".join(_item(line, cites.get(line.id)) for line in lines))
    blocks += [escaped(each) for each in plan.legend]
    if plan.sources:
        listed = [f"- {escaped(id)}: {escaped(reference)}" for id, reference in plan.sources]
        references = "\n".join(listed) if bibliography is None else "::: {#refs}\n:::"
        blocks += [f"## {say('sources', language).capitalize()}", references]
    blocks += [f"[^{i}]: {escaped(note)}" for i, note in enumerate(plan.footnotes, 1)]
    return "\n\n".join(blocks) + "\n"


def _item(line: Line, cited: str | None) -> str:
    marks = "".join(f"[^{number}]" for number in line.notes)
    head = f"- **{escaped(line.date)}**{marks}{line.marks} — {escaped(line.title)}"
    if cited is None:
        return "\\\n  ".join([head, *map(escaped, line.below)])
    return "\\\n  ".join([f"{head} {cited}".rstrip(), *map(escaped, line.details)])


# A key that Pandoc reads to its end: signs stand one by one between letters and digits.
_PLAIN_KEY = re.compile(r"\w+(?:[:.-]\w+)*")


def _citation(pointed: list[tuple[str, str]]) -> str:
    """Return a citation as Pandoc has it, such as ``[@one, p. 3; @two]``; nothing if there is none."""
    parts = []
    for key, place in pointed:
        name = f"@{key}" if _PLAIN_KEY.fullmatch(key) else f"@{{{key}}}"
        parts.append(f"{name}, {escaped(place).replace(';', chr(92) + ';')}" if place else name)
    return f"[{'; '.join(parts)}]" if parts else ""
