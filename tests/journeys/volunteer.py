"""Somebody at the laptop: presses keys, scans badges, reads what the window says."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from time import monotonic
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QWindow
from PySide6.QtTest import QTest
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
from eccp_desktop.ui.shell.window import EventWindow

PATIENCE = 20_000
"""Milliseconds for which a busy machine is waited for."""

MORNING = datetime(2016, 4, 25, 9, 15)
"""Doors are open, and the first slot begins at ten."""

_Page = TypeVar("_Page", bound=Page)


class Volunteer:
    """Works with a program that has an event open. Keys go to whatever has the focus, as those of a keyboard do."""

    def __init__(self, program: Program, bot: QtBot) -> None:
        self._program, self._bot = program, bot
        self._sheets = 0

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
            combination = QKeySequence(key)[0]
            focus = self._focus()
            QTest.keyClick(focus, combination.key(), combination.keyboardModifiers())

    def type(self, text: str) -> None:
        """Type letters, in whatever case they are."""
        for letter in text:
            focus = self._focus()
            QTest.sendKeyEvent(QTest.KeyAction.Click, focus, _key_of(letter), letter, Qt.KeyboardModifier.NoModifier)

    def scan(self, code: str) -> None:
        """Scan a badge: the scanner types it faster than anybody, however busy this machine is, and ends with Enter."""
        scans = self._program._scans
        scans._seconds = lambda: 0.0
        self.type(code)
        self.press("Return")
        scans._seconds = monotonic

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
