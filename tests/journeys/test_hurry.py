"""People are in a hurry: keys come faster than the disk, and badges are scanned at the worst moment."""

from eccp_desktop.actions.presence import CheckIn
from eccp_desktop.domain.vocabulary import Presence
from eccp_desktop.store.reads.desk_list import desk_people
from eccp_desktop.ui.pages.desk.page import DeskPage
from eccp_desktop.ui.pages.people.page import PeoplePage
from tests.journeys.volunteer import Volunteer

QUEUE = ("Rossini, Marco", "Okafor, Daniel", "Łukasik, Grzegorz", "Kovács, Győző", "Sandoval, Olivia")


def here(volunteer: Volunteer) -> set[str]:
    people = volunteer.desk.read(desk_people)
    return {person.list_name for person in people if person.presence is Presence.HERE}


def test_badges_are_scanned_one_after_the_other_without_a_look_at_the_screen(volunteer: Volunteer) -> None:
    for name in QUEUE:
        volunteer.scan(volunteer.person(name).code)
    volunteer.until(lambda: here(volunteer) == set(QUEUE))
    volunteer.hears("Olivia Sandoval is here.")


def test_undo_is_pressed_faster_than_it_is_done(volunteer: Volunteer) -> None:
    before = volunteer.tables
    for name in QUEUE:
        volunteer.desk.do(CheckIn(volunteer.person(name).id))
    after = volunteer.tables
    volunteer.press(*["Ctrl+Z"] * len(QUEUE))
    volunteer.until(lambda: volunteer.tables == before)
    volunteer.press(*["Ctrl+Y"] * len(QUEUE))
    volunteer.until(lambda: volunteer.tables == after)


def test_a_badge_is_scanned_while_somebody_looks_for_a_thing(volunteer: Volunteer) -> None:
    volunteer.press("Ctrl+3", "Ctrl+K")
    volunteer.modal()
    volunteer.scan(volunteer.person("Okafor, Daniel").code)
    volunteer.until(lambda: here(volunteer) == {"Okafor, Daniel"})
    volunteer.press("Escape")
    volunteer.page(DeskPage)
    volunteer.hears("Daniel Okafor is here.")


def test_undo_in_an_old_notice_does_not_take_back_something_else(volunteer: Volunteer) -> None:
    volunteer.scan(volunteer.person("Okafor, Daniel").code)
    volunteer.hears("Daniel Okafor is here.")
    volunteer.desk.do(CheckIn(volunteer.person("Rossini, Marco").id))
    volunteer.press_notice()
    volunteer.hears("“Check in”", "came after it: undo that first.")
    assert here(volunteer) == {"Okafor, Daniel", "Rossini, Marco"}


def test_undo_is_pressed_on_another_page_and_says_what_it_took_back(volunteer: Volunteer) -> None:
    volunteer.scan(volunteer.person("Okafor, Daniel").code)
    volunteer.hears("Daniel Okafor is here.")
    volunteer.press("Ctrl+3")
    people = volunteer.page(PeoplePage)
    assert people.people.field.hasFocus()
    volunteer.type("okafor")
    volunteer.undoes()
    volunteer.hears("Undone: check in, Daniel Okafor.")
    assert people.people.field.text() == "okafor", "what was typed stays"
    assert here(volunteer) == set()
