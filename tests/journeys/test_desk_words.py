"""What the Desk says and offers to somebody who stands there: when, where, whom, and in which letters."""

from datetime import timedelta

from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QLabel, QMenu

from eccp_desktop.actions.presence import CheckIn
from eccp_desktop.actions.walk_in import RegisterWalkIn
from eccp_desktop.base.country_names import country_name
from eccp_desktop.desk.papers import Papers, PrintJob
from eccp_desktop.domain.vocabulary import Presence
from eccp_desktop.store.reads.desk_card import DeskCard, desk_card
from eccp_desktop.ui.pages.desk import sentences
from eccp_desktop.ui.pages.desk.late_time import LateTimeSheet
from eccp_desktop.ui.pages.desk.page import DeskPage
from eccp_desktop.ui.pages.now.page import NowPage
from eccp_desktop.ui.pages.timetable.meet_sheet import MeetSheet
from eccp_desktop.ui.theme import State
from tests.actions.rows import Alter
from tests.journeys.volunteer import MORNING, Volunteer


def shown(volunteer: Volunteer) -> str:
    return " | ".join(label.text() for label in volunteer.page(DeskPage).panels.card.findChildren(QLabel))


def primary(volunteer: Volunteer) -> list[str]:
    """The words of the card's primary button."""
    buttons = volunteer.page(DeskPage).panels.card.findChildren(QAbstractButton)
    return [one.text() for one in buttons if one.property("kind") == "primary" and one.isVisible()]


def card_of(volunteer: Volunteer, name: str) -> DeskCard:
    card = volunteer.desk.read(desk_card, volunteer.person(name).id, volunteer.page(DeskPage).now())
    assert card is not None
    return card


def late_menu(volunteer: Volunteer) -> QMenu:
    volunteer.type("okafor")
    volunteer.press("Ctrl+L")
    menu = volunteer.popup()
    assert isinstance(menu, QMenu)
    return menu


def ask_for_time(volunteer: Volunteer) -> LateTimeSheet:
    late_menu(volunteer)
    volunteer.press("A")
    sheet = volunteer.modal()
    assert isinstance(sheet, LateTimeSheet)
    return sheet


def test_a_late_person_comes_at_a_time_that_is_typed(volunteer: Volunteer) -> None:
    ask_for_time(volunteer)
    volunteer.type("10.40")
    volunteer.press("Return")
    volunteer.hears("Daniel Okafor is late until 10:40.")
    okafor = volunteer.person("Okafor, Daniel")
    assert okafor.late_until == MORNING.replace(hour=10, minute=40)
    missed = card_of(volunteer, "Okafor, Daniel").missed
    if missed:
        volunteer.hears(f"Misses {', '.join(f'{one.start:%H:%M}' for one in missed)}: see Now.")


def test_a_time_that_is_over_or_none_at_all_is_asked_for_again(volunteer: Volunteer) -> None:
    sheet = ask_for_time(volunteer)
    for typed in ("8:00", "25:00", "soon"):
        sheet.time.clear()
        volunteer.type(typed)
        volunteer.press("Return")
        assert sheet.isVisible()
    assert volunteer.person("Okafor, Daniel").presence is Presence.EXPECTED
    volunteer.press("Escape")


def test_the_card_of_a_late_person_says_that_the_next_meeting_begins_before_they_come(volunteer: Volunteer) -> None:
    following = card_of(volunteer, "Okafor, Daniel").next
    assert following is not None
    volunteer.at(following.start - timedelta(minutes=30))
    ask_for_time(volunteer)
    volunteer.type(f"{following.start + timedelta(minutes=5):%H:%M}")
    volunteer.press("Return")
    volunteer.hears(f"Misses {following.start:%H:%M}", ": see Now.")
    volunteer.type("okafor")
    volunteer.until(
        lambda: f"Next, but they come at {following.start + timedelta(minutes=5):%H:%M} only" in shown(volunteer)
    )


def test_while_a_meeting_runs_the_card_and_the_notice_say_now_and_what_comes_then(volunteer: Volunteer) -> None:
    name = next(
        person.list_name
        for person in volunteer.page(DeskPage)._index.people
        if len(card_of(volunteer, person.list_name).meetings) > 1
    )
    person, card = volunteer.person(name), card_of(volunteer, name)
    first, second = card.meetings[:2]
    volunteer.at(first.end - timedelta(minutes=1))
    volunteer.scan(person.code)
    words = f"Now: {first.start:%H:%M}, {sentences.place(first)}, {sentences.whom(first)}."
    then = f"Then: {second.start:%H:%M}, {sentences.place(second)}, {sentences.whom(second)}."
    volunteer.hears(f"{person.name} is here. {words} {then}")
    volunteer.until(lambda: f"Then {second.start:%H:%M}, {sentences.place(second)}" in shown(volunteer))
    assert "| Now |" in shown(volunteer)


