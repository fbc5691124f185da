"""Personal schedules, built from the event as it was read."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from hashlib import sha256

from eccp_desktop.base.i18n import N_
from eccp_desktop.desk.paper_views import event_head, hall_tables, language_of, partner_of, place_in_box
from eccp_desktop.documents.catalogue import Order
from eccp_desktop.documents.schedule_view import CopyInHand, LineKind, PersonSheet, ScheduleLine, SchedulesView
from eccp_desktop.documents.sheet_content import compared, content, lines_of, says_the_same
from eccp_desktop.domain.ids import ParticipantId
from eccp_desktop.domain.interpreting import need_of
from eccp_desktop.domain.vocabulary import SessionKind
from eccp_desktop.store.reads.papers import PaperEvent, PaperMeeting, PaperPerson, PaperSession
from eccp_desktop.store.reads.prints import Copies

SESSION_TITLES = {
    SessionKind.PLENARY: N_("Plenary"),
    SessionKind.SEMINAR: N_("Seminar"),
    SessionKind.VISIT: N_("Visit"),
    SessionKind.BREAK: N_("Break"),
    SessionKind.MATCHMAKING: N_("Matchmaking"),
}


class Schedules:
    """Builds sheets of people; `prints` are the copies that there are, by participant."""

    def __init__(self, event: PaperEvent, prints: Mapping[str, Copies]) -> None:
        self._event, self._prints = event, prints
        self._head, self._hall = event_head(event.frame), hall_tables(event)
        said = repr((self._head.title(), self._head.place(), self._head.zone, event.days))
        self._around = {with_hall: _digest(said, self._hall if with_hall else ()) for with_hall in (True, False)}
        self._partners = {one: partner_of(person) for one, person in event.people.items()}
        self._meetings: dict[ParticipantId, list[PaperMeeting]] = defaultdict(list)
        for meeting in event.meetings:
            for person in meeting.everybody:
                self._meetings[person].append(meeting)
        self._free = {slot.id: ScheduleLine(LineKind.FREE, slot.start, slot.end) for slot in event.slots.values()}
        self._away = {slot.id: ScheduleLine(LineKind.AWAY, slot.start, slot.end) for slot in event.slots.values()}
        self._programme = {
            session.id: ScheduleLine(
                LineKind.PROGRAMME,
                session.start,
                session.end,
                key=f"s{session.id}",
                zone=session.room,
                title=session.title or SESSION_TITLES[session.kind],
                note=session.speakers,
            )
            for session in event.sessions
        }

    def sheet(self, person: ParticipantId) -> PersonSheet:
        """The sheet as it is now, as a first version and without marks."""
        one = self._event.people[person]
        lines = tuple(sorted(self._lines(one), key=_in_time))
        return PersonSheet(
            code=one.code,
            name=one.name,
            sorted_as=one.list_name,
            organisation=one.organisation,
            country=one.country,
            side=one.side,
            lines=lines,
            language=language_of(self._event, person) or self._event.frame.language,
            box=place_in_box(one),
            around=self._around[bool(self._meetings[person])],
        )

    def versioned(self, person: ParticipantId) -> PersonSheet:
        """The sheet as it would be printed now: its version goes up only where it says something else than the latest.

        Its lines are marked against the copy that its version replaces (`domain.copies.replaced`).
        """
        sheet = self.sheet(person)
        copies = self._prints.get(person)
        if copies is None:
            return sheet
        version = copies.latest.version + (not says_the_same(copies.latest.shown, content(sheet)))
        before = copies.replaced_by(version)
        if before is None:
            return replace(sheet, version=version)
        return replace(
            sheet,
            version=version,
            replaces=CopyInHand(before.version, before.at),
            lines=compared(sheet.lines, lines_of(before.shown)),
        )

    def view(
        self, people: Sequence[ParticipantId], *, order: Order = Order.ALPHABET, own_languages: bool = False
    ) -> SchedulesView:
        """The document `schedules` for these people in this order, each in their own language where that is wanted."""
        return SchedulesView(
            event=self._head,
            days=self._event.days,
            tables=self._hall,
            sheets=tuple(
                self.versioned(one) if own_languages else replace(self.versioned(one), language="") for one in people
            ),
            order=order,
        )

    def _lines(self, person: PaperPerson) -> Iterator[ScheduleLine]:
        taken = set()
        for meeting in self._meetings[person.id]:
            taken.add(meeting.slot)
            yield self._meeting_line(meeting, person)
        sessions = [one for one in self._event.sessions if _concerns(one, person.id)]
        tied = [(one.start, one.end) for one in sessions if person.id in one.people]
        yield from (self._programme[one.id] for one in sessions)
        for slot, free in self._free.items():
            if slot not in taken and not (tied and _touches(free, tied)):
                yield self._away[slot] if person.away and _touches(free, person.away) else free

    def _meeting_line(self, meeting: PaperMeeting, person: PaperPerson) -> ScheduleLine:
        slot, table = self._event.slots[meeting.slot], self._event.tables[meeting.table]
        others = [one for one in meeting.people if one != person.id]
        everybody = [self._event.people[one] for one in meeting.people]
        wanted = sorted({one.interpreter for one in everybody} - {""})
        helping = person.id in meeting.interpreters
        return ScheduleLine(
            kind=LineKind.MEETING,
            start=slot.start,
            end=slot.end,
            key=f"m{meeting.id}",
            partners=tuple(self._partners[one] for one in others),
            table=str(table.number),
            zone=table.zone,
            type=meeting.type,
            note=" ".join(need_of(everybody).spoken_by(person.languages) if helping else wanted),
            interpreters=() if helping else tuple(self._event.people[one].name for one in meeting.interpreters),
            helping=helping,
        )


def _concerns(session: PaperSession, person: ParticipantId) -> bool:
    """Everybody may attend a session, whoever speaks there; a visit with a list of people is for those."""
    return session.kind is not SessionKind.VISIT or not session.people or person in session.people


def _digest(*values: object) -> str:
    return sha256(repr(values).encode("utf-8")).hexdigest()[:12]


def _touches(line: ScheduleLine, spans: Sequence[tuple[datetime, datetime]]) -> bool:
    return any(start < line.end and line.start < end for start, end in spans)


def _in_time(line: ScheduleLine) -> tuple[object, ...]:
    return line.start, line.kind is not LineKind.PROGRAMME, line.end, line.key
