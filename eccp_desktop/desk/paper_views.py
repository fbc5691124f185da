"""View-models of documents, built from the event as it was read."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from eccp_desktop.documents.attendance_view import AttendanceView, Attendee
from eccp_desktop.documents.badge_view import Badge, BadgesView
from eccp_desktop.documents.catalogue import Order
from eccp_desktop.documents.event_head import EventHead
from eccp_desktop.documents.schedule_view import HallTable, Partner
from eccp_desktop.documents.table_view import Seating, TableSheet, TablesView
from eccp_desktop.documents.wording import speaks
from eccp_desktop.domain.ids import ParticipantId, SlotId, TableId
from eccp_desktop.domain.vocabulary import Presence
from eccp_desktop.store.reads.papers import PaperEvent, PaperFrame, PaperMeeting, PaperPerson, PaperSlot, PaperTable


def event_head(frame: PaperFrame) -> EventHead:
    """What every document says about the event."""
    return EventHead(
        frame.name, frame.zone, frame.edition, frame.venue, frame.city, frame.organiser, frame.accent, frame.logos
    )


def language_of(event: PaperEvent, person: ParticipantId) -> str:
    """A language of theirs that papers speak, empty where the event's does or none is known."""
    known = event.people[person].languages
    if event.frame.language in known:
        return ""
    return next((language for language in known if speaks(language)), "")


def hall_tables(event: PaperEvent) -> tuple[HallTable, ...]:
    """The plan of the hall: all tables, zone by zone in the order in which zones first appear.

    Closed ones stay on it, so that closing a table puts nobody's sheet out of date but theirs who sat there.
    """
    order = {zone: index for index, zone in enumerate(dict.fromkeys(table.zone for table in event.tables.values()))}
    tables = sorted(event.tables.values(), key=lambda table: order[table.zone])
    return tuple(HallTable(str(table.number), table.zone) for table in tables)


def place_in_box(person: PaperPerson) -> str:
    """Box and position as they are written on paper: C 14."""
    return f"{person.box} {person.box_position or ''}".strip() if person.box else ""


def badge_of(person: PaperPerson) -> Badge:
    """The badge of a person: the name on it as they asked for, or given name large and family name below."""
    first, second = (
        (person.name_on_badge, "")
        if person.name_on_badge
        else (person.given_name or person.family_name, person.family_name if person.given_name else "")
    )
    return Badge(
        code=person.code,
        first=first,
        second=second,
        organisation=person.organisation,
        country=person.country,
        side=person.side,
        box=place_in_box(person),
        sorted_as=person.list_name,
    )


def badges_view(event: PaperEvent, people: Sequence[ParticipantId]) -> BadgesView:
    """The document `badges` for these people in this order."""
    return BadgesView(event_head(event.frame), tuple(badge_of(event.people[one]) for one in people))


def attendance_view(
    event: PaperEvent, people: Sequence[ParticipantId], order: Order = Order.ALPHABET
) -> AttendanceView:
    """The document `attendance` for these people in this order."""
    listed = (event.people[one] for one in people)
    return AttendanceView(
        event_head(event.frame),
        tuple(
            Attendee(
                sorted_as=person.list_name,
                organisation=person.organisation,
                country=person.country,
                box=place_in_box(person),
                here=person.presence is Presence.HERE,
            )
            for person in listed
        ),
        order=order,
    )


def tables_view(event: PaperEvent, tables: Sequence[TableId]) -> TablesView:
    """The document `tables`: a sheet for each of these tables and each day on which somebody sits there."""
    at: dict[tuple[TableId, SlotId], PaperMeeting] = {(one.table, one.slot): one for one in event.meetings}
    by_day: dict[date, list[PaperSlot]] = defaultdict(list)
    for slot in event.slots.values():
        by_day[slot.start.date()].append(slot)
    sheets = []
    for table in (event.tables[one] for one in tables):
        for day, slots in sorted(by_day.items()):
            if any((table.id, slot.id) in at for slot in slots):
                seatings = tuple(_seating(event, table, slot, at.get((table.id, slot.id))) for slot in slots)
                sheets.append(TableSheet(str(table.number), day, seatings, table.zone, table.owner))
    return TablesView(event_head(event.frame), tuple(sheets))


def used_tables(event: PaperEvent) -> tuple[TableId, ...]:
    """Tables at which somebody is seated, in the order of their numbers."""
    used = {meeting.table for meeting in event.meetings}
    return tuple(table for table in event.tables if table in used)


def partner_of(person: PaperPerson) -> Partner:
    """A person as others see them on paper."""
    return Partner(person.name, person.organisation, person.country)


def _seating(event: PaperEvent, table: PaperTable, slot: PaperSlot, meeting: PaperMeeting | None) -> Seating:
    if meeting is None:
        return Seating(slot.start, slot.end, closed=not table.open or slot.id in table.closed)
    people = tuple(partner_of(event.people[one]) for one in meeting.people)
    voices = tuple(event.people[one].name for one in meeting.interpreters)
    return Seating(slot.start, slot.end, people, meeting.type, interpreters=voices)
