"""The demo event, made once from its files; each test works in a copy of it, at a quarter past nine on the first morning."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from eccp_desktop.app import Program
from eccp_desktop.base.clock import ShiftedClock, SystemClock
from eccp_desktop.base.paths import HOME_VARIABLE
from eccp_desktop.desk import demo
from eccp_desktop.desk.opening import new_desk
from eccp_desktop.desk.papers import Papers, PrintJob
from tests.journeys.volunteer import Volunteer, open_window

ENOUGH_SECONDS = 3.0
"""For the engine: what it places after them does not matter here."""


def _told(what: str, sentence: str) -> None:
    """Nobody listens."""


@pytest.fixture(scope="session")
def demo_event(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo's own files, imported, placed and printed as the demo does; without its exports and its report."""
    folder = tmp_path_factory.mktemp("demo")
    clock = ShiftedClock(SystemClock())
    clock.move_to(demo.MADE_AT)
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv(HOME_VARIABLE, str(folder / "home"))
        desk = new_desk(folder / demo.EVENT_FILE, clock, demo.ACTOR)
        demo._lay_down(desk, _told)
        demo._import(desk, _told)
        demo._schedule(desk, ENOUGH_SECONDS, _told)
        for document in ("badges", "schedules"):
            Papers(desk).save(PrintJob(document), folder / f"{document}.pdf")
        desk.close()
    return folder / demo.EVENT_FILE


@pytest.fixture
def event_copy(demo_event: Path, tmp_path: Path) -> Path:
    """A copy of the demo event, to work in."""
    return Path(shutil.copy(demo_event, tmp_path / demo_event.name))


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication) -> Iterator[Program]:
    program = Program(qapp)
    yield program
    for window in QApplication.topLevelWidgets():
        window.close()
    program.close()
    program.leave()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def volunteer(program: Program, event_copy: Path, qtbot: QtBot) -> Volunteer:
    """Somebody in front of the window with the event open, in the morning before the first slot."""
    return open_window(program, event_copy, qtbot)
