"""The screen in the hall: a second window with the slot, the countdown, and where everybody sits."""

from datetime import timedelta

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QGuiApplication,
    QHideEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QScreen,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import QWidget

from eccp_desktop.base.clock import Clock
from eccp_desktop.base.i18n import N_
from eccp_desktop.desk.desk import Desk
from eccp_desktop.domain.hall import HallSlot
from eccp_desktop.domain.now import Bell, wall_time
from eccp_desktop.store.changes import ChangeSet
from eccp_desktop.store.reads.now_board import now_board
from eccp_desktop.store.reads.now_frame import NowFrame, now_frame
from eccp_desktop.ui.pages.now import words
from eccp_desktop.ui.pages.now.hall_face import HallFace, HallLine, lines_of, paint_face
from eccp_desktop.ui.pages.now.situation import Situation, situation
from eccp_desktop.ui.signals import DeskSignals
from eccp_desktop.ui.theme import tokens_now

COMING = timedelta(minutes=3)
"""So long before its end a slot gives the screen to the next one."""

SMALL_WINDOW = QSize(960, 540)

TURN = 10
"""Seconds for which one sheet of tables is shown where they do not fit on one."""


class HallScreen(QWidget):
    """Full screen on the second display where there is one, else a window. A double click fills the screen, or no more.

    It never has the keyboard: keys and scans are for the window at which somebody works. There Escape closes it on the Now
    page, and on any page while it lies over that window. Where a system lets it have keys, Escape and F11 work in it too.

    It is a window of its own that lives as long as its parent. When its display is unplugged it becomes a window on the one
    that is left, and says so by `left_alone`; when one is plugged in again it goes back there.
    """

    left_alone = Signal()

    def __init__(self, desk: Desk, signals: DeskSignals, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window | Qt.WindowType.WindowDoesNotAcceptFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # a scan that comes in here is heard as in any other place
        self._desk = desk
        self._clock = clock
        self._turn = 0
        self._shown: HallSlot | None = None
        self._frame = NowFrame("", "UTC", ())
        self._lines: tuple[HallLine, ...] = ()
        self.face = HallFace("", "", "", ())
        self.setWindowTitle(N_("Hall screen"))
        self.resize(SMALL_WINDOW)
        self._second = QTimer(self, interval=1000)
        self._second.timeout.connect(self.tick)
        self._uncover = QShortcut(QKeySequence("Escape"), parent.window(), self.close) if parent is not None else None
        self._look_over()
        self._display: QScreen | None = None
        self._homeless = False
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.screenRemoved.connect(self._display_gone)
        application.screenAdded.connect(self._display_there)
        signals.changed.connect(self._follow)
        self._reload()

    def show_there(self) -> None:
        """Show it where the hall sees it."""
        parent = self.parentWidget()
        own = parent.window().screen() if parent is not None else QGuiApplication.primaryScreen()
        other = next((screen for screen in QGuiApplication.screens() if screen is not own), None)
        self._second.start()
        self._display, self._homeless = other, False
        if other is None:
            self.show()
            self.raise_()
        else:
            self.setScreen(other)
            self.setGeometry(other.geometry())
            self._fill()

    def _display_gone(self, display: QScreen) -> None:
        if display is self._display:
            self._display = None
            if self.isVisible():
                # Qt brings the window over, as large as it was, once the display is really away.
                QTimer.singleShot(0, self, self._come_home)

    def _come_home(self) -> None:
        """Be an ordinary window beside the work, which a full screen would lie over."""
        parent = self.parentWidget()
        left = parent.window().screen() if parent is not None else QGuiApplication.primaryScreen()
        room = left.availableGeometry()
        self.showNormal()
        self.setGeometry(QRect(room.topLeft() + QPoint(40, 40), QSize(SMALL_WINDOW).boundedTo(room.size())))
        if parent is not None:
            parent.window().activateWindow()
        self._homeless = True
        self.left_alone.emit()

    def _display_there(self, _display: QScreen) -> None:
        if self._homeless and self.isVisible():
            QTimer.singleShot(0, self, self.show_there)

    def tick(self) -> None:
        """A second went by."""
        self._turn += 1
        now = situation(self._frame, self._clock.now())
        if _on_screen(now) != self._shown:
            self._read_lines(now)
        self._show(now)

    def _reload(self) -> None:
        self._frame = self._desk.read(now_frame)
        now = situation(self._frame, self._clock.now())
        self._read_lines(now)
        self._show(now)

    def _read_lines(self, now: Situation) -> None:
        self._shown = _on_screen(now)
        self._lines = lines_of(self._desk.read(now_board, self._shown.id).tables) if self._shown is not None else ()

    def _show(self, now: Situation) -> None:
        self.face = self._face(now)
        self.setAccessibleName(f"{self.face.title}, {self.face.countdown}")
        self.update()

    def _face(self, now: Situation) -> HallFace:
        slot, clock = self._shown, f"{wall_time(self._clock.now(), self._frame.zone):%H:%M}"
        if slot is None or now.slot is None or now.countdown is None:
            return HallFace(self._frame.event, clock, "", ())
        if slot != now.slot:
            title = N_("Next: {time}").format(time=f"{slot.span.start:%H:%M}")
            below = N_("{time} ends. Then please go to these tables.").format(time=words.span(now.slot.span))
            return HallFace(title, words.countdown(now.countdown), below, self._lines, coming=True)
        if now.countdown.bell is Bell.OVER:
            return HallFace(self._frame.event, clock, "", ())
        coming = now.countdown.bell is Bell.STARTS
        below = words.day(slot.span.start) if coming else f"{self._frame.event}, {clock}"
        return HallFace(words.span(slot.span), words.countdown(now.countdown), below, self._lines, coming=coming)

    def _follow(self, change: ChangeSet) -> None:
        if change.touches("meeting", "meeting_person", "participant", "slot", "hall_table", "event"):
            self._reload()

    def _look_over(self) -> None:
        """Escape is taken from the work only while nothing of it can be seen."""
        parent = self.parentWidget()
        if self._uncover is not None and parent is not None:
            covers = self.isVisible() and self.isFullScreen() and self.screen() is parent.window().screen()
            self._uncover.setEnabled(covers)

    def _give_back(self) -> None:
        parent = self.parentWidget()
        if parent is not None and self.isActiveWindow():
            parent.window().activateWindow()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowStateChange:
            self._look_over()
        elif event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            QTimer.singleShot(0, self, self._give_back)  # not every system asks whether a window wants the keyboard

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._look_over()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._turn_full()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_face(painter, self.rect(), self.face, tokens_now(), self._turn // TURN)
        painter.end()

    def hideEvent(self, event: QHideEvent) -> None:
        self._second.stop()
        self._look_over()
        super().hideEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        elif event.key() == Qt.Key.Key_F11:
            self._turn_full()
        else:
            super().keyPressEvent(event)

    def _turn_full(self) -> None:
        if self.isFullScreen():
            self.showNormal()
        else:
            self._fill()

    def _fill(self) -> None:
        """Fill the screen. `showFullScreen` would ask for the keyboard as well."""
        self.setWindowState(Qt.WindowState.WindowFullScreen)
        self.show()


def _on_screen(now: Situation) -> HallSlot | None:
    """The slot whose tables are shown: in the last minutes that is the next one of the day."""
    slot, following = now.slot, now.following
    if slot is None or following is None or now.countdown is None or now.countdown.bell is not Bell.ENDS:
        return slot
    same_day = following.span.start.date() == slot.span.start.date()
    return following if same_day and now.countdown.left <= COMING else slot
