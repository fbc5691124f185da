"""What the interpreter list shows."""

from dataclasses import dataclass
from datetime import datetime

from eccp_desktop.documents.event_head import EventHead
from eccp_desktop.documents.schedule_view import Partner


@dataclass(frozen=True, slots=True)
class InterpretedMeeting:
    """A meeting in which somebody needs an interpreter. `languages` and the values of `speakers` are ISO 639-1.

    `interpreters` are people who sit there for that; `speakers` are others at the table who speak a language needed.
    """

    start: datetime
    end: datetime
    table: str
    number: int
    languages: tuple[str, ...]
    needing: tuple[Partner, ...]
    others: tuple[Partner, ...]
    interpreters: tuple[str, ...] = ()
    speakers: tuple[tuple[str, str], ...] = ()
    zone: str = ""


@dataclass(frozen=True, slots=True)
class InterpretersView:
    """The document `interpreters`: meetings in the order of time and table."""

    event: EventHead
    meetings: tuple[InterpretedMeeting, ...]
