"""What each document of the catalogue prints: which sheets there are, what each says, and the view-model of some."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from hashlib import sha256
from typing import Protocol

from eccp_desktop.desk.paper_asked import Asked, Ordering, Read
from eccp_desktop.desk.paper_forms import CertificateSheets, FeedbackSheets
from eccp_desktop.desk.paper_hall import grid_view, hall_plan_view, interpreters_view, table_signs_view
from eccp_desktop.desk.paper_impact import impact_view
from eccp_desktop.desk.paper_journal import journal_view
from eccp_desktop.desk.paper_programme import briefs_view, profiles_view, programme_view
from eccp_desktop.desk.paper_schedules import Schedules
from eccp_desktop.desk.paper_views import (
    attendance_view,
    badge_of,
    badges_view,
    place_in_box,
    tables_view,
    used_tables,
)
from eccp_desktop.documents.sheet_content import content, says_the_same
from eccp_desktop.domain.ids import ParticipantId, TableId
from eccp_desktop.store.reads.papers import PaperEvent
from eccp_desktop.store.reads.prints import Copies

WHOLE_EVENT = ""
"""The subject of a document that is one sheet for the whole event."""


class Sheets(Protocol):
    """The sheets of one document over an event as it was read. A subject is the id of a person or table, or the event."""

    def subjects(self, people: Sequence[ParticipantId]) -> tuple[str, ...]:
        """The sheets that these people, in this order, make or are on."""

    def shown(self, subject: str) -> str:
        """What a sheet says; `same` compares two."""

    def view(self, subjects: Sequence[str]) -> object:
        """The view-model of these sheets in this order."""


class ScheduleSheets:
    """Personal schedules, each versioned against the copy in hand."""

    def __init__(self, event: PaperEvent, prints: Mapping[str, Copies], ordering: Ordering, read: Read) -> None:
        self._schedules, self._ordering = Schedules(event, prints), ordering

    def subjects(self, people: Sequence[ParticipantId]) -> tuple[str, ...]:
        return tuple(people)

    def shown(self, subject: str) -> str:
        return content(self._schedules.sheet(ParticipantId(subject)))

    def view(self, subjects: Sequence[str]) -> object:
        people = [ParticipantId(one) for one in subjects]
        return self._schedules.view(people, order=self._ordering.ordered_by, own_languages=self._ordering.own_languages)


class BadgeSheets:
    """Badges."""

    def __init__(self, event: PaperEvent, prints: Mapping[str, Copies], ordering: Ordering, read: Read) -> None:
        self._event = event

    def subjects(self, people: Sequence[ParticipantId]) -> tuple[str, ...]:
        return tuple(people)

    def shown(self, subject: str) -> str:
        badge = badge_of(self._event.people[ParticipantId(subject)])
        return _encoded(
            [badge.first, badge.second, badge.organisation, badge.country, badge.side, badge.box, badge.code]
        )

    def view(self, subjects: Sequence[str]) -> object:
        return badges_view(self._event, [ParticipantId(one) for one in subjects])


class TableSheets:
    """Sheets of the tables at which somebody is seated."""

    def __init__(self, event: PaperEvent, prints: Mapping[str, Copies], ordering: Ordering, read: Read) -> None:
        self._event = event

    def subjects(self, people: Sequence[ParticipantId]) -> tuple[str, ...]:
        meant = frozenset(people)
        theirs = {meeting.table for meeting in self._event.meetings if not meant.isdisjoint(meeting.everybody)}
        return tuple(table for table in used_tables(self._event) if table in theirs)

    def shown(self, subject: str) -> str:
        sheets = tables_view(self._event, [TableId(subject)]).sheets
        return "\n".join(
            _encoded(
                [
                    f"{sheet.day}",
                    sheet.number,
                    sheet.zone,
                    sheet.owner,
                    [
                        [f"{seating.start:%H:%M}", f"{seating.end:%H:%M}", seating.closed]
                        + [[one.name, one.organisation, one.country] for one in seating.people]
                        + [[name] for name in seating.interpreters]
                        for seating in sheet.seatings
                    ],
                ]
            )
            for sheet in sheets
        )

    def view(self, subjects: Sequence[str]) -> object:
        return tables_view(self._event, [TableId(one) for one in subjects])


class AttendanceSheets:
    """The attendance list: one sheet of the people that were asked for."""

    def __init__(self, event: PaperEvent, prints: Mapping[str, Copies], ordering: Ordering, read: Read) -> None:
        self._event, self._ordering = event, ordering
        self._people: tuple[ParticipantId, ...] = ()

    def subjects(self, people: Sequence[ParticipantId]) -> tuple[str, ...]:
        self._people = tuple(people)
        return (WHOLE_EVENT,)

    def shown(self, subject: str) -> str:
        listed = (self._event.people[one] for one in sorted(self._people))
        return "\n".join(_encoded([one.list_name, one.organisation, one.country, place_in_box(one)]) for one in listed)

    def view(self, subjects: Sequence[str]) -> object:
        return attendance_view(self._event, self._people, self._ordering.ordered_by)


class WholeEvent:
    """A document that is one sheet for the whole event, built at once."""

    def __init__(
        self,
        build: Callable[[Asked], object],
        event: PaperEvent,
        prints: Mapping[str, Copies],
        ordering: Ordering,
        read: Read,
    ) -> None:
        self._build, self._asked = build, Asked(event, (), ordering, read)
        self._built: object = None

    def subjects(self, people: Sequence[ParticipantId]) -> tuple[str, ...]:
        self._asked, self._built = replace(self._asked, people=tuple(people)), None
        return (WHOLE_EVENT,)

    def shown(self, subject: str) -> str:
        return sha256(repr(self._view()).encode("utf-8")).hexdigest()

    def view(self, subjects: Sequence[str]) -> object:
        return self._view()

    def _view(self) -> object:
        if self._built is None:
            self._built = self._build(self._asked)
        return self._built


Factory = Callable[[PaperEvent, Mapping[str, Copies], Ordering, Read], Sheets]

SHEETS: Mapping[str, Factory] = {
    "schedules": ScheduleSheets,
    "tables": TableSheets,
    "badges": BadgeSheets,
    "attendance": AttendanceSheets,
    "table-signs": partial(WholeEvent, table_signs_view),
    "hall-plan": partial(WholeEvent, hall_plan_view),
    "grid": partial(WholeEvent, grid_view),
    "interpreters": partial(WholeEvent, interpreters_view),
    "programme": partial(WholeEvent, programme_view),
    "catalogue": partial(WholeEvent, profiles_view),
    "brief": partial(WholeEvent, briefs_view),
    "feedback": FeedbackSheets,
    "certificates": CertificateSheets,
    "impact": partial(WholeEvent, impact_view),
    "journal": partial(WholeEvent, journal_view),
}
"""By the ids of the catalogue."""


def same(document: str) -> Callable[[str, str], bool]:
    """Compares what two sheets of a document say."""
    return says_the_same if document == "schedules" else str.__eq__


def _encoded(values: list[object]) -> str:
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))
