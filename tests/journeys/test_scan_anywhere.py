"""A badge is held before the scanner whatever is open; it is read as a badge, and never as keys."""

import pytest
from PySide6.QtWidgets import QApplication

from eccp_desktop.domain.vocabulary import Presence
from eccp_desktop.ui.kit.notice_bar import NoticeBar
from eccp_desktop.ui.pages.desk.page import DeskPage
from eccp_desktop.ui.pages.timetable.meet_sheet import MeetSheet
from tests.journeys.volunteer import Volunteer


@pytest.mark.parametrize("end", ["Return", "Tab", ""])
def test_the_menu_of_the_late_marks_nobody(volunteer: Volunteer, end: str) -> None:
    volunteer.type("okafor")
    volunteer.press("Ctrl+L")
    volunteer.popup()
    steps = len(volunteer.history)
    rossini = volunteer.person("Rossini, Marco")
    volunteer.scan(rossini.code, end)
    volunteer.hears("Marco Rossini is here.")
    assert QApplication.activePopupWidget() is None
    assert len(volunteer.history) == steps + 1
    assert volunteer.person("Okafor, Daniel").presence is Presence.EXPECTED


def test_every_badge_of_the_event_is_read_over_the_menu(volunteer: Volunteer) -> None:
    """Whatever letters it bears: G is gone, L is late, M is gone without the meetings, E is expected."""
    okafor = volunteer.person("Okafor, Daniel")
    people = [p for p in volunteer.page(DeskPage)._index.people if set(p.code) & set("GLME")][:8]
    assert len(people) == 8
    for person in (one for one in people if one.id != okafor.id):
        volunteer.type("okafor")
        volunteer.press("Ctrl+L")
        volunteer.popup()
        volunteer.scan(person.code)
        volunteer.hears(f"{person.name} is here.")
    assert volunteer.person("Okafor, Daniel").presence is Presence.EXPECTED


def test_the_completions_of_a_country_take_no_letter(volunteer: Volunteer) -> None:
    volunteer.press("Ctrl+N", "Tab", "Tab")
    volunteer.type("Aus")
    volunteer.popup()
    rossini = volunteer.person("Rossini, Marco")
    volunteer.scan(rossini.code)
    volunteer.hears("Marco Rossini is here.")
    desk = volunteer.page(DeskPage)
    assert desk.panels.walk_in.country.text() == "Aus"
    assert desk.finder.text == ""


def test_a_sheet_that_has_no_use_for_a_badge_says_so_and_nothing_happens(volunteer: Volunteer) -> None:
    volunteer.press("Ctrl+Shift+N")
    sheet = volunteer.modal()
    before = volunteer.tables
    rossini = volunteer.person("Rossini, Marco")
    volunteer.scan(rossini.code)
    bar = sheet.findChild(NoticeBar)
    assert bar is not None
    volunteer.until(lambda: f"Badge {rossini.code} was scanned, and nothing was done." in bar.sentence)
    assert volunteer.tables == before
    assert QApplication.activeModalWidget() is sheet
    volunteer.press("Escape")
    volunteer.scan(rossini.code)
    volunteer.hears("Marco Rossini is here.")


@pytest.mark.parametrize("name", ["Łukasik, Grzegorz", "Rossini, Marco", "Ross, Emily", "Okafor, Daniel"])
def test_behind_a_sheet_the_letters_of_a_badge_run_no_command(volunteer: Volunteer, name: str) -> None:
    """The system may give the keys to the window that the sheet blocks."""
    volunteer.type("hargrove")
    volunteer.press("Ctrl+M")
    volunteer.modal()
    before = volunteer.tables
    volunteer.window.activateWindow()
    volunteer.until(volunteer.window.isActiveWindow)
    volunteer.scan(volunteer.person(name).code)
    assert QApplication.activePopupWidget() is None
    assert volunteer.tables == before


def test_the_sheet_for_two_takes_the_badge_of_the_second(volunteer: Volunteer) -> None:
    volunteer.type("okafor")
    volunteer.press("Ctrl+M")
    sheet = volunteer.modal()
    assert isinstance(sheet, MeetSheet)
    rossini = volunteer.person("Rossini, Marco")
    volunteer.scan(rossini.code)
    volunteer.until(lambda: sheet.fields[1].text() == rossini.name)
    assert volunteer.person("Rossini, Marco").presence is Presence.EXPECTED
    volunteer.press("Escape")


def test_the_palette_gives_way_to_a_badge(volunteer: Volunteer) -> None:
    volunteer.press("Ctrl+K")
    volunteer.modal()
    volunteer.scan(volunteer.person("Rossini, Marco").code)
    volunteer.hears("Marco Rossini is here.")
    assert QApplication.activeModalWidget() is None
