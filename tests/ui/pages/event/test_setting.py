"""Languages, colour, desk staff and country pages are kept on the Event page; what is typed is not lost."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from eccp_desktop.actions.brief import WriteBrief
from eccp_desktop.actions.edit_staff import AddStaff
from eccp_desktop.actions.erase_people import ERASED
from eccp_desktop.base.clock import HeldClock
from eccp_desktop.desk.backup_schedule import backup_folder
from eccp_desktop.desk.desk import Desk
from eccp_desktop.store.reads.event_setting import EventSetting, event_setting
from eccp_desktop.store.reads.hall import hall
from eccp_desktop.ui.kit.sheet import Sheet
from eccp_desktop.ui.pages.event.copies_sheet import CopiesSheet
from eccp_desktop.ui.pages.event.erase_sheet import EraseSheet
from eccp_desktop.ui.pages.event.page import EventPage
from eccp_desktop.ui.pages.event.swatch import Swatch
from eccp_desktop.ui.shell.actor_sheet import ActorSheet
from tests.fairs import FillFair, fair


@pytest.fixture
def desk(tmp_path: Path, clock: HeldClock) -> Iterator[Desk]:
    desk = fair(tmp_path / "fair.eccp", clock, FillFair(people=8, meetings=6, waiting=1))
    yield desk
    desk.close()


def setting(desk: Desk) -> EventSetting:
    found = desk.read(event_setting)
    assert found is not None
    return found


def press(place: QWidget, words: str) -> None:
    button = next(one for one in place.findChildren(QAbstractButton) if one.text() == words and one.isEnabled())
    button.click()


def sheet() -> Sheet:
    return next(one for one in QApplication.topLevelWidgets() if isinstance(one, Sheet) and one.isVisible())


def field(place: QWidget, name: str) -> QLineEdit:
    return next(one for one in place.findChildren(QLineEdit) if one.accessibleName() == name)


def test_staff_are_added_and_offered_to_whoever_sits_down(qtbot: QtBot, page: EventPage, desk: Desk) -> None:
    page.open_tab("staff")
    press(page.staff, "Add person")
    field(sheet(), "Initials").setText("tb")
    field(sheet(), "Name").setText("Tom Byrne")
    press(sheet(), "Add person")
    qtbot.waitUntil(lambda: page.notices.sentence == "Tom Byrne works at the desk.")
    desk.do(AddStaff("MK", "Maja Kos"))
    asked = ActorSheet("MK", setting(desk).staff, page)
    asked.open()
    chosen: list[str] = []
    asked.chosen.connect(chosen.append)
    assert asked.staff is not None
    qtbot.keyClick(asked.staff, Qt.Key.Key_Down)
    qtbot.keyClick(asked.staff, Qt.Key.Key_Return)
    assert chosen == ["TB"]


def test_initials_that_somebody_has_are_refused_in_words(qtbot: QtBot, page: EventPage, desk: Desk) -> None:
    desk.do(AddStaff("MK", "Maja Kos"))
    page.open_tab("staff")
    page.staff.add()
    field(sheet(), "Initials").setText("mk")
    press(sheet(), "Add person")
    said = "MK are the initials of somebody else: Maja Kos. Choose others."
    qtbot.waitUntil(lambda: page.notices.sentence == said)


def test_a_language_is_added_and_put_first(qtbot: QtBot, page: EventPage, desk: Desk) -> None:
    page.open_tab("papers")
    languages = page.papers.languages
    languages._add("fr")
    qtbot.waitUntil(lambda: languages._table.rows_model.rowCount() == 2)
    languages._table.select_key("fr")
    press(languages, "Use for papers")
    qtbot.waitUntil(lambda: page.notices.sentence.startswith("Papers are in French now"))
    assert setting(desk).languages == ("fr", "en")
    languages._table.select_key("fr")
    press(languages, "Remove")
    qtbot.waitUntil(lambda: languages._table.rows_model.rowCount() == 1)
    assert setting(desk).languages == ("en",)
    languages._table.select_key("en")
    press(languages, "Remove")
    qtbot.waitUntil(lambda: page.notices.sentence.startswith("An event is held in one language at least"))


def test_a_colour_is_chosen_typed_and_refused_where_it_is_too_pale(qtbot: QtBot, page: EventPage, desk: Desk) -> None:
    page.open_tab("papers")
    petrol = next(one for one in page.papers.findChildren(Swatch) if one.accessibleName() == "petrol")
    petrol.click()
    qtbot.waitUntil(lambda: page.notices.sentence == "Lines on papers are petrol now.")
    assert setting(desk).colour == "#006D77"
    typed = page.papers._hex
    qtbot.waitUntil(lambda: typed.text() == "#006D77")
    typed.clear()
    qtbot.keyClicks(typed, "#FFE000")
    assert "is too pale for lines on white paper" in page.papers._said.text()
    assert not page.papers._use.isEnabled()
    qtbot.keyClick(typed, Qt.Key.Key_Return)
    assert setting(desk).colour == "#006D77"
    typed.clear()
    qtbot.keyClicks(typed, "7b2d6b")
    qtbot.keyClick(typed, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: setting(desk).colour == "#7B2D6B")


def test_a_country_page_is_written_kept_while_another_is_looked_at_and_saved(
    qtbot: QtBot, page: EventPage, desk: Desk
) -> None:
    desk.do(WriteBrief("US", "United States", "# Support"))
    page.open_tab("pages")
    tab = page.country_pages
    tab._add("SI")
    qtbot.waitUntil(lambda: tab._country.text() == "Slovenia")
    tab._text.setPlainText("# Cluster landscape\nTwelve clusters.\n")
    tab._table.select_key("US")
    assert tab._text.toPlainText() == "# Support"
    desk.do(AddStaff("MK"))
    qtbot.waitUntil(lambda: page.staff._table.rows_model.rowCount() == 1)
    tab._table.select_key("SI")
    assert tab._text.toPlainText() == "# Cluster landscape\nTwelve clusters.\n"
    press(tab, "Save page")
    qtbot.waitUntil(lambda: page.notices.sentence == "The page of Slovenia is saved.")
    assert {one.country: one.text for one in setting(desk).pages}["SI"] == "# Cluster landscape\nTwelve clusters."
    assert not tab._drafts
    press(tab, "Checked today")
    qtbot.waitUntil(lambda: setting(desk).pages[0].checked_at is not None)
    press(tab, "Remove")
    qtbot.waitUntil(lambda: [one.country for one in setting(desk).pages] == ["US"])
    desk.undo()
    assert [one.country for one in setting(desk).pages] == ["SI", "US"]


def test_a_backup_is_made_and_listed(qtbot: QtBot, page: EventPage, desk: Desk) -> None:
    page.open_tab("copies")
    assert page.copies._table.rows_model.rowCount() == 0
    press(page.copies, "Make a backup now")
    qtbot.waitUntil(lambda: page.notices.sentence.endswith(".eccp is there."))
    ((_, copy),) = page.copies._table.rows_model.rows
    assert copy.parent == backup_folder(desk.file.path)
    assert copy.is_file()


def test_a_copy_without_names_is_saved_where_somebody_says(
    qtbot: QtBot, page: EventPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.open_tab("copies")
    asked = tmp_path / "to show"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(asked), ""))
    press(page.copies, "Save a copy without names")
    qtbot.waitUntil(lambda: page.notices.sentence == "to show.eccp holds 8 people without names.")
    assert (tmp_path / "to show.eccp").is_file()


def test_a_person_is_found_and_erased_by_the_button_only(
    qtbot: QtBot, page: EventPage, desk: Desk, clock: HeldClock
) -> None:
    page.open_tab("copies")
    everybody = {diary.name for diary in desk.read(hall).diaries.values()}
    press(page.copies, "Erase a person")
    asked = sheet()
    assert isinstance(asked, EraseSheet)
    wanted = sorted(everybody)[0]
    asked._field.setText(wanted)
    qtbot.keyClick(asked._field, Qt.Key.Key_Return)
    qtbot.keyClick(asked._table, Qt.Key.Key_Home)
    asked._table.select_line(0)
    qtbot.keyClick(asked._table, Qt.Key.Key_Return)
    assert {diary.name for diary in desk.read(hall).diaries.values()} == everybody, "Enter only finds"
    press(asked, "Erase for good")
    qtbot.waitUntil(lambda: page.notices.sentence.startswith(f"{wanted} is erased."))
    assert {diary.name for diary in desk.read(hall).diaries.values()} == everybody - {wanted} | {ERASED}
    listed = sheet()
    assert isinstance(listed, CopiesSheet)
    (before,) = listed._copies
    press(listed, "Keep for now")
    clock.advance(timedelta(minutes=1))
    press(page.copies, "Delete 1 copy with erased data")
    press(sheet(), "Delete it for good")
    qtbot.waitUntil(lambda: page.notices.sentence.startswith("1 copy is deleted."))
    qtbot.waitUntil(lambda: not page.copies._forget.isVisible())
    assert not before.exists()
    assert [copy.is_file() for _, copy in page.copies._table.rows_model.rows] == [True]


def test_every_control_of_the_new_tabs_has_a_name(page: EventPage, desk: Desk) -> None:
    desk.do(WriteBrief("US", "United States", "# Support"))
    for part in (page.papers, page.staff, page.country_pages, page.copies):
        assert nameless(part) == []


def nameless(place: QWidget) -> list[QWidget]:
    """Controls that keys can reach and that a screen reader would have no word for."""
    return [
        one
        for one in place.findChildren(QWidget)
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not one.isHidden()
        and not one.accessibleName()
        and not (isinstance(one, QAbstractButton) and one.text())
        and not one.objectName().startswith("qt_")
    ]
