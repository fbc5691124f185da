"""What a brief shows."""

from dataclasses import dataclass
from datetime import date

from eccp_desktop.documents.event_head import EventHead


@dataclass(frozen=True, slots=True)
class BriefPage:
    """A country page: plain text, in which a line that begins with `#` is a heading and one with `-` a point of a list."""

    country: str
    title: str
    text: str
    checked: date | None = None
    organisations: tuple[str, ...] = ()
    """Who is at the event from there."""


@dataclass(frozen=True, slots=True)
class BriefsView:
    """The document `brief`: country pages by country."""

    event: EventHead
    briefs: tuple[BriefPage, ...]
