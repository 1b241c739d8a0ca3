"""What a corpus names, its parties, spheres or sources, as a table in a notebook."""

from __future__ import annotations

from collections.abc import Collection

from bilateral.lines import closed
from bilateral.markup import Content, Markup, element, framed
from bilateral.model.names import Named
from bilateral.model.sources import Source
from bilateral.model.things import Sphere

_MOST = 60
"""How many are shown."""


def listed(what: str, things: Collection[Named | Source]) -> Markup:
    """Return things as HTML.

    Args:
        what: what they are, such as ``"sphere"``.
        things: the things, in order.

    Returns:
        A row each, with its id and name; of a source with authors, title, date and address, of a sphere with
        the wider one; all text of the data escaped. Beyond what can be read at once, how many more there are.

    Examples:
        >>> "&lt;b&gt;" in listed("source", [Source("x", "<b>")])
        True
    """
    rows = [element("tr", *_cells(thing)) for _, thing in zip(range(_MOST), things, strict=False)]
    number = f"{len(things):,} of {what}"
    left = f"... and {len(things) - _MOST:,} more" if len(things) > _MOST else None
    table = element("table", element("caption", number), element("tbody", *rows))
    return framed(table, element("p", left, class_="minor") if left else None)


def _cells(thing: Named | Source) -> list[Content]:
    code = element("td", element("code", thing.id))
    if isinstance(thing, Source):
        authors = ", ".join(map(closed, thing.authors))
        date = "" if thing.date is None else thing.date.text()
        return [code, *(element("td", part) for part in (authors, _titled(thing), date)), _address(thing)]
    wider = thing.broader if isinstance(thing, Sphere) else None
    cells = [code, element("td", closed(thing.name()))]
    if isinstance(thing, Sphere):
        cells.append(element("td", f"in {closed(wider.name())}" if wider else "", class_="minor"))
    return [*cells]


def _titled(source: Source) -> str:
    return ". ".join(closed(part) for part in (source.title, source.container) if part)


def _address(source: Source) -> Markup:
    url = f"https://doi.org/{source.doi}" if source.doi else source.url
    return element("td", element("a", url, href=url) if url else None, class_="minor")
