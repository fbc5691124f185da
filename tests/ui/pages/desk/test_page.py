"""A morning at the Desk, by keyboard."""

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QTableView,
)
from pytestqt.qtbot import QtBot

from eccp_desktop.actions.edit_tables import SetTables
from eccp_desktop.actions.presence import CheckIn, MarkExpected, MarkGone, MarkLate
from eccp_desktop.actions.walk_in import RegisterWalkIn
from eccp_desktop.base.clock import HeldClock
from eccp_desktop.desk.desk import Desk
from eccp_desktop.domain.ids import ParticipantId
from eccp_desktop.domain.vocabulary import ParticipantState, Presence
from eccp_desktop.store.reads.desk_list import DeskPerson, desk_people
from eccp_desktop.store.reads.hall import hall
from eccp_desktop.ui.appearance import Appearance
from eccp_desktop.ui.pages.desk import DeskPage
from eccp_desktop.ui.pages.timetable.meet_sheet import MeetSheet
from eccp_desktop.ui.signals import DeskSignals
from tests.actions.rows import Alter
from tests.fairs import FillFair
from tests.ui.shown_pages import shown_desk

GUESTS = (
    RegisterWalkIn("Anna Rossi", "Smart Grid Hub Forlì", "IT", "EU"),
    RegisterWalkIn("Marco Rossi", "Timber Valley Torino", "IT", "EU"),
    RegisterWalkIn("Jürgen Müller", "Photonics Jena", "DE", "EU"),
    RegisterWalkIn("Emily Carter", "Battery Cluster Akron", "US", "US"),
)


@pytest.fixture
def people(desk: Desk) -> dict[str, ParticipantId]:
    """Four people whom the desk expects, by their given names."""
    found = {}
    for guest in GUESTS:
        person = desk.do(guest)
        desk.do(MarkExpected(person))
        found[guest.name.split()[0]] = person
    return found


@pytest.fixture
def page(
    qtbot: QtBot,
    appearance: Appearance,
    people: dict[str, ParticipantId],
    desk: Desk,
    signals: DeskSignals,
    clock: HeldClock,
) -> Iterator[DeskPage]:
    page = shown_desk(desk, signals, clock, qtbot)
    yield page
    page.close()


def of(desk: Desk, person: ParticipantId) -> DeskPerson:
    return desk.read(desk_people, [person])[0]


def search(qtbot: QtBot, page: DeskPage, text: str) -> None:
    page.finder.field.clear()
    qtbot.keyClicks(page.finder.field, text)
    qtbot.wait(50)


def shown(page: DeskPage) -> list[str]:
    return [row.list_name for row in page.finder.list.rows_model.rows]


def enter(qtbot: QtBot, page: DeskPage) -> None:
    qtbot.keyClick(page.finder.field, Qt.Key.Key_Return)


def says(qtbot: QtBot, page: DeskPage, words: str) -> None:
    qtbot.waitUntil(lambda: words in page.notices.sentence)


def test_the_hint_says_what_enter_does_for_the_one_who_is_chosen(
    page: DeskPage, people: dict[str, ParticipantId], qtbot: QtBot
) -> None:
    hint = page.finder.hint
    page.desk.do(CheckIn(people["Marco"]))
    qtbot.keyClicks(page.finder.field, "rossi")
    qtbot.waitUntil(lambda: hint.text() == "2 people. Enter asks about Anna Rossi; the arrow keys choose.")

    qtbot.keyClick(page.finder.field, Qt.Key.Key_Down)
    assert hint.text() == "2 people. Marco Rossi is here already."
    page.desk.do(MarkGone(people["Marco"]))

    qtbot.waitUntil(lambda: hint.text() == "2 people. Marco Rossi has left. Enter checks in again.")


def test_everybody_is_on_the_list_and_nobody_is_chosen(page: DeskPage) -> None:
    assert shown(page) == ["Carter, Emily", "Müller, Jürgen", "Rossi, Anna", "Rossi, Marco"]
    assert page.finder.row is None


def test_six_keys_check_somebody_in(qtbot: QtBot, page: DeskPage, people: dict[str, ParticipantId], desk: Desk) -> None:
    search(qtbot, page, "muell")
    enter(qtbot, page)
    says(qtbot, page, "Jürgen Müller is here.")
    assert of(desk, people["Jürgen"]).presence is Presence.HERE
    assert page.finder.text == ""
    assert page.finder.field.hasFocus()


