"""Three-valued truth: what a question about an uncertain date can be answered with."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from typing import NoReturn


class Truth(Enum):
    """The answer to a question about values that may not be fully known.

    ``YES`` holds whatever the uncertain parts turn out to be, ``NO`` holds for none of
    them, ``UNKNOWN`` is everything between. ``&``, ``|`` and ``~`` are those of Kleene's
    strong logic. A truth has no truth value of its own: ``if a.before(b)`` would have to
    guess what UNKNOWN means, so it raises, and the code says which it wants with
    ``.certain`` or ``.possible``.

    Examples:
        >>> Truth.YES & Truth.UNKNOWN
        Truth.UNKNOWN
        >>> ~Truth.UNKNOWN | Truth.YES
        Truth.YES
        >>> Truth.UNKNOWN.possible, Truth.UNKNOWN.certain
        (True, False)

    References:
        S. C. Kleene, *Introduction to Metamathematics* (1952), section 64.
    """

    NO = "no"
    UNKNOWN = "unknown"
    YES = "yes"

    @classmethod
    def of(cls, value: bool) -> Truth:
        """Return YES for True and NO for False.

        Args:
            value: what is known to hold or not.

        Returns:
            The truth; never UNKNOWN.

        Examples:
            >>> Truth.of(3 > 2)
            Truth.YES
        """
        return cls.YES if value else cls.NO

    @classmethod
    def bounded(cls, *, certain: bool, possible: bool) -> Truth:
        """Return the truth of something that is certain, possible or neither.

        Args:
            certain: whether it holds in every case.
            possible: whether it holds in at least one case.

        Returns:
            YES if certain, NO if not possible, else UNKNOWN.

        Examples:
            >>> Truth.bounded(certain=False, possible=True)
            Truth.UNKNOWN
        """
        if certain:
            return cls.YES
        return cls.UNKNOWN if possible else cls.NO

    @classmethod
    def all_of(cls, truths: Iterable[Truth]) -> Truth:
        """Return the conjunction of any number of truths; of none it is YES.

        Args:
            truths: the truths to combine.

        Returns:
            NO if any is NO, else UNKNOWN if any is UNKNOWN, else YES.

        Examples:
            >>> Truth.all_of([Truth.YES, Truth.UNKNOWN])
            Truth.UNKNOWN
        """
        result = cls.YES
        for truth in truths:
            if truth is cls.NO:
                return truth
            if truth is cls.UNKNOWN:
                result = truth
        return result

    @classmethod
    def any_of(cls, truths: Iterable[Truth]) -> Truth:
        """Return the disjunction of any number of truths; of none it is NO.

        Args:
            truths: the truths to combine.

        Returns:
            YES if any is YES, else UNKNOWN if any is UNKNOWN, else NO.

        Examples:
            >>> Truth.any_of([Truth.NO, Truth.UNKNOWN])
            Truth.UNKNOWN
        """
        return ~cls.all_of(~truth for truth in truths)

    @property
    def certain(self) -> bool:
        """Whether it surely holds.

        Examples:
            >>> Truth.YES.certain
            True
        """
        return self is Truth.YES

    @property
    def possible(self) -> bool:
        """Whether it is not ruled out.

        Examples:
            >>> Truth.NO.possible
            False
        """
        return self is not Truth.NO

    def __and__(self, other: Truth) -> Truth:
        if not isinstance(other, Truth):
            return NotImplemented
        if self is Truth.NO or other is Truth.NO:
            return Truth.NO
        return Truth.YES if self is other is Truth.YES else Truth.UNKNOWN

    def __or__(self, other: Truth) -> Truth:
        if not isinstance(other, Truth):
            return NotImplemented
        if self is Truth.YES or other is Truth.YES:
            return Truth.YES
        return Truth.NO if self is other is Truth.NO else Truth.UNKNOWN

    def __invert__(self) -> Truth:
        if self is Truth.UNKNOWN:
            return self
        return Truth.NO if self is Truth.YES else Truth.YES

    def __bool__(self) -> NoReturn:
        raise TypeError(
            f"{self!r} has no truth value of its own: ask .certain (surely) or .possible (not ruled out)"
        )

    def __repr__(self) -> str:
        return f"Truth.{self.name}"
