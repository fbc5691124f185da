"""The few dialogs: a title, a column; Enter does what the primary button says, Escape closes."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from eccp_desktop.ui.kit.card import Scroll
from eccp_desktop.ui.kit.labels import Label
from eccp_desktop.ui.theme import HEADING, ROW, SPACE_2, SPACE_3, SPACE_4, SPACE_6

FRAME = QSize(16, 48)
"""What a system's frame around a window takes of the screen."""

LEAST_LINES = 3

LEAST_ROOM = QSize(400, 300)
"""What a sheet may take though the window below it is smaller, in pixels."""


def lines_with_room(window: QWidget | None, most: int, around: int) -> int:
    """How many lines of a table a sheet over this window shows, so that not both of them scroll: `most`, or as many as there
    is room for beside `around` pixels of other things, but never less than three.
    """
    return most if window is None else max(LEAST_LINES, min(most, (window.window().height() - around) // ROW))


class Sheet(QDialog):
    """A dialog with a wrapping title; put things into `body`. Deleted when it is closed.

    It is never larger than the window below it: `body` scrolls then, and the buttons of `end_with` stay in sight.
    """

    def __init__(self, title: str, parent: QWidget | None = None, *, width: int = 480, height: int = 0) -> None:
        """`width` and `height` are pixels that it has at least, where there is room."""
        super().__init__(parent)
        self._wanted = QSize(width, height)
        self.setObjectName("sheet")
        self.setWindowTitle(title)
        self.setModal(True)
        self.setMinimumWidth(width)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._column = QVBoxLayout(self)
        # The padding of a table's cells sticks out of the body, where it would be cut off.
        self._column.setContentsMargins(SPACE_6 - SPACE_3, SPACE_6, SPACE_6 - SPACE_3, SPACE_6)
        self._column.setSpacing(SPACE_4)
        self._scroll = Scroll(gap=SPACE_4, fill=True)
        self._scroll.column.installEventFilter(self)
        self._column.addWidget(self._scroll, 1)
        self.body = self._scroll.body
        self.body.setContentsMargins(SPACE_3, 0, SPACE_3, 0)
        self.body.addWidget(Label(title, size=HEADING, strong=True, wrap=True))
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._show_focus)

    def end_with(self, *buttons: QPushButton) -> None:
        """Put the buttons in the last row, at the right; the primary one comes last."""
        row = QHBoxLayout()
        row.setContentsMargins(SPACE_3, 0, SPACE_3, 0)
        row.setSpacing(SPACE_2)
        row.addStretch(1)
        for button in buttons:
            row.addWidget(button)
        self._column.addLayout(row)

    def scanned(self, code: str) -> bool:
        """A badge was scanned while the sheet is open: whether the sheet has a use for it."""
        return False

    def _fit(self, least: int) -> None:
        """Be as high as what wraps needs at this width, as far as there is room."""
        room = self._most()
        self.setMinimumWidth(min(self._wanted.width(), room.width()))
        width = max(self.minimumWidth(), min(self.width(), room.width()))
        around = self._column.contentsMargins()
        content = self._scroll.column.layout()
        assert content is not None
        inside = width - around.left() - around.right()
        wraps = content.hasHeightForWidth()
        needed = content.totalHeightForWidth(inside) if wraps else content.totalSizeHint().height()
        needed += around.top() + around.bottom()
        needed += sum(
            item.sizeHint().height() + self._column.spacing()
            for item in map(self._column.itemAt, range(1, self._column.count()))
            if item is not None
        )
        self.resize(width, min(max(least, needed, self._wanted.height()), room.height()))

    def _most(self) -> QSize:
        screen = self.screen().availableGeometry().size() - FRAME
        parent = self.parentWidget()
        return screen if parent is None else screen.boundedTo(parent.window().size().expandedTo(LEAST_ROOM))

    def _show_focus(self, _before: QWidget | None, focus: QWidget | None) -> None:
        if focus is not None and self._scroll.column.isAncestorOf(focus):
            self._scroll.ensureWidgetVisible(focus)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            self._fit(least=self.height())
        return super().eventFilter(watched, event)

    def showEvent(self, event: QShowEvent) -> None:
        for label in self.findChildren(Label):
            if label.wordWrap():
                self._wrap_here(label)
        self.body.activate()
        self._fit(least=0)
        super().showEvent(event)
        for button in self.findChildren(QPushButton):
            if button.property("kind") == "primary":
                button.setDefault(True)

    def _wrap_here(self, label: Label) -> None:
        """Give a label as many lines as it needs at this width, where Qt wants those of a narrower one."""
        policy = label.sizePolicy()
        policy.setVerticalPolicy(QSizePolicy.Policy.Preferred)
        label.setSizePolicy(policy)
        around = label.parentWidget()
        while around is not None and around is not self:
            layout = around.layout()
            if layout is not None:
                layout.activate()
            around.updateGeometry()
            around = around.parentWidget()
