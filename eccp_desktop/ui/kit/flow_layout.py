"""A layout that fills lines from the left and wraps, for chips and cards."""

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from eccp_desktop.ui.theme import SPACE_2


class FlowLayout(QLayout):
    """Places items one after the other and begins a new line where the width ends."""

    def __init__(self, parent: QWidget | None = None, *, gap: int = SPACE_2) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setSpacing(gap)
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem:
        # Qt asks for an index past the end to learn that there is nothing left; PySide hands None on as a null pointer.
        return self._items.pop(index) if 0 <= index < len(self._items) else None  # type: ignore[return-value]  # see above

    def clear(self) -> None:
        """Take everything out and delete the widgets."""
        while self._items:
            widget = self._items.pop().widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        margins: QMargins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _place(self, rect: QRect, *, move: bool) -> int:
        margins = self.contentsMargins()
        inner = rect.marginsRemoved(margins)
        x, y, line_height = inner.x(), inner.y(), 0
        line: list[tuple[QLayoutItem, QRect]] = []
        for item in self._items:
            if item.isEmpty():
                continue
            hint = item.sizeHint()
            if x > inner.x() and x + hint.width() > inner.right() + 1:
                _settle(line if move else [], line_height)
                x, y, line_height, line = inner.x(), y + line_height + self.spacing(), 0, []
            line.append((item, QRect(QPoint(x, y), hint)))
            x += hint.width() + self.spacing()
            line_height = max(line_height, hint.height())
        _settle(line if move else [], line_height)
        return y + line_height - rect.y() + margins.bottom()


def _settle(line: list[tuple[QLayoutItem, QRect]], height: int) -> None:
    """Put what stands in one line on its middle."""
    for item, place in line:
        item.setGeometry(place.translated(0, (height - place.height()) // 2))