def test_look_alikes_need_a_second_enter(
    qtbot: QtBot, page: DeskPage, people: dict[str, ParticipantId], desk: Desk
) -> None:
    search(qtbot, page, "rossi")
    enter(qtbot, page)
    assert "Rossi, Marco" in page.finder.hint.text()
    assert of(desk, people["Anna"]).presence is Presence.EXPECTED
    enter(qtbot, page)
    says(qtbot, page, "Anna Rossi is here.")
    assert of(desk, people["Marco"]).presence is Presence.EXPECTED


def test_the_question_is_put_again_for_somebody_else(
    qtbot: QtBot, page: DeskPage, people: dict[str, ParticipantId], desk: Desk
) -> None:
    search(qtbot, page, "rossi")
    enter(qtbot, page)
    qtbot.keyClick(page.finder.field, Qt.Key.Key_Down)
    enter(qtbot, page)
    assert "Enter again: Marco Rossi" in page.finder.hint.text()
    assert of(desk, people["Marco"]).presence is Presence.EXPECTED
    enter(qtbot, page)
    says(qtbot, page, "Marco Rossi is here.")


def test_a_whole_name_that_fits_one_alone_needs_no_second_enter(qtbot: QtBot, page: DeskPage) -> None:
    search(qtbot, page, "anna rossi")
    enter(qtbot, page)
    says(qtbot, page, "Anna Rossi is here.")


def test_one_enter_too_many_does_nothing(qtbot: QtBot, page: DeskPage) -> None:
    search(qtbot, page, "muller")
    enter(qtbot, page)
    enter(qtbot, page)
    says(qtbot, page, "Jürgen Müller is here.")


def test_a_scan_checks_in_and_a_second_one_says_since_when(
    qtbot: QtBot, page: DeskPage, people: dict[str, ParticipantId], desk: Desk, clock: HeldClock
) -> None:
    code = of(desk, people["Anna"]).code
    page.scanned(code)
    says(qtbot, page, "Anna Rossi is here.")
    clock.advance(timedelta(minutes=30))
    page.scanned(code)
    says(qtbot, page, "Anna Rossi is already here since 09:00, laptop A.")


def test_a_code_typed_by_hand_is_as_good_as_a_scan(
    qtbot: QtBot, page: DeskPage, people: dict[str, ParticipantId], desk: Desk
) -> None:
    search(qtbot, page, of(desk, people["Marco"]).code.lower())
    enter(qtbot, page)
    says(qtbot, page, "Marco Rossi is here.")


def test_a_badge_of_nobody_is_said_so(qtbot: QtBot, page: DeskPage) -> None:
    page.scanned("AAAAAA")
    says(qtbot, page, "Nobody here has the badge code AAAAAA")


def test_undo_in_the_notice_takes_the_check_in_back(
    qtbot: QtBot, page: DeskPage, people: dict[str, ParticipantId], desk: Desk
) -> None:
    search(qtbot, page, "carter")
    enter(qtbot, page)
    says(qtbot, page, "Emily Carter is here.")
    page.notices._button.click()
    qtbot.waitUntil(lambda: of(desk, people["Emily"]).presence is Presence.EXPECTED)


def test_the_queue_is_counted(qtbot: QtBot, page: DeskPage, people: dict[str, ParticipantId], desk: Desk) -> None:
    desk.do(MarkLate(people["Emily"], datetime(2016, 4, 25, 11, 0)))
    qtbot.waitUntil(lambda: page.figures.marks[Presence.LATE].accessibleName() == "1 late")
    assert page.figures.marks[Presence.EXPECTED].accessibleName() == "3 expected"
    assert page.figures.marks[Presence.HERE].accessibleName() == "0 here"


def test_somebody_who_had_cancelled_is_taken_back_by_a_second_enter(
    qtbot: QtBot, page: DeskPage, people: dict[str, ParticipantId], desk: Desk
) -> None:
    desk.do(Alter("participants", people["Emily"], {"state": ParticipantState.CANCELLED}))
    search(qtbot, page, "carter")
    enter(qtbot, page)
    assert "was cancelled" in page.finder.hint.text()
    enter(qtbot, page)
    says(qtbot, page, "Emily Carter is here.")
    assert not of(desk, people["Emily"]).cancelled


