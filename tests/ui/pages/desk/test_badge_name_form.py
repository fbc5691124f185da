"""A name that was written wrongly is put right at the Desk: everywhere, or only on the badge."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from eccp_desktop.actions.walk_in import RegisterWalkIn
from eccp_desktop.base.clock import HeldClock
from eccp_desktop.desk.desk import Desk
from eccp_desktop.domain.ids import ParticipantId
from eccp_desktop.store.reads.desk_list import DeskPerson, desk_people
from eccp_desktop.ui.appearance import Appearance
from eccp_desktop.ui.pages.desk import DeskPage
from eccp_desktop.ui.signals import DeskSignals
from tests.ui.shown_pages import shown_desk


@pytest.fixture
def emily(desk: Desk) -> ParticipantId:
    return desk.do(RegisterWalkIn("Emily Carter", "Battery Cluster Akron", "US", "US"))


@pytest.fixture
def page(
    qtbot: QtBot,
    appearance: Appearance,
    emily: ParticipantId,
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


def test_the_name_on_the_badge_is_changed(qtbot: QtBot, page: DeskPage, emily: ParticipantId, desk: Desk) -> None:
    search(qtbot, page, "carter")
    page._begin_badge_name()
    page.panels.badge_name.name.setText("Em Carter")
    qtbot.keyClick(page.panels.badge_name.name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: of(desk, emily).name_on_badge == "Em Carter")


def test_a_wrong_name_is_corrected_everywhere(qtbot: QtBot, page: DeskPage, emily: ParticipantId, desk: Desk) -> None:
    before = of(desk, emily)
    search(qtbot, page, "carter")
    page._begin_badge_name()
    form = page.panels.badge_name
    assert (form.given.text(), form.family.text(), form.name.text()) == ("Emily", "Carter", before.name_on_badge)
    form.family.clear()
    qtbot.keyClick(form.given, Qt.Key.Key_Return)
    assert of(desk, emily) == before, "nobody is without a family name"
    form.family.setText("Karter")
    qtbot.keyClick(form.family, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: of(desk, emily).name == "Emily Karter")
    after = of(desk, emily)
    assert (after.organisation, after.name_on_badge) == (before.organisation, before.name_on_badge)
