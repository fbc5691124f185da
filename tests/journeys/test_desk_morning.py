"""The doors open: a queue in front of the desk, and a volunteer who only types and scans."""

from datetime import datetime

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication, QPushButton

from eccp_desktop.domain.vocabulary import Presence
from eccp_desktop.ui.pages.desk.page import DeskPage
from tests.journeys.volunteer import Volunteer


def test_three_people_are_scanned_in_whatever_has_the_focus(volunteer: Volunteer) -> None:
    queue = [volunteer.person(name) for name in ("Rossini, Marco", "Okafor, Daniel", "Łukasik, Grzegorz")]
    for key, person in zip(("Ctrl+1", "Ctrl+5", "Ctrl+3"), queue, strict=True):
        volunteer.press(key)
        volunteer.scan(person.code)
        volunteer.hears(f"{person.name} is here. Next: ")
        desk = volunteer.page(DeskPage)
        assert desk.finder.text == "", "no part of the code is left in the field"
        assert volunteer.person(person.list_name).presence is Presence.HERE
    assert volunteer.page(DeskPage).figures.marks[Presence.HERE].accessibleName() == "3 here"


def test_a_scan_into_half_a_name_leaves_the_name_alone(volunteer: Volunteer) -> None:
    volunteer.type("okaf")
    rossini = volunteer.person("Rossini, Marco")
    volunteer.scan(rossini.code)
    volunteer.hears("Marco Rossini is here.")
    assert volunteer.person("Okafor, Daniel").presence is Presence.EXPECTED


def test_a_badge_is_read_while_a_table_is_being_looked_at(volunteer: Volunteer) -> None:
    """The letters of a code are commands elsewhere: C calls a slot, 3 says that a guest is missing."""
    volunteer.press("Ctrl+2")
    steps = len(volunteer.history)
    person = volunteer.person("Ross, Emily")
    volunteer.scan(person.code)
    volunteer.hears("Emily Ross is here.")
    assert len(volunteer.history) == steps + 1


def test_names_are_typed_without_their_accents_and_entered(volunteer: Volunteer) -> None:
    for typed, name in (
        ("lukasik", "Łukasik, Grzegorz"),
        ("szucs", "Szűcs-Nagy, Erzsébet"),
        ("cruz", "de la Cruz, María José"),
    ):
        volunteer.type(typed)
        volunteer.press("Return")
        person = volunteer.person(name)
        volunteer.hears(f"{person.name} is here. Next: ", ", table ")
        assert volunteer.person(name).presence is Presence.HERE


def test_a_namesake_of_a_walk_in_needs_a_second_enter(volunteer: Volunteer) -> None:
    volunteer.press("Ctrl+N")
    volunteer.type("Bruno Rossi")
    volunteer.press("Return")
    volunteer.hears("Bruno Rossi is registered and here.")
    volunteer.type("rossi")
    volunteer.press("Return")
    finder = volunteer.page(DeskPage).finder
    assert "Not to be mistaken for Rossi, Bruno" in finder.hint.text()
    assert "Enter again: Anna Rossi" in finder.hint.text()
    assert volunteer.person("Rossi, Anna").presence is Presence.EXPECTED
    volunteer.press("Return")
    volunteer.hears("Anna Rossi is here.")
    assert volunteer.person("Rossini, Marco").presence is Presence.EXPECTED


def test_a_second_scan_says_since_when_and_changes_nothing(volunteer: Volunteer) -> None:
    person = volunteer.person("Okafor, Daniel")
    volunteer.scan(person.code)
    volunteer.hears("Daniel Okafor is here.")
    steps = len(volunteer.history)
    volunteer.at(datetime(2016, 4, 25, 9, 40))
    volunteer.scan(person.code)
    volunteer.hears("Daniel Okafor is already here since 09:15, laptop B.")
    assert len(volunteer.history) == steps


