"""The page as a whole: its head, with a policy that lets nothing in, and its parts."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256
from pathlib import Path

from bilateral.chronology import Chronology, Section
from bilateral.chronology.layout import reference
from bilateral.chronology.phrases import say
from bilateral.chronology.picture import draw
from bilateral.corpus import Corpus
from bilateral.formats.html.filters import filters
from bilateral.formats.html.records import article, plain
from bilateral.markup import Content, Markup, element
from bilateral.model import Source

_PICTURE = "_picture"
"""The id of the picture. Ids of records begin with a letter or a digit: those of the page with a low line."""


def page(book: Chronology, *, language: str, lanes: str | None, title: str | None) -> str:
    """Return a chronology as a page; arguments and errors as of ``bilateral.formats.html.dumps``."""
    dataset = book.corpus.dataset
    named = plain(title or (dataset.title if dataset else "") or say("chronology", language).capitalize())
    picture = draw(book, facet=lanes, language=language, name=_PICTURE, linked=True) if book else None
    sections = [
        _section(section, i, book.corpus, language) for i, section in enumerate(book._sections(language))
    ]
    sources = _sources(book, language)
    main = element(
        "main",
        _header(book, named, language),
        _timeline(picture, language),
        filters(book, language) if book else None,
        element("p", say("nothing matches", language), id="_nothing", hidden="") if book else None,
        element("div", *sections, id="_records", tabindex="-1"),
        sources,
        _footer(book, language),
    )
    skip = element("a", _capital(say("skip to the records", language)), class_="skip", href="#_records")
    script = element("script", Markup(_asset("page.js")))
    body = element("body", skip, main, script)
    styles = [_asset("page.css"), *_styles_of(picture)]
    head = element("head", *_head(named, styles, _asset("page.js")))
    return f"<!doctype html>\n{element('html', head, body, lang=language)}\n"


@cache
def _asset(name: str) -> str:
    return Path(__file__).with_name(name).read_text(encoding="utf-8")


def _head(title: str, styles: list[str], script: str) -> list[Markup]:
    policy = "; ".join(
        [
            "default-src 'none'",
            f"script-src {_hash(script)}",
            f"style-src {' '.join(map(_hash, styles))}",
            "base-uri 'none'",
            "form-action 'none'",
        ]
    )
    # Elements without an end: markup.element writes one, which is an error in HTML.
    return [
        Markup('<meta charset="utf-8">'),
        Markup(
            element("meta", **{"http-equiv": "Content-Security-Policy", "content": policy})[: -len("</meta>")]
        ),
        Markup('<meta name="viewport" content="width=device-width, initial-scale=1">'),
        Markup('<meta name="color-scheme" content="light dark">'),
        element("title", title),
        element("style", Markup(styles[0])),
    ]


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _styles_of(picture: Markup | None) -> list[str]:
    return [picture.partition("<style>")[2].partition("</style>")[0]] if picture else []


def _header(book: Chronology, title: str, language: str) -> Markup:
    agreements = len(book.corpus.agreements)
    counts = {"agreements": agreements, "events": len(book) - agreements}
    said = " · ".join(f"{_capital(say(words, language))}: {count}" for words, count in counts.items())
    return element("header", element("h1", title), element("p", said, class_="minor"))


def _timeline(picture: Markup | None, language: str) -> Markup | None:
    if picture is None:
        return None
    name = _capital(say("timeline", language))
    return element(
        "section",
        element("h2", name, id="_timeline", class_="unseen"),
        element("div", picture, class_="scroll"),
        **{"aria-labelledby": "_timeline"},
    )


def _section(section: Section, number: int, corpus: Corpus, language: str) -> Markup:
    id = f"_section-{number}"
    title = plain(section.title)
    head = element("h2", _capital(title) if title else _capital(say("records", language)), id=id)
    if not title:
        head = element("h2", _capital(say("records", language)), id=id, class_="unseen")
    return element(
        "section",
        head,
        *(article(entry, corpus, language) for entry in section.entries),
        class_="group",
        **{"aria-labelledby": id},
    )


def _sources(book: Chronology, language: str) -> Markup | None:
    found: dict[Source, None] = {}
    for entry in book:
        found.update(dict.fromkeys(entry.record.sources))
    if not found:
        return None
    items = [
        element(
            "li", element("b", source.id), " ", plain(reference(source, language)), id=f"_source-{source.id}"
        )
        for source in sorted(found, key=lambda source: source.id)
    ]
    head = element("h2", _capital(say("sources", language)), id="_sources")
    return element(
        "section", head, element("ul", *items), class_="sources", **{"aria-labelledby": "_sources"}
    )


def _footer(book: Chronology, language: str) -> Markup | None:
    dataset = book.corpus.dataset
    said = {"from": dataset.title, "cite as": dataset.citation, "licence": dataset.licence} if dataset else {}
    lines: list[Content] = [
        element("p", f"{_capital(say(words, language))}: {value}") for words, value in said.items() if value
    ]
    if language != "en":
        lines.append(element("p", say("note on translations", language)))
    return element("footer", *lines) if lines else None


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
