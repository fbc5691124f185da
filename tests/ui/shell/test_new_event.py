"""The form for a new event takes a time zone by any part of its name that is in no other."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from eccp_desktop.ui.appearance import Appearance
from eccp_desktop.ui.shell.new_event import NewEventSheet


@pytest.fixture
def sheet(qtbot: QtBot, appearance: Appearance) -> NewEventSheet:
    sheet = NewEventSheet("Etc/UTC", date(2026, 11, 22))
    qtbot.addWidget(sheet)
    sheet.show()
    sheet._name.setText("Lyon 2026")
    return sheet


@pytest.mark.parametrize("typed", ["paris", "Europe/Par", "europe/paris"])
def test_a_part_that_is_in_one_time_zone_is_enough(sheet: NewEventSheet, typed: str) -> None:
    sheet._zone.setText(typed)
    intent = sheet.intent()
    assert intent is not None
    assert intent.zone == "Europe/Paris"
    assert sheet._zone.text() == "Europe/Paris"


@pytest.mark.parametrize("typed", ["Europe", "Atlantis", ""])
def test_what_is_in_several_or_none_is_asked_for_again(sheet: NewEventSheet, typed: str) -> None:
    sheet._zone.setText(typed)
    assert sheet.intent() is None
    assert sheet._zone.text() == typed


def test_one_enter_is_enough_while_the_list_of_time_zones_is_open(
    qtbot: QtBot, sheet: NewEventSheet, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(
        "eccp_desktop.ui.shell.new_event.QFileDialog.getSaveFileName",
        lambda _parent, title, *_: asked.append(title) or ("", ""),
    )
    sheet._zone.setFocus()
    sheet._zone.selectAll()
    qtbot.keyClicks(sheet._zone, "paris")
    popup = sheet._zone.completer().popup()
    qtbot.waitUntil(popup.isVisible)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert asked == ["Where shall the event lie?"]
    assert sheet._zone.text() == "Europe/Paris"
