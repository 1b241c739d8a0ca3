"""A chronology as HTML, for a notebook or a page."""

from __future__ import annotations

from bilateral.chronology.book import Chronology
from bilateral.chronology.layout import Line, layout
from bilateral.markup import Content, Markup, element, framed


def fragment(book: Chronology) -> Markup:
    """Return a chronology as a piece of HTML that can stand in any page.

    Args:
        book: the chronology.

    Returns:
        A table a section, then footnotes, legend and sources; all text of the data escaped.

    Examples:
        >>> from bilateral.corpus import Corpus
        >>> from bilateral.model import Event
        >>> "&lt;script&gt;" in fragment(Chronology(Corpus([Event("a", title="<script>")])))
        True
    """
    plan = layout(book)
    parts: list[Content] = []
    for title, lines in plan.sections:
        parts.append(element("h3", title) if title else None)
        parts.append(element("table", element("tbody", *map(_row, lines)), class_="entries"))
    if plan.footnotes:
        notes = [element("li", note) for note in plan.footnotes]
        parts += [element("h4", "Where sources disagree"), element("ol", *notes, class_="minor")]
    parts += [element("p", each, class_="minor") for each in plan.legend]
    if plan.sources:
        listed = [element("li", element("b", id), f" {reference}") for id, reference in plan.sources]
        parts.append(
            element("details", element("summary", "Sources"), element("ul", *listed), class_="minor")
        )
    return framed(*parts)


def _row(line: Line) -> Markup:
    notes = [element("sup", f" {number}") for number in line.notes]
    details = [element("div", detail, class_="minor") for detail in line.below]
    when = element("time", line.date, title=line.edtf) if line.edtf else line.date
    return element(
        "tr",
        element("td", when, *notes, line.marks, class_="date"),
        element("td", element("div", line.title), *details),
    )
