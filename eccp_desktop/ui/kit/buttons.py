"""Buttons: one primary a page, the rest quiet."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from eccp_desktop.ui.kit.icons import icon as icon_named
from eccp_desktop.ui.theme import ICON, SMALL, SPACE_1, TEXT, font

Clicked = Callable[[], object]


class Button(QPushButton):
    """Enter presses it as Space does; outside of dialogs Qt leaves Enter without an effect, or to a command of the page."""

    def setText(self, text: str) -> None:
        super().setText(text)
        self.setIconSize(QSize(ICON + SPACE_1 if text else ICON, ICON))  # a little air between the two

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_enter(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _is_enter(event):
            self.click()
        else:
            super().keyPressEvent(event)


def _is_enter(event: QKeyEvent) -> bool:
    return event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def _button(text: str, kind: str, icon: str, ink: str, clicked: Clicked | None, parent: QWidget | None) -> QPushButton:
    button = Button(text, parent)
    button.setProperty("kind", kind)
    button.setFont(font(TEXT, strong=kind == "primary"))
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    button.setAutoDefault(False)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the focus where the work is
    button.setIconSize(QSize(ICON + SPACE_1 if text else ICON, ICON))
    if icon:
        button.setIcon(icon_named(icon, ink))
    if clicked is not None:
        button.clicked.connect(lambda _checked=False: clicked())
    return button


def primary_button(
    text: str, clicked: Clicked | None = None, *, icon: str = "", parent: QWidget | None = None
) -> QPushButton:
    """The one button of a page that does what the page is for; its text is a verb."""
    return _button(text, "primary", icon, "on_accent", clicked, parent)


def quiet_button(
    text: str, clicked: Clicked | None = None, *, icon: str = "", parent: QWidget | None = None
) -> QPushButton:
    """Any other button."""
    return _button(text, "quiet", icon, "text", clicked, parent)


def plain_button(
    text: str, clicked: Clicked | None = None, *, icon: str = "", parent: QWidget | None = None
) -> QPushButton:
    """A button without a border, for places where a bordered one would shout: in a card's corner, in a strip."""
    return _button(text, "plain", icon, "quiet", clicked, parent)


def link_button(text: str, clicked: Clicked | None = None, *, parent: QWidget | None = None) -> QPushButton:
    """A name in a panel that leads to the thing itself; stands on the panel's left edge."""
    return _button(text, "link", "", "accent", clicked, parent)


def icon_button(name: str, icon: str, clicked: Clicked | None = None, *, parent: QWidget | None = None) -> QPushButton:
    """An icon alone, for the few places where everybody knows it; `name` is its tooltip and accessible name."""
    button = _button("", "plain", icon, "quiet", clicked, parent)
    button.setToolTip(name)
    button.setAccessibleName(name)
    return button


def small(button: QPushButton) -> QPushButton:
    """The same button with secondary-sized text."""
    button.setFont(font(SMALL))
    return button
