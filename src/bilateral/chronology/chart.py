"""A chronology as a chart of Vega-Lite, by Altair: to zoom, to point at, to filter by its legend."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, TypeAlias

from bilateral.chronology.book import Chronology, Entry
from bilateral.chronology.phrases import say, term
from bilateral.chronology.picture.lanes import lanes
from bilateral.chronology.picture.scale import Scale, scale
from bilateral.chronology.picture.shapes import Form, Shape, shapes
from bilateral.errors import MissingExtraError
from bilateral.model import Agreement

if TYPE_CHECKING:
    import altair

Row: TypeAlias = dict[str, Any]

_WIDTH, _STEP, _APART = 760, 15, 16.0
_EPOCH, _DAY = datetime.date(1970, 1, 1).toordinal(), 86_400_000
_COLOURS = ["#0b62a8", "#b4530a"]
_FADED = 0.08
# Of one length at any zoom, longer than a mark: a month never looks as exact as a day.
_INEXACT = "M-1.7,-.5H1.7V.5H-1.7Z"
_SHAPES = {
    "agreement": "diamond",
    "event": "circle",
    "inexact": _INEXACT,
    "open-start": "triangle-left",
    "open-end": "triangle-right",
}
_LAYER = {
    Form.CHOICE: "lines",
    Form.JOINT: "lines",
    Form.STRETCH: "stretches",
    Form.SURE: "lasting",
    Form.DAY: "solid",
    Form.OPEN_START: "solid",
    Form.OPEN_END: "solid",
    Form.QUALIFIED: "hollow",
    Form.ONE_OF: "hollow",
    Form.UNKNOWN_START: "unknown",
    Form.UNKNOWN_END: "unknown",
}
_SAID = {
    "title": "title",
    "when": "date",
    "place": "place",
    "parties": "parties",
    "kind": "kind",
    "sources": "sources",
    "note": "note",
}
"""The fields that a mark tells when it is pointed at, and what they are called."""


def chart(book: Chronology, *, facet: str | None = None, language: str = "en") -> altair.LayerChart:
    """Return a chronology as a chart; arguments, result and errors as of ``Chronology.chart``."""
    try:
        import altair as alt
    except ImportError:
        raise MissingExtraError("plot", "a chart") from None
    axis = scale([entry.date for entry in book if entry.date is not None], 0, _WIDTH)
    rows, height = _rows(book, facet, axis, language)
    kinds = [say("agreement", language), say("event", language)]
    clicked = alt.selection_point(fields=["type"], bind="legend", name="type")
    zoom = alt.selection_interval(bind="scales", encodings=["x"], name="zoom")
    base = alt.Chart().encode(
        x=alt.X("first:T", title=None),
        y=alt.Y("row:Q", axis=None),
        color=alt.Color("type:N", title=None),
        opacity=alt.when(clicked).then(alt.value(1)).otherwise(alt.value(_FADED)),
        tooltip=[
            alt.Tooltip(f"{name}:N", title=_capital(say(words, language))) for name, words in _SAID.items()
        ],
    )
    pointed = base.encode(shape=alt.Shape("shape:N", legend=None))
    drawn = {
        "lines": base.mark_rule(strokeDash=[2, 3]).encode(x2="last:T"),
        "stretches": base.mark_bar(height=8, fillOpacity=0.22).encode(x2="last:T"),
        "lasting": base.mark_bar(height=6, minBandSize=2).encode(x2="last:T"),
        "solid": pointed.mark_point(filled=True, size=75),
        "hollow": pointed.mark_point(fill="white", size=75),
        "unknown": base.mark_text(text="?", fontWeight="bold", fontSize=12),
    }
    # Vega complains of layers without any data.
    drawn = {name: layer for name, layer in drawn.items() if rows[name]} or {"solid": drawn["solid"]}
    # Scales are shared: they are set in one layer, for all.
    scales: dict[str, dict[str, Any]] = {
        "x": {"type": "utc", "nice": False, "padding": _APART},
        "y": {"domain": [0, height], "reverse": True},
        "color": {"domain": kinds, "range": _COLOURS},
        "shape": {"domain": list(_SHAPES), "range": list(_SHAPES.values())},
    }
    for channel, how in scales.items():
        for layer in [each for each in drawn.values() if each.encoding[channel] is not alt.Undefined][:1]:
            layer.encoding[channel].scale = alt.Scale(**how)
    restored = _guarded(rows)
    layers = [
        layer.properties(data=alt.InlineData(values=rows[name]), name=name).transform_calculate(**restored)
        for name, layer in drawn.items()
    ]
    heads = alt.Chart(alt.InlineData(values=rows["lanes"]), name="lanes").encode(y=base.encoding.y)
    heads = heads.transform_calculate(**{name: restored[name] for name in restored if name == "title"})
    layers += [
        heads.mark_rule(strokeOpacity=0.25).properties(name="rules"),
        heads.mark_text(align="left", fontWeight="bold", dy=11, x=4).encode(text="title:N"),
    ]
    undated = sum(entry.date is None for entry in book)
    title = alt.Title(
        f"{_capital(say('chronology', language))} — {say('records', language)}: {len(book)}",
        subtitle=[f"{say('Undated', language)}: {undated}"] if undated else [],
        anchor="start",
    )
    layered: Any = alt.layer(*layers).add_params(clicked, zoom)
    sized = layered.properties(width=_WIDTH, height=max(height, 1) * _STEP, title=title)
    made: altair.LayerChart = sized.configure_view(stroke=None).configure_legend(orient="top")
    return made


def _rows(
    book: Chronology, facet: str | None, axis: Scale | None, language: str
) -> tuple[dict[str, list[Row]], int]:
    """Return what each layer shows, and how many rows there are."""
    found: dict[str, list[Row]] = {"lanes": [], **{name: [] for name in _LAYER.values()}}
    top = 0
    for lane in lanes(book, facet, language) if axis else ():
        found["lanes"].append({"title": _capital(" ".join(lane.title.split())), "row": top})
        ends: list[float] = []
        for entry in lane.entries:
            if axis is not None and entry.date is not None:
                parts = shapes(entry.date)
                row = _free(ends, parts, axis)
                told = {"row": top + row + 1.75, **_told(entry, language)}
                for layer, placed in _layers(parts, axis, entry):
                    found[layer].append(told | placed)
        top += len(ends) + 2
    return found, top


def _free(ends: list[float], parts: list[Shape], axis: Scale) -> int:
    """Return the first row in which there is room for some shapes, and take it."""
    left = min(axis.x(each.first) for each in parts) - _APART
    row = next((i for i, end in enumerate(ends) if end <= left), len(ends))
    ends[row : row + 1] = [max(axis.x(each.last) for each in parts) + _APART]
    return row


def _layers(parts: list[Shape], axis: Scale, entry: Entry) -> Iterator[tuple[str, Row]]:
    """Yield the layer of each shape, and where it stands."""
    for each in parts:
        yield _LAYER[each.form], _placed(each, axis, entry)
        if each.form in (Form.STRETCH, Form.SURE):
            # At its middle, of a length that can be seen however far it is zoomed out.
            middle = (max(each.first, axis.first) + min(each.last, axis.last)) // 2
            pill = _placed(Shape(each.form, middle, middle), axis, entry) | {"shape": "inexact"}
            yield "hollow" if each.form is Form.STRETCH else "solid", pill


def _placed(shape: Shape, axis: Scale, entry: Entry) -> Row:
    first, last = max(shape.first, axis.first), min(shape.last, axis.last)
    kind = "agreement" if isinstance(entry.record, Agreement) else "event"
    ends = (Form.OPEN_START, Form.OPEN_END)
    return {
        "first": _moment(first if shape.form is not Form.OPEN_END else axis.last),
        "last": _moment(last + 1),
        "shape": shape.form.value if shape.form in ends else kind,
    }


def _told(entry: Entry, language: str) -> Row:
    record = entry.record
    conflicts = entry.conflicts
    disagree = (
        "sources disagree" if any(each.is_open for each in conflicts) else "sources disagreed; resolved"
    )
    notes = [
        say(disagree, language) if conflicts else "",
        say("may not match what was asked", language) if entry.unsure else "",
    ]
    told = {
        "id": record.id,
        "type": say("agreement" if isinstance(record, Agreement) else "event", language),
        "title": record.label,
        "when": entry.date.text(language) if entry.date is not None else "",
        "place": record.place.name(language) if record.place else "",
        "parties": ", ".join(each.party.name(language) for each in record.parties),
        "kind": term(record.kind.value, language) if record.kind else "",
        "sources": ", ".join(source.id for source in record.sources),
        "note": "; ".join(filter(None, notes)),
    }
    return {name: " ".join(value.split()) for name, value in told.items()}


def _guarded(rows: dict[str, list[Row]]) -> dict[str, str]:
    """Put another sign for each ``<``, and return the expressions by which Vega restores it.

    Charts are put into pages as JSON within a script, which a ``</script>`` in a title would end: what
    follows it would run.
    """
    every = [row for each in rows.values() for row in each]
    texts = [value for row in every for value in row.values() if isinstance(value, str)]
    used = set().union(*texts)
    if "<" not in used:
        return {}
    sign = next(sign for sign in map(chr, range(0xE000, 0xF900)) if sign not in used)
    guarded = {
        name for row in every for name, value in row.items() if isinstance(value, str) and "<" in value
    }
    for row in every:
        row.update({name: row[name].replace("<", sign) for name in guarded if name in row})
    return {name: f"replace(datum.{name}, regexp('{sign}', 'g'), '<')" for name in sorted(guarded)}


def _moment(day: int) -> int:
    """Return the beginning of a day as milliseconds since 1970, by which Vega counts."""
    return (day - _EPOCH) * _DAY


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
