"""Enter and scans at the Desk where it is not certain who is meant, or whether they are still registered."""

from datetime import datetime

from PySide6.QtWidgets import QAbstractButton, QLabel

from eccp_desktop.actions.edit_people import CancelParticipation
from eccp_desktop.actions.presence import CheckIn
from eccp_desktop.domain.vocabulary import ParticipantState, Presence
from eccp_desktop.ui.pages.desk.page import DeskPage
from tests.actions.rows import Alter
from tests.journeys.volunteer import Volunteer

QUESTION = "The registration of Daniel Okafor was cancelled. Enter registers and checks in."


def hint(volunteer: Volunteer) -> str:
    return volunteer.page(DeskPage).finder.hint.text()


def card(volunteer: Volunteer) -> str:
    panel = volunteer.page(DeskPage).panels.card
    words = [one.text() for one in panel.findChildren(QLabel) + panel.findChildren(QAbstractButton) if one.isVisible()]
    return " | ".join(words)


def test_two_letters_that_fit_several_need_a_second_enter(volunteer: Volunteer) -> None:
    steps = len(volunteer.history)
    volunteer.type("ma")
    volunteer.press("Return")
    chosen = volunteer.page(DeskPage).finder.row
    assert chosen is not None
    volunteer.until(
        lambda: f"nter again checks in {chosen.name}" in hint(volunteer) or "Enter again:" in hint(volunteer)
    )
    assert len(volunteer.history) == steps
    volunteer.press("Return")
    volunteer.hears(f"{chosen.name} is here.")


def test_one_letter_is_never_certain(volunteer: Volunteer) -> None:
    """What a scanner leaves behind in a field, and the Enter at its end."""
    steps = len(volunteer.history)
    for letter in "okm":
        volunteer.type(letter)
        volunteer.press("Return")
        assert len(volunteer.history) == steps
        volunteer.press("Escape")


def test_an_organisation_is_not_yet_somebody(volunteer: Volunteer) -> None:
    okafor = volunteer.person("Okafor, Daniel")
    steps = len(volunteer.history)
    volunteer.type(okafor.organisation)
    volunteer.press("Return")
    assert "Enter again" in hint(volunteer)
    assert len(volunteer.history) == steps


def test_the_arrow_keys_choose_and_one_enter_is_enough(volunteer: Volunteer) -> None:
    volunteer.type(volunteer.person("Okafor, Daniel").organisation)
    desk = volunteer.page(DeskPage)
    volunteer.press("Down")
    while desk.finder.row is None or desk.finder.row.list_name != "Okafor, Daniel":
        volunteer.press("Up")
    volunteer.press("Return")
    if "Not to be mistaken" in hint(volunteer):
        volunteer.press("Return")
    volunteer.hears("Daniel Okafor is here.")


def test_a_scan_of_somebody_who_cancelled_asks_and_a_second_one_takes_them_back(volunteer: Volunteer) -> None:
    okafor = volunteer.person("Okafor, Daniel")
    volunteer.desk.do(CancelParticipation(okafor.id))
    steps = len(volunteer.history)
    volunteer.scan(okafor.code)
    volunteer.hears(QUESTION)
    assert hint(volunteer) == QUESTION
    volunteer.until(lambda: "Daniel Okafor" in card(volunteer) and "Register and check in" in card(volunteer))
    assert len(volunteer.history) == steps
    volunteer.scan(okafor.code)
    volunteer.hears("Daniel Okafor is here.")
    assert not volunteer.person("Okafor, Daniel").cancelled


def test_after_such_a_scan_enter_takes_them_back(volunteer: Volunteer) -> None:
    okafor = volunteer.person("Okafor, Daniel")
    volunteer.desk.do(CancelParticipation(okafor.id))
    volunteer.scan(okafor.code)
    volunteer.hears(QUESTION)
    volunteer.press("Return")
    volunteer.hears("Daniel Okafor is here.")
    assert not volunteer.person("Okafor, Daniel").cancelled


def test_a_scan_of_somebody_else_takes_nobody_back(volunteer: Volunteer) -> None:
    okafor, rossini = volunteer.person("Okafor, Daniel"), volunteer.person("Rossini, Marco")
    volunteer.desk.do(CancelParticipation(okafor.id))
    volunteer.scan(okafor.code)
    volunteer.hears(QUESTION)
    volunteer.scan(rossini.code)
    volunteer.hears("Marco Rossini is here.")
    assert volunteer.person("Okafor, Daniel").cancelled
    volunteer.scan(okafor.code)
    volunteer.hears(QUESTION)


def test_who_cancelled_after_coming_is_not_called_here(volunteer: Volunteer) -> None:
    okafor = volunteer.person("Okafor, Daniel")
    volunteer.desk.do(CheckIn(okafor.id))
    volunteer.desk.do(CancelParticipation(okafor.id))
    assert volunteer.person("Okafor, Daniel").presence is Presence.GONE
    volunteer.scan(okafor.code)
    volunteer.hears(QUESTION)
    volunteer.until(lambda: "Register and check in" in card(volunteer))
    assert "here since" not in card(volunteer)
    volunteer.press_button("Register and check in")
    volunteer.hears("Daniel Okafor is here.")


def test_a_presence_that_an_earlier_version_left_does_not_hide_that_they_cancelled(volunteer: Volunteer) -> None:
    okafor = volunteer.person("Okafor, Daniel")
    volunteer.desk.do(CheckIn(okafor.id))
    volunteer.desk.do(Alter("participants", okafor.id, {"state": ParticipantState.CANCELLED}))
    volunteer.at(datetime(2016, 4, 25, 9, 40))
    volunteer.type("okafor")
    volunteer.press("Return")
    assert "was cancelled. Enter again registers and checks in." in hint(volunteer)
    volunteer.press("Return")
    volunteer.hears("Daniel Okafor is here.")
    assert not volunteer.person("Okafor, Daniel").cancelled
