"""Somebody at the laptop: presses keys, scans badges, reads what the window says."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QWindow
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from eccp_desktop.app import Program
from eccp_desktop.desk.desk import Desk
from eccp_desktop.domain.hall import Hall, HallMeeting
from eccp_desktop.store.journal.replay import Dump, dump
from eccp_desktop.store.reads.desk_list import DeskPerson, desk_people
from eccp_desktop.store.reads.hall import hall
from eccp_desktop.store.reads.history import HistoryLine, event_history
from eccp_desktop.ui.pages import Page
from eccp_desktop.ui.shell.open_event import OpenEvent
from eccp_desktop.ui.shell.scan_filter import GAP, SILENCE
from eccp_desktop.ui.shell.window import EventWindow
from tests.key_strokes import strike

PATIENCE = 20_000
"""Milliseconds for which a busy machine is waited for."""

MORNING = datetime(2016, 4, 25, 9, 15)
"""Doors are open, and the first slot begins at ten."""

TYPED, SCANNED = 0.16, 0.012
"""Seconds between two keys of somebody who types, and of a scanner."""

_Page = TypeVar("_Page", bound=Page)


class Volunteer:
    """Works with a program that has an event open. Keys go to whatever has the focus, as those of a keyboard do."""

    def __init__(self, program: Program, bot: QtBot) -> None:
        self._program, self._bot = program, bot
        self._sheets = 0
        self._hands = 0.0
        # Keys come as hands and scanners send them, however busy this machine is.
        self._scans = program._scans
        self._scans._seconds = lambda: self._hands
        self._scans._in_time = self._in_time  # type: ignore[method-assign]  # for the stamps that Qt's test keys bear

    # What is there

    @property
    def event(self) -> OpenEvent:
        assert self._program.event is not None
        return self._program.event

    @property
    def desk(self) -> Desk:
        return self.event.desk

    @property
    def window(self) -> EventWindow:
        return self.event.window

    @property
    def said(self) -> str:
        """The notice of the open page."""
        return self.window.page.notices.sentence if self.window.page is not None else ""

    @property
    def hall(self) -> Hall:
        return self.desk.read(hall)

    @property
    def tables(self) -> Dump:
        """Every table of the event, row by row."""
        return self.desk.read(dump)

    @property
    def history(self) -> list[HistoryLine]:
        """All steps, latest first."""
        return self.desk.read(event_history)

    def meeting(self, id: str) -> HallMeeting:
        return next(meeting for key, meeting in self.hall.meetings.items() if key == id)

    def person(self, name: str) -> DeskPerson:
        """The person of the list with this name, family name first."""
        return next(person for person in self.desk.read(desk_people) if person.list_name == name)

    def page(self, kind: type[_Page]) -> _Page:
        """The open page, which is of this kind."""
        page = self.window.page
        assert isinstance(page, kind), page
        return page

    # What hands do

    def at(self, moment: datetime) -> None:
        """It is this time at the venue (naive)."""
        self.event.rehearsal.move_to(moment)

    def press(self, *keys: str) -> None:
        """Press keys, written as shortcuts are ("Ctrl+Z", "Return", "1")."""
        for key in keys:
            self._hands += TYPED
            combination = QKeySequence(key)[0]
            focus = self._focus()
            strike(focus, combination.key(), combination.keyboardModifiers())
            # A letter is held back for the moment in which the next one of a scan would come; nobody is quicker than that.
            self._bot.waitUntil(lambda: not self._scans.holds or self._scans._complete)

    def type(self, text: str) -> None:
        """Type letters, in whatever case they are."""
        self._strike(text, TYPED)

    def _strike(self, text: str, apart: float) -> None:
        for letter in text:
            self._hands += apart
            focus = self._focus()
            strike(focus, _key_of(letter), Qt.KeyboardModifier.NoModifier, letter)

    def scan(self, code: str, end: str = "Return") -> None:
        """Scan a badge: letters faster than anybody types, then Enter, Tab, or nothing, as the scanner is set."""
        pause = self._scans._wait
        pause.blockSignals(True)  # a machine that is busy between two letters is no scanner that paused
        self._strike(code, SCANNED)
        if end:
            self._hands += SCANNED - TYPED
            self.press(end)
        pause.blockSignals(False)
        if not end:
            pause.start(SILENCE)

    def _in_time(self, _event: QKeyEvent) -> bool:
        return (self._hands - self._scans._last) * 1000 <= (SILENCE if self._scans._complete else GAP)

    def press_button(self, words: str) -> None:
        """Press the button with these words in the window that is in front."""
        front = QApplication.activeModalWidget() or self.window
        found = [
            button
            for button in front.findChildren(QAbstractButton)
            if button.text() == words and button.isVisible() and button.isEnabled()
        ]
        assert found, f"no button {words}"
        found[-1].click()

    def press_notice(self) -> None:
        """Press the button of the notice (Undo, mostly)."""
        page = self.window.page
        assert page is not None
        page.notices.findChild(QAbstractButton).click()

    # What eyes wait for

    def until(self, holds: Callable[[], object]) -> None:
        """Wait until it is so."""
        self._bot.waitUntil(lambda: bool(holds()), timeout=PATIENCE)

    def hears(self, *words: str) -> None:
        """Wait until the notice says all of this."""
        try:
            self.until(lambda: all(part in self.said for part in words))
        except Exception as problem:
            raise AssertionError(f"{words} was not said, but: {self.said!r}") from problem

    def undoes(self) -> None:
        """Ctrl+Z, and wait for the sentence."""
        steps = len(self.history)
        self.press("Ctrl+Z")
        self.until(lambda: len(self.history) > steps)
        self.hears("Undone: ")

    def modal(self) -> QWidget:
        """The sheet that has opened."""
        self.until(lambda: QApplication.activeModalWidget() is not None and QGuiApplication.focusWindow() is not None)
        sheet = QApplication.activeModalWidget()
        assert sheet is not None
        self.until(lambda: QApplication.activeWindow() is sheet)
        self._sheets += 1
        return sheet

    def popup(self) -> QWidget:
        """The menu that has opened."""
        self.until(lambda: QApplication.activePopupWidget() is not None)
        self._sheets += 1
        return QApplication.activePopupWidget()

    def _focus(self) -> QWindow:
        """The window that has the keyboard; after a sheet the main one, as window managers give it back."""
        if self._sheets and QGuiApplication.focusWindow() is None:
            front = QApplication.activeModalWidget() or self.window
            front.activateWindow()
            self.until(lambda: QGuiApplication.focusWindow() is not None)
        focus = QGuiApplication.focusWindow()
        assert focus is not None, "no window has the focus"
        return focus


def _key_of(letter: str) -> Qt.Key:
    sequence = QKeySequence(letter.upper())
    return sequence[0].key() if letter.strip() and sequence.count() else Qt.Key.Key_Space


def open_window(program: Program, event: Path, bot: QtBot) -> Volunteer:
    """Open an event as somebody does who comes to the desk in the morning."""
    assert program.open(event)
    assert program.event is not None
    window = program.event.window
    with bot.waitActive(window):
        window.activateWindow()
    program.event.desk.file.actor = "MK"
    volunteer = Volunteer(program, bot)
    volunteer.at(MORNING)
    return volunteer
