"""A command runs where it may, and not behind what is open before it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from eccp_desktop.ui.commands import Command, bind, menu

ran: list[str] = []


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    """A page that has the focus and a command on the key 1."""
    ran.clear()
    page = QWidget()
    page.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    bind([Command("x.one", "One", lambda: ran.append("one"), "1")], page)
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    page.setFocus()
    qtbot.waitUntil(page.hasFocus)
    return page


def press(widget: QWidget, key: Qt.Key) -> None:
    """As the system does, which gives the keys to a window."""
    QTest.keyClick(widget.window().windowHandle(), key)


def test_the_key_of_a_command_runs_it(page: QWidget) -> None:
    press(page, Qt.Key.Key_1)
    assert ran == ["one"]


def test_behind_a_menu_that_is_open_the_key_runs_nothing(qtbot: QtBot, page: QWidget) -> None:
    shown = QMenu(page)
    shown.addAction("Late")
    shown.popup(page.mapToGlobal(page.rect().topLeft()))
    qtbot.waitUntil(shown.isVisible)
    press(page, Qt.Key.Key_1)
    assert ran == []
    shown.close()
    press(page, Qt.Key.Key_1)
    assert ran == ["one"]


def test_what_is_chosen_from_a_menu_runs(qtbot: QtBot, page: QWidget) -> None:
    shown = menu([Command("x.two", "Two", lambda: ran.append("two"))], page)
    qtbot.addWidget(shown)
    shown.popup(page.mapToGlobal(page.rect().topLeft()))
    qtbot.waitUntil(shown.isVisible)
    shown.setActiveAction(shown.actions()[0])
    QTest.keyClick(shown, Qt.Key.Key_Return)
    assert ran == ["two"]
