"""A chronology as one SVG picture."""

from __future__ import annotations

import re
from hashlib import sha256

import attrs

from bilateral.chronology.book import Chronology
from bilateral.chronology.phrases import say
from bilateral.chronology.picture.axis import bands, names, periods_of, ticks
from bilateral.chronology.picture.bars import counted
from bilateral.chronology.picture.canvas import EDGE, Canvas
from bilateral.chronology.picture.lanes import lanes
from bilateral.chronology.picture.marks import number
from bilateral.chronology.picture.records import MOST, drawn
from bilateral.chronology.picture.scale import scale
from bilateral.chronology.picture.style import style
from bilateral.errors import InvalidValueError
from bilateral.markup import Markup, element, xml_text
from bilateral.model.values import ByValue

LEAST_WIDTH, MOST_WIDTH = 640, 4000
_UNDATED = 236.0


@attrs.frozen(eq=False, repr=False)
class Picture(ByValue):
    """A chronology as a picture that shows itself in notebooks.

    Args:
        svg: the picture, a whole SVG document.

    Examples:
        >>> from bilateral.corpus import Corpus
        >>> str(Chronology(Corpus()).svg()).startswith("<svg")
        True
    """

    svg: str

    def __str__(self) -> str:
        return self.svg

    def __repr__(self) -> str:
        return f"<Picture, SVG of {len(self.svg)} characters>"

    def _repr_svg_(self) -> str:
        return self.svg

    def _repr_html_(self) -> str:
        # Within the page, and not as an image: only so do marks tell what they are, and take the focus.
        return self.svg


def draw(
    book: Chronology,
    *,
    facet: str | None = None,
    language: str = "en",
    width: int = 1080,
    name: str | None = None,
    linked: bool = False,
) -> Markup:
    """Return a chronology as SVG.

    Args:
        book: the chronology.
        facet: what its lanes are: ``"sphere"``, ``"party"``, ``"kind"``, ``"place"`` or ``"none"``; None for
            the facet of its sections, else spheres.
        language: of dates, names and the words around them: ``"en"``, ``"ru"``, ``"kk"`` or ``"az"``.
        width: of the picture, in units of which a line of text is 12 high; from 640 to 4000.
        name: its id, and the beginning of all ids in it; None for one made from what it shows.
        linked: whether each record is a link to ``#`` and its id, for a page that has the records.

    Returns:
        The picture: it loads nothing and runs nothing.

    Raises:
        UnknownIdError: if there is no such facet.
        InvalidValueError: for another language, width or name.
        MissingExtraError: if the language needs the extra ``languages`` and it is not installed.
    """
    _refuse_unless(name, width)
    words = f"{say('chronology', language).capitalize()} — {say('records', language)}: {len(book)}"
    periods = periods_of(book)
    dated = [entry.date for entry in book if entry.date is not None]
    right = width - EDGE
    undated = right - _UNDATED if len(dated) < len(book) else right
    axis = scale([*dated, *(period.stretch for period in periods)] if dated else (), EDGE + 6, undated - 34)
    id = name or _named(book, f"{facet} {language} {width} {linked}")
    canvas = Canvas(id, language, right, undated, axis, linked)
    found = lanes(book, facet, language)
    body = drawn(canvas, found, len(book)) if len(book) <= MOST else counted(canvas, found)
    named = names(canvas, periods)
    plot, bottom = named.bottom + body.plot, number(named.bottom + body.bottom + 10)
    svg = element(
        "svg",
        element("title", words, id=f"{id}--title"),
        element("desc", "; ".join([words, *body.notes]), id=f"{id}--desc"),
        element("style", Markup(style(id))),
        element("rect", class_="paper", width=str(width), height=bottom),
        *bands(canvas, periods, plot),
        ticks(canvas, plot),
        *named.elements,
        element("g", *body.elements, transform=f"translate(0 {number(named.bottom)})"),
        **{
            "xmlns": "http://www.w3.org/2000/svg",
            "id": id,
            "viewBox": f"0 0 {width} {bottom}",
            "width": str(width),
            "height": bottom,
            "role": "group",
            "lang": language,
            "aria-labelledby": f"{id}--title",
            "aria-describedby": f"{id}--desc",
        },
    )
    return Markup(xml_text(svg))


def _refuse_unless(name: str | None, width: int) -> None:
    if type(width) is not int or not LEAST_WIDTH <= width <= MOST_WIDTH:
        reason = f"it must be a whole number from {LEAST_WIDTH} to {MOST_WIDTH}"
        raise InvalidValueError("width", width, reason)
    if name is not None and not re.fullmatch("[A-Za-z_][A-Za-z0-9_-]*", name):
        reason = "an id is made of ASCII letters, digits, _ and -, and begins with no digit"
        raise InvalidValueError("name", name, reason)


def _named(book: Chronology, how: str) -> str:
    """Return an id that is always the same for a picture, and another for another picture."""
    shown = sha256(how.encode())
    for section in book.sections:
        shown.update(section.title.encode(errors="replace"))
        for entry in section.entries:
            shown.update(f"{entry.record.id} {entry.date} {entry.unsure}\n".encode())
    return f"timeline-{shown.hexdigest()[:10]}"