def test_somebody_rings_that_the_train_is_late(volunteer: Volunteer) -> None:
    volunteer.type("okafor")
    volunteer.press("Ctrl+L")
    volunteer.until(lambda: QApplication.activePopupWidget() is not None)
    volunteer.press("Down", "Return")
    volunteer.hears("Daniel Okafor is late until 10:25.")
    assert volunteer.person("Okafor, Daniel").late_until == datetime(2016, 4, 25, 10, 25)
    assert volunteer.page(DeskPage).finder.field.hasFocus()
    volunteer.scan(volunteer.person("Okafor, Daniel").code)
    volunteer.hears("Daniel Okafor is here.")
    volunteer.undoes()
    assert volunteer.person("Okafor, Daniel").presence is Presence.LATE


def test_a_walk_in_with_a_new_organisation_is_registered_by_keys(volunteer: Volunteer) -> None:
    volunteer.type("Ilse Obermoser")
    volunteer.press("Ctrl+N", "Tab")
    volunteer.type("Alpine Hydrogen Valley")
    volunteer.press("Tab")
    volunteer.type("Austria")
    volunteer.press("Return")
    volunteer.hears("Ilse Obermoser is registered and here. Badge ", ", box ")
    new = volunteer.person("Obermoser, Ilse")
    assert (new.organisation, new.country, new.side) == ("Alpine Hydrogen Valley", "AT", "EU")
    assert new.presence is Presence.HERE
    assert volunteer.page(DeskPage).finder.field.hasFocus()
    volunteer.scan(new.code)
    volunteer.hears("Ilse Obermoser is already here since 09:15, laptop B.")


def test_the_name_on_a_badge_is_set_right(volunteer: Volunteer) -> None:
    volunteer.type("hargrove")
    volunteer.press("Ctrl+K")
    volunteer.modal()
    volunteer.type("correct name")
    volunteer.press("Return", "Tab", "Tab")
    volunteer.type("Beth Hargrove")
    volunteer.press("Return")
    volunteer.hears("The badge has another name now: print it again.")
    assert volunteer.person("Hargrove, Laura Beth").name_on_badge == "Beth Hargrove"
    volunteer.undoes()
    assert volunteer.person("Hargrove, Laura Beth").name_on_badge == ""


def test_what_was_done_is_taken_back_by_the_notice_or_by_the_key(volunteer: Volunteer) -> None:
    before = volunteer.tables
    volunteer.scan(volunteer.person("Okafor, Daniel").code)
    volunteer.hears("Daniel Okafor is here.")
    volunteer.press_notice()
    volunteer.hears("Undone: check in, Daniel Okafor.")
    assert volunteer.tables == before
    volunteer.press_notice()
    volunteer.hears("Done again: check in, Daniel Okafor.")
    assert volunteer.person("Okafor, Daniel").presence is Presence.HERE
    volunteer.undoes()
    assert volunteer.tables == before
    volunteer.type("Ilse Obermoser")
    volunteer.press("Ctrl+N", "Return")
    volunteer.hears("Ilse Obermoser is registered and here.")
    volunteer.undoes()
    assert volunteer.tables == before
    volunteer.until(
        lambda: all("Obermoser" not in row.list_name for row in volunteer.page(DeskPage).finder.list.rows_model.rows)
    )


def test_in_a_small_window_no_notice_lies_over_the_button_that_registers(volunteer: Volunteer) -> None:
    volunteer.window.resize(800, 600)
    volunteer.press("Ctrl+N")
    volunteer.type("Anna Rossi")
    desk = volunteer.page(DeskPage)
    register = next(one for one in desk.findChildren(QPushButton) if one.isVisible() and one.text() == "Register")
    desk.notices.say(
        "Anna Rossi is here. Next: 10:20, table 7, Water Alliance Akron. Their sheet has changed.", desk.show
    )
    for _ in range(2):
        bar = desk.notices.geometry()
        assert not bar.intersects(QRect(register.mapTo(desk, QPoint()), register.size()))
        assert not bar.intersects(QRect(desk.finder.field.mapTo(desk, QPoint()), desk.finder.field.size()))
        register.setFocus()
        volunteer.until(register.hasFocus)
