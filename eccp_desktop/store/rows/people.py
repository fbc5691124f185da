"""Organisations and the participants who came for them."""

from sqlalchemy.orm import Mapped, mapped_column

from eccp_desktop.store.rows.base import STRICT, Happened, Journaled, Membership, Planned, owned_by, refers_to


class Organisation(Journaled, kw_only=True):
    """An organisation that takes part."""

    __tablename__ = "organisation"
    __table_args__ = STRICT

    name: Mapped[str] = mapped_column(index=True)
    kind: Mapped[str | None] = mapped_column(default=None)
    """`vocabulary.OrganisationKind`; empty means the event's default kind."""
    side_id: Mapped[str | None] = mapped_column(refers_to("side.id"), default=None)
    country: Mapped[str | None] = mapped_column(default=None)
    """ISO 3166-1 alpha-2."""
    region: Mapped[str | None] = mapped_column(default=None)
    city: Mapped[str | None] = mapped_column(default=None)
    website: Mapped[str | None] = mapped_column(default=None)
    profile_link: Mapped[str | None] = mapped_column(default=None)
    founded: Mapped[int | None] = mapped_column(default=None)
    members_sme: Mapped[int | None] = mapped_column(default=None)
    members_large: Mapped[int | None] = mapped_column(default=None)
    members_research: Mapped[int | None] = mapped_column(default=None)
    description: Mapped[str | None] = mapped_column(default=None)
    offers: Mapped[str | None] = mapped_column(default=None)
    seeks: Mapped[str | None] = mapped_column(default=None)


class OrganisationSector(Membership, kw_only=True):
    """A sector of an organisation."""

    __tablename__ = "organisation_sector"
    __table_args__ = STRICT
    named_by = ("organisation_id", "sector")

    organisation_id: Mapped[str] = mapped_column(owned_by("organisation.id"), index=True)
    sector: Mapped[str]


class OrganisationTarget(Membership, kw_only=True):
    """A country that an organisation aims at; rank 1 is the one named first."""

    __tablename__ = "organisation_target"
    __table_args__ = STRICT
    named_by = ("organisation_id", "country")

    organisation_id: Mapped[str] = mapped_column(owned_by("organisation.id"), index=True)
    country: Mapped[str]
    rank: Mapped[int]


class OrganisationProgramme(Membership, kw_only=True):
    """A programme or label of an organisation (ESCP, ECEI label ...)."""

    __tablename__ = "organisation_programme"
    __table_args__ = STRICT
    named_by = ("organisation_id", "programme")

    organisation_id: Mapped[str] = mapped_column(owned_by("organisation.id"), index=True)
    programme: Mapped[str]


class Participant(Journaled, kw_only=True):
    """A person with a diary."""

    __tablename__ = "participant"
    __table_args__ = STRICT

    code: Mapped[str] = mapped_column(index=True)
    """Badge code: `domain.codes`. Two laptops may hand out the same one before they are merged, so it is not unique."""
    given_name: Mapped[str]
    family_name: Mapped[str]
    organisation_id: Mapped[str | None] = mapped_column(refers_to("organisation.id"), default=None, index=True)
    name_on_badge: Mapped[str | None] = mapped_column(default=None)
    job_title: Mapped[str | None] = mapped_column(default=None)
    email: Mapped[str | None] = mapped_column(default=None)
    phone: Mapped[str | None] = mapped_column(default=None)
    interpreter_needed: Mapped[str | None] = mapped_column(default=None)
    """Language to interpret into, ISO 639-1."""
    interprets: Mapped[bool | None] = mapped_column(default=None)
    """Whether they may interpret between the languages that they speak; empty means no, as in rows of older files."""
    arrival: Mapped[Planned | None] = mapped_column(default=None)
    departure: Mapped[Planned | None] = mapped_column(default=None)
    fixed_table_id: Mapped[str | None] = mapped_column(refers_to("hall_table.id"), default=None)
    box: Mapped[str | None] = mapped_column(default=None)
    """Letter of the box in which the badge lies."""
    box_position: Mapped[int | None] = mapped_column(default=None)
    state: Mapped[str] = mapped_column(default="registered")
    """`vocabulary.ParticipantState`."""
    presence: Mapped[str] = mapped_column(default="expected")
    """`vocabulary.Presence`."""
    presence_since: Mapped[Happened | None] = mapped_column(default=None)
    late_until: Mapped[Planned | None] = mapped_column(default=None)
    notes: Mapped[str | None] = mapped_column(default=None)
    consent_version: Mapped[str | None] = mapped_column(default=None)
    consent_at: Mapped[Happened | None] = mapped_column(default=None)
    outside_reference: Mapped[str | None] = mapped_column(default=None)
    """Order or attendee number of the tool that the participant was imported from."""


class ParticipantLanguage(Membership, kw_only=True):
    """A language that a participant speaks, ISO 639-1."""

    __tablename__ = "participant_language"
    __table_args__ = STRICT
    named_by = ("participant_id", "language")

    participant_id: Mapped[str] = mapped_column(owned_by("participant.id"), index=True)
    language: Mapped[str]


class FormerCode(Membership, kw_only=True):
    """A badge code that stays somebody's after two records of theirs became one: the badge may be in their hands.

    Named by the record that went, not by the code, which may have to be erased.
    """

    __tablename__ = "former_code"
    __table_args__ = STRICT
    named_by = ("participant_id", "merged_id")

    participant_id: Mapped[str] = mapped_column(owned_by("participant.id"), index=True)
    merged_id: Mapped[str]
    """The id that the other record had; there is no such row any more."""
    code: Mapped[str] = mapped_column(index=True)


class Absence(Journaled, kw_only=True):
    """A time in which a participant is not free."""

    __tablename__ = "absence"
    __table_args__ = STRICT

    participant_id: Mapped[str] = mapped_column(owned_by("participant.id"), index=True)
    start: Mapped[Planned]
    end: Mapped[Planned]
    reason: Mapped[str | None] = mapped_column(default=None)


__all__ = [
    "Absence",
    "FormerCode",
    "Organisation",
    "OrganisationProgramme",
    "OrganisationSector",
    "OrganisationTarget",
    "Participant",
    "ParticipantLanguage",
]
