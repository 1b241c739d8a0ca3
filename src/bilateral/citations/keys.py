"""Citekeys: the short names by which a text refers to what it cites."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from hashlib import sha256
from itertools import count

from bilateral.chronology import Chronology
from bilateral.corpus import Corpus
from bilateral.model import Record, Source

_SHORTEST = 6
"""How many hexadecimal digits tell apart what would else have one key."""


def keys(thing: Corpus | Chronology) -> dict[Record | Source, str]:
    """Return the citekeys of all records and sources that a corpus knows.

    A citekey is the id, which is ASCII already. Where a record and a source have one id, or two ids differ in
    capitals alone, which BibTeX does not tell apart, each of them gets a few digits of a hash besides. Keys
    do not depend on the order of records, nor on what was selected: a selection has the keys of its whole.

    Args:
        thing: a corpus or chronology.

    Returns:
        The keys by Record and Source; unique whatever the capitals.

    Examples:
        >>> from bilateral.model import Agreement
        >>> list(keys(Corpus([Agreement("aze-kaz-1997")])).values())
        ['aze-kaz-1997']
    """
    corpus = thing.corpus if isinstance(thing, Chronology) else thing
    return distinct([*corpus._index.records, *corpus.sources])


def distinct(things: Iterable[Record | Source]) -> dict[Record | Source, str]:
    """Return citekeys for things that are cited together.

    Args:
        things: records and sources, in any order.

    Returns:
        The keys by thing.

    Examples:
        >>> list(distinct([Source("atop"), Source("un-treaty")]).values())
        ['atop', 'un-treaty']
        >>> list(distinct([Source("UN"), Source("un")]).values())
        ['UN-04239b', 'un-610109']
    """
    groups: dict[str, list[Record | Source]] = defaultdict(list)
    listed = list(dict.fromkeys(things))
    for thing in listed:
        groups[thing.id.casefold()].append(thing)
    taken = set(groups)
    found: dict[Record | Source, str] = {}
    for group in groups.values():
        if len(group) == 1:
            found[group[0]] = group[0].id
            continue
        for thing in sorted(group, key=_identity):
            digest = sha256(_identity(thing).encode()).hexdigest()
            longer = (f"{thing.id}-{digest[:length]}" for length in count(_SHORTEST))
            key = next(each for each in longer if each.casefold() not in taken)
            taken.add(key.casefold())
            found[thing] = key
    return {thing: found[thing] for thing in listed}


def _identity(thing: Record | Source) -> str:
    return f"{'source' if isinstance(thing, Source) else 'record'} {thing.id}"
