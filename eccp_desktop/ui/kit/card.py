"""Surfaces on a page: cards, the panel at the side, parts that scroll."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from eccp_desktop.ui.theme import SPACE_2, SPACE_4


class Card(QFrame):
    """A tinted surface with 16 inside. Put things into `body`; never a card into a card."""

    def __init__(self, parent: QWidget | None = None, *, gap: int = SPACE_2) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(SPACE_4, SPACE_4, SPACE_4, SPACE_4)
        self.body.setSpacing(gap)


class _Column(QVBoxLayout):
    """As narrow as its place: Qt reckons the height of what wraps for the least width, which one long name may exceed."""

    def minimumSize(self) -> QSize:
        return QSize(0, super().minimumSize().height())


class _Whole(_Column):
    """All that scrolls. What comes in is shown piece by piece, each time within the height of before, and Qt does not always
    tell the scroll area afterwards: then `grow` does.
    """

    def __init__(self, column: QWidget, grow: Callable[[], object]) -> None:
        super().__init__(column)
        self._soon = QTimer(column, singleShot=True, interval=0)
        self._soon.timeout.connect(grow)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        if max(self.heightForWidth(rect.width()), self.minimumSize().height()) > rect.height():
            self._soon.start()


class Scroll(QScrollArea):
    """A column that scrolls when it is taller than its place; put things into `body`. With `fill` they share all the height."""

    def __init__(self, parent: QWidget | None = None, *, gap: int = SPACE_2, fill: bool = False) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.column = QWidget()
        outer = _Whole(self.column, self._grow)
        outer.setContentsMargins(0, 0, 0, 0)
        self.body = _Column()
        self.body.setSpacing(gap)
        outer.addLayout(self.body)
        if not fill:
            outer.addStretch(1)  # not an alignment: that would make the column as narrow as its widest line
        self.setWidget(self.column)

    def _grow(self) -> None:
        QCoreApplication.sendEvent(self, QEvent(QEvent.Type.LayoutRequest))

    def resizeEvent(self, event: QResizeEvent) -> None:
        # Without it the widest thing inside, and not the panel, would say how wide the column is.
        self.column.setMaximumWidth(event.size().width())
        super().resizeEvent(event)


class SidePanel(Card):
    """The card at the right of a page that shows the selected thing; its `body` scrolls."""

    def __init__(self, name: str, *, width: int = 360, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFixedWidth(width)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        scroll = Scroll(self)
        self.body.addWidget(scroll)
        self.body = scroll.body

    def clear(self) -> None:
        """Empty the panel."""
        clear(self.body)


def clear(layout: QLayout) -> None:
    """Take everything out of a column, rows of buttons as well, and delete it."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            clear(inner)
