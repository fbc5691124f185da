"""What a desk and a floor do on a day of 110 people, as somebody does it who has only the keyboard and a scanner."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from random import Random

from eccp_desktop.domain.hall import HallSlot
from eccp_desktop.domain.ids import ParticipantId, SlotId
from eccp_desktop.domain.vocabulary import MeetingState, Presence
from eccp_desktop.store.reads.desk_list import DeskPerson, desk_people
from eccp_desktop.store.reads.now_board import BoardMeeting, BoardTable
from eccp_desktop.store.reads.timetable_grid import Waiting
from eccp_desktop.ui.pages.desk.page import DeskPage
from eccp_desktop.ui.pages.now.page import NowPage
from eccp_desktop.ui.pages.timetable.page import TimetablePage
from tests.journeys.volunteer import Volunteer

DOORS = datetime(2016, 4, 25, 9, 0)
LATE, NO_SHOWS = 14, 6
MOST_REPAIRS = 2
"""Replacements that the floor seats in a slot before it has to go on."""

WAITS = (MeetingState.SCHEDULED, MeetingState.CALLED)


class Crowd:
    """Who comes, who comes late, and who never does; known to nobody in the program until it happens."""

    def __init__(self, volunteer: Volunteer, seed: int = 7) -> None:
        hall = volunteer.hall
        today = {slot.id for slot in hall.slots.values() if slot.span.start.date() == DOORS.date()}
        busy = [one for one, diary in hall.diaries.items() if len(today & diary.meetings.keys()) > 2]
        people = {person.id: person for person in volunteer.desk.read(desk_people)}
        Random(seed).shuffle(busy)
        self.late = [people[one] for one in busy[:LATE]]
        self.no_shows = [people[one] for one in busy[LATE : LATE + NO_SHOWS]]
        apart = {person.id for person in (*self.late, *self.no_shows)}
        self.early = [person for person in people.values() if person.id not in apart]
        self.there: set[ParticipantId] = set()


class Floor:
    """Somebody with the Now page; `keys` counts what the roll-call took, `tables` how many tables it asked."""

    def __init__(self, volunteer: Volunteer, crowd: Crowd) -> None:
        self._volunteer, self._crowd = volunteer, crowd
        self.keys = self.tables = self.replaced = 0

    @property
    def page(self) -> NowPage:
        return self._volunteer.page(NowPage)

    def slot(self, slot: HallSlot) -> None:
        """A whole slot, from the call to the bell."""
        volunteer = self._volunteer
        volunteer.at(slot.span.start)
        volunteer.press("Ctrl+2", "C")
        volunteer.hears("called")
        self._roll_call(slot.id)
        self._send_home(slot.id)
        self._repair()
        self._roll_call(slot.id)
        volunteer.at(slot.span.end - timedelta(minutes=1))
        volunteer.press("E")
        volunteer.hears("held")

    def _roll_call(self, slot: SlotId) -> None:
        """Every table that has not answered, by one key, or two where the cursor is not on it yet."""
        waiting = {table.id: table for table in self.page.map.tables if self._unanswered(table)}
        self.tables += len(waiting)
        while waiting:
            table = self.page.table
            if table is None or table.id not in waiting:
                self.go_to(next(iter(waiting.values())).number)
                continue
            meeting = waiting.pop(table.id).meeting
            assert meeting is not None
            self.keys += 1
            self._volunteer.press(self._key_for(meeting))
            self._volunteer.until(lambda id=table.id: not self._unanswered(self._on_board(id)))

    def _unanswered(self, table: BoardTable) -> bool:
        return table.meeting is not None and table.meeting.state in WAITS

    def _on_board(self, id: str) -> BoardTable:
        return next(table for table in self.page.map.tables if table.id == id)

    def _key_for(self, meeting: BoardMeeting) -> str:
        there = self._crowd.there
        hosts = all(person.id in there for person in meeting.people if person.host)
        guests = all(person.id in there for person in meeting.people if not person.host)
        return "1" if hosts and guests else "3" if hosts else "2" if guests else "0"

    def go_to(self, number: int) -> None:
        self.keys += go_to_table(self._volunteer, number)

    def _send_home(self, slot: SlotId) -> None:
        """Of whom it is heard that they do not come at all, the rest of the day is freed."""
        never = {person.id for person in self._crowd.no_shows}
        for table in self.page.map.tables:
            missing = table.meeting.missing if table.meeting is not None else ()
            for person in missing:
                if person.id in never and person.presence is not Presence.GONE and person == missing[0]:
                    self.go_to(table.number)
                    self._volunteer.press("G")
                    self._volunteer.hears(f"{person.name} is gone for today.")

    def _repair(self) -> None:
        """Who waits in vain sits down with the best partner that the list knows."""
        for _ in range(MOST_REPAIRS):
            side = self.page.side
            self._volunteer.until(lambda: not self.page._rest_soon.isActive())
            if side.option is None:
                self._volunteer.press("N")
            stranded, option = side.stranded, side.option
            if stranded is None or option is None:
                continue
            self._volunteer.press("Return")
            self._volunteer.hears(f"{stranded.person.name} meets {option.name} at table ")
            self.replaced += 1

    def close_table(self) -> int:
        """The table with most to come is needed for something else; answers its number."""
        hall, now = self._volunteer.hall, self.page.situation.now.moment
        coming = [
            m.table
            for m in hall.meetings.values()
            if m.state is MeetingState.SCHEDULED and m.slot in _rest(hall.slots, now)
        ]
        busiest = max(set(coming), key=lambda table: (coming.count(table), str(table)))
        assert busiest is not None
        number = hall.tables[busiest].number
        self.go_to(number)
        self._volunteer.press("X")
        self._volunteer.modal()
        self._volunteer.press("Return")
        self._volunteer.hears(f"Table {number} is closed for the rest of the day. ", " moved to ")
        return number


def go_to_table(volunteer: Volunteer, number: int) -> int:
    """The arrow keys, to the card of a table; answers how many it took."""
    page, keys = volunteer.page(NowPage), 0
    tables = page.map
    wanted = tables.model().index([table.number for table in tables.tables].index(number), 0)
    while page.table is None or page.table.number != number:
        here, goal = tables.visualRect(tables.currentIndex()), tables.visualRect(wanted)
        if here.top() != goal.top():
            volunteer.press("Down" if here.top() < goal.top() else "Up")
        else:
            volunteer.press("Right" if here.left() < goal.left() else "Left")
        keys += 1
    return keys


class Entrance:
    """Somebody with the Desk page."""

    def __init__(self, volunteer: Volunteer, crowd: Crowd) -> None:
        self._volunteer, self._crowd = volunteer, crowd

    def scan(self, person: DeskPerson, end: str = "Return") -> None:
        """A badge from the box, or one that somebody wears already."""
        self._volunteer.scan(person.code, end)
        self._came(person)

    def find(self, person: DeskPerson) -> None:
        """Somebody without a badge: the name, and Enter, twice where others are like it."""
        self._volunteer.type(person.list_name)
        self._volunteer.press("Return")
        self._volunteer.until(lambda: self._volunteer.said or "Enter again" in self._hint)
        if not self._volunteer.said.startswith(person.name):
            self._volunteer.press("Return")
        self._came(person)

    def _came(self, person: DeskPerson) -> None:
        self._volunteer.hears(f"{person.name} is here.")
        self._crowd.there.add(person.id)

    @property
    def _hint(self) -> str:
        return self._volunteer.page(DeskPage).finder.hint.text()

    def note_late(self, person: DeskPerson, which: int) -> None:
        """Somebody rings: late until one of the coming slots."""
        self._volunteer.type(person.code.lower())
        self._volunteer.press("Ctrl+L")
        self._volunteer.popup()
        self._volunteer.press(*["Down"] * which, "Return")
        self._volunteer.hears(f"{person.name} is late until ")

    def walk_in(self, name: str, organisation: str, country: str = "", *, namesake: bool = False) -> DeskPerson:
        """Somebody who is on no list; with `namesake` the desk is warned, and means it."""
        before = {person.id for person in self._volunteer.desk.read(desk_people)}
        self._volunteer.press("Ctrl+N")
        self._volunteer.type(name)
        self._volunteer.press("Tab")
        self._volunteer.type(organisation)
        if country:
            self._volunteer.press("Tab")
            self._volunteer.type(country)
        self._volunteer.press("Return")
        if namesake:
            self._volunteer.press("Return")
        self._volunteer.hears(f"{name} is registered and here.")
        new = next(person for person in self._volunteer.desk.read(desk_people) if person.id not in before)
        self._crowd.there.add(new.id)
        return new

    def sit_down(self) -> None:
        """Who was registered just now meets the first one whom the desk offers, as soon as both can."""
        self._volunteer.press("Ctrl+M")
        self._volunteer.modal()
        self._volunteer.press("Return", "Return")
        self._volunteer.hears(" meet ", "Print both sheets again.")


def _rest(slots: Mapping[SlotId, HallSlot], now: datetime) -> set[SlotId]:
    return {slot.id for slot in slots.values() if slot.span.start > now and slot.span.start.date() == now.date()}


def clear_the_tray(volunteer: Volunteer, today: set[SlotId]) -> int:
    """In the evening: what fell out of this day is cancelled; answers how many."""
    volunteer.press("Ctrl+5", "T")
    page = volunteer.page(TimetablePage)
    tray, cancelled = page.side.tray.list, 0
    starts = {volunteer.hall.slots[slot].span.start.isoformat(timespec="minutes") for slot in today}

    def fallen() -> list[Waiting]:
        rows = [row for row in tray.rows_model.rows if row.state is MeetingState.UNSCHEDULED]
        return [row for row in rows if any(start in row.reason for start in starts)]

    while rows := fallen():
        row = rows[0]
        while tray.row is None or tray.row.id != row.id:
            line, goal = tray.currentIndex().row(), tray.rows_model.row_of(row.id)
            volunteer.press("Down" if line < goal else "Up")
        volunteer.press("X")
        volunteer.hears(f"Meeting {row.number}, ", " is cancelled.")
        volunteer.until(lambda row=row: all(one.id != row.id for one in fallen()))
        cancelled += 1
    return cancelled
