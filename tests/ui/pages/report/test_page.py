"""The Report page: the figures of paper with what they count, and the charts of paper as vectors."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from eccp_desktop.base.clock import HeldClock
from eccp_desktop.desk.desk import Desk
from eccp_desktop.desk.report_charts import Palette, report_on_screen
from eccp_desktop.store.unit import OrganisationSector, OrganisationTarget, Unit
from eccp_desktop.ui.appearance import Appearance
from eccp_desktop.ui.pages.report import ReportPage
from eccp_desktop.ui.pages.report.chart import Chart
from eccp_desktop.ui.signals import DeskSignals
from tests.fairs import FillFair


class Tell:
    """Gives every organisation a sector and a target country."""

    title = "Tell"

    def apply(self, unit: Unit) -> None:
        for organisation in unit.organisations.all():
            unit.sectors.add(OrganisationSector(organisation_id=organisation.id, sector="Energy"))
            unit.targets.add(OrganisationTarget(organisation_id=organisation.id, country="US", rank=1))


@pytest.fixture
def page(
    qtbot: QtBot, appearance: Appearance, desk: Desk, signals: DeskSignals, clock: HeldClock
) -> Iterator[ReportPage]:
    desk.do(FillFair(people=6, meetings=5, waiting=0))
    page = ReportPage(desk, signals, clock)
    page.show()
    page.build()
    qtbot.waitUntil(lambda: bool(page.figures.rows_model.rows) and page._reading is None)
    yield page
    qtbot.waitUntil(lambda: page._reading is None)
    page.close()
    page.deleteLater()


def test_figures_say_what_they_count(page: ReportPage) -> None:
    found = {one.counts: one.number for one in page.figures.rows_model.rows}
    assert found["people registered, without those who only interpret"] == 6
    assert found["meetings with a slot and a table, also those over or cancelled"] == 5
    assert page.findChildren(Chart) == []


def test_charts_come_with_what_they_count_and_follow_the_event(page: ReportPage, qtbot: QtBot, desk: Desk) -> None:
    desk.do(Tell())
    qtbot.waitUntil(lambda: len(page.findChildren(Chart)) == 2)
    targets = page.findChildren(Chart)[0].picture
    assert targets.renderer().isValid()
    assert targets.accessibleName() == "Target countries"
    assert "United States: " in targets.accessibleDescription()


def test_a_chart_has_the_colours_of_the_screen_and_no_clip(page: ReportPage, desk: Desk) -> None:
    desk.do(Tell())
    svg = report_on_screen(desk, Palette(ink="#FFFFFF", bar="#FF0000")).charts[0].svg
    assert b"rgb(100%,0%,0%)" in svg
    assert b"rgb(100%,100%,100%)" in svg
    assert b"clip" not in svg


def test_the_report_is_printed_from_the_print_page(page: ReportPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.wanted) as wanted:
        page.print_report()
    assert wanted.args == ["print", "impact"]


def test_in_a_narrow_window_the_charts_stand_below_the_figures(page: ReportPage, qtbot: QtBot) -> None:
    page.resize(1300, 700)
    qtbot.waitUntil(lambda: page.charts.x() > page.figures.geometry().right())
    page.resize(720, 540)
    qtbot.waitUntil(lambda: page.charts.y() > page.figures.geometry().bottom())
    assert page.figures.width() > 600
