"""The screen in the hall."""

import itertools
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from eccp_desktop.actions.gone_for_today import GoneForToday
from eccp_desktop.base.clock import HeldClock
from eccp_desktop.desk.desk import Desk
from eccp_desktop.ui.pages.now.hall_face import LEAST_ROW, HallFace, HallLine, paint_face, sheet_for
from eccp_desktop.ui.pages.now.hall_screen import HallScreen
from eccp_desktop.ui.signals import DeskSignals
from eccp_desktop.ui.theme import tokens_now
from tests.event_day import Guests, Seat, event_desk


@pytest.fixture
def desk(tmp_path: Path, clock: HeldClock) -> Iterator[Desk]:
    """Anna and Emily meet at 09:00 at table 2, Anna and Liam at 09:25 at table 3."""
    desk = event_desk(tmp_path, clock)
    people = list(desk.do(Guests(("Anna Rossi", "Emily Ross", "Marco Roy", "Liam Byrne"))).values())
    desk.do(Seat(people[0], people[1], slot=0, table=2))
    desk.do(Seat(people[0], people[3], slot=1, table=3))
    yield desk
    desk.close()


@pytest.fixture
def screen(desk: Desk, clock: HeldClock, qtbot: QtBot) -> Callable[[], HallScreen]:
    def make() -> HallScreen:
        screen = HallScreen(desk, DeskSignals(desk), clock)
        qtbot.addWidget(screen)
        screen.show_there()
        return screen

    return make


def _lines(screen: HallScreen) -> list[tuple[str, str]]:
    return [(line.number, " – ".join(name[0] for name in line.names)) for line in screen.face.lines]


def test_it_says_who_sits_where_and_how_long(screen: Callable[[], HallScreen], clock: HeldClock) -> None:
    clock.advance(timedelta(minutes=10))

    face = screen().face

    assert (face.title, face.countdown) == ("09:00 – 09:20", "ends in 10:00")
    assert [(line.number, *line.names) for line in face.lines] == [
        ("2", ("Anna Rossi", "A. Rossi", "Rossi"), ("Emily Ross", "E. Ross", "Ross"))
    ]


def test_in_the_last_three_minutes_it_shows_where_to_go_next(
    screen: Callable[[], HallScreen], clock: HeldClock
) -> None:
    shown = screen()
    clock.advance(timedelta(minutes=17))

    shown.tick()

    assert (shown.face.title, shown.face.countdown) == ("Next: 09:25", "ends in 03:00")
    assert _lines(shown) == [("3", "Anna Rossi – Liam Byrne")]
    clock.advance(timedelta(minutes=4))
    shown.tick()
    assert (shown.face.title, shown.face.countdown) == ("09:25 – 09:45", "starts in 04:00")


def test_it_follows_what_is_done_at_the_desk(screen: Callable[[], HallScreen], desk: Desk, qtbot: QtBot) -> None:
    shown = screen()
    person = desk.do(Guests(("Nina Nagy",)))["Nina Nagy"]
    other = desk.do(Guests(("Tom Otto", "Kim Lee")))["Kim Lee"]

    desk.do(Seat(person, other, slot=0, table=1))
    qtbot.waitUntil(lambda: ("1", "Nina Nagy – Kim Lee") in _lines(shown))
    desk.do(GoneForToday(person))
    qtbot.waitUntil(lambda: ("1", "Nina Nagy – Kim Lee") not in _lines(shown))


def test_after_the_last_slot_it_shows_the_time(screen: Callable[[], HallScreen], clock: HeldClock) -> None:
    clock.advance(timedelta(days=3))

    face = screen().face

    assert (face.title, face.countdown, face.lines) == ("Fair 2016", "09:00", ())


def test_escape_closes_it(screen: Callable[[], HallScreen], qtbot: QtBot) -> None:
    shown = screen()

    qtbot.keyClick(shown, Qt.Key.Key_Escape)

    assert not shown.isVisible()


def test_keys_stay_with_the_window_at_which_somebody_works(
    desk: Desk, clock: HeldClock, qtbot: QtBot, qapp: QApplication
) -> None:
    window = QLineEdit()
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.hasFocus)
    shown = HallScreen(desk, DeskSignals(desk), clock, window)
    shown.show_there()
    QApplication.processEvents()

    qtbot.waitUntil(lambda: qapp.focusWidget() is window)
    assert shown.isVisible()


def test_a_double_click_fills_the_screen_and_escape_uncovers_the_work(
    desk: Desk, clock: HeldClock, qtbot: QtBot
) -> None:
    window = QLineEdit()
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.hasFocus)
    shown = HallScreen(desk, DeskSignals(desk), clock, window)
    shown.show_there()
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert shown.isVisible(), "beside the work it stays"

    qtbot.mouseDClick(shown, Qt.MouseButton.LeftButton)
    assert shown.isFullScreen()
    qtbot.waitUntil(window.hasFocus)
    qtbot.keyClick(window, Qt.Key.Key_Escape)

    assert not shown.isVisible()


class Ruler(QPainter):
    """Paints as ever, and takes down which text is painted in which size."""

    def __init__(self, width: int, height: int) -> None:
        self._image = QImage(width, height, QImage.Format.Format_RGB32)
        self._seen: list[tuple[str, int]] = []
        super().__init__(self._image)

    def drawText(self, *where_and_what: object) -> None:  # type: ignore[override]  # for the one form that is used
        self._seen.append((str(where_and_what[-1]), self.font().pixelSize()))
        super().drawText(*where_and_what)  # type: ignore[call-overload]  # as above

    def sizes_of(self, face: HallFace, turn: int = 0) -> list[tuple[str, int]]:
        """Every text of a face, with its size in pixels."""
        paint_face(self, self._image.rect(), face, tokens_now(), turn)
        self.end()
        return self._seen


