"""Who interprets, by hand: on the Now page and in the timetable."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from eccp_desktop.actions.interpreters import AssignInterpreter
from eccp_desktop.base.clock import HeldClock
from eccp_desktop.desk.desk import Desk
from eccp_desktop.domain.ids import MeetingId, ParticipantId
from eccp_desktop.store.reads.desk_card import desk_card
from eccp_desktop.store.reads.hall import hall
from eccp_desktop.ui.pages.desk.late_menu import late_menu
from eccp_desktop.ui.pages.now.page import NowPage
from eccp_desktop.ui.pages.now.words import interpreter
from tests.event_day import Seat, event_desk
from tests.interpreted_fair import interpreted
from tests.ui.shown_pages import shown_now


@pytest.fixture
def desk(tmp_path: Path, clock: HeldClock) -> Iterator[Desk]:
    desk = event_desk(tmp_path, clock)
    yield desk
    desk.close()


@pytest.fixture
def people(desk: Desk) -> dict[str, str]:
    return interpreted(desk, "Ines Costa", "Olga Petrou")


@pytest.fixture
def greek(desk: Desk, people: dict[str, str]) -> MeetingId:
    return MeetingId(desk.do(Seat(people["Eleni Doukas"], people["Emily Ross"], slot=0, table=2)))


@pytest.fixture
def page(desk: Desk, greek: MeetingId, clock: HeldClock, qtbot: QtBot) -> NowPage:
    return shown_now(desk, clock, qtbot)


def popped(bot: QtBot) -> QMenu:
    found: Callable[[], QWidget | None] = QApplication.activePopupWidget
    bot.waitUntil(lambda: isinstance(found(), QMenu))
    menu = found()
    assert isinstance(menu, QMenu)
    return menu


def voices(desk: Desk, meeting: MeetingId) -> list[str]:
    found = desk.read(hall)
    return [found.diaries[one].name for one in found.meetings[meeting].interpreters]


def test_the_floor_assigns_an_interpreter_by_keys(
    desk: Desk, page: NowPage, greek: MeetingId, people: dict[str, str], qtbot: QtBot
) -> None:
    page.show_thing(greek)
    assert page.table is not None
    assert page.table.meeting is not None
    assert interpreter(page.table.meeting) == "Nobody interprets: Greek and English"
    page.deeds.choose_interpreter()
    menu = popped(qtbot)
    assert [action.text() for action in menu.actions() if not action.isSeparator()] == [
        "Meeting 1 needs Greek and English",
        "Olga Petrou (Greek, English)",
        "Ines Costa does not speak what meeting 1 needs: Greek and English.",
    ]
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.notices.sentence == "Olga Petrou interprets in meeting 1.")
    assert voices(desk, greek) == ["Olga Petrou"]
    qtbot.waitUntil(lambda: page.table is not None and page.table.meeting is not None and not page.table.meeting.unmet)
    assert page.table.meeting is not None
    assert interpreter(page.table.meeting).startswith("Interpreter: Olga Petrou (here")


def test_the_floor_takes_an_interpreter_away(
    desk: Desk, page: NowPage, greek: MeetingId, people: dict[str, str], qtbot: QtBot
) -> None:
    desk.do(AssignInterpreter(greek, ParticipantId(people["Olga Petrou"])))
    page.show_thing(greek)
    page.deeds.choose_interpreter()
    menu = popped(qtbot)
    next(action for action in menu.actions() if action.text() == "Take Olga Petrou away").trigger()
    menu.close()
    qtbot.waitUntil(lambda: page.notices.sentence == "Nobody interprets in meeting 1 any more.")
    assert voices(desk, greek) == []


def test_who_goes_home_hears_in_what_they_interpret_no_more(
    desk: Desk, page: NowPage, greek: MeetingId, people: dict[str, str], qtbot: QtBot
) -> None:
    olga = ParticipantId(people["Olga Petrou"])
    desk.do(AssignInterpreter(greek, olga))
    card = desk.read(desk_card, olga, page.situation.now.moment)
    assert card is not None
    assert (card.next is not None, card.interprets) == (True, True)
    menu = late_menu(card.person, (), card.leaving(page.situation.now.moment), page.absences._mark, page)
    leave = next(action for action in menu.actions() if action.text().startswith("&Gone"))
    assert leave.text() == "&Gone for today, interprets no more in 1 meeting"
    leave.trigger()
    menu.close()
    said = "Olga Petrou is gone for today. Nobody interprets: 09:00 table 2."
    qtbot.waitUntil(lambda: page.notices.sentence == said)
