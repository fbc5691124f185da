"""The event as a problem for the timetable engine."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from eccp_desktop.desk.interpreting_problem import interpreting
from eccp_desktop.domain.hall import Diary, Hall, HallMeeting, HallSlot
from eccp_desktop.domain.ids import MeetingId, ParticipantId
from eccp_desktop.domain.seating import pairing_refusal, person_refusal
from eccp_desktop.domain.vocabulary import MeetingState, ParticipantState, Priority, RequestState
from eccp_desktop.store.reads.timetable_problem import Ask, TimetableFacts
from eccp_desktop.timetable.problem import Person, Placement, Problem, Slot, Table, Wanted, weigh

LIVE_STATES = frozenset({RequestState.OPEN, RequestState.ACCEPTED})
_MOVABLE = frozenset({MeetingState.SCHEDULED})
_BY_HAND = (Priority.WISH,)


@dataclass(frozen=True, slots=True)
class Pair:
    """Who a wanted meeting is about, the host first. `meeting` is None while it exists only as a request."""

    people: tuple[ParticipantId, ...]
    meeting: MeetingId | None = None


@dataclass(frozen=True, slots=True)
class EventProblem:
    """The problem, and what its meeting keys stand for. Slot, table, person and interpreter keys are row ids.

    `tongues` says in words between which languages a meeting's `language` asks for an interpreter.
    """

    problem: Problem
    pairs: Mapping[str, Pair]
    hall: Hall
    tongues: Mapping[str, str] = field(default_factory=dict)


def event_problem(facts: TimetableFacts, now: datetime | None = None) -> EventProblem:
    """What the engine is asked.

    Wanted are the meetings that exist, unless cancelled, and every pair of whom one asked the other (open or accepted), who
    may meet and have no meeting yet: one meeting, although both may have asked. A declined request forbids. `now` (wall
    time at the venue) freezes slots that began, as long as the event is on: before and after it, the whole of it is
    planned. Where the event has interpreters, meetings that need one ask for one.
    """
    hall = facts.hall
    asks = _by_pair(facts.asks)
    pairs: dict[str, Pair] = {}
    wanted: list[Wanted] = []
    for meeting in hall.meetings.values():
        if _counts(hall, meeting, asks):
            pairs[meeting.id] = Pair(meeting.people, meeting.id)
            wanted.append(_wanted(meeting.id, meeting.people, asks))
    for people in _new_pairs(hall, facts.asks, asks):
        key = "/".join(people)
        pairs[key] = Pair(people)
        wanted.append(_wanted(key, people, asks))
    over = past_slots(hall, now)
    seated = [meeting for meeting in hall.meetings.values() if meeting.seated and meeting.id in pairs]
    helped = {str(meeting.id): meeting.interpreters for meeting in seated if meeting.interpreters}
    voices = interpreting(hall, {key: pair.people for key, pair in pairs.items()}, helped, over)
    problem = Problem(
        slots=tuple(_slot(hall, slot) for slot in hall.slots.values()),
        tables=tuple(_tables(hall)),
        people=tuple(_person(facts, diary) for diary in hall.diaries.values()),
        wanted=tuple(replace(one, language=voices.languages.get(one.key, "")) for one in wanted),
        locked=tuple(_placement(meeting) for meeting in seated if meeting.locked or meeting.state not in _MOVABLE),
        current=tuple(_placement(meeting) for meeting in seated),
        past=over,
        interpreters=voices.interpreters,
    )
    return EventProblem(problem, pairs, hall, voices.words)


def past_slots(hall: Hall, now: datetime | None) -> frozenset[str]:
    """Slots that have begun, while the event is on; none before its first slot and after its last."""
    slots = list(hall.slots.values())
    if now is None or not slots or not slots[0].span.start <= now < slots[-1].span.end:
        return frozenset()
    return frozenset(slot.id for slot in slots if slot.span.start <= now)


def _by_pair(asks: Iterable[Ask]) -> dict[frozenset[ParticipantId], list[Ask]]:
    found: dict[frozenset[ParticipantId], list[Ask]] = defaultdict(list)
    for ask in asks:
        found[frozenset((ask.sender, ask.receiver))].append(ask)
    return found


def _counts(hall: Hall, meeting: HallMeeting, asks: Mapping[frozenset[ParticipantId], list[Ask]]) -> bool:
    """Whether an existing meeting takes part: seated ones do, waiting ones unless somebody said no or nobody may meet."""
    if meeting.state is MeetingState.CANCELLED or len(meeting.people) < 2:
        return False
    if meeting.seated:
        return meeting.slot in hall.slots and meeting.table in hall.tables
    return not _forbidden(asks.get(frozenset(meeting.people), [])) and _may_meet(hall, meeting.people)


def _forbidden(asks: Iterable[Ask]) -> bool:
    return any(ask.state is RequestState.DECLINED for ask in asks)


def _may_meet(hall: Hall, people: tuple[ParticipantId, ...]) -> bool:
    diaries = [hall.diaries[person] for person in people]
    if any(diary.state is ParticipantState.CANCELLED for diary in diaries):
        return False
    return pairing_refusal(hall.pairing, diaries[0], diaries[1]) is None


def _new_pairs(
    hall: Hall, asks: Iterable[Ask], by_pair: Mapping[frozenset[ParticipantId], list[Ask]]
) -> list[tuple[ParticipantId, ParticipantId]]:
    """Pairs that want a meeting and have none of any state; who asked first is the host."""
    known = {frozenset(meeting.people) for meeting in hall.meetings.values()}
    found = []
    for ask in asks:
        both = frozenset((ask.sender, ask.receiver))
        if ask.state not in LIVE_STATES or both in known or len(both) < 2:
            continue
        known.add(both)
        people = (ask.sender, ask.receiver)
        if not _forbidden(by_pair[both]) and _may_meet(hall, people):
            found.append(_host_first(hall, people))
    return found


def _host_first(hall: Hall, people: tuple[ParticipantId, ParticipantId]) -> tuple[ParticipantId, ParticipantId]:
    """Somebody who stays at a table of their own receives the other."""
    one, other = (hall.diaries[person] for person in people)
    return (other.id, one.id) if other.fixed_table is not None and one.fixed_table is None else people


def _wanted(key: str, people: tuple[ParticipantId, ...], asks: Mapping[frozenset[ParticipantId], list[Ask]]) -> Wanted:
    strongest: dict[ParticipantId, Priority] = {}
    for ask in asks.get(frozenset(people), []):
        if ask.state in LIVE_STATES:
            strongest[ask.sender] = max(strongest.get(ask.sender, ask.priority), ask.priority, key=_strength)
    weight, must = weigh(strongest.values() or _BY_HAND)
    return Wanted(key, people, weight, must)


def _strength(priority: Priority) -> int:
    return weigh([priority])[0]


def _slot(hall: Hall, slot: HallSlot) -> Slot:
    first = next(iter(hall.slots.values())).span.start.replace(hour=0, minute=0)
    start, end = (int((moment - first).total_seconds()) // 60 for moment in (slot.span.start, slot.span.end))
    return Slot(slot.id, slot.span.start.date().isoformat(), slot.session, start, end)


def _tables(hall: Hall) -> Iterable[Table]:
    for place in hall.tables.values():
        closed = frozenset[str](slot for slot in hall.slots if not place.is_open(slot))
        yield Table(place.id, place.zone or "", place.owner or "", place.seats, closed)


def _person(facts: TimetableFacts, diary: Diary) -> Person:
    hall = facts.hall
    free = frozenset[str](
        slot.id
        for slot in hall.slots.values()
        if person_refusal(hall, diary, slot, diary.meetings.get(slot.id)) is None
    )
    return Person(
        key=diary.id,
        organisation=diary.organisation or "",
        free=None if len(free) == len(hall.slots) else free,
        table=diary.fixed_table if diary.fixed_table is not None and diary.fixed_table in hall.tables else "",
        most_per_day=facts.most_meetings_per_day,
        most_in_a_row=facts.most_meetings_in_a_row,
        slow_walker=facts.slots_between_zones > 0,
        presence=diary.presence,
    )


def _placement(meeting: HallMeeting) -> Placement:
    assert meeting.slot is not None
    assert meeting.table is not None
    return Placement(meeting.id, meeting.slot, meeting.table, next(iter(meeting.interpreters), ""))
