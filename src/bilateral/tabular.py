"""Results that are tables: as text, Markdown, HTML and a dataframe, with a picture where there is one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, ClassVar, Literal, TypeAlias, get_args

from bilateral.errors import InvalidValueError, MissingExtraError
from bilateral.markup import Markup, element, framed

if TYPE_CHECKING:
    from datetime import date

    Cell: TypeAlias = "str | int | float | bool | date | None"

Backend = Literal["polars", "pandas", "pyarrow"]

_MOST = 60
"""How many rows are shown; a dataframe and Markdown hold them all."""


_WIDEST = 60
"""How many letters of a cell are printed."""


class Tabular:
    """A result that is a table.

    Examples:
        >>> from bilateral import Corpus, Event
        >>> from bilateral.analysis import by_year
        >>> print(by_year(Corpus([Event("a", date="1996"), Event("b", date="[1996,1997]")])))
        year  at_least  at_most
        1996         1        2
        1997         0        1
    """

    __slots__ = ()

    caption: ClassVar[str] = ""
    """What the table shows, in a few words."""

    def columns(self) -> Mapping[str, Sequence[Cell]]:
        """Return the table: the values of each column, all of one length."""
        raise NotImplementedError

    def notes(self) -> Sequence[str]:
        """Return what has to be said beside the table, a sentence each."""
        return ()

    def picture(self) -> str:
        """Return the table drawn as SVG; empty text where no drawing says more than the table."""
        return ""

    def to_frame(self, backend: Backend = "polars") -> Any:
        """Return the table as a dataframe.

        Args:
            backend: ``"polars"``, ``"pandas"`` or ``"pyarrow"``.

        Returns:
            A ``polars.DataFrame``, ``pandas.DataFrame`` or ``pyarrow.Table``.

        Raises:
            MissingExtraError: if narwhals is not installed.
            InvalidValueError: if the backend is none of these or not installed.

        Examples:
            >>> from bilateral import Corpus, Event
            >>> from bilateral.analysis import by_year
            >>> by_year(Corpus([Event("a", date="1996")])).to_frame()["at_most"].to_list()
            [1]
        """
        if backend not in get_args(Backend):
            reason = f"it must be one of {', '.join(get_args(Backend))}"
            raise InvalidValueError("to_frame.backend", backend, reason)
        if find_spec("narwhals") is None:
            raise MissingExtraError("frames", "a dataframe")
        if find_spec(backend) is None:
            raise InvalidValueError("to_frame.backend", backend, "it must be installed")
        columns = {name: list(values) for name, values in self.columns().items()}
        return import_module("narwhals").from_dict(columns, backend=backend).to_native()

    def to_markdown(self) -> str:
        """Return the table as Markdown.

        Returns:
            A table of GitHub's flavour, and the notes.

        Examples:
            >>> from bilateral import Corpus, Event
            >>> from bilateral.analysis import by_year
            >>> print(by_year(Corpus([Event("a", date="1996")])).to_markdown())
            | year | at_least | at_most |
            | ---: | ---: | ---: |
            | 1996 | 1 | 1 |
        """
        columns = self.columns()
        rules = ["---:" if _is_numeric(values) else "---" for values in columns.values()]
        rows = [list(columns), rules, *(list(map(_inert, row)) for row in _rows(columns))]
        table = "\n".join(f"| {' | '.join(row)} |" for row in rows)
        return "\n\n".join([table, *self.notes()])

    def __str__(self) -> str:
        columns = self.columns()
        shown = {name: [name, *map(_brief, values[:_MOST])] for name, values in columns.items()}
        widths = [max(map(len, cells)) for cells in shown.values()]
        right = [_is_numeric(values) for values in columns.values()]
        lines = [
            "  ".join(
                cell.rjust(width) if flush else cell.ljust(width)
                for cell, width, flush in zip(row, widths, right, strict=True)
            ).rstrip()
            for row in zip(*shown.values(), strict=True)
        ]
        return "\n".join([*lines, *self._left_out(), *self.notes()])

    def _repr_html_(self) -> str:
        columns = self.columns()
        head = element("tr", *(element("th", name, scope="col") for name in columns))
        body = [
            element("tr", *(element("td", _text(cell)) for cell in row)) for row in _rows(columns)[:_MOST]
        ]
        picture = Markup(self.picture())
        # Beside a picture it stands above both.
        caption = element("caption", self.caption) if self.caption and not picture else None
        table = element("table", caption, element("thead", head), element("tbody", *body))
        left_out = [element("p", note, class_="minor") for note in self._left_out()]
        notes = [element("p", note, class_="minor") for note in self.notes()]
        if not picture:
            return str(framed(table, *left_out, *notes))
        # A picture says it; who wants the figures opens the table.
        folded = element("details", element("summary", "table"), table, *left_out)
        heading = element("p", self.caption) if self.caption else None
        return str(framed(heading, picture, folded, *notes))

    def _left_out(self) -> list[str]:
        number = max((len(values) for values in self.columns().values()), default=0)
        return [f"... and {number - _MOST} more"] if number > _MOST else []


def _rows(columns: Mapping[str, Sequence[Cell]]) -> list[tuple[Cell, ...]]:
    return list(zip(*columns.values(), strict=True))


def _text(cell: Cell) -> str:
    if cell is None:
        return ""
    # A line break within a cell would break the table.
    return f"{cell:.3g}" if isinstance(cell, float) else " ".join(str(cell).split())


def _brief(cell: Cell) -> str:
    """Return a cell as text that leaves room for others; HTML, Markdown and frames have it whole."""
    text = _text(cell)
    return text if len(text) <= _WIDEST else f"{text[: _WIDEST - 1]}…"


def _inert(cell: Cell) -> str:
    """Return a cell as Markdown, in which text of the data is only text."""
    text = _text(cell)
    return "".join(f"\\{each}" if each in "\\`*_{}[]<>()#+!|~&$" else each for each in text)


def _is_numeric(values: Sequence[Cell]) -> bool:
    numbers = [isinstance(value, (int, float)) for value in values if value is not None]
    return bool(numbers) and all(numbers)
