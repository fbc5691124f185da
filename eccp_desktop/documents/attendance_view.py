"""What the attendance list shows."""

from dataclasses import dataclass

from eccp_desktop.documents.catalogue import Order
from eccp_desktop.documents.event_head import EventHead


@dataclass(frozen=True, slots=True)
class Attendee:
    """A person as the list has them: `sorted_as` is the name by family name ("Rossi, Anna")."""

    sorted_as: str
    organisation: str
    country: str
    box: str = ""
    here: bool = False


@dataclass(frozen=True, slots=True)
class AttendanceView:
    """The document `attendance`: people in the order in which they are listed."""

    event: EventHead
    people: tuple[Attendee, ...]
    order: Order = Order.ALPHABET
    """In which they are listed: letters, countries or boxes divide the list."""
