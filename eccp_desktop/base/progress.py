"""The one face of slow work: it reports how far it is and asks whether to stop."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Progress:
    """How far slow work is. `total` 0 means that nobody knows."""

    done: int
    total: int
    words: str


Report = Callable[[Progress], None]
Stopping = Callable[[], bool]


def unreported(_: Progress) -> None:
    """For work that nobody watches."""


def never_stopping() -> bool:
    """For work that nobody can stop."""
    return False
