"""A scan chooses nothing in what is open over a page: a menu, completions, a list."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QCompleter, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from eccp_desktop.domain.codes import new_code
from eccp_desktop.ui.shell.scan_filter import ScanFilter
from tests.ui.shell.scanning import Place, Stopwatch, scan


@pytest.fixture
def menu(place: Place, scan_filter: ScanFilter, qtbot: QtBot) -> QMenu:
    """A menu whose entries have letters, open over the bare part, with another menu inside."""
    menu = QMenu(place)
    for entry in "abcdefghjkmnpqrstvwxyz":
        menu.addAction(f"&{entry}").triggered.connect(lambda _checked=False, entry=entry: place.ran.append(entry))
    menu.addMenu(QMenu("1", menu)).menu().addAction("in&side")  # type: ignore[union-attr]  # it was just given one
    place.bare.setFocus()
    qtbot.waitUntil(place.bare.hasFocus)
    menu.popup(place.mapToGlobal(place.rect().topLeft()))
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is menu)
    return menu


@pytest.mark.parametrize("end", ["Enter", ""])
def test_a_scan_chooses_nothing_in_an_open_menu_and_closes_it(
    qtbot: QtBot, place: Place, menu: QMenu, scans: list[str], stopwatch: Stopwatch, end: str
) -> None:
    code = new_code()
    scan(qtbot, menu, stopwatch, code)
    if end:
        qtbot.keyClick(menu, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: scans == [code])
    assert place.ran == []
    assert QApplication.activePopupWidget() is None


def test_a_letter_still_chooses_in_an_open_menu(qtbot: QtBot, place: Place, menu: QMenu, scans: list[str]) -> None:
    qtbot.keyClick(menu, "G")
    qtbot.waitUntil(lambda: place.ran == ["g"])
    assert scans == []


def test_a_scan_is_read_in_a_menu_that_opened_from_a_menu(
    qtbot: QtBot, place: Place, menu: QMenu, scans: list[str], stopwatch: Stopwatch
) -> None:
    inner = menu.actions()[-1].menu()
    assert isinstance(inner, QMenu)
    inner.popup(menu.pos())
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is inner)
    code = new_code()
    scan(qtbot, inner, stopwatch, code)
    qtbot.waitUntil(lambda: scans == [code])
    assert QApplication.activePopupWidget() is None


@pytest.fixture
def completed(place: Place, qtbot: QtBot) -> QLineEdit:
    """The field, with the focus and with two names that may hang on it."""
    place.bare.setFocus()
    place.field.setCompleter(QCompleter(["Austria", "Australia"], place.field))
    place.field.setFocus()
    qtbot.waitUntil(place.field.hasFocus)
    return place.field


def type_slowly(qtbot: QtBot, field: QLineEdit, stopwatch: Stopwatch, text: str) -> None:
    for letter in text:
        stopwatch.now += 0.2
        qtbot.keyClick(QApplication.activePopupWidget() or field, letter)


def test_a_scan_leaves_a_field_as_it_was_though_completions_hang_on_it(
    qtbot: QtBot, completed: QLineEdit, scans: list[str], stopwatch: Stopwatch
) -> None:
    type_slowly(qtbot, completed, stopwatch, "Aus")
    assert QApplication.activePopupWidget() is not None
    code = new_code()
    for character in code:
        scan(qtbot, QApplication.activePopupWidget() or completed, stopwatch, character)
    qtbot.keyClick(QApplication.activePopupWidget() or completed, Qt.Key.Key_Return)
    assert scans == [code]
    assert completed.text() == "Aus"
    assert QApplication.activePopupWidget() is None


def test_typing_goes_on_in_a_field_with_completions(
    qtbot: QtBot, completed: QLineEdit, scans: list[str], stopwatch: Stopwatch
) -> None:
    type_slowly(qtbot, completed, stopwatch, "Austra")
    assert completed.text() == "Austra"
    assert scans == []


def test_a_scan_chooses_nothing_in_an_open_list(
    qtbot: QtBot, place: Place, scans: list[str], stopwatch: Stopwatch
) -> None:
    choice = QComboBox(place)
    choice.addItems(list("ABCDEFGHJKMNPQRSTVWXYZ"))
    choice.show()
    choice.setFocus()
    choice.showPopup()
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    code = next(code for code in iter(new_code, "") if "B" in code)
    scan(qtbot, choice.view(), stopwatch, code)
    qtbot.keyClick(choice.view(), Qt.Key.Key_Return)
    assert scans == [code]
    assert choice.currentText() == "A"
    assert QApplication.activePopupWidget() is None
