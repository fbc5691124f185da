"""The Print page: what to print, for whom, how it will look, and what is out of date."""

from eccp_desktop.ui.pages.print.page import PrintPage

__all__ = ["PrintPage"]
