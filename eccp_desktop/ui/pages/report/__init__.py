"""The Report page: what the event came to, in figures and charts."""

from eccp_desktop.ui.pages.report.page import ReportPage

__all__ = ["ReportPage"]
