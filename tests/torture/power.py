"""kill -9 at random moments: whatever the desk said is saved must be there afterwards, and the file must be whole.

`python -m tests.torture.power [ACTIONS] [SEED]` (1,000 actions without arguments) prints what it did.
"""

import os
import select
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from datetime import date
from datetime import time as clock_time
from pathlib import Path
from random import Random

from sqlalchemy import select as query

from eccp_desktop.actions.create_event import CreateEvent
from eccp_desktop.base.clock import HeldClock
from eccp_desktop.desk.opening import new_desk, open_desk
from eccp_desktop.store.checking import problems
from eccp_desktop.store.reads import Reading
from eccp_desktop.store.rows import JournalUnit
from tests.torture.random_actions import BEFORE_DOORS

ROOT = Path(__file__).resolve().parent.parent.parent
LONGEST_WAIT = 60.0

FAIR = CreateEvent(
    name="Fair",
    zone="Europe/Berlin",
    days=(date(2016, 4, 25),),
    sessions=((clock_time(9), clock_time(12, 30)),),
    tables=4,
    sides=("EU", "US"),
)


@dataclass(slots=True)
class Torture:
    """One event file and everything that was ever acknowledged about it."""

    event: Path
    random: Random
    acknowledged: list[str] = field(default_factory=list)
    kills: int = 0

    def run(self, actions: int, most_before_a_kill: int) -> None:
        """Until so many actions are acknowledged: start a desk, kill it at a random moment, look at what is left."""
        new_desk_with_event(self.event)
        while len(self.acknowledged) < actions:
            self._live_and_die(self.random.randint(1, most_before_a_kill))
            self.check()

    def check(self) -> None:
        """Fails where an acknowledged step is missing, or the file is not whole."""
        desk = open_desk(self.event, HeldClock(BEFORE_DOORS), read_only=True)
        try:
            lost = set(self.acknowledged) - desk.read(units)
            assert not lost, (
                f"{len(lost)} of {len(self.acknowledged)} acknowledged steps are lost after {self.kills} kills"
            )
            wrong = desk.read(problems)
            assert not wrong, wrong
        finally:
            desk.close()

    def _live_and_die(self, steps: int) -> None:
        command = [
            sys.executable,
            "-m",
            "tests.torture.random_actions",
            str(self.event),
            str(self.random.random())[2:10],
        ]
        with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT) as desk:
            assert desk.stdout is not None
            pipe = desk.stdout.fileno()
            said = b""
            deadline = time.monotonic() + LONGEST_WAIT
            while said.count(b"\n") < steps and time.monotonic() < deadline:
                if select.select([pipe], [], [], 1.0)[0]:
                    piece = os.read(pipe, 65536)
                    assert piece, "the desk ended by itself"
                    said += piece
            # Anywhere in the next action or two: before, inside or after a commit.
            moment = time.monotonic() + self.random.uniform(0, 0.05)
            while time.monotonic() < moment and select.select([pipe], [], [], max(0.0, moment - time.monotonic()))[0]:
                said += os.read(pipe, 65536)
            desk.kill()
            said += desk.stdout.read()
        self.kills += 1
        lines = said.decode().split("\n")[:-1]
        assert lines[0] == "ready", lines[:1]
        self.acknowledged += lines[1:]


def new_desk_with_event(event: Path) -> None:
    """An event file with a small fair in it."""
    desk = new_desk(event, HeldClock(BEFORE_DOORS), "TT")
    desk.do(FAIR)
    desk.close()


def units(reading: Reading) -> set[str]:
    """Ids of every unit in the journal."""
    return set(reading.execute(query(JournalUnit.id)).scalars())


def main() -> None:
    given = [int(word) for word in sys.argv[1:]]
    actions, seed = given + [1000, 1][len(given) :]
    with tempfile.TemporaryDirectory() as folder:
        os.environ["ECCP_DESKTOP_HOME"] = folder
        torture = Torture(Path(folder) / "fair.eccp", Random(seed))
        began = time.monotonic()
        torture.run(actions, most_before_a_kill=60)
        seconds = time.monotonic() - began
    print(f"{len(torture.acknowledged)} steps acknowledged, {torture.kills} kills, none lost, {seconds:.0f} s.")


if __name__ == "__main__":
    main()
