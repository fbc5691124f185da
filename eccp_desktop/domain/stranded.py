"""Who waits for somebody who did not come."""

from dataclasses import replace

from eccp_desktop.domain.hall import Hall, HallMeeting
from eccp_desktop.domain.ids import MeetingId, ParticipantId, SlotId
from eccp_desktop.domain.vocabulary import MeetingState


def waiting_meeting(hall: Hall, person: ParticipantId, slot: SlotId) -> MeetingId | None:
    """The meeting of this slot in which the person waits for somebody who is missing, if there is one."""
    meeting = hall.meetings.get(hall.diaries[person].meetings.get(slot, MeetingId("")))
    return meeting.id if meeting is not None and person in _who_waits(meeting) else None


def _who_waits(meeting: HallMeeting) -> tuple[ParticipantId, ...]:
    """The people of a meeting who came although the meeting could not be held."""
    if meeting.state is MeetingState.HOST_MISSING:
        return meeting.people[1:]
    if meeting.state is MeetingState.GUEST_MISSING:
        return meeting.people[:1]
    return ()


def without_waiting(hall: Hall, people: tuple[ParticipantId, ...], slot: SlotId) -> Hall:
    """The hall in which the tables where these people wait in vain can be used."""
    waiting = {waiting_meeting(hall, person, slot) for person in people}
    taken = {place: meeting for place, meeting in hall.at_table.items() if meeting not in waiting}
    return replace(hall, at_table=taken)
