"""What every document says about the event."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class EventHead:
    """`zone` is the IANA name of the venue's time zone; all times on paper are wall times there."""

    name: str
    zone: str
    edition: str = ""
    venue: str = ""
    city: str = ""
    organiser: str = ""
    accent: str = field(default="", repr=False)
    """`#RRGGBB`, empty for the colour of the house. It is no part of what a sheet says."""
    logos: tuple[bytes, ...] = field(default=(), repr=False)
    """PNG, JPEG or SVG files: the event's, then the organiser's. They are no part of what a sheet says either."""

    def place(self) -> str:
        """Venue and city in one line, as far as known."""
        return ", ".join(part for part in (self.venue, self.city) if part)

    def title(self) -> str:
        """Name and edition."""
        return f"{self.name} {self.edition}".strip()
