"""Sheets of people beside their schedules: feedback forms and certificates."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from eccp_desktop.desk.paper_asked import Ordering, Read
from eccp_desktop.desk.paper_views import event_head, language_of, partner_of, place_in_box
from eccp_desktop.documents.certificates_view import Certificate, CertificatesView
from eccp_desktop.documents.feedback_view import FeedbackMeeting, FeedbackSheet, FeedbackView
from eccp_desktop.domain.ids import ParticipantId
from eccp_desktop.domain.vocabulary import Presence
from eccp_desktop.store.reads.papers import PaperEvent
from eccp_desktop.store.reads.prints import Copies


class FeedbackSheets:
    """A sheet of forms for everybody who has meetings."""

    def __init__(self, event: PaperEvent, prints: Mapping[str, Copies], ordering: Ordering, read: Read) -> None:
        self._event, self._ordering = event, ordering
        self._meetings: dict[ParticipantId, list[FeedbackMeeting]] = defaultdict(list)
        for meeting in sorted(event.meetings, key=lambda one: event.slots[one.slot].start):
            slot, table = event.slots[meeting.slot], str(event.tables[meeting.table].number)
            for person in meeting.people:
                partners = tuple(partner_of(event.people[one]) for one in meeting.people if one != person)
                form = FeedbackMeeting(meeting.number, slot.start, slot.end, table, partners)
                self._meetings[person].append(form)

    def subjects(self, people: Sequence[ParticipantId]) -> tuple[str, ...]:
        return tuple(one for one in people if one in self._meetings)

    def shown(self, subject: str) -> str:
        return repr(self._sheet(ParticipantId(subject)))

    def view(self, subjects: Sequence[str]) -> object:
        sheets = tuple(self._sheet(ParticipantId(one)) for one in subjects)
        return FeedbackView(event_head(self._event.frame), sheets, self._ordering.ordered_by)

    def _sheet(self, one: ParticipantId) -> FeedbackSheet:
        person = self._event.people[one]
        return FeedbackSheet(
            code=person.code,
            name=person.name,
            sorted_as=person.list_name,
            organisation=person.organisation,
            country=person.country,
            meetings=tuple(self._meetings[one]),
            language=language_of(self._event, one) if self._ordering.own_languages else "",
            box=place_in_box(person),
        )


class CertificateSheets:
    """A certificate for everybody who was here, or with the option `whom` at `all` for everybody registered."""

    def __init__(self, event: PaperEvent, prints: Mapping[str, Copies], ordering: Ordering, read: Read) -> None:
        self._event, self._ordering = event, ordering

    def subjects(self, people: Sequence[ParticipantId]) -> tuple[str, ...]:
        if self._ordering.options.get("whom") == "all":
            return tuple(people)
        return tuple(one for one in people if self._event.people[one].presence in (Presence.HERE, Presence.GONE))

    def shown(self, subject: str) -> str:
        return repr((self._event.days, self._certificate(ParticipantId(subject))))

    def view(self, subjects: Sequence[str]) -> object:
        people = tuple(self._certificate(ParticipantId(one)) for one in subjects)
        return CertificatesView(event_head(self._event.frame), self._event.days, people, self._ordering.ordered_by)

    def _certificate(self, one: ParticipantId) -> Certificate:
        person = self._event.people[one]
        language = language_of(self._event, one) if self._ordering.own_languages else ""
        box = place_in_box(person)
        return Certificate(person.name, person.list_name, person.organisation, person.country, language, box)
