"""A chronology as plain text, for a terminal or an e-mail."""

from __future__ import annotations

from textwrap import fill

from bilateral.chronology.book import Chronology
from bilateral.chronology.layout import Line, layout


def text(book: Chronology, *, width: int = 100, language: str = "en") -> str:
    """Return a chronology as plain text.

    Args:
        book: the chronology.
        width: the longest line, in characters; at least 20 are used.
        language: of dates and names: ``"en"``, ``"ru"``, ``"kk"`` or ``"az"``.

    Returns:
        Sections of entries, then the footnotes on disagreements, the legend and the sources.

    Examples:
        >>> from bilateral.corpus import Corpus
        >>> from bilateral.model import Event
        >>> print(text(Chronology(Corpus([Event("a", title="Visit", date="1996-09", place="Baku")]))))
        September 1996
          Visit
          Baku
    """
    width = max(width, 20)
    plan = layout(book, language)
    blocks: list[str] = []
    for title, lines in plan.sections:
        if title:
            blocks.append(f"{wrapped(title, width, '')}\n{'=' * min(len(title), width)}")
        blocks += [_entry(line, width) for line in lines]
    notes = [wrapped(f"[{i}] {note}", width, "    ") for i, note in enumerate(plan.footnotes, 1)]
    if notes:
        blocks += ["Where sources disagree\n----------------------", *notes]
    if plan.legend:
        blocks.append("\n".join(wrapped(each, width, "  ") for each in plan.legend))
    if plan.sources:
        listed = [wrapped(f"{id}: {reference}", width, "    ") for id, reference in plan.sources]
        blocks.append("\n".join(["Sources\n-------", *listed]))
    return "\n\n".join(blocks) or "no entries"


def _entry(line: Line, width: int) -> str:
    marks = "".join(f" [{number}]" for number in line.notes)
    return "\n".join(
        [
            wrapped(line.date + marks + line.marks, width, "  "),
            wrapped(f"  {line.title}", width, "  "),
            *(wrapped(f"  {detail}", width, "    ") for detail in line.below),
        ]
    )


_CONTROLS = {code: f"\\x{code:02x}" for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) not in "\t\n"}


def wrapped(line: str, width: int, indent: str) -> str:
    """Return a line folded to a width, with control characters spelled out: none reaches a terminal."""
    # Ids and addresses are kept whole: a broken one cannot be looked up.
    return fill(
        line.translate(_CONTROLS),
        max(width, 20),
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )
