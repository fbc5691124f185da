"""The stage of the scenes: an event in its window, hands that type, and a camera that waits until the window rests."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QEvent, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QKeySequence, QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QPushButton, QWidget

from eccp_desktop.base.clock import ShiftedClock, SystemClock
from eccp_desktop.desk.desk import Desk
from eccp_desktop.desk.opening import open_desk
from eccp_desktop.store.reads.hall import hall
from eccp_desktop.store.unit import Unit
from eccp_desktop.ui.appearance import Appearance
from eccp_desktop.ui.memory import Memory
from eccp_desktop.ui.pages import Page
from eccp_desktop.ui.pages.catalogue import PAGES
from eccp_desktop.ui.shell.open_event import OpenEvent
from eccp_desktop.ui.shell.rail import RailItem

REST = 150
"""Milliseconds without work after which a window counts as painted."""

LONGEST = 20_000
"""Milliseconds that a preview or a search may take on a busy machine."""

SOON = 1_000
"""A timer of fewer milliseconds stands for something that the window will still do by itself."""

OVER = (Qt.WindowType.Dialog, Qt.WindowType.Sheet, Qt.WindowType.Popup)


def settle(rest: int = REST) -> None:
    """Let the windows work until nothing is read, drawn or put off any more."""
    whole, quiet = QElapsedTimer(), QElapsedTimer()
    whole.start()
    quiet.start()
    while quiet.elapsed() < rest and whole.elapsed() < LONGEST:
        QApplication.processEvents()
        QTest.qWait(5)
        if _busy():
            quiet.restart()


def _busy() -> bool:
    if any(thread.name == "job" for thread in threading.enumerate()):
        return True
    timers = (timer for window in QApplication.topLevelWidgets() for timer in window.findChildren(QTimer))
    return any(timer.isSingleShot() and timer.isActive() and timer.interval() < SOON for timer in timers)


def press(around: QWidget, words: str) -> None:
    """Press the button with these words."""
    button = next(one for one in around.findChildren(QPushButton) if one.text() == words and one.isVisible())
    button.click()
    settle()


def picture(window: QWidget, path: Path) -> None:
    """Save what is on the screen: the window, with the sheets and menus that stand over it."""
    settle()
    over = [one for one in QApplication.topLevelWidgets() if one.isVisible() and one.windowType() in OVER]
    corner = window.mapToGlobal(QPoint())
    area = QRect(QPoint(), window.size())
    for one in over:
        area = area.united(QRect(one.mapToGlobal(QPoint()) - corner, one.size()))
    ratio = window.devicePixelRatioF()
    shown = QPixmap(area.size() * ratio)
    shown.setDevicePixelRatio(ratio)
    shown.fill(Qt.GlobalColor.gray)
    painter = QPainter(shown)
    painter.drawPixmap(-area.topLeft(), window.grab())
    for one in over:
        painter.drawPixmap(one.mapToGlobal(QPoint()) - corner - area.topLeft(), one.grab())
    painter.end()
    shown.save(str(path))


@dataclass(frozen=True, slots=True)
class Nothing:
    """Done when everything is done that was asked for before."""

    title: ClassVar[str] = "Nothing"

    def apply(self, unit: Unit) -> None: ...


@dataclass(slots=True)
class Stage:
    """What a scene works with. Its pictures are called `name` and `suffix`."""

    event: OpenEvent
    out: Path
    suffix: str
    state: str
    taken: list[str] = field(default_factory=list)

    @property
    def desk(self) -> Desk:
        return self.event.desk

    @property
    def busy(self) -> bool:
        """Whether there are people and meetings to play scenes with."""
        return bool(self.desk.read(hall).meetings)

    def take(self, name: str) -> None:
        """Take a picture of the window with what stands over it, once all is saved that was begun."""
        settle()
        self.desk.rehearse(Nothing())
        picture(self.event.window, self.out / f"{name}{self.suffix}.png")
        self.taken.append(name)

    def open(self, name: str) -> Page:
        """Open a page, and wait for what it reads."""
        page = self.event.window.open_page(name)
        assert page is not None
        settle()
        return page

    def at(self, moment: datetime) -> None:
        """It is this wall time at the venue."""
        self.event.rehearsal.move_to(moment)
        self.event.window.banner.hide()
        settle()

    def press(self, *keys: str) -> None:
        """Press keys, written as shortcuts are."""
        for key in keys:
            combination = QKeySequence(key)[0]
            QTest.keyClick(self._focus(), combination.key(), combination.keyboardModifiers())
            settle(40)

    def undo(self) -> None:
        """Take the last step back, and the notice away that says so."""
        self.press("Ctrl+Z")
        settle()
        self.clear()

    def type(self, text: str) -> None:
        """Type letters where the focus is."""
        QTest.keyClicks(self._focus(), text)
        settle()

    def clear(self) -> None:
        """Close sheets and menus, and take the notice away."""
        for one in QApplication.topLevelWidgets():
            if one.isVisible() and isinstance(one, QDialog | QMenu):
                one.close()
        page = self.event.window.page
        if page is not None:
            page.notices.hide()
        settle()
        self.event.window.activateWindow()
        settle(40)

    def _focus(self) -> QWidget:
        front = QApplication.activePopupWidget() or QApplication.activeModalWidget() or self.event.window
        return front.focusWidget() or front


@contextmanager
def staged(path: Path, appearance: Appearance, size: tuple[int, int]) -> Iterator[OpenEvent]:
    """The event of a file in a window of this size, with a clock that can be moved."""
    clock = ShiftedClock(SystemClock())
    event = OpenEvent(open_desk(path, clock, "MK"), PAGES, clock, Memory(path.with_suffix(".json")), appearance)
    event.window.setMinimumSize(1, 1)
    event.window.resize(*size)
    event.window.show()
    for item in event.window.rail.findChildren(RailItem):
        # The pointer of this platform stands in a corner.
        item.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    yield event
    event.window.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    event.close()
