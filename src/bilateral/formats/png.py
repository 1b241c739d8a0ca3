"""PNG: the picture of a chronology in pixels, for programs that cannot show SVG."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilateral.errors import InvalidValueError, MissingExtraError
from bilateral.formats import svg

if TYPE_CHECKING:
    from bilateral.chronology import Chronology
    from bilateral.corpus import Corpus

_LARGEST = 8.0


def dumps(
    thing: Corpus | Chronology,
    *,
    lanes: str | None = None,
    language: str = "en",
    width: int = 1080,
    scale: float = 2.0,
) -> bytes:
    """Return a chronology, or a corpus as one, as an image.

    Args:
        thing: the corpus or chronology.
        lanes: as for SVG.
        language: as for SVG.
        width: as for SVG.
        scale: how many pixels a unit of the picture takes; above 0, at most 8.

    Returns:
        The image, on white.

    Raises:
        UnknownIdError: if there is no such facet.
        InvalidValueError: for another language, width or scale.
        MissingExtraError: if the extra ``plot`` is not installed.

    Examples:
        >>> from bilateral.corpus import Corpus
        >>> dumps(Corpus(), scale=1.0)[1:4]  # doctest: +SKIP
        b'PNG'
    """
    if type(scale) not in (int, float) or not 0 < scale <= _LARGEST:
        raise InvalidValueError("scale", scale, "it must be a number above 0, at most 8")
    try:
        import vl_convert
    except ImportError:
        raise MissingExtraError("plot", "a picture as PNG") from None
    return bytes(vl_convert.svg_to_png(svg.dumps(thing, lanes=lanes, language=language, width=width), scale))
