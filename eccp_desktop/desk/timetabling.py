"""The timetable: made beside the window, looked at before it counts, and applied as one step."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo

from eccp_desktop.actions.apply_timetable import AppliedTimetable, ApplyTimetable, PlannedMeeting
from eccp_desktop.base.progress import Report, Stopping, never_stopping, unreported
from eccp_desktop.base.trouble import Trouble
from eccp_desktop.desk.desk import Desk
from eccp_desktop.desk.timetable_problem import EventProblem, Pair, event_problem, past_slots
from eccp_desktop.desk.timetable_reasons import stored_reason
from eccp_desktop.domain.hall import Hall
from eccp_desktop.domain.ids import MeetingId, ParticipantId, SlotId, TableId
from eccp_desktop.domain.moving import MOVABLE_STATES
from eccp_desktop.domain.reasons import MeetingReason
from eccp_desktop.domain.refusals import Refusal
from eccp_desktop.store.changes import ChangeSet
from eccp_desktop.store.reads.timetable_problem import TimetableFacts, timetable_facts
from eccp_desktop.timetable.checker import check
from eccp_desktop.timetable.problem import Mode, for_mode
from eccp_desktop.timetable.process import EngineEnded, solve_apart
from eccp_desktop.timetable.suggest import suggest
from eccp_desktop.timetable.timetable import Step, Timetable

__all__ = ["HoleFiller", "Mode", "Proposal", "Seat", "SeatChange", "Step", "Timetabling"]


@dataclass(frozen=True, slots=True)
class Seat:
    """A slot and a table."""

    slot: SlotId
    table: TableId


@dataclass(frozen=True, slots=True)
class SeatChange:
    """What becomes of one meeting: `meeting` is None where it would be made, `before` or `after` None where it has no
    seat. `reason` says why it has none. `interpreters` are those with the proposal, `helping` those who do so now."""

    people: tuple[ParticipantId, ...]
    meeting: MeetingId | None
    before: Seat | None
    after: Seat | None
    reason: MeetingReason | None = None
    interpreters: tuple[ParticipantId, ...] = ()
    helping: tuple[ParticipantId, ...] = ()


@dataclass(frozen=True, slots=True)
class Proposal:
    """A timetable that has not been applied.

    `new` meetings get a seat, `moved` ones another, `cancelled` ones lose theirs; `unplaced` have none and wait (among
    them those that lost theirs). `revoiced` ones keep their seat and get another interpreter.
    `hall` is the event as it was when the proposal was made.
    """

    mode: Mode
    timetable: Timetable
    hall: Hall
    new: tuple[SeatChange, ...]
    moved: tuple[SeatChange, ...]
    cancelled: tuple[SeatChange, ...]
    unplaced: tuple[SeatChange, ...]
    revoiced: tuple[SeatChange, ...] = ()

    @property
    def changes_nothing(self) -> bool:
        seats = self.new or self.moved or self.cancelled or self.revoiced
        return not (seats or any(gap.meeting is None for gap in self.unplaced))

    def intent(self) -> ApplyTimetable:
        """What makes it the event's timetable."""
        return ApplyTimetable(
            tuple(_planned(change) for change in (*self.new, *self.moved, *self.revoiced, *self.unplaced))
        )


@dataclass(frozen=True, slots=True)
class HoleFiller:
    """A legal meeting for a hole: `seat` is free for it, `leaves` is the later slot that it would leave."""

    people: tuple[ParticipantId, ...]
    meeting: MeetingId | None
    seat: Seat
    leaves: SlotId | None
    here: bool


