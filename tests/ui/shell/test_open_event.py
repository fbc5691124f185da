"""An event in its window: backups, rehearsal, a second reader."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from eccp_desktop.actions.edit_event import EditEvent
from eccp_desktop.base.clock import HeldClock, ShiftedClock
from eccp_desktop.desk.backup_schedule import back_up_into, backup_folder
from eccp_desktop.desk.opening import new_desk, open_desk
from eccp_desktop.store.reads.now_frame import now_frame
from eccp_desktop.ui.appearance import Appearance
from eccp_desktop.ui.kit.trouble_dialog import TroubleDialog
from eccp_desktop.ui.memory import Memory
from eccp_desktop.ui.pages.catalogue import PAGES
from eccp_desktop.ui.pages.timetable import TimetablePage
from eccp_desktop.ui.shell.open_event import OpenEvent
from tests.fairs import FAIR, FillFair

Opening = Callable[[], OpenEvent]


@pytest.fixture
def path(tmp_path: Path, clock: HeldClock) -> Path:
    path = tmp_path / "fair.eccp"
    desk = new_desk(path, clock, "MK")
    desk.do(FAIR)
    desk.do(FillFair(people=12, meetings=12, waiting=1))
    desk.close()
    return path


@pytest.fixture
def opening(qtbot: QtBot, path: Path, clock: HeldClock, memory: Memory, appearance: Appearance) -> Iterator[Opening]:
    opened: list[OpenEvent] = []

    def open_it() -> OpenEvent:
        shifted = ShiftedClock(clock)
        event = OpenEvent(open_desk(path, shifted, "AB"), PAGES, shifted, memory, appearance)
        event.window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        qtbot.addWidget(event.window)
        opened.append(event)
        return event

    yield open_it
    for event in reversed(opened):
        event.close()


def copies(path: Path) -> int:
    return len(list(backup_folder(path).glob("*.eccp")))


def test_a_backup_is_made_at_the_start_and_the_strip_tells(qtbot: QtBot, path: Path, opening: Opening) -> None:
    event = opening()
    qtbot.waitUntil(lambda: copies(path) == 1)
    qtbot.waitUntil(lambda: event.window.strip._backup.text() == "backup less than a minute ago")


def test_that_no_backup_can_be_made_is_said_once(qtbot: QtBot, path: Path, opening: Opening) -> None:
    """What opens in front of the Desk stops the check-in; the strip tells how old the latest one is."""
    backup_folder(path).write_text("a file where the folder should be")
    event = opening()
    dialogs = partial(event.window.findChildren, TroubleDialog)
    qtbot.waitUntil(lambda: len(dialogs()) == 1)
    assert "No backup could be made" in dialogs()[0].windowTitle()
    event.desk.do(EditEvent("Summit", "Europe/Berlin"))
    event._back_up()
    qtbot.waitUntil(lambda: not event._backup.running)  # type: ignore[union-attr]  # it has just begun
    QApplication.processEvents()
    assert len(dialogs()) == 1
    backup_folder(path).unlink()
    event._back_up()
    qtbot.waitUntil(lambda: copies(path) == 1)


def test_every_page_of_the_list_opens(qtbot: QtBot, opening: Opening) -> None:
    event = opening()
    event.window.show()
    for place in PAGES:
        page = event.window.open_page(place.name)
        assert page is not None
        assert (page.name, page.title, page.icon) == (place.name, place.title, place.icon)


def test_rehearsal_moves_the_clock_and_says_so(opening: Opening, clock: HeldClock) -> None:
    event = opening()
    event.window.show()
    event.rehearsal.begin()
    assert event.window.strip._time.text().startswith("09:00")
    event.rehearsal.step()
    assert event.window.strip._time.text().startswith("09:05")
    assert event.window.banner.isVisible()
    event.rehearsal.end()
    assert not event.window.banner.isVisible()


def test_rehearsal_goes_to_the_next_slot_and_its_band_fits_a_small_window(opening: Opening) -> None:
    event = opening()
    event.window.resize(800, 560)
    event.window.show()
    event.rehearsal.move_to(datetime(2016, 4, 25, 9, 1))
    starts = [figures.slot.span.start for figures in event.desk.read(now_frame).slots]

    buttons = [button for button in event.window.banner.findChildren(QPushButton) if button.isVisible()]

    buttons[1].click()

    coming = next(start for start in starts if start > datetime(2016, 4, 25, 9, 0))
    assert event.window.strip._time.text().startswith(f"{coming:%H:%M}")
    assert [button.text() for button in buttons] == ["5 min on (F9)", "Next slot (Shift+F9)", "End rehearsal"]
    assert all(button.width() >= button.sizeHint().width() for button in buttons)
    event.rehearsal.move_to(starts[-1])
    assert [button.text() for button in buttons if button.isVisible()] == ["5 min on (F9)", "End rehearsal"]


def test_a_page_that_was_opened_before_the_rehearsal_follows_its_clock(qtbot: QtBot, opening: Opening) -> None:
    event = opening()
    event.window.show()
    page = event.window.open_page("timetable")
    assert isinstance(page, TimetablePage)
    before = page.view.grid_model.now
    event.window.open_page("desk")
    event.rehearsal.move_to(before - timedelta(hours=2))
    event.window.open_page("timetable")
    qtbot.waitUntil(lambda: page.view.grid_model.now < before)


def test_a_rehearsal_that_was_not_ended_goes_on_where_it_was_left(opening: Opening) -> None:
    event = opening()
    event.rehearsal.move_to(datetime(2016, 4, 25, 10, 30))
    event.close()
    again = opening()
    assert again.rehearsal.begin_words == "Go on with the rehearsal"

    again.rehearsal.begin()

    assert again.window.strip._time.text().startswith("10:30")
    again.rehearsal.end()
    assert again.rehearsal.begin_words == "Rehearse the first day"


def test_initials_stand_beside_the_steps(opening: Opening) -> None:
    event = opening()
    event._set_actor("KL")
    assert event.window.strip._place.text().endswith(", KL")
    assert event.desk.file.actor == "KL"


def test_a_second_window_reads_and_follows(qtbot: QtBot, opening: Opening) -> None:
    writer, reader = opening(), opening()
    reader.window.show()
    assert reader.desk.file.read_only
    assert "Here it can be read" in reader.window.banner._words.text()
    reader.window.open_page("event")
    writer.desk.do(EditEvent("Summit", "Europe/Berlin"))
    reader._follow.check()
    qtbot.waitUntil(lambda: reader.window.strip._event.text() == "Summit")


def test_the_palette_finds_people_by_any_spelling(opening: Opening) -> None:
    event = opening()
    found = event.facts.find("muller")
    assert "Jürgen Müller" in [line.title for line in found]


def test_a_backup_of_a_rehearsal_bears_the_true_time(
    qtbot: QtBot, path: Path, opening: Opening, clock: HeldClock
) -> None:
    event = opening()
    qtbot.waitUntil(lambda: copies(path) == 1)
    event.rehearsal.move_to(datetime(2016, 4, 25, 9, 0))
    clock.advance(timedelta(hours=1))
    back_up_into(event.desk)
    assert event.backups.last == clock.now()
