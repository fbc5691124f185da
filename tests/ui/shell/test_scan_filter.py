"""A scan reaches the desk from anywhere, leaves no trace where the focus was, and typing is never taken for one."""

import sys

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from eccp_desktop.domain.codes import new_code
from eccp_desktop.ui.commands import Command, bind
from eccp_desktop.ui.shell.scan_filter import ScanFilter
from tests.ui.shell.scanning import Place, Stopwatch, scan

GERMAN = {"Y": "Z", "Z": "Y"}
FRENCH = {"A": "Q", "Q": "A", "Z": "W", "W": "Z", "M": "?"} | dict(zip("23456789", "é\"'(-è_ç", strict=True))
"""What other layouts read from the keys on which a US keyboard has these characters."""

US_ROWS = {10: "1234567890", 24: "QWERTYUIOP", 38: "ASDFGHJKL", 52: "ZXCVBNM"}
KEY_PLACES = {character: first + at for first, row in US_ROWS.items() for at, character in enumerate(row)}
"""The numbers of the keys under X11, as `xev` shows them."""


def press_place(scan_filter: ScanFilter, widget: QWidget, place: int, text: str) -> None:
    """Press a key as the system does, which knows its place; an event that is sent within Qt loses that on the way."""
    key = Qt.Key.Key_Return if text == "\r" else Qt.Key.Key_unknown
    for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
        event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, place, 0, 0, text)
        if not scan_filter.eventFilter(widget, event):
            widget.event(event)


def test_a_scan_in_a_field_leaves_the_field_as_it_was(
    qtbot: QtBot, place: Place, scans: list[str], stopwatch: Stopwatch
) -> None:
    place.field.setText("notes")
    place.field.setFocus()
    code = new_code()
    scan(qtbot, place.field, stopwatch, code)
    qtbot.keyClick(place.field, Qt.Key.Key_Return)
    assert scans == [code]
    assert place.field.text() == "notes"


def test_a_scan_without_enter_ends_by_itself(
    qtbot: QtBot, place: Place, scans: list[str], stopwatch: Stopwatch
) -> None:
    place.field.setFocus()
    code = new_code()
    scan(qtbot, place.field, stopwatch, code)
    qtbot.waitUntil(lambda: scans == [code])
    assert place.field.text() == ""


def test_a_scan_counts_though_its_field_has_gone_meanwhile(
    qtbot: QtBot, place: Place, scans: list[str], stopwatch: Stopwatch
) -> None:
    place.field.setFocus()
    code = new_code()
    scan(qtbot, place.field, stopwatch, code)
    delete(place.field)
    qtbot.waitUntil(lambda: scans == [code])


def test_a_scan_runs_no_command_on_its_way(qtbot: QtBot, place: Place, scans: list[str], stopwatch: Stopwatch) -> None:
    place.bare.setFocus()
    code = next(code for code in iter(new_code, "") if "B" in code)
    scan(qtbot, place.bare, stopwatch, code)
    qtbot.keyClick(place.bare, Qt.Key.Key_Tab)
    assert scans == [code]
    assert place.ran == []
    assert QApplication.focusWidget() is place.bare


class Form(QWidget):
    """Takes letters for its fields, also where a part of it has the focus that is no field."""

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)


def test_a_letter_that_a_form_takes_runs_no_command(qtbot: QtBot, place: Place, scan_filter: ScanFilter) -> None:
    form = Form(place)
    part = QWidget(form)
    part.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    form.show()
    part.setFocus()
    qtbot.keyClick(part, "B")
    qtbot.waitUntil(lambda: not scan_filter.holds)
    assert place.ran == []


def test_a_key_of_a_command_still_runs_it(qtbot: QtBot, place: Place, scans: list[str]) -> None:
    place.bare.setFocus()
    qtbot.keyClick(place.bare, "B")
    qtbot.waitUntil(lambda: place.ran == ["B"])
    assert scans == []


def test_somebody_who_types_a_code_is_no_scanner(
    qtbot: QtBot, place: Place, scans: list[str], stopwatch: Stopwatch
) -> None:
    place.field.setFocus()
    code = new_code()
    for character in code:
        stopwatch.now += 0.12
        qtbot.keyClick(place.field, character)
    qtbot.keyClick(place.field, Qt.Key.Key_Return)
    assert scans == []
    assert place.field.text() == code


def test_six_quick_letters_that_are_no_code_stay_typed(
    qtbot: QtBot, place: Place, scans: list[str], stopwatch: Stopwatch
) -> None:
    place.field.setFocus()
    code = next(code for code in iter(new_code, "") if code[0] != code[1])
    wrong = code[1] + code[0] + code[2:]
    scan(qtbot, place.field, stopwatch, wrong)
    qtbot.keyClick(place.field, Qt.Key.Key_Return)
    assert scans == []
    assert place.field.text() == wrong


def test_keys_that_are_no_part_of_a_code_come_after_those_before_them(
    scans: list[str], place: Place, qtbot: QtBot
) -> None:
    """The roll-call's 1 and 0 never stand in a code, its 2 and 3 do."""
    keys = [Command(f"x.{key}", key, lambda key=key: place.ran.append(key), key) for key in "0123"]
    bind(keys, place)
    place.bare.setFocus()
    qtbot.waitUntil(place.bare.hasFocus)

    qtbot.keyClicks(place.bare, "21301")

    qtbot.waitUntil(lambda: place.ran == list("21301"))


