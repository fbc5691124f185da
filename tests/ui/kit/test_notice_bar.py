"""The notice bar says what happened without getting in anybody's way."""

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from eccp_desktop.ui.appearance import Appearance
from eccp_desktop.ui.kit.buttons import primary_button
from eccp_desktop.ui.kit.card import SidePanel
from eccp_desktop.ui.kit.notice_bar import NoticeBar, free_place
from eccp_desktop.ui.kit.search_field import SearchField

INSIDE = QRect(24, 16, 652, 528)
BAR = QSize(440, 52)
LOWEST = QRect(24, 492, 440, 52)


def test_the_lower_edge_is_the_usual_place() -> None:
    assert free_place(BAR, INSIDE, ()) == LOWEST
    assert free_place(BAR, INSIDE, [QRect(30, 100, 200, 40)]) == LOWEST


def test_it_goes_to_the_other_side_and_else_up() -> None:
    at_the_left, at_the_right = QRect(30, 500, 100, 36), QRect(500, 500, 100, 36)
    assert free_place(BAR, INSIDE, [at_the_left]) == LOWEST.translated(INSIDE.width() - BAR.width(), 0)
    place = free_place(BAR, INSIDE, [at_the_left, at_the_right])
    assert place.bottom() < at_the_left.top()
    assert place.left() == INSIDE.left()


@pytest.fixture
def page(qtbot: QtBot, appearance: Appearance) -> QWidget:
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(700, 560)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    return page


def rect(widget: QWidget) -> QRect:
    return widget.geometry()


@pytest.mark.parametrize("at", [QRect(400, 500, 120, 36), QRect(40, 510, 120, 36), QRect(360, 480, 120, 36)])
def test_a_primary_button_is_never_covered(page: QWidget, at: QRect) -> None:
    button, bar = primary_button("Register", parent=page), NoticeBar(page)
    button.setGeometry(at)
    button.show()
    bar.say("Anna Rossi is here. Next: 10:20, table 7, Water Alliance Akron.", lambda: None)
    assert not rect(bar).intersects(rect(button))
    assert page.rect().contains(rect(bar))


def test_it_ends_where_a_panel_at_the_right_begins(page: QWidget) -> None:
    panel, bar = SidePanel("Walk-in", width=280, parent=page), NoticeBar(page)
    panel.setGeometry(QRect(400, 60, 280, 480))
    panel.show()
    bar.say("Anna Rossi is here. Next: 10:20, table 7, Water Alliance Akron.", lambda: None)
    assert rect(bar).right() < rect(panel).left()


def test_it_makes_way_for_a_button_that_comes_where_it_lies(page: QWidget, qtbot: QtBot) -> None:
    button, bar = primary_button("Register", parent=page), NoticeBar(page)
    button.setGeometry(QRect(40, 100, 120, 36))
    button.show()
    bar.say("Table 7 is closed.")
    before = rect(bar)
    button.setGeometry(QRect(40, 510, 120, 36))
    qtbot.waitUntil(lambda: rect(bar) != before)
    assert not rect(bar).intersects(rect(button))


def test_a_search_field_and_what_is_typed_into_stay_in_sight(page: QWidget, qtbot: QtBot) -> None:
    search, field, bar = SearchField("Find"), QLineEdit(page), NoticeBar(page)
    search.setParent(page)
    search.setGeometry(QRect(40, 510, 200, 36))
    field.setGeometry(QRect(400, 510, 200, 36))
    search.show()
    field.show()
    bar.say("Table 7 is closed.")
    assert not rect(bar).intersects(rect(search))
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    qtbot.waitUntil(lambda: not rect(bar).intersects(rect(field)) and not rect(bar).intersects(rect(search)))
