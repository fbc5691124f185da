"""The rail of pages at the left."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from eccp_desktop.base.i18n import N_
from eccp_desktop.ui.kit.buttons import icon_button
from eccp_desktop.ui.kit.icons import icon as icon_named
from eccp_desktop.ui.theme import ICON, RADIUS, RING, SMALL, SPACE_1, SPACE_2, font, tokens_now

WIDTH = 88
ITEM_HEIGHT = 54


@dataclass(frozen=True, slots=True)
class RailEntry:
    """A page as the rail shows it; `digit` is the key that opens it with Ctrl."""

    name: str
    title: str
    icon: str
    digit: str


class RailItem(QAbstractButton):
    """An icon above a word; the page that is open stands on the page's own colour."""

    def __init__(self, entry: RailEntry, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entry = entry
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setText(entry.title)
        self.setAccessibleName(entry.title)
        self.setToolTip(f"{entry.title} (Ctrl+{entry.digit})")
        self.setFont(font(SMALL))
        self.setFixedSize(WIDTH - 2 * SPACE_2, ITEM_HEIGHT)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._icons = {on: icon_named(entry.icon, ink) for on, ink in ((True, "accent"), (False, "quiet"))}

    def sizeHint(self) -> QSize:
        return QSize(WIDTH - 2 * SPACE_2, ITEM_HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = tokens_now()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = "page" if self.isChecked() else "hover" if self.underMouse() else None
        if ground:
            painter.setBrush(tokens.colour(ground))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawRoundedRect(self.rect(), RADIUS, RADIUS)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(tokens.colour("accent"), RING))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS - 1, RADIUS - 1)
        left = (self.width() - ICON) // 2
        self._icons[self.isChecked()].paint(painter, left, 9, ICON, ICON)
        painter.setFont(self.font())
        painter.setPen(tokens.colour("accent" if self.isChecked() else "text"))
        painter.drawText(self.rect().adjusted(0, 29, 0, -4), Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()


class Rail(QWidget):
    """The pages, one below the other, and the menu of everything else at the foot."""

    chosen = Signal(str)
    menu_wanted = Signal()

    def __init__(self, entries: Sequence[RailEntry], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(N_("Pages"))
        self.setFixedWidth(WIDTH)
        self._items = {entry.name: RailItem(entry, self) for entry in entries}
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_2, SPACE_2, SPACE_2, SPACE_2)
        column.setSpacing(SPACE_1)
        for item in self._items.values():
            column.addWidget(item)
            item.clicked.connect(self._clicked)
        column.addStretch(1)
        self.menu_button = icon_button(N_("Everything else"), "list", self.menu_wanted.emit)
        column.addWidget(self.menu_button, 0, Qt.AlignmentFlag.AlignHCenter)

    def show_page(self, name: str) -> None:
        """Mark the page that is open."""
        self._items[name].setChecked(True)

    def _clicked(self) -> None:
        item = self.sender()
        if isinstance(item, RailItem):
            self.chosen.emit(item.entry.name)
