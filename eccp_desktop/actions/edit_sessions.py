"""The programme: sessions are added, changed and removed; matchmaking sessions are cut into slots again."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from typing import ClassVar

from eccp_desktop.actions.falling_out import FallenOut, fall_out
from eccp_desktop.actions.moving_slots import move_slots
from eccp_desktop.actions.session_plan import SessionPlan, plan_of, planned_slots, write_plan
from eccp_desktop.base.i18n import N_
from eccp_desktop.domain.frame import Span
from eccp_desktop.domain.ids import SessionId
from eccp_desktop.domain.vocabulary import SessionKind
from eccp_desktop.store.unit import Session, Slot, Unit


@dataclass(frozen=True, slots=True)
class AddSession(SessionPlan):
    """Add a session; answers its id. Refuses a matchmaking session that overlaps another."""

    title: ClassVar[str] = N_("Add session")

    @classmethod
    def of(cls, plan: SessionPlan) -> "AddSession":
        """Add what a plan says."""
        return cls(**{name: getattr(plan, name) for name in _PLANNED})

    def apply(self, unit: Unit) -> SessionId:
        spans = planned_slots(unit, self)
        session = Session(kind=self.kind, day=self.day, start=datetime.min, end=datetime.min)
        write_plan(session, self)
        unit.sessions.add(session)
        unit.flush()
        unit.slots.add_all(Slot(session_id=session.id, start=span.start, end=span.end) for span in spans)
        unit.about(session)
        return SessionId(session.id)


@dataclass(frozen=True, slots=True)
class ChangeSession:
    """Change of a session what is given; None stays as it is, an empty text takes a name, room or speakers away.

    A slot that starts when one of the new slots starts is that slot: it keeps its meetings, whatever its new end or day.
    Answered are the meetings that wait afterwards: those of slots that go, and those of people who are not free for the
    longer time or on the other day. Refuses where one has begun.
    """

    title: ClassVar[str] = N_("Change session")
    session: SessionId
    kind: SessionKind | None = None
    day: date | None = None
    start: time | None = None
    end: time | None = None
    name: str | None = None
    room: str | None = None
    speakers: str | None = None
    slot_minutes: int | None = None
    gap_minutes: int | None = None

    @classmethod
    def to(cls, session: SessionId, plan: SessionPlan) -> "ChangeSession":
        """Make a session what a plan says."""
        return cls(session, **{name: getattr(plan, name) for name in _PLANNED})

    def apply(self, unit: Unit) -> tuple[FallenOut, ...]:
        session = unit.sessions.get(self.session)
        given = {name: value for name in _PLANNED if (value := getattr(self, name)) is not None}
        plan = replace(plan_of(session), **given)
        wanted = {span.start: span for span in planned_slots(unit, plan, session)}
        later = plan.day - session.day
        present = {one.start + later: one for one in unit.slots.where(session_id=session.id)}
        fallen = _cut_out(unit, [slot for start, slot in present.items() if start not in wanted])
        moves = [(slot, wanted[start]) for start, slot in present.items() if start in wanted]
        fallen += move_slots(unit, [(slot, span) for slot, span in moves if Span(slot.start, slot.end) != span])
        new = [wanted[start] for start in sorted(wanted.keys() - present.keys())]
        unit.slots.add_all(Slot(session_id=session.id, start=span.start, end=span.end) for span in new)
        write_plan(session, plan)
        unit.about(session)
        return tuple(sorted(fallen, key=lambda line: (line.start, line.table)))


@dataclass(frozen=True, slots=True)
class RemoveSession:
    """Take a session away; its meetings are answered, and wait. Refuses where one of them has begun."""

    title: ClassVar[str] = N_("Remove session")
    session: SessionId

    def apply(self, unit: Unit) -> tuple[FallenOut, ...]:
        session = unit.sessions.get(self.session)
        fallen = _cut_out(unit, unit.slots.where(session_id=session.id))
        unit.sessions.delete(session)
        unit.flush()
        return fallen


_PLANNED = tuple(SessionPlan.__dataclass_fields__)


def _cut_out(unit: Unit, slots: Sequence[Slot]) -> tuple[FallenOut, ...]:
    going = {slot.id for slot in slots}
    fallen = fall_out(unit, lambda meeting: meeting.slot in going, "slot_removed")
    for slot in slots:
        unit.slots.delete(slot)
    unit.flush()
    return fallen
