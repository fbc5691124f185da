"""The frame of an event as a value, to start another one from."""

from itertools import groupby

from sqlalchemy import select

from eccp_desktop.domain.template import EventTemplate, TemplateSession, TemplateTables
from eccp_desktop.domain.vocabulary import SessionKind
from eccp_desktop.store.reads import Reading
from eccp_desktop.store.rows import Event, EventLanguage, HallTable, Session, Side, Staff


def template_of(reading: Reading) -> EventTemplate | None:
    """The event's frame without its people; None where the file holds no event. Tables that are out of use are left out.

    Length and gap of slots are those of the first matchmaking session.
    """
    event = reading.execute(select(Event.__table__)).first()
    if event is None:
        return None
    sessions = reading.execute(select(Session.__table__).order_by(Session.start)).all()
    meeting = next((one for one in sessions if one.kind == SessionKind.MATCHMAKING), None)
    staff = reading.execute(select(Staff.initials, Staff.name).order_by(Staff.initials))
    return EventTemplate(
        name=event.name,
        zone=event.zone,
        series=event.series,
        venue=event.venue,
        city=event.city,
        country=event.country,
        organiser=event.organiser,
        language=event.language,
        languages=tuple(sorted(reading.execute(select(EventLanguage.language)).scalars())),
        sides=tuple(reading.execute(select(Side.name).order_by(Side.position, Side.name)).scalars()),
        pairing=event.pairing,
        most_meetings_per_day=event.most_meetings_per_day,
        most_meetings_in_a_row=event.most_meetings_in_a_row,
        slot_minutes=(meeting.slot_minutes if meeting else None) or 20,
        gap_minutes=(meeting.gap_minutes if meeting else None) or 0,
        sessions=tuple(
            TemplateSession(
                SessionKind(one.kind), one.day, one.start.time(), one.end.time(), one.title, one.room, one.speakers
            )
            for one in sessions
        ),
        tables=tuple(_tables(reading)),
        staff=tuple((one.initials, one.name or "") for one in staff),
    )


def _tables(reading: Reading) -> list[TemplateTables]:
    query = select(HallTable.number, HallTable.zone, HallTable.seats).where(HallTable.open).order_by(HallTable.number)
    rows = reading.execute(query).all()
    blocks = []
    for (_, zone, seats), block in groupby(
        enumerate(rows), lambda item: (item[1][0] - item[0], item[1][1], item[1][2])
    ):
        numbers = [row.number for _, row in block]
        blocks.append(TemplateTables(numbers[0], numbers[-1], zone, seats))
    return blocks
