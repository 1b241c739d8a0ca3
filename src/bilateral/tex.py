"""Text for TeX, so that data can never become commands."""

from __future__ import annotations

import re

# A brace counts for BibTeX even behind a backslash; only words stand for one that has no partner.
_SIGNS = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "`": r"\textasciigrave{}",
    "<": r"\textless{}",
    ">": r"\textgreater{}",
    "|": r"\textbar{}",
    **{sign: f"\\{sign}" for sign in "#$%&_"},
}
_ESCAPES = str.maketrans(_SIGNS)
# Two of these in a row would make one other sign.
_LIGATURE = re.compile(r"(?<=-)(?=-)|(?<=')(?=')|(?<=,)(?=,)")


def escaped(text: str) -> str:
    r"""Return text so that LaTeX prints it as it is, on one line, also from within a BibTeX field.

    Args:
        text: any text.

    Returns:
        The text with special characters as commands, line breaks and control characters as spaces, and
        braces in balance.

    Examples:
        >>> print(escaped("50% of {A_b}"))
        50\% of \textbraceleft{}A\_b\textbraceright{}
    """
    return _LIGATURE.sub("{}", " ".join(text.translate(_UNSEEN).split()).translate(_ESCAPES))


# Control characters, and those that turn the direction of what follows: none of them is a sign to print.
_UNSEEN: dict[int, str | None] = {
    **dict.fromkeys((*range(32), *range(127, 160)), " "),
    **dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)), None),
}
