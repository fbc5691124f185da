"""Which words and fields on the screen do not fit into their place, and what a screen reader says of a control."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

from eccp_desktop.ui.kit.labels import ElidedLabel
from eccp_desktop.ui.kit.tabs import Tabs
from eccp_desktop.ui.pages import Page
from eccp_desktop.ui.theme import CONTROL

SIZES = {"800x600": QSize(800, 560), "200 %": QSize(960, 500)}
"""What bars of the system leave of the screen, in pixels as widgets count them."""

UNSEEN = 1
"""A pixel that rounding takes."""


def tabs(page: Page) -> Iterator[str]:
    """Shows one tab after the other; a page without any is shown as it is."""
    rows = [row for row in page.findChildren(Tabs) if row.isVisible()]
    if not rows:
        yield page.title
    for row in rows:
        for key in row.keys:
            row.choose(key)
            yield key


def cut(place: QWidget) -> list[str]:
    """The words of labels and buttons that do not fit into their place, and fields that are not as high as they should be."""
    words = (*place.findChildren(QLabel), *place.findChildren(QPushButton))
    fields = (*place.findChildren(QLineEdit), *place.findChildren(QComboBox), *place.findChildren(QAbstractSpinBox))
    return [
        f"{widget.metaObject().className()} {widget.text()!r}"
        for widget in words
        if widget.isVisible() and widget.text() and not whole(widget)
    ] + [
        f"{field.metaObject().className()} {field.accessibleName()!r}"
        for field in fields
        if field.isVisible() and not isinstance(field.parentWidget(), (QAbstractSpinBox, QComboBox)) and squeezed(field)
    ]


def squeezed(field: QWidget) -> bool:
    """Whether a field is lower than a field is, or something around it cuts it off."""
    return field.height() + UNSEEN < CONTROL or not lies_within(field)


def whole(widget: QLabel | QPushButton) -> bool:
    return isinstance(widget, ElidedLabel) or (has_room(widget) and lies_within(widget))


def has_room(widget: QLabel | QPushButton) -> bool:
    if isinstance(widget, QLabel) and widget.wordWrap():
        return widget.height() + UNSEEN >= widget.heightForWidth(widget.width())
    dots = widget.text().endswith("…") and bool(widget.toolTip())
    return dots or (
        widget.width() + UNSEEN >= widget.sizeHint().width()
        and widget.height() + UNSEEN >= widget.fontMetrics().height()
    )


def lies_within(widget: QWidget) -> bool:
    """Whether nothing around it cuts it off; what scrolls can be scrolled to."""
    inside, outer = widget, widget.parentWidget()
    while outer is not None and not inside.isWindow():
        scrolls = isinstance(outer.parentWidget(), QAbstractScrollArea)
        place = QRect(widget.mapTo(outer, QPoint(0, 0)), widget.size())
        if not scrolls and not outer.rect().adjusted(-UNSEEN, -UNSEEN, UNSEEN, UNSEEN).contains(place):
            return False
        if scrolls:
            return True
        inside, outer = outer, outer.parentWidget()
    return True


def nameless(place: QWidget) -> list[str]:
    """Controls that Tab reaches and a screen reader has no name for."""
    return [
        control.metaObject().className()
        for control in place.findChildren(QWidget)
        if control.focusPolicy() & Qt.FocusPolicy.TabFocus and control.isVisible() and not name_of(control)
    ]


def name_of(control: QWidget) -> str:
    """What a screen reader says of it."""
    inside = control.parentWidget()
    if isinstance(control, QLineEdit) and isinstance(inside, (QAbstractSpinBox, QComboBox)):
        return inside.accessibleName()
    text = control.text() if isinstance(control, QAbstractButton) else ""
    return control.accessibleName() or text
