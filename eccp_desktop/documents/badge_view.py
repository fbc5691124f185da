"""What a badge shows."""

from dataclasses import dataclass

from eccp_desktop.documents.event_head import EventHead


@dataclass(frozen=True, slots=True)
class Badge:
    """`first` and `second` are the two parts of the name as it is worn; `second` may be empty."""

    code: str
    first: str
    second: str
    organisation: str
    country: str
    side: str = ""
    box: str = ""
    sorted_as: str = ""

    @property
    def name(self) -> str:
        """The whole name."""
        return f"{self.first} {self.second}".strip()


@dataclass(frozen=True, slots=True)
class BadgesView:
    """The document `badges`: badges in the order in which they are printed."""

    event: EventHead
    badges: tuple[Badge, ...]
