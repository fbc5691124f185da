"""Pages by themselves, shown and built as the window does it."""

from collections.abc import Callable

from pytestqt.qtbot import QtBot

from eccp_desktop.base.clock import HeldClock
from eccp_desktop.desk.desk import Desk
from eccp_desktop.ui.pages.desk import DeskPage
from eccp_desktop.ui.pages.now.page import NowPage
from eccp_desktop.ui.signals import DeskSignals

Opened = Callable[[], NowPage]
"""Opens the Now page when a test has prepared what it shall find."""


def shown_now(desk: Desk, clock: HeldClock, qtbot: QtBot) -> NowPage:
    """The Now page with the focus on its tables, and with all of its lists, which come after the cards."""
    page = NowPage(desk, DeskSignals(desk), clock)
    page.undo = desk.submit_undo
    qtbot.addWidget(page)
    page.build()
    page.resize(1200, 760)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    page.focus_first()
    qtbot.waitUntil(lambda: page.map.hasFocus() and not page._rest_soon.isActive())
    page.settle()
    return page


def shown_desk(desk: Desk, signals: DeskSignals, clock: HeldClock, qtbot: QtBot) -> DeskPage:
    """The Desk, ready for a name; shown before it is built, as in the window."""
    page = DeskPage(desk, signals, clock)
    qtbot.addWidget(page)
    page.undo = lambda unit: desk.submit_undo(unit)
    page.resize(1240, 760)
    with qtbot.waitExposed(page):
        page.show()
    page.build()
    page.focus_first()
    return page
