"""The program opens, makes and closes events, and says what is wrong with a file."""

import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, time
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from eccp_desktop.actions.create_event import CreateEvent
from eccp_desktop.actions.edit_tables import SetTables
from eccp_desktop.app import Program
from eccp_desktop.base.clock import HeldClock
from eccp_desktop.desk.opening import new_desk
from eccp_desktop.store.reads.hall import hall
from eccp_desktop.ui.kit.trouble_dialog import TroubleDialog
from eccp_desktop.ui.shell.earlier_event import EarlierEventSheet
from eccp_desktop.ui.shell.restore_sheet import RestoreSheet
from eccp_desktop.ui.shell.start_window import recent_files

EVENT = CreateEvent("Fair", "Europe/Berlin", (date(2016, 4, 25),), ((time(9), time(12)),), sides=("EU", "US"))


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication) -> Iterator[Program]:
    program = Program(qapp)
    program.start()
    yield program
    for window in QApplication.topLevelWidgets():
        window.close()
    program.close()
    program.leave()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def troubles() -> list[TroubleDialog]:
    return [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, TroubleDialog)]


def test_the_language_of_the_system_names_no_day_and_writes_no_number() -> None:
    """Asked of a program of its own, because Qt takes the system's locale over once, at its start."""
    program = (
        "import locale; from eccp_desktop.app import make_application; application = make_application(); "
        "print(locale.setlocale(locale.LC_TIME), locale.setlocale(locale.LC_NUMERIC))"
    )
    environment = os.environ | {"LC_ALL": "C.UTF-8", "QT_QPA_PLATFORM": "offscreen"}
    said = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=True)
    assert said.stdout.split() == ["C", "C"]


def test_a_new_event_opens_on_the_desk_and_is_remembered(program: Program, tmp_path: Path) -> None:
    path = tmp_path / "fair.eccp"
    program.create(path, EVENT)
    assert program.event is not None
    assert program.event.window.page is not None
    assert program.event.window.page.name == "desk"
    assert program.start_window is None
    assert recent_files(program._memory) == [path.resolve()]


def test_a_refused_event_leaves_no_file(program: Program, tmp_path: Path) -> None:
    path = tmp_path / "fair.eccp"
    program.create(path, CreateEvent("Fair", "Mars/Olympus"))
    assert not path.exists()
    assert program.event is None
    assert troubles()[0].windowTitle() == "There is no time zone Mars/Olympus. Write it like Europe/Berlin."


def test_a_file_that_is_no_event_is_said_and_the_start_window_stays(program: Program, tmp_path: Path) -> None:
    path = tmp_path / "letter.eccp"
    path.write_text("Dear colleagues, " * 100, encoding="utf-8")
    assert not program.open(path)
    assert troubles()
    assert program.start_window is not None


def test_another_event_takes_the_place_of_the_first(program: Program, tmp_path: Path) -> None:
    program.create(tmp_path / "one.eccp", EVENT)
    first = program.event
    assert first is not None
    program.create(tmp_path / "two.eccp", EVENT)
    assert program.event is not None
    assert program.event is not first
    assert program.open(tmp_path / "one.eccp")
    assert not program.event.desk.file.read_only


def test_an_event_whose_last_backup_fails_gives_way_and_says_so(program: Program, tmp_path: Path) -> None:
    program.create(tmp_path / "one.eccp", EVENT)
    assert program.event is not None
    program.event._backup.wait()
    folder = tmp_path / "one backups"
    folder.rename(tmp_path / "elsewhere")
    folder.write_text("no folder")
    program.event.desk.do(SetTables(4))
    program.create(tmp_path / "two.eccp", EVENT)
    assert program.event.desk.file.path.name == "two.eccp"
    assert len(troubles()) == 1
    assert program.open(tmp_path / "one.eccp")
    assert not program.event.desk.file.read_only, "its lock was given back"
    folder.unlink()


def test_going_back_to_a_backup_keeps_what_was_and_goes_on_with_it(
    program: Program, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "fair.eccp"
    program.create(path, EVENT)
    assert program.event is not None
    program.event.desk.do(SetTables(4))
    (backup,) = program.event.backups.make()
    program.event.desk.do(SetTables(9))
    program.restore(backup)
    assert program.event is not None
    assert len(program.event.desk.read(hall).tables) == 4
    kept = list(tmp_path.glob("fair.replaced-*.eccp"))
    assert len(kept) == 1
    program.event.desk.do(SetTables(5))
    assert program.event.desk.file.incarnation is not None
    assert program.event.desk.file.incarnation.letter == "B"


def test_the_backups_are_offered_latest_first(program: Program, tmp_path: Path) -> None:
    program.create(tmp_path / "fair.eccp", EVENT)
    assert program.event is not None
    program.event.backups.make()
    program.event.desk.do(SetTables(4))
    program.event.backups.make()
    program._ask_for_restore()
    sheet = next(one for one in QApplication.topLevelWidgets() if isinstance(one, RestoreSheet))
    times = [line.made for line in sheet.backups.rows_model.rows]
    assert times == sorted(times, reverse=True)
    assert len(times) >= 2


def test_an_event_begins_like_an_earlier_one(program: Program, tmp_path: Path, clock: HeldClock) -> None:
    earlier = tmp_path / "earlier.eccp"
    desk = new_desk(earlier, clock, "MK")
    desk.do(EVENT)
    desk.close()
    assert program.start_window is not None
    program.start_window.earlier_wanted.emit(earlier)
    sheet = program.start_window.findChild(EarlierEventSheet)
    assert sheet is not None
    assert sheet.intent() is None
    sheet._name.setText("Fair 2017")
    sheet._day.setText("2017-04-24")
    intent = sheet.intent()
    assert intent is not None
    sheet.reject()
    program.create(tmp_path / "next.eccp", intent)
    assert program.event is not None
    slots = program.event.desk.read(hall).slots.values()
    assert {slot.span.start.date() for slot in slots} == {date(2017, 4, 24)}
