"""The marks of one record as SVG: its shapes, the signs beside them and its label."""

from __future__ import annotations

from collections.abc import Callable

from bilateral.chronology.book import Entry
from bilateral.chronology.picture.placing import DAY, SMALL, Drawn, Placed
from bilateral.chronology.picture.shapes import Form
from bilateral.markup import Markup, element
from bilateral.model import Agreement


def number(value: float) -> str:
    """Return a coordinate, no finer than a printer needs it."""
    return f"{value:.1f}".removesuffix(".0")


def mark(x: float, y: float, *, agreement: bool, css: str) -> Markup:
    """Return the mark of a day: of an agreement a diamond, of an event a disc.

    Args:
        x: where its middle stands.
        y: the same, from above.
        agreement: whether it is that of an agreement.
        css: its classes.

    Returns:
        The element.

    Examples:
        >>> mark(5, 5, agreement=False, css="solid")
        '<circle class="solid" cx="5" cy="5" r="4.6"></circle>'
    """
    if agreement:
        r = DAY
        corners = ((x, y - r), (x + r, y), (x, y + r), (x - r, y))
        points = " ".join(f"{number(a)},{number(b)}" for a, b in corners)
        return element("polygon", class_=css, points=points)
    return element("circle", class_=css, cx=number(x), cy=number(y), r=number(DAY - 0.9))


def signs(entry: Entry, x: float, y: float) -> list[Markup]:
    """Return what is said of a record besides its date: that sources disagree, that it may not match."""
    found = []
    conflicts = entry.conflicts
    if conflicts:
        css = "conflict" if any(each.is_open for each in conflicts) else "conflict settled"
        corners = ((x + 3, y + 4), (x + 7, y - 4), (x + 11, y + 4))
        points = " ".join(f"{number(a)},{number(b)}" for a, b in corners)
        found.append(element("polygon", class_=css, points=points))
        x += 12
    if entry.unsure:
        found.append(element("text", "(?)", class_="sign", x=number(x + 2), y=number(y + 4)))
    return found


def drawing(placed: Placed, y: float) -> list[Markup]:
    """Return the shapes, signs and label of a record; its row has its middle at ``y``."""
    entry = placed.entry
    agreement = isinstance(entry.record, Agreement)
    if placed.drawn:
        parts = [_shape(each, y, agreement=agreement) for each in placed.drawn]
    else:
        parts = [mark(placed.left + DAY, y, agreement=agreement, css="stroke dotted")]
    end = placed.right - 12 * bool(entry.conflicts) - 18 * entry.unsure
    return [*parts, *signs(entry, end, y), *_label(placed, y)]


def _label(placed: Placed, y: float) -> list[Markup]:
    anchor = {"text-anchor": "end"} if placed.before else {}
    if len(placed.lines) > 1:
        above, title = placed.lines
        css = "muted" if placed.entry.date is not None else "title"
        return [
            element("text", above, class_=css, x=number(placed.at), y=number(y - 3.5), **anchor),
            element("text", title, class_="title", x=number(placed.at), y=number(y + SMALL), **anchor),
        ]
    return [
        element("text", title, class_="title", x=number(placed.at), y=number(y + 4), **anchor)
        for title in placed.lines
    ]


def _rect(css: str, drawn: Drawn, y: float, height: float, *, agreement: bool) -> Markup:
    round_ = {"rx": number(1.5 if agreement else height / 2)}
    return element(
        "rect",
        class_=css,
        x=number(drawn.left),
        y=number(y - height / 2),
        width=number(drawn.right - drawn.left),
        height=number(height),
        **round_,
    )


def _line(css: str, x1: float, x2: float, y: float) -> Markup:
    return element("line", class_=css, x1=number(x1), x2=number(x2), y1=number(y), y2=number(y))


def _arrow(tip: float, base: float, y: float) -> Markup:
    points = f"{number(base)},{number(y - 6)} {number(tip)},{number(y)} {number(base)},{number(y + 6)}"
    return element("polygon", class_="solid", points=points)


def _unknown(near: float, far: float, y: float) -> Markup:
    """Return a dashed line that ends in a question mark: nobody knows how far it goes."""
    outward = 1 if far > near else -1
    sign = element(
        "text", "?", class_="sign", x=number(far - outward * 4), y=number(y + 4), **{"text-anchor": "middle"}
    )
    return element("g", _line("stroke dashed", near, far - outward * 9, y), sign)


def _shape(drawn: Drawn, y: float, *, agreement: bool) -> Markup:
    x = (drawn.left + drawn.right) / 2
    makers: dict[Form, Callable[[], Markup]] = {
        Form.DAY: lambda: mark(x, y, agreement=agreement, css="solid"),
        Form.ONE_OF: lambda: mark(x, y, agreement=agreement, css="hollow"),
        Form.QUALIFIED: lambda: mark(x, y, agreement=agreement, css="hollow dashed"),
        Form.STRETCH: lambda: _rect("vague", drawn, y, 11, agreement=agreement),
        Form.SURE: lambda: _rect("solid", drawn, y, 6, agreement=agreement),
        Form.CHOICE: lambda: _line("stroke dotted", drawn.left, drawn.right, y),
        Form.JOINT: lambda: _line("stroke", drawn.left, drawn.right, y),
        Form.OPEN_START: lambda: _arrow(drawn.left, drawn.right, y),
        Form.OPEN_END: lambda: _arrow(drawn.right, drawn.left, y),
        Form.UNKNOWN_START: lambda: _unknown(drawn.right, drawn.left, y),
        Form.UNKNOWN_END: lambda: _unknown(drawn.left, drawn.right, y),
    }
    return makers[drawn.form]()


def drawn_form(form: Form, *, agreement: bool) -> list[Markup]:
    """Return a sample of a form, as wide as a legend needs it, around the height 0."""
    if form is Form.ONE_OF:
        ends = (Drawn(Form.ONE_OF, 2, 13), Drawn(Form.ONE_OF, 17, 28))
        return [_shape(each, 0, agreement=agreement) for each in (Drawn(Form.CHOICE, 7, 23), *ends)]
    if form is Form.JOINT:
        ends = (Drawn(Form.DAY, 2, 13), Drawn(Form.DAY, 17, 28))
        return [_shape(each, 0, agreement=agreement) for each in (Drawn(Form.JOINT, 7, 23), *ends)]
    sure = {
        Form.OPEN_END: (Drawn(Form.SURE, 3, 17), Drawn(form, 16, 27)),
        Form.OPEN_START: (Drawn(form, 3, 14), Drawn(Form.SURE, 13, 27)),
        Form.QUALIFIED: (Drawn(form, 8, 20),),
    }
    return [_shape(each, 0, agreement=agreement) for each in sure.get(form, (Drawn(form, 3, 27),))]
