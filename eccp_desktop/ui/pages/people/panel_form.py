"""A form in the place of what the panel shows: corrected there, saved by Enter, left by Escape."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from eccp_desktop.base.i18n import N_
from eccp_desktop.ui.kit.buttons import primary_button, quiet_button
from eccp_desktop.ui.kit.form import Form
from eccp_desktop.ui.kit.labels import Label
from eccp_desktop.ui.theme import HEADING, SPACE_2, SPACE_3


class PanelForm(QWidget):
    """Fill `form` with fields, and say `decided` with an intent in `save`."""

    decided = Signal(object)
    left = Signal()

    def __init__(self, title: str) -> None:
        super().__init__()
        self.form = Form()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_3)
        column.addWidget(Label(title, size=HEADING, strong=True, wrap=True))
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE_2)
        buttons.addWidget(primary_button(N_("Save"), self.save, icon="check"))
        buttons.addWidget(quiet_button(N_("Back"), self.left.emit))
        buttons.addStretch(1)
        column.addLayout(buttons)
        column.addWidget(self.form)

    def begin(self) -> None:
        """Put the cursor where corrections begin."""
        raise NotImplementedError

    def save(self) -> None:
        """Decide for what the fields say, or say what is wrong with one."""
        raise NotImplementedError

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.save()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
