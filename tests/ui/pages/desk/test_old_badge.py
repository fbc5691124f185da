"""Somebody comes with the badge of a record that became one with another."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from eccp_desktop.actions.edit_people import CancelParticipation
from eccp_desktop.actions.merge_people import MergePeople
from eccp_desktop.actions.presence import CheckIn, MarkExpected
from eccp_desktop.actions.walk_in import RegisterWalkIn
from eccp_desktop.base.clock import HeldClock
from eccp_desktop.desk.desk import Desk
from eccp_desktop.domain.vocabulary import Presence
from eccp_desktop.store.reads.desk_list import DeskPerson, desk_people
from eccp_desktop.ui.appearance import Appearance
from eccp_desktop.ui.pages.desk import DeskPage
from eccp_desktop.ui.signals import DeskSignals
from tests.ui.shown_pages import shown_desk


@pytest.fixture
def page(
    qtbot: QtBot, appearance: Appearance, desk: Desk, signals: DeskSignals, clock: HeldClock
) -> Iterator[DeskPage]:
    page = shown_desk(desk, signals, clock, qtbot)
    yield page
    page.close()


@pytest.fixture
def old(page: DeskPage) -> str:
    """The code of Anne Rossi, whose record became one with that of Anna, who is expected."""
    anna, anne = (page.desk.do(RegisterWalkIn(name)) for name in ("Anna Rossi", "Anne Rossi"))
    page.desk.do(MarkExpected(anna))
    page.desk.do(MarkExpected(anne))
    code = page.desk.read(desk_people, [anne])[0].code
    page.desk.do(MergePeople(anna, anne))
    return code


def anna(page: DeskPage) -> DeskPerson:
    (person,) = page.desk.read(desk_people)
    return person


def says(qtbot: QtBot, page: DeskPage, words: str) -> None:
    qtbot.waitUntil(lambda: page.notices.sentence == words)


def test_a_scan_of_the_old_badge_checks_in_and_names_the_new_one(qtbot: QtBot, page: DeskPage, old: str) -> None:
    qtbot.waitUntil(lambda: len(page.finder.list.rows_model.rows) == 1)
    page.scanned(old)
    new = anna(page).code
    words = f"This is the old badge of Anna Rossi; the badge is now {new}."
    says(qtbot, page, f"{words} Anna Rossi is here. No meeting is planned.")
    assert anna(page).presence is Presence.HERE
    assert f"Old badge: {old}" in [label.text() for label in page.panels.findChildren(QLabel)]


def test_the_old_code_is_typed_in_small_letters(qtbot: QtBot, page: DeskPage, old: str) -> None:
    qtbot.keyClicks(page.finder.field, old.lower())
    qtbot.keyClick(page.finder.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.notices.sentence.startswith("This is the old badge of Anna Rossi"))
    assert anna(page).presence is Presence.HERE


def test_a_scan_of_the_new_badge_says_nothing_of_the_old_one(qtbot: QtBot, page: DeskPage, old: str) -> None:
    qtbot.waitUntil(lambda: len(page.finder.list.rows_model.rows) == 1)
    page.scanned(anna(page).code)
    says(qtbot, page, "Anna Rossi is here. No meeting is planned.")


def test_a_second_scan_of_it_says_both(qtbot: QtBot, page: DeskPage, old: str) -> None:
    page.desk.do(CheckIn(old))
    qtbot.waitUntil(lambda: [row.presence for row in page.finder.list.rows_model.rows] == [Presence.HERE])
    page.scanned(old)
    assert page.notices.sentence.startswith("This is the old badge of Anna Rossi")
    assert "is already here since" in page.notices.sentence


def test_who_had_cancelled_is_asked_about_by_the_old_badge_too(qtbot: QtBot, page: DeskPage, old: str) -> None:
    page.desk.do(CancelParticipation(anna(page).id))
    qtbot.waitUntil(lambda: [row.cancelled for row in page.finder.list.rows_model.rows] == [True])
    page.scanned(old)
    assert page.notices.sentence.startswith("This is the old badge of Anna Rossi")
    assert "was cancelled" in page.notices.sentence
    page.scanned(old)
    qtbot.waitUntil(lambda: not anna(page).cancelled)


def test_undo_of_the_merge_makes_it_a_badge_of_its_own_again(qtbot: QtBot, page: DeskPage, old: str) -> None:
    page.desk.undo()
    qtbot.waitUntil(lambda: len(page.finder.list.rows_model.rows) == 2)
    page.scanned(old)
    says(qtbot, page, "Anne Rossi is here. No meeting is planned.")
