"""Time, bytes and peak memory of the papers: `python -m tests.benchmarks.papers [SIZE]...`, normal and large unless told.

Each size is measured in a process of its own, so that the peak is its own.
"""

import os
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from datetime import date
from datetime import time as clock_time
from pathlib import Path
from random import Random
from typing import ClassVar

from eccp_desktop.actions.create_event import CreateEvent
from eccp_desktop.base.clock import SystemClock
from eccp_desktop.desk.desk import Desk
from eccp_desktop.desk.opening import new_desk
from eccp_desktop.desk.papers import Papers, PrintJob
from eccp_desktop.domain.codes import new_code
from eccp_desktop.store.unit import Meeting, MeetingPerson, Organisation, OrganisationSector, Participant, Unit
from tests.benchmarks.events import SIZES, Size

MEGABYTE = 1_000_000
ONE_SCHEDULE, ALL_SCHEDULES, WHOLE_SET = 0.3, 10.0, 60.0
"""Targets in seconds: one sheet, those of everybody, every document."""
FIRST_PAGE = 0.3
"""Target in seconds: from a choice to the first page in the preview."""
PREVIEWED = 3
"""Sheets that the window previews."""
SCHEDULES_SIZE, MOST_MEMORY = 8 * MEGABYTE, 400.0
"""Targets: bytes of everybody's schedules, megabytes of the process at its peak."""

COUNTRIES = ("DE", "FR", "IT", "ES", "PL", "SE", "SI", "PT", "GR", "BG")
FRAME = {
    "name": "Fair",
    "zone": "Europe/Berlin",
    "days": (date(2016, 4, 25), date(2016, 4, 26)),
    "sessions": ((clock_time(9), clock_time(12, 30)), (clock_time(14), clock_time(17, 30))),
    "sides": ("EU", "US"),
}
"""Two days of sixteen slots, so that the tables of each size hold its meetings."""


@dataclass(frozen=True, slots=True)
class Fill:
    """Fills the event with people, organisations that say something of themselves, and meetings without a clash."""

    title: ClassVar[str] = "Fill"
    size: Size

    def apply(self, unit: Unit) -> int:
        sides = sorted(unit.sides.all(), key=lambda side: side.position)
        people: tuple[list[str], list[str]] = ([], [])
        for number in range(self.size.people):
            side = number % 2
            organisation = unit.organisations.add(
                Organisation(
                    name=f"Advanced Manufacturing Cluster {number}",
                    side_id=sides[side].id,
                    country="US" if side else COUNTRIES[number // 2 % len(COUNTRIES)],
                    city="Springfield",
                    description="We bring companies, institutes and faculties to one table. " * 6,
                    offers="Test beds, pilots and training",
                    seeks="Partners for joint projects",
                )
            )
            unit.sectors.add(OrganisationSector(organisation_id=organisation.id, sector=f"Sector {number % 17}"))
            person = Participant(
                code=new_code(),
                given_name=f"Maria-José {number}",
                family_name=f"{chr(65 + number % 26)}rgüello Öztürk",
                organisation_id=organisation.id,
                job_title="Head of International Cooperation",
                presence="here",
            )
            people[side].append(unit.participants.add(person).id)
        return self._seat(unit, people)

    def _seat(self, unit: Unit, people: tuple[list[str], list[str]]) -> int:
        """In every slot as many tables as are needed; partners go round, so that nobody meets anybody twice."""
        random = Random(7)
        slots = sorted(unit.slots.all(), key=lambda slot: slot.start)
        tables = sorted(unit.tables.all(), key=lambda table: table.number)
        made = 0
        for turn, slot in enumerate(slots):
            pairs = [(one, people[1][(index + turn) % len(people[1])]) for index, one in enumerate(people[0])]
            random.shuffle(pairs)
            wanted = min(len(tables), self.size.meetings - made)
            for table, pair in zip(tables, pairs[:wanted], strict=False):
                made += 1
                meeting = Meeting(number=made, slot_id=slot.id, table_id=table.id, state="scheduled")
                unit.meetings.add(meeting)
                unit.flush()
                for person, role in zip(pair, ("host", "guest"), strict=True):
                    unit.meeting_people.add(MeetingPerson(meeting_id=meeting.id, participant_id=person, role=role))
        return made


def measure(name: str) -> None:
    """Make an event of a size, print everything, tell the figures."""
    size = SIZES[name]
    with tempfile.TemporaryDirectory() as folder:
        os.environ["ECCP_DESKTOP_HOME"] = str(Path(folder) / "home")
        desk = new_desk(Path(folder) / "fair.eccp", SystemClock(), "MK")
        try:
            desk.do(CreateEvent(tables=size.tables, **FRAME))  # type: ignore[arg-type]  # one frame for all sizes
            meetings = desk.do(Fill(size))
            print(f"{name}: {size.people} people, {meetings} meetings, {size.tables} tables")
            _print_everything(desk)
        finally:
            desk.close()


def _print_everything(desk: Desk) -> None:
    papers = Papers(desk)
    papers.preview(PrintJob("schedules"))
    begun = time.perf_counter()
    papers.preview(PrintJob("schedules"))
    _tell("one schedule, with reading", time.perf_counter() - begun, target=ONE_SCHEDULE)
    for entry in papers.catalogue:
        begun = time.perf_counter()
        papers.preview(PrintJob(entry.id), PREVIEWED, hurried=True)
        _tell(f"first page of {entry.id}", time.perf_counter() - begun, target=FIRST_PAGE)
    total = 0.0
    for entry in papers.catalogue:
        begun = time.perf_counter()
        printed = papers.draw(PrintJob(entry.id))
        taken = time.perf_counter() - begun
        total += taken
        schedules = entry.id == "schedules"
        _tell(
            entry.id,
            taken,
            len(printed.pdf),
            printed.pages,
            ALL_SCHEDULES if schedules else None,
            SCHEDULES_SIZE if schedules else None,
        )
    _tell("all documents", total, target=WHOLE_SET)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"  {'peak memory':28} {peak:8.0f} MB, target {MOST_MEMORY:.0f}: {'met' if peak <= MOST_MEMORY else 'MISSED'}"
    )


def _tell(
    what: str,
    seconds: float,
    size: int | None = None,
    pages: int | None = None,
    target: float | None = None,
    most: int | None = None,
) -> None:
    words = f"  {what:28} {seconds:8.2f} s"
    if size is not None:
        words += f" {size / MEGABYTE:8.2f} MB {pages or 0:5} pages"
    missed = (target is not None and seconds > target) or (most is not None and size is not None and size > most)
    if target is not None:
        words += f", target {target:g} s"
    if most is not None:
        words += f" and {most / MEGABYTE:g} MB"
    print(words + (f": {'MISSED' if missed else 'met'}" if target is not None else ""), flush=True)


def main() -> None:
    if len(sys.argv) == 3 and sys.argv[1] == "--measure":
        measure(sys.argv[2])
        return
    for name in sys.argv[1:] or ["normal", "large"]:
        subprocess.run([sys.executable, "-m", "tests.benchmarks.papers", "--measure", name], check=True)


if __name__ == "__main__":
    main()
