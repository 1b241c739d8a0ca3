r"""LaTeX: a chronology as a document for XeLaTeX or LuaLaTeX, or as a part to ``\input``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from bilateral import tex
from bilateral.chronology.layout import Line, layout
from bilateral.chronology.phrases import say
from bilateral.citations.keys import keys
from bilateral.citations.pointing import bibliography_file, pointers
from bilateral.errors import InvalidValueError
from bilateral.formats import as_chronology

if TYPE_CHECKING:
    from bilateral.chronology import Chronology
    from bilateral.corpus import Corpus
    from bilateral.dossier import Dataset
    from bilateral.model import Record, Source

# No font has signs for them.
_UNSEEN = re.compile("[\u200b\u200e\u200f\u2060-\u2064\ufeff]")
# An address, most likely; it may be broken behind a sign of its own.
_LONG = 25
_JOINT = re.compile(r"(?<=[/.?=&_:;,-])(?=[^/.?=&_:;,-])")
_FONT = re.compile(r"[\w .-]+")
# The first that is installed: all have the letters of English, Russian, Kazakh and Azerbaijani.
_FONTS = ("Libertinus Serif", "Noto Serif", "DejaVu Serif", "Times New Roman")

_RAGGED = r">{\raggedright\arraybackslash}"
_COLUMNS = (
    rf"@{{}}{_RAGGED}p{{0.22\linewidth}}@{{\hspace{{0.03\linewidth}}}}{_RAGGED}p{{0.75\linewidth}}@{{}}"
)
_TABLE = f"\\begin{{longtable}}{{{_COLUMNS}}}"
_ACROSS = rf"\multicolumn{{2}}{{@{{}}{_RAGGED}p{{\linewidth}}@{{}}}}"
_NEEDS = r"% Needs XeLaTeX or LuaLaTeX, and \usepackage{array,longtable} in the preamble."
# That pdfLaTeX is refused, and a letter that the font lacks, is better than a gap in the text.
_PREAMBLE = r"""% !TeX program = xelatex
\documentclass[11pt,a4paper]{{article}}
\usepackage{{iftex}}
\RequireTUTeX
\usepackage{{fontspec}}
{font}
\usepackage[margin=2.5cm]{{geometry}}
\usepackage{{array,longtable}}
\tracinglostchars=3
\raggedright\sloppy\hyphenpenalty=10000
\begin{{document}}"""
_FIRST_FONT = "".join(f"\\IfFontExistsTF{{{font}}}{{\\setmainfont{{{font}}}}}{{%\n" for font in _FONTS)
_FIRST_FONT += "}" * len(_FONTS)
# Standard styles have nothing of their own for treaties and laws.
_BIBLATEX = r"""\usepackage[style=authortitle,datecirca=true,dateuncertain=true]{biblatex}
\DeclareBibliographyAlias{legal}{misc}
\DeclareBibliographyAlias{legislation}{misc}"""
_END = r"\end{document}"


def escaped(text: str) -> str:
    r"""Return text so that TeX sets it as it is, on one line, with breaks in long words.

    Args:
        text: any text.

    Returns:
        The text, in which nothing is a command.

    Examples:
        >>> escaped(r"50 % of \input")
        '50 \\% of \\textbackslash{}input'
        >>> escaped("https://example.org/a_page")
        'https://\\allowbreak{}example.\\allowbreak{}org/\\allowbreak{}a\\_\\allowbreak{}page'
    """
    return " ".join(_word(word) for word in _UNSEEN.sub("", text).split())


def _word(word: str) -> str:
    parts = _JOINT.split(word) if len(word) > _LONG else [word]
    # The font makes a closing quotation mark of a straight one.
    return r"\allowbreak{}".join(map(tex.escaped, parts)).replace('"', r"\textquotedbl{}")


def dumps(
    thing: Corpus | Chronology,
    *,
    fragment: bool = False,
    language: str = "en",
    font: str | None = None,
    bibliography: str | None = None,
) -> str:
    r"""Return a chronology, or a corpus as one, as LaTeX.

    Args:
        thing: the corpus or chronology.
        fragment: return only what stands in a document, to be read into another by ``\input``; that one has
            to load the packages ``array`` and ``longtable``, and ``biblatex`` for a bibliography.
        language: of dates and names: ``"en"``, ``"ru"``, ``"kk"`` or ``"az"``; all but English need the
            extra ``languages``.
        font: the name of an installed font; None for the first there is of Libertinus Serif, Noto Serif,
            DejaVu Serif and Times New Roman, which have the letters of these languages.
        bibliography: the file of the sources, such as ``"treaties.bib"``: footnotes cite them from it, by
            their keys, and the list of sources is made of it by BibLaTeX and Biber.

    Returns:
        A table that may go over many pages, in sections; where sources disagree, and where they say what an
        entry holds, as footnotes; the sources.

    Raises:
        InvalidValueError: if the font or the bibliography is no name of one, or the language is another.
        MissingExtraError: if the extra is not installed.

    Examples:
        >>> from bilateral.corpus import Corpus
        >>> from bilateral.model import Event
        >>> visits = Corpus([Event("a", title="Visit", date="1996-09", place="baku")])
        >>> print(dumps(visits, fragment=True))  # doctest: +ELLIPSIS
        % Needs XeLaTeX or LuaLaTeX, and \usepackage{array,longtable} in the preamble.
        \begin{longtable}{...}
        \multicolumn{2}{...}{\rule{0pt}{5ex}\large\bfseries 1996}\\*[1ex]
        September 1996 & \textbf{Visit}\newline
          baku\\\noalign{\vskip 0.8ex}
        \end{longtable}
        <BLANKLINE>

    References:
        D. P. Carlisle, *The longtable package*; W. Robertson, *The fontspec package*.
    """
    if font is not None and not _FONT.fullmatch(str(font)):
        reason = "it must be the name of an installed font, such as 'DejaVu Serif'"
        raise InvalidValueError("font", font, reason)
    book = as_chronology(thing)
    cites = None
    chosen = _FIRST_FONT if font is None else f"\\setmainfont{{{font}}}"
    if bibliography is not None:
        cites = keys(book.corpus)
        chosen += f"\n{_BIBLATEX}\n\\addbibresource{{{bibliography_file(bibliography)}}}"
    body = _body(book, language, cites)
    if fragment:
        return "\n".join([_NEEDS, *body, ""])
    closing = _credits(book.corpus.dataset)
    return "\n".join([_PREAMBLE.format(font=chosen), *_title(book, language), *body, *closing, _END, ""])


def _body(book: Chronology, language: str, cites: Mapping[Record | Source, str] | None) -> list[str]:
    plan = layout(book, language)
    found: list[str] = []
    rows: list[str] = []
    for title, lines in plan.sections:
        if title:
            # A row of the one table, and no heading between two: it stays with what it heads.
            rows.append(f"{_ACROSS}{{\\rule{{0pt}}{{5ex}}\\large\\bfseries {escaped(title)}}}\\\\*[1ex]")
        rows += [_row(line, plan.footnotes, _sources(book.corpus[line.id], cites)) for line in lines]
    if rows:
        found += [_TABLE, *rows, "\\end{longtable}"]
    found += [f"\\noindent {escaped(each)}\\par" for each in plan.legend]
    if plan.sources and cites is not None:
        found.append(f"\\printbibliography[title={{{say('sources', language).capitalize()}}}]")
    elif plan.sources:
        listed = [f"\\item[{escaped(id)}] {escaped(reference)}" for id, reference in plan.sources]
        heading = say("sources", language).capitalize()
        found += [f"\\section*{{{heading}}}", "\\begin{description}", *listed, "\\end{description}"]
    return found


def _row(line: Line, footnotes: tuple[str, ...], sources: str) -> str:
    notes = [escaped(footnotes[number - 1]) for number in line.notes]
    # A comma keeps the numbers of two footnotes from being read as one.
    marks = "\\textsuperscript{,}".join(
        f"\\footnote{{{note}}}" for note in (*notes, *filter(None, [sources]))
    )
    head = f"{escaped(line.date + line.marks)} & \\textbf{{{escaped(line.title)}}}{marks}"
    return "\\newline\n  ".join([head, *map(escaped, line.details)]) + "\\\\\\noalign{\\vskip 0.8ex}"


def _sources(record: Record, cites: Mapping[Record | Source, str] | None) -> str:
    """Return the sources of a record, each with the places in it: by ids, or cited from a bibliography."""
    if cites is None:
        ids = {source: source.id for source in record.sources}
        told = [escaped(", ".join(filter(None, each))) for each in pointers(record, ids)]
    else:
        told = [
            f"\\cite[{{{escaped(place)}}}]{{{key}}}" if place else f"\\cite{{{key}}}"
            for key, place in pointers(record, cites)
        ]
    return f"{'; '.join(told)}." if told else ""


def _title(book: Chronology, language: str) -> list[str]:
    dataset = book.corpus.dataset
    title = dataset.title if dataset else say("chronology", language).capitalize()
    return [f"\\title{{{escaped(title)}}}", "\\author{}", "\\date{}", "\\maketitle"]


def _credits(dataset: Dataset | None) -> list[str]:
    said = (dataset.citation, dataset.licence) if dataset else ()
    return [f"\\medskip\\noindent {escaped(each)}\\par" for each in said if each]
