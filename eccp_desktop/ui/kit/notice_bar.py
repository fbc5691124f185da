"""The bar at the bottom of a page that says what happened and offers to take it back."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from eccp_desktop.base.i18n import N_
from eccp_desktop.ui.kit.buttons import quiet_button
from eccp_desktop.ui.kit.labels import Label
from eccp_desktop.ui.theme import NOTICE, SPACE_2, SPACE_4, SPACE_6

LEAST_WIDTH, MOST_WIDTH = 440, 720
SHARE = 0.58
"""Of a page's width: what stands at its right can still be read and pressed."""


class NoticeBar(QWidget):
    """Floats over the lower edge of its parent, so that nothing on the page moves; gone after 8 s."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._page = parent
        self.setObjectName("notice")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._words = Label(wrap=True)
        self._button = quiet_button("")
        self._act: Callable[[], object] | None = None
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_4, SPACE_2, SPACE_2, SPACE_2)
        row.setSpacing(SPACE_4)
        row.addWidget(self._words, 1)
        row.addWidget(self._button)
        self._away = QTimer(self, singleShot=True, interval=NOTICE)
        self._away.timeout.connect(self.hide)
        self._button.clicked.connect(self._pressed)
        parent.installEventFilter(self)
        self.hide()

    def say(self, sentence: str, undo: Callable[[], object] | None = None, *, verb: str = N_("Undo")) -> None:
        """Show a sentence, with a button that does `undo` where there is one."""
        self._words.setText(sentence)
        self._act = undo
        self._button.setText(verb)
        self._button.setToolTip(N_("{verb} (Alt+Enter)").format(verb=verb))
        self._button.setVisible(undo is not None)
        self.setAccessibleName(sentence)
        self.show()
        self._sit()
        self.raise_()
        self._away.start()
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    @property
    def sentence(self) -> str:
        """What it says now; empty when it is gone."""
        return self._words.text() if self.isVisible() else ""

    @property
    def offers(self) -> bool:
        """Whether it is shown and has something to do."""
        return self.isVisible() and self._act is not None

    def press(self) -> None:
        """Do what it offers, as its button does."""
        if self.offers:
            self._pressed()

    def _pressed(self) -> None:
        act = self._act
        self.hide()
        if act is not None:
            act()

    def _sit(self) -> None:
        inside = self._page.width() - 2 * SPACE_6
        self.setFixedWidth(max(min(inside, max(LEAST_WIDTH, round(inside * SHARE)), MOST_WIDTH), 120))
        height = max(self._row.heightForWidth(self.width()), 52)
        self.setFixedHeight(height)
        self.move(SPACE_6, self._page.height() - height - SPACE_4)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._sit()
        return False
