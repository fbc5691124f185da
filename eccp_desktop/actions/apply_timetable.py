"""A timetable that was made becomes the event's, as one step."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from eccp_desktop.actions.interpreters import put_interpreters
from eccp_desktop.base.i18n import N_
from eccp_desktop.domain.hall import Hall
from eccp_desktop.domain.ids import MeetingId, ParticipantId, SlotId, TableId
from eccp_desktop.domain.moving import handling_refusal, released
from eccp_desktop.domain.refusals import Refusal
from eccp_desktop.domain.seating import person_refusal, seating_refusal
from eccp_desktop.domain.vocabulary import MeetingRole, MeetingSource, MeetingState
from eccp_desktop.store.unit import Meeting, MeetingPerson, Unit


@dataclass(frozen=True, slots=True)
class PlannedMeeting:
    """What becomes of a meeting. Without `meeting` it is made, of these people, the host first.

    With `slot` and `table` it is seated there, and exactly `interpreters` interpret; otherwise it waits, with `reason` as
    `domain.reasons` stores one.
    """

    people: tuple[ParticipantId, ...]
    meeting: MeetingId | None = None
    slot: SlotId | None = None
    table: TableId | None = None
    reason: str = ""
    interpreters: tuple[ParticipantId, ...] = ()


@dataclass(frozen=True, slots=True)
class AppliedTimetable:
    """How many meetings were made with a seat, moved, and sent to the tray or made there."""

    made: int
    moved: int
    unseated: int
    waiting: int


@dataclass(frozen=True, slots=True)
class ApplyTimetable:
    """Make, seat, move and unseat meetings as planned.

    Refuses the whole plan (`timetable_outdated`) where the event has changed since in a way that the plan would break: a
    seat was taken, somebody is absent now, a meeting was locked or has begun.
    """

    title: ClassVar[str] = N_("Apply timetable")
    planned: tuple[PlannedMeeting, ...]

    def apply(self, unit: Unit) -> AppliedTimetable:
        hall = unit.hall()
        changed: list[PlannedMeeting] = []
        revoiced: list[PlannedMeeting] = []
        for plan in self.planned:
            if plan.meeting is None or _moves(hall, plan):
                changed.append(plan)
            elif _is_revoiced(hall, plan):
                revoiced.append(plan)
        _check(hall, changed, revoiced)
        known = _stored(unit, changed)
        leaving = [meeting for meeting in known if hall.meetings[meeting].seated]
        unit.vacate([known[meeting] for meeting in leaving])
        number = unit.next_meeting_number()
        rows: list[tuple[PlannedMeeting, Meeting]] = []
        for plan in changed:
            if plan.meeting is not None:
                rows.append((plan, known[plan.meeting]))
                continue
            rows.append((plan, unit.meetings.add(Meeting(number=number, source=MeetingSource.TIMETABLE))))
            number += 1
        unit.flush()
        unit.meeting_people.add_all(_parts(rows))
        unit.flush()
        voices = {MeetingId(row.id): plan.interpreters for plan, row in rows}
        put_interpreters(unit, voices | {plan.meeting: plan.interpreters for plan in revoiced if plan.meeting})
        for plan, row in rows:
            _settle(plan, row)
        unit.flush()
        return _counts(changed, set(leaving))


def _stored(unit: Unit, plans: Iterable[PlannedMeeting]) -> dict[MeetingId, Meeting]:
    """The rows of the meetings that exist, read at once: one by one, thousands take seconds."""
    wanted = [plan.meeting for plan in plans if plan.meeting is not None]
    return {MeetingId(row.id): row for row in unit.meetings.where(id=wanted)}


def _moves(hall: Hall, plan: PlannedMeeting) -> bool:
    found = hall.meetings.get(plan.meeting) if plan.meeting is not None else None
    if found is None:
        raise Refusal("timetable_outdated")
    if not found.seated:
        return True
    return (found.slot, found.table) != (plan.slot, plan.table)


def _is_revoiced(hall: Hall, plan: PlannedMeeting) -> bool:
    """Whether a meeting that keeps its seat gets another interpreter."""
    assert plan.meeting is not None
    return hall.meetings[plan.meeting].interpreters != plan.interpreters


def _check(hall: Hall, changed: Iterable[PlannedMeeting], revoiced: Iterable[PlannedMeeting]) -> None:
    """The rules over the hall as it would be: first what moves is taken away, then each new seat has to be legal."""
    plans = list(changed)
    existing = [plan.meeting for plan in plans if plan.meeting is not None]
    for meeting in existing:
        refusal = handling_refusal(hall, meeting)
        if refusal is not None:
            raise _outdated(refusal)
    met = {frozenset(meeting.people) for meeting in hall.meetings.values()}
    staying = list(revoiced)
    cleared = released(hall, *existing, *(plan.meeting for plan in staying if plan.meeting is not None))
    taken: set[tuple[str, str]] = set()
    for plan in (*plans, *staying):
        if plan.meeting is None and frozenset(plan.people) in met:
            raise Refusal("timetable_outdated")
        if plan.slot is None or plan.table is None:
            continue
        refusal = seating_refusal(cleared, plan.people, plan.slot, plan.table, plan.meeting)
        refusal = refusal or _voice_refusal(cleared, plan)
        claims = {(str(plan.slot), str(one)) for one in (plan.table, *plan.people, *plan.interpreters)}
        if refusal is not None or claims & taken:
            raise _outdated(refusal)
        taken |= claims


def _voice_refusal(hall: Hall, plan: PlannedMeeting) -> Refusal | None:
    assert plan.slot is not None
    for interpreter in plan.interpreters:
        diary = hall.diaries.get(interpreter)
        if diary is None or not diary.interprets or interpreter in plan.people:
            return Refusal("does_not_interpret", person=diary.name if diary is not None else "")
        refusal = person_refusal(hall, diary, hall.slots[plan.slot], plan.meeting)
        if refusal is not None:
            return refusal
    return None


def _outdated(refusal: Refusal | None) -> Refusal:
    return Refusal("timetable_outdated") if refusal is None else Refusal("timetable_outdated", because=refusal)


def _parts(rows: Iterable[tuple[PlannedMeeting, Meeting]]) -> Iterable[MeetingPerson]:
    for plan, row in rows:
        if plan.meeting is None:
            roles = (MeetingRole.HOST, MeetingRole.GUEST, *(MeetingRole.OTHER for _ in plan.people[2:]))
            for person, role in zip(plan.people, roles, strict=True):
                yield MeetingPerson(meeting_id=row.id, participant_id=person, role=role)


def _settle(plan: PlannedMeeting, row: Meeting) -> None:
    if plan.slot is None or plan.table is None:
        row.state = MeetingState.UNSCHEDULED
        row.reason = plan.reason or None
        return
    row.slot_id = plan.slot
    row.table_id = plan.table
    row.state = MeetingState.SCHEDULED
    row.reason = None


def _counts(changed: list[PlannedMeeting], seated_before: set[MeetingId]) -> AppliedTimetable:
    seated = [plan for plan in changed if plan.slot is not None]
    waiting = [plan for plan in changed if plan.slot is None]
    return AppliedTimetable(
        made=sum(plan.meeting not in seated_before for plan in seated),
        moved=sum(plan.meeting in seated_before for plan in seated),
        unseated=sum(plan.meeting in seated_before for plan in waiting),
        waiting=sum(plan.meeting not in seated_before for plan in waiting),
    )
