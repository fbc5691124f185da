"""The programme: sessions are added, changed and removed; matchmaking sessions are cut into slots again."""

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import ClassVar
from zoneinfo import ZoneInfo

from eccp_desktop.actions.falling_out import FallenOut, fall_out
from eccp_desktop.base.i18n import N_
from eccp_desktop.domain.frame import Span, check_no_overlap, is_plain, slots_of
from eccp_desktop.domain.ids import SessionId
from eccp_desktop.domain.refusals import Refusal
from eccp_desktop.domain.vocabulary import SessionKind
from eccp_desktop.store.unit import Session, Slot, Unit


@dataclass(frozen=True, slots=True)
class SessionPlan:
    """What a session is to be. Times are local wall times at the venue; slots count for matchmaking only."""

    kind: SessionKind
    day: date
    start: time
    end: time
    name: str = ""
    room: str = ""
    speakers: str = ""
    slot_minutes: int = 20
    gap_minutes: int = 5


@dataclass(frozen=True, slots=True)
class AddSession:
    """Add a session; answers its id. Refuses a matchmaking session that overlaps another."""

    title: ClassVar[str] = N_("Add session")
    plan: SessionPlan

    def apply(self, unit: Unit) -> SessionId:
        spans = _check(unit, self.plan, None)
        session = Session(
            kind=self.plan.kind,
            day=self.plan.day,
            start=datetime.combine(self.plan.day, self.plan.start),
            end=datetime.combine(self.plan.day, self.plan.end),
        )
        _describe(session, self.plan)
        unit.sessions.add(session)
        unit.flush()
        unit.slots.add_all(Slot(session_id=session.id, start=span.start, end=span.end) for span in spans)
        unit.about(session)
        return SessionId(session.id)


@dataclass(frozen=True, slots=True)
class ChangeSession:
    """Change a session. Slots that stay keep their meetings; the meetings of slots that go are answered, and wait.

    Refuses where a meeting in a slot that would go has begun.
    """

    title: ClassVar[str] = N_("Change session")
    session: SessionId
    plan: SessionPlan

    def apply(self, unit: Unit) -> tuple[FallenOut, ...]:
        session = unit.sessions.get(self.session)
        spans = _check(unit, self.plan, session)
        slots = {(slot.start, slot.end): slot for slot in unit.slots.where(session_id=session.id)}
        wanted = {(span.start, span.end) for span in spans}
        going = [slot for times, slot in slots.items() if times not in wanted]
        fallen = _empty(unit, going)
        for slot in going:
            unit.slots.delete(slot)
        unit.flush()
        unit.slots.add_all(
            Slot(session_id=session.id, start=start, end=end) for start, end in sorted(wanted - set(slots))
        )
        session.kind = self.plan.kind
        session.day = self.plan.day
        session.start = datetime.combine(self.plan.day, self.plan.start)
        session.end = datetime.combine(self.plan.day, self.plan.end)
        _describe(session, self.plan)
        unit.about(session)
        return fallen


@dataclass(frozen=True, slots=True)
class RemoveSession:
    """Take a session away; its meetings are answered, and wait. Refuses where one of them has begun."""

    title: ClassVar[str] = N_("Remove session")
    session: SessionId

    def apply(self, unit: Unit) -> tuple[FallenOut, ...]:
        session = unit.sessions.get(self.session)
        fallen = _empty(unit, unit.slots.where(session_id=session.id))
        unit.sessions.delete(session)
        unit.flush()
        return fallen


def _check(unit: Unit, plan: SessionPlan, changed: Session | None) -> tuple[Span, ...]:
    """The slots that the plan means; raises the Refusal that stands in its way."""
    zone = ZoneInfo(unit.event.zone)
    opening, closing = datetime.combine(plan.day, plan.start), datetime.combine(plan.day, plan.end)
    if closing <= opening:
        raise Refusal("session_times", start=plan.start, end=plan.end)
    if plan.kind is not SessionKind.MATCHMAKING:
        if not (is_plain(opening, zone) and is_plain(closing, zone)):
            raise Refusal("clock_change", day=plan.day)
        return ()
    others = [
        Span(session.start, session.end)
        for session in unit.sessions.where(kind=SessionKind.MATCHMAKING)
        if changed is None or session.id != changed.id
    ]
    check_no_overlap([*others, Span(opening, closing)])
    return slots_of(plan.day, plan.start, plan.end, plan.slot_minutes, plan.gap_minutes, zone).slots


def _empty(unit: Unit, slots: list[Slot]) -> tuple[FallenOut, ...]:
    going = {slot.id for slot in slots}
    return fall_out(unit, lambda meeting: meeting.slot in going, "slot_removed")


def _describe(session: Session, plan: SessionPlan) -> None:
    session.title = plan.name.strip() or None
    session.room = plan.room.strip() or None
    session.speakers = plan.speakers.strip() or None
    matchmaking = plan.kind is SessionKind.MATCHMAKING
    session.slot_minutes = plan.slot_minutes if matchmaking else None
    session.gap_minutes = plan.gap_minutes if matchmaking else None
