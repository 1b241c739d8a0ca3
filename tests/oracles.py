"""Answers worked out the long way, from plain text and days, to hold the library against."""

import datetime
from calendar import monthrange


def days(text):
    """Return the days that an EDTF point may be, or one of a range, as ordinals."""
    text = text.translate(dict.fromkeys(map(ord, "?~%")))
    if text.startswith("["):
        return frozenset().union(*map(days, text[1:-1].split(",")))
    if ".." in text:
        first, last = map(days, text.split(".."))
        return frozenset(range(min(first), max(last) + 1))
    if "X" in text:
        return frozenset().union(*(days(f"{text[:3]}{digit}") for digit in range(10)))
    year, *rest = map(int, text.split("-"))
    if len(rest) == 2:
        return frozenset([datetime.date(year, *rest).toordinal()])
    if rest:
        first = datetime.date(year, rest[0], 1).toordinal()
        return frozenset(range(first, first + monthrange(year, rest[0])[1]))
    return frozenset().union(*(days(f"{year:04}-{month:02}") for month in range(1, 13)))


def best(claims):
    """Return the claims of the best rank present."""
    for rank in ("preferred", "normal"):
        if found := [claim for claim in claims if claim["rank"] == rank]:
            return found
    return []


def resolved(field, claims):
    """Return what a record shows for a field, from claims as they stand in the JSON."""
    claims = [{"rank": "normal", **claim} for claim in claims if claim.get("rank") != "deprecated"]
    if field in {"signed", "date", "in_force", "terminated"}:
        return resolved_date([claim["value"] for claim in best(claims)])
    if field in {"parties", "persons"}:
        key, detail = ("party", "capacity") if field == "parties" else ("person", "role")
        shown = []
        for name in dict.fromkeys(claim["value"][key] for claim in claims):
            own = best([claim for claim in claims if claim["value"][key] == name])
            named = [claim["value"] for claim in own if detail in claim["value"]]
            shown.append(named[0] if named else {key: name})
        return shown or None
    if field in {"spheres", "relations", "urls", "aliases"}:
        return unique(claim["value"] for claim in claims) or None
    return next((claim["value"] for claim in best(claims)), None)


def unique(values):
    """Return the different values, in order; they may be dicts."""
    found = []
    for value in values:
        if value not in found:
            found.append(value)
    return found


def resolved_date(texts):
    """Return the finest of some dates, or the set of those that no other one refines."""
    parts = unique(text for claim in texts for text in claim.strip("[]").split(",")) if texts else []
    if len(unique(texts)) == 1:
        return texts[0]
    kept = [text for text in parts if not any(days(other) < days(text) for other in parts)]
    kept.sort(key=lambda text: (min(days(text)), max(days(text)), text))
    return f"[{','.join(kept)}]" if len(kept) > 1 else kept[0] if kept else None
