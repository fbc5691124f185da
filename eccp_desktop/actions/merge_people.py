"""Two records of one person become one."""

from dataclasses import dataclass
from typing import ClassVar

from eccp_desktop.actions.badge_codes import keep_codes
from eccp_desktop.actions.falling_out import FALLING
from eccp_desktop.actions.interpreters import release_interpreter
from eccp_desktop.actions.merging import Merged, Parts, lawful_meetings, take_parts, unseat, unseat_unlawful
from eccp_desktop.actions.who import name_of, participant
from eccp_desktop.base.i18n import N_
from eccp_desktop.domain.hall import Hall, HallMeeting
from eccp_desktop.domain.ids import MeetingId, ParticipantId
from eccp_desktop.domain.reasons import MeetingReason
from eccp_desktop.domain.refusals import Refusal
from eccp_desktop.domain.vocabulary import MeetingRole, MeetingState, Priority, RequestState
from eccp_desktop.store.unit import (
    MeetingPerson,
    Outcome,
    Participant,
    ParticipantLanguage,
    Request,
    SessionPerson,
    Unit,
)

PERSON_PARTS: Parts = {
    "name": ("given_name", "family_name"),
    "organisation": ("organisation_id",),
    "badge": ("code", "box", "box_position"),
    "badge_name": ("name_on_badge",),
    "job_title": ("job_title",),
    "email": ("email",),
    "phone": ("phone",),
    "interpreter": ("interpreter_needed",),
    "interprets": ("interprets",),
    "stay": ("arrival", "departure"),
    "fixed_table": ("fixed_table_id",),
    "state": ("state",),
    "presence": ("presence", "presence_since", "late_until"),
    "consent": ("consent_version", "consent_at"),
    "notes": ("notes",),
    "reference": ("outside_reference",),
}

_OPEN_TO_CHANGE = FALLING | {MeetingState.UNSCHEDULED, MeetingState.CANCELLED}

_SETTLED = 3
"""The standing of a meeting that runs or is over."""

_ANSWERS = (
    RequestState.ACCEPTED,
    RequestState.DECLINED,
    RequestState.OPEN,
    RequestState.EXPIRED,
    RequestState.WITHDRAWN,
)
"""What two requests between the same two people come to: the first of these that one of them is."""


@dataclass(frozen=True, slots=True)
class MergePeople:
    """Make one person of two records: all that hangs on `other` goes to `kept`; both are ids or badge codes.

    `taken` names the parts (`PERSON_PARTS`) that are taken from the other; what the kept record leaves empty is filled in any
    case. Both badge codes mean them from now on. Where both have a meeting in one slot, one of them waits in the tray; where
    both are to meet the same partners, the second meeting is cancelled; requests between the same two people become one.
    Refuses a record with itself, two who sat in different meetings at once, and two who met each other: they are two people.
    """

    title: ClassVar[str] = N_("Merge people")
    kept: str
    other: str
    taken: tuple[str, ...] = ()

    def apply(self, unit: Unit) -> Merged:
        kept, other = participant(unit, self.kept), participant(unit, self.other)
        if kept.id == other.id:
            raise Refusal("same_record", name=name_of(kept))
        hall = unit.hall()
        lawful = lawful_meetings(hall)
        _stop_interpreting_twice(unit, kept, other)
        hall = unit.hall()
        cancelled = _cancel_what_is_double(unit, hall, kept, other)
        waiting = _clear_double_slots(unit, kept, other)
        codes = {kept.code, other.code}
        take_parts(PERSON_PARTS, kept, other, self.taken)
        keep_codes(unit, kept, other, codes - {kept.code})
        _hand_over_meetings(unit, kept, other)
        _hand_over_requests(unit, kept, other)
        _hand_over_the_rest(unit, kept, other)
        unit.flush()
        unit.participants.delete(other)
        unit.flush()
        unit.about(kept)
        return Merged(tuple(sorted((*waiting, *unseat_unlawful(unit, lawful)))), cancelled)


def _meetings(hall: Hall, person: Participant) -> list[HallMeeting]:
    return [meeting for meeting in hall.meetings.values() if person.id in meeting.people]


def _cancel_what_is_double(unit: Unit, hall: Hall, kept: Participant, other: Participant) -> tuple[int, ...]:
    """Of two meetings with the same partners, the one that is further from taking place is cancelled."""
    cancelled: dict[str, int] = {}
    for mine in _meetings(hall, kept):
        for theirs in _meetings(hall, other):
            partners = _partners(mine, kept, other)
            if not partners or partners != _partners(theirs, kept, other) or cancelled.keys() & {mine.id, theirs.id}:
                continue
            less = min(theirs, mine, key=_standing)
            if MeetingState.CANCELLED not in (mine.state, theirs.state) and _standing(less) < _SETTLED:
                row = unit.meetings.get(less.id)
                row.state = MeetingState.CANCELLED
                row.locked = False
                row.reason = MeetingReason("made_twice", {"person": name_of(kept)}).stored()
                cancelled[less.id] = less.number
    unit.flush()
    return tuple(sorted(cancelled.values()))


def _stop_interpreting_twice(unit: Unit, kept: Participant, other: Participant) -> None:
    """Where one record interprets while the other is in a meeting, somebody else has to interpret, or nobody."""
    for record, twin in ((other, kept), (kept, other)):
        hall = unit.hall()
        taken = hall.diaries[ParticipantId(twin.id)].meetings
        for meeting in hall.meetings.values():
            if record.id not in meeting.interpreters or meeting.slot is None or meeting.slot not in taken:
                continue
            if meeting.seated and meeting.state not in FALLING:
                start, other_one = hall.slots[meeting.slot].span.start, hall.meetings[taken[meeting.slot]].number
                raise Refusal("met_at_once", person=name_of(kept), slot=start, meetings=[meeting.number, other_one])
            release_interpreter(unit, record, [meeting.id])


