"""What the attendance list shows."""

from dataclasses import dataclass

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
    lettered: bool = True
    """Whether the order is alphabetical, so that letters can divide the list."""
    by_country: bool = False
    """Whether the order is that of countries, and they divide it."""
