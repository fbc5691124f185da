"""The screen in the hall."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from eccp_desktop.actions.gone_for_today import GoneForToday
from eccp_desktop.base.clock import HeldClock
from eccp_desktop.desk.desk import Desk
from eccp_desktop.ui.pages.now.hall_face import LEAST_ROW, sheet_for
from eccp_desktop.ui.pages.now.hall_screen import HallScreen
from eccp_desktop.ui.signals import DeskSignals
from tests.event_day import Guests, Seat, event_desk


@pytest.fixture
def desk(tmp_path: Path, clock: HeldClock) -> Iterator[Desk]:
    """Anna and Emily meet at 09:00 at table 2, Anna and Liam at 09:25 at table 3."""
    desk = event_desk(tmp_path, clock)
    people = list(desk.do(Guests(("Anna Rossi", "Emily Ross", "Marco Roy", "Liam Byrne"))).values())
    desk.do(Seat(people[0], people[1], slot=0, table=2))
    desk.do(Seat(people[0], people[3], slot=1, table=3))
    yield desk
    desk.close()


@pytest.fixture
def screen(desk: Desk, clock: HeldClock, qtbot: QtBot) -> Callable[[], HallScreen]:
    def make() -> HallScreen:
        screen = HallScreen(desk, DeskSignals(desk), clock)
        qtbot.addWidget(screen)
        screen.show_there()
        return screen

    return make


def _lines(screen: HallScreen) -> list[tuple[str, str]]:
    return [(line.number, line.forms[0]) for line in screen.face.lines]


def test_it_says_who_sits_where_and_how_long(screen: Callable[[], HallScreen], clock: HeldClock) -> None:
    clock.advance(timedelta(minutes=10))

    face = screen().face

    assert (face.title, face.countdown) == ("09:00 – 09:20", "ends in 10:00")
    assert [(line.number, *line.forms) for line in face.lines] == [
        ("2", "Anna Rossi – Emily Ross", "A. Rossi – E. Ross", "Rossi – Ross")
    ]


def test_in_the_last_three_minutes_it_shows_where_to_go_next(
    screen: Callable[[], HallScreen], clock: HeldClock
) -> None:
    shown = screen()
    clock.advance(timedelta(minutes=17))

    shown.tick()

    assert (shown.face.title, shown.face.countdown) == ("Next: 09:25", "ends in 03:00")
    assert _lines(shown) == [("3", "Anna Rossi – Liam Byrne")]
    clock.advance(timedelta(minutes=4))
    shown.tick()
    assert (shown.face.title, shown.face.countdown) == ("09:25 – 09:45", "starts in 04:00")


def test_it_follows_what_is_done_at_the_desk(screen: Callable[[], HallScreen], desk: Desk, qtbot: QtBot) -> None:
    shown = screen()
    person = desk.do(Guests(("Nina Nagy",)))["Nina Nagy"]
    other = desk.do(Guests(("Tom Otto", "Kim Lee")))["Kim Lee"]

    desk.do(Seat(person, other, slot=0, table=1))
    qtbot.waitUntil(lambda: ("1", "Nina Nagy – Kim Lee") in _lines(shown))
    desk.do(GoneForToday(person))
    qtbot.waitUntil(lambda: ("1", "Nina Nagy – Kim Lee") not in _lines(shown))


def test_after_the_last_slot_it_shows_the_time(screen: Callable[[], HallScreen], clock: HeldClock) -> None:
    clock.advance(timedelta(days=3))

    face = screen().face

    assert (face.title, face.countdown, face.lines) == ("Fair 2016", "09:00", ())


def test_escape_closes_it(screen: Callable[[], HallScreen], qtbot: QtBot) -> None:
    shown = screen()

    qtbot.keyClick(shown, Qt.Key.Key_Escape)

    assert not shown.isVisible()


@given(count=st.integers(1, 400), width=st.integers(300, 3000), height=st.integers(200, 900))
def test_every_table_is_on_a_sheet_and_no_row_is_too_low(count: int, width: int, height: int) -> None:
    sheet = sheet_for(count, width, height)

    assert sheet.columns * sheet.rows * sheet.sheets >= count
    assert sheet.sheets == 1 or height / sheet.rows >= LEAST_ROW
