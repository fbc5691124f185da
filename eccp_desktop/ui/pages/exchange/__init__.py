"""The Exchange page: lists in, lists out."""

from eccp_desktop.ui.pages.exchange.page import ExchangePage

__all__ = ["ExchangePage"]
