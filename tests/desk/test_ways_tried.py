"""Ways out of the tray promise what the engine found, and keep it in one step."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import ClassVar

import pytest

from eccp_desktop.actions.edit_event import SetLimits
from eccp_desktop.actions.edit_tables import SetTables
from eccp_desktop.actions.making_way import FreeInSlot, OpenTableInSlot
from eccp_desktop.base.clock import HeldClock
from eccp_desktop.base.progress import Progress
from eccp_desktop.desk.desk import Desk
from eccp_desktop.desk.scripting import intent_from_words
from eccp_desktop.desk.ways_tried import WaysTried
from eccp_desktop.domain.ids import MeetingId, ParticipantId, SlotId
from eccp_desktop.domain.refusals import Refusal
from eccp_desktop.domain.ways_out import Way, WayOut, ways_out
from eccp_desktop.store.reads.hall import hall
from eccp_desktop.store.reads.timetable_problem import timetable_facts
from eccp_desktop.store.unit import Absence, Unit
from tests.event_day import Guests, Seat, event_desk


@dataclass(frozen=True, slots=True)
class BeAway:
    """Somebody is on a train."""

    title: ClassVar[str] = "Be away"
    who: ParticipantId
    start: datetime
    end: datetime

    def apply(self, unit: Unit) -> None:
        unit.absences.add(Absence(participant_id=self.who, start=self.start, end=self.end, reason="Train"))


NAMES = ("Anna Rossi", "Emily Ross", "Marco Roy", "Liam Byrne", "Nina Nagy", "Kim Lee")
NINE = datetime(2016, 4, 25, 9)


@pytest.fixture
def desk(tmp_path: Path, clock: HeldClock) -> Iterator[Desk]:
    desk = event_desk(tmp_path, clock)
    yield desk
    desk.close()


@pytest.fixture
def people(desk: Desk) -> list[ParticipantId]:
    return [ParticipantId(one) for one in desk.do(Guests(NAMES, presence="here")).values()]


@pytest.fixture
def waiting(desk: Desk, people: list[ParticipantId]) -> list[MeetingId]:
    return [MeetingId(desk.do(Seat(people[2 * pair], people[2 * pair + 1]))) for pair in range(3)]


def test_a_table_more_places_everybody_who_waits_and_says_so(desk: Desk, waiting: list[MeetingId]) -> None:
    desk.do(SetTables(0))
    found = desk.read(hall)
    ways = ways_out(found, found.meetings[waiting[0]].people, NINE)
    assert {way.way for way in ways} == {Way.ADD_TABLE}
    trials: list[Progress] = []
    (tried, *_) = WaysTried(desk).best(ways, NINE, report=trials.append)
    assert tried.gain == 3
    assert [trial.done for trial in trials] == list(range(1, len(ways) + 1))
    assert desk.read(hall) == found, "trying changes nothing"
    assert desk.do(tried.intent) == 3
    assert all(desk.read(hall).meetings[meeting].seated for meeting in waiting)
    desk.undo()
    assert desk.read(hall) == found


def test_what_brings_most_comes_first(desk: Desk, waiting: list[MeetingId], people: list[ParticipantId]) -> None:
    desk.do(SetTables(0))
    slot = list(desk.read(hall).slots)[1]
    ways = (WayOut(Way.FREE_PERSON, slot, person=people[0]), WayOut(Way.ADD_TABLE, slot))
    assert [tried.way.way for tried in WaysTried(desk).best(ways, NINE)] == [Way.ADD_TABLE], "the other brings nothing"


def test_a_trial_that_is_stopped_tells_nothing_of_what_it_was_about(desk: Desk, waiting: list[MeetingId]) -> None:
    desk.do(SetTables(0))
    ways = tuple(WayOut(Way.ADD_TABLE, slot) for slot in list(desk.read(hall).slots)[:2])
    trials: list[Progress] = []
    assert WaysTried(desk).best(ways, NINE, trials.append, stopping=lambda: True) == ()
    assert trials == []
    (tried,) = WaysTried(desk).best(ways, NINE, trials.append, stopping=lambda: len(trials) > 0)
    assert tried.way == ways[0]
    assert len(trials) == 1


def test_an_absence_gives_way_for_one_slot_and_stays_around_it(
    desk: Desk, people: list[ParticipantId], waiting: list[MeetingId]
) -> None:
    span = (NINE, datetime(2016, 4, 25, 15))
    desk.do(BeAway(people[0], *span))
    found = desk.read(hall)
    slot = list(found.slots)[1]
    ways = ways_out(found, found.meetings[waiting[0]].people, NINE)
    assert WayOut(Way.FREE_PERSON, slot, person=people[0]) in ways
    desk.do(FreeInSlot(people[0], slot))
    busy = sorted((one.span.start, one.span.end) for one in desk.read(hall).diaries[people[0]].busy)
    assert busy == [(span[0], found.slots[slot].span.start), (found.slots[slot].span.end, span[1])]
    with pytest.raises(Refusal, match="not_absent"):
        desk.do(FreeInSlot(people[1], slot))


def test_a_shut_table_is_opened_for_one_slot(desk: Desk, waiting: list[MeetingId]) -> None:
    found = desk.read(hall)
    table, slot = next(iter(found.tables)), SlotId(next(iter(found.slots)))
    desk.do(intent_from_words(desk, "close-table", {"table": "1"}))
    assert not desk.read(hall).tables[table].is_open(slot)
    assert desk.do(OpenTableInSlot(table, slot)) == 1
    assert desk.read(hall).tables[table].is_open(slot)
    assert len(desk.read(hall).tables[table].closed_slots) == 4


def test_limits_are_set_one_by_one(desk: Desk) -> None:
    desk.do(SetLimits(most_meetings_per_day=6, slots_between_zones=1))
    desk.do(SetLimits(most_meetings_in_a_row=3))
    facts = desk.read(timetable_facts)
    assert (facts.most_meetings_per_day, facts.most_meetings_in_a_row, facts.slots_between_zones) == (6, 3, 1)
    desk.do(SetLimits(most_meetings_per_day=0))
    assert desk.read(timetable_facts).most_meetings_per_day is None