def test_already_here_looks_different_from_a_check_in(volunteer: Volunteer) -> None:
    okafor = volunteer.person("Okafor, Daniel")
    volunteer.scan(okafor.code)
    volunteer.hears("Daniel Okafor is here.")
    mark = volunteer.page(DeskPage).notices._mark
    assert not mark.isVisible()
    volunteer.scan(okafor.code)
    volunteer.hears("Daniel Okafor is already here")
    assert (mark.isVisible(), mark._state, mark.accessibleName()) == (True, State.LATE, "already")
    volunteer.page(DeskPage).scanned("AAAAAA")
    volunteer.hears("Nobody here has the badge code AAAAAA")
    assert (mark.isVisible(), mark._state) == (True, State.MISSING)


def test_names_in_other_letters_have_their_latin_reading(volunteer: Volunteer) -> None:
    volunteer.desk.do(RegisterWalkIn("Юлия Щукина", "Baltic Wood", "LT", ""))
    volunteer.type("shchuk")
    desk = volunteer.page(DeskPage)
    volunteer.until(lambda: desk.finder.row is not None and desk.finder.row.family_name == "Щукина")
    below = desk.finder.list.rows_model.columns[0].second
    assert below is not None
    assert desk.finder.row is not None
    assert below(desk.finder.row).startswith("Shchukina")
    volunteer.until(lambda: "| Shchukina" in shown(volunteer))
    assert sentences.reading(volunteer.person("Łukasik, Grzegorz")) == ""


def test_a_sheet_that_lies_ready_is_what_the_primary_button_hands_out(volunteer: Volunteer) -> None:
    okafor = volunteer.person("Okafor, Daniel")
    volunteer.scan(okafor.code)
    volunteer.hears("Daniel Okafor is here.")
    assert "Sheet handed out" not in primary(volunteer)
    volunteer.desk.do(Alter("participants", okafor.id, {"family_name": "Okafor-Hart"}))
    papers = Papers(volunteer.desk)
    papers.record(papers.draw(PrintJob("schedules")))
    volunteer.until(lambda: primary(volunteer) == ["Sheet handed out"])


def test_enter_on_a_completion_completes_and_registers_nobody(volunteer: Volunteer) -> None:
    steps = len(volunteer.history)
    volunteer.type("Ilse Obermoser")
    volunteer.press("Ctrl+N", "Tab", "Tab")
    volunteer.type("austr")
    popup = volunteer.popup()
    assert isinstance(popup, QAbstractItemView)
    assert popup.model().rowCount() == 2
    volunteer.until(lambda: popup.viewport().height() == sum(popup.sizeHintForRow(row) for row in range(2)))
    assert popup.verticalScrollBar().maximum() == 0
    volunteer.press("Down", "Return")
    form = volunteer.page(DeskPage).panels.walk_in
    assert form.country.text() in ("Australia", "Austria")
    assert QApplication.activePopupWidget() is None
    assert len(volunteer.history) == steps
    volunteer.press("Return")
    volunteer.hears("Ilse Obermoser is registered and here.")


def test_whoever_is_named_to_sit_down_with_is_said_to_be_here_or_not(volunteer: Volunteer) -> None:
    rossini = volunteer.person("Rossini, Marco")
    for person in volunteer.page(DeskPage)._index.people[::3]:
        if person.id != rossini.id:
            volunteer.desk.do(CheckIn(person.id))
    volunteer.scan(rossini.code)
    volunteer.hears("Marco Rossini is here.")
    volunteer.press("Ctrl+M")
    sheet = volunteer.modal()
    assert isinstance(sheet, MeetSheet)
    offered = sheet.found.row
    assert offered is not None
    volunteer.type(country_name(offered.country))
    sheet.fields[1].settle()
    rows = sheet.found.rows_model.rows
    ready = [row.presence is Presence.HERE and bool(sheet._soonest(row)) for row in rows]
    assert any(ready)
    assert ready == sorted(ready, reverse=True), "those here and free stand first"
    absent = next(row for row in rows if row.presence is Presence.EXPECTED and sheet._soonest(row))
    assert ", table " in sheet._soonest(absent)
    assert sheet._presence(absent) == "expected"
    sheet.found.select_key(absent.id)
    volunteer.press("Return")
    assert sheet.seats.row is not None
    assert sheet._hint.isVisible()
    assert sheet._hint.text() == f"{absent.name} is not here yet: expected."
    volunteer.press("Escape")


def test_one_escape_closes_the_palette_and_the_keys_work_again(volunteer: Volunteer) -> None:
    volunteer.press("Ctrl+K")
    palette = volunteer.modal()
    volunteer.type("okaf")
    volunteer.press("Escape")
    volunteer.until(lambda: QApplication.activeModalWidget() is None)
    assert palette is not None
    volunteer.press("Ctrl+2")
    assert isinstance(volunteer.window.page, NowPage)
    volunteer.press("Ctrl+K")
    volunteer.modal()
    volunteer.press("Escape")
    volunteer.until(lambda: QApplication.activeModalWidget() is None)
    volunteer.press("F9")
