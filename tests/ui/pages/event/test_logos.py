"""The logos on the Event page: taken from a file, shown as paper has them, refused in words, taken back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from eccp_desktop.base.clock import HeldClock
from eccp_desktop.desk.desk import Desk
from eccp_desktop.domain.vocabulary import LogoOwner
from eccp_desktop.store.reads.logos import logos
from eccp_desktop.ui.appearance import Appearance
from eccp_desktop.ui.pages.event.logos import LogoRow
from eccp_desktop.ui.pages.event.page import EventPage
from eccp_desktop.ui.signals import DeskSignals
from tests.documents.logos import SVG, WHITE_SVG, jpeg, png


@pytest.fixture
def page(
    qtbot: QtBot, appearance: Appearance, desk: Desk, signals: DeskSignals, clock: HeldClock
) -> Iterator[EventPage]:
    page = EventPage(desk, signals, clock)
    page.resize(1100, 700)
    page.show()
    page.build()
    page.open_tab("papers")
    yield page
    page.close()
    page.deleteLater()


def row(page: EventPage, owner: LogoOwner) -> LogoRow:
    return page.papers.logos.rows[owner]


@pytest.mark.parametrize(("data", "ending"), [(png(), "png"), (jpeg(), "jpg"), (SVG, "svg")])
def test_a_picture_is_taken_shown_and_removed(
    page: EventPage, qtbot: QtBot, desk: Desk, tmp_path: Path, data: bytes, ending: str
) -> None:
    path = tmp_path / f"logo.{ending}"
    path.write_bytes(data)
    organiser = row(page, LogoOwner.ORGANISER)
    assert organiser.picture.text() == "none"
    organiser.take(path)
    qtbot.waitUntil(lambda: LogoOwner.ORGANISER in desk.read(logos))
    qtbot.waitUntil(lambda: not organiser.picture.pixmap().isNull())
    assert row(page, LogoOwner.EVENT).picture.text() == "none"
    organiser.remove.click()
    qtbot.waitUntil(lambda: organiser.picture.text() == "none")
    assert desk.read(logos) == {}
    desk.undo()
    assert set(desk.read(logos)) == {LogoOwner.ORGANISER}


def test_what_is_no_picture_is_refused_in_words(page: EventPage, qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "logo.png"
    path.write_bytes(b"not a picture")
    row(page, LogoOwner.EVENT).take(path)
    qtbot.waitUntil(lambda: "PNG, JPEG or SVG" in page.notices.sentence)
    assert desk.read(logos) == {}


def test_a_white_logo_is_taken_with_a_warning_that_stays_beside_it(
    page: EventPage, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "logo.svg"
    path.write_bytes(WHITE_SVG)
    event = row(page, LogoOwner.EVENT)
    assert event.warning.isHidden()
    event.take(path)
    qtbot.waitUntil(lambda: "will not be seen on paper" in page.notices.sentence)
    assert "will not be seen on paper" in event.warning.text()
    event.remove.click()
    qtbot.waitUntil(event.warning.isHidden)
