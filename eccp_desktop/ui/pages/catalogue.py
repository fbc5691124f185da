"""The pages of the window, in the order of the rail: open this list to see all that there is."""

from collections.abc import Callable
from dataclasses import dataclass

from eccp_desktop.base.i18n import N_
from eccp_desktop.ui.pages import Page


@dataclass(frozen=True, slots=True)
class PagePlace:
    """A page before it is opened. `load` imports it, so that the window does not wait for pages that nobody looks at."""

    name: str
    title: str
    icon: str
    digit: str
    load: Callable[[], type[Page]]


def _desk() -> type[Page]:
    from eccp_desktop.ui.pages.desk.page import DeskPage

    return DeskPage


def _now() -> type[Page]:
    from eccp_desktop.ui.pages.now.page import NowPage

    return NowPage


def _people() -> type[Page]:
    from eccp_desktop.ui.pages.people.page import PeoplePage

    return PeoplePage


def _timetable() -> type[Page]:
    from eccp_desktop.ui.pages.timetable.page import TimetablePage

    return TimetablePage


def _print() -> type[Page]:
    from eccp_desktop.ui.pages.print.page import PrintPage

    return PrintPage


def _report() -> type[Page]:
    from eccp_desktop.ui.pages.report.page import ReportPage

    return ReportPage


def _exchange() -> type[Page]:
    from eccp_desktop.ui.pages.exchange.page import ExchangePage

    return ExchangePage


def _event() -> type[Page]:
    from eccp_desktop.ui.pages.event.page import EventPage

    return EventPage


PAGES: tuple[PagePlace, ...] = (
    PagePlace("desk", N_("Desk"), "identification-badge", "1", _desk),
    PagePlace("now", N_("Now"), "clock", "2", _now),
    PagePlace("people", N_("People"), "users", "3", _people),
    PagePlace("timetable", N_("Timetable"), "calendar", "5", _timetable),
    PagePlace("print", N_("Print"), "printer", "6", _print),
    PagePlace("report", N_("Report"), "chart-bar", "8", _report),
    PagePlace("exchange", N_("Exchange"), "arrows-left-right", "9", _exchange),
    PagePlace("event", N_("Event"), "gear", "0", _event),
)
"""Digits 4 and 7 belong to pages of the design that have their place in the rail kept by it."""
