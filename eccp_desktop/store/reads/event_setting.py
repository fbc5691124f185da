"""What the Event page shows besides the frame: languages, colour, desk staff, country pages."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from eccp_desktop.store.reads import Reading
from eccp_desktop.store.rows import Brief, Event, EventLanguage, Staff


@dataclass(frozen=True, slots=True)
class StaffMember:
    """Somebody who works at the desk."""

    id: str
    initials: str
    name: str


@dataclass(frozen=True, slots=True)
class CountryPage:
    """A country page. `country` is ISO 3166-1 alpha-2, `checked_at` the UTC instant at which somebody vouched for it."""

    id: str
    country: str
    title: str
    text: str
    checked_at: datetime | None


@dataclass(frozen=True, slots=True)
class EventSetting:
    """Languages are ISO 639-1, that of papers first; `colour` is `#RRGGBB` or empty. Staff by initials, pages by country."""

    zone: str
    languages: tuple[str, ...]
    colour: str
    staff: tuple[StaffMember, ...]
    pages: tuple[CountryPage, ...]


def event_setting(reading: Reading) -> EventSetting | None:
    """The setting of the event, None in a file that holds none yet."""
    event = reading.execute(select(Event.zone, Event.language, Event.accent)).first()
    if event is None:
        return None
    others = reading.execute(select(EventLanguage.language).order_by(EventLanguage.language)).scalars()
    return EventSetting(
        zone=event.zone,
        languages=tuple(dict.fromkeys((event.language, *others))),
        colour=event.accent or "",
        staff=desk_staff(reading),
        pages=_pages(reading),
    )


def desk_staff(reading: Reading) -> tuple[StaffMember, ...]:
    """Who works at the desk, by initials."""
    query = select(Staff.id, Staff.initials, Staff.name).order_by(Staff.initials, Staff.id)
    return tuple(StaffMember(row.id, row.initials, row.name or "") for row in reading.execute(query))


def _pages(reading: Reading) -> tuple[CountryPage, ...]:
    query = select(Brief.__table__).order_by(Brief.country, Brief.id)
    return tuple(
        CountryPage(row.id, row.country, row.title, row.text, row.checked_at) for row in reading.execute(query)
    )
