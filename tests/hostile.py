"""A corpus in which every text tries to be more than text, for what formats make of it."""

import re
import string
import unicodedata
from itertools import cycle, product

from bilateral import Chronology, Corpus
from bilateral.dossier import Dataset
from bilateral.model import (
    Actor,
    Agreement,
    Attestation,
    Event,
    Label,
    Participation,
    Party,
    Person,
    Place,
    Provision,
    Source,
    Sphere,
)

TEXTS = (
    "<img src=x onerror=alert(1)>",
    "</script><script>alert(2)</script>",
    "javascript:alert(3)",
    "[a](javascript:alert(4)) ![b](https://evil.example/b.png)",
    r"\input{/etc/passwd} \write18{true} ^^5cinput{x} $x$ 50 % & _ ~ #1",
    "\\end{document}",
    "=cmd|' /C calc'!A0",
    "+1;-2:@SUM(A1),x",
    "in\r\nBEGIN:VEVENT\r\nSUMMARY:more\r\nEND:VCALENDAR",
    "]]> <!-- x --> <![CDATA[",
    "&lt;b&gt; &#60;script&#62; &amp;lt;",
    "\u202etxt.exe",
    "\u2067a\u202db",
    "a\0b\x1b[31mred\x7f\x9b",
    "%%{init: {}}%% {{7*7}} ${7*7} section x : y ; z # title",
    "x'onmouseover='alert(5)",
    'x"onmouseover="alert(6)',
    "www.x'onmouseover='alert(7)' https://x.example/\"a a'b@c.example",
    "-- --- '' `` << >> ?` !` ,, \u201cq\u201d",
    "# h",
    "1. one",
    "- item\n- item\n\n> quote\n\n    code",
    ": definition @key ^sup^ ~sub~ ==mark== :tada: | a | b |",
    "`code` ```\nfence\n```",
    "ends with a backslash \\",
    "[^1]: note [^1] [a]: https://evil.example",
    "---\ntitle: x\n---",
    "}, title = {x}, @book{y, {",
    "TY  - BOOK\r\nER  - ",
    "$(touch pwned) `touch pwned` ; touch pwned",
    "a\u2028b\u2029c\u0085d",
    "ﬂ°°60¶ß ﬂ°lt¶ß #lt; #60;",
    "Səfər визит сапар Әңғүұқөһі",
)
"""None holds half of a surrogate pair, and no URL another scheme than http: the model refuses both."""

URLS = (
    "https://evil.example/'onmouseover='alert(1)",
    r"https://evil.example/\input{x}#$%^&_~{}",
    "https://evil.example/)](javascript:alert(1));,:",
)


def corpus():
    """Return a corpus of an agreement and an event a text, whose other texts are as hostile as its title."""
    text, url = cycle(TEXTS), cycle(URLS)
    records = []
    for number, title in enumerate(each for each in TEXTS for _ in (Agreement, Event)):
        source = Source(
            f"s-{number}.:_",
            next(text),
            authors=[next(text)],
            container=next(text),
            note=next(text),
            url=next(url),
        )
        claims = [
            Attestation("title", title, source, locator=next(text), quote=next(text), note=next(text)),
            *(
                Attestation(
                    "place", Place(f"p-{number}-{i}", [Label("en", next(text))]), source, quote=next(text)
                )
                for i in (1, 2)
            ),
        ]
        shared = {
            "title": title,
            "place": claims[1].value,
            "parties": [Participation(Party(f"P{number}", [Label("en", next(text))]), "state")],
            "spheres": [Sphere(f"f-{number}", [Label("en", next(text))], note=next(text))],
            "persons": [Actor(Person(f"w-{number}", [Label("en", next(text))]), next(text))],
            "urls": [next(url)],
            "aliases": [next(text)],
            "description": next(text),
        }
        day = f"1993-{number % 12 + 1:02}-{number % 28 + 1:02}"
        dates = (day, day[:7], day[:4], f"[{day},1994-01-02]", f"{day}/1995-03-01", "1993/..", None)
        date = dates[number % len(dates)]
        if number % 2:
            records.append(Event(f"r-{number}.:_", date=date, attestations=[], **shared))
        else:
            provisions = [Provision(1, next(text), [shared["spheres"][0]], source)]
            records.append(
                Agreement(f"r-{number}.:_", signed=date, provisions=provisions, attestations=claims, **shared)
            )
    dataset = Dataset("d", next(text), description=next(text), licence=next(text), citation=next(text))
    return Corpus(records, dataset=dataset)


def books():
    """Return the corpus, and chronologies of it whose sections have hostile names."""
    records = corpus()
    periods = {name: f"{1993 + i}" for i, name in enumerate(TEXTS[:3])}
    return [records, Chronology(records).by("sphere"), Chronology(records).periods(periods)]


def pairs():
    """Return a corpus of undated events whose titles hold any two signs of ASCII side by side."""
    titles = [f"x{a}{b}y" for a, b in product(string.punctuation, repeat=2)]
    return Corpus([Event(f"e{number:04}", title=title) for number, title in enumerate(titles)])


_UNSHOWN = re.compile("[\\s\ufffd\u200b]")


def bare(text):
    """Return text without what readers may leave out or replace: spaces, controls and marks of direction."""
    kept = (
        sign for sign in unicodedata.normalize("NFKC", text) if unicodedata.category(sign) not in {"Cc", "Cf"}
    )
    return _UNSHOWN.sub("", "".join(kept))
