"""The Timetable: people and tables, a meeting in the hand, the tray, a search, its proposal, two versions compared."""

from PySide6.QtCore import QElapsedTimer
from PySide6.QtTest import QTest

from eccp_desktop.ui.pages.timetable.carrying import Fit
from eccp_desktop.ui.pages.timetable.day_grid import Axis
from eccp_desktop.ui.pages.timetable.page import TimetablePage
from tests.pictures.stage import LONGEST, Stage, settle

SEARCH = 4
"""Seconds for which the engine searches."""


def play(stage: Stage) -> None:
    """Take the pictures of the Timetable page."""
    page = stage.open("timetable")
    assert isinstance(page, TimetablePage)
    stage.take("timetable")
    if not stage.busy:
        page.to_generate()
        stage.take("timetable-generate")
        return
    page.bar.choose_axis(Axis.TABLES)
    stage.take("timetable-tables")
    page.bar.choose_axis(Axis.PEOPLE)
    _hand(stage, page)
    page.bar.set_zoom(page.bar.zoom + 1)
    stage.take("timetable-larger")
    page.bar.set_zoom(page.bar.zoom - 2)
    stage.take("timetable-smaller")
    page.bar.set_zoom(page.bar.zoom + 1)
    page.bar.start_finding()
    stage.type("xqz")
    stage.take("timetable-nobody-found")
    page.bar.clear_filter()
    _tray(stage, page)
    _meet(stage, page)
    _generate(stage, page)
    page.to_compare()
    stage.take("timetable-compare")
    page.side.compare.show_people(True)
    stage.take("timetable-compare-people")
    page.to_tray()
    stage.clear()


def _hand(stage: Stage, page: TimetablePage) -> None:
    model = page.view.grid_model
    day = model.day
    assert day is not None
    page.view.setFocus()
    line, column = next(
        (line, column)
        for line in range(len(day.lines))
        for column in range(len(day.slots))
        if page.view._meeting_at(line, column) is not None
    )
    page.view.go_to(line, column)
    stage.take("timetable-meeting")
    page.hands.pick_current()
    stage.take("timetable-in-hand")
    refused = next(
        (
            (row, slot)
            for row in range(len(day.lines))
            for slot in range(len(day.slots))
            if (verdict := model.verdict(row, slot)) is not None and verdict.fit is Fit.NO
        ),
        None,
    )
    if refused is not None:
        page.view.go_to(*refused)
        stage.take("timetable-illegal")
        stage.press("Return")
        stage.take("timetable-refused")
    stage.press("Escape")
    stage.clear()


def _tray(stage: Stage, page: TimetablePage) -> None:
    page.to_tray()
    page.side.tray.list.select_line(0)
    stage.take("timetable-tray")
    page.side.tray.list.select_line(1)
    stage.take("timetable-tray-second")


def _meet(stage: Stage, page: TimetablePage) -> None:
    page.hands.arrange_meeting()
    stage.take("timetable-meet")
    stage.type("a")
    stage.take("timetable-meet-first")
    stage.press("Return")
    stage.type("e")
    stage.press("Return")
    stage.take("timetable-meet-refused")
    stage.press("Backtab", "Ctrl+A")
    stage.type("byrne")
    stage.press("Return")
    stage.take("timetable-meet-both")
    stage.clear()


def _generate(stage: Stage, page: TimetablePage) -> None:
    page.to_generate()
    stage.take("timetable-generate")
    panel = page.side.generate
    mode = next(iter(type(panel.form.mode)))
    panel.start(mode, SEARCH)
    QTest.qWait(2500)
    path = stage.out / f"timetable-searching{stage.suffix}.png"
    stage.event.window.grab().save(str(path))
    waited = QElapsedTimer()
    waited.start()
    while panel.running and waited.elapsed() < LONGEST:
        QTest.qWait(50)
    settle()
    stage.take("timetable-proposal")
    if panel.proposal is not None:
        panel.view.apply.click()
        stage.take("timetable-applied")
        stage.clear()
