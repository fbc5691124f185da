"""A new event with a frame that somebody prepared."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar
from zoneinfo import ZoneInfo

from eccp_desktop.actions.create_event import CreateEvent
from eccp_desktop.base.i18n import N_
from eccp_desktop.domain.frame import Span, check_no_overlap, slots_of
from eccp_desktop.domain.template import EventTemplate, TemplateSession
from eccp_desktop.domain.vocabulary import SessionKind
from eccp_desktop.store.unit import EventLanguage, HallTable, Session, SessionPerson, Slot, Staff, Unit


@dataclass(frozen=True, slots=True)
class StartFromTemplate:
    """Lay down a whole frame: the event, its programme with slots, its tables by zone, its sides and staff.

    Refuses as `CreateEvent` does. People of the template's sessions are tied to them later, by `TieSpeakers`.
    """

    title: ClassVar[str] = N_("Create event")
    template: EventTemplate

    def apply(self, unit: Unit) -> None:
        template = self.template
        CreateEvent(
            name=template.name, zone=template.zone, tables=0, sides=template.sides, series=template.series
        ).apply(unit)
        unit.flush()
        event = unit.event
        event.edition, event.venue, event.city = template.edition, template.venue, template.city
        event.country, event.organiser, event.language = template.country, template.organiser, template.language
        event.pairing = template.pairing or event.pairing
        event.most_meetings_per_day = template.most_meetings_per_day
        event.most_meetings_in_a_row = template.most_meetings_in_a_row
        unit.event_languages.add_all(EventLanguage(event_id=event.id, language=one) for one in template.languages)
        unit.staff.add_all(Staff(initials=initials, name=name) for initials, name in template.staff)
        for block in template.tables:
            numbers = range(block.first, block.last + 1)
            unit.tables.add_all(HallTable(number=one, zone=block.zone, seats=block.seats) for one in numbers)
        check_no_overlap([_span(one) for one in template.sessions if one.kind == SessionKind.MATCHMAKING])
        for session in template.sessions:
            self._add(unit, session)

    def _add(self, unit: Unit, planned: TemplateSession) -> None:
        meets = planned.kind == SessionKind.MATCHMAKING
        span = _span(planned)
        length, gap = self.template.slot_minutes, self.template.gap_minutes
        session = unit.sessions.add(
            Session(
                kind=planned.kind,
                day=planned.day,
                start=span.start,
                end=span.end,
                title=planned.title,
                room=planned.room,
                speakers=planned.speakers,
                slot_minutes=length if meets else None,
                gap_minutes=gap if meets else None,
            )
        )
        if meets:
            cut = slots_of(planned.day, planned.start, planned.end, length, gap, ZoneInfo(self.template.zone))
            unit.slots.add_all(Slot(session_id=session.id, start=one.start, end=one.end) for one in cut.slots)


@dataclass(frozen=True, slots=True)
class TieSpeakers:
    """Tie those who are named in the template's sessions to them, so that they are not free for meetings meanwhile.

    Answers how many were tied; who is not registered is left out.
    """

    title: ClassVar[str] = N_("Tie speakers to their sessions")
    template: EventTemplate

    def apply(self, unit: Unit) -> int:
        tied = 0
        for planned in self.template.sessions:
            people = unit.participants.where(email=list(planned.people)) if planned.people else []
            span = _span(planned)
            for session in unit.sessions.where(kind=planned.kind, start=span.start, end=span.end, title=planned.title):
                known = {one.participant_id for one in unit.session_people.where(session_id=session.id)}
                new = [one for one in people if one.id not in known]
                unit.session_people.add_all(SessionPerson(session_id=session.id, participant_id=one.id) for one in new)
                tied += len(new)
        return tied


def _span(planned: TemplateSession) -> Span:
    return Span(datetime.combine(planned.day, planned.start), datetime.combine(planned.day, planned.end))
