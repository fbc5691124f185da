"""Somebody nobody expected is registered in half a minute."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from eccp_desktop.desk.desk import Desk
from eccp_desktop.ui.pages.desk import DeskPage
from tests.ui.pages.desk.at_the_desk import says, search, shown


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


def test_a_walk_in_of_a_known_organisation_takes_its_country_and_side(qtbot: QtBot, page: DeskPage) -> None:
    page._begin_walk_in()
    form = page.panels.walk_in
    qtbot.keyClicks(form.organisation, "battery cluster akron")
    assert (form.country.text(), form.side.currentText()) == ("United States", "US")
    assert form.country.isReadOnly()


def test_letters_typed_beside_the_fields_of_a_walk_in_are_no_search(qtbot: QtBot, page: DeskPage) -> None:
    page._begin_walk_in()
    form = page.panels.walk_in
    qtbot.keyClicks(form.name, "Jurgen Mueler")
    form._candidates[0].setFocus()
    qtbot.keyClicks(form._candidates[0], "Germany")
    assert page.finder.field.text() == ""
    assert form.name.text() == "Jurgen Mueler"


def test_a_part_of_a_country_is_enough_where_it_can_mean_no_other(qtbot: QtBot, page: DeskPage, desk: Desk) -> None:
    page._begin_walk_in()
    form = page.panels.walk_in
    qtbot.keyClicks(form.name, "Juno Lynch")
    form.country.setFocus()
    qtbot.keyClicks(form.country, "irel")
    form.country.completer().popup().hide()
    qtbot.keyClick(form.country, Qt.Key.Key_Tab)
    assert (form.country.text(), form.side.currentText()) == ("Ireland", "EU")
    form.country.setText("united")
    form.submit()
    assert form.country.text() == "united", "it may be several: it is asked for again"
    assert page.panels.currentWidget() is form
    assert form.country.property("wrong") is True
    qtbot.keyClicks(form.country, " kingdom")
    assert form.country.property("wrong") is False


def test_a_walk_in_who_is_on_the_list_is_noticed_while_typing(qtbot: QtBot, page: DeskPage) -> None:
    page._begin_walk_in()
    form = page.panels.walk_in
    qtbot.keyClicks(form.name, "Jurgen Mueler")
    assert form._warned[0].list_name == "Müller, Jürgen"
    form._candidates[0].click()
    assert page.finder.row is not None
    assert page.finder.row.list_name == "Müller, Jürgen"
    assert page.finder.field.hasFocus()
