"""The bell at the beginning and the end of a slot, for whoever wants to hear it at this laptop."""

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, QUrl, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from eccp_desktop.base.clock import Clock
from eccp_desktop.base.resources import resource_path
from eccp_desktop.desk.desk import Desk
from eccp_desktop.domain.now import Now, now_among, wall_time
from eccp_desktop.store.changes import ChangeSet
from eccp_desktop.store.reads.now_frame import NowFrame, now_frame
from eccp_desktop.ui.memory import Memory
from eccp_desktop.ui.signals import DeskSignals

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QSoundEffect

REMEMBERED = "bell"

LATE = timedelta(minutes=2)
"""A bell that is later than this is not rung: the laptop slept, or the clock was moved."""

_SILENT_PLATFORMS = ("offscreen", "minimal")


class Sound(QObject):
    """The stroke of a bell; the system's own beep where nothing plays sounds."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._effect: QSoundEffect | None = None
        self._tried = False

    def prepare(self) -> None:
        """Load what plays it, once: neither the window's start nor the first bell waits for that."""
        if self._tried:
            return
        self._tried = True
        if QGuiApplication.platformName() in _SILENT_PLATFORMS:
            return
        try:
            from PySide6.QtMultimedia import QMediaDevices, QSoundEffect
        except ImportError:
            return  # the system has no sound libraries
        if QMediaDevices.defaultAudioOutput().isNull():
            return
        self._effect = QSoundEffect(self)
        self._effect.setSource(QUrl.fromLocalFile(str(resource_path("sounds", "bell.wav"))))

    def play(self) -> None:
        """Strike once."""
        self.prepare()
        if self._effect is not None and self._effect.status() is self._effect.Status.Ready:
            self._effect.play()
        else:
            QApplication.beep()


class SlotBell(QObject):
    """Rings whatever page is open, while it is `on`; this laptop remembers that. `rung` tells of each stroke."""

    rung = Signal()

    def __init__(self, desk: Desk, signals: DeskSignals, clock: Clock, memory: Memory | None, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._clock, self._memory = desk, clock, memory
        self._sound = Sound(self)
        self._frame: NowFrame = desk.read(now_frame)
        self._before: Now | None = None
        self.on = memory is not None and bool(memory.get(REMEMBERED, False))
        self._second = QTimer(self, interval=1000)
        self._second.timeout.connect(self.tick)
        signals.changed.connect(self._follow)
        self._begin()

    def turn(self) -> bool:
        """On where it was off, and the other way round; answers what it is now. It is heard at once."""
        self.on = not self.on
        if self._memory is not None:
            self._memory.put(REMEMBERED, self.on)
        self._begin()
        if self.on:
            self._sound.play()
        return self.on

    def tick(self) -> None:
        """A second went by."""
        before, self._before = self._before, self._now()
        if before is not None and before.slot != self._before.slot and self._is_due(before, self._before):
            self._sound.play()
            self.rung.emit()

    def _begin(self) -> None:
        if self.on:
            self._before = self._now()
            self._second.start()
            QTimer.singleShot(0, self, self._sound.prepare)
        else:
            self._second.stop()

    def _now(self) -> Now:
        slots = [figures.slot for figures in self._frame.slots]
        return now_among(slots, wall_time(self._clock.now(), self._frame.zone))

    def _is_due(self, before: Now, now: Now) -> bool:
        edges = [
            edge for slot in (before.slot, now.slot) if slot is not None for edge in (slot.span.start, slot.span.end)
        ]
        return any(before.moment < edge <= now.moment <= edge + LATE for edge in edges)

    def _follow(self, change: ChangeSet) -> None:
        if change.touches("event", "slot", "session"):
            self._frame = self._desk.read(now_frame)
