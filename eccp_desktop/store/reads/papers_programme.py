"""The programme as paper shows it: sessions in the order of time, and what people do at home."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select

from eccp_desktop.domain.ids import ParticipantId
from eccp_desktop.domain.vocabulary import MeetingRole, SessionKind
from eccp_desktop.store.reads import Reading
from eccp_desktop.store.rows import MeetingPerson, Organisation, Participant, Session, Slot


@dataclass(frozen=True, slots=True)
class AgendaSession:
    """A session in wall time at the venue; `slots` is 0 for all that is not matchmaking."""

    start: datetime
    end: datetime
    kind: SessionKind
    title: str
    room: str
    speakers: str
    slots: int


def agenda(reading: Reading) -> tuple[AgendaSession, ...]:
    """Every session."""
    counted = reading.execute(select(Slot.session_id, func.count()).group_by(Slot.session_id))
    slots = {row[0]: row[1] for row in counted}
    query = select(Session.__table__).order_by(Session.start, Session.end, Session.id)
    return tuple(
        AgendaSession(
            row.start,
            row.end,
            SessionKind(row.kind),
            row.title or "",
            row.room or "",
            row.speakers or "",
            slots.get(row.id, 0),
        )
        for row in reading.execute(query)
    )


def whereabouts(reading: Reading) -> dict[ParticipantId, tuple[str, str]]:
    """Job title of everybody, and the city of the organisation."""
    query = select(Participant.id, Participant.job_title, Organisation.city).outerjoin(
        Organisation, Organisation.id == Participant.organisation_id
    )
    return {ParticipantId(row.id): (row.job_title or "", row.city or "") for row in reading.execute(query)}


def further_people(reading: Reading) -> frozenset[tuple[str, ParticipantId]]:
    """(meeting, participant) of those who sit in a meeting as neither host nor guest: interpreters, colleagues."""
    query = select(MeetingPerson.meeting_id, MeetingPerson.participant_id).where(
        MeetingPerson.role == MeetingRole.OTHER
    )
    return frozenset((meeting, ParticipantId(person)) for meeting, person in reading.execute(query))
