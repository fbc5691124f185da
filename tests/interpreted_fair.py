"""A small event in which people need interpreters and some interpret."""

from dataclasses import dataclass
from typing import ClassVar

from eccp_desktop.desk.desk import Desk
from eccp_desktop.store.unit import ParticipantLanguage, Unit
from tests.event_day import Guests

NAMES = ("Eleni Doukas", "Emily Ross", "Marco Roy", "Liam Byrne", "Ines Costa", "Olga Petrou")


@dataclass(frozen=True, slots=True)
class Speak:
    """Says what people speak, and who interprets."""

    title: ClassVar[str] = "Speak"
    languages: tuple[tuple[str, str], ...]
    interpreters: tuple[str, ...] = ()

    def apply(self, unit: Unit) -> None:
        for person, spoken in self.languages:
            for language in spoken.split():
                unit.languages.add(ParticipantLanguage(participant_id=person, language=language))
        for person in self.interpreters:
            unit.participants.get(person).interprets = True


def interpreted(desk: Desk, *interpreters: str) -> dict[str, str]:
    """Eleni (Greek) and Marco (Italian) of the EU, Emily and Liam (English) of the US, all here.

    Ines speaks Italian and English, Olga Greek and English; those named interpret.
    """
    people = desk.do(Guests(NAMES, presence="here"))
    tongues = ("el", "en", "it", "en", "it en", "el en")
    spoken = tuple((people[name], tongue) for name, tongue in zip(NAMES, tongues, strict=True))
    desk.do(Speak(spoken, tuple(people[name] for name in interpreters)))
    return people
