"""The IRIs of things."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

from bilateral.errors import InvalidValueError

BASE = "https://example.org/"
"""The base of IRIs where none is given: a domain that is reserved for examples (RFC 2606)."""

# What may stand in an IRI as it is (RFC 3987, ucschar): the private and the unassigned are left out.
_REFUSED = re.compile(r"[^\w!#$&'()*+,/:;=?@\[\].~%-]|[\ue000-\uf8ff]")


def checked_base(base: object) -> str:
    """Return the base of IRIs, ending as it has to.

    Args:
        base: an http or https address that ends in ``/`` or ``#``.

    Returns:
        The base.

    Raises:
        InvalidValueError: if it is none.

    Examples:
        >>> checked_base("https://example.org/treaties/")
        'https://example.org/treaties/'
    """
    good = isinstance(base, str) and base.endswith(("/", "#")) and address(base) == base
    if not good or not urlsplit(str(base)).netloc:
        reason = 'it must be an http or https address that ends in / or #, such as "https://example.org/"'
        raise InvalidValueError("base", base, reason)
    return str(base)


def address(text: str) -> str | None:
    """Return the IRI that an address is; None for what is no http or https address.

    Args:
        text: the address.

    Returns:
        The IRI, in which signs that no IRI may have are percent-encoded.

    Examples:
        >>> address("https://example.org/a|b"), address("javascript:alert(1)")
        ('https://example.org/a%7Cb', None)
    """
    if not text.startswith(("http://", "https://")):
        return None
    return _REFUSED.sub(lambda match: quote(match[0], safe=""), text)


def local(*parts: object) -> str:
    """Return the path of a thing below the base.

    Args:
        parts: what leads to it: ids, words, numbers.

    Returns:
        The parts, percent-encoded, between slashes.

    Examples:
        >>> local("record", "a:b", "attestation", 1)
        'record/a%3Ab/attestation/1'
    """
    return "/".join(quote(str(part), safe="") for part in parts)
