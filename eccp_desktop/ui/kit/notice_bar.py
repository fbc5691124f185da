"""The bar at the bottom of a page that says what happened and offers to take it back."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QHideEvent, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QHBoxLayout, QLineEdit, QPushButton, QWidget

from eccp_desktop.base.i18n import N_
from eccp_desktop.ui.kit.buttons import quiet_button
from eccp_desktop.ui.kit.card import SidePanel
from eccp_desktop.ui.kit.labels import Label
from eccp_desktop.ui.kit.scroll_room import ScrollRoom
from eccp_desktop.ui.kit.search_field import SearchField
from eccp_desktop.ui.kit.state_mark import StateMark
from eccp_desktop.ui.theme import NOTICE, SPACE_2, SPACE_4, SPACE_6, State

LEAST_WIDTH, MOST_WIDTH = 440, 720
NARROWEST = 300
"""Width to which it gives way sideways, before it goes up."""

ASIDE = 200
"""Milliseconds after which it looks whether it is in the way."""

SHARE = 0.58
"""Of a page's width: what stands at its right can still be read and pressed."""


class NoticeBar(QWidget):
    """Floats over the lower edge of its parent, so that nothing on the page moves; gone after 8 s.

    It never lies over a primary button, a search field, or what has the focus, and makes way where one of them comes. What
    scrolls can be scrolled clear of it.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._page = parent
        self.setObjectName("notice")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._mark = StateMark(State.MISSING, on_text_colour=True)
        self._words = Label(wrap=True)
        self._button = quiet_button("")
        self._act: Callable[[], object] | None = None
        self._room = ScrollRoom(parent)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_4, SPACE_2, SPACE_2, SPACE_2)
        row.setSpacing(SPACE_4)
        row.addWidget(self._mark)
        row.addWidget(self._words, 1)
        row.addWidget(self._button)
        self._away = QTimer(self, singleShot=True, interval=NOTICE)
        self._away.timeout.connect(self.hide)
        self._aside = QTimer(self, interval=ASIDE)
        self._aside.timeout.connect(self._sit)
        self._button.clicked.connect(self._pressed)
        parent.installEventFilter(self)
        self.hide()

    def say(
        self,
        sentence: str,
        undo: Callable[[], object] | None = None,
        *,
        verb: str = N_("Undo"),
        state: State | None = None,
        word: str = "",
    ) -> None:
        """Show a sentence, with a button that does `undo` where there is one.

        What is no success has the mark of a `state` before it, with that state's word or another one.
        """
        self._mark.setVisible(state is not None)
        if state is not None:
            self._mark.show_state(state, word)
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
        inside = self._page.rect().adjusted(SPACE_6, SPACE_4, -SPACE_6, -SPACE_4)
        usual = max(min(inside.width(), max(LEAST_WIDTH, round(inside.width() * SHARE)), MOST_WIDTH), 120)
        beside = (
            min((panel.left() for panel in self._places(SidePanel)), default=inside.right()) - SPACE_2 - inside.left()
        )
        if NARROWEST <= beside < usual:
            usual = beside  # what is asked in the panel at the right stays readable
        kept = self._kept_free()
        narrow = min((rect.left() - SPACE_2 - inside.left() for rect in kept), default=0)
        size = self._size(usual)
        place = free_place(size, inside, kept)
        if place.bottom() < inside.bottom() and NARROWEST <= narrow < usual:
            place = free_place(self._size(narrow), inside, kept)
        if place != self.geometry():
            self.setFixedSize(place.size())
            self.move(place.topLeft())
        self._room.cover(place)

    def _size(self, width: int) -> QSize:
        return QSize(width, max(self._row.heightForWidth(width), 52))

    def _kept_free(self) -> list[QRect]:
        """Where something is that has to stay in sight and within reach."""
        kept = self._places(SearchField) + self._places(QPushButton, kind="primary")
        focus = QApplication.focusWidget()
        if isinstance(focus, (QLineEdit, QAbstractButton, QComboBox)) and self._page.isAncestorOf(focus):
            kept += [] if self.isAncestorOf(focus) else [self._place(focus)]
        return kept

    def _places(self, kind_of: type[QWidget], kind: str = "") -> list[QRect]:
        """Where the visible widgets of a class are on the page."""
        return [
            self._place(one)
            for one in self._page.findChildren(kind_of)
            if one.isVisible() and one.window() is self.window() and (not kind or one.property("kind") == kind)
        ]

    def _place(self, widget: QWidget) -> QRect:
        return QRect(widget.mapTo(self._page, QPoint()), widget.size())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._aside.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._aside.stop()
        self._room.uncover()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._sit()
        return False


def free_place(size: QSize, inside: QRect, kept: Sequence[QRect]) -> QRect:
    """Where a bar of this size lies over none of the rectangles that are kept free: as low as possible, at the left or right."""
    gap = SPACE_2
    bottom = inside.bottom() + 1 - size.height()
    lows = sorted({bottom, *(rect.top() - gap - size.height() for rect in kept)}, reverse=True)
    lefts = (inside.left(), max(inside.left(), inside.right() + 1 - size.width()))
    for top in lows:
        for left in lefts:
            place = QRect(QPoint(left, top), size)
            if inside.top() <= top <= bottom and not any(place.intersects(rect) for rect in kept):
                return place
    return QRect(QPoint(inside.left(), bottom), size)
