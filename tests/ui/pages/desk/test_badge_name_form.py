"""A name that was written wrongly is put right at the Desk: everywhere, or only on the badge."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from eccp_desktop.desk.desk import Desk
from eccp_desktop.domain.ids import ParticipantId
from eccp_desktop.ui.pages.desk import DeskPage
from tests.ui.pages.desk.at_the_desk import person_of, search


def test_the_name_on_the_badge_is_changed(
    qtbot: QtBot, page: DeskPage, people: dict[str, ParticipantId], desk: Desk
) -> None:
    search(qtbot, page, "carter")
    page._begin_badge_name()
    page.panels.badge_name.name.setText("Em Carter")
    qtbot.keyClick(page.panels.badge_name.name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: person_of(desk, people["Emily"]).name_on_badge == "Em Carter")


def test_a_wrong_name_is_corrected_everywhere(
    qtbot: QtBot, page: DeskPage, people: dict[str, ParticipantId], desk: Desk
) -> None:
    before = person_of(desk, people["Emily"])
    search(qtbot, page, "carter")
    page._begin_badge_name()
    form = page.panels.badge_name
    assert (form.given.text(), form.family.text(), form.name.text()) == ("Emily", "Carter", before.name_on_badge)
    form.family.clear()
    qtbot.keyClick(form.given, Qt.Key.Key_Return)
    assert person_of(desk, people["Emily"]) == before, "nobody is without a family name"
    form.family.setText("Karter")
    qtbot.keyClick(form.family, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: person_of(desk, people["Emily"]).name == "Emily Karter")
    after = person_of(desk, people["Emily"])
    assert (after.organisation, after.name_on_badge) == (before.organisation, before.name_on_badge)
