"""Interpreters by hand, and what becomes of them when meetings move and people leave."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from eccp_desktop.actions.edit_people import CancelParticipation, EditParticipant
from eccp_desktop.actions.gone_for_today import GoneForToday
from eccp_desktop.actions.interpreters import AssignInterpreter, InterpreterChange, SetInterprets, TakeInterpreterAway
from eccp_desktop.actions.merge_people import MergePeople
from eccp_desktop.actions.move_meeting import MoveMeeting
from eccp_desktop.actions.presence import MarkGone
from eccp_desktop.actions.roll_call import SettleMeeting
from eccp_desktop.actions.seat_meeting import SeatPeople
from eccp_desktop.actions.swap_meetings import SwapMeetings
from eccp_desktop.actions.unschedule_meeting import UnscheduleMeeting
from eccp_desktop.base.clock import HeldClock
from eccp_desktop.desk.desk import Desk
from eccp_desktop.domain.hall import Hall
from eccp_desktop.domain.ids import MeetingId, ParticipantId, SlotId, TableId
from eccp_desktop.domain.refusals import Refusal
from eccp_desktop.domain.vocabulary import MeetingState, Presence
from eccp_desktop.store.checking import problems
from eccp_desktop.store.reads.hall import hall as read_hall
from eccp_desktop.ui.texts import sentence
from tests.event_day import Guests, Seat, event_desk
from tests.interpreted_fair import Speak, interpreted

OLGA, INES, ELENI, EMILY, MARCO, LIAM = (
    *("Olga Petrou", "Ines Costa", "Eleni Doukas"),
    *("Emily Ross", "Marco Roy", "Liam Byrne"),
)


@pytest.fixture
def desk(tmp_path: Path, clock: HeldClock) -> Iterator[Desk]:
    desk = event_desk(tmp_path, clock)
    yield desk
    assert desk.read(problems) == []
    desk.close()


@pytest.fixture
def people(desk: Desk) -> dict[str, str]:
    return interpreted(desk, INES, OLGA)


@pytest.fixture
def greek(desk: Desk, people: dict[str, str]) -> MeetingId:
    """Eleni and Emily, who share no language, in the first slot."""
    return MeetingId(desk.do(Seat(people[ELENI], people[EMILY], slot=0, table=1)))


def hall(desk: Desk) -> Hall:
    return desk.read(read_hall)


def voices(desk: Desk, meeting: MeetingId) -> list[str]:
    found = hall(desk)
    return [found.diaries[person].name for person in found.meetings[meeting].interpreters]


def refusal(desk: Desk, meeting: MeetingId, person: str) -> Refusal:
    with pytest.raises(Refusal) as refused:
        desk.do(AssignInterpreter(meeting, ParticipantId(person)))
    return refused.value


def seat(desk: Desk, slot: int, table: int) -> tuple[SlotId, TableId]:
    found = hall(desk)
    return list(found.slots)[slot], list(found.tables)[table - 1]


def test_somebody_is_assigned_taken_away_and_undone(desk: Desk, people: dict[str, str], greek: MeetingId) -> None:
    desk.do(AssignInterpreter(greek, ParticipantId(people[OLGA])))
    assert voices(desk, greek) == [OLGA]
    assert hall(desk).diaries[ParticipantId(people[OLGA])].meetings
    assert hall(desk).meetings[greek].people == (people[ELENI], people[EMILY])
    desk.do(TakeInterpreterAway(greek))
    assert voices(desk, greek) == []
    desk.undo()
    assert voices(desk, greek) == [OLGA]
    desk.undo()
    assert voices(desk, greek) == []
    with pytest.raises(Refusal, match="no_interpreter_there"):
        desk.do(TakeInterpreterAway(greek))


def test_who_cannot_interpret_is_refused_in_words(desk: Desk, people: dict[str, str], greek: MeetingId) -> None:
    lacking = refusal(desk, greek, people[INES])
    assert sentence(lacking) == "Ines Costa does not speak what meeting 1 needs: Greek and English."
    assert refusal(desk, greek, people[LIAM]).code == "does_not_interpret"
    assert refusal(desk, greek, people[ELENI]).code == "interpreter_takes_part"
    other = MeetingId(desk.do(Seat(people[MARCO], people[LIAM], slot=0, table=2)))
    desk.do(Seat(people[OLGA], people[INES], slot=0, table=3))
    assert refusal(desk, greek, people[OLGA]).code == "person_taken"
    desk.undo()
    desk.do(MarkGone(people[OLGA]))
    assert refusal(desk, greek, people[OLGA]).code == "person_gone"
    assert voices(desk, greek) == voices(desk, other) == []


def test_nobody_interprets_at_two_tables_at_once(desk: Desk, people: dict[str, str], greek: MeetingId) -> None:
    desk.do(AssignInterpreter(greek, ParticipantId(people[OLGA])))
    second = MeetingId(desk.do(Seat(people[MARCO], people[LIAM], slot=0, table=2)))
    desk.do(Speak(((people[OLGA], "it"),)))
    assert refusal(desk, second, people[OLGA]).code == "person_taken"
    with pytest.raises(Refusal, match="person_taken"):
        desk.do(SeatPeople((ParticipantId(people[OLGA]), ParticipantId(people[INES])), *seat(desk, 0, 3)))


def test_people_seated_by_hand_get_who_is_free_and_able(desk: Desk, people: dict[str, str]) -> None:
    pair = ParticipantId(people[ELENI]), ParticipantId(people[EMILY])
    desk.do(SeatPeople(pair, *seat(desk, 1, 1)))
    (meeting,) = hall(desk).meetings
    assert voices(desk, meeting) == [OLGA]
    desk.do(UnscheduleMeeting(meeting))
    desk.do(MarkGone(people[OLGA]))
    desk.do(SeatPeople(pair, *seat(desk, 2, 1)))
    assert hall(desk).meetings[meeting].seated, "a meeting is possible also where nobody interprets"
    assert voices(desk, meeting) == []


def test_who_interprets_comes_along_or_is_replaced_or_stands_in_the_way(
    desk: Desk, people: dict[str, str], greek: MeetingId
) -> None:
    desk.do(AssignInterpreter(greek, ParticipantId(people[OLGA])))
    desk.do(MoveMeeting(greek, *seat(desk, 1, 1)))
    assert voices(desk, greek) == [OLGA]
    desk.do(Seat(people[OLGA], people[LIAM], slot=2, table=2))
    with pytest.raises(Refusal) as refused:
        desk.do(MoveMeeting(greek, *seat(desk, 2, 1)))
    assert refused.value.code == "interpreter_not_free"
    assert "Olga Petrou" in sentence(refused.value)
    desk.do(Speak(((people[INES], "el"),)))
    desk.do(MoveMeeting(greek, *seat(desk, 2, 1)))
    assert voices(desk, greek) == [INES]


def test_meetings_that_change_places_keep_their_interpreters(
    desk: Desk, people: dict[str, str], greek: MeetingId
) -> None:
    desk.do(AssignInterpreter(greek, ParticipantId(people[OLGA])))
    italian = MeetingId(desk.do(Seat(people[MARCO], people[LIAM], slot=0, table=2)))
    desk.do(AssignInterpreter(italian, ParticipantId(people[INES])))
    desk.do(SwapMeetings(greek, italian))
    assert (voices(desk, greek), voices(desk, italian)) == ([OLGA], [INES])


def test_meetings_of_an_interpreter_who_goes_home_stay_seated(
    desk: Desk, people: dict[str, str], greek: MeetingId
) -> None:
    desk.do(AssignInterpreter(greek, ParticipantId(people[OLGA])))
    later = MeetingId(desk.do(Seat(people[ELENI], people[LIAM], slot=1, table=2)))
    desk.do(AssignInterpreter(later, ParticipantId(people[OLGA])))
    ines = ParticipantId(people[INES])
    desk.do(Speak(((ines, "el"),)))
    desk.do(Seat(ines, people[MARCO], slot=1, table=3))
    start = [slot.span.start for slot in hall(desk).slots.values()]

    found = desk.do(GoneForToday(people[OLGA]))

    assert found == (InterpreterChange(1, start[0], 1, INES), InterpreterChange(2, start[1], 2))
    assert (voices(desk, greek), voices(desk, later)) == ([INES], [])
    assert all(meeting.seated for meeting in hall(desk).meetings.values())
    desk.undo()
    assert (voices(desk, greek), voices(desk, later)) == ([OLGA], [OLGA])


@pytest.mark.parametrize("leave", [CancelParticipation, lambda who: SetInterprets(who, False)])
def test_who_does_not_come_or_no_longer_interprets_is_replaced(
    desk: Desk, people: dict[str, str], greek: MeetingId, leave: type
) -> None:
    desk.do(AssignInterpreter(greek, ParticipantId(people[OLGA])))
    desk.do(leave(people[OLGA]))
    assert voices(desk, greek) == []
    assert hall(desk).meetings[greek].seated
    desk.undo()
    assert voices(desk, greek) == [OLGA]


def test_the_roll_call_says_nothing_of_who_interprets(desk: Desk, people: dict[str, str], greek: MeetingId) -> None:
    desk.do(AssignInterpreter(greek, ParticipantId(people[OLGA])))
    desk.do(SettleMeeting(greek, MeetingState.HELD))
    found = hall(desk)
    assert found.meetings[greek].state is MeetingState.HELD
    assert found.diaries[ParticipantId(people[EMILY])].presence is Presence.HERE


def test_who_interprets_needs_two_languages(desk: Desk, people: dict[str, str]) -> None:
    with pytest.raises(Refusal, match="no_languages"):
        desk.do(SetInterprets(people[EMILY]))
    desk.do(EditParticipant(people[EMILY], "Emily", "Ross", languages=("en", "EL "), interprets=True))
    emily = hall(desk).diaries[ParticipantId(people[EMILY])]
    assert (emily.interprets, emily.languages) == (True, {"en", "el"})
    desk.do(EditParticipant(people[EMILY], "Emily", "Ross"))
    assert hall(desk).diaries[ParticipantId(people[EMILY])].interprets, "what is not said stays"
    with pytest.raises(Refusal, match="language_unknown"):
        desk.do(EditParticipant(people[EMILY], "Emily", "Ross", languages=("klingon",)))


def test_two_records_of_an_interpreter_become_one(desk: Desk, people: dict[str, str], greek: MeetingId) -> None:
    twin = desk.do(Guests(("Olga Petrou", "Olga Petru")))
    desk.do(AssignInterpreter(greek, ParticipantId(people[OLGA])))
    desk.do(Seat(people[MARCO], twin["Olga Petru"], slot=1, table=2))
    second = MeetingId(desk.do(Seat(people[ELENI], people[LIAM], slot=1, table=3)))
    desk.do(AssignInterpreter(second, ParticipantId(people[OLGA])))
    desk.do(MergePeople(twin["Olga Petru"], people[OLGA]))
    assert voices(desk, greek) == ["Olga Petru"]
    assert voices(desk, second) == [], "one sits in a meeting of that slot"
    assert hall(desk).diaries[ParticipantId(twin["Olga Petru"])].interprets