def test_l_offers_times_and_marks_late(
    qtbot: QtBot, page: DeskPage, people: dict[str, ParticipantId], desk: Desk
) -> None:
    search(qtbot, page, "carter")
    qtbot.keyClick(page.finder.field, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert "Late until 09:25" in [action.text() for action in menu.actions()]
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    says(qtbot, page, "Emily Carter is late until 09:25.")
    assert of(desk, people["Emily"]).late_until == datetime(2016, 4, 25, 9, 25)


def test_a_walk_in_takes_half_a_minute(qtbot: QtBot, page: DeskPage, desk: Desk) -> None:
    search(qtbot, page, "zielinska")
    assert shown(page) == []
    qtbot.keyClick(page.finder.field, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    form = page.panels.walk_in
    assert form.name.hasFocus()
    assert form.name.text() == "zielinska"
    form.name.clear()
    qtbot.keyClicks(form.name, "Ewa Zielinska")
    qtbot.keyClicks(form.organisation, "Baltic Wood")
    qtbot.keyClicks(form.country, "Germany")
    assert form.side.currentText() == "EU"
    qtbot.keyClick(form.name, Qt.Key.Key_Return)
    says(qtbot, page, "Ewa Zielinska is registered and here.")
    assert page.finder.row is not None
    assert page.finder.row.list_name == "Zielinska, Ewa"
    assert (page.finder.row.organisation, page.finder.row.country, page.finder.row.side) == ("Baltic Wood", "DE", "EU")


def test_enter_on_a_name_that_nobody_has_begins_a_walk_in(qtbot: QtBot, page: DeskPage) -> None:
    search(qtbot, page, "Ewa Zielinska")
    assert "Enter registers a walk-in" in page.finder.hint.text()
    qtbot.keyClick(page.finder.field, Qt.Key.Key_Return)
    assert page.panels.walk_in.name.hasFocus()
    assert page.panels.walk_in.name.text() == "Ewa Zielinska"


def test_enter_on_a_badge_that_was_read_badly_begins_none(qtbot: QtBot, page: DeskPage) -> None:
    search(qtbot, page, "R2Y4ZZ9")
    qtbot.keyClick(page.finder.field, Qt.Key.Key_Return)
    says(qtbot, page, "Nobody is found for R2Y4ZZ9.")
    assert page.finder.field.hasFocus()


def test_two_at_the_desk_sit_down_within_twelve_keys(
    qtbot: QtBot, page: DeskPage, people: dict[str, ParticipantId], desk: Desk
) -> None:
    desk.do(SetTables(2))
    desk.do(CheckIn(people["Emily"]))
    qtbot.waitUntil(lambda: page._index.get(people["Emily"]) == of(desk, people["Emily"]))
    page._show_id(people["Anna"])
    qtbot.keyClick(page.finder.field, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    sheet = page.findChild(MeetSheet)
    assert sheet is not None
    assert [person.given_name for person in sheet.found.rows_model.rows] == ["Emily"]
    qtbot.keyClick(sheet.fields[1], Qt.Key.Key_Return)
    qtbot.keyClick(sheet.seats, Qt.Key.Key_Return)
    says(qtbot, page, "Anna Rossi and Emily Carter meet Mon 09:00, table 1.")
    (meeting,) = desk.read(hall).meetings.values()
    assert meeting.people == (people["Anna"], people["Emily"])


def test_the_second_name_may_be_typed(
    qtbot: QtBot, page: DeskPage, people: dict[str, ParticipantId], desk: Desk
) -> None:
    desk.do(SetTables(2))
    page._show_id(people["Anna"])
    page._sit_down()
    sheet = page.findChild(MeetSheet)
    assert sheet is not None
    assert sheet.found.row is None
    qtbot.keyClicks(sheet.fields[1], "carter")
    qtbot.waitUntil(lambda: sheet.found.row is not None)
    qtbot.keyClick(sheet.fields[1], Qt.Key.Key_Return)
    assert sheet.seats.row is not None
    sheet.reject()


def test_a_walk_in_of_a_known_organisation_takes_its_country_and_side(qtbot: QtBot, page: DeskPage) -> None:
    page._begin_walk_in()
    form = page.panels.walk_in
    qtbot.keyClicks(form.organisation, "battery cluster akron")
    assert (form.country.text(), form.side.currentText()) == ("United States", "US")
    assert not form.country.isEnabled()


def test_a_walk_in_who_is_on_the_list_is_noticed_while_typing(qtbot: QtBot, page: DeskPage) -> None:
    page._begin_walk_in()
    form = page.panels.walk_in
    qtbot.keyClicks(form.name, "Jurgen Mueler")
    assert form._warned[0].list_name == "Müller, Jürgen"
    form._candidates[0].click()
    assert page.finder.row is not None
    assert page.finder.row.list_name == "Müller, Jürgen"
    assert page.finder.field.hasFocus()


def test_letters_typed_in_the_list_go_on_with_the_search(qtbot: QtBot, page: DeskPage) -> None:
    page.finder.list.setFocus()
    qtbot.keyClick(page.finder.list, Qt.Key.Key_C)
    assert page.finder.field.hasFocus()
    assert page.finder.field.text() == "c"


def test_the_next_persons_name_is_not_lost_while_a_step_is_saved(qtbot: QtBot, page: DeskPage) -> None:
    search(qtbot, page, "muller")
    enter(qtbot, page)
    qtbot.keyClicks(page.finder.field, "car")
    says(qtbot, page, "Jürgen Müller is here.")
    assert page.finder.text == "car"


def test_the_card_says_where_to_go_next(qtbot: QtBot, page: DeskPage, desk: Desk) -> None:
    desk.do(FillFair(people=30, meetings=60))
    qtbot.waitUntil(lambda: len(shown(page)) == 34)
    host = next(row for row in page.finder.list.rows_model.rows if page._read_card(row.id).next is not None)  # type: ignore[union-attr]  # the person is on the list
    desk.do(MarkExpected(host.id))
    qtbot.waitUntil(lambda: page._index.get(host.id).presence is Presence.EXPECTED)  # type: ignore[union-attr]  # as above
    page.scanned(host.code)
    says(qtbot, page, f"{host.name} is here. Next: ")
    assert ", table " in page.notices.sentence


def test_every_control_has_a_name(qtbot: QtBot, page: DeskPage) -> None:
    search(qtbot, page, "rossi")
    page._begin_walk_in()
    for kind in (QLineEdit, QComboBox, QAbstractButton, QTableView):
        for control in page.findChildren(kind):
            named = control.accessibleName() or (control.text() if isinstance(control, QAbstractButton) else "")
            assert named or not control.isVisibleTo(page) or control.objectName().startswith("qt_"), control


def test_without_a_printer_a_sheet_goes_into_a_file_and_into_the_hand(
    qtbot: QtBot, page: DeskPage, people: dict[str, ParticipantId], desk: Desk
) -> None:
    search(qtbot, page, "carter")
    enter(qtbot, page)
    says(qtbot, page, "Emily Carter is here.")
    qtbot.keyClick(page.finder.field, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    says(qtbot, page, "No printer is set up: Sheet v1 of Emily Carter was saved in fair sheets/schedules Carter")
    assert list(desk.file.path.with_name("fair sheets").glob("schedules Carter *.pdf"))
    qtbot.waitUntil(lambda: page._card is not None and "schedules" in page._card.printed)
    assert page._card is not None
    assert page._card.printed["schedules"].handed_out == datetime(2016, 4, 25, 9, 0)
    assert desk.undo().title == "Print", "one step"
    qtbot.waitUntil(lambda: page._card is not None and "schedules" not in page._card.printed)
    assert desk.undo().title == "Check in"


def test_a_sheet_that_no_longer_holds_is_noticed(
    qtbot: QtBot, page: DeskPage, people: dict[str, ParticipantId], desk: Desk
) -> None:
    search(qtbot, page, "carter")
    page.printing.print_sheet("schedules", of(desk, people["Emily"]))
    says(qtbot, page, "was saved in")
    desk.do(Alter("participants", people["Emily"], {"family_name": "Carter-Hart"}))
    qtbot.waitUntil(lambda: "v2 is current" in card_words(page))


def card_words(page: DeskPage) -> str:
    return " | ".join(label.text() for label in page.panels.card.findChildren(QLabel) if label.isVisibleTo(page))
