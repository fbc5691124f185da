"""The line under the grid: what the cell under the pointer or the keys says."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from eccp_desktop.ui.kit.labels import Label
from eccp_desktop.ui.kit.state_mark import paint_shape
from eccp_desktop.ui.theme import SPACE_2, Shape, tokens_now

_MARK = 14


class CellLine(QWidget):
    """Keeps its height, so that nothing moves while the pointer does; a refusal has a cross and its own colour."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("What this cell says")
        self._sign = _Cross()
        self._words = Label(wrap=True)
        self._words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_2)
        row.addWidget(self._sign)
        row.addWidget(self._words, 1)
        self._words.setFixedHeight(self._words.fontMetrics().lineSpacing() * 2)
        self._sign.hide()

    @property
    def words(self) -> str:
        """The sentence that stands there."""
        return self._words.text()

    def say(self, words: str, *, refused: bool = False) -> None:
        """Show a sentence."""
        self._words.setText(words)
        self._sign.setVisible(refused)
        role = "refusal" if refused else ""
        if self._words.property("role") != role:
            self._words.setProperty("role", role)
            self._words.style().unpolish(self._words)
            self._words.style().polish(self._words)
        self.setAccessibleDescription(words)


class _Cross(QWidget):
    """The shape of a refusal."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(QSize(_MARK, _MARK))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_shape(painter, QRectF(0, 0, _MARK, _MARK), Shape.CROSS, tokens_now().colour("red"))
        painter.end()
