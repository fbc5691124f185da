"""The Timetable page: the grid, the tray, and the panel that generates a timetable."""

from eccp_desktop.ui.pages.timetable.page import TimetablePage

__all__ = ["TimetablePage"]
