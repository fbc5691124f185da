"""The demo event a little into its first morning, for pictures: `python -m tests.demo_morning DIR`."""

import sys
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from zoneinfo import ZoneInfo

from eccp_desktop.actions.presence import CheckIn, MarkLate
from eccp_desktop.actions.roll_call import CallSlot, SettleMeeting, StartMeeting
from eccp_desktop.base.clock import HeldClock, SystemClock
from eccp_desktop.desk.demo import make_demo
from eccp_desktop.desk.desk import Desk
from eccp_desktop.desk.opening import open_desk
from eccp_desktop.domain.vocabulary import MeetingState
from eccp_desktop.store.reads.hall import hall

DOORS = datetime(2016, 4, 25, 8, 20, tzinfo=ZoneInfo("Europe/Berlin"))
FIRST_BELL = datetime(2016, 4, 25, 10, 0, tzinfo=ZoneInfo("Europe/Berlin"))


def play(desk: Desk, clock: HeldClock) -> None:
    """People arrive, some are late, some do not come; the first slot begins."""
    random = Random(1)
    diaries = desk.read(hall).diaries
    arriving = list(diaries)
    random.shuffle(arriving)
    away, late = set(arriving[:11]), arriving[11:15]
    for who in arriving[15:]:
        clock.advance(timedelta(seconds=random.randint(20, 90)))
        if clock.now() < FIRST_BELL:
            desk.do(CheckIn(who))
        else:
            away.add(who)
    for who in late:
        desk.do(MarkLate(who, datetime(2016, 4, 25, 11, 10)))
    clock.advance(max(timedelta(), FIRST_BELL - clock.now()))
    seen = desk.read(hall)
    first = next(iter(seen.slots))
    desk.do(CallSlot(first))
    here = [one.id for one in seen.meetings.values() if one.slot == first]
    for number, meeting in enumerate(here):
        people = seen.meetings[meeting].people
        if any(person in away or person in late for person in people):
            missing = MeetingState.HOST_MISSING if people[0] in away | set(late) else MeetingState.GUEST_MISSING
            desk.do(SettleMeeting(meeting, missing))
        elif number % 4:
            clock.advance(timedelta(seconds=6))
            desk.do(StartMeeting(meeting))


def demo_morning(folder: Path) -> Path:
    """Make the demo event in a folder, and play its first hour and a half; answers the event file."""
    made = make_demo(folder, SystemClock(), lambda what, sentence: None)
    clock = HeldClock(DOORS)
    desk = open_desk(made.event, clock, "MK")
    play(desk, clock)
    desk.close()
    return made.event


if __name__ == "__main__":
    print(demo_morning(Path(sys.argv[1])))
