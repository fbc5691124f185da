"""A line of text that shares Ctrl+Z with the window."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit


class TextField(QLineEdit):
    """Takes back what was typed in it, and where nothing is left to take back lets the window undo the latest step."""

    def setText(self, text: str | None, /) -> None:
        super().setText(text)
        if not self.hasFocus():
            self.setCursorPosition(0)  # a long text is read from its beginning

    def event(self, event: QEvent) -> bool:
        # Qt's own field claims both keys always, and they would do nothing wherever a field has the focus.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._leaves(event):
            event.ignore()
            return True
        return super().event(event)

    def _leaves(self, event: QKeyEvent) -> bool:
        if event.matches(QKeySequence.StandardKey.Undo):
            return not self.isUndoAvailable()
        return event.matches(QKeySequence.StandardKey.Redo) and not self.isRedoAvailable()
