"""A proposed timetable as it is looked at before it counts. Made beside the window. No Qt here."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace

from eccp_desktop.desk.timetabling import Proposal, SeatChange
from eccp_desktop.domain.hall import Hall, HallMeeting
from eccp_desktop.domain.ids import MeetingId, ParticipantId, SlotId
from eccp_desktop.domain.vocabulary import MeetingState
from eccp_desktop.store.reads.timetable_grid import TimetableGrid
from eccp_desktop.ui.pages.timetable.day_grid import Change
from eccp_desktop.ui.pages.timetable.difference import ChangeLine, change_lines


@dataclass(frozen=True, slots=True)
class Preview:
    """A proposal with what it changes as lines to read, the event as it would be, and which of its meetings differ there."""

    proposal: Proposal
    lines: tuple[ChangeLine, ...]
    hall: Hall
    changes: Mapping[MeetingId, Change]


def preview(proposal: Proposal) -> Preview:
    """The event as it was when the proposal was made, with the proposal's seats."""
    meetings = dict(proposal.hall.meetings)
    changes: dict[MeetingId, Change] = {}
    for kind, group in (
        (Change.NEW, proposal.new),
        (Change.MOVED, proposal.moved),
        (Change.CANCELLED, proposal.cancelled),
        (Change.REVOICED, proposal.revoiced),
    ):
        for change in group:
            found = _changed(proposal.hall, change, len(changes))
            meetings[found.id] = found
            changes[found.id] = kind
    return Preview(proposal, change_lines(proposal), _seated(proposal.hall, meetings), changes)


def proposed(grid: TimetableGrid, hall: Hall) -> TimetableGrid:
    """A grid with the hall of a proposal, which does not know who came after it was made, and still knows who went."""
    return replace(
        grid,
        hall=hall,
        people=tuple(person for person in grid.people if person.id in hall.diaries),
        families={person: diary.name for person, diary in hall.diaries.items()} | dict(grid.families),
    )


def _changed(hall: Hall, change: SeatChange, place: int) -> HallMeeting:
    known = hall.meetings.get(change.meeting) if change.meeting is not None else None
    meeting = known or HallMeeting(MeetingId(f"proposed/{place}"), 0, MeetingState.SCHEDULED, change.people)
    if change.after is None:
        return replace(meeting, state=MeetingState.UNSCHEDULED, slot=None, table=None, interpreters=())
    return replace(
        meeting,
        state=MeetingState.SCHEDULED,
        slot=change.after.slot,
        table=change.after.table,
        interpreters=change.interpreters,
    )


def _seated(hall: Hall, meetings: Mapping[MeetingId, HallMeeting]) -> Hall:
    """The hall with these meetings instead of its own."""
    diaries: dict[ParticipantId, dict[SlotId, MeetingId]] = defaultdict(dict)
    seated = [meeting for meeting in meetings.values() if meeting.seated and meeting.slot is not None]
    for meeting in seated:
        for person in meeting.everybody:
            if meeting.slot is not None:
                diaries[person][meeting.slot] = meeting.id
    return replace(
        hall,
        meetings=meetings,
        diaries={person: replace(diary, meetings=diaries[person]) for person, diary in hall.diaries.items()},
        at_table={
            (meeting.slot, meeting.table): meeting.id
            for meeting in seated
            if meeting.slot is not None and meeting.table is not None
        },
    )
