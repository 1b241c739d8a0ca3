"""Dates worked out the long way: every way in which one may turn out, day by day, in a short stretch of time.

Shares no code with the library: it reads the few forms that its own strategies write.
"""

import datetime
import itertools

from hypothesis import strategies as st

from bilateral import Truth

D = datetime.date
_FIRST = D(1999, 12, 28)
DAYS = [_FIRST + datetime.timedelta(days=i) for i in range(16)]
_MIN, _MAX = D(1, 1, 1), D(9999, 12, 31)
# What open and unknown ends are tried with: all days that any date here may name, and the ends of time.
_TRIED = [_MIN, *(D(1999, 12, 1) + datetime.timedelta(days=i) for i in range(62)), _MAX]

_DAY = st.sampled_from(DAYS).map(D.isoformat)
_MASKED = st.sampled_from(DAYS).flatmap(
    lambda day: st.sampled_from([f"{day.isoformat()[:-1]}X", f"{day.isoformat()[:-2]}X{day.isoformat()[-1]}"])
)
_POINT = st.one_of(_DAY, _DAY, _MASKED)
_PAIR = st.tuples(_DAY, _DAY).map(sorted)
_RANGE = _PAIR.map("..".join)
_MEMBERS = st.lists(st.one_of(_DAY, _DAY, _RANGE, _MASKED), min_size=1, max_size=3, unique=True)
_OPEN_MEMBERS = st.builds(
    lambda day, members, form: [*members, form.format(day)],
    _DAY,
    st.lists(_DAY, max_size=2),
    st.sampled_from(["{}..", "..{}"]),
)
_ANY_MEMBERS = st.one_of(_MEMBERS, _MEMBERS, _OPEN_MEMBERS)
ONE_OF = _ANY_MEMBERS.map(lambda members: f"[{','.join(members)}]")
ALL_OF = _ANY_MEMBERS.map(lambda members: f"{{{','.join(members)}}}")
_ENDED = st.tuples(_POINT, _POINT).filter(
    lambda pair: (
        min(days_of(pair[0])) <= max(days_of(pair[1]))
        and ("X" in pair[1] or min(days_of(pair[0])) <= days_of(pair[1])[0])
    )
)
INTERVAL = st.one_of(
    _ENDED.map("/".join),
    st.builds(
        lambda point, form: form.format(point), _POINT, st.sampled_from(["{}/..", "../{}", "{}/", "/{}"])
    ),
    st.sampled_from(["/..", "../", "../.."]),
)
POINT = st.one_of(_POINT, ONE_OF)
SINGLE = st.one_of(POINT, INTERVAL)
ANY = st.one_of(SINGLE, SINGLE, ALL_OF)


def days_of(text):
    """Return the days that a point or a one-of set may be; beyond the stretch only its very ends."""
    if text.startswith("["):
        return sorted({day for part in text[1:-1].split(",") for day in days_of(part)})
    if ".." in text:
        first, last = text.split("..")
        low, high = (D.fromisoformat(first) if first else _MIN), (D.fromisoformat(last) if last else _MAX)
        return [day for day in _TRIED if low <= day <= high]
    if "X" not in text:
        return [D.fromisoformat(text)]
    found = []
    for number in range(1, 32):
        day = f"{text[:-2]}{number:02}"
        if all(a in ("X", b) for a, b in zip(text, day, strict=True)):
            found.append(D.fromisoformat(day))
    return found


def completions(text):
    """Return every way in which a date may turn out, each as its stretches of days."""
    if text.startswith("{"):
        choices = [_stretches(member) for member in text[1:-1].split(",")]
        return [tuple(each) for each in itertools.product(*choices)]
    if "/" in text:
        return [(each,) for each in _stretches(text)]
    return [((day, day),) for day in days_of(text)]


def _stretches(text):
    sign = "/" if "/" in text else ".."
    if sign not in text:
        return [(day, day) for day in days_of(text)]
    first, last = text.split("/") if sign == "/" else text.split("..")
    if sign == "/":
        starts = {"": _TRIED, "..": [_MIN]}.get(first) or days_of(first)
        ends = {"": _TRIED, "..": [_MAX]}.get(last) or days_of(last)
    else:
        starts = days_of(first) if first else [_MIN]
        ends = days_of(last) if last else [_MAX]
    return [(start, end) for start in starts for end in ends if start <= end]


def joined(stretches):
    """Return stretches as runs that neither meet nor overlap."""
    runs = []
    for first, last in sorted(stretches):
        if runs and (runs[-1][1] == _MAX or first <= runs[-1][1] + datetime.timedelta(1)):
            runs[-1] = (runs[-1][0], max(last, runs[-1][1]))
        else:
            runs.append((first, last))
    return runs


def frame(text):
    """Return the runs of days that are surely, and that may be, in the stretch that a date names."""
    all_of = completions(text)
    if "/" in text:
        low = min(first for ((first, _),) in all_of)
        high = max(last for ((_, last),) in all_of)
        sure = (
            [(high, high)] if text.startswith("/") else [(low, low)] if text.endswith("/") else [(low, high)]
        )
        return sure, [(low, high)]
    runs = joined(stretch for each in all_of for stretch in each)
    # Open ranges leave out the days far away, of which the oracle knows none: join what they span.
    spans = [(days_of(part)[0], days_of(part)[-1]) for part in text.strip("[]{}").split(",") if ".." in part]
    runs = joined([*runs, *spans])
    return runs, runs


def judged(answers):
    """Return YES if all hold, NO if none does, else UNKNOWN."""
    answers = list(answers)
    return Truth.YES if all(answers) else Truth.UNKNOWN if any(answers) else Truth.NO


def _first(stretches):
    return min(first for first, _ in stretches)


def _last(stretches):
    return max(last for _, last in stretches)


RELATIONS = {
    "before": lambda a, b: _last(a) < _first(b),
    "after": lambda a, b: _first(a) > _last(b),
    "overlaps": lambda a, b: any(x[0] <= y[1] and y[0] <= x[1] for x in a for y in b),
    "coincides": lambda a, b: joined(a) == joined(b),
    "starts": lambda a, b: _first(a) == _first(b),
    "ends": lambda a, b: _last(a) == _last(b),
}