class Timetabling:
    """Generates timetables of the event that a desk has open. Slow: for a job, not for the window's thread."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._steps = 0
        self._kept: _Kept | None = None
        desk.listen(self._changed)

    def generate(
        self,
        mode: Mode = Mode.ALL,
        seconds: float = 30.0,
        seed: int = 0,
        workers: int = 1,
        report: Report = unreported,
        stopping: Stopping = never_stopping,
        ending: Stopping = never_stopping,
    ) -> Proposal:
        """Make a timetable of the event as it stands, in a process of its own; nothing is changed.

        Progress comes as `timetable.timetable.Step`. `stopping` keeps the best so far, `ending` ends at once with what is
        there. Raises Refusal where there is nothing to place meetings into (`no_slots`, `no_tables`) or `ending` came before
        the first timetable (`ended_early`), Trouble where the engine ended by itself without an answer.
        """
        event = self._event()
        if not event.problem.slots:
            raise Refusal("no_slots")
        if not event.problem.tables:
            raise Refusal("no_tables")
        try:
            timetable = solve_apart(event.problem, mode, seconds, seed, workers, report, stopping, ending)
        except EngineEnded as ended:
            if ending():
                raise Refusal("ended_early") from ended
            raise Trouble(
                "The timetable engine ended before it had a timetable.",
                "The event is as it was.",
                "Generate again and let it run until it shows meetings placed.",
            ) from ended
        broken = check(for_mode(event.problem, mode), timetable.placements)
        if broken:
            raise AssertionError(f"the engine broke a rule: {broken[:5]}")
        return _proposal(event, mode, timetable)

    def apply(self, proposal: Proposal) -> AppliedTimetable:
        """Make the proposal the event's timetable, as one step that can be undone.

        Raises Refusal `timetable_outdated` where the event has changed meanwhile so that the proposal would break a rule.
        """
        return self._desk.do(proposal.intent())

    def fill_hole(self, slot: SlotId, people: Collection[ParticipantId] = (), limit: int = 3) -> tuple[HoleFiller, ...]:
        """The best wanted meetings that could be held in the slot as things stand, of these people if any are given."""
        event = self._event()
        return tuple(
            HoleFiller(
                people=event.pairs[found.meeting].people,
                meeting=event.pairs[found.meeting].meeting,
                seat=Seat(SlotId(found.slot), TableId(found.table)),
                leaves=SlotId(found.from_slot) if found.from_slot else None,
                here=found.here,
            )
            for found in suggest(event.problem, slot, people, limit)
        )

    def _changed(self, _change: ChangeSet) -> None:
        self._steps += 1

    def _event(self) -> EventProblem:
        """The event as it stands; made anew only after a step, or when another slot has begun."""
        steps, kept = self._steps, self._kept
        if kept is not None and kept.steps == steps:
            facts = kept.facts
        else:
            with self._desk.apart():
                facts = self._desk.read(timetable_facts)
        now = self._desk.file.clock.now().astimezone(ZoneInfo(facts.zone)).replace(tzinfo=None)
        if kept is None or kept.facts is not facts or kept.event.problem.past != past_slots(facts.hall, now):
            kept = self._kept = _Kept(steps, facts, event_problem(facts, now))
        return kept.event


@dataclass(frozen=True, slots=True)
class _Kept:
    """The event as it stood after so many steps."""

    steps: int
    facts: TimetableFacts
    event: EventProblem


def _proposal(event: EventProblem, mode: Mode, timetable: Timetable) -> Proposal:
    before = {seat.meeting: Seat(SlotId(seat.slot), TableId(seat.table)) for seat in event.problem.current}
    new, moved, revoiced = [], [], []
    for placement in timetable.placements:
        pair = event.pairs[placement.meeting]
        after = Seat(SlotId(placement.slot), TableId(placement.table))
        helping = event.hall.meetings[pair.meeting].interpreters if pair.meeting is not None else ()
        voice = ParticipantId(placement.interpreter)
        voices = helping if voice in helping else (voice,) if voice else ()
        seat = before.get(placement.meeting)
        change = SeatChange(pair.people, pair.meeting, seat, after, interpreters=voices, helping=helping)
        if change.before is None:
            new.append(change)
        elif change.before != after:
            moved.append(change)
        elif voices != helping and pair.meeting is not None and _is_ahead(event.hall, pair.meeting):
            revoiced.append(change)
    unplaced = tuple(
        _gap(event.pairs[gap.meeting], before.get(gap.meeting), stored_reason(event, gap)) for gap in timetable.unplaced
    )
    cancelled = tuple(gap for gap in unplaced if gap.before is not None)
    return Proposal(mode, timetable, event.hall, tuple(new), tuple(moved), cancelled, unplaced, tuple(revoiced))


def _is_ahead(hall: Hall, meeting: MeetingId) -> bool:
    return hall.meetings[meeting].state in MOVABLE_STATES


def placed_by(event: EventProblem, timetable: Timetable) -> tuple[PlannedMeeting, ...]:
    """What becomes of the meetings that a timetable gives a seat, or another one than they have."""
    proposal = _proposal(event, Mode.FREE, replace(timetable, unplaced=()))
    return tuple(_planned(change) for change in (*proposal.new, *proposal.moved))


def _gap(pair: Pair, before: Seat | None, reason: MeetingReason) -> SeatChange:
    return SeatChange(pair.people, pair.meeting, before, None, reason)


def _planned(change: SeatChange) -> PlannedMeeting:
    return PlannedMeeting(
        people=change.people,
        meeting=change.meeting,
        slot=change.after.slot if change.after is not None else None,
        table=change.after.table if change.after is not None else None,
        reason=change.reason.stored() if change.reason is not None else "",
        interpreters=change.interpreters,
    )
