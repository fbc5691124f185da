"""What the window says about the laptop's clock when an event is opened."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from eccp_desktop.base.clock import HeldClock, ShiftedClock
from eccp_desktop.desk.opening import new_desk, open_desk
from eccp_desktop.ui.appearance import Appearance
from eccp_desktop.ui.memory import Memory
from eccp_desktop.ui.pages.catalogue import PAGES
from eccp_desktop.ui.shell.open_event import OpenEvent
from tests.fairs import FAIR

Opening = Callable[[datetime], OpenEvent]


@pytest.fixture
def opening(qtbot: QtBot, tmp_path: Path, memory: Memory, appearance: Appearance) -> Iterator[Opening]:
    opened: list[OpenEvent] = []
    path = tmp_path / "fair.eccp"
    made = new_desk(path, HeldClock(datetime(2016, 4, 24, 18, 0, tzinfo=UTC)), "MK")
    made.do(FAIR)
    made.close()

    def open_at(now: datetime) -> OpenEvent:
        clock = ShiftedClock(HeldClock(now))
        event = OpenEvent(open_desk(path, clock, "AB"), PAGES, clock, memory, appearance)
        event.window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        qtbot.addWidget(event.window)
        opened.append(event)
        return event

    yield open_at
    for event in opened:
        event.close()


def press(event: OpenEvent, verb: str) -> None:
    buttons = event.window.banner.findChildren(QAbstractButton)
    next(button for button in buttons if button.text() == verb and not button.isHidden()).click()


def said(event: OpenEvent) -> str:
    return event.window.banner._words.text() if not event.window.banner.isHidden() else ""


def test_a_clock_behind_the_file_is_said_and_can_be_confirmed(opening: Opening) -> None:
    event = opening(datetime(2016, 4, 24, 16, 55, tzinfo=UTC))
    assert said(event).startswith("This laptop's clock says 24 April 2016, 18:55, but the last step")
    assert "24 April 2016, 20:00" in said(event)
    press(event, "The clock is right")
    assert said(event) == ""


def test_a_clock_ten_years_ahead_is_said(opening: Opening) -> None:
    event = opening(datetime(2026, 4, 25, 7, 30, tzinfo=UTC))
    assert "this event was to begin on Monday 25 April 2016" in said(event)
    press(event, "Rehearse the first day")
    assert said(event).startswith("Rehearsal: the clock was moved to 25 Apr 2016, 09:00")
    press(event, "5 min on (F9)")
    assert said(event).startswith("Rehearsal: the clock was moved to 25 Apr 2016, 09:05")


def test_a_clock_that_is_right_is_not_spoken_of(opening: Opening) -> None:
    assert said(opening(datetime(2016, 4, 24, 18, 0, tzinfo=UTC) + timedelta(minutes=1))) == ""
