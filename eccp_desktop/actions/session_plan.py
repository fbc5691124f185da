"""What a session is to be, and the slots that it means."""

from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from eccp_desktop.domain.frame import Span, check_no_overlap, is_plain, slots_of
from eccp_desktop.domain.refusals import Refusal
from eccp_desktop.domain.vocabulary import SessionKind
from eccp_desktop.store.unit import Session, Unit

SLOT_MINUTES, GAP_MINUTES = 20, 5
"""What a session has that says nothing else."""


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
    slot_minutes: int = SLOT_MINUTES
    gap_minutes: int = GAP_MINUTES


def plan_of(session: Session) -> SessionPlan:
    """What a session is now; one without slots would be cut as a new one is."""
    slotted = session.slot_minutes is not None
    return SessionPlan(
        kind=SessionKind(session.kind),
        day=session.day,
        start=session.start.time(),
        end=session.end.time(),
        name=session.title or "",
        room=session.room or "",
        speakers=session.speakers or "",
        slot_minutes=session.slot_minutes or SLOT_MINUTES,
        gap_minutes=(session.gap_minutes or 0) if slotted else GAP_MINUTES,
    )


def planned_slots(unit: Unit, plan: SessionPlan, changed: Session | None = None) -> tuple[Span, ...]:
    """The slots that a plan means, for a new session or the one that is changed.

    Raises Refusal `session_times`, `clock_change`, `sessions_overlap`, `slot_length` or `session_too_short`.
    """
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


def write_plan(session: Session, plan: SessionPlan) -> None:
    """Set every column of a session but its slots."""
    session.kind = plan.kind
    session.day = plan.day
    session.start = datetime.combine(plan.day, plan.start)
    session.end = datetime.combine(plan.day, plan.end)
    session.title = plan.name.strip() or None
    session.room = plan.room.strip() or None
    session.speakers = plan.speakers.strip() or None
    matchmaking = plan.kind is SessionKind.MATCHMAKING
    session.slot_minutes = plan.slot_minutes if matchmaking else None
    session.gap_minutes = plan.gap_minutes if matchmaking else None
