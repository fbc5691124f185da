"""View-models of the hall: signs of the tables, plan, timetable, interpreters."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from eccp_desktop.desk.paper_asked import Asked
from eccp_desktop.desk.paper_people import alphabetically, of_tables
from eccp_desktop.desk.paper_views import event_head, partner_of, place_in_box
from eccp_desktop.documents.grid_view import GridCell, GridDay, GridRow, GridView
from eccp_desktop.documents.hall_plan_view import HallPlanView, PersonPlaces, SeatedTable, SlotPlan
from eccp_desktop.documents.interpreters_view import InterpretedMeeting, InterpretersView
from eccp_desktop.documents.table_signs_view import TableSign, TableSignsView
from eccp_desktop.domain.ids import ParticipantId, SlotId, TableId
from eccp_desktop.domain.interpreting import Need, need_of
from eccp_desktop.store.reads.papers import PaperEvent, PaperMeeting, PaperPerson, PaperSlot
from eccp_desktop.store.reads.papers_programme import further_people


def table_signs_view(asked: Asked) -> TableSignsView:
    """A sign for every table of the hall, or for those whose numbers were asked for. Raises Refusal `not_named`."""
    event, numbers = asked.event, asked.ordering.tables
    asked_for = of_tables(event, tuple(event.tables), numbers) if numbers else tuple(event.tables)
    tables = [event.tables[TableId(one)] for one in asked_for]
    return TableSignsView(
        event_head(asked.event.frame), tuple(TableSign(str(one.number), one.zone, one.owner) for one in tables)
    )


def hall_plan_view(asked: Asked) -> HallPlanView:
    """Every slot in which somebody is seated, of those wanted, and the tables of the people that were asked for."""
    event, meetings = asked.event, _meetings(asked)
    at = {(one.slot, one.table): one for one in meetings}
    used = {one.slot for one in meetings}
    slots = tuple(_slot_plan(event, slot, at) for slot in event.slots.values() if slot.id in used)
    places = _places(event, meetings)
    people = []
    for one in alphabetically(event, asked.people):
        person = event.people[one]
        shown = tuple((slot.start, str(event.tables[meeting.table].number)) for slot, meeting in places[one])
        if shown:
            people.append(PersonPlaces(person.list_name, person.organisation, shown))
    return HallPlanView(event_head(event.frame), slots, tuple(people))


def grid_view(asked: Asked) -> GridView:
    """Every day on which somebody has a meeting, with the people that were asked for, in their order."""
    event, meetings = asked.event, _meetings(asked)
    places = {one: {slot.id: meeting for slot, meeting in found} for one, found in _places(event, meetings).items()}
    used = {event.slots[one.slot].start.date() for one in meetings}
    by_day: dict[date, list[PaperSlot]] = defaultdict(list)
    for slot in event.slots.values():
        if asked.slots.include(slot.start, slot.end):
            by_day[slot.start.date()].append(slot)
    days = []
    for slots in (slots for day, slots in by_day.items() if day in used):
        rows = tuple(
            GridRow(
                person.list_name,
                person.organisation,
                person.country,
                tuple(_cell(event, person, slot, places.get(person.id, {}).get(slot.id)) for slot in slots),
                place_in_box(person),
            )
            for person in (event.people[one] for one in asked.people)
        )
        days.append(GridDay(slots[0].start.date(), tuple(slot.start for slot in slots), rows))
    return GridView(event_head(event.frame), tuple(days), asked.ordering.ordered_by)


def interpreters_view(asked: Asked) -> InterpretersView:
    """The meetings in which somebody interprets or has to, by time and table.

    Somebody has to where a person asked for it, and, in an event that has interpreters, where people share no language.
    People who sit there as neither host nor guest and speak the language interpret too; whoever else at the table speaks
    it is named, for the desk to decide.
    """
    event, further = asked.event, asked.read(further_people)
    staffed = any(person.interprets for person in event.people.values())
    found = []
    for meeting in _meetings(asked):
        people = [event.people[one] for one in meeting.people]
        need = need_of(people) if staffed else Need()
        if need or meeting.interpreters or any(one.interpreter for one in people):
            helping = frozenset(one for one in meeting.people if (meeting.id, one) in further)
            found.append(_interpreted(event, meeting, people, helping, need))
    found.sort(key=lambda one: (one.start, int(one.table)))
    return InterpretersView(event_head(event.frame), tuple(found))


def _slot_plan(event: PaperEvent, slot: PaperSlot, at: dict[tuple[SlotId, TableId], PaperMeeting]) -> SlotPlan:
    tables = []
    for table in event.tables.values():
        meeting = at.get((slot.id, table.id))
        people = tuple(partner_of(event.people[one]) for one in meeting.people) if meeting else ()
        closed = not people and (not table.open or slot.id in table.closed)
        voices = tuple(event.people[one].name for one in meeting.interpreters) if meeting else ()
        tables.append(SeatedTable(str(table.number), table.zone, people, closed, voices))
    return SlotPlan(slot.start, slot.end, tuple(tables))


def _meetings(asked: Asked) -> list[PaperMeeting]:
    """The meetings in the slots that are wanted."""
    slots = asked.event.slots
    return [one for one in asked.event.meetings if asked.slots.include(slots[one.slot].start, slots[one.slot].end)]


def _places(
    event: PaperEvent, meetings: Iterable[PaperMeeting]
) -> dict[ParticipantId, list[tuple[PaperSlot, PaperMeeting]]]:
    """Everybody's meetings in the order of time."""
    places: dict[ParticipantId, list[tuple[PaperSlot, PaperMeeting]]] = defaultdict(list)
    for meeting in meetings:
        for person in meeting.everybody:
            places[person].append((event.slots[meeting.slot], meeting))
    for found in places.values():
        found.sort(key=lambda one: one[0].start)
    return places


def _cell(event: PaperEvent, person: PaperPerson, slot: PaperSlot, meeting: PaperMeeting | None) -> GridCell:
    if meeting is None:
        return GridCell(away=any(start < slot.end and slot.start < end for start, end in person.away))
    others = ", ".join(event.people[one].name for one in meeting.people if one != person.id)
    return GridCell(str(event.tables[meeting.table].number), others)


def _interpreted(
    event: PaperEvent, meeting: PaperMeeting, people: list[PaperPerson], helping: frozenset[ParticipantId], need: Need
) -> InterpretedMeeting:
    slot, table = event.slots[meeting.slot], event.tables[meeting.table]
    languages = tuple(sorted({one.interpreter for one in people} - {""}))
    needing = [one for one in people if one.interpreter] or people[:1]
    others = [one for one in people if one not in needing and one.id not in helping]
    return InterpretedMeeting(
        start=slot.start,
        end=slot.end,
        table=str(table.number),
        number=meeting.number,
        languages=languages or tuple(tongue for side in need.tongues for tongue in side),
        needing=tuple(map(partner_of, needing)),
        others=tuple(map(partner_of, others)),
        interpreters=(
            *(event.people[one].name for one in meeting.interpreters),
            *(one.name for one in people if one.id in helping),
        ),
        speakers=tuple((one.name, spoken) for one in others for spoken in one.languages if spoken in languages),
        zone=table.zone,
    )
