"""What is known of people and organisations, corrected by hand."""

from dataclasses import dataclass
from typing import ClassVar

from eccp_desktop.actions.falling_out import FALLING, FallenOut, fall_out
from eccp_desktop.actions.who import name_of, participant
from eccp_desktop.base.i18n import N_
from eccp_desktop.domain.hall import HallMeeting
from eccp_desktop.domain.ids import OrganisationId, ParticipantId, SideId
from eccp_desktop.domain.refusals import Refusal
from eccp_desktop.domain.vocabulary import OrganisationKind, ParticipantState
from eccp_desktop.store.unit import Unit


@dataclass(frozen=True, slots=True)
class EditParticipant:
    """Correct what is known of a person. An empty text takes a value away; the family name must stay."""

    title: ClassVar[str] = N_("Change participant")
    who: str
    given_name: str
    family_name: str
    name_on_badge: str = ""
    job_title: str = ""
    email: str = ""
    phone: str = ""
    interpreter_needed: str = ""
    notes: str = ""
    organisation: OrganisationId | None = None

    def apply(self, unit: Unit) -> ParticipantId:
        if not self.family_name.strip():
            raise Refusal("name_missing", noun="participant")
        person = participant(unit, self.who)
        person.given_name = self.given_name.strip()
        person.family_name = self.family_name.strip()
        person.organisation_id = self.organisation
        for field in ("name_on_badge", "job_title", "email", "phone", "interpreter_needed", "notes"):
            setattr(person, field, getattr(self, field).strip() or None)
        unit.about(person)
        return ParticipantId(person.id)


@dataclass(frozen=True, slots=True)
class CancelParticipation:
    """Somebody will not come at all. Their meetings that have not begun wait in the tray, and are answered."""

    title: ClassVar[str] = N_("Cancel participation")
    who: str

    def apply(self, unit: Unit) -> tuple[FallenOut, ...]:
        person = participant(unit, self.who)

        def theirs(meeting: HallMeeting) -> bool:
            return meeting.state in FALLING and person.id in meeting.people

        fallen = fall_out(unit, theirs, "person_cancelled", person=name_of(person))
        person.state = ParticipantState.CANCELLED
        unit.about(person)
        return fallen


@dataclass(frozen=True, slots=True)
class RestoreParticipation:
    """Somebody who was cancelled or pending is registered again. Their meetings stay where they are now."""

    title: ClassVar[str] = N_("Register again")
    who: str

    def apply(self, unit: Unit) -> None:
        person = participant(unit, self.who)
        person.state = ParticipantState.REGISTERED
        unit.about(person)


@dataclass(frozen=True, slots=True)
class EditOrganisation:
    """Correct what is known of an organisation. Country is ISO 3166-1 alpha-2; no kind means the event's default."""

    title: ClassVar[str] = N_("Change organisation")
    organisation: OrganisationId
    name: str
    kind: OrganisationKind | None = None
    side: SideId | None = None
    country: str = ""
    city: str = ""
    website: str = ""
    description: str = ""
    offers: str = ""
    seeks: str = ""

    def apply(self, unit: Unit) -> None:
        if not self.name.strip():
            raise Refusal("name_missing", noun="organisation")
        organisation = unit.organisations.get(self.organisation)
        organisation.name = self.name.strip()
        organisation.kind = self.kind
        organisation.side_id = self.side
        for field in ("country", "city", "website", "description", "offers", "seeks"):
            setattr(organisation, field, getattr(self, field).strip() or None)
        unit.about(organisation)
