"""What a feedback form shows."""

from dataclasses import dataclass
from datetime import datetime

from eccp_desktop.documents.catalogue import Order
from eccp_desktop.documents.event_head import EventHead
from eccp_desktop.documents.schedule_view import Partner


@dataclass(frozen=True, slots=True)
class FeedbackMeeting:
    """A meeting to tell about, in wall time at the venue."""

    number: int
    start: datetime
    end: datetime
    table: str
    partners: tuple[Partner, ...]


@dataclass(frozen=True, slots=True)
class FeedbackSheet:
    """Everything that one person is asked about. `language` as on a schedule."""

    code: str
    name: str
    sorted_as: str
    organisation: str
    country: str
    meetings: tuple[FeedbackMeeting, ...]
    language: str = ""
    box: str = ""


@dataclass(frozen=True, slots=True)
class FeedbackView:
    """The document `feedback`: sheets in the order in which they are printed."""

    event: EventHead
    sheets: tuple[FeedbackSheet, ...]
    order: Order = Order.ALPHABET
