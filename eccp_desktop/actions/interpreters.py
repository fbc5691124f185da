"""Who interprets in which meeting: assigned by hand, kept or replaced where a meeting or a person goes elsewhere."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from eccp_desktop.actions.falling_out import FALLING
from eccp_desktop.actions.who import name_of, participant
from eccp_desktop.base.i18n import N_
from eccp_desktop.domain.hall import Hall
from eccp_desktop.domain.ids import MeetingId, ParticipantId, SlotId
from eccp_desktop.domain.interpreting import following, free_interpreters, interpreter_refusal
from eccp_desktop.domain.moving import slot_over_refusal
from eccp_desktop.domain.refusals import Refusal
from eccp_desktop.domain.seating import person_refusal
from eccp_desktop.domain.vocabulary import MeetingRole
from eccp_desktop.store.unit import MeetingPerson, Participant, Unit

_ROLE = str(MeetingRole.INTERPRETER)


@dataclass(frozen=True, slots=True)
class InterpreterChange:
    """A seated meeting that lost who interpreted; `interpreter` is who does so now, empty: nobody. `start` is naive venue time."""

    meeting: int
    start: datetime
    table: int
    interpreter: str = ""


@dataclass(frozen=True, slots=True)
class SetInterprets:
    """Say that somebody (id or badge code) may interpret between the languages that they speak, or no longer may.

    Refuses `no_languages` for somebody of whom fewer than two languages are known. Who no longer may is replaced in the
    meetings ahead where somebody else is free; those meetings are answered.
    """

    title: ClassVar[str] = N_("Change who interprets")
    who: str
    interprets: bool = True

    def apply(self, unit: Unit) -> tuple[InterpreterChange, ...]:
        person = participant(unit, self.who)
        unit.about(person)
        return say_interprets(unit, person, self.interprets)


@dataclass(frozen=True, slots=True)
class AssignInterpreter:
    """Let somebody interpret in a seated meeting, in the place of whoever did; answers the meeting's number.

    Refuses who does not interpret, lacks a language that is needed, sits in the meeting, or is taken or absent then; and,
    unless `meant`, a slot that is over.
    """

    title: ClassVar[str] = N_("Assign interpreter")
    meeting: MeetingId
    interpreter: ParticipantId
    meant: bool = False

    def apply(self, unit: Unit) -> int:
        meeting = unit.meetings.get(self.meeting)
        unit.participants.get(self.interpreter)
        hall = unit.hall()
        refusal = _past(unit, hall, self.meeting, self.meant) or interpreter_refusal(
            hall, self.meeting, self.interpreter
        )
        if refusal is not None:
            raise refusal
        put_interpreters(unit, {self.meeting: (self.interpreter,)})
        unit.about(meeting)
        return meeting.number


@dataclass(frozen=True, slots=True)
class TakeInterpreterAway:
    """Nobody interprets in a meeting any more; answers its number. Refuses `no_interpreter_there`."""

    title: ClassVar[str] = N_("Take interpreter away")
    meeting: MeetingId
    meant: bool = False

    def apply(self, unit: Unit) -> int:
        meeting = unit.meetings.get(self.meeting)
        hall = unit.hall()
        if not hall.meetings[self.meeting].interpreters:
            raise Refusal("no_interpreter_there", meeting=meeting.number)
        refusal = _past(unit, hall, self.meeting, self.meant)
        if refusal is not None:
            raise refusal
        put_interpreters(unit, {self.meeting: ()})
        unit.about(meeting)
        return meeting.number


def _past(unit: Unit, hall: Hall, meeting: MeetingId, meant: bool) -> Refusal | None:
    slot = hall.meetings[meeting].slot
    return None if slot is None else slot_over_refusal(hall, slot, None if meant else unit.venue_now)


def put_interpreters(unit: Unit, wanted: Mapping[MeetingId, Sequence[ParticipantId]]) -> None:
    """Let exactly these interpret in each of these meetings; they were checked."""
    present = {
        (part.meeting_id, part.participant_id): part
        for part in unit.meeting_people.where(meeting_id=list(wanted), role=_ROLE)
    }
    chosen = {(str(meeting), str(person)) for meeting, people in wanted.items() for person in people}
    for place, part in present.items():
        if place not in chosen:
            unit.meeting_people.delete(part)
    unit.flush()
    for meeting, person in sorted(chosen - present.keys()):
        unit.meeting_people.add(MeetingPerson(meeting_id=meeting, participant_id=person, role=_ROLE))
    unit.flush()


def bring_interpreters(unit: Unit, hall: Hall, meeting: MeetingId, slot: SlotId) -> None:
    """Before a seated meeting goes to another slot: keep who interprets, or take somebody who is free then.

    `hall` is without the seats that become free. Raises Refusal `interpreter_not_free`.
    """
    found = following(hall, hall.meetings[meeting], slot)
    if isinstance(found, Refusal):
        raise found
    if found != hall.meetings[meeting].interpreters:
        put_interpreters(unit, {meeting: found})


def find_interpreters(unit: Unit, meeting: MeetingId, slot: SlotId) -> None:
    """Before a meeting that waits gets a seat: who interpreted in it before where they are free, or else anybody who can.

    The meeting gets its seat also where nobody is free.
    """
    hall = unit.hall()
    found = hall.meetings[meeting]
    kept = [
        person
        for person in found.interpreters
        if hall.diaries[person].interprets and person_refusal(hall, hall.diaries[person], hall.slots[slot]) is None
    ]
    first = (one.id for one in free_interpreters(hall, found.people, slot))
    put_interpreters(unit, {meeting: kept or [person for person in (next(first, None),) if person is not None]})


def release_interpreter(
    unit: Unit, person: Participant, meetings: Iterable[MeetingId]
) -> tuple[InterpreterChange, ...]:
    """Take somebody away from these meetings in which they interpret, and let others do it where they are free."""
    found = []
    for meeting in meetings:
        hall = unit.hall()
        seated = hall.meetings[meeting]
        if seated.slot is None or seated.table is None or person.id not in seated.interpreters:
            continue
        stay = [one for one in seated.interpreters if one != person.id]
        others = free_interpreters(hall, seated.people, seated.slot, meeting)
        other = next((one for one in others if one.id not in seated.interpreters), None)
        put_interpreters(unit, {meeting: [*stay, *([other.id] if other is not None else [])]})
        start, table = hall.slots[seated.slot].span.start, hall.tables[seated.table].number
        found.append(InterpreterChange(seated.number, start, table, other.name if other is not None else ""))
    return tuple(sorted(found, key=lambda change: (change.start, change.table)))


def meetings_ahead(unit: Unit, person: Participant) -> list[MeetingId]:
    """The meetings that are not over and have not begun in which somebody interprets."""
    hall, now = unit.hall(), unit.venue_now
    return [
        meeting.id
        for meeting in hall.meetings.values()
        if person.id in meeting.interpreters
        and meeting.state in FALLING
        and meeting.slot is not None
        and hall.slots[meeting.slot].span.end > now
    ]


def say_interprets(unit: Unit, person: Participant, interprets: bool) -> tuple[InterpreterChange, ...]:
    """Set whether a person interprets, as `SetInterprets` does."""
    unit.flush()
    if interprets and len(unit.languages.where(participant_id=person.id)) < 2:
        raise Refusal("no_languages", person=name_of(person))
    if bool(person.interprets) == interprets:
        return ()
    person.interprets = interprets
    return () if interprets else release_interpreter(unit, person, meetings_ahead(unit, person))
