"""A whole day of the demo event: 110 people and 4 interpreters, 14 of them late, 6 who never come, 3 walk-ins, a closed table,
and a dead laptop."""

from collections import Counter
from datetime import timedelta
from pathlib import Path

from pytestqt.qtbot import QtBot
from sqlalchemy import select

from eccp_desktop.app import Program
from eccp_desktop.domain.ids import SlotId
from eccp_desktop.domain.indicators import figures
from eccp_desktop.domain.roll_call import Ending, ending
from eccp_desktop.domain.vocabulary import MeetingState, Presence
from eccp_desktop.store.checking import problems
from eccp_desktop.store.reads import Reading
from eccp_desktop.store.reads.desk_list import desk_people
from eccp_desktop.store.reads.indicators import reported_event
from eccp_desktop.store.rows import Change, Meeting
from tests.journeys.day_at_the_fair import DOORS, Crowd, Entrance, Floor, clear_the_tray
from tests.journeys.sudden_death import work_until_killed
from tests.journeys.volunteer import Volunteer, open_window

CLOSED_IN, LUNCH_AFTER = 3, 6
SCANNED_UNTIL_DEAD = 5


def test_a_day_of_110_people_adds_up(volunteer: Volunteer, program: Program, event_copy: Path, qtbot: QtBot) -> None:
    crowd = Crowd(volunteer)
    today = [slot for slot in volunteer.hall.slots.values() if slot.span.start.date() == DOORS.date()]
    arrive(volunteer, crowd)

    floor = Floor(volunteer, crowd)
    closed = 0
    for number, slot in enumerate(today[:LUNCH_AFTER]):
        floor.slot(slot)
        if number == CLOSED_IN:
            closed = floor.close_table()

    volunteer = lunch(volunteer, crowd, program, event_copy, qtbot)
    afternoon = Floor(volunteer, crowd)
    for slot in today[LUNCH_AFTER:]:
        afternoon.slot(slot)

    asked, keys = floor.tables + afternoon.tables, floor.keys + afternoon.keys
    assert keys <= 2 * asked, "the roll-call takes two keys a table at most"
    assert floor.replaced + afternoon.replaced >= 6
    clear_the_tray(volunteer, {slot.id for slot in today})
    people_add_up(volunteer, crowd)
    assert_the_day_adds_up(volunteer, {slot.id for slot in today})
    table = next(table for table in volunteer.hall.tables.values() if table.number == closed)
    assert all(slot.id in table.closed_slots for slot in today[CLOSED_IN + 1 :])
    assert volunteer.desk.read(problems) == []


def arrive(volunteer: Volunteer, crowd: Crowd) -> None:
    """From the doors to the first bell: badges are scanned, some people are looked up, some ring, three are on no list."""
    entrance = Entrance(volunteer, crowd)
    volunteer.at(DOORS)
    for number, person in enumerate(crowd.late):
        entrance.note_late(person, number % 6)
    for number, person in enumerate(crowd.early):
        if number % 9 == 4:
            entrance.find(person)
        else:
            entrance.scan(person, ("Return", "Tab", "")[number % 3])
        if number % 8 == 7:
            volunteer.press("F9")  # five minutes on
    entrance.walk_in("Ilse Obermoser", "Alpine Hydrogen Valley", "Austria")
    entrance.walk_in(crowd.early[0].name, "Somebody Else Ltd", "Austria", namesake=True)
    entrance.walk_in("Hanna Vesterholm", crowd.early[1].organisation)
    entrance.sit_down()


def lunch(volunteer: Volunteer, crowd: Crowd, program: Program, event: Path, bot: QtBot) -> Volunteer:
    """The late ones come in, at a laptop that dies over it; the next laptop goes on with the file."""
    before = volunteer.history
    moment = volunteer.window.page.situation.now.moment + timedelta(minutes=70)  # type: ignore[union-attr]  # Now is open
    volunteer.window.close()
    program.close()
    codes = tuple(person.code for person in crowd.late)
    acknowledged = work_until_killed(event, SCANNED_UNTIL_DEAD, moment, codes)
    volunteer = open_window(program, event, bot)
    volunteer.at(moment)
    lines = volunteer.history
    assert [line.unit for line in lines[-len(before) :]] == [line.unit for line in before], "the morning is there"
    assert set(acknowledged) <= {line.unit for line in lines}, "and what the dead laptop said was saved"
    assert volunteer.desk.read(problems) == []
    entrance = Entrance(volunteer, crowd)
    for person in crowd.late:
        now = next(one for one in volunteer.desk.read(desk_people) if one.id == person.id)
        if now.presence is Presence.HERE:
            crowd.there.add(person.id)
        else:
            entrance.scan(person)
    return volunteer


def people_add_up(volunteer: Volunteer, crowd: Crowd) -> None:
    """Everybody is where they were seen last."""
    seen = Counter(person.presence for person in volunteer.desk.read(desk_people))
    assert seen == {Presence.HERE: 114 - len(crowd.no_shows) + 3, Presence.GONE: len(crowd.no_shows)}


def assert_the_day_adds_up(volunteer: Volunteer, today: set[SlotId]) -> None:
    """Every meeting that ever had a seat today was held, missed or cancelled; the report counts the same."""
    had_a_seat = volunteer.desk.read(seated_in, today)
    endings = Counter(ending(state, reason) for state, reason in had_a_seat)
    assert set(endings) == {Ending.HELD, Ending.MISSING, Ending.CANCELLED}
    assert endings.total() == len(had_a_seat) > 250
    meetings = figures(volunteer.desk.read(reported_event).facts)["meetings"]
    assert isinstance(meetings, dict)
    to_come = sum(m.state is MeetingState.SCHEDULED for m in volunteer.hall.meetings.values())
    assert meetings["held"] + meetings["missing"] + meetings["cancelled"] == meetings["scheduled"] - to_come
    assert {how: meetings[how.value] for how in Ending} == endings


def seated_in(reading: Reading, slots: set[SlotId]) -> list[tuple[MeetingState, str | None]]:
    """State and reason, as they are now, of every meeting that by the journal had a seat in one of these slots."""
    change = select(Change.row_id).where(
        Change.table_name == "meeting", Change.field == "slot_id", Change.value.in_([f'"{slot}"' for slot in slots])
    )
    query = select(Meeting.state, Meeting.reason).where(Meeting.id.in_(change))
    return [(MeetingState(row.state), row.reason) for row in reading.execute(query)]
