"""The filters of the page: by words, sphere, party, years and period."""

from __future__ import annotations

from bilateral.chronology import Chronology
from bilateral.chronology.phrases import say
from bilateral.chronology.picture.axis import periods_of
from bilateral.dates import HistoricalDate
from bilateral.markup import Content, Markup, element
from bilateral.model import Party, Sphere

_NO_BREAK = "\u2003"


def filters(book: Chronology, language: str) -> Markup:
    """Return the form, which the script of the page shows: without it, it could not do anything.

    Args:
        book: the chronology.
        language: of names and words.

    Returns:
        The form, with the place where the number of records that are shown is told.
    """
    choices = [
        ("sphere", _spheres(book, language)),
        ("party", _parties(book, language)),
        ("period", [(_stretch(each.stretch), " ".join(each.name.split())) for each in periods_of(book)]),
    ]
    fields = [
        _labelled(say("words", language), _input("q", "search", autocomplete="off", spellcheck="false")),
        *(
            _labelled(say(name, language), _select(name, options, say("all", language)))
            for name, options in choices
            if options
        ),
        _labelled(say("from year", language), _input("from", "number", min="1", max="9999")),
        _labelled(say("to year", language), _input("to", "number", min="1", max="9999")),
        element("button", _capital(say("clear", language)), type="reset"),
    ]
    status = element(
        "p",
        id="_status",
        role="status",
        **{
            "data-shown": _capital(say("shown: {} of {}", language, "#1", "#2")),
            "data-perhaps": say("of these only perhaps: {}", language, "#1"),
        },
    )
    return element(
        "form", *fields, status, id="_filter", hidden="", **{"aria-label": _capital(say("filter", language))}
    )


def _labelled(name: str, control: Markup) -> Markup:
    return element("label", element("span", _capital(name)), control)


def _input(name: str, type_: str, **attributes: str) -> Markup:
    return Markup(element("input", name=name, type=type_, **attributes).removesuffix("</input>"))


def _select(name: str, options: list[tuple[str, str]], everything: str) -> Markup:
    listed: list[Content] = [element("option", _capital(everything), value="")]
    listed += [element("option", words, value=value) for value, words in options]
    return element("select", *listed, name=name)


def _spheres(book: Chronology, language: str) -> list[tuple[str, str]]:
    """Return the spheres that occur and all wider ones, each below the next wider."""
    found: dict[Sphere, None] = {}
    for entry in book:
        for sphere in entry.record.spheres:
            found.update(dict.fromkeys(sphere.lineage))
    paths = sorted([each.name(language) for each in sphere.lineage[::-1]] + [sphere.id] for sphere in found)
    return [(path[-1], _NO_BREAK * (len(path) - 2) + " ".join(path[-2].split())) for path in paths]


def _parties(book: Chronology, language: str) -> list[tuple[str, str]]:
    found: dict[Party, None] = {}
    for entry in book:
        found.update(dict.fromkeys(each.party for each in entry.record.parties))
    return [
        (id, " ".join(name.split())) for name, id in sorted((each.name(language), each.id) for each in found)
    ]


def _stretch(date: HistoricalDate) -> str:
    return f"{date.earliest.isoformat().replace('-', '')}-{date.latest.isoformat().replace('-', '')}"


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
