"""Who is in the building: checked in, late, gone, expected again. `who` is a participant's id or badge code."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar
from zoneinfo import ZoneInfo

from eccp_desktop.actions.record_print import hand_out
from eccp_desktop.actions.who import name_of, participant
from eccp_desktop.base.i18n import N_
from eccp_desktop.domain.ids import ParticipantId
from eccp_desktop.domain.refusals import Refusal
from eccp_desktop.domain.vocabulary import ParticipantState, Presence
from eccp_desktop.store.unit import Participant, Unit


@dataclass(frozen=True, slots=True)
class CheckIn:
    """Somebody is here, for the first time or again. Sheets and badges that were printed for them are in their hands now.

    Refuses `already_here`, and `registration_cancelled` unless `reinstate` takes them back among the registered.
    """

    title: ClassVar[str] = N_("Check in")
    who: str
    reinstate: bool = False

    def apply(self, unit: Unit) -> ParticipantId:
        person = participant(unit, self.who)
        cancelled = person.state == ParticipantState.CANCELLED
        if cancelled and not self.reinstate:
            raise Refusal("registration_cancelled", person=name_of(person))
        if person.presence == Presence.HERE and not cancelled:
            raise Refusal("already_here", person=name_of(person), since=_venue_time(unit, person.presence_since))
        person.state = ParticipantState.REGISTERED
        hand_out(unit, person)
        return _turn(unit, person, Presence.HERE)


@dataclass(frozen=True, slots=True)
class MarkLate:
    """Somebody will come later; `until` (wall time at the venue) keeps them out of meetings before it."""

    title: ClassVar[str] = N_("Mark late")
    who: str
    until: datetime | None = None

    def apply(self, unit: Unit) -> ParticipantId:
        person = participant(unit, self.who)
        _refuse_cancelled(person)
        if person.presence == Presence.HERE:
            raise Refusal("already_here", person=name_of(person), since=_venue_time(unit, person.presence_since))
        return _turn(unit, person, Presence.LATE, self.until)


@dataclass(frozen=True, slots=True)
class MarkGone:
    """Somebody has left the building. Their meetings stay as they are."""

    title: ClassVar[str] = N_("Mark gone")
    who: str

    def apply(self, unit: Unit) -> ParticipantId:
        return _turn(unit, participant(unit, self.who), Presence.GONE)


@dataclass(frozen=True, slots=True)
class MarkExpected:
    """Somebody is not here after all, and still expected."""

    title: ClassVar[str] = N_("Mark expected")
    who: str

    def apply(self, unit: Unit) -> ParticipantId:
        person = participant(unit, self.who)
        _refuse_cancelled(person)
        return _turn(unit, person, Presence.EXPECTED)


def _turn(unit: Unit, person: Participant, presence: Presence, late_until: datetime | None = None) -> ParticipantId:
    if person.presence != presence:
        person.presence = presence
        person.presence_since = unit.now
    person.late_until = late_until
    unit.about(person)
    return ParticipantId(person.id)


def _refuse_cancelled(person: Participant) -> None:
    if person.state == ParticipantState.CANCELLED:
        raise Refusal("registration_cancelled", person=name_of(person))


def _venue_time(unit: Unit, instant: datetime | None) -> datetime | None:
    if instant is None:
        return None
    return instant.astimezone(ZoneInfo(unit.event.zone)).replace(tzinfo=None)
