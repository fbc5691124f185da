"""The grid: people or tables x slots, for hands on keys and on the mouse."""

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFrame, QHeaderView, QTableView, QWidget

from eccp_desktop.base.i18n import N_
from eccp_desktop.domain.hall import HallMeeting
from eccp_desktop.domain.ids import MeetingId
from eccp_desktop.ui.pages.timetable.grid_delegate import BREAK, GridDelegate
from eccp_desktop.ui.pages.timetable.grid_headers import LineHeader, SlotHeader
from eccp_desktop.ui.pages.timetable.grid_model import GridModel
from eccp_desktop.ui.pages.timetable.zoom import USUAL, ZOOMS, Zoom

NOWHERE = (-1, -1)


class GridView(QTableView):
    """Shows the grid and says what was asked of it; what happens then is the page's affair."""

    looked = Signal(int, int)
    """The cell under the pointer, or the current one, is another: line and column, -1 for none."""

    picked = Signal(object)
    """A meeting (its id) should be picked up."""

    dropped = Signal(int, int)
    """The carried meeting should be put into this cell."""

    let_go = Signal()
    """The carried meeting should stay where it was."""

    opened = Signal(int, int)
    """Enter on a cell without a meeting."""

    dragged = Signal(QPoint)
    """The pointer moves with a meeting (global position)."""

    menu_wanted = Signal(QPoint)
    """A menu of what can be done with the current cell, at this global position."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.zoom_step = USUAL
        self.hovered = NOWHERE
        self.dragging = False
        self._pressed: QPoint | None = None
        self.grid_model = GridModel(self)
        self.setModel(self.grid_model)
        self._place = NOWHERE
        self._current_id: MeetingId | None = None
        self._painter = GridDelegate(self)
        self.setItemDelegate(self._painter)
        self._prepare()
        self.selectionModel().currentChanged.connect(self._current_changed)
        self.grid_model.dataChanged.connect(self._forget)
        self.grid_model.modelReset.connect(self._forget)

    def _prepare(self) -> None:
        self.setAccessibleName(N_("Timetable"))
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setCornerWidget(QWidget())
        self.setMouseTracking(True)
        self.setHorizontalHeader(SlotHeader(self))
        self.setVerticalHeader(LineHeader(self))
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.set_zoom(self.zoom_step)

    @property
    def zoom(self) -> Zoom:
        """The sizes in use."""
        return ZOOMS[self.zoom_step]

    @property
    def current(self) -> HallMeeting | None:
        """The meeting of the current cell."""
        return self._meeting_at(self.currentIndex().row(), self.currentIndex().column())

    def at(self, line: int, column: int) -> bool:
        """Whether this is the current cell."""
        return (line, column) == self._place

    def is_current_meeting(self, line: int, column: int) -> bool:
        """Whether a cell holds the meeting of the current cell: both of its lines are tinted."""
        meeting = self._meeting_at(line, column) if self._current_id is not None else None
        return meeting is not None and meeting.id == self._current_id

    @property
    def pointed(self) -> tuple[int, int]:
        """The cell that a carried meeting is over: under the pointer while it drags, otherwise the current one."""
        return self.hovered if self.dragging or self.hovered != NOWHERE else self._place

    def set_zoom(self, step: int) -> None:
        """Draw the grid in another of the sizes; out of range means the nearest."""
        self.zoom_step = max(0, min(step, len(ZOOMS) - 1))
        self.verticalHeader().setDefaultSectionSize(self.zoom.height)
        self.verticalHeader().setFixedWidth(self.zoom.header)
        self.verticalHeader().updateGeometry()
        self._painter.forget()
        self.share_width()
        self.updateGeometries()
        self.scrollTo(self.currentIndex())

    def share_width(self) -> None:
        """Give the columns the whole width, and never less than the zoom asks for."""
        day = self.grid_model.day
        if day is None or not day.slots:
            return
        breaks = [BREAK if day.begins_session(column) else 0 for column in range(len(day.slots))]
        room = self.width() - self.zoom.header - self.verticalScrollBar().sizeHint().width() - sum(breaks)
        width = max(self.zoom.width, room // len(day.slots))
        for column, extra in enumerate(breaks):
            self.horizontalHeader().resizeSection(column, width + extra)

    def go_to(self, line: int, column: int) -> None:
        """Make a cell the current one and bring it into view."""
        index = self.grid_model.index(line, column)
        if index.isValid():
            self.hovered = NOWHERE
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
            self.scrollTo(index)

    def hover(self, line: int, column: int) -> None:
        """The pointer is over a cell (or, with column -1, over a line's header)."""
        if (line, column) == self.hovered:
            return
        self.hovered = (line, column)
        self._paint_all()
        if column >= 0:
            self.looked.emit(line, column)

    def hover_at(self, place: QPoint) -> None:
        """The pointer is at a position of the viewport; near an edge while dragging the grid scrolls."""
        index = self.indexAt(place)
        self.hover(index.row(), index.column())
        if self.dragging:
            self._scroll_near_edge(place)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        if self._pressed is not None and not self.dragging and self._far(place):
            self._begin_drag(self._pressed)
        self.hover_at(place)
        if self.dragging:
            self.dragged.emit(event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        place, pressed = event.position().toPoint(), self._pressed
        self._pressed = None
        index = self.indexAt(place)
        if self.dragging:
            self.dragging = False
            self._drop(index)
        elif pressed is not None and self.grid_model.carrying is not None and index.isValid():
            self.dropped.emit(index.row(), index.column())
        super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and self._meeting_at(index.row(), index.column()) is None:
            self.opened.emit(index.row(), index.column())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            index = self.indexAt(event.pos())
            if not index.isValid():
                return
            self.go_to(index.row(), index.column())
            self.menu_wanted.emit(event.globalPos())
        else:
            below = self.visualRect(self.currentIndex()).bottomLeft()
            self.menu_wanted.emit(self.viewport().mapToGlobal(below))

    def leaveEvent(self, event: QEvent) -> None:
        if not self.dragging:
            self.hovered = NOWHERE
            self._paint_all()
            self.looked.emit(self.currentIndex().row(), self.currentIndex().column())
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, index = event.key(), self.currentIndex()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            if self.grid_model.carrying is not None:
                self.dropped.emit(index.row(), index.column())
            elif self.current is not None:
                self.picked.emit(self.current.id)
            else:
                self.opened.emit(index.row(), index.column())
        elif key == Qt.Key.Key_Escape and self.grid_model.carrying is not None:
            self.dragging = False
            self._pressed = None
            self.let_go.emit()
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and index.isValid():
            self.go_to(index.row(), 0 if key == Qt.Key.Key_Home else self.grid_model.columnCount() - 1)
        elif event.text() and event.text().isprintable():
            event.ignore()  # letters are commands; Qt would search the cells for them
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.share_width()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.grid_model.rowCount():
            self.go_to(0, 0)
        self._paint_all()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._paint_all()

    def _begin_drag(self, pressed: QPoint) -> None:
        index = self.indexAt(pressed)
        meeting = self._meeting_at(index.row(), index.column())
        self._pressed = None
        if meeting is None:
            return
        self.picked.emit(meeting.id)
        carrying = self.grid_model.carrying
        self.dragging = carrying is not None and carrying.meeting.id == meeting.id

    def _drop(self, index: QModelIndex) -> None:
        if index.isValid():
            self.dropped.emit(index.row(), index.column())
        else:
            self.let_go.emit()

    def _far(self, place: QPoint) -> bool:
        assert self._pressed is not None
        return (place - self._pressed).manhattanLength() >= QApplication.startDragDistance()

    def _scroll_near_edge(self, place: QPoint) -> None:
        area, edge = self.viewport().rect(), self.zoom.height
        for bar, at, size in (
            (self.verticalScrollBar(), place.y(), area.height()),
            (self.horizontalScrollBar(), place.x(), area.width()),
        ):
            if at < edge:
                bar.setValue(bar.value() - edge // 2)
            elif at > size - edge:
                bar.setValue(bar.value() + edge // 2)

    def _forget(self) -> None:
        self._painter.forget()
        self._note_current(self.currentIndex())
        self._paint_all()

    def _note_current(self, current: QModelIndex) -> None:
        self._place = (current.row(), current.column())
        meeting = self._meeting_at(*self._place)
        self._current_id = None if meeting is None else meeting.id

    def _current_changed(self, current: QModelIndex, previous: QModelIndex) -> None:
        self._note_current(current)
        self._paint_all()
        self.looked.emit(current.row(), current.column())

    def _paint_all(self) -> None:
        self.viewport().update()
        self.horizontalHeader().viewport().update()
        self.verticalHeader().viewport().update()

    def _meeting_at(self, line: int, column: int) -> HallMeeting | None:
        day = self.grid_model.day
        inside = day is not None and 0 <= line < len(day.lines) and 0 <= column < len(day.slots)
        return day.meeting(line, column) if day is not None and inside else None
