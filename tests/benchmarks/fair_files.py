"""Event files of the three sizes that the figures speak of, made once and kept under the temporary folder."""

import shutil
import tempfile
from dataclasses import dataclass, replace
from datetime import date, time
from pathlib import Path
from typing import ClassVar

from eccp_desktop.base.clock import SystemClock
from eccp_desktop.desk.opening import new_desk
from eccp_desktop.domain.codes import new_code
from eccp_desktop.domain.vocabulary import Presence
from eccp_desktop.store.schema import SCHEMA_VERSION
from eccp_desktop.store.unit import Unit
from tests.fairs import FAIR, FillFair

DAYS = (date(2016, 4, 25), date(2016, 4, 26), date(2016, 4, 27))
SESSIONS = ((time(9), time(12, 30)), (time(14), time(17, 30)))


@dataclass(frozen=True, slots=True)
class FairSize:
    """People, seated meetings, tables, and days of sixteen slots."""

    people: int
    meetings: int
    tables: int
    days: int


FAIR_SIZES = {
    "normal": FairSize(people=110, meetings=300, tables=15, days=2),
    "large": FairSize(people=450, meetings=1_700, tables=60, days=2),
    "stress": FairSize(people=2_000, meetings=10_000, tables=250, days=3),
}


@dataclass(frozen=True, slots=True)
class AwaitQueue:
    """Gives everybody a badge code that a scanner is believed; every third person is still to be checked in."""

    title: ClassVar[str] = "Await the queue"

    def apply(self, unit: Unit) -> None:
        for number, person in enumerate(unit.participants.all()):
            person.code = new_code()
            if number % 3 == 0:
                person.presence = Presence.EXPECTED


def fair_file(name: str, folder: Path) -> Path:
    """A copy, in this folder, of the fair of a size."""
    kept = Path(tempfile.gettempdir()) / f"eccp-fair-queue-{name}-{SCHEMA_VERSION}.eccp"
    if not kept.exists():
        made = folder / f"making-{name}.eccp"
        size = FAIR_SIZES[name]
        desk = new_desk(made, SystemClock(), "MK")
        try:
            desk.do(replace(FAIR, days=DAYS[: size.days], sessions=SESSIONS, tables=size.tables))
            desk.do(FillFair(size.people, size.meetings))
            desk.do(AwaitQueue())
        finally:
            desk.close()
        shutil.copy(made, kept)
    return Path(shutil.copy(kept, folder / f"{name}.eccp"))
