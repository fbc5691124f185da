"""The face of everything that a user can do to the data."""

import re
from typing import ClassVar, Protocol, TypeVar

from eccp_desktop.store.unit import Unit

Result_co = TypeVar("Result_co", covariant=True)


class Intent(Protocol[Result_co]):
    """A frozen value that knows how to apply itself to a unit. `title` is what undo and history call it."""

    title: ClassVar[str]

    def apply(self, unit: Unit) -> Result_co:
        """Change rows through the unit, or raise Refusal and change nothing."""


def name_of(intent: type) -> str:
    """How scripts and the journal call an intent: `CheckIn` is `check-in`."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "-", intent.__name__).lower()