@given(count=st.integers(1, 400), width=st.integers(300, 3000), height=st.integers(200, 900))
def test_every_table_is_on_a_sheet_and_no_row_is_too_low(count: int, width: int, height: int) -> None:
    sheet = sheet_for(count, width, height)

    assert sheet.columns * sheet.rows * sheet.sheets >= count
    assert sheet.rows == 1 or height / sheet.rows >= LEAST_ROW


@pytest.mark.parametrize("tables", [1, 15, 20, 60, 250])
@pytest.mark.parametrize(("width", "height"), [(1920, 1080), (3840, 2160), (1280, 720), (1024, 768), (800, 600)])
def test_names_are_read_from_the_other_end_of_the_hall(tables: int, width: int, height: int, qtbot: QtBot) -> None:
    """From 15 m an eye tells letters of 22 mm apart; on a screen of 55 inches that is type of 5 % of its height."""
    ruler = Ruler(width, height)
    lines = tuple(
        HallLine(
            str(at),
            (
                ("Hans-Christian Krämer", "H. Krämer", "Krämer"),
                ("María José de la Cruz", "M. de la Cruz", "de la Cruz"),
            ),
        )
        for at in range(1, tables + 1)
    )

    sizes = ruler.sizes_of(HallFace("10:00 – 10:20", "ends in 12:34", "Hannover 2016, 10:07", lines))

    shown = [size for text, size in sizes if "Krämer" in text]
    assert shown
    assert min(shown) / height >= 0.05
    assert max(size for _, size in sizes) / height >= 0.05, "the time is larger than the names, or as large as it fits"
    assert len(shown) == min(tables, len(shown)), "the others come on the next sheets"


@pytest.mark.parametrize(("width", "height"), [(640, 360), (800, 600), (960, 540)])
def test_no_letter_reaches_below_its_row_on_a_small_screen(width: int, height: int, qtbot: QtBot) -> None:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    names = (("Jörg Gyögy", "J. Gyögy", "Gyögy"), ("Peggy Pjotrgy", "P. Pjotrgy", "Pjotrgy"))
    lines = tuple(HallLine(str(at), names) for at in range(1, 13))
    paint_face(painter, image.rect(), HallFace("10:00 – 10:20", "ends in 12:34", "", lines), tokens_now(), 0)
    painter.end()

    page = image.pixel(0, 0)
    free = [all(image.pixel(x, y) == page for x in range(width)) for y in range(height)]
    gaps = sum(here and not before for before, here in itertools.pairwise(free))

    sheet = sheet_for(12, round(width * 1080 / height) - 96, 1080 - 96 - 141 - 52 - 16)
    assert gaps >= sheet.rows, "between two rows nothing is written"


def test_sixty_tables_take_turns(qtbot: QtBot) -> None:
    lines = tuple(HallLine(str(at), ((f"N{at}", f"N{at}", f"N{at}"),)) for at in range(1, 61))
    face = HallFace("10:00 – 10:20", "ends in 12:34", "", lines)
    seen: list[str] = []
    turns = 0
    while len(seen) < 60:
        texts = [text for text, _ in Ruler(1920, 1080).sizes_of(face, turns)]
        seen += [text for text in texts if text.startswith("N")]
        assert any(text.endswith(" of 60") for text in texts), "which tables these are"
        turns += 1

    assert seen == [f"N{at}" for at in range(1, 61)]
    assert turns <= 4


def test_when_its_display_is_unplugged_it_becomes_a_window_and_says_so(
    screen: Callable[[], HallScreen], qtbot: QtBot, qapp: QApplication
) -> None:
    shown = screen()
    display = QGuiApplication.primaryScreen()
    shown._display = display  # as if it filled a second one
    shown.setWindowState(Qt.WindowState.WindowFullScreen)

    with qtbot.waitSignal(shown.left_alone):
        qapp.screenRemoved.emit(display)

    assert shown.isVisible()
    assert not shown.isFullScreen()
    assert display.availableGeometry().contains(shown.geometry().topLeft())
    shown.tick()
    assert shown.face.title == "09:00 – 09:20", "it goes on"


def test_another_display_that_is_unplugged_is_none_of_its_business(
    screen: Callable[[], HallScreen], qapp: QApplication
) -> None:
    shown = screen()
    shown.setWindowState(Qt.WindowState.WindowFullScreen)

    qapp.screenRemoved.emit(QGuiApplication.primaryScreen())
    QApplication.processEvents()

    assert shown.isFullScreen()


def test_with_a_second_display_it_fills_that_one(tmp_path: Path, pytestconfig: pytest.Config) -> None:
    screens = [
        {"name": name, "x": x, "y": 0, "width": 1280, "height": 800, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
        for name, x in (("desk", 0), ("hall", 1280))
    ]
    setup = tmp_path / "screens.json"
    setup.write_text(json.dumps({"screens": screens}))
    platform = f"offscreen:configfile={setup}"
    told = subprocess.run(
        [sys.executable, "-m", "tests.ui.pages.now.second_display", str(tmp_path)],
        check=True,
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"QT_QPA_PLATFORM": platform},
        cwd=pytestconfig.rootpath,
    ).stdout
    assert told.split("\n")[:2] == ["hall full", "desk window"]
