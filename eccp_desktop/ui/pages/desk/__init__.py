"""The Desk: who comes in, and what they need to know first."""

from eccp_desktop.ui.pages.desk.page import DeskPage

__all__ = ["DeskPage"]