def test_a_window_that_was_busy_in_the_middle_of_a_scan_still_reads_it(
    qtbot: QtBot, place: Place, scans: list[str], stopwatch: Stopwatch
) -> None:
    place.bare.setFocus()
    code = new_code()
    for count, character in enumerate(code):
        stopwatch.now += 0.3 if count == 3 else 0.001  # heard late
        press(place.bare, character, 1000 + 10 * count)  # pressed in time
    qtbot.waitUntil(lambda: scans == [code])
    assert place.ran == []


def test_a_code_that_was_typed_slowly_is_no_scan_though_a_busy_window_heard_it_at_once(
    qtbot: QtBot, place: Place, scans: list[str], stopwatch: Stopwatch
) -> None:
    place.field.setFocus()
    code = new_code()
    for count, character in enumerate(code):
        stopwatch.now += 0.001
        press(place.field, character, 1000 + 120 * count)
    assert scans == []
    assert place.field.text() == code


@pytest.mark.parametrize("end", [Qt.Key.Key_Return, Qt.Key.Key_Tab])
def test_enter_or_tab_ends_a_scan_by_when_it_was_pressed_not_by_when_it_was_heard(
    qtbot: QtBot, place: Place, scans: list[str], stopwatch: Stopwatch, end: Qt.Key
) -> None:
    place.bare.setFocus()
    code = new_code()
    for count, character in enumerate(code):
        press(place.bare, character, 1000 + 10 * count)
    stopwatch.now += 2.0
    press(place.bare, end, 1130)
    assert scans == [code]
    assert QApplication.focusWidget() is place.bare


def test_a_key_after_the_silence_finds_the_scan_over_and_is_a_key_of_its_own(
    qtbot: QtBot, place: Place, scans: list[str], stopwatch: Stopwatch
) -> None:
    place.field.setFocus()
    code = new_code()
    for count, character in enumerate(code):
        press(place.field, character, 1000 + 10 * count)
    press(place.field, "X", 1050 + 81)  # heard in one go with the scan
    assert scans == [code]
    assert place.field.text() == "X"


def test_the_silence_after_a_scan_does_not_cut_the_next_one_in_two(
    qtbot: QtBot, place: Place, scan_filter: ScanFilter, scans: list[str], stopwatch: Stopwatch
) -> None:
    place.field.setFocus()
    first, second = new_code(), new_code()
    scan(qtbot, place.field, stopwatch, first)
    scan_filter._look_again()  # the window was busy, and notices now
    stopwatch.now += 0.5
    scan(qtbot, place.field, stopwatch, second[:3])
    QApplication.processEvents()
    scan(qtbot, place.field, stopwatch, second[3:])
    qtbot.keyClick(place.field, Qt.Key.Key_Return)
    assert scans == [first, second]
    assert place.field.text() == ""


def press(widget: QWidget, key: str | Qt.Key, milliseconds: int) -> None:
    """A key with the system's stamp on it."""
    text, code = (key, ord(key)) if isinstance(key, str) else ("\r", key)
    pressed = QKeyEvent(QEvent.Type.KeyPress, code, Qt.KeyboardModifier.NoModifier, text)
    pressed.setTimestamp(milliseconds)
    QApplication.sendEvent(widget, pressed)


def test_a_scan_is_read_though_caps_lock_is_on(
    qtbot: QtBot, place: Place, scans: list[str], stopwatch: Stopwatch
) -> None:
    place.bare.setFocus()
    code = new_code()
    scan(qtbot, place.bare, stopwatch, code.lower())
    qtbot.keyClick(place.bare, Qt.Key.Key_Return)
    assert scans == [code]
    assert place.ran == []


@pytest.mark.skipif(sys.platform != "linux", reason="the numbers of the keys are those of Linux")
@pytest.mark.parametrize("layout", [GERMAN, FRENCH], ids=["german", "french"])
@pytest.mark.parametrize("where", ["field", "bare"])
def test_a_scan_is_read_whatever_layout_the_laptop_is_set_to(
    place: Place,
    scan_filter: ScanFilter,
    scans: list[str],
    stopwatch: Stopwatch,
    layout: dict[str, str],
    where: str,
) -> None:
    widget = place.field if where == "field" else place.bare
    widget.setFocus()
    code = next(code for code in iter(new_code, "") if {"Z", "2", "A"} <= set(code))
    for character in code:
        stopwatch.now += 0.01
        press_place(scan_filter, widget, KEY_PLACES[character], layout.get(character, character))
    press_place(scan_filter, widget, 36, "\r")
    assert scans == [code]
    assert place.field.text() == ""
    assert place.ran == []


def test_a_shortcut_of_a_dialog_still_runs(qtbot: QtBot, place: Place, scans: list[str]) -> None:
    QShortcut(QKeySequence("2"), place, lambda: place.ran.append("2"))
    place.bare.setFocus()
    qtbot.keyClick(place.bare, "2")
    qtbot.waitUntil(lambda: place.ran == ["2"])
    assert scans == []