def _standing(meeting: HallMeeting) -> int:
    """How much would be lost with a meeting."""
    if not meeting.seated:
        return 0
    return _SETTLED if meeting.state not in FALLING else 1 + meeting.locked


def _partners(meeting: HallMeeting, *but: Participant) -> frozenset[str]:
    return frozenset(meeting.people) - {person.id for person in but}


def _clear_double_slots(unit: Unit, kept: Participant, other: Participant) -> tuple[int, ...]:
    hall = unit.hall()
    at = {meeting.slot: meeting for meeting in _meetings(hall, kept) if meeting.seated}
    waiting = []
    for theirs in _meetings(hall, other):
        mine = at.get(theirs.slot) if theirs.seated else None
        if mine is None or mine.id == theirs.id or theirs.slot is None:
            continue
        start = hall.slots[theirs.slot].span.start
        given_up = min(theirs, mine, key=_standing)
        if _standing(given_up) == _SETTLED:
            raise Refusal("met_at_once", person=name_of(kept), slot=start, meetings=[mine.number, theirs.number])
        stays = mine if given_up is theirs else theirs
        facts = {"person": name_of(kept), "slot": start, "meeting": stays.number}
        unseat(unit, given_up.id, MeetingReason("on_the_list_twice", facts))
        waiting.append(given_up.number)
    return tuple(waiting)


def _hand_over_meetings(unit: Unit, kept: Participant, other: Participant) -> None:
    mine = {part.meeting_id: part for part in unit.meeting_people.where(participant_id=kept.id)}
    for part in unit.meeting_people.where(participant_id=other.id):
        meeting = unit.meetings.get(part.meeting_id)
        own = mine.get(meeting.id)
        if own is not None and own.role == MeetingRole.INTERPRETER:
            # Who takes part in a meeting does not interpret in it.
            unit.meeting_people.delete(own)
            unit.flush()
            own = None
        if own is not None and part.role == MeetingRole.INTERPRETER:
            unit.meeting_people.delete(part)
        elif own is None:
            outcomes = unit.outcomes.where(meeting_id=meeting.id, participant_id=other.id)
            unit.meeting_people.delete(part)
            unit.flush()
            unit.meeting_people.add(MeetingPerson(meeting_id=meeting.id, participant_id=kept.id, role=part.role))
            for outcome in outcomes:
                unit.outcomes.add(_outcome_of(outcome, kept))
        elif meeting.state not in _OPEN_TO_CHANGE:
            raise Refusal("met_each_other", person=name_of(kept), meeting=meeting.number, state=meeting.state)
        elif len(unit.hall().meetings[MeetingId(meeting.id)].people) == 2:
            unit.meetings.delete(meeting)
        else:
            unit.meeting_people.delete(part)
        unit.flush()


def _outcome_of(outcome: Outcome, person: Participant) -> Outcome:
    return Outcome(
        meeting_id=outcome.meeting_id,
        participant_id=person.id,
        stage=outcome.stage,
        quality=outcome.quality,
        result=outcome.result,
        potential_agreement=outcome.potential_agreement,
        document=outcome.document,
        next_step=outcome.next_step,
        text=outcome.text,
    )


def _hand_over_requests(unit: Unit, kept: Participant, other: Participant) -> None:
    both = {kept.id, other.id}
    for request in (*unit.requests.where(sender_id=other.id), *unit.requests.where(receiver_id=other.id)):
        sender = kept.id if request.sender_id in both else request.sender_id
        receiver = kept.id if request.receiver_id in both else request.receiver_id
        if sender == receiver:
            unit.requests.delete(request)
        elif known := unit.requests.where(sender_id=sender, receiver_id=receiver):
            _join(known[0], request)
            unit.requests.delete(request)
        else:
            request.sender_id, request.receiver_id = sender, receiver
        unit.flush()
    for request in unit.requests.where(sender_id=kept.id, receiver_id=other.id):
        unit.requests.delete(request)


def _join(known: Request, request: Request) -> None:
    known.state = min(known.state, request.state, key=lambda state: _ANSWERS.index(RequestState(state)))
    known.priority = min(
        known.priority, request.priority, key=lambda priority: list(Priority).index(Priority(priority))
    )
    known.message = known.message or request.message


def _hand_over_the_rest(unit: Unit, kept: Participant, other: Participant) -> None:
    languages = {row.language for row in unit.languages.where(participant_id=kept.id)}
    for spoken in unit.languages.where(participant_id=other.id):
        if spoken.language not in languages:
            unit.languages.add(ParticipantLanguage(participant_id=kept.id, language=spoken.language))
    sessions = {row.session_id for row in unit.session_people.where(participant_id=kept.id)}
    for part in unit.session_people.where(participant_id=other.id):
        if part.session_id not in sessions:
            unit.session_people.add(SessionPerson(session_id=part.session_id, participant_id=kept.id))
    absences = {(row.start, row.end) for row in unit.absences.where(participant_id=kept.id)}
    for absence in unit.absences.where(participant_id=other.id):
        if (absence.start, absence.end) not in absences:
            absence.participant_id = kept.id
    for printed in unit.prints.where(participant_id=other.id):
        printed.participant_id = kept.id
