"""What is wrong with a file, in an order in which it can be read: by kind, most frequent first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Literal, overload

from bilateral.errors import InvalidValueError, MissingExtraError, Problem
from bilateral.markup import Content, element, framed

_EXAMPLES = 5
"""How many problems of a kind are shown: enough to see what it is about."""
_KINDS = 30
_SEVERITIES = ("error", "warning", "note")


class Problems(Sequence[Problem]):
    """The problems of a file: an immutable sequence that prints, and shows in a notebook, as a report.

    Args:
        problems: the problems, in any order.

    Examples:
        >>> one = Problem("a.csv", "t1", "signed", "31.11.1999", "no such day", 4, "Signed", kind="no date")
        >>> print(Problems([one]))
        1 problem: 1 error
        no date (error): 1
          a.csv: line 4, column Signed: t1: signed: '31.11.1999': no such day
    """

    __slots__ = ("_problems",)

    def __init__(self, problems: Iterable[Problem] = ()) -> None:
        self._problems = tuple(problems)
        for each in self._problems:
            if not isinstance(each, Problem):
                raise InvalidValueError("Problems", each, "each must be a Problem")

    @overload
    def __getitem__(self, index: int) -> Problem: ...
    @overload
    def __getitem__(self, index: slice) -> Problems: ...
    def __getitem__(self, index: int | slice) -> Problem | Problems:
        found = self._problems[index]
        return found if isinstance(found, Problem) else Problems(found)

    def __iter__(self) -> Iterator[Problem]:
        return iter(self._problems)

    def __len__(self) -> int:
        return len(self._problems)

    def __eq__(self, other: object) -> bool:
        return self._problems == other._problems if isinstance(other, Problems) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._problems)

    def __repr__(self) -> str:
        return f"<Problems: {self._counted()}>"

    @property
    def by_kind(self) -> Mapping[str, Problems]:
        """The problems of each kind, the most frequent kind first.

        Examples:
            >>> found = Problems([Problem("", "", "", "", "why", kind=kind) for kind in ("a", "b", "b")])
            >>> {kind: len(problems) for kind, problems in found.by_kind.items()}
            {'b': 2, 'a': 1}
        """
        groups: dict[str, list[Problem]] = {}
        for each in self._problems:
            groups.setdefault(each.kind or "other", []).append(each)
        ordered = sorted(groups.items(), key=lambda item: -len(item[1]))
        return MappingProxyType({kind: Problems(group) for kind, group in ordered})

    def of(
        self, *, kind: str | None = None, severity: str | None = None, column: str | None = None
    ) -> Problems:
        """Return the problems of a kind, a severity or a column.

        Args:
            kind: the kind; None for all.
            severity: ``"error"``, ``"warning"`` or ``"note"``; None for all.
            column: the column; None for all.

        Returns:
            Those that are all of it, in order.

        Examples:
            >>> len(Problems([Problem("", "", "", "", "why", severity="note")]).of(severity="error"))
            0
        """
        return Problems(
            each
            for each in self._problems
            if kind in (None, each.kind or "other")
            and severity in (None, each.severity)
            and column in (None, each.column)
        )

    def values(self, column: str | None = None) -> dict[str, int]:
        """Return how often each value was found, the most frequent first.

        Args:
            column: the column; None for all.

        Returns:
            Numbers by value.

        Examples:
            >>> Problems([Problem("", "", "", "8ENERGY", "why", column="topic")]).values("topic")
            {'8ENERGY': 1}
        """
        found = Counter(str(each.value) for each in self._problems if column in (None, each.column))
        return dict(found.most_common())

    def to_frame(self, backend: Literal["polars", "pandas", "pyarrow"] = "polars") -> Any:
        """Return the problems as a dataframe, one row a problem.

        Args:
            backend: ``"polars"``, ``"pandas"`` or ``"pyarrow"``.

        Returns:
            A frame with the columns kind, severity, file, line, column, record, field, value and reason.

        Raises:
            MissingExtraError: if narwhals is not installed.
            InvalidValueError: if the backend is none of these or not installed.

        Examples:
            >>> Problems([Problem("a.csv", "t1", "", "", "why", 4)]).to_frame()["line"].to_list()
            [4]
        """
        try:
            import narwhals as nw
        except ImportError:
            raise MissingExtraError("frames", "a dataframe") from None
        names = ("kind", "severity", "file", "line", "column", "record", "field", "value", "reason")
        columns: dict[str, list[Any]] = {name: [getattr(each, name) for each in self] for name in names}
        columns["value"] = [str(value) for value in columns["value"]]
        schema = {name: nw.Int64() if name == "line" else nw.String() for name in names}
        try:
            return nw.from_dict(columns, schema, backend=backend).to_native()
        except (ImportError, ValueError, TypeError):
            reason = "it must be polars, pandas or pyarrow, and be installed"
            raise InvalidValueError("to_frame.backend", backend, reason) from None

    def _counted(self) -> str:
        if not self._problems:
            return "no problems"
        counts = Counter[str](each.severity for each in self._problems)
        told = [_number(counts[each], each) for each in _SEVERITIES if counts[each]]
        return f"{_number(len(self), 'problem')}: {', '.join(told)}"

    def __str__(self) -> str:
        lines = [self._counted()]
        kinds = list(self.by_kind.items())
        for kind, group in kinds[:_KINDS]:
            lines.append(f"{kind} ({_severities(group)}): {len(group)}")
            lines.extend(f"  {_line(each)}" for each in group[:_EXAMPLES])
            if len(group) > _EXAMPLES:
                lines.append(f"  and {len(group) - _EXAMPLES} more")
        if len(kinds) > _KINDS:
            lines.append(f"and {len(kinds) - _KINDS} more kinds")
        return "\n".join(lines)

    def _repr_html_(self) -> str:
        parts: list[Content] = [element("p", self._counted())]
        kinds = list(self.by_kind.items())
        for kind, group in kinds[:_KINDS]:
            rows = [
                element("tr", *(element("td", cell) for cell in _cells(each))) for each in group[:_EXAMPLES]
            ]
            head = element("tr", *(element("th", name) for name in ("Where", "Record", "Value", "Reason")))
            summary = element("summary", f"{kind} ({_severities(group)}): {len(group)}")
            left = len(group) - _EXAMPLES
            more = element("p", f"and {left} more", class_="minor") if left > 0 else None
            parts.append(element("details", summary, element("table", head, *rows), more))
        if len(kinds) > _KINDS:
            parts.append(element("p", f"and {len(kinds) - _KINDS} more kinds", class_="minor"))
        return str(framed(*parts))


def _number(count: int, word: str) -> str:
    return f"{count:,} {word}{'' if count == 1 else 's'}"


def _severities(group: Problems) -> str:
    found = {each.severity for each in group}
    return ", ".join(each for each in _SEVERITIES if each in found)


_LONGEST = 300


def _line(problem: Problem) -> str:
    # One line each, whatever the values hold.
    text = " ".join(str(problem).split())
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 3]}..."


def _cells(problem: Problem) -> list[str]:
    line = "" if problem.line is None else f"line {problem.line}"
    where = ", ".join(part for part in (problem.file, line, problem.column) if part)
    record = ": ".join(part for part in (problem.record, problem.field) if part)
    return [where, record, str(problem.value)[:_LONGEST], problem.reason[:_LONGEST]]
