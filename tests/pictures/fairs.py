"""Fairs to take pictures of: nobody in it, as usual, crowded, and with names of every length and script."""

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from eccp_desktop.base.clock import SystemClock
from eccp_desktop.desk.opening import new_desk
from eccp_desktop.domain.vocabulary import ContactResult
from eccp_desktop.store.unit import OrganisationSector, OrganisationTarget, Outcome, Participant, Unit
from tests.fairs import FAIR, fair

STATES = ("empty", "normal", "crowded", "long")

PEOPLE = (
    ("Maximiliane Alexandra Friederike", "von Hohenlohe-Waldenburg-Schillingsfürst"),
    ("Παναγιώτης-Αλέξανδρος", "Παπακωνσταντίνου-Χατζηγεωργίου"),
    ("Святослав Александрович", "Рождественский-Преображенский"),
    ("عبد الرحمن محمد", "الأنصاري القرطبي"),
    ("若曦", "欧阳"),
    ("Jo", "Li"),
    ("Donaudampfschifffahrtsgesellschaftskapitän", "Wolfeschlegelsteinhausenbergerdorff"),
)
ORGANISATIONS = (
    "Europäisches Kompetenznetzwerk für Energieeffizienz, Kreislaufwirtschaft und Nachhaltige Mobilität Südwest e. V.",
    "Ευρωπαϊκό Δίκτυο Συνεργατικών Σχηματισμών Βιοτεχνολογίας και Αγροδιατροφής Βορείου Αιγαίου",
    "Инновационный кластер судостроения и робототехники Санкт-Петербурга и Ленинградской области",
    "تجمع الابتكار في الطاقة المتجددة وتحلية المياه",
    "长三角新能源与智能制造产业集群促进中心",
    "IT",
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
)


SECTORS = ("Energy", "Mobility", "Health", "Food and agriculture", "Digital industry", "Water")
TARGETS = ("US", "CN", "CA", "JP", "BR", "IN", "KR")


@dataclass(frozen=True, slots=True)
class LongNames:
    """Gives most people, organisations, zones and sessions long names, or names in other scripts."""

    title: ClassVar[str] = "Long names"

    def apply(self, unit: Unit) -> None:
        for number, person in enumerate(sorted(unit.participants.all(), key=lambda one: one.code)):
            if number % 8 < len(PEOPLE):
                person.given_name, person.family_name = PEOPLE[number % 8]
                person.job_title = "Deputy Head of the Department for International Cluster Cooperation"
        for number, organisation in enumerate(sorted(unit.organisations.all(), key=lambda one: one.id)):
            if number % 8 < len(ORGANISATIONS):
                organisation.name = ORGANISATIONS[number % 8]
                organisation.country = ("BA", "GB", "MK", None)[number % 4]
        for table in unit.tables.all():
            table.zone = "Foyer of the Niedersachsenhalle, second gallery"
        for session in unit.sessions.all():
            session.title = "Matchmaking of clusters for energy efficiency and advanced manufacturing"
        for event in unit.events.all():
            event.name = "EU-US Cluster Matchmaking at the Hannover Messe 2016, with the partner country's delegations"


@dataclass(frozen=True, slots=True)
class Profiles:
    """Gives organisations sectors and target countries, some meetings an outcome, and one person a second record."""

    title: ClassVar[str] = "Profiles"

    def apply(self, unit: Unit) -> None:
        for number, organisation in enumerate(sorted(unit.organisations.all(), key=lambda one: one.id)):
            for sector in SECTORS[number % 5 : number % 5 + 2]:
                unit.sectors.add(OrganisationSector(organisation_id=organisation.id, sector=sector))
            for rank, country in enumerate(TARGETS[number % 4 :][:3], start=1):
                unit.targets.add(OrganisationTarget(organisation_id=organisation.id, country=country, rank=rank))
            organisation.description = "Brings together who makes, uses and studies it in the region."
            organisation.offers, organisation.seeks = "Test sites, pilot lines", "Partners for joint projects"
        people = unit.meeting_people.all()
        for number, person in enumerate(sorted(people, key=lambda one: one.id)[: len(people) // 3]):
            unit.outcomes.add(
                Outcome(
                    meeting_id=person.meeting_id,
                    participant_id=person.participant_id,
                    quality=number % 5 + 1,
                    result=tuple(ContactResult)[number % 5].value,
                    potential_agreement=number % 7 == 0,
                )
            )
        one = min(unit.participants.all(), key=lambda person: person.code)
        one.email, one.job_title, one.phone = "anna.rossi@akron.example", "Director", "+39 06 5550 101"
        unit.participants.add(
            Participant(
                code="K99999",
                given_name=one.given_name,
                family_name=one.family_name,
                organisation_id=one.organisation_id,
                email=one.email,
                job_title="Managing Director",
                phone="+39 06 5550 102",
                notes="Needs a quiet place.",
            )
        )


def make_fair(state: str, folder: Path) -> Path:
    """The event file of a state, in this folder."""
    path = folder / "Hannover 2016.eccp"
    if state == "crowded":
        from tests.benchmarks.fair_files import fair_file

        return Path(shutil.move(fair_file("large", folder), path))
    desk = new_desk(path, SystemClock(), "MK") if state == "empty" else fair(path, SystemClock())
    if state == "empty":
        desk.do(FAIR)
    else:
        desk.do(Profiles())
    if state == "long":
        desk.do(LongNames())
    desk.close()
    return path
