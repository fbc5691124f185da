"""The list of the tray, out of which a meeting is dragged into the grid."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QApplication

from eccp_desktop.base.i18n import N_
from eccp_desktop.store.reads.timetable_grid import Waiting
from eccp_desktop.ui.kit.rows_model import Column
from eccp_desktop.ui.kit.table_view import TableView
from eccp_desktop.ui.pages.timetable.tray_delegate import TRAY_ROW, TrayDelegate
from eccp_desktop.ui.pages.timetable.words import reason_words


class TrayList(TableView[Waiting]):
    """The list of the tray; a meeting can be dragged out of it."""

    lifted = Signal(object)
    """A drag begins with this `Waiting`."""

    dragged = Signal(QPoint)
    """The pointer moves with it (global position)."""

    released = Signal(QPoint)
    """The pointer lets it go (global position)."""

    def __init__(self, names: Callable[[Waiting], list[str]]) -> None:
        columns = (
            Column[Waiting](
                "meeting",
                N_("Meeting"),
                lambda waiting: " and ".join(names(waiting)),
                second=lambda waiting: f"{waiting.state}, {reason_words(waiting.reason)}",
                stretch=True,
            ),
        )
        title = N_("Meetings without a seat")
        super().__init__(title, columns, lambda waiting: waiting.id, row_height=TRAY_ROW, header=False)
        self.names = names
        self.setItemDelegate(TrayDelegate(self))
        self._pressed: QPoint | None = None
        self._dragging = False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scrollTo(self.currentIndex())  # what is known of a meeting takes its place from the list

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        far = (
            self._pressed is not None and (place - self._pressed).manhattanLength() >= QApplication.startDragDistance()
        )
        if far and not self._dragging and self.row is not None:
            self._dragging = True
            self.lifted.emit(self.row)
        if self._dragging:
            self.dragged.emit(event.globalPosition().toPoint())
        else:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pressed = None
        if self._dragging:
            self._dragging = False
            self.released.emit(event.globalPosition().toPoint())
        super().mouseReleaseEvent(event)
