"""The Event page: the frame in which everything takes place."""

from eccp_desktop.ui.pages.event.page import EventPage

__all__ = ["EventPage"]
