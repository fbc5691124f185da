"""The card that follows the pointer while a meeting is dragged."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

from eccp_desktop.ui.kit.card import Card
from eccp_desktop.ui.kit.labels import Label
from eccp_desktop.ui.theme import SMALL, SPACE_1, SPACE_3

_BESIDE = QPoint(14, 14)


class DragLabel(Card):
    """Floats over its page and lets every event through."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page, gap=0)
        self.setObjectName("notice")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.body.setContentsMargins(SPACE_3, SPACE_1, SPACE_3, SPACE_1)
        self._page = page
        self._words = Label(size=SMALL, strong=True)
        self.body.addWidget(self._words)
        self.hide()

    def follow(self, place: QPoint, words: str) -> None:
        """Show whom the pointer (at a global position) carries."""
        self._words.setText(words)
        self.adjustSize()
        at = self._page.mapFromGlobal(place) + _BESIDE
        self.move(min(at.x(), self._page.width() - self.width()), min(at.y(), self._page.height() - self.height()))
        self.show()
        self.raise_()
