"""The window without an event: four ways on, the recent files, and keys for them."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from eccp_desktop.ui.appearance import Appearance
from eccp_desktop.ui.memory import Memory
from eccp_desktop.ui.shell.start_window import FolderLabel, StartWindow, recent_files, remember_file

FAR = Path("/events") / "/".join(["a folder with a long name"] * 8) / "fair.eccp"


@pytest.fixture
def window(qtbot: QtBot, appearance: Appearance, tmp_path: Path) -> StartWindow:
    window = StartWindow([tmp_path / "Hannover 2016.eccp", FAR], lambda *_: tmp_path / "chosen.eccp")
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    return window


def button(place: QWidget, words: str) -> QAbstractButton:
    return next(one for one in place.findChildren(QAbstractButton) if one.text() == words)


def test_every_way_on_leaves_by_its_signal(qtbot: QtBot, window: StartWindow, tmp_path: Path) -> None:
    with qtbot.waitSignal(window.new_wanted):
        button(window, "New event").click()
    with qtbot.waitSignal(window.demo_wanted):
        button(window, "Try the demo event").click()
    with qtbot.waitSignal(window.open_wanted) as opened:
        button(window, "Open an event").click()
    assert opened.args == [tmp_path / "chosen.eccp"]
    with qtbot.waitSignal(window.earlier_wanted) as earlier:
        button(window, "Like an earlier event").click()
    assert earlier.args == [tmp_path / "chosen.eccp"]
    with qtbot.waitSignal(window.open_wanted) as recent:
        button(window, "Hannover 2016").click()
    assert recent.args == [tmp_path / "Hannover 2016.eccp"]


def test_keys_are_those_of_an_open_event(qtbot: QtBot, window: StartWindow) -> None:
    with qtbot.waitSignal(window.open_wanted):
        qtbot.keyClick(window, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(window.new_wanted):
        both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        qtbot.keyClick(window, Qt.Key.Key_N, both)


def test_an_event_file_can_be_dropped_and_anything_else_not(qtbot: QtBot, window: StartWindow, tmp_path: Path) -> None:
    with qtbot.waitSignal(window.open_wanted) as opened:
        drop(window, tmp_path / "fair.eccp")
    assert opened.args == [tmp_path / "fair.eccp"]
    with qtbot.assertNotEmitted(window.open_wanted):
        drop(window, tmp_path / "people.xlsx")


def drop(window: StartWindow, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    window.dropEvent(QDropEvent(QPoint(5, 5).toPointF(), copy, data, left, none))


def test_a_long_folder_shows_both_of_its_ends(window: StartWindow) -> None:
    shown = window.findChildren(FolderLabel)[1]
    assert shown.text().startswith("/events")
    assert "…" in shown.text()
    assert shown.toolTip() == str(FAR.parent)


def test_files_that_two_windows_had_open_are_both_remembered(tmp_path: Path) -> None:
    first, second = Memory(tmp_path / "window.json"), Memory(tmp_path / "window.json")
    for memory, name in ((first, "lyon.eccp"), (second, "turin.eccp")):
        (tmp_path / name).touch()
        remember_file(memory, tmp_path / name)
    first.put("theme", "dark")
    assert [path.name for path in recent_files(Memory(tmp_path / "window.json"))] == ["turin.eccp", "lyon.eccp"]
    assert [path.name for path in recent_files(first)] == ["turin.eccp", "lyon.eccp"]


def test_files_that_are_gone_are_not_offered(memory: Memory, tmp_path: Path) -> None:
    here, gone = tmp_path / "here.eccp", tmp_path / "gone.eccp"
    here.touch()
    gone.touch()
    remember_file(memory, gone)
    remember_file(memory, here)
    gone.unlink()
    assert recent_files(memory) == [here]
