"""The few dialogs: a title, a column; Enter does what the primary button says, Escape closes."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from eccp_desktop.ui.kit.labels import Label
from eccp_desktop.ui.theme import HEADING, SPACE_2, SPACE_4, SPACE_6


class Sheet(QDialog):
    """A dialog with a wrapping title; put things into `body`. Deleted when it is closed."""

    def __init__(self, title: str, parent: QWidget | None = None, *, width: int = 480) -> None:
        super().__init__(parent)
        self.setObjectName("sheet")
        self.setWindowTitle(title)
        self.setModal(True)
        self.setMinimumWidth(width)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(SPACE_6, SPACE_6, SPACE_6, SPACE_6)
        self.body.setSpacing(SPACE_4)
        self.body.addWidget(Label(title, size=HEADING, strong=True, wrap=True))

    def end_with(self, *buttons: QPushButton) -> None:
        """Put the buttons in the last row, at the right; the primary one comes last."""
        row = QHBoxLayout()
        row.setSpacing(SPACE_2)
        row.addStretch(1)
        for button in buttons:
            row.addWidget(button)
        self.body.addLayout(row)

    def scanned(self, code: str) -> bool:
        """A badge was scanned while the sheet is open: whether the sheet has a use for it."""
        return False

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            self._fit(least=self.height())
        return super().event(event)

    def _fit(self, least: int) -> None:
        """Be as high as what wraps needs at this width: Qt reckons with a narrower one."""
        layout = self.layout()
        if layout is not None and layout.hasHeightForWidth():
            self.resize(self.width(), max(least, layout.totalHeightForWidth(self.width())))

    def showEvent(self, event: QShowEvent) -> None:
        for label in self.findChildren(Label):
            # As many lines as at this width, where Qt wants those of a narrower one.
            if label.wordWrap() and label.parentWidget() is self:
                label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.body.activate()
        self._fit(least=self.minimumHeight())
        super().showEvent(event)
        for button in self.findChildren(QPushButton):
            if button.property("kind") == "primary":
                button.setDefault(True)
