"""The event itself: how it is called, where it takes place, who may meet whom, and how often."""

from dataclasses import dataclass
from typing import ClassVar
from zoneinfo import ZoneInfo

from eccp_desktop.base.i18n import N_
from eccp_desktop.domain.ids import SideId
from eccp_desktop.domain.refusals import Refusal
from eccp_desktop.domain.vocabulary import OrganisationKind, Pairing
from eccp_desktop.store.unit import EventLanguage, Side, Unit


@dataclass(frozen=True, slots=True)
class EditEvent:
    """Change what the event is called and where it is. An empty text takes a value away; name and zone must stay."""

    title: ClassVar[str] = N_("Change event")
    name: str
    zone: str
    edition: str = ""
    series: str = ""
    venue: str = ""
    city: str = ""
    country: str = ""
    organiser: str = ""
    default_kind: OrganisationKind = OrganisationKind.CLUSTER

    def apply(self, unit: Unit) -> None:
        if not self.name.strip():
            raise Refusal("name_missing", noun="event")
        try:
            ZoneInfo(self.zone)
        except (KeyError, ValueError, OSError) as error:
            raise Refusal("zone_unknown", zone=self.zone) from error
        event = unit.event
        event.name = self.name.strip()
        event.zone = self.zone
        event.default_kind = self.default_kind
        for field in ("edition", "series", "venue", "city", "country", "organiser"):
            setattr(event, field, getattr(self, field).strip() or None)
        unit.about(event)


@dataclass(frozen=True, slots=True)
class SetPairing:
    """Say who may meet whom. Meetings that have a seat keep it; new ones follow the rule."""

    title: ClassVar[str] = N_("Change who may meet whom")
    pairing: Pairing

    def apply(self, unit: Unit) -> None:
        unit.event.pairing = self.pairing
        unit.about(unit.event)


@dataclass(frozen=True, slots=True)
class SetLimits:
    """Say how many meetings somebody has on a day and in a row at most (0: as many as there are slots), and whether the way
    between zones takes a slot (0 or 1). What is left out stays as it is."""

    title: ClassVar[str] = N_("Change limits of the timetable")
    most_meetings_per_day: int | None = None
    most_meetings_in_a_row: int | None = None
    slots_between_zones: int | None = None

    def apply(self, unit: Unit) -> None:
        event = unit.event
        if self.most_meetings_per_day is not None:
            event.most_meetings_per_day = self.most_meetings_per_day or None
        if self.most_meetings_in_a_row is not None:
            event.most_meetings_in_a_row = self.most_meetings_in_a_row or None
        if self.slots_between_zones is not None:
            event.slots_between_zones = min(max(self.slots_between_zones, 0), 1)
        unit.about(event)


@dataclass(frozen=True, slots=True)
class AddSide:
    """Add a side; refuses a name that another side has."""

    title: ClassVar[str] = N_("Add side")
    name: str

    def apply(self, unit: Unit) -> None:
        _check_side_name(unit, self.name)
        side = unit.sides.add(Side(name=self.name.strip(), position=unit.sides.count()))
        unit.flush()
        unit.about(side)


@dataclass(frozen=True, slots=True)
class RenameSide:
    """Call a side by another name."""

    title: ClassVar[str] = N_("Rename side")
    side: SideId
    name: str

    def apply(self, unit: Unit) -> None:
        side = unit.sides.get(self.side)
        _check_side_name(unit, self.name, self.side)
        side.name = self.name.strip()
        unit.about(side)


@dataclass(frozen=True, slots=True)
class RemoveSide:
    """Take a side away; refuses while organisations are on it."""

    title: ClassVar[str] = N_("Remove side")
    side: SideId

    def apply(self, unit: Unit) -> None:
        side = unit.sides.get(self.side)
        members = len(unit.organisations.where(side_id=side.id))
        if members:
            raise Refusal("side_in_use", side=side.name, organisations=members)
        unit.sides.delete(side)


@dataclass(frozen=True, slots=True)
class SetLanguages:
    """Say in which languages the event is held (ISO 639-1); the first is the one of papers for people without one.

    Raises Refusal `no_language_left` or `language_unknown`.
    """

    title: ClassVar[str] = N_("Change languages")
    languages: tuple[str, ...]

    def apply(self, unit: Unit) -> None:
        event = unit.event
        if not self.languages:
            raise Refusal("no_language_left")
        for language in self.languages:
            if not (len(language) == 2 and language.isascii() and language.islower()):
                raise Refusal("language_unknown", language=language)
        before = {row.language: row for row in unit.event_languages.where(event_id=event.id)}
        for language, row in before.items():
            if language not in self.languages:
                unit.event_languages.delete(row)
        for language in dict.fromkeys(self.languages):
            if language not in before:
                unit.event_languages.add(EventLanguage(event_id=event.id, language=language))
        event.language = self.languages[0]
        unit.about(event)


def _check_side_name(unit: Unit, name: str, besides: str = "") -> None:
    if not name.strip():
        raise Refusal("name_missing", noun="side")
    if any(side.name == name.strip() and side.id != besides for side in unit.sides.all()):
        raise Refusal("side_exists", side=name.strip())
