"""On a screen of 800 x 600, and at twice the size on a laptop of 1920 x 1080, every word of every page and tab is whole.

What is too long for any screen ends with dots and is whole in its tooltip; that is no cut.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QAbstractScrollArea, QLabel, QPushButton, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from eccp_desktop.base.clock import HeldClock, ShiftedClock
from eccp_desktop.desk.opening import new_desk, open_desk
from eccp_desktop.ui.appearance import Appearance
from eccp_desktop.ui.kit.labels import ElidedLabel
from eccp_desktop.ui.memory import Memory
from eccp_desktop.ui.pages import Page
from eccp_desktop.ui.pages.catalogue import PAGES
from eccp_desktop.ui.shell.open_event import OpenEvent
from tests.fairs import FAIR, FillFair

SIZES = {"800x600": QSize(800, 560), "200 %": QSize(960, 500)}
"""What bars of the system leave of the screen, in pixels as widgets count them."""

UNSEEN = 1
"""A pixel that rounding takes."""


@pytest.fixture
def event(
    qtbot: QtBot, tmp_path: Path, clock: HeldClock, memory: Memory, appearance: Appearance
) -> Iterator[OpenEvent]:
    path = tmp_path / "fair.eccp"
    desk = new_desk(path, clock, "MK")
    desk.do(FAIR)
    desk.do(FillFair(people=40, meetings=60, waiting=4))
    desk.close()
    shifted = ShiftedClock(clock)
    event = OpenEvent(open_desk(path, shifted, "AB"), PAGES, shifted, memory, appearance)
    event.window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(event.window)
    yield event
    event.close()


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
@pytest.mark.parametrize("name", [place.name for place in PAGES])
def test_every_word_of_a_page_is_whole(qtbot: QtBot, event: OpenEvent, name: str, size: QSize) -> None:
    event.window.resize(size)
    with qtbot.waitExposed(event.window):
        event.window.show()
    page = event.window.open_page(name)
    assert page is not None
    found: list[str] = []
    for tab in tabs(page):
        qtbot.wait(150)  # panels are filled piece by piece
        found += [f"{tab}: {words}" for words in cut(page)]
    assert not found


def tabs(page: Page) -> Iterator[str]:
    """Shows one tab after the other; a page without any is shown as it is."""
    bars = [bar for bar in page.findChildren(QTabBar) if bar.isVisible()]
    if not bars:
        yield page.title
    for bar in bars:
        for at in range(bar.count()):
            bar.setCurrentIndex(at)
            yield bar.tabText(at)


def cut(page: Page) -> list[str]:
    """The words of labels and buttons that do not fit into their place."""
    return [
        f"{widget.metaObject().className()} {widget.text()!r}"
        for widget in (*page.findChildren(QLabel), *page.findChildren(QPushButton))
        if widget.isVisible() and widget.text() and not whole(widget)
    ]


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
