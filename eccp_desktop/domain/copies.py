"""Which copy of a sheet somebody goes by: the one rule behind "only what changed", the marks on paper and the desk's card."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from datetime import datetime
from typing import Protocol, TypeVar


class Copy(Protocol):
    """A print of one sheet."""

    @property
    def version(self) -> int: ...

    @property
    def handed_out(self) -> datetime | None: ...


Printed = TypeVar("Printed", bound=Copy)


def in_hand(copies: Sequence[Printed]) -> Printed | None:
    """The copy in hand, of all prints of one sheet in the order in which they were made; None where there are none.

    It is the last one that was handed out. Where handing out was never recorded, it is the last one printed: then paper
    counts as in hand as soon as it is there. A copy that was printed and lies ready does not replace one that was handed out.
    """
    handed_out = [one for one in copies if one.handed_out is not None]
    return next(reversed(handed_out or copies), None)


def replaced(copies: Sequence[Printed], version: int) -> Printed | None:
    """The copy that a sheet of this version takes the place of: the one in hand among the earlier versions.

    Printed again, before or after it is handed out, a version replaces the same copy, and marks the same lines.
    """
    return in_hand([one for one in copies if one.version < version])


Person = TypeVar("Person")


def owed(meeting: AbstractSet[Person], holding: AbstractSet[Person]) -> frozenset[Person]:
    """Who meets somebody and was never given a sheet, such as a walk-in.

    Nobody, until most of those who meet hold one: before the sheets are printed, none of them is late.
    """
    without = frozenset(meeting - holding)
    return without if 2 * len(without) < len(meeting) else frozenset()
