"""The pages of the window, in the order of the rail: open this list to see all that there is."""

from collections.abc import Callable
from dataclasses import dataclass

from eccp_desktop.ui.pages import Page


@dataclass(frozen=True, slots=True)
class PagePlace:
    """A page before it is opened. `load` imports it, so that the window does not wait for pages that nobody looks at."""

    name: str
    title: str
    icon: str
    digit: str
    load: Callable[[], type[Page]]


PAGES: tuple[PagePlace, ...] = ()
