"""What the journal on paper shows."""

from dataclasses import dataclass
from datetime import datetime

from eccp_desktop.documents.event_head import EventHead


@dataclass(frozen=True, slots=True)
class JournalDetail:
    """A field that a step set: a marked text for it, and its values; a moment is wall time, a text may be a marked one."""

    field: str
    before: datetime | str | None
    after: datetime | str | None


@dataclass(frozen=True, slots=True)
class JournalLine:
    """A step, in wall time at the venue: what was done (a marked text), to what, by whom, on which laptop.

    `people` are those of the meeting it was about; `details` are what it set, in words.
    """

    at: datetime
    what: str
    about: str
    actor: str
    device: str
    taken_back: bool = False
    details: tuple[JournalDetail, ...] = ()
    people: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class JournalView:
    """The document `journal`: steps in the order of time."""

    event: EventHead
    lines: tuple[JournalLine, ...]
