"""A morning at the Desk, by keyboard."""

from datetime import datetime, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLineEdit,
    QMenu,
    QTableView,
)
from pytestqt.qtbot import QtBot

from eccp_desktop.actions.presence import CheckIn, MarkExpected, MarkGone, MarkLate
from eccp_desktop.base.clock import HeldClock
from eccp_desktop.desk.desk import Desk
from eccp_desktop.domain.ids import ParticipantId
from eccp_desktop.domain.vocabulary import ParticipantState, Presence
from eccp_desktop.ui.pages.desk import DeskPage
from tests.actions.rows import Alter
from tests.fairs import FillFair
from tests.ui.pages.desk.at_the_desk import enter, person_of, says, search, shown, until_known


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
    assert person_of(desk, people["Jürgen"]).presence is Presence.HERE
    assert page.finder.text == ""
    assert page.finder.field.hasFocus()


def test_look_alikes_need_a_second_enter(
    qtbot: QtBot, page: DeskPage, people: dict[str, ParticipantId], desk: Desk
) -> None:
    search(qtbot, page, "rossi")
    enter(qtbot, page)
    assert "Rossi, Marco" in page.finder.hint.text()
    assert person_of(desk, people["Anna"]).presence is Presence.EXPECTED
    enter(qtbot, page)
    says(qtbot, page, "Anna Rossi is here.")
    assert person_of(desk, people["Marco"]).presence is Presence.EXPECTED


def test_the_question_is_put_again_for_somebody_else(
    qtbot: QtBot, page: DeskPage, people: dict[str, ParticipantId], desk: Desk
) -> None:
    search(qtbot, page, "rossi")
    enter(qtbot, page)
    qtbot.keyClick(page.finder.field, Qt.Key.Key_Down)
    enter(qtbot, page)
    assert "Enter again: Marco Rossi" in page.finder.hint.text()
    assert person_of(desk, people["Marco"]).presence is Presence.EXPECTED
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
    code = person_of(desk, people["Anna"]).code
    page.scanned(code)
    says(qtbot, page, "Anna Rossi is here.")
    clock.advance(timedelta(minutes=30))
    page.scanned(code)
    says(qtbot, page, "Anna Rossi is already here since 09:00, laptop A.")


def test_a_code_typed_by_hand_is_as_good_as_a_scan(
    qtbot: QtBot, page: DeskPage, people: dict[str, ParticipantId], desk: Desk
) -> None:
    search(qtbot, page, person_of(desk, people["Marco"]).code.lower())
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
    qtbot.waitUntil(lambda: person_of(desk, people["Emily"]).presence is Presence.EXPECTED)


def test_the_queue_is_counted(qtbot: QtBot, page: DeskPage, people: dict[str, ParticipantId], desk: Desk) -> None:
    desk.do(MarkLate(people["Emily"], datetime(2016, 4, 25, 11, 0)))
    qtbot.waitUntil(lambda: page.figures.marks[Presence.LATE].accessibleName() == "1 late")
    assert page.figures.marks[Presence.EXPECTED].accessibleName() == "3 expected"
    assert page.figures.marks[Presence.HERE].accessibleName() == "0 here"


def test_somebody_who_had_cancelled_is_taken_back_by_a_second_enter(
    qtbot: QtBot, page: DeskPage, people: dict[str, ParticipantId], desk: Desk
) -> None:
    desk.do(Alter("participants", people["Emily"], {"state": ParticipantState.CANCELLED}))
    until_known(qtbot, page, desk, people["Emily"])
    search(qtbot, page, "carter")
    enter(qtbot, page)
    assert "was cancelled" in page.finder.hint.text()
    enter(qtbot, page)
    says(qtbot, page, "Emily Carter is here.")
    assert not person_of(desk, people["Emily"]).cancelled


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
    assert person_of(desk, people["Emily"]).late_until == datetime(2016, 4, 25, 9, 25)


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
