"""The window without an event: begin one, open one, or look at the demo."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QIcon, QResizeEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from eccp_desktop.base.i18n import N_
from eccp_desktop.base.resources import resource_path
from eccp_desktop.ui.commands import Command, bind
from eccp_desktop.ui.kit.buttons import plain_button, primary_button, quiet_button
from eccp_desktop.ui.kit.edge_layout import EdgeLayout
from eccp_desktop.ui.kit.labels import Label, heading
from eccp_desktop.ui.kit.progress_strip import ProgressStrip
from eccp_desktop.ui.memory import Memory
from eccp_desktop.ui.theme import ANSWER, SMALL, SPACE_1, SPACE_2, SPACE_3, SPACE_6, SPACE_8

MOST_RECENT = 6
FILES = N_("Events (*.eccp)")


def recent_files(memory: Memory) -> list[Path]:
    """The event files that were open on this laptop and are still there, latest first."""
    memory.look_again()
    return [path for path in map(Path, map(str, memory.get("recent", []))) if path.is_file()]


def remember_file(memory: Memory, path: Path) -> None:
    """Put a file at the head of the recent ones."""
    known = [str(path.resolve()), *(str(known) for known in recent_files(memory))]
    memory.put("recent", list(dict.fromkeys(known))[:MOST_RECENT])


class StartWindow(QWidget):
    """Says what to do first. The choice leaves by its signals; whoever made the window opens the file."""

    open_wanted = Signal(object)  # Path
    new_wanted = Signal()
    earlier_wanted = Signal(object)
    """Path of the event whose frame a new one takes over."""
    demo_wanted = Signal()

    def __init__(
        self, recent: Sequence[Path], choose_file: Callable[[QWidget, str], Path | None] | None = None
    ) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("ECCP Desk")
        self._choose_file = choose_file or ask_for_event
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_8 * 2, SPACE_8, SPACE_8 * 2, SPACE_8)
        column.setSpacing(SPACE_3)
        column.addStretch(1)
        picture = Label()
        picture.setPixmap(QIcon(str(resource_path("icons", "eccp-desk.svg"))).pixmap(QSize(64, 64)))
        column.addWidget(picture)
        column.addWidget(Label("ECCP Desk", size=ANSWER, strong=True))
        column.addWidget(Label(N_("Runs a matchmaking event from this laptop. No network needed."), role="quiet"))
        column.addSpacing(SPACE_6)
        row = QHBoxLayout()
        row.setSpacing(SPACE_3)
        row.addWidget(primary_button(N_("New event"), self.new_wanted.emit, icon="plus"))
        row.addWidget(quiet_button(N_("Open an event"), self._open, icon="folder-open"))
        row.addWidget(quiet_button(N_("Like an earlier event"), self._start_from, icon="copy"))
        row.addWidget(quiet_button(N_("Try the demo event"), self.demo_wanted.emit, icon="play"))
        row.addStretch(1)
        column.addLayout(row)
        self.progress = ProgressStrip()
        column.addWidget(self.progress)
        if recent:
            column.addSpacing(SPACE_6)
            column.addWidget(heading(N_("Recent")))
            lines = QWidget()
            below = QVBoxLayout(lines)
            below.setContentsMargins(0, 0, 0, 0)
            below.setSpacing(0)
            for path in recent:
                below.addLayout(self._recent_line(path))
            column.addLayout(EdgeLayout(lines, SPACE_2))
        column.addStretch(2)
        self.setAcceptDrops(True)
        bind(self.commands(), self)
        self.resize(840, 620)

    def commands(self) -> Sequence[Command]:
        """What can be done by keys; they are those of an open event."""
        return (
            Command("file.new", N_("New event"), self.new_wanted.emit, "Ctrl+Shift+N", "plus"),
            Command("file.open", N_("Open an event"), self._open, "Ctrl+O", "folder-open"),
            Command("file.quit", N_("Close ECCP Desk"), self.close, "Ctrl+Q", "power"),
        )

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = _dropped(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.open_wanted.emit(path)

    def _recent_line(self, path: Path) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACE_1)
        button = plain_button(path.stem, lambda: self.open_wanted.emit(path), icon="file")
        button.setAccessibleDescription(str(path.parent))
        folder = FolderLabel(path.parent)
        row.addWidget(button)
        row.addWidget(folder, 1)
        return row

    def _open(self) -> None:
        path = self._choose_file(self, N_("Open an event"))
        if path is not None:
            self.open_wanted.emit(path)

    def _start_from(self) -> None:
        path = self._choose_file(self, N_("Like which event?"))
        if path is not None:
            self.earlier_wanted.emit(path)


def _dropped(data: QMimeData) -> Path | None:
    """The event file that is dropped; None for anything else."""
    files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return next((path for path in files if path.suffix.lower() == ".eccp"), None)


class FolderLabel(Label):
    """Where a file lies; what does not fit is left out of the middle, because both ends tell folders apart."""

    def __init__(self, folder: Path) -> None:
        super().__init__(size=SMALL, role="quiet")
        self._folder = str(folder)
        self.setToolTip(self._folder)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        metrics = self.fontMetrics()
        self.setText(metrics.elidedText(self._folder, Qt.TextElideMode.ElideMiddle, event.size().width()))


def ask_for_event(parent: QWidget, question: str) -> Path | None:
    """Ask for an event file; None where nobody chose one."""
    name, _ = QFileDialog.getOpenFileName(parent, question, "", FILES)
    return Path(name) if name else None


def ask_for_folder(parent: QWidget) -> Path | None:
    """Ask for the folder in which the demo event shall lie; None where nobody chose one."""
    name = QFileDialog.getExistingDirectory(parent, N_("Where shall the demo event lie?"), str(Path.home()))
    return Path(name) if name else None
