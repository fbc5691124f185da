"""A whole day of the programme moves to another date."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar
from zoneinfo import ZoneInfo

from eccp_desktop.actions.falling_out import FallenOut
from eccp_desktop.actions.moving_slots import move_slots
from eccp_desktop.base.i18n import N_
from eccp_desktop.domain.frame import Span, check_no_overlap, is_plain
from eccp_desktop.domain.refusals import Refusal
from eccp_desktop.domain.vocabulary import SessionKind
from eccp_desktop.store.unit import Unit


@dataclass(frozen=True, slots=True)
class MoveDay:
    """Move every session of a day to another date at the same times; meetings keep slot and table.

    Absences, arrivals and departures are said of dates and stay: answered are the meetings of people who are not free on
    the new date, which wait. Refuses `no_session_on_day`, `sessions_overlap`, `clock_change`, `meeting_has_begun`.
    """

    title: ClassVar[str] = N_("Move day")
    day: date
    to: date

    def apply(self, unit: Unit) -> tuple[FallenOut, ...]:
        sessions = unit.sessions.where(day=self.day)
        if not sessions:
            raise Refusal("no_session_on_day", day=self.day)
        later = self.to - self.day
        zone = ZoneInfo(unit.event.zone)
        for session in sessions:
            session.day = self.to
            session.start, session.end = session.start + later, session.end + later
            edges = session.start.replace(tzinfo=zone), session.end.replace(tzinfo=zone)
            plain = is_plain(session.start, zone) and is_plain(session.end, zone)
            if not plain or edges[0].utcoffset() != edges[1].utcoffset():
                raise Refusal("clock_change", day=self.to)
        unit.flush()
        matchmaking = unit.sessions.where(kind=SessionKind.MATCHMAKING)
        check_no_overlap([Span(session.start, session.end) for session in matchmaking])
        slots = unit.slots.where(session_id=[session.id for session in sessions])
        fallen = move_slots(unit, [(slot, Span(slot.start + later, slot.end + later)) for slot in slots])
        unit.about(sessions[0])
        return fallen
