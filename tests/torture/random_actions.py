"""A desk that does random things and acknowledges each on stdout, until it is killed.

`python -m tests.torture.random_actions EVENT SEED`: one line for each step that `Desk.do` said is saved: the unit's id.
"""

import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from random import Random

from eccp_desktop.actions.badge_name import SetBadgeName
from eccp_desktop.actions.cancel_meeting import CancelMeeting
from eccp_desktop.actions.presence import CheckIn, MarkExpected, MarkGone, MarkLate
from eccp_desktop.actions.requests import MakeRequest
from eccp_desktop.actions.seat_meeting import SeatPeople
from eccp_desktop.actions.walk_in import RegisterWalkIn
from eccp_desktop.base.clock import HeldClock
from eccp_desktop.desk.desk import Desk
from eccp_desktop.desk.opening import open_desk
from eccp_desktop.domain.hall import Hall
from eccp_desktop.domain.refusals import Refusal
from eccp_desktop.store.changes import ChangeSet
from eccp_desktop.store.reads.hall import hall
from tests.torture.wishes import HUBS, NAMES

BEFORE_DOORS = datetime(2016, 4, 25, 6, 0, tzinfo=UTC)


def act(desk: Desk, random: Random) -> None:
    """One random step, or a refusal."""
    seen = desk.read(hall)
    if not seen.slots:
        desk.redo()  # the event itself was undone
        return
    if len(seen.diaries) < 8 or random.random() < 0.15:
        name, hub = random.choice(NAMES), random.choice(HUBS)
        desk.do(RegisterWalkIn(f"{name} {random.randint(1, 999)}", hub[0], hub[1], hub[2]))
        return
    choices: tuple[Callable[[Desk, Random, Hall], object], ...] = (_turn, _turn, _rename, _ask, _seat, _cancel, _undo)
    random.choice(choices)(desk, random, seen)


def _turn(desk: Desk, random: Random, seen: Hall) -> None:
    who = random.choice(list(seen.diaries))
    desk.do(random.choice((CheckIn, MarkLate, MarkGone, MarkExpected))(who))


def _rename(desk: Desk, random: Random, seen: Hall) -> None:
    desk.do(SetBadgeName(random.choice(list(seen.diaries)), random.choice(NAMES)))


def _ask(desk: Desk, random: Random, seen: Hall) -> None:
    desk.do(MakeRequest(*random.sample(list(seen.diaries), 2), message="ναι " * random.randint(0, 400)))


def _seat(desk: Desk, random: Random, seen: Hall) -> None:
    people = tuple(random.sample(list(seen.diaries), 2))
    desk.do(SeatPeople(people, random.choice(list(seen.slots)), random.choice(list(seen.tables))))


def _cancel(desk: Desk, random: Random, seen: Hall) -> None:
    if seen.meetings:
        desk.do(CancelMeeting(random.choice(list(seen.meetings))))


def _undo(desk: Desk, random: Random, seen: Hall) -> None:
    for _ in range(random.randint(1, 3)):
        desk.undo()
    if random.random() < 0.5:
        desk.redo()


def acknowledge(changes: ChangeSet) -> None:
    """Say that a step is saved, as the screen does."""
    sys.stdout.write(changes.unit + "\n")
    sys.stdout.flush()


def main(event: Path, seed: int) -> None:
    random = Random(seed)
    desk = open_desk(event, HeldClock(BEFORE_DOORS), "TT")
    desk.listen(acknowledge)
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    while True:
        try:
            act(desk, random)
        except Refusal:
            continue


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
