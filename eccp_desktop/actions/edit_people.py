"""What is known of people and organisations, corrected by hand."""

from dataclasses import dataclass
from typing import ClassVar

from eccp_desktop.actions.falling_out import FALLING, FallenOut, fall_out
from eccp_desktop.actions.interpreters import meetings_ahead, release_interpreter, say_interprets
from eccp_desktop.actions.who import name_of, participant
from eccp_desktop.base.i18n import N_
from eccp_desktop.domain.hall import HallMeeting
from eccp_desktop.domain.ids import OrganisationId, ParticipantId, SideId
from eccp_desktop.domain.refusals import Refusal
from eccp_desktop.domain.vocabulary import OrganisationKind, ParticipantState, Presence
from eccp_desktop.store.unit import Participant, ParticipantLanguage, Unit


@dataclass(frozen=True, slots=True)
class EditParticipant:
    """Correct what is known of a person: what is not said stays, an empty text takes a value away; the family name must stay.

    `languages` are ISO 639-1. Refuses `name_missing`, `language_unknown`, and as `SetInterprets` does.
    """

    title: ClassVar[str] = N_("Change participant")
    who: str
    given_name: str
    family_name: str
    name_on_badge: str | None = None
    job_title: str | None = None
    email: str | None = None
    phone: str | None = None
    interpreter_needed: str | None = None
    notes: str | None = None
    organisation: OrganisationId | None = None
    languages: tuple[str, ...] | None = None
    interprets: bool | None = None

    def apply(self, unit: Unit) -> ParticipantId:
        if not self.family_name.strip():
            raise Refusal("name_missing", noun="participant")
        person = participant(unit, self.who)
        person.given_name = self.given_name.strip()
        person.family_name = self.family_name.strip()
        if self.organisation is not None:
            person.organisation_id = self.organisation or None
        for field in ("name_on_badge", "job_title", "email", "phone", "interpreter_needed", "notes"):
            said: str | None = getattr(self, field)
            if said is not None:
                setattr(person, field, said.strip() or None)
        if self.languages is not None:
            _speak(unit, person, self.languages)
        if self.interprets is not None:
            say_interprets(unit, person, self.interprets)
        unit.about(person)
        return ParticipantId(person.id)


def _speak(unit: Unit, person: Participant, languages: tuple[str, ...]) -> None:
    wanted = list(dict.fromkeys(language.strip().lower() for language in languages if language.strip()))
    for language in wanted:
        if len(language) != 2 or not language.isalpha():
            raise Refusal("language_unknown", language=language)
    present = {spoken.language: spoken for spoken in unit.languages.where(participant_id=person.id)}
    for language, spoken in present.items():
        if language not in wanted:
            unit.languages.delete(spoken)
    for language in wanted:
        if language not in present:
            unit.languages.add(ParticipantLanguage(participant_id=person.id, language=language))
    unit.flush()


@dataclass(frozen=True, slots=True)
class CancelParticipation:
    """Somebody will not come at all, or no more. Their meetings that have not begun wait in the tray, and are answered.

    Who was here is gone, and who was late is not waited for.

    Meetings in which they would interpret keep their seats, with somebody else who is free and able, or nobody.
    """

    title: ClassVar[str] = N_("Cancel registration")
    who: str

    def apply(self, unit: Unit) -> tuple[FallenOut, ...]:
        person = participant(unit, self.who)

        def theirs(meeting: HallMeeting) -> bool:
            return meeting.state in FALLING and person.id in meeting.people

        fallen = fall_out(unit, theirs, "person_cancelled", person=name_of(person))
        release_interpreter(unit, person, meetings_ahead(unit, person))
        person.state = ParticipantState.CANCELLED
        if person.presence in (Presence.HERE, Presence.LATE):
            person.presence = Presence.GONE if person.presence == Presence.HERE else Presence.EXPECTED
            person.presence_since = unit.now
            person.late_until = None
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
