"""A sheet is as high as what it says, and where there is less room it scrolls between its title and its buttons."""

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from eccp_desktop.ui.appearance import Appearance
from eccp_desktop.ui.kit.buttons import primary_button, quiet_button
from eccp_desktop.ui.kit.form import Form
from eccp_desktop.ui.kit.labels import Label, paragraph
from eccp_desktop.ui.kit.sheet import LEAST_ROOM, Sheet

SMALL = (760, 500)
"""A screen of 800 x 600, or the double size on one of 1600 x 1080, less the bars of its system."""


@pytest.fixture
def window(qtbot: QtBot, appearance: Appearance) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(*SMALL)
    with qtbot.waitExposed(window):
        window.show()
    return window


class Questions(Sheet):
    """So many questions, one below the other, and two buttons."""

    def __init__(self, count: int, parent: QWidget) -> None:
        super().__init__("What is known of table 7?", parent)
        self.body.addWidget(paragraph("Nobody is seated there in ticked slots. " * 3))
        self.form = Form()
        self.fields = [self.form.text(f"{n}", f"Question {n}", hint="A sentence is enough.") for n in range(count)]
        self.body.addWidget(self.form)
        self.buttons = (quiet_button("Back", self.reject), primary_button("Save", self.accept))
        self.end_with(*self.buttons)


def opened(qtbot: QtBot, sheet: Questions) -> Questions:
    with qtbot.waitExposed(sheet):
        sheet.open()
    sheet.activateWindow()
    qtbot.waitUntil(sheet.isActiveWindow)
    return sheet


def within(sheet: Questions, widget: QWidget) -> bool:
    """Whether all of a widget is in sight."""
    outer: QWidget | None = widget.parentWidget()
    while outer is not None:
        if not outer.rect().contains(QRect(widget.mapTo(outer, QPoint()), widget.size())):
            return False
        if outer is sheet:
            return True
        outer = outer.parentWidget()
    return False


def scrolls(sheet: Questions) -> bool:
    return sheet._scroll.verticalScrollBar().maximum() > 0


def test_what_fits_is_shown_whole_without_scrolling(qtbot: QtBot, window: QWidget) -> None:
    sheet = opened(qtbot, Questions(2, window))
    assert not scrolls(sheet)
    assert all(within(sheet, widget) for widget in (*sheet.fields, *sheet.buttons, *sheet.findChildren(Label)))
    assert sheet.height() < SMALL[1]


@pytest.mark.parametrize("size", [SMALL, (400, 300), (200, 100)])
def test_what_is_too_much_scrolls_and_the_buttons_stay(qtbot: QtBot, window: QWidget, size: tuple[int, int]) -> None:
    window.resize(*size)
    sheet = opened(qtbot, Questions(12, window))
    assert scrolls(sheet)
    assert sheet.height() <= max(size[1], LEAST_ROOM.height())
    assert sheet.width() <= max(size[0], LEAST_ROOM.width())
    assert all(within(sheet, button) for button in sheet.findChildren(QPushButton))


def test_the_keyboard_brings_a_field_into_sight(qtbot: QtBot, window: QWidget) -> None:
    sheet = opened(qtbot, Questions(12, window))
    assert not within(sheet, sheet.fields[-1])
    sheet.fields[-1].setFocus()
    assert within(sheet, sheet.fields[-1])
    sheet.fields[0].setFocus()
    assert within(sheet, sheet.fields[0])


def test_a_sentence_that_comes_up_makes_it_higher_while_there_is_room(qtbot: QtBot, window: QWidget) -> None:
    sheet = opened(qtbot, Questions(2, window))
    before = sheet.height()
    sheet.form.refuse("0", "This is no time of the day. " * 8)
    qtbot.waitUntil(lambda: sheet.height() > before)
    assert not scrolls(sheet)


def test_it_is_as_high_as_it_was_asked_to_be_where_there_is_room(qtbot: QtBot, window: QWidget) -> None:
    sheet = Sheet("Two who want to meet", window, height=420)
    sheet.body.addWidget(QLineEdit())
    with qtbot.waitExposed(sheet):
        sheet.open()
    assert sheet.height() == 420
    sheet.close()
