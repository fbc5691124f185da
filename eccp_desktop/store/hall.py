"""Reads the hall as the rules see it."""

from collections import defaultdict
from collections.abc import Iterable
from types import MappingProxyType
from typing import Any

from sqlalchemy import ColumnElement, Connection, select

from eccp_desktop.domain.frame import Span
from eccp_desktop.domain.hall import Busy, Diary, Hall, HallMeeting, HallPlace, HallSlot
from eccp_desktop.domain.ids import MeetingId, ParticipantId, SlotId, TableId
from eccp_desktop.domain.names import full_name
from eccp_desktop.domain.vocabulary import SEATED_STATES, MeetingState, Pairing, ParticipantState, Presence
from eccp_desktop.domain.walking import slots_beside
from eccp_desktop.store.rows import (
    Absence,
    Event,
    HallTable,
    Meeting,
    MeetingPerson,
    Organisation,
    Participant,
    ParticipantLanguage,
    Session,
    SessionPerson,
    Slot,
    TableClosure,
)

_STATES = {state.value: state for state in MeetingState}  # looked up for each of ten thousand meetings
_PRESENCES = {presence.value: presence for presence in Presence}


def read_hall(connection: Connection, about: ColumnElement[bool] | None = None) -> Hall:
    """The hall as it stands; with `about`, a condition on `Meeting`, no other meetings are in it, nor in the diaries."""
    meetings = _meetings(connection, about)
    slots = _slots(connection)
    event = connection.execute(select(Event.pairing, Event.slots_between_zones)).one_or_none()
    return Hall(
        pairing=Pairing.ANYONE if event is None else Pairing(event.pairing or Pairing.ANYONE),
        slots=slots,
        tables=_tables(connection),
        diaries=_diaries(connection, meetings),
        meetings=meetings,
        at_table={
            (meeting.slot, meeting.table): meeting.id
            for meeting in meetings.values()
            if meeting.seated and meeting.slot is not None and meeting.table is not None
        },
        beside=slots_beside(slots.values(), 0 if event is None else event.slots_between_zones),
    )


def _slots(connection: Connection) -> dict[SlotId, HallSlot]:
    query = select(Slot.id, Slot.session_id, Slot.start, Slot.end).order_by(Slot.start, Slot.id)
    return {
        SlotId(row.id): HallSlot(SlotId(row.id), row.session_id, Span(row.start, row.end))
        for row in connection.execute(query)
    }


def _tables(connection: Connection) -> dict[TableId, HallPlace]:
    closed: dict[str, set[SlotId]] = defaultdict(set)
    for table, slot in connection.execute(select(TableClosure.table_id, TableClosure.slot_id)):
        closed[table].add(SlotId(slot))
    query = select(
        HallTable.id, HallTable.number, HallTable.zone, HallTable.seats, HallTable.open, HallTable.organisation_id
    ).order_by(HallTable.number, HallTable.id)
    return {
        TableId(row.id): HallPlace(
            TableId(row.id), row.number, row.zone, row.seats, row.open, row.organisation_id, frozenset(closed[row.id])
        )
        for row in connection.execute(query)
    }


def _meetings(connection: Connection, about: ColumnElement[bool] | None) -> dict[MeetingId, HallMeeting]:
    people: dict[str, list[tuple[bool, ParticipantId]]] = defaultdict(list)
    interpreters: dict[str, list[ParticipantId]] = defaultdict(list)
    query = select(MeetingPerson.meeting_id, MeetingPerson.participant_id, MeetingPerson.role)
    rows = select(Meeting.id, Meeting.number, Meeting.state, Meeting.slot_id, Meeting.table_id, Meeting.locked)
    if about is not None:
        query = query.where(MeetingPerson.meeting_id.in_(select(Meeting.id).where(about)))
        rows = rows.where(about)
    for meeting, person, role in connection.execute(query).all():
        if role == "interpreter":
            interpreters[meeting].append(ParticipantId(person))
        else:
            people[meeting].append((role != "host", ParticipantId(person)))
    found: Iterable[Any] = connection.execute(rows).all()  # Any: columns; unpacking them is faster than naming them
    return {
        meeting: HallMeeting(
            id=meeting,
            number=number,
            state=_STATES[state],
            people=tuple([person for _, person in sorted(people[meeting])]),
            slot=slot,
            table=table,
            locked=locked,
            interpreters=tuple(sorted(interpreters[meeting])) if meeting in interpreters else (),
        )
        for meeting, number, state, slot, table, locked in found
    }


def _diaries(connection: Connection, meetings: dict[MeetingId, HallMeeting]) -> dict[ParticipantId, Diary]:
    busy = _busy(connection)
    taken: dict[ParticipantId, dict[SlotId, MeetingId]] = defaultdict(dict)
    for meeting in meetings.values():
        if meeting.state in SEATED_STATES and meeting.slot is not None:
            for person in meeting.everybody:
                taken[person][meeting.slot] = meeting.id
    spoken: dict[str, set[str]] = defaultdict(set)
    for speaker, language in connection.execute(
        select(ParticipantLanguage.participant_id, ParticipantLanguage.language)
    ):
        spoken[speaker].add(language)
    query = select(
        Participant.id,
        Participant.given_name,
        Participant.family_name,
        Participant.organisation_id,
        Organisation.name.label("organisation_name"),
        Organisation.side_id,
        Participant.state,
        Participant.presence,
        Participant.late_until,
        Participant.arrival,
        Participant.departure,
        Participant.fixed_table_id,
        Participant.interpreter_needed,
        Participant.interprets,
    ).outerjoin(Organisation, Organisation.id == Participant.organisation_id)
    return {
        ParticipantId(row.id): Diary(
            id=ParticipantId(row.id),
            name=full_name(row.given_name, row.family_name),
            organisation=row.organisation_id,
            organisation_name=row.organisation_name or "",
            side=row.side_id,
            state=ParticipantState(row.state),
            presence=_PRESENCES[row.presence],
            late_until=row.late_until,
            arrival=row.arrival,
            departure=row.departure,
            fixed_table=row.fixed_table_id,
            busy=tuple(busy[row.id]),
            meetings=MappingProxyType(taken[ParticipantId(row.id)]),
            languages=frozenset(spoken[row.id]),
            interpreter_needed=row.interpreter_needed or "",
            interprets=bool(row.interprets),
        )
        for row in connection.execute(query).all()
    }


def _busy(connection: Connection) -> dict[str, list[Busy]]:
    busy: dict[str, list[Busy]] = defaultdict(list)
    query = select(Absence.participant_id, Absence.start, Absence.end, Absence.reason)
    for person, start, end, reason in connection.execute(query):
        busy[person].append(Busy(Span(start, end), reason or ""))
    tied = select(SessionPerson.participant_id, Session.start, Session.end, Session.title, Session.kind).join(
        Session, Session.id == SessionPerson.session_id
    )
    for person, start, end, title, kind in connection.execute(tied):
        busy[person].append(Busy(Span(start, end), title or kind, away=False))
    return busy
