"""What a notice lies over can be scrolled clear of it, and nothing jumps away under the pointer."""

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListWidget, QWidget
from pytestqt.qtbot import QtBot

from eccp_desktop.ui.appearance import Appearance
from eccp_desktop.ui.kit.buttons import quiet_button
from eccp_desktop.ui.kit.card import Scroll
from eccp_desktop.ui.kit.notice_bar import NoticeBar

LINES = "The registration of Anna Rossi was cancelled. " * 5


@pytest.fixture
def page(qtbot: QtBot, appearance: Appearance) -> QWidget:
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(700, 500)
    QHBoxLayout(page).setContentsMargins(0, 0, 0, 0)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    return page


def listed(page: QWidget, count: int) -> QListWidget:
    lines = QListWidget()
    lines.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    lines.addItems([f"Person {n}" for n in range(count)])
    layout = page.layout()
    assert layout is not None
    layout.addWidget(lines)
    lines.setFocus()
    return lines


def place(lines: QListWidget, row: int) -> QRect:
    """Where a line is on the page."""
    found = lines.visualRect(lines.model().index(row, 0))
    return found.translated(lines.viewport().mapTo(lines.window(), QPoint()))


def said(page: QWidget, qtbot: QtBot) -> NoticeBar:
    bar = NoticeBar(page)
    qtbot.wait(50)
    bar.say(LINES)
    return bar


@pytest.mark.parametrize("count", [100, 21])
def test_the_last_line_is_reached_above_the_notice(page: QWidget, qtbot: QtBot, count: int) -> None:
    lines = listed(page, count)
    bar = said(page, qtbot)
    end = lines.verticalScrollBar()
    end.setValue(end.maximum())
    assert not place(lines, count - 1).intersects(bar.geometry())
    assert place(lines, count - 1).top() > 0


def test_nothing_moves_when_a_notice_comes_and_goes(page: QWidget, qtbot: QtBot) -> None:
    lines = listed(page, 21)
    qtbot.wait(50)
    before, width = [place(lines, row) for row in range(21)], lines.viewport().width()
    bar = said(page, qtbot)
    assert [place(lines, row) for row in range(21)] == before
    bar.hide()
    assert [place(lines, row) for row in range(21)] == before
    assert lines.viewport().width() == width
    assert lines.verticalScrollBar().maximum() == 0


def test_a_list_that_ends_above_the_notice_scrolls_no_further(page: QWidget, qtbot: QtBot) -> None:
    lines = listed(page, 3)
    said(page, qtbot)
    assert lines.verticalScrollBar().maximum() == 0


def test_a_list_that_ends_under_the_notice_scrolls_just_as_far_as_needed(page: QWidget, qtbot: QtBot) -> None:
    lines = listed(page, 23)
    bar = said(page, qtbot)
    assert place(lines, 22).intersects(bar.geometry())
    qtbot.wait(450)
    lines.verticalScrollBar().setValue(500)
    qtbot.wait(450)
    assert place(lines, 22).bottom() == bar.geometry().top() - 1


def test_a_list_inside_a_panel_scrolls_with_the_panel(page: QWidget, qtbot: QtBot) -> None:
    panel, lines = Scroll(), QListWidget()
    lines.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    lines.addItems([f"Person {n}" for n in range(12)])
    lines.setFixedHeight(480)
    panel.body.addWidget(lines)
    layout = page.layout()
    assert layout is not None
    layout.addWidget(panel)
    said(page, qtbot)
    assert lines.verticalScrollBar().maximum() == 0
    assert panel.verticalScrollBar().maximum() > 0


def test_what_the_keys_choose_comes_out_from_under_the_notice(page: QWidget, qtbot: QtBot) -> None:
    lines = listed(page, 21)
    bar = said(page, qtbot)
    lines.setCurrentRow(20)
    qtbot.waitUntil(lambda: not place(lines, 20).intersects(bar.geometry()))


def test_who_scrolls_it_back_under_the_notice_is_left_alone(page: QWidget, qtbot: QtBot) -> None:
    lines = listed(page, 21)
    lines.setCurrentRow(20)
    bar = said(page, qtbot)
    assert not place(lines, 20).intersects(bar.geometry())
    lines.verticalScrollBar().setValue(0)
    qtbot.wait(450)
    assert lines.verticalScrollBar().value() == 0


def test_lines_that_come_meanwhile_are_reached_too(page: QWidget, qtbot: QtBot) -> None:
    lines = listed(page, 30)
    bar = said(page, qtbot)
    lines.addItems(["one more"] * 30)
    qtbot.wait(50)
    end = lines.verticalScrollBar()
    end.setValue(end.maximum())
    assert not place(lines, 59).intersects(bar.geometry())


def test_when_the_notice_goes_what_was_scrolled_comes_back(page: QWidget, qtbot: QtBot) -> None:
    lines = listed(page, 21)
    bar = said(page, qtbot)
    end = lines.verticalScrollBar()
    end.setValue(end.maximum())
    assert end.value() > 0
    bar.hide()
    assert end.value() == 0


def test_the_buttons_of_a_panel_are_reached_too(page: QWidget, qtbot: QtBot) -> None:
    panel = Scroll()
    for n in range(12):
        panel.body.addWidget(quiet_button(f"Button {n}"))
    layout = page.layout()
    assert layout is not None
    layout.addWidget(panel)
    qtbot.wait(50)
    last = panel.body.itemAt(11)
    assert last is not None
    button = last.widget()
    bar = said(page, qtbot)
    panel.verticalScrollBar().setValue(panel.verticalScrollBar().maximum())
    assert not QRect(button.mapTo(page, QPoint()), button.size()).intersects(bar.geometry())
